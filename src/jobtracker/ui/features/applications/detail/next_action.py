"""The next action as a banner: what, by when, who waits for whom, and Done; tinted when it is
today or late.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from jobtracker.ui.features.applications.detail.fact_row import Unsaved
from jobtracker.ui.features.applications.detail.inline import InlineEdit
from jobtracker.ui.features.applications.detail.record_facts import WAITING
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL, STRONG, Space, Tokens
from jobtracker.ui.widgets import days
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import mark_wrong
from jobtracker.ui.widgets.hints import Hint
from jobtracker.ui.widgets.labels import PlainLabel, restyle

if TYPE_CHECKING:
    from jobtracker.domain.applications import Application

ICON = 18
SURFACES = {"danger": "banner-danger", "warn": "banner-warn", "": "empty"}
ICONS = {"danger": "clock-alert", "warn": "clock", "": "calendar"}


class NextAction(QFrame):
    """`action_typed` and `day_typed` tell committed texts, `done` that it has been done.

    A date that was refused stays with its application, as other facts do.
    """

    def __init__(self, theme: Theme, reader: Callable[[str], Hint]) -> None:
        super().__init__()
        self.action_typed: Channel[str] = Channel()
        self.day_typed: Channel[str] = Channel()
        self._theme = theme
        self._reader = reader
        self._tone = ""
        self._day = ""
        self._id = 0
        self._error = ""
        self._unsaved: dict[int, Unsaved] = {}
        self._icon = QLabel()
        self.action = InlineEdit(
            theme, "Next action", STRONG, placeholder="Add a next action", flush=True
        )
        self.day = InlineEdit(
            theme, "Next action date", SMALL, placeholder="When: fri, +3, 30 nov", flush=True
        )
        self.action.setProperty("field", "next_action")
        self.day.setProperty("field", "next_action_on")
        self.waiting = PlainLabel("", "small", wrap=True)
        self.waiting.setContentsMargins(0, 0, 0, Space.SMALL)
        self.waiting.hide()
        self.note = PlainLabel("", "danger", wrap=True)
        self.note.hide()
        self.done = Button("Done")
        self._lay_out()
        self.action.committed.subscribe(self.action_typed.put, owner=self)
        self.day.committed.subscribe(self._commit_day, owner=self)
        self.day.textEdited.connect(self._understand)
        self.day.restored.subscribe(lambda _none: self._say("", wrong=False), owner=self)
        theme.changed.subscribe(self._recolour)

    def show_action(self, record: "Application", today: date) -> None:
        """Show what is stored; of the application shown already typing is left alone."""
        day = record.next_action_on
        self._tone = days.due_tone(day, today)
        if record.id != self._id:
            self._turn_to(record.id)
        self._day = days.full_day(day) if day else ""
        self.action.set_value(record.next_action)
        if not self._error:
            self.day.set_value(self._day)
        self.day.painted = _painted(day, today)
        self.day.colour = self._tone or "text2"
        if not self.day.isModified():
            self._say("", wrong=False)
        self._put_back()
        self._show_waiting(record, today)
        self.done.setVisible(bool(record.next_action or day))
        self.setProperty("s", SURFACES[self._tone])
        spoken = days.due_words(day, today) if day else "no date"
        self.setAccessibleName(f"Next action: {record.next_action or 'none'}, {spoken}")
        self._recolour(self._theme.tokens)
        restyle(self)

    def _turn_to(self, application_id: int) -> None:
        """Keep a refused date of the one shown so far; what was typed there is not for this."""
        if self._error:
            self._unsaved[self._id] = Unsaved(self.day.text(), self._error)
            self._error = ""
        self._id = application_id
        self.action.setModified(False)
        self.day.setModified(False)

    def _put_back(self) -> None:
        unsaved = self._unsaved.pop(self._id, None)
        if unsaved is not None:
            self.day.put_back(unsaved.text)
            self._say(unsaved.error, wrong=True)

    def _show_waiting(self, record: "Application", today: date) -> None:
        """Whose turn it is, and the day an answer was promised for."""
        said = next((name for key, name in WAITING.items() if key == record.waiting_on), "")
        promised = record.promised_on
        if promised is not None:
            day = days.day_within(promised, today)
            over = " has passed" if promised < today else ""
            said = ", ".join(filter(None, (said, f"answer promised for {day}{over}")))
        self.waiting.setText(said[:1].upper() + said[1:])
        self.waiting.setVisible(bool(said))

    def show_error(self, message: str) -> None:
        self.day.refuse(self._day)
        self._say(message, wrong=True)

    def commit_all(self) -> None:
        self.action.commit()
        self.day.commit()

    def _commit_day(self, text: str) -> None:
        hint = self._reader(text)
        if hint.error:
            self.show_error(hint.error)
            return
        self._say("", wrong=False)
        self.day_typed.put(text)

    def _understand(self, text: str) -> None:
        hint = self._reader(text)
        self._say(hint.words or hint.error, wrong=False)

    def _say(self, text: str, *, wrong: bool) -> None:
        self._error = text if wrong else ""
        mark_wrong(self.day, wrong=wrong)
        self.note.set_role("danger" if wrong else "small")
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.day.setAccessibleDescription(text)

    def _recolour(self, _tokens: Tokens) -> None:
        colour = self._tone or "text2"
        scale = self.devicePixelRatio()
        self._icon.setPixmap(self._theme.pixmap(ICONS[self._tone], colour, ICON, scale))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.MEDIUM + 2, Space.TIGHT, Space.MEDIUM, Space.TIGHT)
        grid.setHorizontalSpacing(Space.MEDIUM)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._icon, 0, 0, 2, 1)
        grid.addWidget(self.action, 0, 1)
        grid.addWidget(self.day, 1, 1)
        grid.addWidget(self.done, 0, 2, 2, 1)
        grid.addWidget(self.note, 2, 1, 1, 2)
        grid.addWidget(self.waiting, 3, 1, 1, 2)


def _painted(day: date | None, today: date) -> str:
    """A date as the banner says it: "Today", "3 days late, Thu 19 Nov"."""
    if day is None:
        return ""
    near = days.day_words(day, today)
    return f"{days.due_words(day, today)}, {near}" if day < today else near
