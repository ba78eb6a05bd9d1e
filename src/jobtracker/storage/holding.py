"""The file behind a database: held beside others, opened, given up, and taken back."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine

from jobtracker.domain.errors import WorkspaceDamagedError, WorkspaceError
from jobtracker.storage import creation, engines
from jobtracker.storage.locks import WorkspaceLock
from jobtracker.storage.looking import Looks
from jobtracker.storage.plain_words import plain_errors
from jobtracker.storage.undo import Indexer


class Opened(NamedTuple):
    """A file as it stands open: `writer` is what every write is answered with where none may be."""

    reader: Engine
    writer: Engine | WorkspaceError
    lock: WorkspaceLock | None = None
    notice: str = ""
    unclean: bool = False
    unchecked: bool = False

    def close(self) -> None:
        self.reader.dispose()
        if isinstance(self.writer, Engine):
            self.writer.dispose()
        if self.lock is not None:
            self.lock.release()


class Held:
    """The file behind a database: open, or given up, and then every use of it is refused."""

    def __init__(self, opening: Callable[[], Opened], opened: Opened) -> None:
        self._opening = opening
        self._opened = opened
        self.refusal: WorkspaceError | None = None
        self.damage: WorkspaceDamagedError | None = None
        self.looks = Looks()

    @property
    def opened(self) -> Opened:
        """Raises why the file was given up, or could not be opened again."""
        if self.refusal is not None:
            raise self.refusal
        return self._opened

    @property
    def notice(self) -> str:
        return self._opened.notice

    @property
    def read_only(self) -> bool:
        return self.damage is not None or not isinstance(self._opened.writer, Engine)

    def writing(self) -> Engine:
        """Raises why nothing may be written."""
        writer = self.opened.writer
        if self.damage is not None:
            raise self.damage
        if isinstance(writer, WorkspaceError):
            raise writer
        return writer

    def give_up(self, refusal: WorkspaceError) -> None:
        self.refusal = refusal
        self.close()

    def take_back(self) -> None:
        """Open the file again where it was given up; it stays so where that fails."""
        if self.refusal is None:
            return
        try:
            self._opened = self._opening()
        except WorkspaceError as error:
            self.refusal = error
            raise
        self.refusal = None

    def close(self) -> None:
        with self.looks.ended():
            self._opened.close()


def open_file(
    path: Path, now: datetime, *, write: bool, indexer: Indexer | None, check_later: bool
) -> Opened:
    """Hold the file, bring it up to date, and make its engines."""
    rebuild = indexer.rebuild if indexer is not None else None
    with plain_errors(path):
        place = creation.prepare(path, now, write=write, rebuild=rebuild, check_later=check_later)
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
    return Opened(
        reader, writer, place.lock, str(place.refusal or ""), place.unclean, place.unchecked
    )
