"""The third step: whose figures these are, of when, and under which terms."""

from PySide6.QtWidgets import QWidget

from jobtracker.domain.salary_tables import TablePassport
from jobtracker.ui.features.salary_import.words import KINDS
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.fields import Choice, CommitLineEdit
from jobtracker.ui.widgets.form import Form
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.scroll import ScrollPane

ABOUT = "This stands beside every figure of the table, so that you know what to make of it later."
CHOOSE_KIND = "Choose who speaks."
NO_NAME = "Give the table a name."


class PassportStep(ScrollPane):
    """`passport` is what is typed; `check` shows what is missing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(0)
        self._shown = TablePassport("")
        self.texts = {
            "name": CommitLineEdit("Name"),
            "publisher": CommitLineEdit("Publisher", placeholder="Who published the figures"),
            "release": CommitLineEdit("Edition", placeholder="May 2025"),
            "source_date": CommitLineEdit("Date", placeholder="2025, 2025-05 or 2025-05-31"),
            "licence": CommitLineEdit("Licence", placeholder="CC BY 4.0"),
            "note": CommitLineEdit("Note"),
        }
        self.kind: Choice[str] = Choice(theme, "Kind")
        self.kind.set_options(list(KINDS.items()))
        self.form = Form(theme)
        texts = self.texts
        self.form.add_pair(("name", "Name", texts["name"]), ("kind", "Who speaks", self.kind))
        self.form.add_pair(
            ("publisher", "Publisher", texts["publisher"]),
            ("licence", "Licence", texts["licence"]),
        )
        self.form.add_pair(
            ("release", "Edition", texts["release"]),
            ("source_date", "Of when", texts["source_date"]),
        )
        self.form.add("note", "Note", texts["note"])
        self.column.addWidget(PlainLabel(ABOUT, "small", wrap=True))
        self.column.addSpacing(Space.SMALL)
        self.column.addWidget(self.form)
        self.column.addStretch(1)

    def show_guess(self, guess: TablePassport) -> None:
        """Show what the file tells; what was typed for the same file stays."""
        if guess.checksum == self._shown.checksum:
            return
        self._shown = guess
        for name, editor in self.texts.items():
            editor.set_value(getattr(guess, name))
        self.kind.set_value(guess.kind)

    def passport(self) -> TablePassport:
        typed = {name: editor.value().strip() for name, editor in self.texts.items()}
        return self._shown._replace(**typed, kind=self.kind.value() or "")

    def wanting(self) -> QWidget:
        """What is to be filled in first."""
        return self.texts["name"] if self.kind.value() else self.kind

    def check(self) -> bool:
        """Whether nothing is missing; what is gets the keyboard and says so."""
        found = self.passport()
        errors = {}
        if not found.name:
            errors["name"] = NO_NAME
        if not found.kind:
            errors["kind"] = CHOOSE_KIND
        self.form.show_errors(errors)
        return not errors
