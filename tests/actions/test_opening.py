"""Opening never creates; making survives a crash anywhere and twenty processes at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.actions.opening import open_directory
from app.domain.errors import EnvironmentLacking
from app.domain.identity import new_id
from app.domain.ports import KeySource
from app.store import Store
from app.store.directory import DataDirectory, DirectoryRecord
from app.system.credentials import MemoryKeys
from app.system.files import write_atomically
from app.system.privacy import make_private_folder
from tests.actions.laptop import FakeSystemClock, Laptop
from tests.fakes import START
from tests.windows_lab.credentials import forget_keys

posix = pytest.mark.skipif(sys.platform == "win32", reason="permission bits")


class Place:
    """A data directory and what belongs to it, at any stage of its making."""

    def __init__(self, root: Path) -> None:
        self.directory = DataDirectory(root / "data")
        self.keys = MemoryKeys()
        self.clock = FakeSystemClock()

    @property
    def root(self) -> Path:
        return self.directory.root

    def open(self) -> list[str]:
        """Open and close; the events of the journal."""
        opened = open_directory(self.directory, self.keys, self.clock)
        try:
            with opened.store.read() as session:
                return [entry.event for entry in session.journal.entries()]
        finally:
            opened.store.close()

    def refuses(self) -> str:
        before = self.content()
        with pytest.raises(EnvironmentLacking) as refused:
            self.open()
        assert self.content() == before, "something was changed"
        assert refused.value.exit_code == 3
        return refused.value.message.id

    def content(self) -> dict[str, bytes]:
        if not self.root.is_dir():
            return {}
        return {str(path): path.read_bytes() for path in sorted(self.root.rglob("*")) if path.is_file()}

    def record(self, *, complete: bool) -> None:
        make_private_folder(self.root)
        record = DirectoryRecord(id="a" * 26, key_source=KeySource.MEMORY, complete=complete)
        self.directory.write(record, write_atomically)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_a_directory_that_is_not_there_is_made_with_all_above_it(tmp_path: Path) -> None:
    place = Place(tmp_path / "diep" / "dieper")
    assert place.open() == ["store.created"]
    assert place.open() == ["store.created"]
    assert {entry.name for entry in place.root.iterdir() if entry.is_dir()} >= {
        "vault",
        "evidence",
        "working",
        "drafts",
    }


@posix
def test_an_empty_directory_that_others_can_read_becomes_private(place: Place) -> None:
    place.root.mkdir(mode=0o755)
    place.root.chmod(0o755)
    place.open()
    assert place.root.stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o077 == 0 for path in place.root.rglob("*"))


@posix
def test_a_directory_that_was_opened_to_others_is_refused(place: Place) -> None:
    place.open()
    place.root.chmod(0o755)
    assert place.refuses() == "privacy.open-to-others"


@pytest.mark.parametrize("mode", [0o700, 0o755])
def test_a_folder_with_other_things_in_it_is_refused(place: Place, mode: int) -> None:
    place.root.mkdir()
    (place.root / "brief.docx").write_bytes(b"van iemand")
    place.root.chmod(mode)
    assert place.refuses() == "directory.foreign"
    assert [entry.name for entry in place.root.iterdir()] == ["brief.docx"]


def test_a_file_in_its_place_is_refused(place: Place) -> None:
    place.root.write_bytes(b"een bestand")
    assert place.refuses() == "privacy.no-folder"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows, and Wine makes none")
def test_a_link_in_its_place_is_refused(place: Place, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir(mode=0o700)
    place.root.symlink_to(tmp_path / "elders")
    assert place.refuses() == "privacy.no-folder"
    assert list((tmp_path / "elders").iterdir()) == []


def leave_folder(place: Place) -> None:
    make_private_folder(place.root)


def leave_lease(place: Place) -> None:
    leave_folder(place)
    place.directory.lease("making").write_text("4711")


def leave_temporary_record(place: Place) -> None:
    leave_lease(place)
    (place.root / ".vroom-0011223344556677.tmp").write_bytes(b'{"id"')


def leave_record(place: Place) -> None:
    place.record(complete=False)


def leave_one_key(place: Place) -> None:
    leave_record(place)
    place.keys.put("database", b"d" * 32)


def leave_both_keys(place: Place) -> None:
    leave_one_key(place)
    place.keys.put("journal", b"j" * 32)


def leave_half_a_database(place: Place) -> None:
    leave_both_keys(place)
    (place.root / "store.db.new-abcdefgh").write_bytes(b"\0" * 5000)


def leave_an_empty_store(place: Place) -> None:
    leave_both_keys(place)
    Store.create(place.directory.database, b"d" * 32, b"j" * 32, START).close()


def leave_all_but_the_last_word(place: Place) -> None:
    place.open()
    place.record(complete=False)


@pytest.mark.parametrize(
    "leave",
    [
        leave_folder,
        leave_lease,
        leave_temporary_record,
        leave_record,
        leave_one_key,
        leave_both_keys,
        leave_half_a_database,
        leave_an_empty_store,
        leave_all_but_the_last_word,
    ],
)
def test_a_making_that_was_interrupted_is_taken_up(place: Place, leave) -> None:  # type: ignore[no-untyped-def]
    """After a crash at any step the next call makes it whole, with one first entry in the journal."""
    leave(place)
    kept = place.keys.get("database")
    assert place.open() == ["store.created"]
    assert kept in (None, place.keys.get("database"))
    record = place.directory.read()
    assert record is not None
    assert record.complete
    assert list(place.root.glob("store.db.new-*")) == []


def test_a_database_without_its_key_is_left_alone(place: Place) -> None:
    place.open()
    for name in ("database", "journal"):
        secret = place.keys.get(name)
        assert secret is not None
        place.keys.destroy(name)
        assert place.refuses() == "directory.no-key"
        place.keys.put(name, secret)
    assert place.open() == ["store.created"]


def test_keys_without_their_database_make_no_new_one(place: Place) -> None:
    place.open()
    place.directory.database.unlink()
    for ending in ("-wal", "-shm"):
        place.root.joinpath("store.db" + ending).unlink(missing_ok=True)
    assert place.refuses() == "directory.no-database"


def test_a_key_that_does_not_fit_is_refused(place: Place) -> None:
    place.open()
    place.keys.put("database", b"x" * 32)
    assert place.refuses() == "store.unreadable"


def test_a_database_without_a_record_is_refused(place: Place) -> None:
    place.open()
    place.directory.record_path.unlink()
    assert place.refuses() == "directory.no-record"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"id": 1}', b"\xff\xfe", b"[" * 50_000])
def test_a_damaged_record_is_refused(place: Place, content: bytes) -> None:
    place.open()
    place.directory.record_path.write_bytes(content)
    assert place.refuses() == "directory.damaged"


@pytest.mark.parametrize("damage", ["empty", "cut", "noise"])
def test_a_damaged_database_is_refused(place: Place, damage: str) -> None:
    place.open()
    database = place.directory.database
    content = database.read_bytes()
    noise = content[:4096] + b"\x55" * 64 + content[4160:]
    database.write_bytes({"empty": b"", "cut": content[:1000], "noise": b"\x55" * 64 + noise[64:]}[damage])
    assert place.refuses() == "store.unreadable"


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() != 0, reason="becomes another user")
def test_a_directory_of_somebody_else_is_refused(place: Place) -> None:
    place.open()
    os.chown(place.root, 65534, 65534)
    assert place.refuses() == "privacy.not-own"


def test_twenty_processes_at_once_make_one_store(tmp_path: Path) -> None:
    """All succeed on an empty directory, and it is one and the same."""
    directory = DataDirectory(tmp_path / "data")
    directory.root.mkdir(mode=0o755)
    tmp_path.joinpath("go").touch()
    script = tmp_path / "open.py"
    script.write_text(OPENER)
    source = str(Path(__file__).parents[2])
    started = [
        subprocess.Popen(
            [sys.executable, "-S", str(script), str(directory.root), *sys.path],
            cwd=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for _ in range(20)
    ]
    answers = [process.communicate(timeout=90)[0].strip() for process in started]
    forget_keys(directory.root)
    assert [process.returncode for process in started] == [0] * 20, answers
    assert len(set(answers)) == 1
    assert answers[0].endswith("created 1")


# The key file is chosen beforehand: the processes must find one another's keys. It stands for a crash after the record.
OPENER = """
import sys
sys.path[:] = sys.argv[2:]
from pathlib import Path
import app.actions.opening as opening
from app.domain.ports import KeySource
from app.store.directory import DataDirectory
from app.system.clock import system_clock

