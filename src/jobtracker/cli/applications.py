"""`add`, `list`, `show`, `edit`, `move`, `close` and `note`."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, cast

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import (
    answer,
    day,
    json_line,
    shared_options,
    table,
    text_of,
    wants_json,
    workspace,
    workspace_file,
)
from jobtracker.domain import money
from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.domain.listing import ListQuery, ListRow
from jobtracker.domain.stages import outcome_from, outcome_name, stage_from, stage_name
from jobtracker.domain.text import quoted

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields, ApplicationView

Values = Mapping[str, str]

_OPTIONS = (
    ("company", "NAME", "The company."),
    ("role", "TITLE", "The role as the posting calls it."),
    ("stage", "STAGE", "saved, applied, screening, interview or offer."),
    ("applied", "DATE", "The day of applying (year-month-day)."),
    ("pay", "TEXT", "Posted pay as written: “140-165k”, “$65/h”."),
    ("location", "TEXT", "The place."),
    ("url", "LINK", "The posting's link; kept, never opened."),
    ("profile", "NAME", "The reference profile; “” for none."),
    ("level", "LEVEL", "The level of that profile to compare with: senior."),
    ("posting", "FILE", "The posting's text, from a file or “-”."),
    ("next-action", "TEXT", "What to do next."),
    ("next-action-on", "DATE", "When."),
    ("notes", "TEXT", "Notes, kept exactly as typed."),
)
_LINE_KEYS = frozenset(name.replace("-", "_") for name, _, _ in _OPTIONS)


def field_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of `add` and `edit`, handed over as one mapping of what was given."""

    @wraps(command)
    def collected(*args: Any, **kwargs: Any) -> Any:
        given = {name: kwargs.pop(name) for name in _LINE_KEYS}
        values = {name: value for name, value in given.items() if value is not None}
        if "posting" in values:
            values["posting"] = text_of(values["posting"])
        return command(*args, values=values, **kwargs)

    decorated: Callable[..., Any] = collected
    for name, metavar, words in reversed(_OPTIONS):
        decorated = click.option(f"--{name}", metavar=metavar, help=words)(decorated)
    return decorated


def fields_from(values: Values) -> "ApplicationFields":
    """The fields of a record from text by text, as typed or as read from a JSON line."""
    fields: dict[str, Any] = dict(values)
    if "stage" in fields:
        fields["stage"] = stage_from(fields["stage"])
    if "applied" in fields:
        fields["applied_on"] = day(fields.pop("applied"))
    if "next_action_on" in fields:
        fields["next_action_on"] = day(fields["next_action_on"])
    return cast("ApplicationFields", fields)


@click.command()
@click.option("--lines", is_flag=True, help="Read one JSON object a line from standard input.")
@field_options
@shared_options
def add(values: Values, *, lines: bool) -> None:
    """Add an application: a company and a role, everything else optional."""
    if lines:
        if values:
            raise click.UsageError("--lines reads every field from standard input.")
        _add_lines()
        return
    for name in ("company", "role"):
        if name not in values:
            raise click.UsageError(f"Missing option '--{name}'.")
    fields = fields_from(values)
    with workspace(write=True) as opened:
        key = opened.applications.add(fields).value
        view = opened.applications.view(key)
    answer(shapes.application(view), lambda: f"Added {key}: {_title(view)}")


def _add_lines() -> None:
    with workspace(write=True) as opened:
        for line_number, line in enumerate(sys.stdin.buffer):
            if line.strip():
                try:
                    opened.applications.add(fields_from(_line_values(line)))
                except JobtrackerError as error:
                    raise _in_line(error, line_number) from error
                click.echo(f"ACK {line_number}")
                sys.stdout.flush()


def _line_values(line: bytes) -> dict[str, str]:
    """The fields of one JSON line; null is the same as leaving a field out."""
    try:
        record = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        raise InvalidInputError("this is no JSON object") from None
    if not isinstance(record, dict):
        raise InvalidInputError("this is no JSON object")
    unknown = sorted(record.keys() - _LINE_KEYS)
    if unknown:
        raise InvalidInputError(
            f"“{unknown[0]}” is no field; known are {', '.join(sorted(_LINE_KEYS))}"
        )
    for key, value in record.items():
        if value is not None and not isinstance(value, str):
            raise InvalidInputError(f"{quoted(key)} must be text in quotes")
    return {key: value for key, value in record.items() if value is not None}


def _in_line(error: JobtrackerError, line_number: int) -> JobtrackerError:
    """The error with its line; the lines acknowledged before it are stored."""
    return type(error)(f"Line {line_number + 1} was not added: {error}")


