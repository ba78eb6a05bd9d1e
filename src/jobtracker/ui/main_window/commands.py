"""The shell's own actions, as data."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from jobtracker.ui.actions import Action
from jobtracker.ui.navigation import Navigator, PageEntry
from jobtracker.ui.theme.theme import Theme, ThemeChoice
from jobtracker.ui.widgets.page import Page, WidthClass

if TYPE_CHECKING:
    from jobtracker.ui.main_window.undoing import Undoing
    from jobtracker.ui.main_window.window import MainWindow

THEMES = (
    (ThemeChoice.SYSTEM, "Like the system"),
    (ThemeChoice.LIGHT, "Light"),
    (ThemeChoice.DARK, "Dark"),
)
IN_TEXT = (
    ("cut", "Cut", "Ctrl+X"),
    ("copy", "Copy", "Ctrl+C"),
    ("paste", "Paste", "Ctrl+V"),
    ("selectAll", "Select all text", "Ctrl+A"),
)
"""What Qt's texts and lists do by themselves, by the name of their method."""


def shell_actions(
    window: "MainWindow", theme: Theme, navigator: Navigator, pages: Sequence[PageEntry]
) -> list[Action]:
    """Everything a person can do with the window itself, whatever page is open."""
    return [
        Action("quit", "Quit", "File", window.close, "Ctrl+Q", section=9),
        *(_text_action(*one) for one in IN_TEXT),
        *(_theme_action(window, theme, choice, words) for choice, words in THEMES),
        *_view_actions(window),
        _search_action(window),
        *(_page_action(navigator, entry) for entry in pages),
        *_walking_actions(window, navigator),
        Action(
            "keys",
            "Keyboard shortcuts",
            "Help",
            lambda: _show_keys(window, theme),
            "Ctrl+/",
            also=("F1",),
        ),
        Action("about", "About Jobtracker", "Help", lambda: _show_about(window, theme)),
    ]


def follow_keys(window: "MainWindow", pages: Sequence[PageEntry]) -> None:
    """Keep the keys a person changes, and let the sidebar name those of now."""
    book, sidebar = window.actions_book, window.sidebar

    def name() -> None:
        sidebar.menu_button.rename("Menu", "Alt")
        sidebar.search.show_key(next(iter(book.keys("search or run")), ""))
        for entry in pages:
            sidebar.set_key(entry.id, next(iter(book.keys(f"go {entry.id}")), ""))

    def keep() -> None:
        keys = {action: list(keys) for action, keys in book.changed_keys.items()}
        window.memory.remember(keys=keys, single_letters=book.single_letters)
        name()

    book.keys_changed.subscribe(lambda _none: keep(), owner=window)
    name()


def undo_actions(undoing: "Undoing") -> list[Action]:
    return [
        Action("undo", "Undo", "Edit", undoing.undo, "Ctrl+Z", "undo-2", "can undo"),
        Action("redo", "Redo", "Edit", undoing.redo, "Ctrl+Shift+Z", "redo-2", "can redo"),
    ]


def _text_action(method: str, words: str, key: str) -> Action:
    def act() -> None:
        """Ask whatever has the keyboard; a menu leaves it there."""
        run = getattr(QApplication.focusWidget(), method, None)
        if run is not None:
            run()

    return Action(f"text {method}", words, "Edit", act, key, section=1, fixed=True)


def _view_actions(window: "MainWindow") -> list[Action]:
    return [
        Action(
            "sidebar",
            "Narrow sidebar",
            "View",
            lambda: _toggle_sidebar(window),
            "F9",
            section=1,
            checked=lambda: window.sidebar.narrow,
        ),
        Action(
            "menu bar",
            "Menu bar always",
            "View",
            lambda: _toggle_menu_bar(window),
            section=1,
            checked=lambda: window.memory.state.menu_bar,
        ),
    ]


def _search_action(window: "MainWindow") -> Action:
    return Action(
        "search or run",
        "Search or run…",
        "Go",
        lambda: window.search_wanted.put(None),
        "Ctrl+K",
        "search",
    )


def _walking_actions(window: "MainWindow", navigator: Navigator) -> list[Action]:
    return [
        Action("back", "Back", "Go", navigator.back, "Alt+Left", section=2),
        Action("forward", "Forward", "Go", navigator.forward, "Alt+Right", section=2),
        Action(
            "next region", "Next region", "Go", lambda: _step_region(window, 1), "F6", section=3
        ),
        Action(
            "previous region",
            "Previous region",
            "Go",
            lambda: _step_region(window, -1),
            "Shift+F6",
            section=3,
        ),
    ]


def _theme_action(window: "MainWindow", theme: Theme, choice: ThemeChoice, words: str) -> Action:
    def choose() -> None:
        theme.choose(choice)
        window.memory.remember(theme=choice.value)

    return Action(
        f"theme {choice}", words, "View/Theme", choose, checked=lambda: theme.choice is choice
    )


def _page_action(navigator: Navigator, entry: PageEntry) -> Action:
    return Action(
        f"go {entry.id}",
        entry.title,
        "Go",
        lambda: navigator.go(entry.id),
        entry.shortcut,
        entry.icon,
        section=1,
    )


def _toggle_sidebar(window: "MainWindow") -> None:
    """Pin it the other way, or leave it to the width again where that is the same."""
    wanted = "wide" if window.sidebar.narrow else "narrow"
    natural = "narrow" if window.width_class() < WidthClass.MEDIUM else "wide"
    window.memory.remember(sidebar="auto" if wanted == natural else wanted)
    window.fit()


def _toggle_menu_bar(window: "MainWindow") -> None:
    window.memory.remember(menu_bar=not window.memory.state.menu_bar)
    window.show_menu_bar(window.memory.state.menu_bar)


def _step_region(window: "MainWindow", step: int) -> None:
    """Move the focus to the next region: sidebar, what stands above the page, the regions of the
    page, the toast.
    """
    page = window.page
    stops: list[QWidget] = [window.sidebar]
    above = [window.banner, *window.notices.shown()]
    stops += [one for banner in above if (one := banner.first) is not None]
    if isinstance(page, Page):
        stops += page.regions() if page.stand_in is None else [page.stand_in]
    if window.toast.action.isVisible():
        stops.append(window.toast.action)
    places = [place for place, stop in enumerate(stops) if _holds_focus(stop)]
    goal = stops[((places[0] if places else -1) + step) % len(stops)]
    if goal is window.sidebar:
        window.sidebar.focus_current()
    else:
        goal.setFocus(Qt.FocusReason.TabFocusReason)


def _holds_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def _show_keys(window: "MainWindow", theme: Theme) -> None:
    from jobtracker.ui.widgets.help_sheets import KeyLine, KeysSheet

    book = window.actions_book
    lines = [
        KeyLine(
            action.menu.partition("/")[0],
            action.in_full(book[action.id].text()),
            book.keys(action.id),
        )
        for action in book.defined()
    ]
    sheet = KeysSheet(theme, window, lines)
    sheet.open(sheet.field)


def _show_about(window: "MainWindow", theme: Theme) -> None:
    from jobtracker.ui.widgets.help_sheets import about_sheet

    about_sheet(theme, window, window.version()).open()
