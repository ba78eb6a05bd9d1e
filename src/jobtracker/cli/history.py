"""`undo`, `redo`, `history` and `find`."""

import click

from jobtracker.cli.common import answer, json_line, shared_options, table, workspace
from jobtracker.domain.text import quoted


@click.command()
@shared_options
def undo() -> None:
    """Take the newest step back, also one made in the window or before a restart."""
    with workspace(write=True) as opened:
        step = opened.history.undo().value
    answer({"id": step.id, "label": step.label}, f"Undone: {step.label}")


@click.command()
@shared_options
def redo() -> None:
    """Do once more what was undone last."""
    with workspace(write=True) as opened:
        step = opened.history.redo().value
    answer({"id": step.id, "label": step.label}, f"Done again: {step.label}")


@click.command()
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@shared_options
def history(limit: int) -> None:
    """The newest steps."""
    with workspace(write=False) as opened:
        steps = opened.history.steps(limit)
    value = [{"id": s.id, "label": s.label, "made_at": s.made_at, "state": s.state} for s in steps]
    rows = ((s.id, s.made_at, s.state, s.label) for s in steps)
    answer(
        value,
        lambda: table(rows, ("STEP", "WHEN", "STATE", "WHAT")),
        nothing="Nothing was changed yet.",
    )


@click.command()
@click.argument("query")
@click.option("--lines", is_flag=True, help="One JSON object a line.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True)
@shared_options
def find(query: str, limit: int, *, lines: bool) -> None:
    """Search everything that was typed: any word, any character."""
    with workspace(write=False) as opened:
        found = opened.search.find(query, limit)
    value = [
        {"kind": hit.topic, "id": hit.ref, "title": hit.title, "text": hit.snippet} for hit in found
    ]
    if lines:
        for hit in value:
            click.echo(json_line(hit))
    else:
        rows = ((hit.topic, hit.ref, hit.title, hit.snippet) for hit in found)
        answer(
            value,
            lambda: table(rows, ("KIND", "ID", "TITLE", "TEXT")),
            nothing=f"Nothing was found for {quoted(query)}.",
        )


COMMANDS = {"undo": undo, "redo": redo, "history": history, "find": find}
