"""The next action as a banner: what, by when, and Done; tinted when it is today or late."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.contract import Hint
from jobtracker.ui.features.applications.inline import InlineEdit
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL, STRONG, Space, Tokens
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import mark_wrong
from jobtracker.ui.widgets.labels import PlainLabel, restyle

ICON = 18
SURFACES = {"danger": "banner-danger", "warn": "banner-warn", "": "empty"}
ICONS = {"danger": "clock-alert", "warn": "clock", "": "calendar"}


class NextAction(QFrame):
    """`action_typed` and `day_typed` tell committed texts, `done` that it has been done."""

    def __init__(self, theme: Theme, reader: Callable[[str], Hint]) -> None:
        super().__init__()
        self.action_typed: Channel[str] = Channel()
        self.day_typed: Channel[str] = Channel()
        self._theme = theme
        self._reader = reader
        self._tone = ""
        self._day = ""
        self._icon = QLabel()
        self.action = InlineEdit(
            theme, "Next action", STRONG, placeholder="Add a next action", flush=True
        )
        self.day = InlineEdit(
            theme, "Next action date", SMALL, placeholder="When: fri, +3, 30 nov", flush=True
        )
        self.note = PlainLabel("", "danger", wrap=True)
        self.note.hide()
        self.done = Button("Done")
        self._lay_out()
        self.action.committed.subscribe(self.action_typed.put, owner=self)
        self.day.committed.subscribe(self._commit_day, owner=self)
        self.day.textEdited.connect(self._understand)
        theme.changed.subscribe(self._recolour)

    def show_action(self, action: str, day: date | None, today: date, *, anew: bool) -> None:
        """Show what is stored; `anew` for another application, else typing is left alone."""
        self._tone = words.due_tone(day, today)
        if anew:
            self.action.setModified(False)
            self.day.setModified(False)
        self._day = words.full_day(day) if day else ""
        self.action.set_value(action)
        self.day.set_value(self._day)
        self.day.painted = _painted(day, today)
        self.day.colour = self._tone or "text2"
        if not self.day.isModified():
            self._say("", wrong=False)
        self.done.setVisible(bool(action or day))
        self.setProperty("s", SURFACES[self._tone])
        spoken = words.due_words(day, today) if day else "no date"
        self.setAccessibleName(f"Next action: {action or 'none'}, {spoken}")
        self._recolour(self._theme.tokens)
        restyle(self)

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


def _painted(day: date | None, today: date) -> str:
    """A date as the banner says it: "Today", "3 days late, Thu 19 Nov"."""
    if day is None:
        return ""
    near = words.day_words(day, today)
    return f"{words.due_words(day, today)}, {near}" if day < today else near
