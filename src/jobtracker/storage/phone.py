"""Looking up whose application somebody on the phone may call about, quick at any number.

Each statement reads an index or a small table: names of companies and contacts are looked through
whole, applications only those of the names found, and the newest.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_versions import Frozen
from jobtracker.domain.listing import ARCHIVED
from jobtracker.domain.phone import Caller, Why
from jobtracker.domain.stages import OUTCOMES, STAGES, Outcome, Stage
from jobtracker.domain.text import folded
from jobtracker.storage.letter_versions import read_frozen
from jobtracker.storage.search_index import TOPIC_RANGE, rowids
from jobtracker.storage.search_query import expression, parse

MOST_NAMES = 60
"""Of so many companies or contacts the applications are looked up; where more begin so, those of
the newest applications count.
"""
_NEWEST = 120
"""Open applications of each stage that are looked through then, the newest first."""
_MOST_TITLED = 100
LEAST_OF_A_WORD = 2
"""Letters of a word in a role that are looked for."""
_LAST = "\U0010ffff"
_EDGE = "[ -/:-@[-`{-~\u2010-\u2015\u2019\u00b7]"
"""A sign before a word, as GLOB's class of characters."""
_BEFORE_WORDS = " -'\u2019.,(/&+"
_FIRST_UNSPACED = "\u2e80"
"""From this character on scripts write no blanks between words."""

_ROW = "a.id, c.name, a.role, a.stage, a.outcome, a.archived, a.contact_on"
_COMPANIES = """
SELECT id, 0 FROM company WHERE name_key >= :typed AND name_key < :last
UNION ALL SELECT company_id, 1 FROM company_alias WHERE name_key >= :typed AND name_key < :last
UNION ALL SELECT id, 1 FROM company WHERE instr(name_key, :typed) AND name_key GLOB :word
UNION ALL SELECT company_id, 1 FROM company_alias
WHERE instr(name_key, :typed) AND name_key GLOB :word
LIMIT :most
"""
_OF_COMPANIES = f"""
SELECT {_ROW}, a.company_id FROM json_each(:ids) n JOIN application a ON a.company_id = n.value
JOIN company c ON c.id = a.company_id
ORDER BY a.outcome IS NOT NULL OR a.archived, n.key >= :nearest, a.stage = 'saved',
    a.contact_on DESC, a.id DESC
LIMIT :most
"""
_CONTACTS = """
SELECT id, name, company_id FROM contact
WHERE instr(lower(name), :typed) OR name GLOB '*[^ -~]*'
"""
_OF_CONTACTS = f"""
SELECT {_ROW}, l.contact_id
FROM application_contact l JOIN application a ON a.id = l.application_id
JOIN company c ON c.id = a.company_id
WHERE l.contact_id IN (SELECT value FROM json_each(:ids))
"""
_OPEN = frozenset(STAGES)
_STANDINGS = (*STAGES, *OUTCOMES, ARCHIVED)
_NEWEST_OPEN = " UNION ALL ".join(
    f"SELECT * FROM (SELECT id, company_id FROM application WHERE standing = '{stage.value}' "
    "ORDER BY last_on DESC LIMIT :each)"
    for stage in STAGES
)
_OF_NEWEST = f"""
SELECT {_ROW} FROM ({_NEWEST_OPEN}) n JOIN company c ON c.id = n.company_id
JOIN application a ON a.id = n.id
WHERE c.name_key >= :typed AND c.name_key < :last
ORDER BY a.contact_on DESC LIMIT :most
"""
_OF_ROLES = " UNION ALL ".join(
    f"SELECT * FROM (SELECT id, standing FROM application WHERE standing = '{standing}' "
    "AND role_key >= :typed AND role_key < :last LIMIT :most)"
    for standing in _STANDINGS
)
_TITLED = """
SELECT rowid % :range FROM search_index WHERE search_index MATCH :match
AND rowid BETWEEN :first AND :final ORDER BY rowid DESC LIMIT :most
"""
_NAMED = f"""
SELECT {_ROW} FROM application a JOIN company c ON c.id = a.company_id
WHERE a.id IN (SELECT value FROM json_each(:ids))
"""
_SENT = """
SELECT l.id, v.number, v.text, v.field_values, l.kind, l.language, v.frozen, d.id, d.name,
    d.sent_on, v.saved_at
FROM letter l JOIN letter_version v ON v.letter_id = l.id JOIN document d ON d.id = v.document_id
WHERE l.application_id = :application
    AND (v.kind = 'sent' OR v.kind = 'exported' AND l.sent_version IS NULL)
ORDER BY v.saved_at DESC, v.id DESC
"""
_NOW = f"""
SELECT {_ROW}, n.today FROM (
    SELECT application_id AS id, 1 AS today FROM interview WHERE starts >= :today
        AND starts < :tomorrow AND result = ''
    UNION ALL SELECT id, 0 FROM ({_NEWEST_OPEN})
) n JOIN application a ON a.id = n.id JOIN company c ON c.id = a.company_id
WHERE n.today OR a.stage <> 'saved'
ORDER BY n.today DESC, a.contact_on DESC, a.id DESC LIMIT :most
"""


class _Contact(NamedTuple):
    id: int
    name: str
    company_id: int | None


