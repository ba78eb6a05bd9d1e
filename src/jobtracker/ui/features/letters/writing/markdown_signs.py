"""Markdown's signs, set and taken away where the cursor is."""

from PySide6.QtGui import QTextCursor

from jobtracker.ui.features.letters.writing.token_text import TokenText


def toggle_sign(letter: TokenText, cursor: QTextCursor, sign: str) -> QTextCursor:
    """Put `sign` before and after what is selected, or take it away; what to select then."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    chosen = letter.between(start, end)
    size = len(sign)
    if len(chosen) >= 2 * size and chosen.startswith(sign) and chosen.endswith(sign):
        letter.insert(cursor, chosen[size:-size])
        grown = -2 * size
    else:
        letter.insert(cursor, f"{sign}{chosen}{sign}")
        grown = 2 * size
    cursor.setPosition(start if chosen else start + size)
    keep = QTextCursor.MoveMode.KeepAnchor
    cursor.setPosition(end + grown if chosen else start + size, keep)
    return cursor
