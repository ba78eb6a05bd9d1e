"""What a file is that the program is started with, or that is dropped on it: by its name, and by
what stands in it where several kinds share a name.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from jobtracker.domain.errors import JobtrackerError
from jobtracker.domain.opened_files import OpenedFile, opened_as
from jobtracker.exchange.checked_json import looks_like_json, read_json
from jobtracker.exchange.text_file import PAGE_LIMIT, read_text_file

_ARCHIVE = re.compile(rb'\s*\{\s*"archive"\s*:')
_HEAD_BYTES = 200
_MOST_PARTS_OF_A_POSTING = 5
"""A posting may hold duties, qualifications, pay and an outlook; a profile holds more."""


def what_is(path: Path) -> OpenedFile:
    """What becomes of a file. One that cannot be read is what its name says: whoever reads it
    tells why.
    """
    named = opened_as(path.name)
    look = {
        OpenedFile.ARCHIVE: _of_zip,
        OpenedFile.POSTING: _of_text,
        OpenedFile.TABLE: _of_table,
    }.get(named)
    try:
        return look(path) if look is not None else named
    except (JobtrackerError, OSError):
        return named


def _of_zip(path: Path) -> OpenedFile:
    from jobtracker.exchange.archive.reading import holds_archive

    return OpenedFile.ARCHIVE if holds_archive(path) else OpenedFile.ROLES


def _of_table(path: Path) -> OpenedFile:
    from jobtracker.exchange.role_files.reading import is_table_of_roles

    if path.suffix.lower() == ".xlsx":
        return OpenedFile.TABLE
    with path.open("rb") as file:
        head = file.readline(PAGE_LIMIT).decode("utf-8", "replace")
    return OpenedFile.ROLES if is_table_of_roles(head) else OpenedFile.TABLE


def _of_text(path: Path) -> OpenedFile:
    """A posting, unless it is plainly something else."""
    with path.open("rb") as file:
        if _ARCHIVE.match(file.read(_HEAD_BYTES)):
            return OpenedFile.ARCHIVE
    text = read_text_file(path)
    if looks_like_json(text):
        return _of_json(read_json(text, path.name))
    return OpenedFile.ROLES if _is_of_roles(text, path) else OpenedFile.POSTING


def _of_json(value: object) -> OpenedFile:
    from jobtracker.exchange.role_files.own_format import is_own

    if is_own(value):
        return OpenedFile.ROLES
    is_resume = isinstance(value, Mapping) and isinstance(value.get("basics"), Mapping)
    return OpenedFile.RESUME if is_resume else OpenedFile.POSTING


def _is_of_roles(text: str, path: Path) -> bool:
    """A role-profile page, a career track, or a table of the O*NET database."""
    from jobtracker.exchange.page_profile import from_page, parts_of
    from jobtracker.exchange.profile_page import read_profile_page
    from jobtracker.exchange.role_files.reading import is_career_track, is_table_of_roles

    if is_table_of_roles(text) or is_career_track(text, path.name):
        return True
    profile = from_page(read_profile_page(text))
    by_itself = bool(profile.letter or profile.questions)
    return by_itself or len(parts_of(profile)) > _MOST_PARTS_OF_A_POSTING
