"""The gate: what must not leave the app in a letter.

A missing value, a placeholder of any style, or the company, role or contact of another
application would embarrass whoever sends it. Each finding points at its place in the text; the
blocking ones stop an export until they are gone or overridden with a reason.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from jobtracker.domain.letters import FieldName, Filled, label_of
from jobtracker.domain.names import (
    KnownNames,
    NameWords,
    fold,
    known_names,
    parts_of_names,
    sightings,
    words_of_name,
    words_of_text,
    words_said,
)
from jobtracker.domain.placeholder_meanings import field_for
from jobtracker.domain.placeholders import find_placeholders

MAX_WORDS = 600
"""About one page and a half; whether a letter takes one page is judged by its layout."""

_SHORT = 2  # names up to this length ("HP", "X") count only as they are written
_MOST_GREETINGS = 5
_GREETING = re.compile(r"^[ \t*_]{0,8}(?:Dear|Hi|Hello|Hey)\b([^\n]{0,80})", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[(?<![\w\])]\[)\d{1,3}\](?![(\w\[])")
_WORDS = (
    "affirm amplitude apple best block bolt boots box brave buffer champion chime circle clover"
    " compass current elastic epic figure first front gap general ghost gusto harness hinge indeed"
    " jasper level lever linear loom match medium mercury modal monday nest next notable notion"
    " open orange oscar pilot pioneer plaid principal progressive ramp remote render replicate"
    " ring runway sage scale segment shell signal sky slack snap square stripe target temporal"
    " toast unity virgin wave wise workday writer zoom"
)
# Companies whose names are everyday words: in lower case or opening a sentence they only warn.
_EVERYDAY_WORDS = frozenset(_WORDS.split())


class GateContext(NamedTuple):
    """Whose letter it is, and the names that belong to other applications.

    `allowed` are names that may stand in the letter though another application has them: a
    previous employer, the person's own name and present role. Companies and roles of others
    that many letters are checked against are given as `known_names`, made ready once.
    """

    company: str = ""
    role: str = ""
    contacts: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    other_companies: tuple[str, ...] | KnownNames = ()
    other_roles: tuple[str, ...] | KnownNames = ()
    other_contacts: tuple[str, ...] = ()


class Finding(NamedTuple):
    """One finding at text[start:end] of the filled letter; `field` where one is concerned."""

    rule: str
    blocking: bool
    field: FieldName | None
    text: str
    start: int
    end: int
    message: str


def check(filled: Filled, context: GateContext) -> tuple[Finding, ...]:
    """All findings of a filled letter, in the order of the text."""
    findings = [
        *_missing(filled),
        *_placeholders(filled, context),
        *_others(filled, context),
        *_greeted(filled, context),
        *_footnotes(filled.text),
        *_length(filled.text),
    ]
    return tuple(sorted(findings, key=lambda finding: (finding.start, finding.end)))


def is_open(findings: Iterable[Finding]) -> bool:
    """Whether the letter may leave: nothing found blocks."""
    return not any(finding.blocking for finding in findings)


def _missing(filled: Filled) -> Iterator[Finding]:
    for run in filled.spans:
        if run.missing and run.field:
            message = f"{label_of(run.field)} is missing: type it, or take the field out."
            text = filled.text[run.start : run.end]
            yield Finding("missing-field", True, run.field, text, run.start, run.end, message)


def _placeholders(filled: Filled, context: GateContext) -> Iterator[Finding]:
    """Leftovers of any style, but not those reported as missing nor part of a real name."""
    excused = [(run.start, run.end) for run in filled.spans if run.missing]
    for name in {context.company, context.role, *context.contacts}:
        if find_placeholders(name):
            excused += [match.span() for match in re.finditer(re.escape(name), filled.text)]
    excused.sort()
    for found in find_placeholders(filled.text):
        before = bisect_left(excused, (found.end,)) - 1
        if before >= 0 and excused[before][1] > found.start:
            continue
        field = field_for(found.words) if found.words else None
        message = f"“{found.text}” is a leftover placeholder: replace it or take it out."
        yield Finding("placeholder", True, field, found.text, found.start, found.end, message)


def _others(filled: Filled, context: GateContext) -> Iterator[Finding]:
    """Names of other applications, except what also names this one or the person's own past."""
    text = filled.text
    said = words_said(text)
    ours = (context.company, context.role, *context.allowed)
    own = parts_of_names((*ours, *_typed(filled, "previous_company")))
    for name, start, end in sightings(text, said, _ready(context.other_companies), own):
        written = text[start:end]
        if len(name) > _SHORT or written == name:
            message = f"“{written}” is the company of another application: is it meant here?"
            blocking = _reads_as_name(text, start, written)
            yield Finding("other-company", blocking, "company", written, start, end, message)
    own = parts_of_names((*ours, *_typed(filled, "current_role")))
    for name, start, end in sightings(text, said, _ready(context.other_roles), own):
        written = text[start:end]
        message = f"“{written}” is the role of another application: is it meant here?"
        blocking = written == name and len(words_of_name(name)) > 1
        yield Finding("other-role", blocking, "role", written, start, end, message)
    own = parts_of_names(_own_people(filled, context))
    for name, start, end in sightings(text, said, _people(context.other_contacts), own):
        written = text[start:end]
        blocking = len(words_of_name(name)) > 1
        yield _contact_finding(written, start, blocking=blocking)


