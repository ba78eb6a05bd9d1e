"""`move`, `close`, `note`, `event` and `quiet`: what happened to applications."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import answer, day, shared_options, table, workspace
from jobtracker.cli.pages import title
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.events import INCOMING, OUTGOING, EventKind
from jobtracker.domain.stages import outcome_from, outcome_name, stage_from, stage_name
from jobtracker.domain.text import quoted

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace


def _on(command: Callable[..., None]) -> Callable[..., None]:
    words = "The day it happened; today otherwise."
    return click.option("--on", "on_day", metavar="DATE", help=words)(command)


@click.command()
@click.argument("reference", metavar="ID")
@click.argument("stage")
@_on
@shared_options
def move(reference: str, stage: str, on_day: str | None) -> None:
    """Set the stage. A closed application is open again by it."""
    wanted, on = stage_from(stage), day(on_day)
    with workspace(write=True) as opened:
        key = opened.applications.id_of(reference)
        opened.log.move(key, wanted, on)
        view = opened.applications.view(key)
    answer(shapes.application(view), lambda: f"{title(view)} is in {stage_name(wanted)}")


@click.command()
@click.argument("reference", metavar="ID")
@click.argument("outcome")
@_on
@click.option("--reason", metavar="TEXT", default="", help="Why, in your words.")
@shared_options
def close(reference: str, outcome: str, on_day: str | None, reason: str) -> None:
    """Record how it ended; the stage reached stays."""
    wanted, on = outcome_from(outcome), day(on_day)
    with workspace(write=True) as opened:
        key = opened.applications.id_of(reference)
        opened.log.close(key, wanted, on, reason)
        view = opened.applications.view(key)
    answer(shapes.application(view), lambda: f"{title(view)} is closed: {outcome_name(wanted)}")


@click.command()
@click.argument("reference", metavar="ID")
@click.argument("text")
@_on
@shared_options
def note(reference: str, text: str, on_day: str | None) -> None:
    """Add a dated note to the activity."""
    on = day(on_day)
    with workspace(write=True) as opened:
        key = opened.applications.id_of(reference)
        opened.log.note(key, text, on)
        view = opened.applications.view(key)
    answer(shapes.application(view), lambda: f"Noted on {title(view)}")


class _Said(NamedTuple):
    """What was typed for an event."""

    key: int
    kind: EventKind
    value: str
    text: str
    on: date | None
    channel: str


@click.command()
@click.argument("reference", metavar="ID")
@click.argument("kind")
@click.argument("value", default="")
@click.option("--text", metavar="TEXT", default="", help="What was said, why, or the right words.")
@_on
@click.option("--channel", metavar="CHANNEL", default="", help="How a message went: mail, phone.")
@shared_options
def event(
    reference: str, kind: str, value: str, text: str, on_day: str | None, channel: str
) -> None:
    """Log what happened, also long ago, or correct what the log says.

    VALUE is a stage, an outcome, “in” or “out” of a message, an offer's amount, or the number
    of the event to correct.
    """
    chosen, on = _kind(kind), day(on_day)
    with workspace(write=True) as opened:
        key = opened.applications.id_of(reference)
        _log(opened, _Said(key, chosen, value, text, on, channel))
        view = opened.applications.view(key)
    answer(shapes.application(view), lambda: f"Logged on {title(view)}")


def _kind(text: str) -> EventKind:
    key = text.strip().lower()
    if key in _WRITERS:
        return EventKind(key)
    known = ", ".join(_WRITERS)
    raise InvalidInputError(
        f"No event {quoted(text)} can be logged. Use one of: {known}.", field="kind"
    )


def _log(opened: "Workspace", said: _Said) -> None:
    _WRITERS[said.kind](opened, said)


def _applied(opened: "Workspace", said: _Said) -> None:
    opened.applications.edit(said.key, {"applied_on": said.on or opened.clock.today()})


def _past(opened: "Workspace", said: _Said) -> None:
    """History: the stage and outcome of today stay."""
    on = _needed(said.on, said.kind, "--on DATE", "to change where it stands, use move or close")
    opened.log.past(said.key, said.kind, on, said.value, said.text)


def _note(opened: "Workspace", said: _Said) -> None:
    opened.log.note(said.key, said.text or said.value, said.on)


def _message(opened: "Workspace", said: _Said) -> None:
    if said.value not in (INCOMING, OUTGOING):
        raise InvalidInputError(
            f"A message goes “in” or “out”, not {quoted(said.value)}; nothing was logged. "
            "Name one of the two.",
            field="value",
        )
    incoming = said.value == INCOMING
    opened.log.message(said.key, said.text, incoming=incoming, channel=said.channel, on=said.on)


def _offer(opened: "Workspace", said: _Said) -> None:
    opened.log.offer(said.key, said.value, said.on, said.text)


def _retracted(opened: "Workspace", said: _Said) -> None:
    opened.log.retract(_event_of(opened, said))


def _dated(opened: "Workspace", said: _Said) -> None:
    on = _needed(said.on, said.kind, "--on DATE", "that is the right day")
    opened.log.redate(_event_of(opened, said), on)


def _reworded(opened: "Workspace", said: _Said) -> None:
    opened.log.reword(_event_of(opened, said), said.text)


def _needed(on: date | None, kind: EventKind, what: str, why: str) -> date:
    if on is None:
        raise InvalidInputError(f"“{kind}” needs {what}; nothing was logged; {why}.", field="on")
    return on


def _event_of(opened: "Workspace", said: _Said) -> int:
    """The event of this application that a correction is about."""
    known = {str(item.id): item.id for item in opened.applications.view(said.key).events}
    if said.value not in known:
        raise NotFoundError(
            f"Application {said.key} has no event {quoted(said.value)}; nothing was changed. "
            "Show it to see the numbers of its events."
        )
    return known[said.value]


_WRITERS: dict[str, Callable[["Workspace", _Said], None]] = {
    EventKind.APPLIED: _applied,
    EventKind.STAGE: _past,
    EventKind.OUTCOME: _past,
    EventKind.REOPENED: _past,
    EventKind.INTERVIEW: _past,
    EventKind.NOTE: _note,
    EventKind.MESSAGE: _message,
    EventKind.OFFER: _offer,
    EventKind.RETRACTED: _retracted,
    EventKind.DATED: _dated,
    EventKind.REWORDED: _reworded,
}


@click.command()
@click.argument("references", metavar="[ID]...", nargs=-1)
@click.option("--close", "ends", is_flag=True, help="Close them as no reply, in one step.")
@shared_options
def quiet(references: tuple[str, ...], *, ends: bool) -> None:
    """List the open applications without a word for too long, the longest first."""
    with workspace(write=ends) as opened:
        rows = opened.log.quiet()
        if references:
            chosen = {opened.applications.id_of(reference) for reference in references}
            rows = [row for row in rows if row.id in chosen]
        today = opened.clock.today()
        lines = sorted(
            (shapes.quiet_line(row, today) for row in rows), key=lambda line: -line["days"]
        )
        if ends:
            opened.log.close_quiet([row.id for row in rows])
    answer(lines, lambda: _quiet_table(lines, ends=ends))


def _quiet_table(lines: list[dict[str, Any]], *, ends: bool) -> str:
    columns = ("id", "company", "role", "stage", "quiet_since", "days")
    listed = table(
        ([line[name] for name in columns] for line in lines),
        ("ID", "COMPANY", "ROLE", "STAGE", "QUIET SINCE", "DAYS"),
    )
    ended = f"Closed as no reply: {len(lines)}. Undo opens them again." if ends else ""
    return "\n".join(filter(None, (listed, ended)))


COMMANDS = {"move": move, "close": close, "note": note, "event": event, "quiet": quiet}
