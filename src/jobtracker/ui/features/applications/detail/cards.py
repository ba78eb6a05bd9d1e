"""The base of the tabs with contacts, interviews and files: a card each, editable in place."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.features.applications.detail.add_field import AddField
from jobtracker.ui.features.applications.detail.contract import Card, CardEdit, DetailIntents
from jobtracker.ui.features.applications.detail.fact_row import Spec, Unsaved, Value
from jobtracker.ui.features.applications.detail.facts import Facts, Typed
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import IconButton
from jobtracker.ui.widgets.hints import Readers
from jobtracker.ui.widgets.labels import ElidedLabel, PlainLabel, line
from jobtracker.ui.widgets.scroll import ScrollPane


class Item(NamedTuple):
    """What a card shows: the record's id, its title, a line below it, and its facts."""

    key: int
    title: str
    detail: str
    values: Mapping[str, Value]


class Deed(NamedTuple):
    """Something to do with a card: an icon, its words, and what it does with the record's id."""

    icon: str
    words: str
    run: Callable[[int], object]


class CardView(QFrame):
    """A heading with its deeds, the facts below, and a field to add those without a value."""

    def __init__(
        self,
        theme: Theme,
        readers: Readers,
        specs: Sequence[Spec],
        deeds: Sequence[Deed],
        unsaved: dict[tuple[int, str], Unsaved],
    ) -> None:
        super().__init__()
        self.key = 0
        self.title = ElidedLabel("", "strong")
        self.detail = ElidedLabel("", "small")
        self.facts = Facts(theme, readers, specs, unsaved)
        self.add_fact = AddField(theme, "Add a detail", choices=self._addable, only=True)
        self.add_fact.added.subscribe(self._reveal, owner=self)
        self._lay_out(theme, deeds)

    def show_item(self, item: Item) -> None:
        self.key = item.key
        self.title.setText(item.title)
        self.detail.setText(item.detail)
        self.detail.setVisible(bool(item.detail))
        self.facts.show_values(item.values, item.key)
        self.add_fact.setVisible(bool(self.facts.hidden()))
        self.setAccessibleName(item.title)

    def _addable(self) -> list[str]:
        return [spec.label for spec in self.facts.hidden()]

    def _reveal(self, label: str) -> None:
        for spec in self.facts.hidden():
            if spec.label.lower() == label.strip().lower():
                self.facts.reveal(spec.name)
                return
        self.add_fact.refuse(label, "There is no such detail. Choose one of the list.")

    def _lay_out(self, theme: Theme, deeds: Sequence[Deed]) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.TIGHT)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.title)
        titles.addWidget(self.detail)
        head.addLayout(titles, 1)
        for deed in deeds:
            head.addWidget(self._button(theme, deed), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.SMALL, 0, Space.SMALL)
        column.setSpacing(Space.TIGHT)
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addWidget(self.add_fact)
        column.addWidget(line())

    def _button(self, theme: Theme, deed: Deed) -> IconButton:
        button = IconButton(theme.icon(deed.icon), deed.words)
        button.clicked.connect(lambda: deed.run(self.key))
        return button


