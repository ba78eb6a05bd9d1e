"""`salary import` and `salary tables`: tables of pay that a person found somewhere."""

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from jobtracker.cli.common import answer, path_of, shared_options, table, workspace
from jobtracker.domain.currencies import MINOR_DIGITS
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.pay import Period
from jobtracker.domain.salary_tables import (
    BY_SIZE,
    DOLLARS,
    KINDS,
    NO_CURRENCY,
    NO_DATE,
    NO_PAY,
    NO_PERIOD,
    NO_ROLE,
    YEARLY,
    Choices,
    SalaryTable,
    TablePassport,
    alike_words,
    is_comparable,
    wanting,
)
from jobtracker.domain.text import quoted

if TYPE_CHECKING:
    from jobtracker.domain.salary_tables import TableReading

_SHOWN = 10
_PERIOD = click.Choice([period.value for period in Period], case_sensitive=False)
"""By their values: of an enumeration click offers the names, "YEAR"."""
_OPTIONS = {"role": '--role "..."', "currency": "--currency EUR", "period": "--period year"}
_MENDS = {
    NO_PAY: "The window's import lets you choose columns.",
    NO_ROLE: 'Add --role "...".',
    NO_CURRENCY: "Add --currency EUR.",
    DOLLARS: "Then add --currency CAD.",
    NO_PERIOD: "Add --period year.",
    YEARLY: "If they are not, add --period month.",
    BY_SIZE: "If they are not, add --period month.",
    NO_DATE: "If you know it, add --date 2025.",
}
"""What a person types where a doubt is right."""
_PASSPORT = ("name", "kind", "publisher", "release", "source_date", "licence", "note")


@click.command("import")
@click.argument("file")
@click.option("--name", help="What the table is called; otherwise its file's name.")
@click.option("--kind", type=click.Choice(KINDS), help="Who speaks.")
@click.option("--publisher", help="Who published the figures.")
@click.option("--date", "source_date", help="Of when the figures are: 2025, 2025-05 or 2025-05-31.")
@click.option("--release", help="The publisher's name of the edition.")
@click.option("--licence", help="Under which terms the table may be used.")
@click.option("--note", help="Anything else worth knowing.")
@click.option("--role", help="The role of rows that name none.")
@click.option("--level", help="The level of rows that name none.")
@click.option("--place", help="The place of rows that name none.")
@click.option("--currency", help="The currency of figures that name none, as USD.")
@click.option("--period", type=_PERIOD, help="What the figures are paid for.")
@click.option("--sheet", default="", help="The sheet of a workbook; otherwise the first with pay.")
@click.option("--as-is", is_flag=True, help="Keep figures without role, currency or period too.")
@click.option("--replace", is_flag=True, help="Replace the table of the same file.")
@click.option("--dry-run", is_flag=True, help="Only say what would be imported.")
@shared_options
def import_table(
    file: str, *, sheet: str, as_is: bool, replace: bool, dry_run: bool, **given: str | None
) -> None:
    """Read a salary table, CSV or XLSX, and keep its rows beside the benchmarks in the box.

    Every row of the file is read or refused with a reason.
    """
    choices = _choices(given)
    with workspace(write=not dry_run) as opened:
        reading = opened.salary_tables.read(path_of(file), sheet, choices=choices)
        passport = _passport(reading, given)
        key = None
        if not dry_run:
            if not as_is:
                _check(reading)
            held = opened.salary_tables.held(passport.checksum)
            over = held.id if held is not None and replace else None
            key = opened.salary_tables.store(reading, passport, replace=over).value
    answer(_as_value(reading, passport, key), lambda: _words(reading, passport, key))


@click.group("tables", invoke_without_command=True)
@shared_options
@click.pass_context
def tables(context: click.Context) -> None:
    """Imported salary tables, the newest first."""
    if context.invoked_subcommand is not None:
        return
    with workspace(write=False) as opened:
        found = opened.salary_tables.tables()
    rows = (
        (t.id, t.passport.name, t.passport.kind, t.passport.source_date, t.row_count) for t in found
    )
    answer(
        [_table(one) for one in found],
        lambda: table(rows, ("ID", "NAME", "KIND", "DATE", "ROWS")),
        nothing="No salary table was imported yet.",
    )


