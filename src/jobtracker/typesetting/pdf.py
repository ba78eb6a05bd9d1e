"""A letter's pages as a PDF, with its fonts inside and its text in reading order."""

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from jobtracker.typesetting.pages import POINTS_PER_INCH, LetterLook, Pages, lay_out

_RESOLUTION = 600
_kept: list[QCoreApplication] = []


def ensure_gui() -> None:
    """Make the Qt application that fonts need, where there is none: in the terminal.

    It asks for no display, and lives as long as the program.
    """
    if QCoreApplication.instance() is None:
        _kept.append(QGuiApplication(["jobtracker", "-platform", "offscreen"]))


def to_pdf(markdown: str, look: LetterLook, *, title: str = "", author: str = "") -> bytes:
    """The letter as a PDF file's bytes; `title` and `author` are its properties."""
    ensure_gui()
    return pdf_of(lay_out(markdown, look), title=title, author=author)


def pdf_of(pages: Pages, *, title: str = "", author: str = "") -> bytes:
    """Laid out pages as a PDF file's bytes, marks and all."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setAuthor(author)
    writer.setCreator("Jobtracker")
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(pages.size, QPageSize.Unit.Point),
            QPageLayout.Orientation.Portrait,
            QMarginsF(),
        )
    )
    painter = QPainter(writer)
    painter.scale(_RESOLUTION / POINTS_PER_INCH, _RESOLUTION / POINTS_PER_INCH)
    for index in range(pages.count):
        if index:
            writer.newPage()
        pages.paint(painter, index)
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())
