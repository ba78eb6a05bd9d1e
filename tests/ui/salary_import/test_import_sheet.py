"""Bringing a salary table in by the keyboard, step by step, and what the sheet says meanwhile."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.salary_tables import SalaryTable
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.salary_import.presenter import SalaryImport
from jobtracker.ui.features.salary_import.sheet import CHECK, COLUMNS, FILE, PASSPORT, ImportSheet
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

DATA = Path(__file__).parents[2] / "data" / "salary"
ON = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
T = TypeVar("T")


class Driver:
    """`space` belongs to the lane; `ask` runs something there."""

    space: Workspace
    importing: SalaryImport

    def __init__(self, bot: QtBot, commander: Commander) -> None:
        self.bot = bot
        self.commander = commander

    def ask(self, work: Callable[[], T]) -> T:
        answers: list[T] = []
        self.commander.read(work, answers.append)
        self.wait(lambda: bool(answers))
        return answers[0]

    @property
    def sheet(self) -> ImportSheet:
        assert self.importing.sheet is not None
        return self.importing.sheet

    def wait(self, holds: Callable[[], bool]) -> None:
        self.bot.waitUntil(holds, timeout=5000)

    def open(self, name: str | Path) -> ImportSheet:
        path = DATA / name if isinstance(name, str) else name
        self.importing.open(path)
        self.wait(lambda: self.sheet.reading is not None or self.sheet.problem.isVisible())
        return self.sheet

    def press_on(self) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.sheet, *ON)

    def type_into(self, field: QWidget, text: str) -> None:
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def tables(self) -> list[SalaryTable]:
        return self.ask(self.space.salary_tables.tables)


@pytest.fixture
def person(qtbot: QtBot, theme: Theme, commander: Commander, tmp_path: Path) -> Iterator[Driver]:
    window = QMainWindow()
    page = QWidget()
    window.setCentralWidget(page)
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    driver = Driver(qtbot, commander)
    driver.space = driver.ask(lambda: open_workspace(tmp_path / "own.jobtracker", write=True))
    driver.importing = SalaryImport(theme, page, commander, driver.space)
    yield driver
    if driver.importing.sheet is not None:
        driver.importing.sheet.close()
    driver.ask(driver.space.close)


def test_a_table_is_imported_with_ctrl_enter_alone(person: Driver) -> None:
    sheet = person.open("verdienst_iso8859.csv")
    steps = [sheet.tabs.value()]
    for _ in range(2):
        person.press_on()
        steps.append(sheet.tabs.value())
    sheet.passport.kind.set_value("reported")
    person.press_on()
    steps.append(sheet.tabs.value())
    assert steps == [FILE, COLUMNS, PASSPORT, CHECK]
    assert sheet.go.text() == "Import 3 rows"

    toasts: list[str] = []
    person.commander.told.subscribe(lambda told: toasts.append(told.words))
    person.press_on()
    person.wait(lambda: bool(toasts))

    assert toasts == ["3 rows imported from verdienst_iso8859.csv"]
    assert person.importing.sheet is None
    (table,) = person.tables()
    assert (table.row_count, table.passport.kind) == (3, "reported")


def test_what_the_file_leaves_open_is_said_and_can_be_typed(person: Driver) -> None:
    sheet = person.open("levels_like.csv")
    assert "does not say the currency" in sheet.file.doubts.accessibleName()

    person.type_into(sheet.file.texts["currency"], "usd")
    person.wait(lambda: sheet.reading is not None and sheet.reading.rows[0].currency == "USD")

    assert sheet.file.doubts.isHidden()


def test_a_currency_that_is_none_is_refused_in_its_place(person: Driver) -> None:
    sheet = person.open("levels_like.csv")
    person.type_into(sheet.file.texts["currency"], "bananas")
    assert sheet.file.form.field("currency").error == (
        "This is no currency. Type three letters like USD."
    )


def test_another_meaning_of_a_column_is_read_at_once(person: Driver) -> None:
    sheet = person.open("uk_bands.csv")
    sheet.tabs.set_value(COLUMNS)
    first: QComboBox = sheet.columns.choices[0]
    assert first.accessibleName() == "Grade means"
    assert first.accessibleDescription() == "First values: AO, HEO, G7"

    sheet.columns.choices[0].set_value("note")
    sheet.columns.choices[0].chosen.put("note")
    person.wait(lambda: sheet.reading is not None and sheet.reading.rows[0].level == "")

    assert sheet.reading is not None
    assert "Grade: AO" in sheet.reading.rows[0].notes


def test_refused_rows_are_counted_by_cause_and_saved(person: Driver, tmp_path: Path) -> None:
    from jobtracker.ui.features.salary_import.contract import SaveRefused

    sheet = person.open("salaires_fr.csv")
    assert "2 of 4 rows read, 2 refused" in sheet.check.said.text()
    assert sheet.check.causes.text() == "Low above high: 1. A figure that is no number: 1."
    target = tmp_path / "refused.csv"
    assert sheet.reading is not None
    sheet.wants.refused_saved.put(
        SaveRefused(target, sheet.reading.raw.headings, sheet.reading.refused)
    )
    person.wait(target.exists)
    text = target.read_text("utf-8-sig")
    assert "4,Low above high,the low end is above the high end,Comptable,Paris" in text


def test_the_same_file_again_offers_to_replace_its_table(person: Driver) -> None:
    for expected in (1, 1):
        sheet = person.open("hr_export.xlsx")
        if not sheet.file.replace.isHidden():
            sheet.file.replace.setChecked(True)
        for _ in range(4):
            person.press_on()
        person.wait(lambda: person.importing.sheet is None)
        assert len(person.tables()) == expected


def test_without_replacing_the_same_file_is_refused(person: Driver) -> None:
    person.open("hr_export.xlsx")
    for _ in range(4):
        person.press_on()
    person.wait(lambda: person.importing.sheet is None)
    sheet = person.open("hr_export.xlsx")
    for _ in range(4):
        person.press_on()
    person.wait(sheet.problem.isVisible)
    assert "is here already" in sheet.problem.accessibleName()
    assert len(person.tables()) == 1
    sheet.close()


def test_a_file_that_is_no_table_says_why(person: Driver, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    sheet = person.open(empty)
    assert "is empty" in sheet.problem.accessibleName()
    assert not sheet.go.isEnabled()
    sheet.close()


def test_a_passport_without_who_speaks_is_not_passed(person: Driver) -> None:
    sheet = person.open("percentiles_like.csv")
    person.press_on()
    person.press_on()
    person.press_on()
    assert sheet.tabs.value() == PASSPORT
    assert sheet.passport.form.field("kind").error == "Choose who speaks."


def test_another_sheet_of_a_workbook_is_read(person: Driver) -> None:
    sheet = person.open("two_sheets.xlsx")
    assert sheet.reading is not None
    assert sheet.reading.rows[0].currency == "SEK"
    sheet.file.sheet.chosen.put("Norway")
    person.wait(lambda: sheet.reading is not None and sheet.reading.rows[0].currency == "NOK")
    sheet.close()


def test_the_import_button_asks_for_what_is_missing_under_its_field(person: Driver) -> None:
    sheet = person.open("tvoed_like.csv")
    assert sheet.file.wanting() is sheet.file.texts["role"]
    sheet.passport.kind.set_value("employer")
    sheet.tabs.set_value(CHECK)
    sheet.tabs.chosen.put(CHECK)
    assert "They give 0 lines to compare with" in sheet.check.said.text()
    person.press_on()

    assert sheet.tabs.value() == FILE
    role = sheet.file.form.field("role")
    assert role.error.endswith("have no role. Type the one they are about.")
    assert person.tables() == []

    person.type_into(sheet.file.texts["role"], "Clerk")
    person.wait(lambda: sheet.file.wanting() is None)
    assert (role.error, sheet.file.as_is.isHidden()) == ("", True)
    sheet.close()


def test_rows_with_something_missing_can_be_imported_as_they_are(person: Driver) -> None:
    sheet = person.open("tvoed_like.csv")
    sheet.passport.kind.set_value("employer")
    sheet.file.as_is.setChecked(True)
    sheet = person.open("levels_like.csv")
    person.wait(lambda: not sheet.file.as_is.isChecked())
    person.type_into(sheet.file.texts["currency"], "usd")
    person.wait(sheet.file.as_is.isHidden)

    sheet = person.open("tvoed_like.csv")
    person.wait(sheet.file.as_is.isVisible)
    sheet.passport.kind.set_value("employer")
    sheet.file.as_is.setChecked(True)
    sheet.tabs.chosen.put(CHECK)
    person.press_on()
    person.wait(lambda: person.importing.sheet is None)
    assert len(person.tables()) == 1


def test_sheets_with_the_same_columns_are_named(person: Driver) -> None:
    sheet = person.open("two_sheets.xlsx")
    assert "Only the sheet “Sweden” was read" in sheet.file.doubts.accessibleName()
    assert sheet.file.sheet.accessibleDescription() == "The same columns stand in: Norway"
    sheet.close()
