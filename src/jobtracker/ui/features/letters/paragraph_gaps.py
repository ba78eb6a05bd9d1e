"""The space between paragraphs of a letter: its empty lines, shown half as high.

The text keeps its empty lines; only the format of their blocks says how high they stand. What
changes a format belongs to the edit that made it necessary, so one undo takes both back.
"""

from collections.abc import Iterable

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


def line_format(height: int) -> QTextBlockFormat:
    """Lines of exactly this height, in px."""
    made = QTextBlockFormat()
    made.setLineHeight(height, FIXED)
    return made


class ParagraphGaps:
    """Keeps the lines of a document `leading` px high, its empty ones `gap` px."""

    def __init__(self, document: QTextDocument, leading: int, gap: int) -> None:
        self._document = document
        self._leading = leading
        self._gap = gap

    def set_all(self) -> None:
        """Give every line its height; what was there before cannot be undone any more."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        self._set(cursor, self._blocks())
        cursor.endEditBlock()
        self._document.clearUndoRedoStacks()

    def follow(self, cursor: QTextCursor) -> None:
        """Within an edit at the cursor: an empty line that it is in still waits for its text."""
        here = cursor.block()
        near = [here.previous(), here.next(), *([here] if here.length() > 1 else [])]
        self._set(QTextCursor(self._document), filter(QTextBlock.isValid, near))

    def _set(self, cursor: QTextCursor, blocks: Iterable[QTextBlock]) -> None:
        for block in blocks:
            if not self._fits(block):
                cursor.setPosition(block.position())
                cursor.setBlockFormat(line_format(self._height(block)))

    def _blocks(self) -> Iterable[QTextBlock]:
        block = self._document.begin()
        while block.isValid():
            yield block
            block = block.next()

    def _fits(self, block: QTextBlock) -> bool:
        return round(block.blockFormat().lineHeight()) == self._height(block)

    def _height(self, block: QTextBlock) -> int:
        return self._gap if block.length() == 1 else self._leading
