"""The letter on paper: the same pages that the PDF will have, white in both themes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space, Tokens
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from jobtracker.typesetting.pages import LetterLook, Pages

BAR = 40
EDGE = 16
"""Between the paper and the edge of the pane, in px."""
BAR_WIDTH = 8
"""Kept free for the scroll bar, so that the paper keeps its width when it comes."""
RIM = 20
"""What "Fit text" leaves of the paper's margin, in points."""
LIMIT = 30_000
"""Characters that are laid out here: some twelve pages, in a few hundredths of a second."""
POINTS_A_MM = 72 / 25.4
FIT, WHOLE = "fit", "whole"


class _Letter(NamedTuple):
    markdown: str
    look: "LetterLook"
    marks: tuple[str, ...]


class Paper(QWidget):
    """Paints the pages one below the other; `crop` points of each edge are not shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pages: Pages | None = None
        self._margin = 0.0
        self._whole = False
        self._room = QSize(400, 560)
        self._drawn: dict[int, QPixmap] = {}

    def show_pages(self, pages: "Pages", margin: float) -> None:
        self._pages, self._margin = pages, margin
        self.fit(self._room, whole=self._whole)

    def fit(self, room: QSize, *, whole: bool) -> None:
        """Arrange for a viewport of this size."""
        self._room, self._whole = room, whole
        self._drawn.clear()
        self.setFixedHeight(self._height())
        self.update()

    @property
    def _crop(self) -> float:
        return 0.0 if self._whole else max(0.0, self._margin - RIM)

    def _scale(self) -> float:
        """Pixels a point."""
        assert self._pages is not None
        width = self._pages.size.width() - 2 * self._crop
        height = self._pages.size.height() - 2 * self._crop
        across = (self._room.width() - 2 * EDGE - BAR_WIDTH) / width
        down = (self._room.height() - 2 * EDGE) / height
        return max(0.1, min(across, down) if self._whole else across)

    def _page_rect(self, index: int) -> QRectF:
        assert self._pages is not None
        scale = self._scale()
        width = round((self._pages.size.width() - 2 * self._crop) * scale)
        height = round((self._pages.size.height() - 2 * self._crop) * scale)
        left = max(EDGE, (self._room.width() - BAR_WIDTH - width) // 2)
        return QRectF(left, EDGE + index * (height + EDGE), width, height)

    def _height(self) -> int:
        if self._pages is None:
            return 0
        return round(self._page_rect(self._pages.count - 1).bottom()) + EDGE

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pages is None:
            return
        colours = self._theme.colours
        painter = QPainter(self)
        for index in range(self._pages.count):
            rect = self._page_rect(index)
            if rect.intersects(QRectF(event.rect())):
                painter.fillRect(rect.adjusted(-1, -1, 1, 2), colours.border)
                painter.drawPixmap(rect.topLeft(), self._picture(index, rect))
        painter.end()

    def _picture(self, index: int, rect: QRectF) -> QPixmap:
        """A page as a picture, kept until its text or its size changes."""
        assert self._pages is not None
        if index not in self._drawn:
            ratio = self.devicePixelRatio()
            picture = QPixmap(rect.size().toSize() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(self._theme.colours.paper)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self._scale(), self._scale())
            painter.translate(-self._crop, -self._crop)
            self._pages.paint(painter, index)
            painter.end()
            self._drawn[index] = picture
        return self._drawn[index]


class Preview(QWidget):
    """A bar with the size and the page count, and the pages below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._letter: _Letter | None = None
        self._laid_out: _Letter | None = None
        self.paper = Paper(theme)
        self.count = PlainLabel("", "small")
        self.size_switch = Segmented(
            "Size of the preview", [(FIT, "Fit text"), (WHOLE, "Whole page")]
        )
        self.size_switch.chosen.subscribe(lambda _key: self._fit(), owner=self)
        self.area = QScrollArea()
        self._lay_out()
        theme.changed.subscribe(self._recolour, owner=self)

    def show_letter(self, markdown: str, look: "LetterLook", marks: Iterable[str]) -> None:
        """Show these pages; while nobody sees them they are only remembered."""
        self._letter = _Letter(markdown, look, tuple(marks))
        if self.isVisible():
            self._set()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._set()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _set(self) -> None:
        """Lay out what is to be shown, if it is not shown yet."""
        from jobtracker.typesetting.pages import lay_out

        if self._letter is None or self._letter == self._laid_out:
            return
        letter = self._laid_out = self._letter
        pages = lay_out(letter.markdown[:LIMIT], letter.look, letter.marks)
        self.paper.show_pages(pages, letter.look.margin_mm * POINTS_A_MM)
        many = len(letter.markdown) > LIMIT
        if many:
            words = f"First {pages.count} pages"
        else:
            words = "1 page" if pages.count == 1 else f"{pages.count} pages"
        self.count.setText(words)
        self.area.setAccessibleName(f"Preview, {words.lower()}")
        self.area.setAccessibleDescription(letter.markdown[:LIMIT])

    def _fit(self) -> None:
        whole = self.size_switch.value() == WHOLE
        self.paper.fit(self.area.maximumViewportSize(), whole=whole)

    def _recolour(self, _tokens: Tokens) -> None:
        self.paper.update()

    def _lay_out(self) -> None:
        self.setProperty("s", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar = QWidget()
        self._theme.fit(bar.setFixedHeight, BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        row.setSpacing(Space.MEDIUM - 2)
        row.addWidget(PlainLabel("Preview", "strong"), 1)
        row.addWidget(self.size_switch)
        row.addWidget(self.count)
        self.paper.setProperty("s", "scrolled")
        self.area.setWidget(self.paper)
        self.area.setWidgetResizable(True)
        self.area.installEventFilter(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setMinimumWidth(Size.SIDEBAR)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(line())
        column.addWidget(self.area, 1)
