"""The first word of another company's name, standing for all of it: "Northwind" is Northwind Data.

Only a word that is not used for anything else says so: no word of every day, no place, no first
name. Where it reads as a company it blocks, elsewhere it is a hint.
"""

import re
from collections.abc import Iterator, Sequence

from jobtracker.domain.everyday_names import ANYWHERE
from jobtracker.domain.gate_findings import Finding, GateContext, another
from jobtracker.domain.gate_passing import is_in_passing
from jobtracker.domain.general_words import COMMON, GENERAL, GIVEN_NAMES, PLACES, TOO_GENERAL
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.names import IsOwn, KnownNames, Reading, fold
from jobtracker.domain.product_names import is_tool

_SHORTEST = 4
_BEFORE, _AFTER = 40, 40
USED_OTHERWISE = frozenset(
    map(fold, (*ANYWHERE, *COMMON, *GENERAL, *GIVEN_NAMES, *PLACES, *TOO_GENERAL))
)
_TOWARDS = re.compile(
    r"(?:\b(?:at|join|joining|about|inside|with|why|admire|like|love|chez|rejoindre|bei|firma|empresa"
    r"|entreprise|sociét[ée]|company|pourquoi|en|intégrer|for|zu|für|pour"
    r"|para|parte[ ]de|unir\w*[ ]a|team|équipe|equipo|(?:work\w*|interview\w*|appl\w+|role"
    r"|position|job|opening|team|équipe|equipo|poste|puesto|stelle|candidature|candidatura|warum)"
    r"[ ](?:for|to|of|at|with|von|de|en|bei|zu|chez|à|para))|\b[dl]['’])[ \n]$",
    re.IGNORECASE,
)
_ELIDED = re.compile(r"\b[dlDL]['’]$")
_DOES = re.compile(
    r"(?:[’']s)?[ \n](?:is|was|has|had|does|did|can|could|will|would|should|might|may|makes|made"
    r"|builds|built|offers|needs|works|stands|seems|grew|became|leads|gives|shows|understands|cares"
    r"|hires|ist|hat|wird|baut|bietet|sucht|est|a|propose|recrute|es|ha|ofrece|busca)\b"
)
_OWNS = re.compile(r"[’']s\b|-(?:Team|Produkte?|Gruppe|Kultur)\b")
GOES_ON = re.compile(r"[ &-]{1,3}[^\W\d_a-zß-öø-ÿ][\w’']+")
_NAMED_BEFORE = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w’'-]*[ ]$")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:][\"”’)]?\s+|\n\s*|[“„«\"(]\s?)$")


def is_telling(word: str) -> bool:
    """Whether a folded first word says by itself which company is meant."""
    return len(word) >= _SHORTEST and word.isalpha() and word not in USED_OTHERWISE


def reads_as_company(text: str, start: int, end: int) -> bool:
    """Whether the words beside text[start:end] are those beside an employer: "at", "’s"."""
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    return bool(_TOWARDS.search(before) or _ELIDED.search(before) or _OWNS.match(after))


def first_words(
    reading: Reading, names: KnownNames, is_own: IsOwn, context: GateContext
) -> Iterator[Finding]:
    """Where such a word stands, capitalised and not within a name that is known or longer."""
    language = context.language or Language.ENGLISH
    firsts = names.firsts.keys() & reading.vocabulary
    said = reading.said if firsts else ()
    for place, word in enumerate(said):
        if word in firsts and not _is_own(word, is_own) and not _is_whole(said, place, names):
            yield from _first_word(reading.text, *reading.span(place), language)


def _is_own(word: str, is_own: IsOwn) -> bool:
    return is_own((word,)) or is_own((word.removesuffix("s"),))


def _is_whole(said: Sequence[str], place: int, names: KnownNames) -> bool:
    """Whether a known name begins there: that is reported whole."""
    lengths = names.lengths.get(said[place], ())
    return any(tuple(said[place : place + length]) in names.by_words for length in lengths)


def _first_word(text: str, start: int, end: int, language: Language) -> Iterator[Finding]:
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    begins = bool(_SENTENCE_BEGINS.search(before))
    towards = reads_as_company(text, start, end)
    follows = _NAMED_BEFORE.search(before) if not (begins or towards) else None
    if not text[start].isupper() or (follows and language is not Language.GERMAN):
        return
    goes_on = GOES_ON.match(after) is not None
    does = _DOES.match(after) is not None
    if language is Language.GERMAN:
        goes_on = False
        towards = towards or text[end - 1] == "s"
    blocking = (towards or does) and not goes_on and not is_tool(text, start, end)
    blocking = blocking and not is_in_passing(text, start, end)
    if blocking or not goes_on:
        yield another("other-company", text[start:end], start, blocking=blocking)
