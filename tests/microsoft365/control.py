"""Turning the service from outside while it runs as a process: what tests do in the same process, demonstrations do by a call.

`POST {control}` with `{"do": NAME, ...arguments}`; the answer is JSON. The address holds a secret and is told at start alone.
"""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.microsoft365.faults import throttled
from tests.microsoft365.lists_state import Column
from tests.microsoft365.messages import Answer, GraphError, Json, Request, graph_error, json_answer

if TYPE_CHECKING:
    from tests.microsoft365.microsoft365 import Microsoft365
    from tests.microsoft365.other_people import DriveHandle


class Control:
    """The calls by name. Drives: that of the site, as `by` (mail address), or with `own` that person's OneDrive."""

    def __init__(self, service: Microsoft365) -> None:
        self._service = service
        self.path = f"/_control/{secrets.token_urlsafe(24)}"
        self._calls: dict[str, Callable[..., object]] = {
            "put": lambda path, text, **where: self._drive(**where).put(path, text.encode()).id,
            "read": lambda path, **where: self._drive(**where).read(path).decode("utf-8", "replace"),
            "paths": lambda **where: self._drive(**where).paths(),
            "recycle_bin": lambda **where: self._drive(**where).in_recycle_bin(),
            "delete": lambda path, **where: self._drive(**where).delete(path),
            "rename": lambda path, to, **where: self._drive(**where).rename(path, to).id,
            "lock": lambda path, locked=True, **where: self._drive(**where).lock(path, locked=locked),
            "hold": lambda path, kind="hold", **where: self._drive(**where).hold(path, kind),
            "share": lambda path, by=None, **grant: self._drive(by).share(path, **grant).id,
            "forget_changes": lambda **where: self._drive(**where).forget_changes(),
            "advance": lambda seconds: service.clock.advance(timedelta(seconds=seconds)),
            "throttle": lambda seconds, **more: service.world.throttle.start(timedelta(seconds=seconds), **more),
            "fault": self._fault,
            "revoke": service.revoke,
            "challenge": service.challenge,
            "disable": service.disable,
            "require_mfa": service.require_mfa,
            "add_person": lambda mail, **more: service.add_person(mail, **more).oid,
            "add_list": self._add_list,
            "token": service.token,
            "approve_device": service.entra.devices.approve,
            "set": self._set,
            "requests": self._requests,
            "forget_requests": service.forget_requests,
        }

    def answer(self, request: Request) -> Answer:
        try:
            asked = request.json()
            call = self._calls[asked.pop("do")]
            with self._service.world.lock:
                return json_answer(200, {"result": call(**asked)})
        except (GraphError, KeyError, TypeError) as error:
            return json_answer(400, {"error": f"{type(error).__name__}: {error}"})

    def _drive(self, by: str | None = None, *, own: bool = False) -> DriveHandle:
        if own and by is not None:
            return self._service.own_drive(by)
        return self._service.drive.as_person(by) if by else self._service.drive

    def _fault(
        self,
        method: str,
        pattern: str,
        status: int | None = None,
        code: str = "generalException",
        retry_after: str | None = None,
        **more: Any,
    ) -> None:
        answer = None
        if status in (429, 503):
            answer = throttled(retry_after, status)
        elif status is not None:
            answer = graph_error(status, code)
        self._service.faults.next(method, pattern, answer=answer, **more)

    def _add_list(self, name: str, columns: list[Json] | None = None, **more: Any) -> str:
        return self._service.add_list(name, [Column(**told) for told in columns or []], **more).id

    def _set(self, **values: Any) -> None:
        """Of the world: `rewrites`, `page_size`, `creates_parents`, `allows_permanent_delete`, ...; and `latency`."""
        for name, value in values.items():
            if name == "latency":
                self._service.latency = float(value)
            elif hasattr(self._service.world, name):
                setattr(self._service.world, name, value)
            else:
                raise KeyError(name)

    def _requests(self) -> Json:
        """How many of each kind came in, and the last hundred by path. No headers, no bodies."""
        seen = [request for request in self._service.requests if not request.path.startswith("/_control")]
        counts = Counter(f"{request.host} {request.method}" for request in seen)
        return {"count": len(seen), "kinds": dict(counts), "last": [json.loads(_line(each)) for each in seen[-100:]]}


def _line(request: Request) -> str:
    return json.dumps([request.method, request.path, request.status])
