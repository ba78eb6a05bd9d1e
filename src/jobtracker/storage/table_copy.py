"""A workspace's tables, written into another file with another key: a person's records first.

SQLCipher's own function for this, `sqlcipher_export`, writes the tables as they were once made:
the library and the index first, the applications last. Of a file cut in half nothing would then
be left; what these statements write is the same but for its order.
"""

from collections.abc import Iterable
from typing import Any

_LATE = (
    "blob",
    "profile",
    "profile_item",
    "related_role",
    "salary_range",
    "letter_template",
    "salary_table",
    "salary_row",
    "journal_change",
    "search_",
)
"""What is large, or comes with Jobtracker, or can be made anew: in this order, after all else."""

_STORED = "FROM main.sqlite_master WHERE type = 'table' AND rootpage > 0"


def write_tables(original: Any, target: str) -> None:
    """Fill the empty file attached as `target` with all that the main one holds.

    The connection is to be closed afterwards: some of its checks are off from here on. Raises
    driver.OperationalError where a progress handler interrupts it.
    """
    for setting in ("foreign_keys=OFF", "ignore_check_constraints=ON", "writable_schema=ON"):
        original.execute(f"PRAGMA {setting}")  # the last one: for tables with names of SQLite's own
    original.execute("BEGIN")
    for statement in _definitions(original, target):
        original.execute(statement)
    for table in _in_order(name for (name,) in original.execute(f"SELECT name {_STORED}")):
        original.execute(f'DELETE FROM {target}."{table}"')
        original.execute(f'INSERT INTO {target}."{table}" SELECT * FROM main."{table}"')
    original.execute(
        f"INSERT INTO {target}.sqlite_master SELECT * FROM main.sqlite_master "
        "WHERE type IN ('view', 'trigger') OR (type = 'table' AND rootpage = 0)"
    )
    original.execute("COMMIT")


def _definitions(original: Any, target: str) -> list[str]:
    """The statements that make tables and indexes, said of the other file. SQLite keeps each from
    its first word to the name in one spelling.
    """
    found = original.execute(
        "SELECT sql FROM main.sqlite_master WHERE rootpage > 0 AND sql IS NOT NULL "
        "AND name <> 'sqlite_sequence' ORDER BY type DESC, rowid"
    ).fetchall()
    kinds = ("CREATE TABLE ", "CREATE UNIQUE INDEX ", "CREATE INDEX ")
    return [
        f"{kind}{target}.{sql.removeprefix(kind)}"
        for (sql,) in found
        for kind in kinds
        if sql.startswith(kind)
    ]


def _in_order(tables: Iterable[str]) -> list[str]:
    """Those that come late, last; `sqlite_sequence`, which filling the others has written, after
    all others.
    """
    ranks = {name: rank for rank, name in enumerate(_LATE, 1)}
    last = len(ranks) + 1

    def rank(table: str) -> int:
        if table.startswith("sqlite_"):
            return last
        if table.startswith("search_"):
            return ranks["search_"]
        return ranks.get(table, 0)

    return sorted(tables, key=rank)
