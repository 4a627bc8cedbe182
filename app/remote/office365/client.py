"""Requests to Microsoft Graph in the name of the signed-in person, and what is done when the answer is none of the good ones.

- 401: a new token, once; then the person has to sign in.
- 429, 509, and 503 with Retry-After: the whole account is silent until then (`silence.py`).
- other 5xx, a dropped line, an answer that is none: again, after a random pause that grows; then the remote is unreachable.
- everything else is an error with its own reaction (`refusals.py`).
"""

from __future__ import annotations

import json as json_text
import re
import uuid
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, TypeVar
from urllib.parse import quote, urlsplit

from app.domain.messages import msg
from app.domain.remote_errors import RemoteGone, RemoteRefused, RemoteUnreachable, SignInNeeded
from app.domain.remote_ports import Tokens
from app.remote.office365.line import TRIES, Line, LineFault, Reply
from app.remote.office365.refusals import body_of, refusal
from app.remote.office365.silence import Silence, throttled

THROTTLED: Final = 4  # times in a row; then it is left until later
FIRST_PAUSE: Final = 1.0  # seconds, at most; doubled each time
LONGEST_PAUSE: Final = 20.0
REPEATABLE: Final = frozenset({"GET", "HEAD", "DELETE"})
FOR_GOOD: Final = frozenset({501, 507})  # of the 5xx: asking again changes nothing
NONE: Final[frozenset[int]] = frozenset()

_PLAIN: Final = "$,()'=:"  # that mean something in OData, and nothing in an address
_CLAIMS = re.compile(r'claims="(?P<claims>[^"]+)"', re.IGNORECASE)
T = TypeVar("T")


class AnswerLost(RemoteUnreachable):
    """It may have been done or not: whoever asked has to look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`body`: the JSON object of the answer, empty where there was none. `headers`: names in lower case."""

    status: int
    body: Mapping[str, Any]
    headers: Mapping[str, str] = field(default_factory=dict)