@tables.command("remove")
@click.argument("table_id", metavar="ID", type=int)
@shared_options
def remove(table_id: int) -> None:
    """Take an imported table and its rows away; `undo` brings them back."""
    with workspace(write=True) as opened:
        opened.salary_tables.remove(table_id)
    answer({"removed": table_id}, f"Removed salary table {table_id}.")


def _choices(given: dict[str, str | None]) -> Choices:
    currency = (given["currency"] or "").upper() or None
    if currency is not None and currency not in MINOR_DIGITS:
        raise InvalidInputError(
            f"{quoted(currency)} is no currency. Nothing was saved. Type three letters like USD.",
            field="currency",
        )
    return Choices(
        role=given["role"] or "",
        level=given["level"] or "",
        place=given["place"] or "",
        currency=currency,
        period=Period(given["period"]) if given["period"] else None,
    )


def _check(reading: "TableReading") -> None:
    """Refuse figures that nothing can be compared with, naming the options that mend them."""
    lacking = wanting(reading)
    if not lacking:
        return
    counts = " and ".join(
        f"{count:,} of {len(reading.rows):,} figures have no {name}"
        for name, count in lacking.items()
    )
    options = " ".join(_OPTIONS[name] for name in lacking)
    raise InvalidInputError(
        f"{counts}, so they cannot be compared with. Nothing was saved. Add {options}, or keep "
        "them so with --as-is.",
        field=next(iter(lacking)),
    )


def _doubts(reading: "TableReading", passport: TablePassport) -> list[str]:
    """The doubts with the option that mends each; a date that was typed leaves none of it."""
    told = [doubt for doubt in reading.doubts if doubt != NO_DATE or not passport.source_date]
    mends = {**_MENDS, alike_words(reading.raw): "Read another with --sheet NAME."}
    return [f"{doubt} {mends[doubt]}" if doubt in mends else doubt for doubt in told]


def _passport(reading: "TableReading", given: dict[str, str | None]) -> TablePassport:
    """The guessed passport with what was typed; a table that does not tell is "reported"."""
    typed = {field: text for field in _PASSPORT if (text := given[field]) is not None}
    passport = reading.guess._replace(**typed)
    return passport._replace(kind=passport.kind or "reported")


def _as_value(reading: "TableReading", passport: TablePassport, key: int | None) -> dict[str, Any]:
    return {
        "id": key,
        "file_rows": reading.total,
        "read": reading.read,
        "refused": [
            {"row": row.row, "cause": row.cause, "reason": row.reason} for row in reading.refused
        ],
        "table_rows": len(reading.rows),
        "comparable": sum(map(is_comparable, reading.rows)),
        "columns": [{"heading": c.heading, "meaning": c.meaning or None} for c in reading.columns],
        "sheet": reading.raw.sheet or None,
        "alike_sheets": list(reading.raw.alike),
        "doubts": _doubts(reading, passport),
        "passport": passport._asdict(),
    }


def _words(reading: "TableReading", passport: TablePassport, key: int | None) -> str:
    done = f"Imported table {key}: {passport.name}" if key else f"Would import: {passport.name}"
    read, refused = f"{reading.read:,} of {reading.total:,}", f"{len(reading.refused):,}"
    figures = f"{sum(map(is_comparable, reading.rows)):,} figures to compare with"
    lines = [done, f"{read} rows read, {refused} refused; {figures}"]
    causes = Counter(row.cause for row in reading.refused)
    lines += [f"  {cause}: {count:,}" for cause, count in causes.most_common()]
    lines += [f"  row {row.row}: {row.reason}" for row in reading.refused[:_SHOWN]]
    lines += _doubts(reading, passport)
    return "\n".join(lines)


def _table(one: SalaryTable) -> dict[str, Any]:
    return {"id": one.id, "rows": one.row_count, **one.passport._asdict()}
