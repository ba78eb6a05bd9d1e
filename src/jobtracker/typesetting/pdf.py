"""A letter's pages as a PDF, with its fonts inside and its text in reading order."""

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from jobtracker.domain.letter_content import LetterContent
from jobtracker.domain.letter_looks import LetterLook
from jobtracker.typesetting.lines import WordsInk
from jobtracker.typesetting.pages import Pages, lay_out
from jobtracker.typesetting.pdf_text import with_words
from jobtracker.typesetting.spoken import EmojiText

_RESOLUTION = 720
"""Dots an inch: one a unit of the layout, a tenth of a point."""
_kept: list[QCoreApplication] = []


def ensure_gui() -> None:
    """Make the Qt application that fonts need, where there is none: in the terminal.

    It asks for no display, and lives as long as the program.
    """
    if QCoreApplication.instance() is None:
        _kept.append(QGuiApplication(["jobtracker", "-platform", "offscreen"]))


def to_pdf(content: LetterContent, look: LetterLook, *, title: str = "", author: str = "") -> bytes:
    """The letter as a PDF file's bytes; `title` and `author` are its properties."""
    ensure_gui()
    return pdf_of(lay_out(content, look), title=title, author=author)


def pdf_of(pages: Pages, *, title: str = "", author: str = "") -> bytes:
    """Laid out pages as a PDF file's bytes, marks and all; its text is that of the letter."""
    inks: list[WordsInk] = []
    emoji = EmojiText(pages.family)
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
    for index in range(pages.count):
        if index:
            writer.newPage()
        for ink, left, baseline in pages.inks(index):
            ink(painter, left, baseline)
            if isinstance(ink, WordsInk):
                inks.append(ink)
                if ink.words.has_emoji:
                    emoji.draw(painter, ink, left, baseline)
    painter.end()
    buffer.close()
    return with_words(bytes(buffer.data().data()), inks, emoji)
