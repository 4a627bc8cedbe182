"""The test server, one laptop that speaks to it, and another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.microsoft365 import Microsoft365
from tests.microsoft365.fixtures import microsoft365
from tests.remote.office365.laptop import Laptop, Sender, laptop

__all__ = ["microsoft365"]


@pytest.fixture
def anna(microsoft365: Microsoft365) -> Iterator[Laptop]:
    made = laptop(microsoft365)
    try:
        yield made
    finally:
        made.session.close()


@pytest.fixture
def other_laptop(microsoft365: Microsoft365) -> Iterator[Laptop]:
    """Of the same person."""
    made = laptop(microsoft365)
    try:
        yield made
    finally:
        made.session.close()


@pytest.fixture
def sender(anna: Laptop) -> Sender:
    return Sender(anna.office)
