"""Profiles out of the clipboard, files and folders; what was left out is said."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import JobtrackerError, StoppedError
from jobtracker.ui.features.profiles.contract import Problem, Run, problem_of
from jobtracker.ui.features.profiles.page import ProfilesPage
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.exchange.role_files import RoleFile
    from jobtracker.services.workspace import Workspace

MOST_NAMED = 3
"""Refused rows that are named one by one; the rest is counted."""


class Stored(NamedTuple):
    """The profile to show after an import, the words that tell of it, and what was left out."""

    id: int
    words: str
    news: Problem | None = None


class Importing:
    """Everything is read and stored beside the interface, as one step of undo."""

    def __init__(self, page: ProfilesPage, commander: Commander) -> None:
        self._page = page
        self._commander = commander
        self._workspace: Workspace | None = None
        page.intents.pasted.subscribe(self._import_text, owner=page)
        page.intents.opened.subscribe(self._import_files, owner=page)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace

    def _import_text(self, text: str) -> None:
        if (space := self._workspace) is not None:
            self._commander.change(
                lambda: import_text(space, text),
                self._show,
                self._fail,
                owner=self._page,
                toast=lambda stored: stored.words,
            )

    def _import_files(self, paths: tuple[Path, ...]) -> None:
        if (space := self._workspace) is None or not paths:
            return
        name = paths[0].name if len(paths) == 1 else f"{len(paths)} files"
        run = Run()
        self._page.banner.begin(f"Reading {name}", run)
        self._commander.change(
            lambda: import_files(space, paths, run),
            self._show,
            self._fail,
            owner=self._page,
            toast=lambda stored: stored.words,
        )

    def _show(self, stored: Stored) -> None:
        self._page.banner.end()
        self._page.open_item(stored.id)
        if stored.news is not None:
            self._page.banner.say_news(stored.news)

    def _fail(self, error: JobtrackerError) -> None:
        self._page.banner.end()
        if isinstance(error, StoppedError):
            self._page.banner.say_news(problem_of(error))
        else:
            self._page.banner.say_problem(problem_of(error))


def import_text(space: "Workspace", text: str) -> Done[Stored]:
    done = space.profiles.import_page(text)
    title = space.profiles.load(done.value).title
    return Done(Stored(done.value, f"{title} imported"), done.changes, done.label)


def import_files(space: "Workspace", paths: tuple[Path, ...], run: Run) -> Done[Stored]:
    """Keep every role of these files and folders, unless it is stopped."""
    done = space.profiles.import_files(paths, watch=run.note)
    ids, file = done.value
    title = file.profiles[0].title
    words = f"{title if len(ids) == 1 else f'{len(ids)} profiles'} imported"
    return Done(Stored(ids[0], words, left_out(file)), done.changes, done.label)


def left_out(file: "RoleFile") -> Problem | None:
    """How many rows were not read, and why; None where all were."""
    if not file.refused:
        return None
    named = [f"Row {one.row}: {one.reason}" for one in file.refused[:MOST_NAMED]]
    rest = len(file.refused) - MOST_NAMED
    if rest > 0:
        named.append(f"{rest} more")
    count = len(file.refused)
    rows = "1 row was" if count == 1 else f"{count} rows were"
    return Problem(f"{rows} not read, {file.read} of {file.rows} were.", ". ".join(named))
