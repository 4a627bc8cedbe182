"""The facts of the machine that the tests run on and of a fake; and how a check that fails costs no other."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.health import HealthCheck, HealthFacts, ScreenLock, Unknown
from app.domain.lock_settings import LockSettings
from app.system.disk import system_disk
from app.system.health import DeviceHealth, NotSeen, device_health, encrypted, gathered, screen_lock
from tests.fakes import FakeLockSettings
from tests.health_samples import FakeDeviceHealth
from tests.system.health.contract import HealthContract


class TestThisMachine(HealthContract):
    @pytest.fixture
    def health(self, tmp_path: Path) -> DeviceHealth:
        return device_health(system_disk(), tmp_path)


class TestFake(HealthContract):
    @pytest.fixture
    def health(self) -> DeviceHealth:
        return FakeDeviceHealth()


class ToldDisk:
    def __init__(self, answer: bool | None) -> None:
        self._answer = answer

    def is_encrypted(self, path: Path) -> bool | None:
        return self._answer


def fail(error: Exception) -> object:
    raise error


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (NotSeen(Unknown.NO_SERVICE), Unknown.NO_SERVICE),
        (PermissionError(), Unknown.NO_RIGHT),
        (FileNotFoundError(), Unknown.NOT_TOLD),
        (ValueError(), Unknown.NOT_TOLD),
    ],
)
def test_a_check_that_fails_costs_no_other(error: Exception, why: Unknown) -> None:
    facts = gathered(
        (
            (HealthCheck.ANTIVIRUS, "antivirus", lambda: fail(error)),
            (HealthCheck.ENCRYPTION, "encrypted", lambda: True),
        )
    )
    assert facts == HealthFacts(encrypted=True, unknown={HealthCheck.ANTIVIRUS: why})


def test_a_disk_that_does_not_tell_is_not_seen() -> None:
    """VT-U2"""
    assert encrypted(ToldDisk(answer=True), Path("/"))
    assert not encrypted(ToldDisk(answer=False), Path("/"))
    with pytest.raises(NotSeen):
        encrypted(ToldDisk(answer=None), Path("/"))


@pytest.mark.parametrize(
    ("after", "seconds"), [(timedelta(0), None), (timedelta(minutes=5), 300), (timedelta(seconds=1), 1)]
)
def test_the_systems_own_lock_is_read_as_the_idle_lock_reads_it(after: timedelta, seconds: int | None) -> None:
    """VT-U2: zero there is never."""
    source = FakeLockSettings(LockSettings(locks_after=after))
    assert screen_lock(source, Unknown.OTHER_DESKTOP) == ScreenLock(after_seconds=seconds)


def test_a_desktop_that_is_not_known_has_no_lock_to_be_seen() -> None:
    """VT-U2"""
    with pytest.raises(NotSeen) as refusal:
        screen_lock(FakeLockSettings(LockSettings()), Unknown.OTHER_DESKTOP)
    assert refusal.value.why is Unknown.OTHER_DESKTOP
