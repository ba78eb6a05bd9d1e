"""Finding names of companies, roles and people in a text as whole words, case and accents aside.

"Société Générale" is found in "SOCIETE GENERALE's", "Acme Inc." in "Acme"; "Meta" is not found
in "metadata". Each position of the text asks one dictionary a name length, so that looking for a
thousand names costs what looking for one does.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple, TypeAlias

from jobtracker.domain.name_slips import NameWords, Near, Piece, capitalised, is_slip, near_names
from jobtracker.domain.text import folded

_WORD = re.compile(r"(?:[^\W_]+[\u0300-\u036f]{0,4})+(?:\+\+|#)?")
_PLAIN_WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
_COMBINING = re.compile(r"[\u0300-\u036f]")
_NOT_DECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
_FORMS = (
    "inc incorporated llc ltd limited corp corporation co plc gmbh ag se kg ohg sa sas sarl srl spa"
    " bv nv oy oyj ab as asa aps pty pte llp lp kk sl"
)
_LEGAL_FORMS = frozenset(_FORMS.split())
_DOTTED_FORM = re.compile(
    r"[ ,]+(?:S\.\s?A\.(?:\s?S\.)?|S\.\s?L\.(?:\s?U\.)?|S\.\s?r\.\s?l\.|S\.\s?p\.\s?A\.|N\.\s?V\."
    r"|B\.\s?V\.|e\.\s?V\.|P\.\s?L\.\s?C\.|L\.\s?L\.\s?C\.)\s*$",
    re.IGNORECASE,
)
_TITLES = frozenset(("mr", "mrs", "ms", "mx", "dr", "prof", "professor", "sir", "herr", "frau"))
_MOST_WORDS = 40  # of a name that is taken apart; the parts grow with the square
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0e7f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")


class Word(NamedTuple):
    """A word of a text, folded, and where it stands."""

    folded: str
    start: int
    end: int


class Sighting(NamedTuple):
    """A name seen at text[start:end]."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """The word without case and accents: "Générale" is "generale"."""
    if word.isascii():
        return word.lower()
    return folded(word).translate(_NOT_DECOMPOSED)


def words_said(text: str) -> list[str]:
    """The words of a text in order, folded; "and" is left out, as "&" is none."""
    return [word for word in _folded_words(text) if word != "and"]


def _folded_words(text: str) -> list[str]:
    if text.isascii():
        return _PLAIN_WORD.findall(text.lower())
    return list(map(fold, _word_in(text).findall(text)))


def _word_in(text: str) -> re.Pattern[str]:
    """The words of a text without combining marks are found in half the time."""
    return _PLAIN_WORD if text.isascii() or not _COMBINING.search(text) else _WORD


def words_of_text(text: str) -> list[Word]:
    """The same words with their places, which takes several times as long."""
    found = (Word(fold(m[0]), m.start(), m.end()) for m in _WORD.finditer(text))
    return [word for word in found if word.folded != "and"]


class Reading:
    """A text whose words are read once, whatever number of rules asks for them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._spans: list[tuple[int, int]] = []

    @cached_property
    def every(self) -> list[str]:
        """All words in order, folded."""
        return _folded_words(self.text)

    @cached_property
    def said(self) -> list[str]:
        """As `words_said`."""
        return [word for word in self.every if word != "and"]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(self.said)

    def span(self, place: int) -> tuple[int, int]:
        """Where the word said at that place stands; no more is read than leads up to it."""
        missing = place + 1 - len(self._spans)
        self._spans.extend(islice(self._further, max(0, missing)))
        return self._spans[place]

    @cached_property
    def _further(self) -> Iterator[tuple[int, int]]:
        found = zip(self.every, _word_in(self.text).finditer(self.text), strict=True)
        return (match.span() for word, match in found if word != "and")

    @cached_property
    def capitalised(self) -> tuple[tuple[Piece, ...], ...]:
        """The runs of words that may be a name with a slip of the pen."""
        return tuple(capitalised(self.text, fold))


@lru_cache(maxsize=8192)
def words_of_name(name: str) -> NameWords:
    """The words that name it: without "The" before, a legal form behind, a title of address."""
    bare = _DOTTED_FORM.sub("", name)
    words = [w for w in map(fold, _WORD.findall(bare)) if w != "and"]
    while len(words) > 1 and (words[0] == "the" or words[0] in _TITLES):
        del words[0]
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        del words[-1]
    return tuple(words)


