"""A search that lies where it can come to harm: said once a start, and moved on request."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.window import Person

from jobtracker.system import paths
from jobtracker.ui.theme.theme import Theme

COMPANY = "Acme Robotics"


@pytest.fixture
def synced(sample: Path, tmp_path: Path, theme: Theme) -> Iterator[Person]:
    """Somebody whose search lies in a folder that Dropbox keeps in step."""
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    (folder / ".dropbox").touch()
    somebody = Person(Path(shutil.copy(sample, folder)), theme)
    yield somebody
    somebody.leaves()


@pytest.fixture
def safe(tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


def test_a_synced_folder_is_said_with_a_way_out(synced: Person) -> None:
    synced.starts()
    synced.waits_until(lambda: bool(synced.banner))

    assert "Dropbox" in synced.banner
    assert synced.window.banner.button.text() == "Move it…"


def test_copies_that_another_computer_wrote_are_named(synced: Person) -> None:
    copy = synced.file.with_name("search (Ada's conflicted copy 2026-11-20).jobtracker")
    shutil.copy(synced.file, copy)
    synced.starts()
    synced.waits_until(lambda: bool(synced.banner))

    assert copy.name in synced.banner


def test_a_moved_search_is_whole_and_the_former_file_is_kept(synced: Person, safe: Path) -> None:
    synced.starts()

    synced.desktop.moving.move(safe)
    synced.waits_until(lambda: synced.sees("Your search was moved"))

    former = synced.file.with_name("search.jobtracker.moved")
    assert former.exists()
    assert not synced.file.exists()
    assert synced.sees(former.name)
    synced.leaves()
    synced.file = safe / "search.jobtracker"
    synced.starts()
    synced.presses("Ctrl+2")
    assert synced.sees(COMPANY)


def test_it_is_not_moved_into_another_synced_folder(synced: Person, tmp_path: Path) -> None:
    other = tmp_path / "Dropbox" / "deeper"
    other.mkdir()
    synced.starts()

    synced.desktop.moving.move(other)
    synced.waits_until(lambda: not synced.desktop.recovering.page.is_down)

    assert "Dropbox" in synced.banner
    assert synced.file.exists()
    synced.presses("Ctrl+2")
    assert synced.sees(COMPANY)


def test_the_usual_search_is_found_where_it_was_moved_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "settings.json"
    monkeypatch.setattr(paths, "settings_file", lambda: settings)
    monkeypatch.delenv(paths.WORKSPACE_VARIABLE, raising=False)
    assert paths.workspace_path(None) == paths.default_workspace()

    settings.write_text('{"workspace": "/elsewhere/search.jobtracker"}', "utf-8")
    assert paths.workspace_path(None) == Path("/elsewhere/search.jobtracker")
    assert paths.workspace_path("named.jobtracker").name == "named.jobtracker"

    settings.write_text("[]", "utf-8")
    assert paths.workspace_path(None) == paths.default_workspace()
