"""Roles and profiles: the list at the left, the whole profile or its editor at the right."""

from collections.abc import Sequence
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

from jobtracker.ui.features.profiles.contract import Intents, OpenApplication, Problem, Shown
from jobtracker.ui.features.profiles.editor import ProfileEditor
from jobtracker.ui.features.profiles.list_column import ListColumn
from jobtracker.ui.features.profiles.model import ProfileModel
from jobtracker.ui.features.profiles.use_sheet import UseSheet
from jobtracker.ui.features.profiles.view import ProfileView
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.dialogs import open_file
from jobtracker.ui.widgets.labels import line
from jobtracker.ui.widgets.page import Page

if TYPE_CHECKING:
    from jobtracker.domain.profiles import ProfileSummary

PATTERNS = ("Profile pages (*.txt *.html *.htm *.md)", "All files (*)")
NO_TEXT = Problem(
    "The clipboard holds no text.",
    "Nothing was changed. Copy the whole profile page and paste it here again.",
)


class ProfilesPage(Page):
    """Puts what a person wants on the channels of `intents`; the presenter shows the rest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Roles and profiles")
        self.intents = Intents()
        self.model = ProfileModel()
        self.side = ListColumn(theme, self.model)
        self.view = ProfileView(theme, self.intents)
        self.editor = ProfileEditor(theme)
        self.banner = Banner(theme)
        self._theme = theme
        self._wanted: int | None = None
        self._asked: int | None = None
        self._place = 0
        self._right = QStackedWidget()
        self.setAcceptDrops(True)
        self.header.hide()
        self._lay_out()
        self._listen()

    def show_rows(self, rows: "Sequence[ProfileSummary]") -> None:
        """The profiles as they are now. What was selected stays, else its neighbour is."""
        former = self.view.shown.profile if self.view.shown else None
        self._asked = None
        self.model.show_all(rows)
        self.side.show_rows()
        wanted = self._wanted if self._wanted is not None else former.id if former else None
        if wanted is not None and self.model.find(wanted) is not None:
            self._select(wanted)
        elif former is not None and (same := self.model.titled(former.title)) is not None:
            self._select(same.id)
        elif self.model.rows:
            place = min(self._place, len(self.model.rows) - 1)
            self._select(self.model.rows[place].id)

    def show_profile(self, shown: Shown) -> None:
        self.view.show_profile(shown)

    def show_problem(self, problem: Problem) -> None:
        """What went wrong, above the profile."""
        self.banner.say("danger", problem.title, problem.detail, dismissible=True)

    def show_saved(self, profile_id: int) -> None:
        """The editor's texts are stored: back to the view, of the copy if one was made."""
        self.editor.profile = None
        self._show_view()
        self.open_item(profile_id)

    def choose_application(
        self, profile: tuple[int, str], applications: Sequence[OpenApplication]
    ) -> None:
        """Ask which of these the profile (id, title) shall be used for."""
        if not applications:
            self.banner.say(
                "info",
                "There is no open application.",
                "Add one under Applications; then a profile can be used for it.",
                dismissible=True,
            )
            return
        sheet = UseSheet(self._theme, self, profile, applications)
        sheet.used.subscribe(self.intents.used.put, owner=self)
        sheet.open(sheet.filter)

    def arrive(self) -> None:
        if self._right.currentWidget() is self.view:
            self.side.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        editing = self._right.currentWidget() is self.editor
        right = self.editor.lines["title"] if editing else self.view.pane
        return [self.side.filter, self.side.list, right]

    def open_item(self, item: int) -> None:
        """Show this profile, now or as soon as the rows are here; a filter makes way."""
        self._wanted = item
        if self.model.find(item) is not None:
            self._select(item)

    def import_page(self) -> None:
        """Read the clipboard as a page."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.banner.hide()
            self.intents.pasted.put(text)
        else:
            self.show_problem(NO_TEXT)

    def open_page(self) -> None:
        """Ask for a file with a page."""
        open_file(self, "Open a profile page", PATTERNS, lambda path: self._open((path,)))

    def edit(self) -> None:
        """Edit the profile that is shown, going on where its editor was left."""
        if self.view.shown is None:
            return
        profile = self.view.shown.profile
        held = self.editor.profile
        if held is None or held.id != profile.id or not self.editor.has_changes():
            self.editor.edit(profile)
        self._show_editor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        viewing = self._right.currentWidget() is self.view
        if viewing and event.matches(QKeySequence.StandardKey.Paste):
            self.import_page()
        elif viewing and event.key() == Qt.Key.Key_F2:
            self.edit()
        elif viewing and event.key() == Qt.Key.Key_Delete and self.view.delete.isVisible():
            self.view.delete.click()
        elif event.matches(QKeySequence.StandardKey.Find):
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

    def _open(self, paths: tuple[Path, ...]) -> None:
        self.banner.hide()
        self.intents.opened.put(paths)

    def _select(self, profile_id: int) -> None:
        self._wanted = None
        if self.model.position(profile_id) < 0:
            self.side.clear_filters()
        self.side.list.select(profile_id)

    def _moved(self, row: "ProfileSummary") -> None:
        """Another row: ask for its profile; typed changes wait in the editor."""
        self._place = self.model.position(row.id)
        if row.id == self._asked:
            return
        self._asked = row.id
        held = self.editor.profile
        if self._right.currentWidget() is self.editor and (held is None or held.id != row.id):
            self._leave_editor()
        self.intents.selected.put(row.id)

    def _leave_editor(self) -> None:
        """Back to the view; what was typed can be gone on with."""
        held, kept = self.editor.profile, self.editor.has_changes()
        self._show_view()
        if held is not None and kept:
            self.banner.say(
                "info",
                f"The changes to {held.title} are not saved.",
                "They are kept until another profile is edited.",
                "Continue editing",
                self._show_editor,
                dismissible=True,
            )

    def _show_editor(self) -> None:
        self.banner.hide()
        held = self.editor.profile
        if held is not None:
            self._asked = held.id
            self.side.list.select(held.id)
        self._right.setCurrentWidget(self.editor)
        self.editor.focus_first()

    def _show_view(self) -> None:
        self._right.setCurrentWidget(self.view)
        self.side.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _listen(self) -> None:
        self.side.list.current.subscribe(self._moved, owner=self)
        self.side.list.opened.subscribe(lambda _: self._enter(), owner=self)
        self.side.paste.subscribe(lambda _: self.import_page(), owner=self)
        self.side.open.subscribe(lambda _: self.open_page(), owner=self)
        self.view.editing.subscribe(lambda _: self.edit(), owner=self)
        self.view.wanted.subscribe(self.open_item, owner=self)
        self.editor.saved.subscribe(self.intents.saved.put, owner=self)
        self.editor.cancelled.subscribe(lambda _: self._leave_editor(), owner=self)

    def _enter(self) -> None:
        self.view.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._right.addWidget(self.view)
        self._right.addWidget(self.editor)
        notice = QVBoxLayout()
        notice.setContentsMargins(Space.PAGE, 0, Space.PAGE, 0)
        notice.addWidget(self.banner)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(notice)
        right.addWidget(self._right, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(line(vertical=True))
        row.addLayout(right, 1)
        self.column.addLayout(row, 1)
