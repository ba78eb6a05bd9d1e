"""The question before many applications are deleted at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from jobtracker.ui.features.applications import words
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (480, 200)
KEPT = (
    "They go with their history, letters and files. A backup is taken first, Undo brings them "
    "back, and the bin keeps them for 90 days."
)


class RemoveSheet(Sheet):
    """Calls `go` where it is confirmed."""

    def __init__(self, theme: Theme, opener: QWidget, count: int, go: Callable[[], object]) -> None:
        super().__init__(theme, opener, f"Delete {words.count_words(count)}?", SIZE)
        self._go = go
        cancel, delete = Button("Cancel"), Button("Delete", kind="danger")
        delete.setAccessibleDescription(KEPT)
        cancel.clicked.connect(self.close)
        delete.clicked.connect(self._confirm)
        self.default = delete
        self.body.addWidget(PlainLabel(KEPT, wrap=True))
        self.body.addStretch(1)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(delete)

    def open(self, focus: QWidget | None = None) -> None:
        """The keyboard is on Delete: the question was asked for by deleting."""
        super().open(focus or self.default)

    def _confirm(self) -> None:
        self.close()
        self._go()
