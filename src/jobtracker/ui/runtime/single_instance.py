"""The first window of a workspace listens for later starts. Import it after the first paint.

It understands "raise" and one path, each ended by a NUL byte, and answers that it heard it.
Whoever sends nothing, too much or anything else is cut off and changes nothing.
"""

import logging
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from jobtracker.system.instance import ANSWER, END, LONGEST, file_in, meeting, message_for, name_of
from jobtracker.ui.runtime.channel import Channel

LOG = logging.getLogger("jobtracker.ui")
PATIENCE_MS = 500
MOST_LINES = 8
"""Connections that may wait at one time."""


class SingleInstance(QObject):
    """`knocked` tells that another start asked for the window, with the file it was given or
    None.
    """

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.knocked: Channel[Path | None] = Channel()
        met = meeting(workspace)
        self._address = f"jobtracker-{name_of(workspace)}"
        self._is_asked_here = met is None and sys.platform == "win32"
        if met is not None:
            self._address = str(met.socket)
        self._listens = met is not None or self._is_asked_here
        self._server: QLocalServer | None = None

    def is_second(self, file: Path | None = None) -> bool:
        """Whether a window already has this workspace; if so it was asked to come forward and to
        open the file.

        Asked on Windows only; elsewhere a start knows by its lock, before Qt is loaded.
        """
        return self._is_asked_here and self._knock(message_for(file))

    def listen(self) -> bool:
        """Answer the starts that follow; False where there is no private place to do so."""
        if not self._listens:
            LOG.info("no private folder to listen in")
            return False
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST_LINES)
        self._server.newConnection.connect(self._answer)
        if self._server.listen(self._address):
            return True
        QLocalServer.removeServer(self._address)
        return self._server.listen(self._address)

    def close(self) -> None:
        if self._server is not None:
            self._server.close()

    def _knock(self, message: bytes) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(PATIENCE_MS):
            return False
        socket.write(message)
        socket.waitForBytesWritten(PATIENCE_MS)
        socket.disconnectFromServer()
        return True

    def _answer(self) -> None:
        assert self._server is not None
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.setReadBufferSize(LONGEST + 1)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._hear, socket))
            patience = QTimer(socket, singleShot=True, interval=PATIENCE_MS)
            patience.timeout.connect(partial(QLocalSocket.abort, socket))
            patience.start()
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        """Wait for the whole message; one that grows too long is no message."""
        sent = bytes(socket.peek(LONGEST + 1).data())
        if END not in sent and len(sent) <= LONGEST:
            return
        try:
            file = file_in(sent)
        except ValueError:
            LOG.info("a message of %d bytes was dropped", len(sent))
            socket.abort()
            return
        socket.readAll()
        socket.write(ANSWER)
        socket.flush()
        socket.disconnectFromServer()
        self.knocked.put(file)
