"""Lines of which the current one turns into a field: for its words, its note, or a line below."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from jobtracker.ui.features.profiles.lines.delegate import LineDelegate, Opened
from jobtracker.ui.features.profiles.lines.editor import LineEditor
from jobtracker.ui.features.profiles.lines.model import LineModel
from jobtracker.ui.features.profiles.lines.parts import Line
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.fields import mark_wrong
from jobtracker.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDED, NOTED, ADDED = "worded", "noted", "added"
NAMES = {
    WORDED: "Words of this line",
    NOTED: "Where you can show it",
    ADDED: "Words of the new line",
}
"""What can be typed in a list, and the names of the fields it is typed in."""


class Typed(NamedTuple):
    """What was typed in the place of a line: its words, its note, or a new line after it."""

    line: Line
    text: str
    what: str = WORDED


class TypingList(QListView):
    """As high as its lines; the current one can turn into a field.

    Channels: `worded`, `noted` and `added` what was typed; `typing` what stands in the field, each
    time it changes, and None when it is closed; `caret` where the current line stands.
    """

    def __init__(self, theme: Theme, name: str, *, bullets: bool = False) -> None:
        super().__init__()
        self.lines = LineModel()
        self.ticked = self.lines.ticked
        self.worded: Channel[Typed] = Channel()
        self.noted: Channel[Typed] = Channel()
        self.added: Channel[Typed] = Channel()
        self.typing: Channel[Typed | None] = Channel()
        self.caret: Channel[QRect] = Channel()
        self.editor: LineEditor | None = None
        self.fixed = False
        self._waiting: tuple[Sequence[Line], int] | None = None
        self._kept: Typed | None = None
        self._coming = -1
        self._untouched = False
        self._reason = PlainLabel("", "danger", wrap=True)
        self._reason.setParent(self.viewport())
        self._reason.hide()
        self._painter = LineDelegate(theme, self, bullets=bullets)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(self._painter)
        self.setModel(self.lines)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self._tell_caret())
        theme.changed.subscribe(lambda _tokens: self.fit(), owner=self)

    def show_lines(self, lines: "Sequence[Line]", folded: int = 0) -> None:
        """Show these, the first `folded` of them where it is not 0. While one types in a line
        they wait until that is done.
        """
        if self.editor is not None:
            self._waiting = lines, folded
            return
        at = self.currentIndex().row() if self._coming < 0 else self._coming
        if self.lines.show_lines(lines, folded):
            self._coming = -1
            self.go_to(min(at, self.lines.rowCount() - 1))
            self.fit()

    def go_to(self, row: int) -> None:
        """Make a row the current one; -1 for none."""
        index = self.lines.index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def current(self) -> Line | None:
        index = self.currentIndex()
        return self.lines.lines[index.row()] if index.isValid() else None

    def fit(self) -> None:
        """Be as high as all lines are at the present width."""
        heights = (self._painter.height(*one) for one in enumerate(self.lines.lines))
        self.setFixedHeight(sum(heights))
        self.scheduleDelayedItemsLayout()

    def refuse(self, reason: str) -> bool:
        """What was typed last could not be kept: its field is back, with the reason under it.
        False where its line is gone, or another one is being typed.
        """
        self._coming = -1
        return self._kept is not None and self.put_back(self._kept, reason)

    def leave(self) -> None:
        """The lines of another profile follow: what is typed is kept. A field that was put back
        and that nobody went to is closed, and what stands in it is neither kept nor given up.
        """
        if self.editor is None:
            return
        if self._untouched:
            self._untouched = False
            self._close(self.currentIndex().row(), new=self.editor.accessibleName() == NAMES[ADDED])
        else:
            self.editor.finish(keep=True)

    def put_back(self, typed: Typed, reason: str = "", *, keys: bool = True) -> bool:
        """Open the field that this was typed in again, with the keyboard in it or without.
        False where its line is gone, or another one is being typed.
        """
        row = self.lines.place_of(typed.line)
        if row < 0 or self.editor is not None or self.fixed:
            return False
        self.go_to(row)
        line = self.lines.lines[row]
        if typed.what == ADDED:
            self._open_below(line)
        else:
            text = line.note if typed.what == NOTED else line.typed
            self._open(typed._replace(line=line, text=text))
        self._fill(typed.text, reason)
        self._untouched = not keys
        if keys:
            self._take_keys()
        return True

    def _tell_caret(self) -> None:
        if self.currentIndex().isValid():
            self.caret.put(self.visualRect(self.currentIndex()))

    def _open_below(self, line: Line) -> None:
        row = self.currentIndex().row() + 1
        self.lines.open_row(row, line._replace(text="", lead="", note="", shown=False))
        self.go_to(row)
        self._open(Typed(line, "", ADDED))

    def _open(self, before: Typed) -> None:
        """A field in the place of the current line; `before` is what it holds at first."""
        row = self.currentIndex().row()
        editor = self.editor = LineEditor(self.viewport(), NAMES[before.what], before.text)

        def done(kept: str | None) -> None:
            self._close(row, new=before.what == ADDED)
            self.typing.put(None)
            if kept is not None and (kept.strip() or before.what != ADDED):
                self._tell(before._replace(text=kept), row)

        def tell() -> None:
            self._untouched = False
            self.typing.put(before._replace(text=editor.toPlainText()))

        editor.finished.subscribe(done, owner=self)
        editor.textChanged.connect(tell)
        editor.grown.subscribe(lambda _height: self._place_editor(row), owner=editor)
        self._place_editor(row)
        editor.show()

    def _take_keys(self) -> None:
        if self.editor is not None:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, text: str, reason: str) -> None:
        """Write into the field what was typed in it before, and why it was not kept."""
        editor = self.editor
        assert editor is not None, "it was just opened"
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        editor.setAccessibleDescription(reason)
        mark_wrong(editor, wrong=bool(reason))
        editor.selectAll()
        editor.insertPlainText(text)
        self._place_editor(self.currentIndex().row())

    def _tell(self, typed: Typed, row: int) -> None:
        """It is to be kept: a new line becomes the current one as soon as it is there."""
        self._kept = typed
        self._coming = row if typed.what == ADDED else -1
        {WORDED: self.worded, NOTED: self.noted, ADDED: self.added}[typed.what].put(typed)

    def _place_editor(self, row: int) -> None:
        """Put the field where the line's words, or its note, stand."""
        editor = self.editor
        if editor is None:
            return
        line = self.lines.lines[row]
        room = QRect(0, 0, self.width(), 0)
        rects = self._painter.rects(line, room)
        above = rects.text.bottom() + 1 if editor.accessibleName() == NAMES[NOTED] else 0
        left = rects.lead.left() if line.lead else rects.text.left()
        width = self.width() - left
        editor.setFixedWidth(width)
        below = 0 if self._reason.isHidden() else self._reason.heightForWidth(width)
        self._painter.opened = Opened(row, above + editor.needed() + below, covers=not above)
        self.fit()
        self.executeDelayedItemsLayout()
        top = self.visualRect(self.lines.index(row, 0)).top() + above
        editor.setGeometry(left, top, width, editor.needed())
        self._reason.setGeometry(left, top + editor.needed(), width, below)
        self._tell_caret()

    def _close(self, row: int, *, new: bool) -> None:
        """Take the field away; the keyboard goes back to the line."""
        editor, self.editor = self.editor, None
        assert editor is not None, "only what is open is closed"
        had_focus = editor.hasFocus()
        self._painter.opened = Opened()
        self._reason.hide()
        if new:
            self.lines.drop_row(row)
            self.go_to(row - 1)
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.hide()
        editor.deleteLater()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.show_lines(*waiting)
        self.fit()
