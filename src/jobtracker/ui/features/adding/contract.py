"""What the parts of the add sheet tell each other and the rest of the window."""

from typing import NamedTuple

PASTE = "paste posting"
"""The action that pastes from every page; its keys do the same in the sheet, that covers it."""
LONGEST = 100_000
"""Characters: five times a long posting, and as many as the window lays out in a blink."""


class Added(NamedTuple):
    """An application that was just added; `opening` says that the person wants to see it."""

    id: int
    opening: bool


class Pasted(NamedTuple):
    """A posting from the clipboard; `html` is the same as a browser copies it, "" for none."""

    text: str
    html: str = ""
