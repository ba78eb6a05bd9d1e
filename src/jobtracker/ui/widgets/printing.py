"""Pages on the printer: those of the preview and the PDF."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from jobtracker.domain.letter_looks import Paper
from jobtracker.ui.widgets.dialogs import ask_printer

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from jobtracker.domain.letter_content import LetterContent
    from jobtracker.domain.letter_looks import LetterLook
    from jobtracker.typesetting.pages import Pages

POINTS_AN_INCH = 72
SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def print_pages(
    parent: QWidget, content: "LetterContent", look: "LetterLook", title: str
) -> "QPrintDialog":
    """Ask for a printer and print on the one chosen; `title` names the job."""
    from jobtracker.typesetting.pages import lay_out

    def prepare(printer: "QPrinter") -> None:
        printer.setPageSize(QPageSize(SIZES[look.paper]))
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)

    return ask_printer(
        parent, title, prepare, lambda printer: paint_on(printer, lay_out(content, look))
    )


def paint_on(printer: "QPrinter", pages: "Pages") -> None:
    """Paint every page, measured from the edge of the paper."""
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())
    painter = QPainter(printer)
    for index in range(pages.count):
        if index:
            printer.newPage()
        painter.save()
        scale = printer.resolution() / POINTS_AN_INCH
        painter.scale(scale, scale)
        pages.paint(painter, index)
        painter.restore()
    painter.end()


def print_text(parent: QWidget, title: str, text: str) -> "QPrintDialog":
    """Ask for a printer and print plain lines on the one chosen; `title` names the job."""

    def paint(printer: "QPrinter") -> None:
        from PySide6.QtCore import QRectF, Qt
        from PySide6.QtGui import QFont

        painter = QPainter(printer)
        painter.setFont(QFont("monospace", 12))
        area = QRectF(painter.viewport())
        painter.drawText(area, int(Qt.TextFlag.TextWordWrap), text)
        painter.end()

    return ask_printer(parent, title, lambda _printer: None, paint)
