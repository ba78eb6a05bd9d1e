"""The profiles at the left: the filter over them, and the list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from jobtracker.ui.features.profiles.delegate import ProfileDelegate
from jobtracker.ui.features.profiles.model import Filter, ProfileModel
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.chips import MenuChip
from jobtracker.ui.widgets.empty_state import EmptyState
from jobtracker.ui.widgets.menus import Menu
from jobtracker.ui.widgets.row_table import RowList

ALL = "All categories"


class FilterField(QLineEdit):
    """Words to filter by; Esc empties it, Down goes to the list."""

    def __init__(self) -> None:
        super().__init__()
        keep_not(self)
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
    """`archived_wanted` is set while those put away are shown too, `only_own` while only the
    person's own are.
    """

    def __init__(self, theme: Theme, model: ProfileModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self.filter = FilterField()
        self.category = MenuChip(theme, ALL)
        self.list = RowList(theme, "Profiles", model)
        self.list.setItemDelegate(ProfileDelegate(theme, self.list, model))
        self.empty = EmptyState("No profile fits", "", "Clear filters")
        self._below = QStackedWidget()
        self._chosen = Filter()
        self._lay_out()
        self._listen()

    def show_rows(self) -> None:
        """Look at the model anew: whether its categories are still there, and any row left."""
        if self._chosen.category not in ("", *self._model.categories()):
            self._choose(self._chosen._replace(category=""))
        self._look()

    def clear_filters(self) -> None:
        self.filter.clear()
        self._choose(Filter(archived=self._chosen.archived))

    def show_archived(self) -> None:
        """Show what was put away too."""
        self._choose(self._chosen._replace(archived=True))

    def focus_list(self) -> None:
        """Go to the list, to the selected row or the first one."""
        if self.list.selected() is None and self._model.rows:
            self.list.select(self._model.rows[0].id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, chosen: Filter) -> None:
        self._chosen = chosen
        words = [chosen.category or ALL, "yours" if chosen.own else ""]
        words.append("archived too" if chosen.archived else "")
        self.category.setText(", ".join(filter(None, words)))
        self._refilter()

    def _refilter(self) -> None:
        self._model.filter(self._chosen._replace(text=self.filter.text()))
        self._look()

    def _look(self) -> None:
        nothing = bool(self._model.all) and not self._model.rows
        if nothing:
            reasons = [f"“{self.filter.text()}”" if self.filter.text() else ""]
            reasons.append(self._chosen.category or ("yours" if self._chosen.own else ""))
            words = " in ".join(filter(None, reasons)) or "what is not archived"
            self.empty.say("No profile fits", f"Nothing matches {words}.", "Clear filters")
        self._below.setCurrentIndex(int(nothing))

    def _listen(self) -> None:
        self.category.clicked.connect(self._show_categories)
        self.filter.textChanged.connect(self._refilter)
        self.filter.left.subscribe(lambda _: self.focus_list(), owner=self)
        self.empty.button.clicked.connect(self.clear_filters)

    def _show_categories(self) -> None:
        menu = Menu(self)
        chosen = self._chosen
        for name in ("", *self._model.categories()):
            wanted = chosen._replace(category=name)
            self._add_to(menu, name or ALL, wanted, on=name == chosen.category)
        menu.addSeparator()
        self._add_to(menu, "Only yours", chosen._replace(own=not chosen.own), on=chosen.own)
        wanted = chosen._replace(archived=not chosen.archived)
        self._add_to(menu, "Archived too", wanted, on=chosen.archived)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.open_below(self.category)

    def _add_to(self, menu: Menu, words: str, wanted: Filter, *, on: bool) -> None:
        action = QAction(words, menu, checkable=True, checked=on)
        action.triggered.connect(lambda: self._choose(wanted))
        menu.addAction(action)

    def _lay_out(self) -> None:
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
        column.addLayout(filters)
        column.addWidget(self._below, 1)
