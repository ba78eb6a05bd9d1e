"""What is typed into a sheet or a form and not stored yet, kept together as one draft.

A draft is JSON: when and where it was typed, and the texts by the names of their fields, only
those that differ from what the form was opened with.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from jobtracker.ui.runtime.drafts import Drafts
from jobtracker.ui.runtime.typing_marks import Keep, mark_of
from jobtracker.ui.widgets.fields import KEPT_TOGETHER
from jobtracker.ui.widgets.sheet import Sheet

TextField = QLineEdit | QPlainTextEdit | QTextEdit
TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)
STAMP = "%d %b %H:%M"


class Unsaved(NamedTuple):
    """`at` is ISO with its zone, `what` the words for a person ("Add target role"), `page` and
    `item` where the window stood, `texts` what is typed by the names of the fields.
    """

    at: str
    what: str
    page: str
    item: int | None
    texts: Mapping[str, str]

    def as_text(self) -> str:
        """The draft as JSON, to be kept."""
        return json.dumps(self._asdict(), ensure_ascii=False)

    @property
    def when(self) -> str:
        """As a person reads it: "23 Nov 10:04"."""
        return f"{datetime.fromisoformat(self.at).astimezone():{STAMP}}"

    @classmethod
    def from_text(cls, text: str) -> "Unsaved | None":
        """A draft that was kept; None for what is none."""
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            kept = json.loads(text)
            texts = {str(name): one for name, one in kept["texts"].items() if isinstance(one, str)}
            item = kept["item"] if isinstance(kept["item"], int) else None
            datetime.fromisoformat(kept["at"])
            return cls(kept["at"], str(kept["what"]), str(kept["page"]), item, texts)
        return None


Stamp = Callable[[str, Mapping[str, str]], Unsaved]
"""Makes a draft of a title and texts, here and now."""


class TypedForm(QObject):
    """Watches the fields of `box`, a form or one field alone, as long as that lives; `place`
    answers where they are kept now. `left` tells what stays when the form is left.
    """

    def __init__(
        self,
        box: QWidget,
        place: Callable[[], str],
        drafts: Drafts,
        stamp: Stamp,
        left: Callable[[str], object],
    ) -> None:
        super().__init__(box)
        self._box = box
        self._place = place
        self._drafts = drafts
        self._stamp = stamp
        self._left = left
        self._written = ""
        self._opened: dict[QWidget, str] = {}
        self._names: dict[str, QWidget] = {}
        self._typed: dict[str, str] = {}
        self._waiting: dict[str, str] = {}
        self._filling = False
        box.installEventFilter(self)

    def enter(self) -> None:
        """The keyboard came into the form: fields that are new are watched from now on, and what
        was typed here before is put back.
        """
        for field in fields_of(self._box):
            if field not in self._opened:
                self._watch(field)
        place = self._place()
        kept = Unsaved.from_text(self._drafts.text(place))
        if self._typed:
            self._put_back()
        elif kept is not None and not self._drafts.is_settling(place):
            self._waiting = dict(kept.texts)
            self._put_back()
            if self._typed:
                self._written = place
                self._say_kept(kept)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and self._box.isHidden():
            self._end()
        return False

    def discard(self) -> None:
        """Give up what is typed: everything is as when the form was opened."""
        self._filling = True
        for name in self._typed:
            field = self._names[name]
            show_text(field, self._opened[field])
        self._filling = False
        self._forget()

    def _watch(self, field: QWidget) -> None:
        self._opened[field] = text_of(field)
        name = base = _name_of(field)
        count = 1
        while name in self._names:
            count += 1
            name = f"{base} {count}"
        self._names[name] = field
        field.setProperty(KEPT_TOGETHER, field is not self._box)
        field.destroyed.connect(lambda _gone=None, one=name: self._lose(one))
        if isinstance(field, QComboBox):
            field.activated.connect(lambda _index, one=name: self._note(one, by_person=True))
        elif isinstance(field, TEXT_FIELDS):
            field.textChanged.connect(
                lambda *_text, one=name: self._note(one, by_person=is_modified(field))
            )

    def _lose(self, name: str) -> None:
        self._names.pop(name, None)
        self._typed.pop(name, None)

    def _note(self, name: str, *, by_person: bool) -> None:
        """A field changed; what the program shows in it is what it now holds."""
        if self._filling or name not in self._names:
            return
        field = self._names[name]
        text = text_of(field)
        if not by_person:
            self._opened[field] = text
        if by_person and text != self._opened[field]:
            self._typed[name] = text
            self._write()
        elif name in self._typed:
            del self._typed[name]
            self._write()

    def _write(self) -> None:
        """Keep what is typed now, and what waits for a field that is not there. Where the form
        shows something else by now, what was typed for that stays as it was kept.
        """
        place = self._place()
        if self._written and self._written != place:
            self._typed.clear()
            self._waiting.clear()
        texts = {**self._waiting, **self._typed}
        self._written = place if texts else ""
        if texts:
            self._drafts.write(place, self._stamp(self._title(), texts).as_text())
        else:
            self._drafts.settle(place)

    def _put_back(self) -> None:
        """Show what was typed in its fields, as something still being typed.

        Choices go first: they decide which fields there are.
        """
        self._filling = True
        known = [(self._names[name], name) for name in self._waiting if name in self._names]
        for field, name in sorted(known, key=lambda one: not isinstance(one[0], QComboBox)):
            text = self._waiting.pop(name)
            if text != text_of(field):
                self._typed[name] = text
                show_text(field, text, typed=True)
        self._filling = False

    def _say_kept(self, kept: Unsaved) -> None:
        if isinstance(self._box, Sheet):
            self._box.say_kept(f"This is what you typed on {kept.when}.", self.discard)

    def _end(self) -> None:
        """It goes away: what is left by a slip stays, what was handed over goes once stored."""
        place = self._written
        if place and self._typed:
            mark = mark_of(self._box)
            asked = mark.unsaved if mark is not None else None
            by_slip = self._box.was_left if isinstance(self._box, Sheet) else False
            if asked() if asked is not None else by_slip:
                self._drafts.flush()
                self._left(self._title())
                return
            self._drafts.settle(place)
        self._typed.clear()
        self._waiting.clear()
        self._written = ""
        self._opened.update({field: text_of(field) for field in self._names.values()})

    def _forget(self) -> None:
        self._typed.clear()
        self._drafts.forget(self._place())

    def _title(self) -> str:
        return title_of(self._box)


def title_of(box: QWidget) -> str:
    """What a person knows a form by."""
    mark = mark_of(box)
    if mark is not None and mark.title:
        return mark.title
    return box.title.text() if isinstance(box, Sheet) else _name_of(box)


def fields_of(box: QWidget) -> Iterator[QWidget]:
    """What is typed into or chosen in a form, in the order it was made."""
    inside = [box] if is_text_field(box) else box.findChildren(QWidget)
    for one in inside:
        if (is_text_field(one) or isinstance(one, QComboBox)) and not _is_excepted(one, box):
            yield one


def is_text_field(widget: QWidget | None) -> bool:
    """Whether words are typed into it that may be kept: never a secret."""
    if isinstance(widget, QLineEdit):
        plain = widget.echoMode() == QLineEdit.EchoMode.Normal
        return plain and not widget.isReadOnly() and not isinstance(widget.parent(), QComboBox)
    return isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.isReadOnly()


def is_modified(field: TextField) -> bool:
    """Whether a person typed in it since the program last filled it."""
    return field.isModified() if isinstance(field, QLineEdit) else field.document().isModified()


def text_of(field: QWidget) -> str:
    """What stands in a field; of a choice its words."""
    if isinstance(field, QComboBox):
        return field.currentText()
    if isinstance(field, QLineEdit):
        return field.text()
    assert isinstance(field, QPlainTextEdit | QTextEdit)
    return field.toPlainText()


def show_text(field: QWidget, text: str, *, typed: bool = False) -> None:
    """Put a text into a field, as a person or as the program would."""
    if isinstance(field, QComboBox):
        at = field.findText(text)
        if at >= 0:
            field.setCurrentIndex(at)
            field.activated.emit(at)
    elif isinstance(field, QLineEdit):
        field.setText(text)
        field.setModified(typed)
        if typed:
            field.textEdited.emit(text)
    elif isinstance(field, QPlainTextEdit | QTextEdit):
        field.setPlainText(text)
        field.document().setModified(typed)


def _is_excepted(field: QWidget, box: QWidget) -> bool:
    one: QWidget | None = field
    while one is not None and one is not box:
        mark = mark_of(one)
        if mark is not None and mark.how is Keep.NOT:
            return True
        one = one.parentWidget()
    return False


def _name_of(field: QWidget) -> str:
    placeholder = getattr(field, "placeholderText", str)
    return field.accessibleName() or placeholder() or type(field).__name__
