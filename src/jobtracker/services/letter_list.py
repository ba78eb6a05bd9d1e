"""The list of letters as a person reads it: whose it is, and how far it is from leaving."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.dates import long_date
from jobtracker.domain.gate import check
from jobtracker.domain.letter_fields import resolve
from jobtracker.domain.letters import FieldName, fill
from jobtracker.services import person
from jobtracker.services.letter_gate import Everybody, everybody
from jobtracker.storage import letter_shelf

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.storage.letter_shelf import Shelved


class ListedLetter(NamedTuple):
    """A letter in the list. `missing` counts fields without a value, `leftovers` other
    placeholders, `doubts` whatever else the gate stops it for: with none of them it may leave.
    `exported_on` is set where it left the app and was not changed since.
    """

    id: int
    application_id: int
    company: str
    role: str
    template: str
    missing: int
    leftovers: int
    doubts: int
    exported_on: date | None


def known_values(
    about: Mapping[FieldName, str], company: str, role: str, today: date
) -> dict[FieldName, str]:
    """What a letter's fields are filled with where nothing was typed for it."""
    return {**about, "company": company, "role": role, "date": long_date(today)}


def rows(session: "Session", today: date) -> list[ListedLetter]:
    """All letters, the one changed last first."""
    about, others = person.known(session), everybody(session)
    return [_row(letter, about, others, today) for letter in letter_shelf.shelf(session)]


def _row(
    letter: "Shelved", about: Mapping[FieldName, str], others: Everybody, today: date
) -> ListedLetter:
    whose = letter[:5]
    if letter.exported_at and letter.exported_at >= letter.updated_at:
        left = datetime.fromisoformat(letter.exported_at).astimezone().date()
        return ListedLetter(*whose, 0, 0, 0, left)
    known = known_values(about, letter.company, letter.role, today)
    fields = resolve(letter.text, letter.values, known)
    filled = fill(letter.text, {field.name: field.value for field in fields})
    found = check(filled, others.around(letter.company, letter.role))
    rules = [finding.rule for finding in found if finding.blocking]
    gaps, leftovers = rules.count("missing-field"), rules.count("placeholder")
    doubts = len(rules) - gaps - leftovers
    return ListedLetter(*whose, len(filled.missing), leftovers, doubts, None)
