"""How large a salary table may be. Everything is measured before it is parsed."""

from jobtracker.domain.errors import UnreadableFileError

FILE_BYTES = 50_000_000
ROWS = 200_000
COLUMNS = 200
CELL_CHARACTERS = 100_000
UNPACKED_BYTES = 200_000_000
RATIO = 200
"""No sheet of figures shrinks to less than this part of itself; a bomb does."""
SMALL_PART = 100_000
"""Bytes below which a part may shrink as it likes: a sheet of blanks does."""
SHEET_AREA = 8_000_000
"""Cells from the first one of a sheet to the last that holds something."""
TEXT_CHARACTERS = 300_000_000
"""Characters in all cells together, repeated ones counted each time."""


def refused(name: str, what: str, advice: str) -> UnreadableFileError:
    """The error of a file that is not read: "“x.xlsx” holds macros; nothing was changed. ..."."""
    shown = "".join(sign if sign.isprintable() else "?" for sign in name) or "The file"
    return UnreadableFileError(f"“{shown}” {what}; nothing was changed. {advice}")


def too_many_rows(name: str) -> UnreadableFileError:
    return refused(
        name,
        f"has more than {ROWS:,} rows",
        "Keep those of the roles and places you look for and choose that.",
    )


def too_many_columns(name: str) -> UnreadableFileError:
    return refused(
        name, f"has more than {COLUMNS} columns", "Keep those with pay in them and choose that."
    )
