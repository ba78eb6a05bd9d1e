"""What the weekly review asks about, in one statement: names are read for those alone that are
asked about first.
"""

import json
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from sqlalchemy.orm import Session

from jobtracker.domain.review import Coming, Item, Part
from jobtracker.domain.silence import quiet_before
from jobtracker.domain.stages import STAGES, Stage
from jobtracker.domain.week import DAYS
from jobtracker.storage.search_index import driver_of

_SINCE = "max(contact_on, coalesce(promised_on, '')) AS since"
_KEPT = "SELECT id FROM application WHERE uid IN (SELECT value FROM json_each(?))"
_NOT_KEPT = "on_hold = 0 AND id NOT IN (SELECT value FROM json_each(:kept))"
_ASKED: Final = """
WITH quiet AS MATERIALIZED ({quiet}), unplanned AS MATERIALIZED ({unplanned}),
chosen AS (
  SELECT * FROM (
    SELECT 1 AS quiet, (SELECT count(*) FROM quiet) AS total, id, since, 0 AS place, since AS day
    FROM quiet ORDER BY day, id LIMIT :most)
  UNION ALL
  SELECT * FROM (
    SELECT 0, (SELECT count(*) FROM unplanned), id, since, place, day
    FROM unplanned ORDER BY place, day, id LIMIT :most))
SELECT h.quiet, h.total, a.id, c.name, a.role, a.stage, h.since, a.next_action
FROM chosen h JOIN application a ON a.id = h.id JOIN company c ON c.id = a.company_id
ORDER BY h.quiet DESC, h.place, h.day, h.id
"""
_INTERVIEWS: Final = """
SELECT i.id, a.id, c.name, a.role, i.starts, i.kind
FROM interview i JOIN application a ON a.id = i.application_id JOIN company c ON c.id = a.company_id
WHERE i.starts >= :first AND i.starts < :after AND i.result = '' AND a.archived = 0
  AND a.outcome IS NULL
ORDER BY i.starts, i.id
"""


class Asking(NamedTuple):
    """What is asked about depends on: the day, the waiting times, the uids that were looked at,
    and how many items of a part are wanted (-1 for all).
    """

    today: date
    waiting_days: Mapping[str, int]
    kept: Collection[str]
    most: int


def asked(session: Session, asking: Asking) -> tuple[Part, Part]:
    """Those that wait for an answer longer than their stage's time, the longest first; and the
    other open ones without a dated next action, the furthest stage first and of a stage what
    has waited longest.
    """
    run = driver_of(session).execute
    kept = [key for (key,) in run(_KEPT, (json.dumps(list(asking.kept)),))]
    values: dict[str, Any] = {"kept": json.dumps(kept), "most": asking.most}
    for stage in asking.waiting_days:
        values[stage] = quiet_before(stage, asking.today, asking.waiting_days).isoformat()
    items: dict[int, list[Item]] = {1: [], 0: []}
    totals = {1: 0, 0: 0}
    for quiet, totals[quiet], *row in run(_statement(asking.waiting_days), values):
        items[quiet].append(_item(asking.today, *row))
    return Part(tuple(items[1]), totals[1]), Part(tuple(items[0]), totals[0])


def interviews(session: Session, monday: date) -> tuple[Coming, ...]:
    """The interviews without a result of open applications in the week that begins so."""
    after = monday + timedelta(days=DAYS)
    rows = driver_of(session).execute(
        _INTERVIEWS, {"first": monday.isoformat(), "after": after.isoformat()}
    )
    return tuple(Coming(*row) for row in rows)


def _statement(waiting: Collection[str]) -> str:
    """A stage at a time, with its last day as a plain value: that is a quarter faster than to
    look up each row's. The stages are words of ours, their last days are bound.
    """
    quiet = (
        f"SELECT id, {_SINCE} FROM application "
        f"WHERE standing = '{stage}' AND {_is_quiet(stage)} AND {_NOT_KEPT}"
        for stage in waiting
    )
    unplanned = (
        f"SELECT id, {_SINCE}, last_on AS day, {-place} AS place FROM application "
        f"WHERE standing = '{stage}' AND next_action_on IS NULL AND {_NOT_KEPT}"
        + (f" AND NOT ({_is_quiet(stage)})" if stage in waiting else "")
        for place, stage in enumerate(STAGES)
    )
    both = " UNION ALL "
    return _ASKED.format(quiet=both.join(quiet), unplanned=both.join(unplanned))


def _is_quiet(stage: str) -> str:
    """SQL for `domain.silence`, where a stage's last day is bound by its name."""
    return f"contact_on <= :{stage} AND (promised_on IS NULL OR promised_on <= :{stage})"


def _item(
    today: date, key: int, company: str, role: str, stage: str, since: str, action: str
) -> Item:
    day = date.fromisoformat(since)
    return Item(key, company, role, Stage(stage), day, max((today - day).days, 0), action)
