"""What every lock keeps to. Each kind's test class gives a `screen`: a lock and what a test can do to its desktop."""

from __future__ import annotations

from typing import Protocol

from app.system.lock import SessionLock


class Screen(Protocol):
    @property
    def lock(self) -> SessionLock: ...

    def obey(self) -> None:
        """From now on it locks when it is asked. Before that it takes requests and does nothing."""
        ...

    def refuse(self) -> None: ...

    def open(self) -> None:
        """The person unlocks."""
        ...

    def vanish(self) -> None:
        """Nothing is there that could lock."""
        ...


class LockContract:
    def test_what_would_lock_is_named(self, screen: Screen) -> None:
        assert screen.lock.mechanism()

    def test_a_lock_is_seen_and_so_is_its_end(self, screen: Screen) -> None:
        """VR-P6"""
        screen.obey()
        assert not screen.lock.is_locked()
        assert screen.lock.lock().requested
        assert screen.lock.is_locked() is True
        screen.open()
        assert screen.lock.is_locked() is False

    def test_a_request_that_was_taken_is_no_lock(self, screen: Screen) -> None:
        """VR-P6"""
        result = screen.lock.lock()
        assert (result.requested, result.reason) == (True, None)
        assert screen.lock.is_locked() is not True

    def test_a_refusal_says_why(self, screen: Screen) -> None:
        screen.refuse()
        for again in (False, True):
            result = screen.lock.lock(again=again)
            assert not result.requested
            assert result.reason is not None
            assert result.reason.id == "lock.refused"
            assert result.reason.arguments["code"]

    def test_with_nothing_there_nothing_is_claimed(self, screen: Screen) -> None:
        screen.vanish()
        assert screen.lock.mechanism() is None
        assert screen.lock.is_locked() is None
        result = screen.lock.lock()
        assert not result.requested
        assert result.reason is not None
        assert result.reason.id == "lock.no-way"
