"""How well a text answers what was typed, and which part of it does. Pure functions."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from jobtracker.ui.features.palette.contract import Entry, Heading, Row

BEGINS, HOLDS, WIDER, ELSEWHERE, NOT = 4, 3, 2, 1, 0
"""The text begins with all that was typed; has a word for each word typed; has them together
with its context; has them only where nobody sees; does not have them.
"""

WORD = re.compile(r"[^\W_]+[+#]*|[^\w\s]")


class Hit(NamedTuple):
    """A part of a text that was typed; `start` and `length` in characters."""

    start: int
    length: int


class Ranked(NamedTuple):
    closeness: int
    entry: Entry


def closeness(typed: str, text: str, context: str = "") -> int:
    """How well a text with its context answers what was typed; case and accents do not count."""
    asked = _plain(typed).split()
    if not asked:
        return ELSEWHERE
    plain = _plain(text)
    if plain.startswith(" ".join(asked)):
        return BEGINS
    if _has_all(asked, plain):
        return HOLDS
    return WIDER if _has_all(asked, f"{plain} {_plain(context)}") else NOT


def hits(typed: str, text: str) -> list[Hit]:
    """Where words of a text begin with a word that was typed; none overlaps another."""
    asked = sorted(_plain(typed).split(), key=len, reverse=True)
    plain, places = _with_places(text)
    found = []
    for word in WORD.finditer(plain):
        fitting = next((one for one in asked if plain.startswith(one, word.start())), "")
        if fitting:
            start = places[word.start()]
            found.append(Hit(start, places[word.start() + len(fitting) - 1] + 1 - start))
    return _apart(found)


def grouped(ranked: Iterable[Ranked], order: Sequence[str], most: Mapping[str, int]) -> list[Entry]:
    """The best of each group, at most so many; the group with the best answer comes first, and
    those with equal ones come in `order`.
    """
    groups: dict[str, list[Ranked]] = {name: [] for name in order}
    for one in ranked:
        if one.closeness:
            groups.setdefault(one.entry.group, []).append(one)
    for members in groups.values():
        members.sort(key=_farness)
    names = sorted((name for name in groups if groups[name]), key=lambda n: _farness(groups[n][0]))
    return [one.entry for name in names for one in groups[name][: most.get(name)]]


def with_headings(entries: Sequence[Entry]) -> list[Row]:
    """The rows with the name of its group above each group."""
    rows: list[Row] = []
    group = None
    for entry in entries:
        if entry.group != group:
            group = entry.group
            rows.append(Heading(group))
        rows.append(entry)
    return rows


def _farness(one: Ranked) -> int:
    return -one.closeness


def _has_all(asked: Iterable[str], plain: str) -> bool:
    """Whether each word that was asked for begins one of a text."""
    starts = [match.start() for match in WORD.finditer(plain)]
    return all(any(plain.startswith(word, start) for start in starts) for word in asked)


def _plain(text: str) -> str:
    return _with_places(text)[0]


def _with_places(text: str) -> tuple[str, list[int]]:
    """A text without case and accents, and for each of its characters where that came from."""
    plain, places = [], []
    for place, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", character.casefold()):
            if not unicodedata.combining(part):
                plain.append(part)
                places.append(place)
    return "".join(plain), places


def _apart(found: Sequence[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in found:
        if not kept or hit.start >= kept[-1].start + kept[-1].length:
            kept.append(hit)
    return kept
