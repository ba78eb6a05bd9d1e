"""`bin list`, `restore`, `delete` and `empty`: what was deleted, and the ways back and out."""

import click

from jobtracker.cli.common import answer, shared_options, table, workspace
from jobtracker.domain.deleted import KIND_WORDS, Deleted, held

_SURE = click.option("--yes", is_flag=True, help="Don't ask.")


@click.group("bin")
def bin_() -> None:
    """What was deleted in the last 90 days."""


@bin_.command("list")
@click.option("--search", metavar="WORDS", default="", help="Only what has these words.")
@shared_options
def list_(search: str) -> None:
    """List what can be brought back, the newest first."""
    with workspace(write=False) as opened:
        found = opened.bin.entries(search)
    rows = (
        (one.id, KIND_WORDS[one.kind][0], one.name, held(one), one.deleted_at[:16]) for one in found
    )
    answer(
        [_shape(one) for one in found],
        lambda: table(rows, ("ID", "KIND", "NAME", "WITH", "DELETED")),
        nothing="The bin is empty.",
    )


@bin_.command()
@click.argument("ids", metavar="ID...", type=int, nargs=-1, required=True)
@shared_options
def restore(ids: tuple[int, ...]) -> None:
    """Bring records back with all they held, as one step of undo."""
    with workspace(write=True) as opened:
        restored = opened.bin.restore(ids).value
    along = f" (and {', '.join(restored.along)})" if restored.along else ""
    answer(
        {"restored": list(restored.names), "along": list(restored.along)},
        f"Restored: {'; '.join(restored.names)}{along}",
    )


@bin_.command()
@click.argument("ids", metavar="ID...", type=int, nargs=-1, required=True)
@_SURE
@shared_options
def delete(ids: tuple[int, ...], *, yes: bool) -> None:
    """Delete records for good, after a backup."""
    with workspace(write=True) as opened:
        count = opened.bin.count(ids)
        _ask(count, sure=yes)
        gone = opened.bin.forget(ids).value
    _tell(gone)


@bin_.command()
@_SURE
@shared_options
def empty(*, yes: bool) -> None:
    """Delete everything in the bin for good, after a backup."""
    with workspace(write=True) as opened:
        count = len(opened.bin.entries())
        if count:
            _ask(count, sure=yes)
        gone = opened.bin.forget(None).value if count else 0
    _tell(gone)


def _ask(count: int, *, sure: bool) -> None:
    if not sure:
        what = "this record" if count == 1 else f"these {count:,} records"
        click.confirm(
            f"Delete {what} for good? Backups keep what was deleted until they rotate.",
            abort=True,
            err=True,
        )


def _tell(count: int) -> None:
    answer(
        {"deleted": count},
        f"Deleted for good: {count:,} record{'' if count == 1 else 's'}"
        if count
        else "The bin is empty.",
    )


def _shape(entry: Deleted) -> dict[str, object]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "name": entry.name,
        "deleted_at": entry.deleted_at,
        "step": entry.step,
        "holds": dict(entry.holds),
    }


COMMANDS = {"bin": bin_}
