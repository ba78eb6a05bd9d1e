"""Profiles out of the clipboard, files and folders; what was left out is said."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import JobtrackerError, StoppedError
from jobtracker.ui.features.profiles.contract import Problem, Run, problem_of
from jobtracker.ui.features.profiles.page import ProfilesPage
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.domain.progress import Progress
    from jobtracker.exchange.role_files import RoleFile
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.features.profiles.previewing import FilePreview, Told
    from jobtracker.ui.runtime.meter import Meter

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
        page.intents.offered.subscribe(self._offer, owner=page)

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
            lambda: import_files(space, paths, run.note),
            self._show,
            self._fail,
            owner=self._page,
            toast=lambda stored: stored.words,
        )

    def _offer(self, paths: tuple[Path, ...]) -> None:
        """Show what files would bring, and bring it in where that is confirmed."""
        if (space := self._workspace) is None or not paths:
            return

        def show(told: "Told") -> None:
            sheet = self._page.asking.preview(paths[0].name, told)
            sheet.confirmed.subscribe(partial(self._bring_in, space, sheet, paths), owner=sheet)

        self._commander.read(
            lambda: told_of(space, paths), show, failed=self._fail, owner=self._page
        )

    def _bring_in(
        self, space: "Workspace", sheet: "FilePreview", paths: tuple[Path, ...], meter: "Meter"
    ) -> None:
        def stored(made: Stored) -> None:
            sheet.done()
            self._show(made)

        self._commander.change(
            lambda: import_files(space, paths, meter),
            stored,
            lambda error: sheet.refuse(str(error)),
            owner=sheet,
            toast=lambda made: made.words,
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


def told_of(space: "Workspace", paths: tuple[Path, ...]) -> "Told":
    """What an import would do."""
    from jobtracker.ui.features.profiles.previewing import roles_told

    return roles_told(space.profiles.read_files(paths), space.profiles.summaries())


def import_files(space: "Workspace", paths: tuple[Path, ...], watch: "Progress") -> Done[Stored]:
    """Keep every role of these files and folders, unless it is stopped."""
    done = space.profiles.import_files(paths, watch=watch)
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
