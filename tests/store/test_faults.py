"""What can go wrong with file, disk and key: one clear error, exit 3, and nothing overwritten."""

from __future__ import annotations

import ctypes
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import EnvironmentLacking, InputError
from app.store import (
    Store,
    StoreBusy,
    StoreError,
    StoreExists,
    StoreMissing,
    StoreUnreadable,
)
from app.store import connection as connection_module
from app.store.connection import connect
from app.store.errors import from_database, from_system
from tests.store.samples import KEY, NOW, SEED, a_client, a_copy, fill, tamper

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights, limits and special files")
OTHER_KEY = bytes(32)


@pytest.fixture
def closed(path: Path) -> Path:
    """A store with some content that nobody has open."""
    with closing(Store.create(path, KEY, SEED, NOW)) as store, store.write(NOW) as session:
        _, _, agreement = fill(session)
        for number in range(300):
            session.copies.add(a_copy(agreement, name=f"{number}" * 50))
        session.journal.append("client.added", subject="id", actor="person")
    return path


def refused(act: Callable[[], object]) -> StoreError:
    with pytest.raises(StoreError) as error:
        act()
    assert isinstance(error.value, EnvironmentLacking)
    assert error.value.exit_code == 3
    return error.value


class TestOpening:
    def test_a_wrong_key_is_said_and_changes_nothing(self, closed: Path):
        before = closed.read_bytes()
        error = refused(lambda: Store.open(closed, OTHER_KEY, SEED))
        assert isinstance(error, StoreUnreadable)
        assert error.message.id == "store.unreadable"
        assert closed.read_bytes() == before

    def test_a_wrong_key_is_not_told_to_the_terminal(self, closed: Path):
        """`cipher_log_level = NONE` comes before the key."""
        code = (
            "import sys; from pathlib import Path; from app.store import Store, StoreUnreadable\n"
            f"try: Store.open(Path({str(closed)!r}), bytes(32), bytes(32))\n"
            "except StoreUnreadable: sys.exit(7)"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (7, b"", b"")

    @pytest.mark.parametrize("key", [b"", b"short", bytes(33)])
    def test_a_key_of_another_length_is_refused(self, closed: Path, key: bytes):
        assert isinstance(refused(lambda: Store.open(closed, key, SEED)), StoreUnreadable)

    def test_a_missing_database_is_never_made(self, path: Path):
        assert isinstance(refused(lambda: Store.open(path, KEY, SEED)), StoreMissing)
        assert list(path.parent.iterdir()) == []

    def test_nor_in_a_missing_folder(self, path: Path):
        nowhere = path.parent / "no" / "store.db"
        assert isinstance(refused(lambda: Store.open(nowhere, KEY, SEED)), StoreMissing)
        refused(lambda: Store.create(nowhere, KEY, SEED, NOW))

    @pytest.mark.parametrize(
        "content",
        [b"", b"x", b"SQLite format 3\x00" + bytes(4080), random.Random(3).randbytes(20_000), bytes(8192), b"x" * 4095],
        ids=["empty", "one-byte", "plain-header", "noise", "zeros", "short"],
    )
    def test_what_is_no_database_is_left_as_it_is(self, path: Path, content: bytes):
        path.write_bytes(content)
        assert isinstance(refused(lambda: Store.open(path, KEY, SEED)), StoreUnreadable)
        assert path.read_bytes() == content

    def test_an_unencrypted_database_is_left_as_it_is(self, path: Path):
        with closing(sqlite3.connect(path)) as plain:
            plain.execute("CREATE TABLE a (b)")
        before = path.read_bytes()
        assert isinstance(refused(lambda: Store.open(path, KEY, SEED)), StoreUnreadable)
        assert path.read_bytes() == before

    def test_an_encrypted_database_of_something_else_is_left_alone(self, path: Path):
        path.touch()
        with closing(connect(path, KEY, fresh=True)) as foreign:
            foreign.execute("CREATE TABLE a (b)")
        assert isinstance(refused(lambda: Store.open(path, KEY, SEED)), StoreUnreadable)

    def test_a_folder_is_no_database(self, path: Path):
        path.mkdir()
        assert isinstance(refused(lambda: Store.open(path, KEY, SEED)), StoreUnreadable)

    @posix
    def test_a_pipe_or_a_dangling_link_does_not_hang(self, path: Path):
        os.mkfifo(path)
        assert isinstance(refused(lambda: Store.open(path, KEY, SEED)), StoreUnreadable)
        path.unlink()
        path.symlink_to("nowhere")
        assert isinstance(refused(lambda: Store.open(path, KEY, SEED)), StoreMissing)


class TestCreating:
    @pytest.mark.parametrize("content", [None, b"something"])
    def test_what_is_there_is_never_replaced(self, path: Path, content: bytes | None):
        if content is None:
            Store.create(path, KEY, SEED, NOW).close()
        else:
            path.write_bytes(content)
        before = path.read_bytes()
        assert isinstance(refused(lambda: Store.create(path, OTHER_KEY, SEED, NOW)), StoreExists)
        assert path.read_bytes() == before
        assert list(path.parent.iterdir()) == [path]

    @posix
    def test_it_is_for_its_owner_alone(self, store: Store):
        with store.write(NOW) as session:
            session.clients.add(a_client())
        for file in store.path.parent.iterdir():
            assert file.stat().st_mode & 0o777 == 0o600

    def test_what_a_killed_one_left_is_cleared_away(self, closed: Path):
        left = closed.with_name("store.db.new-abcdefgh")
        left.write_bytes(b"half")
        other = closed.with_name("store.db.newer.txt")
        other.write_bytes(b"not ours")
        Store.open(closed, KEY, SEED).close()
        assert not left.exists()
        assert other.exists()

    def test_nothing_readable_lies_in_the_files(self, store: Store):
        with store.write(NOW) as session:
            session.clients.add(a_client(name="WATERSCHAP-ZEEDUIN"))
        for file in store.path.parent.iterdir():
            content = file.read_bytes()
            assert b"WATERSCHAP" not in content
            assert b"SQLite format" not in content
            assert KEY not in content
            assert KEY.hex().encode() not in content.lower()


class TestDamage:
    @pytest.mark.parametrize("kept", [0.99, 0.7, 0.5, 0.2, 0.05])
    def test_a_truncated_file_is_noticed(self, closed: Path, kept: float):
        """At opening or, for what lies in the missing part, at the first look there; always by the check."""
        content = closed.read_bytes()
        closed.write_bytes(content[: int(len(content) * kept)])
        self.assert_noticed(closed)

    @pytest.mark.parametrize("seed", range(12))
    def test_a_changed_byte_anywhere_is_noticed(self, closed: Path, seed: int):
        content = bytearray(closed.read_bytes())
        content[random.Random(seed).randrange(len(content))] ^= 0x20
        closed.write_bytes(content)
        self.assert_noticed(closed)

    def test_a_page_put_back_from_an_older_copy_is_noticed(self, closed: Path):
        """Within one database each page is bound to its number."""
        content = bytearray(closed.read_bytes())
        content[8192:12288] = content[12288:16384]
        closed.write_bytes(content)
        self.assert_noticed(closed)

    def assert_noticed(self, path: Path) -> None:
        try:
            store = Store.open(path, KEY, SEED)
        except StoreUnreadable:
            return
        with closing(store):
            assert store.quick_check() is not None
            try:
                with store.read() as session:
                    session.copies.all()
                    session.journal.verify(full=True)
            except StoreError as error:
                assert isinstance(error, StoreUnreadable)  # noqa: PT017  # any other kind would mislead

    def test_a_sound_one_passes_the_check_while_it_is_written(self, store: Store):
        stop = threading.Event()

        def write() -> None:
            number = 0
            while not stop.is_set():
                number += 1
                with store.write(NOW) as session:
                    session.notes.set(f"n{number % 50}", "x" * 500)

        thread = threading.Thread(target=write)
        thread.start()
        try:
            assert [store.quick_check() for _ in range(10)] == [None] * 10
        finally:
            stop.set()
            thread.join()

    def test_a_broken_reference_is_noticed(self, closed: Path):
        tamper(closed, "DELETE FROM agreements")
        with closing(Store.open(closed, KEY, SEED)) as store:
            assert "foreign_key_check" in (store.quick_check() or "")


def without_root_rights() -> None:
    """Root writes everywhere; in this child it must not (drop CAP_DAC_OVERRIDE, _READ_SEARCH and _FOWNER)."""
    libc = ctypes.CDLL(None)
    for capability in (1, 2, 3):
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def in_child(code: str, *, prepare: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    """Run `code` in a process of its own, which prints the message id of a StoreError."""
    body = "\n".join(f"    {line}" for line in code.splitlines())
    script = (
        "from pathlib import Path\n"
        "from app.store import *\n"
        "from tests.store.samples import KEY, NOW, SEED, a_client\n"
        f"try:\n{body}\n"
        "except StoreError as error:\n"
        "    print(error.message.id)\n"
    )
    command = [sys.executable, "-c", script]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, preexec_fn=prepare)


@posix
class TestRights:
    def test_a_folder_that_may_not_be_written_is_said(self, closed: Path):
        before = closed.read_bytes()
        closed.parent.chmod(0o500)
        try:
            done = in_child(
                f"store = Store.open(Path({str(closed)!r}), KEY, SEED)\n"
                "with store.write(NOW) as session: session.clients.add(a_client())",
                prepare=without_root_rights,
            )
        finally:
            closed.parent.chmod(0o700)
        assert (done.stdout, done.stderr) == ("store.read-only\n", "")
        assert closed.read_bytes() == before

    def test_a_file_that_may_not_be_written_is_said(self, closed: Path):
        closed.chmod(0o400)
        done = in_child(
            f"store = Store.open(Path({str(closed)!r}), KEY, SEED)\n"
            "with store.write(NOW) as session: session.clients.add(a_client())",
            prepare=without_root_rights,
        )
        assert (done.stdout, done.stderr) == ("store.read-only\n", "")

    def test_a_file_that_may_not_be_read_is_said(self, closed: Path):
        closed.chmod(0o000)
        done = in_child(f"Store.open(Path({str(closed)!r}), KEY, SEED)", prepare=without_root_rights)
        assert (done.stdout, done.stderr) == ("store.read-only\n", "")

    def test_a_new_one_in_such_a_folder_is_refused(self, path: Path):
        path.parent.chmod(0o500)
        try:
            done = in_child(f"Store.create(Path({str(path)!r}), KEY, SEED, NOW)", prepare=without_root_rights)
        finally:
            path.parent.chmod(0o700)
        assert (done.stdout, done.stderr) == ("store.read-only\n", "")
        assert list(path.parent.iterdir()) == []


def limited_to(size_bytes: int) -> Callable[[], None]:
    """No file of the child may grow beyond this: as a disk that is full."""

    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, size_bytes))

    return limit


