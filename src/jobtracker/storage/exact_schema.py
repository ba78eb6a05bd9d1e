"""Has a file exactly the tables that some release of ours made? One from somebody else may not.

A default, a check or an index may hold an expression, and a column more may hold anything: what
is not word for word ours is only read.
"""

import hashlib
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from jobtracker.storage import health
from jobtracker.storage.files import beside, size_of

FINGERPRINTS = {
    "0001": "b33de2ebd0c2e4e97b903402067b9436",
    "0002": "657614ecfd1f4b11f5a318d271125d8f",
    "0003": "40b1e3c976bbd7b499104a4f12a492bc",
    "0004": "05ebb9c9fba0b9d1494fcd3c04cff1b3",
}
"""Of every released revision, frozen; a test makes each anew from its own migrations."""

_NO_MATTER = b' \t\r\n"'
"""Bytes that differ between a table that was made and one that a migration renamed."""


def fingerprint(connection: Any) -> str:
    """What tells the tables and indexes of an open file, in 32 hexadecimal digits.

    Spaces and quotation marks don't count: a table made at once and one that a migration has
    rebuilt are the same.
    """
    found = connection.execute(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master "
        "WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name"
    )
    text = "\n".join(";".join(row) for row in found).encode()
    return hashlib.sha256(text.translate(None, _NO_MATTER)).hexdigest()[:32]


def is_exact(path: Path, revision: str) -> bool:
    """Whether a sound file that may be written has the tables of its revision and no others.

    Of a revision that a later release brought, nothing is known: True.
    """
    if revision not in FINGERPRINTS:
        return True
    return any(_matches(path, revision, mode) for mode in (_quiet_mode(path), "rw"))


def _quiet_mode(path: Path) -> health.Mode:
    """To look without making a log beside the file, which would be gone again at once."""
    return "ro" if size_of(beside(path, "-wal")) else "immutable"


def _matches(path: Path, revision: str, mode: health.Mode) -> bool:
    """A look without locks may meet another program's write half-way: then it says no."""
    connection = health.connect(path, mode)
    try:
        return fingerprint(connection) == FINGERPRINTS[revision]
    except driver.DatabaseError:
        if mode == "rw":
            raise
        return False
    finally:
        connection.close()
