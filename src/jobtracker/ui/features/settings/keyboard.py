"""The keys of every command: found, changed, added, taken from another, given back."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobtracker.domain.text import folded
from jobtracker.ui.actions import ActionBook
from jobtracker.ui.features.settings.rows import SettingRow
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.keys import is_sign, pressed, refusal
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.buttons import Button, native
from jobtracker.ui.widgets.help_sheets import KeyDelegate
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.row_model import Column, RowModel
from jobtracker.ui.widgets.row_table import RowTable
from jobtracker.ui.widgets.switch import Switch

LETTERS = "Letters and signs alone, such as S or /, run commands while a list has the keyboard"
FIXED = "Text fields hear this key by themselves, so it stays."
HOW = "Enter changes the keys of the command that is selected."
LISTENING = "Press the keys…"
RESET, TAKE_BACK = "Reset all keys", "Take the reset back"


class CommandRow(NamedTuple):
    """A command of the table; `keys` are in words."""

    id: str
    menu: str
    text: str
    keys: str


COLUMNS = (
    Column("Menu", lambda row: row.menu, 150),
    Column("Command", lambda row: row.text),
    Column("Keys", lambda row: row.keys, 190, lambda row: row.keys or "no keys"),
)


class KeyboardSection(QWidget):
    """Works on the book itself, which keeps and applies what is changed here at once."""

    def __init__(self, theme: Theme, book: ActionBook) -> None:
        super().__init__()
        self._book = book
        self.setAccessibleName("Keyboard")
        self.field = QLineEdit()
        keep_not(self.field)
        self.field.setPlaceholderText("Find a command or a key")
        self.field.setAccessibleName("Find a command or a key")
        self.letters = Switch(theme, "Single-letter keys")
        self.reset_all = Button(RESET)
        self._former: dict[str, tuple[str, ...]] = {}
        self.model = RowModel[CommandRow](COLUMNS, lambda row: row.id)
        self.table = RowTable(theme, "Commands and their keys", self.model)
        self.table.set_row_height(Size.ROW_COMPACT)
        self.table.setItemDelegate(KeyDelegate(theme, self.table, Size.ROW_COMPACT))
        self.bar = KeyBar(book)
        self._lay_out()
        self._listen()
        self.refresh()

    def refresh(self) -> None:
        """Show the commands that hold what was typed, with their keys as they are now."""
        typed = folded(self.field.text()).split()
        rows = [row for row in self._all() if _holds(row, typed)]
        self.model.show_rows(rows)
        self.letters.setChecked(self._book.single_letters)
        if self._book.changed_keys:
            self._former = {}
        self.reset_all.setText(TAKE_BACK if self._former else RESET)
        self.reset_all.setEnabled(bool(self._book.changed_keys or self._former))
        if rows and self.table.selected() is None:
            self.table.select(rows[0].id)
        self._tell_selected()

    def _all(self) -> list[CommandRow]:
        return [
            CommandRow(one.id, one.menu.replace("/", ", "), one.text, self._keys(one.id))
            for one in self._book.defined()
        ]

    def _keys(self, action: str) -> str:
        heard = self._book.keys(action)
        keys = self._book.chosen_keys(action)
        return " or ".join(native(key) if key in heard else f"{key} (off)" for key in keys)

    def _tell_selected(self) -> None:
        row = self.table.selected()
        self.bar.show_command(row.id if row is not None else "")

    def _reset_all(self) -> None:
        """Keys belong to the computer, not to the search, so that Undo does not know of them."""
        former, self._former = self._former, dict(self._book.changed_keys)
        if not former:
            self._book.reset_keys()
        for action, keys in former.items():
            self._book.set_keys(action, keys)

    def _listen(self) -> None:
        self.field.textChanged.connect(self.refresh)
        self.letters.chosen.subscribe(self._book.allow_single_letters, owner=self)
        self.reset_all.clicked.connect(self._reset_all)
        self.table.current.subscribe(lambda _row: self._tell_selected(), owner=self)
        self.table.opened.subscribe(lambda _row: self.bar.begin(), owner=self)
        self.bar.left.subscribe(lambda _none: self.table.setFocus(), owner=self)
        self._book.keys_changed.subscribe(lambda _none: self.refresh(), owner=self)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(Space.SMALL)
        above.addWidget(self.field, 1)
        above.addWidget(self.reset_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE, Space.PANE, Space.PAGE, Space.PAGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(PlainLabel("Keyboard", "section"))
        column.addWidget(SettingRow("Single-letter keys", LETTERS, self.letters))
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addWidget(self.bar)


class KeyBar(QWidget):
    """Changes the keys of one command. What stands in the way is said beside it, with a way out.

    `left` tells that the keyboard goes back to the table.
    """

    def __init__(self, book: ActionBook) -> None:
        super().__init__()
        self.left: Channel[None] = Channel()
        self._book = book
        self._action = ""
        self._wanted = ""
        self._adding = False
        self.name = PlainLabel("", "strong")
        self.note = PlainLabel(HOW, "small", wrap=True)
        self.change = KeyCapture("Change…")
        self.add = KeyCapture("Add…")
        self.remove = Button("Remove")
        self.reset = Button("Reset")
        self.take = Button("Take it over")
        self._lay_out()
        self.change.captured.subscribe(lambda key: self._consider(key, adding=False), owner=self)
        self.add.captured.subscribe(lambda key: self._consider(key, adding=True), owner=self)
        self.remove.clicked.connect(self._remove)
        self.reset.clicked.connect(self._reset)
        self.take.clicked.connect(self._take)

    def show_command(self, action: str) -> None:
        """Offer what can be done with the keys of this command; "" for none."""
        same = action == self._action
        self._action = action
        known = bool(action)
        defined = self._book.definition(action) if known else None
        free = defined is not None and not defined.fixed
        self.name.setText(defined.text if defined is not None else "No command found")
        for button in (self.change, self.add):
            button.setEnabled(free)
        self.remove.setEnabled(free and bool(self._book.chosen_keys(action)))
        self.reset.setEnabled(free and action in self._book.changed_keys)
        if not same or not self._wanted:
            self._say(HOW if free or not known else FIXED)

    def begin(self) -> None:
        """Listen for the new keys."""
        if self.change.isEnabled():
            self.change.setFocus(Qt.FocusReason.OtherFocusReason)
            self.change.listen()

    def _consider(self, key: str, *, adding: bool) -> None:
        """Give the key to the command, or say what stands in the way."""
        self._wanted, self._adding = key, adding
        refused = refusal(key)
        rivals = self._book.rivals(self._action, key)
        if refused:
            self._say(refused, "danger")
        elif any(rival.fixed for rival in rivals):
            self._say(f"{native(key)} belongs to text fields. Use another key.", "danger")
        elif rivals:
            names = " and ".join(f"“{rival.text}”" for rival in rivals)
            self._say(f"{native(key)} is the key of {names}.", "warn", take=True)
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._take()

    def _take(self) -> None:
        key = self._wanted
        before = self._book.chosen_keys(self._action) if self._adding else ()
        self._book.take_key(self._action, key)
        self._book.set_keys(self._action, [*(one for one in before if one != key), key])
        silent = is_sign(key) and not self._book.single_letters
        off = " It stays off with the other single letters." if silent else ""
        self._say(f"{native(key)} is its key now.{off}", "ok")
        self.left.put(None)

    def _remove(self) -> None:
        self._wanted = ""
        self._book.set_keys(self._action, ())

    def _reset(self) -> None:
        self._wanted = ""
        self._book.reset_keys(self._action)

    def _say(self, words: str, role: str = "small", *, take: bool = False) -> None:
        if role == "small":
            self._wanted = ""
        else:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.note.setText(words)
        self.note.set_role(role)
        self.take.setVisible(take)
        self.change.setAccessibleDescription(words)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(Space.HAIR)
        words.addWidget(self.name)
        words.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        row.addLayout(words, 1)
        for button in (self.take, self.change, self.add, self.remove, self.reset):
            row.addWidget(button)


class KeyCapture(Button):
    """A button that listens for one key chord once it is pressed; Esc and leaving end it."""

    _listening = False  # Qt sends events before a base class is ready

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.captured: Channel[str] = Channel()
        self._words = text
        self.clicked.connect(self.listen)

    def listen(self) -> None:
        self._listening = True
        self.setText(LISTENING)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, LISTENING))

    def event(self, event: QEvent) -> bool:
        """No shortcut may run while its key is being asked for."""
        if self._listening and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._listening and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.listen()
        elif not self._listening:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._rest()
        elif key := pressed(event.keyCombination()):
            self._rest()
            self.captured.put(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._rest()
        super().focusOutEvent(event)

    def _rest(self) -> None:
        self._listening = False
        self.setText(self._words)


def _holds(row: CommandRow, typed: list[str]) -> bool:
    words = folded(f"{row.menu} {row.text} {row.keys}")
    return all(word in words for word in typed)
