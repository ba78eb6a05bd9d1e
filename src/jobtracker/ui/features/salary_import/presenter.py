"""Runs the import sheet: reads the file, keeps the table, saves what is refused."""

from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.salary_tables import NO_CHOICES, SalaryTable, TableReading
from jobtracker.ui.features.salary_import.contract import Again, Run, SaveRefused, Store
from jobtracker.ui.features.salary_import.contract import Sheet as OtherSheet
from jobtracker.ui.features.salary_import.sheet import ImportSheet
from jobtracker.ui.features.salary_import.words import PATTERNS, counted
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.widgets.dialogs import open_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.theme.theme import Theme

QUESTION = "salary table"
Found = tuple[TableReading, SalaryTable | None] | None
"""A reading, and the table that the same file gave before; None where it was stopped."""


class SalaryImport:
    """`choose` asks for a file and `open` reads one, each over the window of `opener`."""

    def __init__(
        self, theme: "Theme", opener: "QWidget", commander: Commander, workspace: "Workspace"
    ) -> None:
        self._theme = theme
        self._opener = opener
        self._commander = commander
        self._tables = workspace.salary_tables
        self._path = Path()
        self.sheet: ImportSheet | None = None

    def choose(self) -> None:
        """Ask for the file first: without one there is nothing to show."""
        open_file(self._opener, "Import a salary table", PATTERNS, self.open)

    def open(self, path: Path) -> None:
        """Read a file and show it; into the sheet that is open, if one is."""
        sheet = self.sheet or self._new_sheet()
        self._path = path
        self._read(path, "", sheet.begin())

    def _new_sheet(self) -> ImportSheet:
        sheet = self.sheet = ImportSheet(self._theme, self._opener)
        wants = sheet.wants
        wants.another_file.subscribe(lambda _none: self.choose(), owner=sheet)
        wants.sheet_chosen.subscribe(self._read_sheet, owner=sheet)
        wants.read_again.subscribe(self._read_again, owner=sheet)
        wants.stored.subscribe(self._store, owner=sheet)
        wants.refused_saved.subscribe(self._save, owner=sheet)
        sheet.closed.subscribe(lambda _none: self._closed(), owner=sheet)
        sheet.open(sheet.file.another)
        return sheet

    def _closed(self) -> None:
        self.sheet = None

    def _read_sheet(self, other: OtherSheet) -> None:
        self._read(self._path, other.name, other.run)

    def _read(self, path: Path, sheet: str, run: Run) -> None:
        self._ask(lambda: self._tables.read(path, sheet, choices=NO_CHOICES, watch=run.note))

    def _read_again(self, again: Again) -> None:
        reading = self.sheet.reading if self.sheet is not None else None
        if reading is not None:
            self._ask(
                lambda: self._tables.again(
                    reading, columns=again.columns, choices=again.choices, watch=again.run.note
                )
            )

    def _ask(self, read: "Callable[[], TableReading]") -> None:
        """Read beside the window; a stopped reading leaves what is shown."""
        sheet = self.sheet
        if sheet is None:
            return

        def work() -> Found:
            from jobtracker.domain.errors import StoppedError

            try:
                reading = read()
            except StoppedError:
                return None
            return reading, self._tables.held(reading.raw.checksum)

        def show(found: Found) -> None:
            if found is None:
                sheet.ended()
            else:
                sheet.show_reading(*found)

        self._commander.read(work, show, question=QUESTION, failed=sheet.refuse, owner=sheet)

    def _store(self, store: Store) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        rows = counted(store.reading.read, "row", "rows")
        self._commander.change(
            lambda: self._tables.store(store.reading, store.passport, replace=store.replace),
            lambda _id: sheet.close(),
            sheet.refuse,
            owner=sheet,
            toast=f"{rows} imported from {store.reading.raw.file}",
        )

    def _save(self, save: SaveRefused) -> None:
        sheet = self.sheet
        if sheet is None:
            return

        def work() -> None:
            from jobtracker.exchange.salary_csv import write_csv

            rows = ([str(row.row), row.cause, row.reason, *row.cells] for row in save.rows)
            write_csv(save.path, ("Row", "Cause", "Reason", *save.headings), rows)

        def told(_none: None) -> None:
            self._commander.toasts.put(f"Refused rows saved as {save.path.name}")

        self._commander.read(work, told, failed=sheet.refuse, owner=sheet)
