"""Commands as data: one definition gives the menu entry, the shortcut and the sheet of keys."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from jobtracker.ui.theme.theme import Theme

MENUS = ("File", "Edit", "View", "Application", "Letter", "Go", "Help")


class Action(NamedTuple):
    """What a person can do. `menu` is a path ("File", "View/Theme"); it is never empty.

    `when` names a condition that must be set for it to be enabled. `section` parts a menu
    by lines. A `local` shortcut (a single letter) works only in widgets it is attached to.
    `checked` makes it a tick in the menu and answers whether it is set now.
    """

    id: str
    text: str
    menu: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    when: str = ""
    section: int = 0
    local: bool = False
    checked: Callable[[], bool] | None = None


class ActionBook(QObject):
    """All actions of the window by id, made into QActions and menus."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._defined: dict[str, Action] = {}
        self._made: dict[str, QAction] = {}
        self._conditions: set[str] = set()

    def add(self, actions: Iterable[Action]) -> None:
        """Define more; a second definition of the same id is a ValueError."""
        for action in actions:
            if action.id in self._defined:
                raise ValueError(f"the action {action.id} is defined twice")
            self._defined[action.id] = action

    def __getitem__(self, action_id: str) -> QAction:
        """The QAction, made when it is first asked for; an unknown id is a KeyError."""
        if action_id not in self._made:
            self._made[action_id] = self._make(self._defined[action_id])
        return self._made[action_id]

    def __contains__(self, action_id: str) -> bool:
        return action_id in self._defined

    def defined(self) -> list[Action]:
        """Every action in the order of the menus."""
        known = list(MENUS)
        return sorted(self._defined.values(), key=lambda one: (known.index(_top(one)), one.section))

    def set_condition(self, name: str, on: bool) -> None:
        """Say that something holds now ("application selected") or no longer."""
        if on:
            self._conditions.add(name)
        else:
            self._conditions.discard(name)
        for action_id, made in self._made.items():
            if self._defined[action_id].when == name:
                made.setEnabled(on)

    def attach(self, widget: QWidget, *action_ids: str) -> None:
        """Let local shortcuts work while `widget` has the focus."""
        for action_id in action_ids:
            widget.addAction(self[action_id])

    def fill(self, bar: QMenuBar) -> list[QMenu]:
        """Put every action into its menu; menus without any are left out."""
        menus: dict[str, QMenu] = {}
        sections: dict[str, int] = {}
        for action in self.defined():
            menu = self._menu(bar, menus, action.menu)
            if sections.setdefault(action.menu, action.section) != action.section:
                sections[action.menu] = action.section
                menu.addSeparator()
            menu.addAction(self[action.id])
        return [menus[name] for name in MENUS if name in menus]

    def _menu(self, bar: QMenuBar, menus: dict[str, QMenu], path: str) -> QMenu:
        if path not in menus:
            above, _, name = path.rpartition("/")
            title = name if above else f"&{name}"
            menu = QMenu(title, bar)
            menu.aboutToShow.connect(self._refresh_ticks)
            if above:
                self._menu(bar, menus, above).addMenu(menu)
            else:
                bar.addMenu(menu)
            menus[path] = menu
        return menus[path]

    def _make(self, action: Action) -> QAction:
        made = QAction(action.text, self)
        made.setObjectName(action.id)
        if action.icon:
            made.setIcon(self._theme.icon(action.icon))
        if action.shortcut:
            made.setShortcut(QKeySequence(action.shortcut))
        if action.local:
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            self._window.addAction(made)
        if action.checked is not None:
            made.setCheckable(True)
        made.setEnabled(not action.when or action.when in self._conditions)
        made.triggered.connect(lambda _checked: action.run())
        return made

    def _refresh_ticks(self) -> None:
        for action in self._defined.values():
            if action.checked is not None:
                self[action.id].setChecked(action.checked())


def _top(action: Action) -> str:
    return action.menu.partition("/")[0]
