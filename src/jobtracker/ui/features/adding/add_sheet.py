"""The sheet that adds an application: the posting's text left, its fields right."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jobtracker.domain.postings import Posting
from jobtracker.ui.features.adding.add_form import AddForm
from jobtracker.ui.features.adding.contract import PASTE, Pasted
from jobtracker.ui.features.adding.draft import Draft
from jobtracker.ui.features.adding.fields import TEXTS
from jobtracker.ui.features.adding.filling import marks_of
from jobtracker.ui.features.adding.posting_edit import Picked
from jobtracker.ui.features.adding.posting_side import PostingSide
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.key_button import KeyButton
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.long_text import ENTER
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (940, 660)


class AddSheet(Sheet):
    """`typed` tells the draft at each change; `added` that it is finished, True to open it.

    `paste_wanted` asks for what is on the clipboard; what is pasted into or dropped on the text
    is told by `side.edit`, a posting pasted into a field by `pasted`. `start_over` wants an
    empty sheet. Both sides may have been made ahead.
    """

    def __init__(
        self,
        theme: Theme,
        opener: QWidget,
        side: PostingSide | None = None,
        form: AddForm | None = None,
    ) -> None:
        super().__init__(theme, opener, "Add application", SIZE)
        keep_not(self)
        self.typed: Channel[Draft] = Channel()
        self.added: Channel[bool] = Channel()
        self.paste_wanted: Channel[None] = Channel()
        self.pasted: Channel[Pasted] = Channel()
        self.start_over: Channel[None] = Channel()
        self.side = side or PostingSide(theme)
        self.form = form or AddForm(theme)
        self._filling = False
        self._count = PlainLabel("", "small", wrap=True)
        self._lay_out_sides()
        self._lay_out_footer()
        self._listen()

    @property
    def count(self) -> str:
        """How many fields were found, as the footer says it."""
        return self._count.text()

    def open(self, focus: QWidget | None = None) -> None:
        """From now on it follows the keyboard."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        super().open(focus)

    def draft(self) -> Draft:
        return self.form.draft(self.side.edit.toPlainText())

    def show_draft(self, draft: Draft) -> None:
        """Fill text and fields, and tell it once; Undo knows of nothing before."""
        self.fill(draft)
        self.side.edit.document().clearUndoRedoStacks()
        self._tell()

    def fill(self, draft: Draft) -> None:
        """The same without telling it."""
        self._filling = True
        self.side.edit.show_text(draft.posting)
        self.form.show_draft(draft)
        self._filling = False

    def show_posting(self, posting: Posting, values: Mapping[str, str], count: str) -> None:
        """Mark where the fields were read, and say how many of them were found."""
        self.side.edit.show_marks(marks_of(posting, values))
        self._keep_marks()
        self._count.setText(f"{count}. Check before you add.")
        self._rest()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, count))

    def show_no_posting(self) -> None:
        """Nothing was read, or what was is gone."""
        self.side.edit.show_marks(())
        self.side.show_choice((), 0)
        for name in ("deadline", "posted_on"):
            self.form.offer(name, ())
        self._count.setText("")

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Say under each field what is wrong; the first one of them can be seen."""
        first = self.form.show_errors(errors)
        if first:
            self._area.show_soon(self.form.field(first))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._enter(event.modifiers())
            event.accept()
        elif self._pastes(event):
            self.paste_wanted.put(None)
            event.accept()
        else:
            super().keyPressEvent(event)

    def _enter(self, modifiers: Qt.KeyboardModifier) -> None:
        """Enter in a field and Ctrl+Enter anywhere add; with Shift the new one is opened."""
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        focused = QApplication.focusWidget()
        if control:
            self.added.put(bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif isinstance(focused, QPushButton):
            focused.click()
        elif isinstance(focused, QLineEdit):
            self.added.put(False)

    def _pastes(self, event: QKeyEvent) -> bool:
        keys = QKeySequence(event.keyCombination())
        known = (one for one in self.covered.actions() if one.objectName() == PASTE)
        return any(keys in one.shortcuts() for one in known)

    def reach(self, name: str) -> None:
        """Go to a field; with words selected in the text they are put there."""
        edit = self.side.edit
        if not (edit.hasFocus() and name in TEXTS and edit.pick(name)):
            self.form.go_to(name)
            self._aim_at(name)
        self._area.show_soon(self.form.field(name))

    def _use(self, picked: Picked) -> None:
        self.form.use(picked.field, picked.words)
        self._area.show_soon(self.form.field(picked.field))

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Show where the focused field was read; a click on a word is for it from now on."""
        if new is self.side.edit:
            if not self.side.edit.aim:
                self.side.aim_at("")
            return
        self._aim_at(self.form.name_of(new))

    def _aim_at(self, name: str) -> None:
        self.side.edit.show_field(name)
        self.side.aim_at(name if name in TEXTS else "")

    def _rest(self) -> None:
        """What was just read is not overwritten by a click unless the person goes there, but by
        typing: that corrects it.
        """
        focused = QApplication.focusWidget()
        name = self.form.name_of(focused)
        self._aim_at(name)
        if isinstance(focused, QLineEdit) and name and self.draft().value(name):
            self.side.aim_at("")
            focused.selectAll()

    def _keep_marks(self) -> None:
        draft = self.draft()
        self.side.edit.keep_marks(lambda name, value: draft.value(name) == value)

    def _tell(self) -> None:
        if not self._filling:
            self._keep_marks()
            self.typed.put(self.draft())

    def _lay_out_sides(self) -> None:
        area = self._area = ScrollPane()
        area.column.setContentsMargins(Space.HAIR, 0, Space.SMALL, 0)
        area.column.addWidget(self.form)
        area.column.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(Space.PAGE)
        sides.addWidget(self.side, 4)
        right = QVBoxLayout()
        right.setSpacing(Space.SMALL)
        right.addWidget(self.form.same_company)
        right.addWidget(area, 1)
        sides.addLayout(right, 5)
        self.body.addLayout(sides)

    def _lay_out_footer(self) -> None:
        cancel, opening = Button("Cancel", kind="ghost"), Button("Add and open")
        self.default = KeyButton(self._theme, "Add", "Ctrl+Enter", kind="primary")
        opening.setToolTip("Add and open (Ctrl+Shift+Enter)")
        self.default.setToolTip("Add (Ctrl+Enter)")
        cancel.clicked.connect(self.leave)
        opening.clicked.connect(lambda: self.added.put(True))
        self.default.clicked.connect(lambda: self.added.put(False))
        over = Button("Start over", kind="ghost")
        over.setToolTip("Empty the sheet; what it holds is put aside")
        over.clicked.connect(lambda: self.start_over.put(None))
        self.footer.addWidget(over)
        self.footer.addWidget(self._count, 1)
        for button in (cancel, opening, self.default):
            self.footer.addWidget(button)

    def _listen(self) -> None:
        self.form.typed.subscribe(lambda _name: self._tell(), owner=self)
        self.side.edit.textChanged.connect(self._tell)
        self.side.edit.picked.subscribe(self._use, owner=self)
        for editor in self.form.texts.values():
            editor.pasted.subscribe(self.pasted.put, owner=self)
        self.side.paste.clicked.connect(lambda: self.paste_wanted.put(None))
