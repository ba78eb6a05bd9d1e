"""The files of an application: exactly what was sent, and what came back."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from jobtracker.domain.documents import DocumentKind
from jobtracker.domain.facts import fact_name
from jobtracker.domain.file_names import document_name, escaped, shown_name
from jobtracker.ui.features.applications.detail.cards import CardsTab, Deed, Item, labelled
from jobtracker.ui.features.applications.detail.contract import (
    FILES,
    DetailIntents,
    FilesAdded,
    SavedCopy,
)
from jobtracker.ui.features.applications.detail.fact_row import Kind, Spec, Value
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets import days, dialogs
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.hints import Readers

if TYPE_CHECKING:
    from datetime import date

    from jobtracker.domain.documents import Document

EMPTY = "No files yet. Keep what you sent: drop files here, or onto the pane."
NAMES = {DocumentKind.CV: "CV"}
KB, MB = 1024, 1024 * 1024


def kind_name(kind: str) -> str:
    return NAMES.get(DocumentKind(kind), fact_name(kind)) if kind else ""


SPECS = (
    Spec("name", "Name", empty="Type a name", always=True),
    Spec(
        "kind", "Kind", Kind.CHOICE, "Not set", "", tuple(map(kind_name, DocumentKind)), always=True
    ),
    Spec("sent_on", "Sent", Kind.PAST_DAY, "Not sent", "today, 26 oct", always=True),
)


class FilesTab(CardsTab):
    part = FILES
    specs = SPECS
    first = "kind"

    def __init__(self, theme: Theme, readers: Readers, intents: DetailIntents) -> None:
        super().__init__(theme, readers, intents, EMPTY)
        self._names: dict[int, str] = {}
        self.add_file = Button("Add file…", icon=theme.icon("plus"))
        self.add_file.clicked.connect(self._ask)
        self.top.addLayout(labelled(self.add_file))

    def show_files(
        self, application_id: int, documents: "Sequence[Document]", today: "date"
    ) -> None:
        self._names = {one.id: one.name for one in documents}
        self.show_items(application_id, [_item(one, today) for one in documents])

    def deeds(self) -> Sequence[Deed]:
        return [
            Deed("external-link", "Open a copy", self._intents.file_opened.put),
            Deed("download", "Save a copy", self._save),
            Deed("trash-2", "Remove this file", self.remove),
        ]

    def fields_of(self, field: str, text: str) -> Mapping[str, object]:
        if field == "sent_on":
            return {field: self._readers.day(text, True)}
        if field == "kind":
            kinds = {kind_name(kind).lower(): kind for kind in DocumentKind}
            return {field: kinds.get(text.strip().lower(), "")}
        return {field: text}

    def take_focus(self) -> None:
        self.add_file.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Keep copies of these files with the application."""
        self.expect()
        self._intents.files_added.put(FilesAdded(self._id, paths))

    def _ask(self) -> None:
        dialogs.open_file(self, "Add file", ["All files (*)"], lambda path: self.add_paths([path]))

    def _save(self, key: int) -> None:
        suggested = Path.home() / document_name(self._names[key])
        save = partial(SavedCopy, key)
        dialogs.save_file(
            self,
            "Save a copy",
            suggested,
            ["All files (*)"],
            lambda path: self._intents.file_saved.put(save(path)),
        )


def size_words(size: int) -> str:
    """A size in bytes as one says it: "184 KB"."""
    if size < KB:
        return f"{size} bytes"
    return f"{size / KB:.0f} KB" if size < MB else f"{size / MB:.1f} MB"


def _item(document: "Document", today: "date") -> Item:
    sent = document.sent_on
    values = {
        "name": Value(escaped(document.name)),
        "kind": Value(kind_name(document.kind)),
        "sent_on": Value(days.full_day(sent) if sent else ""),
    }
    said = f"sent {days.day_words(sent, today)}" if sent else "kept"
    detail = f"{kind_name(document.kind)}, {size_words(document.size)}, {said}"
    return Item(document.id, shown_name(document.name), detail, values)
