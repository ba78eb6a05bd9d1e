"""Fields of a person's own, and their values."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from jobtracker.domain.applications import CustomValue
from jobtracker.domain.custom_fields import CustomField
from jobtracker.domain.text import folded
from jobtracker.storage import lookup, rows
from jobtracker.storage.schema import CustomFieldRow
from jobtracker.storage.uids import new_uid


def every(session: Session) -> list[CustomField]:
    """In the order they were made."""
    found = session.connection().exec_driver_sql(
        "SELECT id, uid, name, kind FROM custom_field ORDER BY ordinal, id"
    )
    return [CustomField(*row) for row in found]


def called(session: Session, name: str) -> CustomField | None:
    """The field of this name, case and accents apart."""
    row = (
        session.connection()
        .exec_driver_sql(
            "SELECT id, uid, name, kind FROM custom_field WHERE name_key = ?", (folded(name),)
        )
        .first()
    )
    return CustomField(*row) if row else None


def id_of(session: Session, reference: str) -> int:
    """The field of this name, number or uid; NotFoundError where there is none."""
    known = called(session, reference)
    if known is not None:
        return known.id
    return lookup.id_of(session, CustomFieldRow.id, CustomFieldRow.uid, reference, "field")


def load(session: Session, field_id: int) -> CustomField:
    """Raises NotFoundError where it is gone."""
    key = lookup.id_of(session, CustomFieldRow.id, CustomFieldRow.uid, str(field_id), "field")
    return next(field for field in every(session) if field.id == key)


def insert(session: Session, name: str, kind: str, now: datetime) -> int:
    last = session.connection().exec_driver_sql("SELECT max(ordinal) FROM custom_field").scalar()
    return rows.insert(
        session,
        CustomFieldRow,
        uid=new_uid(now),
        name=name,
        name_key=folded(name),
        kind=kind,
        ordinal=0 if last is None else last + 1,
    )


def rename(session: Session, field_id: int, name: str) -> None:
    rows.change(session, CustomFieldRow, [field_id], {"name": name, "name_key": folded(name)})


def remove(session: Session, field_id: int) -> None:
    """Take a field away with all its values."""
    rows.remove(session, CustomFieldRow, [field_id])


def values(session: Session, ids: Sequence[int]) -> dict[int, tuple[CustomValue, ...]]:
    """Every field with its value in each of these applications, "" where it has none."""
    typed: dict[tuple[int, int], str] = {
        (key, field): value
        for key, field, value in session.connection().exec_driver_sql(
            "SELECT application_id, field_id, value FROM custom_value "
            "WHERE application_id IN (SELECT value FROM json_each(:ids))",
            rows.bound(ids),
        )
    }
    fields = every(session)
    return {
        key: tuple(
            CustomValue(field.id, field.name, field.kind, typed.get((key, field.id), ""))
            for field in fields
        )
        for key in ids
    }


def set_value(session: Session, ids: Sequence[int], field_id: int, value: str) -> None:
    """Give these applications this value of a field; "" takes it away."""
    connection = session.connection()
    if not value:
        connection.exec_driver_sql(
            "DELETE FROM custom_value WHERE field_id = :field "
            "AND application_id IN (SELECT value FROM json_each(:ids))",
            {**rows.bound(ids), "field": field_id},
        )
        return
    connection.exec_driver_sql(
        "INSERT INTO custom_value (application_id, field_id, value) "
        "SELECT j.value, :field, :value FROM json_each(:ids) j WHERE true "
        "ON CONFLICT (application_id, field_id) DO UPDATE SET value = excluded.value "
        "WHERE value <> excluded.value",
        {**rows.bound(ids), "field": field_id, "value": value},
    )
