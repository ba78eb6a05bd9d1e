"""How the rows of a table are read: its columns, by what they are needed for."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from jobtracker.domain.salary_tables import COUNTS, FIGURES, Choices, Column, RawTable
from jobtracker.exchange.salary_tables.bureau import bureau_year, is_bureau
from jobtracker.exchange.salary_tables.columns import group_of
from jobtracker.exchange.salary_tables.headings import is_thousands


class Figure(NamedTuple):
    """A column of figures, and what they are to be multiplied with ("in thousands")."""

    column: Column
    factor: int


Group = tuple[Figure, ...]
"""Columns whose figures make one table row."""


class Plan(NamedTuple):
    """`texts` are the columns of each meaning in words; `headings` are in one case;
    `year` is that of a file of the Bureau.
    """

    texts: dict[str, tuple[int, ...]]
    notes: tuple[Column, ...]
    counts: dict[str, Column]
    groups: tuple[Group, ...]
    choices: Choices
    mark: str
    headings: frozenset[str]
    is_bureau: bool
    year: str


def planned(raw: RawTable, columns: Sequence[Column], choices: Choices) -> Plan:
    texts: dict[str, list[int]] = defaultdict(list)
    for column in columns:
        if column.meaning and column.meaning not in (*FIGURES, *COUNTS, "note"):
            texts[column.meaning].append(column.position)
    return Plan(
        {meaning: tuple(found) for meaning, found in texts.items()},
        tuple(c for c in columns if c.meaning == "note"),
        {c.meaning: c for c in reversed(columns) if c.meaning in COUNTS},
        _groups(columns),
        choices,
        raw.mark,
        frozenset(heading.casefold() for heading in raw.headings if heading),
        is_bureau(raw.headings),
        bureau_year(raw.file, raw.sheet),
    )


def _groups(columns: Sequence[Column]) -> tuple[Group, ...]:
    """The figures' columns that belong together, in the order of the file."""
    figures = sorted((c for c in columns if c.meaning in FIGURES), key=_key)
    groups = [
        tuple(Figure(c, 1_000 if is_thousands(c.heading) else 1) for c in members)
        for _, members in groupby(figures, key=_key)
    ]
    return tuple(sorted(groups, key=lambda group: min(f.column.position for f in group)))


def _key(column: Column) -> tuple[str, ...]:
    return tuple(str(part or "") for part in group_of(column))
