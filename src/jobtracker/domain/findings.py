"""What a search finds, with enough words to tell it from the others."""

from typing import NamedTuple


class Finding(NamedTuple):
    """A record as a row of the palette. `topic` is its table, `ref` its id there.

    An application is named by its company, with the role as `detail`; `standing` is then its
    outcome or stage. `application` is the one it belongs to, the newest of several, None for
    none. `snippet` is the text around the words that were looked for.
    """

    topic: str
    ref: int
    title: str
    detail: str = ""
    standing: str = ""
    application: int | None = None
    snippet: str = ""
