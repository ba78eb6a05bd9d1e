"""What the two menus over a letter offer, each done to the letter on the desk."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from shiboken6 import isValid

from jobtracker.domain.errors import JobtrackerError
from jobtracker.ui.features.letters.contract import Candidate, Duplicate, Intents, Keep
from jobtracker.ui.features.letters.desk.desk import Desk
from jobtracker.ui.features.letters.desk.draft import Draft
from jobtracker.ui.features.letters.leaving.exporting import NAMES, Exporting
from jobtracker.ui.features.letters.leaving.many_sheet import ManySheet
from jobtracker.ui.features.letters.past.past import Past
from jobtracker.ui.features.letters.past.whom_sheet import WhomSheet
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.menus import Menu

if TYPE_CHECKING:
    from jobtracker.services.letter_exports import Batch


class Deeds:
    """Fills the header's menus; each deed hands over first what is not saved yet."""

    def __init__(
        self, theme: Theme, desk: Desk, intents: Intents, exporting: Exporting, past: Past
    ) -> None:
        self._theme = theme
        self._desk = desk
        self._intents = intents
        self._exporting = exporting
        self._past = past
        self._many: ManySheet | None = None
        self._fill_export(desk.header.export_menu)
        self._fill_more(desk.header.menu)

    def keep_as_template(self) -> None:
        draft = self._saved_draft()
        if draft is not None:
            name = f"{draft.view.template}, {draft.view.company}"
            view = draft.view
            self._intents.kept.put(Keep(name, draft.text, view.kind, view.language))

    def remove(self) -> None:
        draft = self._saved_draft()
        if draft is not None:
            self._intents.removed.put(draft.id)

    def duplicate(self) -> None:
        """Ask for which application, once it is known which there are."""
        draft = self._saved_draft()
        if draft is not None:
            self._intents.duplicating.put(draft.id)

    def choose_whom(self, letter_id: int, candidates: Sequence[Candidate]) -> WhomSheet:
        """Open the list of applications that the letter can be written again for."""
        sheet = WhomSheet(self._theme, self._desk, candidates)
        sheet.chosen.subscribe(
            lambda whom: self._intents.duplicated.put(Duplicate(letter_id, whom)),
            owner=self._desk,
        )
        sheet.open(sheet.filter)
        return sheet

    def export_many(self, ids: tuple[int, ...]) -> ManySheet:
        """Ask as what and where several letters are to be written, and write them."""
        self._desk.flush()
        sheet = self._many = ManySheet(self._theme, self._desk, ids, self._exporting.folder)
        sheet.started.subscribe(self._intents.export_many.put, owner=self._desk)
        sheet.open(sheet.default)
        return sheet

    def show_batch(self, batch: "Batch") -> None:
        """What became of several letters."""
        if self._many is not None and isValid(self._many):
            self._many.show_batch(batch)

    def refuse_batch(self, error: JobtrackerError) -> None:
        if self._many is not None and isValid(self._many):
            self._many.refuse(error)

    def _fill_export(self, menu: Menu) -> None:
        exporting = self._exporting
        for suffix, name in NAMES.items():
            self._add(menu, "file-down", name, self._exporter(suffix))
        menu.addSeparator()
        self._add(menu, "copy", "Copy", exporting.copy)
        self._add(menu, "printer", "Print…", exporting.print_out)
        menu.addSeparator()
        self._add(menu, "upload", "Export to another folder…", lambda: exporting.begin(ask=True))
        menu.addSeparator()
        self._add(menu, "mail", "Mark as sent", exporting.mark_sent)

    def _fill_more(self, menu: Menu) -> None:
        past = self._past
        self._add(menu, "list-checks", "Check letter", self._exporting.look)
        self._add(menu, "bookmark", "Keep version…", past.keep)
        self._add(menu, "history", "Versions…", past.ask_versions)
        self._add(menu, "columns-2", "Compare…", past.compare)
        menu.addSeparator()
        self._add(menu, "copy", "Duplicate for another application…", self.duplicate)
        self._add(menu, "file-text", "Save as template", self.keep_as_template)
        menu.addSeparator()
        self._add(menu, "trash-2", "Delete letter", self.remove)

    def _exporter(self, suffix: str) -> Callable[[], None]:
        return lambda: self._exporting.begin(suffix)

    def _add(self, menu: Menu, icon: str, words: str, deed: Callable[[], object]) -> None:
        action = menu.addAction(self._theme.icon(icon), words)
        action.triggered.connect(lambda _checked: deed())

    def _saved_draft(self) -> Draft | None:
        self._desk.flush()
        return self._desk.draft
