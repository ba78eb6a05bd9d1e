"""A link as Markdown writes it, and the addresses a letter may lead to."""

import re
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from jobtracker.domain.errors import InvalidInputError

LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\[\]\\\n])*)\]\(([^()\s]*)\)")
_MAIL = re.compile(r"[^\s@:/]+@[^\s@/]+\.[^\s@/.]+")
_WEB = ("http", "https")
_BREAKING = re.compile(r"[\s()<>\"\\^`{|}\x00-\x1f]")
"""What would end the address, in Markdown or in the place it is written to."""
_OPEN = re.compile(r"(?<!\\)[\[\]]")
_WORD = re.compile(r"[^\s{}\[\]()<>*\"“”„«»,;!?]+")
_EDGES = ".:'\u2018\u2019"
LONGEST = 2_000


class Link(NamedTuple):
    """A link at text[start:end]: its words and where it leads."""

    start: int
    end: int
    words: str
    address: str

    @property
    def markdown(self) -> str:
        return f"[{self.words}]({self.address})"


def link_at(text: str, place: int) -> Link | None:
    """The link that a place in the text is in or beside."""
    for found in LINK.finditer(text):
        if found.start() <= place <= found.end():
            return Link(found.start(), found.end(), found[1], found[2])
    return None


def word_at(text: str, place: int) -> tuple[int, int]:
    """Where the word at a place, or right before it, begins and ends; nowhere else, both are it."""
    for found in _WORD.finditer(text):
        word = found[0].rstrip(_EDGES)
        end = found.start() + len(word)
        start = end - len(word.lstrip(_EDGES))
        if start <= place <= end and start < end:
            return start, end
    return place, place


def checked_address(typed: str) -> str:
    """The address as it is written into the letter: "example.org" is `https://example.org`,
    "ada@example.org" is `mailto:ada@example.org`.

    Raises InvalidInputError for what is no web or e-mail address.
    """
    words = typed.strip()
    if _MAIL.fullmatch(words):
        words = f"mailto:{words}"
    elif re.match(r"[\w-]+(\.[\w-]+)+(:\d+)?([/?#]|$)", words):
        words = f"https://{words}"
    try:
        parts = urlsplit(words)
        whole = bool(parts.hostname) if parts.scheme in _WEB else bool(_MAIL.match(parts.path))
    except ValueError:
        raise _refused() from None
    if parts.scheme not in (*_WEB, "mailto") or not whole or len(words) > LONGEST:
        raise _refused()
    return _BREAKING.sub(lambda found: quote(found[0]), words)


def link_words(written: str) -> str:
    """Words that were selected, as they stand in a link: in one line, brackets escaped."""
    return _OPEN.sub(lambda found: f"\\{found[0]}", " ".join(written.split()))


def words_for(address: str) -> str:
    """What a link shows that was given no words: its address without the way to read it."""
    return re.sub(r"^(https?://(www\.)?|mailto:)", "", address).rstrip("/")


def _refused() -> InvalidInputError:
    return InvalidInputError("Use a web address (https://…) or an e-mail address.", field="address")
