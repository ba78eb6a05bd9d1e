"""The rows of the palette: headings, which the selection passes over, and entries."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from jobtracker.ui.features.palette import words
from jobtracker.ui.features.palette.contract import Entry, Heading, Row
from jobtracker.ui.features.palette.ranking import with_headings
from jobtracker.ui.widgets.row_model import Column, Index, RowModel

CHOOSABLE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
SILENT = Qt.ItemFlag.NoItemFlags


class PaletteModel(RowModel[Row]):
    """`typed` is what was looked for, which the delegate underlines."""

    def __init__(self) -> None:
        super().__init__([Column("Found", _text, 0, _spoken)], _key)
        self.typed = ""

    def show_entries(self, typed: str, entries: Sequence[Entry]) -> None:
        self.typed = typed
        self.show_rows(with_headings(entries))

    def entry(self, place: int) -> Entry | None:
        """The entry at a place; None for a heading and for no row."""
        row = self.rows[place] if 0 <= place < len(self.rows) else None
        return row if isinstance(row, Entry) else None

    def step(self, place: int, by: int) -> int:
        """The place of the next entry that way, round the ends; -1 where there is none."""
        places = [at for at, row in enumerate(self.rows) if isinstance(row, Entry)]
        if not places:
            return -1
        if place not in places:
            return places[0 if by > 0 else -1]
        return places[(places.index(place) + by) % len(places)]

    def flags(self, index: Index) -> Any:
        return SILENT if self.entry(index.row()) is None else CHOOSABLE


def _key(row: Row) -> object:
    return row.key if isinstance(row, Entry) else row.text


def _text(row: Row) -> str:
    return row.text


def _spoken(row: Row) -> str:
    return row.text if isinstance(row, Heading) else words.spoken(row)