class CardsTab(ScrollPane):
    """Put what adds a record into `top`; an `adder` gets back what was refused. Cards are kept
    and filled anew for another application, so that stepping through a list makes no widgets.
    """

    part = ""
    specs: Sequence[Spec] = ()
    first = ""
    """The fact that takes the keyboard on a card that was just added."""

    def __init__(self, theme: Theme, readers: Readers, intents: DetailIntents, empty: str) -> None:
        super().__init__()
        self._theme = theme
        self._readers = readers
        self._intents = intents
        self._id = 0
        self._unsaved: dict[tuple[int, str], Unsaved] = {}
        self._known: set[int] = set()
        self._expecting = False
        self.adder: AddField | None = None
        self.cards: list[CardView] = []
        self._empty = PlainLabel(empty, "muted", wrap=True)
        self.top = QVBoxLayout()
        self.top.setSpacing(Space.TIGHT)
        self.column.addSpacing(Space.SMALL)
        self.column.addLayout(self.top)
        self.column.addWidget(self._empty)
        self.column.addStretch(1)

    def deeds(self) -> Sequence[Deed]:
        """What can be done with a card, in its corner."""
        return ()

    def fields_of(self, field: str, text: str) -> Mapping[str, object]:
        """What a typed text means for the service."""
        return {field: text}

    def acted(self, _key: int, typed: Typed) -> None:
        """A button beside a fact was pressed."""

    def expect(self) -> None:
        """The next record that is new here takes the keyboard."""
        self._expecting = True

    def show_items(self, application_id: int, items: Sequence[Item]) -> None:
        same, at = application_id == self._id, self._at()
        self._id = application_id
        while len(self.cards) < len(items):
            self._make()
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(items))
            if place < len(items):
                card.show_item(items[place])
        self._empty.setVisible(not items)
        if same and at is not None:
            self._go_back(*at)
        self._welcome([item.key for item in items])

    def card(self, key: int) -> CardView | None:
        """The card of a record, where it is shown."""
        shown = (card for card in self.cards if not card.isHidden())
        return next((card for card in shown if card.key == key), None)

    def show_error(self, key: int, field: str, message: str) -> bool:
        card = self.card(key)
        return card is not None and card.facts.show_error(field, message)

    def refuse_new(self, message: str) -> bool:
        """Put back what was typed to add a record; False where nothing is typed for that."""
        self._expecting = False
        if self.adder is None:
            return False
        self.adder.put_back(message)
        return True

    def keep(self, key: int, field: str, unsaved: Unsaved) -> None:
        """Keep a text that could not be stored for when its record is shown again."""
        self._unsaved[key, field] = unsaved

    def commit_all(self) -> None:
        for card in self.cards:
            if not card.isHidden():
                card.facts.commit_all()

    def remove(self, key: int) -> None:
        """Ask for a record to go; the keyboard moves to what stands on top."""
        self._intents.card_removed.put(Card(self.part, self._id, key))
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where something is added."""

    def _at(self) -> tuple[int, str] | None:
        """The record the keyboard is in and the fact it is on, "" for another part of its card."""
        for card in self.cards:
            if card.isAncestorOf(QApplication.focusWidget() or self):
                return card.key, card.facts.focused()
        return None

    def _go_back(self, key: int, fact: str) -> None:
        """Keep the keyboard in its record, also where another card shows it; else on top."""
        card = self.card(key)
        if card is None:
            self.take_focus()
        elif not card.isAncestorOf(QApplication.focusWidget() or self):
            if fact:
                card.facts.reveal(fact)
            else:
                card.add_fact.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _welcome(self, keys: Sequence[int]) -> None:
        """Give the keyboard to the record that was just added here."""
        new = [key for key in keys if key not in self._known]
        self._known = set(keys)
        if not (self._expecting and new):
            return
        self._expecting = False
        card = self.card(new[-1])
        if card is not None:
            card.facts.reveal(self.first)
            self.show_soon(card, QApplication.focusWidget() or card)

    def _make(self) -> None:
        card = CardView(self._theme, self._readers, self.specs, self.deeds(), self._unsaved)
        card.facts.typed.subscribe(lambda typed: self._edit(card, typed), owner=card)
        card.facts.acted.subscribe(lambda typed: self.acted(card.key, typed), owner=card)
        self.column.insertWidget(self.column.count() - 1, card)
        self.cards.append(card)

    def _edit(self, card: CardView, typed: Typed) -> None:
        fields = self.fields_of(typed.field, typed.text)
        self._intents.card_edited.put(CardEdit(self.part, self._id, card.key, typed.field, fields))


def labelled(*widgets: QWidget) -> QHBoxLayout:
    """Widgets side by side, the room left over behind them."""
    row = QHBoxLayout()
    row.setSpacing(Space.SNUG)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
