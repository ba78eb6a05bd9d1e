"""Which applications a list shows, and in what order: one statement for a page of ids.

The order is (group, unknown last, key, tie). Each standing is read off an index of its own,
values first and then what has none, at most a page of each, and the pages are merged: a hundred
thousand rows cost what a thousand do. Groups that are no standings are sorted one by one as far
as the page goes. Words found by the search leave so few ids that these are simply sorted.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from jobtracker.domain.listing import (
    ACTIVE,
    ALL,
    ARCHIVED,
    BY_STAGE,
    CLOSED,
    UNGROUPED,
    ListQuery,
)
from jobtracker.domain.stages import OUTCOMES, STAGES

Values = dict[str, Any]

IN_SCOPE: Final[dict[str, tuple[str, ...]]] = {
    ACTIVE: tuple(reversed(STAGES)),
    CLOSED: OUTCOMES,
    ARCHIVED: (ARCHIVED,),
    ALL: (*reversed(STAGES), *OUTCOMES, ARCHIVED),
}
"""The standings of each scope, in the order of their groups: the furthest first."""

_NULLABLE = "{} IS NULL"
_TEXT = "{} = ''"
_NEVER = ""

SORT_KEYS: Final[dict[str, tuple[str, str]]] = {
    "next_action_on": ("next_action_on", _NULLABLE),
    "role": ("role_key", _NEVER),
    "company": ("company_key", _NEVER),
    "location": ("location_key", _TEXT),
    "pay": ("pay_rank", _NULLABLE),
    "since": ("stage_since", _NEVER),
    "source": ("source", _TEXT),
    "applied_on": ("applied_on", _NULLABLE),
    "last_on": ("last_on", _NEVER),
    "deadline": ("deadline", _NULLABLE),
    "excitement": ("excitement", _NULLABLE),
    "board": ("board_place", _NEVER),
    "added": ("id", _NEVER),
}
"""The column behind each sort, and when a row has no value there."""

_WEEK = "date(next_action_on, '-6 days', 'weekday 1')"
GROUPED_BY: Final = {
    "role": "role_key",
    "company": "company_key",
    "location": "location_key",
    "week": "next_action_on",
}
GROUP_KEYS: Final[dict[str, tuple[str, str]]] = {
    "role": ("role_key", _NEVER),
    "company": ("company_key", _NEVER),
    "location": ("location_key", _TEXT),
    "week": (_WEEK, _NULLABLE),
    UNGROUPED: ("0", _NEVER),
}
"""The key of each group that is no standing, and when a row's column has none."""

LAST_GROUP = "\U0010fffd"
"""Sorts what is in no group behind all groups."""


class Filter(NamedTuple):
    """SQL conditions on `application`, joined by AND, with their values."""

    conditions: tuple[str, ...] = ()
    values: Values = {}  # noqa: RUF012 - never written to


class Place(NamedTuple):
    """Where a row stands in the order; `tie` is the id, or minus the id where that falls."""

    group: Any
    unknown: int
    key: Any
    tie: int


def standings_of(query: ListQuery) -> tuple[str, ...]:
    """The standings that a list shows, in the order of their groups."""
    every = IN_SCOPE[query.scope]
    return tuple(s for s in every if s in query.standings) if query.standings else every


def found_filter(found: Sequence[int]) -> Filter:
    """Only these ids."""
    return Filter(
        ("id IN (SELECT value FROM json_each(:found))",), {"found": json.dumps(list(found))}
    )


def page_statement(
    query: ListQuery, narrowed: Filter, after: Place | None, *, few: bool
) -> tuple[str, Values]:
    """SQL for the ids of a page with their places, one row more than the limit.

    `few` says that `narrowed` leaves so few rows that sorting them all is cheaper.
    """
    values = dict(narrowed.values)
    values["limit"] = -1 if query.limit is None else query.limit + 1
    order = "DESC" if query.descending else "ASC"
    page = _Page(query, narrowed.conditions, after, values, order)
    if few:
        parts = [_all_sorted(page)]
    elif query.group in (BY_STAGE, UNGROUPED):
        parts = list(_off_indexes(page))
    else:
        parts = list(_group_by_group(page))
    if not parts:
        return "SELECT 0, 0, 0, 0, 0 WHERE 0", {}
    whole = " UNION ALL ".join(f"SELECT * FROM ({part})" for part in parts)
    return f"{whole} ORDER BY 1, 2, 3 {order}, 4 LIMIT :limit", values


class _Page(NamedTuple):
    """What every part of the statement needs; `values` grow with the parts."""

    query: ListQuery
    conditions: tuple[str, ...]
    after: Place | None
    values: Values
    order: str


def _off_indexes(page: _Page) -> Iterator[str]:
    """A part for each standing and each half of it, with a value to sort by and without."""
    query, after, order = page.query, page.after, page.order
    key, lacking = SORT_KEYS[query.sort]
    grouped = query.group == BY_STAGE
    for number, standing in enumerate(standings_of(query)):
        if grouped and standing in query.collapsed:
            continue
        rank = number if grouped else 0
        for unknown in (0, 1) if lacking else (0,):
            if after is not None and (rank, unknown) < (after.group, after.unknown):
                continue
            conditions = [f"standing = '{standing}'", *page.conditions]
            if lacking:
                conditions.append(_half(key, lacking, unknown))
            if after is not None and (rank, unknown) == (after.group, after.unknown):
                conditions.append(_beyond(key, after, page, unknown))
            shown, by = ("NULL", "id DESC") if unknown else (key, f"{key} {order}, id {order}")
            tie = "-id" if unknown or order == "DESC" else "id"
            yield (
                f"SELECT {rank} AS g, {unknown} AS u, {shown} AS x, {tie} AS t, id "
                f"FROM application WHERE {' AND '.join(conditions)} ORDER BY {by} LIMIT :limit"
            )


