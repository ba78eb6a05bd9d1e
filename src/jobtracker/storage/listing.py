"""The applications list: one statement, used before SQLAlchemy is loaded and after.

Each application comes once for each salary range of its reference profile (left joins, so
that no application can be missing); `rows_from` folds these into one row each.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from jobtracker.domain.listing import ListQuery, ListRow
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.salary_ranges import SalaryRange, range_for
from jobtracker.domain.stages import STAGES

_STAGE_ORDER = "CASE stage {} ELSE -1 END".format(
    " ".join(f"WHEN '{stage}' THEN {number}" for number, stage in enumerate(STAGES))
)
_ORDER = f"{_STAGE_ORDER} DESC, next_action_on IS NULL, next_action_on, id DESC"
_STATEMENT = """
SELECT a.id, c.name, a.role, a.location, a.stage, a.outcome, a.stage_since,
       a.pay_low, a.pay_high, a.pay_currency, a.pay_period, a.pay_text, a.pay_assumed,
       a.next_action, a.next_action_on, p.title, link.level,
       s.level, s.low, s.high, s.currency, s.period
FROM (SELECT *, row_number() OVER (ORDER BY {order}) AS place
      FROM application {where} ORDER BY place LIMIT :limit) a
LEFT JOIN company c ON c.id = a.company_id
LEFT JOIN application_profile link ON link.application_id = a.id AND link.ordinal = 0
LEFT JOIN profile p ON p.id = link.profile_id
LEFT JOIN salary_range s ON s.profile_id = p.id
ORDER BY a.place, s.ordinal
"""


TABLES = ("application", "company", "application_profile", "profile", "salary_range")
"""What the statement reads."""


def statement(query: ListQuery, found: Sequence[int] | None = None) -> tuple[str, dict[str, Any]]:
    """SQL and its parameters. `found` are the ids that the search gave for `query.text`."""
    conditions: list[str] = []
    values: dict[str, Any] = {"limit": -1 if query.limit is None else query.limit}
    if query.stage is not None:
        conditions.append("stage = :stage")
        values |= {"stage": query.stage.value}
    if query.outcome is not None:
        conditions.append("outcome = :outcome")
        values |= {"outcome": query.outcome.value}
    elif not query.closed_too:
        conditions.append("outcome IS NULL")
    if found is not None:
        conditions.append("id IN (SELECT value FROM json_each(:found))")
        values |= {"found": json.dumps(list(found))}
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    return _STATEMENT.format(order=_ORDER, where=where), values


def rows_from(records: Iterable[Sequence[Any]]) -> list[ListRow]:
    """One ListRow for each application, in the statement's order."""
    known: dict[tuple[Any, ...], tuple[SalaryRange, ...]] = {}
    rows = []
    for _, group in groupby(records, key=itemgetter(0)):
        lines = list(group)
        profile = tuple(line[17:22] for line in lines)
        if profile not in known:  # most applications share a few profiles
            known[profile] = _ranges(profile)
        rows.append(_row(lines[0], known[profile]))
    return rows


def _ranges(profile: Iterable[Sequence[Any]]) -> tuple[SalaryRange, ...]:
    return tuple(
        SalaryRange(level, Pay(low, high, currency, Period(period) if period else None))
        for level, low, high, currency, period in profile
        if level is not None
    )


def _row(first: Sequence[Any], ranges: tuple[SalaryRange, ...]) -> ListRow:
    fitting = range_for(ranges, first[2], first[16] or "")
    return ListRow(
        id=first[0],
        company=first[1],
        role=first[2],
        location=first[3],
        stage=first[4],
        outcome=first[5],
        since=first[6],
        pay=pay_of(*first[7:13]),
        next_action=first[13],
        next_action_on=first[14],
        profile=first[15] or "",
        benchmark=fitting.pay if fitting else None,
    )


def pay_of(
    low: int | None,
    high: int | None,
    currency: str | None,
    period: str | None,
    text: str = "",
    assumed: str = "",
) -> Pay:
    """Pay from its six columns; `assumed` is a list with commas."""
    return Pay(
        low,
        high,
        currency,
        Period(period) if period else None,
        text,
        tuple(assumed.split(",")) if assumed else (),
    )
