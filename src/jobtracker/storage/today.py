"""What a day asks for: a few bounded statements, each off an index, over any number of rows.

They run before SQLAlchemy is loaded and after, as those of `listing` do. Applications on hold
rest: only their interviews are shown, which take place all the same.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from jobtracker.domain.silence import quiet_before
from jobtracker.domain.stages import STAGES
from jobtracker.domain.today import (
    APPLY,
    COUNTED,
    PASSED_DAYS,
    THANKING_DAYS,
    UNNAMED,
    Meeting,
    Step,
    Task,
    TaskKind,
    Waiting,
    last_ahead,
    minutes_between,
    step_for,
)
from jobtracker.storage.listing import Run

MOST = 100
"""So many tasks of a kind, and interviews, are read: more cannot be looked through."""

_LIVE: Final = ", ".join(f"'{stage.value}'" for stage in STAGES)
_COUNTS = f"SELECT standing, count(*) FROM application WHERE standing IN ({_LIVE}) GROUP BY 1"
_PART = (
    "SELECT * FROM (SELECT id, next_action_on AS day FROM application WHERE standing = '{}' "
    "AND next_action_on BETWEEN :first AND :last AND on_hold = 0 "
    "ORDER BY next_action_on, id LIMIT :most)"
)
_ACTIONS = (
    "SELECT a.id, c.name, a.role, a.standing, a.next_action, a.next_action_on FROM ("
    + " UNION ALL ".join(_PART.format(stage.value) for stage in STAGES)
    + " ORDER BY day, id LIMIT :most) due CROSS JOIN application a ON a.id = due.id "
    "LEFT JOIN company c ON c.id = a.company_id ORDER BY due.day, a.id"
)
_DUE = (
    f"SELECT count(*) FROM (SELECT 1 FROM application WHERE standing IN ({_LIVE}) "
    "AND next_action_on <= :today AND on_hold = 0 LIMIT :most)"
)
_DEADLINES = (
    "SELECT a.id, c.name, a.role, a.standing, a.deadline FROM application a "
    "LEFT JOIN company c ON c.id = a.company_id WHERE a.standing = 'saved' "
    "AND a.deadline BETWEEN :first AND :last AND a.on_hold = 0 "
    "AND (a.next_action_on IS NULL OR a.next_action_on > a.deadline AND a.next_action <> :words) "
    "ORDER BY a.deadline, a.id LIMIT :most"
)
_MEETINGS = (
    "SELECT i.id, a.id, c.name, a.role, a.standing, i.starts, i.ends, i.kind, i.round, i.result, "
    "a.next_action FROM interview i CROSS JOIN application a ON a.id = i.application_id "
    "LEFT JOIN company c ON c.id = a.company_id WHERE i.starts >= :first AND i.starts < :end "
    f"AND a.standing IN ({_LIVE}) AND {{}} ORDER BY i.starts, i.id LIMIT :most"
)
_COMING = _MEETINGS.format("i.result = ''")
_HELD = _MEETINGS.format(
    "i.result NOT IN ('cancelled', 'no_show') AND (i.result <> '' OR i.starts < :today) "
    "AND i.thanked_on IS NULL AND a.on_hold = 0"
)
_SILENT = (
    "SELECT * FROM (SELECT id, max(contact_on, coalesce(promised_on, '')) AS since "
    "FROM application WHERE standing = '{stage}' AND on_hold = 0 "
    "AND max(contact_on, coalesce(promised_on, '')) <= :{stage} ORDER BY last_on LIMIT :counted)"
)
_WITHOUT = (
    f"SELECT count(*) FROM (SELECT 1 FROM application WHERE standing IN ({_LIVE}) "
    "AND next_action_on IS NULL AND on_hold = 0 LIMIT :most)"
)


def stages(run: Run) -> dict[str, int]:
    """How many open applications each stage holds, those without any included."""
    found = {str(word): int(count) for word, count in run(_COUNTS, {})}
    return {stage.value: found.get(stage.value, 0) for stage in STAGES}


def actions(run: Run, first: date | None, last: date) -> list[Task]:
    """The next actions of these days, the earliest first; None for all that is past."""
    begins = first.isoformat() if first is not None else ""
    values = {"first": begins, "last": last.isoformat(), "most": MOST}
    return [_action(row) for row in run(_ACTIONS, values)]


def actions_due(run: Run, today: date) -> int:
    """How many next actions are late or for today, up to COUNTED."""
    return _number(run(_DUE, {"today": today.isoformat(), "most": COUNTED}))


def deadlines(run: Run, today: date) -> list[Task]:
    """Saved postings to apply for before their deadline, or just after it."""
    values = {
        "first": (today - timedelta(days=PASSED_DAYS)).isoformat(),
        "last": last_ahead(today).isoformat(),
        "words": APPLY,
        "most": MOST,
    }
    return [_deadline(row) for row in run(_DEADLINES, values)]


def meetings(run: Run, first: date, last: date) -> list[Meeting]:
    """The interviews of these days that have no result yet."""
    values = {"first": first.isoformat(), "end": _after(last), "most": MOST}
    return [_meeting(row) for row in run(_COMING, values)]


def unthanked(run: Run, today: date) -> list[Meeting]:
    """The interviews of the last days, held, for which nobody was thanked."""
    first = today - timedelta(days=THANKING_DAYS)
    values = {
        "first": first.isoformat(),
        "end": _after(today),
        "today": today.isoformat(),
        "most": MOST,
    }
    return [_meeting(row) for row in run(_HELD, values)]


def quiet(
    run: Run, today: date, waiting_days: Mapping[str, int], most: int
) -> tuple[list[Waiting], int]:
    """Those without an answer for too long, the longest first, and how many there are.

    Where there are more than COUNTED of a stage, the ones that nothing happened to for the
    longest stand for them: an order by silence would have to read every row.
    """
    parts = " UNION ALL ".join(_SILENT.format(stage=stage) for stage in waiting_days)
    values: dict[str, Any] = {
        stage: quiet_before(stage, today, waiting_days).isoformat() for stage in waiting_days
    }
    values |= {"counted": COUNTED, "most": most}
    statement = (
        "SELECT a.id, c.name, a.role, a.standing, silent.since, silent.number FROM "
        f"(SELECT id, since, count(*) OVER () AS number FROM ({parts}) "
        "ORDER BY since, id LIMIT :most) silent CROSS JOIN application a ON a.id = silent.id "
        "LEFT JOIN company c ON c.id = a.company_id ORDER BY silent.since, a.id"
    )
    rows = list(run(statement, values))
    return [_waiting(row, today) for row in rows], min(rows[0][5], COUNTED) if rows else 0


def without_next(run: Run) -> int:
    """How many open applications have no day for a next action, up to COUNTED."""
    return _number(run(_WITHOUT, {"most": COUNTED}))


def _number(rows: Any) -> int:
    ((number,),) = rows
    return int(number)


def _after(day: date) -> str:
    return (day + timedelta(days=1)).isoformat()


def _action(row: Sequence[Any]) -> Task:
    key, company, role, stage, words, day = row
    return Task(
        TaskKind.NEXT_ACTION,
        key,
        words or UNNAMED,
        company or "",
        role,
        stage,
        date.fromisoformat(day),
        step=step_for(words, stage),
    )


def _deadline(row: Sequence[Any]) -> Task:
    key, company, role, stage, day = row
    on = date.fromisoformat(day)
    return Task(TaskKind.DEADLINE, key, APPLY, company or "", role, stage, on, step=Step.OPEN)


def _meeting(row: Sequence[Any]) -> Meeting:
    key, application, company, role, stage, starts, ends, kind, number, result, action = row
    return Meeting(
        key,
        application,
        company or "",
        role,
        stage,
        date.fromisoformat(starts[:10]),
        starts[11:16],
        minutes_between(starts, ends),
        kind,
        number,
        bool(result),
        action,
    )


def _waiting(row: Sequence[Any], today: date) -> Waiting:
    key, company, role, stage, since, _number = row
    days = (today - date.fromisoformat(since)).days
    return Waiting(key, company or "", role, stage, days)