class GraphClient:
    """Any thread. Paths begin with "/" below the version, or are whole addresses that Graph gave (next and delta links)."""

    def __init__(
        self,
        graph_url: str,
        line: Line,
        tokens: Tokens,
        silence: Silence,
        *,
        wait: Callable[[float], None],
        chance: Callable[[], float],
    ) -> None:
        self._graph_url = graph_url
        self.line = line
        self._tokens = tokens
        self._silence = silence
        self._wait = wait
        self._chance = chance

    @property
    def account(self) -> str | None:
        """Who is signed in: the account's name, a mail address."""
        signed_in = self._tokens.signed_in()
        return None if signed_in is None else signed_in.account

    def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        json: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        accept: frozenset[int] = NONE,
        again: bool | None = None,
    ) -> Answer:
        """The answer of any 2xx, or of a status in `accept`. `again`: whether it may be sent again when the answer was lost (by
        default GET and DELETE may); AnswerLost where it may not. Raises the errors of `app.domain.remote_errors`."""
        url = self.address(path, params)
        sent = {"Accept": "application/json", "client-request-id": str(uuid.uuid4()), **(headers or {})}
        if json is not None:
            content = json_text.dumps(json, ensure_ascii=False).encode()
            sent.setdefault("Content-Type", "application/json")
        may_repeat = method in REPEATABLE if again is None else again
        reply = self.persist(lambda: self._signed(method, url, sent, content), may_repeat=may_repeat)
        return self.judged(reply, accept)

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Mapping[str, Any]:
        return self.request("GET", path, params=params).body

    def values(self, path: str, params: Mapping[str, str] | None = None) -> Iterator[Mapping[str, Any]]:
        """The items of a collection, over all its pages."""
        seen: set[str] = set()
        page = self.get(path, params)
        while True:
            yield from objects(page.get("value"))
            following = page.get("@odata.nextLink")
            if not isinstance(following, str):
                return
            if following in seen:
                raise RemoteUnreachable(msg("graph.no-answer"))
            seen.add(following)
            page = self.get(following)

    def bare(
        self, method: str, url: str, *, content: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        """Speak to an upload address, once, without token; any status comes back. Raises LineFault, RemoteThrottled,
        ForeignHost."""
        self._silence.keep()
        reply = self.line.send(method, url, content=content, headers=headers)
        if is_throttled(reply):
            self._silence.begin(reply.headers)
        elif reply.status < 500:
            self._silence.ended()
        return reply

    def silent_until(self) -> datetime:
        """Until when the account is silent; the present when it may speak."""
        return self._silence.until() or self._silence.now()

    def pause(self, attempt: int) -> None:
        """Wait a random while, longer after each attempt (from 0)."""
        self._wait(self._chance() * min(FIRST_PAUSE * 2**attempt, LONGEST_PAUSE))

    def persist(self, send: Callable[[], Reply], *, may_repeat: bool) -> Reply:
        """`send` until there is an answer that says something. Raises RemoteThrottled, AnswerLost, RemoteUnreachable."""
        attempt = silenced = 0
        while True:
            self._silence.keep()
            try:
                reply = send()
            except LineFault as fault:
                if fault.was_sent and not may_repeat:
                    raise AnswerLost(msg("graph.no-answer")) from None
                if attempt + 1 >= fault.tries:
                    raise RemoteUnreachable(msg("graph.no-answer")) from None
            else:
                if is_throttled(reply):
                    until = self._silence.begin(reply.headers)
                    silenced += 1
                    if silenced >= THROTTLED:
                        raise throttled(until)
                    continue
                if reply.status < 500 or reply.status in FOR_GOOD:
                    self._silence.ended()
                    return reply
                if not may_repeat and reply.status != 503:
                    raise AnswerLost(msg("graph.server-trouble", status=reply.status))
                if attempt + 1 >= TRIES:
                    return reply
            self.pause(attempt)
            attempt += 1

    def judged(self, reply: Reply, accept: frozenset[int] = NONE) -> Answer:
        """An answer as it was asked for, or the error that it means."""
        body = body_of(reply.content)
        if not (200 <= reply.status < 300 or reply.status in accept):
            raise refusal(reply.status, body)
        if reply.status in (200, 201) and reply.content and not body:
            raise RemoteUnreachable(msg("graph.no-answer"))  # a page of some proxy, not Graph's
        return Answer(status=reply.status, body=body, headers=reply.headers)

    def address(self, path: str, params: Mapping[str, str] | None = None) -> str:
        """The whole address. Raises RemoteRefused for one that is not Graph's own: no token goes there."""
        if path.startswith("/"):
            path = self._graph_url + path
        own, other = urlsplit(self._graph_url), urlsplit(path)
        if (own.scheme, own.netloc.lower()) != (other.scheme, other.netloc.lower()):
            raise RemoteRefused(msg("graph.foreign-link"))
        if not params:
            return path
        # Spaces as %20: Graph does not read "+" as one in $filter.
        query = "&".join(f"{quote(key, safe='$@')}={quote(value, safe=_PLAIN)}" for key, value in params.items())
        return f"{path}{'&' if other.query else '?'}{query}"

    def _signed(self, method: str, url: str, headers: Mapping[str, str], content: bytes | None) -> Reply:
        """With a token, and a second one where the first is refused. Raises SignInNeeded."""
        token = self._tokens.token()
        reply = self.line.send(method, url, headers=headers, content=content, token=token)
        if reply.status != 401:
            return reply
        token = self._tokens.token(claims=claims_of(reply), rejected=token)
        reply = self.line.send(method, url, headers=headers, content=content, token=token)
        if reply.status == 401:
            raise SignInNeeded(msg("graph.sign-in"))
        return reply


def is_throttled(reply: Reply) -> bool:
    return reply.status in (429, 509) or (reply.status == 503 and "retry-after" in reply.headers)


def claims_of(reply: Reply) -> str | None:
    """What a claims challenge asks for, as JSON text. Source: https://learn.microsoft.com/entra/identity-platform/claims-challenge"""
    found = _CLAIMS.search(reply.headers.get("www-authenticate", ""))
    if found is None:
        return None
    raw = found["claims"]
    if raw.lstrip().startswith("{"):
        return raw
    try:
        text = b64decode(raw.replace("-", "+").replace("_", "/") + "=" * (-len(raw) % 4)).decode()
        json_text.loads(text)
    except ValueError:
        return None
    return text


def objects(value: object) -> Iterator[Mapping[str, Any]]:
    """The objects in a list of an answer; anything else in it is left out."""
    for item in value if isinstance(value, list) else ():
        if isinstance(item, dict):
            yield item


def unless_gone(ask: Callable[[], T]) -> T | None:
    """None where what was asked about is not there."""
    try:
        return ask()
    except RemoteGone:
        return None
