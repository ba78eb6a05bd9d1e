"""Today: what is to be done now and in the next days, and how the week goes."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.today import TodayView
from jobtracker.ui.features.today import words
from jobtracker.ui.features.today.contract import Intents
from jobtracker.ui.features.today.side import Side
from jobtracker.ui.features.today.tasks import TasksPane
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import line
from jobtracker.ui.widgets.page import Page, WidthClass
from jobtracker.ui.widgets.scroll import ScrollPane

SIDE = 320


class TodayPage(Page):
    """`intents` tells what a person wants, `show_view` answers."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__("Today")
        self.intents = Intents()
        self._theme = theme
        self._waiting = True
        self.review = Button("Weekly review", icon=theme.icon("list-checks"))
        plus = theme.icon("plus", "on_accent")
        self.add = Button("Add application", kind="primary", icon=plus)
        self.tasks = TasksPane(theme, self.intents)
        self.side = Side(theme)
        self._beside = ScrollPane(0)
        self._line = line(vertical=True)
        self._lay_out()
        self._listen()
        self.header.note.setText(words.day_title(today))

    def show_view(self, view: TodayView) -> None:
        """Show the day as it is now; the keyboard stays with the tasks where it was there."""
        had_focus = self.tasks.has_focus()
        self.header.note.setText(words.day_title(view.day))
        self.tasks.show_view(view)
        self.side.show_view(view)
        arrived, self._waiting = self._waiting, False
        if (arrived and self.isVisible()) or (had_focus and not self.tasks.has_focus()):
            self.arrive()

    def arrive(self) -> None:
        """The keyboard goes to the task at hand, or to what there is instead."""
        if self.stand_in is None and not self.tasks.take_focus():
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        lists = self.tasks.lists
        found = (self.tasks.strip.legend, *lists, self.side.meetings, self.side.quiet)
        return [one for one in found if one.isVisible()]

    def fit(self, width: WidthClass) -> None:
        """Beside the tasks there is room from 1200 px on; below that the rest comes after them."""
        beside = width >= WidthClass.MEDIUM
        self.add.setText("Add application" if beside else "Add")
        self._beside.setVisible(beside)
        self._line.setVisible(beside)
        column = self._beside.column if beside else self.tasks.column
        if column.indexOf(self.side) < 0:
            column.insertWidget(column.count() - 1, self.side)
            self.side.show()
        self.side.fit(beside=beside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.intents.pasted.put(None)
            return
        super().keyPressEvent(event)

    def _listen(self) -> None:
        intents, side = self.intents, self.side
        self.review.clicked.connect(lambda: intents.review_wanted.put(""))
        self.add.clicked.connect(lambda: intents.adding.put(None))
        side.meetings.opened.subscribe(intents.meeting_opened.put, owner=self)
        side.quiet.opened.subscribe(lambda one: intents.opened.put(one.application_id), owner=self)
        side.all_quiet.clicked.connect(lambda: intents.quiet_wanted.put(None))
        for rows in (side.meetings, side.quiet):
            rows.clicked.connect(rows.open_index)
            rows.current.subscribe(partial(self._reveal, rows), owner=self)

    def _reveal(self, rows: QWidget, _row: object) -> None:
        """Scroll to a list beside the tasks, or below them."""
        for pane in (self._beside, self.tasks):
            if pane.isAncestorOf(rows):
                pane.show_whole(rows)

    def _lay_out(self) -> None:
        self.header.add(self.review)
        self.header.add(self.add)
        self.column.removeWidget(self.header)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.header)
        left.addWidget(self.tasks, 1)
        self._theme.fit(self._beside.setFixedWidth, SIDE)
        self._beside.column.addStretch(1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._line)
        row.addWidget(self._beside)
        self.column.addWidget(whole, 1)
