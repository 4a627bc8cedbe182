"""What the clocks of the system say, also when somebody turns one of them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.moments import ClockReason, Reading, Recorded, judge
from app.system.clock import system_clock

linux = pytest.mark.skipif(sys.platform == "win32", reason="Linux only")

PROGRAM = """
import json
from app.system.clock import system_clock
r = system_clock().read()
print(json.dumps([r.wall.timestamp(), r.boot_seconds, r.boot_id, r.synchronised]))
"""


def read_under(*command: str, **environment: str) -> Reading:
    shown = subprocess.run(
        [*command, sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
        env={**os.environ, **environment},
    )
    wall, boot_seconds, boot_id, synchronised = json.loads(shown.stdout)
    return Reading(
        wall=datetime.fromtimestamp(wall, UTC), boot_seconds=boot_seconds, boot_id=boot_id, synchronised=synchronised
    )


def test_a_reading_is_in_utc_whole_seconds_and_the_boot_clock_runs() -> None:
    first, second = system_clock().read(), system_clock().read()
    assert first.wall.tzinfo is UTC
    assert first.wall.microsecond == 0
    assert abs(first.wall - datetime.now(UTC)) < timedelta(seconds=30)
    assert first.boot_seconds is not None
    assert second.boot_seconds is not None
    assert 0 < first.boot_seconds <= second.boot_seconds
    assert first.boot_id == second.boot_id


def test_another_process_reads_the_same_boot() -> None:
    here, there = system_clock().read(), read_under()
    assert there.boot_id == here.boot_id
    assert here.boot_seconds is not None
    assert there.boot_seconds is not None
    assert abs(there.boot_seconds - here.boot_seconds) < 60


@linux
@pytest.mark.skipif(shutil.which("faketime") is None, reason="needs faketime (apt-get install faketime)")
def test_a_wall_clock_set_ten_days_forward_is_seen_as_a_leap() -> None:
    """Design, Time: the boot clock runs on while the wall clock is turned."""
    here = system_clock().read()
    there = read_under("faketime", "-f", "+10d", FAKETIME_DONT_FAKE_MONOTONIC="1")
    assert there.wall - here.wall > timedelta(days=9)
    assert there.boot_id == here.boot_id
    assert there.boot_seconds is not None
    assert here.boot_seconds is not None
    assert abs(there.boot_seconds - here.boot_seconds) < 60
    assert there.synchronised is not True  # the kernel's clock is another one than the wall clock shown
    judged = judge(there, Recorded(reading=here, highest_trusted_at=here.wall))
    assert judged.reason is ClockReason.LEAP


@linux
def test_a_boot_id_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    from app.system.clock._linux import LinuxClock

    assert LinuxClock(boot_id=tmp_path / "none").read().boot_id is None
    (tmp_path / "odd").write_bytes(b"\xff\xff")
    assert LinuxClock(boot_id=tmp_path / "odd").read().boot_id is None


@linux
class TestSynchronised:
    @pytest.fixture
    def stamp(self, tmp_path: Path) -> Path:
        (tmp_path / "synchronized").write_bytes(b"")
        return tmp_path / "synchronized"

    def read(self, stamp: Path, monkeypatch: pytest.MonkeyPatch, kernel: tuple[float, bool] | None) -> bool | None:
        from app.system.clock import _linux

        monkeypatch.setattr(_linux, "_kernel_time", lambda: kernel)
        return _linux.LinuxClock(synchronised=stamp).read().synchronised

    def test_the_kernel_is_believed_when_it_speaks_of_the_same_clock(
        self, stamp: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        now = datetime.now(UTC).timestamp()
        stamp.unlink()
        assert self.read(stamp, monkeypatch, (now, True)) is True
        assert self.read(stamp, monkeypatch, (now - 864000, True)) is False
        assert self.read(stamp, monkeypatch, (now, False)) is False
        assert self.read(stamp, monkeypatch, None) is None

    def test_the_time_service_is_believed_when_its_answer_is_of_this_boot(
        self, stamp: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert self.read(stamp, monkeypatch, None) is True
        now = datetime.now(UTC).timestamp()
        boot = system_clock().read().boot_seconds
        assert boot is not None
        for moment in (now - boot - 10, now - 86400 * 2, now + 86400 * 2):
            os.utime(stamp, (moment, moment))
            assert self.read(stamp, monkeypatch, (now, False)) is False

    def test_this_machine_answers(self) -> None:
        assert system_clock().read().synchronised in (True, False, None)


@pytest.mark.windows
@pytest.mark.skipif(sys.platform != "win32", reason="Windows only")
def test_the_interrupt_time_is_used_where_it_is_and_the_tick_count_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    from app.system.clock import _windows

    usual = _windows.boot_seconds()
    monkeypatch.setattr(_windows, "_LIBRARIES", ("no-such-library",))
    assert abs(_windows.boot_seconds() - usual) < 60
