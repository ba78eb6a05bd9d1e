"""Tables of a career track: a column a level, a row a level, or what the levels pay."""

from collections.abc import Sequence
from typing import NamedTuple

from jobtracker.domain.pay import Pay
from jobtracker.domain.salary_ranges import SalaryRange
from jobtracker.exchange.page_lines import Line
from jobtracker.exchange.profile_salaries import currency_sign, figure_in_row
from jobtracker.exchange.role_files.limits import LONGEST_TABLE
from jobtracker.exchange.role_files.track_levels import level_word, names_level
from jobtracker.exchange.role_files.track_lines import unmarked

_FEWEST = 2
_PAID_BY_THE_YEAR = frozenset(("USD", "GBP", "CAD", "AUD", "NZD", "CHF"))
"""Where pay of unsaid period is meant by the year. Elsewhere monthly pay is as usual, and a
figure of 55,000 may be either: its period stays open.
"""


class Said(NamedTuple):
    """What a cell says of a level in a subject."""

    level: str
    subject: str
    items: tuple[str, ...]


class PaidRow(NamedTuple):
    title: str
    range: SalaryRange


def read_levels(table: Sequence[Line]) -> list[Said]:
    """What a table says of levels in its columns or its rows; nothing where it is another."""
    rows = [_cells(line) for line in table[: LONGEST_TABLE + 1]]
    if not _FEWEST <= len(rows) <= LONGEST_TABLE or paid_rows(table):
        return []
    head, *body = rows
    if sum(map(names_level, head[1:])) >= max(_FEWEST, len(head[1:]) // 2 + 1):
        return [
            Said(head[index], row[0], _items(row[index]))
            for row in body
            for index in range(1, min(len(head), len(row)))
            if row[index] and head[index]
        ]
    if len(head) >= _FEWEST and sum(names_level(row[0]) for row in body) == len(body) >= _FEWEST:
        return [
            Said(row[0], head[index], _items(row[index]))
            for row in body
            for index in range(1, min(len(head), len(row)))
            if row[index]
        ]
    return []


def paid_rows(table: Sequence[Line]) -> list[PaidRow]:
    """The rows that say what a level pays."""
    if len(table) > LONGEST_TABLE:
        return []
    head, *body = [line.cells for line in table]
    money = ""
    found = []
    for cells in body:
        money = next(filter(None, map(currency_sign, cells)), money)
        figure = figure_in_row(cells, head, money)
        if figure is None:
            continue
        level = level_word(cells[0]) or cells[0].casefold()
        pay = _period_said(figure.pay)._replace(text=figure.text)
        found.append(PaidRow(cells[0], SalaryRange(level, pay, kind="employer")))
    return found


def _period_said(pay: Pay) -> Pay:
    if "period" not in pay.assumed or pay.currency in _PAID_BY_THE_YEAR:
        return pay
    assumed = tuple(part for part in pay.assumed if part != "period")
    return pay._replace(period=None, assumed=assumed)


def _cells(line: Line) -> tuple[str, ...]:
    """All cells of a row, the empty ones too, so that each stands below its heading."""
    raw = line.raw.strip()
    if not raw.startswith("|"):
        return line.cells
    return tuple(unmarked(cell) for cell in raw.removeprefix("|").removesuffix("|").split("|"))


def _items(cell: str) -> tuple[str, ...]:
    lines = (line.strip(" -*•\t") for line in cell.splitlines())
    return tuple(line for line in lines if line)
