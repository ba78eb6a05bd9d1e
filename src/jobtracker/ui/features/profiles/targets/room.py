"""The target roles: their list, the one that is selected, and the sheet they are typed into."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from jobtracker.domain.profiles import RoleProfile
from jobtracker.domain.target_roles import TargetRole
from jobtracker.ui.features.profiles.lines.parts import Line
from jobtracker.ui.features.profiles.panel import Panel, PanelDelegate
from jobtracker.ui.features.profiles.targets.contract import TargetIntents, TargetRow
from jobtracker.ui.features.profiles.targets.sheet import TargetSheet
from jobtracker.ui.features.profiles.targets.view import EMPTY, TargetView
from jobtracker.ui.features.profiles.targets.words import (
    pay_words,
    place_words,
    row_words,
    title_words,
)
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.empty_state import EmptyState


class TargetPanel(Panel[TargetRow]):
    """F2 or Enter edits the selected one, Del takes it away. While there is none the keyboard is
    on `first`, which adds one.
    """

    def __init__(self, theme: Theme, first: QWidget) -> None:
        nothing = EmptyState(EMPTY[0], "The first one is added beside this.")
        super().__init__(theme, "Target roles", lambda row: row.role.id, row_words, nothing)
        self._first = first
        self.acted: Channel[str] = Channel()
        self.list.setItemDelegate(PanelDelegate(theme, self.list, 3, _card))
        self.list.opened.subscribe(lambda _row: self.acted.put("edit"), owner=self)

    def show_rows(self, rows: Sequence[TargetRow]) -> None:
        waits = self._first.hasFocus()
        super().show_rows(rows)
        if waits:
            self.arrive()

    def arrive(self) -> None:
        goal = self.list if self.model.rows else self._first
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = {Qt.Key.Key_F2: "edit", Qt.Key.Key_Delete: "delete"}.get(Qt.Key(event.key()))
        if name and self.list.selected() is not None:
            self.acted.put(name)
        else:
            super().keyPressEvent(event)


class TargetRoom(QObject):
    """`panel` is its list for the narrow column, `view` what stands beside it. `profile_wanted`
    carries the id of a target's profile, `application_wanted` that of one which fits it.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.intents = TargetIntents()
        self.profile_wanted: Channel[int] = Channel()
        self.application_wanted: Channel[int] = Channel()
        self.view = TargetView(theme)
        self.panel = TargetPanel(theme, self.view.empty.button)
        self.profiles: Sequence[tuple[int, str]] = ()
        self._theme = theme
        self._wanted = 0
        self.panel.list.current.subscribe(self.view.show_target, owner=self)
        self.panel.acted.subscribe(self._act, owner=self)
        self.view.acted.subscribe(self._act, owner=self)
        self.view.lists["applications"].chosen.subscribe(self._go_to, owner=self)

    def show_rows(self, rows: Sequence[TargetRow], profiles: Sequence[tuple[int, str]]) -> None:
        """The target roles as they are now, and the profiles (id, title) they can refer to."""
        self.profiles = profiles
        self.panel.show_rows(rows)
        if self._wanted and self.panel.list.select(self._wanted):
            self._wanted = 0
        self.view.show_target(self.panel.list.selected())

    def show_saved(self, target_id: int) -> None:
        """Select this one, now or as soon as the rows are here."""
        self._wanted = target_id

    def add(self) -> None:
        self.open(TargetRole())

    def add_of(self, profile: RoleProfile) -> None:
        """A new one, filled in from a profile."""
        self.open(TargetRole(title=profile.title, profile_id=profile.id))

    def open(self, role: TargetRole) -> None:
        """Ask for a role's particulars."""
        count = len(self.panel.model.rows)
        sheet = TargetSheet(self._theme, self.panel, role, self.profiles, count)
        sheet.saved.subscribe(self.intents.saved.put, owner=self)
        sheet.open(sheet.lines["title"])

    def arrive(self) -> None:
        self.panel.arrive()

    def regions(self) -> list[QWidget]:
        if not self.panel.model.rows:
            return [self.view.empty.button]
        return [self.panel.list, self.view.lists["facts"]]

    def _go_to(self, line: Line) -> None:
        if self.view.shown is not None:
            self.application_wanted.put(self.view.shown.applications[line.place[0]][0])

    def _act(self, name: str) -> None:
        row = self.panel.list.selected()
        if name == "add":
            self.add()
        if row is None:
            return
        if name == "edit":
            self.open(row.role)
        elif name == "delete":
            self.intents.removed.put(row.role)
        elif row.role.profile_id is not None:
            self.profile_wanted.put(row.role.profile_id)


def _card(row: TargetRow) -> tuple[Sequence[str], str]:
    role = row.role
    count = str(len(row.applications)) if row.applications else ""
    return (title_words(role), place_words(role), pay_words(role)), count
