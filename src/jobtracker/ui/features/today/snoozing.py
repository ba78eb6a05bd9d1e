"""Until when a task is put off, and how an interview went: small menus."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.interviews import InterviewResult
from jobtracker.domain.stages import Outcome, outcome_name
from jobtracker.domain.week import DAYS, monday_of
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import ENTER, Button
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.menus import Menu
from jobtracker.ui.widgets.sheet import Sheet
from jobtracker.ui.widgets.typed import day_hint
from jobtracker.ui.widgets.typed_dates import typed_date

SIZE = (440, 224)
PASSED = "That day has passed. Type one to come."
RESULTS = {
    "P": (InterviewResult.PASSED, "Passed"),
    "F": (InterviewResult.FAILED, "Failed"),
    "C": (InterviewResult.CANCELLED, "Cancelled"),
    "N": (InterviewResult.NO_SHOW, "Did not take place"),
}
REPLIES = {"A": Outcome.ACCEPTED, "D": Outcome.DECLINED}


class PassingMenu(Menu):
    """A menu made for one answer: it is gone once it is hidden."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title)
        self.aboutToHide.connect(self.deleteLater)


class LetterMenu(PassingMenu):
    """A menu whose entries have a letter each."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title)
        self._by_letter: dict[str, Callable[[], object]] = {}

    def act(self, text: str, letter: str, run: Callable[[], object]) -> None:
        self.addAction(f"{text}\t{letter}").triggered.connect(lambda _checked: run())
        self._by_letter[letter] = run

    def keyPressEvent(self, event: QKeyEvent) -> None:
        run = self._by_letter.get(event.text().upper())
        if run is None:
            super().keyPressEvent(event)
            return
        self.close()
        run()


class SnoozeMenu(PassingMenu):
    """The days that are near, and one to be typed: whatever is typed begins it, "wed" or "+3".

    `then` hears the day, `ask` the first of what is typed.
    """

    def __init__(
        self,
        opener: QWidget,
        today: date,
        then: Callable[[date], object],
        ask: Callable[[str], object],
    ) -> None:
        super().__init__(opener, "Snooze")
        self._ask = ask
        for day, words in near_days(today):
            self.addAction(words).triggered.connect(lambda _checked, day=day: then(day))
        self.addSeparator()
        self.addAction("Type a date…").triggered.connect(lambda _checked: ask(""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if not typed.isprintable() or not typed.strip():
            super().keyPressEvent(event)
            return
        self.close()
        self._ask(typed)


def snooze_menu(
    theme: Theme, opener: QWidget, today: date, then: Callable[[date], object]
) -> SnoozeMenu:
    """Tomorrow, in three days, next week, or a day to be typed; `then` hears which."""

    def ask(typed: str) -> None:
        sheet = DaySheet(theme, opener, today, then)
        sheet.editor.setText(typed)
        sheet.open(sheet.editor)

    return SnoozeMenu(opener, today, then, ask)


def near_days(today: date) -> list[tuple[date, str]]:
    """Days to put something off to, each once and in their order, with their words."""
    soon, next_week = today + timedelta(days=3), monday_of(today) + timedelta(days=DAYS)
    words = {
        next_week: f"Next week, {_plain(next_week)}",
        soon: f"In 3 days, {_plain(soon)}",
        today + timedelta(days=1): "Tomorrow",
    }
    return sorted(words.items())


def _plain(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"


def result_menu(opener: QWidget, then: Callable[[InterviewResult], object]) -> LetterMenu:
    """How an interview went; `then` hears it."""
    menu = LetterMenu(opener, "How did it go?")
    for letter, (result, words) in RESULTS.items():
        menu.act(words, letter, lambda result=result: then(result))  # type: ignore[misc]
    return menu


def reply_menu(opener: QWidget, then: Callable[[Outcome], object]) -> LetterMenu:
    """What an offer was answered; `then` hears it."""
    menu = LetterMenu(opener, "What did you reply?")
    for letter, outcome in REPLIES.items():
        menu.act(outcome_name(outcome), letter, lambda outcome=outcome: then(outcome))  # type: ignore[misc]
    return menu


class DaySheet(Sheet):
    """Asks for a day: "fri", "+3", "30 nov"; Enter accepts what is understood."""

    def __init__(
        self, theme: Theme, opener: QWidget, today: date, then: Callable[[date], object]
    ) -> None:
        super().__init__(theme, opener, "Snooze until", SIZE)
        self._today = today
        self._then = then
        self.editor = QLineEdit()
        self.editor.setPlaceholderText("fri, +3, 30 nov")
        self.field = Field(theme, "Day", self.editor)
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        self.footer.addStretch(1)
        self.default = Button("Snooze", kind="primary")
        self.default.clicked.connect(self.accept)
        self.footer.addWidget(self.default)
        self.editor.textChanged.connect(self._understand)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.focusWidget() is self.editor:
            self.accept()
            event.accept()
            return
        super().keyPressEvent(event)

    def accept(self) -> None:
        """Answer with the day that is meant, or say under the field why there is none."""
        day, error = self._read()
        if day is None:
            self.field.set_error(error)
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.close()
        self._then(day)

    def _read(self) -> tuple[date | None, str]:
        try:
            day = typed_date(self.editor.text(), self._today)
        except InvalidInputError as error:
            return None, str(error)
        if day is None:
            return None, "Day is empty. Type it, as in fri or +3."
        if day < self._today:
            return None, PASSED
        return day, ""

    def _understand(self, text: str) -> None:
        """Say what is meant while it is typed; a day that has passed at once."""
        day, error = self._read()
        hint = day_hint(text, self._today, past=False)
        self.field.set_hint(error if day is None and hint.words else hint.words)
