"""The watcher on real files and the real system calls of this platform."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.system.watch import Change, ChangeKind, FolderWatcher, Lost, Watching, file_probe, folder_watcher
from app.system.watch.probe import is_cloud_only
from tests.system.wine import is_wine

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
PATIENCE = 20.0


class Heard:
    """What the watcher said, with a way to wait for it."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.lost: list[tuple[Path, Lost]] = []
        self._news = threading.Condition()

    def on_change(self, change: Change) -> None:
        with self._news:
            self.changes.append(change)
            self._news.notify_all()

    def on_lost(self, folder: Path, why: Lost) -> None:
        with self._news:
            self.lost.append((folder, why))
            self._news.notify_all()

    def until(self, holds: Callable[[], bool]) -> bool:
        with self._news:
            return self._news.wait_for(holds, PATIENCE)

    def has(self, kind: ChangeKind, path: Path, moved_to: Path | None = None) -> bool:
        wanted = None if moved_to is None else str(moved_to)
        return self.until(
            lambda: any(c.kind is kind and c.path == str(path) and c.moved_to == wanted for c in self.changes)
        )


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def watcher(heard: Heard) -> Iterator[FolderWatcher]:
    made = folder_watcher(heard.on_change, heard.on_lost)
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Downloads"
    made.mkdir()
    return made


def test_a_new_file_is_heard(watcher: FolderWatcher, heard: Heard, folder: Path) -> None:
    assert watcher.watch(folder) is Watching.FULLY
    (folder / "a.xlsx").write_bytes(b"1")
    assert heard.has(ChangeKind.CREATED, folder / "a.xlsx")
    assert heard.changes[0].folder == folder


def test_a_write_a_rename_and_a_deletion_are_heard(watcher: FolderWatcher, heard: Heard, folder: Path) -> None:
    file = folder / "a.xlsx"
    file.write_bytes(b"1")
    watcher.watch(folder)
    with file.open("ab") as stream:
        stream.write(b"2")
    assert heard.has(ChangeKind.MODIFIED, file)
    file.rename(folder / "b.xlsx")
    assert heard.has(ChangeKind.MOVED, file, folder / "b.xlsx")
    (folder / "b.xlsx").unlink()
    assert heard.has(ChangeKind.DELETED, folder / "b.xlsx")


def test_subfolders_that_exist_and_that_come_are_heard(watcher: FolderWatcher, heard: Heard, folder: Path) -> None:
    (folder / "old").mkdir()
    watcher.watch(folder)
    if not is_wine():  # it hears the subfolders that come, not those that are there
        (folder / "old" / "a.txt").write_bytes(b"1")
        assert heard.has(ChangeKind.CREATED, folder / "old" / "a.txt")
    (folder / "new").mkdir()
    assert heard.has(ChangeKind.CREATED, folder / "new")
    (folder / "new" / "b.txt").write_bytes(b"1")
    assert heard.has(ChangeKind.CREATED, folder / "new" / "b.txt")


def test_a_folder_that_is_moved_in_brings_its_files(
    watcher: FolderWatcher, heard: Heard, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "export" / "deep").mkdir(parents=True)
    (tmp_path / "export" / "deep" / "a.txt").write_bytes(b"1")
    watcher.watch(folder)
    (tmp_path / "export").rename(folder / "export")
    assert heard.has(ChangeKind.CREATED, folder / "export")


def test_a_renamed_folder_moves_its_files(watcher: FolderWatcher, heard: Heard, folder: Path) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "a.txt").write_bytes(b"1")
    watcher.watch(folder)
    (folder / "old").rename(folder / "new")
    assert heard.has(ChangeKind.MOVED, folder / "old" / "a.txt", folder / "new" / "a.txt")


def test_reading_a_file_is_no_news(watcher: FolderWatcher, heard: Heard, folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"1")
    watcher.watch(folder)
    (folder / "a.txt").read_bytes()
    (folder / "last.txt").write_bytes(b"1")
    assert heard.has(ChangeKind.CREATED, folder / "last.txt")
    if sys.platform != "win32":  # Windows tells the time of the last access as a change
        assert not [change for change in heard.changes if change.path.endswith("a.txt")]


@pytest.mark.parametrize("name", ["naïef €.txt", "‮fdp.txt", "🙂.txt", "é" * 100, "'quote' & spatie.txt"])
def test_odd_names_are_heard(watcher: FolderWatcher, heard: Heard, folder: Path, name: str) -> None:
    watcher.watch(folder)
    (folder / name).write_bytes(b"1")
    assert heard.has(ChangeKind.CREATED, folder / name)


@POSIX
@pytest.mark.parametrize("name", [b"no\xffutf8.txt", b"new\nline.txt", b"a" * 250])
def test_names_that_only_bytes_can_say_are_heard(
    watcher: FolderWatcher, heard: Heard, folder: Path, name: bytes
) -> None:
    watcher.watch(folder)
    path = folder / os.fsdecode(name)
    path.write_bytes(b"1")
    assert heard.has(ChangeKind.CREATED, path)


