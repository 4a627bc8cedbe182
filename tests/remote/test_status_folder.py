"""The team's records in a plain folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.domain.errors import EnvironmentLacking
from app.domain.team_board import Reach
from app.remote.status_folder import FolderStatusBoard

A, B = "a" * 26, "b" * 26


@pytest.fixture
def board(tmp_path: Path) -> FolderStatusBoard:
    return FolderStatusBoard(tmp_path, is_private=False)


def test_what_was_posted_stands_there_whole(board: FolderStatusBoard, tmp_path: Path) -> None:
    assert board.own(A) is None
    posted = board.post(A, b"{}", None)
    own = board.own(A)
    assert own == posted
    assert (tmp_path / "status" / f"{A}.json").read_bytes() == b"{}"


def test_only_what_changed_is_read_again(board: FolderStatusBoard, tmp_path: Path) -> None:
    for device in (A, B):
        board.post(device, b"{}", None)
    first = board.changes({}, None)
    known = {posted.name: posted.stamp for posted in first.posted}
    assert sorted(known) == [A, B]
    assert board.changes(known, first.cursor).posted == ()
    board.post(B, b'{"more": 1}', None)
    assert [posted.name for posted in board.changes(known, None).posted] == [B]
    (tmp_path / "status" / f"{A}.json").unlink()
    assert board.changes(known, None).gone == (A,)


def test_a_document_of_the_same_size_and_time_in_another_file_is_seen(board: FolderStatusBoard, tmp_path: Path) -> None:
    """A put-back file may carry the time of the one that it replaces."""
    board.post(A, b'{"n":1}', None)
    path = tmp_path / "status" / f"{A}.json"
    facts = path.stat()
    known = {posted.name: posted.stamp for posted in board.changes({}, None).posted}
    other = path.with_name("other.tmp")
    other.write_bytes(b'{"n":2}')
    os.utime(other, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    other.replace(path)
    assert [posted.content for posted in board.changes(known, None).posted] == [b'{"n":2}']


def test_others_are_shown_to_everybody(board: FolderStatusBoard) -> None:
    board.post(A, b"{}", None)
    assert not board.shows_others(A)
    assert board.shows_others(B)
    assert board.readers().reach is Reach.FOLDER


def test_the_own_folder_is_nobodys_business_and_is_made(tmp_path: Path) -> None:
    board = FolderStatusBoard(tmp_path / "own", is_private=True)
    assert board.readers().reach is Reach.NOBODY
    board.post(A, b"{}", None)
    assert (tmp_path / "own" / "status" / f"{A}.json").exists()


def test_a_folder_that_is_not_there_is_said_and_not_made(tmp_path: Path) -> None:
    board = FolderStatusBoard(tmp_path / "weg", is_private=False)
    with pytest.raises(EnvironmentLacking):
        board.changes({}, None)
    with pytest.raises(EnvironmentLacking):
        board.post(A, b"{}", None)
    assert not (tmp_path / "weg").exists()


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="links are made by owners only here")
def test_a_link_is_not_followed(board: FolderStatusBoard, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.json"
    secret.write_text("{}")
    (tmp_path / "status").mkdir()
    (tmp_path / "status" / f"{A}.json").symlink_to(secret)
    assert board.changes({}, None).posted == ()
    assert board.own(A) is None
