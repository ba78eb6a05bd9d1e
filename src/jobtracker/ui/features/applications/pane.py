"""The detail pane beside the list: one application, ready to act."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.contract import Edit, Intents, Readers, Said, Shown
from jobtracker.ui.features.applications.inline import InlineEdit
from jobtracker.ui.features.applications.letters_tab import LettersTab
from jobtracker.ui.features.applications.next_action import NextAction
from jobtracker.ui.features.applications.overview import Overview
from jobtracker.ui.features.applications.posting_tab import PostingTab
from jobtracker.ui.features.applications.stage_menu import StageMenu
from jobtracker.ui.features.applications.tile import Tile
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SECTION, Space
from jobtracker.ui.widgets.buttons import Button, IconButton, MenuButton
from jobtracker.ui.widgets.labels import ICON_BESIDE_TEXT, ElidedLabel, PlainLabel
from jobtracker.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from jobtracker.domain.applications import Application, ApplicationFields
    from jobtracker.ui.widgets.fields import CommitLineEdit
    from jobtracker.ui.widgets.long_text import LongField

OVERVIEW, POSTING, LETTERS = "overview", "posting", "letters"
TABS = ((OVERVIEW, "Overview"), (POSTING, "Posting"), (LETTERS, "Letters"))


class DetailPane(QWidget):
    """`stepped` asks for the previous (-1) or next (1) application, `closed` to go away."""

    def __init__(self, theme: Theme, intents: Intents, readers: Readers) -> None:
        super().__init__()
        self.stepped: Channel[int] = Channel()
        self.closed: Channel[None] = Channel()
        self._theme = theme
        self._intents = intents
        self._readers = readers
        self._id = 0
        self._record: Application | None = None
        self._refused: dict[tuple[int, str], str] = {}
        self.setAccessibleName("Application")
        self.previous = IconButton(theme.icon("chevron-up"), "Previous application", "[")
        self.next = IconButton(theme.icon("chevron-down"), "Next application", "]")
        self.position = PlainLabel("", "small")
        self.close_button = IconButton(theme.icon("x"), "Close", "Esc")
        self.tile = Tile(theme)
        self.title = InlineEdit(theme, "Role", SECTION, placeholder="Role", flush=True)
        self.subtitle = ElidedLabel("", "small")
        self.stage = MenuButton(theme, "Stage")
        self.stage.setIconSize(ICON_BESIDE_TEXT)
        self.stage_menu = StageMenu(theme, intents)
        self.stage_menu.setParent(self.stage, self.stage_menu.windowFlags())
        self.letter = Button("Write letter", icon=theme.icon("file-pen-line"))
        self.ended = PlainLabel("", "small", wrap=True)
        self.next_action = NextAction(theme, readers.due)
        self.tabs = Tabs("Parts of the application", TABS)
        self.overview = Overview(theme, readers)
        self.posting = PostingTab()
        self.letters = LettersTab()
        self._stack = QStackedWidget()
        self._lay_out()
        self._listen()

    @property
    def shown_id(self) -> int:
        """The application shown, 0 before the first."""
        return self._id

    def show_application(self, shown: Shown, today: date) -> None:
        """Show an application; the same one again leaves what is being typed alone."""
        record = shown.view.record
        anew = record.id != self._id
        if anew:
            self.commit_all()
        self._id, self._record = record.id, record
        self.tile.show_letters(words.initials(record.company))
        if anew:
            self.title.setModified(False)
        self.title.set_value(record.role)
        self.subtitle.setText(words.place_words(record.company, record.location))
        self._show_standing(record, today)
        self.next_action.show_action(record.next_action, record.next_action_on, today, anew=anew)
        self.next_action.setVisible(record.outcome is None or bool(record.next_action))
        self.overview.show_application(shown, today, anew=anew)
        self.posting.show_text(record.posting, anew=anew)
        self.letters.show_letters(shown.view.letters)
        written = len(shown.view.letters)
        self.tabs.set_words(LETTERS, f"Letters {written}" if written else "Letters")
        self._put_back()

    def keep_typed(self, application_id: int, field: str, text: str) -> None:
        """Keep a text that could not be stored until its application is shown again."""
        self._refused[application_id, field] = text

    def show_position(self, place: int, count: int) -> None:
        """Which of how many this is, counted from 1; 0 where the list does not hold it."""
        self.position.setText(f"{place} of {count:,}" if place else "")
        self.previous.setEnabled(place > 1)
        self.next.setEnabled(0 < place < count)

    def show_error(self, field: str, message: str) -> bool:
        """Put an error under the field it is about; False where this pane has none."""
        if field == "role" and not self.title.text().strip() and self._record is not None:
            self.title.set_value(self._record.role)
            self.title.restore()
            return False
        if field == "next_action_on":
            self.next_action.show_error(message)
            return True
        return self.overview.facts.show_error(field, message)

    def take_focus(self) -> None:
        """Put the keyboard on the first thing one can do here."""
        self.stage.setFocus(Qt.FocusReason.TabFocusReason)

    def edit_title(self) -> None:
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.selectAll()

    def edit_next_date(self) -> None:
        self.next_action.show()
        self.next_action.day.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.next_action.day.selectAll()

    def write_note(self) -> None:
        """Show the overview with the keyboard in the field for a note."""
        self.tabs.set_value(OVERVIEW)
        self._stack.setCurrentWidget(self.overview)
        self.overview.ensureWidgetVisible(self.overview.note)
        self.overview.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit_all(self) -> None:
        """Store what is being typed."""
        if self._id:
            self.title.commit()
            self.next_action.commit_all()
            self.overview.commit_all()
            self.posting.editor.commit()

    def set_alone(self, alone: bool) -> None:
        """Whether the pane takes the list's place; closing it then goes back."""
        self.close_button.setIcon(self._theme.icon("arrow-left" if alone else "x"))
        self.close_button.rename("Back to the list" if alone else "Close", "Esc")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """F6 comes here; a focus proxy instead would keep Tab from what stands above the stage."""
        super().focusInEvent(event)
        self.stage.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.put(None)
            return
        super().keyPressEvent(event)

    def _show_standing(self, record: "Application", today: date) -> None:
        standing = record.outcome or record.stage
        name = words.standing_name(standing.value)
        self.stage.setText(name)
        self.stage.setAccessibleName(f"Stage: {name}")
        self._paint_standing()
        self.ended.setVisible(record.outcome is not None)
        if record.outcome is not None and record.closed_on is not None:
            reached = words.standing_name(record.stage.value)
            when = words.day_words(record.closed_on, today)
            self.ended.setText(f"Reached {reached}, closed {when}")

    def _put_back(self) -> None:
        editors: dict[str, CommitLineEdit | LongField] = {
            "role": self.title,
            "next_action": self.next_action.action,
            "notes": self.overview.notes,
            "note": self.overview.note,
            "posting": self.posting.editor,
        }
        for field, editor in editors.items():
            text = self._refused.pop((self._id, field), None)
            if text is not None:
                editor.put_back(text)

    def _edit(self, field: str, fields: "ApplicationFields") -> None:
        self._intents.edited.put(Edit(self._id, field, fields))

    def _listen(self) -> None:
        intents = self._intents
        self.previous.clicked.connect(lambda: self.stepped.put(-1))
        self._theme.changed.subscribe(lambda _tokens: self._paint_standing(), owner=self)
        self.next.clicked.connect(lambda: self.stepped.put(1))
        self.close_button.clicked.connect(lambda: self.closed.put(None))
        self.stage.clicked.connect(self._open_stages)
        self.letter.clicked.connect(lambda: intents.letter_wanted.put(self._id))
        self.title.committed.subscribe(lambda text: self._edit("role", {"role": text}), owner=self)
        action = self.next_action
        action.action_typed.subscribe(
            lambda text: self._edit("next_action", {"next_action": text}), owner=self
        )
        action.day_typed.subscribe(self._set_day, owner=self)
        action.done.clicked.connect(
            lambda: self._edit("next_action", {"next_action": "", "next_action_on": None})
        )
        self.overview.edited.subscribe(lambda change: self._edit(*change), owner=self)
        self.overview.noted.subscribe(
            lambda text: intents.noted.put(Said(self._id, text)), owner=self
        )
        self.posting.committed.subscribe(
            lambda text: self._edit("posting", {"posting": text}), owner=self
        )
        self.letters.chosen.subscribe(intents.letter_chosen.put, owner=self)
        self.tabs.chosen.subscribe(self._open_tab, owner=self)

    def _set_day(self, text: str) -> None:
        self._edit("next_action_on", {"next_action_on": self._readers.day(text, False)})

    def _paint_standing(self) -> None:
        if self._record is not None:
            standing = self._record.outcome or self._record.stage
            self.stage.setIcon(self._theme.glyph_icon(standing.value))

    def _open_stages(self) -> None:
        if self._record is None:
            return
        self.stage_menu.fill(self._record.id, self._record.stage, self._record.outcome)
        below = self.stage.rect().bottomLeft() + QPoint(0, Space.HAIR)
        self.stage_menu.popup(self.stage.mapToGlobal(below))

    def _open_tab(self, key: str) -> None:
        tabs = {OVERVIEW: self.overview, POSTING: self.posting, LETTERS: self.letters}
        self._stack.setCurrentWidget(tabs[key])

    def _lay_out(self) -> None:
        for tab in (self.overview, self.posting, self.letters):
            self._stack.addWidget(tab)
        head = QVBoxLayout()
        head.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        head.setSpacing(Space.SMALL + 2)
        head.addLayout(self._who())
        head.addLayout(_row(self.stage, self.letter))
        head.addWidget(self.ended)
        head.addWidget(self.next_action)
        head.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _bar(self) -> QHBoxLayout:
        bar = _row(self.previous, self.next, self.position)
        bar.setContentsMargins(Space.MEDIUM + 2, Space.SMALL + 2, Space.MEDIUM, Space.SMALL)
        bar.addWidget(self.close_button)
        return bar

    def _who(self) -> QHBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        row = QHBoxLayout()
        row.setSpacing(Space.MEDIUM)
        row.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(names, 1)
        return row


def _row(*widgets: QWidget) -> QHBoxLayout:
    """Widgets side by side, the room left over behind them."""
    row = QHBoxLayout()
    row.setSpacing(Space.SNUG)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
