"""Several letters at once: as what, into which folder, how far it is, and what became of them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from jobtracker.domain.errors import JobtrackerError
from jobtracker.ui.features.letters.contract import ExportMany, Folder, Run
from jobtracker.ui.features.letters.leaving.exporting import NAMES
from jobtracker.ui.features.letters.words import counted
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.dialogs import open_folder
from jobtracker.ui.widgets.labels import ElidedLabel, PlainLabel
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.segmented import Segmented
from jobtracker.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from jobtracker.services.letter_exports import Batch

SIZE = (560, 400)
LOOK_MS = 100
"""How often the bar looks how far the work is; only while there is some."""


class ManySheet(Sheet):
    """`started` asks for the work. Stop and Esc let it end after the letter it is at."""

    def __init__(self, theme: Theme, opener: QWidget, ids: tuple[int, ...], folder: Folder) -> None:
        super().__init__(theme, opener, f"Export {len(ids)} letters", SIZE)
        self.started: Channel[ExportMany] = Channel()
        self._ids = ids
        self._kept = folder
        self._run = Run()
        self._path = _first_folder(folder)
        self.format = Segmented("Format", list(NAMES.items()))
        if folder.suffix() in NAMES:
            self.format.set_value(folder.suffix())
        self.where = ElidedLabel(str(self._path), "body")
        self.choose = Button("Choose folder…")
        self.progress = QProgressBar()
        self.said = PlainLabel("", "strong", wrap=True)
        self.stayed = ScrollPane(0)
        self.stop = Button("Stop")
        self.go = Button(f"Export {len(ids)} letters", kind="primary")
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._show_progress)
        self._lay_out_sheet()
        self._listen()

    def show_batch(self, batch: "Batch") -> None:
        """Say how many were written, and why the others were not."""
        self._rest()
        self._kept.keep(str(self._path), self.format.value())
        words = f"{counted(len(batch.exported), 'letter')} exported to {self._path.name}."
        if batch.stayed:
            words += f" {counted(len(batch.stayed), 'letter')} stayed here:"
        if batch.cancelled:
            words = f"Stopped. {words}"
        self.said.setText(words)
        for letter in batch.stayed:
            line = PlainLabel(f"{letter.name}: {letter.why}", "small", wrap=True)
            self.stayed.column.insertWidget(self.stayed.column.count() - 1, line)
        self.go.setText("Close")
        self.go.setAccessibleName("Close")
        self.go.setEnabled(True)
        self.go.clicked.disconnect()
        self.go.clicked.connect(self.close)
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: JobtrackerError) -> None:
        """Nothing could be written: say why, and let another folder be chosen."""
        self._rest()
        self.said.setText(str(error))
        for widget in (self.format, self.choose, self.go):
            widget.setEnabled(True)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> bool:
        self._run.stopped = True
        return super().close()

    def _start(self) -> None:
        for widget in (self.format, self.choose, self.go):
            widget.setEnabled(False)
        self._run = Run()
        self.progress.setValue(0)
        self.progress.show()
        self.stop.show()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._clock.start()
        self.started.put(ExportMany(self._ids, self._path, self.format.value(), self._run))

    def _show_progress(self) -> None:
        self.progress.setValue(self._run.done)
        self.said.setText(f"{self._run.done} of {len(self._ids)}")

    def _rest(self) -> None:
        self._clock.stop()
        self.progress.hide()
        self.stop.hide()

    def _stop(self) -> None:
        self._run.stopped = True
        self.stop.setEnabled(False)

    def _ask_folder(self) -> None:
        open_folder(self, "Export letters to", self._path, self._take_folder)

    def _take_folder(self, path: Path) -> None:
        self._path = path
        self.where.setText(str(path))

    def _listen(self) -> None:
        self.choose.clicked.connect(self._ask_folder)
        self.stop.clicked.connect(self._stop)
        self.go.clicked.connect(self._start)
        self.default = self.go

    def _lay_out_sheet(self) -> None:
        self.progress.setRange(0, len(self._ids))
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Letters exported")
        self.progress.hide()
        self.stop.hide()
        self.stayed.column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Space.SMALL)
        row.addWidget(self.where, 1)
        row.addWidget(self.choose)
        self.body.addWidget(PlainLabel("Format", "caption"))
        self.body.addWidget(self.format)
        self.body.addSpacing(Space.SMALL)
        self.body.addWidget(PlainLabel("Folder", "caption"))
        self.body.addLayout(row)
        self.body.addSpacing(Space.SMALL)
        self.body.addWidget(self.said)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.stayed, 1)
        note = "Letters that the check stops are left out."
        self.footer.addWidget(PlainLabel(note, "cap"))
        self.footer.addStretch(1)
        self.footer.addWidget(self.stop)
        self.footer.addWidget(self.go)


def _first_folder(folder: Folder) -> Path:
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    known = (folder.read(), QStandardPaths.writableLocation(documents))
    return next((Path(one) for one in known if one and Path(one).is_dir()), Path.home())
