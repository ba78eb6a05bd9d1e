"""The column at the left: letters and templates, and the way to a new letter."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jobtracker.ui.features.letters import words
from jobtracker.ui.features.letters.contract import Shelf
from jobtracker.ui.features.letters.delegate import LetterDelegate, TemplateDelegate
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.buttons import IconButton
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.row_model import Column, RowModel
from jobtracker.ui.widgets.row_table import RowList
from jobtracker.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from jobtracker.services.letter_list import ListedLetter
    from jobtracker.storage.letters import Template

WIDTH = 208
LETTERS, TEMPLATES = "letters", "templates"


class LetterRows(RowList):
    """The letters; Del takes the selected one away.

    While it `holds_words` what is typed is meant for a letter to come, and selects no other one.
    """

    holds_words = False

    def __init__(self, theme: Theme, model: "RowModel[ListedLetter]") -> None:
        super().__init__(theme, "Letters", model)
        self.removed: Channel[int] = Channel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.selected() is not None:
            self.removed.put(self.selected().id)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        if not self.holds_words:
            super().keyboardSearch(search)


class ListPane(QWidget):
    """`switched` tells which of the two lists is shown, LETTERS or TEMPLATES."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._today = date.min
        self.switched: Channel[str] = Channel()
        self.new_button = IconButton(theme.icon("plus"), "New letter", "Ctrl+Shift+L")
        self.switch = Segmented(
            "Letters or templates", [(LETTERS, "Drafts"), (TEMPLATES, "Templates")]
        )
        self.letter_model: RowModel[ListedLetter] = RowModel(
            [Column("Letter", lambda row: row.company, spoken=self._spoken)], key=lambda row: row.id
        )
        self.template_model: RowModel[Template] = RowModel(
            [Column("Template", lambda row: row.name, spoken=_spoken_template)],
            key=lambda row: row.id,
        )
        self.letters = LetterRows(theme, self.letter_model)
        self.templates = RowList(theme, "Templates", self.template_model)
        self._letter_paint = LetterDelegate(theme, self.letters)
        self.letters.setItemDelegate(self._letter_paint)
        self.templates.setItemDelegate(TemplateDelegate(theme, self.templates))
        self._stack = QStackedWidget()
        self._lay_out()
        self.switch.chosen.subscribe(self.show_list, owner=self)

    def show_shelf(self, shelf: Shelf) -> None:
        self._today = self._letter_paint.today = shelf.today
        if shelf.letters != self.letter_model.rows:
            self.letter_model.show_rows(shelf.letters)
        if shelf.templates != self.template_model.rows:
            self.template_model.show_rows(shelf.templates)
        self.switch.set_words(LETTERS, f"Drafts {len(shelf.letters)}")
        self.switch.set_words(TEMPLATES, f"Templates {len(shelf.templates)}")

    def show_list(self, which: str) -> None:
        """Switch to one of the lists, and tell it."""
        if self.switch.value() != which:
            self.switch.set_value(which)
        self._stack.setCurrentWidget(self.current)
        self.switched.put(which)

    @property
    def current(self) -> RowList:
        return self.letters if self.switch.value() == LETTERS else self.templates

    def chosen_template(self) -> "Template | None":
        """The template that is selected, else the first; None where there is none."""
        if self.templates.selected() is None and self.template_model.rows:
            self.templates.select(self.template_model.rows[0].id)
        chosen: Template | None = self.templates.selected()
        return chosen

    def _spoken(self, letter: "ListedLetter") -> str:
        return words.spoken_letter(letter, self._today)

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
        row = QHBoxLayout()
        row.setContentsMargins(Space.MEDIUM, 0, Space.SMALL, Space.MEDIUM - 2)
        row.addWidget(self.switch)
        row.addStretch(1)
        self._stack.addWidget(self.letters)
        self._stack.addWidget(self.templates)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(row)
        column.addWidget(self._stack, 1)


def _spoken_template(template: "Template") -> str:
    return f"{template.name}, {words.kind_of(template)}"
