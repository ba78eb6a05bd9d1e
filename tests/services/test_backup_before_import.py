"""Whatever a file brings into the search, what was there before is in a backup."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.workspaces import opened

from jobtracker.domain.errors import JobtrackerError
from jobtracker.services import backups
from jobtracker.services.workspace import Workspace

DATA = Path(__file__).parents[1] / "data"
PAGE = DATA / "profiles" / "orchard_manager_a.txt"
RESUME = DATA / "resumes" / "odd_dates.resume.json"

Act = Callable[[Workspace, Path], object]


def bring_in_an_archive(space: Workspace, folder: Path) -> None:
    archive = folder / "other.zip"
    with opened(folder / "other.jobtracker") as other:
        other.applications.add({"company": "Bolt", "role": "Baker"})
        other.archive.export(archive)
    space.archive.bring_in(archive)


def store_table(space: Workspace, _folder: Path) -> None:
    reading = space.salary_tables.read(DATA / "salary" / "percentiles_like.csv")
    space.salary_tables.store(reading, reading.guess._replace(kind="reported"))


def store_template(space: Workspace, _folder: Path) -> None:
    foreign = space.letter_templates.read(DATA / "templates" / "square_brackets.txt")
    space.letter_templates.store(foreign, {})


IMPORTS: dict[str, Act] = {
    "an archive": bring_in_an_archive,
    "a salary table": store_table,
    "a letter template": store_template,
    "a profile page": lambda s, _: s.profiles.import_page(PAGE.read_text("utf-8")),
    "profile pages": lambda s, _: s.profiles.import_pages([("a", PAGE.read_text("utf-8"))]),
    "role files": lambda s, _: s.profiles.import_files([PAGE]),
    "a resume": lambda s, _: s.me.import_resume(RESUME),
}


def reasons(space: Workspace) -> list[str]:
    assert space.database.path is not None
    return [one.reason for one in backups.known(space.database.path)]


@pytest.mark.parametrize("import_", IMPORTS.values(), ids=IMPORTS.keys())
@pytest.mark.usefixtures("acme")
def test_an_import_is_backed_up_first(workspace: Workspace, tmp_path: Path, import_: Act) -> None:
    assert workspace.database.path is not None
    import_(workspace, tmp_path)
    (made,) = backups.held(workspace.database.path)
    assert made.info.reason == backups.BEFORE_IMPORT
    assert made.counts is not None
    assert made.counts.active == 1


@pytest.mark.usefixtures("acme")
def test_where_nothing_was_changed_since_the_last_backup_none_is_needed(
    workspace: Workspace,
) -> None:
    assert workspace.database.path is not None
    backups.back_up(workspace.database.path)

    workspace.me.import_resume(RESUME)

    assert reasons(workspace) == [backups.BY_HAND]


@pytest.mark.usefixtures("acme")
def test_what_cannot_be_read_is_not_backed_up_for(workspace: Workspace, tmp_path: Path) -> None:
    nonsense = tmp_path / "nonsense.json"
    nonsense.write_text("[]", "utf-8")

    with pytest.raises(JobtrackerError):
        workspace.me.import_resume(nonsense)
    with pytest.raises(JobtrackerError):
        workspace.profiles.import_page("nothing of any role")

    assert reasons(workspace) == []


@pytest.mark.usefixtures("acme")
def test_a_captured_posting_needs_none(workspace: Workspace) -> None:
    workspace.capture.add({"company": "Bolt", "role": "Baker"}, {"name": "Al"})

    assert reasons(workspace) == []
