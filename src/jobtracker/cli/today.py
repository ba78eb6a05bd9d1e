"""`today`: what is due now and in the next days, and how the week goes."""

from typing import TYPE_CHECKING, Any

import click

from jobtracker.cli.common import answer, shared_options, table, workspace
from jobtracker.domain.today import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from jobtracker.domain.today import Meeting, Task, TodayView, Waiting


@click.command()
@shared_options
def today() -> None:
    """Say what is due today and in the next days, and how the week goes."""
    with workspace(write=False) as opened:
        view = opened.today.view()
    answer(_shape(view), lambda: _words(view))


def _shape(view: "TodayView") -> dict[str, Any]:
    return {
        "day": view.day.isoformat(),
        "due": [_task(task, view.day) for task in view.due],
        "coming": [_task(task, view.day) for task in view.coming],
        "due_count": view.due_count,
        "stages": dict(view.stages),
        "interviews": [_meeting(one) for one in view.interviews],
        "quiet": [_waiting(one) for one in view.quiet],
        "quiet_count": view.quiet_count,
        "without_next": view.without_next,
        "week": _week(view),
    }


def _week(view: "TodayView") -> dict[str, Any] | None:
    week = view.week
    return week and week._asdict() | {"monday": week.monday.isoformat()}


def _task(task: "Task", day: "date") -> dict[str, Any]:
    return {
        "kind": task.kind.value,
        "application": task.application_id,
        "interview": task.interview_id,
        "words": task.words,
        "company": task.company,
        "role": task.role,
        "stage": task.stage,
        "on": task.day.isoformat(),
        "time": task.time,
        "days_late": max((day - task.day).days, 0),
        "step": task.step.value.lower(),
    }


def _meeting(meeting: "Meeting") -> dict[str, Any]:
    return {
        "interview": meeting.id,
        "application": meeting.application_id,
        "company": meeting.company,
        "role": meeting.role,
        "stage": meeting.stage,
        "on": meeting.day.isoformat(),
        "time": meeting.time,
        "minutes": meeting.minutes or None,
        "kind": meeting.kind,
        "round": meeting.round,
    }


def _waiting(waiting: "Waiting") -> dict[str, Any]:
    said = waiting._asdict()
    return {"application": said.pop("application_id"), **said}


def _words(view: "TodayView") -> str:
    lines = [f"{_number(view.due_count)} due on {view.day.isoformat()}"]
    lines += filter(None, (_listed(view.due, view.day),))
    if view.coming:
        lines += ["", "Next days", _listed(view.coming, view.day)]
    if (week := view.week) is not None:
        goal = f" of {week.goal}" if week.goal else ""
        lines += ["", f"This week: {week.sent}{goal} applications sent"]
    if view.quiet_count:
        lines.append(f"No reply yet: {_number(view.quiet_count)}, see quiet")
    if view.without_next:
        lines.append(f"Open without a next step: {_number(view.without_next)}, see list --due none")
    return "\n".join(lines)


def _listed(tasks: "Iterable[Task]", day: "date") -> str:
    rows = (
        (task.application_id, task.words, task.company, task.role, _when(task, day))
        for task in tasks
    )
    return table(rows, ("ID", "WHAT", "COMPANY", "ROLE", "WHEN"))


def _when(task: "Task", day: "date") -> str:
    late = (day - task.day).days
    if late > 0:
        return "1 day late" if late == 1 else f"{late} days late"
    said = "today" if late == 0 else task.day.isoformat()
    return f"{said} {task.time}".rstrip()


def _number(count: int) -> str:
    return f"{count}+" if count >= COUNTED else str(count)


COMMANDS = {"today": today}
