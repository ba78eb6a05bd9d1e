"""Rows of a file as table rows: each is read, or refused with a reason."""

import re
from collections.abc import Sequence
from functools import lru_cache

from jobtracker.domain.errors import InvalidInputError, StoppedError
from jobtracker.domain.pay import LARGEST_MINOR, to_minor
from jobtracker.domain.progress import Progress
from jobtracker.domain.salary_ranges import Percentiles
from jobtracker.domain.salary_tables import (
    NOT_RELEASED,
    Cell,
    Column,
    RawTable,
    RefusedRow,
    TableRow,
    backwards,
    has_figures,
)
from jobtracker.domain.text import checked_text, folded
from jobtracker.exchange.salary_tables import bureau, refusal
from jobtracker.exchange.salary_tables import heading_words as words
from jobtracker.exchange.salary_tables.headings import is_thousands
from jobtracker.exchange.salary_tables.money import (
    HELD_BACK,
    Money,
    money_of,
    stated_currency,
    stated_period,
)
from jobtracker.exchange.salary_tables.numbers import count, is_absent
from jobtracker.exchange.salary_tables.plan import Plan
from jobtracker.exchange.salary_tables.refusal import RefusedRowError

_WATCHED_EVERY = 500
_ISO = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?!\d)")
_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_COUNT_NAMES = {"n": "number of answers", "employment": "employment"}


def read_rows(
    raw: RawTable, plan: Plan, watch: Progress | None
) -> tuple[list[TableRow], list[RefusedRow], int]:
    """The table rows, the refused rows of the file, and how many of its rows there are in all.

    Blank rows are none. Raises StoppedError when `watch` says so.
    """
    rows: list[TableRow] = []
    refused: list[RefusedRow] = []
    total = 0
    for index, cells in enumerate(raw.cells):
        if watch is not None and index % _WATCHED_EVERY == 0 and not watch(index, len(raw.cells)):
            raise StoppedError("Stopped. Nothing was stored.")
        if not cells:
            continue
        total += 1
        number = raw.first_row + index
        try:
            rows += _table_rows(number, cells, plan)
        except RefusedRowError as error:
            shown = tuple(str(cell) for cell in cells)
            refused.append(RefusedRow(number, error.cause, str(error), shown))
    return rows, refused, total


def _table_rows(number: int, cells: Sequence[Cell], plan: Plan) -> list[TableRow]:
    said = {meaning: _said(cells, found) for meaning, found in plan.texts.items()}
    _check(cells, said, plan)
    currency = stated_currency(said.get("currency", ""))
    period = stated_period(said.get("period", ""))
    base = _base(number, cells, said, plan)
    rows = [
        _with_money(base, group[0].column, money, plan)
        for group in plan.groups
        if (money := money_of(cells, group, plan, currency, period)).figures or money.notes
    ]
    kept = [row for row in rows if has_figures(row)] or (rows[-1:] if plan.is_bureau else [])
    if not kept:
        raise RefusedRowError(refusal.NO_PAY, _nothing(cells, plan))
    return kept


def _said(cells: Sequence[Cell], found: Sequence[int]) -> str:
    if len(found) == 1:
        text = str(cells[found[0]]) if found[0] < len(cells) else ""
        return "" if is_absent(text) else text
    texts = (str(cells[index]) for index in found if index < len(cells))
    return ", ".join(text for text in texts if text and not is_absent(text))


def _check(cells: Sequence[Cell], said: dict[str, str], plan: Plan) -> None:
    """Refuse what is no row of a role: totals, repeated headings, a missing role, odd text."""
    texts = [str(cell) for cell in cells if cell != ""]
    if _is_total(said.get("role", "") or texts[0]):
        reason = f"“{texts[0][:60]}” sums up other rows, no role of its own"
        raise RefusedRowError(refusal.TOTAL, reason)
    if len(texts) > 1 and all(text.casefold() in plan.headings for text in texts):
        raise RefusedRowError(refusal.HEADING_AGAIN, "the row repeats the headings")
    if not plan.groups:
        raise RefusedRowError(refusal.NO_COLUMN, "no column of the file says the pay")
    if "role" in plan.texts and not said["role"] and not plan.choices.role:
        raise RefusedRowError(refusal.NO_ROLE, "the cell of the role is empty")
    if not "".join(texts).isascii():
        for text in texts:
            _check_text(text)


