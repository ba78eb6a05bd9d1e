"""A file that cannot be opened as usual: what the window says, and the ways back."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from PySide6.QtWidgets import QWidget
from tests.support.window import Person, visible, words_on

from jobtracker.desktop import Desktop
from jobtracker.services import backups
from jobtracker.storage.plain_words import damaged
from jobtracker.ui.features.recovery.page import RecoveryPage
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme

COMPANY = "Acme Robotics"
PAGE = 4096


@pytest.fixture
def stopped(sample: Path, tmp_path: Path, theme: Theme) -> Person:
    """Somebody with the sample search, who has not started the program yet."""
    return Person(Path(shutil.copy(sample, tmp_path)), theme)


@pytest.fixture
def somebody(stopped: Person) -> Iterator[Person]:
    yield stopped
    stopped.leaves()


def damage(file: Path) -> bytes:
    """Overwrite a stretch in the middle; what the file is then."""
    data = bytearray(file.read_bytes())
    for at in range(2 * PAGE, min(len(data), 60 * PAGE), 7 * PAGE):
        data[at : at + 200] = b"\xff" * 200
    file.write_bytes(data)
    return bytes(data)


def page_of(person: Person) -> RecoveryPage:
    return person.desktop.recovering.page


def is_open(person: Person) -> bool:
    return person.desktop._workspace is not None and not page_of(person).is_down


def kept_aside(file: Path) -> list[bytes]:
    others = [one for one in file.parent.iterdir() if one.is_file() and one != file]
    return [one.read_bytes() for one in others if one.stat().st_size > PAGE]


def test_a_damaged_file_is_restored_by_one_press(somebody: Person) -> None:
    backups.back_up(somebody.file)
    damaged = damage(somebody.file)
    somebody.starts()
    somebody.waits_until(lambda: page_of(somebody).is_down)
    assert somebody.file.read_bytes() == damaged
    assert "damaged" in " ".join(somebody.screen())
    assert not somebody.sees("'jobtracker")
    assert somebody.at.startswith("Restore ")
    assert somebody.at.endswith("By hand")
    assert somebody.sees("By hand")

    somebody.hurries("Return")
    somebody.waits_until(lambda: is_open(somebody))

    assert "kept as" in somebody.banner
    assert damaged in kept_aside(somebody.file)
    somebody.presses("Ctrl+2")
    assert somebody.sees(COMPANY)


def test_what_can_be_read_is_rebuilt_into_a_new_file(somebody: Person) -> None:
    damaged = damage(somebody.file)
    somebody.starts()
    somebody.waits_until(lambda: page_of(somebody).is_down)

    page_of(somebody).ways[0].click()
    somebody.waits_until(lambda: somebody.sees("In the new file"))
    assert somebody.file.read_bytes() == damaged
    page_of(somebody).ways[0].click()
    somebody.waits_until(lambda: is_open(somebody))

    assert damaged in kept_aside(somebody.file)


def test_a_missing_search_with_backups_is_asked_about_before_one_is_made(
    somebody: Person,
) -> None:
    backups.back_up(somebody.file)
    somebody.file.unlink()
    somebody.starts()
    somebody.waits_until(lambda: page_of(somebody).is_down)
    assert not somebody.file.exists()
    assert somebody.sees("Is this your search?")

    page_of(somebody).restores[0].click()
    somebody.waits_until(lambda: is_open(somebody))

    somebody.presses("Ctrl+2")
    assert somebody.sees(COMPANY)


def test_nothing_of_the_start_page_shows_while_a_missing_search_is_looked_for(
    somebody: Person, theme: Theme
) -> None:
    backups.back_up(somebody.file)
    somebody.file.unlink()

    desktop = Desktop(somebody.file, theme, WindowMemory(somebody.file.with_suffix(".json")))
    desktop.window.show()

    said = [words for one in visible(desktop.window, QWidget) for words in words_on(one)]
    assert any("Looking for your search" in words for words in said)
    assert not any("Start your job search" in words for words in said)
    desktop.window.close()
    desktop.close()
    desktop.window.deleteLater()
    desktop.deleteLater()


def test_one_may_begin_anew_and_the_backups_stay(somebody: Person) -> None:
    kept = backups.back_up(somebody.file)
    somebody.file.unlink()
    somebody.starts()
    somebody.waits_until(lambda: page_of(somebody).is_down)

    page_of(somebody).ways[0].click()
    somebody.waits_until(lambda: is_open(somebody))

    assert somebody.sees("Start your job search")
    assert kept.exists()


def test_a_dangling_link_is_said_and_tried_again(somebody: Person) -> None:
    drive = somebody.file.with_name("drive")
    drive.mkdir()
    away = drive / "search.jobtracker"
    somebody.file.rename(away)
    somebody.file.symlink_to(away)
    drive.rename(somebody.file.with_name("unplugged"))
    somebody.starts()
    somebody.waits_until(lambda: page_of(somebody).is_down)

    somebody.file.with_name("unplugged").rename(drive)
    again = next(card for card in page_of(somebody).ways if "again" in card.accessibleName())
    again.click()
    somebody.waits_until(lambda: is_open(somebody))

    somebody.presses("Ctrl+2")
    assert somebody.sees(COMPANY)


def test_the_page_is_walked_by_keyboard_alone(somebody: Person) -> None:
    damage(somebody.file)
    somebody.starts()
    somebody.waits_until(lambda: page_of(somebody).is_down)
    names = [card.accessibleName() for card in page_of(somebody).ways]

    visited = []
    for _ in names:
        visited.append(somebody.at)
        somebody.presses("Tab")

    assert visited == names
    somebody.presses("Ctrl+K", "Ctrl+2")
    assert page_of(somebody).is_down


def test_a_newer_version_s_file_is_shown_and_can_be_exported(somebody: Person) -> None:
    with closing(driver.connect(str(somebody.file), isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute("PRAGMA user_version = 9999")

    somebody.starts()
    somebody.waits_until(lambda: "reading only" in somebody.banner)

    assert somebody.window.banner.button.text() == "Export everything"
    assert not page_of(somebody).is_down


def test_damage_found_while_one_works_is_told_and_restored_in_place(somebody: Person) -> None:
    backups.back_up(somebody.file)
    somebody.starts()
    somebody.presses("Ctrl+2")
    assert somebody.desktop._opening is not None

    somebody.desktop._opening.refused.put(damaged(somebody.file))
    somebody.waits_until(lambda: page_of(somebody).is_down)
    assert somebody.sees("Go on reading")
    page_of(somebody).restores[0].click()
    somebody.waits_until(lambda: is_open(somebody))

    assert "kept as" in somebody.banner
    assert somebody.page == "Applications"
    somebody.presses("Ctrl+1", "Ctrl+2")
    assert somebody.sees(COMPANY)
