"""Commands as data: one definition gives the menu entry, the keys, the palette and the sheet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.keys import CURTAINED, EVERYWHERE, STILL_HEARD, is_sign, spelled
from jobtracker.ui.theme.theme import Theme

MADE_AT_ONCE = 20
MENUS = ("File", "Edit", "View", "Application", "Letter", "Go", "Help")


class Action(NamedTuple):
    """What a person can do. `menu` is a path ("File", "View/Theme"); it is never empty.

    `when` names a condition that must be set for it to be enabled. `section` parts a menu
    by lines. `shortcut` is the key it has at first, `also` are further ones. A `local` key
    works only in the widgets or pages the action is attached to. `fixed` keys are not the
    program's to change: text fields hear them by themselves. The key of one
    that is there `everywhere` goes through what covers the window, and through a list of
    proposals. `checked` makes it a tick in the menu and answers whether it is set now.
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
    also: tuple[str, ...] = ()
    fixed: bool = False
    everywhere: bool = False

    def in_full(self, text: str) -> str:
        """Its `text` as it is understood outside its menu: "Sort by: Next action date"."""
        submenu, plain = self.menu.partition("/")[2], text.replace("&", "")
        return f"{submenu}: {plain}" if submenu else plain

    @property
    def defaults(self) -> tuple[str, ...]:
        """The keys it has until a person changes them."""
        return tuple(spelled(key) for key in (self.shortcut, *self.also) if key)


class ActionBook(QObject):
    """All actions of the window by id, made into QActions and menus.

    `changed_keys` are those a person chose in place of the defaults, by action;
    `single_letters` whether letters and signs alone are keys. `keys_changed` tells of both.
    """

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        changed_keys: Mapping[str, Sequence[str]] | None = None,
        *,
        single_letters: bool = True,
    ) -> None:
        super().__init__(window)
        self.keys_changed: Channel[None] = Channel()
        self.changed_keys = {one: tuple(keys) for one, keys in (changed_keys or {}).items()}
        self.single_letters = single_letters
        self._theme = theme
        self._window = window
        self._defined: dict[str, Action] = {}
        self._made: dict[str, QAction] = {}
        self._homes: dict[str, list[QWidget]] = {}
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

    def definition(self, action_id: str) -> Action:
        return self._defined[action_id]

    def holds(self, condition: str) -> bool:
        """Whether a condition is set now."""
        return condition in self._conditions

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
        """Let local keys work while `widget` has the focus."""
        for action_id in action_ids:
            self._homes.setdefault(action_id, []).append(widget)
            widget.addAction(self[action_id])

    def attach_page(self, page: QWidget, *action_ids: str) -> None:
        """Let local keys work wherever the focus is on a page; in a text a sign is typed."""
        for action_id in action_ids:
            self[action_id].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.attach(page, *action_ids)

    def keys(self, action_id: str) -> tuple[str, ...]:
        """The keys that do it now, the first as the menu shows it."""
        keys = self.chosen_keys(action_id)
        return keys if self.single_letters else tuple(key for key in keys if not is_sign(key))

    def chosen_keys(self, action_id: str) -> tuple[str, ...]:
        """The same, with letters and signs alone though they may be silent."""
        return self.changed_keys.get(action_id, self._defined[action_id].defaults)

    def set_keys(self, action_id: str, keys: Sequence[str]) -> None:
        """Give it other keys, at once; the default ones are as if nothing had been changed."""
        if tuple(keys) == self._defined[action_id].defaults:
            self.changed_keys.pop(action_id, None)
        else:
            self.changed_keys[action_id] = tuple(keys)
        self._tell_keys(action_id)

    def take_key(self, action_id: str, key: str) -> None:
        """Give it a key beside those it has, and take the key from whoever had it."""
        for other in self.rivals(action_id, key):
            self.set_keys(other.id, [one for one in self.chosen_keys(other.id) if one != key])
        mine = self.chosen_keys(action_id)
        self.set_keys(action_id, mine if key in mine else (*mine, key))

    def reset_keys(self, *action_ids: str) -> None:
        """Give the default keys back to these actions, or to all."""
        for action_id in action_ids or tuple(self.changed_keys):
            self.changed_keys.pop(action_id, None)
            if action_id in self._defined:
                self._dress(action_id)
        self.keys_changed.put(None)

    def allow_single_letters(self, on: bool) -> None:
        """Let letters and signs alone be keys, or none of them."""
        self.single_letters = on
        self._tell_keys(*self._made)

    def rivals(self, action_id: str, key: str) -> list[Action]:
        """The other actions that hear this key where this one does."""
        return [
            other
            for other in self._defined.values()
            if other.id != action_id
            and key in self.chosen_keys(other.id)
            and self._meet(action_id, other)
        ]

    def making(self) -> Iterator[None]:
        """Make every QAction now, a few at a step, before the menus ask for all of them."""
        for number, action_id in enumerate(self._defined):
            self[action_id]
            if number % MADE_AT_ONCE == 0:
                yield

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
            from jobtracker.ui.widgets.menus import Menu

            above, _, name = path.rpartition("/")
            title = name if above else f"&{name}"
            menu = Menu(bar, title)
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
        made.setShortcuts([QKeySequence(key) for key in self.keys(action.id)])
        if action.local or action.fixed:
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            self._window.addAction(made)
        if action.everywhere:
            made.setProperty(EVERYWHERE, True)
            made.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        if action.checked is not None:
            made.setCheckable(True)
        made.setEnabled(not action.when or action.when in self._conditions)
        made.triggered.connect(lambda _checked: _do(action, self._window))
        return made

    def _tell_keys(self, *action_ids: str) -> None:
        for action_id in action_ids:
            self._dress(action_id)
        self.keys_changed.put(None)

    def _dress(self, action_id: str) -> None:
        if action_id in self._made:
            keys = [QKeySequence(key) for key in self.keys(action_id)]
            self._made[action_id].setShortcuts(keys)

    def _meet(self, action_id: str, other: Action) -> bool:
        """Whether one press could mean both: keys of one page are silent on another."""
        one = self._defined[action_id]
        if one.fixed or other.fixed or not (one.local and other.local):
            return True
        mine, theirs = (
            [home for home in self._homes.get(each.id, ()) if isValid(home)]
            for each in (one, other)
        )
        if not mine or not theirs:
            return one.menu == other.menu
        return any(a is b or a.isAncestorOf(b) or b.isAncestorOf(a) for a in mine for b in theirs)

    def _refresh_ticks(self) -> None:
        for action in self._defined.values():
            if action.checked is not None:
                self[action.id].setChecked(action.checked())


def _do(action: Action, window: QWidget) -> None:
    """Not behind a curtain: what would open there could be neither seen nor left."""
    if action.id in STILL_HEARD or not window.property(CURTAINED):
        action.run()


def _top(action: Action) -> str:
    return action.menu.partition("/")[0]
