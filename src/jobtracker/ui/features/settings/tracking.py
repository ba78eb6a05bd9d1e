"""After how many days without a word an application counts as quiet, for each stage."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobtracker.domain.silence import WAITING_DAYS
from jobtracker.domain.stages import Stage, stage_name
from jobtracker.ui.features.settings.contract import Intents
from jobtracker.ui.features.settings.rows import SectionPane, SettingRow
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
WRONG = f"Days are a number from 1 to {LONGEST}. Nothing was changed."
FIELD = 64


class TrackingSection(SectionPane):
    """A field for each stage that waits for somebody; `intents.waiting_days` tells a change."""

    def __init__(self, theme: Theme, intents: Intents) -> None:
        super().__init__(theme, "Tracking")
        self._theme = theme
        self._intents = intents
        about = PlainLabel(ABOUT, "small", wrap=True)
        about.setContentsMargins(0, Space.SMALL, 0, 0)
        self.add(about)
        self._fields: dict[str, CommitLineEdit] = {}
        self._rows: dict[str, SettingRow] = {}
        for stage in WAITING_DAYS:
            self.add(self._row(stage))
        self._usual = Button("Use the usual times", kind="link")
        self._usual.clicked.connect(lambda: intents.waiting_days.put(WAITING_DAYS))
        self.add(_at_left(self._usual))
        self.show_days(WAITING_DAYS)

    def show_days(self, days: Mapping[str, int]) -> None:
        """What is stored now."""
        for stage, field in self._fields.items():
            field.set_value(str(days[stage]))
            mark_wrong(field, wrong=False)
            self._rows[stage].say(_note(stage))
        self._usual.setEnabled(dict(days) != dict(WAITING_DAYS))

    def _row(self, stage: str) -> SettingRow:
        field = CommitLineEdit(f"{stage_name(Stage(stage))}, days")
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._theme.fit(field.setFixedWidth, FIELD)
        field.committed.subscribe(lambda text: self._commit(stage, text), owner=self)
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field)
        row.addWidget(PlainLabel("days", "small"))
        made = SettingRow(stage_name(Stage(stage)), _note(stage), beside, described=field)
        self._fields[stage], self._rows[stage] = field, made
        return made

    def _commit(self, stage: str, text: str) -> None:
        days = int(text) if text.strip().isdecimal() else 0
        right = 1 <= days <= LONGEST
        mark_wrong(self._fields[stage], wrong=not right)
        self._rows[stage].set_error("" if right else WRONG)
        if right:
            self._intents.waiting_days.put({stage: days})


def _note(stage: str) -> str:
    return f"Usually {WAITING_DAYS[stage]} days"


def _at_left(widget: QWidget) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, Space.MEDIUM, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return held