class KnownNames(NamedTuple):
    """Names made ready to be looked for, once for as many texts as there are. `near` finds those
    long enough to be known with a slip of the pen; `firsts` are first words that say by
    themselves which name is meant, and their genitives.
    """

    by_words: Mapping[NameWords, str]
    lengths: Mapping[str, list[int]]
    unspaced: frozenset[str]
    near: Near
    firsts: Mapping[str, str]


Forms: TypeAlias = Callable[[NameWords], Iterable[NameWords]]


def known_names(
    names: Collection[str],
    forms: Forms | None = None,
    *,
    slips_from: int = 0,
    is_telling: Callable[[str], bool] | None = None,
) -> KnownNames:
    """The names by their words and by other `forms` of these; those of scripts without spaces
    apart. Those of `slips_from` letters are also known with one letter wrong, and with `is_telling`
    those of several words by their first, where it says so of that word.
    """
    unspaced = {name for name in names if not name.isascii() and _WITHOUT_SPACES.search(name)}
    spaced = (name for name in names if name not in unspaced)
    by_words = {words: name for name in spaced if (words := words_of_name(name))}
    near = near_names(by_words if slips_from else (), slips_from)
    whole = list(by_words.items())
    for words, name in whole if forms else ():
        for form in forms(words) if forms else ():
            by_words.setdefault(form, name)
    firsts: dict[str, str] = {}
    for words, name in whole if is_telling else ():
        if len(words) > 1 and words[:1] not in by_words and is_telling and is_telling(words[0]):
            firsts |= {words[0]: name, f"{words[0]}s": name}
    lengths = _lengths_by_first_word(by_words)
    return KnownNames(by_words, lengths, frozenset(unspaced), near, firsts)


IsOwn: TypeAlias = Callable[[NameWords], bool]


def is_part_of(names: Iterable[str]) -> IsOwn:
    """Whether words are a run of words within one of the names: a shorter form of it."""
    parts = [_parts_of_name(name) for name in dict.fromkeys(names)]
    return lambda words: any(words in some for some in parts)


def is_slip_of(names: Iterable[str]) -> Callable[[str], bool]:
    """Whether letters are those of such a run of words, or one slip of the pen away from it."""

    def is_own(letters: str) -> bool:
        own = ("".join(words) for name in names for words in _parts_of_name(name))
        return any(letters == one or is_slip(letters, one) for one in own)

    return is_own


@lru_cache(maxsize=512)
def _parts_of_name(name: str) -> frozenset[NameWords]:
    whole = words_of_name(name)
    words = whole[:_MOST_WORDS]
    runs = (words[a:b] for a in range(len(words)) for b in range(a + 1, len(words) + 1))
    return frozenset((whole, *runs))


def sightings(reading: Reading, names: KnownNames, is_own: IsOwn) -> Iterator[Sighting]:
    """Where names stand in a text, the longest at each place; own ones are passed over."""
    yield from _unspaced_sightings(reading.text, names.unspaced, is_own)
    said, lengths, by_words = reading.said, names.lengths, names.by_words
    begins = [place for place, word in enumerate(said) if word in lengths]
    passed = 0
    for place in begins:
        if place < passed:
            continue
        for length in lengths[said[place]]:
            read = tuple(said[place : place + length])
            if len(read) == length and read in by_words and not is_own(read):
                passed = place + length
                start, end = reading.span(place)[0], reading.span(passed - 1)[1]
                yield Sighting(by_words[read], start, end)
                break


def _lengths_by_first_word(wanted: Mapping[NameWords, str]) -> dict[str, list[int]]:
    """How many words the names have that begin with a word, longest first."""
    lengths: dict[str, set[int]] = {}
    for parts in wanted:
        lengths.setdefault(parts[0], set()).add(len(parts))
    return {first: sorted(found, reverse=True) for first, found in lengths.items()}


def _unspaced_sightings(text: str, names: Iterable[str], is_own: IsOwn) -> Iterator[Sighting]:
    """Names in scripts that write no spaces between words."""
    for name in names:
        if len(name) > 1 and not is_own(words_of_name(name)):
            for match in re.finditer(re.escape(name), text):
                yield Sighting(name, match.start(), match.end())
