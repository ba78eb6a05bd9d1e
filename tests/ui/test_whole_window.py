"""Every page in the real window: nothing cut, nothing out of the keyboard's reach, all named."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from tests.support.window import Person, name_of, visible

from jobtracker.bootstrap import open_workspace
from jobtracker.system.resources import resource
from jobtracker.ui.theme.theme import Theme, ThemeChoice
from jobtracker.ui.widgets.labels import ElidedLabel

SIZES = [QSize(1024, 640), QSize(1280, 800), QSize(1366, 768)]
MINIMUM = QSize(900, 600)
MOST_STOPS = 120

Scene = Callable[[Person], None]


def templates(person: Person) -> None:
    person.presses("Ctrl+3")
    while not person.at.startswith("Drafts"):
        person.presses("Tab")
    person.presses("Right")


def table_of_salaries(person: Person) -> None:
    person.presses("Ctrl+4")
    person.tabs_to("Chart")
    person.presses("Right")


def refused_export(person: Person) -> None:
    person.presses("Ctrl+3", "Shift+F6")
    person.walks_to("missing")
    person.presses("Ctrl+E")


SCENES: dict[str, Scene] = {
    "applications": lambda person: person.presses("Ctrl+2"),
    "letters": lambda person: person.presses("Ctrl+3"),
    "refused export": refused_export,
    "templates": templates,
    "salary": lambda person: person.presses("Ctrl+4"),
    "table of salaries": table_of_salaries,
    "profiles": lambda person: person.presses("Ctrl+6"),
    "editor of profiles": lambda person: person.presses("Ctrl+6", "F2"),
    "add sheet": lambda person: person.presses("Ctrl+2", "Ctrl+N"),
    "keyboard sheet": lambda person: person.presses("Ctrl+/"),
}
LEFT_BY_ESCAPE = ("editor of profiles", "add sheet", "keyboard sheet")
every_scene = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the sample search, to copy from."""
    file = tmp_path_factory.mktemp("sample") / "search.jobtracker"
    with open_workspace(file, write=True) as workspace:
        workspace.sample.fill(resource("sample", "applications.toml"))
    return file


@pytest.fixture
def person(sample: Path, tmp_path: Path, theme: Theme) -> Iterator[Person]:
    """Somebody with the sample search open."""
    file = tmp_path / sample.name
    shutil.copyfile(sample, file)
    somebody = Person(file, theme)
    somebody.starts()
    yield somebody
    somebody.leaves()


def too_wide(label: QLabel | QAbstractButton) -> bool:
    """Whether words stick out of their room; a label that wraps has to be high enough instead."""
    if isinstance(label, QLabel) and label.wordWrap():
        return label.heightForWidth(label.width()) > label.height()
    words = max(label.text().replace("&", "").split("\n"), key=len)
    needed = label.fontMetrics().horizontalAdvance(words)
    return needed > label.contentsRect().width()


def cut(window: QWidget) -> list[str]:
    """The labels and buttons on the screen whose words do not fit."""
    found: list[QLabel | QAbstractButton] = [*visible(window, QLabel)]
    found += visible(window, QAbstractButton)
    wordy = [one for one in found if one.text() and not isinstance(one, ElidedLabel)]
    return [f"{one.text()!r} in {one.size().toTuple()}" for one in wordy if too_wide(one)]


def visits(person: Person) -> Iterator[str]:
    """Every scene in turn, in one window; the name of each while it stands."""
    for name, scene in SCENES.items():
        scene(person)
        yield name
        if name in LEFT_BY_ESCAPE:
            person.presses("Esc")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_no_words_are_cut(person: Person, theme: Theme, size: QSize) -> None:
    person.resizes(size)
    found: dict[str, list[str]] = {}

    for name in visits(person):
        for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT):
            theme.choose(choice, high_contrast=False)
            person.settle()
            assert person.window.size() == size, f"the window grew for {name}"
            found[f"{name}, {choice}"] = cut(person.window)

    assert {where: words for where, words in found.items() if words} == {}


def test_words_that_do_not_fit_are_seen_as_cut(qapp: QApplication) -> None:
    window = QWidget()
    label = QLabel("Roles and profiles", window)
    window.show()
    label.resize(label.sizeHint())
    assert cut(window) == []

    label.resize(label.width() - 3, label.height())

    assert len(cut(window)) == 1
    window.deleteLater()


def test_the_window_can_be_small(person: Person) -> None:
    person.resizes(MINIMUM)

    for name in visits(person):
        needed = person.window.minimumSizeHint()
        assert needed.boundedTo(MINIMUM) == needed, f"{needed.toTuple()} for {name}"
        assert person.window.size() == MINIMUM, name


def reachable(widget: QWidget) -> bool:
    """Whether Tab is to stop here."""
    wants = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(wants) and widget.isEnabled() and widget.focusProxy() is None


@every_scene
def test_tab_reaches_everything_and_comes_back(person: Person, scene: Scene) -> None:
    person.resizes(SIZES[-1])
    scene(person)
    start = QApplication.focusWidget()
    assert start is not None
    if not isinstance(start, QAbstractButton | QAbstractItemView):
        person.tabs_once()
        start = QApplication.focusWidget()
    stops = [start]

    while True:
        person.tabs_once()
        here = QApplication.focusWidget()
        assert here is not None
        if here is start:
            break
        assert here not in stops, f"Tab runs in circles at {name_of(here)!r}"
        assert len(stops) < MOST_STOPS
        stops.append(here)

    room = person.room()
    wanted = [one for one in visible(room, QWidget) if reachable(one)]
    assert [name_of(one) or repr(one) for one in wanted if one not in stops] == []
    assert [repr(one) for one in stops if not name_of(one)] == []


def test_whatever_takes_the_focus_has_a_name(person: Person) -> None:
    nameless: list[str] = []

    for name in visits(person):
        for one in visible(person.window, QWidget):
            takes = one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.focusProxy() is None
            if takes and not name_of(one) and not isinstance(one.parent(), QAbstractScrollArea):
                nameless.append(f"{one!r} in {name}")

    assert nameless == []


def test_a_sheet_that_was_walked_through_takes_nothing_of_the_letter_with_it(
    person: Person,
) -> None:
    person.presses("Ctrl+3", "Return")
    letter = QApplication.focusWidget()
    assert isinstance(letter, QPlainTextEdit | QTextEdit)
    person.presses("Ctrl+N", *["Tab"] * 20, "Esc")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    person.types("Walked through. ")
    person.presses("Ctrl+2", "Ctrl+3")
    person.leaves()
    person.starts()
    person.presses("Ctrl+3", "Return")

    assert person.sees("Walked through.")
