"""Has a file exactly the tables that some release of ours made? One from somebody else may not.

A default, a check or an index may hold an expression, and a column more may hold anything: what
is not word for word ours is only read.
"""

import hashlib
from pathlib import Path
from typing import Any

from jobtracker.storage import health

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
    connection = health.connect(path, health.sharing_mode(path))
    try:
        return fingerprint(connection) == FINGERPRINTS[revision]
    finally:
        connection.close()
