"""Between the target roles and the services."""

from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes
from jobtracker.domain.errors import JobtrackerError
from jobtracker.domain.matching import STRONG, best_matches
from jobtracker.ui.features.profiles.contract import problem_of
from jobtracker.ui.features.profiles.page import ProfilesPage
from jobtracker.ui.features.profiles.side import TARGETS
from jobtracker.ui.features.profiles.targets.contract import TargetRow
from jobtracker.ui.features.profiles.targets.words import title_words
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobtracker.domain.listing import ListRow
    from jobtracker.domain.profiles import RoleProfile
    from jobtracker.domain.target_roles import TargetRole
    from jobtracker.services.workspace import Workspace

CONCERNED = ("target_role", "profile", "application", "application_profile")


class TargetsPresenter:
    """Reads the target roles when their part is first shown, then follows every change."""

    def __init__(self, page: ProfilesPage, commander: Commander) -> None:
        self._page = page
        self._room = page.targets
        self._commander = commander
        self._workspace: Workspace | None = None
        self._read = False
        commander.changed.subscribe(self._follow, owner=page)
        page.parts.turned.subscribe(self._turned, owner=page)
        page.intents.targeting.subscribe(self._target, owner=page)
        self._room.intents.saved.subscribe(self._save, owner=page)
        self._room.intents.removed.subscribe(self._remove, owner=page)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._turned(self._page.part)

    def _turned(self, part: str) -> None:
        if part == TARGETS and not self._read:
            self.refresh()

    def _follow(self, changes: Changes) -> None:
        if self._read and changes.touches(*CONCERNED):
            self.refresh()

    def refresh(self) -> None:
        if (space := self._workspace) is not None:
            self._read = True
            self._commander.read(
                lambda: target_rows(space),
                lambda found: self._room.show_rows(*found),
                question="target roles",
                owner=self._page,
            )

    def _target(self, profile: "RoleProfile") -> None:
        """A profile is marked as a target role: its sheet opens, filled in."""
        self._room.profiles = [(row.id, row.title) for row in self._page.model.all]
        self._room.add_of(profile)

    def _save(self, role: "TargetRole") -> None:
        if (space := self._workspace) is None:
            return
        title = title_words(role)
        if role.id:
            self._commander.change(
                lambda: space.targets.edit(role.id, role), failed=self._fail, owner=self._page
            )
            return
        away = "" if self._page.part == TARGETS else f"{title} is a target role now"
        self._commander.change(
            lambda: space.targets.add(role),
            self._room.show_saved,
            self._fail,
            owner=self._page,
            toast=away,
        )

    def _remove(self, role: "TargetRole") -> None:
        if (space := self._workspace) is not None:
            self._commander.change(
                lambda: space.targets.remove(role.id),
                failed=self._fail,
                owner=self._page,
                toast=f"{title_words(role)} deleted",
            )

    def _fail(self, error: JobtrackerError) -> None:
        self._page.banner.say_problem(problem_of(error))


def target_rows(space: "Workspace") -> "tuple[list[TargetRow], list[tuple[int, str]]]":
    """The target roles with what they refer to and fit, and the profiles (id, title) by title."""
    profiles = [(row.id, row.title) for row in space.profiles.summaries() if not row.archived]
    titles = dict(profiles)
    applications = list(space.lists.rows())
    rows = [
        TargetRow(role, titles.get(role.profile_id or 0, ""), fitting(role, applications))
        for role in space.targets.all()
    ]
    return rows, profiles


def fitting(role: "TargetRole", applications: "Sequence[ListRow]") -> tuple[tuple[int, str], ...]:
    """The open applications for such a role: those whose title shares most of its words."""
    named = [(one.id, one.role) for one in applications]
    scores = {
        match.profile_id: match.score for match in best_matches(role.title, named, len(named))
    }
    return tuple(
        (one.id, f"{one.role}, {one.company}")
        for one in applications
        if scores.get(one.id, 0) >= STRONG
    )
