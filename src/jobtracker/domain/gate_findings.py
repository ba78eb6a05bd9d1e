"""What the gate is told about a letter, and what it finds."""

from datetime import date
from typing import NamedTuple

from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letters import FieldName
from jobtracker.domain.names import KnownNames


class GateContext(NamedTuple):
    """Whose letter it is, and the names that belong to other applications.

    `allowed` are names that may stand in the letter though another application has them: the
    person's own name and present role. `aliases` are other names of the company, `contacts` the
    people of this application. Names of others that many letters are checked against are given
    as `KnownNames`, made ready once: see `gate_names`. Without `today` or `language` nothing is
    said about the date and the language.
    """

    company: str = ""
    role: str = ""
    contacts: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    other_companies: tuple[str, ...] | KnownNames = ()
    other_roles: tuple[str, ...] | KnownNames = ()
    other_contacts: tuple[str, ...] = ()
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
