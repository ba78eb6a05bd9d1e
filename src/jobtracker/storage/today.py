"""What a day asks for: a few bounded statements, each off an index, over any number of rows.

They run before SQLAlchemy is loaded and after, as those of `listing` do. Applications on hold
rest: only their interviews are shown, which take place all the same, and the deadlines of their
offers, which pass all the same. Offers are few: they alone are read without an index.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from jobtracker.domain.silence import quiet_before
from jobtracker.domain.stages import STAGES
from jobtracker.domain.today import (
    APPLY,
    COUNTED,
    PASSED_DAYS,
    REPLY,
    THANKING_DAYS,
    UNNAMED,
    Meeting,
    Step,
    Task,
    TaskKind,
    TodayView,
    Waiting,
    in_order,
    interview_task,
    last_ahead,
    last_meeting_day,
    minutes_between,
    step_for,
    thanks_task,
    without_doubles,
)
from jobtracker.domain.week import Week
from jobtracker.storage.listing import Run

ONE_DAY = timedelta(days=1)
QUIET_SHOWN = 5

MOST = 60
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
    "SELECT 0, a.id, c.name, a.role, a.standing, a.deadline FROM application a "
    "LEFT JOIN company c ON c.id = a.company_id WHERE a.standing = 'saved' "
    "AND a.deadline BETWEEN :first AND :last AND a.on_hold = 0 "
    "AND (a.next_action_on IS NULL OR a.next_action_on > a.deadline AND a.next_action <> :words) "
    "UNION ALL SELECT 1, a.id, c.name, a.role, a.standing, o.deadline FROM offer o "
    "CROSS JOIN application a ON a.id = o.application_id "
    "LEFT JOIN company c ON c.id = a.company_id WHERE o.what_if = 0 AND o.deadline <= :last "
    f"AND a.standing IN ({_LIVE}) AND NOT EXISTS (SELECT 1 FROM offer newer "
    "WHERE newer.application_id = o.application_id AND newer.what_if = 0 "
    "AND (newer.received_on, newer.id) > (o.received_on, o.id)) "
    "ORDER BY 6, 2 LIMIT :most"
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
    "SELECT * FROM (SELECT max(contact_on, coalesce(promised_on, '')), id FROM application "
    "WHERE standing = '{stage}' AND on_hold = 0 "
    "AND max(contact_on, coalesce(promised_on, '')) <= :{stage} ORDER BY last_on LIMIT :counted)"
)
_NAMES = (
    "SELECT a.id, c.name, a.role, a.standing FROM application a "
    "LEFT JOIN company c ON c.id = a.company_id "
    "WHERE a.id IN (SELECT value FROM json_each(:ids))"
)
_WITHOUT = (
    f"SELECT count(*) FROM (SELECT 1 FROM application WHERE standing IN ({_LIVE}) "
    "AND next_action_on IS NULL AND on_hold = 0 LIMIT :most)"
)


def day_of(
    run: Run,
    day: date,
    waiting_days: Mapping[str, int],
    week: Week | None = None,
    most: int = MOST,
) -> TodayView:
    """Everything a day asks for, and of each kind at most so much."""
    planned = meetings(run, day, last_meeting_day(day))
    at_hand = due(run, day, planned, most)
    ahead = [interview_task(one) for one in planned if day < one.day <= last_ahead(day)]
    coming = [
        *actions(run, day + ONE_DAY, last_ahead(day), most),
        *(task for task in at_hand if task.day > day),
        *ahead,
    ]
    silent, silent_count = quiet(run, day, waiting_days, QUIET_SHOWN)
    return TodayView(
        day,
        in_order((task for task in at_hand if task.day <= day), day)[:most],
        in_order(without_doubles(coming), day)[:most],
        _counted(run, at_hand, day, most),
        stages(run),
        tuple(planned),
        tuple(silent),
        silent_count,
        without_next(run),
        week,
    )


def due(run: Run, day: date, planned: Iterable[Meeting], most: int = MOST) -> list[Task]:
    """What is late or for today, and the deadlines of the next days."""
    thanks = map(thanks_task, unthanked(run, day))
    return without_doubles(
        [
            *actions(run, None, day, most),
            *deadlines(run, day),
            *(interview_task(meeting) for meeting in planned if meeting.day == day),
            *(task for task in thanks if task is not None),
        ]
    )


def due_count(run: Run, day: date) -> int:
    """How much is late or for today, as `day_of` counts it."""
    return _counted(run, due(run, day, meetings(run, day, day)), day, MOST)


def _counted(run: Run, at_hand: Sequence[Task], day: date, most: int) -> int:
    """The number of those due, of which only some next actions were read."""
    number = sum(task.day <= day for task in at_hand)
    read = sum(task.kind is TaskKind.NEXT_ACTION for task in at_hand)
    if read < most:
        return number
    return min(number - read + actions_due(run, day), COUNTED)


def stages(run: Run) -> dict[str, int]:
    """How many open applications each stage holds, those without any included."""
    found = {str(word): int(count) for word, count in run(_COUNTS, {})}
    return {stage.value: found.get(stage.value, 0) for stage in STAGES}


def actions(run: Run, first: date | None, last: date, most: int = MOST) -> list[Task]:
    """The next actions of these days, the earliest first; None for all that is past."""
    begins = first.isoformat() if first is not None else ""
    values = {"first": begins, "last": last.isoformat(), "most": most}
    return [_action(row) for row in run(_ACTIONS, values)]


def actions_due(run: Run, today: date) -> int:
    """How many next actions are late or for today, up to COUNTED."""
    return _number(run(_DUE, {"today": today.isoformat(), "most": COUNTED}))


def deadlines(run: Run, today: date) -> list[Task]:
    """Saved postings to apply for before their deadline, or just after it, and the newest offers
    of open applications to reply to before theirs, or ever after it.
    """
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
    if not waiting_days:
        return [], 0
    parts = " UNION ALL ".join(_SILENT.format(stage=stage) for stage in waiting_days)
    values: dict[str, Any] = {
        stage: quiet_before(stage, today, waiting_days).isoformat() for stage in waiting_days
    }
    silent = sorted((since, key) for since, key in run(parts, {**values, "counted": COUNTED}))
    longest = [key for _since, key in silent[:most]]
    rows = {row[0]: row for row in run(_NAMES, {"ids": json.dumps(longest)})}
    named = [_waiting(rows[key], since, today) for since, key in silent[:most]]
    return named, min(len(silent), COUNTED)


def without_next(run: Run) -> int:
    """How many open applications have no day for a next action, up to COUNTED."""
    return _number(run(_WITHOUT, {"most": COUNTED}))


def _number(rows: Any) -> int:
    ((number,),) = rows
    return int(number)


def _after(day: date) -> str:
    return (day + ONE_DAY).isoformat()


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
    is_offer, key, company, role, stage, day = row
    kind, words, step = (
        (TaskKind.OFFER, REPLY, Step.COMPARE) if is_offer else (TaskKind.DEADLINE, APPLY, Step.OPEN)
    )
    on, company = date.fromisoformat(day), company or ""
    return Task(kind, key, words, company, role, stage, on, step=step, movable=not is_offer)


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


def _waiting(row: Sequence[Any], since: str, today: date) -> Waiting:
    key, company, role, stage = row
    days = (today - date.fromisoformat(since)).days
    return Waiting(key, company or "", role, stage, days)
