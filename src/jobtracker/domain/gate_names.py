"""Names in a letter: those of other applications, that must not stand in it, and its own company.

A company is known by its name without its legal form, by an alias, in the genitive ("Acmes",
"d’Acme"), without a general last word ("Wingtip" for Wingtip Group), by a first word that says
enough (see `gate_first_words`), and with one slip of the pen where it is long. Whatever is also a
name of this application or of the person's past is fine. People: see `gate_people`.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from jobtracker.domain.everyday_names import ANYWHERE, is_everyday, is_meant
from jobtracker.domain.gate_findings import Finding, GateContext, another, names_of_own, typed
from jobtracker.domain.gate_first_words import (
    GOES_ON,
    USED_OTHERWISE,
    first_words,
    is_telling,
    reads_as_company,
)
from jobtracker.domain.gate_passing import is_in_passing
from jobtracker.domain.gate_people import people
from jobtracker.domain.gate_roles import is_applied_for
from jobtracker.domain.general_words import GENERAL, TOO_GENERAL
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_parts import ComposedLetter, Part
from jobtracker.domain.letters import Filled
from jobtracker.domain.name_slips import SHORTEST, SHORTEST_WHERE_MEANT, NameWords, slips
from jobtracker.domain.names import (
    KnownNames,
    Reading,
    fold,
    is_part_of,
    is_slip_of,
    known_names,
    sightings,
    words_of_name,
)
from jobtracker.domain.product_names import is_tool

_SHORT = 2  # names up to this length ("HP", "X") count only as they are written
_SHORTEST_GENITIVE = 4
_NEEDS_COMPANY = frozenset(
    (
        LetterKind.COVER_LETTER,
        LetterKind.ACCEPTANCE,
        LetterKind.DECLINE,
        LetterKind.WITHDRAWAL,
        LetterKind.COUNTER_OFFER,
    )
)
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]")


def known_companies(names: Collection[str]) -> KnownNames:
    """Companies made ready to be looked for in letters; those of last time are kept ready."""
    return _known_companies(frozenset(names))


@lru_cache(maxsize=2)
def _known_companies(names: frozenset[str]) -> KnownNames:
    shortest = SHORTEST_WHERE_MEANT
    return known_names(names, _company_forms, slips_from=shortest, is_telling=is_telling)


def known_roles(names: Collection[str]) -> KnownNames:
    """Role titles made ready to be looked for; "(m/f/d)" and the like are no part of one."""
    return _known_roles(frozenset(_BRACKETED.sub("", name).strip() for name in names))


@lru_cache(maxsize=2)
def _known_roles(names: frozenset[str]) -> KnownNames:
    return known_names(names)


def _company_forms(words: NameWords) -> Iterator[NameWords]:
    """Other words for a company: a genitive, and its name without a general last word."""
    short = words[:-1] if len(words) > 1 and words[-1] in GENERAL else ()
    for form in (words, short):
        alone = len(form) == 1 and (form[0] in ANYWHERE or form[0] in TOO_GENERAL)
        if not form or alone or len(form[-1]) < _SHORTEST_GENITIVE:
            continue
        yield form
        if not form[-1].endswith(("s", "x", "z")):
            yield (*form[:-1], f"{form[-1]}s")


def others(
    letter: ComposedLetter, filled: Filled, reading: Reading, context: GateContext
) -> Iterator[Finding]:
    """Names of other applications, except what also names this one or the person's own past."""
    yield from _companies(filled, reading, context)
    yield from _roles(letter, filled, reading, context)
    yield from people(filled, reading, context)


