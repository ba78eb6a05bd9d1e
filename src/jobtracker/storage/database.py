"""The workspace: one file, opened soundly, read and written in whole transactions."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from jobtracker.domain.changes import NOTHING_CHANGED
from jobtracker.domain.errors import WorkspaceDamagedError, WorkspaceError
from jobtracker.storage import backups, creation, engines, health, journal, undo
from jobtracker.storage.backups import BackupInfo
from jobtracker.storage.locks import WorkspaceLock
from jobtracker.storage.plain_words import plain_errors
from jobtracker.storage.undo import Indexer, Step


class Clock(Protocol):
    def now(self) -> datetime: ...


class Transaction:
    """What a step writes: `session` inside the `with`, `changes` after it."""

    def __init__(self, session: Session, label: str) -> None:
        self.session = session
        self.label = label
        self.changes = NOTHING_CHANGED


class Database:
    """An open workspace, made by `open` or `empty` and used on one thread at a time.

    `notice` is the sentence to show where the file can only be read (a newer version wrote it,
    or the place can't be written), else empty. `path` is None in memory.
    """

    def __init__(
        self,
        path: Path | None,
        reader: Engine,
        writer: Engine | WorkspaceError,
        *,
        clock: Clock,
        lock: WorkspaceLock | None = None,
        indexer: Indexer | None = None,
        notice: str = "",
    ) -> None:
        self.path = path
        self.notice = notice
        self._reader = reader
        self._writer = writer
        self._clock = clock
        self._lock = lock
        self._indexer = indexer

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Clock,
        write: bool,
        indexer: Indexer | None = None,
        fill: Callable[[Session], None] | None = None,
        check_later: bool = False,
    ) -> Self:
        """Open a workspace; `write` makes a missing one, without it a missing one reads as empty.

        Either way a missing one holds what `fill` writes. With `check_later` the pages of a large
        file are not looked at: `check_pages` is to do that before the first write.
        Raises WorkspaceError, WorkspaceDamagedError or WorkspaceBusyError; then no byte of the
        file was changed.
        """
        path = path.resolve() if path.exists() else path.absolute()
        with plain_errors(path):
            if not (path.exists() or path.is_symlink()):
                if not write:
                    return cls.empty(clock, fill)
                creation.create(path, fill)
            rebuild = indexer.rebuild if indexer is not None else None
            place = creation.prepare(
                path, clock.now(), write=write, rebuild=rebuild, check_later=check_later
            )
            try:
                reader = engines.reading(path)
                writer: Engine | WorkspaceError
                if place.refusal is not None:
                    writer = place.refusal
                elif write:
                    writer = engines.writing(path, indexer.watch if indexer else None)
                else:
                    writer = WorkspaceError(f"{path.name} was opened for reading only.")
            except BaseException:
                place.lock.release()
                raise
        notice = str(place.refusal) if place.refusal else ""
        return cls(
            path, reader, writer, clock=clock, lock=place.lock, indexer=indexer, notice=notice
        )

    @classmethod
    def empty(cls, clock: Clock, fill: Callable[[Session], None] | None = None) -> Self:
        """A private workspace in memory: what a reader sees where there is none.

        It holds nothing but what `fill` writes into it.
        """
        refusal = WorkspaceError("There is no workspace yet; nothing was changed.")
        return cls(None, engines.in_memory(creation.build, fill), refusal, clock=clock)

    @property
    def read_only(self) -> bool:
        return not isinstance(self._writer, Engine)

    def check_pages(self) -> None:
        """Look at every page now. Raises WorkspaceDamagedError; nothing is then written again."""
        if self.path is None:
            return
        try:
            with plain_errors(self.path), self._reader.connect() as connection:
                health.check_pages(connection.connection.driver_connection, self.path)
        except WorkspaceDamagedError as damage:
            if isinstance(self._writer, Engine):
                self._writer.dispose()
            self._writer = damage
            raise

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one moment of the file and can't change it."""
        with plain_errors(self.path), Session(self._reader, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(
        self, label: str, *, journalled: bool = True, barrier: bool = False, run: str = ""
    ) -> Iterator[Transaction]:
        """One transaction, which is one step of undo named `label`: all of it or nothing. Who
        knows a better name once it has read may set the transaction's label.

        `journalled=False` leaves no step (library rows, drafts); `barrier` makes one that undo
        stops at. Changes of one `run` that follow each other without a long rest, or anything in
        between, are one step, as in typing. Raises WorkspaceError where the file can only be read.
        """
        writer = self._writing()
        with plain_errors(self.path), Session(writer, expire_on_commit=False) as session:
            now = self._clock.now()
            step = journal.begin_step(session.connection(), label, now)
            transaction = Transaction(session, label)
            yield transaction
            session.flush()
            connection = session.connection()
            if journal.wrote_nothing(connection, step) and not barrier:
                session.rollback()
                return
            journal.end_step(connection)
            if transaction.label != label:
                journal.rename(connection, step.id, transaction.label)
            transaction.changes = journal.changes_of(connection, step.id)
            if self._indexer is not None:
                self._indexer(session)
            if barrier:
                journal.make_barrier(connection, step.id)
            if barrier or (journalled and transaction.changes.rows):
                kept = journal.join_run(connection, step.id, run, now) if run else step.id
                journal.keep(connection, kept, now)
            else:
                journal.forget(connection, step.id)
            session.commit()

    def undo(self) -> Step:
        """Take back the newest step. Raises NothingToUndoError, ChangedSinceError."""
        with plain_errors(self.path):
            return undo.undo(self._writing(), self._indexer)

    def redo(self) -> Step:
        """Do again what was undone last. Raises NothingToUndoError, ChangedSinceError."""
        with plain_errors(self.path):
            return undo.redo(self._writing(), self._indexer)

    def history(self, limit: int = 50) -> list[Step]:
        """The newest steps first; one in state "undone" can be redone."""
        with plain_errors(self.path), self._reader.begin() as connection:
            return undo.history(connection, limit)

    def data_version(self) -> int:
        """A number that differs when another program has written since it was asked last."""
        engine = self._reader if isinstance(self._writer, WorkspaceError) else self._writer
        with plain_errors(self.path), engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            return int(raw.execute("PRAGMA data_version").fetchone()[0])

    def back_up(self, reason: str) -> BackupInfo:
        """Take a checked backup; see `backups.back_up`."""
        if self.path is None:
            raise WorkspaceError("There is no workspace yet, so there is nothing to back up.")
        return backups.back_up(self.path, reason)

    def close(self) -> None:
        """Close the file; the last program to do so folds the log into it."""
        self._reader.dispose()
        if isinstance(self._writer, Engine):
            self._writer.dispose()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _writing(self) -> Engine:
        if isinstance(self._writer, WorkspaceError):
            raise self._writer
        return self._writer
