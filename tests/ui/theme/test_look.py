"""What a person chooses about the look: text size, contrast, movement, size of targets."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from jobtracker.ui.app import look_of
from jobtracker.ui.runtime.window_state import WindowState
from jobtracker.ui.theme.theme import Look, Theme, ThemeChoice
from jobtracker.ui.theme.tokens import BODY, TITLE, Duration, Size
from jobtracker.ui.widgets.buttons import Button, IconButton
from jobtracker.ui.widgets.fields import CheckBox
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.page import PageHeader, WidthClass, width_class
from jobtracker.ui.widgets.switch import Switch

SOURCE = Path(__file__).resolve().parents[3] / "src" / "jobtracker"
DURATIONS = (Duration.HOVER, Duration.PANE, Duration.LANDING)


@pytest.fixture
def shown(qtbot: QtBot) -> QWidget:
    """An empty window that is on the screen; the style sheet reaches only what is."""
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    window.show()
    return window


def put(window: QWidget, widget: QWidget) -> None:
    column = window.layout()
    assert column is not None
    column.addWidget(widget)
    QApplication.sendPostedEvents()


def test_all_text_grows_at_once(theme: Theme, shown: QWidget) -> None:
    label, title = QLabel("Applications"), PlainLabel("Applications", "title")
    for one in (label, title):
        put(shown, one)

    theme.set_text_size(150)

    assert theme.font(BODY).pixelSize() == label.font().pixelSize() == round(13 * 1.5)
    assert theme.font(TITLE).pixelSize() == title.font().pixelSize() == 27
    assert theme.metrics(TITLE).height() > 27
    theme.set_text_size(100)
    assert (label.font().pixelSize(), title.font().pixelSize()) == (13, 18)


def test_controls_and_their_icons_grow_with_their_words(theme: Theme, shown: QWidget) -> None:
    controls = [
        Button("Add", icon=theme.icon("plus")),
        IconButton(theme.icon("x"), "Close"),
        QLineEdit(),
        QComboBox(),
        CheckBox(theme, "Keep a copy"),
        Switch(theme, "Large targets"),
        PageHeader("Applications"),
    ]
    for one in controls:
        put(shown, one)
    before = [one.sizeHint().height() for one in controls]

    theme.set_text_size(150)
    QApplication.sendPostedEvents()

    ratios = [one.sizeHint().height() / old for one, old in zip(controls, before, strict=True)]
    assert [round(ratio, 1) for ratio in ratios] == [1.5] * len(controls)
    icons = [one.iconSize().toTuple() for one in controls if isinstance(one, QPushButton)]
    assert icons == [(30, 24), (24, 24)]


@pytest.mark.parametrize(("wanted", "given"), [(90, 90), (150, 150), (20, 90), (1000, 150)])
def test_text_goes_from_90_to_150_per_cent(theme: Theme, wanted: int, given: int) -> None:
    theme.set_text_size(wanted)

    assert theme.look.text_size == given
    assert theme.scale == given / 100


def test_a_size_that_is_kept_somewhere_is_given_again(theme: Theme, qtbot: QtBot) -> None:
    row = QWidget()
    theme.fit(row.setFixedHeight, Size.ROW)
    assert row.height() == 46

    theme.set_text_size(150)
    assert row.minimumHeight() == row.maximumHeight() == 69

    delete(row)
    theme.set_text_size(100)


def test_larger_text_makes_a_wide_window_a_narrow_one() -> None:
    assert width_class(1366) is WidthClass.MEDIUM
    assert width_class(1366, 1.5) is WidthClass.COMPACT


def test_high_contrast_drops_tints_and_widens_the_ring(theme: Theme) -> None:
    assert theme.ring == 2

    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        theme.choose(choice, high_contrast=True)

        colours = theme.colours
        tints = (colours.warn_tint, colours.danger_tint, colours.ok_tint, colours.info_tint)
        assert {tint.name() for tint in tints} == {colours.surface.name()}
        assert colours.border == colours.border_strong == colours.border_button == colours.text
        assert colours.text3 == colours.text2
        assert theme.ring == 3


def test_the_contrast_stays_when_only_light_and_dark_are_switched(theme: Theme) -> None:
    theme.choose(ThemeChoice.LIGHT, high_contrast=True)

    theme.choose(ThemeChoice.DARK)

    assert theme.tokens.name == "dark-high"


@pytest.mark.parametrize("still", [True, False])
def test_movements_take_no_time_for_whoever_wants_none(theme: Theme, still: bool) -> None:
    theme.wear(theme.look._replace(less_motion=still))

    assert [theme.duration(one) for one in DURATIONS] == ([0, 0, 0] if still else [80, 140, 200])


def test_the_controls_of_qt_keep_still_too(theme: Theme, shown: QWidget) -> None:
    theme.wear(theme.look._replace(less_motion=True))
    scroll, bar, box, button = QScrollBar(), QProgressBar(), QCheckBox("Keep"), QPushButton("Add")
    for one in (scroll, bar, box, button):
        put(shown, one)

    for value in (10, 90):
        bar.setValue(value)
        scroll.setValue(value)
        box.setChecked(value > 50)
        button.setDown(value > 50)
        shown.grab()

    animations = shown.findChildren(QAbstractAnimation)
    running = [one for one in animations if one.state() != QAbstractAnimation.State.Stopped]
    assert running == []


def test_whatever_moves_asks_the_theme_how_long() -> None:
    moving = re.compile(r"Q(Property|Variant|Parallel|Sequential)Animation\w*|QTimeLine")
    movers = [file for file in (SOURCE / "ui").rglob("*.py") if moving.search(file.read_text())]

    deaf = [file.name for file in movers if not _asks_for_duration(file)]

    assert deaf == []


def test_large_targets_are_36_high(theme: Theme, shown: QWidget) -> None:
    controls = [Button("Add"), QLineEdit(), QComboBox(), CheckBox(theme, "Keep a copy")]
    for one in controls:
        put(shown, one)

    theme.wear(theme.look._replace(large_targets=True))
    QApplication.sendPostedEvents()

    assert min(one.sizeHint().height() for one in controls) == 36


@pytest.mark.parametrize(
    ("state", "look"),
    [
        (WindowState(), Look()),
        (
            WindowState(theme="dark", contrast="more", text_size=120, motion="less"),
            Look(ThemeChoice.DARK, high_contrast=True, text_size=120, less_motion=True),
        ),
        (WindowState(contrast="less", motion="more"), Look(high_contrast=False, less_motion=False)),
        (WindowState(theme="pink", contrast="?", text_size=9, motion="?"), Look(text_size=90)),
        (WindowState(large_targets=True), Look(large_targets=True)),
    ],
)
def test_the_look_is_read_from_what_the_window_remembers(state: WindowState, look: Look) -> None:
    assert look_of(state) == look


def test_a_window_that_starts_with_large_text_has_it_from_the_first(
    theme: Theme, resources: Path
) -> None:
    started = Theme(resources, Look(ThemeChoice.LIGHT, high_contrast=False, text_size=130))

    assert started.font(BODY).pixelSize() == 17
    assert started.px(Size.ROW) == 60


def _asks_for_duration(file: Path) -> bool:
    tree = ast.parse(file.read_text("utf-8"))
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(isinstance(one, ast.Attribute) and one.attr == "duration" for one in calls)
