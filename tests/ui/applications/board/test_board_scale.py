from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from sqlcipher3 import dbapi2
from tests.ui.applications.board.conftest import BoardDesk

from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace

Open = Callable[..., BoardDesk]
APPLIED = Stage.APPLIED
MANY = 100_000
PAGE = 60
KEPT_APART = ("id", "uid", "board_place")


def copy_many(file: Path, application_id: int, count: int) -> None:
    """Write `count` copies of an application below it in its column, past the services."""
    connection = dbapi2.connect(str(file))
    columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(application)")]
    same = ", ".join(name for name in columns if name not in KEPT_APART)
    connection.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
        f"INSERT INTO application (uid, board_place, {same}) "
        f"SELECT lower(hex(randomblob(16))), 1000 + i, {same} FROM application, n WHERE id = ?",
        (count, application_id),
    )
    connection.commit()
    connection.close()


def test_a_column_of_100_000_cards_is_read_page_by_page(
    desk: Open, workspace: Workspace, some: dict[str, int]
) -> None:
    assert workspace.database.path is not None
    copy_many(workspace.database.path, some["lucerne"], MANY)
    opened = desk()
    column = opened.column(APPLIED)
    first = len(column.cards.rows)

    opened.press(Qt.Key.Key_End)
    second = len(column.cards.rows)
    opened.press(Qt.Key.Key_End)

    assert (first, second, len(column.cards.rows)) == (PAGE, 2 * PAGE, 3 * PAGE)
    assert column.list.accessibleName() == "Applied, 100,003"
    assert opened.board.place_of_current() == (2 * PAGE, MANY + 3)
    assert len({row.id for row in column.cards.rows}) == 3 * PAGE


def test_what_was_read_so_far_stays_in_its_place_when_something_else_changes(
    desk: Open, workspace: Workspace, some: dict[str, int]
) -> None:
    assert workspace.database.path is not None
    copy_many(workspace.database.path, some["lucerne"], 3 * PAGE)
    opened = desk()
    column = opened.column(APPLIED)
    opened.press(Qt.Key.Key_End)
    current = opened.board.current_id()
    scrolled = column.list.verticalScrollBar().value()

    opened.commander.change(lambda: workspace.log.move(some["litware"], Stage.SCREENING))
    opened.settle()

    assert len(column.cards.rows) == 2 * PAGE
    assert column.cards.size == 3 * PAGE + 2
    assert opened.board.current_id() == current
    assert column.list.verticalScrollBar().value() == scrolled
    assert opened.companies(Stage.SCREENING) == ["Litware AI"]
