"""Fixtures: `from tests.microsoft365.fixtures import microsoft365` in a conftest, or in a test module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.microsoft365.microsoft365 import Microsoft365


@pytest.fixture
def microsoft365(monkeypatch: pytest.MonkeyPatch) -> Iterator[Microsoft365]:
    """The service with one member, `anna@vroom.example`, and a colleague who owns the site. Nothing of a proxy or of other
    roots of trust, since requests takes those from the environment before what a session says."""
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with Microsoft365() as service:
        service.add_person("anna@vroom.example", "Anna Bakker", roles=("Consultant",))
        yield service
