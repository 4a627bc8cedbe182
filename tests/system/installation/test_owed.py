"""What the people of a machine owe, as the uninstaller sees it: nothing is only what was read as nothing. Source: VR-P4."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.system.installation.owed import NAME, OwedNote, Owing, owing, read_note
from app.system.installation.removing import Removal, WhileOwing, judge_removal


def person(folder: Path, note: bytes | None) -> Path:
    folder.mkdir()
    (folder / "store.db").touch()
    if note is not None:
        (folder / NAME).write_bytes(note)
    return folder


def test_a_note_is_read_as_it_was_written(tmp_path: Path) -> None:
    note = OwedNote(owed=3)
    (tmp_path / NAME).write_bytes(note.packed())
    assert read_note(tmp_path) == note


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"{",
        b"null",
        b"[]",
        b'{"owed": "0"}',
        b'{"owed": -1}',
        b'{"owed": 0, "schema": 2}',
        b"\xff\xfe",
        b" " * 5000,
    ],
)
def test_a_note_that_cannot_be_read_counts_as_owed(tmp_path: Path, content: bytes | None) -> None:
    assert owing([person(tmp_path / "eva", content)]) == Owing(people=1, copies=0, unread=1)


def test_people_are_counted_together(tmp_path: Path) -> None:
    dirs = [
        person(tmp_path / "eva", b'{"owed": 2}'),
        person(tmp_path / "robin", b'{"owed": 0}'),
        person(tmp_path / "sam", None),
        tmp_path / "nobody",
    ]
    assert owing(dirs) == Owing(people=2, copies=2, unread=1)


def test_where_no_store_lies_nobody_owes(tmp_path: Path) -> None:
    assert owing([tmp_path, tmp_path / "nobody"]).is_nothing


@pytest.mark.parametrize(
    ("policy", "ignores", "removal"),
    [
        (WhileOwing.WARN, False, Removal.WARNED),
        (WhileOwing.WARN, True, Removal.WARNED),
        (WhileOwing.REFUSE, False, Removal.REFUSED),
        (WhileOwing.REFUSE, True, Removal.OVERRIDDEN),
    ],
)
def test_what_is_owed_is_judged_by_the_policy(policy: WhileOwing, ignores: bool, removal: Removal) -> None:
    judgement = judge_removal(Owing(people=1, copies=2, unread=0), policy, ignores_owed=ignores)
    assert judgement.removal is removal
    assert judgement.may_go_on is (removal is not Removal.REFUSED)
    assert "2 copies" in judgement.sentence


@given(st.sampled_from(WhileOwing), st.booleans())
def test_where_nothing_is_owed_it_may_always_go(policy: WhileOwing, ignores: bool) -> None:
    judgement = judge_removal(Owing(people=0, copies=0, unread=0), policy, ignores_owed=ignores)
    assert judgement.removal is Removal.ALLOWED
    assert judgement.may_go_on
