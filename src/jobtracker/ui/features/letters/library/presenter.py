"""Stands between templates and blocks and their services."""

from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.blocks import Block
from jobtracker.domain.changes import Changes
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.ui.features.letters.library.contract import (
    Answered,
    FromLetter,
    LibraryShelf,
    OwnTemplate,
)
from jobtracker.ui.features.letters.library.library import Library
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace

SHELF = "library"
TOPICS = ("letter_block", "letter_block_use", "letter_template", "event")
"""A letter that is marked as sent logs an event; those that are written change nothing here."""


class LibraryPresenter:
    """Made with the page; `attach` gives it the services once they are loaded."""

    def __init__(self, library: Library, commander: Commander) -> None:
        self._library = library
        self._commander = commander
        self._workspace: Workspace | None = None

    def attach(self, workspace: "Workspace") -> None:
        """Bring the library to life; it then reads everything anew."""
        from jobtracker.services.template_pages import pages_of

        self._workspace = workspace
        self._listen()
        self._library.attach(lambda held: pages_of(held.text, held.kind, held.language))
        self.refresh()

    def refresh(self) -> None:
        services = self._services
        self._commander.read(
            lambda: _shelf(services),
            self._library.show_shelf,
            question=SHELF,
            owner=self._library.template,
        )

    @property
    def _services(self) -> "Workspace":
        assert self._workspace is not None
        return self._workspace

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*TOPICS):
            self.refresh()

    def _listen(self) -> None:
        wants, owner = self._library.wants, self._library.template
        wants.template_saved.subscribe(self._save_template, owner=owner)
        wants.template_made.subscribe(self._make_template, owner=owner)
        wants.template_copied.subscribe(self._copy_template, owner=owner)
        wants.template_removed.subscribe(self._remove_template, owner=owner)
        wants.block_made.subscribe(self._make_block, owner=owner)
        wants.block_kept.subscribe(self._keep_block, owner=owner)
        wants.block_saved.subscribe(self._save_block, owner=owner)
        wants.block_removed.subscribe(self._remove_block, owner=owner)
        wants.file_chosen.subscribe(self._read_file, owner=owner)
        wants.file_stored.subscribe(self._store_file, owner=owner)
        self._commander.changed.subscribe(self._changed, owner=owner)

    def _save_template(self, held: OwnTemplate) -> None:
        templates, view = self._services.letter_templates, self._library.template
        self._commander.change(
            lambda: templates.save(held.id, held.name, held.text, held.kind, held.language),
            lambda _id: view.saved(),
            view.not_saved,
            owner=view,
        )

    def _make_template(self, _none: None) -> None:
        templates = self._services.letter_templates
        kind, language = LetterKind.COVER_LETTER, Language.ENGLISH
        self._commander.change(
            lambda: templates.add("New template", "", kind, language),
            self._library.open_template,
            owner=self._library.template,
        )

    def _copy_template(self, template_id: int) -> None:
        templates = self._services.letter_templates
        self._commander.change(
            lambda: templates.copy(template_id),
            self._library.open_template,
            owner=self._library.template,
        )

    def _remove_template(self, template_id: int) -> None:
        templates = self._services.letter_templates
        self._commander.change(lambda: templates.remove(template_id), toast="Template deleted")

    def _make_block(self, block: Block) -> None:
        blocks = self._services.blocks
        self._commander.change(
            lambda: blocks.add(block), self._library.open_block, owner=self._library.block
        )

    def _keep_block(self, kept: FromLetter) -> None:
        blocks = self._services.blocks
        self._commander.change(
            lambda: blocks.keep(kept.letter_id, kept.text),
            toast=lambda block: f"Block “{block.name}” kept",
        )

    def _save_block(self, block: Block) -> None:
        blocks, view = self._services.blocks, self._library.block
        self._commander.change(
            lambda: blocks.save(block), lambda _id: view.saved(), view.not_saved, owner=view
        )

    def _remove_block(self, block_id: int) -> None:
        blocks = self._services.blocks
        self._commander.change(lambda: blocks.remove(block_id), toast="Block deleted")

    def _read_file(self, path: Path) -> None:
        templates = self._services.letter_templates
        self._commander.read(
            lambda: templates.read(path),
            self._library.show_foreign,
            owner=self._library.template,
        )

    def _store_file(self, stored: Answered) -> None:
        templates = self._services.letter_templates
        self._commander.change(
            lambda: templates.store(stored.foreign, stored.answers),
            self._library.open_template,
            owner=self._library.template,
            toast=f"Template “{stored.foreign.name}” imported",
        )


def _shelf(services: "Workspace") -> LibraryShelf:
    results = services.letter_results
    return LibraryShelf(
        services.blocks.all(),
        {one.id: one for one in results.by_template()},
        {one.id: one for one in results.by_block()},
    )
