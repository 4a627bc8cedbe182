"""One assistant a person, over all sessions: the first listens, a second one asks it to show itself. Source: VT-C4.

The address follows from the data directory and can be reached by the same person only (a socket for the owner alone, on
Windows a pipe with that access). Nothing that arrives is more than one of the words below.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

SHOW = b"show\n"
LONGEST = 64  # bytes: who sends more is cut off
PATIENCE_MS = 1_000


def address(data_dir: Path) -> str:
    """Short enough for a socket (108 bytes), the same in every session of the person."""
    digest = hashlib.sha256(str(data_dir).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    runtime = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation) or tempfile.gettempdir()
    name = f"vroom-{digest}"
    return str(Path(runtime, name)) if runtime.startswith("/") else name


def ask_to_show(where: str) -> bool:
    """Ask the assistant that listens at `where` to show itself; False when nobody answers."""
    socket = QLocalSocket()
    socket.connectToServer(where)
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write(SHOW)
    sent = socket.waitForBytesWritten(PATIENCE_MS)
    socket.disconnectFromServer()
    return sent


class Doorbell(QObject):
    """Listens for a second start."""

    rung = Signal()

    def __init__(self, where: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._somebody)
        QLocalServer.removeServer(where)  # what a killed one left; a living one is kept out by the lease
        self.is_listening = self._server.listen(where)

    def close(self) -> None:
        self._server.close()

    @Slot()
    def _somebody(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is None:
            return
        socket.setReadBufferSize(LONGEST)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)
        if socket.bytesAvailable():
            self._take(socket)

    @Slot()
    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._take(socket)

    def _take(self, socket: QLocalSocket) -> None:
        if bytes(socket.read(LONGEST).data()) == SHOW:
            self.rung.emit()
        socket.abort()
