"""Make a workspace of release 1 with 200 applications, for programs that kill its migration.

Run `python -m tests.migrations.make_old FILE`: companies old-0 .. old-199, each with one
application and one note. The tables are those of the frozen release.
"""

import gzip
import sys
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from tests.migrations.freeze import frozen_path

RECORDS = 200
AT = "2026-11-01T09:00:00+00:00"


def make_old(path: Path) -> None:
    """Write the workspace to `path`, replacing what is there."""
    path.write_bytes(gzip.decompress(frozen_path("0001").read_bytes()))
    path.chmod(0o600)
    with closing(driver.connect(str(path), isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("BEGIN")
        for table in _filled(raw):
            raw.execute(f'DELETE FROM "{table}"')
        raw.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        for number in range(RECORDS):
            _add(raw, number)
        raw.execute("COMMIT")
        raw.execute("PRAGMA journal_mode=DELETE")
        raw.execute("VACUUM")


def _filled(raw: driver.Connection) -> list[str]:
    found = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    kept = ("alembic_version", "search_index")
    return [name for (name,) in found if not name.startswith(kept)]


def _add(raw: driver.Connection, number: int) -> None:
    key = number + 1
    _put(raw, "company", id=key, uid=f"c{key}", name=f"old-{number}", name_key=f"old-{number}")
    _put(
        raw,
        "application",
        id=key,
        uid=f"a{key}",
        company_id=key,
        role="Tester",
        notes=f"old-{number} " + "x" * 200,
        stage="saved",
        stage_since="2026-11-01",
    )
    added = {"application_id": key, "on_date": "2026-11-01", "recorded_at": AT}
    _put(raw, "event", **added, uid=f"e{key}", kind="added", to_value="saved")
    _put(raw, "event", **added, uid=f"n{key}", kind="note", text=f"a note on old-{number}")


def _put(raw: driver.Connection, table: str, **values: object) -> None:
    """A row whose other columns are empty."""
    for _, name, kind, required, *_ in raw.execute(f"PRAGMA table_info({table})"):
        if required and name != "id" and name not in values:
            values[name] = AT if name.endswith("_at") else 0 if kind == "INTEGER" else ""
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    raw.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))


if __name__ == "__main__":
    make_old(Path(sys.argv[1]))
