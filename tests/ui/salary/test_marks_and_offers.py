"""Marks, offers, the target and official figures, by keys; and what can be taken elsewhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.salary.conftest import Driver

from jobtracker.domain.packages import Package, SignOn
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.salary_lines import ExploreQuery
from jobtracker.ui.features.salary.contract import Leading, Way, WhatIf
from jobtracker.ui.theme.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # lists
Key = Qt.Key


@pytest.fixture
def offered(person: Driver) -> Driver:
    """A senior role is applied for; one offer has come and another is tried."""
    person.add("Acme", "Senior Python Developer", "$150K - $170K", "python-developer")

    def offer() -> None:
        base = Pay(15_500_000, 15_500_000, "USD", Period.YEAR)
        person.space.offers.add(1, Package(base=base, sign_on=SignOn(1_000_000)))
        hourly = Pay(6_500, 6_500, "USD", Period.HOUR)
        person.space.offers.add(None, Package(base=hourly), label="Woodgrove Bank", what_if=True)

    person.ask(offer)
    person.presenter.refresh()
    person.wait_for_rows("Offer, Acme")
    return person


def senior_row(person: Driver) -> int:
    bars = person.page.stack.charts[0].bars
    return next(at for at, bar in enumerate(bars) if bar.title == "Python Developer, senior")


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def field() -> QWidget:
    """What has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def test_left_and_right_walk_through_the_marks_of_a_row(offered: Driver) -> None:
    chart, details = offered.page.stack.charts[0], offered.page.details
    press(chart, Key.Key_Home, *([Key.Key_Down] * senior_row(offered)))

    press(chart, Key.Key_Right)
    assert details.title.text().startswith("Offer, Acme, $155,000 a year, sits 60% up the range")
    press(chart, Key.Key_Right)
    assert details.title.text().startswith("Posting, Acme, $150,000 – $170,000 a year")
    press(chart, Key.Key_Left, Key.Key_Left)
    assert details.title.text().startswith("Python Developer, senior: ")


def test_enter_on_a_mark_leads_to_what_it_stands_for(offered: Driver) -> None:
    led: list[Leading] = []
    offered.page.intents.opened.subscribe(led.append)
    chart = offered.page.stack.charts[0]
    press(chart, Key.Key_Home, *([Key.Key_Down] * senior_row(offered)))

    press(chart, Key.Key_Right, Key.Key_Return, Key.Key_Right, Key.Key_Return)

    assert [one.way for one in led] == [Way.OFFER, Way.APPLICATION]


def test_the_offers_stand_below_with_their_parts(offered: Driver) -> None:
    rows = offered.page.offers.rows
    texts = {row.name.text(): row for row in rows.values()}
    acme, tried = texts["Acme"], texts["Woodgrove Bank"]

    assert (acme.base.text(), acme.place.text()) == ("$155,000", "60%")
    assert (tried.base.text(), tried.other.text()) == ("$135,200", "$65.00")
    assert tried.reply.text() == "What-if, paid by the hour"
    press(acme.expand, Key.Key_Return)
    assert acme.parts.isVisible()
    said = [label.text() for label in acme.parts.findChildren(QWidget) if hasattr(label, "text")]
    assert "$165,000" in said


def test_two_ticked_offers_can_be_compared(offered: Driver) -> None:
    asked: list[tuple[int, ...]] = []
    panel = offered.page.offers
    offered.page.intents.compare_wanted.subscribe(asked.append)
    assert not panel.compare.isEnabled()

    for row in panel.rows.values():
        press(row.tick, Key.Key_Space)
    press(panel.compare, Key.Key_Return)

    assert panel.compare.text() == "Compare 2 offers"
    assert [sorted(ids) for ids in asked] == [sorted(panel.rows)]


def test_t_moves_the_target_and_the_line_follows(offered: Driver) -> None:
    page = offered.page
    press(page.stack.charts[0], Key.Key_T)
    QTest.keyClicks(field(), "160K")
    press(field(), Key.Key_Return)

    offered.wait(lambda: page.view is not None and page.view.aim is not None)
    offered.wait(lambda: not page.target.isVisible())
    offered.wait(lambda: bool(page.stack.charts[0]._goals))

    assert [goal.words for goal in page.stack.charts[0]._goals] == ["Your target $160K"]
    targets = {row.name.text(): row.target.text() for row in page.offers.rows.values()}
    assert targets["Acme"] == "$5,000 below"
    assert page.stack.charts[0].hasFocus()


