"""What an archive is made of: its entries, their names and order, and how JSON is written."""

import json
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

FORMAT: Final = "jobtracker-archive"
VERSION: Final = 1
"""Rises with every change that a reader of this version would misread."""

README, MANIFEST = "README.txt", "archive.json"
RECORDS, DOCUMENTS, LETTERS = "records/", "documents/", "letters/"
FILES: Final = "file"
"""The table that says under which name the bytes of each hash lie in the archive."""

README_TEXT: Final = """\
This is an archive of a job search, written by Jobtracker. Nothing else is needed to read it.

archive.json   what kind of archive this is, and how many records of each kind it holds
records/       everything that was kept, a file for each kind of record, in JSON (UTF-8)
documents/     the files kept with applications and sent, byte for byte
letters/       what each letter says now: as written (.md) and as plain text (.txt)

records/application.json is a good place to begin. Records name each other by their "uid": the
"company" of an application is the "uid" of a record in records/company.json. Amounts of money are
whole numbers of the smallest unit (cents), days are year-month-day, moments are in UTC.
records/file.json says which file in documents/ has the hash that a record names.

"jobtracker import" brings all of it into a workspace; records that are there already stay as
they are. docs/archive.md of Jobtracker describes every kind of record and each of its fields.
"""


class Manifest(NamedTuple):
    """The head of an archive: how many records of each table follow, and in a sentence each what
    could not be read where the workspace was damaged.
    """

    counts: Mapping[str, int]
    missing: tuple[str, ...] = ()

    def as_record(self) -> dict[str, Any]:
        head = {"counts": dict(self.counts), "format": FORMAT, "version": VERSION}
        return head | ({"missing": list(self.missing)} if self.missing else {})


def records_name(table: str) -> str:
    """The entry that holds a table's records."""
    return f"{RECORDS}{table}.json"


def line_of(record: Mapping[str, Any]) -> str:
    """A record on one line, its fields in the order of their names.

    What the program itself keeps as JSON stays in the order it was written in: it is given back
    letter for letter.
    """
    ordered = {name: record[name] for name in sorted(record)}
    return json.dumps(ordered, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
