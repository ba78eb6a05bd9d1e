"""`backup`, `backups` and `restore`: second copies of the workspace, and the way back to one."""

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from jobtracker.cli.common import (
    answer,
    existing_workspace,
    path_of,
    shared_options,
    table,
    unlocked,
    workspace_file,
)
from jobtracker.domain.errors import WorkspaceLockedError, WrongKeyError

if TYPE_CHECKING:
    from pathlib import Path

    from jobtracker.services.backups import Held, Preview
    from jobtracker.storage.backups.facts import Counts, Some

_MEGABYTE = 1_000_000
_HEADINGS = ("No.", "Made", "Why", "Active", "Closed", "Letters", "Documents", "MB")


@click.command()
@click.argument("file", required=False, metavar="[FILE]")
@shared_options
def backup(file: str | None) -> None:
    """Copy the workspace, checked, beside it or to FILE; safe while the window is open."""
    from jobtracker.services.backups import back_up, back_up_to

    source = existing_workspace()
    made = back_up_to(source, path_of(file)) if file else back_up(source)
    answer({"path": str(made), "size": made.stat().st_size}, f"Backed up to {made}")


@click.command("backups")
@shared_options
def list_backups() -> None:
    """List the backups beside the workspace, newest first, with what is in each."""
    from jobtracker.services import backups

    path = workspace_file()
    with suppress(WorkspaceLockedError, WrongKeyError):  # their names can be told all the same
        unlocked(path)
    found = backups.held(path)
    answer(
        [_as_json(one) for one in found],
        lambda: table([_as_row(one) for one in found], _HEADINGS),
        nothing="No backup yet. Take one with 'jobtracker backup'.",
    )


@click.command()
@click.argument("backup", metavar="FILE|NUMBER")
@click.option("--dry-run", is_flag=True, help="Only show what it would change.")
@shared_options
def restore(backup: str, *, dry_run: bool) -> None:
    """Put a backup in the workspace's place; the present file is kept aside."""
    from jobtracker.bootstrap import restore_workspace
    from jobtracker.services.backups import preview

    place = workspace_file()
    source = _source(place, backup)
    if dry_run:
        found = preview(unlocked(place), source)
        answer(_preview_as_json(source, found), lambda: _preview_words(found))
        return
    kept = restore_workspace(unlocked(place), source)
    value = {"path": str(place), "kept_aside": str(kept) if kept else None}
    answer(value, f"Restored. The former file is {kept}" if kept else "Restored.")


def _source(place: "Path", typed: str) -> "Path":
    """The backup of a number as `backups` lists it, else the file of that name."""
    from jobtracker.services import backups

    if typed.isdecimal() and not path_of(typed).exists():
        return unlocked(backups.numbered(place, int(typed)).path)
    return unlocked(path_of(typed))


def _as_json(held: "Held") -> dict[str, Any]:
    info = held.info
    return {
        "number": info.number,
        "reason": info.reason,
        "made_at": info.made_at.isoformat(timespec="seconds"),
        "size": info.size,
        "counts": _counts_as_json(held.counts) if held.counts else None,
        "path": str(info.path),
    }


def _as_row(held: "Held") -> tuple[object, ...]:
    from jobtracker.services.backups import reason_words

    info, counts = held
    numbers = counts or ("?",) * 4
    made = f"{info.made_at.astimezone():%Y-%m-%d %H:%M}"
    return (info.number, made, reason_words(info.reason), *numbers, f"{info.size / _MEGABYTE:.1f}")


def _counts_as_json(counts: "Counts") -> dict[str, int]:
    return counts._asdict()


def _preview_as_json(source: "Path", found: "Preview") -> dict[str, Any]:
    return {
        "path": str(source),
        "counts": _counts_as_json(found.counts),
        **{
            name: {"count": some.total, "first": list(some.names)}
            for name, some in found.differences._asdict().items()
        },
        "encrypted": found.encrypted,
        "encryption_note": found.encryption_note,
    }


def _preview_words(found: "Preview") -> str:
    counts, differences = found.counts, found.differences
    held = f"{counts.active} active and {counts.closed} closed applications"
    lines = [f"It holds {held}, {counts.letters} letters, {counts.documents} documents."]
    if not differences:
        lines.append("No application differs from now.")
    lines += _lines("would come back", differences.back)
    lines += _lines("would go away", differences.away)
    lines += _lines("would be as they were", differences.changed)
    if found.encryption_note:
        lines.append(found.encryption_note)
    return "\n".join((*lines, "Nothing was changed."))


def _lines(what: str, some: "Some") -> list[str]:
    if not some.total:
        return []
    more = some.total - len(some.names)
    rest = [f"  and {more} more"] if more else []
    return [f"{some.total} {what}:", *(f"  {name}" for name in some.names), *rest]


COMMANDS = {"backup": backup, "backups": list_backups, "restore": restore}
