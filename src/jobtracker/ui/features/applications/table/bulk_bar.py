"""What is done to many applications at once; it stands in the place of the filter row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jobtracker.domain.listing import ListRow
from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.asking import Question, ask
from jobtracker.ui.features.applications.contract import (
    End,
    Intents,
    ManyEdited,
    ManyEnded,
    ManyMoved,
    ManyTagged,
    Move,
    RowsEdit,
)
from jobtracker.ui.features.applications.stage_menu import StageMenu
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button, IconButton
from jobtracker.ui.widgets.chips import MenuChip
from jobtracker.ui.widgets.form import Form
from jobtracker.ui.widgets.hints import Hint
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.page import FilterRow
from jobtracker.ui.widgets.sheet import Sheet
from jobtracker.ui.widgets.typed import day_hint
from jobtracker.ui.widgets.typed_dates import typed_date

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields

SHEET = (520, 260)
TAGS = "Tags, with commas between"


class Chosen:
    """What is chosen in a stage menu that stands for many applications."""

    def __init__(self) -> None:
        self.moved: Channel[Move] = Channel()
        self.ended: Channel[End] = Channel()
        self.reopened: Channel[int] = Channel()


class BulkBar(FilterRow):
    """`left` tells that the selection of many is given up."""

    def __init__(self, theme: Theme, intents: Intents, today: words.Today) -> None:
        super().__init__()
        self.left: Channel[None] = Channel()
        self._theme = theme
        self._intents = intents
        self._today = today
        self._ids: Sequence[int] = ()
        self.count = PlainLabel("", "strong")
        self.stage = MenuChip(theme, "Stage")
        self.next_action = Button("Next action", kind="chip")
        self.tag = Button("Tag", kind="chip")
        self.close_button = MenuChip(theme, "Close")
        self.archive = Button("Archive", kind="chip")
        self.delete = Button("Delete", kind="chip")
        self.cross = IconButton(theme.icon("x"), "Select one", "Esc")
        self._chosen = Chosen()
        self.menu = StageMenu(theme, self._chosen)
        self.menu.setParent(self, self.menu.windowFlags())
        self._lay_out()
        self._listen()

    def show_count(self, ids: Sequence[int]) -> None:
        self._ids = ids
        self.count.setText(f"{len(ids):,} selected")
        self.archive.setEnabled(bool(ids))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.put(None)
            return
        super().keyPressEvent(event)

    def choose_stage(self) -> None:
        self.menu.fill_many(len(self._ids))
        self.menu.open_below(self.stage)

    def choose_ending(self) -> None:
        self.menu.fill_many(len(self._ids), endings_only=True)
        self.menu.open_below(self.close_button)

    def ask_tags(self) -> None:
        """Ask for tags to add."""
        title = f"Tag {words.count_words(len(self._ids))}"
        question = Question(
            title, "Tags, with commas between", "Add tags", example="remote, urgent"
        )
        ids = self._ids

        def tagged(text: str) -> None:
            if tags_in(text):
                self._intents.many_tagged.put(ManyTagged(ids, tags_in(text)))

        ask(self._theme, self, question, tagged)

    def ask_tags_of(self, row: ListRow) -> None:
        """Ask for the tags of one application, those it has to begin with."""
        question = Question(
            f"Tags of {row.role}",
            TAGS,
            "Set tags",
            "No tags",
            example="remote, urgent",
            text=", ".join(row.tags),
        )

        def tagged(text: str) -> None:
            self._intents.rows_edited.put(RowsEdit([(row.id, {"tags": tags_in(text)})]))

        ask(self._theme, self, question, tagged)

    def ask_next(self) -> "NextSheet":
        """Ask for the next action of all of them."""
        sheet = NextSheet(self._theme, self, len(self._ids), self._today)
        ids = self._ids
        sheet.answered.subscribe(
            lambda fields: self._intents.many_edited.put(
                ManyEdited(ids, fields, "given a next action")
            ),
            owner=sheet,
        )
        sheet.open(sheet.action)
        return sheet

    def _move(self, move: Move) -> None:
        self._intents.many_moved.put(ManyMoved(self._ids, move.stage))

    def _end(self, end: End) -> None:
        self._intents.many_ended.put(ManyEnded(self._ids, end.outcome, end.reason))

    def _archive(self) -> None:
        self._intents.many_edited.put(ManyEdited(self._ids, {"archived": True}, "archived"))

    def _listen(self) -> None:
        self._chosen.moved.subscribe(self._move, owner=self)
        self._chosen.ended.subscribe(self._end, owner=self)
        self.stage.clicked.connect(self.choose_stage)
        self.next_action.clicked.connect(self.ask_next)
        self.tag.clicked.connect(self.ask_tags)
        self.close_button.clicked.connect(self.choose_ending)
        self.archive.clicked.connect(self._archive)
        self.delete.clicked.connect(lambda: self._intents.many_removed.put(self._ids))
        self.cross.clicked.connect(lambda: self.left.put(None))

    def _lay_out(self) -> None:
        self.setAccessibleName("Selected applications")
        for widget in (
            self.count,
            self.stage,
            self.next_action,
            self.tag,
            self.close_button,
            self.archive,
            self.delete,
        ):
            self.add_left(widget)
        self.add_right(self.cross)


def tags_in(text: str) -> tuple[str, ...]:
    """The tags in a line with commas between."""
    return tuple(dict.fromkeys(one.strip() for one in text.split(",") if one.strip()))


class NextSheet(Sheet):
    """`answered` tells the next action and its date; either may be left empty."""

    def __init__(self, theme: Theme, opener: QWidget, count: int, today: words.Today) -> None:
        super().__init__(theme, opener, f"Next action for {words.count_words(count)}", SHEET)
        self.answered: Channel[ApplicationFields] = Channel()
        self._today = today
        self.action, self.due = QLineEdit(), QLineEdit()
        self.due.setPlaceholderText("30 nov, fri, +3")
        self.form = Form(theme)
        self.form.add("action", "Next action", self.action)
        self.form.add("due", "Date", self.due)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.footer.addStretch(1)
        self.default = Button("Set next action", kind="primary")
        self.default.clicked.connect(self.accept)
        self.footer.addWidget(self.default)
        self.due.textEdited.connect(
            lambda text: self.form.field("due").set_hint(self._hint(text).words)
        )

    def accept(self) -> None:
        """Tell what was typed, or say why that cannot be."""
        wrong = self._hint(self.due.text()).error
        if not self.action.text().strip() and not self.due.text().strip():
            self.form.show_errors({"action": "Type what is next, or a date."})
        elif wrong:
            self.form.show_errors({"due": wrong})
        else:
            self.close()
            due = typed_date(self.due.text(), self._today())
            self.answered.put({"next_action": self.action.text().strip(), "next_action_on": due})

    def _hint(self, text: str) -> Hint:
        return day_hint(text, self._today(), past=False) if text.strip() else Hint("")
