"""What records are called in a person's words, by their tables and ids."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy.orm import Session

_APPLICATION = "company.name || ', ' || application.role"
_NAMES = {
    "application": f"{_APPLICATION} FROM application "
    "JOIN company ON company.id = application.company_id",
    "letter": "coalesce('Letter “' || nullif(letter.name, '') || '”, ', 'Letter, ') || "
    f"{_APPLICATION} FROM letter "
    "JOIN application ON application.id = letter.application_id "
    "JOIN company ON company.id = application.company_id",
    "offer": f"{_APPLICATION} FROM offer JOIN application ON application.id = offer.application_id "
    "JOIN company ON company.id = application.company_id",
    "company": "name FROM company",
    "profile": "title FROM profile",
    "target_role": "title FROM target_role",
    "saved_view": "name FROM saved_view",
}


class Record(NamedTuple):
    """A row that a person knows, as in ("application", 12)."""

    table: str
    id: int


def names(session: Session, records: Iterable[Record]) -> dict[Record, str]:
    """The names of those that are there: an application is "Acme, Data Engineer", a letter has
    its own name before that of its application. Raises KeyError for a table without names.
    """
    connection = session.connection()
    found = {}
    for record in set(records):
        row = connection.exec_driver_sql(
            f"SELECT {_NAMES[record.table]} WHERE {record.table}.id = ?", (record.id,)
        ).fetchone()
        if row is not None:
            found[record] = str(row[0])
    return found
