"""`add`, `list`, `show` and `edit`."""

import json
import sys
from collections.abc import Iterator
from typing import Any

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import (
    answer,
    json_line,
    pay_words,
    shared_options,
    table,
    wants_json,
    with_key,
    workspace,
    workspace_file,
)
from jobtracker.cli.fields import Values, checked_line, field_options, fields_from
from jobtracker.domain import money
from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.domain.listing import (
    ALL,
    BY_STAGE,
    CLOSED,
    SCOPES,
    SORTS,
    UNGROUPED,
    Condition,
    ListQuery,
    ListRow,
)
from jobtracker.domain.stages import outcome_from, outcome_name, stage_from, stage_name


@click.command()
@click.option("--lines", is_flag=True, help="Read one JSON object a line from standard input.")
@click.option("--pick", metavar="N", type=click.IntRange(min=1), help="Which posting of the file.")
@field_options
@shared_options
def add(values: Values, *, lines: bool, pick: int | None) -> None:
    """Add an application: a company and a role, everything else optional.

    --posting reads both and more from a job posting.
    """
    from jobtracker.cli.pages import title, unread_pay

    if lines:
        if values:
            raise click.UsageError("--lines reads every field from standard input.")
        _add_lines()
        return
    if "posting" in values:
        _add_posting(values, pick)
        return
    if pick is not None:
        raise click.UsageError("--pick chooses a posting of --posting.")
    for name in ("company", "role"):
        if name not in values:
            raise click.UsageError(f"Missing option '--{name}'.")
    fields = fields_from(values)
    with workspace(write=True) as opened:
        key = opened.applications.add(fields).value
        view = opened.applications.view(key)
    answer(
        shapes.application(view), lambda: f"Added {key}: {title(view)}{unread_pay(view, fields)}"
    )


def _add_posting(values: Values, pick: int | None) -> None:
    """Add what a posting says; what was typed counts before it."""
    from jobtracker.cli import postings
    from jobtracker.cli.pages import title, unread_pay
    from jobtracker.system.clock import SystemClock

    posting = postings.picked(postings.read(values["posting"]), pick)
    today = SystemClock().today()
    fields = fields_from(postings.with_found(values, posting, today))
    with workspace(write=True) as opened:
        key = opened.capture.add(fields, postings.contact_of(posting)).value
        view = opened.applications.view(key)
        record = view.record
        repeats = opened.capture.repeats(record.role, record.company, record.url, but=key)
    value = shapes.application(view) | {"repeats": [*map(postings.repeat_shape, repeats)]}
    lines = [f"Added {key}: {title(view)}{unread_pay(view, fields)}"]
    lines += postings.unsure_lines(posting, values) + postings.repeat_lines(repeats)
    answer(value, "\n".join(lines))


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


def _line_values(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        raise InvalidInputError("this is no JSON object") from None
    if not isinstance(record, dict):
        raise InvalidInputError("this is no JSON object")
    return checked_line(record)


def _in_line(error: JobtrackerError, line_number: int) -> JobtrackerError:
    """The error with its line; the lines acknowledged before it are stored."""
    return type(error)(f"Line {line_number + 1} was not added: {error}")


@click.command("list")
@click.argument("query", default="")
@click.option("--scope", type=click.Choice(SCOPES), help="Which ones; the active otherwise.")
@click.option("--closed", is_flag=True, help="The closed ones: --scope closed.")
@click.option("--all", "everything", is_flag=True, help="Closed and archived ones too.")
@click.option("--stage", help="Only this stage.")
@click.option("--outcome", help="Only those closed with this outcome.")
@click.option("--tag", multiple=True, help="Only those with this tag; repeated, with any of them.")
@click.option("--source", multiple=True, help="Only those from this source.")
@click.option("--company", multiple=True, help="Only those at this company.")
@click.option("--quiet", is_flag=True, help="Only those without a word for too long.")
@click.option(
    "--due", type=click.Choice(["late", "today", "week", "none"]), help="When the next action is."
)
@click.option("--sort", type=click.Choice(SORTS), help="The order; by stage otherwise.")
@click.option("--descending", is_flag=True, help="The order turned round.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@click.option("--lines", is_flag=True, help="One JSON object a line, with notes.")
@shared_options
def list_(query: str, *, lines: bool, **options: Any) -> None:
    """List open applications; QUERY narrows them to those that hold its words."""
    wanted = _query(query.strip(), options)
    if lines or wants_json():
        _list_whole(wanted, lines=lines)
    else:
        answer(None, _table(_rows(wanted)), nothing=_nothing(wanted))


def _nothing(wanted: ListQuery) -> str:
    if wanted.scope == ALL:
        return "No application was found."
    return f"No {wanted.scope} application was found. All of them: list --all."


def _query(text: str, options: dict[str, Any]) -> ListQuery:
    outcome = options["outcome"]
    if options["everything"] or outcome:
        scope = ALL
    else:
        scope = CLOSED if options["closed"] else options["scope"] or ListQuery().scope
    return ListQuery(
        text=text,
        scope=scope,
        standings=(outcome_from(outcome).value,) if outcome else (),
        conditions=tuple(_conditions(options)),
        group=UNGROUPED if options["sort"] else BY_STAGE,
        sort=options["sort"] or ListQuery().sort,
        descending=options["descending"],
        limit=options["limit"],
    )


def _conditions(options: dict[str, Any]) -> Iterator[Condition]:
    if options["stage"]:
        yield Condition("stage", stage_from(options["stage"]).value)
    for field in ("tag", "source", "company"):
        yield from (Condition(field, value) for value in options[field])
    if options["quiet"]:
        yield Condition("quiet", "yes")
    if options["due"]:
        yield Condition("due", options["due"])


def _rows(wanted: ListQuery) -> list[ListRow]:
    from jobtracker.bootstrap import listed_rows

    path = workspace_file()
    rows = with_key(path, lambda: listed_rows(path, wanted))
    if rows is not None:
        return rows
    with workspace(write=False) as opened:
        return opened.lists.rows(wanted)


def _list_whole(wanted: ListQuery, *, lines: bool) -> None:
    with workspace(write=False) as opened:
        keys = [row.id for row in opened.lists.rows(wanted)]
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
        yield row.id, stage, row.company, row.role, pay_words(row.pay, money.short_range), following


@click.command()
@click.argument("reference", metavar="ID")
@shared_options
def show(reference: str) -> None:
    """Show one application, by its number or uid."""
    from jobtracker.cli.pages import page

    with workspace(write=False) as opened:
        view = opened.applications.view(opened.applications.id_of(reference))
    answer(shapes.application(view), lambda: page(view))


@click.command()
@click.argument("application", metavar="ID")
@field_options
@shared_options
def edit(application: str, values: Values) -> None:
    """Change the fields given; the others stay as they are."""
    from jobtracker.cli.pages import title, unread_pay

    if not values:
        raise click.UsageError("Name at least one field to change.")
    fields = fields_from(values)
    with workspace(write=True) as opened:
        key = opened.applications.id_of(application)
        opened.applications.edit(key, fields)
        view = opened.applications.view(key)
    answer(
        shapes.application(view), lambda: f"Changed {key}: {title(view)}{unread_pay(view, fields)}"
    )


COMMANDS = {"add": add, "list": list_, "show": show, "edit": edit}
