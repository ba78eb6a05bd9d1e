"""A letter as pages. The editor's preview and the PDF paint the same ones.

The text is laid out once, at a fine resolution that no screen has a say in, so that a line ends
at the same word on every screen and in the PDF.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPageSize,
    QPainter,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from jobtracker.typesetting.fonts import letter_font
from jobtracker.typesetting.markdown import with_line_breaks

POINTS_PER_INCH = 72
_MM_PER_INCH = 25.4
_METERS_PER_INCH = 0.0254
_LAYOUT_DPI = 600
_LEADING = 1.5  # from line to line, of the font size
_PARAGRAPH_GAP = 0.75  # of the font size
_LIST_GAP = 0.2
_NAME_SIZE = 1.3  # of the font size
_CONTACT_SIZE = 0.87
# Paper is white in both themes, so its inks are here: text, contact line, mark and its ground.
_INK = 0xFF1A1A1A
_FAINT_INK = 0xFF555555
_MARK_INK = 0xFF7A4B00
_MARK_GROUND = 0xFFFBE3B1


class LetterLook(NamedTuple):
    """How a letter looks. An empty `family` is the first serif of this computer.

    `page` is "A4" or "Letter"; `header_name` and `header_line` stand above the text (the name
    in bold, the line below it small) and are plain text.
    """

    page: str = "A4"
    margin_mm: float = 25.0
    family: str = ""
    size_pt: float = 11.0
    header_name: str = ""
    header_line: str = ""


class _Document(QTextDocument):
    """A document that opens nothing: Qt reads any path a text names unless it gets an image."""

    def loadResource(self, _kind: int, _name: object) -> Any:
        return QImage(1, 1, QImage.Format.Format_ARGB32)


class Pages:
    """A laid out letter: `count` pages of `size` points (1/72 inch)."""

    def __init__(self, document: QTextDocument, size: QSizeF) -> None:
        self._document = document
        self.size = size
        self.count: int = max(1, document.pageCount())

    def paint(self, painter: QPainter, index: int) -> None:
        """Paint page `index` (from 0) at the painter's origin, one unit a point.

        The paper itself is not painted.
        """
        height = self._document.pageSize().height()
        page = QRectF(0, index * height, self._document.pageSize().width(), height)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor.fromRgba(_INK))
        context.palette = palette
        context.clip = page
        painter.save()
        painter.scale(POINTS_PER_INCH / _LAYOUT_DPI, POINTS_PER_INCH / _LAYOUT_DPI)
        painter.translate(0, -page.top())
        painter.setClipRect(page)
        self._document.documentLayout().draw(painter, context)
        painter.restore()


def lay_out(markdown: str, look: LetterLook, marks: Iterable[str] = ()) -> Pages:
    """The letter's pages; each occurrence of a text in `marks` is tinted.

    Needs a QGuiApplication. Raw HTML is shown as it is written, and no image, file or address
    in the text is opened.
    """
    document = _Document()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    size = page_size(look.page)
    # without a page size Qt's own printing would add page numbers
    document.setPageSize(size * (_LAYOUT_DPI / POINTS_PER_INCH))
    document.documentLayout().setPaintDevice(_metrics())
    document.setDefaultFont(letter_font(look.family, look.size_pt))
    document.setMarkdown(
        with_line_breaks(markdown),
        QTextDocument.MarkdownFeature.MarkdownNoHTML
        | QTextDocument.MarkdownFeature.MarkdownDialectGitHub,
    )
    edit = QTextCursor(document)
    edit.beginEditBlock()  # laid out once, at its end
    _space_out(document, look)
    _put_header(document, look)
    for mark in marks:
        _tint(document, mark)
    _set_margins(document, look.margin_mm)
    edit.endEditBlock()
    return Pages(document, size)


def page_size(name: str) -> QSizeF:
    """The size of "A4" or "Letter" paper in points; any other name is A4."""
    kind = QPageSize.PageSizeId.Letter if name == "Letter" else QPageSize.PageSizeId.A4
    return QPageSize(kind).size(QPageSize.Unit.Point)


@cache
def _metrics() -> QImage:
    """The device that text is measured for."""
    device = QImage(1, 1, QImage.Format.Format_ARGB32)
    dots_per_meter = round(_LAYOUT_DPI / _METERS_PER_INCH)
    device.setDotsPerMeterX(dots_per_meter)
    device.setDotsPerMeterY(dots_per_meter)
    return device


def _format_units(points: float) -> float:
    """Points in the unit of Qt's block and frame formats: pixels of the default screen."""
    return points * QImage(1, 1, QImage.Format.Format_Mono).logicalDpiY() / POINTS_PER_INCH


def _space_out(document: QTextDocument, look: LetterLook) -> None:
    spacing = QTextBlockFormat()
    spacing.setLineHeight(
        _line_height(look), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    )
    spacing.setTopMargin(0)
    spacing.setBottomMargin(_format_units(look.size_pt * _PARAGRAPH_GAP))
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(spacing)
    in_list = QTextBlockFormat()
    in_list.setBottomMargin(_format_units(look.size_pt * _LIST_GAP))
    block = document.begin()
    while block.isValid():
        following = block.next()
        if block.textList() and following.textList():
            QTextCursor(block).mergeBlockFormat(in_list)
        block = following


def _line_height(look: LetterLook) -> float:
    """The leading in percent of the font's own height, which differs from font to font."""
    metrics = QFontMetricsF(letter_font(look.family, look.size_pt), _metrics())
    return 100 * _LEADING * look.size_pt / (metrics.height() / _LAYOUT_DPI * POINTS_PER_INCH)


def _put_header(document: QTextDocument, look: LetterLook) -> None:
    for text, size, ink in (
        (look.header_line, _CONTACT_SIZE, _FAINT_INK),
        (look.header_name, _NAME_SIZE, _INK),
    ):
        if not text.strip():
            continue
        style = QTextCharFormat()
        style.setFont(letter_font(look.family, look.size_pt))
        style.setFontPointSize(look.size_pt * size)
        style.setFontWeight(QFont.Weight.Bold if size > 1 else QFont.Weight.Normal)
        style.setForeground(QColor.fromRgba(ink))
        gap = QTextBlockFormat()
        last = size < 1 or not look.header_line.strip()
        gap.setBottomMargin(_format_units(look.size_pt * (1.2 if last else 0.25)))
        cursor = QTextCursor(document)
        cursor.insertBlock()
        cursor.setPosition(0)
        cursor.setBlockFormat(gap)
        cursor.insertText(" ".join(text.split()), style)


def _tint(document: QTextDocument, mark: str) -> None:
    tint = QTextCharFormat()
    tint.setForeground(QColor.fromRgba(_MARK_INK))
    tint.setBackground(QColor.fromRgba(_MARK_GROUND))
    cursor = document.find(mark, 0, QTextDocument.FindFlag.FindCaseSensitively)
    while mark and not cursor.isNull():
        cursor.mergeCharFormat(tint)
        cursor = document.find(mark, cursor, QTextDocument.FindFlag.FindCaseSensitively)


def _set_margins(document: QTextDocument, millimetres: float) -> None:
    frame = document.rootFrame()
    margins = frame.frameFormat()
    margins.setMargin(_format_units(millimetres / _MM_PER_INCH * POINTS_PER_INCH))
    frame.setFrameFormat(margins)