def test_a_target_that_cannot_be_is_said_under_its_field(offered: Driver) -> None:
    page = offered.page
    press(page.stack.charts[0], Key.Key_T)
    QTest.keyClicks(field(), "a lot")
    press(field(), Key.Key_Return)

    offered.wait(lambda: "no figure" in page.target.note.text())

    press(page.target.editor, Key.Key_Escape)
    assert not page.target.isVisible()


def test_plus_and_the_converter_ask_for_an_offer(offered: Driver) -> None:
    wanted: list[WhatIf] = []
    page = offered.page
    page.intents.offer_wanted.subscribe(wanted.append)

    QTest.keyClick(page.stack.charts[0], Key.Key_Plus)
    page.converter.amount.setText("$65/h")
    press(page.converter.use, Key.Key_Return)
    press(page.offers.try_one, Key.Key_Return)
    page.converter.hours.setText("20")
    press(page.converter.use, Key.Key_Return)

    assert wanted[0] == WhatIf()
    assert wanted[1].pay is not None
    assert wanted[1].pay.low == 6_500
    assert wanted[2].what_if
    assert wanted[3].pay is not None
    assert (wanted[3].pay.low, wanted[3].pay.period) == (6_760_000, Period.YEAR)


def test_the_rows_can_be_grouped_by_level(offered: Driver) -> None:
    group = offered.page.filters.group
    group.set_value("level")
    group.activated.emit(group.currentIndex())

    offered.wait(lambda: offered.page.stack.charts[0].bars[0].group == "Every level")

    groups = [bar.group for bar in offered.page.stack.charts[0].bars]
    assert groups == sorted(groups, key=["Every level", "Mid", "Senior"].index)


def test_official_figures_can_be_explored(offered: Driver) -> None:
    page = offered.page
    page.look_around(ExploreQuery("15-1252", ""))
    offered.wait(lambda: len(page.explore.model.rows) > 400)
    QTest.keyClicks(page.explore.filter, "austin")
    listed = [row.cells[0] for row in page.explore.model.rows]

    page.explore.table.select(page.explore.model.rows[0].key)
    press(page.explore.table, Key.Key_Return)
    page.explore.filter.clear()
    offered.wait(lambda: "Austin" in page.explore.area.value())

    assert [name for name in listed if "Austin" not in name] == []
    assert page.explore.model.columns[0].title == "Occupation"


def test_any_place_is_found_by_typing(offered: Driver) -> None:
    area = offered.page.filters.area
    area.setFocus()
    area.selectAll()
    QTest.keyClicks(area, "Texas")
    press(area, Key.Key_Return)

    offered.wait(lambda: offered.page.view is not None and offered.page.view.area.name == "Texas")

    assert any("Texas" in words for words in offered.rows())


def test_the_chart_is_saved_as_a_picture_and_as_vectors(
    offered: Driver, tmp_path: Path, theme: Theme
) -> None:
    png, svg = tmp_path / "salary.png", tmp_path / "salary.svg"

    offered.page.save("png", png)
    offered.page.save("svg", svg)

    assert QImage(str(png)).width() == 2 * theme.px(1180)
    drawn = svg.read_text("utf-8")
    assert "Python Developer, senior" in drawn
    assert "Acme" in drawn


def test_figures_are_saved_for_a_spreadsheet(offered: Driver, tmp_path: Path) -> None:
    file = tmp_path / "salary.csv"

    offered.page.save("csv", file)
    offered.wait(file.exists)
    offered.wait(lambda: bool(file.read_bytes()))

    lines = file.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Role,Level,Low,High,Median")
    assert len(lines) == len(offered.page.model.rows) + 1


def test_a_file_that_cannot_be_written_is_said_so(offered: Driver, tmp_path: Path) -> None:
    problems: list[str] = []
    offered.commander.problems.subscribe(lambda error: problems.append(str(error)))

    offered.page.save("csv", tmp_path / "none" / "salary.csv")
    offered.page.save("png", tmp_path / "none" / "salary.png")
    offered.wait(lambda: len(problems) == 2)

    assert all("could not be written" in words for words in problems)