@posix
class TestFullDisk:
    @pytest.mark.parametrize("room", [33_000, 60_000, 120_000, 400_000])
    def test_a_change_that_does_not_fit_is_taken_back_whole(self, closed: Path, room: int):
        done = in_child(
            f"store = Store.open(Path({str(closed)!r}), KEY, SEED)\n"
            "with store.write(NOW) as session:\n"
            "    for number in range(3000): session.notes.set(f'n{number}', 'x' * 1000)\n"
            "    session.journal.append('copy.renewed', subject='id', actor='person')",
            prepare=limited_to(room),
        )
        assert done.stdout in ("store.full\n", "store.disk-error\n")
        assert done.stderr == ""
        with closing(Store.open(closed, KEY, SEED)) as store:
            assert store.quick_check() is None
            with store.read() as session:
                assert session.notes.listing("n") == {}
                check = session.journal.verify(full=True)
        assert (check.valid, check.entries) == (True, 1)

    def test_the_store_goes_on_when_there_is_room_again(self, closed: Path):
        done = in_child(
            "import resource\n"
            f"store = Store.open(Path({str(closed)!r}), KEY, SEED)\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))\n"
            "try:\n"
            "    with store.write(NOW) as session:\n"
            "        for number in range(3000): session.notes.set(f'n{number}', 'x' * 1000)\n"
            "except StoreError: print('full')\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))\n"
            "with store.write(NOW) as session: session.notes.set('after', 1)\n"
            "with store.read() as session: print(session.notes.listing(''), session.journal.verify().valid)"
        )
        assert (done.stdout, done.stderr) == ("full\n{'after': 1} True\n", "")

    def test_a_new_one_that_does_not_fit_leaves_nothing(self, path: Path):
        done = in_child(f"Store.create(Path({str(path)!r}), KEY, SEED, NOW)", prepare=limited_to(50_000))
        assert done.stdout in ("store.full\n", "store.disk-error\n")
        assert list(path.parent.iterdir()) == []

    def test_a_migration_that_does_not_fit_leaves_the_old(self, path: Path):
        shutil.copyfile(Path(__file__).parent / "data" / "v1.db", path)
        before = path.read_bytes()
        done = in_child(f"Store.open(Path({str(path)!r}), KEY, SEED)", prepare=limited_to(90_000))
        assert done.stdout in ("store.full\n", "store.disk-error\n")
        assert path.read_bytes() == before
        assert list(path.parent.iterdir()) == [path]


