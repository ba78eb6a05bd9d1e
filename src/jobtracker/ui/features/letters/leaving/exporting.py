"""From the desk out of the app: through the gate, then to a file, a printer or the clipboard."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QWidget

from jobtracker.domain.errors import BlockedByGateError, JobtrackerError
from jobtracker.domain.file_names import letter_file_name
from jobtracker.domain.gate import Finding, is_open
from jobtracker.ui.features.letters.contract import Check, Export, Folder, Intents, Leave
from jobtracker.ui.features.letters.desk.desk import Desk
from jobtracker.ui.widgets.dialogs import save_file

if TYPE_CHECKING:
    from jobtracker.services.letter_views import LetterView

FORMATS = {".pdf": "PDF", ".docx": "Word", ".txt": "text", ".md": "Markdown"}
"""How a format is called on the button, by the end of its files' names."""
NAMES = {**FORMATS, ".txt": "Plain text"}
"""The same where it stands alone."""
PATTERNS = {
    ".pdf": "PDF (*.pdf)",
    ".docx": "Word document (*.docx)",
    ".txt": "Plain text (*.txt)",
    ".md": "Markdown (*.md)",
}
FILE, COPY, PRINT, SEND = "file", "copy", "print", "send"
DEEDS = {FILE: "Export", COPY: "Copy", PRINT: "Print", SEND: "Mark as sent"}
"""What a way out is called where the gate has stopped it."""
MOST = 1000
PATIENCE_MS = 1000


class Way(NamedTuple):
    """How a letter is to leave: as a file (`suffix`; `ask` for another folder), by the clipboard,
    on paper, or by a way of the person's own, of which only the mark is kept.
    """

    kind: str = FILE
    suffix: str = ".pdf"
    ask: bool = False


