"""One request, one answer: what comes back is read to a limit, and what is cut off is no answer.

Nothing is tried again here, and no redirect is followed.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import requests
from requests import exceptions as trouble
from urllib3 import exceptions as inner

from app.domain.messages import msg
from app.domain.remote_errors import RemoteUnreachable

CONNECT_SECONDS: Final = 10.0
READ_SECONDS: Final = (
    100.0  # between two pieces; SharePoint puts a large upload together before it answers the last one
)
MOST_SECONDS: Final = 300.0  # for a whole answer in JSON: one that drips in is none
MOST_BYTES: Final = 32 * 1024 * 1024  # of an answer in JSON
TRIES: Final = 5  # of a request that gets no good answer
TRIES_OFFLINE: Final = 3  # where there is no line at all
TRIES_SLOW: Final = 2
TRIES_ENDLESS: Final = 1
_PIECE: Final = 64 * 1024
_NOT_SENT: Final = (inner.NewConnectionError, inner.ConnectTimeoutError, inner.NameResolutionError, inner.ProxyError)


class LineFault(Exception):
    """No whole answer came. `was_sent`: the server may have done what was asked. `tries`: how often such a request is sent in
    all, before it is left until later; what costs a minute each time is not tried five times."""

    def __init__(self, kind: str, *, was_sent: bool, tries: int = TRIES) -> None:
        super().__init__(kind)
        self.kind = kind
        self.was_sent = was_sent
        self.tries = tries


@dataclass(frozen=True, slots=True)
class Reply:
    """`headers`: names in lower case. `content`: decoded, whole."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class Line:
    """Any thread. `clock`: seconds that go on."""

    def __init__(self, session: requests.Session, clock: Callable[[], float] = time.monotonic) -> None:
        self._session = session
        self._clock = clock

    def send(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        token: str | None = None,
    ) -> Reply:
        """The whole answer, whatever its status. Raises LineFault, ForeignHost, RemoteUnreachable (no trust in the server)."""
        with self.open(method, url, headers=headers, content=content, token=token) as response:
            body = b"" if method == "HEAD" else self._whole(response)
            return Reply(response.status_code, lower(response), body)

    @contextmanager
    def open(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        token: str | None = None,
    ) -> Iterator[requests.Response]:
        """The answer with its body unread; `pieces` reads it."""
        with _understood():
            response = self._session.request(
                method,
                url,
                data=content,
                headers=dict(headers or {}),
                auth=_Bearer(token),
                stream=True,
                allow_redirects=False,
                timeout=(CONNECT_SECONDS, READ_SECONDS),
            )
        try:
            yield response
        finally:
            response.close()

    def pieces(self, response: requests.Response, size: int) -> Iterator[bytes]:
        """The body as it comes. Raises LineFault where it is cut off."""
        with _understood():
            yield from response.iter_content(size)

    def _whole(self, response: requests.Response) -> bytes:
        """Raises LineFault for what is cut off, endless, or drips."""
        began, parts, size = self._clock(), list[bytes](), 0
        for part in self.pieces(response, _PIECE):
            size += len(part)
            if size > MOST_BYTES:
                raise LineFault("too-long", was_sent=True, tries=TRIES_ENDLESS)
            if self._clock() - began > MOST_SECONDS:
                raise LineFault("too-slow", was_sent=True, tries=TRIES_ENDLESS)
            parts.append(part)
        return b"".join(parts)


class _Bearer(requests.auth.AuthBase):
    """The token, or nothing at all: upload and download addresses are their own permission, and refuse a token."""

    def __init__(self, token: str | None) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers.pop("Authorization", None)
        if self._token is not None:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def lower(response: requests.Response) -> dict[str, str]:
    return {name.lower(): value for name, value in response.headers.items()}


@contextmanager
def _understood() -> Iterator[None]:
    """What requests raises names addresses, which are secrets here: only its kind is told on."""
    try:
        yield
    except trouble.SSLError as error:
        if _is(error, (ssl.SSLCertVerificationError,)):
            raise RemoteUnreachable(msg("graph.untrusted")) from None
        raise LineFault("no-answer", was_sent=True) from None  # the line dropped within TLS
    except (trouble.ConnectTimeout, trouble.ProxyError):
        raise LineFault("no-line", was_sent=False, tries=TRIES_OFFLINE) from None
    except trouble.ConnectionError as error:
        if _is(error, _NOT_SENT):
            raise LineFault("no-line", was_sent=False, tries=TRIES_OFFLINE) from None
        tries = TRIES_SLOW if _is(error, (inner.ReadTimeoutError,)) else TRIES
        raise LineFault("no-answer", was_sent=True, tries=tries) from None
    except trouble.Timeout:
        raise LineFault("time-out", was_sent=True, tries=TRIES_SLOW) from None
    except (trouble.RequestException, inner.HTTPError, OSError):
        raise LineFault("cut-off", was_sent=True) from None


def _is(error: BaseException, kinds: tuple[type[BaseException], ...]) -> bool:
    """Whether an error is one of `kinds`, or was made of one: requests wraps those of urllib3, which wraps the system's."""
    inside: BaseException | None = error
    for _ in range(10):  # as deep as they wrap
        if inside is None or isinstance(inside, kinds):
            return inside is not None
        parts = (getattr(inside, "reason", None), inside.args[0] if inside.args else None, inside.__cause__)
        inside = next((part for part in parts if isinstance(part, BaseException)), inside.__context__)
    return False
