"""What an answer that is none of the good ones means, as an error with its own reaction.

Source: https://learn.microsoft.com/graph/errors
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from app.domain.errors import AssistantError
from app.domain.messages import msg
from app.domain.remote_errors import (
    RemoteConflict,
    RemoteFull,
    RemoteGone,
    RemoteLocked,
    RemoteOnHold,
    RemoteRefused,
    RemoteRejected,
    RemoteUnreachable,
)

# How SharePoint says that something is kept: codes differ from place to place, the words do not.
_ON_HOLD = re.compile(r"\bhold\b|on[ -]?hold|retention|retained|preserv", re.IGNORECASE)
_RECORD = re.compile(r"\brecords?\b|islockedrecord|recordlocked|declaredrecord", re.IGNORECASE)


def refusal(status: int, content: Mapping[str, Any]) -> AssistantError:
    """The error for a status of 400 and above, or a redirect. Nothing of the answer's text goes into it."""
    if status in (403, 423) and (kept := _kept(content)) is not None:
        return kept
    if status in _ERRORS:
        return _ERRORS[status]()
    if 300 <= status < 400:
        return RemoteUnreachable(msg("graph.redirected"))
    if 400 <= status < 500 or status == 501:
        return RemoteRejected(msg("graph.rejected", status=status))
    return RemoteUnreachable(msg("graph.server-trouble", status=status))


_ERRORS: Final[Mapping[int, Callable[[], AssistantError]]] = {
    403: lambda: RemoteRefused(msg("graph.refused")),
    404: lambda: RemoteGone(msg("graph.gone")),
    409: lambda: RemoteConflict(msg("graph.conflict")),
    410: lambda: RemoteGone(msg("graph.gone")),
    412: lambda: RemoteConflict(msg("graph.conflict")),
    423: lambda: RemoteLocked(msg("graph.locked")),
    507: lambda: RemoteFull(msg("graph.full")),
}


def codes(content: Mapping[str, Any]) -> tuple[str, ...]:
    """The code of an error and those inside it, outermost first: the inner ones say more."""
    return tuple(_codes(content))


def body_of(content: bytes) -> Mapping[str, Any]:
    """The object in an answer; empty where there is none."""
    try:
        body = json.loads(content) if content else {}
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def _kept(content: Mapping[str, Any]) -> RemoteOnHold | None:
    error = content.get("error")
    message = str(error.get("message", "")) if isinstance(error, dict) else ""
    said = " ".join((*codes(content), message))
    if _RECORD.search(said):
        return RemoteOnHold(msg("graph.is-record"), is_record=True)
    return RemoteOnHold(msg("graph.on-hold")) if _ON_HOLD.search(said) else None


def _codes(content: Mapping[str, Any]) -> Iterator[str]:
    inner: object = content.get("error")
    for _ in range(10):  # as deep as anybody nests them
        if not isinstance(inner, dict):
            return
        if isinstance(inner.get("code"), str):
            yield inner["code"]
        inner = inner.get("innererror") or inner.get("innerError")
