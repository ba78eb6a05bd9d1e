"""Names in a letter: those of other applications, that must not stand in it, and its own company.

A company is known by its name without its legal form, by an alias, in the genitive ("Acmes",
"d’Acme"), without a general last word ("Wingtip" for Wingtip Group), and with one slip of the pen
where it is long. Whatever is also a name of this application or of the person's past is fine.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice

from jobtracker.domain.everyday_names import ANYWHERE, is_everyday, is_meant
from jobtracker.domain.gate_findings import Finding, GateContext
from jobtracker.domain.gate_roles import is_applied_for
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_parts import ComposedLetter, Part
from jobtracker.domain.letters import FieldName, Filled
from jobtracker.domain.name_slips import NameWords, slips
from jobtracker.domain.names import (
    KnownNames,
    fold,
    known_names,
    parts_of_names,
    sightings,
    words_of_name,
    words_of_text,
    words_said,
)
from jobtracker.domain.product_names import is_tool
from jobtracker.domain.text import words_of

_SHORT = 2  # names up to this length ("HP", "X") count only as they are written
_SHORTEST_GENITIVE = 4
_MOST_GREETINGS = 5
_GREETING = re.compile(
    r"^[ \t*_]{0,8}(?:Dear|Hi|Hello|Hey|Sehr geehrte[rs]?|Guten Tag|Liebe[rs]?|Bonjour|Ch[eè]re?"
    r"|Madame|Monsieur|Estimad[oa]s?|Hola|A la atención de)\b([^\n]{0,80})",
    re.MULTILINE,
)
_GENERAL = words_of(
    "group gruppe groupe grupo holding holdings international deutschland germany france españa"
    " espana europe europa usa uk technologies technology systems solutions software labs studio"
    " studios services consulting partners ventures media games bank energy health analytics"
    " robotics logistics verlag"
)
_TOO_GENERAL = words_of(
    "data digital cloud global united national american european deutsche first new great north"
    " south east west city blue green red black white royal general standard public open smart"
    " the banco banque crédit credit société societe university universität hotel school"
)
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
    return known_names(names, _company_forms, with_slips=True)


def known_roles(names: Collection[str]) -> KnownNames:
    """Role titles made ready to be looked for; "(m/f/d)" and the like are no part of one."""
    return _known_roles(frozenset(_BRACKETED.sub("", name).strip() for name in names))


@lru_cache(maxsize=2)
def _known_roles(names: frozenset[str]) -> KnownNames:
    return known_names(names)


@lru_cache(maxsize=2)
def known_people(names: tuple[str, ...]) -> KnownNames:
    """People made ready to be looked for: once for the letters of one list."""
    return known_names(names, with_slips=True)


def _company_forms(words: NameWords) -> Iterator[NameWords]:
    """Other words for a company: a genitive, and its name without a general last word."""
    short = words[:-1] if len(words) > 1 and words[-1] in _GENERAL else ()
    for form in (words, short):
        alone = len(form) == 1 and (form[0] in ANYWHERE or form[0] in _TOO_GENERAL)
        if not form or alone or len(form[-1]) < _SHORTEST_GENITIVE:
            continue
        yield form
        if not form[-1].endswith(("s", "x", "z")):
            yield (*form[:-1], f"{form[-1]}s")


def others(letter: ComposedLetter, filled: Filled, context: GateContext) -> Iterator[Finding]:
    """Names of other applications, except what also names this one or the person's own past."""
    said = words_said(filled.text)
    yield from _companies(filled, said, context)
    yield from _roles(letter, filled, said, context)
    yield from _people(filled, said, context)
    yield from _greeted(filled, context)


def _companies(filled: Filled, said: list[str], context: GateContext) -> Iterator[Finding]:
    text = filled.text
    names = context.other_companies
    names = names if isinstance(names, KnownNames) else known_companies(names)
    own = parts_of_names(
        (*_ours(context), *context.past_employers, *_typed(filled, "previous_company"))
    )
    language = context.language or Language.ENGLISH
    for name, start, end in sightings(text, said, names, own):
        written = text[start:end]
        if (len(name) > _SHORT or written == name) and _is_company(text, start, end, language):
            blocking = not written.islower() and not is_tool(text, start, end)
            blocking = blocking or len(words_of_name(written)) > 1
            yield _other("other-company", "company", written, start, blocking=blocking)
    yield from _slipped(text, names, own, "other-company", "company")


