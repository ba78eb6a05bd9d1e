"""What is being typed about an application and not stored yet, kept in case the program is killed.

A place is named "application/12/notes", or "application/12/interviews/5/notes" in a card. A field
that is kept so carries its name in the property "field".
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from jobtracker.ui.features.applications.contract import Edit, Intents, Said
from jobtracker.ui.features.applications.detail.cards import CardsTab, CardView
from jobtracker.ui.features.applications.detail.contract import CARDS, CardEdit
from jobtracker.ui.features.applications.detail.fact_row import Unsaved
from jobtracker.ui.features.applications.detail.pane import DetailPane
from jobtracker.ui.runtime.drafts import Drafts
from jobtracker.ui.widgets.fields import CommitLineEdit
from jobtracker.ui.widgets.long_text import LongField

APPLICATION, NOTE, PAY = "application", "note", "pay figure"

PutBack = Callable[[int, str, str], object]


class Unfinished(QObject):
    """Watches the field of the pane that has the keyboard; lives as long as the pane."""

    def __init__(self, pane: DetailPane, intents: Intents, drafts: Drafts) -> None:
        super().__init__(pane)
        self._pane = pane
        self._drafts = drafts
        self._editor: CommitLineEdit | LongField | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        intents.edited.subscribe(self._edited, owner=self)
        intents.noted.subscribe(self._noted, owner=self)
        pane.intents.card_edited.subscribe(self._card_edited, owner=self)
        pane.intents.pay_typed.subscribe(self._pay_typed, owner=self)

    def restore(self, put_back: PutBack) -> None:
        """Show again what was being typed when the program ended; `put_back` takes the
        application, the field and the text of a field of the pane.
        """
        for place, text in self._drafts.known.items():
            topic, _, rest = place.partition("/")
            number, _, field = rest.partition("/")
            if topic != APPLICATION or not text or not number.isdecimal():
                continue
            part, _, card = field.partition("/")
            if part in CARDS:
                key, _, name = card.partition("/")
                self._pane.parts.cards(part).keep(int(key), name, Unsaved(text, ""))
            elif field == PAY:
                self._pane.parts.overview.keep_pay(int(number), text)
            else:
                put_back(int(number), field, text)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        before, self._editor = self._editor, None
        if before is not None and isValid(before):
            before.textChanged.disconnect(self._typed)
            self._note_text(before)
        if isinstance(new, CommitLineEdit | LongField) and self._place(new):
            self._editor = new
            new.textChanged.connect(self._typed)

    def _typed(self) -> None:
        if self._editor is not None:
            self._note_text(self._editor)

    def _note_text(self, editor: CommitLineEdit | LongField) -> None:
        """Keep what is typed, and nothing once it was stored or taken back."""
        place = self._place(editor)
        if not place:
            return
        if editor.is_unsaved:
            self._drafts.write(place, editor.value())
        else:
            self._drafts.forget(place)

    def _place(self, editor: QWidget) -> str:
        """Where a text is typed; "" for a field that is not about the application shown."""
        field = editor.property("field")
        if not field or not self._pane.shown_id or not self._pane.isAncestorOf(editor):
            return ""
        above, key = editor.parentWidget(), 0
        while above is not None and above is not self._pane:
            if isinstance(above, CardView):
                key = above.key
            if isinstance(above, CardsTab):
                field = f"{above.part}/{key}/{field}"
            above = above.parentWidget()
        return f"{APPLICATION}/{self._pane.shown_id}/{field}"

    def _edited(self, edit: Edit) -> None:
        self._drafts.forget(f"{APPLICATION}/{edit.id}/{edit.field}")

    def _noted(self, said: Said) -> None:
        self._drafts.forget(f"{APPLICATION}/{said.id}/{NOTE}")

    def _card_edited(self, edit: CardEdit) -> None:
        self._drafts.forget(f"{APPLICATION}/{edit.id}/{edit.part}/{edit.key}/{edit.field}")

    def _pay_typed(self, said: Said) -> None:
        self._drafts.write(f"{APPLICATION}/{said.id}/{PAY}", said.text)
