"""A field that adds something: a fact by its name, a contact, an interview by its time."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.ui.features.applications.detail.inline import INSET, InlineEdit
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import LABEL, Space
from jobtracker.ui.widgets.fields import mark_wrong
from jobtracker.ui.widgets.hints import Hint
from jobtracker.ui.widgets.labels import PlainLabel

PLUS = 14


class AddField(QWidget):
    """Looks like a link with a plus until it takes the focus. `added` tells what was typed or
    chosen, once `reader` accepts it; the field is empty again by then. With `only` the
    beginning of one of the `choices` is enough.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        example: str = "",
        choices: Callable[[], Sequence[str]] | None = None,
        only: bool = False,
        reader: Callable[[str], Hint] | None = None,
    ) -> None:
        super().__init__()
        self.added: Channel[str] = Channel()
        self._reader = reader
        self._last = ""
        self.editor = _PlusEdit(theme, name, example)
        if choices is not None:
            self.editor.offer(choices, only=only)
        self.note = PlainLabel("", "small", wrap=True)
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(self.editor)
        column.addWidget(self.note)
        self.editor.committed.subscribe(self._commit, owner=self)
        self.editor.textEdited.connect(self._understand)
        self.editor.restored.subscribe(lambda _none: self._say(Hint("")), owner=self)

    def clear(self) -> None:
        """Forget what is being typed."""
        self.editor.setModified(False)
        self.editor.set_value("")
        self._say(Hint(""))

    def put_back(self, message: str) -> None:
        """What was added last could not be stored: show it again, with the reason."""
        self.refuse(self._last, message)

    def refuse(self, text: str, message: str) -> None:
        """Put back what was typed but could not be added, with the reason."""
        self.editor.put_back(text)
        self._say(Hint("", message), wrong=True)

    def _commit(self, text: str) -> None:
        self.editor.set_value("")
        self.editor.restore()
        if not text.strip():
            return
        hint = self._reader(text) if self._reader else Hint("")
        if hint.error:
            self.refuse(text, hint.error)
            return
        self._say(Hint(""))
        self._last = text
        self.added.put(text)

    def _understand(self, text: str) -> None:
        self._say(self._reader(text) if self._reader else Hint(""))

    def _say(self, hint: Hint, *, wrong: bool = False) -> None:
        text = hint.words or hint.error
        mark_wrong(self.editor, wrong=wrong)
        self.note.set_role("danger" if wrong else "small")
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)


class _PlusEdit(InlineEdit):
    """As other inline fields, with a plus before its name while nothing is typed."""

    def __init__(self, theme: Theme, name: str, example: str) -> None:
        super().__init__(theme, name, LABEL, placeholder=example or name, empty=name, flush=True)
        self.empty_colour = "accent_text"
        self.indent = PLUS + Space.SNUG

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() or self.text() or self.property("wrong"):
            return
        painter = QPainter(self)
        left = INSET if self.underMouse() else 0
        scale = self.devicePixelRatio()
        plus = self._theme.pixmap("plus", "accent_text", PLUS, scale)
        painter.drawPixmap(left, (self.height() - PLUS) // 2, plus)
        painter.end()
