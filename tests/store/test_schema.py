"""Databases of older versions are brought forward, wholly or not at all."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest

from app.domain.copy import CopyState
from app.domain.finding import FindingState
from app.domain.identity import FileIdentity
from app.store import MIGRATED_NOTE, Store, StoreNewer, schema
from app.store.connection import connect
from tests.store.samples import HOUR, KEY, NOT_UTF8, NOW, SEED, rows, tamper

STORED = Path(__file__).parent / "data"
LATEST = schema.latest_version()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A database as version 1 left it."""
    path = tmp_path / "store.db"
    shutil.copyfile(STORED / "v1.db", path)
    return path


@pytest.fixture
def migrated(old: Path) -> Iterator[Store]:
    store = Store.open(old, KEY, SEED)
    yield store
    store.close()


def version_of(path: Path) -> int:
    with closing(connect(path, KEY)) as connection:
        return schema.version_of(connection)


def shape_of(path: Path) -> set[tuple[str, str, str]]:
    """Tables with their columns and types, and indexes with their definitions."""
    with closing(connect(path, KEY)) as connection:
        names = [name for (name,) in rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")]
        columns = {(name, row[1], row[2]) for name in names for row in rows(connection, f"PRAGMA table_info({name})")}
        indexes = rows(
            connection, "SELECT 'index', name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        )
    return columns | set(indexes)


def test_versions_follow_each_other_without_gaps():
    assert [version for version, _ in schema.migrations()] == list(range(1, LATEST + 1))
    assert LATEST >= 2


def test_all_that_was_in_an_old_database_is_in_the_new_one(migrated: Store):
    with migrated.read() as session:
        client = session.clients.resolve("WZD")
        project = session.projects.resolve("zd-1")
        (copy,) = session.copies.due_by(NOW + 24 * HOUR)
        (finding,) = session.findings.all(FindingState.OPEN)
        (folder,) = session.folders.all()
        (card,) = session.cards.all()
        assert client.terms.hashed_names
        assert project.documents == (f"/home/a/{NOT_UTF8}",)
        assert (copy.name, copy.state) == (NOT_UTF8, CopyState.CHECKED_OUT)
        assert session.copies.by_path(f"/home/a/{NOT_UTF8}") == [copy]
        assert session.copies.live_sizes() == {4096}
        assert session.findings.by_identity(FileIdentity(volume="fd00", file_id="1a")) == [finding]
        assert (finding.original_gone, finding.sealed_at, finding.asked_mail) == (False, None, None)
        assert session.seen.load(folder.id) == {bytes(16), bytes(range(16))}
        assert session.settings.all() == {"own.domains": ("firma.example",)}
        assert card.card.version == 3
        check = session.journal.verify(full=True)
    assert (check.valid, check.entries) == (True, 3)


def test_a_migrated_database_has_the_shape_of_a_new_one(migrated: Store, tmp_path: Path):
    Store.create(tmp_path / "new.db", KEY, SEED, NOW).close()
    assert shape_of(migrated.path) == shape_of(tmp_path / "new.db")


def test_what_was_before_is_kept_beside_it(migrated: Store):
    before = migrated.path.with_name("store.db.before-2")
    assert version_of(before) == 1
    with closing(connect(before, KEY)) as connection:
        assert rows(connection, "SELECT count(*) FROM journal") == [(3,)]
    assert not list(before.parent.glob("*.part*"))


def test_that_copy_goes_after_thirty_days(migrated: Store):
    """VT-B2: what was purged since would live on in it."""
    copies = list(migrated.path.parent.glob("store.db.before-*"))
    assert len(copies) == LATEST - 1
    for before in copies:
        os.utime(before, (NOW.timestamp(), NOW.timestamp()))
    assert migrated.clear_old_copies(NOW + 30 * 24 * HOUR) == 0
    assert migrated.clear_old_copies(NOW + 30 * 24 * HOUR + HOUR) == len(copies)
    assert not list(migrated.path.parent.glob("store.db.before-*"))
    assert migrated.path.exists()


def test_an_action_is_left_word_of_it(migrated: Store):
    with migrated.write(NOW) as session:
        told = session.notes.get(MIGRATED_NOTE)
        session.journal.append("store.migrated", subject="store", actor="assistant", data=told)
    assert told == {"from_version": 1, "to_version": LATEST}


def test_opening_again_changes_nothing(migrated: Store):
    with migrated.write(NOW) as session:
        session.notes.delete(MIGRATED_NOTE)
    Store.open(migrated.path, KEY, SEED).close()
    with migrated.read() as session:
        assert session.notes.get(MIGRATED_NOTE) is None
    assert version_of(migrated.path) == LATEST


def test_a_new_database_has_nothing_to_tell(tmp_path: Path):
    with closing(Store.create(tmp_path / "new.db", KEY, SEED, NOW)) as store, store.read() as session:
        assert session.notes.get(MIGRATED_NOTE) is None


@pytest.mark.parametrize("statement", range(12))
def test_a_failure_at_any_statement_leaves_it_wholly_old(old: Path, statement: int):
    (_, first), (_, second) = schema.migrations()[:2]
    parts = list(schema.statements(second))
    broken = "".join([*parts[:statement], "SELECT no_such_function();\n", *parts[statement:]])
    with (
        patch.object(schema, "migrations", autospec=True, return_value=[(1, first), (2, broken)]),
        pytest.raises(Exception, match="no_such_function"),
    ):
        Store.open(old, KEY, SEED)
    assert version_of(old) == 1
    with closing(Store.open(old, KEY, SEED)) as store, store.read() as session:
        assert session.journal.verify(full=True).valid


def test_several_that_open_it_at_once_do_it_once(old: Path):
    failures: list[Exception] = []

    def open_it() -> None:
        try:
            Store.open(old, KEY, SEED).close()
        except Exception as error:  # noqa: BLE001  # whatever it is, the test shows it
            failures.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert version_of(old) == LATEST
    assert not list(old.parent.glob("*.part*"))


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_killed_at_any_moment_it_is_wholly_old_or_wholly_new(tmp_path: Path):
    moments, versions = random.Random(9), []
    code = (
        "import sys; from pathlib import Path; import app.store; from tests.store.samples import KEY, SEED\n"
        "print('ready', flush=True); app.store.Store.open(Path(sys.argv[1]), KEY, SEED)"
    )
    for turn in range(20):
        path = tmp_path / f"{turn}" / "store.db"
        path.parent.mkdir()
        shutil.copyfile(STORED / "v1.db", path)
        process = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        process.stdout.readline()
        killer = threading.Timer(moments.uniform(0, 0.02), process.kill)
        killer.start()
        process.communicate(timeout=30)
        killer.join()
        versions.append(version_of(path))
        with closing(Store.open(path, KEY, SEED)) as store, store.read() as session:
            assert session.journal.verify(full=True).valid
            assert session.notes.get(MIGRATED_NOTE) == {"from_version": 1, "to_version": LATEST}
        assert store.quick_check() is None
        assert not list(path.parent.glob("*.part*"))
    assert set(versions) <= set(range(1, LATEST + 1))  # each version is a change of its own


def test_a_later_version_is_left_alone(tmp_path: Path):
    path = tmp_path / "store.db"
    Store.create(path, KEY, SEED, NOW).close()
    tamper(path, f"PRAGMA user_version = {LATEST + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreNewer) as error:
        Store.open(path, KEY, SEED)
    assert (error.value.exit_code, error.value.message.id) == (3, "store.newer")
    assert path.read_bytes() == before


def test_leftovers_of_a_killed_migration_are_cleared_away(old: Path):
    left = old.with_name("store.db.before-2.abcdefgh.part")
    left.write_bytes(b"half")
    Store.open(old, KEY, SEED).close()
    assert not left.exists()


def test_a_script_that_ends_within_a_statement_is_refused():
    with pytest.raises(ValueError):
        list(schema.statements("CREATE TABLE a (b);\nCREATE TABLE c ("))
