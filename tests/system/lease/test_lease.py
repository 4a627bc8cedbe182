"""One process keeps the rules."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.system.lease import guard_lease

HOLDER = """
import sys
from pathlib import Path
from app.system.lease import guard_lease
lease = guard_lease(Path(sys.argv[1]))
print(lease.try_acquire(), flush=True)
sys.stdin.read()
"""


@contextmanager
def another_process(path: Path) -> Iterator[tuple[subprocess.Popen[bytes], bool]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    ) as process:
        assert process.stdout
        assert process.stdin
        yield process, process.stdout.readline().strip() == b"True"
        process.stdin.close()
        process.wait()


def test_the_lease_is_held_by_one_object_at_a_time(tmp_path: Path) -> None:
    one, two = guard_lease(tmp_path / "lease"), guard_lease(tmp_path / "lease")
    assert one.holder() is None
    assert one.try_acquire()
    assert one.try_acquire()
    assert one.is_held
    assert not two.try_acquire()
    assert one.holder() == two.holder() == os.getpid()
    one.release()
    one.release()
    assert two.holder() is None
    assert two.try_acquire()
    two.release()


def test_another_process_that_has_it_keeps_us_out_until_it_ends(tmp_path: Path) -> None:
    lease = guard_lease(tmp_path / "lease")
    with another_process(tmp_path / "lease") as (process, acquired):
        assert acquired
        assert not lease.try_acquire()
        holder = lease.holder()
        assert holder is not None
        assert sys.platform == "win32" or holder == process.pid
    assert lease.try_acquire()
    lease.release()


def test_a_killed_process_leaves_the_lease_free(tmp_path: Path) -> None:
    lease = guard_lease(tmp_path / "lease")
    with another_process(tmp_path / "lease") as (process, acquired):
        assert acquired
        process.kill()
        process.wait()
        assert lease.holder() is None
        assert lease.try_acquire()
        lease.release()


def test_a_lease_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        guard_lease(tmp_path / "no-folder" / "lease").try_acquire()
    assert guard_lease(tmp_path / "no-folder" / "lease").holder() is None


@pytest.mark.skipif(sys.platform == "win32", reason="links, and removing open files")
def test_a_lock_file_that_is_a_link_is_not_followed_and_a_removed_one_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "outside")
    with pytest.raises(OSError):
        guard_lease(tmp_path / "link").try_acquire()
    assert not (tmp_path / "outside").exists()
    lease = guard_lease(tmp_path / "lease")
    assert lease.try_acquire()
    (tmp_path / "lease").unlink()
    lease.release()
    assert lease.try_acquire()
    lease.release()
