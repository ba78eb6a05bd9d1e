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


def shell_actions(
    window: "MainWindow", theme: Theme, navigator: Navigator, pages: Sequence[PageEntry]
) -> list[Action]:
    """Everything a person can do with the window itself, whatever page is open."""
    return [
        Action("quit", "Quit", "File", window.close, "Ctrl+Q", section=9),
        *(_theme_action(window, theme, choice, words) for choice, words in THEMES),
        *_view_actions(window),
        *(_page_action(navigator, entry) for entry in pages),
        *_walking_actions(window, navigator),
        Action("keys", "Keyboard shortcuts", "Help", lambda: _show_keys(window, theme), "Ctrl+/"),
        Action("about", "About Jobtracker", "Help", lambda: _show_about(window, theme)),
    ]


def undo_actions(undoing: "Undoing") -> list[Action]:
    return [
        Action("undo", "Undo", "Edit", undoing.undo, "Ctrl+Z", "undo-2", "can undo"),
        Action("redo", "Redo", "Edit", undoing.redo, "Ctrl+Shift+Z", "redo-2", "can redo"),
    ]


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


def _walking_actions(window: "MainWindow", navigator: Navigator) -> list[Action]:
    return [
        Action("back", "Back", "Go", navigator.back, "Alt+Left", section=1),
        Action("forward", "Forward", "Go", navigator.forward, "Alt+Right", section=1),
        Action(
            "next region", "Next region", "Go", lambda: _step_region(window, 1), "F6", section=2
        ),
        Action(
            "previous region",
            "Previous region",
            "Go",
            lambda: _step_region(window, -1),
            "Shift+F6",
            section=2,
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
    """Move the focus to the next region: sidebar, those of the page, the toast."""
    page = window.page
    stops = [window.sidebar, *(page.regions() if isinstance(page, Page) else ())]
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
    from jobtracker.ui.widgets.help_sheets import keys_sheet

    keys = [
        (action.menu.partition("/")[0], action.text, action.shortcut)
        for action in window.actions_book.defined()
        if action.shortcut
    ]
    keys_sheet(theme, window, keys).open()


def _show_about(window: "MainWindow", theme: Theme) -> None:
    from jobtracker.ui.widgets.help_sheets import about_sheet

    about_sheet(theme, window, window.version).open()
