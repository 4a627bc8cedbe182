"""Documents in a plain folder: whole or not at all, never over another one's. Source: VR-S2."""

from __future__ import annotations

import io
import os
import sys
import time
from pathlib import Path

import pytest

from app.domain.quick_xor import quick_xor
from app.domain.remote_errors import (
    RemoteBroken,
    RemoteConflict,
    RemoteGone,
    RemoteLocked,
    RemoteRefused,
    RemoteUnreachable,
)
from app.domain.remote_files import RemoteFile
from app.remote import folder_documents
from app.remote.folder_documents import FolderDocuments
from app.remote.folder_lock import STALE_LOCK, lock_of

PLACE = "P1"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    folder.mkdir()
    return folder


@pytest.fixture
def remote(root: Path) -> FolderDocuments:
    return FolderDocuments(root, is_cloud_only=lambda path: path.name.startswith("cloud"))


def upload(
    remote: FolderDocuments, path: str, content: bytes, replaces: str | None = None, size: int | None = None
) -> RemoteFile:
    return remote.upload(
        PLACE,
        path,
        io.BytesIO(content),
        sha256="-",
        size_bytes=len(content) if size is None else size,
        replaces=replaces,
        unfinished=None,
        remember=lambda _: None,
    )


def names(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_a_new_document_is_reported_with_its_digest(remote: FolderDocuments, root: Path):
    stored = upload(remote, "plan/a.txt", b"one")
    assert (stored.path, stored.size_bytes, stored.digest) == ("plan/a.txt", 3, quick_xor(b"one"))
    assert remote.find(PLACE, "plan/a.txt") == stored
    assert names(root) == ["documents/P1/plan/a.txt"]


def test_nothing_is_replaced_unseen(remote: FolderDocuments, root: Path):
    first = upload(remote, "a.txt", b"one")
    with pytest.raises(RemoteConflict) as error:
        upload(remote, "a.txt", b"two")
    assert error.value.current == first
    second = upload(remote, "a.txt", b"two", replaces=first.version)
    with pytest.raises(RemoteConflict) as error:
        upload(remote, "a.txt", b"three", replaces=first.version)
    assert error.value.current == second
    with pytest.raises(RemoteGone):
        upload(remote, "b.txt", b"three", replaces=first.version)
    assert (root / "documents/P1/a.txt").read_bytes() == b"two"
    assert names(root) == ["documents/P1/a.txt"]


def test_what_is_cut_off_leaves_nothing(remote: FolderDocuments, root: Path):
    with pytest.raises(RemoteBroken):
        upload(remote, "a.txt", b"one", size=4)
    assert names(root) == []


def test_one_replaces_at_a_time(remote: FolderDocuments, root: Path):
    first = upload(remote, "a.txt", b"one")
    lock = lock_of(root / "documents/P1/a.txt")
    lock.touch()
    with pytest.raises(RemoteLocked):
        upload(remote, "a.txt", b"two", replaces=first.version)
    old = time.time() - STALE_LOCK - 60
    os.utime(lock, (old, old))
    upload(remote, "a.txt", b"two", replaces=first.version)
    assert names(root) == ["documents/P1/a.txt"]


@pytest.mark.parametrize("path", ["../out.txt", "a/../../out.txt", "a//b", "/etc/passwd", "a\\b"])
def test_no_path_leads_out_of_the_place(remote: FolderDocuments, path: str):
    with pytest.raises(RemoteRefused):
        upload(remote, path, b"one")


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a right there")
def test_no_link_is_followed(remote: FolderDocuments, root: Path, tmp_path: Path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    place = root / "documents" / PLACE
    place.mkdir(parents=True)
    (place / "link").symlink_to(outside)
    (place / "file.txt").symlink_to(outside / "secret.txt")
    with pytest.raises(RemoteRefused):
        upload(remote, "link/new.txt", b"one")
    assert remote.find(PLACE, "file.txt") is None
    assert remote.changes(PLACE, None).changes == ()
    assert sorted(path.name for path in outside.iterdir()) == ["secret.txt"]


def test_changes_tell_all_there_is_and_read_only_what_is_new(
    remote: FolderDocuments, root: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(folder_documents, "_RACY", -1)
    upload(remote, "a.txt", b"one")
    upload(remote, "sub/b.txt", b"two")
    (root / "documents/P1/.vroom-x.tmp").write_text("half")
    (root / "documents/P1/~$a.docx").write_text("owner")
    first = remote.changes(PLACE, None)
    assert {change.id for change in first.changes} == {"a.txt", "sub/b.txt"}
    read = []
    original = folder_documents._digest_of
    monkeypatch.setattr(folder_documents, "_digest_of", lambda file: read.append(1) or original(file))
    second = remote.changes(PLACE, first.cursor)
    assert (second.changes, read, second.is_everything) == (first.changes, [], True)
    (root / "documents/P1/a.txt").write_bytes(b"new")
    third = remote.changes(PLACE, second.cursor)
    assert len(read) == 1
    assert [c.file.digest for c in third.changes if c.file and c.id == "a.txt"] == [quick_xor(b"new")]


def test_a_cursor_that_is_not_understood_is_no_cursor(remote: FolderDocuments):
    upload(remote, "a.txt", b"one")
    for cursor in ("", "1", "1xx", "9"):
        assert len(remote.changes(PLACE, cursor).changes) == 1


def test_what_is_in_the_cloud_only_is_not_opened(remote: FolderDocuments, root: Path, monkeypatch: pytest.MonkeyPatch):
    place = root / "documents" / PLACE
    place.mkdir(parents=True)
    (place / "cloud.txt").write_text("far away")
    opened = folder_documents._opened
    monkeypatch.setattr(
        folder_documents, "_opened", lambda path: pytest.fail("opened") if "cloud" in str(path) else opened(path)
    )
    (change,) = remote.changes(PLACE, None).changes
    assert change.file is not None
    assert (change.file.digest, change.file.size_bytes) == (None, 8)


def test_a_download_is_compared(remote: FolderDocuments, root: Path):
    stored = upload(remote, "a.txt", b"one")
    target = io.BytesIO()
    assert remote.download(PLACE, stored, target) == stored
    assert target.getvalue() == b"one"
    (root / "documents/P1/a.txt").write_bytes(b"rot")
    with pytest.raises(RemoteBroken):
        remote.download(PLACE, stored, io.BytesIO())
    (root / "documents/P1/a.txt").unlink()
    with pytest.raises(RemoteGone):
        remote.download(PLACE, stored, io.BytesIO())


def test_a_folder_that_is_not_there_is_said_and_not_made(root: Path):
    remote = FolderDocuments(root / "drive", is_cloud_only=lambda _: False)
    for act in (
        lambda: upload(remote, "a.txt", b"one"),
        lambda: remote.find(PLACE, "a.txt"),
        lambda: remote.changes(PLACE, None),
    ):
        with pytest.raises(RemoteUnreachable):
            act()
    assert not (root / "drive").exists()


def test_a_place_that_is_gone_says_nothing_about_its_documents(remote: FolderDocuments, root: Path):
    upload(remote, "a.txt", b"one")
    cursor = remote.changes(PLACE, None).cursor
    (root / "documents").rename(root / "away")
    with pytest.raises(RemoteUnreachable):
        remote.changes(PLACE, cursor)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_names_that_are_not_utf8_pass(remote: FolderDocuments):
    upload(remote, "caf\udce9.txt", b"one")
    (change,) = remote.changes(PLACE, remote.changes(PLACE, None).cursor).changes
    assert change.id == "caf\udce9.txt"


def test_what_a_dead_laptop_left_half_is_cleared_away_after_a_day(remote: FolderDocuments, root: Path):
    upload(remote, "a.txt", b"one")
    left = root / "documents/P1/.vroom-0123456789abcdef.tmp"
    left.write_text("half")
    remote.changes(PLACE, None)
    assert left.exists()
    old = time.time() - folder_documents.LEFT_SECONDS - 60
    os.utime(left, (old, old))
    remote.changes(PLACE, None)
    assert names(root) == ["documents/P1/a.txt"]
