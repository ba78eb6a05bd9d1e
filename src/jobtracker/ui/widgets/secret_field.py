"""A field for a passphrase: hidden unless shown, with a word when Caps Lock is on."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.fields import CheckBox
from jobtracker.ui.widgets.form import Field

CAPS_LOCK = "Caps Lock is on."
LONGEST = 1024
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SecretField(QWidget):
    """`entered` tells that Enter was pressed in it. Pasting is allowed, copying is not."""

    def __init__(self, theme: Theme, label: str, hint: str = "") -> None:
        super().__init__()
        keep_not(self)
        self.entered: Channel[None] = Channel()
        self.changed: Channel[str] = Channel()
        self._hint = hint
        self._caps = False
        self.editor = QLineEdit()
        self.editor.setEchoMode(QLineEdit.EchoMode.Password)
        self.editor.setMaxLength(LONGEST)
        self.editor.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.editor.installEventFilter(self)
        self.editor.textChanged.connect(self._typed)
        self.field = Field(theme, label, self.editor, hint)
        self.reveal = CheckBox(theme, "Show what is typed")
        self.reveal.chosen.subscribe(self.show_typed, owner=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self.field)
        column.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignLeft)

    def text(self) -> str:
        return self.editor.text()

    def clear(self) -> None:
        """Leave nothing of what was typed, and hide the next."""
        self.editor.clear()
        self.field.set_error("")
        self.reveal.setChecked(False)
        self.show_typed(False)

    def set_error(self, words: str) -> None:
        self.field.set_error(words)

    def set_hint(self, words: str) -> None:
        """What belongs here; Caps Lock takes its place while it is on."""
        self._hint = words
        self._say()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.editor.setFocus(event.reason())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._notice_caps(event)
            if event.key() in ENTER:
                self.entered.put(None)
                return True
        return super().eventFilter(watched, event)

    def _notice_caps(self, event: QKeyEvent) -> None:
        """Qt does not tell the state of Caps Lock, but a letter does."""
        before, text = self._caps, event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps = False  # which way it went is seen from the next letter
        elif len(text) == 1 and text.lower() != text.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps = text.isupper() != shift
        if before != self._caps:
            self._say()

    def _say(self) -> None:
        self.field.set_hint(CAPS_LOCK if self._caps else self._hint)

    def _typed(self, text: str) -> None:
        if self.field.error:
            self._say()
        self.changed.put(text)

    def show_typed(self, shown: bool) -> None:
        """Show what is typed, or hide it again."""
        echo = QLineEdit.EchoMode
        self.editor.setEchoMode(echo.Normal if shown else echo.Password)
