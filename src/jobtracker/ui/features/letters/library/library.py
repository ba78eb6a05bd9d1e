"""What letters are made of, as the page shows it: templates, blocks, and files to read."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.domain.blocks import Block
from jobtracker.ui.features.letters.contract import BlockChoice
from jobtracker.ui.features.letters.library.block_view import BlockView
from jobtracker.ui.features.letters.library.contract import (
    BLOCKS,
    TEMPLATES,
    FromLetter,
    LibraryShelf,
)
from jobtracker.ui.features.letters.library.import_sheet import PATTERNS, ImportSheet
from jobtracker.ui.features.letters.library.list_pane import ListPane
from jobtracker.ui.features.letters.library.template_view import TemplateView, TypesetText
from jobtracker.ui.features.letters.writing.paragraph import chosen_words
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.dialogs import open_file
from jobtracker.ui.widgets.empty_state import EmptyState
from jobtracker.ui.widgets.file_drop import FileDrop
from jobtracker.ui.widgets.menus import Menu

if TYPE_CHECKING:
    from jobtracker.exchange.templates.foreign import ForeignTemplate
    from jobtracker.ui.features.letters.desk.desk import Desk

ABOUT_BLOCKS = (
    "A block is a paragraph of your own that is worth using again: an achievement with its "
    "number, why this company, a closing.\nTag it with skills, and letters offer it where a "
    "posting asks for them."
)
NO_BLOCKS = ("No blocks yet", ABOUT_BLOCKS, "Write a block")
NEW_BLOCK = Block(0, "", "New block", "")


class Library:
    """Made by the page; `widget` says what is to be seen beside each list."""

    def __init__(self, theme: Theme, page: QWidget, pane: ListPane, template: TemplateView) -> None:
        self._theme = theme
        self._page = page
        self._pane = pane
        self._shelf = LibraryShelf()
        self.template = template
        self.wants = template.wants
        self.block = BlockView(theme, self.wants)
        self.empty = EmptyState(*NO_BLOCKS)
        self.no_blocks = _above(self.empty)
        self._new_template = Menu(pane)
        self._listen(FileDrop(page))

    def widgets(self) -> tuple[QWidget, ...]:
        """What the page holds of the library."""
        return self.template, self.block, self.no_blocks

    def attach(self, typeset: TypesetText) -> None:
        self.template.attach(typeset)

    def fit(self, *, narrow: bool) -> None:
        self.template.fit(narrow=narrow)

    def flush(self) -> None:
        """Hand over whatever is not saved yet."""
        self.template.flush()
        self.block.flush()

    def show_shelf(self, shelf: LibraryShelf) -> None:
        self._shelf = shelf
        self._pane.show_library(shelf)
        self.template.blocks = [BlockChoice(one.id, one.name, one.text) for one in shelf.blocks]
        if self.block.shown_id not in {block.id for block in shelf.blocks}:
            self.block.forget()
        if self._pane.switch.value() in (TEMPLATES, BLOCKS):
            self._pane.switched.put(self._pane.switch.value())

    def widget(self, which: str) -> QWidget | None:
        """What belongs to the list of this name, filled; None where there is nothing to show."""
        if which == BLOCKS:
            return self._shown_block()
        template = self._pane.chosen_template()
        if which != TEMPLATES or template is None:
            return None
        self.template.show_template(template, self._shelf.template_results.get(template.id))
        return self.template

    def open_block(self, block_id: int) -> None:
        """Show a block once the list has it, and let its name be typed."""
        self._pane.expect(BLOCKS, block_id)

    def open_template(self, template_id: int) -> None:
        """The same for a template."""
        self._pane.expect(TEMPLATES, template_id)

    def choose_file(self) -> None:
        """Ask for a letter in a file to make a template of."""
        open_file(self._page, "Import a template", PATTERNS, self.wants.file_chosen.put)

    def show_foreign(self, foreign: "ForeignTemplate") -> None:
        """Show what was read from a file, and ask what is not sure."""
        sheet = ImportSheet(self._theme, self._page, foreign)
        sheet.stored.subscribe(self.wants.file_stored.put, owner=self._page)
        sheet.open_here()

    def keep_paragraph(self, desk: "Desk") -> None:
        """Keep what is selected in a letter, or the paragraph of the cursor, as a block."""
        desk.flush()
        if desk.draft is not None:
            self.wants.block_kept.put(FromLetter(desk.draft.id, chosen_words(desk.editor)))

    def focus(self, which: str) -> None:
        """Enter on a row leads into its text."""
        widget = self.block if which == BLOCKS else self.template
        widget.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, which: str) -> None:
        self.widget(which)
        if which == BLOCKS:
            self.block.begin()
        elif which == TEMPLATES:
            self.template.begin()

    def _shown_block(self) -> QWidget:
        block = self._pane.chosen_block()
        if block is None:
            return self.no_blocks
        self.block.show_block(block, self._shelf.blocks, self._shelf.block_results.get(block.id))
        return self.block

    def _new(self, which: str) -> None:
        if which == BLOCKS:
            self.wants.block_made.put(NEW_BLOCK)
        elif which == TEMPLATES:
            self._new_template.open_below(self._pane.new_button)

    def _dropped(self, paths: list[Path]) -> None:
        self.wants.file_chosen.put(paths[0])

    def _remove(self, which: str, key: int) -> None:
        if which == BLOCKS:
            self.wants.block_removed.put(key)
        elif self.template.shown_id == key and not self.template.editor.isReadOnly():
            self.wants.template_removed.put(key)

    def _listen(self, drop: FileDrop) -> None:
        pane, page = self._pane, self._page
        drop.dropped.subscribe(self._dropped, owner=page)
        for words, icon, run in (
            ("Empty template", "file-pen-line", lambda: self.wants.template_made.put(None)),
            ("Import a file…", "upload", self.choose_file),
        ):
            action = self._new_template.addAction(self._theme.icon(icon), words)
            action.triggered.connect(run)
        pane.new_wanted.subscribe(self._new, owner=page)
        pane.arrived.subscribe(self._begin, owner=page)
        pane.blocks.current.subscribe(lambda _row: pane.switched.put(BLOCKS), owner=page)
        pane.blocks.opened.subscribe(lambda _row: self.focus(BLOCKS), owner=page)
        pane.templates.opened.subscribe(lambda _row: self.focus(TEMPLATES), owner=page)
        pane.blocks.removed.subscribe(lambda key: self._remove(BLOCKS, key), owner=page)
        pane.templates.removed.subscribe(lambda key: self._remove(TEMPLATES, key), owner=page)
        self.empty.button.clicked.connect(lambda: self._new(BLOCKS))
        self.block.chosen.subscribe(pane.blocks.select, owner=page)


def _above(widget: QWidget) -> QWidget:
    """A widget at the top of an otherwise empty place."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
    column.addWidget(widget)
    column.addStretch(1)
    return made
