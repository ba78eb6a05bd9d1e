"""Over a letter: what it is, when it was saved, its versions, and the way out of the app."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from jobtracker.ui.features.letters.words import moment, version_line
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button, IconButton
from jobtracker.ui.widgets.heading import Heading
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.menus import Menu
from jobtracker.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobtracker.services.letter_views import LetterView
    from jobtracker.storage.letters import Version

TEXT, PREVIEW = "text", "preview"
MOST = 15
"""Versions the menu lists; of those saved within one minute only the last."""
MINUTE = len("2026-11-22T09:41")


class LetterHeader(Heading):
    """`versions_wanted` asks for the list of versions, `restored` tells the one chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "section", Space.PANE)
        self.versions_wanted: Channel[None] = Channel()
        self.restored: Channel[int] = Channel()
        self.saved = PlainLabel("", "small")
        self.view_switch = Segmented("Text or preview", [(TEXT, "Text"), (PREVIEW, "Preview")])
        self.version = Button("Version 1", icon=theme.icon("history", "text"))
        self.version.clicked.connect(lambda: self.versions_wanted.put(None))
        self.export = Button(
            "Export PDF", kind="primary", icon=theme.icon("file-down", "on_accent")
        )
        self.export.setToolTip("Export PDF. Ctrl+E exports to the last folder at once.")
        self.more = IconButton(theme.icon("ellipsis"), "More")
        self.menu = Menu(self)
        self.more.clicked.connect(self._open_more)
        self._versions = Menu(self)
        self.add(self.view_switch, self.saved, self.version, self.export, self.more)

    def show_letter(self, view: "LetterView", today: date) -> None:
        self.say(view.template, f"{view.company}, {view.role}")
        self.version.setText(f"Version {view.version}")
        self.version.setAccessibleName(f"Version {view.version}, show all")
        self.say_saved(f"Saved {moment(view.updated_at, today)}")

    def say_saved(self, words: str) -> None:
        self.saved.setText(words)

    def show_versions(self, versions: "Sequence[Version]", today: date) -> Menu:
        """Open the menu of versions, newest first; choosing an earlier one restores it."""
        self._versions.clear()
        for place, version in enumerate(_worth_listing(versions)):
            action = self._versions.addAction(version_line(version, today))
            action.setEnabled(place > 0)
            action.triggered.connect(
                lambda _checked, number=version.number: self.restored.put(number)
            )
        self._versions.popup(self.version.mapToGlobal(QPoint(0, self.version.height() + 2)))
        return self._versions

    def _open_more(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))


def _worth_listing(versions: "Sequence[Version]") -> "list[Version]":
    """Those that left the app, and the last of each minute."""
    kept: list[Version] = []
    for version in versions:
        same_minute = bool(kept) and kept[-1].saved_at[:MINUTE] == version.saved_at[:MINUTE]
        if not same_minute or version.exported:
            kept.append(version)
    return kept[:MOST]
