"""Small documents in the site's library."""

from __future__ import annotations

import pytest

from app.domain.errors import InputError
from app.domain.remote_errors import RemoteConflict
from app.remote.folder import MAX_DOCUMENT, RemoteNameError
from app.remote.office365.collections import PLACE
from tests.remote.office365.laptop import Laptop

CARDS = f"{PLACE}/cards"


def test_what_one_laptop_puts_another_gets(anna: Laptop, other_laptop: Laptop) -> None:
    remote, other = anna.office.collections, other_laptop.office.collections
    assert list(other.names("cards")) == []
    remote.put("cards", "abc", b"{}")
    assert list(other.names("cards")) == ["abc"]
    assert other.get("cards", "abc") == b"{}"
    assert other.get("cards", "missing") is None
    assert remote.kind == "office365"


def test_documents_are_files_that_people_can_find(anna: Laptop) -> None:
    anna.office.collections.put("cards", "abc", b"{}")
    assert anna.service.drive.paths() == [f"{CARDS}/abc.json"]


def test_the_same_content_again_is_harmless(anna: Laptop, other_laptop: Laptop) -> None:
    anna.office.collections.put("cards", "abc", b"{}")
    other_laptop.office.collections.put("cards", "abc", b"{}")
    assert anna.service.drive.paths() == [f"{CARDS}/abc.json"]


def test_other_content_under_a_name_that_stands_is_a_conflict(anna: Laptop, other_laptop: Laptop) -> None:
    anna.office.collections.put("cards", "abc", b"first")
    with pytest.raises(RemoteConflict):
        other_laptop.office.collections.put("cards", "abc", b"other")
    assert anna.office.collections.get("cards", "abc") == b"first"


def test_a_lost_answer_is_no_conflict_with_oneself(anna: Laptop) -> None:
    anna.office.collections.put("cards", "first", b"{}")
    anna.service.faults.next("PUT", "*abc.json:/content", lose_answer=True)
    anna.office.collections.put("cards", "abc", b"{}")
    assert anna.office.collections.get("cards", "abc") == b"{}"


def test_foreign_files_folders_and_empty_ones_are_left_alone(anna: Laptop) -> None:
    drive = anna.service.drive
    for name, content in {"abc.json": b"{}", "notes.txt": b"x", "empty.json": b"", "a..b.json": b"x"}.items():
        drive.put(f"{CARDS}/{name}", content)
    drive.put(f"{CARDS}/folder/deep.json", b"x")
    before = drive.paths()
    assert list(anna.office.collections.names("cards")) == ["abc"]
    assert drive.paths() == before


def test_a_large_file_is_seen_to_be_one(anna: Laptop) -> None:
    anna.service.drive.put(f"{CARDS}/big.json", bytes(3 * MAX_DOCUMENT))
    for _ in range(2):  # before and after it was listed
        content = anna.office.collections.get("cards", "big")
        assert content is not None
        assert len(content) == MAX_DOCUMENT + 1
        list(anna.office.collections.names("cards"))
    with pytest.raises(InputError):
        anna.office.collections.put("cards", "big", bytes(MAX_DOCUMENT + 1))


@pytest.mark.parametrize("name", ["../x", "..", "", "a/b", "a\\b", "C:x", "a\n", "é", ".x", "x" * 300])
def test_a_name_cannot_leave_the_collection(anna: Laptop, name: str) -> None:
    for collection, document in (("cards", name), (name, "abc")):
        with pytest.raises(RemoteNameError):
            anna.office.collections.get(collection, document)
        with pytest.raises(RemoteNameError):
            anna.office.collections.put(collection, document, b"{}")
    assert anna.service.drive.paths() == []


def test_what_was_just_put_is_named_without_looking(anna: Laptop) -> None:
    anna.office.feed.patience = anna.office.feed.patience.max
    remote = anna.office.collections
    assert list(remote.names("cards")) == []
    remote.put("cards", "abc", b"{}")
    anna.service.forget_requests()
    assert list(remote.names("cards")) == ["abc"]
    assert anna.service.requests == []


def test_reading_costs_no_look_at_the_whole(anna: Laptop) -> None:
    for number in range(5):
        anna.service.drive.put(f"{CARDS}/card-{number}.json", b"{}")
    names = list(anna.office.collections.names("cards"))
    anna.service.forget_requests()
    assert [anna.office.collections.get("cards", name) for name in names] == [b"{}"] * 5
    assert len(anna.service.requests) == 10, "what it is, and what is in it"


def test_what_is_removed_is_no_longer_named(anna: Laptop, other_laptop: Laptop) -> None:
    anna.office.collections.put("cards", "abc", b"{}")
    assert list(other_laptop.office.collections.names("cards")) == ["abc"]
    anna.service.drive.delete(f"{CARDS}/abc.json")
    assert list(other_laptop.office.collections.names("cards")) == []
    assert other_laptop.office.collections.get("cards", "abc") is None
