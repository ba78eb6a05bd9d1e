"""What a person does with salary tables out of files: look, import, find a role in them, remove."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.matching import name_key
from jobtracker.domain.salary_tables import (
    KINDS,
    NO_CHOICES,
    Choices,
    Column,
    Matched,
    SalaryTable,
    TablePassport,
    TableReading,
    TableRow,
    as_range,
    by_year_first,
)
from jobtracker.domain.text import checked_text, one_line, required_text, shortened
from jobtracker.services.base import Service, done
from jobtracker.storage import salary_tables

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.domain.progress import Progress


class SalaryTables(Service):
    _roles: tuple[tuple[int, ...], dict[str, list[str]]] = ((), {})
    """The tables there are, and their roles by what tells them apart. A table never changes, so
    that they need not be asked for twice.
    """

    def read(
        self,
        path: Path,
        sheet: str = "",
        *,
        choices: Choices = NO_CHOICES,
        watch: "Progress | None" = None,
    ) -> TableReading:
        """What a file says as a salary table; stores nothing.

        `choices` say what the file leaves open; `watch` hears how many rows are done and may
        stop. Raises UnreadableFileError for a file that is no table.
        """
        from jobtracker.exchange.salary_tables.reading import read_table

        return read_table(path, sheet, choices=choices, today=self._clock.today(), watch=watch)

    def again(
        self,
        reading: TableReading,
        *,
        columns: Sequence[Column] | None = None,
        choices: Choices | None = None,
        watch: "Progress | None" = None,
    ) -> TableReading:
        """The same file read with other columns or choices, without opening it again."""
        from jobtracker.exchange.salary_tables.reading import read_again

        return read_again(
            reading,
            reading.columns if columns is None else columns,
            reading.choices if choices is None else choices,
            watch=watch,
        )

    def held(self, checksum: str) -> SalaryTable | None:
        """The table that was imported from a file with these very bytes before."""
        return next((t for t in self.tables() if t.passport.checksum == checksum), None)

    def store(
        self, reading: TableReading, passport: TablePassport, *, replace: int | None = None
    ) -> Done[int]:
        """Keep the rows that were read; the table's id. `replace` is the table it takes over.

        Raises InvalidInputError where nothing was read, the passport has no name, or the same
        file is here already and is not the one replaced.
        """
        checked = _checked(passport)
        if not reading.rows:
            raise InvalidInputError(
                "No row of the file was read, so there is nothing to import. Nothing was saved. "
                "Choose other columns or another file.",
                field="table",
            )
        held = self.held(checked.checksum) if checked.checksum else None
        if held is not None and held.id != replace:
            raise InvalidInputError(
                f"This file is here already as table {held.id}, “{shortened(held.passport.name)}”. "
                "Nothing was saved. Replace that table, or leave it.",
                field="replace",
            )
        from jobtracker.services import backups

        backups.before(self._db, backups.BEFORE_IMPORT)
        with self._db.write(f"import {shortened(checked.name)}") as tx:
            if replace is not None:
                salary_tables.remove(tx.session, replace)
            key = salary_tables.insert(tx.session, checked, reading.rows, self._clock.now())
        return done(key, tx)

    def tables(self) -> list[SalaryTable]:
        """All imported tables, the newest first."""
        with self._db.read() as session:
            return salary_tables.tables(session)

    def rows(self, table_id: int) -> list[TableRow]:
        """The rows of a table in the order of its file."""
        with self._db.read() as session:
            return salary_tables.rows(session, table_id)

    def matching(
        self, titles: Sequence[str], codes: Iterable[str] = (), place: str = ""
    ) -> list[Matched]:
        """What the imported tables say of a role by any of its titles or codes, side by side.

        With `place` only rows of that place and those that name none. Where a table has a role
        by the hour and by the year, the year stands for both.
        """
        with self._db.read() as session:
            known = self._roles_by_key(session)
            alike = [role for title in titles for role in known.get(name_key(title), ())]
            found = salary_tables.matching(session, [*titles, *alike], tuple(codes), place)
        return by_year_first(
            [Matched(table, as_range(row, table.passport), row.role) for table, row in found]
        )

    def _roles_by_key(self, session: "Session") -> dict[str, list[str]]:
        """The roles of all tables by the words that tell them apart: a "Senior Software Engineer"
        is a "Software Developer" of some level.
        """
        tables = tuple(table.id for table in salary_tables.tables(session))
        if tables != self._roles[0]:
            by_key: dict[str, list[str]] = {}
            for role in salary_tables.roles(session):
                by_key.setdefault(name_key(role), []).append(role)
            by_key.pop("", None)
            self._roles = tables, by_key
        return self._roles[1]

    def remove(self, table_id: int) -> Done[None]:
        """Take a table and its rows away; undo brings both back."""
        with self._db.write("remove salary table") as tx:
            salary_tables.remove(tx.session, table_id)
        return done(None, tx)


def _checked(passport: TablePassport) -> TablePassport:
    if passport.kind not in KINDS:
        raise InvalidInputError(
            f"A table has to say who speaks: {', '.join(KINDS)}. Nothing was saved. "
            "Choose one of them as its kind.",
            field="kind",
        )
    lines = {
        field: one_line(getattr(passport, field), field.replace("_", " ")).strip()
        for field in ("publisher", "release", "source_date", "licence", "file")
    }
    return passport._replace(
        name=required_text(passport.name, "name"), note=checked_text(passport.note, "note"), **lines
    )
