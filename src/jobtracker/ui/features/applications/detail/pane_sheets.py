"""The sheets an application opens: its company, logging an activity, a field of one's own."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from jobtracker.domain.custom_fields import FieldKind
from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.ui.features.applications.detail.contract import (
    CompanyEdit,
    CompanyShown,
    DetailIntents,
    NewField,
)
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.form import Form
from jobtracker.ui.widgets.hints import Readers
from jobtracker.ui.widgets.outside import open_copy
from jobtracker.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from jobtracker.ui.features.applications.detail.company_sheet import CompanySheet
    from jobtracker.ui.features.applications.detail.log_sheet import LogSheet

SIZE = (440, 280)
KINDS = (
    (FieldKind.TEXT, "Text"),
    (FieldKind.NUMBER, "Number"),
    (FieldKind.DATE, "Date"),
    (FieldKind.YES_NO, "Yes or no"),
)


class PaneSheets:
    """At most one of each is open; what they tell goes to the pane's intents."""

    def __init__(
        self, theme: Theme, opener: QWidget, readers: Readers, intents: DetailIntents
    ) -> None:
        self._theme = theme
        self._opener = opener
        self._readers = readers
        self._intents = intents
        self.company: CompanySheet | None = None
        self.activity: LogSheet | None = None
        self.field: FieldSheet | None = None

    def open_copy(self, copy: Path) -> None:
        """Hand a document's copy to the system's program for it, or ask what else to do."""
        open_copy(self._theme, self._opener, copy)

    def log(self, application_id: int, company: str) -> None:
        """Open the form for an activity."""
        from jobtracker.ui.features.applications.detail.log_sheet import LogSheet

        sheet = LogSheet(self._theme, self._opener, self._readers, application_id, company)
        sheet.logged.subscribe(self._intents.logged.put, owner=sheet)
        sheet.closed.subscribe(lambda _none: self._forget_activity(), owner=sheet)
        self.activity = sheet
        sheet.open(sheet.text)

    def logged(self) -> None:
        """What was logged is stored."""
        if self.activity is not None:
            self.activity.close()

    def not_logged(self, error: JobtrackerError) -> None:
        """Say in the form, which stays open, why it could not be logged."""
        if self.activity is not None:
            field = error.field if isinstance(error, InvalidInputError) else ""
            self.activity.show_error(field, str(error))

    def show_company(self, shown: CompanyShown) -> None:
        """Open the sheet of a company, or show in the open one what is stored now."""
        if self.company is not None and self.company.id == shown.view.company.id:
            self.company.show_company(shown)
            return
        from jobtracker.ui.features.applications.detail.company_sheet import CompanySheet

        sheet = self.company = CompanySheet(self._theme, self._opener, shown)
        sheet.edited.subscribe(self._intents.company_edited.put, owner=sheet)
        sheet.other_wanted.subscribe(self._intents.other_wanted.put, owner=sheet)
        sheet.closed.subscribe(lambda _none: self._forget_company(), owner=sheet)
        sheet.open(sheet.name)

    def refuse_company(self, edit: CompanyEdit, message: str) -> bool:
        """Say in the sheet why something was not stored; False where it is closed by now."""
        if self.company is None or self.company.id != edit.company_id:
            return False
        typed = dict(edit.fields).get(edit.field, "")
        text = ", ".join(typed) if isinstance(typed, tuple) else str(typed)
        self.company.show_error(edit.field, text, message)
        return True

    def make_field(self, application_id: int, name: str = "") -> None:
        """Ask for the name and the kind of a field of one's own."""
        sheet = self.field = FieldSheet(self._theme, self._opener, application_id)
        sheet.name.setText(name)
        sheet.made.subscribe(self._intents.field_made.put, owner=sheet)
        sheet.closed.subscribe(lambda _none: self._forget_field(), owner=sheet)
        sheet.open(sheet.name)

    def _forget_company(self) -> None:
        self.company = None

    def _forget_field(self) -> None:
        self.field = None

    def _forget_activity(self) -> None:
        self.activity = None


class FieldSheet(Sheet):
    """`made` tells the name and the kind once there is a name."""

    def __init__(self, theme: Theme, opener: QWidget, application_id: int) -> None:
        super().__init__(theme, opener, "A field of your own", SIZE)
        self.made: Channel[NewField] = Channel()
        self._id = application_id
        self.name = QLineEdit()
        self.kind = Choice[str](theme, "Kind")
        self.kind.set_options([(kind.value, words) for kind, words in KINDS])
        self.kind.set_value(FieldKind.TEXT.value)
        self.form = Form(theme)
        self.form.add("name", "&Name", self.name, hint="Every application can then have it.")
        self.form.add("kind", "&Kind", self.kind)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.default = Button("Add field", kind="primary")
        self.default.clicked.connect(self._make)
        self.name.returnPressed.connect(self._make)
        self.footer.addStretch(1)
        self.footer.addWidget(self.default)

    def _make(self) -> None:
        if not self.name.text().strip():
            self.form.show_errors({"name": "Type a name."})
            return
        made = NewField(self._id, self.name.text(), self.kind.value() or FieldKind.TEXT.value)
        self.close()
        self.made.put(made)
