"""Pages as pictures, for tests that look at what stands on paper."""

import sys

from PySide6.QtGui import QColor, QImage, QPainter

from jobtracker.typesetting.pages import Pages


def painted(pages: Pages, index: int = 0, dpi: int = 72) -> QImage:
    """A page on white paper, at 72 dots an inch a pixel a point."""
    scale = dpi / 72
    image = QImage((pages.size * scale).toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    pages.paint(painter, index)
    painter.end()
    return image


def ink_box(image: QImage) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of all that is not white."""
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    stride, width = gray.bytesPerLine(), gray.width()
    rows = [bytes(gray.constBits()[y * stride : y * stride + width]) for y in range(gray.height())]
    inked = [y for y, row in enumerate(rows) if min(row) < 200]
    columns = [x for x in range(width) if min(row[x] for row in rows) < 200]
    return columns[0], inked[0], columns[-1], inked[-1]


def has_colour(image: QImage, colour: QColor) -> bool:
    """Whether any pixel has just this colour."""
    wanted = colour.rgb().to_bytes(4, sys.byteorder)
    pixels = bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
    at = pixels.find(wanted)
    while at % 4 and at >= 0:
        at = pixels.find(wanted, at + 1)
    return at >= 0
