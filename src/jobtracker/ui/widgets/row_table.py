"""Tables and lists set up to be fast: fixed row heights, no grid, no headers that measure."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QListView, QTableView

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size
from jobtracker.ui.widgets.row_model import RowModel

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object  # Qt allows one Qt base only; the class that mixes this in brings it

ENTER = (int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter))


class RowView(_View):
    """What a table and a list of rows share.

    `current` tells the row a person moved to, `opened` the one they entered. The
    selection follows a row by its key when the model is shown anew.
    """

    rows: RowModel[Any]
    current: Channel[Any]
    opened: Channel[Any]
    hovered_row = -1
    by_keyboard = False
    _kept: object = None

    def select(self, key: object) -> bool:
        """Move to the row with this key; False if it is not shown (yet)."""
        self._kept = key
        position = self.rows.position(key)
        if position < 0:
            return False
        index = self.rows.index(position, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def selected(self) -> Any:
        """The current row, or None."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def repaint_row(self, row: int) -> None:
        """Draw one row again.

        Not through the viewport: the first time Python is handed a widget that Qt made,
        PySide6 loads every kind of widget there is, and the first paint would wait for it.
        """
        for column in range(self.rows.columnCount()):
            self.update(self.rows.index(row, column))

    def has_ring(self, row: int) -> bool:
        """Whether a row wears the focus ring: the current one, for a person at the keyboard."""
        return self.by_keyboard and self.hasFocus() and self.currentIndex().row() == row

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.repaint_row(self.currentIndex().row())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.repaint_row(self.currentIndex().row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.by_keyboard = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        if event.key() in ENTER and self.selected() is not None:
            self.opened.put(self.selected())
            return
        super().keyPressEvent(event)

    def _hover(self, row: int) -> None:
        """The whole row is lit, not one cell of it."""
        if row != self.hovered_row:
            before, self.hovered_row = self.hovered_row, row
            self.repaint_row(before)
            self.repaint_row(row)

    def _set_up(self, name: str, model: RowModel[Any]) -> None:
        self.rows = model
        self.current = Channel()
        self.opened = Channel()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        model.modelReset.connect(self._keep_selection)
        self.selectionModel().currentRowChanged.connect(self._moved)

    def _keep_selection(self) -> None:
        if self._kept is not None:
            self.select(self._kept)

    def _moved(self, index: QModelIndex, before: QModelIndex) -> None:
        self.repaint_row(before.row())
        self.repaint_row(index.row())
        if index.isValid():
            row = self.rows.rows[index.row()]
            self._kept = self.rows.key(row)
            self.current.put(row)


class RowTable(RowView, QTableView):
    """A table of rows with the columns of its model."""

    def __init__(self, theme: Theme, name: str, model: RowModel[Any]) -> None:
        super().__init__()
        self._theme = theme
        self._scale = theme.scale
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_row_height(Size.ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        theme.fit(header.setFixedHeight, Size.TABLE_HEADER)
        theme.fit(header.setMinimumSectionSize, 40)
        self._set_up(name, model)
        self._size_columns()
        theme.changed.subscribe(lambda _tokens: self._follow_text(), owner=self)

    def set_row_height(self, px: int) -> None:
        """The one height of every row, in px at 100 %."""
        self._row_px = px
        self.verticalHeader().setMinimumSectionSize(self._theme.px(px))
        self.verticalHeader().setDefaultSectionSize(self._theme.px(px))

    def _follow_text(self) -> None:
        """Rows and columns grow with the text; a width a person gave keeps its share."""
        before, self._scale = self._scale, self._theme.scale
        if before == self._scale:
            return
        self.set_row_height(self._row_px)
        header = self.horizontalHeader()
        for place, column in enumerate(self.rows.columns):
            usual, now = round(column.width * before), header.sectionSize(place)
            own = not header.isSectionHidden(place) and now != usual
            if column.width:
                size = round(now * self._scale / before) if own else self._theme.px(column.width)
                header.resizeSection(place, size)

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        for place, column in enumerate(self.rows.columns):
            if column.width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
                header.resizeSection(place, self._theme.px(column.width))
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)


class RowList(RowView, QListView):
    """The narrow list beside a page: the same rows in one column."""

    def __init__(self, theme: Theme, name: str, model: RowModel[Any]) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("s", "sunken")
        self.setUniformItemSizes(True)
        self._set_up(name, model)
