"""What became of letters and of the templates they began with."""

from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

_SENT = (
    "SELECT l.id, l.application_id, l.template_id, l.text, l.sent_on, v.saved_at "
    "FROM letter l JOIN letter_version v ON v.letter_id = l.id AND v.number = l.sent_version "
    "WHERE l.sent_on IS NOT NULL ORDER BY l.id"
)
_BEGUN = (
    "SELECT l.template_id, a.role, l.created_at FROM letter l "
    "JOIN application a ON a.id = l.application_id WHERE l.template_id IS NOT NULL ORDER BY l.id"
)
_TEMPLATES = "SELECT id, name FROM letter_template"


class Sent(NamedTuple):
    """A letter marked as sent: `on` is the day a person named, `at` the moment they did."""

    id: int
    application_id: int
    template_id: int | None
    text: str
    on: date
    at: str


def sent(session: Session) -> list[Sent]:
    found = session.connection().exec_driver_sql(_SENT)
    return [
        Sent(key, application, template, text, date.fromisoformat(on), at)
        for key, application, template, text, on, at in found
    ]


def template_names(session: Session) -> dict[int, str]:
    found = session.connection().exec_driver_sql(_TEMPLATES)
    return {int(row.id): str(row.name) for row in found}


class Begun(NamedTuple):
    """A letter by the template it began with, the title it was written for, and when."""

    template_id: int
    role: str
    at: str


def begun(session: Session) -> list[Begun]:
    return [Begun(*row) for row in session.connection().exec_driver_sql(_BEGUN)]
