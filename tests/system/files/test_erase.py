"""Deletion removes the registered file and nothing else (design, Deletion; VR-P4)."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.deletion import EraseResult
from app.domain.identity import FileIdentity
from app.system.files import local_files
from tests.system.wine import is_wine

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
OTHER = FileIdentity(volume="1", file_id="2")


def identity_of(path: Path) -> FileIdentity:
    facts = local_files().facts(path)
    assert facts is not None
    return facts.identity


def as_if_it_were(path: Path) -> FileIdentity:
    """The identity of what is no regular file, so that nothing but its kind speaks against it."""
    beside = path.parent / "beside"
    volume = make(beside).volume
    beside.unlink()
    return FileIdentity(volume=volume, file_id=f"{path.stat().st_ino:x}")


def make(path: Path, content: bytes = b"client data") -> FileIdentity:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return identity_of(path)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_the_registered_file_is_gone_and_its_neighbours_stay(tmp_path: Path) -> None:
    """VR-P4"""
    (tmp_path / "b.txt").write_bytes(b"neighbour")
    identity = make(tmp_path / "a.txt")
    erased = local_files().erase(tmp_path / "a.txt", identity)
    assert erased.result is EraseResult.GONE
    assert erased.hard_links_left == 0
    assert names(tmp_path) == ["b.txt"]


def test_another_file_under_the_name_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    identity = make(path)
    path.rename(tmp_path / "moved.txt")
    make(path, b"something else")
    assert local_files().erase(path, identity).result is EraseResult.OTHER_FILE
    assert path.read_bytes() == b"something else"
    assert (tmp_path / "moved.txt").exists()
    assert names(tmp_path) == ["a.txt", "moved.txt"]


def test_nothing_there_is_missing(tmp_path: Path) -> None:
    for path in (tmp_path / "no", tmp_path / "no" / "deeper", tmp_path / "a\nb", tmp_path / ("x" * 250)):
        assert local_files().erase(path, OTHER).result is EraseResult.MISSING
    make(tmp_path / "file")
    assert local_files().erase(tmp_path / "file" / "below", OTHER).result is EraseResult.MISSING
    assert names(tmp_path) == ["file"]


def test_a_folder_is_never_removed(tmp_path: Path) -> None:
    folder = tmp_path / "a.txt"
    folder.mkdir()
    (folder / "inside").write_bytes(b"kept")
    assert local_files().erase(folder, as_if_it_were(folder)).result is EraseResult.OTHER_FILE
    assert (folder / "inside").exists()


def test_hard_links_that_are_left_are_counted(tmp_path: Path) -> None:
    identity = make(tmp_path / "a.txt")
    for name in ("b.txt", "c.txt"):
        os.link(tmp_path / "a.txt", tmp_path / name)
    erased = local_files().erase(tmp_path / "a.txt", identity)
    assert (erased.result, erased.hard_links_left) == (EraseResult.GONE, 2)
    assert names(tmp_path) == ["b.txt", "c.txt"]
    assert (tmp_path / "b.txt").read_bytes() == b"client data"


def test_a_path_that_is_not_resolved_is_refused(tmp_path: Path) -> None:
    identity = make(tmp_path / "sub" / "a.txt")
    make(tmp_path / "b.txt")
    for path in (Path("a.txt"), tmp_path / "sub" / ".." / "sub" / "a.txt"):
        assert local_files().erase(path, identity).result is EraseResult.UNSAFE
    assert (tmp_path / "sub" / "a.txt").exists()


def test_a_read_only_file_goes_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    identity = make(path)
    path.chmod(0o400)
    assert local_files().erase(path, identity).result is EraseResult.GONE
    assert names(tmp_path) == []


def test_the_mark_of_the_web_goes_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    identity = make(path)
    Path(f"{path}:Zone.Identifier").write_bytes(b"[ZoneTransfer]\r\nHostUrl=https://klant.example/\r\n")
    assert local_files().erase(path, identity).result is EraseResult.GONE
    assert names(tmp_path) == [] or (is_wine() and not path.exists())  # Wine keeps streams as files


@posix
def test_a_file_that_only_has_the_name_of_a_mark_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    identity = make(path)
    other = Path(f"{path}:Zone.Identifier")
    other.write_bytes(b"my own notes")
    assert local_files().erase(path, identity).result is EraseResult.GONE
    assert other.read_bytes() == b"my own notes"


@posix
def test_odd_names_are_erased(tmp_path: Path) -> None:
    for name in (b"new\nline", b"quote'\"", "\u202egnp.exe".encode(), b"\xff\xfe", b"a" * 255, "👩‍💻.txt".encode()):
        path = tmp_path / os.fsdecode(name)
        assert local_files().erase(path, make(path)).result is EraseResult.GONE
    assert names(tmp_path) == []


@posix
@pytest.mark.parametrize("level", [0, 1, 2])
def test_a_link_at_any_level_is_unsafe(tmp_path: Path, level: int) -> None:
    real = tmp_path / "real" / "one" / "two"
    identity = make(real / "a.txt")
    links = tmp_path / "links"
    if level == 0:
        links.symlink_to("real")
    elif level == 1:
        links.mkdir()
        (links / "one").symlink_to(tmp_path / "real" / "one")
    else:
        (links / "one").mkdir(parents=True)
        (links / "one" / "two").symlink_to(real)
    assert local_files().erase(links / "one" / "two" / "a.txt", identity).result is EraseResult.UNSAFE
    assert (real / "a.txt").exists()


@posix
def test_a_link_in_place_of_the_file_is_unsafe(tmp_path: Path) -> None:
    identity = make(tmp_path / "outside.txt")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").symlink_to(tmp_path / "outside.txt")
    assert local_files().erase(tmp_path / "in" / "a.txt", identity).result is EraseResult.UNSAFE
    assert (tmp_path / "outside.txt").exists()
    (tmp_path / "loop").symlink_to("loop")
    assert local_files().erase(tmp_path / "loop" / "a.txt", identity).result is EraseResult.UNSAFE


@posix
def test_a_pipe_in_place_of_the_file_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert local_files().erase(tmp_path / "a.txt", as_if_it_were(tmp_path / "a.txt")).result is EraseResult.OTHER_FILE


@contextlib.contextmanager
def unchangeable(path: Path) -> Iterator[None]:
    """A folder or file that refuses changes, also to root: the immutable flag there, permissions elsewhere."""
    if os.geteuid() == 0:
        if subprocess.run(["chattr", "+i", str(path)], capture_output=True, check=False).returncode != 0:
            pytest.skip("no immutable flag here")
        try:
            yield
        finally:
            subprocess.run(["chattr", "-i", str(path)], check=True)
    elif path.is_dir():
        path.chmod(0o500)
        try:
            yield
        finally:
            path.chmod(0o700)
    else:
        pytest.skip("needs root")


@posix
def test_a_folder_that_may_not_be_changed_blocks(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    identity = make(folder / "a.txt")
    with unchangeable(folder):
        erased = local_files().erase(folder / "a.txt", identity)
    assert erased.result is EraseResult.BLOCKED
    assert erased.detail in ("EACCES", "EPERM", "EROFS")
    assert names(folder) == ["a.txt"]


@posix
def test_a_file_that_may_not_be_changed_blocks_and_leaves_nothing_behind(tmp_path: Path) -> None:
    identity = make(tmp_path / "a.txt")
    with unchangeable(tmp_path / "a.txt"):
        erased = local_files().erase(tmp_path / "a.txt", identity)
        assert (erased.result, erased.detail) == (EraseResult.BLOCKED, "EPERM")
    assert names(tmp_path) == ["a.txt"]


SWAPPER = """
import os, sys
base = sys.argv[1]
os.chdir(base)
print("swapping", flush=True)
while True:
    os.rename("work", "away"); os.symlink("outside", "work")
    os.unlink("work"); os.rename("away", "work")
