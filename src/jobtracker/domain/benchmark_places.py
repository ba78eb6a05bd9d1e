"""Which area of the wage figures a place means, as postings and people write it.

A wrong area costs more than none: a place abroad, and a bare name that is better known for a
place abroad ("Rome"), has no area. A town that no area is named after has that of its state.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from jobtracker.domain.benchmarks import NATION, Area
from jobtracker.domain.text import folded, words_of

METROPOLITAN, NONMETROPOLITAN, STATE = "metropolitan", "nonmetropolitan", "state"

_NATION = {
    "us", "usa", "u s", "u s a", "united states", "united states of america", "america",
    "nationwide", "national", "anywhere in us", "anywhere", "all us",
}  # fmt: skip
_WORKPLACE = words_of(
    "remote remotely hybrid onsite on-site office wfh fully 100% telecommute based"
)
_FILLERS = words_of(
    "in the of from within area metro metropolitan greater downtown city's home work"
)
_SPLIT = re.compile(r"[,;|()/\[\]·•]| - | – | — | or ")
_CITIES = re.compile(r"--|-|/")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_DASHES = str.maketrans("–—‑", "---")


class FoundArea(NamedTuple):
    """An area that a place means, with the others of its name, the larger first."""

    area: Area
    others: tuple[Area, ...] = ()


class Places:
    """The areas by the names of their towns. `jobs` tells how large each area is, `nicknames`
    maps further names ("nyc", "palo alto") to codes, `abroad` lists towns that are not here.
    """

    def __init__(
        self,
        areas: Iterable[Area],
        jobs: Mapping[str, int],
        nicknames: Mapping[str, str],
        abroad: Iterable[str],
    ) -> None:
        known = list(areas)
        self._by_code = {area.code: area for area in known}
        self._states: dict[str, Area] = {}
        self._towns: dict[str, list[Area]] = {}
        for area in known:
            self._learn(area)
        for found in self._towns.values():
            found.sort(key=lambda area: -jobs[area.code])
        self._nicknames = {plain_place(name): code for name, code in nicknames.items()}
        self._abroad = {plain_place(name) for name in abroad}

    def _learn(self, area: Area) -> None:
        if area.kind == STATE:
            self._states[area.state.lower()] = self._states[plain_place(area.name)] = area
        elif area.kind == METROPOLITAN:
            towns = _CITIES.split(area.name.rpartition(",")[0])
            for town in (*towns, area.name.rpartition(",")[0]):
                named = self._towns.setdefault(plain_place(town), [])
                if area not in named:
                    named.append(area)

    def find(self, place: str) -> FoundArea | None:
        """The area that a place means; None where it is abroad or not known."""
        if place.strip() in self._by_code:
            return FoundArea(self._by_code[place.strip()])
        parts = [plain_place(part) for part in _SPLIT.split(place.translate(_DASHES))]
        told = [part for part in parts if part]
        if not told:
            return FoundArea(self._by_code[NATION]) if _says_remote(place) else None
        here = [part for part in told if part not in _NATION]
        if not here:
            return FoundArea(self._by_code[NATION])
        return self._of(here, said_us=len(here) < len(told))

    def _of(self, parts: Sequence[str], *, said_us: bool) -> FoundArea | None:
        *before, last = parts
        state = self._states.get(last)
        if before and state is not None:
            return self._in_state(before[-1], state)
        if not before:
            return self._bare(last, said_us=said_us)
        return None

    def _in_state(self, town: str, state: Area) -> FoundArea | None:
        for name in (f"{town} {state.state.lower()}", town):
            nick = self._by_code.get(self._nicknames.get(name, ""))
            if nick is not None and state.state in _states_of(nick):
                return FoundArea(nick)
        here = [area for area in self._towns.get(town, ()) if state.state in _states_of(area)]
        if here:
            return FoundArea(here[0])
        return None if town in self._abroad else FoundArea(state)

    def _bare(self, name: str, *, said_us: bool) -> FoundArea | None:
        head, _, tail = name.rpartition(" ")
        if head and tail in self._states and len(tail) == len("TX"):
            return self._in_state(head, self._states[tail])
        nick = self._by_code.get(self._nicknames.get(name, ""))
        if nick is not None:
            return FoundArea(nick)
        if name in self._states:
            return FoundArea(self._states[name])
        if name in self._abroad and not said_us:
            return None
        towns = self._towns.get(name, ())
        return FoundArea(towns[0], tuple(towns[1:])) if towns else None


def plain_place(text: str) -> str:
    """A part of a place to compare by: folded, "saint" as "st", without words such as remote."""
    initials = _INITIALS.sub(lambda found: found[0].replace(".", ""), text.translate(_DASHES))
    words = re.sub(r"[^\w%\-&]+", " ", folded(initials)).split()
    kept = [_SHORT.get(word, word) for word in words if word not in _WORKPLACE | _FILLERS]
    return re.sub(r"[\s\-]+", " ", " ".join(kept)).strip()


_SHORT = {"saint": "st", "fort": "ft", "mount": "mt"}


def _says_remote(place: str) -> bool:
    return any(word in _WORKPLACE for word in folded(place).replace("(", " ").split())


def _states_of(area: Area) -> frozenset[str]:
    """A metropolitan area may lie in several: "Chicago-Naperville-Elgin, IL-IN"."""
    return frozenset(area.name.rpartition(",")[2].strip().split("-")) | {area.state}


def matching_areas(areas: Iterable[Area], text: str) -> list[Area]:
    """The areas whose name or state has all words of `text`, in their order; all for ""."""
    wanted = folded(text).replace(",", " ").split()
    return [
        area
        for area in areas
        if all(word in f"{folded(area.name)} {area.state.lower()} {area.code}" for word in wanted)
    ]
