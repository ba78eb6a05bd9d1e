"""Names for records of any topic, read together: one statement however many there are."""

import json
from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.orm import Session

from jobtracker.domain.findings import Finding

_OF_APPLICATION = """
FROM {table} x JOIN application a ON a.id = x.application_id JOIN company c ON c.id = a.company_id
WHERE x.id IN (SELECT value FROM json_each(:{table}))
"""
_NEWEST = """
(SELECT max(l.application_id) FROM application_contact l WHERE l.contact_id = x.id)
"""
_SELECTS = {
    "application": """
SELECT 'application' AS topic, x.id AS ref, c.name AS title, x.role AS detail,
    coalesce(x.outcome, x.stage) AS standing, x.id AS application
FROM application x JOIN company c ON c.id = x.company_id
WHERE x.id IN (SELECT value FROM json_each(:application))
""",
    "company": """
SELECT 'company', x.id, x.name, '', '', NULL
FROM company x WHERE x.id IN (SELECT value FROM json_each(:company))
""",
    "contact": f"""
SELECT 'contact', x.id, x.name, concat_ws(', ', nullif(x.title, ''), c.name), '', {_NEWEST}
FROM contact x LEFT JOIN company c ON c.id = x.company_id
WHERE x.id IN (SELECT value FROM json_each(:contact))
""",
    "document": f"""
SELECT 'document', x.id, x.name, a.role || ', ' || c.name, '', a.id
{_OF_APPLICATION.format(table="document")}
""",
    "letter": f"""
SELECT 'letter', x.id, x.name, a.role || ', ' || c.name, '', a.id
{_OF_APPLICATION.format(table="letter")}
""",
    "letter_template": """
SELECT 'letter_template', x.id, x.name, x.purpose, '', NULL
FROM letter_template x WHERE x.id IN (SELECT value FROM json_each(:letter_template))
""",
    "profile": """
SELECT 'profile', x.id, x.title, x.category, '', NULL
FROM profile x WHERE x.id IN (SELECT value FROM json_each(:profile))
""",
}
_STATEMENT = text(" UNION ALL ".join(_SELECTS.values()))

Ref = tuple[str, int]
"""A topic and an id."""


def named(session: Session, refs: Iterable[Ref]) -> dict[Ref, Finding]:
    """The records that (still) exist, by topic and id; topics without names are left out."""
    ids: defaultdict[str, list[int]] = defaultdict(list)
    for topic, ref in refs:
        ids[topic].append(ref)
    values = {topic: json.dumps(ids[topic]) for topic in _SELECTS}
    found = (Finding(*row) for row in session.execute(_STATEMENT, values))
    return {(finding.topic, finding.ref): finding for finding in found}
