"""The offers that wait for an answer, each a link that leads to its application."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jobtracker.domain.today import Task
from jobtracker.ui.features.review.sections import DAYS
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.days import due_tone, due_words
from jobtracker.ui.widgets.labels import PlainLabel

TITLE = "Offers to answer"
MOST_SHOWN = 12


class Replies(QWidget):
    """Their deadlines have passed or come within the next days, the earliest first; hidden where
    there are none. `chosen` carries an application's id. Rows are kept and filled anew.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.chosen: Channel[int] = Channel()
        self._theme = theme
        self._tasks: Sequence[Task] = ()
        self._days: list[PlainLabel] = []
        self.links: list[Button] = []
        self.more = PlainLabel("", "cap")
        self._grid = QGridLayout()
        self._lay_out()

    def show_replies(self, tasks: Sequence[Task], today: date) -> None:
        self._tasks = shown = tasks[:MOST_SHOWN]
        while len(self.links) < len(shown):
            self._add_row()
        for place, (day, link) in enumerate(zip(self._days, self.links, strict=True)):
            for widget in (day, link):
                widget.setVisible(place < len(shown))
            if place < len(shown):
                self._fill(day, link, shown[place], today)
        rest = len(tasks) - len(shown)
        self.more.setText(f"And {rest:,} more.")
        self.more.setVisible(bool(rest))
        self.setVisible(bool(shown))

    def _fill(self, day: PlainLabel, link: Button, task: Task, today: date) -> None:
        when = due_words(task.day, today)
        day.set_role(due_tone(task.day, today) or "small")
        day.setText(when)
        link.setText(f"{task.company}, {task.role}")
        link.setAccessibleDescription(f"{task.words}, {when}")

    def _add_row(self) -> None:
        at = len(self.links)
        day, link = PlainLabel("", "small"), Button("", kind="link")
        self._theme.fit(day.setFixedWidth, DAYS)
        link.clicked.connect(lambda: self.chosen.put(self._tasks[at].application_id))
        self._days.append(day)
        self.links.append(link)
        self._grid.addWidget(day, at, 0)
        self._grid.addWidget(link, at, 1, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(Space.HAIR)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.LARGE, 0, 0)
        column.setSpacing(Space.SNUG)
        column.addWidget(PlainLabel(TITLE, "strong"))
        column.addLayout(self._grid)
        column.addWidget(self.more)
