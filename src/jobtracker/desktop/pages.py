"""The pages of the window with their presenters and commands, each built when first visited.

All but the first come late, and their modules with them; a page that is visited before the
workspace is open is brought to life as soon as it is.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from jobtracker.domain.errors import WorkspaceError, WorkspaceLockedError
from jobtracker.domain.listing import ListPage, ListQuery
from jobtracker.storage.first_screen import first_day, first_page, is_new
from jobtracker.system.clock import Clock
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.desktop.capturing import Capturing
    from jobtracker.desktop.first_run import FirstRun
    from jobtracker.desktop.offers import Offers
    from jobtracker.desktop.pay import SalaryWays
    from jobtracker.desktop.spelling import Spelling
    from jobtracker.domain.today import TodayView
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.actions import ActionBook
    from jobtracker.ui.features.applications.page import ApplicationsPage
    from jobtracker.ui.features.letters.page import LettersPage
    from jobtracker.ui.features.today.page import TodayPage
    from jobtracker.ui.widgets.page import Page

FIRST = "applications"
FIRST_ROWS = 200
REST_MS = 300
"""A column that is dragged wider tells of itself at every step."""
TODAY = "today"
LETTERS = "letters"
SALARY = "salary"
PROFILES = "profiles"
SETTINGS = "settings"
REVIEW = "review"


class Presenter(Protocol):
    def attach(self, workspace: "Workspace") -> None: ...


class FirstScreen:
    """What the window shows before the workspace is open, of the one page that it begins on.

    A file that is not sound shows nothing; that is explained once it is opened. `is_locked` tells
    that one was asked for and is encrypted.
    """

    def __init__(self, path: Path, page: str) -> None:
        self.is_locked = False
        self._path = path
        self._page = page

    def rows(self, query: ListQuery) -> ListPage:
        """The list of applications to paint first."""
        found = None
        if self._page == FIRST:
            with self._unless_unsound():
                found = first_page(self._path, query._replace(limit=FIRST_ROWS))
        return found or ListPage([])

    def day(self, today: date) -> "TodayView | None":
        """The tasks of the day to paint first."""
        found = None
        if self._page == TODAY:
            with self._unless_unsound():
                found = first_day(self._path, today)
        return found

    def is_new(self) -> bool:
        """Whether the search begins here."""
        found = False
        with self._unless_unsound():
            found = is_new(self._path)
        return bool(found)

    def is_missed(self) -> bool:
        """Whether there was a search before where none is: a person is asked about that first."""
        if self._path.exists():
            return False
        from jobtracker.services.found_before import found_before
        from jobtracker.system.paths import moved_to

        gone = self._path.is_symlink() or str(self._path) == moved_to()
        return gone or any(found_before(self._path))

    @contextmanager
    def _unless_unsound(self) -> Iterator[None]:
        try:
            yield
        except WorkspaceLockedError:
            self.is_locked = True
        except WorkspaceError:
            return


class Pages:
    """`factories` for the window; `attach` once the workspace is open. `counted` tells the number
    of active applications. `beside` is a lane for what looks at files and drives.
    """

    def __init__(
        self,
        theme: Theme,
        commander: Commander,
        navigator: Navigator,
        memory: WindowMemory,
        clock: Clock,
        first: FirstScreen,
    ) -> None:
        self._theme = theme
        self._commander = commander
        self._navigator = navigator
        self._memory = memory
        self._clock = clock
        self.beside = Commander(name="file lane")
        self._workspace: Workspace | None = None
        self._waiting: list[Presenter] = []
        self._letters: LettersPage | None = None
        self.salary: SalaryWays | None = None
        self.review_wanted: Channel[str] = Channel()
        self.counted: Channel[int] = Channel()
        self._first = first
        self._built: dict[str, Page] = {}
        self._today: TodayPage | None = None
        self._armed = False
        self._look_rest = QTimer(singleShot=True, interval=REST_MS)
        self._look_rest.timeout.connect(self._write_look)

    @property
    def factories(self) -> Mapping[str, Callable[[], QWidget]]:
        return {
            TODAY: self._build_today,
            FIRST: lambda: self.applications,
            LETTERS: self._build_letters,
            SALARY: self._build_salary,
            PROFILES: self._build_profiles,
            SETTINGS: self._build_settings,
            REVIEW: self._build_review,
        }

    @cached_property
    def applications(self) -> "ApplicationsPage":
        """Everybody leads here; where another page is painted first, it is made after that."""
        from jobtracker.ui.features.applications.page import ApplicationsPage
        from jobtracker.ui.features.applications.table.columns import look_from

        look = look_from(self._memory.state.table)
        found = self._first.rows(look.query())
        page = ApplicationsPage(self._theme, self._clock.today(), found, look)
        page.panel.look_changed.subscribe(lambda _none: self._keep_look())
        page.intents.counted.subscribe(self.counted.put, owner=page)
        if found.rows:
            self.counted.put(page.panel.model.total or 0)
        self._look_after(FIRST, page)
        return page

    def _look_after(self, name: str, page: "Page") -> None:
        """The start page takes the place of this one while there is no application."""
        self._built[name] = page
        if "first_run" in self.__dict__:
            self.first_run.follow(name, page)

    @cached_property
    def first_run(self) -> "FirstRun":
        """Made before the first paint only where that paints the start page."""
        from jobtracker.desktop.first_run import FirstRun

        made = FirstRun(self._theme, self._commander, self._navigator)
        for name, page in self._built.items():
            made.follow(name, page)
        return made

    def arming(self, book: "ActionBook") -> Iterator[None]:
        """Add every page's actions, before the window makes its menus, and make the presenter
        of the first page: neither is needed to paint it. One step each.
        """
        from jobtracker.desktop.capturing import Capturing
        from jobtracker.desktop.reviewing import Reviewing
        from jobtracker.desktop.roles import Roles
        from jobtracker.desktop.settings import Settings
        from jobtracker.ui.features.applications.commands import Commands as ApplicationCommands
        from jobtracker.ui.features.applications.presenter import ApplicationsPresenter
        from jobtracker.ui.features.letters.commands import Commands as LetterCommands
        from jobtracker.ui.features.salary.commands import Commands as SalaryCommands
        from jobtracker.ui.features.today.commands import Commands as TodayCommands

        self.capturing = Capturing(
            self._theme, self.applications, self._commander, self._navigator, self._clock
        )
        _arm_capturing(self.capturing, self.first_run, book)
        yield from self.applications.dressing()
        ApplicationCommands(self._theme, self.applications, book)
        yield
        self._letter_commands = LetterCommands(book, lambda: self._navigator.go(LETTERS))
        self._today_commands = TodayCommands(book)
        self._salary_commands = SalaryCommands(book, lambda: self._navigator.go(SALARY))
        self.roles = Roles(self._theme, self._commander, self._navigator, book, self._write_letter)
        window = (self._theme, self._commander, self._navigator, self._memory)
        self.settings = Settings(*window, book, self._join, self.beside)
        self.list_presenter = ApplicationsPresenter(
            self._theme, self.applications, self._commander, self._clock
        )
        self.applications.intents.selected.subscribe(self._note_selected, owner=self.applications)
        self._lead_to_letters()
        self.offers = self._make_offers(book)
        self._reviewing = Reviewing(book, self._navigator, self.applications, self._write_letter)
        self.review_wanted.subscribe(self._reviewing.open, owner=self.applications)
        self._armed = True
        if self._today is not None:
            self._enliven_today(self._today)

    def _make_offers(self, book: "ActionBook") -> "Offers":
        from jobtracker.desktop.offers import Offers

        page = self.applications
        return Offers(self._theme, page, self._commander, book, page.selected_id)

    def attaching(self, workspace: "Workspace") -> Iterator[None]:
        """Bring the pages that were built so far to life, and those to come. One step each."""
        self.capturing.attach(workspace)
        yield
        self.first_run.attach(workspace)
        yield
        yield from self.list_presenter.attaching(workspace)
        self._workspace = workspace
        self.offers.attach(workspace)
        while self._waiting:
            self._waiting.pop(0).attach(workspace)
            yield

    def close(self) -> None:
        """End what works beside the lane."""
        self.beside.close()
        if "_spelling" in self.__dict__:
            self._spelling.close()
        if self._workspace is not None:
            self.capturing.close()

    def flush(self) -> None:
        """Let what is being typed be saved, because the window closes."""
        self._look_rest.stop()  # the window writes its whole state as it closes
        if self._workspace is not None:
            self.list_presenter.flush()
            self.capturing.flush()
            self.roles.flush()
            self.offers.flush()
        if self._letters is not None:
            self._letters.flush()

    def _keep_look(self) -> None:
        """Note how the list looks, and write it once that has come to rest."""
        text = self.applications.views.look().text()
        if text != self._memory.state.table:
            self._memory.state = self._memory.state._replace(table=text)
            self._look_rest.start()

    def _write_look(self) -> None:
        self._memory.remember(table=self._memory.state.table)

    def _join(self, presenter: Presenter) -> None:
        if self._workspace is None:
            self._waiting.append(presenter)
        else:
            presenter.attach(self._workspace)

    def _lead_to_letters(self) -> None:
        intents = self.applications.intents
        intents.letter_wanted.subscribe(self._write_letter, owner=self.applications)
        intents.pay_wanted.subscribe(self._compare_pay, owner=self.applications)
        intents.letter_chosen.subscribe(
            lambda letter: self._navigator.go(LETTERS, letter), owner=self.applications
        )

    def _note_selected(self, application: int | None) -> None:
        """Let Back return to what was selected on the page that is left."""
        here = self._navigator.here
        if application is not None and here is not None and here.page == FIRST:
            self._navigator.note(application)

    def _write_letter(self, application_id: int, template_id: int | None = None) -> None:
        self._navigator.go(LETTERS)
        assert self._letters is not None
        self._letters.open_for_application(application_id, template_id)

    def _build_today(self) -> QWidget:
        from jobtracker.ui.features.today.page import TodayPage

        today = self._clock.today()
        page, view = TodayPage(self._theme, today), self._first.day(today)
        self._today = page
        if view is not None:
            page.show_view(view)
            self.counted.put(sum(view.stages.values()))
        self._look_after(TODAY, page)
        if self._armed:
            self._enliven_today(page)
        return page

    def _enliven_today(self, page: "TodayPage") -> None:
        """Let its keys and buttons act, now that there is somewhere to lead to."""
        from jobtracker.desktop.reaching import Reaching
        from jobtracker.desktop.today import TodayWays
        from jobtracker.ui.features.today.presenter import TodayPresenter

        self._today_commands.follow(page)
        reaching = Reaching(self.applications, self._navigator, self._commander)
        ways = TodayWays(page, reaching, self._navigator, self._commander, self._write_letter)
        for presenter in (ways, TodayPresenter(page, self._commander)):
            self._join(presenter)
        page.intents.adding.subscribe(lambda _none: self.capturing.open(), owner=page)
        page.intents.pasted.subscribe(lambda _none: self.capturing.paste_clipboard(), owner=page)
        page.intents.review_wanted.subscribe(self.review_wanted.put, owner=page)

    def _build_letters(self) -> QWidget:
        from jobtracker.desktop.letter_folder import RememberedFolder
        from jobtracker.ui.features.letters.page import LettersPage
        from jobtracker.ui.features.letters.presenter import LettersPresenter

        page = self._letters = LettersPage(self._theme, RememberedFolder(self._memory))
        self._letter_commands.follow(page)
        self._join(LettersPresenter(page, self._commander))
        self._spelling.follow(page)
        return page

    @cached_property
    def _spelling(self) -> "Spelling":
        from jobtracker.desktop.spelling import Spelling

        return Spelling(self._theme, self._memory, self._navigator)

    def _build_salary(self) -> QWidget:
        from jobtracker.desktop.pay import SalaryWays

        ways = self.salary = SalaryWays(self._theme, self._commander, self._navigator, self.offers)
        self._salary_commands.follow(ways.page)
        self._join(ways)
        return ways.page

    def _compare_pay(self, application_id: int) -> None:
        """Show the pay of an application beside others'."""
        self._navigator.go(SALARY)
        assert self.salary is not None
        self.salary.show_application(application_id)

    def _build_profiles(self) -> QWidget:
        return self.roles.build(self._join)

    def _build_review(self) -> QWidget:
        page, presenter = self._reviewing.build(self._theme, self._commander, self._clock)
        self._join(presenter)
        return page

    def _build_settings(self) -> QWidget:
        return self.settings.build(self._spelling, self.first_run)


def _arm_capturing(capturing: "Capturing", first_run: "FirstRun", book: "ActionBook") -> None:
    """Let its keys act, and the ways to begin lead there."""
    capturing.arm(book)
    first_run.paste_wanted.subscribe(lambda _none: capturing.paste_clipboard())
    first_run.add_wanted.subscribe(lambda _none: capturing.open())
    first_run.name_keys(lambda: next(iter(book.keys("add application")), ""))
