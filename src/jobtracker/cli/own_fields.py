"""`field add`, `list`, `rename` and `remove`: fields of a person's own."""

import click

from jobtracker.cli.common import answer, shared_options, table, workspace


@click.group()
def field() -> None:
    """Fields of your own, which every application then has."""


@field.command("add")
@click.argument("name")
@click.option("--kind", metavar="KIND", default="text", help="text, number, date or yes_no.")
@shared_options
def add(name: str, kind: str) -> None:
    """Make a field; `add` and `edit` set it with --custom NAME=VALUE."""
    with workspace(write=True) as opened:
        key = opened.custom_fields.add(name, kind).value
        known = [one._asdict() for one in opened.custom_fields.all() if one.id == key]
    answer(known[0], f"Added field {key}: {name.strip()}")


@field.command("list")
@shared_options
def list_() -> None:
    """List your fields."""
    with workspace(write=False) as opened:
        known = opened.custom_fields.all()
    rows = ((one.id, one.name, one.kind) for one in known)
    answer([one._asdict() for one in known], lambda: table(rows, ("ID", "NAME", "KIND")))


@field.command("rename")
@click.argument("reference", metavar="FIELD")
@click.argument("name")
@shared_options
def rename(reference: str, name: str) -> None:
    """Give a field another name; its values stay."""
    with workspace(write=True) as opened:
        key = opened.custom_fields.id_of(reference)
        opened.custom_fields.rename(key, name)
        known = [one._asdict() for one in opened.custom_fields.all() if one.id == key]
    answer(known[0], f"Renamed field {key}: {name.strip()}")


@field.command("remove")
@click.argument("reference", metavar="FIELD")
@shared_options
def remove(reference: str) -> None:
    """Take a field away with its values; undo brings them back."""
    with workspace(write=True) as opened:
        key = opened.custom_fields.id_of(reference)
        known = [one._asdict() for one in opened.custom_fields.all() if one.id == key]
        opened.custom_fields.remove(key)
    answer(known[0], f"Removed field {key}: {known[0]['name']}")


COMMANDS = {"field": field}
