"""A profile as texts to edit, and back: what was not touched stays exactly as it was."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.money import long_range
from jobtracker.domain.pay import Pay, checked_pay
from jobtracker.domain.pay_text import read_pay
from jobtracker.domain.profiles import QualificationGroup, RoleProfile
from jobtracker.domain.salary_ranges import Percentiles, SalaryRange
from jobtracker.domain.text import checked_text, required_text

if TYPE_CHECKING:
    from collections.abc import Mapping

LINES = ("duties", "skills")
PARAGRAPHS = ("overview", "outlook")
PLAIN = ("title", "category", "summary", "letter")
_BULLET = re.compile(r"^\s*[-\u2013•*]\s+")
_OWN = "own"


class RangeDraft(NamedTuple):
    """A salary range as typed; `origin` is its place in the profile, or None for a new one."""

    origin: int | None = None
    level: str = ""
    experience: str = ""
    pay: str = ""
    source: str = ""
    source_date: str = ""


class Draft(NamedTuple):
    """What the editor's fields hold; several lines or paragraphs are one text each."""

    title: str
    category: str
    summary: str
    duties: str
    overview: str
    outlook: str
    skills: str
    qualifications: str
    letter: str
    ranges: tuple[RangeDraft, ...]


class Result(NamedTuple):
    """The edited profile, or what is wrong by the name of its field ("pay 2" for a row's)."""

    profile: RoleProfile | None
    errors: "Mapping[str, str]"


def draft_of(profile: RoleProfile) -> Draft:
    """The texts of a profile as the editor shows them."""
    return Draft(
        title=profile.title,
        category=profile.category,
        summary=profile.summary,
        duties="\n".join(profile.duties),
        overview="\n\n".join(profile.overview),
        outlook="\n\n".join(profile.outlook),
        skills="\n".join(profile.skills),
        qualifications=_groups_text(profile.qualifications),
        letter=profile.letter,
        ranges=tuple(_range_draft(place, one) for place, one in enumerate(profile.salaries)),
    )


def applied(profile: RoleProfile, draft: Draft) -> Result:
    """The profile with what the draft changes; all that is wrong with it at once."""
    before = draft_of(profile)
    errors: dict[str, str] = {}
    changed: dict[str, Any] = {}
    for name in (*PLAIN, *LINES, *PARAGRAPHS, "qualifications"):
        text = getattr(draft, name)
        if text != getattr(before, name) or name == "title":
            try:
                changed[name] = _value(name, text)
            except InvalidInputError as error:
                errors[name] = str(error)
    salaries = []
    for place, one in enumerate(draft.ranges):
        former = None if one.origin is None else profile.salaries[one.origin]
        try:
            salaries.append(_range(former, one))
        except InvalidInputError as error:
            errors[f"pay {place}"] = str(error)
    if errors:
        return Result(None, errors)
    return Result(replace(profile, **changed, salaries=tuple(salaries)), {})


def understood(text: str) -> str:
    """What a typed pay is taken for, in words; empty where it is no pay."""
    reading = read_pay(text)
    if not reading.is_pay:
        return ""
    taken = {"currency": "US dollars assumed", "period": "a year assumed"}
    assumed = [taken[name] for name in reading.pay.assumed if name in taken]
    return ", ".join([long_range(reading.pay), *assumed])


def _value(name: str, text: str) -> object:
    checked_text(text, name)
    if name == "title":
        return required_text(text, "title")
    if name == "qualifications":
        return _groups(text)
    if name in LINES:
        return tuple(_lines(text))
    return tuple(_paragraphs(text)) if name in PARAGRAPHS else text


def _lines(text: str) -> Iterable[str]:
    """Each line without its bullet; empty ones are dropped."""
    return filter(None, (_BULLET.sub("", line).strip() for line in text.split("\n")))


def _paragraphs(text: str) -> Iterable[str]:
    """Parts between empty lines; a line break inside one stays."""
    return filter(None, (part.strip() for part in re.split(r"\n[ \t]*\n", text)))


def _groups_text(groups: Sequence[QualificationGroup]) -> str:
    """Each group as "Heading:" and its items behind dashes."""
    parts = []
    for group in groups:
        heading = [f"{group.group}:"] if group.group else []
        parts.append("\n".join(heading + [f"- {item}" for item in group.items]))
    return "\n\n".join(parts)


def _groups(text: str) -> tuple[QualificationGroup, ...]:
    """Lines ending in a colon open a group, with a dash they are its items, as are others."""
    found: list[tuple[str, list[str]]] = []
    for line in filter(str.strip, text.split("\n")):
        item = _BULLET.sub("", line).strip()
        if item == line.strip() and item.endswith(":"):
            found.append((item[:-1].strip(), []))
            continue
        if not found:
            found.append(("", []))
        found[-1][1].append(item)
    return tuple(QualificationGroup(heading, tuple(items)) for heading, items in found)


def _range_draft(place: int, salary: SalaryRange) -> RangeDraft:
    return RangeDraft(
        place,
        salary.level,
        salary.experience,
        _pay_text(salary.pay),
        salary.source,
        salary.source_date,
    )


def _pay_text(pay: Pay) -> str:
    return pay.text if pay.low is None and pay.high is None else long_range(pay)


def _range(former: SalaryRange | None, one: RangeDraft) -> SalaryRange:
    """The range as typed. With another pay it is the person's own figure: the percentiles
    and the licence belonged to the former one.
    """
    for name in ("experience", "source", "source_date"):
        checked_text(getattr(one, name), name.replace("_", " "))
    kept = former or SalaryRange("", Pay())
    kept = kept._replace(
        level=checked_text(one.level, "level").strip().lower(),
        experience=one.experience,
        source=one.source,
        source_date=one.source_date,
    )
    if former is not None and one.pay == _pay_text(former.pay):
        return kept
    return kept._replace(pay=_read(one.pay), kind=_OWN, licence="", percentiles=Percentiles())


def _read(text: str) -> Pay:
    reading = read_pay(checked_text(text, "pay"))
    if not reading.is_pay:
        why = reading.reason or "it is no amount"
        raise InvalidInputError(
            f"This pay cannot be read: {why}. Type it as in $90K - $120K a year.", field="pay"
        )
    pay = reading.pay
    checked_pay(pay.low, pay.high, pay.currency, pay.period)
    return pay