opening.choose_source = lambda: KeySource.CREDENTIAL_STORE if sys.platform == "win32" else KeySource.KEY_FILE
directory = DataDirectory(Path(sys.argv[1]))
opened = opening.open_directory(directory, None, system_clock())
with opened.store.read() as session:
    count = sum(entry.event == "store.created" for entry in session.journal.entries())
print(directory.read().id, "created", count)
"""


def test_a_store_made_with_a_key_file_says_so(tmp_path: Path) -> None:
    """It is chosen once and recorded; status and doctor then ask for attention."""
    directory = DataDirectory(tmp_path / "data")
    make_private_folder(directory.root)
    record = DirectoryRecord(id=new_id(), key_source=KeySource.KEY_FILE, complete=False)
    directory.write(record, write_atomically)
    if sys.platform == "win32":
        with pytest.raises(EnvironmentLacking):
            open_directory(directory, None, FakeSystemClock())
        return
    opened = open_directory(directory, None, FakeSystemClock())
    opened.store.close()
    assert opened.keys.source is KeySource.KEY_FILE
    assert directory.key_file.stat().st_mode & 0o077 == 0


def test_an_assistant_on_a_fresh_directory_answers_every_list(laptop: Laptop) -> None:
    """Contract: everything works on an empty data directory."""
    app = laptop.app
    empty = (
        app.clients.list(),
        app.projects.list(),
        app.agreements.list(),
        app.findings.list(),
        app.copies.list(),
        app.vault.list(),
        app.deadlines.list(),
        app.certificates.list(),
        app.folders.list(),
        app.deletion.run_due().items,
    )
    assert all(not items for items in empty)
