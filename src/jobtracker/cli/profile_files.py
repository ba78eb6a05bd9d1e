"""`profile import` and `profile export`: profiles from files of any known form, and as our own."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import answer, path_of, shared_options, text_of, wants_json, workspace

if TYPE_CHECKING:
    from jobtracker.domain.profiles import RoleProfile
    from jobtracker.exchange.role_files import RoleFile

_SHOWN = 20
"""Refused rows named on the screen; `--json` has all of them."""


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@shared_options
def import_profiles(files: tuple[str, ...]) -> None:
    """Read files of roles and keep each role as a profile of your own, all or none.

    A FILE is a role-profile page (text, HTML), a career track (Markdown), files of the O*NET
    database, one by one, as a folder or a zip, a framework of roles (CSV), a job description
    or a profile of Jobtracker (JSON); "-" is standard input.
    """
    texts = [("standard input", text_of(name)) for name in files if name == "-"]
    paths = [path_of(name) for name in files if name != "-"]
    with workspace(write=True) as opened:
        imported = opened.profiles.import_files(paths, texts).value
        kept = [opened.profiles.load(key) for key in imported.ids]
    if imported.file.refused and wants_json():
        click.echo(_counted(imported.file), err=True)
    answer(
        [shapes.profile(known) for known in kept],
        lambda: "\n".join(_said(kept, imported.file)),
    )


@click.command("export")
@click.argument("name")
@click.argument("file")
@shared_options
def export_profiles(name: str, file: str) -> None:
    """Write a profile, by its title, number or uid, to a FILE in Jobtracker's own form."""
    path = path_of(file)
    with workspace(write=False, library=True) as opened:
        (known,) = opened.profiles.export([name], path)
    answer({"id": known.id, "path": str(path)}, lambda: f"Wrote {known.title} to {path}")


def _said(kept: "list[RoleProfile]", file: "RoleFile") -> Iterator[str]:
    yield from (f"Imported {known.id}: {known.title}" for known in kept)
    if file.refused:
        yield _counted(file)
        for one in file.refused[:_SHOWN]:
            yield f"  {one.file} row {one.row}: {one.reason}".rstrip()
        if len(file.refused) > _SHOWN:
            yield f"  and {len(file.refused) - _SHOWN} more"
    if file.left:
        yield f"Left alone: {', '.join(file.left)}"
    if file.credit:
        yield f"Credit: {file.credit}"


def _counted(file: "RoleFile") -> str:
    return f"Rows: {file.rows}, read {file.read}, refused {len(file.refused)}."
