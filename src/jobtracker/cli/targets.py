"""`target add`, `list`, `edit` and `remove`: the roles that one looks for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import (
    answer,
    given,
    shared_options,
    table,
    whole_number,
    workspace,
    yes_no,
)
from jobtracker.domain import money
from jobtracker.domain.target_roles import (
    FLOOR,
    STRETCH,
    TARGET,
    TargetRole,
    asked_pay,
    with_pay,
)

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    ("--level", "LEVEL", "junior, mid, senior, lead, staff or principal."),
    ("--places", "A; B", "Places with a semicolon between them: Austin, TX; Remote."),
    ("--work-mode", "MODE", "remote, hybrid or on_site."),
    ("--floor", "PAY", "Below this you walk away: 120k, $60 an hour."),
    ("--target", "PAY", "What you ask for."),
    ("--stretch", "PAY", "What you open with."),
    ("--priority", "N", "The lowest comes first; charts mark its target."),
    ("--search-words", "TEXT", "Words for job boards."),
    ("--notes", "TEXT", "Notes, kept exactly as typed."),
    ("--profile", "PROFILE", "The role profile it was made of."),
    ("--archived", "YES/NO", "Whether it is put away."),
)


def _its_options(command: F) -> F:
    for name, metavar, words in reversed(_OPTIONS):
        command = click.option(name, metavar=metavar, help=words)(command)
    return command


@click.group()
def target() -> None:
    """Roles you look for: where, and for how much."""


@target.command("add")
@click.argument("title")
@_its_options
@shared_options
def add(title: str, **options: str | None) -> None:
    """Keep a target role."""
    with workspace(write=True, library=True) as opened:
        role = _edited(opened, TargetRole(title=title), given(**options))
        known = opened.targets.load(opened.targets.add(role).value)
    answer(shapes.target_role(known), f"Added target role {known.id}: {known.title}")


@target.command("list")
@shared_options
def list_() -> None:
    """List your target roles, the most wanted first."""
    with workspace(write=False) as opened:
        known = opened.targets.all()
    rows = (
        (one.id, one.priority, one.title, one.level, "; ".join(one.places), _pay(one))
        for one in known
    )
    headings = ("ID", "PRIORITY", "TITLE", "LEVEL", "PLACES", "PAY")
    answer([shapes.target_role(one) for one in known], lambda: table(rows, headings))


@target.command("edit")
@click.argument("reference", metavar="ID")
@click.option("--title", metavar="TEXT", help="Another title.")
@_its_options
@shared_options
def edit(reference: str, **options: str | None) -> None:
    """Change what you name; an empty value takes it away."""
    with workspace(write=True, library=True) as opened:
        key = opened.targets.id_of(reference)
        role = _edited(opened, opened.targets.load(key), given(**options))
        opened.targets.edit(key, role)
        known = opened.targets.load(key)
    answer(shapes.target_role(known), f"Changed target role {known.id}: {known.title}")


@target.command("remove")
@click.argument("reference", metavar="ID")
@shared_options
def remove(reference: str) -> None:
    """Take a target role away; undo brings it back."""
    with workspace(write=True) as opened:
        known = opened.targets.load(opened.targets.id_of(reference))
        opened.targets.remove(known.id)
    answer(shapes.target_role(known), f"Removed target role {known.id}: {known.title}")


def _edited(opened: "Workspace", role: TargetRole, typed: dict[str, str]) -> TargetRole:
    """The role with the options that were typed."""
    figures = {name: typed.pop(name) for name in (FLOOR, TARGET, STRETCH) if name in typed}
    values: dict[str, Any] = {**typed}
    if "places" in typed:
        values["places"] = tuple(place.strip() for place in typed["places"].split(";"))
    if "priority" in typed:
        values["priority"] = whole_number(typed["priority"], "priority") or 0
    if "archived" in typed:
        values["archived"] = yes_no(typed["archived"], "archived")
    if "profile" in typed:
        name = values.pop("profile")
        values["profile_id"] = opened.profiles.show(name).id if name.strip() else None
    return with_pay(role._replace(**values), figures) if figures else role._replace(**values)


def _pay(role: TargetRole) -> str:
    pay = asked_pay(role)
    return "" if pay.low is None and pay.high is None else money.short_range(pay)


COMMANDS = {"target": target}
