"""The pay converter: one amount, and what it comes to in every other period."""

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.pay import HOURS_A_WEEK, WEEKS_A_YEAR, Pay, Period, convert
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
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import Choice, CommitLineEdit, mark_wrong
from jobtracker.ui.widgets.labels import ElidedLabel, PlainLabel, line, plain_tip

SMALLER = (Period.MONTH, Period.WEEK, Period.DAY, Period.HOUR)
RIGHT = Qt.AlignmentFlag.AlignRight
FIELD, PERIOD = 84, 96
RESULTS, NOTE = 118, 36
"""px at 100 % that the answer keeps whatever is typed: five periods, and two lines below."""


class Converter(QWidget):
    """Answers while typing; what was assumed stands below the result. `used` carries a pay that
    is to be an offer.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.used: Channel[Pay] = Channel()
        self._theme = theme
        self._pay: Pay | None = None
        self.setAccessibleName("Convert pay")
        self.amount = CommitLineEdit("Amount", placeholder="65/h")
        self.period = Choice[Period](theme, "Period")
        self.period.set_options([(period, EACH[period]) for period in Period])
        self.period.set_value(Period.HOUR)
        self.hours = CommitLineEdit("Hours a week")
        self.hours.set_value(str(HOURS_A_WEEK))
        self.weeks = CommitLineEdit("Paid weeks a year")
        self.weeks.set_value(str(WEEKS_A_YEAR))
        self.year = ElidedLabel("", "number", selectable=True)
        self._rest = {period: ElidedLabel("", "strong", selectable=True) for period in SMALLER}
        self._words: dict[Period, str] = {}
        self._results = QWidget()
        self.note = PlainLabel("", "cap", wrap=True, selectable=True)
        self.use = Button("Use as offer", kind="link", icon=theme.icon("plus"))
        self._wrong: dict[str, str] = {}
        for shown_at_times in (self._results, self.use):
            policy = shown_at_times.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            shown_at_times.setSizePolicy(policy)
        self._lay_out_results()
        self._lay_out()
        for editor in (self.amount, self.hours, self.weeks):
            editor.textChanged.connect(self._show)
        self.period.chosen.subscribe(lambda _: self._show(), owner=self)
        self.use.clicked.connect(self._use)
        self._show()

    def result(self, period: Period) -> str:
        """What is shown for a period, empty where nothing is understood."""
        return self._words.get(period, "")

    def error(self, name: str) -> str:
        """What is said to be wrong with "amount", "hours" or "weeks"."""
        return self._wrong.get(name, "")

    def _show(self) -> None:
        read = understand(self.amount.value(), self.period.value() or Period.HOUR)
        if read.said is not None:
            self.period.set_value(read.said)
        hours = number(self.hours.value(), MOST_HOURS)
        weeks = number(self.weeks.value(), MOST_WEEKS)
        self._tell({"amount": read.error, "hours": hours.error, "weeks": weeks.error})
        if read.pay is None or hours.error or weeks.error:
            self._show_nothing()
        else:
            self._show_results(read.pay, read, hours.value, weeks.value)

    def _tell(self, errors: dict[str, str]) -> None:
        """Mark each field that is wrong."""
        self._wrong = errors
        for name, words in errors.items():
            editor = getattr(self, name)
            mark_wrong(editor, wrong=bool(words))
            editor.setAccessibleDescription(words)

    def _show_nothing(self) -> None:
        """Say below the fields what is wrong with the first, or what to type."""
        self._pay = None
        self._words = {}
        self._results.hide()
        self.use.hide()
        wrong = next(filter(None, self._wrong.values()), "")
        self._note(wrong or NOTHING, "danger" if wrong else "cap")

    def _show_results(self, pay: Pay, read: Understood, hours: Fraction, weeks: Fraction) -> None:
        self._pay = pay
        self._results.show()
        self.use.show()
        self._words = restated(pay, hours, weeks)
        self.year.set_role("number" if pay.low == pay.high else "section")
        for period, label in ((Period.YEAR, self.year), *self._rest.items()):
            label.setText(self._words[period])
            label.setToolTip(self._words[period])
        basis = f"{float(hours):g} hours a week, {float(weeks):g} paid weeks"
        lines = [
            with_unpaid_weeks(pay, hours, weeks),
            ", ".join(filter(None, (basis, read.assumed))),
        ]
        self._note("\n".join(filter(None, lines)), "cap")

    def _note(self, words: str, role: str) -> None:
        self.note.set_role(role)
        self.note.setText(words)
        self.note.setToolTip(plain_tip(words))

    def _use(self) -> None:
        """Hand the pay over: by the year where it was counted by other hours or weeks than usual,
        which an offer of this pay alone would not know.
        """
        if self._pay is None:
            return
        hours = number(self.hours.value(), MOST_HOURS).value
        weeks = number(self.weeks.value(), MOST_WEEKS).value
        usual = hours == HOURS_A_WEEK and weeks == WEEKS_A_YEAR
        year = Period.YEAR
        self.used.put(self._pay if usual else convert(self._pay, year, hours, weeks))

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(Space.SMALL)
        fields.setVerticalSpacing(Space.SNUG)
        fields.addWidget(self.amount, 0, 0)
        fields.addWidget(self.period, 0, 1)
        for row, (editor, words) in enumerate(
            ((self.hours, "hours a week"), (self.weeks, "paid weeks")), start=1
        ):
            label = PlainLabel(words, "body")
            label.setBuddy(editor)
            fields.addWidget(editor, row, 0)
            fields.addWidget(label, row, 1)
        for editor in (self.amount, self.hours, self.weeks):
            self._theme.fit(editor.setFixedWidth, FIELD)
        self._theme.fit(self.period.setFixedWidth, PERIOD)
        fields.setRowStretch(3, 1)
        upper = QHBoxLayout()
        upper.setSpacing(Space.SMALL)
        upper.addLayout(fields)
        upper.addWidget(self._results, 1)
        self._theme.fit(self._results.setFixedHeight, RESULTS)
        self._theme.fit(self.note.setFixedHeight, NOTE)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = QHBoxLayout()
        head.addWidget(PlainLabel("Convert pay", "section"), 1)
        head.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.SMALL, Space.PAGE, Space.SMALL)
        column.setSpacing(Space.SNUG)
        column.addLayout(head)
        column.addLayout(upper)
        column.addWidget(line())
        column.addWidget(self.note)
        column.addStretch(1)
        QWidget.setTabOrder(self.weeks, self.use)

    def _lay_out_results(self) -> None:
        results = QGridLayout(self._results)
        results.setContentsMargins(0, 0, 0, 0)
        results.setVerticalSpacing(Space.HAIR)
        results.setHorizontalSpacing(Space.SMALL)
        results.addWidget(PlainLabel("Base a year", "cap"), 0, 0, 1, 2, RIGHT)
        results.addWidget(self.year, 1, 0, 1, 2, RIGHT)
        for row, (period, label) in enumerate(self._rest.items(), start=2):
            results.addWidget(PlainLabel(str(period).capitalize(), "cap"), row, 0, RIGHT)
            results.addWidget(label, row, 1, RIGHT)
        results.setColumnStretch(0, 1)
        results.setRowStretch(len(EACH) + 1, 1)
