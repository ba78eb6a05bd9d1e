"""The door to files of roles: what each is, is told by what it holds, then by its name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from jobtracker.domain.errors import JobtrackerError, UnreadableFileError
from jobtracker.exchange.checked_json import looks_like_json, read_json
from jobtracker.exchange.role_files.limits import FILE_BYTES, TRACK_CHARACTERS, refused
from jobtracker.exchange.role_files.onet_tables import is_apart, kind_of
from jobtracker.exchange.role_files.packing import (
    Left,
    Text,
    is_zip,
    texts_in_folder,
    texts_in_zip,
)
from jobtracker.exchange.role_files.records import RoleFile, joined
from jobtracker.exchange.role_files.tables import Table, read_header, read_table
from jobtracker.exchange.text_file import PAGE_LIMIT, read_text_file

_MARKDOWN = (".md", ".markdown")
_TABLES = (".csv", ".tsv", ".tab")
PAGE = "role-profile page"
Titles = Callable[[], Mapping[str, str]]


def read_roles(path: Path, titles: Titles = dict) -> RoleFile:
    """The roles in a file, a folder or a zip, see `read_role_files`."""
    return read_role_files([path], titles)


def read_role_files(paths: Sequence[Path], titles: Titles = dict) -> RoleFile:
    """The roles in all of these together; files of the O*NET database are joined.

    `titles` tells the occupations that are known already, by code, for files of O*NET that
    come without Occupation Data and for related occupations. Raises UnreadableFileError for a
    file that was named and is none of roles, or cannot be read at all; files that only lie in a
    folder or a zip are `left` then.
    """
    tables: list[Table] = []
    files: list[RoleFile] = []
    for path in paths:
        if path.is_dir():
            files += _several(texts_in_folder(path), path, tables)
        elif is_zip(path):
            files += _several(texts_in_zip(path), path, tables)
        else:
            files += _one(Text(path.name, read_text_file(path, FILE_BYTES)), tables)
    if tables:
        from jobtracker.exchange.role_files.onet import read_onet

        files.append(read_onet(tables, titles()))
    return joined(files)


def is_table_of_roles(text: str) -> bool:
    """Whether a text begins as a table of the O*NET database or of a framework does."""
    from jobtracker.exchange.role_files.framework_columns import is_framework

    header = read_header(text)
    return bool(header) and (kind_of(header) is not None or is_framework(header))


def is_career_track(text: str, name: str) -> bool:
    """Whether a text is a career track in Markdown, whose levels are profiles."""
    from jobtracker.exchange.html_text import is_html
    from jobtracker.exchange.role_files.tracks import is_track

    is_markdown = Path(name).suffix.lower() in _MARKDOWN and not is_html(text)
    return is_markdown and len(text) <= TRACK_CHARACTERS and is_track(text)


def read_role_text(text: str, name: str) -> RoleFile:
    """The roles in a text that is there already, such as one from the clipboard."""
    tables: list[Table] = []
    files = _one(Text(name, text), tables)
    if tables:
        from jobtracker.exchange.role_files.onet import read_onet

        return read_onet(tables, {})
    return files[0]


def _several(found: Iterable[Text | Left], path: Path, tables: list[Table]) -> list[RoleFile]:
    """The files of a folder or a zip. Those of another kind are left, with their names, and
    beside tables of O*NET all others: they speak about them.
    """
    before = len(tables)
    files: list[tuple[str, RoleFile]] = []
    left: list[str] = []
    for one in found:
        if isinstance(one, Left):
            left.append(one.name)
            continue
        try:
            files += [(one.name, file) for file in _one(one, tables)]
        except JobtrackerError:
            left.append(one.name)
    if len(tables) > before:
        left += [name for name, _ in files]
        files = []
    elif not files:
        raise refused(path.name, "holds no file of roles", "Choose another folder or file.")
    return [*(file for _, file in files), RoleFile((), 0, 0, left=tuple(left))]


def _one(file: Text, tables: list[Table]) -> list[RoleFile]:
    """The roles of one file; a table of O*NET is put beside the others instead."""
    if looks_like_json(file.text):
        return [_of_json(file)]
    header = read_header(file.text)
    if kind_of(header) is not None:
        tables.append(read_table(file.text, file.name))
        return []
    if is_apart(header):
        raise refused(file.name, "says nothing that a profile holds", "Leave it out.")
    if header:
        from jobtracker.exchange.role_files.framework_columns import is_framework

        if is_framework(header):
            from jobtracker.exchange.role_files.framework import read_framework

            return [read_framework(read_table(file.text, file.name))]
    if Path(file.name).suffix.lower() in _TABLES:
        raise refused(
            file.name, "has no column of roles that is known", "Name its first row role, skill."
        )
    return [_of_page(file)]


def _of_json(file: Text) -> RoleFile:
    from jobtracker.exchange.role_files.job_description import (
        is_job_description,
        read_job_description,
    )
    from jobtracker.exchange.role_files.own_format import is_own, read_own

    value = read_json(file.text, file.name)
    if is_own(value):
        return read_own(value, file.name)
    if is_job_description(value):
        return read_job_description(value, file.name)
    raise refused(
        file.name, "is JSON, but no profile of a role", "Choose one that was exported as such."
    )


def _of_page(file: Text) -> RoleFile:
    """A page as text, HTML or Markdown: each line ends up in a part of it."""
    from jobtracker.exchange.page_profile import from_page, says_anything
    from jobtracker.exchange.profile_page import read_profile_page

    if len(file.text) > PAGE_LIMIT:
        raise refused(file.name, "is too large for a page", "Choose the profile's text alone.")
    if is_career_track(file.text, file.name):
        from jobtracker.exchange.role_files.tracks import read_track

        return read_track(file.text, file.name)
    profile = from_page(read_profile_page(file.text))
    if not profile.title or not says_anything(profile):
        raise UnreadableFileError(
            f"No role profile was found in “{file.name}”; nothing was imported. "
            "Copy the whole page, with its title, and try again."
        )
    lines = sum(1 for line in file.text.splitlines() if line.strip())
    return RoleFile((profile,), lines, lines, kind=PAGE)
