"""The look of the window: tokens, fonts, icons and style, switched while it is open."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from jobtracker.ui.runtime.channel import Channel, owner_of
from jobtracker.ui.theme.fonts import Fonts
from jobtracker.ui.theme.glyphs import paint_glyph
from jobtracker.ui.theme.icons import Icons, ThemeIcon
from jobtracker.ui.theme.palette import palette
from jobtracker.ui.theme.stylesheet import SheetLook, style_sheet
from jobtracker.ui.theme.tokens import BODY, Colours, Size, Tokens, TypeToken, load

SMALLEST_TEXT, USUAL_TEXT, LARGEST_TEXT = 90, 100, 150
"""Text sizes in per cent."""


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(NamedTuple):
    """What a person chose. None follows the system; `text_size` is in per cent."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    high_contrast: bool | None = None
    text_size: int = USUAL_TEXT
    less_motion: bool | None = None
    large_targets: bool = False


class Theme:
    """Answers what things look like now; painting code asks it each time it paints.

    One lives for the whole program. `resources` is the folder that holds `themes`,
    `fonts` and `icons`. A QApplication must exist.
    """

    def __init__(self, resources: Path, look: Look | None = None) -> None:
        self._folder = resources / "themes"
        self._icons = Icons(resources / "icons")
        self.look = look or Look()
        self._fonts = Fonts(resources / "fonts", self.look.text_size / USUAL_TEXT)
        self._app: QApplication | None = None
        self._styled = False
        self.changed: Channel[Tokens] = Channel()
        self.tokens = load(self._file())

    @property
    def choice(self) -> ThemeChoice:
        return self.look.theme

    @property
    def colours(self) -> Colours:
        return self.tokens.colours

    @property
    def scale(self) -> float:
        """The text size as a factor; 1.0 is 100 %."""
        return self._fonts.scale

    @property
    def ring(self) -> int:
        """How wide the ring of the keyboard's focus is, in px."""
        return Size.EDGE if self.tokens.high_contrast else Size.RING

    @property
    def less_motion(self) -> bool:
        """Whether things arrive without having moved."""
        if self.look.less_motion is not None:
            return self.look.less_motion
        hints = QApplication.styleHints()
        told = getattr(hints.accessibility(), "motionPreference", None)  # Qt 6.12 and later
        return told is not None and "Reduce" in str(told())

    def duration(self, milliseconds: int) -> int:
        """How long a movement of the tokens takes: nothing at all with less motion."""
        return 0 if self.less_motion else milliseconds

    def font(self, token: TypeToken) -> QFont:
        return self._fonts.font(token)

    def metrics(self, token: TypeToken) -> QFontMetrics:
        return self._fonts.metrics(token)

    def px(self, size: float) -> int:
        """A size of the tokens at the present text size."""
        return round(size * self._fonts.scale)

    def fit(self, set_size: Callable[[int], object], size: float) -> None:
        """Give a widget's own setter a size of the tokens, now and after each change of the
        text size: `theme.fit(header.setFixedHeight, Size.PAGE_HEADER)`.
        """

        def again(_tokens: Tokens) -> None:
            set_size(self.px(size))

        again(self.tokens)
        self.changed.subscribe(again, owner=owner_of(set_size))

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
        """Dress the application, and follow the system's preferences from now on.

        It has to have been made with the style Fusion, which is what the style sheet is for.
        Without `styled` the sheet waits for `style`: while a window is put together it would
        be matched anew for every widget that gets a parent.
        """
        self._app = app
        hints = app.styleHints()  # its accessibility lives no longer than this name
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)
        self._dress()
        if styled:
            self.style()

    def style(self) -> None:
        """Put the style sheet on."""
        if self._app is not None:
            self._styled = True
            sheet = SheetLook(
                self.tokens,
                self._fonts.family,
                self.scale,
                self.ring,
                roomy=self.look.large_targets,
                still=self.less_motion,
            )
            self._app.setStyleSheet(style_sheet(sheet))

    def choose(self, choice: ThemeChoice, *, high_contrast: bool | None = None) -> None:
        """Switch at once; the contrast stays as it is unless it is said."""
        kept = self.look.high_contrast if high_contrast is None else high_contrast
        self.wear(self.look._replace(theme=choice, high_contrast=kept))

    def set_text_size(self, percent: int) -> None:
        """Make all text larger or smaller at once; beyond 90 to 150 it stops there."""
        size = max(SMALLEST_TEXT, min(LARGEST_TEXT, percent))
        self.wear(self.look._replace(text_size=size))

    def wear(self, look: Look) -> None:
        """Put on everything a person chose; whoever keeps sizes or pictures hears `changed`."""
        if look.text_size != self.look.text_size:
            self._fonts.set_scale(look.text_size / USUAL_TEXT)
        self.look = look
        self._reload()

    def _system_changed(self) -> None:
        if self.choice is ThemeChoice.SYSTEM or self.look.high_contrast is None:
            self._reload()

    def _reload(self) -> None:
        self.tokens = load(self._file())
        self._dress()
        if self._styled:
            self.style()
        self.changed.put(self.tokens)

    def _dress(self) -> None:
        if self._app is not None:
            self._app.setFont(self.font(BODY))
            self._app.setPalette(palette(self.colours))

    def _file(self) -> Path:
        name = "dark" if _is_dark(self.look.theme) else "light"
        high = _is_high(self.look.high_contrast)
        return self._folder / (f"{name}-high.toml" if high else f"{name}.toml")


def _is_dark(choice: ThemeChoice) -> bool:
    if choice is not ThemeChoice.SYSTEM:
        return choice is ThemeChoice.DARK
    return QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _is_high(chosen: bool | None) -> bool:
    if chosen is not None:
        return chosen
    hints = QApplication.styleHints()  # its accessibility lives no longer than this name
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
