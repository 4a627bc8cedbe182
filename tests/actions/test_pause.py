"""Pausing the look at folders: every process sees it, deletion goes on, and nothing that came meanwhile is lost. VR-K1."""

from __future__ import annotations

import time
from datetime import timedelta

from app.domain.finding import FindingState
from app.domain.pause import LONGEST_PAUSE
from app.domain.rules import RuleState
from app.guards.copies.guard import CopiesGuard
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import DAY, HOUR, Laptop


def test_a_pause_ends_by_itself_after_an_hour_at_most(laptop: Laptop) -> None:
    until = laptop.app.pause.pause(8 * HOUR)
    assert until == laptop.now + LONGEST_PAUSE == laptop.app.pause.until()
    laptop.passes(HOUR - timedelta(seconds=1))
    assert laptop.app.pause.until() == until
    laptop.passes(timedelta(seconds=1))
    assert laptop.app.pause.until() is None


def test_another_process_sees_it_and_may_end_it(laptop: Laptop) -> None:
    other = laptop.again()
    until = laptop.app.pause.pause(timedelta(minutes=20))
    assert other.pause.until() == until
    other.pause.resume()
    assert laptop.app.pause.until() is None
    laptop.restart()
    assert laptop.app.pause.until() is None


def test_it_is_journalled_without_its_end(laptop: Laptop) -> None:
    """VT-B2: how often on a day, nothing that could be read as working hours beyond the entry itself."""
    laptop.app.pause.pause()
    laptop.app.pause.resume()
    laptop.app.pause.pause(timedelta(minutes=1))
    laptop.passes(DAY)
    laptop.app.pause.resume()  # it ended by itself
    laptop.app.pause.pause()
    assert [entry.data for entry in laptop.events("scan.paused")] == [{"count": 1}, {"count": 2}, {"count": 1}]
    assert [entry.data for entry in laptop.events("scan.resumed")] == [{}]


def test_a_clock_that_is_set_back_does_not_make_it_longer(laptop: Laptop) -> None:
    laptop.app.clock.keep()
    laptop.clock.set_wall(laptop.now + 40 * DAY)  # in doubt: what the wall says counts until a person confirms
    laptop.app.pause.pause()
    laptop.clock.set_wall(laptop.now - 40 * DAY)
    assert laptop.app.pause.until() is None


def test_due_copies_go_while_it_is_paused(laptop: Laptop) -> None:
    """VR-P4"""
    copy = laptop.sealed(laptop.usual())
    laptop.app.projects.close("P1")
    laptop.passes(7 * DAY)
    laptop.app.pause.pause()
    laptop.app.deletion.run_due()
    assert not laptop.copy(copy.id).is_live


def test_the_real_guard_rests_and_finds_afterwards_what_came(make_laptop: MakeLaptop) -> None:
    """VR-K1, VR-P1a: from the note in the store to the finding."""
    laptop = make_laptop()
    laptop.client()
    laptop.watch()
    guard = next(guard for guard in laptop.app.guards() if isinstance(guard, CopiesGuard))
    guard.listen(lambda: None)
    try:
        _look(guard, laptop, lambda: laptop.app.intake.folders()[0].last_reconciled_at is not None)
        laptop.app.pause.pause()
        path = laptop.file()
        laptop.detector.verdicts[path] = laptop.judgement()
        report = guard.check(laptop.now)
        assert (report.state, report.sentence.id) == (RuleState.ATTENTION, "copies.paused")
        for _ in range(75):  # longer than a file needs to settle
            guard.check(laptop.now)
            time.sleep(0.02)
        assert laptop.detector.judged == []
        laptop.app.pause.resume()
        _look(guard, laptop, lambda: bool(laptop.app.findings.list()))
    finally:
        guard.close()
    (finding,) = laptop.app.findings.list()
    assert (finding.path, finding.state) == (str(path), FindingState.OPEN)


def _look(guard: CopiesGuard, laptop: Laptop, until: object) -> None:
    assert callable(until)
    for _ in range(500):
        guard.check(laptop.now)
        if until():
            return
        time.sleep(0.02)  # the guard's own clock of steady seconds runs
    raise AssertionError("the guard did not find it")
