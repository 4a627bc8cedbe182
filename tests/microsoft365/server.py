"""HTTP/1.1 over TLS with kept connections; each connection has its thread, and all are gone after `stop`."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.microsoft365.faults import Fault
from tests.microsoft365.messages import Answer, Headers, Host

MAX_BODY = 260 * 1024 * 1024
_CHUNK = 256 * 1024

# The application: host, method, target, headers, body -> what to send, and what goes wrong with it.
Application = Callable[[Host, str, str, Headers, bytes], tuple[Answer | None, Fault]]


class Listener(ThreadingHTTPServer):
    """One port of 127.0.0.1; answers as `host` (None: as all three, by path)."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    allow_reuse_address = True

    def __init__(self, host: Host | None, port: int, context: ssl.SSLContext, application: Application) -> None:
        self.host_kind = host
        self.application = application
        self.stopping = threading.Event()
        self._context = context
        self._lines: dict[socket.socket, threading.Thread] = {}
        self._lines_lock = threading.Lock()
        super().__init__(("127.0.0.1", port), _Line)
        self._thread = threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.02}, name=f"microsoft365-{host or 'all'}", daemon=True
        )

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Close the port and every line, and wait for their threads."""
        self.stopping.set()
        self.shutdown()
        self.server_close()
        self._thread.join()
        with self._lines_lock:
            lines = list(self._lines.items())
        for line, _ in lines:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        for _, thread in lines:
            thread.join(5)

    def get_request(self) -> tuple[socket.socket, Any]:
        line, address = super().get_request()
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # The handshake is the line's own thread's: a client that is slow with it holds up nobody.
        return self._context.wrap_socket(line, server_side=True, do_handshake_on_connect=False), address

    def process_request(self, request: Any, client_address: Any) -> None:
        name = f"{self._thread.name}-line"
        thread = threading.Thread(target=self._serve_line, args=(request, client_address), name=name, daemon=True)
        with self._lines_lock:
            self._lines[request] = thread
        thread.start()

    def _serve_line(self, request: Any, client_address: Any) -> None:
        try:
            self.process_request_thread(request, client_address)
        finally:
            with self._lines_lock:
                self._lines.pop(request, None)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no news; anything else is a fault of this server and is kept for the test to see."""


class _Line(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Listener
    wbufsize = -1

    def setup(self) -> None:
        super().setup()
        self.connection.do_handshake()

    def handle(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            super().handle()

    def finish(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            super().finish()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        return

    def _serve(self) -> None:
        body = self._read_body()
        if body is None:
            return
        host = self.server.host_kind or host_of(self.path)
        headers = Headers(list(self.headers.items()))
        answer, fault = self.server.application(host, self.command, self.path, headers, body)
        if answer is None:
            self._hang_up()
        elif fault.endless:
            self._send_endlessly(answer)
        else:
            self._send(answer, fault.cut_after)

    do_GET = do_PUT = do_POST = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = _serve  # noqa: N815  # names of the base class

    def _read_body(self) -> bytes | None:
        if "chunked" in (self.headers.get("Transfer-Encoding") or "").lower():
            return self._read_chunks()
        length = int(self.headers.get("Content-Length") or 0)
        if length > MAX_BODY:
            self._send(Answer(413), None)
            self.close_connection = True
            return None
        body = self.rfile.read(length)
        # A line that broke in the middle: "all bytes in that request are ignored".
        return body if len(body) == length else None

    def _read_chunks(self) -> bytes | None:
        parts: list[bytes] = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return b"".join(parts)

    def _begin(self, answer: Answer, length: int | None) -> None:
        self.send_response_only(answer.status)  # the date is that of the service's clock
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def _send(self, answer: Answer, cut_after: int | None) -> None:
        self._begin(answer, None if answer.status == 204 else answer.length)
        if self.command != "HEAD":
            limit = answer.length if cut_after is None else min(cut_after, answer.length)
            self._send_body(answer, limit)
        self.wfile.flush()
        if cut_after is not None:
            self._hang_up()

    def _send_body(self, answer: Answer, limit: int) -> None:
        if answer.stretch is None:
            self.wfile.write(answer.body[:limit])
            return
        with answer.stretch.file.open("rb") as file:
            file.seek(answer.stretch.start)
            while limit > 0 and (part := file.read(min(_CHUNK, limit))):
                self.wfile.write(part)
                limit -= len(part)

    def _send_endlessly(self, answer: Answer) -> None:
        self.close_connection = True
        self._begin(Answer(answer.status, headers={**answer.headers, "Connection": "close"}), None)
        part = (answer.body or b" ")[:1024] * 64
        while not self.server.stopping.is_set():
            self.wfile.write(part)

    def _hang_up(self) -> None:
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)


def host_of(target: str) -> Host:
    """Which of the three a path belongs to, where one port answers for all."""
    if target.startswith(("/v1.0/", "/beta/")):
        return Host.GRAPH
    if target.startswith(("/sites/", "/personal/", "/_files/", "/_control/")):
        return Host.FILES
    return Host.ENTRA
