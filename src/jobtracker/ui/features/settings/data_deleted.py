"""Recently deleted: what can be brought back, and the way out for good."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStackedWidget, QWidget

from jobtracker.domain.deleted import KEPT_DAYS, KIND_WORDS, Deleted, held
from jobtracker.domain.text import folded
from jobtracker.ui.features.settings.backup_words import day_words
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.empty_state import EmptyState
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.row_delegate import CardDelegate, Cell, draw_icon, two_lines
from jobtracker.ui.widgets.row_model import Column, RowModel
from jobtracker.ui.widgets.row_table import RowList, RowView
from jobtracker.ui.widgets.sheet import ENTER, Sheet

SIZE = (720, 560)
ICON_ROOM = 26
ICONS = {
    "application": "briefcase",
    "company": "building-2",
    "contact": "user",
    "document": "file-text",
    "interview": "calendar",
    "letter": "file-pen-line",
    "letter_block": "notebook-text",
    "letter_template": "notebook-text",
    "offer": "circle-dollar-sign",
    "pay_fact": "circle-dollar-sign",
    "profile": "book-user",
    "salary_table": "table-2",
    "saved_view": "bookmark",
}
OTHER = "circle-dot"
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
NOTHING = ("Nothing was deleted", f"What you delete stays here for {KEPT_DAYS} days.")
NO_HIT = ("Nothing fits", "No deleted record has these words in its name.")
KEPT = f"Kept for {KEPT_DAYS} days. Restoring can be undone."
WARNING = (
    "A backup is made first; older backups keep what they hold. This can't be undone, nor can "
    "anything done before it was deleted."
)


def detail_of(entry: Deleted, today: date) -> str:
    """The second line of an entry: "Application, with 2 letters, deleted yesterday"."""
    kind = KIND_WORDS[entry.kind][0].capitalize()
    day = day_words(datetime.fromisoformat(entry.deleted_at), today)
    along = f", with {held(entry)}" if entry.holds else ""
    return f"{kind}{along}, deleted {day}"


class _Rows(CardDelegate):
    def __init__(self, theme: Theme, view: RowView, today: date) -> None:
        super().__init__(theme, view, Size.ROW + 4)
        self._today = today

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        entry: Deleted = cell.row
        inside = cell.rect.adjusted(Space.PANE, 0, -Space.LARGE, -Space.TIGHT)
        draw_icon(painter, self.theme, inside, ICONS.get(entry.kind, OTHER), "text2")
        words = inside.adjusted(self.theme.px(ICON_ROOM), 0, 0, 0)
        two_lines(painter, self.theme, words, entry.name, detail_of(entry, self._today))


class _List(RowList):
    """Several can be chosen; Ctrl+Enter is the sheet's, also here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def chosen(self) -> list[Deleted]:
        """Every selected row, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.rows[row] for row in rows]


class DeletedSheet(Sheet):
    """`restored` and `dropped` tell ids, `emptied` that all are to go for good. Enter restores;
    what goes for good is asked about first, in the sheet.
    """

    def __init__(self, theme: Theme, opener: QWidget, today: date) -> None:
        super().__init__(theme, opener, "Recently deleted", SIZE)
        self.restored: Channel[tuple[int, ...]] = Channel()
        self.dropped: Channel[tuple[int, ...]] = Channel()
        self.emptied: Channel[None] = Channel()
        self._all: Sequence[Deleted] = ()
        self._model: RowModel[Deleted] = RowModel(
            [Column("Deleted", lambda one: f"{one.name}, {detail_of(one, today)}")],
            key=lambda one: one.id,
        )
        self.search = QLineEdit()
        keep_not(self.search)
        self.rows = _List(theme, "Recently deleted", self._model)
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.rows.setProperty("s", "surface")
        self.rows.setItemDelegate(_Rows(theme, self.rows, today))
        self.nothing = EmptyState(*NOTHING)
        self.question = Banner(theme)
        self.restore = Button("Restore", kind="primary")
        self.drop = Button("Delete for good…")
        self.empty = Button("Empty…", kind="ghost")
        self.default = self.restore
        self._lay_out_rows(theme)
        self.search.textChanged.connect(lambda _text: self._show())
        self.rows.selectionModel().selectionChanged.connect(lambda _now, _then: self._follow())
        self.rows.opened.subscribe(lambda _row: self._restore(), owner=self)
        self.restore.clicked.connect(self._restore)
        self.drop.clicked.connect(self._ask_drop)
        self.empty.clicked.connect(self._ask_empty)
        self._show()

    def show_entries(self, entries: Sequence[Deleted]) -> None:
        """What is in the bin now, the newest first."""
        if entries and list(entries) == list(self._all):
            return  # what is selected stays
        had_focus = self.rows.hasFocus() or not self._all
        self._all = entries
        self._show()
        if had_focus and self._model.rows:
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._model.rows:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_gone(self, words: str) -> None:
        """Say what went for good."""
        self.question.say("ok", words, dismissible=True)

    def refuse(self, words: str) -> None:
        """Say why something was not done."""
        self.question.say("danger", words, dismissible=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows in the search walk in the list; Esc takes a question back first."""
        if event.key() == Qt.Key.Key_Escape and self.question.isVisible():
            self._take_back()
            event.accept()
            return
        step = STEPS.get(Qt.Key(event.key()), 0)
        if step and self.search.hasFocus() and self._model.rows:
            self.rows.setFocus(Qt.FocusReason.TabFocusReason)
            event.accept()
            return
        if event.key() in ENTER and self.search.hasFocus() and not event.modifiers():
            self._restore()
            event.accept()
            return
        super().keyPressEvent(event)

    def _show(self) -> None:
        words = folded(self.search.text()).split()
        rows = [one for one in self._all if all(word in folded(one.name) for word in words)]
        at = self.rows.currentIndex().row()
        self._model.show_rows(rows)
        if rows and not self.rows.selectionModel().hasSelection():
            self.rows.select(rows[max(0, min(at, len(rows) - 1))].id)
        self.nothing.say(*(NO_HIT if self._all else NOTHING))
        self._stack.setCurrentWidget(self.rows if rows else self.nothing)
        self._follow()

    def _follow(self) -> None:
        count = len(self.rows.chosen()) if self._model.rows else 0
        self.restore.setText(f"Restore {count:,}" if count > 1 else "Restore")
        self.restore.setEnabled(count > 0)
        self.drop.setEnabled(count > 0)
        self.empty.setEnabled(bool(self._all))

    def _ids(self) -> tuple[int, ...]:
        return tuple(one.id for one in self.rows.chosen())

    def _restore(self) -> None:
        if self.restore.isEnabled():
            self.question.hide()
            self.restored.put(self._ids())

    def _ask_drop(self) -> None:
        chosen, ids = self.rows.chosen(), self._ids()
        what = f"“{chosen[0].name}”" if len(chosen) == 1 else f"{len(chosen):,} records"
        self._ask(f"Delete {what} for good?", lambda: self.dropped.put(ids))

    def _ask_empty(self) -> None:
        count = len(self._all)
        what = "the one record" if count == 1 else f"all {count:,} records"
        self._ask(f"Delete {what} in here for good?", lambda: self.emptied.put(None))

    def _ask(self, words: str, then: Callable[[], object]) -> None:
        def sure() -> None:
            self._take_back()
            then()

        self.question.say("danger", words, WARNING, "Delete for good", sure, dismissible=True)
        self.question.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_back(self) -> None:
        self.question.hide()
        (self.rows if self._model.rows else self.search).setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out_rows(self, theme: Theme) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.nothing)
        self.question.dismissed.subscribe(lambda _none: self._take_back(), owner=self)
        self.body.setSpacing(Space.MEDIUM)
        self.body.addWidget(self.question)
        self.body.addWidget(Field(theme, "Search", self.search))
        self.body.addWidget(self._stack, 1)
        self.footer.addWidget(self.empty)
        self.footer.addWidget(PlainLabel(KEPT, "cap"))
        self.footer.addStretch(1)
        self.footer.addWidget(self.drop)
        self.footer.addWidget(self.restore)
