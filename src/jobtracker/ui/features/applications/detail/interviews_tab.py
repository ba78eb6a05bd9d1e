"""The interviews of an application: when, with whom, what to prepare, how it went."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from jobtracker.domain.facts import fact_name
from jobtracker.domain.interviews import InterviewKind, InterviewResult
from jobtracker.ui.features.applications.detail.add_field import AddField
from jobtracker.ui.features.applications.detail.cards import CardsTab, Deed, Item
from jobtracker.ui.features.applications.detail.contract import INTERVIEWS, CardEdit, DetailIntents
from jobtracker.ui.features.applications.detail.fact_row import Kind, Spec, Value
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets import days
from jobtracker.ui.widgets.hints import Readers
from jobtracker.ui.widgets.typed import DASH, when_hint, when_words

if TYPE_CHECKING:
    from jobtracker.domain.interviews import Interview

EMPTY = "No interviews yet. Add one by its time: fri 14:00, or 24 nov 14:00-15:30."
SPECS = (
    Spec("when", "When", Kind.WHEN, "Not set", "24 nov 14:00-15:30", always=True),
    Spec(
        "kind",
        "Kind",
        Kind.CHOICE,
        "Not set",
        "",
        tuple(map(fact_name, InterviewKind)),
        always=True,
    ),
    Spec("round", "Round", Kind.NUMBER, "Not set", "1, 2, 3"),
    Spec("place", "Place or link", empty="Not set", example="Where, or the link of the call"),
    Spec("people", "People", empty="Not known", example="Names and functions"),
    Spec("time_zone", "Time zone", Kind.CHOICE, "Yours", "America/New_York"),
    Spec("preparation", "Preparation", Kind.LONG, "What to read, to show, to ask"),
    Spec("notes", "My notes", Kind.LONG, "How it went, what was said"),
    Spec("result", "Result", Kind.CHOICE, "Open", "", tuple(map(fact_name, InterviewResult))),
    Spec("thanked_on", "Thank-you sent", Kind.PAST_DAY, "Not yet", "today, 26 oct"),
)


class InterviewsTab(CardsTab):
    """Planned ones stand on top, the next one first; then those gone by, the newest first."""

    part = INTERVIEWS
    specs = SPECS
    first = "kind"

    def __init__(self, theme: Theme, readers: Readers, intents: DetailIntents) -> None:
        super().__init__(theme, readers, intents, EMPTY)
        self.add_interview = AddField(
            theme,
            "Add an interview",
            example="24 nov 14:00-15:30",
            reader=lambda text: when_hint(text, readers),
        )
        self.adder = self.add_interview
        self.top.addWidget(self.add_interview)
        self.add_interview.added.subscribe(self._add, owner=self)

    def show_interviews(
        self, application_id: int, interviews: "Sequence[Interview]", today: date
    ) -> None:
        coming = [one for one in interviews if one.on >= today]
        gone = [one for one in reversed(interviews) if one.on < today]
        self.show_items(application_id, [_item(one, today) for one in (*coming, *gone)])
        for card in self.cards:
            card.facts.set_choices("time_zone", _ZONES)

    def deeds(self) -> Sequence[Deed]:
        return [Deed("trash-2", "Delete this interview", self.remove)]

    def fields_of(self, field: str, text: str) -> Mapping[str, object]:
        match field:
            case "when":
                starts, ends = self._readers.when(text)
                return {"starts": starts, "ends": ends}
            case "round":
                return {"round": int(text) if text.strip() else None}
            case "thanked_on":
                return {"thanked_on": self._readers.day(text, True)}
            case "kind" | "result":
                return {field: text.strip().lower().replace(" ", "_")}
            case "time_zone":
                return {field: _zone(text)}
            case _:
                return {field: text}

    def take_focus(self) -> None:
        self.add_interview.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, text: str) -> None:
        self.expect()
        fields = self.fields_of("when", text)
        self._intents.card_edited.put(CardEdit(INTERVIEWS, self._id, 0, "when", fields))


class _Zones(Sequence[str]):
    """The names of all time zones, read from the system's list when they are first looked at."""

    def __init__(self) -> None:
        self._names: list[str] | None = None

    def __getitem__(self, place: int) -> str:  # type: ignore[override]  # slices are never asked
        return self._all()[place]

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> list[str]:
        if self._names is None:
            from zoneinfo import available_timezones

            self._names = sorted(available_timezones())
        return self._names


_ZONES = _Zones()


def _zone(text: str) -> str:
    """The name of a zone as the list has it, in whatever case it was typed."""
    typed = text.strip().lower()
    return next((name for name in _ZONES if name.lower() == typed), text.strip())


def title_of(interview: "Interview") -> str:
    """What an interview is called: "Technical interview, round 2"."""
    named = interview.kind not in ("", InterviewKind.OTHER, InterviewKind.TAKE_HOME)
    name = f"{fact_name(interview.kind)} interview" if named else "Interview"
    if interview.kind == InterviewKind.TAKE_HOME:
        name = "Take-home task"
    return f"{name}, round {interview.round}" if interview.round else name


def time_words(interview: "Interview", today: date, *, within: bool = False) -> str:
    """When it is, as one says it: "Tomorrow 14:00 (Europe/Berlin)"; or `within` a sentence."""
    said = (days.day_within if within else days.day_words)(interview.on, today)
    if "T" in interview.starts:
        said += f" {interview.starts[11:16]}"
    if "T" in interview.ends:
        said += f" {DASH} {interview.ends[11:16]}"
    return f"{said} ({interview.time_zone})" if interview.time_zone else said


def _item(interview: "Interview", today: date) -> Item:
    thanked = interview.thanked_on
    values = {
        "when": Value(
            when_words(interview.starts, interview.ends),
            time_words(interview._replace(time_zone=""), today),
        ),
        "kind": Value(fact_name(interview.kind) if interview.kind else ""),
        "round": Value(str(interview.round) if interview.round else ""),
        "result": Value(fact_name(interview.result) if interview.result else ""),
        "thanked_on": Value(days.full_day(thanked) if thanked else ""),
    }
    for name in ("place", "people", "time_zone", "preparation", "notes"):
        values[name] = Value(getattr(interview, name))
    if interview.on + timedelta(days=1) <= today:
        values["result"] = values["result"]._replace(empty="How did it go?")
    return Item(interview.id, title_of(interview), _detail(interview, today), values)


def _detail(interview: "Interview", today: date) -> str:
    parts = [time_words(interview, today)]
    if interview.result:
        parts.append(fact_name(interview.result))
    return "  ·  ".join(parts)
