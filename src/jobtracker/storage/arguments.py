"""What a person argues with when pay is talked about: a setting for each application, by its uid.

It outlives an application that is deleted, and is there again with it; what leaves the bin for
good takes it along.
"""

import json
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobtracker.domain.negotiation import Arguments
from jobtracker.storage import applications, settings
from jobtracker.storage.row_states import Key, Run
from jobtracker.storage.schema import ApplicationRow

PREFIX = "negotiation."


def of(session: Session, application_id: int) -> Arguments:
    """Nothing where nothing was said. Raises NotFoundError where the application is gone."""
    said = settings.settings(session).get(_name(session, application_id), {})
    return Arguments(said.get("own", ""), frozenset(said.get("left_out", ())))


def put(session: Session, application_id: int, said: Arguments) -> None:
    """Raises NotFoundError where the application is gone."""
    value = {"own": said.own, "left_out": sorted(said.left_out)}
    settings.set_setting(session, _name(session, application_id), value)


def remove_all(run: Run, uids: Iterable[str]) -> list[Key]:
    """Take away what was said about these applications; the rows that ever held it."""
    names = json.dumps([f"{PREFIX}{uid}" for uid in uids])
    found = run(
        "SELECT id FROM setting WHERE name IN (SELECT value FROM json_each(?1)) "
        "UNION SELECT row_id FROM journal_change WHERE table_name = 'setting' "
        "AND before ->> '$.name' IN (SELECT value FROM json_each(?1))",
        (names,),
    )
    keys = [("setting", row) for (row,) in found]
    run("DELETE FROM setting WHERE name IN (SELECT value FROM json_each(?))", (names,))
    return keys


def _name(session: Session, application_id: int) -> str:
    applications.id_of(session, str(application_id))
    chosen = select(ApplicationRow.uid).where(ApplicationRow.id == application_id)
    return f"{PREFIX}{session.scalars(chosen).one()}"
