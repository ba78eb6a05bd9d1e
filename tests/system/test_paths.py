import os
import stat
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from jobtracker.domain.errors import InvalidInputError, WorkspaceError
from jobtracker.system import paths


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_workspace_named_wins_over_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JOBTRACKER_WORKSPACE", str(tmp_path / "from-environment.jobtracker"))

    assert paths.workspace_path(str(tmp_path / "named.jobtracker")).name == "named.jobtracker"
    assert paths.workspace_path(None).name == "from-environment.jobtracker"


def test_without_a_name_the_workspace_lies_in_a_folder_of_our_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("JOBTRACKER_WORKSPACE", raising=False)

    chosen = paths.workspace_path(None)

    assert chosen == paths.default_workspace()
    assert (chosen.parent.name, chosen.name) == ("jobtracker", "search.jobtracker")


def test_an_empty_name_is_refused_rather_than_read_as_the_default_workspace() -> None:
    with pytest.raises(InvalidInputError) as refusal:
        paths.workspace_path(" ")

    assert "--workspace names no file" in str(refusal.value)


def test_a_relative_name_and_a_tilde_become_whole_paths(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))

    assert paths.workspace_path("a.jobtracker") == tmp_path / "a.jobtracker"
    assert paths.workspace_path("~/a.jobtracker") == tmp_path / "home" / "a.jobtracker"


def test_a_workspace_that_is_named_costs_no_import_of_platformdirs() -> None:
    program = (
        "import sys; from jobtracker.system.paths import workspace_path;"
        "workspace_path('x.jobtracker'); print('platformdirs' in sys.modules)"
    )

    printed = subprocess.check_output([sys.executable, "-c", program], text=True)

    assert printed.strip() == "False"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps application data private by itself")
def test_folders_made_for_the_app_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    made = paths.private_folder(tmp_path / "data" / "jobtracker")

    assert (mode(made), mode(made.parent)) == (0o700, 0o700)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such mode")
def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)

    paths.private_folder(shared)

    assert mode(shared) == 0o755


def test_a_file_in_the_place_of_a_folder_is_one_clear_line_and_stays(tmp_path: Path) -> None:
    taken = tmp_path / "jobtracker"
    taken.write_text("mine")

    for folder in (taken, taken / "logs"):
        with pytest.raises(WorkspaceError) as refusal:
            paths.private_folder(folder)
        assert "\n" not in str(refusal.value)
    assert taken.read_text() == "mine"


@pytest.mark.parametrize("home", ["/home/ada", "relative", ""])
@pytest.mark.parametrize("named", [None, "", "  ", "relative/place", "/an/absolute one"])
def test_the_folders_are_those_that_platformdirs_knows(
    monkeypatch: pytest.MonkeyPatch, named: str | None, home: str
) -> None:
    monkeypatch.setenv("HOME", home)
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        if named is None:
            monkeypatch.delenv(f"XDG_{kind}_HOME", raising=False)
        else:
            monkeypatch.setenv(f"XDG_{kind}_HOME", named)

    found = (
        paths.default_workspace().parent,
        paths.settings_file().parent,
        paths.cache_dir(),
        paths.log_dir(),
    )

    assert found == tuple(
        Path(ask("jobtracker", appauthor=False))
        for ask in (
            platformdirs.user_data_path,
            platformdirs.user_config_path,
            platformdirs.user_cache_path,
            platformdirs.user_log_path,
        )
    )
