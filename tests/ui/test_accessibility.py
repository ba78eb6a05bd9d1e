"""The accessibility contract, over everything the real window can show.

One window is walked through for each size; what is found on the way is judged test by test.
"""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.support.tour import (
    Check,
    cut,
    grown,
    missed_by_tab,
    moving,
    nameless,
    small,
    tour,
)
from tests.support.window import Person

from jobtracker.ui.theme.theme import Look, Theme, ThemeChoice

pytestmark = pytest.mark.timeout(600)
"""The first test waits for the whole walk."""
LIGHT = Look(ThemeChoice.LIGHT, high_contrast=False)


class Window(NamedTuple):
    """How large the window is, and its text in per cent."""

    width: int
    height: int
    text: int = 100

    def __str__(self) -> str:
        return f"{self.width}x{self.height} at {self.text} %"


LARGE, SMALL, LEAST = Window(1366, 768), Window(1024, 640), Window(900, 600)
LARGE_TEXT = Window(1366, 768, 150)
every_window = pytest.mark.parametrize("window", [LARGE, SMALL, LEAST, LARGE_TEXT], ids=str)
"""Names, movement and the way of Tab are the same in each of them, so the first stands for all."""

Found = dict[str, dict[str, list[str]]]


@pytest.fixture(scope="module")
def found(
    sample: Path, tmp_path_factory: pytest.TempPathFactory, _dressed: Theme
) -> dict[Window, Found]:
    """What each check found in each window, scene by scene.

    It is one and the same window: its text grows while it is open, as for a person at Ctrl and
    plus, when every page has been built.
    """
    person = Person(Path(shutil.copy(sample, tmp_path_factory.mktemp("walk"))), _dressed)
    person.starts()
    try:
        return {one: walk(person, _dressed, one) for one in (LARGE, SMALL, LEAST, LARGE_TEXT)}
    finally:
        person.leaves()
        _dressed.wear(LIGHT)


def arrange(person: Person, theme: Theme, window: Window) -> QSize:
    size = QSize(window.width, window.height)
    person.resizes(size)
    if theme.look.text_size != window.text:
        theme.set_text_size(window.text)
        person.settle()
    return size


def walk(person: Person, theme: Theme, window: Window) -> Found:
    size = arrange(person, theme, window)
    checks: dict[str, Check] = {"cut": cut, "small": small}
    if window is LARGE:
        checks |= {"nameless": nameless, "moving": moving}
    if window is LEAST:
        checks["grown"] = grown
    found: Found = {name: {} for name in (*checks, "tab", "size")}
    for scene in tour(person):
        for name, check in checks.items():
            found[name][scene.name] = check(person)
        if scene.whole and window is LARGE:
            found["tab"][scene.name] = missed_by_tab(person)
        at = person.window.size()
        found["size"][scene.name] = [] if at == size else [str(at.toTuple())]
    return {name: {at: bad for at, bad in scenes.items() if bad} for name, scenes in found.items()}


def judge(found: dict[str, list[str]]) -> None:
    """Fail with each thing that is wrong once, and the scenes it is wrong in."""
    where: dict[str, list[str]] = {}
    for scene, wrong in found.items():
        for one in wrong:
            where.setdefault(one, []).append(scene)
    assert not where, "\n" + "\n".join(f"{one}  IN  {', '.join(at)}" for one, at in where.items())


@every_window
def test_no_words_are_cut(found: dict[Window, Found], window: Window) -> None:
    judge(found[window]["cut"])


def test_whatever_takes_the_focus_has_a_name(found: dict[Window, Found]) -> None:
    judge(found[LARGE]["nameless"])


@every_window
def test_whatever_is_clicked_is_large_enough_to_be_hit(
    found: dict[Window, Found], window: Window
) -> None:
    judge(found[window]["small"])


def test_tab_reaches_everything_and_comes_back_both_ways(found: dict[Window, Found]) -> None:
    judge(found[LARGE]["tab"])


@every_window
def test_the_window_keeps_its_size(found: dict[Window, Found], window: Window) -> None:
    judge(found[window]["size"])


def test_no_page_needs_more_than_the_smallest_window(found: dict[Window, Found]) -> None:
    judge(found[LEAST]["grown"])


def test_nothing_moves_by_itself(found: dict[Window, Found]) -> None:
    judge(found[LARGE]["moving"])


def test_words_that_do_not_fit_are_seen_as_cut(qtbot: QtBot) -> None:
    window = QWidget()
    QVBoxLayout(window)
    label = QLabel("Roles and profiles", window)
    qtbot.addWidget(window)
    window.resize(300, 100)
    window.show()
    label.resize(label.sizeHint())
    stand_in = type("Anybody", (), {"window": window})()
    assert cut(stand_in) == []

    label.resize(label.width() - 3, label.height())
    assert len(cut(stand_in)) == 1
    label.resize(label.sizeHint())
    label.move(window.width() - 20, 0)
    assert len(cut(stand_in)) == 1
    QApplication.sendPostedEvents()
