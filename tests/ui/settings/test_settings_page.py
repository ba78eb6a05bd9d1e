"""The settings page alone: what is chosen applies at once, and is remembered."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jobtracker.domain.silence import WAITING_DAYS
from jobtracker.ui.features.settings.appearance import AppearanceSection
from jobtracker.ui.features.settings.commands import Appearance, text_size_actions
from jobtracker.ui.features.settings.contract import Section
from jobtracker.ui.features.settings.page import SettingsPage
from jobtracker.ui.features.settings.privacy import PrivacySection
from jobtracker.ui.features.settings.tracking import TrackingSection
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme, ThemeChoice
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.segmented import Segmented
from jobtracker.ui.widgets.switch import Switch


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def appearance(theme: Theme, settings: Path) -> Appearance:
    return Appearance(theme, WindowMemory(settings))


@pytest.fixture
def tracking(theme: Theme) -> TrackingSection:
    return TrackingSection(theme)


@pytest.fixture
def page(
    theme: Theme, appearance: Appearance, tracking: TrackingSection, qtbot: QtBot
) -> SettingsPage:
    made = SettingsPage(
        theme,
        [
            Section("tracking", "Tracking", "hourglass", lambda: tracking),
            Section(
                "appearance",
                "Appearance",
                "sun-moon",
                lambda: AppearanceSection(theme, appearance),
            ),
        ],
    )
    return shown(made, qtbot)


def shown(page: SettingsPage, qtbot: QtBot) -> SettingsPage:
    qtbot.addWidget(page)
    page.resize(1100, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive()
    return page


def remembered(settings: Path) -> WindowMemory:
    """What the program reads when it is started the next time."""
    return WindowMemory(settings)


def named(page: QWidget, name: str) -> QAbstractButton:
    found = (one for one in page.findChildren(QAbstractButton) if one.accessibleName() == name)
    return next(one for one in found if one.isVisible())


def switch(page: QWidget, name: str) -> Segmented:
    return next(one for one in page.findChildren(Segmented) if one.accessibleName() == name)


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def words(page: QWidget) -> set[str]:
    return {one.text() for one in page.findChildren(PlainLabel) if one.isVisible()}


def test_arrows_walk_through_the_sections_and_show_each(page: SettingsPage) -> None:
    titles = []
    for _ in range(3):
        focused = QApplication.focusWidget()
        assert focused is not None
        titles.append(focused.accessibleName())
        assert titles[-1] in words(page)
        press(Qt.Key.Key_Down)

    assert titles == ["Tracking", "Appearance", "Tracking"]


def test_a_section_is_made_when_it_is_looked_at_and_told_each_time(
    page: SettingsPage, tracking: TrackingSection
) -> None:
    told: list[None] = []
    tracking.opened.subscribe(told.append)
    assert not page.findChildren(AppearanceSection)

    page.open_section("appearance")
    page.open_section("tracking")

    assert page.findChildren(AppearanceSection)
    assert told == [None]


def test_a_theme_applies_at_once_and_is_remembered(
    page: SettingsPage, theme: Theme, settings: Path
) -> None:
    page.open_section("appearance")
    named(page, "Dark").click()

    assert theme.tokens.name == "dark"
    assert remembered(settings).state.theme == "dark"


def test_contrast_movement_and_targets_are_chosen_by_keyboard(
    page: SettingsPage, theme: Theme, settings: Path
) -> None:
    page.open_section("appearance")
    for name, choice in (("Contrast", "High"), ("Movement", "None")):
        named(switch(page, name), "Like the system").click()
        named(switch(page, name), "Like the system").setFocus()
        press(Qt.Key.Key_Left)
        assert named(switch(page, name), choice).hasFocus()
    large = page.findChildren(Switch)[0]
    large.setFocus()
    press(Qt.Key.Key_Space)

    look = theme.look
    assert (look.high_contrast, look.less_motion, look.large_targets) == (True, True, True)
    state = remembered(settings).state
    assert (state.contrast, state.motion, state.large_targets) == ("more", "less", True)


def test_the_page_shows_a_text_size_that_a_key_has_changed(
    page: SettingsPage, theme: Theme, appearance: Appearance, settings: Path
) -> None:
    page.open_section("appearance")
    larger, smaller, usual = text_size_actions(appearance)
    size = next(one for one in page.findChildren(Choice) if one.accessibleName() == "Text size")

    for action, expected in ((larger, 110), (larger, 120), (smaller, 110), (usual, 100)):
        action.run()
        assert theme.look.text_size == size.value() == expected
    for _ in range(9):
        larger.run()

    assert theme.look.text_size == 150
    assert remembered(settings).state.text_size == 150


def test_the_system_is_followed_again(page: SettingsPage, theme: Theme, settings: Path) -> None:
    page.open_section("appearance")
    theme.choose(ThemeChoice.DARK, high_contrast=True)

    for name in ("Theme", "Contrast", "Movement"):
        named(switch(page, name), "Like the system").click()

    assert theme.look.high_contrast is None
    assert theme.look.less_motion is None
    assert theme.choice is ThemeChoice.SYSTEM
    assert remembered(settings).state.contrast == "system"


def waiting(
    tracking: TrackingSection,
) -> tuple[Callable[[str], QLineEdit], list[Mapping[str, int]]]:
    told: list[Mapping[str, int]] = []
    tracking.days_typed.subscribe(told.append)

    def field(stage: str) -> QLineEdit:
        fields = tracking.findChildren(QLineEdit)
        return next(one for one in fields if one.accessibleName().startswith(stage))

    return field, told


def test_a_waiting_time_is_told_by_its_stage(page: SettingsPage, tracking: TrackingSection) -> None:
    field, told = waiting(tracking)
    tracking.show_days({**WAITING_DAYS, "offer": 3})
    assert field("Offer").text() == "3"

    field("Screening").setFocus()
    field("Screening").selectAll()
    QTest.keyClicks(field("Screening"), "21")
    press(Qt.Key.Key_Return)

    assert told == [{"screening": 21}]


@pytest.mark.parametrize("typed", ["", "0", "366", "soon", "-3", "1.5", "²", "٣"])
def test_what_is_no_number_of_days_is_refused_in_its_place(
    page: SettingsPage, tracking: TrackingSection, typed: str
) -> None:
    field, told = waiting(tracking)
    field("Applied").setFocus()
    field("Applied").selectAll()
    press(Qt.Key.Key_Delete)
    field("Applied").insert(typed)
    press(Qt.Key.Key_Return)

    if typed == "٣":
        assert told == [{"applied": 3}]
        return
    assert told == []
    assert "Days are a number from 1 to 365. Nothing was changed." in words(page)
    assert "from 1 to 365" in field("Applied").accessibleDescription()
    assert field("Applied").text() == typed

    tracking.show_days(WAITING_DAYS)
    assert "Usually 14 days" in words(page)
    assert field("Applied").accessibleDescription() == "Usually 14 days"


def test_the_usual_times_come_back_with_one_button(
    page: SettingsPage, tracking: TrackingSection
) -> None:
    _field, told = waiting(tracking)
    usual = named(page, "Use the usual times")
    assert not usual.isEnabled()

    tracking.show_days({**WAITING_DAYS, "applied": 30})
    usual.click()

    assert told == [WAITING_DAYS]


def goal(page: SettingsPage, tracking: TrackingSection) -> tuple[QLineEdit, list[int]]:
    """The field of the weekly goal, and what is told of it."""
    told: list[int] = []
    tracking.goal_typed.subscribe(told.append)
    fields = page.findChildren(QLineEdit)
    return next(one for one in fields if one.accessibleName().startswith("Weekly goal")), told


def test_the_weekly_goal_is_typed_and_told(page: SettingsPage, tracking: TrackingSection) -> None:
    field, told = goal(page, tracking)
    tracking.show_goal(5)

    for typed in ("8", "0", "100"):
        field.setText(typed)
        press_enter(field)

    assert told == [8, 0, 100]


@pytest.mark.parametrize("typed", ["", "-1", "101", "many", "9999999999"])
def test_a_goal_that_is_none_is_said_and_the_stored_one_stays(
    page: SettingsPage, tracking: TrackingSection, typed: str
) -> None:
    field, told = goal(page, tracking)
    tracking.show_goal(5)

    field.setText(typed)
    press_enter(field)

    assert told == []
    assert field.accessibleDescription().startswith("The goal is a number from 0 to 100.")
    tracking.show_goal(5)
    assert field.accessibleDescription().startswith("Applications you want to send")


def press_enter(field: QWidget) -> None:
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_it_is_said_where_everything_lies(theme: Theme, qtbot: QtBot) -> None:
    file = "/home/sam/search.jobtracker"
    privacy = PrivacySection(theme)
    page = shown(
        SettingsPage(theme, [Section("privacy", "Privacy", "lock", lambda: privacy)]), qtbot
    )

    privacy.show_file(file)
    named(page, "Copy path").click()

    assert QApplication.clipboard().text() == file


def test_a_switch_can_be_read_without_its_colour(theme: Theme, qtbot: QtBot) -> None:
    switch = Switch(theme, "Large targets")
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    told: list[bool] = []
    switch.chosen.subscribe(told.append)
    off = switch.grab().toImage().convertToFormat(switch.grab().toImage().Format.Format_Mono)

    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)

    assert told == [True]
    assert isinstance(switch, QAbstractButton)
    assert not isinstance(switch, QPushButton)
    on = switch.grab().toImage().convertToFormat(off.format())
    assert on != off
