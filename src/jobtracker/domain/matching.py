"""Which reference profile fits a job title, and the level its words name."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
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
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_]+[+#]*")

STRONG = 0.6
"""A match this good is linked without being asked for; weaker ones are only offered."""


NAMED_AT_LEAST = 2
"""Times: a word that stands once in a posting may be there by chance."""


_ALTERNATE_WEIGHT = 0.95
"""An alternate title says a little less than the title itself."""
_FEWEST_ALTERNATE_WORDS = 2
_SHORTEST_PLURAL = 5
"""Letters; "AWS" and "sas" are none."""
_MOST_WORDS = 8
"""Of a title; its word sets are all looked up, 255 of them."""
TITLE_WORDS = "title words"
_NAMED_SCORE = 0.5
_NAMED = "the posting names"


class Match(NamedTuple):
    """A profile's id, how well it fits from 0 to 1, and why, as said to a person."""

    profile_id: int
    score: float
    why: str = ""


Alternates = Mapping[str, Sequence[tuple[int, str]]]
"""Alternate titles by their `name_key`: the id of each one's profile, and the title itself."""


class Role(NamedTuple):
    """A role profile to choose from."""

    id: int
    title: str


@lru_cache(maxsize=4096)
def level_in(title: str) -> str:
    """The level a title's words name ("senior"), empty where they name none.

    The highest named wins: "Senior Staff Engineer" is staff.
    """
    named = [_LEVELS[word] for word in _WORD.findall(folded(title)) if word in _LEVELS]
    order = list(dict.fromkeys(_LEVELS.values()))
    return max(named, key=order.index, default="")


def best_matches(
    title: str,
    profiles: Iterable[tuple[int, str]],
    limit: int = 3,
    alternates: Alternates | None = None,
) -> list[Match]:
    """The profiles (id, title) that share words with `title`, best first.

    The score is the share of words both have (Dice) with level words left out, so that
    "Senior Backend Engineer (Python)" still finds "Python Developer". An alternate title counts
    where all its words are in `title`. Of two that fit alike the one of the same level comes
    first.
    """
    wanted, level = _words(title), level_in(title)
    told = dict(profiles)
    found = {key: score for key, name in told.items() if (score := _dice(wanted, _words(name))) > 0}
    other = _by_alternates(wanted, alternates or {}, told.keys())
    best = {
        key: max(found.get(key, 0), other[key][0] if key in other else 0)
        for key in (*found, *(key for key in other if key not in found))
    }
    order = sorted(best, key=lambda key: (-best[key], level_in(told[key]) != level))[:limit]
    return [
        Match(key, best[key], _why(wanted, told[key], found.get(key, 0), other.get(key)))
        for key in order
    ]


def name_key(name: str) -> str:
    """What an alternate title is looked up by: its telling words in order of the alphabet, of
    "Certified Public Accountant (CPA)" those outside the brackets.
    """
    return " ".join(sorted(_words(_BRACKETS.sub(" ", name)) or _words(name)))


def keys_within(title: str) -> list[str]:
    """The keys of all alternate titles whose words are in `title`."""
    words = sorted(_words(title))[:_MOST_WORDS]
    sizes = range(min(_FEWEST_ALTERNATE_WORDS, len(words)), len(words) + 1)
    return [" ".join(some) for size in sizes if size for some in combinations(words, size)]


def best_by_words(title: str, text: str, profiles: Iterable[tuple[int, str]]) -> Match | None:
    """The profile that shares a word with `title` and whose other words the posting's `text` has
    most often: a "Software Engineer" who is to write Python is a "Python Developer".

    None where no such profile is named at least twice.
    """
    wanted, counts = _words(title), Counter(map(_term, _WORD.findall(folded(text))))
    best, most, rarest = None, NAMED_AT_LEAST - 1, ""
    for key, name in profiles:
        words = _words(name)
        rest = words - wanted
        if not rest or rest == words:
            continue
        word = min(rest, key=lambda one: (counts[one], one))
        if counts[word] > most:
            best, most, rarest = key, counts[word], _spelt(word, name)
    return None if best is None else Match(best, _NAMED_SCORE, _named_words(rarest, most))


def fitting(
    title: str,
    text: str,
    profiles: Sequence[tuple[int, str]],
    alternates: Alternates | None = None,
    limit: int = 3,
) -> list[Match]:
    """The profiles that fit a posting: by title and alternate titles, and where none of these
    fits well, first the one whose words its text names most often.
    """
    matches = best_matches(title, profiles, limit, alternates)
    if matches and matches[0].score >= STRONG:
        return matches
    named = best_by_words(title, text, profiles) if text else None
    if named is None:
        return matches
    return [named, *(one for one in matches if one.profile_id != named.profile_id)][:limit]


def is_named(match: Match) -> bool:
    """Whether a match comes from the words of a posting."""
    return match.why.startswith(_NAMED)


def _by_alternates(
    wanted: frozenset[str], alternates: Alternates, known: Collection[int]
) -> dict[int, tuple[float, str]]:
    """Of each profile the alternate title that fits best, with its score."""
    found: dict[int, tuple[float, str]] = {}
    words = sorted(wanted)[:_MOST_WORDS]
    for size in range(len(words), 0, -1):
        if size < _FEWEST_ALTERNATE_WORDS and size < len(wanted):
            break
        score = _ALTERNATE_WEIGHT * 2 * size / (size + len(wanted))
        for some in combinations(words, size):
            for key, name in alternates.get(" ".join(some), ()):
                if key in known:
                    found.setdefault(key, (score, name))
    return found


def _why(
    wanted: frozenset[str], name: str, score: float, alternate: tuple[float, str] | None
) -> str:
    if alternate is not None and alternate[0] > score:
        return f"alternate title: {alternate[1]}"
    shared = [word for word in _WORD.findall(folded(name)) if _term(word) in wanted]
    return f"{TITLE_WORDS}: {', '.join(dict.fromkeys(shared))}"


def _spelt(word: str, name: str) -> str:
    """A word as the profile's title writes it: "FastAPI"."""
    return next((one for one in _WORD.findall(name) if _term(folded(one)) == word), word)


def _named_words(word: str, count: int) -> str:
    times = "twice" if count == NAMED_AT_LEAST else f"{count} times"
    return f"{_NAMED} {word} {times}"


@lru_cache(maxsize=4096)
def _words(title: str) -> frozenset[str]:
    words = _WORD.findall(folded(title))
    return frozenset(_term(word) for word in words if word not in _NOISE and word not in _LEVELS)


def _term(word: str) -> str:
    """A word as it is compared: what means the same in titles, in the singular."""
    is_plural = len(word) >= _SHORTEST_PLURAL and word[-1] == "s" and word[-2] not in "sui"
    single = word[:-1] if is_plural else word
    return _SAME.get(single, single)


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other))
