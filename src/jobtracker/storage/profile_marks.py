"""What a person keeps about a profile, whichever version of it comes: notes, and "archived"."""

from typing import NamedTuple

from sqlalchemy.orm import Session


class Mark(NamedTuple):
    notes: str = ""
    archived: bool = False


def of(session: Session, profile_id: int) -> Mark:
    found = session.connection().exec_driver_sql(
        "SELECT notes, archived FROM profile_mark WHERE profile_id = ?", (profile_id,)
    )
    row = found.first()
    return Mark(row[0], bool(row[1])) if row else Mark()


def archived(session: Session) -> frozenset[int]:
    """The ids of the profiles that were put away."""
    found = session.connection().exec_driver_sql(
        "SELECT profile_id FROM profile_mark WHERE archived"
    )
    return frozenset(found.scalars())


def put(session: Session, profile_id: int, mark: Mark) -> None:
    """Keep this about a profile; nothing at all where it says nothing."""
    connection = session.connection()
    if mark == Mark():
        connection.exec_driver_sql("DELETE FROM profile_mark WHERE profile_id = ?", (profile_id,))
        return
    connection.exec_driver_sql(
        "INSERT INTO profile_mark (profile_id, notes, archived) VALUES (?, ?, ?) "
        "ON CONFLICT (profile_id) DO UPDATE SET notes = excluded.notes, "
        "archived = excluded.archived "
        "WHERE notes <> excluded.notes OR archived <> excluded.archived",
        (profile_id, mark.notes, int(mark.archived)),
    )
