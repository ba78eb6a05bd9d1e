"""What the import sheet and its presenter say to each other."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from jobtracker.domain.salary_tables import (
    Choices,
    Column,
    RefusedRow,
    TablePassport,
    TableReading,
)
from jobtracker.ui.runtime.channel import Channel


class Run:
    """One reading under way: how far it is, and whether it may go on. Told on one thread and
    looked at on another, a plain value at a time.
    """

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self.stopped = False

    def note(self, done: int, total: int) -> bool:
        self.done, self.total = done, total
        return not self.stopped


class Again(NamedTuple):
    """The same file by other columns or with other choices."""

    columns: Sequence[Column]
    choices: Choices
    run: Run


class Sheet(NamedTuple):
    """Another sheet of the same workbook."""

    name: str
    run: Run


class Store(NamedTuple):
    """Keep what was read; `replace` is the table of the same file that goes for it."""

    reading: TableReading
    passport: TablePassport
    replace: int | None


class SaveRefused(NamedTuple):
    """Write the refused rows to a file."""

    path: Path
    headings: Sequence[str]
    rows: Sequence[RefusedRow]


class Wants:
    """What a person asks for on the sheet."""

    def __init__(self) -> None:
        self.another_file: Channel[None] = Channel()
        self.sheet_chosen: Channel[Sheet] = Channel()
        self.read_again: Channel[Again] = Channel()
        self.stored: Channel[Store] = Channel()
        self.refused_saved: Channel[SaveRefused] = Channel()