def _is_company(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a name stands for the company and not for an everyday word."""
    everyday = is_everyday(words_of_name(text[start:end]), language)
    return not everyday or is_meant(text, start, end, language)


def _slipped(
    text: str, names: KnownNames, own: Collection[NameWords], rule: str, field: FieldName
) -> Iterator[Finding]:
    ours = {"".join(words) for words in own}
    for _, start, end in slips(text, names.near, fold, ours):
        yield _other(rule, field, text[start:end], start, blocking=True)


def _roles(
    letter: ComposedLetter, filled: Filled, said: list[str], context: GateContext
) -> Iterator[Finding]:
    """Titles of other applications. One that the person had is no slip: only where it is the one
    applied for does it block.
    """
    text = filled.text
    names = context.other_roles
    names = names if isinstance(names, KnownNames) else known_roles(names)
    own = parts_of_names((*_ours(context), *_typed(filled, "current_role")))
    for name, start, end in sightings(text, said, names, own):
        written = text[start:end]
        part = letter.part_at(start)
        in_subject = part is not None and part.part is Part.SUBJECT
        blocking = in_subject or is_applied_for(text, start, end, context.company)
        if blocking or (written == name and len(words_of_name(name)) > 1):
            yield _other("other-role", "role", written, start, blocking=blocking)


def _people(filled: Filled, said: list[str], context: GateContext) -> Iterator[Finding]:
    own = parts_of_names(_own_people(filled, context))
    names = known_people(context.other_contacts)
    for name, start, end in sightings(filled.text, said, names, own):
        blocking = len(words_of_name(name)) > 1
        yield _other("other-contact", _PERSON, filled.text[start:end], start, blocking=blocking)
    yield from _slipped(filled.text, names, own, "other-contact", _PERSON)


def _greeted(filled: Filled, context: GateContext) -> Iterator[Finding]:
    """Greetings like "Dear Ms Smith", where Anna Smith belongs to another application."""
    own = {part for name in _own_people(filled, context) for part in words_of_name(name)}
    owners_of = _by_part(context.other_contacts)
    for greeting in islice(_GREETING.finditer(filled.text), _MOST_GREETINGS):
        greeted = words_of_text(greeting[1])
        said = {word.folded for word in greeted}
        for word in greeted:
            owners = owners_of.get(word.folded, ())
            if word.folded not in own and owners and not any(said.issuperset(o) for o in owners):
                written = greeting[1][word.start : word.end]
                start = greeting.start(1) + word.start
                yield _other("other-contact", _PERSON, written, start, blocking=True)


@lru_cache(maxsize=2)
def _by_part(names: tuple[str, ...]) -> Mapping[str, set[NameWords]]:
    """Whose first or last name each is."""
    owners: dict[str, set[NameWords]] = {}
    for name in names:
        parts = words_of_name(name)
        for part in {parts[0], parts[-1]} if len(parts) > 1 else ():
            owners.setdefault(part, set()).add(parts)
    return owners


def _typed(filled: Filled, *fields: FieldName) -> Iterator[str]:
    """The values of these fields. Each excuses only what it says: who a letter greets may be
    called like the contact of another application, but "Globex Hiring Team" excuses no Globex.
    """
    for run in filled.spans:
        if run.field in fields and not run.missing:
            yield filled.text[run.start : run.end]


def _ours(context: GateContext) -> Iterable[str]:
    return context.company, context.role, *context.aliases, *context.allowed


def _own_people(filled: Filled, context: GateContext) -> Iterator[str]:
    """Whatever may be named although a contact of another application is called like it."""
    yield from (*_ours(context), *context.contacts)
    yield from _typed(filled, "hiring_manager", "contact", "your_name", "referrer")


_PERSON = "hiring_manager"
_NOUNS = {"other-company": "company", "other-role": "role", "other-contact": "contact"}


def _other(rule: str, field: FieldName, written: str, start: int, *, blocking: bool) -> Finding:
    shown = " ".join(written.split())
    message = f"“{shown}” is the {_NOUNS[rule]} of another application: is it meant here?"
    if rule == "other-contact":
        message = f"“{shown}” is a contact of another application: is it meant here?"
    return Finding(rule, blocking, field, written, start, start + len(written), message)


def own_company(letter: ComposedLetter, context: GateContext) -> Iterator[Finding]:
    """Whether the letter names the company it goes to, by its name, an alias or a short form."""
    text = letter.text
    if not context.company or context.kind not in _NEEDS_COMPANY or not text.strip():
        return
    language = context.language or Language.ENGLISH
    if not any(_names(text, name, language) for name in (context.company, *context.aliases)):
        start = next((p.start for p in letter.parts if p.part is Part.BODY), 0)
        message = f"The letter does not name {context.company}: say whom it is for."
        yield Finding("own-company-missing", True, "company", "", start, start, message)


def _names(text: str, name: str, language: Language) -> bool:
    """Whether the text names a company: whole, in part, or by its initials."""
    known = known_names((name,), _short_forms)
    said = words_said(text)
    for _, start, end in sightings(text, said, known, frozenset()):
        is_named = _is_company(text, start, end, language) and not is_tool(text, start, end)
        if is_named and (text[start].isupper() or not name[:1].isupper()):
            return True
    initials = "".join(word[0] for word in words_of_name(name)).upper()
    return len(initials) > _SHORT and re.search(rf"\b{re.escape(initials)}\b", text) is not None


def _short_forms(words: NameWords) -> Iterator[NameWords]:
    """The first words of a name, the last word of one, and genitives."""
    for length in range(1, len(words) + 1):
        form = words[:length]
        if form[-1] in _TOO_GENERAL and length == 1:
            continue
        yield form
        yield (*form[:-1], f"{form[-1]}s")
    if len(words) > 1 and words[-1] not in _GENERAL | _TOO_GENERAL:
        yield words[-1:]
