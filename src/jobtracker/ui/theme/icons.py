"""Lucide icons drawn in a colour role of the theme, parsed when they are first seen."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImageReader, QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable

STROKE = "1.75"
MINIMUM_SCALE = 2.0


class _Picture(NamedTuple):
    name: str
    colour: int
    size: int
    scale: float


class Icons:
    """Pictures by file name, kept for each colour, size and display scale asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._pictures: dict[_Picture, QPixmap] = {}

    def pixmap(self, name: str, colour: QColor, size: int, scale: float) -> QPixmap:
        """The icon `name` in a square of `size` px; a missing file is a FileNotFoundError."""
        key = _Picture(name, colour.rgba(), size, max(scale, MINIMUM_SCALE))
        if key not in self._pictures:
            self._pictures[key] = self._render(key, colour)
        return self._pictures[key]

    def _render(self, picture: _Picture, colour: QColor) -> QPixmap:
        """Read by Qt's image plug-in, which costs half of what its module for SVG does."""
        source = QBuffer()
        source.setData(self._source(picture.name).replace("currentColor", colour.name()).encode())
        reader = QImageReader(source, QByteArray(b"svg"))
        reader.setScaledSize(QSize(picture.size, picture.size) * picture.scale)
        pixmap = QPixmap.fromImageReader(reader)
        pixmap.setDevicePixelRatio(picture.scale)
        return pixmap

    def _source(self, name: str) -> str:
        if name not in self._sources:
            text = (self._folder / f"{name}.svg").read_text("utf-8")
            self._sources[name] = text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')
        return self._sources[name]


class ThemeIcon(QIconEngine):
    """An icon that asks for its colour each time it is painted, so it follows the theme."""

    def __init__(self, icons: Icons, name: str, colour: "Callable[[], QColor]") -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw at the left of `rect`; what is wider than high is a gap before the text."""
        side = min(rect.height(), rect.width())
        scale = painter.device().devicePixelRatio() if painter.device() else MINIMUM_SCALE
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(0.5)
        painter.drawPixmap(
            rect.left(),
            rect.top() + (rect.height() - side) // 2,
            self._icons.pixmap(self._name, self._colour(), side, scale),
        )

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        logical = QSize(round(size.width() / scale), round(size.height() / scale))
        self.paint(painter, QRect(0, 0, logical.width(), logical.height()), mode, state)
        painter.end()
        return pixmap

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def clone(self) -> QIconEngine:
        return ThemeIcon(self._icons, self._name, self._colour)
