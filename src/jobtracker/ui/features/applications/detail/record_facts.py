"""The facts an application can have: what each is called, what is stored, what a typing means."""

from enum import StrEnum
from typing import TYPE_CHECKING, cast

from jobtracker.domain import money
from jobtracker.domain.facts import Channel, EmploymentType, Waiting, WorkMode, fact_name
from jobtracker.domain.pay import Pay
from jobtracker.ui.features.applications.detail.fact_row import Kind, Spec, Value
from jobtracker.ui.widgets import days
from jobtracker.ui.widgets.hints import Readers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from jobtracker.domain.applications import ApplicationFields, ApplicationView, CustomValue

CUSTOM = "custom:"
"""What the name of a fact begins with whose field a person made."""
BY_TITLE = "By its title"
YES, NO = "Yes", "No"
WAITING = {Waiting.THEM: "I wait for them", Waiting.ME: "They wait for me"}
OPEN = ("external-link", "Open in the browser")


def _names(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(fact_name(one) for one in kind)


SPECS = (
    Spec("pay", "Posted range", Kind.PAY, "Not listed", "140-165k, $65/h", always=True),
    Spec("ask", "My ask", Kind.PAY, "Not set", "150k, $70/h"),
    Spec("profile", "Reference role", Kind.CHOICE, "None", always=True),
    Spec("level", "Level", Kind.TEXT, BY_TITLE, "senior, junior", ("",)),
    Spec("applied_on", "Applied", Kind.PAST_DAY, "Not yet", "today, 26 oct", always=True),
    Spec("deadline", "Deadline", Kind.DAY, "None", "fri, +3, 30 nov"),
    Spec("location", "Location", empty="Not known", example="City, state"),
    Spec("country", "Country", empty="Not known"),
    Spec("work_mode", "Work mode", Kind.CHOICE, "Not known", choices=_names(WorkMode)),
    Spec("days_on_site", "Days on site", Kind.CHOICE, "Not known", choices=tuple("01234567")),
    Spec("employment_type", "Employment", Kind.CHOICE, "Not known", choices=_names(EmploymentType)),
    Spec("url", "Posting link", example="Where the posting was found", button=OPEN),
    Spec("apply_url", "Apply link", example="Where one applies", button=OPEN),
    Spec("reference", "Reference no.", example="The number they gave it"),
    Spec("posted_on", "Posted on", Kind.PAST_DAY, "Not known", "yesterday, 26 oct"),
    Spec("source", "Source", empty="Not known", example="Where you heard of it"),
    Spec("channel", "Channel", Kind.CHOICE, "Not known", choices=_names(Channel)),
    Spec("excitement", "Excitement", Kind.CHOICE, "Not set", "1 to 5", tuple("12345")),
    Spec("tags", "Tags", example="remote, python"),
    Spec("waiting_on", "Whose turn", Kind.CHOICE, "Not set", choices=tuple(WAITING.values())),
    Spec("promised_on", "Answer promised", Kind.DAY, "None", "fri, +3, 30 nov"),
)
_DAYS = frozenset({"applied_on", "posted_on"})
_COMING = frozenset({"deadline", "promised_on"})
_NUMBERS = frozenset({"days_on_site", "excitement"})
_KINDS = {"date": Kind.DAY, "yes_no": Kind.CHOICE}


def custom_spec(value: "CustomValue") -> Spec:
    """The fact behind a field of a person's own."""
    kind = _KINDS.get(value.kind, Kind.TEXT)
    choices = (YES, NO) if value.kind == "yes_no" else ()
    return Spec(f"{CUSTOM}{value.name}", value.name, kind, "None", choices=choices)


def values_of(view: "ApplicationView") -> dict[str, Value]:
    """What is stored of each fact, by its name."""
    record = view.record
    level = record.level or (view.profile.level if view.profile else "")
    found = {
        "pay": _pay(record.pay),
        "ask": _pay(record.ask),
        "profile": _profile(view),
        "level": Value(level, empty=_by_title(view)),
        "work_mode": _choice(record.work_mode),
        "employment_type": _choice(record.employment_type),
        "channel": _choice(record.channel),
        "days_on_site": _number(record.days_on_site, "{} a week"),
        "excitement": _number(record.excitement, "{} of 5"),
        "tags": Value(", ".join(view.tags)),
        "waiting_on": Value(WAITING[Waiting(record.waiting_on)] if record.waiting_on else ""),
    }
    for name in ("location", "country", "url", "apply_url", "reference", "source"):
        found[name] = Value(getattr(record, name))
    for name in _DAYS | _COMING:
        found[name] = _day(getattr(record, name))
    if record.applied_on and record.source:
        applied = found["applied_on"]
        found["applied_on"] = applied._replace(painted=f"{applied.text}, {record.source}")
    for custom in view.custom:
        found[f"{CUSTOM}{custom.name}"] = _custom(custom)
    return found


def fields_of(spec: Spec, text: str, readers: Readers) -> "ApplicationFields":
    """What a typed text means for the service; its reader has accepted it."""
    name, value = spec.name, cast("object", text)
    if name.startswith(CUSTOM):
        day = readers.day(text, False) if spec.kind is Kind.DAY else None
        return {"custom": {name.removeprefix(CUSTOM): day.isoformat() if day else text}}
    if name in _DAYS | _COMING:
        value = readers.day(text, name in _DAYS)
    elif name in _NUMBERS:
        value = int(text) if text.strip() else None
    elif name == "tags":
        value = tuple(tag.strip() for tag in text.split(",") if tag.strip())
    elif name == "waiting_on":
        value = _waiting(text)
    return cast("ApplicationFields", {name: value})


def _waiting(text: str) -> str:
    return next((key.value for key, said in WAITING.items() if said.lower() == text.lower()), "")


def _pay(pay: Pay) -> Value:
    known = pay.low is not None or pay.high is not None
    return Value(pay.text, money.long_range(pay) if known else "")


def _profile(view: "ApplicationView") -> Value:
    """The reference role, painted with the level whose range counts."""
    if view.profile is None:
        return Value()
    level = view.benchmark.range.level if view.benchmark else ""
    return Value(view.profile.title, ", ".join(filter(None, (view.profile.title, level))))


def _choice(value: str) -> Value:
    return Value(fact_name(value) if value else "")


def _number(value: int | None, painted: str) -> Value:
    return Value() if value is None else Value(str(value), painted.format(value))


def _day(day: "date | None") -> Value:
    return Value(days.full_day(day) if day else "")


def _custom(custom: "CustomValue") -> Value:
    words_of: Mapping[str, Callable[[str], str]] = {
        "date": lambda text: days.full_day(day) if (day := days.iso_day(text)) else "",
        "yes_no": lambda text: {"yes": YES, "no": NO}.get(text, text),
    }
    shown = words_of.get(custom.kind)
    return Value(shown(custom.value) if shown and custom.value else custom.value)


def _by_title(view: "ApplicationView") -> str:
    """What no chosen level comes to: the level that the title's words name."""
    if view.benchmark is None:
        return BY_TITLE
    return f"{BY_TITLE}: {view.benchmark.range.level or 'whole role'}"
