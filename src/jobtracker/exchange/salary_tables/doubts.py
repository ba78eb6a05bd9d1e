"""What a person should know before a table is imported: what was assumed, what nobody says."""

from collections.abc import Sequence

from jobtracker.domain.salary_tables import (
    BY_SIZE,
    DOLLARS,
    FIGURES,
    NO_CURRENCY,
    NO_DATE,
    NO_PAY,
    NO_PERIOD,
    NO_ROLE,
    SIZE_NOTE,
    TOTAL_PAY,
    YEARLY,
    Choices,
    Column,
    RawTable,
    TablePassport,
    TableRow,
    alike_words,
)
from jobtracker.exchange.salary_tables.kinds_of_pay import is_total


def doubts_about(
    raw: RawTable,
    columns: Sequence[Column],
    choices: Choices,
    rows: Sequence[TableRow],
    guess: TablePassport,
) -> tuple[str, ...]:
    if not any(column.meaning in FIGURES for column in columns):
        return (NO_PAY,)
    found = [
        (NO_ROLE, any(not row.role and not row.code for row in rows)),
        (NO_CURRENCY, any(row.currency is None for row in rows)),
        (DOLLARS, choices.currency is None and _is_bare_dollar(raw, columns, rows)),
        (NO_PERIOD, any(row.period is None for row in rows)),
        (YEARLY, "period" in choices.assumed),
        (BY_SIZE, any(SIZE_NOTE in row.notes for row in rows)),
        (TOTAL_PAY, is_total(columns)),
        (alike_words(raw), bool(raw.alike)),
        (NO_DATE, not guess.source_date and not choices.year),
    ]
    return tuple(words for words, is_so in found if is_so)


def _is_bare_dollar(raw: RawTable, columns: Sequence[Column], rows: Sequence[TableRow]) -> bool:
    if not any(row.currency == "USD" for row in rows):
        return False
    told = " ".join((*raw.above, *raw.headings)).upper()
    if "USD" in told or "US$" in told or any(column.meaning == "currency" for column in columns):
        return False
    return any(
        "$" in text
        for column in columns
        if column.meaning in FIGURES
        for text in (column.heading, *column.first)
    )
