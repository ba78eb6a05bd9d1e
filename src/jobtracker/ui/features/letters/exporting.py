"""From the desk to a PDF: through the gate, to a place, and again to the same place."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from jobtracker.domain.errors import JobtrackerError
from jobtracker.domain.file_names import letter_file_name
from jobtracker.domain.gate import Finding, is_open
from jobtracker.ui.features.letters.contract import Check, Export, Folder, Intents
from jobtracker.ui.features.letters.desk import Desk
from jobtracker.ui.widgets.dialogs import save_file

if TYPE_CHECKING:
    from jobtracker.services.letter_views import LetterView

PATTERNS = ("PDF (*.pdf)",)
MOST = 1000


class Exporting:
    """One export at a time: what is on the desk is saved and checked first."""

    def __init__(self, page: QWidget, desk: Desk, intents: Intents, folder: Folder) -> None:
        self._page = page
        self._desk = desk
        self._intents = intents
        self._folder = folder
        self._again = False
        self._reason = ""
        self._sent: dict[int, Path] = {}
        desk.check.overridden.subscribe(self._override, owner=page)

    def begin(self, *, again: bool = False) -> None:
        """Export the letter on the desk; `again` to the last folder without asking."""
        if self._desk.draft is None:
            return
        self._desk.flush()
        self._again = again
        self._reason = ""
        self._intents.checked.put(Check(self._desk.draft.id, to_export=True))

    def show_check(self, check: Check, findings: tuple[Finding, ...]) -> None:
        """What the gate found; where it is open the letter goes on its way."""
        draft = self._desk.draft
        if draft is None or draft.id != check.id:
            return
        if check.to_export or self._desk.check.isVisible():
            self._desk.check.show_findings(findings)
        if check.to_export and is_open(findings):
            self._choose_place(draft.shown)

    def recheck(self) -> None:
        """Look again, while the list of findings is shown."""
        if self._desk.draft is not None and self._desk.check.isVisible():
            self._intents.checked.put(Check(self._desk.draft.id, to_export=False))

    def exported(self, export: Export) -> None:
        self._sent[export.id] = export.path
        self._folder.keep(str(export.path.parent))
        self._desk.check.dismiss()
        self._desk.banner.hide()
        self._busy(on=False)

    def failed(self, _export: Export, error: JobtrackerError) -> None:
        self._busy(on=False)
        self._desk.banner.say(
            "danger",
            "The letter was not exported.",
            str(error),
            "Choose another place",
            self._choose_place_anew,
            dismissible=True,
        )

    def _override(self, reason: str) -> None:
        draft = self._desk.draft
        if draft is not None:
            self._desk.flush()
            self._reason = reason
            self._choose_place(draft.shown)

    def _choose_place_anew(self) -> None:
        if self._desk.draft is not None:
            self._again = False
            self._choose_place(self._desk.draft.shown)

    def _choose_place(self, view: "LetterView") -> None:
        name = letter_file_name(view.person.get("your_name", ""), view.company, view.role, "pdf")
        kept = self._folder.read()
        if self._again and kept and Path(kept).is_dir():
            self._send(view.id, self._sent.get(view.id) or _free(Path(kept) / name))
            return
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = kept or QStandardPaths.writableLocation(documents)
        save_file(
            self._page,
            "Export letter",
            Path(folder) / name,
            PATTERNS,
            lambda path: self._send(view.id, path),
        )

    def _send(self, letter_id: int, path: Path) -> None:
        self._busy(on=True)
        self._intents.exported.put(Export(letter_id, path, self._reason))

    def _busy(self, *, on: bool) -> None:
        self._desk.header.export.setEnabled(not on)


def _free(path: Path) -> Path:
    """The path, with a number where a file of that name is there: another letter's PDF must
    not be replaced without a question.
    """
    numbered = (path.with_stem(f"{path.stem} {number}") for number in range(2, MOST))
    return path if not path.exists() else next(p for p in numbered if not p.exists())
