"""Today, wired: where its buttons lead, how many tasks the sidebar counts, when the day turns."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer

from jobtracker.domain.changes import Changes
from jobtracker.domain.listing import Condition, ListQuery
from jobtracker.domain.today import Letter, Step, Task, letter_for
from jobtracker.ui.features.today.page import TodayPage
from jobtracker.ui.features.today.presenter import DAY, TOPICS
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.desktop.reaching import Reaching
    from jobtracker.services.workspace import Workspace
    from jobtracker.system.clock import Clock

LETTERS, OVERVIEW, INTERVIEWS = "letters", "overview", "interviews"
DUE = ListQuery(conditions=(Condition("due", "late"), Condition("due", "today")))
QUIET = ListQuery(conditions=(Condition("quiet", "yes"),), sort="last_on")
COUNT = "today: how much is due"
FRESH = timedelta(days=14)
"""A letter that was last changed before that is begun anew."""
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
        intents.refused.subscribe(self._refuse, owner=page)
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

    def _refuse(self, words: str) -> None:
        """Nothing has changed, so there is nothing to undo either."""
        window = self._page.window()
        assert isinstance(window, MainWindow)
        window.toast.say(words)

    def _step(self, task: Task) -> None:
        match task.step:
            case Step.PREPARE:
                self._reaching.show_tab(task.application_id, INTERVIEWS)
            case Step.WRITE:
                self._write(task)
            case Step.COMPARE:  # its salary chart holds the offer against posting and benchmark
                self._reaching.show_tab(task.application_id, OVERVIEW)
            case Step.OPEN:
                self._open(task.application_id)

    def _write(self, task: Task) -> None:
        """Go on with the letter that is being written, else ask what to begin a new one with."""
        space = self._workspace
        if space is None:
            return

        def lead(begun: Begun) -> None:
            if begun.letter is None:
                self._write_from(task.application_id, begun.template)
            else:
                self._navigator.go(LETTERS, begun.letter)

        self._commander.read(lambda: begun_for(space, task), lead, owner=self._page)


class Begun(NamedTuple):
    """The letter that is being written for a task, or the template to propose for a new one."""

    letter: int | None
    template: int | None = None


def begun_for(space: "Workspace", task: Task) -> Begun:
    """What there is already to write with; raises NotFoundError where the application is gone.

    The newest letter is gone on with if it was not sent and not left lying. A template is
    proposed by what the task asks for, else it is the sample of the profile.
    """
    view = space.applications.view(task.application_id)
    newest = max(view.letters, key=lambda letter: letter.updated_at, default=None)
    since = (space.clock.now() - FRESH).isoformat()
    if newest is not None and newest.sent_on is None and newest.updated_at >= since:
        return Begun(newest.id)
    wanted, profile = letter_for(task), view.profile.id if view.profile is not None else None
    if wanted is Letter.ANY:
        fits = (one for one in space.letters.templates() if profile and one.profile_id == profile)
    else:
        fits = (one for one in space.letters.templates() if wanted.value in one.name.lower())
    return Begun(None, next((one.id for one in fits), None))


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
