"""The sheet that adds an application: the posting's text left, its fields right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from jobtracker.domain.stages import STAGES, Stage, stage_name
from jobtracker.ui.features.adding.draft import Draft
from jobtracker.ui.features.applications.contract import Role
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.form import Field, Form
from jobtracker.ui.widgets.hints import Hint
from jobtracker.ui.widgets.long_text import ENTER, ExactText
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (880, 600)
NO_ROLE = ("", "No reference role")
KEPT = "Kept as text with the application."


class AddSheet(Sheet):
    """`typed` tells the draft at each change; `added` that it is finished, True to open it.

    `others_wanted` asks for the other applications at the company.
    """

    def __init__(self, theme: Theme, opener: QWidget) -> None:
        super().__init__(theme, opener, "Add application", SIZE)
        self.typed: Channel[Draft] = Channel()
        self.added: Channel[bool] = Channel()
        self.others_wanted: Channel[None] = Channel()
        self.role, self.company, self.location = QLineEdit(), QLineEdit(), QLineEdit()
        self.pay, self.next_action, self.due = QLineEdit(), QLineEdit(), QLineEdit()
        self.stage = Choice[Stage](theme, "Stage")
        self.profile = Choice[str](theme, "Reference role")
        self.posting = PostingEdit()
        self.same_company = Banner(theme)
        self.form = Form(theme)
        self._chosen: str | None = None
        self._fill_form(theme)
        self._lay_out_sides(theme)
        self._listen()

    def draft(self) -> Draft:
        return Draft(
            role=self.role.text(),
            company=self.company.text(),
            location=self.location.text(),
            pay=self.pay.text(),
            profile=self._chosen,
            stage=self.stage.value() or Stage.SAVED,
            next_action=self.next_action.text(),
            due=self.due.text(),
            posting=self.posting.toPlainText(),
        )

    def show_draft(self, draft: Draft) -> None:
        """Put back what was typed before the sheet was closed."""
        self._chosen = draft.profile
        for editor, text in (
            (self.role, draft.role),
            (self.company, draft.company),
            (self.location, draft.location),
            (self.pay, draft.pay),
            (self.next_action, draft.next_action),
            (self.due, draft.due),
        ):
            editor.setText(text)
        self.stage.set_value(draft.stage)
        self.posting.setPlainText(draft.posting)

    def show_roles(self, roles: Sequence[Role]) -> None:
        """The reference roles to choose from."""
        self.profile.set_options([NO_ROLE, *((str(role.id), role.title) for role in roles)])
        self.profile.set_value(self._chosen or "")

    def propose(self, profile: str) -> None:
        """Preselect a reference role, unless a person has chosen one."""
        if self._chosen is None:
            self.profile.set_value(profile)

    def show_hint(self, name: str, hint: Hint) -> None:
        """What was understood of a field; what is wrong with it shows when one adds."""
        self.form.field(name).set_hint(hint.words)

    def show_companies(self, names: Sequence[str]) -> None:
        """The companies known so far, offered while one types."""
        completer = QCompleter(list(names), self.company)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.company.setCompleter(completer)

    def show_company(self, title: str, detail: str, avoid: bool) -> None:
        """What is remembered of the company that was typed, or a warning of it."""
        if not title:
            self.same_company.hide()
            return
        tone = "warn" if avoid else "info"
        self.same_company.say(tone, title, detail, "Show", lambda: self.others_wanted.put(None))

    def hide_company(self) -> None:
        """Nothing is known of the company that was typed."""
        self.same_company.hide()

    def show_errors(self, errors: dict[str, str]) -> None:
        """Say under each field what is wrong; the first one of them can be seen."""
        self.form.show_errors(errors)
        if errors:
            first = next(name for name in self.form.names if name in errors)
            self._area.show_soon(self.form.field(first))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._enter(event.modifiers())
            event.accept()
            return
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

    def _fill_form(self, theme: Theme) -> None:
        form = self.form
        form.add("role", "&Role", self.role)
        form.add_pair(
            ("company", "&Company", self.company), ("location", "&Location", self.location)
        )
        form.add_pair(("pay", "Salary &range", self.pay), ("stage", "&Stage", self.stage))
        form.add("profile", "Re&ference role", self.profile)
        form.add_pair(("next_action", "&Next action", self.next_action), ("due", "&When", self.due))
        form.add_widget(self.same_company)
        self.pay.setPlaceholderText("140-165k, $65/h")
        self.due.setPlaceholderText("fri, +3, 30 nov")
        stages = [(stage, stage_name(stage)) for stage in STAGES]
        self.stage.set_options(stages, [theme.glyph_icon(stage.value) for stage in STAGES])
        self.stage.set_value(Stage.SAVED)
        self.show_roles(())

    def _lay_out_sides(self, theme: Theme) -> None:
        area = self._area = ScrollPane()
        area.column.setContentsMargins(Space.HAIR, 0, Space.SMALL, 0)
        area.column.addWidget(self.form)
        area.column.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(Space.PAGE)
        sides.addWidget(Field(theme, "&Posting text", self.posting, KEPT), 4)
        sides.addWidget(area, 5)
        self.body.addLayout(sides)
        cancel, opening = Button("Cancel", kind="ghost"), Button("Add and open")
        self.default = Button("Add", kind="primary")
        cancel.clicked.connect(self.close)
        opening.clicked.connect(lambda: self.added.put(True))
        self.default.clicked.connect(lambda: self.added.put(False))
        self.footer.addStretch(1)
        for button in (cancel, opening, self.default):
            self.footer.addWidget(button)

    def _listen(self) -> None:
        for editor in (
            self.role,
            self.company,
            self.location,
            self.pay,
            self.next_action,
            self.due,
        ):
            editor.textChanged.connect(self._tell)
        self.posting.textChanged.connect(self._tell)
        self.stage.chosen.subscribe(lambda _stage: self._tell(), owner=self)
        self.profile.chosen.subscribe(self._choose_profile, owner=self)

    def _choose_profile(self, profile: str) -> None:
        self._chosen = profile
        self._tell()

    def _tell(self) -> None:
        self.typed.put(self.draft())


class PostingEdit(ExactText):
    """The posting's text: Ctrl+Enter and Esc belong to the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText("Paste the posting here")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)
