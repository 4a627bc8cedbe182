"""Many requests in one ($batch). Each part has an answer of its own, in any order.

Source: https://learn.microsoft.com/graph/json-batching
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from app.domain.messages import msg
from app.domain.remote_errors import RemoteGone, RemoteRejected, RemoteUnreachable
from app.remote.office365.client import THROTTLED, Answer, GraphClient, objects
from app.remote.office365.silence import Silence, throttled

PARTS: Final = 20  # in one request, at most
_PARTS_MAY: Final = frozenset({400, 403, 404, 405, 409, 410, 412, 423})


class Batches:
    """Reads only: a part may be asked again. Any thread."""

    def __init__(self, client: GraphClient, silence: Silence) -> None:
        self._client = client
        self._silence = silence

    def get(self, paths: Sequence[str]) -> list[Answer]:
        """An answer for each path, of whatever status, in their order. Only parts that were throttled, or had trouble at the
        server, are asked again. Raises the errors of `app.domain.remote_errors` for the whole."""
        answers: dict[int, Answer] = {}
        try:
            for start in range(0, len(paths), PARTS):
                numbers = range(start, min(start + PARTS, len(paths)))
                self._all(paths, list(numbers), answers)
        except (RemoteGone, RemoteRejected):  # batches are not offered there
            return [self._client.request("GET", path, accept=_PARTS_MAY) for path in paths]
        return [answers[number] for number in range(len(paths))]

    def _all(self, paths: Sequence[str], waiting: list[int], answers: dict[int, Answer]) -> None:
        for attempt in range(THROTTLED):
            got = self._once({str(number): paths[number] for number in waiting})
            again: list[Answer] = []
            for number in list(waiting):
                answer = got.get(str(number))
                if answer is None or answer.status in (429, 500, 502, 503, 504, 509):
                    again.extend([answer] if answer else [])
                    continue
                answers[number] = answer
                waiting.remove(number)
            if not waiting:
                return
            self._rest(again, attempt)
        raise RemoteUnreachable(msg("graph.no-answer"))

    def _rest(self, refused: Sequence[Answer], attempt: int) -> None:
        """The longest silence that a part asks for is the account's."""
        asked = [answer for answer in refused if answer.status in (429, 509) or "retry-after" in answer.headers]
        untils = [self._silence.begin(answer.headers) for answer in asked]
        if untils and attempt + 1 >= THROTTLED:
            raise throttled(max(untils))
        if not untils:
            self._client.pause(attempt)

    def _once(self, paths: Mapping[str, str]) -> dict[str, Answer]:
        parts = [{"id": id_, "method": "GET", "url": path} for id_, path in paths.items()]
        body = self._client.request("POST", "/$batch", json={"requests": parts}, again=True).body
        return {str(part.get("id")): _answer(part) for part in objects(body.get("responses"))}


def _answer(part: Mapping[str, Any]) -> Answer:
    status, body, headers = part.get("status"), part.get("body"), part.get("headers")
    return Answer(
        status=status if isinstance(status, int) else 500,
        body=body if isinstance(body, dict) else {},
        headers={str(k).lower(): str(v) for k, v in headers.items()} if isinstance(headers, dict) else {},
    )
