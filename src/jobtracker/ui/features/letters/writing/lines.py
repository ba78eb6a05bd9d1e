"""Lines in an editor's document: items of lists, begun, gone on with and counted anew, and the
borders of paragraphs.
"""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor

from jobtracker.ui.features.letters.writing.paragraphs import (
    BULLET,
    FIRST,
    Border,
    Marker,
    border_near,
    marker_of,
)

KEEP = QTextCursor.MoveMode.KeepAnchor


def toggle_list(cursor: QTextCursor, *, numbered: bool) -> None:
    """Make each line of the selection an item; where all are that already, lines again."""
    blocks = [one for one in _chosen(cursor) if one.text().strip()] or [cursor.block()]
    markers = [marker_of(one.text()) for one in blocks]
    ending = all(one is not None and bool(one.bullet) != numbered for one in markers)
    following = FIRST if numbered else BULLET
    cursor.beginEditBlock()
    for block, marker in zip(blocks, markers, strict=True):
        indent = marker.indent if marker else ""
        sign = indent if ending else following._replace(indent=indent).text
        _write(block, len(marker.text) if marker else 0, sign)
        following = following.next
    if ending:
        _part_from_list(blocks[0], blocks[-1])
    cursor.endEditBlock()


def break_line(cursor: QTextCursor, spacing: QTextBlockFormat, *, plain: bool) -> None:
    """Begin a line: in a list its next item, after an empty item the end of the list and a
    blank line, or what follows would belong to the last item. A `plain` one goes on in the same
    item.
    """
    block = cursor.block()
    marker = None if plain or cursor.hasSelection() else marker_of(block.text())
    if marker is None or cursor.positionInBlock() < len(marker.text):
        cursor.insertBlock(spacing)
    elif block.text() == marker.text:
        cursor.beginEditBlock()
        _write(block, len(marker.text), "")
        if block.previous().text().strip():
            cursor.insertBlock(spacing)
        cursor.endEditBlock()
    else:
        cursor.beginEditBlock()
        cursor.insertBlock(spacing)
        cursor.insertText(marker.next.text)
        _count_on(cursor.block(), marker.next)
        cursor.endEditBlock()


def to_border(cursor: QTextCursor) -> Border:
    """Move the cursor to the border of a paragraph that is nearest to it."""
    document, line = cursor.document(), cursor.blockNumber()
    numbers = range(document.blockCount())
    lines = [document.findBlockByNumber(number).text() for number in numbers]
    border = border_near(lines, line, at_start=cursor.positionInBlock() == 0)
    block = document.findBlockByNumber(border.line)
    cursor.setPosition(block.position() + (block.length() - 1 if border.at_end else 0))
    return border


def _part_from_list(first: QTextBlock, last: QTextBlock) -> None:
    """A blank line between lines and the items beside them, which would take them in."""
    if marker_of(last.next().text()) is not None:
        cursor = QTextCursor(last)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock()
    if marker_of(first.previous().text()) is not None:
        QTextCursor(first).insertBlock()


def _count_on(block: QTextBlock, marker: Marker) -> None:
    """Number the items that follow anew."""
    while not marker.bullet and (block := block.next()).isValid():
        found = marker_of(block.text())
        if found is None or not found.goes_on(marker):
            return
        marker = marker.next
        _write(block, len(found.text), marker.text)


def _write(block: QTextBlock, old: int, sign: str) -> None:
    """Put `sign` instead of the first `old` characters of a line."""
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + old, KEEP)
    if cursor.selectedText() != sign:
        cursor.insertText(sign)


def _chosen(cursor: QTextCursor) -> Iterator[QTextBlock]:
    document = cursor.document()
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    block = document.findBlock(cursor.selectionStart())
    while block.isValid() and block.blockNumber() <= last:
        yield block
        block = block.next()
