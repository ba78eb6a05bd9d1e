"""The start page of a workspace without applications, and the sample to look around in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from jobtracker.domain.changes import Changes
from jobtracker.system.resources import resource
from jobtracker.ui.actions import Action
from jobtracker.ui.navigation import Navigator, Place
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.page import Page
from jobtracker.ui.widgets.start_panel import StartPanel

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.widgets.sample_mark import SampleMark

STANDING = "first run: what is there"
SAMPLE = ("sample", "applications.toml")
CAN_FILL, HAS = "can fill with sample", "has sample"


class FirstRun:
    """Puts the start page in the place of every page that `follow` names while the workspace
    holds no application, and a mark into its header while it holds the sample.

    `paste_wanted` and `add_wanted` tell of the ways that lead elsewhere.
    `known` tells each time it was asked whether there is anything, and whether the sample.
    `attach` gives it the workspace; what is wanted earlier is done then.
    """

    def __init__(self, theme: Theme, commander: Commander, navigator: Navigator) -> None:
        self.paste_wanted: Channel[None] = Channel()
        self.add_wanted: Channel[None] = Channel()
        self.known: Channel[None] = Channel()
        self.is_empty = self.has_sample = False
        self._theme = theme
        self._commander = commander
        self._navigator = navigator
        self._workspace: Workspace | None = None
        self._wanted: Callable[[], object] | None = None
        self._pages: dict[str, Page] = {}
        self._panels: dict[str, StartPanel] = {}
        self._marks: dict[str, SampleMark] = {}
        self._add_key: Callable[[], str] | None = None
        navigator.moved.subscribe(self._arrive)

    def follow(self, name: str, page: Page) -> None:
        """Look after a page, by its name in the navigator."""
        self._pages[name] = page
        self._fit(name, page)

    def expect_nothing(self) -> None:
        """Show the start page before the workspace is open: its file is new, or holds nothing."""
        self._show(is_empty=True, has_sample=False)

    def name_keys(self, add: Callable[[], str]) -> None:
        """`add` answers which key opens the empty sheet now, "" for none."""
        self._add_key = add
        for panel in self._panels.values():
            self._inform(panel)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._commander.changed.subscribe(self._follow)
        for panel in self._panels.values():
            self._inform(panel)
        self._read()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()

    def actions(self) -> list[Action]:
        """Both ways as menu entries; `is_empty` and `has_sample` say which can be taken now."""
        return [
            Action(
                "fill sample", "Fill with sample data", "Help", self.fill, when=CAN_FILL, section=1
            ),
            Action("remove sample", "Remove sample data", "Help", self.remove, when=HAS, section=1),
        ]

    def fill(self) -> None:
        """Add the sample, at once where the workspace is open."""
        if (space := self._workspace) is None:
            self._wanted = self.fill
            return
        self._commander.change(
            lambda: space.sample.fill(resource(*SAMPLE)),
            toast=lambda made: f"{made.applications} made-up applications added",
        )

    def remove(self) -> None:
        """Take the sample away, in one step that can be undone."""
        if (space := self._workspace) is not None:
            self._commander.change(space.sample.remove, toast="Sample data removed")

    def _follow(self, changes: Changes) -> None:
        if changes.touches("application", "setting"):
            self._read()

    def _read(self) -> None:
        assert self._workspace is not None
        sample = self._workspace.sample
        self._commander.read(
            sample.standing,
            lambda found: self._show(is_empty=found.is_empty, has_sample=found.has_sample),
            question=STANDING,
        )

    def _show(self, *, is_empty: bool, has_sample: bool) -> None:
        self.is_empty, self.has_sample = is_empty, has_sample
        for name, page in self._pages.items():
            self._fit(name, page)
        self.known.put(None)

    def _fit(self, name: str, page: Page) -> None:
        if self.is_empty != (page.stand_in is not None):
            if self.is_empty:
                self._begin(name, page)
            else:
                self._end(name, page)
        if self.has_sample:
            self._mark(name, page).show()
        elif name in self._marks:
            had_focus = self._marks[name].button.hasFocus()
            self._marks[name].hide()
            if had_focus:
                page.arrive()

    def _begin(self, name: str, page: Page) -> None:
        panel = self._panel(name)
        focused = QApplication.focusWidget()
        takes = focused is None or page.isAncestorOf(focused)
        page.show_instead(panel)
        here = self._navigator.here
        if takes and here is not None and here.page == name:
            panel.take_focus()

    def _end(self, name: str, page: Page) -> None:
        """The keyboard goes to the page, unless somebody else has it by now."""
        focused = QApplication.focusWidget()
        gives = focused is None or self._panels[name].isAncestorOf(focused)
        page.show_instead(None)
        if gives and page.isVisible():
            page.arrive()

    def _arrive(self, place: Place) -> None:
        page = self._pages.get(place.page)
        if page is not None and page.stand_in is not None:
            self._panels[place.page].take_focus()

    def _panel(self, name: str) -> StartPanel:
        if name not in self._panels:
            panel = self._panels[name] = StartPanel(self._theme)
            panel.paste_wanted.subscribe(self.paste_wanted.put, owner=panel)
            panel.add_wanted.subscribe(self.add_wanted.put, owner=panel)
            panel.sample_wanted.subscribe(lambda _none: self.fill(), owner=panel)
            self._inform(panel)
        return self._panels[name]

    def _inform(self, panel: StartPanel) -> None:
        """Tell a start page what is known by now: the key to add by, how large the sample is."""
        if self._add_key is not None:
            panel.name_add_key(self._add_key())
        if (space := self._workspace) is not None:
            self._commander.read(
                lambda: space.sample.offered(resource(*SAMPLE)),
                lambda size: panel.say_sample(size.applications, size.letters),
                owner=panel,
            )

    def _mark(self, name: str, page: Page) -> "SampleMark":
        if name not in self._marks:
            from jobtracker.ui.widgets.sample_mark import SampleMark

            mark = self._marks[name] = SampleMark()
            mark.removed.subscribe(lambda _none: self.remove(), owner=mark)
            page.header.mark(mark)
        return self._marks[name]
