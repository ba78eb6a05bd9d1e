import gc

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from jobtracker.ui.charts.bars import OFFER, POSTING, WHAT_IF, Bar, Goal, Mark, Spot
from jobtracker.ui.charts.benchmark_chart import BenchmarkChart
from jobtracker.ui.charts.mini_range import Span, paint_mini_range
from jobtracker.ui.charts.range_chart import RangeChart
from jobtracker.ui.charts.scale import scale_for
from jobtracker.ui.theme.theme import Theme

BARS = [
    Bar("Senior", "$140K – $165K", Span(140e3, 165e3), "Senior, 140 to 165 thousand", own=True),
    Bar(
        "Mid",
        "$110K – $130K",
        Span(110e3, 130e3),
        "Mid, 110 to 130 thousand",
        marks=(
            Mark(128e3, OFFER, label="Northwind $128K"),
            Mark(132e3, POSTING),
            Mark(135e3, WHAT_IF, label="Woodgrove $135K"),
        ),
    ),
    Bar("Staff", "Not listed", None, "Staff, not listed"),
]


def test_arrow_keys_step_through_the_bars(theme: Theme, qtbot: QtBot) -> None:
    chart = RangeChart(theme, "Salary by role")
    qtbot.addWidget(chart)
    chart.show_bars(BARS, [Goal(150e3, "Your target $150K")])
    steps: list[int] = []
    chart.current.subscribe(steps.append)

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Home):
        QTest.keyClick(chart, key)

    assert steps == [1, 2, 2, 0]


def spoken(chart: QWidget) -> list[str]:
    """The items a screen reader finds in a chart."""
    said = QAccessible.queryAccessibleInterface(chart)
    assert said.role() == QAccessible.Role.List
    items = [said.child(at) for at in range(said.childCount())]
    assert [item.role() for item in items] == [QAccessible.Role.ListItem] * len(items)
    return [item.text(QAccessible.Text.Name) for item in items]


def test_the_chart_can_be_read_without_seeing_it(theme: Theme, qtbot: QtBot) -> None:
    chart, small = RangeChart(theme, "Salary by role"), BenchmarkChart(theme, "Against benchmark")
    for one in (chart, small):
        qtbot.addWidget(one)
        one.show_bars(BARS)

        assert spoken(one) == [bar.words for bar in BARS]
        assert one.accessibleName() in {"Salary by role", "Against benchmark"}


def test_a_bar_that_is_gone_says_nothing_any_more(theme: Theme, qtbot: QtBot) -> None:
    chart = RangeChart(theme, "Salary by role")
    qtbot.addWidget(chart)
    chart.show_bars(BARS)
    said = QAccessible.queryAccessibleInterface(chart)
    last = said.child(2)

    chart.show_bars(BARS[:1])

    assert said.childCount() == 1
    assert said.child(2) is None
    assert not last.isValid()
    assert last.text(QAccessible.Text.Name) == ""


def test_a_reader_is_told_where_the_keyboard_stands_and_where_a_bar_is(
    theme: Theme, qtbot: QtBot
) -> None:
    chart = RangeChart(theme, "Salary by role")
    qtbot.addWidget(chart)
    chart.show_bars(BARS)
    chart.resize(chart.sizeHint())
    with qtbot.waitActive(chart):
        chart.show()
        chart.activateWindow()
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Down)

    said = QAccessible.queryAccessibleInterface(chart)
    bar = said.focusChild()

    assert said.indexOfChild(bar) == 1
    assert bar.state().focused
    middle = bar.rect().center()
    assert said.childAt(middle.x(), middle.y()) is bar
    assert bar.parent() is said


def test_a_chart_that_is_deleted_takes_its_interface_with_it(theme: Theme) -> None:
    chart = RangeChart(theme, "Salary by role")
    chart.show_bars(BARS)
    item = QAccessible.queryAccessibleInterface(chart).child(0)

    delete(chart)
    gc.collect()

    assert not item.isValid()
    assert item.parent() is None


def test_the_charts_grow_with_the_text(theme: Theme, qtbot: QtBot) -> None:
    chart, small = RangeChart(theme, "Salary"), BenchmarkChart(theme, "Against benchmark")
    for one in (chart, small):
        qtbot.addWidget(one)
        one.show_bars(BARS)
    before = [one.minimumSizeHint().height() + one.minimumHeight() for one in (chart, small)]

    theme.set_text_size(150)

    after = [one.minimumSizeHint().height() + one.minimumHeight() for one in (chart, small)]
    assert [round(new / old, 1) for new, old in zip(after, before, strict=True)] == [1.5, 1.5]


def test_everything_shown_lies_on_the_scale(theme: Theme, qtbot: QtBot) -> None:
    chart = RangeChart(theme, "Salary by role")
    qtbot.addWidget(chart)
    chart.show_bars(BARS, [Goal(172e3, "Your target $172K")])

    assert chart.scale.low <= 110e3
    assert chart.scale.high >= 172e3


def test_the_charts_can_be_drawn_in_any_width(theme: Theme, qtbot: QtBot) -> None:
    chart, small = RangeChart(theme, "Salary"), BenchmarkChart(theme, "Against benchmark")
    for widget in (chart, small):
        qtbot.addWidget(widget)
    chart.show_bars(BARS, [Goal(150e3, "Your target $150K")])
    small.show_bars(BARS, 150e3)

    for width in (1200, 500, 320):
        for widget in (chart, small):
            widget.resize(width, widget.sizeHint().height())
            assert not widget.grab().isNull()
    chart.show_bars([])
    small.show_bars([])
    assert not chart.grab().isNull()
    assert not small.grab().isNull()


def test_a_range_of_a_single_figure_can_still_be_seen(theme: Theme) -> None:
    image = QImage(140, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)

    paint_mini_range(
        painter,
        QRectF(image.rect()),
        theme,
        scale_for([100e3, 200e3]),
        line=Span(150e3, 150e3),
    )
    painter.end()

    dark = [x for x in range(140) if image.pixelColor(x, 10).lightness() < 100]
    assert 2 <= len(dark) <= 6
    assert abs(sum(dark) / len(dark) - 70) < 3


def test_marks_that_would_lie_on_each_other_stand_apart_at_their_amounts(
    theme: Theme, qtbot: QtBot
) -> None:
    marks = tuple(
        Mark(amount, POSTING, words=f"Posting {at}")
        for at, amount in enumerate((120e3, 120e3, 120.2e3, 128e3))
    )
    chart = RangeChart(theme, "Salary by role")
    qtbot.addWidget(chart)
    chart.resize(900, 200)
    chart.show_bars([Bar("Mid", "", Span(110e3, 130e3), "Mid", marks=marks)])

    first, second, third, far = (part.rect.center() for part in chart.parts()[1:])
    reached: list[Spot] = []
    chart.stood.subscribe(reached.append)
    for _ in marks:
        QTest.keyClick(chart, Qt.Key.Key_Right)

    assert first.x() == second.x()
    assert second.y() - first.y() >= 6
    assert abs(third.x() - first.x()) < 8
    assert far.y() == first.y()
    assert reached == [Spot(0, at) for at in range(4)]
    assert chart.spot_at(second.x(), second.y() + 3) == Spot(0, 1)