@lru_cache(maxsize=4096)
def _is_total(text: str) -> bool:
    return bool(words.TOTALS.fullmatch(folded(text).rstrip(": ")))


def _check_text(text: str) -> None:
    try:
        checked_text(text, "cell")
    except InvalidInputError as error:
        raise RefusedRowError(refusal.BAD_TEXT, str(error)) from error


def _base(number: int, cells: Sequence[Cell], said: dict[str, str], plan: Plan) -> TableRow:
    """The row without its money."""
    notes: list[str] = []
    counts = {
        name: _count(cells, column, plan, notes)
        for name, column in plan.counts.items()
        if name in _COUNT_NAMES
    }
    for column in plan.notes:
        notes += _note(column, _text(cells, column.position), plan)
    rse = _text(cells, plan.counts["rse"].position) if "rse" in plan.counts else ""
    choices = plan.choices
    return TableRow(
        number,
        said.get("role") or choices.role,
        said.get("level") or choices.level,
        said.get("place") or choices.place,
        said.get("code", ""),
        n=counts.get("n"),
        employment=counts.get("employment"),
        rse="" if rse in HELD_BACK or is_absent(rse) else rse.removesuffix("%").strip(),
        year=_year(said.get("year", "")) or choices.year,
        notes=tuple(notes),
    )


def _count(cells: Sequence[Cell], column: Column, plan: Plan, notes: list[str]) -> int | None:
    """A whole number; anything else is left out and stands in a note."""
    text = _text(cells, column.position)
    if is_absent(text):
        return None
    if text in HELD_BACK:
        notes.append(f"{_COUNT_NAMES[column.meaning]} {NOT_RELEASED}")
        return None
    value = count(cells[column.position], plan.mark)
    if value is None or not 0 <= value <= LARGEST_MINOR:
        notes.append(f"{column.heading}: {text[:200]}")
        return None
    return value * (1_000 if is_thousands(column.heading) else 1)


def _year(text: str) -> str:
    """A date in ISO form as it is, of any other the year: "6/7/2024 11:33" names no sure day."""
    if _ISO.match(text):
        return text[: len("2025-05-31")]
    found = _A_YEAR.search(text)
    return found[0] if found else text


def _note(column: Column, text: str, plan: Plan) -> list[str]:
    if is_absent(text) or text in HELD_BACK:
        return []
    if not plan.is_bureau:
        return [f"{column.heading}: {text}"]
    noted = bureau.noted(column.heading, text)
    return [noted] if noted else []


def _with_money(base: TableRow, column: Column, money: Money, plan: Plan) -> TableRow:
    minor = {name: to_minor(value, money.currency) for name, value in money.figures.items()}
    if max(minor.values(), default=0) > LARGEST_MINOR:
        raise RefusedRowError(refusal.TOO_LARGE, f"{max(money.figures.values()):,} cannot be pay")
    choices = plan.choices
    row = base._replace(
        level=_narrowed(base.level, column.level, choices.level),
        place=_narrowed(base.place, column.place, choices.place),
        year=column.year or base.year,
        currency=money.currency,
        period=money.period,
        low=minor.get("low"),
        high=minor.get("high"),
        percentiles=Percentiles(*(minor.get(name) for name in Percentiles._fields)),
        mean=minor.get("mean"),
        notes=(*((column.about,) if column.about else ()), *money.notes, *base.notes),
    )
    wrong = backwards(row)
    if wrong:
        raise RefusedRowError(refusal.BACKWARDS, wrong)
    return row


def _narrowed(of_row: str, of_column: str, chosen: str) -> str:
    """A pay group and its step, a country and its city: what the row says, then its column."""
    own = "" if of_column and of_row == chosen else of_row
    return ", ".join(filter(None, (own, of_column)))


def _nothing(cells: Sequence[Cell], plan: Plan) -> str:
    """Why a row has no pay: its cells of pay are empty, or it is a line of words."""
    filled = [str(cell) for cell in cells if cell != ""]
    if len(filled) == 1:
        return f"a line of words: “{filled[0][:60]}”"
    headings = [figure.column.heading for group in plan.groups for figure in group]
    named = ", ".join(heading for heading in headings[:3] if heading)
    return f"nothing stands under {named}" if named else "no cell holds pay"


def _text(cells: Sequence[Cell], index: int) -> str:
    return str(cells[index]) if index < len(cells) else ""
