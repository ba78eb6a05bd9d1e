"""Profiles out of files: many at once, as one step, over those that are there already."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import fields, replace
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.errors import InvalidInputError, StoppedError, WorkspaceError
from jobtracker.domain.profiles import OWN, RoleProfile
from jobtracker.domain.progress import Progress
from jobtracker.domain.text import checked_text, quoted, required_text, shortened
from jobtracker.storage import profiles
from jobtracker.storage.files import write_atomically
from jobtracker.storage.plain_words import plain_errors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy.orm import Session

    from jobtracker.exchange.role_files import RoleFile

_KEPT = ("id", "uid", "origin", "library_key", "version", "title")


class ImportedRoles(NamedTuple):
    """The ids of the profiles that an import wrote, and all that its files said."""

    ids: tuple[int, ...]
    file: "RoleFile"


def read_files(
    session: "Session", paths: "Sequence[Path]", texts: Sequence[tuple[str, str]] = ()
) -> "RoleFile":
    """The roles in files and folders, and in texts with a name each.

    Raises UnreadableFileError for a file that is none of roles, and InvalidInputError where
    nothing could be read of any, with the first reason.
    """
    from jobtracker.exchange.role_files import joined, read_role_files, read_role_text

    files = [read_role_text(text, name) for name, text in texts]
    if paths:
        files.append(read_role_files(paths, lambda: _titles(session)))
    found = joined(files)
    if not found.profiles:
        why = found.refused[0].reason if found.refused else "There is no role in it."
        raise InvalidInputError(
            f"No role profile was found. {why} Nothing was saved.", field="page"
        )
    return found


def keep_all(
    session: "Session", found: "RoleFile", now: "datetime", watch: Progress = lambda _at, _of: True
) -> list[int]:
    """Write the profiles, each over the person's own of the same title; their ids.

    Where the files hold only parts of profiles, the other parts stay as they are. Raises
    StoppedError when `watch` says so.
    """
    held = profiles.own_titles(session)
    ids = []
    for at, profile in enumerate(found.profiles):
        if not watch(at, len(found.profiles)):
            raise StoppedError("The import was stopped. No profile of it was stored.")
        own = as_own(profile)
        key = held.get(own.title.casefold())
        if key is None:
            key = held[own.title.casefold()] = profiles.insert(session, own, now)
        else:
            if found.parts:
                own = _filled_up(profiles.load(session, key), own)
            profiles.replace(session, key, own, now)
        ids.append(key)
    return ids


def write(path: "Path", told: Sequence[RoleProfile]) -> None:
    """Write the file whole, over one of its own kind at most.

    Raises WorkspaceError, and then the former file is as it was.
    """
    from jobtracker.exchange.role_files.own_format import is_written, write_profiles

    with plain_errors(path):
        if path.is_dir() or not path.parent.is_dir():
            raise WorkspaceError(
                f"{quoted(path.name)} is a folder or its folder is missing; nothing was "
                "exported; name a file in a folder that is there."
            )
        if path.exists() and not is_written(path.read_bytes()):
            raise WorkspaceError(
                f"{quoted(path.name)} is there already and is no exported profile; it was left "
                "as it is; choose another name."
            )
        write_atomically(path, write_profiles(told).encode())


def label_of(found: "RoleFile") -> str:
    """The step's name in the history."""
    count = len(found.profiles)
    what = shortened(found.profiles[0].title) if count == 1 else f"{count} profiles"
    return f"import {what}"


def as_own(profile: RoleProfile) -> RoleProfile:
    """The profile as a person's own; InvalidInputError where a text of it cannot be kept."""
    for part in fields(profile):
        for text in _texts(getattr(profile, part.name)):
            checked_text(text, part.name)
    title = required_text(profile.title, "title")
    return replace(profile, title=title, origin=OWN, library_key=None, version=1)


def _texts(value: object) -> "Iterator[str]":
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)


def _filled_up(held: RoleProfile, parts: RoleProfile) -> RoleProfile:
    said = {
        part.name: value
        for part in fields(parts)
        if part.name not in _KEPT and (value := getattr(parts, part.name))
    }
    return replace(held, **said)


def _titles(session: "Session") -> Mapping[str, str]:
    """The titles of occupations by code: official ones, and those imported before by their
    finer O*NET code, which stands in their source.
    """
    from jobtracker.services.benchmarks import FOLDER, PACK
    from jobtracker.storage.benchmarks import Pack
    from jobtracker.system.resources import resource

    with closing(Pack(resource(FOLDER, PACK))) as pack:
        official = {one.code: one.title for one in pack.occupations}
    imported = {
        source.rpartition(" ")[2]: title
        for source, title in profiles.own_sources(session)
        if source.startswith("O*NET")
    }
    return official | imported
