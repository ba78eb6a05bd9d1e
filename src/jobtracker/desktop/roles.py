"""The page of roles, put together: its presenters, its commands, and the ways that lead from it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from jobtracker.ui.features.profiles.commands import SKILLS, Commands
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.actions import ActionBook
    from jobtracker.ui.features.profiles.contract import OpenApplication
    from jobtracker.ui.features.profiles.page import ProfilesPage
    from jobtracker.ui.features.profiles.unfinished import Unfinished

APPLICATIONS, PROFILES = "applications", "profiles"


class Presenter(Protocol):
    def attach(self, workspace: "Workspace") -> None: ...


class Roles:
    """`build` makes the page when it is first visited; `write` starts a letter for an application
    from a template.
    """

    def __init__(
        self,
        theme: Theme,
        commander: Commander,
        navigator: Navigator,
        book: "ActionBook",
        write: Callable[[int, int | None], object],
    ) -> None:
        self._theme = theme
        self._commander = commander
        self._navigator = navigator
        self._write = write
        self._commands = Commands(book, lambda: navigator.go(PROFILES))
        self._page: ProfilesPage | None = None
        self._workspace: Workspace | None = None
        self._unfinished: Unfinished | None = None

    def build(self, join: Callable[["Presenter"], object]) -> "ProfilesPage":
        """The page with its presenters; `join` gives each the workspace, now or when it opens."""
        from jobtracker.ui.features.profiles.page import ProfilesPage
        from jobtracker.ui.features.profiles.presenter import ProfilesPresenter
        from jobtracker.ui.features.profiles.skills.presenter import SkillsPresenter
        from jobtracker.ui.features.profiles.targets.presenter import TargetsPresenter

        page = self._page = ProfilesPage(self._theme)
        self._commands.follow(page)
        page.intents.selected.subscribe(self._navigator.note, owner=page)
        page.targets.application_wanted.subscribe(
            lambda key: self._navigator.go(APPLICATIONS, key), owner=page
        )
        page.intents.writing.subscribe(self._ask_for_letter, owner=page)
        for make in (ProfilesPresenter, TargetsPresenter, SkillsPresenter):
            join(make(page, self._commander))
        join(self)
        return page

    def attach(self, workspace: "Workspace") -> None:
        from jobtracker.ui.features.profiles.unfinished import Unfinished

        assert self._page is not None, "it joins when the page is built"
        self._workspace = workspace
        self._unfinished = Unfinished(self._page.view, self._commander, workspace)

    def offer(self, path: "Path") -> None:
        """Show what a file of roles would bring, over the page."""
        self._arrived().intents.offered.put((path,))

    def offer_resume(self, path: "Path") -> None:
        """The same with a resume, over the skills that it may add to."""
        page = self._arrived()
        page.parts.turn(SKILLS)
        page.skills.intents.offered.put(path)

    def _arrived(self) -> "ProfilesPage":
        self._navigator.go(PROFILES)
        assert self._page is not None, "going there builds it"
        return self._page

    def flush(self) -> None:
        """Keep what is being typed and is not stored, because the window closes."""
        if self._unfinished is not None:
            self._unfinished.flush()

    def _ask_for_letter(self, profile_id: int) -> None:
        """Write a letter from a profile's sample: ask for the application it is for."""
        from jobtracker.ui.features.profiles.reading import open_applications

        if (space := self._workspace) is None or self._page is None:
            return
        page, write = self._page, self._write

        def read() -> "tuple[int | None, list[OpenApplication]]":
            samples = (one.id for one in space.letters.templates() if one.profile_id == profile_id)
            return next(samples, None), open_applications(space)

        self._commander.read(
            read,
            lambda found: page.asking.addressee(found[1], lambda key: write(key, found[0])),
            question="letter from a sample",
            owner=page,
        )
