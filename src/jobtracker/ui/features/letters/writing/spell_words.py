"""The words of a line that spelling is checked of, and where they stand."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jobtracker.ui.features.letters.writing.links import LINK

APOSTROPHES = "'\u2019"
_WORD = re.compile(rf"(?<![\w@#&])[^\W\d_]+(?:[{APOSTROPHES}\u00ad-][^\W\d_]+)*(?![\w@])")
_IN = r"[^\s\[\]()<>]*"
_ADDRESS = re.compile(
    rf"{_IN}(?:@|://|\bwww\.){_IN}|\b[\w-]+(?:\.[\w-]+)+(?:/{_IN})?|{_IN}[/\\_]{_IN}"
)
"""E-mail and web addresses, paths and names of files: what holds a dot or a slash between words."""
_MIXED = re.compile(r"[^\W\d_]*[a-zß-ÿ][A-ZÀ-Þ]")
_OWNER = re.compile(rf"[{APOSTROPHES}]s?$")


class Word(NamedTuple):
    start: int
    end: int
    text: str


def words_of(line: str) -> Iterator[Word]:
    """The words of a line. Addresses, words with digits, abbreviations in capitals, names
    written like "GitHub" and single letters are none.
    """
    hidden = [found.span() for found in _ADDRESS.finditer(line)]
    hidden += [found.span(2) for found in LINK.finditer(line)]
    for found in _WORD.finditer(line):
        for start, end in _parts(found):
            text = line[start:end]
            if _is_word(text) and not any(a < end and start < b for a, b in hidden):
                yield Word(start, end, text.replace("\u00ad", ""))


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """The words of names, which need not be in any dictionary; in small letters."""
    return frozenset(
        text[start:end].casefold()
        for text in texts
        for start, end in (found.span() for found in re.finditer(r"[^\W\d_]+", text))
    )


def is_name(word: str, names: frozenset[str]) -> bool:
    """Whether a word is one of the names, or says whose something is: "Wingtip's"."""
    folded = word.casefold()
    return folded in names or _OWNER.sub("", folded) in names


def _parts(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """A hyphen parts words: each is looked up alone."""
    start = found.start()
    for part in found[0].split("-"):
        yield start, start + len(part)
        start += len(part) + 1


def _is_word(text: str) -> bool:
    return len(text) > 1 and not text.isupper() and _MIXED.match(text) is None
