"""The column at the left: letters, templates and blocks, and the way to a new one."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jobtracker.domain.text import folded
from jobtracker.ui.features.letters import words
from jobtracker.ui.features.letters.contract import Shelf
from jobtracker.ui.features.letters.library import words as library_words
from jobtracker.ui.features.letters.library.contract import (
    BLOCKS,
    LETTERS,
    TEMPLATES,
    LibraryShelf,
)
from jobtracker.ui.features.letters.library.delegate import (
    BlockDelegate,
    LetterDelegate,
    TemplateDelegate,
)
from jobtracker.ui.features.letters.library.list_rows import (
    FilterLine,
    LetterRows,
    LibraryRows,
    SelectionBar,
)
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.buttons import IconButton
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.row_model import Column, RowModel
from jobtracker.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from jobtracker.domain.blocks import Block
    from jobtracker.services.letter_list import ListedLetter
    from jobtracker.storage.letter_templates import Template

WIDTH = 208
_NOUNS = {LETTERS: "draft", TEMPLATES: "template", BLOCKS: "block"}
_NEW = {
    LETTERS: ("New letter", "Ctrl+Shift+L"),
    TEMPLATES: ("New template", ""),
    BLOCKS: ("New block", ""),
}


class ListPane(QWidget):
    """`switched` tells which list is shown: LETTERS, TEMPLATES or BLOCKS; `new_wanted` that the
    plus of that list was pressed; `arrived` that a row is there that was expected in a list;
    `export_many` the letters that are to be exported at once.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._today = date.min
        self._all: dict[str, Sequence[Any]] = {LETTERS: (), TEMPLATES: (), BLOCKS: ()}
        self._results = LibraryShelf()
        self.switched: Channel[str] = Channel()
        self.new_wanted: Channel[str] = Channel()
        self.arrived: Channel[str] = Channel()
        self._expected: dict[str, int] = {}
        self.new_button = IconButton(theme.icon("plus"), *_NEW[LETTERS])
        self.new_button.clicked.connect(self._ask_new)
        self.switch: Segmented = Segmented(
            "Letters, templates or blocks",
            [(LETTERS, "Drafts"), (TEMPLATES, "Templates"), (BLOCKS, "Blocks")],
        )
        self.filter = FilterLine()
        self.selection = SelectionBar()
        self.export_many = self.selection.exported
        self._make_lists()
        self._lay_out()
        self._listen()
        self._name_filter()

    def show_shelf(self, shelf: Shelf) -> None:
        self._today = self._letter_paint.today = shelf.today
        self._all[LETTERS] = shelf.letters
        self._all[TEMPLATES] = library_words.in_order(shelf.templates)
        self._fill()

    def show_library(self, shelf: LibraryShelf) -> None:
        self._results = shelf
        self._all[BLOCKS] = shelf.blocks
        self._template_paint.show_results(shelf.template_results)
        self._block_paint.show_results(shelf.block_results)
        self._fill()

    def show_list(self, which: str) -> None:
        """Switch to one of the lists, and tell it."""
        self.switch.set_value(which)
        if self.current is not self._stack.currentWidget():
            self.filter.clear()  # of the list that was shown before
        self._name_filter()
        self.new_button.rename(*_NEW[which])
        self._stack.setCurrentWidget(self.current)
        self.selection.show_chosen(self.letters.chosen() if which == LETTERS else ())
        self.switched.put(which)

    def expect(self, which: str, key: int) -> None:
        """Switch to a list and select a row there, as soon as it has arrived."""
        self._expected[which] = key
        self.show_list(which)
        self._fill()

    def _ask_new(self) -> None:
        self.new_wanted.put(self.switch.value())

    @property
    def current(self) -> LibraryRows:
        return self._lists[self.switch.value()]

    def chosen_template(self) -> "Template | None":
        """The template that is selected, else the first; None where there is none."""
        chosen: Template | None = _selected(self.templates)
        return chosen

    def chosen_block(self) -> "Block | None":
        """The block that is selected, else the first; None where there is none."""
        chosen: Block | None = _selected(self.blocks)
        return chosen

    def _make_lists(self) -> None:
        self.letter_model: RowModel[ListedLetter] = RowModel(
            [Column("Letter", lambda row: row.company, spoken=self._spoken_letter)], _key
        )
        self.template_model: RowModel[Template] = RowModel(
            [Column("Template", lambda row: row.name, spoken=self._spoken_template)], _key
        )
        self.block_model: RowModel[Block] = RowModel(
            [Column("Block", lambda row: row.name, spoken=self._spoken_block)], _key
        )
        self.letters = LetterRows(self._theme, self.letter_model)
        self.templates = LibraryRows(self._theme, "Templates", self.template_model)
        self.blocks = LibraryRows(self._theme, "Blocks", self.block_model)
        self._lists = {LETTERS: self.letters, TEMPLATES: self.templates, BLOCKS: self.blocks}
        for rows in (self.templates, self.blocks):
            rows.setUniformItemSizes(False)  # a reply rate is a line more
        self._letter_paint = LetterDelegate(self._theme, self.letters)
        self._template_paint = TemplateDelegate(self._theme, self.templates)
        self._block_paint = BlockDelegate(self._theme, self.blocks)
        self.letters.setItemDelegate(self._letter_paint)
        self.templates.setItemDelegate(self._template_paint)
        self.blocks.setItemDelegate(self._block_paint)

    def _fill(self) -> None:
        """Show of each list what fits the filter, with the same letters selected."""
        typed, shown = folded(self.filter.text()).split(), self.switch.value()
        for which, rows in self._lists.items():
            wanted = typed if which == shown else []
            fitting = [row for row in self._all[which] if _fits(row, wanted)]
            if fitting == rows.rows.rows:
                continue
            chosen = self.letters.chosen() if rows is self.letters else ()
            rows.rows.show_rows(fitting)
            self.letters.choose(chosen)
        self._name_filter()
        for which, key in list(self._expected.items()):
            if self._lists[which].select(key):
                del self._expected[which]
                self.arrived.put(which)

    def _name_filter(self) -> None:
        which = self.switch.value()
        words = library_words.list_filter(len(self._all[which]), _NOUNS[which])
        self.filter.setPlaceholderText(words)
        self.filter.setAccessibleName(words)

    def _begin_filter(self, typed: str) -> None:
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter.setText(typed)

    def _leave_filter(self, enter: bool) -> None:
        rows = self.current
        rows.setFocus(Qt.FocusReason.OtherFocusReason)
        if rows.selected() is None and rows.rows.rows:
            rows.select(rows.rows.key(rows.rows.rows[0]))
        if enter and rows.selected() is not None:
            rows.opened.put(rows.selected())

    def _spoken_letter(self, letter: "ListedLetter") -> str:
        return words.spoken_letter(letter, self._today)

    def _spoken_template(self, template: "Template") -> str:
        result = self._results.template_results.get(template.id)
        return library_words.spoken_template(template, result)

    def _spoken_block(self, block: "Block") -> str:
        return library_words.spoken_block(block, self._results.block_results.get(block.id))

    def _listen(self) -> None:
        self.switch.chosen.subscribe(self.show_list, owner=self)
        self.filter.textChanged.connect(lambda _text: self._fill())
        self.filter.back.subscribe(self._leave_filter, owner=self)
        self.letters.selected_many.subscribe(self.selection.show_chosen, owner=self)
        for rows in self._lists.values():
            rows.typed.subscribe(self._begin_filter, owner=self)

    def _lay_out(self) -> None:
        self.setProperty("s", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme.fit(self.setFixedWidth, WIDTH)
        head = QHBoxLayout()
        head.setContentsMargins(Space.PANE, 0, Space.SMALL, 0)
        head.addWidget(PlainLabel("Letters", "title"), 1)
        head.addWidget(self.new_button)
        top = QWidget()
        self._theme.fit(top.setFixedHeight, Size.PAGE_HEADER)
        top.setLayout(head)
        tools = QVBoxLayout()
        tools.setContentsMargins(Space.SMALL, 0, Space.SMALL, Space.SMALL)
        tools.setSpacing(Space.SMALL)
        self.switch.setProperty("dense", True)
        tools.addWidget(self.switch)
        tools.addWidget(self.filter)
        self._stack = QStackedWidget()
        for rows in self._lists.values():
            self._stack.addWidget(rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(tools)
        column.addWidget(self._stack, 1)
        column.addWidget(self.selection)


def _key(row: Any) -> int:
    key: int = row.id
    return key


def _selected(rows: LibraryRows) -> Any:
    if rows.selected() is None and rows.rows.rows:
        rows.select(rows.rows.key(rows.rows.rows[0]))
    return rows.selected()


def _fits(row: Any, typed: Sequence[str]) -> bool:
    """Whether all words typed stand in what a row is called."""
    if not typed:
        return True
    names = ("company", "role", "template", "name", "kind", "purpose")
    said = [str(getattr(row, name, "")) for name in names]
    text = folded(" ".join((*said, *getattr(row, "tags", ()))))
    return all(word in text for word in typed)
