from typing import NamedTuple

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.row_delegate import Cell, RowDelegate, two_lines
from jobtracker.ui.widgets.row_model import ACCESSIBLE_TEXT, ROW, Column, RowModel
from jobtracker.ui.widgets.row_table import RowList, RowTable


class Row(NamedTuple):
    id: int
    role: str
    pay: str


class Painted(RowDelegate):
    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        two_lines(painter, self.theme, cell.rect, cell.row.role, cell.row.pay)


ROWS = [Row(1, "Python Developer", "$140K"), Row(2, "iOS Developer", "$90K")]
COLUMNS = [
    Column("Role", lambda row: row.role),
    Column("Pay", lambda row: row.pay, 120, lambda row: f"Salary {row.pay} a year"),
]


@pytest.fixture
def model() -> RowModel[Row]:
    made: RowModel[Row] = RowModel(COLUMNS, key=lambda row: row.id)
    made.show_rows(ROWS)
    return made


@pytest.fixture
def table(theme: Theme, model: RowModel[Row], qtbot: QtBot) -> RowTable:
    made = RowTable(theme, "Applications", model)
    made.setItemDelegate(Painted(theme, made))
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def test_a_cell_is_read_aloud_in_full_words(model: RowModel[Row]) -> None:
    index = model.index(0, 1)

    assert index.data() == "$140K"
    assert index.data(ACCESSIBLE_TEXT) == "Salary $140K a year"
    assert index.data(ROW) == ROWS[0]


def test_moving_and_entering_are_told_with_the_row(table: RowTable) -> None:
    seen: list[Row] = []
    opened: list[Row] = []
    table.select(1)
    table.current.subscribe(seen.append)
    table.opened.subscribe(opened.append)

    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)

    assert seen == [ROWS[1]]
    assert opened == [ROWS[1]]


def test_the_focus_ring_is_for_the_keyboard_and_the_light_for_the_pointer(
    table: RowTable, qtbot: QtBot
) -> None:
    with qtbot.waitActive(table):
        table.activateWindow()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    table.select(2)
    assert table.has_ring(1)
    assert not table.has_ring(0)

    first = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseMove(table.viewport(), first)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=first)

    assert table.hovered_row == 0
    assert not table.has_ring(0)


def test_the_selection_follows_its_row_when_the_list_is_shown_anew(
    table: RowTable, model: RowModel[Row]
) -> None:
    table.select(2)

    model.show_rows([Row(5, "New", ""), Row(2, "iOS Developer", "$95K"), ROWS[0]])

    assert table.selected() == Row(2, "iOS Developer", "$95K")
    assert not table.select(99)


def test_more_rows_are_asked_for_once_and_appended(table: RowTable, model: RowModel[Row]) -> None:
    wanted: list[int] = []
    model.more_wanted.subscribe(wanted.append)
    model.show_rows(ROWS, has_more=True)

    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    model.extend([Row(3, "Data Engineer", "")])

    assert wanted == [2]
    assert model.rowCount() == 3


def test_every_row_has_the_same_height_and_the_last_column_is_not_cut(table: RowTable) -> None:
    assert {table.rowHeight(row) for row in range(2)} == {46}
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()
    assert not table.grab().isNull()


def test_a_list_is_a_table_of_one_column(theme: Theme, model: RowModel[Row], qtbot: QtBot) -> None:
    rows = RowList(theme, "Letters", model)
    qtbot.addWidget(rows)
    seen: list[Row] = []
    rows.current.subscribe(seen.append)

    assert rows.select(2)

    assert seen == [ROWS[1]]
    assert rows.selected() == ROWS[1]
