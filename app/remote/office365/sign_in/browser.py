"""Where the browser comes back to after signing in: a listener on this machine alone, for one answer.

Source: RFC 8252 (native apps), https://learn.microsoft.com/entra/identity-platform/reply-url (http://localhost, any port).
"""

from __future__ import annotations

import html
import secrets
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import TracebackType
from typing import Final
from urllib.parse import parse_qs, urlsplit

from app.domain.sign_in import SignInFailed, SignInReason

TICK_SECONDS: Final = 0.2  # how soon a wish to stop is noticed
MOST_BYTES: Final = 64 * 1024  # of an answer: a code, a state, perhaps an error text
ASKING_SECONDS: Final = 5.0  # that a caller may take to say what it wants

Open = Callable[[str], bool]
Tick = Callable[[], None]  # may raise to stop


class BrowserReturn:
    """Listens on 127.0.0.1. Answers that do not carry `state` are not ours: they are turned away, and the wait goes on.

    `done` is what the person reads in the browser afterwards. Used as a context; raises SignInFailed.
    """

    def __init__(self, done: str) -> None:
        self._server = _Server(("127.0.0.1", 0), _page(done))
        self.state = secrets.token_urlsafe(32)

    @property
    def address(self) -> str:
        """The redirect address. Entra compares all but the port, and wants the name, not the number."""
        return f"http://localhost:{self._server.server_port}"

    def wait(self, tick: Tick, seconds: float, opening: Opening) -> dict[str, str]:
        """The parameters that came back. `tick` is called several times a second and may raise."""
        self._server.expected_state = self.state
        self._server.timeout = TICK_SECONDS
        for _ in range(max(1, int(seconds / TICK_SECONDS))):
            tick()
            self._server.handle_request()
            if self._server.answer is not None:
                return self._server.answer
            if opening.has_failed():
                raise SignInFailed(SignInReason.NO_BROWSER)
        raise SignInFailed(SignInReason.TOO_LATE)

    def __enter__(self) -> BrowserReturn:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.server_close()


class Opening:
    """Opens the browser beside the listening: a command that stays until its page is done must not keep it waiting."""

    def __init__(self, open_browser: Open, address: str) -> None:
        self._outcome: bool | None = None
        self._thread = threading.Thread(
            target=self._open, args=(open_browser, address), name="sign-in browser", daemon=True
        )
        self._thread.start()

    def has_failed(self) -> bool:
        return self._outcome is False

    def _open(self, open_browser: Open, address: str) -> None:
        self._outcome = open_browser(address)


class _Server(HTTPServer):
    allow_reuse_address = False  # on Windows a second program could otherwise listen on the same port
    expected_state = ""
    answer: dict[str, str] | None = None

    def __init__(self, place: tuple[str, int], page: bytes) -> None:
        self.page = page
        super().__init__(place, _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller that breaks off is no matter; nothing of it is written down."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = ASKING_SECONDS

    def do_GET(self) -> None:  # named by the library
        self._take(urlsplit(self.path).query)

    def do_POST(self) -> None:  # named by the library
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            self._reply(400, b"")
            return
        self._take(self.rfile.read(int(length)).decode("utf-8", "replace"))

    def log_message(self, *_: object) -> None:
        """Nothing is written down: the address holds a code."""

    def _take(self, text: str) -> None:
        given = {name: values[0] for name, values in parse_qs(text, max_num_fields=50).items()}
        is_ours = secrets.compare_digest(given.get("state", "").encode(), self.server.expected_state.encode())
        if urlsplit(self.path).path not in ("", "/") or not is_ours or not ("code" in given or "error" in given):
            self._reply(404, b"")
            return
        self.server.answer = given
        self._reply(200, self.server.page)

    def _reply(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)


def _page(text: str) -> bytes:
    said = html.escape(text)
    style = "body{font:18px system-ui,sans-serif;margin:15vh auto;max-width:32em;padding:0 1em}"
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>Vroom</title><style>{style}</style></head>'
        f"<body><p>{said}</p></body></html>"
    ).encode()
