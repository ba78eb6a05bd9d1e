"""The column of a day's tasks: the stages on top, what is due, what comes in the next days."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from jobtracker.domain.stages import Stage
from jobtracker.domain.today import Task, TaskKind, TodayView
from jobtracker.ui.features.today import words
from jobtracker.ui.features.today.contract import UNPLANNED, Ended, Intents, Replied, Snoozed
from jobtracker.ui.features.today.delegate import TaskDelegate
from jobtracker.ui.features.today.ground import OUTSET
from jobtracker.ui.features.today.strip import StageStrip
from jobtracker.ui.features.today.task_list import TaskList, TaskModel, task_key
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.scroll import ScrollPane

if TYPE_CHECKING:
    from datetime import date

    from jobtracker.ui.features.today.snoozing import PassingMenu
    from jobtracker.ui.widgets.empty_state import EmptyState

SAVED = Stage.SAVED.value
REMEMBERED = 100
"""Tasks that were dealt with, to come back to after an undo."""
BELOW = 72
"""Room below the last row, in px, so that a toast covers no button."""

Standing: TypeAlias = tuple[int, tuple[str, int, int]]
"""In which of the two lists a task stands, and its key."""


class TasksPane(ScrollPane):
    """The two lists are one to the keyboard: one task of both is at hand. `selected` tells it,
    `menu_wanted` asks for its menu at a place on the screen.
    """

    def __init__(self, theme: Theme, intents: Intents) -> None:
        super().__init__(0)
        self.selected: Channel[Task | None] = Channel()
        self.menu_wanted: Channel[QPoint] = Channel()
        self._theme = theme
        self._intents = intents
        self._view: TodayView | None = None
        self._handled: list[Standing] = []
        self.strip = StageStrip(theme)
        self.banner = Banner(theme)
        self.due = _list(theme, "Do today")
        self.coming = _list(theme, "Next days")
        self.lists = (self.due, self.coming)
        self.snooze_all = Button("Snooze all", kind="ghost", icon=theme.icon("alarm-clock"))
        self.all_due = Button("", kind="link")
        self._count = PlainLabel("", "small")
        self._next_days = PlainLabel("Next days", "section")
        self._lay_out()
        self._listen()

    @cached_property
    def empty(self) -> "EmptyState":
        """In the place of the first list; made when there is first nothing in it."""
        from jobtracker.ui.widgets.empty_state import EmptyState

        made = EmptyState("Nothing due", "")
        made.button.clicked.connect(lambda: self._intents.stage_chosen.put(SAVED))
        self.column.insertLayout(self.column.indexOf(self.due), _inset(made))
        return made

    def show_view(self, view: TodayView) -> None:
        """Show the day as it is now; the task at hand stays, or its neighbour takes its place.
        One that was dealt with and has come back is at hand again.
        """
        before = set(self._standing())
        self._view = view
        self.strip.show_counts(view.stages)
        for rows, tasks in ((self.due, view.due), (self.coming, view.coming)):
            rows.show_tasks(tasks, view.day)
        self._show_headings(view)
        self._say_unplanned(view.without_next)
        self._return(set(self._standing()) - before)
        self.selected.put(self.task())

    def task(self) -> Task | None:
        """The task at hand: the current one of the list that has one."""
        found = (one.selected() for one in self.lists)
        return next((task for task in found if isinstance(task, Task)), None)

    def take_focus(self) -> bool:
        """Put the keyboard on the task at hand, else on the first one, else on what is proposed
        instead; False without any of these.
        """
        some: list[QWidget] = [one for one in self.lists if one.selected() is not None]
        some += [one for one in self.lists if one.rows.rows]
        if not some and self._view is not None and self._view.stages.get(SAVED, 0):
            some.append(self.empty.button)
        for rows in some[:1]:
            rows.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(some)

    def has_focus(self) -> bool:
        return any(one.hasFocus() for one in self.lists)

    def finish(self) -> None:
        """The task at hand is done; of an interview one says how it went, of an offer what was
        replied.
        """
        task = self.task()
        if task is None:
            return
        self._note([task])
        if task.kind is TaskKind.INTERVIEW:
            from jobtracker.ui.features.today.snoozing import result_menu

            menu = result_menu(self, lambda result: self._intents.ended.put(Ended(task, result)))
            self._pop_up(menu, self._anchor())
        elif task.kind is TaskKind.OFFER:
            from jobtracker.ui.features.today.snoozing import reply_menu

            menu = reply_menu(self, lambda said: self._intents.replied.put(Replied(task, said)))
            self._pop_up(menu, self._anchor())
        else:
            self._intents.finished.put(task)

    def snooze(self) -> None:
        """Put the task at hand off; of one that keeps its day say why."""
        task = self.task()
        if task is None:
            return
        if task.movable:
            self._ask_day([task], self._anchor())
        else:
            self._intents.refused.put(words.not_movable(task))

    def step(self) -> None:
        """Press the button of the task at hand."""
        task = self.task()
        if task is not None:
            self._intents.stepped.put(task)

    def open_application(self) -> None:
        task = self.task()
        if task is not None:
            self._intents.opened.put(task.application_id)

    def _show_headings(self, view: TodayView) -> None:
        due, coming = bool(view.due), bool(view.coming)
        self._count.setText(words.number(view.due_count) if due else "")
        self.due.setVisible(due)
        self.snooze_all.setVisible(any(task.movable for task in view.due))
        self.all_due.setText(f"See all {words.number(view.due_count)}")
        self.all_due.setVisible(view.due_count > len(view.due))
        self._say_empty(view.stages.get(SAVED, 0), empty=not due)
        self.coming.setVisible(coming)
        self._next_days.setVisible(coming)

    def _say_empty(self, saved: int, *, empty: bool) -> None:
        if empty:
            self.empty.say("Nothing due", words.deciding(saved), "Look at saved" if saved else "")
        if empty or "empty" in self.__dict__:
            self.empty.setVisible(empty)

    def _say_unplanned(self, count: int) -> None:
        if not count:
            self.banner.hide()
            return
        wanted = self._intents.review_wanted
        self.banner.say("info", words.unplanned(count), "", "Review", lambda: wanted.put(UNPLANNED))

    def _standing(self) -> list[Standing]:
        """Where each task is."""
        pairs = enumerate(self.lists)
        return [(at, task_key(task)) for at, rows in pairs for task in rows.rows.rows]

    def _note(self, tasks: Sequence[Task]) -> None:
        """Remember where tasks stood that are about to be dealt with."""
        keys = {task_key(task) for task in tasks}
        self._handled = [
            *self._handled,
            *(one for one in reversed(self._standing()) if one[1] in keys),
        ][-REMEMBERED:]

    def _return(self, come: set[Standing]) -> None:
        """An undo has brought back what was dealt with last."""
        back = next((one for one in reversed(self._handled) if one in come), None)
        if back is None:
            return
        self._handled = [one for one in self._handled if one not in come]
        had_focus = self.has_focus()
        at, key = back
        self.lists[at].select(key)
        if had_focus:
            self.lists[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _anchor(self) -> QPoint:
        rows = next((one for one in self.lists if one.selected() is not None), self.due)
        return rows.anchor()

    def _snooze_all(self) -> None:
        movable = [task for task in self._view.due if task.movable] if self._view else []
        below = self.snooze_all.rect().bottomLeft()
        self._ask_day(movable, self.snooze_all.mapToGlobal(below))

    def _ask_day(self, tasks: Sequence[Task], at: QPoint) -> None:
        from jobtracker.ui.features.today.snoozing import snooze_menu

        assert self._view is not None

        def put_off(to: "date") -> None:
            self._note(tasks)
            self._intents.snoozed.put(Snoozed(tasks, to))

        menu = snooze_menu(self._theme, self, self._view.day, put_off)
        self._pop_up(menu, at)

    def _pop_up(self, menu: "PassingMenu", at: QPoint) -> None:
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def _moved(self, rows: TaskList) -> None:
        """One task is at hand, in whichever list; it is in sight."""
        for other in self.lists:
            if other is not rows:
                other.let_go()
        below = BELOW if rows.by_keyboard else 0  # nothing moves under a pointer that presses
        self.reveal(rows, rows.visualRect(rows.currentIndex()).adjusted(0, 0, 0, below))
        self.selected.put(self.task())

    def _cross(self, rows: TaskList, step: int) -> None:
        """An arrow beyond the end of a list goes on in the other one."""
        other = self.coming if rows is self.due else self.due
        onwards = step == (1 if rows is self.due else -1)
        if onwards and other.rows.rows:
            other.go_to(0 if step > 0 else -1)
            other.setFocus(Qt.FocusReason.TabFocusReason)

    def _listen(self) -> None:
        intents = self._intents
        self.snooze_all.clicked.connect(self._snooze_all)
        self.all_due.clicked.connect(lambda: intents.due_wanted.put(None))
        self.strip.chosen.subscribe(intents.stage_chosen.put, owner=self)
        for rows in self.lists:
            self._listen_to(rows)

    def _listen_to(self, rows: TaskList) -> None:
        intents = self._intents
        rows.current.subscribe(lambda _task: self._moved(rows), owner=self)
        rows.left.subscribe(lambda step: self._cross(rows, step), owner=self)
        rows.stepped.subscribe(intents.stepped.put, owner=self)
        rows.ticked.subscribe(lambda _task: self.finish(), owner=self)
        rows.application_wanted.subscribe(
            lambda task: intents.opened.put(task.application_id), owner=self
        )
        rows.menu_wanted.subscribe(self.menu_wanted.put, owner=self)
        rows.pasted.subscribe(intents.pasted.put, owner=self)

    def _lay_out(self) -> None:
        edge = Space.PAGE - OUTSET
        column = self.column
        column.setContentsMargins(edge, Space.SMALL, edge, BELOW)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addSpacing(Space.LARGE)
        column.addLayout(_inset(self.banner, bottom=Space.MEDIUM))
        heading = QHBoxLayout()
        heading.setSpacing(Space.SMALL)
        heading.addWidget(PlainLabel("Do today", "section"))
        heading.addWidget(self._count)
        heading.addStretch(1)
        heading.addWidget(self.all_due)
        heading.addWidget(self.snooze_all)
        column.addLayout(_inset(heading, bottom=Space.TIGHT))
        column.addWidget(self.due)
        self._next_days.setContentsMargins(0, Space.PANE, 0, Space.SMALL)
        column.addLayout(_inset(self._next_days))
        column.addWidget(self.coming)
        column.addSpacing(Space.PAGE)
        column.addStretch(1)


def _inset(what: QWidget | QLayout, bottom: int = 0) -> QVBoxLayout:
    """What is no row stands where the content of the rows does."""
    around = QVBoxLayout()
    around.setContentsMargins(OUTSET, 0, OUTSET, bottom)
    if isinstance(what, QWidget):
        around.addWidget(what)
    else:
        around.addLayout(what)
    return around


def _list(theme: Theme, name: str) -> TaskList:
    model = TaskModel()
    made = TaskList(theme, name, model)
    made.setItemDelegate(TaskDelegate(theme, made, model))
    return made
