"""The parts of a profile as lines of a page, and a profile with one of its lines changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.profiles import (
    DUTY,
    QUALIFICATION,
    SKILL,
    Answer,
    Fact,
    QualificationGroup,
    Tick,
    tick_of,
)

if TYPE_CHECKING:
    from jobtracker.domain.profiles import RoleProfile

TEXT, TICK, HEADING, FACT = "text", "tick", "heading", "fact"
SECTIONS = {"duties": DUTY, "qualifications": QUALIFICATION, "skills": SKILL}
"""The parts whose lines can be ticked, by the names their ticks are stored under."""
HEAD = -1
"""The place of a heading in its group."""

Ticks = Mapping[Tick, str]
"""Where something can be shown, by its tick; what is not in it is not ticked."""


class Line(NamedTuple):
    """One line of a part. `place` finds it again: (which, 0), or (group, item).

    `lead` is the label of a fact; `shown` whether the person can show it, and `note` where.
    """

    text: str
    place: tuple[int, int]
    look: str = TEXT
    lead: str = ""
    shown: bool = False
    note: str = ""

    @property
    def typed(self) -> str:
        """The whole line as one types it."""
        return f"{self.lead}: {self.text}" if self.lead else self.text


def lines_of(profile: "RoleProfile", part: str, ticks: Ticks) -> list[Line]:
    """A part's lines in the order of the page."""
    plain = list(_plain(profile, part))
    section = SECTIONS.get(part)
    return [_ticked(line, section, ticks) for line in plain] if section else plain


def tick_words(lines: Sequence[Line]) -> str:
    """As in "Tick what you can show: 3 of 10"."""
    ticks = [line for line in lines if line.look == TICK]
    return f"Tick what you can show: {sum(line.shown for line in ticks)} of {len(ticks)}"


def changed(profile: "RoleProfile", part: str, place: tuple[int, int], text: str) -> "RoleProfile":
    """The profile with a line worded anew; an empty text takes the line away."""
    return _EDITS.get(part, _change_body)(profile, part, place, text.strip())


def added(profile: "RoleProfile", part: str, place: tuple[int, int], text: str) -> "RoleProfile":
    """The profile with a line more, after the one at `place`."""
    if part == "qualifications":
        return _add_qualification(profile, place, text.strip())
    held = list(getattr(profile, part))
    held.insert(place[0] + 1, _made(part, text.strip()))
    return _with(profile, part, held)


def _plain(profile: "RoleProfile", part: str) -> Iterator[Line]:
    if part in _READS:
        return _READS[part](profile)
    return (Line(text, (at, 0)) for at, text in enumerate(getattr(profile, part)))


def _summary(profile: "RoleProfile") -> Iterator[Line]:
    if profile.summary:
        yield Line(profile.summary, (0, 0))


def _glance(profile: "RoleProfile") -> Iterator[Line]:
    for at, fact in enumerate(profile.glance):
        yield Line(fact.value, (at, 0), FACT, fact.label)


def _qualifications(profile: "RoleProfile") -> Iterator[Line]:
    for at, group in enumerate(profile.qualifications):
        if group.group:
            yield Line(group.group, (at, HEAD), HEADING)
        for item, text in enumerate(group.items):
            yield Line(text, (at, item))


def _questions(profile: "RoleProfile") -> Iterator[Line]:
    for at, one in enumerate(profile.questions):
        yield Line(one.question, (at, HEAD), HEADING)
        yield Line(one.answer, (at, 0))


def _ticked(line: Line, section: str, ticks: Ticks) -> Line:
    if line.look == HEADING:
        return line
    note = ticks.get(tick_of(section, line.text))
    return line._replace(look=TICK, shown=note is not None, note=note or "")


def _change_body(
    profile: "RoleProfile", part: str, place: tuple[int, int], text: str
) -> "RoleProfile":
    held = list(getattr(profile, part))
    held[place[0] : place[0] + 1] = [_made(part, text)] if text else []
    return _with(profile, part, held)


def _change_summary(
    profile: "RoleProfile", _part: str, _place: tuple[int, int], text: str
) -> "RoleProfile":
    return replace(profile, summary=text)


def _change_qualification(
    profile: "RoleProfile", part: str, place: tuple[int, int], text: str
) -> "RoleProfile":
    at, item = place
    groups = list(profile.qualifications)
    group = groups[at]
    if item == HEAD:
        groups[at] = group._replace(group=text)
    else:
        items = [*group.items[:item], *([text] if text else []), *group.items[item + 1 :]]
        groups[at : at + 1] = [group._replace(items=tuple(items))] if items else []
    return _with(profile, part, groups)


def _add_qualification(profile: "RoleProfile", place: tuple[int, int], text: str) -> "RoleProfile":
    at, item = place
    groups = list(profile.qualifications) or [QualificationGroup("", ())]
    items = list(groups[at].items)
    items.insert(item + 1, text)
    groups[at] = groups[at]._replace(items=tuple(items))
    return _with(profile, "qualifications", groups)


def _change_question(
    profile: "RoleProfile", part: str, place: tuple[int, int], text: str
) -> "RoleProfile":
    at, item = place
    held = list(profile.questions)
    one = held[at]
    held[at] = one._replace(question=text) if item == HEAD else one._replace(answer=text)
    if not (held[at].question or held[at].answer):
        del held[at]
    return _with(profile, part, held)


def _made(part: str, text: str) -> object:
    """One entry of a part from a typed line."""
    if part == "glance":
        label, colon, value = text.partition(":")
        return Fact(label.strip(), value.strip()) if colon else Fact("", text)
    return Answer(text, "") if part == "questions" else text


def _with(profile: "RoleProfile", part: str, entries: Sequence[object]) -> "RoleProfile":
    values: dict[str, object] = {part: tuple(entries)}
    return replace(profile, **values)  # type: ignore[arg-type]  # the part's own entries


_Edit = Callable[["RoleProfile", str, tuple[int, int], str], "RoleProfile"]
_READS: Mapping[str, Callable[["RoleProfile"], Iterator[Line]]] = {
    "summary": _summary,
    "glance": _glance,
    "qualifications": _qualifications,
    "questions": _questions,
}
_EDITS: Mapping[str, _Edit] = {
    "summary": _change_summary,
    "qualifications": _change_qualification,
    "questions": _change_question,
}
