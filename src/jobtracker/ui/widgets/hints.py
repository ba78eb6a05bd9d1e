"""What was understood of a text while it is typed."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple


class Hint(NamedTuple):
    """What was understood of a text while it is typed, or what is wrong with it."""

    words: str
    error: str = ""


class Readers(NamedTuple):
    """How typed texts are understood, at once and without the database.

    `day` answers the date behind a text that `due` or `applied` accepted, `when` the start and
    the end of an appointment as ISO text; it raises InvalidInputError.
    """

    pay: Callable[[str], Hint]
    due: Callable[[str], Hint]
    applied: Callable[[str], Hint]
    day: Callable[[str, bool], date | None]
    when: Callable[[str], tuple[str, str]]
