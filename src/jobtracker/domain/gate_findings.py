"""What the gate is told about a letter, and what it finds."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from jobtracker.domain.known_people import KnownPeople
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letters import FieldName, Filled
from jobtracker.domain.names import KnownNames


class GateContext(NamedTuple):
    """Whose letter it is, and the names that belong to other applications.

    `allowed` are names that may stand in the letter though another application has them: the
    person's own name and present role. `aliases` are other names of the company, `contacts` the
    people of this application and `addressees` whoever else was typed as the reader of this
    letter. Names of others that many letters are checked against are given as `KnownNames` and
    `KnownPeople`, made ready once: see `gate_names`. Without `today` or `language` nothing is
    said about the date and the language.
    """

    company: str = ""
    role: str = ""
    contacts: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    other_companies: tuple[str, ...] | KnownNames = ()
    other_roles: tuple[str, ...] | KnownNames = ()
    other_contacts: tuple[str, ...] | KnownPeople = ()
    past_employers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    today: date | None = None
    language: Language | None = None
    kind: LetterKind = LetterKind.COVER_LETTER


class Finding(NamedTuple):
    """One finding at text[start:end] of the composed letter; `field` where one is concerned."""

    rule: str
    blocking: bool
    field: FieldName | None
    text: str
    start: int
    end: int
    message: str


def names_of_own(context: GateContext) -> tuple[str, ...]:
    """Whatever this application and the person are called."""
    return context.company, context.role, *context.aliases, *context.allowed


def typed(filled: Filled, *fields: FieldName) -> Iterator[str]:
    """The values of these fields. Each excuses only what it says: who a letter greets may be
    called like the contact of another application, but "Globex Hiring Team" excuses no Globex.
    """
    for run in filled.runs:
        if run.field in fields and not run.missing:
            yield filled.text[run.start : run.end]


_NOUNS = {
    "other-company": ("company", "the company"),
    "other-role": ("role", "the role"),
    "other-contact": ("hiring_manager", "a contact"),
}


def another(rule: str, written: str, start: int, *, blocking: bool) -> Finding:
    """A name of another application, found where it is `written`."""
    field, noun = _NOUNS[rule]
    shown = " ".join(written.split())
    message = f"“{shown}” is {noun} of another application: is it meant here?"
    return Finding(rule, blocking, field, written, start, start + len(written), message)
