"""Locking the screen: fakes, a desktop made of python-dbusmock's services on Linux, and the calls of Windows."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.domain.messages import msg
from app.system.lock import SessionLock, session_lock
from tests.fakes import FakeSessionLock
from tests.system.desktop import assert_passes_inside, need_desktop
from tests.system.lock.contract import LockContract
from tests.system.wine import is_wine

INSIDE = Path(__file__).with_name("in_desktop.py")
linux = pytest.mark.skipif(sys.platform == "win32", reason="D-Bus is Linux's")


class FakeScreen:
    def __init__(self) -> None:
        self.fake = FakeSessionLock()
        self.fake.obeys = self.fake.obeys_again = False

    @property
    def lock(self) -> SessionLock:
        return self.fake

    def obey(self) -> None:
        self.fake.obeys = self.fake.obeys_again = True

    def refuse(self) -> None:
        self.fake.refusal = msg("lock.refused", code="5")

    def open(self) -> None:
        self.fake.state = False

    def vanish(self) -> None:
        self.fake.way = None


class TestFake(LockContract):
    @pytest.fixture
    def screen(self) -> FakeScreen:
        return FakeScreen()


@linux
def test_a_desktop_keeps_the_contract(tmp_path: Path) -> None:
    """VR-P6"""
    need_desktop()
    assert_passes_inside(INSIDE, tmp_path)


@pytest.mark.windows
class TestWindows:
    def test_the_answer_of_windows_is_read(self) -> None:
        """Wine has no lock and says so. On Windows itself it would lock: only `doctor --try-lock` does that."""
        if not is_wine():
            pytest.skip("it would lock the screen")
        result = session_lock().lock()
        assert not result.requested
        assert result.reason is not None
        assert result.reason.id == "lock.refused"
        assert str(result.reason.arguments["code"]).startswith("LockWorkStation ")

    def test_the_session_is_asked(self) -> None:
        assert session_lock().mechanism() == "LockWorkStation"
        assert session_lock().is_locked() is (None if is_wine() else False)

    def test_the_flags_of_the_session_are_read(self) -> None:
        from app.system.lock._windows import SessionInfo, is_locked_by

        assert is_locked_by(SessionInfo(level=1, flags=0)) is True
        assert is_locked_by(SessionInfo(level=1, flags=1)) is False
        assert is_locked_by(SessionInfo(level=1, flags=0xFFFFFFFF)) is None
        assert is_locked_by(SessionInfo(level=0, flags=0)) is None

    def test_a_session_that_nobody_is_connected_to_counts_as_locked(self) -> None:
        """VR-P6: another person's session is in front, or the remote one was left; it opens after signing in again."""
        from app.system.lock._windows import SessionInfo, is_locked_by

        assert is_locked_by(SessionInfo(level=1, connection=4, flags=1)) is True
        assert is_locked_by(SessionInfo(level=1, connection=0, flags=1)) is False

    def test_the_flags_stand_where_windows_puts_them(self) -> None:
        """WTSINFOEXW: the level, then at 8 the session's number, its connection, its flags."""
        from app.system.lock._windows import SessionInfo

        places = (SessionInfo.session_id.offset, SessionInfo.connection.offset, SessionInfo.flags.offset)
        assert places == (8, 12, 16)
