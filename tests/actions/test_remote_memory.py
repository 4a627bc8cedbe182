"""What the remote remembers lies in the store, and two processes do not write over each other."""

from __future__ import annotations

import pytest

from app.actions.office import Office
from app.actions.remote_memory import StoredMemory
from tests.actions.laptop import Laptop


@pytest.fixture
def office(laptop: Laptop) -> Office:
    return laptop.app.office


@pytest.fixture
def memory(office: Office) -> StoredMemory:
    return StoredMemory(office)


def test_what_is_put_is_there_again_after_a_restart(laptop: Laptop, memory: StoredMemory) -> None:
    memory.put("cursor", "abc")
    memory.put("cursor", "def")
    laptop.restart()
    again = StoredMemory(laptop.app.office)
    assert again.get("cursor") == "def"
    again.put("cursor", None)
    again.put("never", None)
    assert again.get("cursor") is None


def test_several_values_come_together_or_not_at_all(memory: StoredMemory) -> None:
    assert memory.replace({"a": "1", "version": "x"}, expected=("version", None))
    assert not memory.replace({"a": "2", "version": "y"}, expected=("version", None))
    assert (memory.get("a"), memory.get("version")) == ("1", "x")
    assert memory.replace({"a": None, "version": "y"}, expected=("version", "x"))
    assert (memory.get("a"), memory.get("version")) == (None, "y")


def test_it_writes_no_journal(office: Office, memory: StoredMemory) -> None:
    with office.look() as session:
        before = session.journal.head()
    memory.put("cursor", "abc")
    with office.look() as session:
        assert session.journal.head() == before


def test_it_can_be_asked_within_a_look_and_a_change(office: Office, memory: StoredMemory) -> None:
    """Whoever holds the store asks the remote nothing; reading what is remembered does no harm there."""
    memory.put("cursor", "abc")
    with office.look():
        assert memory.get("cursor") == "abc"
