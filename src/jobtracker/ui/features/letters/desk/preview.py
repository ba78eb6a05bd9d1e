"""The letter on paper: the same pages that the PDF will have, white in both themes."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from jobtracker.ui.features.letters.desk.preview_bar import PreviewBar, pages_in_words
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Tokens
from jobtracker.ui.widgets.labels import PlainLabel, line

if TYPE_CHECKING:
    from jobtracker.domain.letter_content import LetterContent
    from jobtracker.domain.letter_looks import LetterLook
    from jobtracker.typesetting.pages import Pages

EDGE = 16
"""Between the paper and the edge of the pane, in px."""
BAR_WIDTH = 8
"""Kept free for the scroll bar, so that the paper keeps its width when it comes."""
RIM = 20
"""What "Fit text" leaves of the paper's margin, in points."""
LIMIT = 30_000
"""Characters that are laid out here: some twelve pages, in a few hundredths of a second."""


class _Letter(NamedTuple):
    content: "LetterContent"
    look: "LetterLook"


class Paper(QWidget):
    """Paints the pages one below the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pages: Pages | None = None
        self._whole = False
        self._room = QSize(400, 560)
        self._drawn: dict[int, QPixmap] = {}

    def show_pages(self, pages: "Pages") -> None:
        self._pages = pages
        self.fit(self._room, whole=self._whole)

    def fit(self, room: QSize, *, whole: bool) -> None:
        """Arrange for a viewport of this size."""
        self._room, self._whole = room, whole
        self._drawn.clear()
        self.setFixedHeight(self._height())
        self.update()

    def page_at(self, height: int) -> int:
        """The page that is shown at a height, in px from the top of the first."""
        if self._pages is None:
            return 0
        places = range(1, self._pages.count)
        return sum(self._page_rect(index).top() - EDGE <= height for index in places)

    def _crop(self) -> tuple[float, float]:
        """What is left out of each edge, across and down, in points."""
        assert self._pages is not None
        if self._whole:
            return 0.0, 0.0
        return max(0.0, self._pages.side - RIM), max(0.0, self._pages.margin - RIM)

    def _seen(self) -> tuple[float, float]:
        """How much of a page is seen, across and down, in points."""
        assert self._pages is not None
        across, down = self._crop()
        size = self._pages.size
        return size.width() - 2 * across, size.height() - 2 * down

    def _scale(self) -> float:
        """Pixels a point."""
        width, height = self._seen()
        across = (self._room.width() - 2 * EDGE - BAR_WIDTH) / width
        down = (self._room.height() - 2 * EDGE) / height
        return max(0.1, min(across, down) if self._whole else across)

    def _page_rect(self, index: int) -> QRectF:
        width, height = (round(side * self._scale()) for side in self._seen())
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
            across, down = self._crop()
            painter.translate(-across, -down)
            self._pages.paint(painter, index)
            painter.end()
            self._drawn[index] = picture
        return self._drawn[index]


class Preview(QWidget):
    """A bar with the look and the page count, and the pages below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._letter: _Letter | None = None
        self._laid_out: _Letter | None = None
        self._pages: Pages | None = None
        self.paper = Paper(theme)
        self.bar = PreviewBar(theme)
        self.bar.sized.subscribe(lambda _none: self._fit(), owner=self)
        self.area = QScrollArea()
        self._lay_out()
        self.area.verticalScrollBar().valueChanged.connect(lambda _value: self._say_page())
        theme.changed.subscribe(self._recolour, owner=self)

    @property
    def count(self) -> PlainLabel:
        """The words that say how many pages there are."""
        return self.bar.count

    def show_letter(self, content: "LetterContent", look: "LetterLook") -> None:
        """Show its pages; while nobody sees them they are only remembered."""
        self._letter = _Letter(content, look)
        self.bar.show_look(look)
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
        from jobtracker.system.resources import resource_files
        from jobtracker.typesetting.fonts import register_fonts
        from jobtracker.typesetting.pages import lay_out

        if self._letter is None or self._letter == self._laid_out:
            return
        if self._laid_out is None:
            register_fonts(resource_files("fonts", ".ttf"))
        letter = self._laid_out = self._letter
        self._pages = lay_out(_bounded(letter.content), letter.look)
        self.paper.show_pages(self._pages)
        self._say_page()
        self.area.setAccessibleDescription(_bounded(letter.content).plain_text)

    def _say_page(self) -> None:
        if self._pages is None or self._laid_out is None:
            return
        look, pages = self._laid_out.look, self._pages
        at = self.paper.page_at(self.area.verticalScrollBar().value() + self.area.height() // 2)
        fits = pages.count == 1
        words = pages_in_words(pages.count, at, fit=look.fit, fitted=fits)
        if _bounded(self._laid_out.content) is not self._laid_out.content:
            words = f"First {pages.count} pages"
        self.bar.say(words, warn=look.fit and not fits)
        pages_said = "1 page" if fits else f"{pages.count} pages"
        self.area.setAccessibleName(f"Preview, {pages_said}")

    def _fit(self) -> None:
        self.paper.fit(self.area.maximumViewportSize(), whole=self.bar.whole)

    def _recolour(self, _tokens: Tokens) -> None:
        self.paper.update()

    def _lay_out(self) -> None:
        self.setProperty("s", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
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
        column.addWidget(self.bar)
        column.addWidget(line())
        column.addWidget(self.area, 1)


def _bounded(content: "LetterContent") -> "LetterContent":
    """As much of a letter as can be laid out while somebody types; itself where that is all."""
    room = LIMIT
    parts = []
    for part in content.parts:
        kept = 0
        for paragraph in part.paragraphs:
            room -= len(paragraph.text)
            if room < 0:
                break
            kept += 1
        parts.append(part._replace(paragraphs=part.paragraphs[:kept]))
        if room < 0:
            return content._replace(parts=tuple(parts))
    return content
