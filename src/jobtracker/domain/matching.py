"""Which reference profile fits a job title, and the level its words name."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from jobtracker.domain.text import folded

_LEVELS = {
    "intern": "intern",
    "internship": "intern",
    "trainee": "junior",
    "graduate": "junior",
    "junior": "junior",
    "jr": "junior",
    "entry": "junior",
    "associate": "junior",
    "mid": "mid",
    "midlevel": "mid",
    "intermediate": "mid",
    "senior": "senior",
    "sr": "senior",
    "experienced": "senior",
    "lead": "lead",
    "staff": "staff",
    "principal": "principal",
}
_NOISE = {
    "a", "an", "and", "at", "contract", "contractor", "d", "entry", "f", "for", "freelance",
    "fulltime", "fully", "full", "hybrid", "i", "ii", "iii", "in", "iv", "level", "m", "of",
    "onsite", "part", "parttime", "permanent", "remote", "the", "time", "w", "with", "x",
}  # fmt: skip
_SAME = {"engineer": "developer", "programmer": "developer", "dev": "developer", "eng": "developer"}
_WORD = re.compile(r"[^\W_]+[+#]*")

STRONG = 0.6
"""A match this good is linked without being asked for; weaker ones are only offered."""


NAMED_AT_LEAST = 2
"""Times: a word that stands once in a posting may be there by chance."""


class Match(NamedTuple):
    """A profile's id and how well its title fits, from 0 to 1."""

    profile_id: int
    score: float


class Role(NamedTuple):
    """A role profile to choose from."""

    id: int
    title: str


def level_in(title: str) -> str:
    """The level a title's words name ("senior"), empty where they name none.

    The highest named wins: "Senior Staff Engineer" is staff.
    """
    named = [_LEVELS[word] for word in _WORD.findall(folded(title)) if word in _LEVELS]
    order = list(dict.fromkeys(_LEVELS.values()))
    return max(named, key=order.index, default="")


def best_matches(title: str, profiles: Iterable[tuple[int, str]], limit: int = 3) -> list[Match]:
    """The profiles (id, title) that share words with `title`, best first.

    The score is the share of words both have (Dice) with level words left out, so that
    "Senior Backend Engineer (Python)" still finds "Python Developer".
    """
    wanted = _words(title)
    scored = [Match(key, _dice(wanted, _words(name))) for key, name in profiles]
    found = [match for match in scored if match.score > 0]
    return sorted(found, key=lambda match: -match.score)[:limit]


def best_by_words(title: str, text: str, profiles: Iterable[tuple[int, str]]) -> int | None:
    """The profile that shares a word with `title` and whose other words the posting's `text` has
    most often: a "Software Engineer" who is to write Python is a "Python Developer".

    None where no such profile is named at least twice.
    """
    wanted, counts = _words(title), Counter(_WORD.findall(folded(text)))

    def named(name: str) -> int:
        words = _words(name)
        if not words & wanted:
            return 0
        return min((counts[word] for word in words - wanted), default=0)

    told = [(named(name), key) for key, name in profiles]
    most, best = max(told, key=lambda one: one[0], default=(0, None))
    return best if most >= NAMED_AT_LEAST else None


@lru_cache(maxsize=4096)
def _words(title: str) -> frozenset[str]:
    words = _WORD.findall(folded(title))
    return frozenset(_SAME.get(w, w) for w in words if w not in _NOISE and w not in _LEVELS)


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other))
