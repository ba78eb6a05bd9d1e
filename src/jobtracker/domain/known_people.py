"""People made ready to be looked for in letters: by their whole names, and by parts of them."""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import NamedTuple

from jobtracker.domain.name_slips import SHORTEST, NameWords
from jobtracker.domain.names import KnownNames, known_names, words_of_name
from jobtracker.domain.text import words_of

_SHORTEST_FAMILY = 2
_PARTICLES = words_of("von van vom zu zur der den de la le del du di da ten ter y e dos el")


class KnownPeople(NamedTuple):
    """`owners` says whose first or last name a word is, `families` are all names but the first:
    a Spaniard is addressed by the first of two family names.
    """

    whole: KnownNames
    owners: Mapping[str, frozenset[NameWords]]
    families: frozenset[str]


def known_people(names: Collection[str]) -> KnownPeople:
    """People of other applications; those of last time are kept ready."""
    return _known_people(frozenset(names))


@lru_cache(maxsize=2)
def _known_people(names: frozenset[str]) -> KnownPeople:
    owners: dict[str, set[NameWords]] = {}
    families: set[str] = set()
    for name in names:
        words = words_of_name(name)
        if len(words) > 1:
            owners.setdefault(words[0], set()).add(words)
            owners.setdefault(words[-1], set()).add(words)
            families.update(word for word in words[1:] if len(word) >= _SHORTEST_FAMILY)
    whole = known_names(names, slips_from=SHORTEST)
    shared = {word: frozenset(some) for word, some in owners.items()}
    return KnownPeople(whole, shared, frozenset(families - _PARTICLES))