@click.command("list")
@click.argument("query", default="")
@click.option("--stage", help="Only this stage.")
@click.option("--outcome", help="Only those closed with this outcome.")
@click.option("--all", "everything", is_flag=True, help="Closed ones too.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@click.option("--lines", is_flag=True, help="One JSON object a line, with notes.")
@shared_options
def list_(
    query: str,
    stage: str | None,
    outcome: str | None,
    limit: int | None,
    *,
    everything: bool,
    lines: bool,
) -> None:
    """List open applications; QUERY narrows them to those that hold its words."""
    wanted = ListQuery(
        text=query.strip(),
        stage=stage_from(stage) if stage else None,
        outcome=outcome_from(outcome) if outcome else None,
        closed_too=everything,
        limit=limit,
    )
    if lines or wants_json():
        _list_whole(wanted, lines=lines)
    else:
        answer(None, _table(_rows(wanted)))


def _rows(wanted: ListQuery) -> list[ListRow]:
    from jobtracker.bootstrap import listed_rows

    rows = listed_rows(workspace_file(), wanted)
    if rows is not None:
        return rows
    with workspace(write=False) as opened:
        return opened.applications.rows(wanted)


def _list_whole(wanted: ListQuery, *, lines: bool) -> None:
    with workspace(write=False) as opened:
        keys = [row.id for row in opened.applications.rows(wanted)]
        views = opened.applications.views(keys)
    if lines:
        for view in views:
            click.echo(json_line(shapes.application(view)))
    else:
        answer([shapes.application(view) for view in views], "")


def _table(rows: list[ListRow]) -> str:
    return table(_cells(rows), ("ID", "STAGE", "COMPANY", "ROLE", "PAY", "NEXT"))


def _cells(rows: list[ListRow]) -> Iterator[tuple[object, ...]]:
    for row in rows:
        stage = stage_name(stage_from(row.stage))
        if row.outcome:
            stage += f", {outcome_name(outcome_from(row.outcome)).lower()}"
        following = " ".join(filter(None, (row.next_action, row.next_action_on)))
        yield row.id, stage, row.company, row.role, money.short_range(row.pay), following


@click.command()
@click.argument("reference", metavar="ID")
@shared_options
def show(reference: str) -> None:
    """Show one application, by its number or uid."""
    with workspace(write=False) as opened:
        view = opened.applications.view(opened.applications.id_of(reference))
    answer(shapes.application(view), lambda: _page(view))


@click.command()
@click.argument("reference", metavar="ID")
@field_options
@shared_options
def edit(reference: str, values: Values) -> None:
    """Change the fields given; the others stay as they are."""
    if not values:
        raise click.UsageError("Name at least one field to change.")
    fields = fields_from(values)
    with workspace(write=True) as opened:
        key = opened.applications.id_of(reference)
        opened.applications.edit(key, fields)
        view = opened.applications.view(key)
    answer(shapes.application(view), lambda: f"Changed {key}: {_title(view)}")


@click.command()
@click.argument("reference", metavar="ID")
@click.argument("stage")
@click.option("--on", "on_day", metavar="DATE", help="The day it happened; today otherwise.")
@shared_options
def move(reference: str, stage: str, on_day: str | None) -> None:
    """Set the stage. A closed application is open again by it."""
    wanted, on = stage_from(stage), day(on_day)
    with workspace(write=True) as opened:
        key = opened.applications.id_of(reference)
        opened.applications.move(key, wanted, on)
        view = opened.applications.view(key)
    answer(shapes.application(view), lambda: f"{_title(view)} is in {stage_name(wanted)}")


@click.command()
@click.argument("reference", metavar="ID")
@click.argument("outcome")
@click.option("--on", "on_day", metavar="DATE", help="The day it happened; today otherwise.")
@shared_options
def close(reference: str, outcome: str, on_day: str | None) -> None:
    """Record how it ended; the stage reached stays."""
    wanted, on = outcome_from(outcome), day(on_day)
    with workspace(write=True) as opened:
        key = opened.applications.id_of(reference)
        opened.applications.close(key, wanted, on)
        view = opened.applications.view(key)
    answer(shapes.application(view), lambda: f"{_title(view)} is closed: {outcome_name(wanted)}")


@click.command()
@click.argument("reference", metavar="ID")
@click.argument("text")
@shared_options
def note(reference: str, text: str) -> None:
    """Add a dated note to the activity."""
    with workspace(write=True) as opened:
        key = opened.applications.id_of(reference)
        opened.applications.note(key, text)
        view = opened.applications.view(key)
    answer(shapes.application(view), lambda: f"Noted on {_title(view)}")


def _title(view: "ApplicationView") -> str:
    return f"{view.record.role}, {view.record.company}"


def _page(view: "ApplicationView") -> str:
    from jobtracker.domain.events import sentence

    record = view.record
    facts = {
        "Stage": stage_name(record.stage),
        "Outcome": outcome_name(record.outcome) if record.outcome else "",
        "Applied": record.applied_on or "",
        "Location": record.location,
        "Link": record.url,
        "Pay": money.long_range(record.pay),
        "Profile": ", ".join(filter(None, (view.profile.title, view.profile.level)))
        if view.profile
        else "",
        "Benchmark": _benchmark_line(view),
        "Next": " ".join(filter(None, (record.next_action, str(record.next_action_on or "")))),
        "Letters": ", ".join(f"{line.id} {line.name}" for line in view.letters),
    }
    lines = [_title(view), ""]
    lines += [f"{name:<10} {value}" for name, value in facts.items() if value]
    if record.notes:
        lines += ["", record.notes]
    lines += ["", "Activity"]
    lines += [f"{item.on}  {sentence(item)}  {item.text}".rstrip() for item in view.events]
    return "\n".join(lines)


def _benchmark_line(view: "ApplicationView") -> str:
    if view.benchmark is None:
        return ""
    words = money.long_range(view.benchmark.range.pay)
    if view.position.value is None:
        return f"{words}. {view.position.reason}"
    return f"{words}; this pay stands {view.position.value:.0%} up it"


COMMANDS = {
    "add": add,
    "list": list_,
    "show": show,
    "edit": edit,
    "move": move,
    "close": close,
    "note": note,
}