@POSIX
def test_links_are_not_followed(watcher: FolderWatcher, heard: Heard, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "client-place"
    other.mkdir()
    (folder / "link").symlink_to(other, target_is_directory=True)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    watcher.watch(folder)
    (other / "secret.txt").write_bytes(b"1")
    (folder / "own.txt").write_bytes(b"1")
    assert heard.has(ChangeKind.CREATED, folder / "own.txt")
    assert not [change for change in heard.changes if "secret" in change.path or "loop" in change.path]


@POSIX
def test_a_link_instead_of_a_folder_is_not_watched(watcher: FolderWatcher, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder, target_is_directory=True)
    assert watcher.watch(tmp_path / "link") is Watching.NOT


def test_what_is_no_folder_is_not_watched(watcher: FolderWatcher, folder: Path) -> None:
    assert watcher.watch(folder / "missing") is Watching.NOT
    (folder / "file").write_bytes(b"1")
    assert watcher.watch(folder / "file") is Watching.NOT


@pytest.mark.skipif(
    is_wine(), reason="Wine does not tell that a watched folder went; the guard looks every few seconds"
)
def test_a_removed_folder_is_noticed_and_can_be_watched_again(
    watcher: FolderWatcher, heard: Heard, folder: Path
) -> None:
    watcher.watch(folder)
    shutil.rmtree(folder)
    assert heard.until(lambda: (folder, Lost.ROOT) in heard.lost)
    assert eventually(lambda: watcher.watching(folder) is Watching.NOT)
    folder.mkdir()
    assert watcher.watch(folder) is Watching.FULLY
    (folder / "a.txt").write_bytes(b"1")
    assert heard.has(ChangeKind.CREATED, folder / "a.txt")


@POSIX
def test_a_folder_that_is_moved_away_is_noticed(watcher: FolderWatcher, heard: Heard, folder: Path) -> None:
    watcher.watch(folder)
    folder.rename(folder.with_name("elsewhere"))
    assert heard.until(lambda: (folder, Lost.ROOT) in heard.lost)


def test_several_folders_are_told_apart_and_one_can_be_left(
    watcher: FolderWatcher, heard: Heard, folder: Path, tmp_path: Path
) -> None:
    second = tmp_path / "Desktop"
    second.mkdir()
    watcher.watch(folder)
    watcher.watch(second)
    watcher.unwatch(folder)
    (folder / "unheard.txt").write_bytes(b"1")
    (second / "a.txt").write_bytes(b"1")
    assert heard.has(ChangeKind.CREATED, second / "a.txt")
    assert {change.folder for change in heard.changes} == {second}
    assert watcher.watching(folder) is Watching.NOT


def test_watching_twice_is_harmless(watcher: FolderWatcher, heard: Heard, folder: Path) -> None:
    assert watcher.watch(folder) is Watching.FULLY
    assert watcher.watch(folder) is Watching.FULLY
    (folder / "a.txt").write_bytes(b"1")
    assert heard.has(ChangeKind.CREATED, folder / "a.txt")
    assert len([c for c in heard.changes if c.kind is ChangeKind.CREATED]) == 1


@POSIX
def test_an_overflow_is_said(
    watcher: FolderWatcher, heard: Heard, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The kernel's queue holds 16,384 events; the reader is held up until more than that happened."""
    from app.system.watch import _linux

    reached, held = threading.Event(), threading.Event()
    read = _linux._Notifier.handle_event

    def slow(self: object, event: object) -> None:
        reached.set()
        held.wait(3 * PATIENCE)
        read(self, event)  # type: ignore[arg-type]  # the patched method

    monkeypatch.setattr(_linux._Notifier, "handle_event", slow)
    watcher.watch(folder)
    most = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
    one, other = folder / "a", folder / "b"
    one.write_bytes(b"")
    assert reached.wait(PATIENCE)  # what it has read by now does not fill the queue any more
    for _ in range(most // 4 + 100):
        one.rename(other)
        other.rename(one)
    held.set()
    assert heard.until(lambda: (folder, Lost.OVERFLOW) in heard.lost)
    (folder / "after.txt").write_bytes(b"1")
    assert heard.has(ChangeKind.CREATED, folder / "after.txt")


@POSIX
def test_running_out_of_watches_is_said(
    watcher: FolderWatcher, heard: Heard, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    from watchdog.observers.inotify_c import InotifyFD

    for number in range(5):
        (folder / f"sub{number}").mkdir()
    add = InotifyFD.add_callback

    def limited(self: InotifyFD, path: bytes, *rest: object) -> object:
        if path.endswith((b"sub3", b"sub4")):
            raise OSError(errno.ENOSPC, "inotify watch limit reached")
        return add(self, path, *rest)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(InotifyFD, "add_callback", limited)
    assert watcher.watch(folder) is Watching.PARTLY
    assert heard.lost == [(folder, Lost.LIMIT)]
    (folder / "sub0" / "a.txt").write_bytes(b"1")
    assert heard.has(ChangeKind.CREATED, folder / "sub0" / "a.txt")


@pytest.mark.windows
def test_a_loss_on_windows_is_said(folder: Path) -> None:
    from app.system.watch._windows import _Buffers

    lost: list[str] = []
    buffers = _Buffers(lambda: lost.append("lost"))
    buffers.put((b"", True))
    assert lost == []  # the reader started
    buffers.put((b"", True))
    assert lost == ["lost"]


@pytest.mark.windows
def test_a_burst_that_windows_cannot_hold_is_heard_or_said(watcher: FolderWatcher, heard: Heard, folder: Path) -> None:
    watcher.watch(folder)
    names = {str(folder / f"{number:05d}-{'x' * 80}.txt") for number in range(3_000)}
    for name in names:
        Path(name).write_bytes(b"")
    (folder / "last.txt").write_bytes(b"")
    assert heard.has(ChangeKind.CREATED, folder / "last.txt") or heard.lost
    missed = names - {change.path for change in heard.changes}
    assert not missed or (folder, Lost.OVERFLOW) in heard.lost


def test_closing_ends_all_threads(heard: Heard, folder: Path) -> None:
    before = threading.active_count()
    watcher = folder_watcher(heard.on_change, heard.on_lost)
    watcher.watch(folder)
    watcher.close()
    assert eventually(lambda: threading.active_count() == before)
    assert watcher.watching(folder) is Watching.NOT


@POSIX
def test_a_thousand_subfolders_cost_little_memory(watcher: FolderWatcher, heard: Heard, folder: Path) -> None:
    import psutil

    for number in range(1_000):
        (folder / f"sub{number:04d}").mkdir()
        for file in range(10):
            (folder / f"sub{number:04d}" / f"{file}.txt").touch()
    before = psutil.Process().memory_info().rss
    assert watcher.watch(folder) is Watching.FULLY
    assert psutil.Process().memory_info().rss - before < 8_000_000


def test_the_shape_of_a_file_is_the_same_from_a_listing_and_by_itself(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"12345")
    probe = file_probe()
    with os.scandir(folder) as entries:
        listed = probe.shape(next(entries).stat(follow_symlinks=False))
    alone = probe.shape((folder / "a.txt").lstat())
    assert listed == alone
    assert listed.size_bytes == 5
    assert not listed.cloud_only


@POSIX  # Windows gives a file that takes over a name the creation time of the one before
def test_the_shape_tells_a_replaced_file_with_the_same_size_and_time(folder: Path) -> None:
    probe = file_probe()
    first, second = folder / "a.txt", folder / "b.txt"
    first.write_bytes(b"1")
    before = probe.shape(first.lstat())
    assert eventually(lambda: write_anew(second) and second.lstat().st_ctime_ns != first.lstat().st_ctime_ns)
    os.utime(second, ns=(before.modified_ns, before.modified_ns))
    second.replace(first)
    assert probe.shape(first.lstat()) != before


def write_anew(path: Path) -> bool:
    path.unlink(missing_ok=True)
    path.write_bytes(b"1")
    return True


@pytest.mark.parametrize(
    ("attributes", "expected"), [(0x20, False), (0x1000, True), (0x4_0000, True), (0x40_0000, True), (0x401620, True)]
)
def test_a_placeholder_of_a_cloud_is_known_by_its_attributes(attributes: int, expected: bool) -> None:
    look = SimpleNamespace(st_file_attributes=attributes)
    assert is_cloud_only(look) is expected  # type: ignore[arg-type]  # a result of stat as Windows gives it


def eventually(holds: Callable[[], bool]) -> bool:
    """Whether `holds` becomes true; gives other threads their turn meanwhile."""
    until = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > until:
            return False
        os.sched_yield() if hasattr(os, "sched_yield") else threading.Event().wait(0.01)
    return True


@pytest.mark.windows
def test_closing_ends_a_reader_that_was_about_to_ask(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first cancelling finds nothing to cancel, as it does when the thread asks for changes only just after it."""
    from app.system.watch import _windows

    cancel, told = _windows._cancel_handle_io, []

    def cancelled_too_early(handle: object) -> None:
        told.append(handle)
        if len(told) > 1:
            cancel(handle)

    monkeypatch.setattr(_windows, "_cancel_handle_io", cancelled_too_early)
    reader = _windows._Reader(str(folder), lambda: None)
    reader.start()
    thread = reader._reader_thread
    reader.stop()
    assert len(told) > 1
    assert thread is not None
    assert not thread.is_alive()
