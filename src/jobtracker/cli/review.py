"""`review`: what the weekly review asks about, and how the week went."""

from typing import TYPE_CHECKING, Any

import click

from jobtracker.cli.common import answer, shared_options, table, workspace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jobtracker.domain.review import Coming, Item, ToReview
    from jobtracker.domain.today import Task


@click.command()
@shared_options
def review() -> None:
    """List what the weekly review asks about: who is quiet, and what has no next step."""
    from jobtracker.services.review import EVERY

    with workspace(write=False) as opened:
        found = opened.review.items(EVERY)
        kept = opened.review.kept_counts()
    answer(_shape(found), lambda: _words(found, kept))


def _shape(found: "ToReview") -> dict[str, Any]:
    return {
        "quiet": [_item(item) for item in found.quiet.items],
        "unplanned": [_item(item) for item in found.unplanned.items],
        "week": found.week._asdict() | {"monday": found.week.monday.isoformat()},
        "interviews": [_interview(one) for one in found.interviews],
        "offers": [_reply(one) for one in found.replies],
    }


def _item(item: "Item") -> dict[str, Any]:
    said = item._asdict() | {"since": item.since.isoformat(), "stage": item.stage.value}
    return {"application": said.pop("id"), **said}


def _interview(one: "Coming") -> dict[str, Any]:
    said = one._asdict()
    return {"interview": said.pop("id"), "application": said.pop("application_id"), **said}


def _reply(one: "Task") -> dict[str, Any]:
    named = {"company": one.company, "role": one.role, "deadline": one.day.isoformat()}
    return {"application": one.application_id, **named}


def _words(found: "ToReview", kept: tuple[int, int]) -> str:
    week = found.week
    goal = f" of {week.goal:,}" if week.goal else ""
    meetings = (
        (one.application_id, one.company, one.role, one.starts.replace("T", " "))
        for one in found.interviews
    )
    replies = ((one.application_id, one.company, one.role, one.day) for one in found.replies)
    parts = (
        ("Quiet for too long", _items(found.quiet.items, ("SINCE", "DAYS"))),
        ("Without a dated next action", _items(found.unplanned.items, ("LAST CONTACT", "DAYS"))),
        ("Interviews next week", table(meetings, ("ID", "COMPANY", "ROLE", "STARTS"))),
        ("Offers to answer", table(replies, ("ID", "COMPANY", "ROLE", "ANSWER BY"))),
    )
    told = [f"{title}\n{rows}" for title, rows in parts if rows]
    if not (found.quiet.items or found.unplanned.items):
        told.insert(0, _nothing(kept))
    told.append(f"This week: {week.sent:,}{goal} applications sent")
    return "\n\n".join(told)


def _nothing(kept: tuple[int, int]) -> str:
    """Why nothing is asked about: there is nothing, or it was looked at and kept."""
    quiet, unplanned = kept
    if not (quiet or unplanned):
        return "Nothing is quiet, and every open application has a next step."
    many = f"{quiet:,} quiet and {unplanned:,} without a next step"
    return f"All looked at this week: {many} were kept."


def _items(items: "Iterable[Item]", last: tuple[str, str]) -> str:
    rows = (
        (item.id, item.company, item.role, item.stage.value, item.since, item.days)
        for item in items
    )
    return table(rows, ("ID", "COMPANY", "ROLE", "STAGE", *last))


COMMANDS = {"review": review}
