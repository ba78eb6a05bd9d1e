"""The steps of turning encryption on: how the key is kept, the code, the code typed back, done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.passphrase_strength import strength_of
from jobtracker.domain.passphrases import check_passphrase
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.secret_field import SecretField
from jobtracker.ui.widgets.segmented import Segmented

KEYRING, PASSPHRASE = "keyring", "passphrase"
WAYS = ((PASSPHRASE, "With a passphrase"), (KEYRING, "With the system's keyring"))
ABOUT_TYPED = (
    "You type the passphrase when Jobtracker starts, or let the keyring remember it. Four or five "
    "words that have nothing to do with each other are good."
)
ABOUT_KEPT = (
    "A random key, kept by {name}. Your search opens by itself while you are logged in, so the "
    "lock of your desktop protects it."
)
FORGOTTEN = (
    "Whoever has neither passphrase, keyring nor recovery code cannot read the search again, "
    "and nobody can help."
)
DIFFER = "The two differ. Nothing was changed."
SHOWN_ONCE = (
    "This code opens your search where passphrase or keyring fail. It is shown this once: write "
    "it down, print it or save it to a file that does not lie beside your search."
)
TYPE_BACK = (
    "Type the code from what you wrote down or saved. Case, blanks and hyphens do not matter. "
    "Nothing has been changed so far."
)
A_ROW = 7


class ChooseStep(QWidget):
    """How the key is kept; `passphrase` is None for the keyring."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.ways = Segmented("How it opens", WAYS)
        self.ways.chosen.subscribe(self._choose, owner=self)
        self._about = PlainLabel("", "lead", wrap=True)
        self.secret = SecretField(theme, "Passphrase")
        self.secret.changed.subscribe(self._weigh, owner=self)
        self.secret.entered.subscribe(lambda _none: self._go_on(), owner=self)
        self.again = SecretField(theme, "Passphrase again")
        self.again.reveal.hide()
        self.secret.reveal.chosen.subscribe(self.again.show_typed, owner=self)
        self._keyring_name = ""
        column = _column(self)
        column.addWidget(self.ways, 0, Qt.AlignmentFlag.AlignLeft)
        for one in (self._about, self.secret, self.again):
            column.addWidget(one)
        column.addWidget(PlainLabel(FORGOTTEN, "small", wrap=True))
        column.addStretch(1)
        self._choose(PASSPHRASE)

    def offer_keyring(self, name: str) -> None:
        """The keyring that could keep the key; "" where none can."""
        self._keyring_name = name
        self.ways.setVisible(bool(name))

    @property
    def passphrase(self) -> str | None:
        return None if self.ways.value() == KEYRING else self.secret.text()

    def first(self) -> QWidget:
        return self.secret.editor

    def is_right(self) -> bool:
        """Whether it can go on; says in place why not."""
        typed = self.passphrase
        if typed is None:
            return True
        if not self.is_strong_enough():
            return False
        if typed != self.again.text():
            self.again.set_error(DIFFER)
            self.again.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def is_strong_enough(self) -> bool:
        """Whether the passphrase is taken; where not, the keyboard stays with it."""
        try:
            check_passphrase(self.secret.text())
        except InvalidInputError as error:
            self.secret.set_error(str(error))
            self.secret.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def clear(self) -> None:
        self.secret.clear()
        self.again.clear()

    def _go_on(self) -> None:
        if self.is_strong_enough():
            self.again.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, way: str) -> None:
        self.ways.set_value(way)
        keyring = way == KEYRING
        about = ABOUT_KEPT.format(name=self._keyring_name) if keyring else ABOUT_TYPED
        self._about.setText(about)
        self.secret.setVisible(not keyring)
        self.again.setVisible(not keyring)

    def _weigh(self, text: str) -> None:
        self.secret.set_hint(strength_of(text) if text else "")


class CodeStep(QWidget):
    """The recovery code in groups; it can be saved or printed, and never copied."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.save_wanted: Channel[None] = Channel()
        self.print_wanted: Channel[None] = Channel()
        self.code = ""
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.LARGE)
        self._grid.setVerticalSpacing(Space.SMALL)
        self._code = QWidget()
        self._code.setLayout(self._grid)
        self._said = PlainLabel("", "small", wrap=True)
        self.save = Button("Save to a file…", icon=theme.icon("download"))
        self.save.clicked.connect(lambda: self.save_wanted.put(None))
        self.print = Button("Print…", icon=theme.icon("printer"))
        self.print.clicked.connect(lambda: self.print_wanted.put(None))
        column = _column(self)
        column.addWidget(PlainLabel(SHOWN_ONCE, "lead", wrap=True))
        column.addSpacing(Space.SMALL)
        column.addWidget(self._code, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(Space.SMALL)
        ways = QHBoxLayout()
        ways.setSpacing(Space.SMALL)
        ways.addWidget(self.save)
        ways.addWidget(self.print)
        ways.addStretch(1)
        column.addLayout(ways)
        column.addWidget(self._said)
        column.addStretch(1)

    def show_code(self, code: str) -> None:
        self.code = code
        groups = code.split("-")
        self._code.setAccessibleName(f"Recovery code: {' '.join(groups)}")
        for at, group in enumerate(groups):
            self._grid.addWidget(PlainLabel(group, "title"), at // A_ROW, at % A_ROW)

    def say(self, words: str) -> None:
        """What became of saving or printing it."""
        self._said.setText(words)

    def clear(self) -> None:
        """Leave nothing of the code behind."""
        self.code = ""
        self._code.setAccessibleName("")
        while (item := self._grid.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.hide()
                label.deleteLater()


class BackStep(QWidget):
    """The code, typed back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.editor = QLineEdit()
        self.editor.setMaxLength(200)
        keep_not(self.editor)
        self._field = Field(theme, "Recovery code", self.editor)
        column = _column(self)
        column.addWidget(PlainLabel(TYPE_BACK, "lead", wrap=True))
        column.addWidget(self._field)
        column.addStretch(1)

    def set_error(self, words: str) -> None:
        self._field.set_error(words)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)


class DoneStep(QWidget):
    """What was done, and what was not."""

    def __init__(self) -> None:
        super().__init__()
        self._column = _column(self)
        self._column.addStretch(1)

    def show_lines(self, lines: Sequence[str]) -> None:
        for at, line in enumerate(lines):
            role = "body" if not at else "lead"
            self._column.insertWidget(at, PlainLabel(line, role, wrap=True))
        self.setAccessibleName(" ".join(lines))


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.MEDIUM)
    return column
