"""The journal as a person and an auditor use it; back-up and restore of the store."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.journal import JournalFilter, read_head, verify_file
from app.actions.opening import open_directory
from app.actions.restoring import restore_backup
from app.domain.errors import EnvironmentLacking, InputError, NotFoundError
from app.domain.identity import new_id
from app.domain.journal import JournalHead, JournalProblem
from app.domain.ports import KeySource
from app.store.directory import DataDirectory, DirectoryRecord
from app.system.files import write_atomically
from app.system.lease import guard_lease
from app.system.privacy import make_private_folder
from tests.actions.laptop import DAY, FakeSystemClock, Laptop
from tests.fakes import START
from tests.windows_lab.credentials import forget_keys


@pytest.fixture
def ready(laptop: Laptop) -> Laptop:
    laptop.sealed(laptop.usual())
    laptop.app.projects.close("P1")
    return laptop


def test_the_list_is_narrowed_by_moment_event_and_project(ready: Laptop) -> None:
    everything = ready.app.journal.list(JournalFilter())
    ready.client("Waterschap", domains=("waterschap.example",))
    assert ready.app.journal.list(JournalFilter(since=ready.now + DAY)) == []
    assert {e.event for e in ready.app.journal.list(JournalFilter(event="client.added"))} == {"client.added"}
    of_project = ready.app.journal.list(JournalFilter(project="p1"))
    assert {e.event for e in of_project} >= {"project.closed", "copy.added", "agreement.linked"}
    assert len(ready.app.journal.list(JournalFilter(limit=2))) == 2
    assert len(everything) > len(of_project)
    with pytest.raises(NotFoundError):
        ready.app.journal.list(JournalFilter(project="P9"))


def test_no_name_or_path_of_a_file_or_person_is_in_it(ready: Laptop) -> None:
    """VT-B2"""
    text = "\n".join(map(repr, ready.app.journal.list(JournalFilter())))
    for trace in ("salarissen", "Eva", "Smit", "Downloads", str(ready.root), "Salarisonderzoek", "voorbeeldstad"):
        assert trace not in text


def test_it_verifies_here_and_elsewhere_against_a_published_head_and_key(ready: Laptop) -> None:
    first = ready.app.journal.head()
    check = ready.app.journal.verify(full=True, head=f"{first.seq}:{first.hash}")
    assert (check.valid, check.head_compared) == (True, True)
    export = ready.root / "logboek.jsonl"
    head = ready.app.journal.export(export)
    told = ready.root / "kop.json"
    told.write_text(json.dumps({"head": {"seq": head.seq, "hash": head.hash}}))
    elsewhere = verify_file(export, head=str(told), key=check.fingerprint)
    assert (elsewhere.valid, elsewhere.head_compared, elsewhere.key_compared) == (True, True, True)
    assert verify_file(export, key="0" * 64).problem is JournalProblem.SIGNATURE
    assert ready.app.journal.verify(full=False, key="0" * 64).problem is JournalProblem.SIGNATURE
    assert ready.app.journal.verify(full=False, key=check.fingerprint.upper()).valid
    with pytest.raises(InputError):
        ready.app.journal.export(export)


def test_a_rollback_is_found_with_a_later_head(ready: Laptop) -> None:
    head = ready.app.journal.head()
    later = JournalHead(seq=head.seq + 1, hash="a" * 64)
    assert ready.app.journal.verify(full=False, head=f"{later.seq}:{later.hash}").problem is JournalProblem.CUT


@pytest.mark.parametrize("text", ["", "abc", "x" * 64, "²:" + "a" * 64, "-1:" + "a" * 64, "a" * 10_000, ":" * 70])
def test_what_is_no_head_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_head(text)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"seq": "x"}', b"\xff", b"[" * 100_000, b'{"head": 1}'])
def test_a_file_that_holds_no_head_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kop.json"
    path.write_bytes(content)
    with pytest.raises(InputError):
        read_head(str(path))


def test_a_backup_holds_the_whole_store_sealed_and_overwrites_nothing(ready: Laptop) -> None:
    target = ready.root / "reserve.db"
    size = ready.app.backup.backup(target)
    assert target.stat().st_size == size
    if sys.platform != "win32":
        assert target.stat().st_mode & 0o077 == 0
    assert b"Voorbeeldstad" not in target.read_bytes()
    assert [e.data for e in ready.events("backup.made")] == [{"bytes": size}]
    content = target.read_bytes()
    dangling = ready.root / "koppeling.db"
    dangling.symlink_to(ready.root / "nergens")
    for taken in (target, *([dangling] if dangling.is_symlink() else [])):  # Wine says it made one, and did not
        with pytest.raises(InputError):
            ready.app.backup.backup(taken)
    assert target.read_bytes() == content
    with pytest.raises(InputError):
        ready.app.backup.backup(ready.root / "geen map" / "reserve.db")


# -- restore -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DataDirectory]:
    """One whose keys outlive the process: in a key file, which Windows does not know."""
    found = DataDirectory(tmp_path / "data")
    make_private_folder(found.root)
    source = KeySource.CREDENTIAL_STORE if sys.platform == "win32" else KeySource.KEY_FILE
    record = DirectoryRecord(id=new_id(), key_source=source, complete=False)
    found.write(record, write_atomically)
    open_directory(found, None, FakeSystemClock()).store.close()
    yield found
    forget_keys(found.root)


def events(directory: DataDirectory) -> list[str]:
    opened = open_directory(directory, None, FakeSystemClock())
    with opened.store.read() as session:
        found = [entry.event for entry in session.journal.entries()]
    opened.store.close()
    return found


def note(directory: DataDirectory, subject: str) -> None:
    opened = open_directory(directory, None, FakeSystemClock())
    with opened.store.write(START) as session:
        session.journal.append("settings.changed", subject=subject, actor="person", data={"key": subject})
    opened.store.close()


def test_a_restore_brings_the_store_back_and_keeps_what_stood_there(directory: DataDirectory, tmp_path: Path) -> None:
    opened = open_directory(directory, None, FakeSystemClock())
    opened.store.backup(tmp_path / "reserve.db")
    opened.store.close()
    note(directory, "later")
    assert restore_backup(directory, tmp_path / "reserve.db") == 1
    assert events(directory) == ["store.created", "store.restored"]
    assert (directory.root / "store.db.replaced-1").exists()
    assert restore_backup(directory, tmp_path / "reserve.db") == 1
    assert (directory.root / "store.db.replaced-2").exists()
    assert list(directory.root.glob("*.restoring*")) == []


@pytest.mark.parametrize("damage", ["missing", "noise", "cut", "empty", "middle"])
def test_a_backup_that_is_none_changes_nothing(directory: DataDirectory, tmp_path: Path, damage: str) -> None:
    target = tmp_path / "reserve.db"
    opened = open_directory(directory, None, FakeSystemClock())
    opened.store.backup(target)
    opened.store.close()
    content = target.read_bytes()
    target.write_bytes(
        {
            "missing": content,
            "noise": b"\x55" * 20_000,
            "cut": content[:5000],
            "empty": b"",
            "middle": content[:9000] + b"\x55" * 50 + content[9050:],
        }[damage]
    )
    if damage == "missing":
        target.unlink()
    before = directory.database.read_bytes()
    with pytest.raises(InputError):
        restore_backup(directory, target)
    assert directory.database.read_bytes() == before
    assert list(directory.root.glob("*.restoring*")) == []
    assert list(directory.root.glob("*.replaced*")) == []
    assert events(directory) == ["store.created"]


def test_while_the_guards_run_nothing_is_restored(directory: DataDirectory, tmp_path: Path) -> None:
    opened = open_directory(directory, None, FakeSystemClock())
    opened.store.backup(tmp_path / "reserve.db")
    opened.store.close()
    lease = guard_lease(directory.lease("guards"))
    assert lease.try_acquire()
    with pytest.raises(EnvironmentLacking):
        restore_backup(directory, tmp_path / "reserve.db")
    lease.release()
    restore_backup(directory, tmp_path / "reserve.db")


def test_a_restore_replaces_a_damaged_or_lost_database(directory: DataDirectory, tmp_path: Path) -> None:
    opened = open_directory(directory, None, FakeSystemClock())
    opened.store.backup(tmp_path / "reserve.db")
    opened.store.close()
    directory.database.write_bytes(b"\x55" * 9000)
    restore_backup(directory, tmp_path / "reserve.db")
    assert events(directory) == ["store.created", "store.restored"]
    for left in directory.root.glob("store.db*"):
        left.unlink()
    restore_backup(directory, tmp_path / "reserve.db")
    assert events(directory) == ["store.created", "store.restored"]


def test_without_the_key_nothing_is_restored(directory: DataDirectory, tmp_path: Path) -> None:
    opened = open_directory(directory, None, FakeSystemClock())
    opened.store.backup(tmp_path / "reserve.db")
    opened.store.close()
    directory.key_file.unlink(missing_ok=True)
    forget_keys(directory.root)
    with pytest.raises(EnvironmentLacking):
        restore_backup(directory, tmp_path / "reserve.db")
