"""The page of settings, put together: its sections in their order, and the commands that lead to
them.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobtracker.desktop.settings_data import Data, follow_sample
from jobtracker.desktop.settings_room import Presenter, Room
from jobtracker.system.clock import SystemClock
from jobtracker.ui.actions import ActionBook
from jobtracker.ui.features.settings.commands import Appearance, look_actions, text_size_actions
from jobtracker.ui.features.settings.contract import Section
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.desktop.first_run import FirstRun
    from jobtracker.desktop.spelling import Spelling
    from jobtracker.ui.features.settings.backups_presenter import BackupsPresenter
    from jobtracker.ui.features.settings.page import SettingsPage

SETTINGS = "settings"


class Settings:
    """`build` makes the page when it is first visited; `lead` opens one of its sections, and
    `offer_restore` what a file would do in the place of the search.
    """

    def __init__(
        self,
        theme: Theme,
        commander: Commander,
        navigator: Navigator,
        memory: WindowMemory,
        book: ActionBook,
        join: Callable[[Presenter], object],
        beside: Commander,
    ) -> None:
        self._room = Room(theme, commander, navigator, memory, book, join, self.lead, beside)
        self._data = Data(self._room)
        self._page: SettingsPage | None = None
        self._backups: BackupsPresenter | None = None
        self._appearance = Appearance(theme, memory)
        book.add([*text_size_actions(self._appearance), *look_actions(self._appearance)])
        book.add(self._data.actions())

    def lead(self, section: str) -> None:
        """Go to the page and open the section of that id, the keyboard on its row."""
        self._room.navigator.go(SETTINGS)
        assert self._page is not None, "going there builds it"
        self._page.open_section(section)
        self._page.arrive()

    def offer_restore(self, source: Path, name: str) -> None:
        """Show over the section of backups what differs, and restore where that is confirmed."""
        self.lead("backups")
        assert self._backups is not None, "its section makes it"
        self._backups.offer(source, name)

    def offer_take_over(self, source: Path, name: str, then: Callable[[], object]) -> None:
        """The same with a copy that another computer wrote; `then` follows once it is in."""
        self.lead("backups")
        assert self._backups is not None, "its section makes it"
        self._backups.offer_take_over(source, name, then)

    def offer_archive(self, path: Path) -> None:
        """Show what an archive would bring, over the section that imports it."""
        self._data.offer_import(path)

    def build(self, spelling: "Spelling", first_run: "FirstRun") -> "SettingsPage":
        from jobtracker.ui.features.settings.page import SettingsPage

        room = self._room
        spelling.open_section = self.lead
        self._page = SettingsPage(
            room.theme,
            [
                _about_you(room),
                _tracking(room),
                _appearance(room, self._appearance),
                _keyboard(room),
                spelling.section(),
                _first_steps(room, first_run),
                _privacy(room),
                self._backups_section(),
                self._data.section(first_run),
            ],
        )
        return self._page

    def _backups_section(self) -> Section:
        def build() -> QWidget:
            from jobtracker.ui.features.settings.backups import BackupSection
            from jobtracker.ui.features.settings.backups_presenter import BackupsPresenter

            room = self._room
            pane = BackupSection(room.theme)
            self._backups = BackupsPresenter(
                room.theme,
                pane,
                room.commander,
                room.beside,
                SystemClock().today,
                room.book["back up"].trigger,
            )
            room.join(self._backups)
            return pane

        return Section("backups", "Backups", "archive", build)


def _about_you(room: Room) -> Section:
    def build() -> QWidget:
        from jobtracker.ui.features.settings.about_you import AboutYouSection
        from jobtracker.ui.features.settings.presenter import AboutYouPresenter

        pane = AboutYouSection(room.theme)
        room.join(AboutYouPresenter(pane, room.commander))
        return pane

    return Section("about you", "About you", "user", build)


def _tracking(room: Room) -> Section:
    def build() -> QWidget:
        from jobtracker.ui.features.settings.presenter import TrackingPresenter
        from jobtracker.ui.features.settings.tracking import TrackingSection

        pane = TrackingSection(room.theme)
        room.join(TrackingPresenter(pane, room.commander))
        return pane

    return Section("tracking", "Tracking", "hourglass", build)


def _appearance(room: Room, appearance: Appearance) -> Section:
    def build() -> QWidget:
        from jobtracker.ui.features.settings.appearance import AppearanceSection

        return AppearanceSection(room.theme, appearance)

    return Section("appearance", "Appearance", "sun-moon", build)


def _keyboard(room: Room) -> Section:
    def build() -> QWidget:
        from jobtracker.ui.features.settings.keyboard import KeyboardSection

        return KeyboardSection(room.theme, room.book)

    return Section("keyboard", "Keyboard", "keyboard", build)


def _first_steps(room: Room, first_run: "FirstRun") -> Section:
    def build() -> QWidget:
        from jobtracker.ui.features.settings.first_steps import FirstStepsSection

        made = FirstStepsSection(room.theme)
        follow_sample(made.sample, first_run)
        made.hints_wanted.subscribe(lambda _none: room.book["show hints"].trigger(), owner=made)
        return made

    return Section("first steps", "First steps", "sparkles", build)


def _privacy(room: Room) -> Section:
    def build() -> QWidget:
        from jobtracker.ui.features.settings.privacy import PrivacySection
        from jobtracker.ui.features.settings.privacy_presenter import PrivacyPresenter

        pane = PrivacySection(room.theme)
        room.join(
            PrivacyPresenter(
                room.theme,
                pane,
                room.commander,
                room.memory,
                room.book,
                lambda: room.lead("data"),
            )
        )
        return pane

    return Section("privacy", "Privacy", "lock", build)
