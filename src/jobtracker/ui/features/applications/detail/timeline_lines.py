"""The activity of an application in words: its events, corrected and in the order of their days."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain import money
from jobtracker.domain.events import CORRECTIONS, Event, EventKind, sentence
from jobtracker.domain.stages import Stage
from jobtracker.ui.features.applications.detail.interviews_tab import time_words, title_of
from jobtracker.ui.widgets.days import day_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jobtracker.domain.applications import ApplicationView, Offer
    from jobtracker.domain.interviews import Interview

LONGEST = 2000
"""Characters of a text that the activity shows; more would be a document, not a line."""

ICONS = {
    EventKind.NOTE: "message-square",
    EventKind.LETTER: "file-pen-line",
    EventKind.REOPENED: "undo-2",
    EventKind.INTERVIEW: "calendar",
    EventKind.MESSAGE: "mail",
}
PHONE = "phone"


class Line(NamedTuple):
    """One event: a glyph of the theme or an icon, its sentence, its day, and its text.

    `event` is what a correction is about; of a retracted one `gone` is set.
    """

    glyph: str
    icon: str
    title: str
    day: str
    text: str
    event: Event
    gone: bool = False
    tone: str = ""

    @property
    def key(self) -> int:
        return self.event.id

    @property
    def heading(self) -> str:
        return f"Taken back: {self.title}" if self.gone else self.title

    @property
    def spoken(self) -> str:
        said = f"{self.day}: {self.title}"
        taken_back = ", taken back" if self.gone else ""
        return f"{said}{taken_back}. {self.text}" if self.text else said + taken_back


def lines_of(view: "ApplicationView", today: date, *, corrections: bool = False) -> list[Line]:
    """The events as lines, the newest first, so that what is planned stands on top.

    With `corrections` those taken back are among them, and what was corrected says what it was.
    """
    kept = list(reversed(view.events))
    made = _Maker(view, today)
    if not corrections:
        return [made.line(event) for event in kept]
    stored = {event.id: event for event in view.log}
    lines = [made.line(event, stored[event.id]) for event in kept]
    gone = [made.line(event)._replace(gone=True) for event in taken_back(view)]
    return sorted([*lines, *gone], key=lambda line: line.event.on, reverse=True)


def taken_back(view: "ApplicationView") -> list[Event]:
    """The events of its log that were retracted."""
    kept = {event.id for event in view.events}
    return [event for event in view.log if event.kind not in CORRECTIONS and event.id not in kept]


def has_corrections(view: "ApplicationView") -> bool:
    return any(event.kind in CORRECTIONS for event in view.log)


class _Maker:
    """Makes lines of one application's events."""

    def __init__(self, view: "ApplicationView", today: date) -> None:
        self._today = today
        self._interviews: Mapping[int, Interview] = {one.id: one for one in view.interviews}
        self._offers: Mapping[int, Offer] = {one.id: one for one in view.offers}

    def line(self, event: Event, stored: Event | None = None) -> Line:
        """An event as a line; `stored` is what it was before it was corrected."""
        title, text = self._words(event)
        if stored is not None:
            text = "\n".join(filter(None, (text, _was(event, stored))))
        text = text if len(text) <= LONGEST else text[:LONGEST] + " …"
        icon = ICONS.get(event.kind, "")
        if event.kind is EventKind.MESSAGE and event.to_value == PHONE:
            icon = "phone"
        glyph = "" if icon else _glyph(event)
        return Line(glyph, icon, title, day_words(event.on, self._today), text, event)

    def _words(self, event: Event) -> tuple[str, str]:
        interview = self._interviews.get(event.interview_id or 0)
        if interview is not None:
            return title_of(interview), _interview_text(interview, self._today)
        offer = self._offers.get(event.offer_id or 0)
        if offer is not None:
            amount = money.long_range(offer.pay) if offer.pay.low is not None else event.text
            return sentence(event), "\n".join(filter(None, (amount, offer.notes)))
        return sentence(event), event.text


def _interview_text(interview: "Interview", today: date) -> str:
    """When and with whom; of one gone by, how it went."""
    planned = interview.on >= today
    timed = planned and "T" in interview.starts
    when = f"for {time_words(interview, today, within=True)}" if timed else ""
    told = interview.preparation if planned else interview.notes
    result = interview.result.replace("_", " ").capitalize()
    second = ", ".join(filter(None, (interview.people, interview.place)))
    return "\n".join(filter(None, (when, result, second, told)))


def _was(event: Event, stored: Event) -> str:
    """What an event said before it was corrected."""
    parts = []
    if event.on != stored.on:
        parts.append(f"the date was {stored.on.day} {stored.on:%b} {stored.on.year}")
    if event.text != stored.text:
        parts.append(f"the words were “{stored.text}”" if stored.text else "there were no words")
    return f"Corrected: {', '.join(parts)}" if parts else ""


def _glyph(event: Event) -> str:
    if event.kind is EventKind.APPLIED:
        return Stage.APPLIED.value
    if event.kind is EventKind.OFFER:
        return Stage.OFFER.value
    return event.to_value or event.from_value or Stage.SAVED.value
