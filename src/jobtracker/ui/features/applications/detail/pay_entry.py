"""The compact form that adds a figure to the pay timeline, or corrects one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from jobtracker.domain.pay_facts import FactKind
from jobtracker.ui.features.applications.detail.pay_draft import (
    AMOUNT,
    DAY,
    FIELDS,
    HOW,
    NEW,
    NOTE,
    WHO,
    PayDraft,
)
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import ENTER, Button
from jobtracker.ui.widgets.fields import Choice, mark_wrong
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.typed import offer_hint

if TYPE_CHECKING:
    from jobtracker.ui.widgets.hints import Hint, Readers

KINDS = (
    (FactKind.STATED, "I told them"),
    (FactKind.DESIRED, "I want"),
    (FactKind.VERBAL, "They said"),
    (FactKind.WRITTEN, "They wrote"),
    (FactKind.SIGNED, "Signed"),
    (FactKind.ADVERTISED, "Advertised"),
)
NAMES = {AMOUNT: "Amount", DAY: "Day", WHO: "Who", HOW: "How", NOTE: "Note"}
EXAMPLES = {
    AMOUNT: "150k, $70/h",
    DAY: "today, fri, 26 oct",
    WHO: "Who, as in Dana",
    HOW: "How, as in phone",
    NOTE: "Note",
}
NO_AMOUNT = "Type an amount, as in 150k."


class PayEntry(QWidget):
    """Enter saves from any field, Esc goes away. `typed` tells each change, `saved` what is whole,
    `left` that it goes away.
    """

    def __init__(self, theme: Theme, readers: "Readers") -> None:
        super().__init__()
        keep_not(self)
        self.typed: Channel[PayDraft] = Channel()
        self.saved: Channel[PayDraft] = Channel()
        self.left: Channel[None] = Channel()
        self._fact_id = 0
        self._readers = readers
        self.kind = Choice[FactKind](theme, "Who named it")
        self.fields = {name: QLineEdit() for name in FIELDS}
        self.note = PlainLabel("", "small", wrap=True)
        self.warning = PlainLabel("", "warn", wrap=True)
        self.save = Button("Add", kind="primary")
        self.cancel = Button("Cancel", kind="ghost")
        self.kind.set_options(KINDS)
        for name, editor in self.fields.items():
            editor.setAccessibleName(f"{NAMES[name]} of the pay")
            editor.setPlaceholderText(EXAMPLES[name])
            editor.textEdited.connect(self._changed)
        self._lay_out()
        self.kind.chosen.subscribe(lambda _kind: self._changed(), owner=self)
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(lambda: self.left.put(None))
        self.show_draft(NEW)

    @property
    def order(self) -> tuple[QWidget, ...]:
        """What Tab goes through, one after the other."""
        return self.kind, *self.fields.values(), self.cancel, self.save

    @property
    def draft(self) -> PayDraft:
        texts = {name: editor.text() for name, editor in self.fields.items()}
        return PayDraft(self._fact_id, self.kind.value() or FactKind.STATED, texts)

    def show_draft(self, draft: PayDraft) -> None:
        """Show what was typed before, or what is to be corrected."""
        self._fact_id = draft.fact_id
        self.kind.set_value(draft.kind)
        for name, editor in self.fields.items():
            editor.setText(draft.texts[name])
            editor.setCursorPosition(0)
        self.save.setText("Save" if draft.fact_id else "Add")
        self.show_warning("")
        self._understand()

    def show_warning(self, words: str) -> None:
        """What to know before this figure is named; it stands in nobody's way."""
        self.warning.setText(words)
        self.warning.setVisible(bool(words))
        self._describe()

    def show_error(self, field: str, message: str) -> None:
        """Say why it was not stored, at the field it is about."""
        mark_wrong(self.fields.get(field, self.fields[AMOUNT]), wrong=True)
        self._say(message, wrong=True)

    def accept(self) -> None:
        """Tell what was typed, or say what is missing."""
        amount, day = self.fields[AMOUNT], self.fields[DAY]
        for editor, reader in ((amount, self._amount), (day, self._readers.applied)):
            error = reader(editor.text()).error
            if error:
                mark_wrong(editor, wrong=True)
                self._say(error, wrong=True)
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.saved.put(self.draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.put(None)
        else:
            super().keyPressEvent(event)

    def _amount(self, text: str) -> "Hint":
        hint = self._readers.pay(text)
        return hint if text.strip() else hint._replace(error=NO_AMOUNT)

    def _changed(self, _text: str = "") -> None:
        self._understand()
        self.typed.put(self.draft)

    def _understand(self) -> None:
        """Say what was understood of the amount, and of a day that is not today."""
        for editor in self.fields.values():
            mark_wrong(editor, wrong=False)
        day = self.fields[DAY].text()
        readings = [offer_hint(self.fields[AMOUNT].text())]
        if day.strip().lower() != NEW.texts[DAY]:
            readings.append(self._readers.applied(day))
        self._say(". ".join(filter(None, (one.words or one.error for one in readings))))

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.note.set_role("danger" if wrong else "small")
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self._describe()

    def _describe(self) -> None:
        """What is said below is heard at the amount, too."""
        said = " ".join(filter(None, (self.note.text(), self.warning.text())))
        self.fields[AMOUNT].setAccessibleDescription(said)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.SNUG)
        grid.setVerticalSpacing(Space.SNUG)
        grid.addWidget(self.kind, 0, 0)
        grid.addWidget(self.fields[AMOUNT], 0, 1)
        grid.addWidget(self.note, 1, 0, 1, 2)
        grid.addWidget(self.warning, 2, 0, 1, 2)
        for place, name in enumerate((DAY, WHO, HOW, NOTE)):
            grid.addWidget(self.fields[name], 3 + place // 2, place % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SNUG)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        grid.addLayout(buttons, 5, 0, 1, 2)
