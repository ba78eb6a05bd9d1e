"""Settings of the search itself (they undo), and the file's own state (it doesn't)."""

import json
from typing import Any

from sqlalchemy import select
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


def state(session: Session, name: str) -> str:
    return session.scalar(select(StateRow.value).where(StateRow.name == name)) or ""


def set_state(session: Session, name: str, value: str) -> None:
    session.merge(StateRow(name=name, value=value))
