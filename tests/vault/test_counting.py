"""How far work is: told seldom enough to cost nothing, often enough to be seen and stopped."""

from __future__ import annotations

import itertools
import threading

import pytest

from app.vault.counting import ByteCounter
from app.vault.plain import BLOCK_BYTES
from tests.vault.fakes import KEY, Bench, content_of


class Told:
    """A `Progress` that remembers, on a clock that runs only when told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        self.words: list[tuple[float, int, int]] = []
        monkeypatch.setattr("app.vault.counting.monotonic", lambda: self.now)

    def __call__(self, done: int, total: int) -> None:
        self.words.append((self.now, done, total))


def test_beginning_and_end_are_told_and_what_lies_between_ten_times_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told(monkeypatch)
    count = ByteCounter(100, told)
    count.begin()
    for _ in range(100):
        told.now += 0.03
        count.add(1)
    count.finish()
    assert [word[1:] for word in (told.words[0], told.words[-1])] == [(0, 100), (100, 100)]
    assert [done for _, done, _ in told.words] == sorted({done for _, done, _ in told.words})
    moments = [moment for moment, _, _ in told.words[:-1]]
    assert all(later - moment >= 0.1 for moment, later in itertools.pairwise(moments))
    assert len(moments) == 25  # three seconds in steps of 30 ms


def test_the_end_is_told_once_whatever_was_added(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told(monkeypatch)
    count = ByteCounter(10, told)
    told.now = 5.0
    count.add(25)
    count.finish()
    assert told.words == [(5.0, 10, 10)]


def test_an_empty_file_begins_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told(monkeypatch)
    count = ByteCounter(0, told)
    count.begin()
    count.finish()
    assert [word[1:] for word in told.words] == [(0, 0), (0, 0)]


def test_nobody_need_listen() -> None:
    count = ByteCounter(10, None)
    count.begin()
    count.add(5)
    count.finish()


def test_it_is_told_from_the_thread_that_works(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.vault.counting.PACE_SECONDS", 0.0)
    threads: list[int] = []
    sealed = bench.vault.seal(
        bench.source(content_of(4 * BLOCK_BYTES)), "copy1", KEY, lambda *_: threads.append(threading.get_ident())
    )
    bench.vault.open("copy1", KEY, bench.root / "out", sealed.sha256, lambda *_: threads.append(threading.get_ident()))
    assert len(threads) > 8
    assert set(threads) == {threading.get_ident()}
