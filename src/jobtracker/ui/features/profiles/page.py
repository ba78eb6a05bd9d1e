"""Roles and profiles: a list at the left (profiles, target roles, my skills), one at the right."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jobtracker.domain.profiles import RoleProfile
from jobtracker.ui.features.profiles.asking import Asking
from jobtracker.ui.features.profiles.contract import (
    Archived,
    Intents,
    Problem,
)
from jobtracker.ui.features.profiles.desk import Desk
from jobtracker.ui.features.profiles.list_column import ListColumn
from jobtracker.ui.features.profiles.model import ProfileModel
from jobtracker.ui.features.profiles.notice import Notice
from jobtracker.ui.features.profiles.side import PROFILES, SKILLS, TARGETS, SideColumn
from jobtracker.ui.features.profiles.skills.room import SkillRoom
from jobtracker.ui.features.profiles.targets.room import TargetRoom
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.labels import line
from jobtracker.ui.widgets.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jobtracker.domain.profiles import ProfileSummary

NO_TEXT = Problem(
    "The clipboard holds no text.",
    "Nothing was changed. Copy the whole profile page and paste it here again.",
)


class ProfilesPage(Page):
    """Puts what a person wants on the channels of `intents`; the presenters show the rest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Roles and profiles")
        self.intents = Intents()
        self.model = ProfileModel()
        self.side = ListColumn(theme, self.model)
        self.banner = Notice(theme)
        self.desk = Desk(theme, self.intents, self.banner)
        self.view, self.editor = self.desk.view, self.desk.editor
        self.targets = TargetRoom(theme)
        self.skills = SkillRoom(theme)
        self.asking = Asking(theme, self, self.intents, self.banner)
        panels = {PROFILES: self.side, TARGETS: self.targets.panel, SKILLS: self.skills.panel}
        self.parts = SideColumn(theme, panels)
        self._theme = theme
        self._wanted: int | None = None
        self._asked: int | None = None
        self._place = 0
        self._right = QStackedWidget()
        self.setAcceptDrops(True)
        self.header.hide()
        self._lay_out()
        self._listen()

    @property
    def part(self) -> str:
        return self.parts.part

    def show_rows(
        self,
        rows: "Sequence[ProfileSummary]",
        other_titles: "Mapping[int, Sequence[str]] | None" = None,
    ) -> None:
        """The profiles as they are now. What was selected stays, else its neighbour is."""
        former = self.view.shown.profile if self.view.shown else None
        self._asked = None
        self.model.show_all(rows, other_titles)
        self.side.show_rows()
        if self._wanted is not None and self.model.find(self._wanted) is not None:
            self._select(self._wanted)
            return
        same = self._present(former) if former is not None else None
        if same is not None and self.model.position(same.id) >= 0:
            self._select(same.id)
        elif same is not None and not same.archived:  # a filter is over it
            self.intents.selected.put(same.id)
        elif self.model.rows:
            place = min(self._place, len(self.model.rows) - 1)
            self._select(self.model.rows[place].id)

    def show_pair(self, pair: tuple[RoleProfile, RoleProfile]) -> None:
        """Two profiles side by side."""
        self.desk.comparison.show_pair(*pair)
        self.desk.show_comparison()

    def show_saved(self, profile_id: int) -> None:
        """The editor's texts are stored: back to the view, of the copy if one was made."""
        self.editor.profile = None
        self.desk.show_view()
        self.open_item(profile_id)

    def follow(self, profile_id: int) -> None:
        """A line was changed: go on with the profile that holds it now, where the keyboard is."""
        self._wanted = profile_id

    def choose_other(self) -> None:
        """Ask which profile the one shown shall be compared with."""
        if (shown := self.view.shown) is not None and self.part == PROFILES:
            self.asking.other(shown.profile, self.model.all)

    def arrive(self) -> None:
        if self.part == TARGETS:
            self.targets.arrive()
        elif self.part == SKILLS:
            self.skills.arrive()
        elif self.desk.is_reading:
            self.side.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        if self.part == TARGETS:
            return self.targets.regions()
        if self.part == SKILLS:
            return self.skills.regions()
        return [self.side.filter, self.side.list, self.desk.region]

    def open_item(self, item: int) -> None:
        """Show this profile, now or as soon as the rows are here; a filter makes way."""
        self._wanted = item
        if self.part != PROFILES:
            self.parts.turn(PROFILES)
        if self.model.find(item) is not None:
            self._select(item)

    def import_page(self) -> None:
        """Read the clipboard as a page."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.banner.hide()
            self.intents.pasted.put(text)
        else:
            self.banner.say_problem(NO_TEXT)

    def edit(self) -> None:
        """Edit the profile that is shown, going on where its editor was left."""
        self.desk.edit()

    def act(self, name: str) -> None:
        """Do what the head of a profile, or the plus, was asked for."""
        acts = {
            "compare": self.choose_other,
            "edit": self.edit,
            "paste": self.import_page,
            "open": lambda: self.asking.files(self._open),
            "folder": lambda: self.asking.folder(self._open),
            "new": lambda: self.desk.edit_profile(RoleProfile(title="")),
            "target": self.targets.add,
            "skill": self.skills.add,
            "resume": self.skills.choose_resume,
        }
        if (shown := self.view.shown) is not None and self.part == PROFILES:
            profile, intents = shown.profile, self.intents
            put_away = Archived(profile.id, profile.title, not profile.archived)
            acts |= {
                "use": lambda: intents.using.put(profile.id),
                "target": lambda: intents.targeting.put(profile),
                "letter": lambda: intents.writing.put(profile.id),
                "archive": lambda: intents.archived.put(put_away),
                "delete": lambda: intents.removed.put(profile),
                "export": lambda: self.asking.export(profile),
            }
        acts[name]()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        reading = self.part == PROFILES and self.desk.is_reading
        if reading and event.matches(QKeySequence.StandardKey.Paste):
            self.import_page()
        elif reading and event.key() == Qt.Key.Key_F2:
            self.edit()
        elif reading and event.key() == Qt.Key.Key_Delete:
            self._delete()
        elif event.matches(QKeySequence.StandardKey.Find) and self.part == PROFILES:
            self.side.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self._open(tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile()))
        event.acceptProposedAction()

    def _delete(self) -> None:
        """Take away the profile that is selected in the list, where it is the person's own."""
        names = [name for name, _ in self.view.head.entries()]
        if "delete" in names and self.side.list.hasFocus():
            self.act("delete")

    def _open(self, paths: tuple[Path, ...]) -> None:
        self.banner.hide()
        self.intents.opened.put(paths)

    def _present(self, former: RoleProfile) -> "ProfileSummary | None":
        """The row of a profile that was shown, else the one that took its place."""
        return self.model.find(former.id) or self.model.titled(former.title)

    def _select(self, profile_id: int) -> None:
        self._wanted = None
        if self.model.position(profile_id) < 0:
            self.side.clear_filters()
        if self.model.position(profile_id) < 0:
            self.side.show_archived()
        self.side.list.select(profile_id)

    def _moved(self, row: "ProfileSummary") -> None:
        """Another row: ask for its profile; typed changes wait in the editor."""
        self._place = self.model.position(row.id)
        if row.id == self._asked:
            return
        self._asked = row.id
        self.desk.leave_for(row.id)
        self.intents.selected.put(row.id)

    def _go_to(self, profile_id: int) -> None:
        """The editor shows this one: the list follows without asking for it."""
        self._asked = profile_id
        self.side.list.select(profile_id)

    def _turn(self, part: str) -> None:
        rooms: dict[str, QWidget] = {TARGETS: self.targets.view, SKILLS: self.skills.view}
        self._right.setCurrentWidget(rooms.get(part, self.desk))

    def _listen(self) -> None:
        self.parts.turned.subscribe(self._turn, owner=self)
        self.parts.adding.subscribe(self.act, owner=self)
        self.side.list.current.subscribe(self._moved, owner=self)
        self.side.list.opened.subscribe(lambda _: self.view.enter(), owner=self)
        self.view.acted.subscribe(self.act, owner=self)
        self.view.wanted.subscribe(self.open_item, owner=self)
        self.desk.saved.subscribe(self.intents.saved.put, owner=self)
        self.desk.going.subscribe(self._go_to, owner=self)
        self.desk.resting.subscribe(lambda _: self.arrive(), owner=self)
        self.desk.comparison.other_wanted.subscribe(lambda _: self.choose_other(), owner=self)
        self.targets.profile_wanted.subscribe(self.open_item, owner=self)

    def _lay_out(self) -> None:
        for widget in (self.desk, self.targets.view, self.skills.view):
            self._right.addWidget(widget)
        notice = QVBoxLayout()
        notice.setContentsMargins(Space.PAGE, 0, Space.PAGE, 0)
        notice.addWidget(self.banner)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(notice)
        right.addWidget(self._right, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.parts)
        row.addWidget(line(vertical=True))
        row.addLayout(right, 1)
        self.column.addLayout(row, 1)