class TestBusy:
    def test_a_store_kept_by_another_is_said_after_the_wait(self, closed: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(connection_module, "BUSY_SECONDS", 0.05)
        with closing(Store.open(closed, KEY, SEED)) as store, closing(connect(closed, KEY)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreBusy), store.write(NOW):
                pytest.fail("two wrote at once")
            with store.read() as session:
                assert len(session.clients.all()) == 1
            other.execute("COMMIT")
            with store.write(NOW) as session:
                session.notes.set("a", 1)

    def test_the_wait_is_ten_seconds(self, store: Store):
        with store.read() as session:
            assert session.copies._connection.execute("PRAGMA busy_timeout").fetchone() == (10_000,)


class TestMeaning:
    """SQLite's own words are understood in one place."""

    @pytest.mark.parametrize(
        ("code", "message"),
        [
            (sqlite3.SQLITE_NOTADB, "store.unreadable"),
            (sqlite3.SQLITE_CORRUPT_INDEX, "store.unreadable"),
            (sqlite3.SQLITE_FULL, "store.full"),
            (sqlite3.SQLITE_BUSY_SNAPSHOT, "store.busy"),
            (sqlite3.SQLITE_READONLY_DBMOVED, "store.read-only"),
            (sqlite3.SQLITE_CANTOPEN_ISDIR, "store.read-only"),
            (sqlite3.SQLITE_IOERR_FSYNC, "store.disk-error"),
        ],
    )
    def test_of_the_database(self, code: int, message: str):
        error = sqlite3.OperationalError("secret words")
        error.sqlite_errorcode = code
        known = from_database(error)
        assert known is not None
        assert known.message.id == message
        assert "secret" not in str(known)

    def test_of_the_backup_function_which_gives_no_code(self):
        known = from_database(sqlite3.OperationalError("database or disk is full"))
        assert known is not None
        assert known.message.id == "store.full"

    def test_our_own_mistakes_are_not_the_users(self):
        assert from_database(sqlite3.IntegrityError("UNIQUE")) is None

    @pytest.mark.parametrize(
        ("error", "message"),
        [
            (OSError(28, "ENOSPC"), "store.full"),
            (PermissionError(13, "EACCES"), "store.read-only"),
            (FileNotFoundError(2, "ENOENT"), "store.missing"),
            (OSError(5, "EIO"), "store.disk-error"),
        ],
    )
    def test_of_the_file_system(self, error: OSError, message: str):
        assert from_system(error).message.id == message

    def test_an_actions_own_file_errors_are_let_through(self, store: Store):
        """A missing client file inside a change is not a missing database."""
        missing = store.path.with_name("none.xlsx")
        with pytest.raises(FileNotFoundError), store.write(NOW):
            missing.read_bytes()
        with pytest.raises(FileNotFoundError), store.read():
            missing.read_bytes()


class TestBackup:
    def test_it_is_whole_and_under_the_same_key(self, closed: Path):
        target = closed.with_name("copy.db")
        with closing(Store.open(closed, KEY, SEED)) as store:
            store.backup(target)
            with store.write(NOW) as session:
                session.notes.set("later", 1)
        assert isinstance(refused(lambda: Store.open(target, OTHER_KEY, SEED)), StoreUnreadable)
        with closing(Store.open(target, KEY, SEED)) as copy, copy.read() as session:
            assert len(session.copies.all()) == 300
            assert session.notes.get("later") is None
            assert session.journal.verify(full=True).valid
        assert sorted(p.name for p in closed.parent.iterdir()) == ["copy.db", "store.db"]

    def test_it_holds_what_is_not_yet_in_the_main_file(self, store: Store):
        with store.write(NOW) as session:
            session.notes.set("fresh", 1)
        store.backup(store.path.with_name("copy.db"))
        with closing(Store.open(store.path.with_name("copy.db"), KEY, SEED)) as copy, copy.read() as session:
            assert session.notes.get("fresh") == 1

    def test_a_file_that_is_there_is_left_alone(self, store: Store):
        target = store.path.with_name("copy.db")
        target.write_bytes(b"mine")
        with pytest.raises(InputError) as error:
            store.backup(target)
        assert error.value.message.id == "store.backup-exists"
        assert target.read_bytes() == b"mine"

    def test_a_folder_that_is_not_there_is_said(self, store: Store):
        with pytest.raises(InputError) as error:
            store.backup(store.path.parent / "none" / "copy.db")
        assert error.value.message.id == "store.backup-failed"

    def test_damage_is_not_copied(self, closed: Path):
        content = bytearray(closed.read_bytes())
        content[len(content) // 2] ^= 1
        closed.write_bytes(content)
        target = closed.with_name("copy.db")
        with closing(Store.open(closed, KEY, SEED)) as store:
            assert isinstance(refused(lambda: store.backup(target)), StoreUnreadable)
        assert [path.name for path in closed.parent.iterdir() if path.name.startswith("copy")] == []
