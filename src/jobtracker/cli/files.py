"""`backup`, `restore`, `check`, `sample` and `self-check`: the workspace as a whole."""

from pathlib import Path

import click

from jobtracker.cli.common import answer, path_of, shared_options, workspace, workspace_file
from jobtracker.domain.errors import WorkspaceError


@click.command()
@click.argument("file", required=False, metavar="[FILE]")
@shared_options
def backup(file: str | None) -> None:
    """Copy the workspace, checked, beside it or to FILE; safe while the window is open."""
    from jobtracker.services.backups import back_up, back_up_to

    source = _existing_workspace()
    made = back_up_to(source, path_of(file)) if file else back_up(source)
    answer({"path": str(made), "size": made.stat().st_size}, f"Backed up to {made}")


@click.command()
@click.argument("file")
@shared_options
def restore(file: str) -> None:
    """Put a backup in the workspace's place; the present file is kept aside."""
    from jobtracker.bootstrap import restore_workspace

    kept = restore_workspace(workspace_file(), path_of(file))
    value = {"path": str(workspace_file()), "kept_aside": str(kept) if kept else None}
    answer(value, f"Restored. The former file is {kept}" if kept else "Restored.")


@click.command()
@shared_options
def check() -> int:
    """Check the whole file and every record against its history; exit code 3 on damage."""
    _existing_workspace()
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
@click.option("--remove", is_flag=True, help="Take exactly the sample away; what is yours stays.")
@shared_options
def sample(remove: bool) -> None:
    """Fill a workspace without applications with a made-up search, to look around in."""
    from jobtracker.system.resources import resource

    with workspace(write=True) as opened:
        if remove:
            gone = opened.sample.remove().value
            answer({"removed": gone}, f"Removed {gone} made-up applications; undo brings them back")
            return
        made = opened.sample.fill(resource("sample", "applications.toml")).value
    words = f"Added {made.applications} made-up applications and {made.letters} letters"
    answer(made._asdict(), words)


def _existing_workspace() -> Path:
    path = workspace_file()
    if not path.exists() and not path.is_symlink():
        raise WorkspaceError(
            f"There is no workspace {path.name} yet. Add an application to make it."
        )
    return path


COMMANDS = {
    "backup": backup,
    "restore": restore,
    "check": check,
    "sample": sample,
}
