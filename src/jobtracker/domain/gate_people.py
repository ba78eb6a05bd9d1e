"""People of other applications in a letter: by their whole names, greeted, or after a title."""

import re
from collections.abc import Iterator
from itertools import islice

from jobtracker.domain.gate_findings import Finding, GateContext, another, names_of_own, typed
from jobtracker.domain.gate_passing import is_introduced
from jobtracker.domain.known_people import KnownPeople, known_people
from jobtracker.domain.letters import Filled
from jobtracker.domain.name_slips import slips
from jobtracker.domain.names import (
    Reading,
    fold,
    is_part_of,
    is_slip_of,
    sightings,
    words_of_name,
    words_of_text,
)

_MOST_GREETINGS = 5
_GREETING = re.compile(
    r"[ \t*_]{0,8}(?:Dear|Hi|Hello|Hey|Sehr geehrte[rs]?|Guten Tag|Liebe[rs]?|Bonjour|Ch[eè]re?"
    r"|Madame|Monsieur|Estimad[oa]s?|Hola|A la atención de)\b([^\n]{0,80})"
)
_TITLED = re.compile(
    r"[DFHMPSdps](?<!\w\w)(?:(?<=M)(?:(?:rs?|s|x|iss|me|lle|adame|onsieur)\b|(?=\.))|(?<=D)ra?\b"
    r"|(?<=P)rof\b|(?<=[Pp])rofess?(?:or|ora|orin|eur)\b|(?<=[Dd])o(?:ct(?:or|ora|eur)|n|ña)\b"
    r"|(?<=H)errn?\b|(?<=F)r(?:au|äulein)\b|(?<=[Ss])e[ñn]or(?:a|ita)?\b|(?<=S)r(?:a|ta)?\b)\.?\s+"
    r"(?:(?:Dra?|Prof|Professor|Dipl|Ing|med)\b\.?[ -]*){0,3}"
    r"(?:(?:von|van|vom|zu|zur|der|den|de|la|le|del|du|di|da|ten|ter)\s+){0,3}"
    r"(?P<family>[^\W\d_a-zß-öø-ÿ][\w-]*)"
)


def people(filled: Filled, reading: Reading, context: GateContext) -> Iterator[Finding]:
    """Contacts of other applications, except who is also called like somebody of this one."""
    known = context.other_contacts
    known = known if isinstance(known, KnownPeople) else known_people(known)
    text = filled.text
    ours = tuple(_ours(filled, context))
    for name, start, end in sightings(reading, known.whole, is_part_of(ours)):
        blocking = len(words_of_name(name)) > 1 and not is_introduced(text, start)
        yield another("other-contact", text[start:end], start, blocking=blocking)
    for _, start, end in slips(reading.capitalised, known.whole.near, is_slip_of(ours)):
        blocking = not is_introduced(text, start)
        yield another("other-contact", text[start:end], start, blocking=blocking)
    if known.owners:
        own = {part for name in ours for part in words_of_name(name)}
        yield from _by_part(text, known, own)


def _ours(filled: Filled, context: GateContext) -> Iterator[str]:
    """Whatever may be named although a contact of another application is called like it."""
    yield from (*names_of_own(context), *context.contacts, *context.addressees)
    yield from typed(filled, "hiring_manager", "contact", "your_name", "referrer")


def _by_part(text: str, known: KnownPeople, own: set[str]) -> Iterator[Finding]:
    """Whoever is greeted or has a title, once at each place."""
    starts = set()
    for start, written in (*_greeted(text, known, own), *_titled(text, known, own)):
        if start not in starts:
            starts.add(start)
            blocking = not is_introduced(text, start)
            yield another("other-contact", written, start, blocking=blocking)


def _greeted(text: str, known: KnownPeople, own: set[str]) -> Iterator[tuple[int, str]]:
    """Greetings like "Dear Ms Smith", where Anna Smith belongs to another application. Who is
    greeted by a whole name was found by it.
    """
    for greeting in islice(_greetings(text), _MOST_GREETINGS):
        greeted = words_of_text(greeting[1])
        said = {word.folded for word in greeted}
        for word in greeted:
            owners = known.owners.get(word.folded, ())
            if word.folded not in own and owners and not any(said.issuperset(o) for o in owners):
                yield greeting.start(1) + word.start, greeting[1][word.start : word.end]


def _greetings(text: str) -> Iterator[re.Match[str]]:
    start = 0
    while start >= 0:
        start += text.startswith("\n", start)
        found = _GREETING.match(text, start)
        if found:
            yield found
        start = text.find("\n", start)


def _titled(text: str, known: KnownPeople, own: set[str]) -> Iterator[tuple[int, str]]:
    """Family names after a title of address: "Frau Vogel", "Mr Chen"."""
    for match in _TITLED.finditer(text):
        written = match["family"]
        family = fold(written)
        genitive = family.removesuffix("s")
        if {family, genitive} & known.families and not {family, genitive} & own:
            yield match.start("family"), written
