"""Pages of a listing: `$top` and an opaque `$skiptoken`. Source: https://learn.microsoft.com/graph/paging"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar
from urllib.parse import parse_qsl, quote, urlencode

from tests.microsoft365.messages import GraphError, Json, Request

if TYPE_CHECKING:
    from tests.microsoft365.world import World

T = TypeVar("T")
MAX_TOP = 5000


@dataclass(frozen=True)
class Page(Generic[T]):
    """`more`: the link to the next page, where there is one."""

    values: Sequence[T]
    more: Json


def page_of(world: World, request: Request, everything: Sequence[T]) -> Page[T]:
    """The page that was asked for."""
    start = _start(request.query.get("$skiptoken"))
    size = _top(request.query.get("$top"), world.page_size)
    values = everything[start : start + size]
    if start + size >= len(everything):
        return Page(values, {})
    return Page(values, {"@odata.nextLink": next_link(world, request, start + size)})


def next_link(world: World, request: Request, start: int) -> str:
    token = base64.urlsafe_b64encode(f"Paged=TRUE&p={start}".encode()).decode()
    parts = request.target.split("?", 1)
    query = [(key, value) for key, value in parse_qsl(parts[1] if len(parts) == 2 else "") if key != "$skiptoken"]
    return f"{world.graph_address}{parts[0]}?{urlencode([*query, ('$skiptoken', token)], quote_via=quote, safe='$')}"


def _start(token: str | None) -> int:
    if token is None:
        return 0
    try:
        return int(base64.urlsafe_b64decode(token).decode().removeprefix("Paged=TRUE&p="))
    except ValueError as error:
        raise GraphError(400, "invalidRequest", "The skip token is not valid.") from error


def _top(wanted: str | None, default: int) -> int:
    if wanted is None:
        return default
    if not wanted.isdigit() or int(wanted) == 0:
        raise GraphError(400, "invalidRequest", "Invalid value for $top.", inner="invalidQueryOption")
    return min(int(wanted), MAX_TOP)
