"""The section of backups: what it says in each state, and what it asks for."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jobtracker.services.backups import Standing
from jobtracker.storage.backups.facts import Some
from jobtracker.storage.backups.kept import BackupInfo
from jobtracker.storage.backups.second_place import BEHIND, FULL, GONE, Chosen
from jobtracker.storage.backups.second_place import Standing as Second
from jobtracker.ui.features.settings import backup_words
from jobtracker.ui.features.settings.backups import SHOWN, BackupSection, Copy, Keeping
from jobtracker.ui.features.settings.restore_sheet import ALIKE, Group, Offered, RestoreSheet
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.ui.runtime.meter import Meter

T = TypeVar("T")
TODAY = date(2026, 11, 22)
GOOD = Keeping(
    "ok",
    "Last backup today at 09:12, checked and readable",
    "31 active and 33 closed applications, 6 letters, 4.2 MB",
    "Each new backup is copied there too. Best on another drive",
    second_is_well=True,
    has_second=False,
    encrypted=False,
    folder="/home/sam/search.jobtracker.backups",
)


def copy(number: int) -> Copy:
    return Copy(Path(f"{number}.db"), f"Today 09:{number:02}", "31 active", "By hand", "4.2 MB")


@pytest.fixture
def section(theme: Theme, qtbot: QtBot) -> BackupSection:
    made = BackupSection(theme)
    qtbot.addWidget(made)
    made.resize(760, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def words(widget: QWidget) -> set[str]:
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}


def named(widget: QWidget, name: str) -> QAbstractButton:
    found = (b for b in widget.findChildren(QAbstractButton) if b.accessibleName() == name)
    return next(button for button in found if button.isVisible())


def told(subscribe: Callable[[Callable[[T], object]], object]) -> list[T]:
    heard: list[T] = []
    subscribe(heard.append)
    return heard


def test_the_last_backup_stands_at_the_top_with_what_is_in_it(section: BackupSection) -> None:
    asked = told(section.wanted.subscribe)

    section.show_keeping(GOOD)
    named(section, "Back up now").click()

    assert {GOOD.title, GOOD.detail, GOOD.folder} <= words(section)
    assert asked == [None]


def test_of_a_damaged_file_no_backup_is_offered(section: BackupSection) -> None:
    section.show_keeping(GOOD._replace(tone="danger", title="The file is damaged"))

    assert "The file is damaged" in words(section)
    with pytest.raises(StopIteration):
        named(section, "Back up now")


def test_a_folder_that_is_gone_is_said_in_its_row(section: BackupSection) -> None:
    note = "/media/stick is not there. Plug the drive in, or choose another folder"
    dropped = told(section.folder_dropped.subscribe)

    section.show_keeping(GOOD._replace(second=note, second_is_well=False, has_second=True))
    named(section, "Stop copying to the second folder").click()

    assert section.choose.accessibleDescription() == note
    assert dropped == [None]
    section.show_keeping(GOOD)
    assert section.choose.accessibleDescription() == GOOD.second
    assert not section.drop.isVisible()


def test_each_copy_says_in_its_button_which_it_restores(section: BackupSection) -> None:
    wanted = told(section.restored.subscribe)

    section.show_keeping(GOOD._replace(copies=(copy(12), copy(10))))
    named(section, "Restore the backup: Today 09:10, 31 active, By hand").click()

    assert wanted == [copy(10)]


def test_ten_copies_are_listed_and_the_others_on_demand(section: BackupSection) -> None:
    copies = tuple(copy(number) for number in range(34))

    section.show_keeping(GOOD._replace(copies=copies))
    assert len(section.restore_buttons()) == SHOWN
    named(section, "Show all 34 copies").click()

    assert len(section.restore_buttons()) == 34
    section.show_keeping(GOOD._replace(copies=copies[1:]))
    assert len(section.restore_buttons()) == 33
    assert not section.all.isVisible()


def test_the_keyboard_stays_on_its_copy_when_a_newer_one_appears(section: BackupSection) -> None:
    section.show_keeping(GOOD._replace(copies=(copy(12), copy(10))))
    section.restore_buttons()[1].setFocus()

    section.show_keeping(GOOD._replace(copies=(copy(14), copy(12), copy(10))))

    assert section.restore_buttons()[2].hasFocus()


def test_tab_walks_through_every_control(section: BackupSection) -> None:
    section.show_keeping(GOOD._replace(copies=(copy(12),)))
    section.banner.button.setFocus(Qt.FocusReason.TabFocusReason)
    visited = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        visited.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert visited == [
        "Back up now",
        "Back up when I close the app",
        "Choose folder",
        "Restore from a file",
        "Restore the backup: Today 09:12, 31 active, By hand",
    ]


def test_whether_backups_are_encrypted_is_said(section: BackupSection) -> None:
    section.show_keeping(GOOD)
    assert any(one.startswith("This search is not encrypted") for one in words(section))
    section.show_keeping(GOOD._replace(encrypted=True))
    assert "Backups are encrypted with the key of the search itself" in words(section)


OFFERED = Offered(
    "Restore the copy of today 09:12?",
    "It holds 31 active and 33 closed applications, 6 letters, 2 documents",
    (Group("12 applications would come back", ("Acme, Tester", "Globex, Clerk"), "and 10 more"),),
)


@pytest.fixture
def sheet(theme: Theme, section: BackupSection) -> RestoreSheet:
    made = RestoreSheet(theme, section, OFFERED)
    made.open(made.go)
    return made


def test_the_sheet_says_what_would_change_before_anything_does(sheet: RestoreSheet) -> None:
    assert {
        OFFERED.title,
        OFFERED.holds,
        "12 applications would come back",
        "and 10 more",
    } <= words(sheet)
    assert "backed up first" in sheet.go.accessibleDescription()
    assert sheet.go.hasFocus()


def test_a_restore_shows_how_far_it_is_and_can_be_stopped(
    sheet: RestoreSheet, qtbot: QtBot
) -> None:
    meters: list[Meter] = told(sheet.confirmed.subscribe)

    sheet.go.click()
    (meter,) = meters
    assert meter(50, 200)
    qtbot.waitUntil(lambda: sheet.progress.bar.value() == 250)
    sheet.progress.stop.click()

    assert not meter(60, 200)
    sheet.stopped()
    assert "Stopped. Nothing was changed." in words(sheet)
    assert sheet.go.isEnabled()


def test_what_refuses_a_restore_is_said_in_the_sheet(sheet: RestoreSheet) -> None:
    sheet.go.click()

    sheet.refuse("The disk is full; free some space.")

    assert "The disk is full; free some space." in words(sheet)
    assert sheet.go.hasFocus()


def at(day: int, hour: int = 9, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, 12, tzinfo=UTC).astimezone()


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (at(22), "today"),
        (at(21), "yesterday"),
        (at(15), "Sun 15 Nov"),
        (at(3, month=5, year=2025), "3 May 2025"),
    ],
)
def test_days_are_said_as_people_say_them(moment: datetime, said: str) -> None:
    assert backup_words.day_words(moment, TODAY) == said


def info(day: int) -> BackupInfo:
    return BackupInfo(Path("x.db"), 1, "by-hand", 4_200_000, at(day))


@pytest.mark.parametrize(
    ("trouble", "newest", "line", "note"),
    [
        ("", info(22), "stick: today", "Newest copy Today"),
        ("", info(10), "stick: 12 days old", "Newest copy Tue 10 Nov"),
        ("", None, "stick: no copy yet", "next backup"),
        (GONE, None, "stick: not there", "Plug the drive in"),
        (FULL, info(20), "stick: full", "free some space"),
        (BEHIND, info(20), "stick: behind", "tries again"),
    ],
)
def test_the_second_place_is_said_with_its_age_or_its_trouble(
    trouble: str, newest: BackupInfo | None, line: str, note: str
) -> None:
    second = Second(Chosen(Path("/media/stick"), "search-1.backups"), newest, trouble)
    standing = Standing(None, second, encrypted=False)

    assert backup_words.second_line(standing, TODAY) == (line, not trouble)
    words, is_well = backup_words.second_note(standing, TODAY)
    assert note in words
    assert is_well == (not trouble)


def test_without_a_second_place_the_sidebar_says_nothing_of_it() -> None:
    assert backup_words.second_line(Standing(None, None, encrypted=False), TODAY) == ("", True)


def test_sizes_and_counts_are_rounded_for_people() -> None:
    assert backup_words.size_words(4_213_000) == "4.2 MB"
    assert backup_words.size_words(12) == "0.1 MB"
    assert backup_words.size_words(3_200_000_000) == "3.2 GB"
    assert backup_words.more_words(Some(12, ("a",) * 10)) == "and 2 more"
    assert backup_words.more_words(Some(10, ("a",) * 10)) == ""


@pytest.mark.parametrize(
    ("day", "line"),
    [(22, "Backed up today 18:40"), (21, "Backed up yesterday"), (15, "Backed up Sun 15 Nov")],
)
def test_the_sidebar_names_the_day_and_of_today_the_hour(day: int, line: str) -> None:
    made = datetime(2026, 11, day, 18, 40).astimezone(UTC)

    assert backup_words.backup_line(BackupInfo(Path("1.db"), 1, "by-hand", 1, made), TODAY) == line


def test_copies_of_one_minute_are_told_apart_by_their_seconds() -> None:
    first = at(22)
    times = [first, first.replace(second=41), at(21)]

    assert backup_words.moments_words(times, TODAY) == [
        f"{backup_words.moment_words(first, TODAY)}:00",
        f"{backup_words.moment_words(first, TODAY)}:41",
        backup_words.moment_words(at(21), TODAY),
    ]


def test_where_nothing_would_come_of_it_cancel_is_the_default(
    theme: Theme, section: BackupSection
) -> None:
    sheet = RestoreSheet(theme, section, OFFERED._replace(groups=()))
    sheet.open(sheet.default)

    assert ALIKE in words(sheet)
    assert sheet.default is sheet.cancel
    assert sheet.cancel.hasFocus()
    assert "“Before a restore” is the way back" in sheet.go.accessibleDescription()