"""


@posix
def test_a_process_that_swaps_the_folder_for_a_link_all_the_time_never_leads_outside(tmp_path: Path) -> None:
    """Hundreds of deletions; the outside folder holds a hard link, so even the identity is the registered one."""
    (tmp_path / "work").mkdir()
    (tmp_path / "outside").mkdir()
    results = dict.fromkeys(EraseResult, 0)
    with subprocess.Popen([sys.executable, "-c", SWAPPER, str(tmp_path)], stdout=subprocess.PIPE) as swapper:
        assert swapper.stdout
        swapper.stdout.readline()
        try:
            until = time.monotonic() + 4
            while time.monotonic() < until or (not results[EraseResult.GONE] and time.monotonic() < until + 40):
                identity = put_in_both(tmp_path)
                result = None
                while result is not EraseResult.GONE and time.monotonic() < until + 40:
                    result = local_files().erase(tmp_path / "work" / "a.txt", identity).result
                    results[result] += 1
                    (tmp_path / "outside" / "a.txt").lstat()  # raises when it was removed: the test would fail
                (tmp_path / "outside" / "a.txt").unlink()
        finally:
            swapper.kill()
    assert results[EraseResult.GONE] > 0
    assert results[EraseResult.UNSAFE] > 0
    assert results[EraseResult.OTHER_FILE] == results[EraseResult.BLOCKED] == 0


def put_in_both(base: Path) -> FileIdentity:
    """One file with two names: `outside/a.txt`, and `a.txt` in the real `work` whatever stands under that name now."""
    identity = make(base / "source")
    os.link(base / "source", base / "outside" / "a.txt")
    while True:
        with contextlib.suppress(OSError):
            handle = os.open(base / "work", os.O_PATH | os.O_NOFOLLOW | os.O_DIRECTORY)
            break
    try:
        os.link(base / "source", "a.txt", dst_dir_fd=handle)
    finally:
        os.close(handle)
    (base / "source").unlink()
    return identity


NAME_SWAPPER = """
import itertools, os, sys
from app.system.files._linux_handles import FOLDER, move_new
folder = os.open(sys.argv[1], FOLDER)
print("swapping", flush=True)
slots = ("a.txt", "b.txt", "c.txt", "d.txt")
for source, target in itertools.cycle(itertools.permutations(slots, 2)):
    try: move_new(folder, source, folder, target)
    except OSError: pass
"""


@posix
def test_a_name_under_which_files_change_places_all_the_time_costs_no_other_file(tmp_path: Path) -> None:
    work = tmp_path / "work"
    precious = [b"one", b"two"]
    for number, content in enumerate(precious):
        make(work / f"{'bc'[number]}.txt", content)
    gone = other = 0
    with subprocess.Popen(
        [sys.executable, "-c", NAME_SWAPPER, str(work)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[3]
    ) as swapper:
        assert swapper.stdout
        swapper.stdout.readline()
        try:
            until = time.monotonic() + 3
            while time.monotonic() < until:
                identity = make(tmp_path / "source")
                while True:
                    with contextlib.suppress(FileExistsError):
                        os.link(tmp_path / "source", work / "a.txt")
                        break
                (tmp_path / "source").unlink()
                result = None
                while result is not EraseResult.GONE and time.monotonic() < until + 10:
                    result = local_files().erase(work / "a.txt", identity).result
                    other += result is EraseResult.OTHER_FILE
                gone += result is EraseResult.GONE
        finally:
            swapper.kill()
    assert gone > 0
    assert other > 0
    assert sorted(path.read_bytes() for path in work.rglob("*") if path.is_file()) == precious
