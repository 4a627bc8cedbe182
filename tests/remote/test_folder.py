"""The plain folder as remote: what a shared or synchronised folder can hold, and what must never happen to it."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from app.domain.errors import EnvironmentLacking, InputError
from app.remote import FolderRemote, RemoteNameError
from app.remote.folder import MAX_DOCUMENT

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files and rights")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "team"
    folder.mkdir()
    return folder


@pytest.fixture
def remote(folder: Path) -> FolderRemote:
    return FolderRemote(folder)


def test_what_one_laptop_puts_another_gets(folder: Path, remote: FolderRemote) -> None:
    remote.put("cards", "abc", b"{}")
    other = FolderRemote(folder)
    assert list(other.names("cards")) == ["abc"]
    assert other.get("cards", "abc") == b"{}"
    assert other.get("cards", "missing") is None
    assert other.kind == "folder"


def test_a_collection_nobody_wrote_to_is_empty(remote: FolderRemote) -> None:
    assert list(remote.names("cards")) == []
    assert remote.get("cards", "abc") is None


def test_putting_again_replaces_whole_and_leaves_nothing_beside(folder: Path, remote: FolderRemote) -> None:
    remote.put("cards", "abc", b"first, and longer")
    remote.put("cards", "abc", b"second")
    assert remote.get("cards", "abc") == b"second"
    assert [path.name for path in (folder / "cards").iterdir()] == ["abc.json"]


def test_a_missing_folder_is_said_and_not_made(tmp_path: Path) -> None:
    """It may be a drive that is not connected: a folder made in its place would hide that."""
    remote = FolderRemote(tmp_path / "not-mounted")
    for attempt in (lambda: list(remote.names("cards")), lambda: remote.get("cards", "a")):
        with pytest.raises(EnvironmentLacking):
            attempt()
    with pytest.raises(EnvironmentLacking):
        remote.put("cards", "a", b"{}")
    assert not (tmp_path / "not-mounted").exists()


def test_the_own_default_folder_is_made(tmp_path: Path) -> None:
    remote = FolderRemote(tmp_path / "data" / "office365-local", create=True)
    assert list(remote.names("cards")) == []
    remote.put("cards", "a", b"{}")
    assert list(remote.names("cards")) == ["a"]


def test_a_file_in_the_folders_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "team").write_text("x")
    with pytest.raises(EnvironmentLacking):
        list(FolderRemote(tmp_path / "team").names("cards"))
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "cards").write_text("x")
    with pytest.raises(EnvironmentLacking):
        FolderRemote(tmp_path / "room").put("cards", "a", b"{}")


def test_foreign_temporary_hidden_and_empty_files_are_left_alone(folder: Path, remote: FolderRemote) -> None:
    remote.put("cards", "abc", b"{}")
    cards = folder / "cards"
    for name in ("desktop.ini", "notes.txt", ".abc.json.tmp", "~$abc.json", ".hidden.json", "a..b.json"):
        (cards / name).write_bytes(b"junk")
    (cards / "empty.json").touch()
    (cards / "folder.json").mkdir()
    before = sorted(path.name for path in cards.iterdir())
    assert list(remote.names("cards")) == ["abc"]
    assert sorted(path.name for path in cards.iterdir()) == before


def test_conflict_copies_can_be_read(folder: Path, remote: FolderRemote) -> None:
    (folder / "cards").mkdir()
    names = ["abc (1)", "abc-LAPTOP", "abc.sync-conflict-20261123-090000-ABCDEFG", "abc (Anna's conflicted copy)"]
    for name in names:
        (folder / "cards" / f"{name}.json").write_bytes(b"{}")
    assert list(remote.names("cards")) == sorted(names)
    assert all(remote.get("cards", name) == b"{}" for name in names)


def test_a_large_file_is_read_one_byte_over_the_limit(folder: Path, remote: FolderRemote) -> None:
    (folder / "cards").mkdir()
    with (folder / "cards" / "big.json").open("wb") as file:
        file.truncate(5 * MAX_DOCUMENT)
    content = remote.get("cards", "big")
    assert content is not None
    assert len(content) == MAX_DOCUMENT + 1
    with pytest.raises(InputError):
        remote.put("cards", "big", bytes(MAX_DOCUMENT + 1))


@pytest.mark.parametrize(
    "name", ["../x", "..", "", "a/b", "a\\b", "/etc/passwd", "C:x", "a\n", "a\0b", "é", ".x", "x" * 300]
)
def test_a_name_cannot_leave_the_folder(remote: FolderRemote, name: str) -> None:
    for collection, document in (("cards", name), (name, "abc")):
        with pytest.raises(RemoteNameError):
            remote.get(collection, document)
        with pytest.raises(RemoteNameError):
            remote.put(collection, document, b"{}")


def test_a_name_that_only_others_use_cannot_be_written(remote: FolderRemote) -> None:
    with pytest.raises(RemoteNameError):
        remote.put("cards", "abc (1)", b"{}")


@POSIX_ONLY
def test_links_and_pipes_are_not_followed(tmp_path: Path, folder: Path, remote: FolderRemote) -> None:
    secret = tmp_path / "secret.json"
    secret.write_bytes(b"{}")
    cards = folder / "cards"
    cards.mkdir()
    (cards / "link.json").symlink_to(secret)
    (cards / "loop.json").symlink_to(cards / "loop.json")
    os.mkfifo(cards / "pipe.json")
    assert list(remote.names("cards")) == []
    assert [remote.get("cards", name) for name in ("link", "loop", "pipe")] == [None, None, None]


@POSIX_ONLY
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said_and_nothing_is_left(folder: Path, remote: FolderRemote) -> None:
    folder.chmod(0o500)
    try:
        with pytest.raises(EnvironmentLacking):
            remote.put("cards", "a", b"{}")
    finally:
        folder.chmod(0o700)
    assert list(folder.iterdir()) == []


def test_a_reader_never_sees_half_a_document(folder: Path, remote: FolderRemote) -> None:
    """Two laptops, one writing all the time, one reading all the time."""
    versions = {bytes([letter]) * 200_000 for letter in b"abc"}
    remote.put("cards", "abc", min(versions))
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            for version in versions:
                try:
                    remote.put("cards", "abc", version)
                except EnvironmentLacking:  # Windows refuses to replace what is being read this moment; put again
                    continue

    def read() -> bytes | None:
        try:
            return FolderRemote(folder).get("cards", "abc")
        except EnvironmentLacking:  # Windows: being replaced this moment
            return None

    writer = threading.Thread(target=write)
    writer.start()
    try:
        seen = [read() for _ in range(150)]
    finally:
        stop.set()
        writer.join()
    assert all(content in versions for content in seen if content is not None)
    assert any(content is not None for content in seen)