def by_company(session: Session, typed: str, most: int) -> list[Caller]:
    """Applications at companies of which the name, an alias or a word of either begins with
    `typed` (folded); at most so many, open ones first.
    """
    values = _patterns(typed)
    named = _rows(session, _COMPANIES, **values, most=MOST_NAMES + 1)
    near: dict[int, Why] = {}
    for company, why in named[:MOST_NAMES]:
        near.setdefault(company, Why(why))
    nearest = [*near.values()].count(Why.NAME)
    rows = _of_companies(session, near, nearest, most)
    found = [_caller(row, near[row[-1]]) for row in rows]
    if len(named) > MOST_NAMES:
        newest = _rows(session, _OF_NEWEST, **values, each=_NEWEST, most=most)
        found += [_caller(row, Why.NAME) for row in newest]
    return found


def by_contact(session: Session, typed: str, most: int) -> list[Caller]:
    """Applications with a contact one of whose names begins with `typed`, and those at the
    company where such a contact works.
    """
    rows = _rows(session, _CONTACTS, typed=typed)
    people = [one for one in map(_Contact._make, rows) if _begins(one.name, typed)][:MOST_NAMES]
    if not people:
        return []
    by_id = {one.id: one.name for one in people}
    at = {one.company_id: one.name for one in reversed(people) if one.company_id is not None}
    linked = _rows(session, _OF_CONTACTS, ids=_json(by_id))
    found = [_caller(row, Why.CONTACT, by_id[row[-1]]) for row in linked]
    colleagues = _of_companies(session, at, 0, most)
    return found + [_caller(row, Why.COLLEAGUE, at[row[-1]]) for row in colleagues]


def by_role(session: Session, typed: str, most: int) -> list[Caller]:
    """Applications whose role begins so, and the newest of those with a word in it that does."""
    begun = _rows(session, _OF_ROLES, typed=typed, last=typed + _LAST, most=most)
    ids = {key for key, _ in begun}
    if sum(standing in _OPEN for _, standing in begun) < most:
        ids.update(_titled(session, typed))
    found = _rows(session, _NAMED, ids=_json(ids)) if ids else ()
    return [_caller(row, Why.ROLE) for row in found if _begins(row[2], typed)]


def _titled(session: Session, typed: str) -> list[int]:
    """The newest applications with such words in their title, which is role and company.

    A single letter would be looked up in every word of the index: it has its companies.
    """
    words = parse(typed).words
    if len(typed) < LEAST_OF_A_WORD or not words:
        return []
    place = rowids("application")
    match = f"{{title}} : ({expression(words, lambda _beginning: ())})"
    rows = _rows(
        session,
        _TITLED,
        match=match,
        range=TOPIC_RANGE,
        first=place.start,
        final=place.stop - 1,
        most=_MOST_TITLED,
    )
    return [key for (key,) in rows]


def expected(session: Session, today: date, most: int) -> list[Caller]:
    """Who may well call now: those with an interview today, then the newest contacts, open ones."""
    rows = _rows(
        session,
        _NOW,
        today=today.isoformat(),
        tomorrow=(today + timedelta(days=1)).isoformat(),
        each=4 * most,
        most=2 * most,
    )
    known = {row[0]: _caller(row, Why.NAME) for row in reversed(rows)}
    return [known[key] for key in dict.fromkeys(row[0] for row in rows)][:most]


def _of_companies(
    session: Session, ids: Iterable[int], nearest: int, most: int
) -> list[Sequence[Any]]:
    """Their applications: open ones first, then those of the first so many companies."""
    return _rows(session, _OF_COMPANIES, ids=_json(ids), nearest=nearest, most=most)


def _patterns(typed: str) -> dict[str, str]:
    """What was typed (folded) as the parameters of the statements."""
    sought = "".join(f"[{sign}]" if sign in "*?[" else sign for sign in typed)
    edge = _EDGE if typed[0] < _FIRST_UNSPACED else ""
    return {
        "typed": typed,
        "last": typed + _LAST,
        "word": f"*{edge}{sought}*",
    }


def _begins(name: str, typed: str) -> bool:
    """Whether a name, or a word of it, begins with `typed`."""
    key = folded(name)
    return key.startswith(typed) or any(f"{sign}{typed}" in key for sign in _BEFORE_WORDS)


def _caller(row: Sequence[Any], why: Why, contact: str = "") -> Caller:
    key, company, role, stage, outcome, archived, contact_on = row[:7]
    return Caller(
        key,
        company,
        role,
        Stage(stage),
        Outcome(outcome) if outcome else None,
        bool(archived),
        date.fromisoformat(contact_on),
        why,
        contact,
    )


def _rows(session: Session, statement: str, **values: Any) -> list[Sequence[Any]]:
    return list(session.connection().exec_driver_sql(statement, values))


def _json(ids: Iterable[int]) -> str:
    return json.dumps(list(ids))


class SentVersion(NamedTuple):
    """A version of a letter that was sent, or exported where none was sent, with its document.
    `frozen` is what it was filled with, None where that was not kept yet.
    """

    letter_id: int
    number: int
    text: str
    values: dict[str, str]
    kind: LetterKind
    language: Language
    frozen: Frozen | None
    document_id: int
    name: str
    on: date


def sent_versions(session: Session, application_id: int) -> list[SentVersion]:
    """The versions of its letters that left, the newest first; each is kept whole."""
    sent = _rows(session, _SENT, application=application_id)
    return [
        SentVersion(
            letter,
            number,
            text,
            json.loads(values),
            LetterKind(kind),
            Language(language),
            read_frozen(frozen),
            document,
            name,
            _day(on, saved),
        )
        for letter, number, text, values, kind, language, frozen, document, name, on, saved in sent
    ]


def _day(sent_on: str | None, saved_at: str) -> date:
    """The day a letter left; of one without, that of its version."""
    return date.fromisoformat(sent_on or saved_at[:10])