class Exporting:
    """One letter at a time: what is on the desk is saved and checked first."""

    def __init__(self, page: QWidget, desk: Desk, intents: Intents, folder: Folder) -> None:
        self._page = page
        self._desk = desk
        self._intents = intents
        self.folder = folder
        self._way = Way()
        self._reason = ""
        self._written: dict[tuple[int, str], Path] = {}
        self._patience = QTimer(page, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(lambda: desk.header.export.setText("Exporting…"))
        desk.check.overridden.subscribe(self._override, owner=page)
        self._name_format()

    def begin(self, suffix: str = "", *, ask: bool = False) -> None:
        """Write the letter as a file: in this format or the last one, into the last folder unless
        `ask`.
        """
        self._leave(Way(FILE, suffix or self._last_suffix(), ask))

    def copy(self) -> None:
        """Put the letter on the clipboard."""
        self._leave(Way(COPY))

    def print_out(self) -> None:
        self._leave(Way(PRINT))

    def mark_sent(self) -> None:
        """Keep the letter as it is now, as the one that was sent.

        Whether the gate stops it is asked of whoever keeps it: what was exported for a reason and
        not changed since is sent under that reason.
        """
        if self._may_leave(Way(SEND)) and self._desk.draft is not None:
            self._go(self._desk.draft.shown)

    def look(self) -> None:
        """List what the gate finds, without sending anything."""
        if self._desk.draft is not None:
            self._desk.flush()
            self._intents.checked.put(Check(self._desk.draft.id, to_export=False))
            self._desk.check.await_findings()

    def show_check(self, check: Check, findings: tuple[Finding, ...]) -> None:
        """What the gate found; where it is open the letter goes on its way."""
        draft = self._desk.draft
        if draft is None or draft.id != check.id:
            return
        if check.to_export or self._desk.check.is_wanted:
            self._desk.check.show_findings(findings, leaving=check.to_export)
        if check.to_export and is_open(findings) and self._way.kind != SEND:
            self._go(draft.shown)

    def recheck(self) -> None:
        """Look again, while the list of findings is shown."""
        if self._desk.draft is not None and self._desk.check.is_wanted:
            self._intents.checked.put(Check(self._desk.draft.id, to_export=False))

    def exported(self, export: Export) -> None:
        self._written[export.id, export.path.suffix] = export.path
        self.folder.keep(str(export.path.parent), export.path.suffix)
        self.left()

    def left(self) -> None:
        """The letter has left the app."""
        self._desk.check.dismiss()
        self._desk.banner.hide()
        self._busy(on=False)

    def failed(self, error: JobtrackerError) -> None:
        """Say what went wrong, and offer another place where a place was the matter."""
        self._busy(on=False)
        files, sent = self._way.kind == FILE, self._way.kind == SEND
        not_done = "exported" if files else "marked as sent"
        self._desk.banner.say(
            "danger",
            f"The letter was not {not_done}." if files or sent else "The letter did not leave.",
            str(error),
            "Choose another place" if files else "",
            self._choose_place_anew,
            dismissible=True,
        )

    def not_sent(self, leave: Leave, error: JobtrackerError) -> None:
        """The letter was not marked as sent: list what stopped it, or say what went wrong."""
        self._take(Way(SEND))
        if isinstance(error, BlockedByGateError):
            self._busy(on=False)
            self._intents.checked.put(Check(leave.id, to_export=True))
        else:
            self.failed(error)

    def _leave(self, way: Way) -> None:
        if self._may_leave(way) and self._desk.draft is not None:
            self._intents.checked.put(Check(self._desk.draft.id, to_export=True))

    def _may_leave(self, way: Way) -> bool:
        """Save what is on the desk, to let it go this way; False where it can't go now."""
        if self._desk.draft is None or not self._desk.header.export.isEnabled():
            return False
        self._desk.flush()
        self._take(way)
        self._reason = ""
        return True

    def _take(self, way: Way) -> None:
        self._way = way
        self._desk.check.name_deed(DEEDS[way.kind])

    def _override(self, reason: str) -> None:
        draft = self._desk.draft
        if draft is not None:
            self._desk.flush()
            self._reason = reason
            self._go(draft.shown)

    def _go(self, view: "LetterView") -> None:
        if self._way.kind == FILE:
            self._choose_place(view)
            return
        intents = self._intents
        ways = {COPY: intents.copied, PRINT: intents.printed, SEND: intents.sent}
        self._busy(on=True)
        ways[self._way.kind].put(Leave(view.id, self._reason))

    def _choose_place_anew(self) -> None:
        if self._desk.draft is not None:
            self._way = self._way._replace(ask=True)
            self._choose_place(self._desk.draft.shown)

    def _choose_place(self, view: "LetterView") -> None:
        way = self._way
        writer = view.values.get("your_name", "") or view.known.get("your_name", "")
        name = letter_file_name(writer, view.company, view.role, way.suffix[1:])
        kept = self.folder.read()
        if not way.ask and kept and Path(kept).is_dir():
            again = self._written.get((view.id, way.suffix))
            self._send(view.id, again or _free(Path(kept) / name))
            return
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = kept or QStandardPaths.writableLocation(documents)
        save_file(
            self._page,
            "Export letter",
            Path(folder) / name,
            [PATTERNS[way.suffix]],
            lambda path: self._send(view.id, path),
        )

    def _send(self, letter_id: int, path: Path) -> None:
        self._busy(on=True)
        self._intents.exported.put(Export(letter_id, path, self._reason))

    def _busy(self, *, on: bool) -> None:
        self._desk.header.export.setEnabled(not on)
        if on:
            self._patience.start()
        else:
            self._patience.stop()
            self._name_format()

    def _name_format(self) -> None:
        self._desk.header.export.name_format(FORMATS[self._last_suffix()])

    def _last_suffix(self) -> str:
        kept = self.folder.suffix()
        return kept if kept in FORMATS else ".pdf"


def _free(path: Path) -> Path:
    """The path, with a number where a file of that name is there: another letter's file must
    not be replaced without a question.
    """
    numbered = (path.with_stem(f"{path.stem} {number}") for number in range(2, MOST))
    return path if not path.exists() else next(p for p in numbered if not p.exists())
