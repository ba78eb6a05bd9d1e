"""Editing a profile in the place of its view. Nothing typed is lost by leaving it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.domain.profiles import LIBRARY, RoleProfile
from jobtracker.ui.features.profiles.contract import Edited
from jobtracker.ui.features.profiles.draft import Draft, applied, draft_of
from jobtracker.ui.features.profiles.range_rows import RangeRows
from jobtracker.ui.features.profiles.section import EDGE
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_together
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import CommitLineEdit
from jobtracker.ui.widgets.form import Form
from jobtracker.ui.widgets.heading import Heading
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.long_text import LongField
from jobtracker.ui.widgets.scroll import ScrollPane

if TYPE_CHECKING:
    from collections.abc import Mapping

LINE_HEIGHT = 17
COPY_NOTE = "This profile belongs to the library. Saving makes a copy of your own."
OWN_NOTE = "Your own profile"
_LINES = (("title", "Title"), ("category", "Category"))
_TEXTS = (
    ("summary", "In short", "", 3),
    ("duties", "Duties", "One a line", 8),
    ("overview", "Overview", "An empty line between paragraphs", 8),
    ("qualifications", "Qualifications", "“Group:” on a line, its items below with dashes", 10),
    ("skills", "Skills", "One a line", 6),
    ("outlook", "Career outlook", "An empty line between paragraphs", 6),
    ("letter", "Sample letter", "Fields stand in double braces, as in {{ company }}", 12),
)


class ProfileEditor(QWidget):
    """`saved` carries the edited profile, `cancelled` tells that the editor was left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.saved: Channel[Edited] = Channel()
        self.cancelled: Channel[None] = Channel()
        self.profile: RoleProfile | None = None
        self._theme = theme
        self._heading = Heading(theme, "title", Space.PAGE + EDGE)
        self.cancel = Button("Cancel", kind="ghost")
        self.save = Button("Save", kind="primary")
        self.lines = {name: CommitLineEdit(label) for name, label in _LINES}
        self.texts = {name: LongField(label) for name, label, _, _ in _TEXTS}
        self.ranges = RangeRows(theme, self.texts["summary"])
        self._form = Form(theme)
        self.pane = ScrollPane(Space.PAGE)
        self._lay_out()
        self.cancel.clicked.connect(lambda: self.cancelled.put(None))
        self.save.clicked.connect(self._save)

    def edit(self, profile: RoleProfile) -> None:
        """Show a profile's texts, ready to type in its title."""
        self.profile = profile
        place = f"profile/{profile.id or 'new'}/editor"
        keep_together(self, place, f"Edit {profile.title}", self.has_changes)
        note = COPY_NOTE if profile.origin == LIBRARY else OWN_NOTE
        self._heading.say(f"Edit {profile.title}", note)
        draft = draft_of(profile)
        for name, line in self.lines.items():
            line.set_value(getattr(draft, name))
            line.restore()
        for name, text in self.texts.items():
            text.set_value(getattr(draft, name))
            text.restore()
        self.ranges.show_ranges(draft.ranges)
        self._form.show_errors({})
        self.pane.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        self.lines["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def has_changes(self) -> bool:
        """Whether anything typed differs from the profile."""
        return self.profile is not None and self._draft() != draft_of(self.profile)

    def fail(self, errors: "Mapping[str, str]") -> None:
        """Show what is wrong under its fields and go to the first; all that was typed stays."""
        self._form.show_errors({key: said for key, said in errors.items() if key in self._names()})
        first = self.ranges.show_errors(errors)
        if first is not None and not self._names() & errors.keys():
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        focused = self.focusWidget()
        if focused is not None:
            self.pane.ensureWidgetVisible(focused, 0, Space.HUGE * 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and control:
            self._save()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.put(None)
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        if self.profile is None:
            return
        result = applied(self.profile, self._draft())
        self.fail(result.errors)
        if result.profile is not None:
            self.saved.put(Edited(self.profile.id, result.profile))

    def _draft(self) -> Draft:
        typed = {name: editor.value() for name, editor in (self.lines | self.texts).items()}
        return Draft(**typed, ranges=self.ranges.drafts())

    def _names(self) -> set[str]:
        return {*self.lines, *self.texts}

    def _lay_out(self) -> None:
        self._heading.add(self.cancel, self.save)
        self._add_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addSpacing(Space.SMALL)
        column.addWidget(self.pane, 1)

    def _add_fields(self) -> None:
        left, right = ((name, label, self.lines[name]) for name, label in _LINES)
        self._form.add_pair(left, right)
        for name, label, hint, lines in _TEXTS:
            editor = self.texts[name]
            self._theme.fit(editor.setFixedHeight, LINE_HEIGHT * lines + 2 * Space.SMALL)
            self._form.add(name, label, editor, hint=hint)
            if name == "summary":
                self._form.add_widget(PlainLabel("Salary", "caption"))
                self._form.add_widget(self.ranges)
        self._form.setContentsMargins(EDGE, 0, EDGE, 0)
        self.pane.column.addWidget(self._form)
        self.pane.column.addStretch(1)