def _half(key: str, lacking: str, unknown: int) -> str:
    """Those that have no value, or those that have one, in words that an index serves (for a
    column that all have: the words that make the planner take its index).
    """
    if unknown:
        return lacking.format(key)
    if lacking == _NEVER:
        return f"{key} >= ''"
    return f"{key} IS NOT NULL" if lacking == _NULLABLE else f"{key} > ''"


def _beyond(key: str, after: Place, page: _Page, unknown: int) -> str:
    page.values["after_id"] = abs(after.tie)
    if unknown:
        return "id < :after_id"
    page.values["after_key"] = after.key
    sign = "<" if page.order == "DESC" else ">"
    return f"({key}, id) {sign} (:after_key, :after_id)"


def _group_by_group(page: _Page) -> Iterator[str]:
    """A part for each standing and each half of it, in a named group and in none."""
    group, lacking = GROUP_KEYS[page.query.group]
    for standing in standings_of(page.query):
        for unknown in (0, 1) if lacking else (0,):
            conditions = [f"standing = '{standing}'", *page.conditions]
            conditions.append(_half(GROUPED_BY[page.query.group], lacking, unknown))
            conditions += _open_groups(page)
            if page.query.group == "week" and not unknown:
                conditions += _weeks_of_page(page, conditions)
            yield _sorted(page, f"'{LAST_GROUP}'" if unknown else group, conditions)


def _weeks_of_page(page: _Page, conditions: Sequence[str]) -> list[str]:
    """No more weeks than the page needs: SQLite cannot see that weeks come in order of days."""
    if page.query.limit is None:
        return []
    first = f"AND {_WEEK} > :after_g" if page.after is not None else ""
    since = ["next_action_on >= :after_g"] if page.after is not None else []
    conditions = [*conditions, *since]
    last = (
        f"SELECT date({_WEEK}, '+6 days') FROM application WHERE {' AND '.join(conditions)} "
        f"{first} ORDER BY next_action_on LIMIT 1 OFFSET :limit"
    )
    return [*since, f"next_action_on <= coalesce(({last}), '9999')"]


def _all_sorted(page: _Page) -> str:
    """All standings in one. The plus keeps the planner from walking their indexes."""
    query = page.query
    conditions = [f"+{scope_condition(query)}", *page.conditions, *_open_groups(page)]
    if query.group == BY_STAGE:
        ranks = enumerate(standings_of(query))
        cases = " ".join(f"WHEN '{standing}' THEN {rank}" for rank, standing in ranks)
        return _sorted(page, f"CASE standing {cases} END", conditions)
    group, lacking = GROUP_KEYS[query.group]
    if lacking:
        none = lacking.format(GROUPED_BY[query.group])
        group = f"CASE WHEN {none} THEN '{LAST_GROUP}' ELSE {group} END"
    return _sorted(page, group, conditions)


def _open_groups(page: _Page) -> list[str]:
    if not page.query.collapsed or page.query.group == UNGROUPED:
        return []
    page.values["collapsed"] = json.dumps(list(page.query.collapsed))
    key = group_sql(page.query)
    return [f"{key} NOT IN (SELECT value FROM json_each(:collapsed))"]


def _sorted(page: _Page, group: str, conditions: Sequence[str]) -> str:
    """Rows in the whole order; SQLite sorts group by group where an index has theirs."""
    key, lacking = SORT_KEYS[page.query.sort]
    unknown = lacking.format(key) or "0"
    shown = f"nullif({key}, '')" if lacking == _TEXT else key
    tie = f"CASE WHEN {unknown} THEN -id ELSE {'-id' if page.order == 'DESC' else 'id'} END"
    part = (
        f"SELECT {group} AS g, {unknown} AS u, {shown} AS x, {tie} AS t, id "
        f"FROM application WHERE {' AND '.join(conditions)}"
    )
    if page.after is not None:
        part = f"SELECT * FROM ({part}) WHERE {_later(page.after, page)}"
    return f"{part} ORDER BY 1, 2, 3 {page.order}, 4 LIMIT :limit"


def _later(after: Place, page: _Page) -> str:
    """Whether a row comes after this place, term by term."""
    names = ("after_g", "after_u", "after_x", "after_t")
    page.values.update(zip(names, after, strict=True))
    sign = "<" if page.order == "DESC" else ">"
    return (
        f"g >= :after_g AND (g > :after_g OR u > :after_u OR (u = :after_u AND "
        f"(x {sign} :after_x OR (x IS :after_x AND t > :after_t))))"
    )


def scope_condition(query: ListQuery) -> str:
    """The standings are words of ours, never typed."""
    names = ", ".join(f"'{standing}'" for standing in standings_of(query))
    return f"standing IN ({names})"


def group_sql(query: ListQuery) -> str:
    """SQL for the key of a row's group, as `domain.listing.group_key` gives it."""
    if query.group == BY_STAGE:
        return "standing"
    group, lacking = GROUP_KEYS[query.group]
    return f"coalesce({group}, '')" if lacking == _NULLABLE else group


def sizes_statement(query: ListQuery, narrowed: Filter, *, few: bool) -> tuple[str, Values]:
    """SQL for the number of rows of each group, collapsed ones too."""
    scope = f"+{scope_condition(query)}" if few else scope_condition(query)
    conditions = " AND ".join((scope, *narrowed.conditions))
    if query.group == UNGROUPED:
        return f"SELECT '', count(*) FROM application WHERE {conditions}", dict(narrowed.values)
    return (
        f"SELECT {group_sql(query)}, count(*) FROM application WHERE {conditions} GROUP BY 1",
        dict(narrowed.values),
    )
