"""The walk that finds what was not heard. VR-P1a."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.guards.copies.reconcile import Fingerprints, Unseen, Walked, walk
from app.system.watch import Shape, file_probe

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
SECRET = b"k" * 32


def walk_all(
    root: Path, seen: set[bytes] | None = None, skip: frozenset[str] = frozenset(), revision: int = 1
) -> tuple[list[Unseen], Walked]:
    walked = Walked()
    marks = Fingerprints(SECRET, revision, str(root))
    steps = walk(str(root), seen or set(), marks, file_probe(), skip, walked)
    return [unseen for step in steps for unseen in step], walked


def names(found: list[Unseen], root: Path) -> set[str]:
    return {os.path.relpath(unseen.path, root) for unseen in found}


def test_new_files_are_found_and_known_ones_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"1")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_bytes(b"2")
    found, walked = walk_all(tmp_path)
    assert names(found, tmp_path) == {"a.txt", str(Path("sub", "b.txt"))}
    assert (walked.files, walked.folders) == (2, 2)
    again, walked = walk_all(tmp_path, {unseen.fingerprint for unseen in found})
    assert again == []
    assert walked.met == {unseen.fingerprint for unseen in found}


@pytest.mark.parametrize("change", ["size", "time", "name", pytest.param("other file", marks=POSIX)])
def test_a_file_that_changed_is_found_again(tmp_path: Path, change: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"1")
    os.utime(file, ns=(10**18, 10**18))
    seen = {unseen.fingerprint for unseen in walk_all(tmp_path)[0]}
    if change == "size":
        file.write_bytes(b"12")
        os.utime(file, ns=(10**18, 10**18))
    elif change == "time":
        os.utime(file, ns=(10**18 + 1000, 10**18 + 1000))
    elif change == "name":
        file.rename(tmp_path / "b.txt")
    else:
        (tmp_path / "other").write_bytes(b"1")
        os.utime(tmp_path / "other", ns=(10**18, 10**18))
        (tmp_path / "other").replace(file)
    assert len(walk_all(tmp_path, seen)[0]) == 1


def test_another_revision_of_the_register_looks_at_everything_anew(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"1")
    seen = {unseen.fingerprint for unseen in walk_all(tmp_path, revision=1)[0]}
    assert len(walk_all(tmp_path, seen, revision=2)[0]) == 1


def test_the_same_file_has_another_fingerprint_in_another_store() -> None:
    shape = Shape(1, 2, 3, cloud_only=False)
    path = str(Path(os.sep, "root", "a.txt"))
    root = str(Path(os.sep, "root"))
    assert Fingerprints(b"a" * 32, 1, root).of(path, shape) != Fingerprints(b"b" * 32, 1, root).of(path, shape)
    assert Fingerprints(SECRET, 1, root).of(path, shape) == Fingerprints(SECRET, 1, root).of(path, shape)


shapes = st.builds(
    Shape,
    size_bytes=st.integers(0, 2**62),
    modified_ns=st.integers(-(2**62), 2**62),
    file_id=st.integers(0, 2**64 - 1),
    cloud_only=st.booleans(),
)
file_names = st.text(st.characters(blacklist_characters="/\\\0", blacklist_categories=["Cs"]), min_size=1, max_size=20)


@given(st.tuples(file_names, shapes), st.tuples(file_names, shapes))
def test_fingerprints_differ_exactly_when_name_or_shape_differ(
    one: tuple[str, Shape], other: tuple[str, Shape]
) -> None:
    marks = Fingerprints(SECRET, 1, "/root").below("/root/sub")
    assert len(marks(*one)) == 16
    assert (marks(*one) == marks(*other)) == (one == other)


def test_folders_that_are_not_its_business_are_skipped(tmp_path: Path) -> None:
    for name in ("client-place", "own"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_bytes(b"1")
    found, _ = walk_all(tmp_path, skip=frozenset({str(tmp_path / "client-place")}))
    assert names(found, tmp_path) == {str(Path("own", "a.txt"))}


@POSIX
def test_links_and_what_is_no_file_are_passed_over(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_bytes(b"1")
    root = tmp_path / "root"
    root.mkdir()
    (root / "own.txt").write_bytes(b"1")
    (root / "folder-link").symlink_to(outside, target_is_directory=True)
    (root / "file-link").symlink_to(outside / "secret.txt")
    (root / "dangling").symlink_to(outside / "nothing")
    (root / "loop").symlink_to(root, target_is_directory=True)
    os.mkfifo(root / "fifo")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(root / "socket"))
        found, walked = walk_all(root)
    assert names(found, root) == {"own.txt"}
    assert walked.is_whole


@POSIX
@pytest.mark.parametrize("name", [b"no\xffutf8.txt", b"new\nline.txt", "‮fdp.exe".encode(), b"a" * 250, "🙂".encode()])
def test_odd_names_are_found_and_known_again(tmp_path: Path, name: bytes) -> None:
    (tmp_path / os.fsdecode(name)).write_bytes(b"1")
    found, _ = walk_all(tmp_path)
    assert names(found, tmp_path) == {os.fsdecode(name)}
    assert walk_all(tmp_path, {unseen.fingerprint for unseen in found})[0] == []


@POSIX
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_counted_and_costs_only_itself(tmp_path: Path) -> None:
    closed, open_ = tmp_path / "closed", tmp_path / "open"
    closed.mkdir(mode=0)
    open_.mkdir()
    (open_ / "a.txt").write_bytes(b"1")
    found, walked = walk_all(tmp_path)
    closed.chmod(0o700)
    assert names(found, tmp_path) == {str(Path("open", "a.txt"))}
    assert walked.unreadable == 1
    assert not walked.is_whole


def test_a_folder_that_cannot_be_listed_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_bytes(b"1")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found, walked = walk_all(tmp_path)
    assert names(found, tmp_path) == {"a.txt"}
    assert walked.unreadable == 1


def test_a_folder_that_vanishes_in_mid_walk_is_no_error(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"sub{number}").mkdir()
        (tmp_path / f"sub{number}" / "a.txt").write_bytes(b"1")
    walked = Walked()
    steps = walk(str(tmp_path), set(), Fingerprints(SECRET, 1, str(tmp_path)), file_probe(), frozenset(), walked)
    next(steps)
    next(steps)
    for number in range(5):
        shutil.rmtree(tmp_path / f"sub{number}", ignore_errors=True)
    assert [unseen for step in steps for unseen in step] == []
    assert walked.is_whole


@POSIX
def test_a_folder_that_is_swapped_for_a_link_in_mid_walk_is_not_entered(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_bytes(b"1")
    root = tmp_path / "root"
    (root / "sub").mkdir(parents=True)
    walked = Walked()
    steps = walk(str(root), set(), Fingerprints(SECRET, 1, str(root)), file_probe(), frozenset(), walked)
    next(steps)
    (root / "sub").rmdir()
    (root / "sub").symlink_to(outside, target_is_directory=True)
    assert [unseen for step in steps for unseen in step] == []


def test_a_root_that_is_missing_is_not_whole(tmp_path: Path) -> None:
    found, walked = walk_all(tmp_path / "missing")
    assert found == []
    assert not walked.is_whole
