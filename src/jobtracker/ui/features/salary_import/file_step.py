"""The first step: which file and sheet, and what holds for rows that do not say it themselves."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobtracker.domain.currencies import MINOR_DIGITS
from jobtracker.domain.salary_tables import (
    Choices,
    SalaryTable,
    TableReading,
    wanting,
)
from jobtracker.ui.features.salary_import.words import PERIODS, counted, file_words
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import CheckBox, Choice, CommitLineEdit
from jobtracker.ui.widgets.form import Field, Form
from jobtracker.ui.widgets.labels import ElidedLabel, PlainLabel
from jobtracker.ui.widgets.scroll import ScrollPane

if TYPE_CHECKING:
    from jobtracker.domain.pay import Period

UNKNOWN = "This is no currency. Type three letters like USD."
ABOUT = "For rows that do not say it themselves"
AS_IS = "Import rows without them as well; nothing can be compared with those"
ASKED = {
    "role": "{} no role. Type the one they are about.",
    "currency": "{} no currency. Type it.",
    "period": "{} no period. Choose what they are paid for.",
}
"""What the Import button asks for, under the field it is missing from."""


class FileStep(ScrollPane):
    """`chosen` tells the choices when one of them was changed, `sheet_chosen` another sheet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(0)
        self.chosen: Channel[Choices] = Channel()
        self.sheet_chosen: Channel[str] = Channel()
        self._choices = Choices()
        self._wanting: dict[str, int] = {}
        self._checksum = ""
        self.name = ElidedLabel("", "strong")
        self.about = PlainLabel("", "small", wrap=True)
        self.another = Button("Choose another file…")
        self.held = Banner(theme)
        self.replace = CheckBox(theme, "Replace that table")
        self.doubts = Banner(theme)
        self.sheet: Choice[str] = Choice(theme, "Sheet")
        self.sheet_field = Field(theme, "Sheet", self.sheet)
        self.texts = {
            "role": CommitLineEdit("Role", placeholder="Data Scientist"),
            "level": CommitLineEdit("Level"),
            "place": CommitLineEdit("Place"),
            "currency": CommitLineEdit("Currency", placeholder="USD"),
            "year": CommitLineEdit("Year", placeholder="2025"),
        }
        self.period: Choice[Period | None] = Choice(theme, "Period")
        self.period.set_options(list(PERIODS.items()))
        self.form = Form(theme)
        self.as_is = CheckBox(theme, AS_IS)
        self._lay_out_step()
        self._listen()

    def show_reading(self, reading: TableReading, held: SalaryTable | None) -> None:
        if reading.raw.checksum != self._checksum:
            self._checksum = reading.raw.checksum
            self.as_is.setChecked(False)
        self.name.setText(reading.raw.file)
        self.about.setText(file_words(reading))
        sheets = reading.raw.sheets
        self.sheet.set_options([(name, name) for name in sheets])
        self.sheet.set_value(reading.raw.sheet)
        self.sheet_field.setVisible(len(sheets) > 1)
        alike = ", ".join(reading.raw.alike)
        self.sheet_field.set_hint(f"The same columns stand in: {alike}" if alike else "")
        self._choices = reading.choices
        for name, editor in self.texts.items():
            editor.set_value(getattr(reading.choices, name) or "")
        self.period.set_value(reading.choices.period)
        self._show_wanting(wanting(reading))
        self._show_doubts(reading.doubts)
        self._show_held(held)

    def wanting(self) -> QWidget | None:
        """The first field that the file leaves open and that matters; None where all is said."""
        first = next(iter(self._wanting), None)
        return None if first is None else self.form.field(first).editor

    def check(self) -> bool:
        """Whether all figures can be compared with or may be kept as they are; what is missing
        is asked for under its field, the first of which gets the keyboard.
        """
        asked = {} if self.as_is.isChecked() else self._wanting
        errors = {
            name: ASKED[name].format(counted(count, "line has", "lines have"))
            for name, count in asked.items()
        }
        self.form.show_errors(errors)
        return not errors

    def _show_wanting(self, lacking: dict[str, int]) -> None:
        """Take back what was asked for and is no longer missing."""
        self._wanting = lacking
        for name in ASKED.keys() - lacking.keys():
            self.form.field(name).set_error("")
        self.as_is.setVisible(bool(lacking))

    def _show_doubts(self, doubts: tuple[str, ...]) -> None:
        if doubts:
            title = counted(len(doubts), "thing to look at", "things to look at")
            self.doubts.say("warn", title, " ".join(doubts))
        else:
            self.doubts.hide()

    def _show_held(self, held: SalaryTable | None) -> None:
        if held is not None:
            rows = counted(held.row_count, "row", "rows")
            self.held.say(
                "info",
                "This file is here already",
                f"It was imported as “{held.passport.name}” with {rows}.",
            )
        else:
            self.held.hide()
            self.replace.setChecked(False)
        self.replace.setVisible(held is not None)

    def _tell(self, _value: object) -> None:
        """Hand over all choices, once a currency that was typed is one."""
        typed = {name: editor.value().strip() for name, editor in self.texts.items()}
        currency = typed["currency"].upper()
        is_wrong = bool(currency) and currency not in MINOR_DIGITS
        self.form.field("currency").set_error(UNKNOWN if is_wrong else "")
        if is_wrong:
            return
        period = self.period.value()
        self._choices = Choices(
            role=typed["role"],
            level=typed["level"],
            place=typed["place"],
            currency=currency or None,
            period=period,
            year=typed["year"],
            assumed=self._choices.assumed if period is self._choices.period else (),
        )
        self.chosen.put(self._choices)

    def _listen(self) -> None:
        for editor in self.texts.values():
            editor.committed.subscribe(self._tell, owner=self)
        self.period.chosen.subscribe(self._tell, owner=self)
        self.sheet.chosen.subscribe(self.sheet_chosen.put, owner=self)

    def _lay_out_step(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.MEDIUM)
        row.addWidget(self.name, 1)
        row.addWidget(self.another)
        for label, left, right in (
            (("Role", "Level"), "role", "level"),
            (("Place", "Year or date"), "place", "year"),
        ):
            self.form.add_pair(
                (left, label[0], self.texts[left]), (right, label[1], self.texts[right])
            )
        self.form.add_pair(
            ("currency", "Currency", self.texts["currency"]), ("period", "Period", self.period)
        )
        self.column.addLayout(row)
        parts: tuple[QWidget, ...] = (self.about, self.sheet_field, self.held, self.replace)
        for part in (*parts, self.doubts):
            self.column.addWidget(part)
        self.column.addSpacing(Space.SMALL)
        self.column.addWidget(PlainLabel(ABOUT, "strong"))
        self.column.addWidget(self.form)
        self.column.addWidget(self.as_is)
        self.column.addStretch(1)
