"""A long look at a file from another thread than the one that works with it: a check of all of it.

It gives way. Whoever closes the file ends every look first, in the middle of a statement too.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from jobtracker.domain.errors import StoppedError, WorkspaceDamagedError

_PATIENCE = 0.01
"""Seconds until a look that is to end is interrupted again: it may have been between statements."""


class Look:
    """One look, on a connection of its own: `raw` for pragmas, `read` for sessions. Each raises
    StoppedError once the file is to be closed.
    """

    def __init__(self, connection: sa.Connection, looks: "Looks") -> None:
        self._connection = connection
        self._looks = looks

    @property
    def raw(self) -> Any:
        """The driver's connection, outside any transaction."""
        return self._connection.connection.driver_connection

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one moment of the file: short, as others wait for it to fold logs."""
        self._looks.go_on()
        with Session(self._connection, expire_on_commit=False) as session:
            yield session

    def rest(self, seconds: float) -> None:
        """Leave the interpreter to others for a while."""
        self._looks.rest(seconds)


class Looks:
    """All looks at one file."""

    def __init__(self) -> None:
        self._change = Condition()
        self._going: list[Look] = []
        self._ending = False

    @contextmanager
    def begin(self, connect: Callable[[], sa.Connection]) -> Iterator[Look]:
        """Look through a connection that is closed afterwards.

        Raises what `connect` raises, StoppedError where the file is to be closed.
        """
        with self._change:
            self.go_on()
            connection = connect()
            look = Look(connection, self)
            self._going.append(look)
        try:
            yield look
        except WorkspaceDamagedError:
            raise
        except Exception as error:
            if self._ending:
                raise StoppedError("The check was stopped; nothing was changed.") from error
            raise
        finally:
            with self._change:
                self._going.remove(look)
                connection.close()
                self._change.notify_all()

    def go_on(self) -> None:
        """Raises StoppedError where the file is to be closed."""
        if self._ending:
            raise StoppedError("The check was stopped; nothing was changed.")

    def rest(self, seconds: float) -> None:
        """Raises StoppedError where the file is to be closed meanwhile."""
        with self._change:
            self._change.wait_for(lambda: self._ending, seconds)
        self.go_on()

    @contextmanager
    def ended(self) -> Iterator[None]:
        """Nobody looks while the body closes the file."""
        with self._change:
            self._ending = True
            self._change.notify_all()
            while self._going:
                for look in self._going:
                    look.raw.interrupt()
                self._change.wait(_PATIENCE)
        try:
            yield
        finally:
            self._ending = False
