"""The section of backups on the settings page."""

from PySide6.QtWidgets import QWidget

from jobtracker.desktop.settings_room import Room
from jobtracker.system.clock import SystemClock
from jobtracker.ui.features.settings.contract import Section


def backups_section(room: Room) -> Section:
    def build() -> QWidget:
        from jobtracker.ui.features.settings.backups import BackupSection
        from jobtracker.ui.features.settings.backups_presenter import BackupsPresenter

        pane = BackupSection(room.theme)
        room.join(
            BackupsPresenter(
                room.theme,
                pane,
                room.commander,
                room.beside,
                SystemClock().today,
                room.book["back up"].trigger,
            )
        )
        return pane

    return Section("backups", "Backups", "archive", build)
