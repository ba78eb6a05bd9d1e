"""Official wage figures in the box: found by everyday titles and places, read from the pack."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.benchmarks import NATION, Area, Figure, Occupation, Passport
from jobtracker.services.base import Service
from jobtracker.system.resources import resource

if TYPE_CHECKING:
    from jobtracker.domain.benchmark_places import FoundArea, Places
    from jobtracker.domain.occupation_titles import Phrase, TitleMatch, Titles
    from jobtracker.storage.benchmarks import Pack

FOLDER, PACK = "benchmarks", "us-oews-2025.db"
_LIKE_ENOUGH, _LONG_ENOUGH, _LONG = 82, 74, 8
"""Percent: how alike a misspelt word and a known one must be; less for those of 8 letters."""
_PREFIX_FROM = 3


class FoundOccupation(NamedTuple):
    """`why` says what led there ("official title", "everyday title: SRE"); `score`: 0 to 1."""

    occupation: Occupation
    why: str
    score: float


class Benchmarks(Service):
    """The pack and the lists of words are opened when they are first asked for.

    Raises PackError where they are missing or damaged; nothing else of a workspace needs them.
    """

    def passport(self) -> Passport:
        """Where the figures come from."""
        return self._pack.passport

    def footnotes(self) -> dict[str, str]:
        """What the publisher's footnotes say, by their code."""
        return self._pack.footnotes

    def occupations(self) -> list[Occupation]:
        """All occupations, in the order of their codes."""
        return list(self._pack.occupations)

    def occupation(self, code: str) -> Occupation | None:
        """The occupation with this code ("15-1252" or "151252")."""
        digits = code.strip().replace("-", "").replace(".00", "")
        return self._pack.occupation(f"{digits[:2]}-{digits[2:]}")

    def find(self, text: str, limit: int = 10) -> list[FoundOccupation]:
        """The occupations that a title or a code may mean, the likeliest first.

        Everyday titles of ours, the official ones and the names of the workspace's profiles
        that have a code lead to them.
        """
        known = self.occupation(text)
        if known is not None:
            return [FoundOccupation(known, "code", 1.0)]
        return [self._found(match) for match in self._titles.find(text, limit)]

    def areas(self, text: str = "") -> list[Area]:
        """The areas whose name, state or code has the words of `text`; all without any."""
        from jobtracker.domain.benchmark_places import matching_areas

        return matching_areas(self._pack.areas, text)

    def area_for(self, place: str) -> Area | None:
        """The area that a place means, None where it is abroad or not known. Of several towns
        of one name it is the largest; `place` also tells the others.
        """
        found = self.place(place)
        return None if found is None else found.area

    def place(self, place: str) -> "FoundArea | None":
        """The same with the other areas that have a town of this name."""
        return self._places.find(place)

    def figure(self, code: str, area: str = NATION) -> Figure | None:
        """What an occupation pays in an area; None where nothing is published."""
        return self._pack.figure(code, area)

    def all_areas(self, code: str) -> list[Figure]:
        """The figures of an occupation, in the order of the areas' codes: the nation first."""
        return self._pack.all_areas(code)

    def all_occupations(self, area: str) -> list[Figure]:
        """The figures of an area, in the order of the occupations' codes."""
        return self._pack.all_occupations(area)

    def close(self) -> None:
        """Let go of the pack; it is opened again when it is next asked for."""
        pack: Pack | None = self.__dict__.pop("_pack", None)
        if pack is not None:
            pack.close()

    @cached_property
    def _pack(self) -> "Pack":
        from jobtracker.storage.benchmarks import Pack

        return Pack(resource(FOLDER, PACK))

    @cached_property
    def _places(self) -> "Places":
        from jobtracker.domain.benchmark_places import Places
        from jobtracker.exchange.benchmark_words import read_places

        words = read_places(resource(FOLDER, "places.toml"))
        areas = list(self._pack.areas)
        jobs = {area.code: self._pack.jobs_in(area.code) for area in areas}
        return Places(areas, jobs, words.nicknames, words.abroad)

    @cached_property
    def _bundled(self) -> "list[Phrase]":
        from jobtracker.domain.occupation_titles import ALSO, Phrase, official_phrases
        from jobtracker.exchange.benchmark_words import read_titles

        official = [
            phrase
            for known in self._pack.occupations
            for phrase in official_phrases(known.code, known.title)
        ]
        also = read_titles(resource(FOLDER, "titles.toml"))
        return official + [Phrase(code, title, ALSO) for code, title in also]

    @property
    def _titles(self) -> "Titles":
        """The finder; made again where the names of the workspace's profiles have changed."""
        from jobtracker.domain.occupation_titles import Titles

        own = tuple(self._own_phrases())
        if self._made is None or self._made[0] != own:
            jobs = {f.occupation.code: f.employment or 0 for f in self.all_occupations(NATION)}
            self._made = (own, Titles([*self._bundled, *own], jobs, _guess))
        return self._made[1]

    _made: "tuple[tuple[Phrase, ...], Titles] | None" = None

    def _own_phrases(self) -> "Iterable[Phrase]":
        """The names of the profiles that say which occupation they are about.

        Codes without figures of their own are passed over: buyers are published as one group,
        soldiers not at all.
        """
        from jobtracker.domain.occupation_titles import PROFILE, Phrase
        from jobtracker.storage import profiles

        with self._db.read() as session:
            named = profiles.named(session)
        for role in named:
            if self._pack.occupation(role.code):
                for name in (role.title, *role.alternates):
                    yield Phrase(role.code, name, PROFILE)

    def _found(self, match: "TitleMatch") -> FoundOccupation:
        from jobtracker.domain.occupation_titles import OFFICIAL, PART, PROFILE

        known = self._pack.occupation(match.code)
        assert known is not None
        phrase = match.phrase
        why = {
            OFFICIAL: "official title",
            PART: f"part of the official title: {phrase.text}",
            PROFILE: f"your profile {phrase.text}",
        }
        return FoundOccupation(
            known, why.get(phrase.kind, f"everyday title: {phrase.text}"), round(match.score, 3)
        )


def _guess(word: str, known: Iterable[str]) -> str | None:
    """The known word that begins so, the shortest of them, else the one most like it. The first
    letter is taken to be right: few mistype it, and it spares most of the looking.
    """
    if len(word) < _PREFIX_FROM:
        return None
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    alike = [one for one in known if one[0] == word[0]]
    begun = min((one for one in alike if one.startswith(word)), key=len, default=None)
    if begun is not None:
        return begun
    found = process.extractOne(
        word,
        alike,
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=(_LONG_ENOUGH if len(word) >= _LONG else _LIKE_ENOUGH) / 100,
    )
    return None if found is None else found[0]
