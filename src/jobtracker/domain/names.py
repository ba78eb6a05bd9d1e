"""Finding names of companies, roles and people in a text as whole words, case and accents aside.

"Société Générale" is found in "SOCIETE GENERALE's", "Acme Inc." in "Acme"; "Meta" is not found
in "metadata". Each position of the text asks one dictionary a name length, so that looking for a
thousand names costs what looking for one does.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from jobtracker.domain.name_slips import NameWords, by_remainder
from jobtracker.domain.text import folded

_WORD = re.compile(r"(?:[^\W_]+[\u0300-\u036f]{0,4})+(?:\+\+|#)?")
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
    found = _WORD.findall(text.lower()) if text.isascii() else map(fold, _WORD.findall(text))
    return [word for word in found if word != "and"]


def words_of_text(text: str) -> list[Word]:
    """The same words with their places, which takes several times as long."""
    found = (Word(fold(m[0]), m.start(), m.end()) for m in _WORD.finditer(text))
    return [word for word in found if word.folded != "and"]


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
    """Names made ready to be looked for, once for as many texts as there are. `near` are those
    long enough to be known with a slip of the pen, by what is left of them without one letter.
    """

    by_words: Mapping[NameWords, str]
    lengths: Mapping[str, list[int]]
    unspaced: frozenset[str]
    near: Mapping[str, tuple[NameWords, ...]]


Forms: TypeAlias = Callable[[NameWords], Iterable[NameWords]]


def known_names(
    names: Collection[str], forms: Forms | None = None, *, with_slips: bool = False
) -> KnownNames:
    """The names by their words and by other `forms` of these; those of scripts without spaces
    apart. With `with_slips` long ones are also known with one letter wrong.
    """
    unspaced = {name for name in names if not name.isascii() and _WITHOUT_SPACES.search(name)}
    spaced = (name for name in names if name not in unspaced)
    by_words = {words: name for name in spaced if (words := words_of_name(name))}
    near = by_remainder(by_words) if with_slips else {}
    for words, name in list(by_words.items()) if forms else ():
        for form in forms(words) if forms else ():
            by_words.setdefault(form, name)
    return KnownNames(by_words, _lengths_by_first_word(by_words), frozenset(unspaced), near)


def parts_of_names(names: Iterable[str]) -> frozenset[NameWords]:
    """Every run of words within the names: a shorter form of a name is among them."""
    parts: set[NameWords] = set()
    for name in names:
        whole = words_of_name(name)
        parts.add(whole)
        words = whole[:_MOST_WORDS]
        for start in range(len(words)):
            parts.update(words[start:end] for end in range(start + 1, len(words) + 1))
    return frozenset(parts)


def sightings(
    text: str, said: list[str], names: KnownNames, own: frozenset[NameWords]
) -> Iterator[Sighting]:
    """Where names stand in a text of which these words are said, the longest at each place;
    `own` ones are passed over.
    """
    yield from _unspaced_sightings(text, names.unspaced, own)
    begins = [place for place, word in enumerate(said) if word in names.lengths]
    words: list[Word] = []
    passed = 0
    for place in begins:
        if place < passed:
            continue
        for length in names.lengths[said[place]]:
            read = tuple(said[place : place + length])
            if len(read) == length and read in names.by_words and read not in own:
                words = words or words_of_text(text)
                passed = place + length
                yield Sighting(names.by_words[read], words[place].start, words[passed - 1].end)
                break


def _lengths_by_first_word(wanted: Mapping[NameWords, str]) -> dict[str, list[int]]:
    """How many words the names have that begin with a word, longest first."""
    lengths: dict[str, set[int]] = {}
    for parts in wanted:
        lengths.setdefault(parts[0], set()).add(len(parts))
    return {first: sorted(found, reverse=True) for first, found in lengths.items()}


def _unspaced_sightings(
    text: str, names: Iterable[str], own: frozenset[NameWords]
) -> Iterator[Sighting]:
    """Names in scripts that write no spaces between words."""
    for name in names:
        if len(name) > 1 and words_of_name(name) not in own:
            for match in re.finditer(re.escape(name), text):
                yield Sighting(name, match.start(), match.end())
