"""Sections of lines as two columns show them: a small heading, days at the left, words beside."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from jobtracker.ui.features.review.details import Line, Section
from jobtracker.ui.features.review.words import breakable
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.labels import PlainLabel

DAYS = 88
"""px of the column with the days."""
TOP = Qt.AlignmentFlag.AlignTop


class TwoColumns(QWidget):
    """Two columns of sections, one above the other where the window is narrow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.left, self.right = SectionColumn(theme), SectionColumn(theme)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for column in (self.left, self.right):
            self._box.addWidget(column, 1, TOP)
        self.set_beside(True)

    def set_beside(self, beside: bool) -> None:
        """Whether the columns stand side by side."""
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._box.setSpacing(2 * Space.HUGE if beside else Space.PAGE)

    def show_sections(self, left: Sequence[Section], right: Sequence[Section]) -> None:
        self.left.show_sections(left)
        self.right.show_sections(right)


class SectionColumn(QWidget):
    """Its sections are kept and filled anew."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sections: list[SectionView] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.PANE)

    def show_sections(self, sections: Sequence[Section]) -> None:
        while len(self._sections) < len(sections):
            view = SectionView(self._theme)
            self._sections.append(view)
            self._column.addWidget(view)
        for place, view in enumerate(self._sections):
            view.setVisible(place < len(sections))
            if place < len(sections):
                view.show_section(sections[place])


class SectionView(QWidget):
    """One section; its rows are kept and filled anew."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = PlainLabel("", "strong")
        self._rows: list[_Row] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(Space.HAIR)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        column.addWidget(self._title)
        column.addLayout(self._grid)

    def show_section(self, section: Section) -> None:
        self._title.setText(section.title)
        dated = any(line.day for line in section.lines)
        while len(self._rows) < len(section.lines):
            self._rows.append(_Row(self._theme, self._grid, 2 * len(self._rows)))
        for place, row in enumerate(self._rows):
            row.show_line(section.lines[place] if place < len(section.lines) else None, dated)


class _Row:
    """The labels of one line, in two rows of a grid."""

    def __init__(self, theme: Theme, grid: QGridLayout, at: int) -> None:
        self._day, self._mark = PlainLabel("", "small"), PlainLabel("", "cap")
        self._text = PlainLabel("", "body", wrap=True)
        self._more = PlainLabel("", "small", wrap=True)
        for label in (self._day, self._mark):
            theme.fit(label.setFixedWidth, DAYS)
        if at:
            for label in (self._day, self._text):
                label.setContentsMargins(0, Space.TIGHT, 0, 0)
        grid.addWidget(self._day, at, 0, TOP)
        grid.addWidget(self._text, at, 1, TOP)
        grid.addWidget(self._mark, at + 1, 0, TOP)
        grid.addWidget(self._more, at + 1, 1, TOP)

    def show_line(self, line: Line | None, dated: bool) -> None:
        """Show a line, or nothing; `dated` leaves room for a day where others have one."""
        told = line or Line("")
        self._text.set_role(told.tone)
        for label, words in (
            (self._day, told.day),
            (self._mark, told.mark),
            (self._text, told.text),
            (self._more, told.more),
        ):
            label.setText(breakable(words))
            label.setVisible(bool(words) or (label is self._day and dated and line is not None))
