"""The archive: everything in one file that needs no program to be read, and the way back."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import InvalidInputError, UnreadableFileError
from jobtracker.domain.events import EventKind
from jobtracker.domain.progress import Progress, tell
from jobtracker.domain.text import quoted
from jobtracker.services import archive_writing, backups
from jobtracker.services.archive_columns import DERIVED
from jobtracker.services.base import Service, done
from jobtracker.storage.archive import reading, settling
from jobtracker.storage.archive.files import new_file
from jobtracker.storage.archive.writing import Arrivals

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.exchange.archive.reading import Archive

_AHEAD = timedelta(days=366)
"""What is recorded has happened, but the clock of its computer may have been ahead."""
_MAY_COME = frozenset({EventKind.INTERVIEW.value, EventKind.DATED.value})


class Exported(NamedTuple):
    """What was written: how many records of each table, the bytes of the file, and in sentences
    what the archive lacks.
    """

    path: Path
    counts: Mapping[str, int]
    size: int
    missing: tuple[str, ...] = ()


class Preview(NamedTuple):
    """What an archive would bring, by table: all that it holds, what is new, what is known."""

    counts: Mapping[str, int]
    new: Mapping[str, int]
    known: Mapping[str, int]
    notices: tuple[str, ...] = ()


class Imported(NamedTuple):
    """What an archive brought, by table, and in sentences what was left out."""

    new: Mapping[str, int]
    known: Mapping[str, int]
    notices: tuple[str, ...] = ()


class ArchiveService(Service):
    def is_encrypted(self) -> bool:
        """Whether the workspace is encrypted, so that it has to be said that an archive is not."""
        with self._db.read() as session:
            return reading.is_encrypted(session)

    def export(
        self,
        path: Path,
        *,
        replace: bool = False,
        missing: tuple[str, ...] = (),
        progress: Progress | None = None,
    ) -> Exported:
        """Write everything to a `.zip` or a `.json`, for nobody else to read, whole or not at all.

        `missing` are sentences about what a damaged workspace no longer gave. A document whose
        bytes are not what was stored is left out, and told in the same way. Raises
        InvalidInputError for another ending, WorkspaceError where a file is in the way (unless
        `replace`) or it could not be written, StoppedError; then no file of that name is touched.
        """
        ending = _ending(path)
        with new_file(path, replace=replace) as file, self._db.read() as session:
            written = archive_writing.write(session, file, ending, missing, _told(progress))
        return Exported(path, written.counts, path.stat().st_size, written.missing)

    def read(self, path: Path, *, progress: Progress | None = None) -> Preview:
        """What an archive would bring; stores nothing. Raises UnreadableFileError, StoppedError."""
        with _opened(path) as archive, self._db.read() as session:
            arrivals = _bring(archive, session, progress, self._latest(), write=False)
            notices = _notices(archive, arrivals)
        return Preview(archive.manifest.counts, arrivals.new, arrivals.known, notices)

    def bring_in(self, path: Path, *, progress: Progress | None = None) -> Done[Imported]:
        """Bring in what an archive holds and this workspace does not, in one step of undo.

        What is there stays as it is. A backup is taken before. Raises UnreadableFileError for what
        is no sound archive, StoppedError; then nothing was changed.
        """
        with _opened(path) as archive:
            backups.before(self._db, backups.BEFORE_IMPORT)
            return self._bring_in(path, archive, progress)

    def _bring_in(
        self, path: Path, archive: "Archive", progress: Progress | None
    ) -> Done[Imported]:
        with self._db.write(f"import {quoted(path.name)}") as tx:
            arrivals = _bring(archive, tx.session, progress, self._latest(), write=True)
            settling.settle(
                tx.session,
                arrivals.brought("application"),
                arrivals.brought("salary_table"),
                self._clock.now(),
            )
            notices = _notices(archive, arrivals)
        return done(Imported(arrivals.new, arrivals.known, notices), tx)

    def _latest(self) -> date:
        return self._clock.today() + _AHEAD


def _ending(path: Path) -> str:
    from jobtracker.exchange.archive.reading import ENDINGS

    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise InvalidInputError(
            f"{quoted(path.name)} is no name of an archive; nothing was written. "
            "End it with .zip, or with .json for a single text file.",
            field="file",
        )
    return ending


@contextmanager
def _opened(path: Path) -> "Iterator[Archive]":
    from jobtracker.exchange.archive.reading import opened

    with opened(path) as archive:
        yield archive


def _bring(
    archive: "Archive",
    session: "Session",
    progress: Progress | None,
    latest: date,
    *,
    write: bool,
) -> Arrivals:
    """Read an archive from its beginning to its end, and keep or only count what it holds."""
    step = _Steps(progress, sum(archive.manifest.counts.values()))
    hashes: list[str] = []
    for file in archive.files():
        hashes.append(file.digest)
        if write:
            settling.keep_file(session, file.content)
        step(1)
    arrivals = Arrivals(session, DERIVED, hashes, write=write)
    counted = Counter(file=len(hashes))
    for table, batches in archive.tables():
        for batch in batches:
            if table == "event":
                _check_days(batch, latest)
            arrivals.bring(table, batch)
            counted[table] += len(batch)
            step(len(batch))
        arrivals.finish(table)
    archive.check(counted)
    return arrivals


def _check_days(events: Iterable[Mapping[str, Any]], latest: date) -> None:
    """Refuse what cannot have happened yet; only an interview may be still to come."""
    most = latest.isoformat()
    for event in events:
        if event["kind"] not in _MAY_COME and event["on_date"] > most:
            raise UnreadableFileError(
                f"The archive holds a step of a history on {event['on_date']}, a day still to "
                "come; nothing was imported. Correct the day and export it again."
            )


class _Steps:
    """Tells how far something has got, and stops it where that was asked for."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def __call__(self, more: int) -> None:
        self._done += more
        tell(self._progress, self._done, self._total)


def _told(progress: Progress | None) -> "Callable[[int], _Steps]":
    return lambda total: _Steps(progress, total)


def _notices(archive: "Archive", arrivals: Arrivals) -> tuple[str, ...]:
    """What a person has to know of what was not brought in."""
    notices = [f"The archive itself lacks something: {what}" for what in archive.manifest.missing]
    fields = sorted(archive.left_out())
    if fields:
        notices.append(f"Left out as this version does not know it: {', '.join(fields[:20])}.")
    unlinked = sum(arrivals.unlinked.values())
    if unlinked:
        notices.append(
            f"Left out: {unlinked} links to bundled profiles or templates that this version "
            "does not have."
        )
    return tuple(notices)
