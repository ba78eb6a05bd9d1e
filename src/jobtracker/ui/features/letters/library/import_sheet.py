"""The sheet for a template out of a file: what was read, and what is still to be asked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.letter_kinds import Language, LetterKind, kind_name, language_name
from jobtracker.ui.features.letters.library.contract import Answered
from jobtracker.ui.features.letters.library.question_row import QuestionRow
from jobtracker.ui.features.letters.library.template_view import KEEPS_LAYOUT
from jobtracker.ui.features.letters.words import counted
from jobtracker.ui.features.letters.writing.editor import LetterEditor
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import Choice, CommitLineEdit
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from jobtracker.exchange.templates.foreign import ForeignTemplate

SIZE = (940, 620)
NOTHING = "No placeholder was found. Put fields in with Ctrl+J once the template is stored."
ALL_CLEAR = "All placeholders were recognised as fields."
PATTERNS = (
    "Letters (*.txt *.md *.markdown *.docx *.dotx *.html *.htm *.tex)",
    "All files (*)",
)


class ImportSheet(Sheet):
    """`stored` tells the template with its answers. Ctrl+Enter stores it."""

    def __init__(self, theme: Theme, opener: QWidget, foreign: "ForeignTemplate") -> None:
        super().__init__(theme, opener, "Import a template", SIZE)
        self.stored: Channel[Answered] = Channel()
        self._foreign = foreign
        self.name = CommitLineEdit("Name")
        self.name.set_value(foreign.name)
        self.kind: Choice[LetterKind] = Choice(theme, "Kind")
        self.kind.set_options([(one, kind_name(one)) for one in LetterKind])
        self.kind.set_value(foreign.kind)
        self.language: Choice[Language] = Choice(theme, "Language")
        self.language.set_options([(one, language_name(one)) for one in Language])
        self.language.set_value(foreign.language)
        self.text = LetterEditor(theme, "Text that was read")
        self.text.setReadOnly(True)
        self.text.show_text(foreign.text)
        self.rows = [
            QuestionRow(theme, question, place) for place, question in enumerate(foreign.questions)
        ]
        for row in self.rows:
            row.entered.subscribe(self._show_question, owner=self)
        self._lay_out_template()

    def open_here(self) -> None:
        """Show the sheet with the focus on what is to be answered, else on the name."""
        self.open(self.rows[0].choice if self.rows else self.name)

    def _show_question(self, place: int) -> None:
        question = self._foreign.questions[place]
        self.text.select_source(question.start, question.end)

    def _store(self) -> None:
        named = self._foreign._replace(
            name=self.name.value().strip() or self._foreign.name,
            kind=self.kind.value() or self._foreign.kind,
            language=self.language.value() or self._foreign.language,
        )
        for row in self.rows:
            if not row.check():
                return
        self.stored.put(Answered(named, {row.place: row.answer() for row in self.rows}))
        self.close()

    def _lay_out_template(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.LARGE)
        for label, editor, share in (
            ("Name", self.name, 3),
            ("Kind", self.kind, 2),
            ("Language", self.language, 2),
        ):
            head.addWidget(Field(self._theme, label, editor), share)
        asked = QVBoxLayout()
        asked.setSpacing(Space.SMALL)
        asked.addWidget(PlainLabel(self._question_words(), "strong", wrap=True))
        asked.addWidget(self._questions(), 1)
        read = QVBoxLayout()
        read.setSpacing(Space.SMALL)
        read.addWidget(PlainLabel("What was read", "strong"))
        self.text.setProperty("k", "")
        read.addWidget(self.text, 1)
        if self._foreign.form:
            read.addWidget(PlainLabel(KEEPS_LAYOUT, "small", wrap=True))
        columns = QHBoxLayout()
        columns.setSpacing(Space.PAGE)
        columns.addLayout(asked, 1)
        columns.addLayout(read, 1)
        self.body.setSpacing(Space.LARGE)
        self.body.addLayout(head)
        self.body.addLayout(columns, 1)
        store = Button("Store template", kind="primary")
        store.clicked.connect(self._store)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.leave)
        self.footer.addWidget(PlainLabel("You can change everything later.", "cap"), 1)
        self.footer.addWidget(cancel, 0, Qt.AlignmentFlag.AlignRight)
        self.footer.addWidget(store)
        self.default = store

    def _question_words(self) -> str:
        count = len(self.rows)
        if count:
            return f"{counted(count, 'question', 'questions')} about placeholders"
        return ALL_CLEAR if "{{" in self._foreign.text else NOTHING

    def _questions(self) -> QWidget:
        pane = ScrollPane(0)
        pane.column.setSpacing(Space.MEDIUM)
        for row in self.rows:
            pane.column.addWidget(row)
        pane.column.addStretch(1)
        return pane
