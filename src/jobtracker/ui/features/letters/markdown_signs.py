"""Markdown's signs, set and taken away where the cursor is."""

from PySide6.QtGui import QTextCursor

from jobtracker.ui.features.letters.token_text import TokenText

ITEM = "- "


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


def make_list(cursor: QTextCursor) -> None:
    """Begin each line of the selection as an item of a list."""
    last = cursor.document().findBlock(cursor.selectionEnd()).blockNumber()
    block = cursor.document().findBlock(cursor.selectionStart())
    cursor.beginEditBlock()
    while block.isValid() and block.blockNumber() <= last:
        if not block.text().startswith(ITEM):
            QTextCursor(block).insertText(ITEM)
        block = block.next()
    cursor.endEditBlock()
