"""Stands between a letter that is to leave the app and the services that let it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from jobtracker.domain.gate import Finding
from jobtracker.ui.features.letters.contract import Check, Export, ExportMany, Leave
from jobtracker.ui.features.letters.page import LettersPage
from jobtracker.ui.runtime.commander import Commander, Offer

if TYPE_CHECKING:
    from jobtracker.services.letter_exports import Clip, PrintJob
    from jobtracker.services.workspace import Workspace

GATE = "gate"
MARK_AS_SENT = "Mark as sent"


class LeavingPresenter:
    """Hears who wants a letter checked, exported, copied, printed or marked as sent."""

    def __init__(self, page: LettersPage, commander: Commander, workspace: "Workspace") -> None:
        self._page = page
        self._exporting = page.exporting
        self._commander = commander
        self._workspace = workspace
        intents = page.intents
        intents.checked.subscribe(self._check, owner=page)
        intents.exported.subscribe(self._export, owner=page)
        intents.copied.subscribe(self._copy, owner=page)
        intents.printed.subscribe(self._print, owner=page)
        intents.sent.subscribe(self._send, owner=page)
        intents.export_many.subscribe(self._export_many, owner=page)

    def _check(self, check: Check) -> None:
        workspace, exporting = self._workspace, self._exporting

        def show(findings: tuple[Finding, ...]) -> None:
            exporting.show_check(check, findings)

        question = "" if check.to_export else GATE
        self._commander.read(
            lambda: _findings(workspace, check.id), show, question=question, owner=self._page
        )

    def _export(self, export: Export) -> None:
        exports, exporting = self._workspace.letter_exports, self._exporting
        words = f"Exported as {export.path.name}"
        self._commander.change(
            lambda: exports.export(export.id, export.path, override=export.reason),
            lambda _exported: exporting.exported(export),
            exporting.failed,
            owner=self._page,
            toast=lambda _exported: self._offer_sent(words, Leave(export.id, export.reason)),
        )

    def _copy(self, leave: Leave) -> None:
        exports, exporting = self._workspace.letter_exports, self._exporting

        def put(clip: "Clip") -> None:
            data = QMimeData()
            data.setText(clip.plain)
            data.setHtml(clip.html)
            QGuiApplication.clipboard().setMimeData(data)
            exporting.left()

        self._commander.change(
            lambda: exports.clip(leave.id, leave.reason),
            put,
            exporting.failed,
            owner=self._page,
            toast=lambda _clip: self._offer_sent("Letter copied", leave),
        )

    def _print(self, leave: Leave) -> None:
        exports, exporting = self._workspace.letter_exports, self._exporting

        def ask(job: "PrintJob") -> None:
            from jobtracker.ui.features.letters.leaving.printing import print_letter

            exporting.left()
            print_letter(self._page, job)

        self._commander.change(
            lambda: exports.printable(leave.id, leave.reason),
            ask,
            exporting.failed,
            owner=self._page,
        )

    def _send(self, leave: Leave) -> None:
        letters, exporting = self._workspace.letters, self._exporting
        self._commander.change(
            lambda: letters.sent(leave.id, override=leave.reason),
            lambda _version: exporting.left(),
            lambda error: exporting.not_sent(leave, error),
            owner=self._page,
            toast="Letter marked as sent",
        )

    def _export_many(self, wish: ExportMany) -> None:
        exports, deeds, run = self._workspace.letter_exports, self._page.deeds, wish.run

        def note(done: int, _all: int) -> None:
            run.done = done

        self._commander.change(
            lambda: exports.export_many(
                wish.ids, wish.folder, wish.suffix, note, lambda: run.stopped
            ),
            deeds.show_batch,
            deeds.refuse_batch,
            owner=self._page,
        )

    def _offer_sent(self, words: str, leave: Leave) -> str | Offer:
        """What left may be on its way; a letter that was sent before needs no mark."""
        draft = self._page.desk.draft
        if draft is not None and draft.id == leave.id and draft.view.sent_on is not None:
            return words
        return Offer(words, MARK_AS_SENT, lambda: self._page.intents.sent.put(leave))


def _findings(workspace: "Workspace", letter_id: int) -> tuple[Finding, ...]:
    """What the words of a letter show, and what only its pages do."""
    from jobtracker.services.letter_exports import check_pages

    letters = workspace.letters
    return (*letters.check(letter_id), *check_pages(letters.view(letter_id)))
