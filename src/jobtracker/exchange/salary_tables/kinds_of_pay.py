"""Which kind of pay the columns of a table are about; figures of two kinds are never one row's.

Base pay is what offers and postings name, so it goes before gross pay, and that before the total;
the others stay beside the figures in words. Net pay and what comes on top of a base (bonus, stock,
additional pay) are words from the start (`headings.py`).
"""

from collections.abc import Sequence

from jobtracker.domain.salary_tables import FIGURES, Column
from jobtracker.exchange.salary_tables import heading_words as words

BASE, GROSS, PLAIN, TOTAL, ANY = "base", "gross", "plain", "total", ""
"""PLAIN is "Salary" without more, ANY a figure that names no pay at all ("Median")."""
_BEST_FIRST = (BASE, GROSS, PLAIN, TOTAL)


def one_kind(columns: Sequence[Column]) -> list[Column]:
    """The columns with one kind of pay as figures and all others as notes."""
    kinds = {column: kind_of(column) for column in columns if column.meaning in FIGURES}
    best = next((kind for kind in _BEST_FIRST if kind in kinds.values()), ANY)
    kept = {ANY, best, PLAIN} if best in {BASE, GROSS} else {ANY, best}
    if any(words.PEOPLE.search(words.plain(column.heading)) for column in kinds):
        return list(columns)
    return [
        _as_note(column) if column in kinds and kinds[column] not in kept else column
        for column in columns
    ]


def is_total(columns: Sequence[Column]) -> bool:
    """Whether the figures are total pay."""
    figures = [column for column in columns if column.meaning in FIGURES]
    is_of_people = any(words.PEOPLE.search(words.plain(c.heading)) for c in figures)
    return not is_of_people and any(kind_of(column) == TOTAL for column in figures)


def kind_of(column: Column) -> str:
    """The kind of pay that a heading names. "Total" in "Total base pay" is a total of base pay."""
    text = words.plain(column.heading)
    known = ((BASE, words.BASE_PAY), (TOTAL, words.TOTAL_PAY), (GROSS, words.GROSS_PAY))
    named = next((kind for kind, pattern in known if pattern.search(text)), ANY)
    return PLAIN if named == ANY and words.PAY.search(text) else named


def without_middles(columns: Sequence[Column]) -> list[Column]:
    """The middle of a band is a note beside its ends; "Mid" among other levels stays a level."""
    figures = [column for column in columns if column.meaning in FIGURES]
    middles = [c for c in columns if c.meaning in {"pay", ""} and _is_middle(c)]
    is_ranged = {"low", "high"} <= {column.meaning for column in figures}
    if not is_ranged or any(c.level for c in figures if c not in middles):
        return list(columns)
    return [_as_note(column) if column in middles else column for column in columns]


def _is_middle(column: Column) -> bool:
    return bool(words.MIDDLE.search(words.plain(column.heading)))


def _as_note(column: Column) -> Column:
    return Column(column.position, column.heading, "note", first=column.first)