def _companies(filled: Filled, reading: Reading, context: GateContext) -> Iterator[Finding]:
    text = filled.text
    names = context.other_companies
    names = names if isinstance(names, KnownNames) else known_companies(names)
    ours = (*names_of_own(context), *context.past_employers, *typed(filled, "previous_company"))
    is_own = is_part_of(ours)
    language = context.language or Language.ENGLISH
    seen = set[int]()
    for name, start, end in sightings(reading, names, is_own):
        written = text[start:end]
        if (len(name) > _SHORT or written == name) and _is_company(text, start, end, language):
            blocking = _is_written_as_name(name, text, start, end)
            blocking = blocking and not is_in_passing(text, start, end)
            seen.update((start, end))
            yield another("other-company", written, start, blocking=blocking)
    for words, start, end in slips(reading.capitalised, names.near, is_slip_of(ours)):
        is_long = sum(map(len, words)) >= SHORTEST
        if seen.isdisjoint((start, end)) and (is_long or _is_meant_slip(text, start, end)):
            yield another("other-company", text[start:end], start, blocking=True)
    yield from first_words(reading, names, is_own, context)


def _is_meant_slip(text: str, start: int, end: int) -> bool:
    """Whether a word near a short name stands where an employer does, is no other word and no
    part of a longer name.
    """
    if fold(text[start:end]) in USED_OTHERWISE or GOES_ON.match(text, end):
        return False
    return reads_as_company(text, start, end)


def _is_written_as_name(name: str, text: str, start: int, end: int) -> bool:
    """Whether a company is meant beyond doubt, and not some words or a tool of the trade: in
    lower case only where several words follow "at" and the like.
    """
    written = text[start:end]
    if written.islower() and not name.islower():
        return len(words_of_name(written)) > 1 and reads_as_company(text, start, end)
    is_several = len(words_of_name(written)) > 1
    return is_several or not (written.islower() or is_tool(text, start, end))


def _is_company(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a name stands for the company and not for an everyday word."""
    everyday = is_everyday(words_of_name(text[start:end]), language)
    return not everyday or is_meant(text, start, end, language)


def _roles(
    letter: ComposedLetter, filled: Filled, reading: Reading, context: GateContext
) -> Iterator[Finding]:
    """Titles of other applications. One that the person had is no slip: only where it is the one
    applied for does it block.
    """
    text = filled.text
    names = context.other_roles
    names = names if isinstance(names, KnownNames) else known_roles(names)
    is_own = is_part_of((*names_of_own(context), *typed(filled, "current_role")))
    for name, start, end in sightings(reading, names, is_own):
        written = text[start:end]
        part = letter.part_at(start)
        in_subject = part is not None and part.part is Part.SUBJECT
        blocking = in_subject or is_applied_for(text, start, end, context.company)
        if blocking or (written == name and len(words_of_name(name)) > 1):
            yield another("other-role", written, start, blocking=blocking)


def own_company(
    letter: ComposedLetter, reading: Reading, context: GateContext
) -> Iterator[Finding]:
    """Whether the letter names the company it goes to, by its name, an alias or a short form."""
    if not context.company or context.kind not in _NEEDS_COMPANY:
        return
    language = context.language or Language.ENGLISH
    if not any(_names(reading, name, language) for name in (context.company, *context.aliases)):
        start = next((p.start for p in letter.parts if p.part is Part.BODY), 0)
        message = f"The letter does not name {context.company}: say whom it is for."
        yield Finding("own-company-missing", True, "company", "", start, start, message)


def _names(reading: Reading, name: str, language: Language) -> bool:
    """Whether the text names a company: whole, in part, or by its initials."""
    text = reading.text
    for _, start, end in sightings(reading, _in_short(name), lambda _: False):
        is_named = _is_company(text, start, end, language) and not is_tool(text, start, end)
        if is_named and (text[start].isupper() or not name[:1].isupper()):
            return True
    initials = "".join(word[0] for word in words_of_name(name)).upper()
    return len(initials) > _SHORT and re.search(rf"\b{re.escape(initials)}\b", text) is not None


@lru_cache(maxsize=2048)
def _in_short(name: str) -> KnownNames:
    return known_names((name,), _short_forms)


def _short_forms(words: NameWords) -> Iterator[NameWords]:
    """The first words of a name, the last word of one, and genitives."""
    for length in range(1, len(words) + 1):
        form = words[:length]
        if form[-1] in TOO_GENERAL and length == 1:
            continue
        yield form
        yield (*form[:-1], f"{form[-1]}s")
    if len(words) > 1 and words[-1] not in GENERAL | TOO_GENERAL:
        yield words[-1:]
