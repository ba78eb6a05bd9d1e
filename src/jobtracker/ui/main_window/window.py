"""The shell: sidebar, pages built when first visited, menus, toast and banner.

It knows pages by id and actions by data; what they do is wired in from outside.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import JobtrackerError, WorkspaceLockedError
from jobtracker.ui.main_window.sidebar import Sidebar
from jobtracker.ui.navigation import PAGES, Navigator, PageEntry, Place
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.commander import Commander, Told
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.labels import line
from jobtracker.ui.widgets.page import Page, WidthClass, width_class

if TYPE_CHECKING:
    from jobtracker.ui.actions import ActionBook
    from jobtracker.ui.main_window.menu_keys import MenuKeys
    from jobtracker.ui.main_window.notices import Notices
    from jobtracker.ui.main_window.saved_views import SavedViews
    from jobtracker.ui.main_window.undoing import History, Undoing
    from jobtracker.ui.widgets.banner import Banner
    from jobtracker.ui.widgets.sheet import Sheet
    from jobtracker.ui.widgets.toast import Toast

MINIMUM = (900, 600)
USUAL = (1280, 800)
FRAME = (16, 40)
"""What a desktop puts around a window, in px; it tells only once the window is shown."""


class MainWindow(QMainWindow):
    """Shows one page at a time. `actions_book` is open for the features to add to.

    `pages` are the entries of the sidebar, `factories` builds each by its id when it is
    first visited. `start` shows the first of them; `arm` adds what the first paint can do
    without: menus, shortcuts, undo. `search_wanted` asks for the palette.
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
        self.memory = memory
        self._factories = factories
        self._entries = [entry for entry in pages if entry.id in factories]
        self._pages: dict[str, QWidget] = {}
        self._menu_keys: MenuKeys | None = None
        self.version: Callable[[], str] = str
        self._undoing: Undoing | None = None
        self.closing: Channel[None] = Channel()
        self.stays_open: Callable[[], bool] = bool
        self.search_wanted: Channel[None] = Channel()
        self.setWindowTitle("Jobtracker")
        self.setMinimumSize(*MINIMUM)
        self.sidebar = Sidebar(theme, self._entries)
        self._stack = QStackedWidget()
        self._lay_out()
        self.sidebar.chosen.subscribe(self._navigator.go, owner=self)
        self.sidebar.search.clicked.connect(lambda: self.search_wanted.put(None))
        self._navigator.moved.subscribe(self._show_place)
        self._commander.problems.subscribe(self.tell)
        self._commander.told.subscribe(self._show_told)
        self._commander.toasts.subscribe(lambda words: self.toast.say(words, action=""))
        self._commander.offers.subscribe(lambda offer: self.toast.say(*offer))
        self._commander.done.subscribe(self._after_change)
        theme.changed.subscribe(lambda _tokens: self.fit(), owner=self)

    def start(self, page: str) -> None:
        """Put the window where it was and show the first page."""
        if not self.memory.restore(self):
            room = self.screen().availableSize() - QSize(*FRAME)
            self.resize(QSize(*USUAL).boundedTo(room))
        self._navigator.go(page)

    def arm(self, history: "History | None" = None, version: str = "") -> None:
        """Make menus and shortcuts out of every action that was added; call it once."""
        for _ in self.arming(history, lambda: version):
            pass

    def arming(self, history: "History | None", version: Callable[[], str]) -> Iterator[None]:
        """The same in small steps; `version` is asked for when somebody wants to know it."""
        from jobtracker.ui.main_window.commands import follow_keys, shell_actions, undo_actions
        from jobtracker.ui.main_window.undoing import Undoing

        self.version = version
        self.sidebar.add_section(self.views)
        yield
        if history is not None:
            self._undoing = Undoing(self._commander, self.actions_book, history)
            self.actions_book.add(undo_actions(self._undoing))
        self.actions_book.add(shell_actions(self, self._theme, self._navigator, self._entries))
        yield
        yield from self.actions_book.making()
        yield from self._making_menus()
        yield
        follow_keys(self, self._entries)
        self.read_history()

    @cached_property
    def actions_book(self) -> "ActionBook":
        """Open for the features to add to, until `arm`."""
        from jobtracker.ui.actions import ActionBook

        kept = self.memory.state
        return ActionBook(self._theme, self, kept.keys, single_letters=kept.single_letters)

    @cached_property
    def views(self) -> "SavedViews":
        """The saved views below the pages, made when the first paint is over."""
        from jobtracker.ui.main_window.saved_views import SavedViews

        return SavedViews(self._theme, self.actions_book)

    @cached_property
    def banner(self) -> "Banner":
        """Above the page; made when there is first something to say."""
        from jobtracker.ui.widgets.banner import Banner

        made = Banner(self._theme)
        self._column.insertWidget(0, made)
        return made

    @cached_property
    def notices(self) -> "Notices":
        """What stays above every page until it is answered, unlike the banner."""
        from jobtracker.ui.main_window.notices import Notices

        return Notices(self._theme, self._column)

    @cached_property
    def toast(self) -> "Toast":
        from jobtracker.ui.widgets.toast import Toast

        return Toast(self._theme, self._content)

    def _making_menus(self) -> Iterator[None]:
        from jobtracker.ui.main_window.menu_keys import MenuKeys
        from jobtracker.ui.widgets.menus import Menu

        menus = self.actions_book.fill(self.menuBar())
        yield
        menu = Menu(self)
        for one in menus:
            menu.addMenu(one)
        button = self.sidebar.menu_button
        button.clicked.connect(
            lambda: menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
        )
        self.show_menu_bar(self.memory.state.menu_bar)
        self._menu_keys = MenuKeys(self, menus, lambda: self.memory.state.menu_bar)

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
        """Show what went wrong above the page, and in the sheet that dims it: first what happened,
        then what to do. That the search is locked is said by what covers the window.
        """
        if isinstance(error, WorkspaceLockedError):
            return
        happened, _, rest = str(error).partition(". ")
        title = f"{happened}." if rest else happened
        self.banner.say("danger", title, rest, dismissible=True)
        if (sheet := _sheet_over(self)) is not None:
            sheet.say_problem(title, rest)

    def read_history(self) -> None:
        """Ask again what Undo would do: at the start, and when another program has written."""
        if self._undoing is not None:
            self._undoing.ask()

    def raise_up(self) -> None:
        """Come to the front, for instance when the program is started a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and self._menu_keys is not None:
            self._menu_keys.alt_pressed()
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the field being edited commit, then remember where the window stood; unless
        `stays_open` has to ask first.
        """
        focused = QApplication.focusWidget()
        if self.stays_open():
            event.ignore()
            return
        if focused is not None:
            focused.clearFocus()
        self.memory.keep(self)
        self.closing.put(None)
        super().closeEvent(event)

    def _after_change(self, _done: Done[Any]) -> None:
        """Whatever was said before is past, and a toast's Undo would now undo something else."""
        _hide_banner(self)
        if (sheet := _sheet_over(self)) is not None:
            sheet.take_back_problem()
        if "toast" in self.__dict__:
            self.toast.hide()
        self.read_history()

    def _show_told(self, told: Told) -> None:
        """With the way back, where the change is one step of the history."""
        if self._undoing is None or not told.done.label:
            self.toast.say(told.words)
        else:
            self.toast.say(told.words, *self._undoing.way_back())

    def _show_place(self, place: Place) -> None:
        page = self.built(place.page)
        self._stack.setCurrentWidget(page)
        self.sidebar.mark(place.page)
        _hide_banner(self)
        self.memory.state = self.memory.state._replace(page=place.page)
        if isinstance(page, Page):
            if place.item is not None:
                page.open_item(place.item)
            page.arrive()

    def fit(self) -> None:
        """Arrange sidebar and pages for the present width."""
        width = self.width_class()
        pinned = self.memory.state.sidebar
        natural = "narrow" if width < WidthClass.MEDIUM else "wide"
        self.sidebar.set_narrow((natural if pinned == "auto" else pinned) == "narrow")
        for page in self._pages.values():
            if isinstance(page, Page):
                page.fit(width)

    def show_menu_bar(self, shown: bool) -> None:
        """Show or hide it; the menu button stands in for one that is not always there."""
        self.menuBar().setVisible(shown)
        self.sidebar.menu_button.setVisible(not self.memory.state.menu_bar)

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


def _hide_banner(window: MainWindow) -> None:
    """What it said was of the page and the moment; one that was never needed is not made."""
    if "banner" in window.__dict__:
        window.banner.hide()


def _sheet_over(window: QWidget) -> "Sheet | None":
    """The sheet that lies on top; a window that never opened one has not loaded any."""
    if (module := sys.modules.get("jobtracker.ui.widgets.sheet")) is None:
        return None
    sheets = (one for one in window.children() if isinstance(one, module.Sheet))
    return next((one for one in reversed(list(sheets)) if one.isVisible()), None)
