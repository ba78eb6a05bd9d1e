"""The shell: sidebar, pages built when first visited, menus, toast and banner.

It knows pages by id and actions by data; what they do is wired in from outside.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import JobtrackerError
from jobtracker.ui.actions import Action, ActionBook
from jobtracker.ui.navigation import PAGES, Navigator, PageEntry, Place, Sidebar
from jobtracker.ui.runtime.after_paint import AfterPaint
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme, ThemeChoice
from jobtracker.ui.widgets.labels import line
from jobtracker.ui.widgets.page import Page, WidthClass, width_class

if TYPE_CHECKING:
    from jobtracker.ui.widgets.banner import Banner
    from jobtracker.ui.widgets.toast import Toast

MINIMUM = (900, 600)
USUAL = (1280, 800)
THEMES = (
    (ThemeChoice.SYSTEM, "Like the system"),
    (ThemeChoice.LIGHT, "Light"),
    (ThemeChoice.DARK, "Dark"),
)


class Steps(NamedTuple):
    """What Undo and Redo would do now, as the Edit menu names it; empty for nothing."""

    undo: str = ""
    redo: str = ""


class History(NamedTuple):
    """The services behind Undo and Redo; all three run on the database lane."""

    undo: Callable[[], Done[Any]]
    redo: Callable[[], Done[Any]]
    steps: Callable[[], Steps]


class MainWindow(QMainWindow):
    """Shows one page at a time. `actions` is open for the features to add to.

    `pages` are the entries of the sidebar, `factories` builds each by its id when it is
    first visited. Call `start` once everything is wired.
    """

    def __init__(
        self,
        theme: Theme,
        commander: Commander,
        navigator: Navigator,
        memory: WindowMemory,
        factories: Mapping[str, Callable[[], QWidget]],
        pages: Sequence[PageEntry] = PAGES,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._commander = commander
        self._navigator = navigator
        self._memory = memory
        self._factories = factories
        self._entries = pages
        self._pages: dict[str, QWidget] = {}
        self._alt_alone = False
        self._has_menus = False
        self._version = ""
        self._history: History | None = None
        self.closing: Channel[None] = Channel()
        self.setWindowTitle("Jobtracker")
        self.setMinimumSize(*MINIMUM)
        self.actions_book = ActionBook(theme, self)
        self.sidebar = Sidebar(theme, pages)
        self._stack = QStackedWidget()
        self._lay_out()
        self._listen()

    def start(self, page: str, history: History | None = None, version: str = "") -> None:
        """Put the window where it was and show the first page; menus follow its first paint."""
        self._version = version
        self._history = history
        self.actions_book.add(self._own_actions())
        if self._memory.state.menu_bar:
            self.make_menus()
        else:
            AfterPaint(self, self.make_menus)
        if not self._memory.restore(self):
            self.resize(*USUAL)
        self._navigator.go(page)

    @cached_property
    def banner(self) -> "Banner":
        """Above the page; made when there is first something to say."""
        from jobtracker.ui.widgets.banner import Banner

        made = Banner(self._theme)
        self._column.insertWidget(0, made)
        return made

    @cached_property
    def toast(self) -> "Toast":
        from jobtracker.ui.widgets.toast import Toast

        return Toast(self._theme, self._content)

    def make_menus(self) -> None:
        """Make menus and shortcuts, once; the history they name is read then too."""
        if self._has_menus:
            return
        self._has_menus = True
        menus = self.actions_book.fill(self.menuBar())
        self._make_menu_button(menus)
        self._show_menu_bar(self._memory.state.menu_bar)
        self.read_history()

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._stack.currentWidget()

    def built(self, page: str) -> QWidget:
        """A page by its id, built now if it was never visited."""
        if page not in self._pages:
            made = self._factories[page]()
            self._pages[page] = made
            self._stack.addWidget(made)
            if isinstance(made, Page):
                made.fit(self.width_class())
        return self._pages[page]

    def width_class(self) -> WidthClass:
        return width_class(self.width(), self._theme.scale)

    def tell(self, error: JobtrackerError) -> None:
        """Show what went wrong above the page: first what happened, then what to do."""
        happened, _, rest = str(error).partition(". ")
        title = f"{happened}." if rest else happened
        self.banner.say("danger", title, rest, dismissible=True)

    def show_history(self, steps: Steps) -> None:
        """Name the steps in the Edit menu."""
        for action_id, verb, step in (("undo", "Undo", steps.undo), ("redo", "Redo", steps.redo)):
            action = self.actions_book[action_id]
            action.setText(f"{verb} {step}" if step else verb)
            self.actions_book.set_condition(f"can {action_id}", bool(step))

    def read_history(self) -> None:
        """Ask again what Undo would do: at the start, and when another program has written."""
        if self._history is not None:
            self._commander.read(self._history.steps, self.show_history, question="history")

    def undo(self) -> None:
        if self._history is not None:
            self._commander.change(self._history.undo)

    def redo(self) -> None:
        if self._history is not None:
            self._commander.change(self._history.redo)

    def raise_up(self) -> None:
        """Come to the front, for instance when the program is started a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        self._alt_alone = event.key() == Qt.Key.Key_Alt
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Alt and self._alt_alone:
            self._alt_alone = False
            self._show_menu_bar(self.menuBar().isHidden() or self._memory.state.menu_bar)
            return
        super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Let the field being edited commit, then remember where the window stood."""
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self._memory.keep(self)
        self.closing.put(None)
        super().closeEvent(event)

    def _listen(self) -> None:
        self.sidebar.chosen.subscribe(self._navigator.go, owner=self)
        self._navigator.moved.subscribe(self._show_place)
        self._commander.problems.subscribe(self.tell)
        self._commander.toasts.subscribe(self._show_toast)
        self._commander.done.subscribe(self._after_change)

    def _after_change(self, _done: Done[Any]) -> None:
        self._hide_banner()
        self.read_history()

    def _hide_banner(self) -> None:
        if "banner" in self.__dict__:
            self.banner.hide()

    def _show_toast(self, words: str) -> None:
        if self._history is None:
            self.toast.say(words)
        else:
            self.toast.say(words, "Undo", self.undo, "Ctrl+Z")

    def _show_place(self, place: Place) -> None:
        page = self.built(place.page)
        self._stack.setCurrentWidget(page)
        self.sidebar.mark(place.page)
        self._hide_banner()
        self._memory.state = self._memory.state._replace(page=place.page)
        if isinstance(page, Page):
            if place.item is not None:
                page.open_item(place.item)
            page.arrive()

    def _fit(self) -> None:
        width = self.width_class()
        pinned = self._memory.state.sidebar
        natural = "narrow" if width < WidthClass.MEDIUM else "wide"
        self.sidebar.set_narrow((natural if pinned == "auto" else pinned) == "narrow")
        for page in self._pages.values():
            if isinstance(page, Page):
                page.fit(width)

    def _toggle_sidebar(self) -> None:
        wanted = "wide" if self.sidebar.narrow else "narrow"
        natural = "narrow" if self.width_class() < WidthClass.MEDIUM else "wide"
        self._memory.remember(sidebar="auto" if wanted == natural else wanted)
        self._fit()

    def _toggle_menu_bar(self) -> None:
        self._memory.remember(menu_bar=not self._memory.state.menu_bar)
        self._show_menu_bar(self._memory.state.menu_bar)

    def _show_menu_bar(self, shown: bool) -> None:
        self.menuBar().setVisible(shown)
        self.sidebar.menu_button.setVisible(not self._memory.state.menu_bar)

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._theme.choose(choice)
        self._memory.remember(theme=choice.value)

    def _step_region(self, step: int) -> None:
        page = self.page
        stops = [self.sidebar, *(page.regions() if isinstance(page, Page) else ())]
        if "toast" in self.__dict__ and self.toast.action.isVisible():
            stops.append(self.toast.action)
        places = [place for place, stop in enumerate(stops) if _holds_focus(stop)]
        goal = stops[((places[0] if places else -1) + step) % len(stops)]
        if goal is self.sidebar:
            self.sidebar.focus_current()
        else:
            goal.setFocus(Qt.FocusReason.TabFocusReason)

    def _own_actions(self) -> list[Action]:
        go, memory = self._navigator, self._memory
        return [
            Action("quit", "Quit", "File", self.close, "Ctrl+Q", section=9),
            Action("undo", "Undo", "Edit", self.undo, "Ctrl+Z", "undo-2", "can undo"),
            Action("redo", "Redo", "Edit", self.redo, "Ctrl+Shift+Z", "redo-2", "can redo"),
            *(self._theme_action(choice, words) for choice, words in THEMES),
            Action(
                "sidebar",
                "Narrow sidebar",
                "View",
                self._toggle_sidebar,
                "F9",
                section=1,
                checked=lambda: self.sidebar.narrow,
            ),
            Action(
                "menu bar",
                "Menu bar always",
                "View",
                self._toggle_menu_bar,
                section=1,
                checked=lambda: memory.state.menu_bar,
            ),
            *(self._page_action(entry) for entry in self._entries),
            Action("back", "Back", "Go", go.back, "Alt+Left", section=1),
            Action("forward", "Forward", "Go", go.forward, "Alt+Right", section=1),
            Action(
                "next region", "Next region", "Go", lambda: self._step_region(1), "F6", section=2
            ),
            Action(
                "previous region",
                "Previous region",
                "Go",
                lambda: self._step_region(-1),
                "Shift+F6",
                section=2,
            ),
            Action("keys", "Keyboard shortcuts", "Help", self._show_keys, "Ctrl+/"),
            Action("about", "About Jobtracker", "Help", self._show_about),
        ]

    def _theme_action(self, choice: ThemeChoice, words: str) -> Action:
        return Action(
            f"theme {choice}",
            words,
            "View/Theme",
            lambda: self._choose_theme(choice),
            checked=lambda: self._theme.choice is choice,
        )

    def _page_action(self, entry: PageEntry) -> Action:
        return Action(
            f"go {entry.id}",
            entry.title,
            "Go",
            lambda: self._navigator.go(entry.id),
            entry.shortcut,
            entry.icon,
        )

    def _show_keys(self) -> None:
        from jobtracker.ui.widgets.help_sheets import keys_sheet

        keys = [
            (action.menu.partition("/")[0], action.text, action.shortcut)
            for action in self.actions_book.defined()
            if action.shortcut
        ]
        keys_sheet(self._theme, self, keys).open()

    def _show_about(self) -> None:
        from jobtracker.ui.widgets.help_sheets import about_sheet

        about_sheet(self._theme, self, self._version).open()

    def _make_menu_button(self, menus: Sequence[QMenu]) -> None:
        menu = QMenu(self)
        for one in menus:
            menu.addMenu(one)
        button = self.sidebar.menu_button
        button.clicked.connect(
            lambda: menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
        )

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._content.setProperty("s", "surface")
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        central = QWidget()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(line(vertical=True))
        row.addWidget(self._content, 1)
        self.setCentralWidget(central)


def _holds_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
