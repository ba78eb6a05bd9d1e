"""The workspace: one file, opened soundly, read and written in whole transactions."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Protocol, Self

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from jobtracker.domain.changes import NOTHING_CHANGED
from jobtracker.domain.errors import (
    WorkspaceBusyError,
    WorkspaceDamagedError,
    WorkspaceError,
    WorkspaceLockedError,
)
from jobtracker.storage import creation, engines, health, journal, keys, undo
from jobtracker.storage.backups import taking
from jobtracker.storage.backups.kept import BackupInfo
from jobtracker.storage.holding import Held, Opened, open_file
from jobtracker.storage.looking import Look
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
    """An open workspace, made by `open` or `empty` and used on one thread at a time; beside that
    others may `look` at it.

    `path` is None in memory. `ended_uncleanly` tells that the program which had the file before
    was killed: its log was left over.
    """

    def __init__(
        self,
        path: Path | None,
        opening: Callable[[], Opened],
        *,
        clock: Clock,
        indexer: Indexer | None = None,
        opened: Opened | None = None,
    ) -> None:
        self.path = path
        first = opened or opening()
        self._held = Held(opening, first)
        self.ended_uncleanly = first.unclean
        self._unchecked = first.unchecked
        self._checking = Lock()
        self._clock = clock
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
        file are looked at by `check_pages` or the first write, whichever comes first.
        Raises WorkspaceError, WorkspaceDamagedError, WorkspaceBusyError or WorkspaceLockedError;
        then no byte of the file was changed.
        """
        path = path.resolve() if path.exists() else path.absolute()

        def opening(*, check_later: bool = True) -> Opened:
            now = clock.now()
            return open_file(path, now, write=write, indexer=indexer, check_later=check_later)

        with plain_errors(path):
            if not (path.exists() or path.is_symlink()):
                if not write:
                    return cls.empty(clock, fill)
                creation.create(path, fill)
        opened = opening(check_later=check_later)
        return cls(path, opening, clock=clock, indexer=indexer, opened=opened)

    @classmethod
    def empty(cls, clock: Clock, fill: Callable[[Session], None] | None = None) -> Self:
        """A private workspace in memory: what a reader sees where there is none.

        It holds nothing but what `fill` writes into it.
        """
        refusal = WorkspaceError("There is no workspace yet; nothing was changed.")
        opened = Opened(engines.in_memory(creation.build, fill), refusal)
        return cls(None, lambda: opened, clock=clock)

    @property
    def read_only(self) -> bool:
        return self._held.read_only

    @property
    def notice(self) -> str:
        """The sentence to show where the file can only be read (a newer version wrote it, or the
        place can't be written), else empty.
        """
        return self._held.notice

    @contextmanager
    def away(self) -> Iterator[Path]:
        """Give the file up for as long as something else needs it alone, then open it again.

        Whatever the body did or raised: an older file that it put there is migrated. Until then
        every use raises WorkspaceBusyError. Raises what `open` raises where the file can't be
        opened again; every use raises that too, until `resume` succeeds.
        """
        path = self._file("to give up")
        if self._held.refusal is not None:
            raise self._held.refusal
        self._held.give_up(
            WorkspaceBusyError(
                f"{path.name} is being changed as a whole; nothing was saved; try again soon."
            )
        )
        try:
            yield path
        finally:
            self.resume()
            self._held.damage = None

    def suspend(self) -> None:
        """Close the file until `resume`; between them every use raises WorkspaceLockedError."""
        if self.path is not None and self._held.refusal is None:
            self._held.give_up(
                WorkspaceLockedError(
                    f"{self.path.name} is locked; nothing was changed; unlock it first."
                )
            )

    def resume(self) -> None:
        """Open the file again after `suspend`; raises what `open` raises and stays closed then."""
        self._held.take_back()

    @property
    def is_suspended(self) -> bool:
        return self._held.refusal is not None

    def _file(self, what: str) -> Path:
        if self.path is None:
            raise WorkspaceError(f"There is no workspace yet, so there is nothing {what}.")
        return self.path

    def check_pages(self, *, full: bool = False) -> None:
        """Look at every page now, on any thread; `full` compares indexes and search with them too.

        Raises WorkspaceDamagedError, and nothing is then written again; StoppedError where the
        file is closed or given up meanwhile.
        """
        if full:
            self._check_pages(full=True)
        else:
            with self._checking:
                self._check_pages()

    def _check_pages(self, *, full: bool = False) -> None:
        if self.path is None:
            return
        try:
            with self.look() as look:
                health.check_pages(look.raw, self.path, full=full)
        except WorkspaceDamagedError as damage:
            self._held.damage = damage
            raise
        self._unchecked = False

    @contextmanager
    def look(self) -> Iterator[Look]:
        """Read on any thread, beside whatever is done here. Who closes the file or gives it up
        ends that first: it raises StoppedError.
        """

        def connect() -> Connection:
            reader = self._held.opened.reader
            return (reader if self.path is None else engines.looking(self.path)).connect()

        with plain_errors(self.path), self._held.looks.begin(connect) as look:
            yield look

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one moment of the file and can't change it."""
        with (
            plain_errors(self.path),
            Session(self._held.opened.reader, expire_on_commit=False) as session,
        ):
            yield session

    @contextmanager
    def write(
        self, label: str, *, journalled: bool = True, barrier: bool = False, run: str = ""
    ) -> Iterator[Transaction]:
        """One transaction, which is one step of undo named `label`: all of it or nothing. Who
        knows a better name once it has read may set the transaction's label.

        `journalled=False` leaves no step (library rows, drafts) and no label; `barrier` makes one
        that undo stops at. Changes of one `run` that follow each other without a long rest, or
        anything in between, are one step, as in typing. Raises WorkspaceError where the file can
        only be read.
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
                transaction.label = ""
            session.commit()

    def _writing(self) -> Engine:
        """What writes. The pages of a large file are looked at before, here or by who began to.

        Raises why nothing may be written.
        """
        writer = self._held.writing()
        if self._unchecked:
            with self._checking:
                if self._unchecked:
                    self._check_pages()
            writer = self._held.writing()
        return writer

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
        with plain_errors(self.path), self._held.opened.reader.begin() as connection:
            return undo.history(connection, limit)

    def data_version(self) -> int:
        """A number that differs when another program has written since it was asked last."""
        opened = self._held.opened
        engine = opened.writer if isinstance(opened.writer, Engine) else opened.reader
        with plain_errors(self.path), engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            return int(raw.execute("PRAGMA data_version").fetchone()[0])

    def file_key(self) -> keys.FileKey | None:
        """What the file is encrypted with, None for a plain one."""
        with plain_errors(self.path), self._held.opened.reader.connect() as connection:
            return keys.of_connection(connection.connection.driver_connection)

    def back_up(self, reason: str) -> BackupInfo:
        """Take a checked backup; see `taking.back_up`."""
        return taking.back_up(self._file("to back up"), reason)

    def close(self) -> None:
        """Close the file; the last program to do so folds the log into it."""
        self._held.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
