"""`new`, `check`, `migrate` and `salvage`: whether the file is sound, and what to do where not."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import click

from jobtracker.cli.common import (
    answer,
    existing_workspace,
    json_line,
    path_of,
    shared_options,
    wants_json,
    workspace,
    workspace_file,
)
from jobtracker.domain.errors import InvalidInputError, WorkspaceDamagedError, WorkspaceError

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace


@click.command()
@shared_options
def new() -> None:
    """Begin anew with an empty workspace, even where there was one before."""
    from jobtracker.bootstrap import open_workspace

    path = workspace_file()
    if path.exists() or path.is_symlink():
        raise InvalidInputError(f"{path.name} is already there; nothing was changed.")
    open_workspace(path, write=True).close()
    answer({"path": str(path)}, f"Made {path}")


@click.command()
@shared_options
def check() -> int:
    """Check the whole file and every record against its history; exit code 3 on damage."""
    existing_workspace()
    with workspace(write=False) as opened:
        found = opened.checking.check()
    value = {
        "ok": not found.problems,
        "applications": found.applications,
        "problems": list(found.problems),
    }
    if found.problems:
        answer(value, "")
        more = len(found.problems) - 1
        raise WorkspaceError(found.problems[0] + (f" And {more} more." if more else ""))
    answer(value, f"Sound: {found.applications} applications, each as its history tells.")
    return 0


@click.command()
@shared_options
def migrate() -> None:
    """Bring an older workspace up to date, after a backup; every writing command does so too."""
    from jobtracker.services import recovering

    path = existing_workspace()
    before = recovering.revision_of(path)
    with workspace(write=True) as opened:
        if opened.notice:
            raise WorkspaceError(opened.notice)
    done = recovering.migrated(path.resolve(), before)
    value = {
        "from": done.before,
        "to": done.after,
        "backup": str(done.backup) if done.backup else None,
    }
    changed = f"Brought up to date, from {done.before} to {done.after}; as it was: {done.backup}"
    answer(value, changed if done.before != done.after else "Already up to date.")


@click.command()
@click.argument("file", required=False, metavar="[NEWFILE]")
@shared_options
def salvage(file: str | None) -> None:
    """Read out of a damaged workspace what can be read, into NEWFILE, which is sound.

    The damaged file keeps every byte. With --json and without NEWFILE, print one JSON object a
    line for each record.
    """
    from jobtracker.services import recovering

    if file is None and not wants_json():
        raise click.UsageError("Name a new file, or ask for the records with --json.")
    path = existing_workspace()
    if file is None:
        with recovering.salvaged(path) as (found, told):
            for record in _records(found):
                click.echo(json_line(record))
        for sentence in told.missing:
            click.echo(sentence, err=True)
        return
    done = recovering.salvage(path, path_of(file))
    value = {"path": str(done.path), "kept": dict(done.kept), "missing": list(done.missing)}
    counted = ", ".join(recovering.counted(done, kind) for kind in ("application", "company"))
    missing = "\n".join(done.missing) or "Nothing is missing."
    answer(value, f"Read into {done.path}: {counted}.\n{missing}")


def _records(found: "Workspace") -> Iterator[dict[str, Any]]:
    """Every application with what hangs on it, then companies, contacts and letters."""
    from jobtracker.cli import shapes
    from jobtracker.domain.listing import ALL, ListQuery

    for row in found.lists.rows(ListQuery(scope=ALL, limit=None)):
        yield {"kind": "application", **shapes.application(found.applications.view(row.id))}
    for known in found.companies.all():
        yield {"kind": "company", **shapes.company_line(known)}
    for person in found.contacts.all():
        yield {"kind": "contact", **shapes.contact(person)}
    for line in found.letters.listed():
        yield {"kind": "letter", **shapes.letter(found.letters.view(line.id))}


@contextmanager
def readable() -> Iterator[tuple["Workspace", tuple[str, ...]]]:
    """The workspace, open for reading; of a damaged one what can be read, and in sentences what
    cannot, which stderr is told too. For exports, which have to work on any file.
    """
    from jobtracker.services import recovering

    path = existing_workspace()
    missing: tuple[str, ...] = ()
    with ExitStack() as held:
        try:
            opened = held.enter_context(workspace(write=False))
        except WorkspaceDamagedError:
            opened, told = held.enter_context(recovering.salvaged(path))
            missing = tuple(told.missing)
            for sentence in missing:
                click.echo(sentence, err=True)
        yield opened, missing


COMMANDS = {"new": new, "check": check, "migrate": migrate, "salvage": salvage}
