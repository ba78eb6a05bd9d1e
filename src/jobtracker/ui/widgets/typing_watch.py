"""Follows the keyboard through the window, so that no text that is being typed is ever lost.

Whatever field has the keyboard is watched: alone where it stores itself when it is left, with all
of its sheet or form where a button stores them. What the program kept when it ended is put back
as soon as its field is there again.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from jobtracker.system.clock import Clock
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.drafts import Drafts
from jobtracker.ui.runtime.typing_marks import DIRECT, Keep, Mark, mark_of
from jobtracker.ui.widgets.cover import Cover
from jobtracker.ui.widgets.fields import CommitLineEdit
from jobtracker.ui.widgets.long_text import LongField
from jobtracker.ui.widgets.sheet import Sheet
from jobtracker.ui.widgets.sheet_drafts import TypedForm, Unsaved, is_text_field, title_of

FIELD = "field"
"""A property of fields that a page keeps by itself."""

Here = Callable[[], tuple[str, int | None]]
SelfStoring = CommitLineEdit | LongField


class TypingWatch(QObject):
    """`here` answers the page and the record that are shown. `left` tells the title of a form
    that was left with typed text in it.
    """

    def __init__(self, window: QWidget, drafts: Drafts, clock: Clock, here: Here) -> None:
        super().__init__(window)
        self.left: Channel[str] = Channel()
        self._window = window
        self._drafts = drafts
        self._clock = clock
        self._here = here
        self._field: SelfStoring | None = None
        self._waiting: set[str] = set()
        drafts.when_known(self._begin, self)

    def look(self) -> None:
        """Put back what waits for fields that are on the screen by now."""
        if not self._waiting:
            return
        fields: list[SelfStoring] = [*self._window.findChildren(CommitLineEdit)]
        fields += self._window.findChildren(LongField)
        for field in fields:
            if field.isVisible() and self._stores_itself(field):
                self._put_back(field)

    def _begin(self) -> None:
        self._waiting = {place for place, text in self._drafts.left.items() if text}
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        self._follow(None, application.focusWidget())
        self.look()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        before, self._field = self._field, None
        if before is not None and isValid(before):
            before.textChanged.disconnect(self._typed)
            self._note(before)
        if new is None or not self._window.isAncestorOf(new):
            return
        box, how = _unit(new)
        if how is Keep.TOGETHER:
            self._form(box).enter()
        elif how is Keep.EACH and self._stores_itself(new):
            assert isinstance(new, CommitLineEdit | LongField)
            self._put_back(new)
            self._field = new
            new.textChanged.connect(self._typed)
        elif how is Keep.EACH and is_text_field(new) and not new.property(FIELD):
            self._form(new).enter()

    def _form(self, box: QWidget) -> TypedForm:
        known = box.findChild(TypedForm, options=DIRECT)
        return known or TypedForm(
            box, partial(self._place, box), self._drafts, self._stamp, self.left.put
        )

    def _stores_itself(self, field: QWidget) -> bool:
        if not isinstance(field, CommitLineEdit | LongField) or field.property(FIELD):
            return False
        return is_text_field(field) and _unit(field)[1] is Keep.EACH

    def _typed(self) -> None:
        if self._field is not None:
            self._note(self._field)

    def _note(self, field: SelfStoring) -> None:
        """Keep what is typed; what was handed over goes once it is stored."""
        place = self._place(field)
        if field.is_unsaved:
            name = field.accessibleName()
            sheet = next((one for one in _upwards(field) if isinstance(one, Sheet)), None)
            around = title_of(sheet) if sheet is not None else self._here()[0].capitalize()
            kept = self._stamp(f"{around}: {name}", {name: field.value()})
            self._drafts.write(place, kept.as_text())
        else:
            self._drafts.settle(place)

    def _put_back(self, field: SelfStoring) -> None:
        place = self._place(field)
        if field.is_unsaved or self._drafts.is_settling(place):
            return
        kept = Unsaved.from_text(self._drafts.text(place))
        text = kept.texts.get(field.accessibleName()) if kept is not None else None
        if text is not None and text != field.value():
            field.put_back(text)
        self._waiting.discard(place)

    def _place(self, box: QWidget) -> str:
        """Where what is typed here is kept: by the form's own mark, else by page and record."""
        mark = mark_of(box)
        if mark is not None and mark.place:
            return mark.place
        if isinstance(box, Sheet):
            return f"{self._page_place()}/{type(box).__name__}/{box.title.text()}"
        marks = (one for above in _upwards(box) if (one := mark_of(above)) is not None)
        around = next((one.place for one in marks if one.place), self._page_place())
        return f"{around}/{box.accessibleName() or type(box).__name__}"

    def _page_place(self) -> str:
        page, item = self._here()
        return f"{page}/{item or ''}"

    def _stamp(self, title: str, texts: Mapping[str, str]) -> Unsaved:
        return Unsaved(self._clock.now().isoformat(), title, *self._here(), texts)


def watch_typing(
    window: QWidget, drafts: Drafts, clock: Clock, here: Here, moments: tuple[Channel[None], ...]
) -> TypingWatch:
    """A watch that looks again for fields at each of these moments, once they have passed."""
    watch = TypingWatch(window, drafts, clock, here)
    for moment in moments:
        moment.subscribe(lambda _none: QTimer.singleShot(0, watch, watch.look), owner=watch)
    return watch


def _unit(field: QWidget) -> tuple[QWidget, Keep]:
    """The part of the window that is kept together, and how."""
    for one in _upwards(field):
        mark: Mark | None = mark_of(one)
        if mark is not None:
            return one, mark.how
        if isinstance(one, Cover):
            return one, Keep.TOGETHER if isinstance(one, Sheet) else Keep.NOT
    return field, Keep.EACH


def _upwards(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None and not widget.isWindow():
        yield widget
        widget = widget.parentWidget()
