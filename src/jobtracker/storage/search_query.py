"""What a person types into the search box, as a full-text query. Nothing typed is syntax.

The index splits text as FTS5's `unicode61` does: letters, digits and the added `+` and `#` make
words, all else stands between them. So `AT&T` is the phrase "AT T", and a word without any such
character (an emoji) can only be found by looking through the text itself; neither can a part of
Chinese, Japanese or Thai text, which puts no blanks between words.
"""

import re
import unicodedata
from typing import NamedTuple

MOST_WORDS = 200

_ALSO_IN_WORDS = "+#"
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)


class SearchQuery(NamedTuple):
    """`match` is an FTS5 expression, empty where no word has one; `contained` are patterns for
    LIKE (its escape character is a backslash) of texts that must stand there as typed.
    """

    match: str
    contained: tuple[str, ...]


def parse(text: str) -> SearchQuery:
    """Read what was typed: all words must be found, each as a phrase and as a beginning."""
    phrases, contained = [], []
    typed = text.replace("\0", " ").encode(errors="ignore").decode()
    for word in typed.split()[:MOST_WORDS]:
        if not any(_is_token(character) for character in word):
            if any(unicodedata.category(character)[0] == "S" for character in word):
                contained.append(_like(word))
        elif _UNSPACED.search(word):
            contained.append(_like(word))
        else:
            phrases.append(_phrase(word))
    return SearchQuery(" ".join(dict.fromkeys(phrases)), tuple(dict.fromkeys(contained)))


def _is_token(character: str) -> bool:
    """Whether the index keeps this character: FTS5's default categories are L*, N* and Co."""
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co" or character in _ALSO_IN_WORDS


def _phrase(word: str) -> str:
    quoted = word.replace('"', '""')
    return f'"{quoted}"*'


def _like(word: str) -> str:
    escaped = re.sub(r"([\\%_])", r"\\\1", word)
    return f"%{escaped}%"
