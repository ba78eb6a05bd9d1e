"""Tags: a name for what several applications have in common. One that nothing has vanishes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from jobtracker.domain.text import folded
from jobtracker.storage import rows
from jobtracker.storage.schema import TagRow

_AMONG = "application_id IN (SELECT value FROM json_each(:ids))"


def every(session: Session) -> list[tuple[str, int]]:
    """Each tag with the number of applications that have it, by name."""
    found = session.connection().exec_driver_sql(
        "SELECT t.name, count(*) FROM tag t JOIN application_tag l ON l.tag_id = t.id "
        "GROUP BY t.id ORDER BY t.name_key"
    )
    return [(name, count) for name, count in found]


def of(session: Session, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The tags of those of these applications that have any, by name."""
    found = session.connection().exec_driver_sql(
        "SELECT l.application_id, t.name FROM application_tag l JOIN tag t ON t.id = l.tag_id "
        f"WHERE {_AMONG} ORDER BY t.name_key",
        rows.bound(ids),
    )
    names = defaultdict(list)
    for key, name in found:
        names[key].append(name)
    return {key: tuple(some) for key, some in names.items()}


def put_on(session: Session, ids: Sequence[int], names: Iterable[str]) -> None:
    """Give these applications each of these tags; those that have one keep it."""
    for name in names:
        session.connection().exec_driver_sql(
            "INSERT INTO application_tag (application_id, tag_id) SELECT value, :tag "
            "FROM json_each(:ids) WHERE NOT EXISTS (SELECT 1 FROM application_tag "
            "WHERE application_id = value AND tag_id = :tag)",
            {**rows.bound(ids), "tag": _id_of(session, name)},
        )


def take_off(session: Session, ids: Sequence[int], names: Iterable[str]) -> None:
    """Take these tags away from these applications."""
    for name in names:
        session.connection().exec_driver_sql(
            f"DELETE FROM application_tag WHERE {_AMONG} "
            "AND tag_id = (SELECT id FROM tag WHERE name_key = :key)",
            {**rows.bound(ids), "key": folded(name)},
        )
    sweep(session)


def set_all(session: Session, ids: Sequence[int], names: Sequence[str]) -> None:
    """Make these all the tags that these applications have."""
    keys = {folded(name) for name in names}
    others = {
        name for tags in of(session, ids).values() for name in tags if folded(name) not in keys
    }
    put_on(session, ids, names)
    if others:
        take_off(session, ids, sorted(others))


def sweep(session: Session) -> None:
    """Forget the tags that no application has."""
    session.connection().exec_driver_sql(
        "DELETE FROM tag WHERE NOT EXISTS (SELECT 1 FROM application_tag l WHERE l.tag_id = tag.id)"
    )


def _id_of(session: Session, name: str) -> int:
    """The tag of this name, case and accents apart; made where there is none."""
    key = folded(name)
    found: int | None = (
        session.connection()
        .exec_driver_sql("SELECT id FROM tag WHERE name_key = ?", (key,))
        .scalar()
    )
    return rows.insert(session, TagRow, name=name, name_key=key) if found is None else found
