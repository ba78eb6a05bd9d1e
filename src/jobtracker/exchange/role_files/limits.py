"""What a file of roles may cost to read, and the words that refuse what costs more."""

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.domain.text import quoted

FILE_BYTES = 40_000_000
"""The largest table of the O*NET database that is used has 4 MB."""
ALL_BYTES = 200_000_000
MOST_FILES = 500
MOST_ROWS = 400_000
MOST_COLUMNS = 200
MOST_CELLS = 5_000_000
MOST_LEVELS = 60
"""Of one role; a career track with more headings that name levels is none."""
LONGEST_TABLE = 300
"""Rows of a table in a page that may be one of levels."""
TRACK_CHARACTERS = 1_000_000
MOST_RELATED = 50
LONGEST_TITLE = 120
MOST_PROFILES = 5_000
LONGEST_CELL = 100_000
RATIO = 250
"""No text shrinks to less than this part of itself in a zip; a bomb does."""


def refused(name: str, what: str, advice: str) -> UnreadableFileError:
    """The error for a file that nothing is read of."""
    return UnreadableFileError(f"{quoted(name)} {what}; nothing was imported. {advice}")


def too_large(name: str) -> UnreadableFileError:
    return refused(name, "is too large for a file of roles", "Choose a smaller part of it.")
