"""What is typed, chosen or switched changes the words of the page and not the place of things."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from tests.ui.salary.conftest import Driver

from jobtracker.domain.packages import Package
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.salary_lines import SalaryQuery
from jobtracker.ui.features.salary.find_field import FindField

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # lists
AUSTIN = "0012420"
TYPED = (
    "65",
    "$65/h",
    "$60-70/h",
    "€1,250,000.55 - 1,750,000.45 a month",
    "a fortune",
    "the amount of money is anything but certain by now",
    "",
)


@pytest.fixture
def applied(person: Driver) -> Driver:
    person.add("Acme", "Senior Python Developer", "$150K - $170K", "python-developer")
    person.wait_for_rows("Python Developer, senior")
    return person


def places(person: Driver) -> list[QRect]:
    """Where the converter's fields and the offers stand in the window."""
    page = person.page
    fields = (page.converter.amount, page.converter.period, page.converter.hours)
    seen = (*fields, page.converter.weeks, page.converter.note, page.offers.try_one)
    return [QRect(one.mapTo(page.window(), QPoint()), one.size()) for one in seen]


@pytest.mark.parametrize("width", [1020, 1180])
def test_the_fields_of_the_converter_stay_where_they_are_while_it_answers(
    applied: Driver, width: int
) -> None:
    page = applied.page
    base = Pay(15_600_000, 15_600_000, "USD", Period.YEAR)
    applied.ask(lambda: applied.space.offers.add(1, Package(base=base)))
    applied.presenter.refresh()
    applied.wait(lambda: bool(page.offers.rows))
    page.window().resize(width, 620)
    page.converter.amount.setFocus()
    applied.wait(lambda: page.width() == width)
    applied.bot.wait(50)
    before = places(applied)
    assert page.converter.mapTo(page, QPoint(page.converter.width(), 0)).x() <= page.width()

    for text in TYPED:
        page.converter.amount.setText(text)
        applied.bot.wait(20)
        assert places(applied) == before, text


def test_an_answer_is_read_in_whole_where_the_page_has_room(applied: Driver) -> None:
    page = applied.page
    page.window().resize(1180, 700)
    page.converter.amount.setText("$60-70/h")
    applied.wait(lambda: page.converter.year.text() == "$124,800 – $145,600")

    shown = [label.text() for label in page.converter._rest.values()]

    assert shown == ["$10,400.00 – $12,133.33", "$2,400 – $2,800", "$480 – $560", "$60 – $70"]


def test_hourly_reaches_the_offers_and_the_words_of_a_mark(applied: Driver) -> None:
    page = applied.page
    base = Pay(15_600_000, 15_600_000, "USD", Period.YEAR)
    applied.ask(lambda: applied.space.offers.add(1, Package(base=base)))
    applied.ask(lambda: applied.space.salaries.move_target("$176,800", None, "My target", "USD"))
    applied.presenter.refresh()
    applied.wait(lambda: any(row.target.text() != "–" for row in page.offers.rows.values()))
    (row,) = page.offers.rows.values()
    yearly = (row.base.text(), row.other.text(), row.target.text())

    chart = page.stack.charts[0]
    QTest.keyClick(chart, Qt.Key.Key_H)
    chart.stand_at(next(bar.key for bar in chart.bars if "senior" in bar.title), 0)

    assert yearly == ("$156,000", "$75.00", "$20,800 below")
    assert (row.base.text(), row.other.text()) == ("$75.00", "$156,000")
    assert row.target.text() == "$10.00 below"
    assert (page.offers._base.text(), page.offers._other.text()) == ("Base an hour", "A year")
    assert "base $75.00 an hour" in row.accessibleName()
    assert "an hour" in page.details.title.text()
    assert page.details.source.text() == "In Python Developer, senior: $67.31 – $79.33 an hour"


def test_a_range_of_another_place_than_the_one_chosen_says_its_own(applied: Driver) -> None:
    page = applied.page

    def second_line() -> str:
        bars = page.stack.charts[0].bars
        return next(bar.detail for bar in bars if bar.title == "Python Developer, senior")

    assert second_line() == "$140K – $165K, 1 application"

    page.ask(SalaryQuery(area=AUSTIN), "")
    applied.wait(lambda: page.view is not None and page.view.area.code == AUSTIN)

    assert second_line() == "$140K – $165K, US, 1 application"


def test_a_long_name_ends_before_the_sign_and_is_whole_for_the_keys(applied: Driver) -> None:
    field, name = applied.page.filters.area, "North Valley-Northern Mountains Region of California"
    field.show_words(name)

    assert field.text().endswith("…")
    assert field.fontMetrics().horizontalAdvance(field.text()) <= field._words_room()
    assert (field.toolTip(), field.value()) == (name, name)

    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    assert field.text() == name


def test_the_answers_are_as_wide_as_the_longest_within_the_window(applied: Driver) -> None:
    field = applied.page.filters.area
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "nonmetropolitan")
    applied.wait(lambda: field._popup().isVisible())

    popup = field._popup()

    assert popup.width() > field.width()
    assert not popup.horizontalScrollBar().isVisible()
    assert popup.horizontalScrollBar().maximum() == 0
    assert right_of(field) <= right_edge(applied)


def right_of(field: FindField) -> int:
    popup = field._popup()
    return popup.mapToGlobal(QPoint(popup.width(), 0)).x()


def right_edge(person: Driver) -> int:
    window = person.page.window()
    return window.mapToGlobal(QPoint(window.width(), 0)).x()
