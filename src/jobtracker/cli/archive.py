"""`export` and `import`: everything in one file that needs no program to be read."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from jobtracker.cli.common import (
    answer,
    path_of,
    shared_options,
    table,
    workspace,
)
from jobtracker.cli.counting import counted
from jobtracker.cli.recovering import readable
from jobtracker.domain.errors import InvalidInputError, WorkspaceError
from jobtracker.domain.text import quoted

if TYPE_CHECKING:
    from pathlib import Path

_FORMATS = ("zip", "json")
_PLAIN = "The archive is not encrypted: whoever gets it can read it. Keep it where only you can."


@click.command("export")
@click.argument("file")
@click.option("--format", "kind", help="zip, or json for one text file; else by the file's ending.")
@click.option("--replace", is_flag=True, help="Replace a file of that name, once all is written.")
@shared_options
def export(file: str, kind: str | None, replace: bool) -> None:
    """Write everything to FILE.zip or FILE.json, readable without Jobtracker."""
    path = _of_kind(path_of(file), kind)
    if path.exists() and not replace:
        raise WorkspaceError(
            f"There is a file {quoted(path.name)} already; it was left as it is. "
            "Choose another name, or add --replace."
        )
    with readable() as (opened, missing):
        if opened.archive.is_encrypted():
            click.echo(_PLAIN, err=True)
        with counted("Writing the archive…") as progress:
            done = opened.archive.export(path, replace=replace, missing=missing, progress=progress)
    for sentence in done.missing[len(missing) :]:
        click.echo(sentence, err=True)
    value = {
        "file": str(done.path),
        "bytes": done.size,
        "records": dict(done.counts),
        "missing": list(done.missing),
    }
    answer(value, f"Wrote {_words(done.counts)} to {done.path.name} ({done.size:,} bytes)")


@click.command("import")
@click.argument("file")
@click.option("--format", "kind", help="zip or json; else by the file's ending.")
@click.option("--dry-run", is_flag=True, help="Only say what would come; change nothing.")
@shared_options
def import_(file: str, kind: str | None, dry_run: bool) -> None:
    """Bring in an archive. What is there already stays as it is; one undo takes it all back."""
    path = _of_kind(path_of(file), kind)
    with workspace(write=not dry_run, library=True) as opened:
        if dry_run:
            with counted("Reading the archive…") as progress:
                seen = opened.archive.read(path, progress=progress)
            new, known, notices, verb = seen.new, seen.known, seen.notices, "Would bring in"
        else:
            with counted("Bringing it in…") as progress:
                brought = opened.archive.bring_in(path, progress=progress).value
            new, known, notices, verb = brought.new, brought.known, brought.notices, "Brought in"
    for notice in notices:
        click.echo(notice, err=True)
    rows = [
        (name.replace("_", " "), new.get(name, 0), known.get(name, 0)) for name in _both(new, known)
    ]
    value = {"new": dict(new), "known": dict(known), "notices": list(notices)}
    head = f"{verb} {_words(new)}; {sum(known.values())} records were there already"
    answer(value, lambda: "\n".join(filter(None, (head, table(rows, ("what", "new", "known"))))))


def _of_kind(path: "Path", kind: str | None) -> "Path":
    """The path, if its ending is that of the format asked for."""
    if kind is None:
        return path
    if kind not in _FORMATS:
        raise InvalidInputError(
            f"{quoted(kind)} is no format of an archive; nothing was done. Use zip or json.",
            field="format",
        )
    if path.suffix.lower() != f".{kind}":
        raise InvalidInputError(
            f"A {kind} archive has a name that ends with .{kind}; nothing was done. "
            f"Name it {path.stem}.{kind}.",
            field="format",
        )
    return path


def _both(new: Mapping[str, int], known: Mapping[str, int]) -> list[str]:
    return [name for name in dict.fromkeys((*new, *known)) if new.get(name) or known.get(name)]


def _words(counts: Mapping[str, int]) -> str:
    applications = counts.get("application", 0)
    word = "application" if applications == 1 else "applications"
    return f"{applications} {word} ({sum(counts.values()) - counts.get('file', 0)} records in all)"


COMMANDS = {"export": export, "import": import_}
