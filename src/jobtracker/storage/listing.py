"""The applications list: a page of ids, then all that its rows show. Used before SQLAlchemy is
loaded and after: both hand over a function that runs a statement.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from jobtracker.domain.listing import ListPage, ListQuery, ListRow
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.salary_ranges import SalaryRange, range_for
from jobtracker.storage.listing_sql import (
    Filter,
    Place,
    page_statement,
    sizes_statement,
)

Run = Callable[[str, Mapping[str, Any]], Iterable[Sequence[Any]]]
"""Runs a statement with named parameters and gives its rows."""

TABLES = (
    "application",
    "company",
    "application_profile",
    "profile",
    "salary_range",
    "offer",
    "application_tag",
    "tag",
    "letter",
)
"""What the statements read."""

_TAG_MARK = "\x1f"

_ROWS = f"""
SELECT a.id, c.name, a.role, a.location, a.stage, a.outcome, a.stage_since,
       a.pay_low, a.pay_high, a.pay_currency, a.pay_period, a.pay_text, a.pay_assumed,
       a.next_action, a.next_action_on, p.id, p.title,
       o.id, o.pay_low, o.pay_high, o.pay_currency, o.pay_period, o.pay_text, o.pay_assumed,
       a.archived, a.on_hold, a.work_mode, a.level, a.source, a.applied_on, a.last_on,
       a.contact_on, a.promised_on, a.waiting_on, a.deadline, a.excitement,
       (SELECT group_concat(name, '{_TAG_MARK}') FROM
          (SELECT t.name FROM application_tag l JOIN tag t ON t.id = l.tag_id
           WHERE l.application_id = a.id ORDER BY t.name_key)),
       (SELECT count(*) FROM letter WHERE application_id = a.id),
       a.board_place
FROM json_each(:ids) page CROSS JOIN application a ON a.id = page.value
LEFT JOIN company c ON c.id = a.company_id
LEFT JOIN application_profile link ON link.application_id = a.id AND link.ordinal = 0
LEFT JOIN profile p ON p.id = link.profile_id
LEFT JOIN offer o ON o.id = (SELECT id FROM offer WHERE application_id = a.id AND NOT what_if
                             ORDER BY received_on DESC, id DESC LIMIT 1)
ORDER BY page.key
"""
_RANGES = """
SELECT profile_id, level, low, high, currency, period FROM salary_range
WHERE profile_id IN (SELECT value FROM json_each(:profiles)) ORDER BY profile_id, ordinal
"""


def page(
    run: Run,
    query: ListQuery,
    after: tuple[Any, ...] | None = None,
    narrowed: Filter | None = None,
    *,
    few: bool = False,
) -> ListPage:
    """The rows of a list from its beginning, or from `after` of the page before.

    `narrowed` are the query's words and conditions as SQL; `few` says that these leave few rows.
    """
    place = Place(*after) if after is not None else None
    sql, values = page_statement(query, narrowed or Filter(), place, few=few)
    places = list(run(sql, values))
    if query.limit is None or len(places) <= query.limit:
        return ListPage(rows_of(run, [place[4] for place in places]))
    shown = places[: query.limit]
    return ListPage(rows_of(run, [place[4] for place in shown]), tuple(shown[-1][:4]))


def ids(
    run: Run, query: ListQuery, narrowed: Filter | None = None, *, few: bool = False
) -> list[int]:
    """The applications of a list without their rows; as many as its limit."""
    sql, values = page_statement(query, narrowed or Filter(), None, few=few)
    return [place[4] for place in run(sql, values)][: query.limit]


def sizes(
    run: Run, query: ListQuery, narrowed: Filter | None = None, *, few: bool = False
) -> dict[str, int]:
    """The number of rows in each group, by the group's key; of all as "" where there is none."""
    sql, values = sizes_statement(query, narrowed or Filter(), few=few)
    return {str(key): int(count) for key, count in run(sql, values) if count}


def rows_of(run: Run, ids: Sequence[int]) -> list[ListRow]:
    """The rows of these applications, in the order asked for; those that are gone are left out."""
    records = list(run(_ROWS, {"ids": json.dumps(ids)}))
    profiles = {record[15] for record in records if record[15] is not None}
    benchmarks = _Benchmarks(_ranges(run, profiles) if profiles else {})
    return [_row(record, benchmarks[record[15], record[2], record[27]]) for record in records]


class _Benchmarks(dict[tuple[int | None, str, str], Pay | None]):
    """What a profile pays for a title and a level; many rows share these."""

    def __init__(self, ranges: Mapping[int, tuple[SalaryRange, ...]]) -> None:
        self._ranges = ranges

    def __missing__(self, key: tuple[int | None, str, str]) -> Pay | None:
        profile, title, level = key
        ranges = self._ranges.get(profile) if profile is not None else None
        fitting = range_for(ranges, title, level) if ranges else None
        self[key] = fitting.pay if fitting else None
        return self[key]


def _ranges(run: Run, profiles: Iterable[int]) -> dict[int, tuple[SalaryRange, ...]]:
    found = run(_RANGES, {"profiles": json.dumps(list(profiles))})
    return {
        profile: tuple(
            SalaryRange(level, Pay(low, high, currency, Period(period) if period else None))
            for _, level, low, high, currency, period in lines
        )
        for profile, lines in groupby(found, key=itemgetter(0))
    }


def _row(record: Sequence[Any], benchmark: Pay | None) -> ListRow:
    tags = record[36]
    return ListRow(
        id=record[0],
        company=record[1] or "",
        role=record[2],
        location=record[3],
        stage=record[4],
        outcome=record[5],
        since=record[6],
        pay=pay_of(*record[7:13]),
        next_action=record[13],
        next_action_on=record[14],
        profile=record[16] or "",
        benchmark=benchmark,
        offer=pay_of(*record[18:24]) if record[17] is not None else None,
        archived=bool(record[24]),
        on_hold=bool(record[25]),
        work_mode=record[26],
        level=record[27],
        source=record[28],
        applied_on=record[29],
        last_on=record[30],
        contact_on=record[31],
        promised_on=record[32],
        waiting_on=record[33],
        deadline=record[34],
        excitement=record[35],
        tags=tuple(tags.split(_TAG_MARK)) if tags else (),
        letters=record[37],
        board_place=record[38],
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
