"""Freeze a workspace of this release, for every later release to open.

Run `python -m tests.migrations.freeze` once for a release, when its schema is final, and commit
the file; a frozen workspace is never written anew.
"""

import gzip
import tempfile
from pathlib import Path

from sqlalchemy import text
from tests.support.database import open_workspace

from jobtracker.storage.database import Transaction
from jobtracker.storage.schema import HEAD, Base

ROWS_EACH = 3


def frozen_path(revision: str) -> Path:
    return Path(__file__).parent / f"v{revision}.jobtracker.gz"


def _fill(step: Transaction) -> None:
    """Rows in every table that are right by type and reference, if not by meaning."""
    for table in Base.metadata.sorted_tables:
        if table.name.startswith("journal"):
            continue
        names = [column.name for column in table.columns]
        for number in range(1, ROWS_EACH + 1):
            values = {
                column.name: number
                if column.foreign_keys and column.name.endswith("_id")
                else _value(column.name, str(column.type), number)
                for column in table.columns
            }
            marks = ", ".join(f":{name}" for name in names)
            step.session.execute(
                text(f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})"), values
            )


def _value(name: str, kind: str, number: int) -> object:
    if name.endswith("hash"):
        return f"{number:064x}"
    if kind == "BLOB":
        return b"%PDF" * number
    if kind in ("INTEGER", "DOUBLE", "FLOAT"):
        return number
    return f"2026-11-0{number}" if name.endswith(("_on", "_at", "_date")) else f"{name} {number}"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "frozen.jobtracker"
        with open_workspace(path) as database:
            for table in range(ROWS_EACH):
                with database.write(f"step {table}") as step:
                    if table == 0:
                        _fill(step)
                    else:
                        step.session.execute(text(f"UPDATE company SET notes = 'step {table}'"))
        frozen_path(HEAD).write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))


if __name__ == "__main__":
    main()
