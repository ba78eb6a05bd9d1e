"""Markdown's signs, set and taken away where the cursor is."""

import re

from PySide6.QtGui import QTextCursor

from jobtracker.ui.features.letters.writing.highlighter import in_units
from jobtracker.ui.features.letters.writing.token_text import TokenText

KEEP = QTextCursor.MoveMode.KeepAnchor
STAR, BOLD = "*", "**"
_STARS = re.compile(r"\\.|(?:^[ \t]*\*[ \t])|(\*+)")
"""Stars that are signs; neither escaped ones nor the bullet of an item."""


def toggle_sign(letter: TokenText, cursor: QTextCursor, sign: str) -> QTextCursor:
    """Put `sign` before and after what is selected, or take it away; what to select then. Without
    a selection the sign is begun, and right before its end it is ended: typing goes on after it.
    """
    if not cursor.hasSelection() and _end_sign(cursor, sign):
        return cursor
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
    cursor.setPosition(end + grown if chosen else start + size, KEEP)
    return cursor


def _end_sign(cursor: QTextCursor, sign: str) -> bool:
    """Step over the closing sign; False where the cursor does not stand right before it."""
    line, place = in_units(cursor.block().text()), cursor.positionInBlock()
    before, after = line[:place], line[place:]
    stars = len(after) - len(after.lstrip(STAR))
    closes = stars >= len(BOLD) if sign == BOLD else stars in (1, 3)
    if not closes or sign not in _open_signs(before):
        return False
    start, size = cursor.position(), len(sign)
    if before.endswith(sign):
        cursor.setPosition(start - size)
        cursor.setPosition(start + size, KEEP)
        cursor.removeSelectedText()
        return True
    # Markdown ends no bold after a blank, so what was typed there goes behind the sign.
    blanks = len(before) - len(before.rstrip(" "))
    cursor.setPosition(start + size)
    if blanks:
        cursor.beginEditBlock()
        cursor.insertText(" " * blanks)
        cursor.setPosition(start - blanks)
        cursor.setPosition(start, KEEP)
        cursor.removeSelectedText()
        cursor.setPosition(start + size)
        cursor.endEditBlock()
    return True


def _open_signs(before: str) -> set[str]:
    """The signs that were begun in a line so far, and not ended."""
    found: set[str] = set()
    for stars in _STARS.finditer(before):
        count = len(stars[1] or "")
        if count >= len(BOLD):
            found ^= {BOLD}
        if count in (1, 3):
            found ^= {STAR}
    return found
