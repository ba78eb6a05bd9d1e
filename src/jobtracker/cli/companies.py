"""`company list`, `show` and `edit`."""

from typing import TYPE_CHECKING, Any, cast

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import answer, given, listed, shared_options, table, workspace, yes_no
from jobtracker.cli.pages import facts
from jobtracker.domain.companies import memory_words

if TYPE_CHECKING:
    from jobtracker.domain.companies import Company, CompanyFields, CompanyView


@click.group()
def company() -> None:
    """Companies: their names, and what came of applying there."""


@company.command("list")
@shared_options
def list_() -> None:
    """List every company, by name."""
    with workspace(write=False) as opened:
        known = opened.companies.all()
    answer(
        [shapes.company_line(one) for one in known],
        lambda: _table(known),
        nothing="There is no company.",
    )


def _table(known: "list[Company]") -> str:
    rows = ((one.id, one.name, ", ".join(one.aliases), "avoid" * one.avoid) for one in known)
    return table(rows, ("ID", "NAME", "ALSO", ""))


@company.command("show")
@click.argument("reference", metavar="COMPANY")
@shared_options
def show(reference: str) -> None:
    """Show one company, by name, alias, number or uid."""
    with workspace(write=False) as opened:
        view = opened.companies.view(opened.companies.id_of(reference))
    answer(shapes.company(view), lambda: _page(view))


def _page(view: "CompanyView") -> str:
    known = view.company
    named: dict[str, object] = {
        "Also": ", ".join(known.aliases),
        "Address": ", ".join(known.address.splitlines()),
        "Avoid": known.avoid_reason or "yes" if known.avoid else "",
        "Memory": memory_words(view.memory),
        "Applications": ", ".join(map(str, view.applications)),
    }
    notes = ["", known.notes] if known.notes else []
    return "\n".join([known.name, "", *facts(named), *notes])


@company.command("edit")
@click.argument("reference", metavar="COMPANY")
@click.option("--name", metavar="NAME", help="The name, in all its applications.")
@click.option("--aliases", metavar="NAMES", help="All its other names, with commas between.")
@click.option("--address", multiple=True, metavar="LINE", help="A line of it; may be repeated.")
@click.option("--avoid", metavar="YES|NO", help="Whether to keep away from it.")
@click.option("--avoid-reason", metavar="TEXT", help="Why.")
@click.option("--notes", metavar="TEXT", help="Notes, kept exactly as typed.")
@shared_options
def edit(reference: str, address: tuple[str, ...], **options: str | None) -> None:
    """Change what is given; the rest stays as it is."""
    lines = "\n".join(address) if address else None
    fields: dict[str, Any] = given(**options, address=lines)
    if not fields:
        raise click.UsageError("Name at least one field to change.")
    if "aliases" in fields:
        fields["aliases"] = listed(fields["aliases"])
    if "avoid" in fields:
        fields["avoid"] = yes_no(fields["avoid"], "avoid")
    with workspace(write=True) as opened:
        key = opened.companies.id_of(reference)
        opened.companies.edit(key, cast("CompanyFields", fields))
        view = opened.companies.view(key)
    answer(shapes.company(view), lambda: f"Changed company {key}: {view.company.name}")


COMMANDS = {"company": company}
