"""The last page: the week against the goal, what comes next week, what the review came to."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from jobtracker.ui.features.review import words
from jobtracker.ui.features.review.contract import Summary
from jobtracker.ui.features.review.key_button import KeyButton
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.labels import PlainLabel

MOST_SHOWN = 8
"""Interviews shown; more would push what was done from the screen."""
NOTHING = (
    "Nothing is quiet. Every open application has a next step with a date, or was looked at "
    "within a week."
)
NOTHING_DONE = "Nothing was left to decide."
NO_INTERVIEW = "None so far."


class SummaryView(QWidget):
    """`done` is its one button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.nothing = PlainLabel(NOTHING, "body", wrap=True)
        self.title = PlainLabel("", "display", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.note = PlainLabel("", "small", wrap=True)
        self.done = KeyButton(theme, "Done", "Enter", kind="primary")
        self._interviews, self._lines = QVBoxLayout(), QVBoxLayout()
        self._lay_out()

    def show_summary(self, summary: Summary, today: date) -> None:
        week = summary.week
        lines = words.done_lines(summary.answered, summary.left)
        self.title.setText(words.week_title(week))
        self.note.setText(words.week_note(week))
        self.bar.setVisible(bool(week.goal))
        self.bar.setRange(0, max(week.goal, 1))
        self.bar.setValue(min(week.sent, week.goal))
        self.bar.setAccessibleName(words.week_title(week))
        self.nothing.setVisible(not lines)
        shown = summary.interviews[:MOST_SHOWN]
        more = len(summary.interviews) - len(shown)
        said = [words.interview_words(one, today) for one in shown]
        _fill(self._interviews, [*said, f"And {more:,} more."] if more else said or [NO_INTERVIEW])
        _fill(self._lines, lines or [NOTHING_DONE])
        heard = lines or [NOTHING]
        self.done.setAccessibleDescription(
            " ".join((f"{self.title.text()}.", self.note.text(), ". ".join(heard)))
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE, Space.PANE, Space.PAGE, Space.PANE)
        column.setSpacing(Space.SMALL)
        for widget in (self.nothing, self.title, self.bar, self.note):
            column.addWidget(widget)
        for title, lines in (
            ("Interviews next week", self._interviews),
            ("This review", self._lines),
        ):
            heading = PlainLabel(title, "section")
            heading.setContentsMargins(0, Space.LARGE, 0, 0)
            lines.setSpacing(Space.TIGHT)
            column.addWidget(heading)
            column.addLayout(lines)
        column.addSpacing(Space.LARGE)
        column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)


def _fill(column: QVBoxLayout, lines: Iterable[str]) -> None:
    """Put these lines into a column in the place of what stands there."""
    while (item := column.takeAt(0)) is not None:
        if (former := item.widget()) is not None:
            former.hide()
            former.deleteLater()
    for line in lines:
        column.addWidget(PlainLabel(words.breakable(line), "body", wrap=True))
