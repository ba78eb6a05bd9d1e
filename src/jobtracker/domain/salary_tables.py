"""A salary table that a person found somewhere: its columns, its rows, and its passport.

Every row of the file is either read or refused with a reason; nothing is lost in silence. One
row of the file may give several table rows: one for each level, place or period that has
columns of its own.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from jobtracker.domain.matching import level_in
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.salary_ranges import Percentiles, SalaryRange

KINDS = ("employer", "reported", "estimate", "official", "own")

WORDS_OF_A_ROW = ("role", "level", "place", "code", "currency", "period", "year", "note")
COUNTS = ("n", "employment", "rse")
FIGURES = ("low", "high", "p10", "p25", "p50", "p75", "p90", "mean", "pay")
MEANINGS = (*WORDS_OF_A_ROW, *COUNTS, *FIGURES)
"""What a column can mean; "" where it is left out. "pay" is a single figure or a range in one
cell, "note" is kept in words beside the figures and never compared with them."""

NOT_RELEASED = "not released"
"""How a note ends that tells of a figure which its publisher keeps back."""
OR_MORE = "or more"
"""How a note ends that tells of a figure which is only known to be this much at least."""
PERCENTILE_WORDS = {
    "p10": "10th percentile",
    "p25": "25th percentile",
    "p50": "median",
    "p75": "75th percentile",
    "p90": "90th percentile",
}

NO_PAY = "No column says the pay. Choose one."
NO_ROLE = "No column names the role. Say which role the figures are about."
NO_CURRENCY = "The file does not say the currency. Choose it."
NO_PERIOD = "The file does not say whether the figures are by the hour, the month or the year."
DOLLARS = "“$” is taken to be US dollars. Choose another currency if it is not."
YEARLY = "The file does not say the period; figures of this size are taken to be by the year."
BY_SIZE = (
    "Rows that do not name their period are taken by their size: 10,000 and more by the year, "
    "less than 100 by the hour."
)
TOTAL_PAY = "The figures are total pay, since no column says the base pay; postings mostly name it."
NO_DATE = "Nothing says of when the figures are, so their age can never be told."
"""What a reading leaves in doubt."""
SIZE_NOTE = "period taken from the size of the figure"
"""The note of a row whose period is only guessed from how much it is."""


class Column(NamedTuple):
    """A column of the file, `position` counted from 0. `level`, `place`, `period`, `currency`,
    `year` and `about` are what its heading says of its figures ("Senior", "London", hourly, "EUR",
    "2024", "Men"); `first` are its first values.
    """

    position: int
    heading: str
    meaning: str = ""
    level: str = ""
    place: str = ""
    period: Period | None = None
    currency: str | None = None
    year: str = ""
    about: str = ""
    first: tuple[str, ...] = ()


class Choices(NamedTuple):
    """What holds for every row whose columns do not say otherwise; "" and None where it is not
    known. `assumed` names the fields that nobody chose and no line of the file states.
    """

    role: str = ""
    level: str = ""
    place: str = ""
    currency: str | None = None
    period: Period | None = None
    year: str = ""
    assumed: tuple[str, ...] = ()


NO_CHOICES = Choices()


class TableRow(NamedTuple):
    """Figures of one role in minor units of `currency` for one `period`.

    `row` is the number in the file, counted from 1 with its heading and blank rows; `rse` is
    the relative standard error of `employment` in percent, as written; `year` as written.
    """

    row: int
    role: str = ""
    level: str = ""
    place: str = ""
    code: str = ""
    currency: str | None = None
    period: Period | None = None
    low: int | None = None
    high: int | None = None
    percentiles: Percentiles = Percentiles()
    mean: int | None = None
    n: int | None = None
    employment: int | None = None
    rse: str = ""
    year: str = ""
    notes: tuple[str, ...] = ()


class RefusedRow(NamedTuple):
    """A row of the file that is not imported. `cause` groups rows, `reason` tells of this one."""

    row: int
    cause: str
    reason: str
    cells: tuple[str, ...] = ()


class TablePassport(NamedTuple):
    """Whose figures these are and of when. `source_date` is a year, a month or a day in ISO form;
    `checksum` the file's SHA-256 in hex.
    """

    name: str
    publisher: str = ""
    release: str = ""
    source_date: str = ""
    licence: str = ""
    kind: str = ""
    note: str = ""
    file: str = ""
    checksum: str = ""


class SalaryTable(NamedTuple):
    """A table in the workspace; `row_count` table rows are kept of it."""

    id: int
    uid: str
    passport: TablePassport
    row_count: int


Cell = str | int | float
"""What a file holds in one place; a number only where the file itself says that it is one."""


class RawTable(NamedTuple):
    """A file's cells as they stand. `first_row` is the number of the first row of `cells`, counted
    from 1; `above` are the lines over the headings; `mark` is the decimal mark of its texts;
    `alike` are sheets with the same columns, where nobody said which one to read.
    """

    file: str
    checksum: str
    sheet: str
    sheets: tuple[str, ...]
    headings: tuple[str, ...]
    above: tuple[str, ...]
    first_row: int
    mark: str
    cells: tuple[tuple[Cell, ...], ...]
    alike: tuple[str, ...] = ()


class TableReading(NamedTuple):
    """A file as a salary table. `read` counts rows of the file, so that
    `read + len(refused) == total`; `doubts` are sentences about what was assumed or is missing.
    """

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    refused: tuple[RefusedRow, ...]
    read: int
    total: int
    guess: TablePassport
    choices: Choices
    doubts: tuple[str, ...]
    raw: RawTable


class Matched(NamedTuple):
    """What an imported table says of a role."""

    table: SalaryTable
    range: SalaryRange
    role: str


def backwards(row: TableRow) -> str:
    """Why the figures of a row cannot be: one that has to be lower is above another; or ""."""
    if row.low is not None and row.high is not None and row.low > row.high:
        return "the low end is above the high end"
    known = [value for value in row.percentiles if value is not None]
    if all(less <= more for less, more in pairwise(known)):
        return ""
    named = [name for name, value in row.percentiles._asdict().items() if value is not None]
    lower, upper = next(
        names
        for names, (less, more) in zip(pairwise(named), pairwise(known), strict=True)
        if less > more
    )
    return f"the {PERCENTILE_WORDS[lower]} is above the {PERCENTILE_WORDS[upper]}"


def has_figures(row: TableRow) -> bool:
    return any(figure is not None for figure in (row.low, row.high, row.mean, *row.percentiles))


def is_comparable(row: TableRow) -> bool:
    """Whether pay can be compared with a row: nobody knows what a figure without them means."""
    is_known = row.currency is not None and row.period is not None
    return is_known and bool(row.role or row.code) and has_figures(row)


def wanting(reading: TableReading) -> dict[str, int]:
    """How many rows with figures lack a "role", a "currency" and a "period"; none is left out."""
    rows = [row for row in reading.rows if has_figures(row)]
    lacking = {
        "role": sum(not row.role and not row.code for row in rows),
        "currency": sum(row.currency is None for row in rows),
        "period": sum(row.period is None for row in rows),
    }
    return {name: count for name, count in lacking.items() if count}


def alike_words(raw: RawTable) -> str:
    """Which sheet was read, and which others have the same columns; "" where none has."""
    if not raw.alike:
        return ""
    others = ", ".join(f"“{name}”" for name in raw.alike)
    return f"Only the sheet “{raw.sheet}” was read. Alike: {others}."


def as_range(row: TableRow, passport: TablePassport) -> SalaryRange:
    """A row as a range. Its pay is low to high; without them the middle half (p25 to p75), else
    the median, else the mean, which a note then names.
    """
    low, high, named = _ends(row)
    return SalaryRange(
        level=row.level.lower() or level_in(row.role),
        pay=Pay(low, high, row.currency, row.period),
        place=row.place,
        kind=passport.kind,
        source=passport.publisher or passport.name,
        source_date=row.year or passport.source_date,
        licence=passport.licence,
        percentiles=row.percentiles,
        n=row.n,
        employment=row.employment,
        rse=row.rse,
        notes=(*((named,) if named else ()), *row.notes),
        code=row.code,
        at_least=tuple(name for name in Percentiles._fields if _is_at_least(row, name)),
    )


def _is_at_least(row: TableRow, name: str) -> bool:
    told = f"{PERCENTILE_WORDS[name]}: "
    return any(note.startswith(told) and note.endswith(OR_MORE) for note in row.notes)


def _ends(row: TableRow) -> tuple[int | None, int | None, str]:
    figures = row.percentiles
    if row.low is not None or row.high is not None:
        return row.low, row.high, ""
    if figures.p25 is not None and figures.p75 is not None:
        return figures.p25, figures.p75, "25th to 75th percentile"
    if figures.p50 is not None:
        return figures.p50, figures.p50, "median"
    return row.mean, row.mean, "" if row.mean is None else "mean"


def by_year_first(found: Sequence[Matched]) -> list[Matched]:
    """Without the hourly figures of what a table states by the year too."""
    yearly = {_subject(match) for match in found if match.range.pay.period is Period.YEAR}
    return [
        match
        for match in found
        if match.range.pay.period is not Period.HOUR or _subject(match) not in yearly
    ]


def _subject(match: Matched) -> tuple[object, ...]:
    """What the figures of a row are about, apart from their period."""
    salary = match.range
    return (
        match.table.id,
        match.role,
        salary.level,
        salary.place,
        salary.pay.currency,
        salary.source_date,
        salary.code,
    )


def release_year(text: str, today: date) -> str:
    """The latest year that stands in a text and has come, or ""."""
    years = [word for word in _numbers(text) if len(word) == len("2025")]
    fitting = [year for year in years if 1990 <= int(year) <= today.year]  # noqa: PLR2004 - years
    return max(fitting, default="")


def _numbers(text: str) -> list[str]:
    return "".join(char if char.isascii() and char.isdigit() else " " for char in text).split()
