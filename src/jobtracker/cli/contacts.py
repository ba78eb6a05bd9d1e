"""`contact add`, `list`, `show`, `edit`, `remove`, `link` and `unlink`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import answer, given, shared_options, workspace
from jobtracker.cli.pages import contact_line, facts

if TYPE_CHECKING:
    from jobtracker.domain.contacts import Contact, ContactFields

_OPTIONS = (
    ("company", "NAME", "Where they work; “” for nowhere."),
    ("title", "TEXT", "What they do there."),
    ("email", "ADDRESS", "Kept as typed."),
    ("phone", "NUMBER", "Kept as typed."),
    ("url", "LINK", "A page of theirs; kept, never opened."),
    ("notes", "TEXT", "Notes, kept exactly as typed."),
)
_PART = "Their part in it: Recruiter."


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, metavar, words in reversed(_OPTIONS):
        command = click.option(f"--{name}", metavar=metavar, help=words)(command)
    return command


def _fields(**options: str | None) -> "ContactFields":
    return cast("ContactFields", given(**options))


@click.group()
def contact() -> None:
    """The people of your search, and their part in applications."""


@contact.command("add")
@click.argument("name")
@_options
@click.option("--application", metavar="ID", help="Put them on this application.")
@click.option("--part", metavar="TEXT", default="", help=_PART)
@shared_options
def add(name: str, application: str | None, part: str, **options: str | None) -> None:
    """Add a person; with an application whoever has that name there is that person."""
    if part and application is None:
        raise click.UsageError("--part goes with --application.")
    fields = _fields(name=name, **options)
    with workspace(write=True) as opened:
        before = {one.id for one in opened.contacts.all()}
        if application is None:
            key = opened.contacts.add(fields).value
        else:
            application_id = opened.applications.id_of(application)
            key = opened.contacts.add_to(application_id, fields, part).value
        known = opened.contacts.get(key)
    answer(shapes.contact(known), lambda: _added(known, is_known=key in before))


def _added(person: "Contact", *, is_known: bool) -> str:
    if is_known:
        return f"Linked contact {person.id}: {person.name}, whom you know already"
    return f"Added contact {person.id}: {person.name}"


@contact.command("list")
@click.option("--application", metavar="ID", help="Only those of this application.")
@shared_options
def list_(application: str | None) -> None:
    """List everybody, by name."""
    with workspace(write=False) as opened:
        if application is None:
            known = opened.contacts.all()
        else:
            linked = opened.contacts.of(opened.applications.id_of(application))
            known = [one.contact for one in linked]
    answer(
        [shapes.contact(one) for one in known],
        lambda: "\n".join(map(contact_line, known)),
        nothing="There is no contact.",
    )


@contact.command("show")
@click.argument("reference", metavar="CONTACT")
@shared_options
def show(reference: str) -> None:
    """Show one contact, by name, number or uid."""
    with workspace(write=False) as opened:
        key = opened.contacts.id_of(reference)
        known, keys = opened.contacts.get(key), opened.contacts.applications_of(key)
    answer(shapes.contact(known) | {"applications": keys}, lambda: _page(known, keys))


def _page(known: "Contact", keys: list[int]) -> str:
    named: dict[str, object] = {
        "Company": known.company,
        "Title": known.title,
        "E-mail": known.email,
        "Phone": known.phone,
        "Link": known.url,
        "Applications": ", ".join(map(str, keys)),
    }
    notes = ["", known.notes] if known.notes else []
    return "\n".join([known.name, "", *facts(named), *notes])


@contact.command("edit")
@click.argument("reference", metavar="CONTACT")
@click.option("--name", metavar="NAME", help="Their name.")
@_options
@shared_options
def edit(reference: str, **options: str | None) -> None:
    """Change what is given; the rest stays as it is."""
    fields = _fields(**options)
    if not fields:
        raise click.UsageError("Name at least one field to change.")
    with workspace(write=True) as opened:
        key = opened.contacts.id_of(reference)
        opened.contacts.edit(key, fields)
        known = opened.contacts.get(key)
    answer(shapes.contact(known), lambda: f"Changed contact {key}: {known.name}")


@contact.command("remove")
@click.argument("reference", metavar="CONTACT")
@shared_options
def remove(reference: str) -> None:
    """Take a contact away from the workspace and from every application."""
    with workspace(write=True) as opened:
        known = opened.contacts.get(opened.contacts.id_of(reference))
        opened.contacts.remove(known.id)
    answer(shapes.contact(known), lambda: f"Removed contact {known.id}: {known.name}")


@contact.command("link")
@click.argument("reference", metavar="CONTACT")
@click.argument("application", metavar="ID")
@click.option("--part", metavar="TEXT", default="", help=_PART)
@shared_options
def link(reference: str, application: str, part: str) -> None:
    """Put a known contact on an application, or give them another part there."""
    with workspace(write=True) as opened:
        key = opened.contacts.id_of(reference)
        opened.contacts.link(opened.applications.id_of(application), key, part)
        known = opened.contacts.get(key)
    answer(shapes.contact(known), lambda: f"{known.name} is on application {application}")


@contact.command("unlink")
@click.argument("reference", metavar="CONTACT")
@click.argument("application", metavar="ID")
@shared_options
def unlink(reference: str, application: str) -> None:
    """Take a contact off an application; the contact stays."""
    with workspace(write=True) as opened:
        key = opened.contacts.id_of(reference)
        opened.contacts.unlink(opened.applications.id_of(application), key)
        known = opened.contacts.get(key)
    answer(shapes.contact(known), lambda: f"{known.name} is off application {application}")


COMMANDS = {"contact": contact}
