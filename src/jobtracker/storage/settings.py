"""Settings of the search itself (they undo), and the file's own state (it doesn't)."""

import json
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from jobtracker.storage.schema import SettingRow, StateRow


def settings(session: Session) -> dict[str, Any]:
    """Every setting by its name, its JSON value decoded."""
    rows = session.execute(select(SettingRow.name, SettingRow.value))
    return {name: json.loads(value) for name, value in rows}


def set_setting(session: Session, name: str, value: object) -> None:
    row = session.scalar(select(SettingRow).where(SettingRow.name == name))
    encoded = json.dumps(value, ensure_ascii=False)
    if row is None:
        session.add(SettingRow(name=name, value=encoded))
    else:
        row.value = encoded


def drop_setting(session: Session, name: str) -> None:
    session.execute(delete(SettingRow).where(SettingRow.name == name))


def state(session: Session, name: str) -> str:
    return session.scalar(select(StateRow.value).where(StateRow.name == name)) or ""


def states(session: Session, prefix: str) -> dict[str, str]:
    """The values of all names that begin so, by the rest of the name."""
    rows = session.execute(select(StateRow.name, StateRow.value))
    return {name.removeprefix(prefix): value for name, value in rows if name.startswith(prefix)}


def set_state(session: Session, name: str, value: str) -> None:
    """Keep a value; an empty one is as good as none."""
    if value:
        session.merge(StateRow(name=name, value=value))
    else:
        session.execute(delete(StateRow).where(StateRow.name == name))
