"""How many applications a week are wanted, and after how many days without a word one counts as
quiet, for each stage.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobtracker.domain.silence import WAITING_DAYS
from jobtracker.domain.stages import Stage, stage_name
from jobtracker.ui.features.settings.rows import SectionPane, SettingRow
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import CommitLineEdit, mark_wrong
from jobtracker.ui.widgets.labels import PlainLabel

ABOUT = (
    "An open application counts as quiet after so many days without a word; a day you were "
    "promised an answer by counts first. Nothing is closed by itself."
)
LONGEST = 365
GOAL_NOTE = "Applications you want to send; Today and the weekly review count them. 0 for no goal."
MOST = 100
WRONG_GOAL = f"The goal is a number from 0 to {MOST}. Nothing was changed."
WRONG = f"Days are a number from 1 to {LONGEST}. Nothing was changed."
FIELD = 64


class TrackingSection(SectionPane):
    """The weekly goal, and a field for each stage that waits for somebody; `goal_typed` and
    `days_typed` (by stage) tell a change.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Tracking")
        self._theme = theme
        self.goal_typed: Channel[int] = Channel()
        self.days_typed: Channel[Mapping[str, int]] = Channel()
        self._goal = self._field("Weekly goal, applications")
        self._goal.committed.subscribe(self._commit_goal, owner=self)
        self._goal_row = SettingRow(
            "Weekly goal", GOAL_NOTE, _beside(self._goal, "a week"), described=self._goal
        )
        self.add(self._goal_row)
        self.add_heading("Waiting for an answer")
        about = PlainLabel(ABOUT, "small", wrap=True)
        about.setContentsMargins(0, Space.SMALL, 0, 0)
        self.add(about)
        self._fields: dict[str, CommitLineEdit] = {}
        self._rows: dict[str, SettingRow] = {}
        for stage in WAITING_DAYS:
            self.add(self._row(stage))
        self._usual = Button("Use the usual times", kind="link")
        self._usual.clicked.connect(lambda: self.days_typed.put(WAITING_DAYS))
        self.add(_at_left(self._usual))
        self.show_days(WAITING_DAYS)

    def show_days(self, days: Mapping[str, int]) -> None:
        """What is stored now."""
        for stage, field in self._fields.items():
            field.set_value(str(days[stage]))
            mark_wrong(field, wrong=False)
            self._rows[stage].say(_note(stage))
        self._usual.setEnabled(dict(days) != dict(WAITING_DAYS))

    def show_goal(self, count: int) -> None:
        """The goal that is stored now."""
        self._goal.set_value(str(count))
        mark_wrong(self._goal, wrong=False)
        self._goal_row.say(GOAL_NOTE)

    def _row(self, stage: str) -> SettingRow:
        name = stage_name(Stage(stage))
        field = self._field(f"{name}, days")
        field.committed.subscribe(lambda text: self._commit(stage, text), owner=self)
        made = SettingRow(name, _note(stage), _beside(field, "days"), described=field)
        self._fields[stage], self._rows[stage] = field, made
        return made

    def _field(self, name: str) -> CommitLineEdit:
        field = CommitLineEdit(name)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._theme.fit(field.setFixedWidth, FIELD)
        return field

    def _commit_goal(self, text: str) -> None:
        typed = text.strip()
        right = typed.isdecimal() and len(typed) <= len(str(MOST)) and int(typed) <= MOST
        mark_wrong(self._goal, wrong=not right)
        self._goal_row.set_error("" if right else WRONG_GOAL)
        if right:
            self.goal_typed.put(int(typed))

    def _commit(self, stage: str, text: str) -> None:
        days = int(text) if text.strip().isdecimal() else 0
        right = 1 <= days <= LONGEST
        mark_wrong(self._fields[stage], wrong=not right)
        self._rows[stage].set_error("" if right else WRONG)
        if right:
            self.days_typed.put({stage: days})


def _note(stage: str) -> str:
    return f"Usually {WAITING_DAYS[stage]} days"


def _beside(field: QWidget, unit: str) -> QWidget:
    """A field with its unit behind it."""
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field)
    row.addWidget(PlainLabel(unit, "small"))
    return held


def _at_left(widget: QWidget) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, Space.MEDIUM, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return held
