"""Choosing many applications: what is selected survives a refresh, and may be more than loaded."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractItemView

from jobtracker.ui.features.applications.table.model import ApplicationModel, ItemRow
from jobtracker.ui.features.applications.table.table import ApplicationTable
from jobtracker.ui.runtime.channel import Channel

Flag = QItemSelectionModel.SelectionFlag


class Choosing:
    """`told` carries the ids of the selected applications whenever they change.

    Made once the first list is painted; until then one row can be selected.
    """

    def __init__(self, table: ApplicationTable, model: ApplicationModel) -> None:
        self.told: Channel[Sequence[int]] = Channel()
        self._table = table
        self._model = model
        self._selection = table.selectionModel()
        self._held: set[object] = set()
        self._lost: set[object] = set()
        self._everything: Sequence[int] | None = None
        self._own_work = False
        self._anchor: object = None
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        model.modelAboutToBeReset.connect(self._hold)
        model.modelReset.connect(self._restore)
        model.rowsInserted.connect(self._join_new)
        self._selection.selectionChanged.connect(self._changed)
        table.extended.subscribe(self.extend_to, owner=table)

    def ids(self) -> Sequence[int]:
        """The selected applications from top to bottom; all of the list after Ctrl+A."""
        if self._everything is not None:
            return self._everything
        entries = (self._model.rows[at] for at in self._places())
        return [entry.row.id for entry in entries if isinstance(entry, ItemRow)]

    @property
    def many(self) -> bool:
        """Whether commands are for the selected ones rather than for the current one."""
        return self._table.picking or len(self.ids()) > 1

    def only_current(self) -> None:
        """Leave the selection of many; the current row stays."""
        self._table.picking = False
        self._selection.select(self._table.currentIndex(), Flag.ClearAndSelect | Flag.Rows)

    def everything(self, ids: Sequence[int]) -> None:
        """Select all of the list, `ids`, though only a part of it may be loaded."""
        self._select(range(len(self._model.rows)), Flag.ClearAndSelect)
        self._everything = ids
        self.told.put(ids)

    def toggle_current(self) -> None:
        """Add the current row to the selection or take it out; the first one begins it."""
        current = self._table.currentIndex()
        begun, self._table.picking = self.many, True
        if begun or not self._selection.isRowSelected(current.row(), current.parent()):
            self._selection.select(current, Flag.Toggle | Flag.Rows)
        if self._selection.hasSelection():
            self.told.put(self.ids())
        else:
            self.only_current()

    def extend_to(self, row: int) -> None:
        """Select from where the selection began to this row, which becomes the current one.

        Qt's own beginning does not follow a row that was gone to by a command.
        """
        rows = self._model.rows
        if not 0 <= row < len(rows):
            return
        begun = self._model.position(self._anchor)
        first, last = sorted((row, begun if begun >= 0 else self._table.currentIndex().row()))
        self._selection.setCurrentIndex(self._model.index(row, self._table.column()), Flag.NoUpdate)
        self._select(range(first, last + 1), Flag.ClearAndSelect)
        self._everything = None
        self._table.scrollTo(self._table.currentIndex())
        self.told.put(self.ids())

    def _places(self) -> list[int]:
        return sorted({index.row() for index in self._selection.selectedRows()})

    def _hold(self) -> None:
        self._own_work = True
        rows = self._model.rows
        self._held = {self._model.key(rows[at]) for at in self._places()} if self.many else set()

    def _restore(self) -> None:
        """Other rows by now: a selection of everything shrinks to what is left of it here.

        Those that left the list together are selected again when they come back together.
        """
        self._own_work, self._everything = False, None
        if self._lost and all(self._model.position(one) >= 0 for one in self._lost):
            self._held, self._lost = self._lost, set()
            first = min(map(self._model.position, self._held))
            self._table.select(self._model.key(self._model.rows[first]))
        elif any(self._model.position(one) < 0 for one in self._held):
            self._lost = self._held
        if self._held:
            found = map(self._model.position, self._held)
            self._select((at for at in found if at >= 0), Flag.ClearAndSelect)
        if self._table.picking and not self._selection.hasSelection():
            self.only_current()
        self.told.put(self.ids())

    def _join_new(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Rows that load later belong to a selection of everything."""
        if self._everything is not None:
            self._select(range(first, last + 1), Flag.Select)

    def _select(self, places: Iterable[int], how: Flag) -> None:
        selection = QItemSelection()
        for at in places:
            selection.select(self._model.index(at, 0), self._model.index(at, 0))
        self._own_work = True
        self._selection.select(selection, how | Flag.Rows)
        self._own_work = False

    def _changed(self, *_what: object) -> None:
        """A person who selects anything else gives up the selection of everything."""
        if not self._own_work:
            self._everything = None
            self._lost = self._lost if self._table.settles else set()
            if len(self._selection.selectedRows()) == 1:
                self._anchor = self._model.key(self._model.rows[self._places()[0]])
            self.told.put(self.ids())
