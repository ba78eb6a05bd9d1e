"""The sheets behind Help: every key, made from the actions, and what this program is."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from jobtracker.domain.text import folded
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import LABEL, SMALL, Size, Space
from jobtracker.ui.widgets.buttons import Button, native
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.row_delegate import Cell, RowDelegate, draw_text
from jobtracker.ui.widgets.row_model import Column, RowModel
from jobtracker.ui.widgets.row_table import RowTable
from jobtracker.ui.widgets.sheet import Sheet

WHAT = "A job-search tracker that keeps everything on this computer."
OFFLINE = "It opens no connection to any network and sends nothing anywhere."
LICENCES = (
    "Licence: MIT. Built with Qt and PySide6 (LGPL-3.0), SQLAlchemy (MIT), SQLCipher (BSD), "
    "pydantic (MIT), the typeface Inter (OFL-1.1) and Lucide icons (ISC)."
)
QT_SOURCE = (
    "Qt's libraries lie beside the program as separate files and may be replaced; "
    "their source is offered at qt.io."
)
ABOUT = ((WHAT, "body"), (OFFLINE, "body"), (LICENCES, "small"), (QT_SOURCE, "small"))


class KeyLine(NamedTuple):
    """A command with the keys it has now; `menu` is where it stands: "View"."""

    menu: str
    text: str
    keys: tuple[str, ...]


class KeyDelegate(RowDelegate):
    """Paints a table of commands in words; the second column, the name, stands out."""

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        colours = self.theme.colours
        is_name = cell.column == NAME
        left = self.theme.px(Space.SMALL if cell.column else Space.PAGE)
        draw_text(
            painter,
            self.theme,
            cell.rect.adjusted(left, 0, -Space.SMALL, 0),
            self._view.rows.columns[cell.column].text(cell.row),
            LABEL if is_name else SMALL,
            colours.text if is_name else colours.text2,
        )


def keys_words(keys: Sequence[str]) -> str:
    """The keys of a command in words: "Ctrl+F or /"; empty for none."""
    return " or ".join(native(key) for key in keys)


NAME = 1
COLUMNS = (
    Column("Menu", lambda line: line.menu, 130),
    Column("Command", lambda line: line.text),
    Column(
        "Keys",
        lambda line: keys_words(line.keys),
        150,
        lambda line: keys_words(line.keys) or "no keys",
    ),
)


class KeysSheet(Sheet):
    """Every command in the order of the menus; what is typed into `field` narrows them."""

    def __init__(self, theme: Theme, opener: QWidget, lines: Sequence[KeyLine]) -> None:
        super().__init__(theme, opener, "Keyboard shortcuts", (620, 600))
        self._lines = lines
        self._model = RowModel[KeyLine](COLUMNS, lambda line: line)
        table = RowTable(theme, "Keyboard shortcuts", self._model)
        table.set_row_height(Size.ROW_COMPACT)
        table.setItemDelegate(KeyDelegate(theme, table, Size.ROW_COMPACT))
        self.field = QLineEdit()
        keep_not(self.field)
        self.field.setPlaceholderText("Find a command or a key")
        self.field.setAccessibleName("Find a command or a key")
        self.field.textChanged.connect(self._show)
        self._show("")
        self.body.setSpacing(Space.SMALL)
        self.body.addWidget(self.field)
        self.body.addWidget(table, 1)
        _add_close(self)

    def _show(self, typed: str) -> None:
        self._model.show_rows([line for line in self._lines if _holds(line, typed)])


def _holds(line: KeyLine, typed: str) -> bool:
    """Whether a command has every word that was typed in its name, its menu or its keys."""
    words = folded(f"{line.menu} {line.text} {keys_words(line.keys)}")
    return all(word in words for word in folded(typed).split())


def about_sheet(theme: Theme, opener: QWidget, version: str) -> Sheet:
    """Name, version, licences."""
    sheet = Sheet(theme, opener, f"Jobtracker {version}".strip(), (520, 340))
    sheet.body.setSpacing(Space.SMALL)
    for text, role in ABOUT:
        sheet.body.addWidget(PlainLabel(text, role, wrap=True, selectable=True))
    sheet.body.addStretch(1)
    _add_close(sheet)
    return sheet


def _add_close(sheet: Sheet) -> None:
    button = Button("Close")
    button.clicked.connect(sheet.close)
    sheet.footer.addStretch(1)
    sheet.footer.addWidget(button)
    sheet.default = button