def _ready(names: tuple[str, ...] | KnownNames) -> KnownNames:
    return names if isinstance(names, KnownNames) else known_names(names)


@lru_cache(maxsize=2)
def _people(names: tuple[str, ...]) -> KnownNames:
    """Made ready once for the letters of one list."""
    return known_names(names)


@lru_cache(maxsize=2)
def _by_part(names: tuple[str, ...]) -> Mapping[str, set[NameWords]]:
    """Whose first or last name each is."""
    others: dict[str, set[NameWords]] = {}
    for name in names:
        parts = words_of_name(name)
        for part in {parts[0], parts[-1]} if len(parts) > 1 else ():
            others.setdefault(part, set()).add(parts)
    return others


def _typed(filled: Filled, *fields: FieldName) -> Iterator[str]:
    """The values of these fields. Each excuses only what it says: who a letter greets may be
    called like the contact of another application, but "Globex Hiring Team" excuses no Globex.
    """
    for run in filled.spans:
        if run.field in fields and not run.missing:
            yield filled.text[run.start : run.end]


def _own_people(filled: Filled, context: GateContext) -> Iterator[str]:
    """Whatever may be named although a contact of another application is called like it."""
    yield from (context.company, context.role, *context.contacts, *context.allowed)
    yield from _typed(filled, "hiring_manager", "your_name")


def _reads_as_name(text: str, start: int, written: str) -> bool:
    """Whether a company's name can't be the everyday word: "Indeed, I ...", "a target of"."""
    if fold(written) not in _EVERYDAY_WORDS:
        return True
    before = text[max(0, start - 4) : start].rstrip(" \t\"“‘'(*_-")
    begins_sentence = not before or before[-1] in ".!?\n:"
    return written[0].isupper() and not begins_sentence


def _greeted(filled: Filled, context: GateContext) -> Iterator[Finding]:
    """Greetings like "Dear Ms Smith", where Anna Smith belongs to another application."""
    own = {part for name in _own_people(filled, context) for part in words_of_name(name)}
    others = _by_part(context.other_contacts)
    for greeting in islice(_GREETING.finditer(filled.text), _MOST_GREETINGS):
        greeted = words_of_text(greeting[1])
        said = {word.folded for word in greeted}
        for word in greeted:
            owners = others.get(word.folded, ())
            if word.folded not in own and owners and not any(said.issuperset(o) for o in owners):
                written = greeting[1][word.start : word.end]
                yield _contact_finding(written, greeting.start(1) + word.start, blocking=True)


def _contact_finding(written: str, start: int, *, blocking: bool) -> Finding:
    message = f"“{written}” is a contact of another application: is it meant here?"
    end = start + len(written)
    return Finding("other-contact", blocking, "hiring_manager", written, start, end, message)


def _footnotes(text: str) -> Iterator[Finding]:
    for match in _FOOTNOTE.finditer(text):
        message = f"“{match[0]}” looks like a footnote: letters have none."
        yield Finding("footnote", False, None, match[0], *match.span(), message)


def _length(text: str) -> Iterator[Finding]:
    if not text.strip():
        yield Finding("empty", True, None, "", 0, 0, "The letter is empty: write it first.")
        return
    words = len(text.split())
    if words > MAX_WORDS:
        message = f"The letter has {words} words; most are read to the end below {MAX_WORDS}."
        yield Finding("too-long", False, None, "", 0, 0, message)
