"""The look of the window: tokens, fonts, icons and style, switched while it is open."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.fonts import Fonts
from jobtracker.ui.theme.glyphs import paint_glyph
from jobtracker.ui.theme.icons import Icons, ThemeIcon
from jobtracker.ui.theme.palette import palette
from jobtracker.ui.theme.stylesheet import style_sheet
from jobtracker.ui.theme.tokens import BODY, Colours, Size, Tokens, TypeToken, load


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme:
    """Answers what things look like now; painting code asks it each time it paints.

    One lives for the whole program. `resources` is the folder that holds `themes`,
    `fonts` and `icons`; `scale` is the text size (1.0 is 100 %). A QApplication must exist.
    """

    def __init__(
        self, resources: Path, choice: ThemeChoice = ThemeChoice.SYSTEM, scale: float = 1.0
    ) -> None:
        self._folder = resources / "themes"
        self._icons = Icons(resources / "icons")
        self._fonts = Fonts(resources / "fonts", scale)
        self._app: QApplication | None = None
        self.choice = choice
        self.high_contrast: bool | None = None
        self.changed: Channel[Tokens] = Channel()
        self.tokens = load(self._file())

    @property
    def colours(self) -> Colours:
        return self.tokens.colours

    @property
    def scale(self) -> float:
        return self._fonts.scale

    def font(self, token: TypeToken) -> QFont:
        return self._fonts.font(token)

    def metrics(self, token: TypeToken) -> QFontMetrics:
        return self._fonts.metrics(token)

    def px(self, size: float) -> int:
        """A size of the tokens at the present text size."""
        return round(size * self._fonts.scale)

    def icon(self, name: str, colour: str = "text2") -> QIcon:
        """A Lucide icon in a colour role; it follows every later change of theme."""
        return QIcon(ThemeIcon(self._icons, name, lambda: self.colours.named(colour)))

    def pixmap(
        self, name: str, colour: str = "text2", size: int = Size.ICON, scale: float = 1.0
    ) -> QPixmap:
        """The same for painting code, in a square of `size` px."""
        return self._icons.pixmap(name, self.colours.named(colour), size, scale)

    def glyph(self, painter: QPainter, rect: QRectF, key: str) -> None:
        """Draw the glyph of a stage or outcome value to fill `rect`."""
        paint_glyph(painter, rect, self.tokens, key)

    def glyph_icon(self, key: str) -> QIcon:
        """The glyph as an icon for menus and combo boxes, in the colours of this moment."""
        side = 32
        pixmap = QPixmap(QSize(side, side))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_glyph(painter, QRectF(0, 0, side, side), self.tokens, key)
        painter.end()
        pixmap.setDevicePixelRatio(2)
        return QIcon(pixmap)

    def stage_colour(self, key: str) -> QColor:
        return self.tokens.stages[key]

    def apply(self, app: QApplication, *, styled: bool = True) -> None:
        """Dress the application, and follow the system's light or dark from now on.

        It has to have been made with the style Fusion, which is what the style sheet is for.
        Without `styled` the sheet waits for `style`: while a window is put together it would
        be matched anew for every widget that gets a parent.
        """
        self._app = app
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        app.setFont(self.font(BODY))
        app.setPalette(palette(self.colours))
        if styled:
            self.style()

    def style(self) -> None:
        """Put the style sheet on."""
        if self._app is not None:
            sheet = style_sheet(self.tokens, self._fonts.family, self.scale)
            self._app.setStyleSheet(sheet)

    def choose(self, choice: ThemeChoice, *, high_contrast: bool | None = None) -> None:
        """Switch at once. `high_contrast` None follows the system."""
        self.choice = choice
        self.high_contrast = high_contrast
        self._reload()

    def _system_changed(self) -> None:
        if self.choice is ThemeChoice.SYSTEM:
            self._reload()

    def _reload(self) -> None:
        self.tokens = load(self._file())
        if self._app is not None:
            self._app.setFont(self.font(BODY))
            self._app.setPalette(palette(self.colours))
            self.style()
        self.changed.put(self.tokens)

    def _file(self) -> Path:
        name = "dark" if self._is_dark() else "light"
        return self._folder / (f"{name}-high.toml" if self._is_high() else f"{name}.toml")

    def _is_dark(self) -> bool:
        if self.choice is not ThemeChoice.SYSTEM:
            return self.choice is ThemeChoice.DARK
        return QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _is_high(self) -> bool:
        if self.high_contrast is not None:
            return self.high_contrast
        hints = QApplication.styleHints()  # its accessibility lives no longer than this name
        return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
