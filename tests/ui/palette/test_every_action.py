"""One definition for every action: what the menus hold, the palette and the sheet hold too."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu
from tests.support.window import Person

from jobtracker.bootstrap import open_workspace
from jobtracker.system.resources import resource
from jobtracker.ui.actions import ActionBook
from jobtracker.ui.features.palette.contract import Entry
from jobtracker.ui.features.palette.palette import Palette
from jobtracker.ui.theme.theme import Theme

SOURCE = Path(__file__).parents[3] / "src" / "jobtracker"
FILES = sorted((SOURCE / "ui").rglob("*.py"))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sample") / "search.jobtracker"
    with open_workspace(file, write=True) as workspace:
        workspace.sample.fill(resource("sample", "applications.toml"))
    return file


@pytest.fixture
def person(sample: Path, tmp_path: Path, theme: Theme) -> Iterator[Person]:
    file = tmp_path / sample.name
    shutil.copyfile(sample, file)
    somebody = Person(file, theme)
    somebody.starts()
    yield somebody
    somebody.leaves()


def leaves(menu: QMenu) -> Iterator[QAction]:
    """Every entry of a menu and the menus in it, without lines."""
    for entry in menu.actions():
        below = entry.menu()
        if isinstance(below, QMenu):
            yield from leaves(below)
        elif not entry.isSeparator():
            yield entry


def in_menus(person: Person) -> list[QAction]:
    menus = [entry.menu() for entry in person.window.menuBar().actions()]
    return [action for menu in menus if isinstance(menu, QMenu) for action in leaves(menu)]


def ids(book: ActionBook) -> list[str]:
    return [action.id for action in book.defined()]


def visit_every_page(person: Person) -> None:
    person.presses("Ctrl+3", "Ctrl+4", "Ctrl+6", "Ctrl+,", "Ctrl+2")


def test_the_menus_hold_every_action_of_the_book_and_nothing_else(person: Person) -> None:
    book = person.window.actions_book

    assert sorted(action.objectName() for action in in_menus(person)) == sorted(ids(book))


def test_the_palette_holds_every_entry_of_the_menus(person: Person) -> None:
    person.presses("Ctrl+K")
    person.types(">")

    palette = person.window.findChild(Palette)
    assert palette is not None
    rows = [row for row in palette.model.rows if isinstance(row, Entry)]
    assert {row.key for row in rows} == {
        f"command/{one}" for one in ids(person.window.actions_book)
    }
    book = person.window.actions_book
    named = {book.definition(one.objectName()).in_full(one.text()) for one in in_menus(person)}
    assert {row.text for row in rows} == named


def test_the_sheet_of_keys_holds_every_entry_of_the_menus(person: Person) -> None:
    person.presses("Ctrl+/")

    rows = person.rows("Keyboard shortcuts")
    for action in in_menus(person):
        assert any(action.text() in row for row in rows), action.text()
    assert len(rows) == len(in_menus(person))


def test_every_key_of_the_window_belongs_to_the_book(person: Person) -> None:
    visit_every_page(person)
    window, book = person.window, person.window.actions_book

    strange = [
        action.text()
        for action in window.findChildren(QAction)
        if action.shortcuts() and book[action.objectName()] is not action
    ]
    only_menus = [shortcut.key().toString() for shortcut in window.findChildren(QShortcut)]

    assert strange == []
    assert all(key.startswith("Alt+") or key == "F10" for key in only_menus)


def test_no_key_means_two_things_at_once(person: Person) -> None:
    visit_every_page(person)
    book = person.window.actions_book

    doubled = [
        (key, action.id, rival.id)
        for action in book.defined()
        for key in book.keys(action.id)
        for rival in book.rivals(action.id, key)
        if not action.fixed and not rival.fixed
    ]

    assert doubled == []


def test_the_shown_key_is_the_one_that_is_heard(person: Person) -> None:
    book = person.window.actions_book

    for action in book.defined():
        heard = tuple(key.toString() for key in book[action.id].shortcuts())
        assert heard == tuple(QKeySequence(key).toString() for key in book.keys(action.id))


def callers(pattern: str) -> set[str]:
    found = re.compile(pattern)
    return {
        path.relative_to(SOURCE).as_posix()
        for path in FILES
        if found.search(path.read_text("utf-8"))
    }


def test_keys_are_given_out_in_one_place() -> None:
    assert callers(r"setShortcut(s|Context)?\(") == {"ui/actions.py"}
    assert callers(r"QShortcut\(") == {"ui/main_window/menu_keys.py"}


def test_no_widget_hears_a_letter_by_itself() -> None:
    letters = callers(r"Key\.Key_([A-Z0-9]|Slash|BracketLeft|BracketRight|Comma|Period)\b")

    assert letters == {"ui/runtime/keys.py"}, "which tells a letter from a sign"
