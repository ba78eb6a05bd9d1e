"""What a new posting is held against: the names of companies, and their applications."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from jobtracker.domain.stages import Outcome, Stage

_NAMES = """
SELECT id, name_key FROM company WHERE {fits}
UNION ALL SELECT company_id, name_key FROM company_alias WHERE {fits}
"""
_APPLICATIONS = """
SELECT a.id, a.company_id, c.name, a.role, a.url, a.apply_url, a.stage, a.outcome, a.stage_since
FROM application a JOIN company c ON c.id = a.company_id
WHERE {fits}
"""
_THERE = "a.company_id IN (SELECT value FROM json_each(:companies))"


class Candidate(NamedTuple):
    """An application that may be repeated, with its links."""

    id: int
    company_id: int
    company: str
    role: str
    links: tuple[str, str]
    stage: Stage
    outcome: Outcome | None
    since: date


def names_with(session: Session, parts: Iterable[str]) -> list[tuple[int, str]]:
    """Company and folded name, of each name or alias that holds one of these parts."""
    wanted = {f"part{place}": part for place, part in enumerate(parts)}
    if not wanted:
        return []
    fits = " OR ".join(f"instr(name_key, :{key})" for key in wanted)
    found = session.connection().exec_driver_sql(_NAMES.format(fits=fits), wanted)
    return [(company, name) for company, name in found]


def candidates(session: Session, companies: Iterable[int], marks: Sequence[str]) -> list[Candidate]:
    """The applications at these companies, and those with a link that holds all these marks, in
    any case; without marks none of the latter.
    """
    wanted = {f"mark{place}": mark for place, mark in enumerate(marks)}
    linked = [_holding(link, wanted) for link in ("a.url", "a.apply_url") if wanted]
    found = session.connection().exec_driver_sql(
        _APPLICATIONS.format(fits=" OR ".join([_THERE, *linked])),
        {"companies": json.dumps(sorted(companies)), **wanted},
    )
    return [
        Candidate(
            key,
            company_id,
            company,
            role,
            (url, apply_url),
            Stage(stage),
            Outcome(outcome) if outcome else None,
            date.fromisoformat(since),
        )
        for key, company_id, company, role, url, apply_url, stage, outcome, since in found
    ]


def _holding(column: str, marks: Iterable[str]) -> str:
    """The condition that a column holds each of the marks bound under these names."""
    return " AND ".join(f"instr(lower({column}), :{mark})" for mark in marks)
