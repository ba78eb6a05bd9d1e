"""The narrow column at the left: which part of the page is shown, what can be added, its list."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.buttons import IconButton
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.menus import Menu
from jobtracker.ui.widgets.segmented import Segmented

WIDTH = 268
PROFILES, TARGETS, SKILLS = "profiles", "targets", "skills"
PARTS = ((PROFILES, "Profiles"), (TARGETS, "Targets"), (SKILLS, "Skills"))
NAMES = {PROFILES: "Add a profile", TARGETS: "Add a target role", SKILLS: "Add skills"}


class Adding(NamedTuple):
    """A way to add something: what is told, its words and the icon before them."""

    id: str
    words: str
    icon: str


ADDING = {
    PROFILES: (
        Adding("paste", "Paste a profile page\tCtrl+V", "clipboard-paste"),
        Adding("open", "Open profile files…", "file-text"),
        Adding("folder", "Open a folder of O*NET files…", "hard-drive"),
        Adding("new", "New profile", "plus"),
    ),
    TARGETS: (Adding("target", "Add target role…", "plus"),),
    SKILLS: (
        Adding("skill", "Add a skill…", "plus"),
        Adding("resume", "Import a resume…", "file-text"),
    ),
}


class SideColumn(QWidget):
    """`panels` are the lists of the parts, by name. `turned` tells another part, `adding` what
    was chosen behind the plus.
    """

    def __init__(self, theme: Theme, panels: dict[str, QWidget]) -> None:
        super().__init__()
        self.turned: Channel[str] = Channel()
        self.adding: Channel[str] = Channel()
        self._theme = theme
        self._panels = panels
        self.setProperty("s", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.fit(self.setFixedWidth, WIDTH)
        self.add = IconButton(theme.icon("plus"), NAMES[PROFILES])
        self.switch = Segmented("Part of the page", PARTS)
        self._stack = QStackedWidget()
        self._lay_out()
        self.switch.chosen.subscribe(self.turn, owner=self)
        self.add.clicked.connect(self.open_menu)

    @property
    def part(self) -> str:
        return self.switch.value()

    def turn(self, part: str) -> None:
        """Show the list of a part and tell it."""
        self.switch.set_value(part)
        self._stack.setCurrentWidget(self._panels[part])
        self.add.rename(NAMES[part])
        self.turned.put(part)

    def open_menu(self) -> None:
        """Offer what can be added; a single way is taken at once."""
        ways = ADDING[self.part]
        if len(ways) == 1:
            self.adding.put(ways[0].id)
            return
        menu = Menu(self)
        for way in ways:
            action = menu.addAction(self._theme.icon(way.icon), way.words)
            action.triggered.connect(lambda _on, way=way: self.adding.put(way.id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.open_below(self.add)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.PANE, 0, Space.MEDIUM, 0)
        head.addWidget(PlainLabel("Roles and profiles", "title"), 1)
        head.addWidget(self.add)
        top = QWidget()
        self._theme.fit(top.setFixedHeight, Size.PAGE_HEADER)
        top.setLayout(head)
        switch = QHBoxLayout()
        switch.setContentsMargins(Space.PANE, 0, Space.PANE, Space.SMALL)
        switch.addWidget(self.switch)
        switch.addStretch(1)
        for part, _ in PARTS:
            self._stack.addWidget(self._panels[part])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(switch)
        column.addWidget(self._stack, 1)
