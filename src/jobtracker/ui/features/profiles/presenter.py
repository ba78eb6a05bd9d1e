"""Between the page and the services: hears what a person wants, shows what is stored."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes, Done
from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.domain.profiles import LIBRARY
from jobtracker.ui.features.profiles.contract import (
    Archived,
    Edited,
    Export,
    Noted,
    Pair,
    Ticked,
    Use,
    problem_of,
)
from jobtracker.ui.features.profiles.importing import Importing
from jobtracker.ui.features.profiles.page import ProfilesPage
from jobtracker.ui.features.profiles.reading import open_applications, read_list, read_profile
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.domain.profiles import RoleProfile
    from jobtracker.services.workspace import Workspace

CONCERNED = (
    "profile",
    "profile_mark",
    "salary_range",
    "application",
    "application_profile",
    "can_show",
    "target_role",
)


class ProfilesPresenter:
    """Shows nothing until a workspace is attached; then follows every change."""

    def __init__(self, page: ProfilesPage, commander: Commander) -> None:
        self._page = page
        self._commander = commander
        self._importing = Importing(page, commander)
        self._workspace: Workspace | None = None
        self._listen()

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._importing.attach(workspace)
        self.refresh()

    def refresh(self) -> None:
        """Read the list again; the profile shown is read after it."""
        if (space := self._workspace) is not None:
            self._commander.read(
                lambda: read_list(space),
                lambda read: self._page.show_rows(*read),
                question="profiles",
                owner=self._page,
            )

    def _listen(self) -> None:
        page, intents = self._page, self._page.intents
        self._commander.changed.subscribe(self._follow, owner=page)
        intents.selected.subscribe(self._load, owner=page)
        intents.saved.subscribe(self._save, owner=page)
        intents.reworded.subscribe(self._reword, owner=page)
        intents.ticked.subscribe(self._tick, owner=page)
        intents.noted.subscribe(self._note, owner=page)
        intents.archived.subscribe(self._archive, owner=page)
        intents.removed.subscribe(self._remove, owner=page)
        intents.compared.subscribe(self._compare, owner=page)
        intents.exported.subscribe(self._export, owner=page)
        intents.using.subscribe(self._ask_for_application, owner=page)
        intents.used.subscribe(self._use, owner=page)

    def _follow(self, changes: Changes) -> None:
        if changes.touches(*CONCERNED):
            self.refresh()

    def _change(
        self,
        work: Callable[["Workspace"], Done[int]],
        then: Callable[[int], object] | None = None,
        failed: Callable[[JobtrackerError], object] | None = None,
        toast: str = "",
    ) -> None:
        """Run a service; what goes wrong is said above the profile."""
        if (space := self._workspace) is not None:
            self._commander.change(
                lambda: work(space), then, failed or self._fail, owner=self._page, toast=toast
            )

    def _load(self, profile_id: int) -> None:
        if (space := self._workspace) is None:
            return
        rows = tuple(self._page.model.all)
        self._commander.read(
            lambda: read_profile(space, profile_id, rows),
            self._page.desk.show_profile,
            question="profile",
            failed=self._fail,
        )

    def _save(self, edited: Edited) -> None:
        profile = edited.profile
        title = profile.title
        if not edited.id:
            self._change(
                lambda space: space.profiles.store(profile),
                self._page.show_saved,
                self._refuse,
                f"{title} added",
            )
            return
        self._change(
            lambda space: space.profiles.edit(edited.id, profile),
            self._page.show_saved,
            self._refuse,
            _copied(profile) or f"{title} saved",
        )

    def _reword(self, edited: Edited) -> None:
        """A line was typed anew, added or taken away on the page itself."""
        self._change(
            lambda space: space.profiles.edit(edited.id, edited.profile, reworded=edited.reworded),
            self._page.follow,
            self._refuse_line(edited.id),
            _copied(edited.profile),
        )

    def _tick(self, ticked: Ticked) -> None:
        self._change(
            lambda space: space.profiles.tick(
                ticked.profile_id,
                ticked.section,
                ticked.text,
                shown=ticked.shown,
                note=ticked.note,
            ),
            failed=self._refuse_line(ticked.profile_id) if ticked.note else None,
        )

    def _note(self, noted: Noted) -> None:
        def put_back(error: JobtrackerError) -> None:
            self._page.view.put_back_notes(noted)
            self._fail(error)

        self._change(
            lambda space: space.profiles.set_notes(noted.profile_id, noted.text), failed=put_back
        )

    def _archive(self, wish: Archived) -> None:
        self._change(
            lambda space: space.profiles.archive(wish.profile_id, archived=wish.archived),
            toast=f"{wish.title} {'archived' if wish.archived else 'taken out of the archive'}",
        )

    def _refuse(self, error: JobtrackerError) -> None:
        """What could not be saved: under its field, else above; the texts stay in the editor."""
        field = error.field if isinstance(error, InvalidInputError) else ""
        if field in self._page.editor.lines | self._page.editor.texts:
            self._page.editor.fail({field: str(error)})
        else:
            self._fail(error)

    def _refuse_line(self, profile_id: int) -> Callable[[JobtrackerError], None]:
        """What could not be stored is being typed again, the reason under it."""

        def refuse(error: JobtrackerError) -> None:
            if not self._page.view.refuse_line(profile_id, str(error)):
                self._fail(error)

        return refuse

    def _remove(self, profile: "RoleProfile") -> None:
        self._change(
            lambda space: space.profiles.remove(profile.id), toast=f"{profile.title} deleted"
        )

    def _compare(self, pair: Pair) -> None:
        if (space := self._workspace) is not None:
            self._commander.read(
                lambda: (space.profiles.load(pair.left), space.profiles.load(pair.right)),
                self._page.show_pair,
                question="compared profiles",
                failed=self._fail,
            )

    def _export(self, export: Export) -> None:
        if (space := self._workspace) is not None:
            self._commander.read(
                lambda: space.profiles.export([str(export.profile_id)], export.path),
                lambda _done: self._commander.toasts.put(f"Written to {export.path.name}"),
                failed=self._fail,
                owner=self._page,
            )

    def _ask_for_application(self, profile_id: int) -> None:
        if (space := self._workspace) is None:
            return
        row = self._page.model.find(profile_id)
        title = row.title if row else ""
        self._commander.read(
            lambda: open_applications(space),
            lambda rows: self._page.asking.application((profile_id, title), rows),
            question="open applications",
            owner=self._page,
        )

    def _use(self, use: Use) -> None:
        self._change(
            lambda space: space.applications.edit(
                use.application.id, {"profile": str(use.profile_id)}
            ),
            toast=f"{use.title} is now the reference role of {use.application.company}",
        )

    def _fail(self, error: JobtrackerError) -> None:
        self._page.banner.say_problem(problem_of(error))


def _copied(profile: "RoleProfile") -> str:
    """What to say where editing makes a copy of a library's profile."""
    return f"{profile.title} saved as a copy of your own" if profile.origin == LIBRARY else ""
