"""Deleting everything: the tables become those of a new workspace, in one transaction."""

from pathlib import Path

from sqlalchemy.orm import Session

from jobtracker.domain.changes import Changes
from jobtracker.storage import health
from jobtracker.storage.bin.bin import run_in
from jobtracker.storage.schema import JOURNALLED

_NEVER_UNDONE = ("journal_change", "journal_step", "blob", "state")


def delete_everything(session: Session) -> Changes:
    """Empty every table: records, settings, files, drafts, and what undo and the bin knew.

    What it took in the file is overwritten. The library is gone too; it comes with the next
    opening, or at once from whoever brings it.
    """
    run = run_in(session)
    run("PRAGMA secure_delete=ON")
    try:
        run("DELETE FROM journal_now")
        run("PRAGMA defer_foreign_keys=ON")
        for table in (*reversed(JOURNALLED), *_NEVER_UNDONE):
            run(f'DELETE FROM "{table}"')
        run("DELETE FROM search_document")
        run("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        run("DELETE FROM search_stale")
    finally:
        run("PRAGMA secure_delete=OFF")
    return Changes(dict.fromkeys(JOURNALLED, frozenset()))


def shrink(path: Path) -> None:
    """Write the file anew without the room that was freed, and fold its log into it."""
    raw = health.connect(path, "rw")
    try:
        raw.execute("VACUUM")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        raw.close()
