"""Transactions, threads and processes: one change at a time, each wholly there or not at all."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from app.store import Store
from tests.store.samples import KEY, NOW, SEED, a_client, taken_back

WRITERS, ENTRIES, KILLS = 20, 20, 20

APPEND = """
import sys
from pathlib import Path
from app.store import Store
from tests.store.samples import KEY, NOW, SEED
store = Store.open(Path(sys.argv[1]), KEY, SEED)
for number in range(int(sys.argv[2])):
    with store.write(NOW) as session:
        seq = session.journal.append("guard.state", subject=sys.argv[3], actor="guard")
        session.notes.count("entries")
        session.notes.set(f"last.{sys.argv[3]}", seq)
    print(seq, flush=True)
"""
CREATE = """
import sys
from pathlib import Path
from app.store import Store, StoreExists
from tests.store.samples import KEY, NOW, SEED
try:
    Store.create(Path(sys.argv[1]), KEY, SEED, NOW).close()
    print("made")
except StoreExists:
    Store.open(Path(sys.argv[1]), KEY, SEED).close()
    print("found")
"""


def start(code: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


class TestSessions:
    def test_a_change_is_seen_by_others_after_its_end(self, store: Store):
        with closing(Store.open(store.path, KEY, SEED)) as other:
            with store.write(NOW) as session:
                session.clients.add(client := a_client())
                with other.read() as reading:
                    assert reading.clients.all() == []
            with other.read() as reading:
                assert reading.clients.all() == [client]

    def test_a_snapshot_does_not_move(self, store: Store):
        def add() -> None:
            with store.write(NOW) as session:
                session.clients.add(a_client())

        with store.read() as session:
            assert session.clients.all() == []
            thread = threading.Thread(target=add)
            thread.start()
            thread.join()
            assert session.clients.all() == []
        with store.read() as session:
            assert len(session.clients.all()) == 1

    def test_an_error_takes_everything_back(self, store: Store):
        with taken_back(store) as session:
            session.clients.add(a_client())
            session.notes.set("a", 1)
        with store.read() as session:
            assert session.clients.all() == []
            assert session.notes.get("a") is None

    def test_a_look_inside_a_change_sees_it(self, store: Store):
        with store.write(NOW) as session:
            session.clients.add(a_client())
            with store.read() as inner:
                assert len(inner.clients.all()) == 1
            session.clients.add(a_client())
        with store.read() as session, store.read() as inner:
            assert len(inner.clients.all()) == 2

    def test_a_store_at_rest_goes_on_when_it_is_asked(self, store: Store):
        """Its idle connections hold a cache each; a session under way keeps its own."""
        client = a_client()
        with store.write(NOW) as session:
            session.clients.add(client)
            store.rest()
            session.notes.set("still", "here")
        store.rest()
        with store.read() as session:
            assert session.clients.get(client.id) == client
            assert session.notes.get("still") == "here"

    def test_a_change_inside_another_is_our_mistake(self, store: Store):
        with store.read(), pytest.raises(RuntimeError), store.write(NOW):
            pass
        with store.write(NOW), pytest.raises(RuntimeError), store.write(NOW):
            pass

    def test_a_look_cannot_write(self, store: Store):
        with pytest.raises(RuntimeError), store.read() as session:
            session.notes.set("a", 1)
        with store.read() as session:
            assert session.notes.get("a") is None

    def test_others_see_that_something_changed(self, store: Store):
        with closing(Store.open(store.path, KEY, SEED)) as other:
            before = other.data_version()
            assert other.data_version() == before
            with store.read() as session:
                session.notes.get("a")
            assert other.data_version() == before
            with store.write(NOW) as session:
                session.notes.set("a", 1)
            after = other.data_version()
            assert after != before
            with other.write(NOW) as session:
                session.notes.set("a", 2)
            assert other.data_version() != after

    def test_a_closed_store_is_not_used_again(self, store: Store):
        store.close()
        store.close()
        with pytest.raises(RuntimeError), store.read():
            pass

    def test_nothing_lies_beside_the_database_after_closing(self, store: Store):
        with store.write(NOW) as session:
            session.notes.set("a", 1)
        store.data_version()
        store.close()
        assert [path.name for path in store.path.parent.iterdir()] == ["store.db"]

    def test_ten_threads_at_once_lose_nothing(self, store: Store):
        def work(name: str) -> None:
            for _ in range(10):
                with store.write(NOW) as session:
                    session.notes.count("all")
                    session.journal.append("guard.state", subject=name, actor="guard")
                with store.read() as session:
                    session.journal.head()

        threads = [threading.Thread(target=work, args=(f"thread{number}",)) for number in range(10)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with store.read() as session:
            assert session.notes.get("all") == 100
            check = session.journal.verify(full=True)
        assert (check.valid, check.entries) == (True, 100)


class TestProcesses:
    def test_twenty_at_once_write_one_chain(self, store: Store):
        processes = [start(APPEND, store.path, ENTRIES, f"writer{number}") for number in range(WRITERS)]
        outputs = [process.communicate(timeout=100) for process in processes]
        assert {error for _, error in outputs} == {""}
        seqs = sorted(int(line) for output, _ in outputs for line in output.split())
        assert seqs == list(range(1, WRITERS * ENTRIES + 1))
        with store.read() as session:
            assert session.notes.get("entries") == WRITERS * ENTRIES
            check = session.journal.verify(full=True)
        assert (check.valid, check.entries) == (True, WRITERS * ENTRIES)

    def test_of_several_that_create_it_one_does(self, path: Path):
        processes = [start(CREATE, path) for _ in range(6)]
        outputs = [process.communicate(timeout=100) for process in processes]
        assert {error for _, error in outputs} == {""}
        assert sorted(output.strip() for output, _ in outputs) == ["found"] * 5 + ["made"]
        assert [file.name for file in path.parent.iterdir()] == ["store.db"]

    @pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
    def test_killed_at_any_moment_each_change_is_wholly_there_or_not(self, store: Store):
        """What was reported done is there; what was not is there whole or not at all."""
        moments = random.Random(5)
        for turn in range(KILLS):
            process = start(APPEND, store.path, 10_000, f"turn{turn}")
            assert process.stdout is not None
            done = [int(process.stdout.readline())]
            killer = threading.Timer(moments.uniform(0, 0.03), process.send_signal, [signal.SIGKILL])
            killer.start()
            done += [int(line) for line in process.stdout if line.endswith("\n")]
            killer.join()
            process.wait(timeout=30)
            process.communicate()
            with store.read() as session:
                head = session.journal.head()
                assert head.seq >= done[-1]
                assert session.notes.get("entries") == head.seq
                assert session.notes.get(f"last.turn{turn}") == head.seq
                assert session.journal.verify(full=True, head=head).valid
        assert store.quick_check() is None

    @pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
    def test_killed_while_it_is_made_there_is_a_whole_one_or_none(self, path: Path):
        moments = random.Random(6)
        for _ in range(KILLS):
            process = start("import app.store\nprint('ready', flush=True)\n" + CREATE, path)
            assert process.stdout is not None
            process.stdout.readline()
            killer = threading.Timer(moments.uniform(0, 0.04), process.send_signal, [signal.SIGKILL])
            killer.start()
            process.communicate(timeout=30)
            killer.join()
            if path.exists():
                with closing(Store.open(path, KEY, SEED)) as store:
                    assert store.quick_check() is None
                assert [file.name for file in path.parent.iterdir()] == ["store.db"]
                path.unlink()
