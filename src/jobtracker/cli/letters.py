"""`letter`: templates, drafting, filling, checking and the PDF."""

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import answer, path_of, shared_options, table, workspace
from jobtracker.domain.gate import is_open
from jobtracker.services.letters import LetterView


@click.group()
@shared_options
def letter() -> None:
    """Cover letters from templates."""


@letter.command("templates")
@shared_options
def templates() -> None:
    """General templates, then the sample letters of profiles."""
    with workspace(write=False, library=True) as opened:
        known = opened.letters.templates()
    value = [
        {"id": t.id, "name": t.name, "purpose": t.purpose, "origin": t.origin, "text": t.text}
        for t in known
    ]
    rows = ((t.id, t.name, t.purpose) for t in known)
    answer(value, lambda: table(rows, ("ID", "NAME", "PURPOSE")))


@letter.command("draft")
@click.argument("reference", metavar="ID")
@click.option("--template", default="", metavar="NAME", help="Otherwise the profile's sample.")
@shared_options
def draft(reference: str, template: str) -> None:
    """Start a letter for an application."""
    with workspace(write=True) as opened:
        key = opened.letters.draft(opened.applications.id_of(reference), template).value
        view = opened.letters.view(key)
    answer(shapes.letter(view), lambda: _page(view))


@letter.command("show")
@click.argument("reference", metavar="LETTER")
@shared_options
def show(reference: str) -> None:
    """A letter with its values, and its fields."""
    with workspace(write=False) as opened:
        view = opened.letters.view(opened.letters.id_of(reference))
    answer(shapes.letter(view), lambda: _page(view))


@letter.command("set")
@click.argument("reference", metavar="LETTER")
@click.argument("pairs", metavar="FIELD=VALUE...", nargs=-1, required=True)
@shared_options
def set_(reference: str, pairs: tuple[str, ...]) -> None:
    """Give fields their values; an empty value takes one back."""
    values = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise click.UsageError(f"“{pair}” is not FIELD=VALUE.")
        values[name.strip().lower().replace(" ", "_")] = value
    with workspace(write=True) as opened:
        key = opened.letters.id_of(reference)
        opened.letters.set_values(key, values)
        view = opened.letters.view(key)
    answer(shapes.letter(view), lambda: _page(view))


@letter.command("check")
@click.argument("reference", metavar="LETTER")
@shared_options
def check(reference: str) -> int:
    """What would embarrass; exit code 1 while something blocks an export."""
    with workspace(write=False) as opened:
        findings = opened.letters.check(opened.letters.id_of(reference))
    ok = is_open(findings)
    value = {"ok": ok, "findings": [shapes.finding(found) for found in findings]}
    words = "\n".join(found.message for found in findings) or "Nothing found. Ready to send."
    answer(value, words)
    return 0 if ok else 1


@letter.command("export")
@click.argument("reference", metavar="LETTER")
@click.argument("file")
@click.option("--override", default="", metavar="REASON", help="Export although it is blocked.")
@shared_options
def export(reference: str, file: str, override: str) -> None:
    """Write a letter as PDF; refused while a placeholder is left."""
    with workspace(write=True) as opened:
        done = opened.letters.export_pdf(
            opened.letters.id_of(reference), path_of(file), override
        ).value
    value = {"path": str(done.path), "version": done.version}
    answer(value, f"Exported {done.path.name}, version {done.version}")


def _page(view: LetterView) -> str:
    missing = ", ".join(field.label for field in view.fields if not field.value)
    lines = [f"Letter {view.id}: {view.name}, {view.company}", "", view.filled().text]
    return "\n".join([*lines, "", f"Missing: {missing}"] if missing else lines)


COMMANDS = {"letter": letter}
