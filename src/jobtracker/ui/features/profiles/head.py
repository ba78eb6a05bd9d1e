"""The head over a profile: its title, where it comes from, and what can be done with it."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent

from jobtracker.domain.profiles import OWN
from jobtracker.ui.features.profiles.section import EDGE
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button, IconButton
from jobtracker.ui.widgets.heading import Heading
from jobtracker.ui.widgets.menus import Menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from jobtracker.domain.profiles import RoleProfile

ROOM = 560
"""px at 100 %; with less of it, Compare and Edit are in the menu only."""


class ProfileHead(Heading):
    """`chosen` tells what is to be done: "compare", "edit", "use", "target", "letter", "export",
    "archive" or "delete".
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "title", Space.PAGE + EDGE)
        self.chosen: Channel[str] = Channel()
        self._theme = theme
        self._profile: RoleProfile | None = None
        self.more = IconButton(theme.icon("ellipsis"), "More about this profile")
        self.compare = Button("Compare")
        self.edit = Button("Edit")
        self.use = Button("Use for application", kind="primary")
        self.add(self.more, self.compare, self.edit, self.use)
        self.more.clicked.connect(self.open_menu)
        for button, name in ((self.compare, "compare"), (self.edit, "edit"), (self.use, "use")):
            button.clicked.connect(self._tell(name))
        self._narrow = (self.more, self.use)
        self._wide = (self.compare, self.edit)
        for one in (*self._narrow, *self._wide):
            one.hide()

    def show_profile(self, profile: "RoleProfile", note: str) -> None:
        self._profile = profile
        self.say(profile.title, note)
        self._fit()

    def entries(self) -> list[tuple[str, str]]:
        """What the menu offers for the profile shown, as (what is told, words)."""
        profile = self._profile
        if profile is None:
            return []
        found = [("compare", "Compare with another…\tC"), ("edit", "Edit all of it\tF2")]
        found.append(("target", "Mark as target role…"))
        if profile.letter:
            found.append(("letter", "Write a letter from its sample…"))
        found.append(("export", "Export as JSON…"))
        found.append(("archive", "Take out of the archive" if profile.archived else "Archive"))
        if profile.origin == OWN:
            found.append(("delete", "Delete\tDel"))
        return found

    def open_menu(self) -> None:
        menu = Menu(self)
        for name, words in self.entries():
            menu.addAction(words, self._tell(name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.open_below(self.more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._profile is None:
            return
        wide = self.width() >= self._theme.px(ROOM)
        for shown in self._narrow:
            shown.show()
        for more in self._wide:
            more.setVisible(wide)

    def _tell(self, name: str) -> "Callable[[], None]":
        return lambda: self.chosen.put(name)
