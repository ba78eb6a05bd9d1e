"""The sheet of a company: its names, what one remembers of it, and whether to avoid it."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.domain.companies import CompanyFields, memory_words
from jobtracker.ui.features.applications.detail.contract import (
    CompanyEdit,
    CompanyShown,
    OtherApplication,
)
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_each
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import CheckBox, CommitLineEdit
from jobtracker.ui.widgets.form import Form
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.long_text import LongField
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (560, 600)
NOTES_HEIGHT = 96
ADDRESS_HEIGHT = 72
FORM_NAMES = {"avoid_reason": "reason"}
NOTHING = "Nothing applied for yet."


class CompanySheet(Sheet):
    """Its fields save themselves: `edited` tells each, `other_wanted` an application to go to."""

    def __init__(self, theme: Theme, opener: QWidget, shown: CompanyShown) -> None:
        super().__init__(theme, opener, shown.view.company.name, SIZE)
        self.edited: Channel[CompanyEdit] = Channel()
        self.other_wanted: Channel[int] = Channel()
        self.id = shown.view.company.id
        keep_each(self, f"company/{self.id}")
        self.name = CommitLineEdit("Name")
        self.aliases = CommitLineEdit("Other names", placeholder="Acme Inc., Acme GmbH")
        self.address = LongField("Address", placeholder="Street 1\n10115 Berlin")
        self.notes = LongField("Notes", placeholder="Anything worth keeping about the company")
        self.avoid = CheckBox(theme, "Avoid this company")
        self.reason = CommitLineEdit("Reason", placeholder="Why")
        self.memory = PlainLabel("", "body", wrap=True)
        self.form = Form(theme)
        self._company = shown.view.company
        self._editors: Mapping[str, CommitLineEdit | LongField] = {
            "name": self.name,
            "aliases": self.aliases,
            "address": self.address,
            "notes": self.notes,
            "avoid_reason": self.reason,
        }
        self._lay_out_fields(theme, shown.others)
        self._listen()
        self.show_company(shown)

    def show_company(self, shown: CompanyShown) -> None:
        """Show what is stored; what is being typed is left alone."""
        company = self._company = shown.view.company
        self.title.setText(company.name)
        self.memory.setText(memory_words(shown.view.memory) or NOTHING)
        for field, editor in self._editors.items():
            editor.set_value(self._stored(field))
        self.avoid.setChecked(company.avoid)
        self.form.field("reason").setVisible(company.avoid)

    def show_error(self, field: str, typed: str, message: str) -> None:
        """Say under its field why something could not be stored; what was typed stays there."""
        editor = self._editors.get(field)
        if editor is not None:
            editor.set_value(self._stored(field))
            editor.put_back(typed)
            self.form.field(FORM_NAMES.get(field, field)).set_error(message)

    def close(self) -> bool:
        """Store what is being typed first."""
        for editor in self._editors.values():
            editor.commit()
        return super().close()

    def _listen(self) -> None:
        self.name.committed.subscribe(lambda text: self._tell("name", {"name": text}), owner=self)
        self.aliases.committed.subscribe(self._tell_aliases, owner=self)
        self.address.committed.subscribe(
            lambda text: self._tell("address", {"address": text}), owner=self
        )
        self.notes.committed.subscribe(
            lambda text: self._tell("notes", {"notes": text}), owner=self
        )
        self.avoid.chosen.subscribe(lambda on: self._tell("avoid", {"avoid": on}), owner=self)
        self.reason.committed.subscribe(
            lambda text: self._tell("avoid_reason", {"avoid_reason": text}), owner=self
        )

        for field, editor in self._editors.items():
            editor.textChanged.connect(partial(self._look, field))

    def _tell_aliases(self, text: str) -> None:
        names = tuple(name.strip() for name in text.split(",") if name.strip())
        self._tell("aliases", {"aliases": names})

    def _stored(self, field: str) -> str:
        """What is stored of a field, as it is typed."""
        value = getattr(self._company, field)
        return value if isinstance(value, str) else ", ".join(value)

    def _look(self, field: str, *_text: str) -> None:
        """What is stored is never wrong: Esc puts it back and the error goes."""
        if self._editors[field].value() == self._stored(field):
            self.form.field(FORM_NAMES.get(field, field)).set_error("")

    def _tell(self, field: str, fields: CompanyFields) -> None:
        if field in self._editors:
            self.form.field(FORM_NAMES.get(field, field)).set_error("")
        self.edited.put(CompanyEdit(self.id, field, fields))

    def _lay_out_fields(self, theme: Theme, others: Sequence[OtherApplication]) -> None:
        form = self.form
        form.add("name", "&Name", self.name)
        form.add("aliases", "&Other names", self.aliases, hint="Separated by commas.")
        form.add("address", "&Address", self.address, hint="As it stands in letters.")
        form.add_widget(self.avoid)
        form.add("reason", "&Reason to avoid", self.reason)
        form.add("notes", "No&tes", self.notes)
        self.address.setFixedHeight(theme.px(ADDRESS_HEIGHT))
        self.notes.setFixedHeight(theme.px(NOTES_HEIGHT))
        inside = ScrollPane(margin=0)
        inside.column.addWidget(self.memory)
        inside.column.addWidget(form)
        if others:
            inside.column.addSpacing(Space.SMALL)
            inside.column.addWidget(PlainLabel("Applications here", "strong"))
            inside.column.addLayout(self._lines(others))
        inside.column.addStretch(1)
        self.body.addWidget(inside)
        self.default = Button("Close", kind="primary")
        self.default.clicked.connect(self.close)
        self.footer.addStretch(1)
        self.footer.addWidget(self.default)

    def _lines(self, others: Sequence[OtherApplication]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        for other in others:
            column.addWidget(self._line(other))
        return column

    def _line(self, other: OtherApplication) -> Button:
        button = Button(other.words, kind="link")
        button.clicked.connect(lambda: self._go(other.id))
        return button

    def _go(self, application_id: int) -> None:
        self.close()
        self.other_wanted.put(application_id)
