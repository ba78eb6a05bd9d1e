"""`move`, `close`, `note`, `event` and `quiet`: what happened to applications."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import answer, day, shared_options, table, workspace
from jobtracker.cli.pages import kept_as_typed, title
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.events import INCOMING, OUTGOING, EventKind
from jobtracker.domain.stages import outcome_from, outcome_name, stage_from, stage_name
from jobtracker.domain.text import quoted

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationView
    from jobtracker.services.workspace import Workspace

T = TypeVar("T")


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
        was_closed = opened.applications.view(key).record.outcome is not None
        opened.log.move(key, wanted, on)
        view = opened.applications.view(key)
    again = ", open again" if was_closed else ""
    answer(shapes.application(view), lambda: f"{title(view)} is in {stage_name(wanted)}{again}")


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
    """What was typed for an event; None or "" where nothing was."""

    key: int
    kind: EventKind
    value: str
    text: str | None
    on: date | None
    channel: str

    @property
    def words(self) -> str:
        return self.text or ""


@click.command()
@click.argument("reference", metavar="ID")
@click.argument("kind")
@click.argument("value", default="")
@click.option("--text", metavar="TEXT", help="What was said, why, or the right words.")
@_on
@click.option("--channel", metavar="CHANNEL", default="", help="How a message went: mail, phone.")
@shared_options
def event(
    reference: str, kind: str, value: str, text: str | None, on_day: str | None, channel: str
) -> None:
    """Log what happened, also long ago, or correct what the log says.

    VALUE is a stage, an outcome, “in” or “out” of a message, an offer's amount, or the number
    of the event to correct.
    """
    chosen, on = _kind(kind), day(on_day)
    with workspace(write=True) as opened:
        key = opened.applications.id_of(reference)
        before = opened.applications.view(key)
        said = _Said(key, chosen, value, text, on, channel)
        _refuse_unused(said)
        _WRITERS[chosen].log(opened, said)
        view = opened.applications.view(key)
    answer(shapes.application(view), lambda: _logged(before, view))


def _logged(before: "ApplicationView", after: "ApplicationView") -> str:
    words = f"Logged on {title(after)}"
    opens = before.record.outcome is not None and after.record.outcome is None
    return f"{words}; it is open again" if opens else words + _unread_offer(before, after)


def _unread_offer(before: "ApplicationView", after: "ApplicationView") -> str:
    """What to say of an amount just typed that is none."""
    known = {one.id for one in before.offers}
    typed = [one.pay for one in after.offers if one.id not in known]
    return "".join(map(kept_as_typed, typed))


def _kind(text: str) -> EventKind:
    key = text.strip().lower()
    if key in _WRITERS:
        return EventKind(key)
    known = ", ".join(_WRITERS)
    raise InvalidInputError(
        f"No event {quoted(text)} can be logged. Use one of: {known}.", field="kind"
    )


def _refuse_unused(said: _Said) -> None:
    """Nothing that somebody typed is dropped in silence."""
    given = {
        "VALUE": said.value,
        "--text": said.text,
        "--on": said.on and str(said.on),
        "--channel": said.channel,
    }
    for name, typed in given.items():
        if typed and name not in _WRITERS[said.kind].takes:
            raise InvalidInputError(
                f"“{said.kind}” takes no {name}, and {quoted(typed)} was typed; nothing was "
                "logged. Leave it out.",
                field=name.strip("-").lower(),
            )


def _applied(opened: "Workspace", said: _Said) -> None:
    opened.applications.edit(said.key, {"applied_on": said.on or opened.clock.today()})


def _past(opened: "Workspace", said: _Said) -> None:
    """History: the stage and outcome of today stay."""
    on = _needed(said.on, said.kind, "--on DATE", "to change where it stands, use move or close")
    opened.log.past(said.key, said.kind, on, said.value, said.words)


def _note(opened: "Workspace", said: _Said) -> None:
    if said.text and said.value:
        raise InvalidInputError(
            "The note was typed twice, as VALUE and with --text; nothing was logged. Type it once.",
            field="text",
        )
    opened.log.note(said.key, said.text or said.value, said.on)


def _message(opened: "Workspace", said: _Said) -> None:
    if said.value not in (INCOMING, OUTGOING):
        raise InvalidInputError(
            f"A message goes “in” or “out”, not {quoted(said.value)}; nothing was logged. "
            "Name one of the two.",
            field="value",
        )
    incoming = said.value == INCOMING
    opened.log.message(said.key, said.words, incoming=incoming, channel=said.channel, on=said.on)


def _offer(opened: "Workspace", said: _Said) -> None:
    opened.log.offer(said.key, said.value, said.on, said.words)


def _retracted(opened: "Workspace", said: _Said) -> None:
    opened.log.retract(_event_of(opened, said))


def _dated(opened: "Workspace", said: _Said) -> None:
    number = _event_of(opened, said)
    on = _needed(said.on, said.kind, "--on DATE", "that is the right day")
    opened.log.redate(number, on)


def _reworded(opened: "Workspace", said: _Said) -> None:
    number = _event_of(opened, said)
    words = _needed(said.text, said.kind, "--text TEXT", "those are the right words, “” for none")
    opened.log.reword(number, words)


def _needed(given: T | None, kind: EventKind, what: str, why: str) -> T:
    if given is None:
        raise InvalidInputError(
            f"“{kind}” needs {what}; nothing was logged; {why}.",
            field=what.split(maxsplit=1)[0].strip("-").lower(),
        )
    return given


def _event_of(opened: "Workspace", said: _Said) -> int:
    """The event of this application that a correction is about."""
    number = _needed(
        said.value or None, said.kind, "the number of an event", "show tells the numbers"
    )
    known = {str(item.id): item.id for item in opened.applications.view(said.key).events}
    if number not in known:
        raise NotFoundError(
            f"Application {said.key} has no event {quoted(number)}; nothing was changed. "
            "Show it to see the numbers of its events."
        )
    return known[number]


class _Writer(NamedTuple):
    """What logs a kind of event, and what it makes use of."""

    log: Callable[["Workspace", _Said], None]
    takes: tuple[str, ...]


_WRITERS: dict[str, _Writer] = {
    EventKind.APPLIED: _Writer(_applied, ("--on",)),
    EventKind.STAGE: _Writer(_past, ("VALUE", "--text", "--on")),
    EventKind.OUTCOME: _Writer(_past, ("VALUE", "--text", "--on")),
    EventKind.REOPENED: _Writer(_past, ("--text", "--on")),
    EventKind.INTERVIEW: _Writer(_past, ("--text", "--on")),
    EventKind.NOTE: _Writer(_note, ("VALUE", "--text", "--on")),
    EventKind.MESSAGE: _Writer(_message, ("VALUE", "--text", "--on", "--channel")),
    EventKind.OFFER: _Writer(_offer, ("VALUE", "--text", "--on")),
    EventKind.RETRACTED: _Writer(_retracted, ("VALUE",)),
    EventKind.DATED: _Writer(_dated, ("VALUE", "--on")),
    EventKind.REWORDED: _Writer(_reworded, ("VALUE", "--text")),
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
    answer(lines, lambda: _quiet_table(lines, ends=ends), nothing="Nobody is quiet for too long.")


def _quiet_table(lines: list[dict[str, Any]], *, ends: bool) -> str:
    columns = ("id", "company", "role", "stage", "quiet_since", "days")
    listed = table(
        ([line[name] for name in columns] for line in lines),
        ("ID", "COMPANY", "ROLE", "STAGE", "QUIET SINCE", "DAYS"),
    )
    ended = f"Closed as no reply: {len(lines)}. Undo opens them again." if ends and lines else ""
    return "\n".join(filter(None, (listed, ended)))


COMMANDS = {"move": move, "close": close, "note": note, "event": event, "quiet": quiet}
