"""The ranges of the roles applied for, as a person sees them change."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.salary.conftest import Driver

from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.profiles import RoleProfile
from jobtracker.domain.salary_lines import SalaryQuery
from jobtracker.domain.salary_ranges import SalaryRange
from jobtracker.ui.features.salary.contract import Leading, Way

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # lists
DATA = Path(__file__).parents[2] / "data" / "salary"


def test_without_applications_the_page_says_what_it_is_for(person: Driver) -> None:
    assert person.page.empty.isVisible()
    assert not person.page.details.isVisible()
    assert person.page.converter.isVisible()


def test_any_profile_can_be_looked_at(person: Driver) -> None:
    field = person.page.filters.role
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "python dev")
    QTest.keyClick(field, Qt.Key.Key_Return)

    person.wait_for_rows("Python Developer, mid, your reference role")

    assert not person.page.empty.isVisible()
    assert any("iOS Developer, related role: $90,000" in words for words in person.rows())


def test_an_application_brings_its_role_s_range_with_its_mark(person: Driver) -> None:
    person.add("Acme", "Senior Python Developer", "$150K - $170K", "python-developer")

    person.wait_for_rows("Python Developer, senior")
    bars = person.page.stack.charts[0]._bars
    senior = next(bar for bar in bars if bar.title == "Python Developer, senior")

    assert senior.own
    assert senior.detail == "$140K – $165K, 1 application"
    assert [mark.amount for mark in senior.marks] == [160_000.0]
    assert person.page.stack.charts[0].hasFocus()


def test_hourly_changes_every_number(person: Driver) -> None:
    person.add("Acme", "Senior Python Developer", "$150K - $170K", "python-developer")
    person.wait_for_rows("Python Developer, senior")

    QTest.keyClick(person.page.stack.charts[0], Qt.Key.Key_H)

    assert person.page.header.note.text() == "Base pay, US dollars an hour"
    assert any("$67.31 – $79.33 an hour" in words for words in person.rows())
    senior = next(b for b in person.page.stack.charts[0]._bars if "senior" in b.title)
    assert senior.detail.startswith("$67.31 – $79.33 an hour")
    assert [mark.amount for mark in senior.marks] == [pytest.approx(76.92, abs=0.01)]
    cells = [row.cells for row in person.page.model.rows]
    assert ("$67.31", "$79.33") in [(row[2], row[3]) for row in cells]


def test_arrows_and_clicks_show_who_says_so(person: Driver) -> None:
    person.add("Acme", "Senior Python Developer", "$150K - $170K", "python-developer")
    person.wait_for_rows("Python Developer, senior")
    chart, details = person.page.stack.charts[0], person.page.details

    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert details.title.text() == (
        "Python Developer, senior: $140,000 – $165,000 a year · $67.31 – $79.33 an hour"
    )
    assert details.source.text().startswith("Source: ")

    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert details.title.text().startswith("Posting, Acme, $150,000 – $170,000 a year, sits 80%")

    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    assert details.title.text().startswith("Python Developer, mid: ")


def test_enter_leads_on_to_the_profile(person: Driver) -> None:
    wanted: list[Leading] = []
    person.page.intents.opened.subscribe(wanted.append)
    person.add("Acme", "Senior Python Developer", "", "python-developer")
    person.wait_for_rows("Python Developer, senior")

    QTest.keyClick(person.page.stack.charts[0], Qt.Key.Key_Return)

    profile = person.ask(lambda: person.space.profiles.load(wanted[0].id))
    assert (wanted[0].way, profile.title) == (Way.PROFILE, "Python Developer")


def test_the_table_holds_the_same_and_can_be_sorted_and_copied(person: Driver) -> None:
    person.add("Acme", "Senior Python Developer", "", "python-developer")
    person.wait_for_rows("Python Developer, senior")
    page = person.page

    QTest.keyClick(page.kind, Qt.Key.Key_Right)
    page.model.sort_by(2)
    lows = [row.line.range.pay.low for row in page.model.rows]
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text().splitlines()

    assert page.table.isVisible()
    assert len(page.model.rows) == len(person.rows())
    assert lows == sorted(lows, key=lambda low: low or 0)
    assert copied[0].startswith("Role\tLevel\tLow\tHigh")
    assert len(copied) == len(page.model.rows) + 1


def test_another_currency_has_a_chart_of_its_own(person: Driver) -> None:
    ranges = (
        SalaryRange("", Pay(9_000_000, 11_000_000, "USD", Period.YEAR)),
        SalaryRange("senior", Pay(6_000_000, 8_000_000, "EUR", Period.YEAR), source="Survey"),
        SalaryRange("lead", Pay(7_000_000, 9_000_000, "EUR", Period.YEAR), source="Survey"),
    )
    keeper = RoleProfile(title="Lighthouse Keeper", salaries=ranges)
    person.commander.change(lambda: person.space.profiles.store(keeper))

    person.add("Trinity", "Lighthouse Keeper", "", "Lighthouse Keeper")
    person.wait_for_rows("Lighthouse Keeper, lead")

    names = [chart.accessibleName() for chart in person.page.stack.charts]
    assert names == ["Salary ranges, euros", "Salary ranges, US dollars"]
    assert "each currency on a scale of its own" in person.page.header.note.text()
    assert any("source not stated" in words for words in person.rows())


def test_rates_and_rows_left_out_are_said_on_the_page(person: Driver) -> None:
    def prepare() -> None:
        tables = person.space.salary_tables
        reading = tables.read(DATA / "percentiles_like.csv")
        tables.store(reading, reading.guess._replace(kind="reported"))
        person.space.rates.set("EUR", "USD", Decimal("1.2"), date(2026, 1, 2))

    person.ask(prepare)
    person.add("Harbour", "Backend Developer, Germany", "€95K", "backend-developer")
    person.wait_for_rows("Posting, Harbour")

    view, notes = person.page.view, person.page.notes
    assert view is not None
    person.page.show_view(view._replace(left_out=5))

    assert notes.isVisible()
    assert "4 of 9 rows of imported tables are shown" in notes.text()
    assert "counted at 1 EUR = 1.2 USD on 2026-01-02" in notes.text()
    assert any("counted at 1 EUR = 1.2 USD" in words for words in person.rows())


def test_a_source_by_the_hour_says_so_on_the_annual_page(person: Driver) -> None:
    person.page.ask(SalaryQuery(occupations=("27-2011",)), "Actors")
    person.wait_for_rows("Actors")

    (words,) = person.rows()
    assert "stated by the hour, counted at 40 hours a week, 52 weeks a year" in words
    assert "stated by the hour" in person.page.details.source.text()


def test_the_axis_stays_in_sight_while_the_rows_scroll(person: Driver) -> None:
    person.add("Acme", "Senior Python Developer", "$150K - $170K", "python-developer")
    person.wait_for_rows("Python Developer, senior")
    person.page.window().resize(1100, 560)
    chart, pane = person.page.stack.charts[0], person.page.stack
    person.wait(lambda: pane.verticalScrollBar().maximum() > 0)

    def axis() -> QImage:
        viewport = pane.viewport()
        return viewport.grab(QRect(0, viewport.height() - 20, viewport.width(), 16)).toImage()

    before = axis()
    for _ in range(6):
        QTest.keyClick(chart, Qt.Key.Key_Down)

    assert pane.verticalScrollBar().value() > 0
    assert axis() == before
    last = chart.mapTo(pane.viewport(), chart.row_rect(6).bottomLeft()).y()
    assert last <= pane.viewport().height()


def test_what_takes_the_focus_has_a_name(person: Driver) -> None:
    person.add("Acme", "Senior Python Developer", "", "python-developer")
    person.wait_for_rows("Python Developer, senior")

    for region in person.page.regions():
        assert region.accessibleName()
