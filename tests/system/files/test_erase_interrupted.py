"""A deletion that is killed or refused at any step: the file is wholly there or wholly gone, and nothing else is left."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.deletion import EraseResult
from app.domain.identity import FileIdentity
from app.system.files import RecoveredHow, local_files

if sys.platform == "win32":
    pytest.skip("on Windows the system removes the file when the handle closes", allow_module_level=True)

from app.system.files import _linux_handles as handles
from app.system.files._linux_handles import opened_folder
from app.system.files._linux_private import FILE, Marker, PrivateFolder

STEPS = ("mkdir", "open", "unlink", "rmdir", "fsync", "write")
MARK = b"[ZoneTransfer]\nZoneId=3\n"


@pytest.fixture
def registered(tmp_path: Path) -> FileIdentity:
    path = tmp_path / "a.txt"
    path.write_bytes(b"client data")
    Path(f"{path}:Zone.Identifier").write_bytes(MARK)
    facts = local_files().facts(path)
    assert facts is not None
    return facts.identity


def interrupt(monkeypatch: pytest.MonkeyPatch, at: int, stop: Callable[[], None]) -> None:
    """Call `stop` before the `at`-th system call that a deletion makes."""
    count = 0

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            nonlocal count
            count += 1
            if count == at:
                stop()
            return real(*arguments, **named)

        return call

    for name in STEPS:
        monkeypatch.setattr(os, name, counted(getattr(os, name)))
    monkeypatch.setattr(handles, "_renameat2", counted(handles._renameat2))


def killed_at(monkeypatch: pytest.MonkeyPatch, step: int, path: Path, identity: FileIdentity) -> bool:
    """Delete in a child that is killed before its n-th system call; False when it got to the end."""
    child = os.fork()
    if child == 0:
        interrupt(monkeypatch, step, lambda: os.kill(os.getpid(), signal.SIGKILL))
        local_files().erase(path, identity)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def every_step(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[tuple[Path, FileIdentity]]:
    for step in range(1, 200):
        folder = tmp_path / str(step)
        folder.mkdir()
        path = folder / "a.txt"
        path.write_bytes(b"client data")
        Path(f"{path}:Zone.Identifier").write_bytes(MARK)
        facts = local_files().facts(path)
        assert facts is not None
        if not killed_at(monkeypatch, step, path, facts.identity):
            assert step > 15
            assert list(folder.iterdir()) == []
            return
        yield path, facts.identity
    pytest.fail("it never came to an end")


@pytest.mark.slow
def test_killed_at_any_step_a_second_attempt_ends_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for path, identity in every_step(monkeypatch, tmp_path):
        erased = local_files().erase(path, identity)
        assert erased.result in (EraseResult.GONE, EraseResult.MISSING)
        local_files().recover_moved(path.parent)
        assert not path.exists()
        assert not [entry for entry in path.parent.iterdir() if entry.name.startswith(".vroom-")]


@pytest.mark.slow
def test_killed_at_any_step_the_file_can_be_taken_back_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    taken_back = 0
    for path, _ in every_step(monkeypatch, tmp_path):
        recovered = local_files().recover_moved(path.parent)
        taken_back += any(one.how is RecoveredHow.PUT_BACK for one in recovered)
        assert not path.exists() or path.read_bytes() == b"client data"
        assert not [entry for entry in path.parent.iterdir() if entry.name.startswith(".vroom-")]
    assert taken_back > 0


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EPERM])
def test_refused_at_any_step_nothing_false_is_claimed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: int
) -> None:
    def refuse() -> None:
        raise OSError(code, os.strerror(code))

    for step in range(1, 200):
        folder = tmp_path / str(step)
        folder.mkdir()
        path = folder / "a.txt"
        path.write_bytes(b"client data")
        facts = local_files().facts(path)
        assert facts is not None
        with monkeypatch.context() as patched:
            interrupt(patched, step, refuse)
            erased = local_files().erase(path, facts.identity)
        gone = not any(entry.is_file() for entry in folder.rglob("*") if entry.name in ("a.txt", FILE))
        assert erased.result in (EraseResult.GONE, EraseResult.BLOCKED)
        if erased.result is EraseResult.GONE:
            assert gone
        local_files().recover_moved(folder)
        assert gone or path.read_bytes() == b"client data"
        assert not [entry for entry in folder.iterdir() if entry.name.startswith(".vroom-")]
        if erased.result is EraseResult.GONE and step > 60:
            return


def leave_behind(path: Path, identity: FileIdentity) -> None:
    """What a deletion leaves that was killed right after the move."""
    with opened_folder(path.parent) as folder:
        private = PrivateFolder.make(folder, Marker(path.name, identity))
        private.take()
        private.close()


def test_a_file_that_is_wanted_gone_is_finished(tmp_path: Path, registered: FileIdentity) -> None:
    leave_behind(tmp_path / "a.txt", registered)
    (recovered,) = local_files().recover_moved(tmp_path, [registered])
    assert recovered.how is RecoveredHow.FINISHED
    assert recovered.identity == registered
    assert not (tmp_path / "a.txt").exists()


def test_a_file_that_is_put_back_never_replaces_one_that_came_in_its_place(
    tmp_path: Path, registered: FileIdentity
) -> None:
    leave_behind(tmp_path / "a.txt", registered)
    (tmp_path / "a.txt").write_bytes(b"newer")
    (recovered,) = local_files().recover_moved(tmp_path)
    assert recovered.path == tmp_path / "a (1).txt"
    assert recovered.path.read_bytes() == b"client data"
    assert (tmp_path / "a.txt").read_bytes() == b"newer"


def test_an_attempt_on_a_name_that_was_taken_again_ends_the_left_one(tmp_path: Path, registered: FileIdentity) -> None:
    leave_behind(tmp_path / "a.txt", registered)
    (tmp_path / "a.txt").write_bytes(b"newer")
    assert local_files().erase(tmp_path / "a.txt", registered).result is EraseResult.GONE
    assert (tmp_path / "a.txt").read_bytes() == b"newer"


def test_a_deletion_another_process_is_doing_is_not_touched(tmp_path: Path, registered: FileIdentity) -> None:
    with opened_folder(tmp_path) as folder:
        private = PrivateFolder.make(folder, Marker("a.txt", registered))
        private.take()
        assert local_files().recover_moved(tmp_path) == ()
        erased = local_files().erase(tmp_path / "a.txt", registered)
        assert (erased.result, erased.detail) == (EraseResult.BLOCKED, "EAGAIN")
        private.put_back()
        private.remove()
        private.close()
    assert (tmp_path / "a.txt").read_bytes() == b"client data"


@pytest.mark.parametrize(
    "marker",
    [
        b"", b"{", b"[]", b"null", b'{"schema": 1}', b"\xff" * 10, b"[" * 100_000,
        b'{"schema":1,"name":"2e2e2f78","volume":"1","file_id":"2"}',  # ../x
        b'{"schema":2,"name":"78","volume":"1","file_id":"2"}',
    ],
)  # fmt: skip
def test_a_marker_that_is_not_ours_moves_nothing(tmp_path: Path, marker: bytes) -> None:
    folder = tmp_path / "in" / ".vroom-0123456789abcdef"
    folder.mkdir(parents=True)
    (folder / "marker").write_bytes(marker)
    (folder / "file").write_bytes(b"x")
    (recovered,) = local_files().recover_moved(tmp_path / "in")
    assert recovered.how is RecoveredHow.LEFT
    assert (folder / "file").exists()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["in"]


def test_left_folders_that_are_links_or_files_are_not_followed(tmp_path: Path, registered: FileIdentity) -> None:
    leave_behind(tmp_path / "a.txt", registered)
    real = next(entry for entry in tmp_path.iterdir() if entry.name.startswith(".vroom-"))
    watched = tmp_path / "watched"
    watched.mkdir()
    (watched / real.name).symlink_to(real)
    (watched / ".vroom-ffffffffffffffff").write_bytes(b"a file")
    assert local_files().recover_moved(watched) == ()
    assert (real / FILE).exists()
