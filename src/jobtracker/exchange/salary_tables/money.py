"""The money of one row: figures, their currency and their period."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from jobtracker.domain.currencies import MINOR_DIGITS, SYMBOLS, WORDS
from jobtracker.domain.pay import Period
from jobtracker.domain.salary_tables import (
    NOT_RELEASED,
    PERCENTILE_WORDS,
    SIZE_NOTE,
    Cell,
    Column,
)
from jobtracker.domain.text import words_of
from jobtracker.exchange.salary_tables import bureau, refusal
from jobtracker.exchange.salary_tables.headings import period_in
from jobtracker.exchange.salary_tables.numbers import PERIOD_WORDS, Amount, amount, is_absent
from jobtracker.exchange.salary_tables.plan import Group, Plan
from jobtracker.exchange.salary_tables.refusal import RefusedRowError

HELD_BACK = frozenset({"*", "**", "***", "[x]", "[c]", "[z]", ":", "(c)", "(x)", "supp"})
"""How publishers write that they keep a figure back."""
_NAMES = {"low": "low end", "high": "high end", "mean": "mean", "pay": "pay", **PERCENTILE_WORDS}
_DOLLARS = words_of("USD CAD AUD NZD SGD HKD TWD MXN BRL ARS CLP COP JMD TTD BBD BSD BZD")
BY_ROW = "period by row"
"""Stands in the assumed choices where each row has the period of its own words or its size."""
_SHARED = {"USD": _DOLLARS, "JPY": frozenset({"JPY", "CNY"}), "GBP": frozenset({"GBP", "EGP"})}
"""Signs that several currencies have: the usual one -> all."""
USUAL_MONEY = frozenset({"USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD", None})
"""Currencies in which nobody earns YEARLY_FROM in a month, nor less than HOURLY_BELOW in a day;
None is one that is not known."""
YEARLY_FROM = 10_000
HOURLY_BELOW = 100


class Money(NamedTuple):
    """The figures of one group in one row, by meaning and in major units."""

    figures: dict[str, Decimal]
    currency: str | None
    period: Period | None
    notes: tuple[str, ...]


def money_of(
    cells: Sequence[Cell], group: Group, plan: Plan, currency: str | None, period: Period | None
) -> Money:
    """What the columns of a group say; `currency` and `period` are those the row states."""
    figures: dict[str, Decimal] = {}
    notes: list[str] = []
    signs: set[tuple[str, bool]] = set()
    periods: set[Period] = set()
    for column, factor in group:
        cell = cells[column.position] if column.position < len(cells) else ""
        if isinstance(cell, str) and is_absent(cell):
            continue
        found = _amount(cell, column, plan, notes)
        if found is None:
            continue
        if found.currency:
            signs.add((found.currency, found.weak))
        if found.period:
            periods.add(found.period)
        figures.update(_ends(column, found, factor))
    if len(periods) > 1:
        raise RefusedRowError(refusal.NO_NUMBER, "two periods stand in one row")
    first = group[0].column
    money = _currency(signs, currency, first, plan.choices.currency)
    said = next(iter(periods), None) or period or first.period or plan.choices.period
    if said is None and BY_ROW in plan.choices.assumed:
        said = _period_by_size(figures, money)
        notes += [SIZE_NOTE] if said else []
    return Money(figures, money, said, tuple(notes))


def _period_by_size(figures: dict[str, Decimal], currency: str | None) -> Period | None:
    """The year or the hour where figures are too large or too small for anything else."""
    if not figures or currency not in USUAL_MONEY:
        return None
    if min(figures.values()) >= YEARLY_FROM:
        return Period.YEAR
    return Period.HOUR if 0 < max(figures.values()) < HOURLY_BELOW else None


@lru_cache(maxsize=1024)
def stated_currency(text: str) -> str | None:
    """The currency that a cell names by its code, sign or name; refuses any other word."""
    if is_absent(text):
        return None
    if text.upper() in MINOR_DIGITS:
        return text.upper()
    sign = SYMBOLS.get(text.upper()) or WORDS.get(text.lower())
    if sign is None or sign.code is None:
        raise RefusedRowError(refusal.CURRENCY, f"“{text[:40]}” is no currency that is known")
    return sign.code


@lru_cache(maxsize=1024)
def stated_period(text: str) -> Period | None:
    """The period that a cell names ("per hour", "Monat", "annual"); refuses any other word."""
    if is_absent(text):
        return None
    words = text.casefold().replace(".", "").split()
    named = period_in(text.casefold()) or next(
        (PERIOD_WORDS[word] for word in words if word in PERIOD_WORDS), None
    )
    if named is None:
        raise RefusedRowError(refusal.NO_NUMBER, f"“{text[:40]}” is no period that is known")
    return named


def _amount(cell: Cell, column: Column, plan: Plan, notes: list[str]) -> Amount | None:
    """The amount in a cell, None where its publisher keeps it back; refuses what is no number."""
    name = _NAMES[column.meaning]
    if plan.is_bureau and cell == bureau.TOP_CODED:
        wage, told = bureau.top(column.period or Period.YEAR, plan.year)
        notes.append(f"{name}: {told}")
        return Amount(wage, wage)
    if isinstance(cell, str) and cell.casefold() in HELD_BACK:
        notes.append(f"{name} {NOT_RELEASED}")
        return None
    found = amount(cell, plan.mark)
    if found is None:
        raise RefusedRowError(refusal.NO_NUMBER, f"{_shown(cell, column)} is no number")
    if (found.low is not None and found.low < 0) or (found.high is not None and found.high < 0):
        raise RefusedRowError(refusal.NO_NUMBER, f"{_shown(cell, column)} is below zero")
    return found


def _shown(cell: Cell, column: Column) -> str:
    return f"“{str(cell)[:60]}” under “{column.heading or column.position + 1}”"


def _ends(column: Column, found: Amount, factor: int) -> dict[str, Decimal]:
    """A cell's figures by their meaning: pay gives both ends of a range, any other cell one."""
    if column.meaning == "pay":
        ends = {"low": found.low, "high": found.high}
    elif found.low != found.high:
        raise RefusedRowError(refusal.NO_NUMBER, f"a range stands under “{column.heading}”")
    else:
        ends = {column.meaning: found.low}
    return {name: end * factor for name, end in ends.items() if end is not None}


def _currency(
    signs: set[tuple[str, bool]], stated: str | None, column: Column, chosen: str | None
) -> str | None:
    """The one currency of a row's figures: what the row states, the heading, the person's choice;
    signs that several currencies share ("$") only where nothing else is said.
    """
    strong = {code for code, is_weak in signs if not is_weak}
    weak = {code for code, is_weak in signs if is_weak}
    if column.currency and "$" in column.heading and column.currency not in column.heading:
        weak, heading = weak | {column.currency}, None
    else:
        heading = column.currency
    said = stated or heading
    known = strong | ({said} if said else set())
    if len(known) > 1:
        raise RefusedRowError(refusal.CURRENCY, f"{' and '.join(sorted(known))} in one row")
    code = next(iter(known), None) or chosen
    for sign in weak:
        if code is not None and code not in _SHARED.get(sign, {sign}):
            raise RefusedRowError(refusal.CURRENCY, f"a sign of {sign} in a row of {code}")
    return code or next(iter(sorted(weak)), None)
