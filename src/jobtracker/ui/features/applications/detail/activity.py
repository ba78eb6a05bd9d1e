"""The activity of an application: a field for a note, and what happened, newest first."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.features.applications.detail.timeline import Timeline
from jobtracker.ui.features.applications.detail.timeline_lines import has_corrections, lines_of
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import CommitLineEdit
from jobtracker.ui.widgets.hints import Readers
from jobtracker.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationView

FEW = 8
"""So many entries stand in the pane until all are asked for."""


class Activity(QWidget):
    """Shows the newest entries; all of them on the full page or when asked."""

    def __init__(self, theme: Theme, readers: Readers) -> None:
        super().__init__()
        self.note = CommitLineEdit("Add a note", placeholder="Add a note to the activity")
        self.note.setProperty("field", "note")
        self.timeline = Timeline(theme, readers)
        self.all_button = Button("Show all", kind="link")
        self.corrections = Button("Show corrections", kind="link")
        self._view: ApplicationView | None = None
        self._today = date.min
        self._all = False
        self._corrections = False
        self._roomy = False
        self.all_button.clicked.connect(self._toggle_all)
        self.corrections.clicked.connect(self._toggle_corrections)
        self._lay_out()

    def show_activity(self, view: "ApplicationView", today: date, *, anew: bool) -> None:
        """Show what happened; `anew` for another application, which starts with the newest."""
        self._view, self._today = view, today
        if anew:
            self._all = self._corrections = False
            self.note.setModified(False)
            self.note.set_value("")
        self._show()

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room for all entries, as on the full page."""
        self._roomy = roomy
        self._show()

    def _show(self) -> None:
        if self._view is None:
            return
        lines = lines_of(self._view, self._today, corrections=self._corrections)
        whole = self._all or self._roomy
        self.timeline.show_lines(lines if whole else lines[:FEW])
        self._say(self.all_button, "Show fewer" if self._all else f"Show all {len(lines)}")
        self.all_button.setVisible(len(lines) > FEW and not self._roomy)
        words = "Hide corrections" if self._corrections else "Show corrections"
        self._say(self.corrections, words)
        self.corrections.setVisible(has_corrections(self._view))

    def _say(self, button: Button, words: str) -> None:
        button.setText(words)
        button.setAccessibleName(words)

    def _toggle_all(self) -> None:
        self._all = not self._all
        self._show()

    def _toggle_corrections(self) -> None:
        self._corrections = not self._corrections
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.SNUG)
        head.addWidget(PlainLabel("Activity", "strong"))
        head.addStretch(1)
        head.addWidget(self.all_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addSpacing(Space.TIGHT)
        column.addWidget(self.timeline)
        below = QHBoxLayout()
        below.addWidget(self.corrections)
        below.addStretch(1)
        column.addLayout(below)
        column.addStretch(1)
