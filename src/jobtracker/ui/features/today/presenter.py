"""Between the page and the services: reads the day, and does what is wanted of its tasks."""

from typing import TYPE_CHECKING, Any

from jobtracker.domain.changes import Changes, Done
from jobtracker.domain.stages import Stage, outcome_name
from jobtracker.domain.text import shortened
from jobtracker.domain.today import Task, TaskKind
from jobtracker.ui.features.today.contract import Ended, Replied, Snoozed
from jobtracker.ui.features.today.page import TodayPage
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.widgets.days import day_within

if TYPE_CHECKING:
    from jobtracker.domain.today import TodayView
    from jobtracker.services.workspace import Workspace

DAY = "day"
"""What is told to have changed when a new day has begun."""
TOPICS = ("application", "company", "event", "interview", "offer", "setting", DAY)
QUESTION = "today"
NAMED = 40


class TodayPresenter:
    """Shows nothing until a workspace is attached; then follows every change."""

    def __init__(self, page: TodayPage, commander: Commander) -> None:
        self._page = page
        self._commander = commander
        self._workspace: Workspace | None = None
        intents = page.intents
        intents.finished.subscribe(self._finish, owner=page)
        intents.ended.subscribe(self._end, owner=page)
        intents.replied.subscribe(self._reply, owner=page)
        intents.snoozed.subscribe(self._snooze, owner=page)
        commander.changed.subscribe(self._changed, owner=page)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self.refresh()

    def refresh(self) -> None:
        """Read the day again."""
        if (space := self._workspace) is not None:
            self._commander.read(
                lambda: _day_of(space), self._page.show_view, question=QUESTION, owner=self._page
            )

    @property
    def _services(self) -> "Workspace":
        assert self._workspace is not None
        return self._workspace

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*TOPICS):
            self.refresh()

    def _finish(self, task: Task) -> None:
        """A note of thanks is sent, a posting applied for, an action done."""
        services = self._services

        def work() -> Done[Any]:
            if task.kind is TaskKind.THANKS and task.interview_id is not None:
                return services.today.thank(task.interview_id)
            if task.kind is TaskKind.DEADLINE:
                return services.log.move(task.application_id, Stage.APPLIED)
            return services.today.finish(task.application_id)

        self._commander.change(work, owner=self._page, toast=_finished(task))

    def _end(self, ended: Ended) -> None:
        service, task = self._services.today, ended.task
        assert task.interview_id is not None
        key = task.interview_id
        words = ended.result.value.replace("_", " ")
        self._commander.change(
            lambda: service.hold(key, ended.result),
            owner=self._page,
            toast=f"{task.words} at {task.company}: {words}",
        )

    def _reply(self, replied: Replied) -> None:
        """The offer is answered, which closes its application."""
        log, task, outcome = self._services.log, replied.task, replied.outcome
        self._commander.change(
            lambda: log.close(task.application_id, outcome),
            owner=self._page,
            toast=f"{task.company} closed: {outcome_name(outcome)}",
        )

    def _snooze(self, snoozed: Snoozed) -> None:
        service, to = self._services.today, snoozed.to
        ids = [task.application_id for task in snoozed.tasks]
        day = day_within(to, self._services.clock.today())
        many = f"{len(ids)} tasks" if len(ids) > 1 else _quoted(snoozed.tasks[0].words)
        self._commander.change(
            lambda: service.snooze(ids, to), owner=self._page, toast=f"{many} put off to {day}"
        )


def _day_of(space: "Workspace") -> "TodayView":
    """The day; without a next step are those that the weekly review would ask about."""
    asked = space.review.items(most=1).unplanned.total
    return space.today.view()._replace(without_next=asked)


def _finished(task: Task) -> str:
    """What a toast says once a task is done."""
    if task.kind is TaskKind.THANKS:
        return f"{task.company} thanked"
    if task.kind is TaskKind.DEADLINE:
        return f"{task.company} moved to Applied"
    return f"{_quoted(task.words)} done"


def _quoted(words: str) -> str:
    return f"“{shortened(words, NAMED)}”"
