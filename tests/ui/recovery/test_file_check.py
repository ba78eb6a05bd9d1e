"""The look at the whole file after the start: nobody waits for it, and it is told what it found."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.database import write_by_force
from tests.support.unclean import killed_while_open
from tests.support.window import Person

from jobtracker.desktop import checking
from jobtracker.services import recovering
from jobtracker.ui.theme.theme import Theme

PAGE = 4096


@pytest.fixture
def somebody(
    sample: Path, tmp_path: Path, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Person]:
    """Somebody whose program looks at the file as soon as the window stands."""
    monkeypatch.setattr(checking, "SOON_MS", 0)
    person = Person(Path(shutil.copy(sample, tmp_path)), theme)
    yield person
    person.leaves()


def needs_check(person: Person) -> bool:
    return recovering.needs_full_check(person.desktop._workspace)  # type: ignore[arg-type]


def day_of_check(person: Person) -> str:
    return recovering._checked_on(person.desktop._workspace)  # type: ignore[arg-type]


def test_after_a_kill_the_whole_file_is_looked_at_and_that_is_said(somebody: Person) -> None:
    killed_while_open(somebody.file)

    somebody.starts()

    somebody.waits_until(lambda: somebody.sees(checking.SOUND))


def test_that_all_is_sound_never_takes_the_place_of_an_undo(
    somebody: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "SOON_MS", 2500)
    killed_while_open(somebody.file)
    somebody.starts()
    somebody.window.toast.say("Sample data removed", "Undo", lambda: None)

    somebody.waits_until(lambda: day_of_check(somebody) != "")

    assert somebody.toast == "Sample data removed"


def test_a_check_that_is_due_is_done_silently_and_its_day_kept(somebody: Person) -> None:
    somebody.starts()

    somebody.waits_until(lambda: not needs_check(somebody))

    assert not somebody.sees(checking.SOUND)
    assert not somebody.banner


def test_what_does_not_agree_is_said_and_looked_for_again_next_time(somebody: Person) -> None:
    write_by_force(somebody.file, "UPDATE application SET role_key = 'x' WHERE id = 1")
    somebody.starts()

    somebody.waits_until(lambda: bool(somebody.banner))

    assert "Application 1" in somebody.banner
    assert needs_check(somebody)


def test_damage_that_is_found_later_stops_all_writing(
    somebody: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "SOON_MS", 60_000)
    somebody.starts()
    content = bytearray(somebody.file.read_bytes())
    for at in range(10 * PAGE, len(content) - PAGE, 3 * PAGE):
        content[at : at + PAGE] = bytes(PAGE)
    somebody.file.write_bytes(content)

    somebody.desktop._checking._begin()  # type: ignore[union-attr]

    somebody.waits_until(lambda: somebody.desktop.recovering.page.is_down)
    assert somebody.desktop._workspace.database.read_only  # type: ignore[union-attr]


def test_the_window_closes_at_once_while_the_file_is_looked_at(somebody: Person) -> None:
    killed_while_open(somebody.file)
    somebody.starts()

    somebody.leaves()

    assert not somebody.file.with_name(f"{somebody.file.name}-wal").exists()
