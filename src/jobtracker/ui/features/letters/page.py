"""The page of letters: the list at the left, and a letter or a template beside it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jobtracker.ui.features.letters.awaited import Awaited
from jobtracker.ui.features.letters.contract import (
    Choices,
    Folder,
    Intents,
    Shelf,
    Start,
    Wish,
)
from jobtracker.ui.features.letters.deeds import Deeds
from jobtracker.ui.features.letters.desk.desk import Desk
from jobtracker.ui.features.letters.following import Following
from jobtracker.ui.features.letters.leaving.exporting import Exporting
from jobtracker.ui.features.letters.library.contract import BLOCKS, LETTERS, TEMPLATES
from jobtracker.ui.features.letters.library.library import Library
from jobtracker.ui.features.letters.library.list_pane import ListPane
from jobtracker.ui.features.letters.library.new_letter import NewLetterSheet
from jobtracker.ui.features.letters.library.template_view import TemplateView
from jobtracker.ui.features.letters.past.past import Past
from jobtracker.ui.features.letters.writing.spell_lane import SpellLane
from jobtracker.ui.features.letters.writing.tools import WritingTools
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.empty_state import EmptyState
from jobtracker.ui.widgets.labels import line
from jobtracker.ui.widgets.page import Page, WidthClass

if TYPE_CHECKING:
    from jobtracker.services.letter_views import LetterView

EMPTY = ("No letters yet", "Start from a template.", "Write a letter")
NOBODY = (
    "No letters yet",
    "A letter is written for an application. Add one on the Applications page first.",
    "",
)


class LettersPage(Page):
    """`intents` tells what a person wants; the presenter answers through the `show_` methods.

    `letter_open` tells whether a letter is on the desk and the page is seen, `text_open` whether
    any text can be written in. `folder` remembers where the last letter went.
    """

    def __init__(self, theme: Theme, folder: Folder | None = None) -> None:
        super().__init__("Letters")
        self.intents = Intents()
        self.letter_open: Channel[bool] = Channel()
        self.text_open: Channel[bool] = Channel()
        self._theme = theme
        self._today = date.min
        self._sheet: NewLetterSheet | None = None
        self.list = ListPane(theme)
        self._awaited = Awaited(self.list)
        self.desk = Desk(theme, self.intents)
        self.template = TemplateView(theme, self.intents)
        self.library = Library(theme, self, self.list, self.template)
        self._texts = (self.desk, self.template, self.library.block)
        self.empty = EmptyState(*EMPTY)
        self.exporting = Exporting(self, self.desk, self.intents, folder or Folder())
        self.past = Past(theme, self.desk, self.intents, self._show)
        self.deeds = Deeds(theme, self.desk, self.intents, self.exporting, self.past)
        self.following = Following(
            self.desk, self.intents, self._awaited, self.exporting, self.open_letter
        )
        self._blank = QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._listen()

    @property
    def tools(self) -> WritingTools:
        """What helps to write in the text that is shown."""
        shown = next((one for one in self._texts if self._shows(one)), self.desk)
        return shown.tools

    def check_spelling(self, lane: SpellLane) -> None:
        """Mark misspelt words from now on, in letters, templates and blocks."""
        for text in self._texts:
            text.tools.check_spelling(lane)

    def open_letter(self, letter_id: int) -> None:
        """Show a letter, once it is read."""
        self.desk.flush()
        self.past.leave()
        self._awaited.wanted = letter_id
        self._awaited.starting = False
        self.list.letters.select(letter_id)  # a new one is selected once the list has it
        if not self._lies_open() and self.desk.isAncestorOf(self.window().focusWidget()):
            self._awaited.begin()
        self.list.show_list(LETTERS)
        self.intents.opened.put(letter_id)

    def open_for_application(self, application_id: int, template_id: int | None = None) -> None:
        """Start a letter for an application: from its profile's sample, or ask for a template,
        proposing the one that is named.
        """
        self.desk.flush()
        self._awaited.begin(starting=True)
        self.intents.wished.put(Wish(application_id, template_id))

    def open_item(self, item: int) -> None:
        self.open_letter(item)

    def new_letter(self) -> None:
        """Ask for the application and the template of a new letter."""
        template_id = self.template.template_id if self._shows(self.template) else None
        self._awaited.begin(starting=True)
        self.intents.wished.put(Wish(template_id=template_id))

    def flush(self) -> None:
        """Hand over whatever is not saved yet, for instance because the window closes."""
        self.desk.flush()
        self.library.flush()

    def show_shelf(self, shelf: Shelf) -> None:
        self._today = shelf.today
        self.list.show_shelf(shelf)
        shown = self.desk.draft
        if shown is not None and shown.id not in {letter.id for letter in shelf.letters}:
            self.desk.forget(shown.id)
            self._awaited.wanted = None
        self._choose(self.list.switch.value())

    def show_letter(self, view: "LetterView") -> None:
        if view.id != self._awaited.wanted:
            return
        self.list.letters.select(view.id)
        self.desk.show_letter(view, self._today)
        if self.list.switch.value() == LETTERS:
            self._show(self.past.widget())
        if self._awaited.arriving and not self._awaited.starting:
            self._awaited.settle()
            self.arrive()
        self.following.shown(view)

    def show_choices(self, choices: Choices) -> None:
        """Open the sheet for a new letter, or say why there can be none."""
        self._awaited.settle()  # a letter that is read by now must not take the sheet's keyboard
        if not choices.applications:
            self.list.show_list(LETTERS)
            return
        if self._lies_open():
            self.desk.editor.setFocus(Qt.FocusReason.OtherFocusReason)  # where Esc leads back to

        def start(start: Start) -> None:
            self._awaited.begin(starting=True)
            self.intents.started.put(start)

        sheet = self._sheet = NewLetterSheet(self._theme, self, choices)
        sheet.started.subscribe(start, owner=self)
        sheet.open_here()

    def show_candidates(self, count: int) -> None:
        """How many applications there are to write a letter for."""
        self.empty.say(*(EMPTY if count else NOBODY))

    def arrive(self) -> None:
        if self._lies_open():
            self.desk.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._awaited.begin()

    def regions(self) -> list[QWidget]:
        desk = self.desk
        inside: list[QWidget] = [self.list.current]
        if self._shows(desk):
            panel = [desk.panel] if desk.panel.inputs() else []
            inside += [desk.editor, *panel, desk.preview.area]
        elif self._shows(self.past.view):
            inside += self.past.view.sides
        elif self._shows(self.template):
            inside.append(self.template.editor)
        elif self._shows(self.library.block):
            inside.append(self.library.block.editor)
        return [one for one in inside if one.isVisible()]

    def fit(self, width: WidthClass) -> None:
        self.desk.views.fit(narrow=width is WidthClass.COMPACT)
        self.desk.header.fit(narrow=width is WidthClass.COMPACT)
        self.library.fit(narrow=width is WidthClass.COMPACT)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say_open()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()
        self.letter_open.put(False)
        self.text_open.put(False)

    def _choose(self, which: str) -> None:
        """Show what belongs to the list that is shown."""
        if which in (TEMPLATES, BLOCKS):
            self._show(self.library.widget(which) or self._blank)
        elif self.desk.draft is not None:
            self._show(self.past.widget())
        elif self.list.letter_model.rows:
            if self._awaited.wanted is None:
                self.open_letter(self.list.letter_model.rows[0].id)
        else:
            self._show(self._blank)

    def _show(self, widget: QWidget) -> None:
        self._stack.setCurrentWidget(widget)
        self._say_open()

    def _shows(self, widget: QWidget) -> bool:
        return self._stack.currentWidget() is widget

    def _say_open(self) -> None:
        self.letter_open.put(self.isVisible() and self._shows(self.desk))
        self.text_open.put(self.isVisible() and any(map(self._shows, self._texts)))

    def _lies_open(self) -> bool:
        """Whether the letter that is wanted is the one on the desk, and can be written in."""
        draft = self.desk.draft
        return self._shows(self.desk) and draft is not None and draft.id == self._awaited.wanted

    def _moved(self, letter: object) -> None:
        letter_id = getattr(letter, "id", None)
        if isinstance(letter_id, int) and letter_id != self._awaited.wanted:
            self.open_letter(letter_id)

    def _listen(self) -> None:
        self.list.switched.subscribe(self._choose, owner=self)
        self.list.letters.current.subscribe(self._moved, owner=self)
        self.list.letters.opened.subscribe(lambda _row: self.arrive(), owner=self)
        self.list.letters.removed.subscribe(self.intents.removed.put, owner=self)
        self.list.templates.current.subscribe(lambda _row: self._choose(TEMPLATES), owner=self)
        self.list.new_wanted.subscribe(
            lambda which: self.new_letter() if which == LETTERS else None, owner=self
        )
        self.empty.button.clicked.connect(self.new_letter)
        self.desk.header.export.clicked.connect(lambda _checked: self.exporting.begin())
        self.list.export_many.subscribe(self.deeds.export_many, owner=self)

    def _lay_out(self) -> None:
        self.header.hide()
        middle = QVBoxLayout(self._blank)
        middle.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        middle.addWidget(self.empty)
        middle.addStretch(1)
        for widget in (QWidget(), self._blank, self.desk, self.past.view, *self.library.widgets()):
            self._stack.addWidget(widget)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(line(vertical=True))
        row.addWidget(self._stack, 1)
        self.column.addLayout(row, 1)
