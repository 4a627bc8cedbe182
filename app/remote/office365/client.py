"""Requests to Microsoft Graph in the name of the signed-in person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`body`: the JSON object of the answer, empty where there was none. `headers`: names in lower case."""

    status: int
    body: Mapping[str, Any]
    headers: Mapping[str, str] = field(default_factory=dict)


class GraphClient:
    """Any thread. Paths begin with "/" below the version, or are whole addresses that Graph gave (next and delta links)."""

    def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        json: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer, of any 2xx or 302. Raises the errors of `app.domain.remote_errors`."""
        raise NotImplementedError

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Mapping[str, Any]:
        return self.request("GET", path, params=params).body

    def values(self, path: str, params: Mapping[str, str] | None = None) -> Iterator[Mapping[str, Any]]:
        """The items of a collection, over all its pages."""
        raise NotImplementedError
