"""The last page: the week against the goal, offers to answer, what comes next week, what the
review came to.
"""

from datetime import date
from itertools import pairwise

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from jobtracker.ui.features.review import outcome, words
from jobtracker.ui.features.review.contract import Summary
from jobtracker.ui.features.review.middle import INSET
from jobtracker.ui.features.review.replies import Replies
from jobtracker.ui.features.review.sections import TwoColumns
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.key_button import KeyButton
from jobtracker.ui.widgets.labels import PlainLabel

NOTHING = (
    "Nothing is quiet. Every open application has a next step with a date, or was looked at "
    "within a week."
)


class SummaryView(QWidget):
    """`foot` holds `done`, its one button, and stays in sight below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = PlainLabel("", "display", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.note = PlainLabel("", "lead", wrap=True)
        self.nothing = PlainLabel(NOTHING, "body", wrap=True)
        self.replies = Replies(theme)
        self.columns = TwoColumns(theme)
        self.done = KeyButton(theme, "Done", "Enter", kind="primary")
        self.foot = QWidget()
        self._lay_out()

    def show_summary(self, summary: Summary, today: date) -> None:
        week = summary.week
        decided = list(outcome.decisions(summary, today))
        self.title.setText(words.week_title(week))
        self.note.setText(words.week_note(week))
        self.bar.setVisible(bool(week.goal))
        self.bar.setRange(0, max(week.goal, 1))
        self.bar.setValue(min(week.sent, week.goal))
        self.bar.setAccessibleName(words.week_title(week))
        self.nothing.setVisible(not decided)
        self.replies.show_replies(summary.replies, today)
        for before, after in pairwise((*self.replies.links, self.done)):
            QWidget.setTabOrder(before, after)
        self.columns.show_sections(decided, [outcome.next_week(summary.interviews, today)])
        heard = ". ".join(section.title for section in decided) or NOTHING
        if summary.replies:
            heard = f"{heard} {words.waiting_offers(len(summary.replies))}"
        self.done.setAccessibleDescription(f"{self.title.text()}. {self.note.text()} {heard}")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, Space.LARGE, INSET, INSET)
        column.setSpacing(Space.SMALL)
        for widget in (self.title, self.bar, self.note, self.nothing, self.replies):
            column.addWidget(widget)
        column.addSpacing(Space.LARGE)
        column.addWidget(self.columns)
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.done)
        row.addStretch(1)
