"""Calls to the test server as a careful client makes them, for this package's own tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests

from tests.microsoft365.microsoft365 import ALL_SCOPES, Microsoft365


class Caller:
    """`graph`: with a token, below /v1.0; `plain`: without one, anywhere. Redirects are never followed by themselves."""

    def __init__(self, service: Microsoft365, mail: str, scopes: str = ALL_SCOPES, *, capable: bool = False) -> None:
        self._service = service
        self.token = service.token(mail, scopes, capable=capable)
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.verify = str(service.ca_file)

    def graph(self, method: str, path: str, **more: Any) -> requests.Response:
        address = path if path.startswith("https:") else f"{self._service.graph_url}/{path.lstrip('/')}"
        headers = {"Authorization": f"Bearer {self.token}", **more.pop("headers", {})}
        return self.plain(method, address, headers=headers, **more)

    def plain(self, method: str, address: str, **more: Any) -> requests.Response:
        return self._session.request(method, address, allow_redirects=False, timeout=20, **more)

    def close(self) -> None:
        self._session.close()


@contextmanager
def calling(
    service: Microsoft365, mail: str = "anna@vroom.example", scopes: str = ALL_SCOPES, *, capable: bool = False
) -> Iterator[Caller]:
    caller = Caller(service, mail, scopes, capable=capable)
    try:
        yield caller
    finally:
        caller.close()


def code_of(answer: requests.Response) -> tuple[int, str]:
    """Status and Graph's error code."""
    return answer.status_code, answer.json()["error"]["code"] if answer.content else ""
