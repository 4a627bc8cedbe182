"""What comes in and what goes out: requests, answers, and the errors as Graph words them."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

# JSON as it comes; its shape is judged where it is read.
Json = dict[str, Any]


class Host(StrEnum):
    """The three hosts of Microsoft 365 that a client meets."""

    ENTRA = "entra"
    GRAPH = "graph"
    FILES = "files"


class Headers:
    """Header lines in their order; names in any case."""

    def __init__(self, lines: list[tuple[str, str]]) -> None:
        self.lines = lines

    def get(self, name: str, default: str | None = None) -> str | None:
        return next((value for key, value in self.lines if key.lower() == name.lower()), default)

    def __contains__(self, name: str) -> bool:
        return self.get(name) is not None

    def __getitem__(self, name: str) -> str:
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value


@dataclass
class Request:
    """One request as it came. `target` is the raw path with its query; `status` is filled in when it was answered (None: the
    line was dropped)."""

    host: Host
    method: str
    target: str
    headers: Headers
    body: bytes
    at: datetime
    status: int | None = None
    person: str | None = None
    in_batch: bool = False
    request_id: str = field(default_factory=lambda: str(uuid.uuid4()))

    @property
    def raw_path(self) -> str:
        return self.target.split("?", 1)[0]

    @property
    def path(self) -> str:
        """The decoded path, without the query."""
        return unquote(self.raw_path)

    @property
    def query(self) -> dict[str, str]:
        parts = self.target.split("?", 1)
        return dict(parse_qsl(parts[1], keep_blank_values=True)) if len(parts) == 2 else {}

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))

    def json(self) -> Json:
        """The body as a JSON object; 400 when it is none."""
        kind = (self.headers.get("Content-Type") or "").split(";")[0].strip().lower()
        if kind != "application/json":
            raise GraphError(400, "BadRequest", "Write requests must contain the Content-Type header declaration.")
        try:
            found = json.loads(self.body)
        except ValueError as error:
            raise GraphError(400, "BadRequest", "Unable to read JSON request payload.") from error
        if not isinstance(found, dict):
            raise GraphError(400, "BadRequest", "Entity only allows writes with a JSON Content-Type header.")
        return found

    def __str__(self) -> str:
        return f"{self.method} {self.target} -> {self.status}"


@dataclass(frozen=True)
class Stretch:
    """A part of a file that is sent as it lies on the disk."""

    file: Path
    start: int
    length: int


@dataclass
class Answer:
    """`body` or `stretch`; the length is told in either case."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    stretch: Stretch | None = None

    @property
    def length(self) -> int:
        return self.stretch.length if self.stretch else len(self.body)


def json_answer(status: int, content: object, headers: Mapping[str, str] | None = None) -> Answer:
    told = {"Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store", **(headers or {})}
    return Answer(status, json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), told)


def html_answer(text: str, status: int = 200) -> Answer:
    return Answer(status, text.encode(), {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"})


class GraphError(Exception):
    """An error answer in Graph's form. Source: https://learn.microsoft.com/graph/errors"""

    def __init__(
        self,
        status: int,
        code: str,
        message: str = "",
        *,
        inner: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code
        self.message = message or code
        self.inner = inner
        self.headers = dict(headers or {})

    def answer(self, now: datetime, request_id: str = "") -> Answer:
        return graph_error(self.status, self.code, self.message, self.inner, self.headers, now, request_id)


def graph_error(
    status: int,
    code: str,
    message: str = "",
    inner: str | None = None,
    headers: Mapping[str, str] | None = None,
    now: datetime | None = None,
    request_id: str = "",
) -> Answer:
    """The answer itself, for faults too."""
    details: Json = {"code": inner} if inner else {}
    if now is not None:
        details["date"] = now.strftime("%Y-%m-%dT%H:%M:%S")
    if request_id:
        details |= {"request-id": request_id, "client-request-id": request_id}
    return json_answer(status, {"error": {"code": code, "message": message or code, "innerError": details}}, headers)
