"""The frame every page stands in: a header with title, count and actions, then content."""

from enum import IntEnum

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.labels import ElidedLabel, PlainLabel, line


class WidthClass(IntEnum):
    """How wide the window is, its width divided by the text size first."""

    COMPACT = 900
    NARROW = 1024
    MEDIUM = 1200
    WIDE = 1440

    @property
    def pane(self) -> int:
        """The width of the detail pane in px at 100 %; 0 where it takes the list's place."""
        return {WidthClass.COMPACT: 0, WidthClass.WIDE: 440}.get(self, 392)


def width_class(width: int, scale: float = 1.0) -> WidthClass:
    """The class of a window `width` px wide at a text size."""
    fitting = [one for one in WidthClass if width / scale >= one]
    return max(fitting, default=WidthClass.COMPACT)


class PageHeader(QWidget):
    """56 px at 100 % text: the title and a quiet word at the left, at most three actions right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = ElidedLabel(title, "title")
        self.note = PlainLabel("", "small")
        self.note.setContentsMargins(0, Space.TIGHT, 0, 0)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.PAGE, 0, Space.PANE, 0)
        self._row.setSpacing(Space.SMALL)
        self._row.addWidget(self.title)
        self._row.addWidget(self.note)
        self._row.addStretch(1)
        self.setProperty("s", "header")

    def add(self, widget: QWidget) -> None:
        """Add an action at the right end."""
        self._row.addWidget(widget)

    def mark(self, widget: QWidget) -> None:
        """Add what is said of the whole page, after the quiet word."""
        self._row.insertWidget(self._row.indexOf(self.note) + 1, widget)

    def insert(self, widget: QWidget) -> None:
        """Add an action before the last one."""
        self._row.insertWidget(self._row.count() - 1, widget)


class FilterRow(QWidget):
    """Chips at the left, view choices at the right, a line below."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout()
        self._row.setContentsMargins(Space.PAGE, 0, Space.PANE, Space.SMALL + 2)
        self._row.setSpacing(Space.SNUG)
        self._row.addStretch(1)
        self._left = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(line())

    def add_left(self, widget: QWidget) -> None:
        self._row.insertWidget(self._left, widget)
        self._left += 1

    def add_right(self, widget: QWidget) -> None:
        self._row.addWidget(widget)


class Page(QWidget):
    """A page of the window. `header` stands on top; add to `column` what comes below.

    The window calls `arrive` when the page is shown, `open_item` when somebody goes to
    one thing on it, and `fit` when the class of the window's width changes.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("s", "surface")
        self.setAccessibleName(title)
        self.header = PageHeader(title)
        self._content = QWidget()
        self.stand_in: QWidget | None = None
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.header)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(0)
        self._room.addWidget(self._content, 1)

    def show_instead(self, stand_in: QWidget | None) -> None:
        """Show something in place of all the page has, or with None the page again.

        Nothing on the page takes the keyboard meanwhile, though its presenters go on.
        """
        if self.stand_in is not None:
            self._room.removeWidget(self.stand_in)
            self.stand_in.hide()
        self.stand_in = stand_in
        self._content.setVisible(stand_in is None)
        self._content.setEnabled(stand_in is None)  # Qt gives the focus also to what is not seen
        if stand_in is not None:
            self._room.addWidget(stand_in, 1)
            stand_in.show()

    def show_below(self, widget: QWidget) -> None:
        """Add something at the foot of the page, below all it has."""
        self._room.addWidget(widget)

    def arrive(self) -> None:
        """Put the focus where work begins on this page."""

    def regions(self) -> list[QWidget]:
        """What F6 visits on this page, in reading order."""
        return []

    def open_item(self, item: int) -> None:
        """Show the thing with this id."""

    def fit(self, width: WidthClass) -> None:
        """Arrange for the present width of the window."""
