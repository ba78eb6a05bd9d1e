"""Cells to and from a spreadsheet: a block goes in as one step or not at all."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from tests.ui.applications.conftest import Desk

from jobtracker.domain.listing import ListRow
from jobtracker.domain.stages import Stage
from jobtracker.ui.features.applications.table import paste
from jobtracker.ui.features.applications.table.columns import place

pytestmark = pytest.mark.usefixtures("undressed")

Open = Callable[[], Desk]
Ids = dict[str, int]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    """What a test leaves on the clipboard is not the next one's."""
    yield
    QGuiApplication.clipboard().clear()


def put(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def rows(desk: Desk) -> dict[int, ListRow]:
    return {row.id: row for row in desk.workspace.lists.rows()}


def go_to(desk: Desk, application_id: int, column: str) -> None:
    desk.select(application_id)
    desk.table.move_to(place(column))


def test_a_block_goes_into_the_cells_right_and_down_as_one_step(desk: Open, some: Ids) -> None:
    opened = desk()
    go_to(opened, some["litware"], "pay")
    put("$150-160k\tCall back\t2026-12-01\n$90k\tWrite\t2026-12-02\n")

    opened.key(Qt.Key.Key_V, CONTROL)

    after = rows(opened)
    assert after[some["litware"]].pay.low == 15_000_000
    assert after[some["litware"]].next_action_on == "2026-12-01"
    assert after[some["proseware"]].next_action == "Write"
    assert opened.window.toast.text == "Pasted into 2 applications"
    opened.key(Qt.Key.Key_Z, CONTROL)
    back = rows(opened)
    assert back[some["litware"]].next_action == "Follow up"
    assert back[some["proseware"]].next_action == ""


def test_a_value_that_cannot_be_read_is_named_and_nothing_is_written(desk: Open, some: Ids) -> None:
    opened = desk()
    before = rows(opened)
    go_to(opened, some["litware"], "next")
    put("Call back\t2026-12-01\nWrite\tsomeday\n")

    opened.key(Qt.Key.Key_V, CONTROL)

    said = opened.window.banner.accessibleName() + opened.window.banner.accessibleDescription()
    assert rows(opened) == before
    assert "someday" in said
    assert "next action date of Data Engineer at Proseware" in said
    assert "Nothing was pasted" in said


def test_a_block_with_too_many_rows_or_columns_is_refused(desk: Open, some: Ids) -> None:
    opened = desk()
    before = rows(opened)
    go_to(opened, some["munson"], "next")
    for block in ("a\t\nb\t\n", "a\t2026-12-01\tb\tc\td\n"):
        put(block)
        opened.key(Qt.Key.Key_V, CONTROL)
        assert opened.window.banner.isVisible()

    assert rows(opened) == before


def test_one_value_fills_all_selected_rows(desk: Open, some: Ids) -> None:
    opened = desk()
    go_to(opened, some["litware"], "next")
    opened.key(Qt.Key.Key_Down, SHIFT)
    put("Ring them up")

    opened.key(Qt.Key.Key_V, CONTROL)

    after = rows(opened)
    assert after[some["litware"]].next_action == after[some["proseware"]].next_action
    assert after[some["litware"]].next_action == "Ring them up"


def test_prose_on_the_clipboard_is_a_posting_to_add(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])
    put("We look for a baker.\nWrite to us.")

    opened.key(Qt.Key.Key_V, CONTROL)

    assert opened.add_sheet is not None
    opened.key(Qt.Key.Key_Escape)


def test_a_posting_is_one_in_every_column(desk: Open, some: Ids) -> None:
    opened = desk()
    go_to(opened, some["acme"], "next")
    put("We look for a baker.\n\n" + "Bread is what we live for. " * 10)

    opened.key(Qt.Key.Key_V, CONTROL)

    assert opened.add_sheet is not None
    opened.key(Qt.Key.Key_Escape)


def test_fill_down_gives_the_first_value_to_all_selected(desk: Open, some: Ids) -> None:
    opened = desk()
    go_to(opened, some["litware"], "next")
    opened.key(Qt.Key.Key_Down, SHIFT)

    opened.key(Qt.Key.Key_D, CONTROL)

    after = rows(opened)
    assert after[some["proseware"]].next_action == "Follow up"
    assert after[some["proseware"]].next_action_on == after[some["litware"]].next_action_on


def test_copied_rows_come_back_as_they_were(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["litware"])
    opened.key(Qt.Key.Key_Down, SHIFT)

    opened.key(Qt.Key.Key_C, CONTROL)

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Python Developer\tLitware AI\t\t$120-145k\tFollow up\t2026-")
    assert len(lines) == 2


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=20)


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=5))
def test_any_block_is_read_as_it_was_written(grid: list[list[str]]) -> None:
    text = "\n".join(
        "\t".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in grid
    )

    assert paste.grid_of(text) == grid


def test_a_monster_of_a_cell_is_refused_in_words() -> None:
    with pytest.raises(paste.InvalidInputError, match="too long"):
        paste.grid_of("x" * 200_000 + "\ty")


def test_nothing_is_filled_from_one_row(add: Callable[..., int], desk: Open) -> None:
    add("Acme", "Baker", Stage.APPLIED)
    opened = desk()

    opened.key(Qt.Key.Key_D, CONTROL)

    assert paste.filled_down((), "pay", (), date(2026, 11, 22)) == []
    assert opened.window.toast.text == ""
