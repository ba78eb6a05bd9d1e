"""Texts that were being typed when a workspace was replaced, carried over to the new file."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from jobtracker.storage import health

PREFIX = "draft:"
"""Of their names in the table of the file's own state."""
TIMES = "typed-at"
"""A JSON object of that table: when the text of each place was kept last, in ISO."""
_USUAL = "application"
"""Whose number stands in a place that names no table of its own, like "phone/12"."""


class _Record(NamedTuple):
    table: str
    number: int


def carry_over(old: Path, new: Path) -> None:
    """Copy the texts of one closed file into another, but for those about a record whose number
    another record has there: they stay in the old file. Raises the driver's errors.

    The number of a record that the new file lacks is never given there, so that its text is
    offered to nobody else.
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
            kept = {name: text for name, text in texts if _fits(name, before, after)}
            after.executemany("REPLACE INTO state (name, value) VALUES (?, ?)", kept.items())
            _carry_times(kept, before, after)
        finally:
            after.close()
    finally:
        before.close()


def _fits(name: str, before: Any, after: Any) -> bool:
    """Whether the record that a place like "application/12/notes" names is the same in both, or
    is in the new one no other; it is then kept free.
    """
    record = _record(name, before)
    if record is None:
        return True
    mine, its = _uid(before, record), _uid(after, record)
    if mine is not None and its is None:
        _never_give(after, record)
    return its in (None, mine)


def _record(name: str, connection: Any) -> _Record | None:
    topic, *rest = name.removeprefix(PREFIX).split("/")
    number = next((int(part) for part in rest if part.isdecimal()), None)
    if number is None:
        return None
    return _Record(topic if _has_uids(connection, topic) else _USUAL, number)


def _has_uids(connection: Any, table: str) -> bool:
    """Whether there is such a table of records; an older file may lack one."""
    question = "SELECT 1 FROM pragma_table_info(?) WHERE name = 'uid'"
    return connection.execute(question, (table,)).fetchone() is not None


def _uid(connection: Any, record: _Record) -> str | None:
    if not _has_uids(connection, record.table):
        return None
    question = f'SELECT uid FROM "{record.table}" WHERE id = ?'
    found = connection.execute(question, (record.number,)).fetchone()
    return str(found[0]) if found else None


def _never_give(connection: Any, record: _Record) -> None:
    """Have the table go on counting behind this number."""
    known = "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ? RETURNING seq"
    if not connection.execute(known, (record.number, record.table)).fetchall():
        first = "INSERT INTO sqlite_sequence (seq, name) VALUES (?, ?)"
        connection.execute(first, (record.number, record.table))


def _carry_times(kept: dict[str, str], before: Any, after: Any) -> None:
    """When the texts were typed goes with them."""
    mine, its = _times(before), _times(after)
    places = {name.removeprefix(PREFIX) for name in kept}
    its |= {place: at for place, at in mine.items() if place in places}
    if its:
        after.execute("REPLACE INTO state (name, value) VALUES (?, ?)", (TIMES, json.dumps(its)))


def _times(connection: Any) -> dict[str, str]:
    with suppress(ValueError, TypeError):
        found = connection.execute("SELECT value FROM state WHERE name = ?", (TIMES,)).fetchone()
        return dict(json.loads(found[0])) if found else {}
    return {}
