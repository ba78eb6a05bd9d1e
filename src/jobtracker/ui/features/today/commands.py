"""What a person can do on Today, as data for the menus, the keys and the row's own menu."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from jobtracker.domain.today import Task
from jobtracker.ui.actions import Action, ActionBook
from jobtracker.ui.features.today.tasks import TasksPane
from jobtracker.ui.widgets.menus import Menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from jobtracker.ui.features.today.page import TodayPage

SELECTED = "task selected"
MENU = "Application/Task of today"
ON_TASK = ("today step", "today open", "today done", "today snooze")


class Commands:
    """Adds the actions to a book before the window makes its menus, and without the page.

    They need a task at hand, and so the page; whoever builds it calls `follow`.
    """

    def __init__(self, book: ActionBook) -> None:
        self._book = book
        self._tasks: TasksPane | None = None
        book.add(
            [
                self._on_task("step", "Next step", TasksPane.step),
                self._on_task("open", "Open application", TasksPane.open_application, "Space"),
                self._on_task("done", "Done", TasksPane.finish, "E"),
                self._on_task("snooze", "Snooze…", TasksPane.snooze, "Z"),
            ]
        )

    def follow(self, page: "TodayPage") -> None:
        """Let the actions act on this page, and their keys work in its lists."""
        tasks = self._tasks = page.tasks
        self._menu = Menu(page)
        for rows in tasks.lists:
            self._book.attach(rows, *ON_TASK)
        for name in ON_TASK:
            self._menu.addAction(self._book[name])
        tasks.selected.subscribe(self._say, owner=page)
        tasks.menu_wanted.subscribe(self._pop_up, owner=page)
        self._say(tasks.task())

    def _say(self, task: Task | None) -> None:
        self._book.set_condition(SELECTED, task is not None)
        self._book["today step"].setText(task.step.value if task else "Next step")

    def _pop_up(self, at: QPoint) -> None:
        self._menu.popup(at)

    def _on_task(
        self,
        name: str,
        text: str,
        run: "Callable[[TasksPane], object]",
        key: str = "",
    ) -> Action:
        act = partial(self._run, run)
        return Action(f"today {name}", text, MENU, act, key, when=SELECTED, local=True)

    def _run(self, run: "Callable[[TasksPane], object]") -> None:
        if self._tasks is not None:
            run(self._tasks)
