"""One window a workspace: a second start raises the first. Import it after the first paint."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

RAISE = b"raise\n"
PATIENCE_MS = 500


class SingleInstance(QObject):
    """Speaks over a local socket that only this user can open; it knows one word."""

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
        digest = hashlib.sha256(f"{user}:{workspace.resolve()}".encode()).hexdigest()
        self._name = f"jobtracker-{digest[:24]}"
        self._server: QLocalServer | None = None
        self._raise: Callable[[], object] | None = None

    def is_second(self) -> bool:
        """Whether a window already has this workspace; if so it was asked to come forward."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE_MS):
            return False
        socket.write(RAISE)
        socket.waitForBytesWritten(PATIENCE_MS)
        socket.disconnectFromServer()
        return True

    def listen(self, raise_window: Callable[[], object]) -> bool:
        """Be the first; `raise_window` is called when another start knocks."""
        self._raise = raise_window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        if self._server is not None:
            self._server.close()

    def _answer(self) -> None:
        """A knock is enough; what is sent is not read further than its length."""
        assert self._server is not None
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            if self._raise is not None:
                self._raise()
