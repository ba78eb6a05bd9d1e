"""A text as the words that names of skills are made of, each with where it stands."""

import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(
    r"(?:(?<![\w.])\.(?=[A-Za-z]))?[^\W_]+(?:['’][^\W_]+|[.&][^\W_]+)*(?:\+{1,2}|#)?(?![+#])|&"
)
"""".NET", "Node.js", "C++", "R&D" and "driver's" are one word each, "CI/CD" and "on-call" two."""
_SPELLINGS = (("licence", "license"), ("programme", "program"), ("isation", "ization"))
_NEAR = re.compile(r"[ \t\xa0]*[-/‐‑–]?[ \t\xa0]*")
_WRAPPED = re.compile(r"[ \t]*\n[ \t]*")
_SHORT = 3
"""Letters of a word whose last "s" is no plural: "AWS"."""
IN_ADDRESS = "\x00"
"""The key of a word in an address: no name has it."""
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![^\s<(])[^\s@]{1,64}@[^\s@]{3,255}|"
    r"(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|de|co\.uk|example)"
    r"(?:/\S*)?(?=[\s,.;:)]|$)",
    re.IGNORECASE,
)


class Tokens(NamedTuple):
    """The words of `text`: `keys[i]` is the folded word at [starts[i]:ends[i]]."""

    text: str
    keys: list[str]
    starts: list[int]
    ends: list[int]

    def surface(self, first: int, last: int) -> str:
        """The text from one word to another, both included."""
        return self.text[self.starts[first] : self.ends[last]]

    def key(self, index: int) -> str:
        """The folded word there, "" beyond either end."""
        return self.keys[index] if 0 <= index < len(self.keys) else ""

    def joined(self, index: int) -> bool:
        """Whether a word and the one before it can belong to one name."""
        start, end = self.ends[index - 1], self.starts[index]
        if _NEAR.fullmatch(self.text, start, end):
            return True
        return self.text[end].islower() and bool(_WRAPPED.fullmatch(self.text, start, end))


def tokens(text: str) -> Tokens:
    """The words of a text; those of web and mail addresses match no name."""
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    addresses = [found.span() for found in _ADDRESS.finditer(text) if found[0].lower() != ".net"]
    nearest = 0
    for word in _WORD.finditer(text):
        start, end = word.span()
        while nearest < len(addresses) and addresses[nearest][1] <= start:
            nearest += 1
        inside = nearest < len(addresses) and addresses[nearest][0] <= start
        keys.append(IN_ADDRESS if inside else folded_word(word[0]))
        starts.append(start)
        ends.append(end)
    return Tokens(text, keys, starts, ends)


def folded_word(word: str) -> str:
    """A word for comparing: case, accents, a possessive "'s" and two spellings as one."""
    key = word.casefold()
    if not key.isascii():
        key = key.replace("’", "'")
        parts = unicodedata.normalize("NFKD", key)
        key = "".join(c for c in parts if not unicodedata.combining(c))
    if key == "&":
        return "and"
    key = key.removesuffix("'s")
    for ours, theirs in _SPELLINGS:
        if ours in key:
            key = key.replace(ours, theirs)
    return key


def singular(key: str) -> str:
    """A name whose last word is without its plural "s", "" where it has none."""
    if not key.endswith("s") or len(key) <= _SHORT or key.endswith("ss"):
        return ""
    return f"{key[:-3]}y" if key.endswith("ies") else key[:-1]
