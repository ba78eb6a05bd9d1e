"""The right side of the profiles: one is read, edited as a whole, or compared with another."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from jobtracker.ui.features.profiles.comparing.view import CompareView
from jobtracker.ui.features.profiles.contract import Edited, Intents, Shown
from jobtracker.ui.features.profiles.editor import ProfileEditor
from jobtracker.ui.features.profiles.view import ProfileView
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from jobtracker.domain.profiles import RoleProfile


class Desk(QStackedWidget):
    """`saved` carries what the editor is to store, `going` the id of a profile that the list is
    to go to without showing it, `resting` that the keyboard belongs to the list again.
    """

    def __init__(self, theme: Theme, intents: Intents, banner: Banner) -> None:
        super().__init__()
        self.saved: Channel[Edited] = Channel()
        self.going: Channel[int] = Channel()
        self.resting: Channel[None] = Channel()
        self.view = ProfileView(theme, intents)
        self.editor = ProfileEditor(theme)
        self.comparison = CompareView(theme)
        self._banner = banner
        for one in (self.view, self.editor, self.comparison):
            self.addWidget(one)
        self.editor.saved.subscribe(self.saved.put, owner=self)
        self.editor.cancelled.subscribe(lambda _none: self.leave_editor(), owner=self)
        self.comparison.closed.subscribe(lambda _none: self.show_view(), owner=self)

    @property
    def is_reading(self) -> bool:
        return self.currentWidget() is self.view

    @property
    def region(self) -> QWidget:
        """What F6 visits here."""
        if self.currentWidget() is self.editor:
            return self.editor.lines["title"]
        return self.comparison.list if self.currentWidget() is self.comparison else self.view.pane

    def show_profile(self, shown: Shown) -> None:
        self.view.show_profile(shown)

    def edit(self) -> None:
        """Edit the profile that is shown, going on where its editor was left."""
        if self.view.shown is not None:
            self.edit_profile(self.view.shown.profile)

    def edit_profile(self, profile: "RoleProfile") -> None:
        held = self.editor.profile
        if held is None or held.id != profile.id or not self.editor.has_changes():
            self.editor.edit(profile)
        self.show_editor()

    def show_editor(self) -> None:
        self._banner.hide()
        held = self.editor.profile
        if held is not None and held.id:
            self.going.put(held.id)
        self.setCurrentWidget(self.editor)
        self.editor.focus_first()

    def leave_for(self, profile_id: int) -> None:
        """Another profile is wanted: leave what shows this one."""
        held = self.editor.profile
        if self.currentWidget() is self.editor and (held is None or held.id != profile_id):
            self.leave_editor()
        elif self.currentWidget() is self.comparison:
            self.setCurrentWidget(self.view)

    def leave_editor(self) -> None:
        """Back to the view; what was typed can be gone on with."""
        held, kept = self.editor.profile, self.editor.has_changes()
        self.show_view()
        if held is not None and kept:
            self._banner.say(
                "info",
                f"The changes to {held.title or 'the new profile'} are not saved.",
                "They are kept until another profile is edited.",
                "Continue editing",
                self.show_editor,
                dismissible=True,
            )

    def show_comparison(self) -> None:
        self.setCurrentWidget(self.comparison)
        self.comparison.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_view(self) -> None:
        self.setCurrentWidget(self.view)
        self.resting.put(None)
