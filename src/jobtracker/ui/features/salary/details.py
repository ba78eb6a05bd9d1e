"""The range a person is at, in full: both periods, who says so, whose postings lie in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.pay import Period
from jobtracker.ui.features.salary.words import (
    BASIS,
    in_both,
    posting_lines,
    title_of,
)
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.range_words import source_words

if TYPE_CHECKING:
    from jobtracker.services.salaries import SalaryLine


class RangeDetails(QWidget):
    """`opened` carries the id of the profile a person wants to see."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: Channel[int] = Channel()
        self._line: SalaryLine | None = None
        self.title = PlainLabel("", "section", wrap=True, selectable=True)
        self.range = PlainLabel("", "strong", wrap=True, selectable=True)
        self.source = PlainLabel("", "small", wrap=True, selectable=True)
        self.postings = PlainLabel("", "small", wrap=True, selectable=True)
        self.basis = PlainLabel(f"Years and hours convert at {BASIS}.", "cap", wrap=True)
        self.open = Button("Open profile", kind="link")
        self.open.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE, Space.LARGE, Space.PANE, Space.LARGE)
        column.setSpacing(Space.SMALL)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for widget in (self.range, self.source, self.postings):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self.basis)

    def show_line(self, line: "SalaryLine", period: Period) -> None:
        self._line = line
        self.title.setText(title_of(line))
        self.range.setText(in_both(line.range.pay))
        said = source_words(line.range)
        self.source.setText(said[:1].upper() + said[1:])
        self.postings.setText("\n".join(posting_lines(line.postings, period)))
        self.postings.setVisible(bool(line.postings))

    def _ask(self) -> None:
        if self._line is not None:
            self.opened.put(self._line.profile_id)
