"""Between the page and the services: hears what a person wants, shows what is stored."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.changes import Changes, Done
from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.ui.features.profiles.contract import (
    Edited,
    OpenApplication,
    Related,
    Shown,
    Use,
    problem_of,
)
from jobtracker.ui.features.profiles.page import ProfilesPage
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.domain.profiles import ProfileSummary, RelatedRole, RoleProfile
    from jobtracker.services.workspace import Workspace

CONCERNED = ("profile", "salary_range", "application", "application_profile")


class Imported(NamedTuple):
    """The profile to show after an import, and the words that tell of it."""

    id: int
    words: str


class ProfilesPresenter:
    """Shows nothing until a workspace is attached; then follows every change."""

    def __init__(self, page: ProfilesPage, commander: Commander) -> None:
        self._page = page
        self._commander = commander
        self._workspace: Workspace | None = None
        self._listen()

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self.refresh()

    def refresh(self) -> None:
        """Read the list again; the profile shown is read after it."""
        if (space := self._workspace) is not None:
            self._commander.read(
                space.profiles.summaries, self._page.show_rows, question="profiles"
            )

    def _listen(self) -> None:
        page, intents = self._page, self._page.intents
        self._commander.changed.subscribe(self._follow, owner=page)
        intents.selected.subscribe(self._load, owner=page)
        intents.pasted.subscribe(self._import_text, owner=page)
        intents.opened.subscribe(self._import_files, owner=page)
        intents.saved.subscribe(self._save, owner=page)
        intents.removed.subscribe(self._remove, owner=page)
        intents.using.subscribe(self._ask_for_application, owner=page)
        intents.used.subscribe(self._use, owner=page)

    def _follow(self, changes: Changes) -> None:
        if changes.touches(*CONCERNED):
            self.refresh()

    def _load(self, profile_id: int) -> None:
        if (space := self._workspace) is None:
            return
        rows = tuple(self._page.model.all)
        self._commander.read(
            lambda: shown(space.profiles.load(profile_id), rows),
            self._page.show_profile,
            question="profile",
            failed=self._fail,
        )

    def _import_text(self, text: str) -> None:
        if (space := self._workspace) is not None:
            self._import(lambda: imported(space, space.profiles.import_page(text)))

    def _import_files(self, paths: tuple[Path, ...]) -> None:
        if (space := self._workspace) is not None and paths:
            self._import(lambda: import_files(space, paths))

    def _import(self, work: Callable[[], Done[Imported]]) -> None:
        self._commander.change(
            work,
            lambda found: self._page.open_item(found.id),
            self._fail,
            owner=self._page,
            toast=lambda found: found.words,
        )

    def _save(self, edited: Edited) -> None:
        if (space := self._workspace) is None:
            return
        title = edited.profile.title
        copied = edited.profile.origin == "library"
        self._commander.change(
            lambda: space.profiles.edit(edited.id, edited.profile),
            self._page.show_saved,
            self._refuse,
            toast=f"{title} saved as a copy of your own" if copied else f"{title} saved",
        )

    def _refuse(self, error: JobtrackerError) -> None:
        """What could not be saved: under its field, else above; the texts stay in the editor."""
        field = error.field if isinstance(error, InvalidInputError) else ""
        if field in self._page.editor.lines | self._page.editor.texts:
            self._page.editor.fail({field: str(error)})
        else:
            self._fail(error)

    def _remove(self, profile: "RoleProfile") -> None:
        if (space := self._workspace) is not None:
            self._commander.change(
                lambda: space.profiles.remove(profile.id),
                failed=self._fail,
                owner=self._page,
                toast=f"{profile.title} deleted",
            )

    def _ask_for_application(self, profile_id: int) -> None:
        if (space := self._workspace) is None:
            return
        row = self._page.model.find(profile_id)
        title = row.title if row else ""
        self._commander.read(
            lambda: open_applications(space),
            lambda rows: self._page.choose_application((profile_id, title), rows),
            question="open applications",
            owner=self._page,
        )

    def _use(self, use: Use) -> None:
        if (space := self._workspace) is not None:
            self._commander.change(
                lambda: space.applications.edit(
                    use.application.id, {"profile": str(use.profile_id)}
                ),
                failed=self._fail,
                owner=self._page,
                toast=f"{use.title} is now the reference role of {use.application.company}",
            )

    def _fail(self, error: JobtrackerError) -> None:
        self._page.show_problem(problem_of(error))


def shown(profile: "RoleProfile", rows: "Sequence[ProfileSummary]") -> Shown:
    """A profile with the rows of the list that its related roles have a profile in."""
    counts = {row.id: row.applications for row in rows}
    by_title: dict[str, ProfileSummary] = {}
    for row in rows:
        if row.origin == "own" or row.title.casefold() not in by_title:
            by_title[row.title.casefold()] = row
    related = tuple(_related(role, by_title.get(role.title.casefold())) for role in profile.related)
    return Shown(profile, related, counts.get(profile.id, 0))


def _related(role: "RelatedRole", row: "ProfileSummary | None") -> Related:
    if row is None:
        return Related(role)
    own = row.range.pay if row.range else None
    agrees = own is None or own[:4] == role.pay[:4]
    return Related(role, row.id, None if agrees else own)


def open_applications(space: "Workspace") -> list[OpenApplication]:
    return [
        OpenApplication(row.id, row.company, row.role, row.profile) for row in space.lists.rows()
    ]


def imported(space: "Workspace", done: Done[int]) -> Done[Imported]:
    title = space.profiles.load(done.value).title
    return Done(Imported(done.value, f"{title} imported"), done.changes, done.label)


def import_files(space: "Workspace", paths: Sequence[Path]) -> Done[Imported]:
    """Store the pages in these files, all or none, as one step."""
    from jobtracker.exchange.text_file import read_text_file

    pages = [(path.name, read_text_file(path)) for path in paths]
    if len(pages) == 1:
        return imported(space, space.profiles.import_page(pages[0][1]))
    done = space.profiles.import_pages(pages)
    words = f"{len(pages)} profiles imported"
    return Done(Imported(done.value[0], words), done.changes, done.label)
