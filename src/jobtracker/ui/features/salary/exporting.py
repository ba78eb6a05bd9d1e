"""The charts as a picture: what stands on the page, whole, with what explains it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter

from jobtracker.domain.errors import JobtrackerError
from jobtracker.ui.features.salary.chart import SalaryChart
from jobtracker.ui.features.salary.legend import Legend
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SECTION, SMALL_LABEL, Space
from jobtracker.ui.widgets.row_delegate import LEFT

WIDTH = 1180
SHARP = 2
"""Image pixels to a px of the page."""


class PictureNotSavedError(JobtrackerError):
    """A picture that could not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} could not be written there; nothing was changed. "
            "Choose another folder or name."
        )


def save_png(sheet: "Sheet", path: Path) -> None:
    """Write the sheet as an image. Raises PictureNotSavedError."""
    size = sheet.size()
    image = QImage(size * SHARP, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(SHARP)
    painter = QPainter(image)
    sheet.paint(painter)
    painter.end()
    if not QImageWriter(str(path), QByteArray(b"png")).write(image):
        raise PictureNotSavedError(path)


def save_svg(sheet: "Sheet", path: Path) -> None:
    """Write the sheet as vectors, its words as text. Raises PictureNotSavedError."""
    from PySide6.QtSvg import QSvgGenerator  # late: no page needs it

    size = sheet.size()
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(sheet.title)
    painter = QPainter()
    if not painter.begin(generator):
        raise PictureNotSavedError(path)
    sheet.paint(painter)
    painter.end()


class Sheet:
    """The charts one under the other, with title, legend and where the figures come from."""

    def __init__(
        self, theme: Theme, title: str, charts: Sequence[tuple[str, SalaryChart]], legend: Legend
    ) -> None:
        self.title = title
        self._theme = theme
        self._charts = charts
        self._legend = legend
        self._head = theme.px(64)
        self._heading = theme.px(30)

    def size(self) -> QSize:
        headings = self._heading * (len(self._charts) if len(self._charts) > 1 else 0)
        heights = sum(chart.sizeHint().height() for _, chart in self._charts)
        return QSize(self._theme.px(WIDTH), self._head + headings + heights + Space.LARGE)

    def paint(self, painter: QPainter) -> None:
        """Draw it from the top left."""
        theme, size = self._theme, self.size()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme.colours.surface)
        painter.setFont(theme.font(SECTION))
        painter.setPen(theme.colours.text)
        title = QRectF(Space.PAGE, Space.SMALL, size.width(), theme.px(24))
        painter.drawText(title, LEFT, self.title)
        legend = QRectF(Space.PAGE, title.bottom(), size.width() - 2 * Space.PAGE, theme.px(26))
        self._legend.draw(painter, legend)
        painter.translate(0, self._head)
        for name, chart in self._charts:
            if len(self._charts) > 1:
                painter.setFont(theme.font(SMALL_LABEL))
                painter.setPen(theme.colours.text2)
                painter.drawText(QRectF(Space.PAGE, 0, size.width(), self._heading), LEFT, name)
                painter.translate(0, self._heading)
            painter.translate(0, chart.draw(painter, size.width()))
