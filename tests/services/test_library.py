"""The bundled library comes into a workspace, is kept up to date, and leaves people's copies."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.database import everything
from tests.support.workspaces import opened, state

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.errors import NotFoundError, NothingToUndoError, UnreadableFileError
from jobtracker.services import library
from jobtracker.services.workspace import Workspace

KEY = "python-developer"
Edition = Callable[..., Path]


@pytest.fixture
def edition(tmp_path: Path, resources: Path) -> Edition:
    """A later edition of the library: other texts in some files, some files gone."""

    def make(*, gone: tuple[str, ...] = (), **texts: tuple[str, str]) -> Path:
        folder = tmp_path / "edition"
        shutil.rmtree(folder, ignore_errors=True)
        for part in ("profiles", "letters"):
            shutil.copytree(resources / part, folder / part)
        for name in gone:
            (folder / "profiles" / f"{name}.toml").unlink()
        for name, (old, new) in texts.items():
            (file,) = folder.glob(f"*/{name.replace('_', '-')}.toml")
            text = file.read_text("utf-8")
            assert old in text
            number = re.search(r"^version = (\d+)$", text, re.MULTILINE)
            assert number is not None
            text = text.replace(number[0], f"version = {int(number[1]) + 1}", 1)
            file.write_text(text.replace(old, new), "utf-8")
        return folder

    return make


SENIOR = ("high = 165000", "high = 175000")


def senior_high(workspace: Workspace, profile_id: int) -> int | None:
    benchmark = workspace.applications.benchmark_for(profile_id, "Senior")
    return benchmark.range.pay.high if benchmark else None


def test_every_bundled_profile_and_letter_is_there(workspace: Workspace, resources: Path) -> None:
    bundled = {path.stem for path in (resources / "profiles").glob("*.toml")}

    held = {workspace.profiles.load(row.id).library_key for row in workspace.profiles.summaries()}

    general = [t for t in workspace.letters.templates() if t.profile_id is None]
    assert held == bundled
    assert len(general) == len(list((resources / "letters").glob("*.toml")))


def test_the_library_can_be_searched(workspace: Workspace) -> None:
    found = workspace.search.find("FastAPI")

    assert "Python Developer" in [hit.title for hit in found if hit.topic == "profile"]


def test_loading_it_is_no_step_of_the_persons(workspace: Workspace) -> None:
    assert workspace.history.steps() == []
    with pytest.raises(NothingToUndoError):
        workspace.history.undo()


def test_a_library_that_was_seen_before_writes_nothing(
    workspace: Workspace, resources: Path
) -> None:
    before = everything(workspace.database, ["profile", "letter_template", "state"])

    assert workspace.library.bring_up_to_date(resources).rows == {}

    assert everything(workspace.database, ["profile", "letter_template", "state"]) == before


def test_a_known_fingerprint_is_not_even_parsed(workspace: Workspace, edition: Edition) -> None:
    folder = edition()
    (folder / "profiles" / "accountant.toml").write_text("this is [not TOML")
    with pytest.raises(UnreadableFileError, match="accountant"):
        workspace.library.bring_up_to_date(folder)

    assert workspace.library.bring_up_to_date(edition()).rows == {}


def test_another_file_with_the_same_versions_changes_no_profile(
    workspace: Workspace, edition: Edition
) -> None:
    folder = edition()
    with (folder / "profiles" / "accountant.toml").open("a") as file:
        file.write("\n# a comment\n")
    before = state(workspace)

    workspace.library.bring_up_to_date(folder)

    assert state(workspace) == before


def test_a_newer_version_is_written_over_the_old_one_and_links_stay(
    workspace: Workspace, acme: int, edition: Edition
) -> None:
    old = workspace.profiles.show(KEY)

    changes = workspace.library.bring_up_to_date(edition(python_developer=SENIOR))

    new = workspace.profiles.show(KEY)
    assert changes.ids("profile") == {old.id}
    assert (new.id, new.uid, new.version) == (old.id, old.uid, old.version + 1)
    assert senior_high(workspace, new.id) == 175_000_00
    linked = workspace.applications.view(acme).profile
    assert linked is not None
    assert linked.id == old.id


def test_an_update_never_touches_a_persons_copy(workspace: Workspace, edition: Edition) -> None:
    bundled = workspace.profiles.show(KEY)
    own = workspace.profiles.edit(bundled.id, replace(bundled, summary="Mine.")).value
    copy = workspace.profiles.load(own)

    workspace.library.bring_up_to_date(edition(python_developer=SENIOR))

    assert workspace.profiles.load(own) == copy
    assert senior_high(workspace, own) == 165_000_00
    assert senior_high(workspace, bundled.id) == 175_000_00


def test_a_newer_letter_template_leaves_the_letters_written_from_the_old_one(
    workspace: Workspace, acme: int, edition: Edition
) -> None:
    letter = workspace.letters.draft(acme, "short").value
    before = workspace.letters.view(letter)

    workspace.library.bring_up_to_date(edition(short=("{{ salutation }}", "Hello")))

    assert workspace.letters.view(letter) == before
    fresh = workspace.letters.view(workspace.letters.draft(acme, "short").value)
    assert fresh.text.startswith("Hello")


def test_what_was_done_before_an_update_can_still_be_undone_after_it(
    workspace: Workspace, acme: int, edition: Edition
) -> None:
    letter = workspace.letters.draft(acme).value
    workspace.letters.set_text(letter, "my own words")

    workspace.library.bring_up_to_date(edition(python_developer=SENIOR))

    assert workspace.letters.view(letter).template == "Python Developer"
    workspace.history.undo()
    assert workspace.letters.view(letter).text == workspace.profiles.show(KEY).letter
    workspace.history.undo()
    workspace.history.undo()
    assert workspace.lists.rows() == []
    for _ in range(3):
        workspace.history.redo()
    assert workspace.letters.view(letter).text == "my own words"


def test_a_removed_entry_goes_unless_an_application_is_linked_to_it(
    workspace: Workspace, acme: int, edition: Edition
) -> None:
    workspace.library.bring_up_to_date(edition(gone=(KEY, "accountant")))

    with pytest.raises(NotFoundError):
        workspace.profiles.show("accountant")
    linked = workspace.applications.view(acme)
    assert linked.profile is not None
    assert linked.profile.title == "Python Developer"
    assert linked.benchmark is not None


def test_an_entry_that_comes_back_is_the_same_profile_to_those_linked(
    workspace: Workspace, acme: int, edition: Edition, resources: Path
) -> None:
    before = workspace.applications.view(acme)
    workspace.library.bring_up_to_date(edition(gone=(KEY,)))

    workspace.library.bring_up_to_date(resources)

    assert workspace.applications.view(acme) == before
    titles = [row.title for row in workspace.profiles.summaries()]
    assert titles.count("Python Developer") == 1


def test_a_file_with_a_fault_leaves_the_workspace_as_it_is(
    workspace: Workspace, edition: Edition
) -> None:
    before = everything(workspace.database, ["profile", "salary_range", "letter_template", "state"])
    folder = edition(python_developer=("high = 165000", "high = -1"))

    with pytest.raises(UnreadableFileError, match=r"python-developer\.toml") as refused:
        workspace.library.bring_up_to_date(folder)

    assert "\n" not in str(refused.value)
    after = everything(workspace.database, ["profile", "salary_range", "letter_template", "state"])
    assert after == before


def test_an_update_is_found_when_the_program_starts_again(
    workspace: Workspace, edition: Edition
) -> None:
    folder = edition(python_developer=SENIOR)
    workspace.library.bring_up_to_date(folder)
    path = workspace.database.path
    assert path is not None
    workspace.close()

    with opened(path) as later:
        assert later.library.bring_up_to_date(folder).rows == {}
        assert senior_high(later, later.profiles.show(KEY).id) == 175_000_00


def test_on_a_nearly_full_disk_the_library_waits_and_comes_once_there_is_room(
    tmp_path: Path, resources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "search.jobtracker"
    monkeypatch.setattr(library, "_ROOM", 1 << 62)
    with open_workspace(path, write=True) as small:
        assert small.library.waits
        assert small.profiles.summaries() == []
        key = small.applications.add({"company": "Acme", "role": "Python Developer"}).value
    size = path.stat().st_size
    monkeypatch.undo()

    with open_workspace(path, write=True) as whole:
        assert not whole.library.waits
        assert whole.profiles.summaries()
        assert whole.search.find("interview coding")
        assert whole.applications.view(key).company.name == "Acme"
    assert size < path.stat().st_size / 2


def test_a_nearly_full_disk_does_not_keep_a_known_library_from_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "search.jobtracker"
    open_workspace(path, write=True).close()
    monkeypatch.setattr(library, "_ROOM", 1 << 62)

    with open_workspace(path, write=True) as again:
        assert not again.library.waits
        assert again.profiles.summaries()
