"""A line of help on the first visit of each page: on the second it is gone."""

from jobtracker.ui.actions import Action
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.navigation import Navigator, Place
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.hint_line import HintLine
from jobtracker.ui.widgets.page import Page

WORDS = {
    "today": "What is due stands here each day. Ctrl+V reads a copied posting into a new one.",
    "applications": (
        "Ctrl+V reads a copied posting, S changes a stage, Space opens the pane. "
        "Every key is behind Ctrl+/."
    ),
    "letters": (
        "What the program knows fills itself in; F8 goes to the next value that is missing."
    ),
    "salary": "Choose a role to see what it pays, and where your postings and offers stand in it.",
    "profiles": (
        "Type to find a role. Space ticks what you can show, F2 edits a line, C compares; "
        "Ctrl+V reads a copied page."
    ),
}


class FirstVisits:
    """Shows the hints, and remembers on this machine which pages were visited."""

    def __init__(self, theme: Theme, window: MainWindow, navigator: Navigator) -> None:
        self._theme = theme
        self._window = window
        self._navigator = navigator
        self._shown: tuple[str, HintLine] | None = None
        navigator.moved.subscribe(self._arrive, owner=window)

    def actions(self) -> list[Action]:
        return [Action("show hints", "Show hints again", "Help", self.start_over)]

    def look(self) -> None:
        """Show the hint of the page that is open, if it is still to come."""
        if self._navigator.here is not None:
            self._arrive(self._navigator.here)

    def start_over(self) -> None:
        """Each page's next visit is its first again, that of the present one now."""
        self._drop()
        self._window.memory.remember(visited="")
        self.look()

    def _arrive(self, place: Place) -> None:
        page = self._window.page
        replaced = isinstance(page, Page) and page.stand_in is not None
        if self._shown is not None and (replaced or self._shown[0] != place.page):
            self._drop()
        visited = self._window.memory.state.visited.split()
        if place.page not in WORDS or place.page in visited or replaced:
            return
        if isinstance(page, Page):
            self._window.memory.remember(visited=" ".join([*visited, place.page]))
            self._show(place.page, page)

    def _show(self, name: str, page: Page) -> None:
        hint = HintLine(self._theme, WORDS[name])
        hint.dismissed.subscribe(lambda _none: self._dismiss(page), owner=hint)
        page.show_below(hint)
        self._shown = name, hint

    def _dismiss(self, page: Page) -> None:
        had_focus = self._shown is not None and self._shown[1].close_button.hasFocus()
        self._drop()
        if had_focus:
            page.arrive()

    def _drop(self) -> None:
        if self._shown is not None:
            _, hint = self._shown
            self._shown = None
            hint.hide()
            hint.deleteLater()
