"""The rules of the house that imports alone can't prove."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "jobtracker"
FILES = sorted(SOURCE.rglob("*.py"))
FROZEN = "storage/migrations/versions/"
"""A released migration spells out its tables and is never edited again."""

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 50
MAX_METHODS = 25


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


TOLD = (ast.Call, ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef, ast.If)


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """What the rules speak of, found once for all of them: the walk is what takes the time."""
    return tuple(node for node in ast.walk(tree_of(path)) if isinstance(node, TOLD))


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in nodes_of(path) if isinstance(node, ast.Call))


def called_name(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def imported(path: Path) -> Iterator[str]:
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def callers_of(*names: str) -> set[str]:
    return {room_of(path) for path in FILES for call in calls(path) if called_name(call) in names}


def test_files_can_be_read_in_one_sitting() -> None:
    lengths = {
        room_of(path): len(path.read_text("utf-8").splitlines())
        for path in FILES
        if not room_of(path).startswith(FROZEN)
    }

    assert {name: n for name, n in lengths.items() if n > MAX_FILE_LINES} == {}


def test_functions_do_one_thing_and_classes_stay_small() -> None:
    too_long, too_wide = [], []
    for path in (path for path in FILES if not room_of(path).startswith(FROZEN)):
        for node in nodes_of(path):
            if isinstance(node, ast.FunctionDef):
                if (node.end_lineno or 0) - node.lineno + 1 > MAX_FUNCTION_LINES:
                    too_long.append(f"{room_of(path)}:{node.name}")
            elif isinstance(node, ast.ClassDef):
                methods = sum(isinstance(item, ast.FunctionDef) for item in node.body)
                if methods > MAX_METHODS:
                    too_wide.append(f"{room_of(path)}:{node.name}")

    assert too_long == []
    assert too_wide == []


def test_the_domain_needs_nothing_but_the_standard_library() -> None:
    allowed = {*sys.stdlib_module_names, "jobtracker"}
    foreign = {
        (room_of(path), name)
        for path in (SOURCE / "domain").rglob("*.py")
        for name in imported(path)
        if name.partition(".")[0] not in allowed
        or (name.startswith("jobtracker") and not name.startswith("jobtracker.domain"))
    }

    assert foreign == set()


def test_typesetting_uses_qt_without_widgets() -> None:
    used = {
        name
        for path in (SOURCE / "typesetting").rglob("*.py")
        for name in imported(path)
        if name.startswith("PySide6")
    }

    assert used <= {"PySide6.QtCore", "PySide6.QtGui"}


def test_style_sheets_are_set_only_by_the_theme() -> None:
    setters = callers_of("setStyleSheet")

    assert {room for room in setters if not room.startswith("ui/theme/")} == set()


def test_colours_stand_only_in_the_theme() -> None:
    hex_colour = re.compile(r"[\"']#[0-9a-fA-F]{3,8}[\"']")
    coloured = {
        room_of(path)
        for path in (SOURCE / "ui").rglob("*.py")
        if hex_colour.search(path.read_text("utf-8"))
    }

    assert {room for room in coloured if not room.startswith("ui/theme/")} == set()


def test_dialogs_are_made_in_one_place() -> None:
    dialogs = ("QDialog", "QMessageBox", "QFileDialog", "QInputDialog", "QProgressDialog")
    named = {
        room_of(path)
        for path in FILES
        for node in nodes_of(path)
        if isinstance(node, ast.ImportFrom) and any(a.name in dialogs for a in node.names)
    }

    assert named <= {"ui/widgets/dialogs.py"}


def test_the_event_loop_runs_in_one_place() -> None:
    drags = "ui/features/applications/board/drag.py"  # Qt runs its own while a card is dragged
    assert callers_of("exec", "exec_") <= {"ui/app.py", drags}
    assert callers_of("processEvents") == set()


def test_only_alembic_makes_tables() -> None:
    assert callers_of("create_all") == set()


def test_only_the_clock_asks_what_time_it_is() -> None:
    asked = set()
    for path in FILES:
        for call in calls(path):
            if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name):
                asked_of = (call.func.value.id, call.func.attr)
                if asked_of in {
                    ("datetime", "now"),
                    ("datetime", "today"),
                    ("datetime", "utcnow"),
                    ("date", "today"),
                    ("time", "time"),
                    ("QDate", "currentDate"),
                    ("QDateTime", "currentDateTime"),
                }:
                    asked.add(room_of(path))

    assert asked <= {"system/clock.py"}


def test_signals_with_types_stay_below_the_features() -> None:
    named = {
        room_of(path)
        for path in FILES
        for node in nodes_of(path)
        if isinstance(node, ast.ImportFrom)
        and node.module == "PySide6.QtCore"
        and any(alias.name == "Signal" for alias in node.names)
    }

    assert {room for room in named if not room.startswith(("ui/runtime/", "ui/widgets/"))} == set()


@pytest.mark.parametrize("library", ["sqlite3", "pickle", "urllib.request", "http.client"])
def test_these_libraries_are_not_used(library: str) -> None:
    users = {room_of(path) for path in FILES if library in set(imported(path))}

    assert users == set()


def test_only_presenters_of_features_call_services() -> None:
    users = {
        room_of(path)
        for path in (SOURCE / "ui").rglob("*.py")
        for node in nodes_of(path)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("jobtracker.services")
        and not _is_for_types_only(path, node)
    }

    assert {room for room in users if not room.endswith("presenter.py")} == set()


def _is_for_types_only(path: Path, wanted: ast.ImportFrom) -> bool:
    return any(
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
        and any(inner.lineno == wanted.lineno for inner in node.body)
        for node in nodes_of(path)
    )


def test_the_same_topic_has_the_same_name_in_every_room() -> None:
    rooms = {path.parent.name for path in FILES if path.stem == "letters"}

    assert {"domain", "storage", "services"} <= rooms


def test_the_lock_file_holds_no_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")

    assert "://" not in lock
    assert "--hash=sha256:" in lock
    assert "pyside6-essentials==6.11" in lock.lower()


def test_one_door_leads_out_of_the_program() -> None:
    assert callers_of("openUrl", "startfile") <= {"ui/widgets/outside.py"}
    users = {
        room_of(path)
        for path in FILES
        if {"webbrowser", "PySide6.QtWebEngineCore"} & set(imported(path))
    }
    assert users == set()
