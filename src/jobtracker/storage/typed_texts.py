"""Texts that were being typed when a workspace was replaced, carried over to the new file."""

from pathlib import Path
from typing import Any

from jobtracker.storage import health

PREFIX = "draft:"
"""Of their names in the table of the file's own state."""
_USUAL = "application"
"""Whose number stands in a place that names no table of its own, like "phone/12"."""


def carry_over(old: Path, new: Path) -> None:
    """Copy the texts of one closed file into another: those of no record, and those of records
    that both have. Raises the driver's errors.
    """
    before = health.connect(old, health.sharing_mode(old))
    try:
        texts = before.execute(
            "SELECT name, value FROM state WHERE substr(name, 1, ?) = ?", (len(PREFIX), PREFIX)
        ).fetchall()
        if not texts:
            return
        after = health.connect(new, "rw")
        try:
            kept = [text for text in texts if _is_about_the_same(text[0], before, after)]
            after.executemany("REPLACE INTO state (name, value) VALUES (?, ?)", kept)
        finally:
            after.close()
    finally:
        before.close()


def _is_about_the_same(name: str, before: Any, after: Any) -> bool:
    """Whether the record that a place like "application/12/notes" names is the same in both."""
    topic, *rest = name.removeprefix(PREFIX).split("/")
    number = next((int(part) for part in rest if part.isdecimal()), None)
    if number is None:
        return True
    mine, its = _uid(before, topic, number), _uid(after, topic, number)
    return mine is not None and mine == its


def _uid(connection: Any, topic: str, number: int) -> str | None:
    has_uid = "SELECT name FROM pragma_table_info(?) WHERE name = 'uid'"
    table = topic if connection.execute(has_uid, (topic,)).fetchone() else _USUAL
    found = connection.execute(f'SELECT uid FROM "{table}" WHERE id = ?', (number,)).fetchone()
    return str(found[0]) if found else None
