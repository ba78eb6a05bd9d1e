"""Today, wired: where its buttons lead, how many tasks the sidebar counts, when the day turns."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from jobtracker.domain.changes import Changes
from jobtracker.domain.listing import Condition, ListQuery
from jobtracker.domain.today import Letter, Step, Task, letter_for
from jobtracker.ui.features.today.page import TodayPage
from jobtracker.ui.features.today.presenter import DAY, TOPICS
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.desktop.reaching import Reaching
    from jobtracker.services.workspace import Workspace
    from jobtracker.system.clock import Clock

LETTERS, SALARY, INTERVIEWS = "letters", "salary", "interviews"
DUE = ListQuery(conditions=(Condition("due", "late"), Condition("due", "today")))
QUIET = ListQuery(conditions=(Condition("quiet", "yes"),), sort="last_on")
COUNT = "today: how much is due"
REST_MS = 700
"""The sidebar counts once changes have come to rest."""
AFTER_MIDNIGHT = timedelta(seconds=1)


class TodayWays:
    """Where the intents of the page lead to; `write` starts a letter from a template or none."""

    def __init__(
        self,
        page: TodayPage,
        reaching: "Reaching",
        navigator: Navigator,
        commander: Commander,
        write: Callable[[int, int | None], object],
    ) -> None:
        self._page = page
        self._reaching = reaching
        self._navigator = navigator
        self._commander = commander
        self._write_from = write
        self._workspace: Workspace | None = None
        intents = page.intents
        intents.stepped.subscribe(self._step, owner=page)
        intents.opened.subscribe(self._open, owner=page)
        intents.meeting_opened.subscribe(
            lambda meeting: reaching.show_tab(meeting.application_id, INTERVIEWS), owner=page
        )
        intents.stage_chosen.subscribe(
            lambda stage: reaching.show_list(ListQuery(standings=(stage,))), owner=page
        )
        intents.due_wanted.subscribe(lambda _none: reaching.show_list(DUE), owner=page)
        intents.quiet_wanted.subscribe(lambda _none: reaching.show_list(QUIET), owner=page)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace

    def _open(self, application_id: int) -> None:
        self._navigator.go("applications", application_id)

    def _step(self, task: Task) -> None:
        match task.step:
            case Step.PREPARE:
                self._reaching.show_tab(task.application_id, INTERVIEWS)
            case Step.WRITE:
                self._write(task)
            case Step.COMPARE:
                self._compare(task.application_id)
            case Step.OPEN:
                self._open(task.application_id)

    def _write(self, task: Task) -> None:
        """Begin with the template that the task calls for, where there is one."""
        wanted, space = letter_for(task), self._workspace
        if wanted is Letter.ANY or space is None:
            self._write_from(task.application_id, None)
            return

        def template() -> int | None:
            named = (one for one in space.letters.templates() if wanted.value in one.name.lower())
            return next((one.id for one in named), None)

        self._commander.read(
            template, lambda key: self._write_from(task.application_id, key), owner=self._page
        )

    def _compare(self, application_id: int) -> None:
        """Salary, with the role that the application is held against."""
        space = self._workspace
        if space is None:
            return

        def profile() -> int | None:
            linked = space.applications.view(application_id).profile
            return linked.id if linked is not None else None

        self._commander.read(profile, lambda key: self._navigator.go(SALARY, key), owner=self._page)


class DueCount(QObject):
    """Tells `show` how much is due, again after each change and when a new day begins.

    No clock is polled: one timer waits for midnight, and coming back to the window looks.
    """

    def __init__(
        self,
        show: Callable[[int], object],
        commander: Commander,
        workspace: "Workspace",
        clock: "Clock",
        window: QObject,
    ) -> None:
        super().__init__(window)
        self._show = show
        self._commander = commander
        self._today = workspace.today
        self._clock = clock
        self._day = clock.today()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._count)
        self._midnight = QTimer(self, singleShot=True)
        self._midnight.timeout.connect(self.look_at_day)
        commander.changed.subscribe(self._changed, owner=self)
        window.installEventFilter(self)
        self._count()
        self._wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A computer that slept through midnight is noticed when one comes back to the window."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look_at_day()
        return super().eventFilter(watched, event)

    def look_at_day(self) -> None:
        """See whether a new day has begun, and tell everyone who shows one."""
        day = self._clock.today()
        if day != self._day:
            self._day = day
            self._commander.changed.put(Changes({DAY: frozenset()}))
        self._wait()

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*TOPICS):
            self._rest.start()

    def _count(self) -> None:
        self._commander.read(self._today.due_count, self._show, question=COUNT, owner=self)

    def _wait(self) -> None:
        """Until the day on the person's calendar ends."""
        now = self._clock.now().astimezone()
        tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
        left = tomorrow.astimezone(UTC) - now.astimezone(UTC) + AFTER_MIDNIGHT
        self._midnight.start(round(left.total_seconds() * 1000))
