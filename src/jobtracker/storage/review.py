"""What the weekly review asks about, in one statement: the open applications are gone through
once, and names are read for those alone that are asked about first.
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

_SINCE = "max(contact_on, coalesce(promised_on, ''))"
_OPEN = ", ".join(f"'{stage}'" for stage in STAGES)
_FURTHEST = " ".join(f"WHEN '{stage}' THEN {-place}" for place, stage in enumerate(STAGES))
_KEPT = "SELECT id FROM application WHERE uid IN (SELECT value FROM json_each(?))"
_ASKED: Final = f"""
WITH asked AS MATERIALIZED (
  SELECT id, standing, {_SINCE} AS since, last_on, ({{quiet}}) AS quiet FROM application
  WHERE standing IN ({_OPEN}) AND on_hold = 0 AND (next_action_on IS NULL OR {{quiet}})
    AND id NOT IN (SELECT value FROM json_each(:kept))),
chosen AS (
  SELECT * FROM (
    SELECT quiet, (SELECT count(*) FROM asked WHERE quiet) AS total, id, since,
      0 AS place, since AS day
    FROM asked WHERE quiet ORDER BY day, id LIMIT :most)
  UNION ALL
  SELECT * FROM (
    SELECT quiet, (SELECT count(*) FROM asked WHERE NOT quiet), id, since,
      CASE standing {_FURTHEST} END AS place, last_on AS day
    FROM asked WHERE NOT quiet ORDER BY place, day, id LIMIT :most))
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
    statement = _ASKED.format(quiet=_quiet(asking.waiting_days))
    items: dict[int, list[Item]] = {1: [], 0: []}
    totals = {1: 0, 0: 0}
    for quiet, totals[quiet], *row in run(statement, values):
        items[quiet].append(_item(asking.today, *row))
    return Part(tuple(items[1]), totals[1]), Part(tuple(items[0]), totals[0])


def interviews(session: Session, monday: date) -> tuple[Coming, ...]:
    """The interviews without a result of open applications in the week that begins so."""
    after = monday + timedelta(days=DAYS)
    rows = driver_of(session).execute(
        _INTERVIEWS, {"first": monday.isoformat(), "after": after.isoformat()}
    )
    return tuple(Coming(*row) for row in rows)


def _quiet(stages: Collection[str]) -> str:
    """SQL for `domain.silence`; the stages are words of ours, their last days are bound."""
    names = ", ".join(f"'{stage}'" for stage in stages)
    limits = " ".join(f"WHEN '{stage}' THEN :{stage}" for stage in stages)
    limit = f"CASE standing {limits} END"
    return (
        f"standing IN ({names}) AND contact_on <= {limit} "
        f"AND (promised_on IS NULL OR promised_on <= {limit})"
    )


def _item(
    today: date, key: int, company: str, role: str, stage: str, since: str, action: str
) -> Item:
    day = date.fromisoformat(since)
    return Item(key, company, role, Stage(stage), day, max((today - day).days, 0), action)
