"""What a person types into the search box, as a full-text query. Nothing typed is syntax.

The index splits text as FTS5's `unicode61` does: letters, digits and the added `+` and `#` make
words, all else stands between them. So `AT&T` is the phrase "AT T", and a word without any such
character (an emoji) can only be found by looking through the text itself; neither can a part of
Chinese, Japanese or Thai text, which puts no blanks between words.

FTS5 looks up beginnings of 2 to 4 characters in an index of their own, newest first; those of
any other length it gathers from all the words that begin so, which is linear in what it finds.
Hence a single letter is asked for as all pairs that begin with it, and a longer beginning as the
words of the index that it may become.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from string import ascii_lowercase, digits
from typing import NamedTuple

MOST_WORDS = 200
LONGEST_INDEXED = 4
"""Characters of the longest beginning that has an index, as in the schema."""

_ALSO_IN_WORDS = "+#"
_SECOND_LETTERS = ascii_lowercase + digits + _ALSO_IN_WORDS
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)


Completions = Callable[[str], Sequence[str]]
"""From a beginning in small letters to the index's words that begin so; none where there are
too many to name."""


class SearchQuery(NamedTuple):
    """`words` are looked up in the index, each as a phrase whose last word may go on;
    `contained` are patterns for LIKE (its escape character is a backslash) of texts that must
    stand there as typed.
    """

    words: tuple[str, ...]
    contained: tuple[str, ...]


def parse(text: str) -> SearchQuery:
    """Read what was typed: all words must be found."""
    words, contained = [], []
    typed = text.replace("\0", " ").encode(errors="ignore").decode()
    for word in dict.fromkeys(typed.split()[:MOST_WORDS]):
        if not any(_is_token(character) for character in word):
            if any(unicodedata.category(character)[0] == "S" for character in word):
                contained.append(_like(word))
        elif _UNSPACED.search(word):
            contained.append(_like(word))
        else:
            words.append(word)
    return SearchQuery(tuple(words), tuple(contained))


def expression(words: Sequence[str], completions: Completions) -> str:
    """The words of a query in FTS5's own syntax; "" for none."""
    return " AND ".join(_beginning(word, completions) for word in words)


def _beginning(word: str, completions: Completions) -> str:
    start, last = _parted(word)
    letters = sum(not unicodedata.combining(character) for character in last)
    if letters == 1:
        pairs = (f"{_phrase(start + last + letter)}*" for letter in _SECOND_LETTERS)
        return _any_of(chain([_phrase(start + last)], pairs))
    if letters > LONGEST_INDEXED and last.isascii():
        known = completions(last.lower())
        if known:
            return _any_of(_phrase(start + end) for end in known)
    return f"{_phrase(start + last)}*"


def _any_of(phrases: Iterable[str]) -> str:
    return f"({' OR '.join(phrases)})"


def _parted(word: str) -> tuple[str, str]:
    """A word without the signs at its end, its last part on its own."""
    end = len(word)
    while not _is_token(word[end - 1]):
        end -= 1
    start = end
    while start and (_is_token(word[start - 1]) or unicodedata.combining(word[start - 1])):
        start -= 1
    return word[:start], word[start:end]


def _is_token(character: str) -> bool:
    """Whether the index keeps this character: FTS5's default categories are L*, N* and Co."""
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co" or character in _ALSO_IN_WORDS


def _phrase(word: str) -> str:
    quoted = word.replace('"', '""')
    return f'"{quoted}"'


def _like(word: str) -> str:
    escaped = re.sub(r"([\\%_])", r"\\\1", word)
    return f"%{escaped}%"
