"""Beside the tasks: how the week goes, the interviews to come, and who has not answered."""

from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.today import Meeting, TodayView, Waiting
from jobtracker.domain.week import Week
from jobtracker.ui.features.today import words
from jobtracker.ui.features.today.delegate import (
    MEETING_ROW,
    WAITING_ROW,
    MeetingDelegate,
    WaitingDelegate,
)
from jobtracker.ui.features.today.ground import OUTSET
from jobtracker.ui.features.today.grown_list import SideList
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.row_model import Column, RowModel

SEGMENTS = 8
"""The height of the week's bar in px at 100 %."""
GAP = 4
MOST_SEGMENTS = 20
"""Of a larger goal the bar is one piece."""


class Side(QWidget):
    """`meetings` and `quiet` are lists of their own, `all_quiet` the button that lists the rest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._today = date.min
        self.week = WeekPanel(theme)
        self.meetings: SideList = SideList(
            theme,
            "Interviews",
            RowModel[Meeting](
                [Column("Interview", words.meeting_title, spoken=self._speak)], lambda row: row.id
            ),
            MEETING_ROW,
        )
        self.meetings.setItemDelegate(MeetingDelegate(theme, self.meetings))
        self.quiet: SideList = SideList(
            theme,
            "No reply yet",
            RowModel[Waiting](
                [Column("Application", lambda row: row.company, spoken=words.spoken_waiting)],
                lambda row: row.application_id,
            ),
            WAITING_ROW,
        )
        self.quiet.setItemDelegate(WaitingDelegate(theme, self.quiet))
        self.all_quiet = Button("", kind="link")
        self._no_meetings = PlainLabel(
            "None planned up to the end of next week.", "muted", wrap=True
        )
        self._no_quiet = PlainLabel("Nobody is overdue with an answer.", "muted", wrap=True)
        self._lay_out()

    def show_view(self, view: TodayView) -> None:
        self._today = view.day
        self.week.setVisible(view.week is not None)
        if view.week is not None:
            self.week.show_week(view.week)
        self.meetings.show_rows(view.interviews)
        self.quiet.show_rows(view.quiet)
        for rows, none in ((self.meetings, self._no_meetings), (self.quiet, self._no_quiet)):
            rows.setVisible(bool(rows.rows.rows))
            none.setVisible(view.week is not None and not rows.rows.rows)
        self.all_quiet.setText(f"See all {words.number(view.quiet_count)}")
        self.all_quiet.setAccessibleName(f"See all {view.quiet_count} without a reply")
        self.all_quiet.setVisible(view.quiet_count > len(view.quiet))

    def fit(self, *, beside: bool) -> None:
        """Below the tasks it stands in the same column as they do."""
        edge = Space.PAGE - OUTSET if beside else 0
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(edge, Space.PANE if beside else 0, edge, Space.PANE)

    def _speak(self, meeting: Meeting) -> str:
        return words.spoken_meeting(meeting, self._today)

    def _lay_out(self) -> None:
        edge = Space.PAGE - OUTSET
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, Space.PANE, edge, Space.PANE)
        column.setSpacing(0)
        column.addWidget(self.week)
        for name, rows, none, more in (
            ("Interviews", self.meetings, self._no_meetings, None),
            ("No reply yet", self.quiet, self._no_quiet, self.all_quiet),
        ):
            column.addLayout(self._heading(name, more))
            none.setContentsMargins(OUTSET, 0, 0, 0)
            column.addWidget(none)
            column.addWidget(rows)
            column.addSpacing(Space.PANE)
        column.addStretch(1)

    def _heading(self, name: str, more: Button | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(OUTSET, 0, OUTSET, Space.SNUG)
        row.addWidget(PlainLabel(name, "section"))
        row.addStretch(1)
        if more is not None:
            row.addWidget(more)
        return row


class WeekPanel(QWidget):
    """What was sent this week against the goal; without a goal only what was sent."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._number = PlainLabel("", "number")
        self._of = PlainLabel("", "small")
        self._left = PlainLabel("", "small")
        self._bar = _Segments(theme)
        figures = QHBoxLayout()
        figures.setSpacing(Space.SNUG)
        for label in (self._number, self._of):
            figures.addWidget(label, 0, Qt.AlignmentFlag.AlignBaseline)
        figures.addStretch(1)
        figures.addWidget(self._left, 0, Qt.AlignmentFlag.AlignBaseline)
        column = QVBoxLayout(self)
        column.setContentsMargins(OUTSET, 0, OUTSET, Space.LARGE)
        column.setSpacing(Space.SMALL)
        column.addWidget(PlainLabel("This week", "section"))
        column.addLayout(figures)
        column.addWidget(self._bar)
        column.addSpacing(Space.MEDIUM)
        column.addWidget(line())

    def show_week(self, week: Week) -> None:
        goal = f"of {week.goal:,} application" if week.goal else "application"
        plural = (week.goal or week.sent) != 1
        sent = f"{goal}{'s' if plural else ''}"
        self._number.setText(f"{week.sent:,}")
        self._of.setText(sent if week.goal else f"{sent} sent")
        self._left.setText("last day" if week.days_left <= 1 else f"{week.days_left} days left")
        self._left.setVisible(bool(week.goal))
        self._bar.setVisible(bool(week.goal))
        self._bar.show_progress(week.sent, week.goal)
        self.setAccessibleName(f"This week: {self._number.text()} {self._of.text()}")


class _Segments(QWidget):
    """One piece for each application of the goal, filled for each that was sent."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sent, self._goal = 0, 0
        theme.fit(self.setFixedHeight, SEGMENTS)
        theme.changed.subscribe(lambda _tokens: self.update(), owner=self)

    def show_progress(self, sent: int, goal: int) -> None:
        self._sent, self._goal = min(sent, goal), goal
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for rect, done in self._pieces():
            painter.setBrush(colours.accent if done else colours.band)
            painter.drawRoundedRect(rect, Size.EDGE, Size.EDGE)
        painter.end()

    def _pieces(self) -> list[tuple[QRectF, bool]]:
        width, height = float(self.width()), float(self.height())
        if not self._goal:
            return []
        if self._goal > MOST_SEGMENTS:
            done = QRectF(0, 0, width * self._sent / self._goal, height)
            return [(QRectF(0, 0, width, height), False), (done, True)]
        each = (width + GAP) / self._goal
        return [
            (QRectF(at * each, 0, each - GAP, height), at < self._sent) for at in range(self._goal)
        ]
