"""`document add`, `list`, `save`, `edit` and `remove`."""

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import answer, day, path_of, shared_options, table, workspace
from jobtracker.domain.file_names import shown_name

_KIND = "cv, letter, answers, portfolio or other."


@click.group()
def document() -> None:
    """Files kept with applications, byte for byte."""


@document.command("add")
@click.argument("application", metavar="ID")
@click.argument("file", metavar="FILE")
@click.option("--kind", metavar="KIND", default="", help=_KIND)
@click.option("--sent", metavar="DATE", help="The day it was sent.")
@shared_options
def add(application: str, file: str, kind: str, sent: str | None) -> None:
    """Keep a file of at most 25 MB with an application."""
    with workspace(write=True) as opened:
        owner = opened.applications.id_of(application)
        key = opened.documents.add(owner, path_of(file), kind, day(sent, "sent")).value
        known = opened.documents.get(key)
    answer(shapes.document(known), lambda: f"Added document {key}: {shown_name(known.name)}")


@document.command("list")
@click.argument("application", metavar="ID")
@shared_options
def list_(application: str) -> None:
    """List the files of an application."""
    with workspace(write=False) as opened:
        known = opened.documents.of(opened.applications.id_of(application))
    rows = ((one.id, one.kind, shown_name(one.name), one.size, one.sent_on or "") for one in known)
    heads = ("ID", "KIND", "NAME", "BYTES", "SENT")
    answer(
        [shapes.document(one) for one in known],
        lambda: table(rows, heads),
        nothing="There is no file.",
    )


@document.command("save")
@click.argument("reference", metavar="DOCUMENT")
@click.argument("target", metavar="FILE|FOLDER")
@shared_options
def save(reference: str, target: str) -> None:
    """Write a file to disk; another one of that name is left alone."""
    with workspace(write=False) as opened:
        key = opened.documents.id_of(reference)
        written = opened.documents.save_to(key, path_of(target))
    answer({"path": str(written)}, f"Written: {written}")


@document.command("edit")
@click.argument("reference", metavar="DOCUMENT")
@click.option("--name", metavar="NAME", help="Its file name.")
@click.option("--kind", metavar="KIND", help=_KIND)
@click.option("--sent", metavar="DATE", help="The day it was sent; “” for never.")
@shared_options
def edit(reference: str, name: str | None, kind: str | None, sent: str | None) -> None:
    """Change what is said of a file; its bytes never change."""
    if name is None and kind is None and sent is None:
        raise click.UsageError("Name at least one field to change.")
    on = ... if sent is None else day(sent, "sent")
    with workspace(write=True) as opened:
        key = opened.documents.id_of(reference)
        opened.documents.edit(key, name=name, kind=kind, sent_on=on)
        known = opened.documents.get(key)
    answer(shapes.document(known), lambda: f"Changed document {key}: {shown_name(known.name)}")


@document.command("remove")
@click.argument("reference", metavar="DOCUMENT")
@shared_options
def remove(reference: str) -> None:
    """Take a file away; undo brings it back."""
    with workspace(write=True) as opened:
        known = opened.documents.get(opened.documents.id_of(reference))
        opened.documents.remove(known.id)
    answer(shapes.document(known), lambda: f"Removed document {known.id}: {shown_name(known.name)}")


COMMANDS: dict[str, click.Command] = {"document": document, "attach": add}
