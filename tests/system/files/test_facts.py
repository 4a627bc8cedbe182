"""One look at a file, whatever stands there."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.system.files import local_files, write_atomically

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


def test_facts_tell_size_times_links_and_identity(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"1234")
    facts = local_files().facts(path)
    assert facts is not None
    assert (facts.path, facts.size_bytes, facts.links) == (str(path), 4, 1)
    assert abs(facts.modified_ns - path.stat().st_mtime_ns) < 1000
    int(facts.identity.volume, 16)
    int(facts.identity.file_id, 16)


def test_identity_stays_through_a_rename_and_differs_between_files(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_bytes(b"")
    second.write_bytes(b"")
    one, two = local_files().facts(first), local_files().facts(second)
    assert one is not None
    assert two is not None
    assert one.identity != two.identity
    first.rename(tmp_path / "c")
    moved = local_files().facts(tmp_path / "c")
    assert moved is not None
    assert moved.identity == one.identity


def test_hard_links_are_counted_and_share_their_identity(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_bytes(b"x")
    os.link(first, second)
    one, two = local_files().facts(first), local_files().facts(second)
    assert one is not None
    assert two is not None
    assert one.identity == two.identity
    assert one.links == 2


def test_what_is_no_regular_file_has_no_facts(tmp_path: Path) -> None:
    assert local_files().facts(tmp_path) is None
    assert local_files().facts(tmp_path / "nothing") is None
    assert local_files().facts(tmp_path / "nothing" / "below") is None
    assert local_files().facts(tmp_path / ("a" * 300)) is None


@posix
def test_links_pipes_and_sockets_have_no_facts(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "fifo")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        for name in ("link", "loop", "fifo", "s"):
            assert local_files().facts(tmp_path / name) is None
            assert not local_files().settled_open(tmp_path / name)
    assert local_files().facts(tmp_path / "loop" / "x") is None
    assert local_files().facts(Path("/dev/null")) is None
    assert local_files().facts(Path("a\0b")) is None


@posix
def test_odd_names_are_looked_at_all_the_same(tmp_path: Path) -> None:
    for name in (b"new\nline", b"quote'\"", "\u202egnp.exe".encode(), b"\xff\xfe", b"a" * 250, "👩‍💻.txt".encode()):
        path = tmp_path / os.fsdecode(name)
        path.write_bytes(b"x")
        facts = local_files().facts(path)
        assert facts is not None
        assert facts.path == str(path)


@posix
def test_a_file_open_for_writing_elsewhere_is_not_settled(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    assert local_files().settled_open(path)
    program = "import sys; f = open(sys.argv[1], 'ab'); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdin
        assert writer.stdout
        writer.stdout.readline()
        assert not local_files().settled_open(path)
        assert local_files().holders(path) is not None
        writer.stdin.close()
    assert local_files().settled_open(path)


@posix
def test_asking_whether_it_settled_survives_a_writer_that_comes_between(tmp_path: Path) -> None:
    """The kernel signals the holder of a lease; that must not end us."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            with path.open("ab"):
                pass

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(500):
            local_files().settled_open(path)
    finally:
        stop.set()
        writer.join()


@posix
def test_holders_names_the_program_that_has_it_open(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    assert local_files().holders(path) == ()
    with path.open("rb"):
        assert local_files().holders(path) == ()  # what we hold ourselves keeps nobody waiting
    with (
        path.open("rb") as opened,
        subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, pass_fds=[opened.fileno()]) as cat,
    ):
        assert cat.stdin
        assert local_files().holders(path) == ("cat",)
        cat.stdin.close()
    assert local_files().holders(tmp_path / "nothing") == ()


@posix
def test_holders_without_process_information_cannot_tell(tmp_path: Path) -> None:
    from app.system.files._linux import LinuxFiles

    (tmp_path / "a").write_bytes(b"")
    assert LinuxFiles(proc=tmp_path / "no-proc").holders(tmp_path / "a") is None


def test_an_atomic_write_replaces_the_content_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert [entry.name for entry in tmp_path.iterdir()] == ["state.json"]


def test_an_atomic_write_that_fails_leaves_the_old_content(tmp_path: Path) -> None:
    path = tmp_path / "state"
    path.mkdir()
    (path / "inside").write_bytes(b"kept")
    with pytest.raises(OSError):
        write_atomically(path, b"new")
    assert (path / "inside").read_bytes() == b"kept"
    assert [entry.name for entry in tmp_path.iterdir()] == ["state"]
    with pytest.raises(OSError):
        write_atomically(tmp_path / "no-folder" / "x", b"new")


@posix
def test_an_atomic_write_is_for_the_owner_alone_and_replaces_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"kept")
    link = tmp_path / "link"
    link.symlink_to(outside)
    write_atomically(link, b"new")
    assert outside.read_bytes() == b"kept"
    assert not link.is_symlink()
    assert link.stat().st_mode & 0o777 == 0o600
