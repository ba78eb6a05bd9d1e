"""Before a restore: what is in the backup, what would change, and then how far it is."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.preview_sheet import PreviewSheet

KEPT = (
    "The present state is backed up first and its file is kept. Ctrl+Z does not reach back over a "
    "restore: the backup “Before a restore” is the way back. What you are typing stays."
)
ALIKE = "No application differs from now"
ONLY_REST = "All else, such as letters and settings, would be as it was then."


class Group(NamedTuple):
    """What a restore does the same to: "3 applications would come back", and their names."""

    title: str
    names: tuple[str, ...]
    more: str


class Offered(NamedTuple):
    """A restore in words."""

    title: str
    holds: str
    groups: tuple[Group, ...]


class RestoreSheet(PreviewSheet):
    """What a restore would change. Where nothing would come of it, Cancel is the `default`."""

    action = "Restore"
    working = "Restoring and checking…"
    content = "What would change"

    def __init__(self, theme: Theme, opener: QWidget, offered: Offered) -> None:
        super().__init__(theme, opener, offered.title, offered.holds, (), KEPT)
        self.go.setAccessibleDescription(f"{offered.holds}. {KEPT}")
        if not offered.groups:
            self.default = self.cancel
            self.go.setProperty("k", "")
            self.cancel.setProperty("k", "primary")
        self._fill(offered.groups)

    def stopped(self) -> None:
        """It was stopped in time; everything is as it was."""
        self.refuse("Stopped. Nothing was changed.", "warn")

    def _fill(self, groups: Sequence[Group]) -> None:
        column = self.inside.column
        column.setSpacing(Space.TIGHT)
        if not groups:
            column.addWidget(PlainLabel(ALIKE, "strong"))
            column.addWidget(PlainLabel(ONLY_REST, "small", wrap=True))
        for group in groups:
            column.addWidget(PlainLabel(group.title, "strong"))
            for name in (*group.names, *([group.more] if group.more else [])):
                column.addWidget(PlainLabel(name, "small", wrap=True))
            column.addSpacing(Space.SMALL)
        column.addStretch(1)


class TakeOverSheet(RestoreSheet):
    """The same of a copy that another computer wrote: what is in it was never here. The keyboard
    begins on the way back.
    """

    action = "Take over"
    working = "Taking over and checking…"

    def open(self, focus: QWidget | None = None) -> None:
        super().open(focus or self.cancel)
