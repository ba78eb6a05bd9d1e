"""The sheets behind Help: every key, made from the actions, and what this program is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button, native
from jobtracker.ui.widgets.labels import PlainLabel
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


def keys_sheet(theme: Theme, opener: QWidget, keys: Sequence[tuple[str, str, str]]) -> Sheet:
    """A table of (menu, what it does, shortcut), in the order of the menus."""
    sheet = Sheet(theme, opener, "Keyboard shortcuts", (560, 560))
    inside = QWidget()
    inside.setProperty("s", "scrolled")
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, Space.MEDIUM, 0)
    grid.setHorizontalSpacing(Space.PANE)
    grid.setVerticalSpacing(Space.SMALL)
    grid.setColumnStretch(1, 1)
    heading = ""
    for menu, text, shortcut in keys:
        row = grid.rowCount()
        if menu != heading:
            grid.addWidget(PlainLabel(menu, "strong"), row, 0)
            heading = menu
        grid.addWidget(PlainLabel(text), row, 1)
        grid.addWidget(PlainLabel(native(shortcut), "caption"), row, 2)
    grid.setRowStretch(grid.rowCount(), 1)
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName("Keyboard shortcuts")
    area.setAccessibleDescription("; ".join(f"{text}, {key}" for _, text, key in keys))
    sheet.body.addWidget(area)
    _add_close(sheet)
    return sheet


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
