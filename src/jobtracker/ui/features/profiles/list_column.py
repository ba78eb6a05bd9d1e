"""The narrow column at the left: what can be added, the filter, and the list."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from jobtracker.ui.features.profiles.delegate import ProfileDelegate
from jobtracker.ui.features.profiles.model import ProfileModel
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.buttons import IconButton
from jobtracker.ui.widgets.chips import MenuChip
from jobtracker.ui.widgets.empty_state import EmptyState
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.menus import Menu
from jobtracker.ui.widgets.row_table import RowList

WIDTH = 268
ALL = "All categories"
ADD = "Add a profile"
PASTE = "Paste a profile page"
OPEN = "Open a profile page…"


class FilterField(QLineEdit):
    """Words to filter by; Esc empties it, Down goes to the list."""

    def __init__(self) -> None:
        super().__init__()
        self.left: Channel[None] = Channel()
        self.setPlaceholderText("Filter")
        self.setAccessibleName("Filter profiles")
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return}:
            self.left.put(None)
        else:
            super().keyPressEvent(event)


class ListColumn(QWidget):
    """`paste` and `open` tell what was chosen from the menu of the plus."""

    def __init__(self, theme: Theme, model: ProfileModel) -> None:
        super().__init__()
        self.paste: Channel[None] = Channel()
        self.open: Channel[None] = Channel()
        self._theme = theme
        self._model = model
        self.setProperty("s", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.fit(self.setFixedWidth, WIDTH)
        self.add = IconButton(theme.icon("plus"), ADD)
        self.filter = FilterField()
        self.category = MenuChip(theme, ALL)
        self.list = RowList(theme, "Profiles", model)
        self.list.setItemDelegate(ProfileDelegate(theme, self.list, model))
        self.empty = EmptyState("No profile fits", "", "Clear filters")
        self._below = QStackedWidget()
        self._chosen = ""
        self._lay_out()
        self._listen()

    def show_rows(self) -> None:
        """Look at the model anew: whether its categories are still there, and any row left."""
        categories = self._model.categories()
        if self._chosen and self._chosen not in categories:
            self._choose("")
        self.category.setVisible(len(categories) > 1)
        self._look()

    def clear_filters(self) -> None:
        self.filter.clear()
        self._choose("")

    def focus_list(self) -> None:
        """Go to the list, to the selected row or the first one."""
        if self.list.selected() is None and self._model.rows:
            self.list.select(self._model.rows[0].id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, category: str) -> None:
        self._chosen = category
        self.category.setText(category or ALL)
        self._refilter()

    def _refilter(self) -> None:
        self._model.filter(self.filter.text(), self._chosen)
        self._look()

    def _look(self) -> None:
        nothing = bool(self._model.all) and not self._model.rows
        if nothing:
            reasons = [f"“{self.filter.text()}”" if self.filter.text() else "", self._chosen]
            words = " in ".join(filter(None, reasons))
            self.empty.say("No profile fits", f"Nothing matches {words}.", "Clear filters")
        self._below.setCurrentIndex(int(nothing))

    def _listen(self) -> None:
        self.add.clicked.connect(self._show_menu)
        self.category.clicked.connect(self._show_categories)
        self.filter.textChanged.connect(self._refilter)
        self.filter.left.subscribe(lambda _: self.focus_list(), owner=self)
        self.empty.button.clicked.connect(self.clear_filters)

    def _show_categories(self) -> None:
        menu = _menu(self)
        for name in ("", *self._model.categories()):
            action = QAction(name or ALL, menu, checkable=True, checked=name == self._chosen)
            action.triggered.connect(lambda _on, name=name: self._choose(name))
            menu.addAction(action)
        menu.popup(_below(self.category))

    def _show_menu(self) -> None:
        menu = _menu(self)
        paste = menu.addAction(self._theme.icon("clipboard-paste"), f"{PASTE}\tCtrl+V")
        paste.triggered.connect(lambda: self.paste.put(None))
        choose = menu.addAction(self._theme.icon("file-text"), OPEN)
        choose.triggered.connect(lambda: self.open.put(None))
        menu.popup(_below(self.add))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.PANE, 0, Space.MEDIUM, 0)
        head.addWidget(PlainLabel("Roles and profiles", "title"), 1)
        head.addWidget(self.add)
        top = QWidget()
        self._theme.fit(top.setFixedHeight, Size.PAGE_HEADER)
        top.setLayout(head)
        filters = QVBoxLayout()
        filters.setContentsMargins(Space.PANE, 0, Space.PANE, Space.MEDIUM)
        filters.setSpacing(Space.SMALL)
        filters.addWidget(self.filter)
        filters.addWidget(self.category, 0, Qt.AlignmentFlag.AlignLeft)
        nothing = QWidget()
        about = QVBoxLayout(nothing)
        about.setContentsMargins(Space.MEDIUM, 0, Space.MEDIUM, 0)
        about.addWidget(self.empty)
        about.addStretch(1)
        self._below.addWidget(self.list)
        self._below.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(filters)
        column.addWidget(self._below, 1)


def _menu(parent: QWidget) -> Menu:
    made = Menu(parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return made


def _below(button: QWidget) -> QPoint:
    return button.mapToGlobal(QPoint(0, button.height() + 2))
