"""Which token of an editor lies under the pointer."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from jobtracker.ui.features.letters.writing.token_text import TokenText


def token_under(editor: QTextEdit, letter: TokenText, point: QPoint) -> int:
    """The position of the token at a point of the viewport, or -1."""
    layout = editor.document().documentLayout()
    scrolled = QPoint(editor.horizontalScrollBar().value(), editor.verticalScrollBar().value())
    place = layout.hitTest((point + scrolled).toPointF(), Qt.HitTestAccuracy.ExactHit)
    for one in (place, place - 1):
        if one >= 0 and letter.token_at(one) and _covers(editor, one, point):
            return one
    return -1


def _covers(editor: QTextEdit, place: int, point: QPoint) -> bool:
    """Whether the character at `place` is drawn at this point of the viewport."""
    cursor = QTextCursor(editor.document())
    cursor.setPosition(place)
    left = editor.cursorRect(cursor)
    cursor.setPosition(place + 1)
    right = editor.cursorRect(cursor)
    return left.left() <= point.x() <= right.left() or left.top() != right.top()
