"""Before an archive is brought in: what is in it, what of it is new, then how far it is."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QGridLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.progress_line import ProgressLine
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from jobtracker.ui.runtime.meter import Meter

SIZE = (620, 520)
KEPT = (
    "Nothing that is here is changed. A backup is made first, and one undo takes it all out again."
)
NOTHING_NEW = "Everything in it is here already"
WORKING = "Bringing it in…"
HEADINGS = ("", "In the file", "New here")


class Line(NamedTuple):
    """A kind of record: "Applications", how many the file holds, and how many of them are new."""

    kind: str
    total: int
    new: int


class ImportSheet(Sheet):
    """`confirmed` asks to bring it in, with the meter to count on."""

    def __init__(self, theme: Theme, opener: QWidget, name: str, lines: list[Line]) -> None:
        super().__init__(theme, opener, f"Import {name}", SIZE)
        self.confirmed: Channel[Meter] = Channel()
        self.banner = Banner(theme)
        self.progress = ProgressLine(theme)
        self.go = Button("Import", kind="primary")
        self.go.clicked.connect(self._confirm)
        self.default = self.go
        new = sum(line.new for line in lines)
        self.go.setEnabled(new > 0)
        self.go.setText(f"Import {new:,} record{'' if new == 1 else 's'}" if new else "Import")
        self._meter: Meter | None = None
        self._lay_out_lines(lines, NOTHING_NEW if not new else KEPT)

    def refuse(self, words: str) -> None:
        """Say why it was not brought in; everything is as it was."""
        self.progress.end()
        self._meter = None
        self.banner.say("danger", words)
        self.go.setEnabled(True)
        self.go.setFocus()

    def close(self) -> bool:
        """Leaving stops what is under way, which then changes nothing."""
        if self._meter is not None:
            self._meter.stop()
        return super().close()

    def done(self) -> None:
        """It is in: go away."""
        self._meter = None
        self.close()

    def _confirm(self) -> None:
        self.banner.hide()
        self.go.setEnabled(False)
        self._meter = self.progress.follow(WORKING)
        self.progress.stop.setFocus()
        self.confirmed.put(self._meter)

    def _lay_out_lines(self, lines: list[Line], kept: str) -> None:
        inside = ScrollPane(margin=0)
        inside.setAccessibleName("What is in the file")
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.PAGE)
        grid.setColumnStretch(0, 1)
        for column, words in enumerate(HEADINGS):
            grid.addWidget(PlainLabel(words, "cap"), 0, column)
        for row, line in enumerate(lines, start=1):
            for column, words in enumerate((line.kind, f"{line.total:,}", f"{line.new:,}")):
                grid.addWidget(PlainLabel(words, "strong" if column == 0 else "body"), row, column)
        inside.column.addLayout(grid)
        inside.column.addStretch(1)
        self.body.setSpacing(Space.MEDIUM)
        self.body.addWidget(self.banner)
        self.body.addWidget(inside, 1)
        self.body.addWidget(PlainLabel(kept, "small", wrap=True))
        self.body.addWidget(self.progress)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.close)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(self.go)
