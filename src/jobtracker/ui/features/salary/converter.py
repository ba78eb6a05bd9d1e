"""The pay converter: one amount, and what it comes to in every other period."""

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.pay import HOURS_A_WEEK, WEEKS_A_YEAR, Pay, Period
from jobtracker.ui.features.salary.conversion import (
    EACH,
    MOST_HOURS,
    MOST_WEEKS,
    NOTHING,
    Understood,
    number,
    restated,
    understand,
    with_unpaid_weeks,
)
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.fields import Choice, CommitLineEdit
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.labels import PlainLabel

SMALLER = (Period.MONTH, Period.WEEK, Period.DAY, Period.HOUR)
RIGHT = Qt.AlignmentFlag.AlignRight


class Converter(QWidget):
    """Answers while typing; what was assumed stands below the result."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Convert pay")
        self.amount = CommitLineEdit("Amount", placeholder="65/h")
        self.period = Choice[Period](theme, "Period")
        self.period.set_options([(period, EACH[period]) for period in Period])
        self.period.set_value(Period.HOUR)
        self.hours = CommitLineEdit("Hours a week")
        self.hours.set_value(str(HOURS_A_WEEK))
        self.weeks = CommitLineEdit("Paid weeks a year")
        self.weeks.set_value(str(WEEKS_A_YEAR))
        self._fields = {
            "amount": Field(theme, "Amount", self.amount),
            "hours": Field(theme, "Hours a week", self.hours),
            "weeks": Field(theme, "Paid weeks a year", self.weeks),
        }
        self.year = PlainLabel("", "number", selectable=True)
        self._rest = {period: PlainLabel("", "strong", selectable=True) for period in SMALLER}
        self._results = QWidget()
        self.note = PlainLabel("", "cap", wrap=True, selectable=True)
        self._lay_out_results()
        self._lay_out()
        for editor in (self.amount, self.hours, self.weeks):
            editor.textChanged.connect(self._show)
        self.period.chosen.subscribe(lambda _: self._show(), owner=self)
        self._show()

    def result(self, period: Period) -> str:
        """What is shown for a period, empty where nothing is understood."""
        return (self.year if period is Period.YEAR else self._rest[period]).text()

    def error(self, name: str) -> str:
        """What is said to be wrong with "amount", "hours" or "weeks"."""
        return self._fields[name].error

    def _show(self) -> None:
        read = understand(self.amount.value(), self.period.value() or Period.HOUR)
        if read.said is not None:
            self.period.set_value(read.said)
        hours = number(self.hours.value(), MOST_HOURS)
        weeks = number(self.weeks.value(), MOST_WEEKS)
        for name, error in (("amount", read.error), ("hours", hours.error), ("weeks", weeks.error)):
            self._fields[name].set_error(error)
        if read.pay is None or hours.error or weeks.error:
            self._show_nothing()
        else:
            self._show_results(read.pay, read, hours.value, weeks.value)

    def _show_nothing(self) -> None:
        for label in (self.year, *self._rest.values()):
            label.setText("")
        self._results.hide()
        self.note.setText(NOTHING)

    def _show_results(self, pay: Pay, read: Understood, hours: Fraction, weeks: Fraction) -> None:
        self._results.show()
        words = restated(pay, hours, weeks)
        self.year.setText(words[Period.YEAR])
        self.year.set_role("number" if pay.low == pay.high else "section")
        for period, label in self._rest.items():
            label.setText(words[period])
        basis = f"{float(hours):g} hours a week, {float(weeks):g} paid weeks"
        lines = [
            with_unpaid_weeks(pay, hours, weeks),
            ", ".join(filter(None, (basis, read.assumed))),
        ]
        self.note.setText("\n".join(filter(None, lines)))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.SMALL)
        grid.setVerticalSpacing(Space.SMALL)
        period = Field(self._theme, "Period", self.period)
        places = (self._fields["amount"], period, self._fields["hours"], self._fields["weeks"])
        for place, field in enumerate(places):
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.LARGE)
        row.addLayout(grid, 3)
        row.addWidget(self._results, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.LARGE, Space.PAGE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(PlainLabel("Convert pay", "section"))
        column.addLayout(row)
        column.addWidget(self.note)
        column.addStretch(1)

    def _lay_out_results(self) -> None:
        results = QGridLayout(self._results)
        results.setContentsMargins(0, 0, 0, 0)
        results.setVerticalSpacing(Space.TIGHT)
        results.addWidget(PlainLabel("A year", "cap"), 0, 0, 1, 2, RIGHT)
        results.addWidget(self.year, 1, 0, 1, 2, RIGHT)
        for row, (period, label) in enumerate(self._rest.items(), start=2):
            words = EACH[period]
            results.addWidget(PlainLabel(words[:1].upper() + words[1:], "cap"), row, 0)
            results.addWidget(label, row, 1, RIGHT)
        results.setColumnStretch(1, 1)
        results.setRowStretch(len(EACH) + 1, 1)
