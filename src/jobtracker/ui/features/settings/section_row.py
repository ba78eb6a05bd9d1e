"""One section in the list at the left of the settings page."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from jobtracker.ui.features.settings.contract import Section
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import LABEL, STRONG, Size, Space
from jobtracker.ui.widgets.buttons import ENTER
from jobtracker.ui.widgets.row_delegate import draw_icon, draw_text

BEFORE_ICON, BEFORE_WORDS = 10, 36


class SectionRow(QAbstractButton):
    """Icon and title; the open one is tinted, and alone takes Tab: arrows reach the others."""

    def __init__(self, theme: Theme, section: Section) -> None:
        super().__init__()
        self._theme = theme
        self.section = section
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(section.title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_open(self, is_open: bool) -> None:
        self.setChecked(is_open)
        policy = Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does."""
        if event.key() in ENTER:
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        roomy = self._theme.look.large_targets
        height = Size.CONTROL_LARGE if roomy else Size.NAVIGATION_ROW
        return QSize(self._theme.px(120), self._theme.px(height) + Space.TIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, colours = self._theme, self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect()
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(colours.selected if self.isChecked() else colours.hover)
            if self.isChecked() and theme.tokens.high_contrast:
                painter.setPen(QPen(colours.border, Size.RING))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), Size.RADIUS, Size.RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(colours.focus, theme.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), Size.RADIUS, Size.RADIUS)
        token, colour = (STRONG, colours.text) if self.isChecked() else (LABEL, colours.text2)
        role = "accent_text" if self.isChecked() else "text2"
        icon = rect.adjusted(theme.px(BEFORE_ICON), 0, 0, 0)
        draw_icon(painter, theme, icon, self.section.icon, role)
        words = QRect(rect).adjusted(theme.px(BEFORE_WORDS), 0, -Space.SMALL, 0)
        draw_text(painter, theme, words, self.section.title, token, colour)
        painter.end()
