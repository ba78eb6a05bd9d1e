"""Offers side by side: differences, weights, rates and figures that are only tried."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from tests.ui.offers.conftest import Driver

from jobtracker.domain.packages import Bonus, Package
from jobtracker.domain.pay import Pay, Period
from jobtracker.ui.features.offers.compare_rows import CompareRow
from jobtracker.ui.features.offers.compare_sheet import CompareSheet


def yearly(major: int, currency: str = "USD") -> Package:
    return Package(Pay(major * 100, major * 100, currency, Period.YEAR), leave_days=Decimal(20))


@pytest.fixture
def two(person: Driver) -> tuple[int, int]:
    offers = person.space.offers
    richer = yearly(130_000)._replace(bonus=Bonus(percent=Decimal(10)))
    return (
        person.ask(lambda: offers.add(None, yearly(120_000), what_if=True, label="Acme").value),
        person.ask(lambda: offers.add(None, richer, what_if=True, label="Contoso").value),
    )


def row(sheet: CompareSheet, name: str) -> CompareRow:
    return next(one for one in sheet.table.model_.rows if one.name == name)


def test_each_row_says_the_difference_by_sign_and_words(
    person: Driver, two: tuple[int, int]
) -> None:
    sheet = person.compares(*two)

    assert [cell.text for cell in row(sheet, "Base a year").cells] == ["$120,000", "$130,000"]
    assert row(sheet, "Base a year").cells[1].difference == "+$10,000 (8.3 % more)"
    assert row(sheet, "Paid leave").cells[1].difference == "the same"


def test_weights_score_the_offers_and_are_remembered(person: Driver, two: tuple[int, int]) -> None:
    sheet = person.compares(*two)
    assert all(one.name != "Score" for one in sheet.table.model_.rows)

    QTest.keyClicks(sheet.weights.steppers["pay"], "4")
    assert row(sheet, "Score").cells[1].text == "100.0 of 100"
    assert "better" in row(sheet, "Score").cells[1].difference
    assert row(sheet, "for pay, weight 4").cells[1].text == "100.0 points"

    sheet.close()
    person.wait(lambda: person.comparing.sheet is None)
    assert person.compares(*two).weights.steppers["pay"].value() == 4


def test_a_figure_is_tried_without_saving_and_kept_when_wanted(
    person: Driver, two: tuple[int, int]
) -> None:
    sheet = person.compares(*two)
    sheet.table.setCurrentIndex(sheet.table.model_.index(0, 1))
    QTest.keyClick(sheet.table, Qt.Key.Key_Return)
    assert sheet.bar.figure.text() == "$120,000 a year"
    sheet.bar.figure.setText("150k")
    QTest.keyClick(sheet.bar.figure, Qt.Key.Key_Return)

    assert row(sheet, "First year").cells[0].text == "$150,000"
    assert sheet.table.model_.columns[1].title == "Acme (tried, not saved)"
    stored = person.ask(lambda: person.space.offers.load(two[0]))
    assert stored.record.package.base.low == 12_000_000

    sheet.bar.keep.click()
    person.wait(lambda: len(person.comparing.bench.lines) == 3)
    assert len(person.ask(person.space.offers.every)) == 3


def test_a_figure_that_cannot_be_is_said_under_the_field(
    person: Driver, two: tuple[int, int]
) -> None:
    sheet = person.compares(*two)
    sheet.bar.part.set_value("bonus")
    sheet.bar.figure.setText("lots")

    QTest.keyClick(sheet.bar.figure, Qt.Key.Key_Return)

    assert "cannot be the bonus" in sheet.bar.field.error


def test_own_criteria_are_marked_in_their_row(person: Driver, two: tuple[int, int]) -> None:
    sheet = person.compares(*two)
    sheet.weights.new.setText("Team")
    QTest.keyClick(sheet.weights.new, Qt.Key.Key_Return)

    sheet.table.select("Team")
    for place, mark in ((1, "5"), (2, "3")):
        at = sheet.table.model_.position("Team")
        sheet.table.setCurrentIndex(sheet.table.model_.index(at, place))
        QTest.keyClicks(sheet.table, mark)
        person.wait(lambda: row(sheet, "Team").cells[place - 1].text == mark)  # noqa: B023

    assert row(sheet, "Score").cells[0].text == "100.0 of 100"
    stored = person.ask(lambda: person.space.offers.load(two[1]))
    assert stored.record.package.marks[0].value == 3


def test_other_currencies_wait_for_a_typed_rate(person: Driver, two: tuple[int, int]) -> None:
    offers = person.space.offers
    euro = person.ask(
        lambda: offers.add(None, yearly(100_000, "EUR"), what_if=True, label="Berlin").value
    )
    sheet = person.compares(two[0], euro)
    assert sheet.rate_field.isVisible()
    assert "there is no rate to USD" in sheet.notes.text()

    sheet.rate.setText("1 EUR = 1.10 USD on 2026-11-01")
    QTest.keyClick(sheet.rate, Qt.Key.Key_Return)

    person.wait(lambda: not sheet.rate_field.isVisible())
    assert "1 EUR = 1.1 USD on 2026-11-01" in sheet.notes.text()
    assert row(sheet, "Base a year").cells[1].difference.startswith("-$10,000")


def test_the_table_is_copied_whole(person: Driver, two: tuple[int, int]) -> None:
    sheet = person.compares(*two)

    sheet.copy.click()

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "\tAcme (what-if)\tContoso (what-if)\tContoso (what-if), difference"
    assert "Base a year\t$120,000\t$130,000\t+$10,000 (8.3 % more)" in lines


def test_an_offer_without_a_figure_is_not_what_the_others_are_held_against(
    person: Driver, two: tuple[int, int]
) -> None:
    key = person.add("Fabrikam")
    offers = person.space.offers
    vague = person.ask(lambda: offers.add(key, Package(Pay(text="competitive"))).value)

    sheet = person.compares(vague, *two)

    assert [line.record.id for line in person.comparing.bench.lines] == [*two, vague]
    assert row(sheet, "Base a year").cells[1].difference == "+$10,000 (8.3 % more)"


def test_a_weight_is_a_step_of_undo(person: Driver, two: tuple[int, int]) -> None:
    sheet = person.compares(*two)
    QTest.keyClicks(sheet.weights.steppers["pay"], "4")
    QTest.keyClicks(sheet.weights.steppers["leave"], "2")
    person.ask(lambda: None)

    person.commander.change(person.space.history.undo)

    person.wait(lambda: sheet.weights.steppers["leave"].value() == 0)
    assert sheet.weights.steppers["pay"].value() == 4


def test_quick_keys_count_from_what_is_shown(person: Driver, two: tuple[int, int]) -> None:
    sheet = person.compares(*two)

    for _ in range(5):
        QTest.keyClick(sheet.weights.steppers["pay"], Qt.Key.Key_Right)

    person.wait(lambda: person.ask(person.space.offers.weights) == {"pay": 5})
    assert sheet.weights.steppers["pay"].value() == 5


def test_tab_visits_the_weights_before_the_field_below_them(
    person: Driver, two: tuple[int, int]
) -> None:
    sheet = person.compares(*two)

    stops = sheet.stops()

    places = [stops.index(one) for one in sheet.weights.steppers.values()]
    assert places == sorted(places)
    assert stops.index(sheet.weights.new) == places[-1] + 1
