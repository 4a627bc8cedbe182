"""When scanning can wait."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.system.power import system_power

linux = pytest.mark.skipif(sys.platform == "win32", reason="Linux only")


def test_this_machine_answers() -> None:
    assert system_power().should_rest() in (True, False)


@linux
class TestLinux:
    def rests(self, tmp_path: Path, *, load: float = 0.1, profile: str = "balanced", **battery: str) -> bool:
        from app.system.power._linux import LinuxPower

        supply = tmp_path / "supplies" / "BAT0"
        supply.mkdir(parents=True)
        for name, value in battery.items():
            (supply / name).write_text(value + "\n")
        (tmp_path / "load").write_text(f"{load} 0.0 0.0 1/100 5\n")
        (tmp_path / "profile").write_text(profile + "\n")
        return LinuxPower(tmp_path / "supplies", tmp_path / "profile", tmp_path / "load").should_rest()

    def test_a_low_battery_that_discharges_rests(self, tmp_path: Path) -> None:
        assert self.rests(tmp_path, type="Battery", status="Discharging", capacity="19")

    @pytest.mark.parametrize(
        "battery",
        [
            {"type": "Battery", "status": "Discharging", "capacity": "20"},
            {"type": "Battery", "status": "Charging", "capacity": "5"},
            {"type": "Battery", "status": "Discharging", "capacity": "5", "scope": "Device"},
            {"type": "Mains", "online": "1"},
            {"type": "Battery", "status": "Discharging", "capacity": "?"},
        ],
    )
    def test_other_supplies_do_not(self, tmp_path: Path, battery: dict[str, str]) -> None:
        assert not self.rests(tmp_path, **battery)

    def test_the_power_saver_on_battery_rests(self, tmp_path: Path) -> None:
        assert self.rests(tmp_path, profile="low-power", type="Battery", status="Discharging", capacity="80")

    def test_the_power_saver_on_mains_does_not(self, tmp_path: Path) -> None:
        assert not self.rests(tmp_path, profile="low-power", type="Battery", status="Full", capacity="100")

    def test_a_busy_machine_rests_and_our_own_scan_alone_does_not_make_it_busy(self, tmp_path: Path) -> None:
        cores = os.cpu_count() or 1
        assert self.rests(tmp_path / "busy", load=cores * 1.5 + 1.1)
        assert not self.rests(tmp_path / "own", load=cores * 1.5 + 0.9)

    def test_a_machine_that_tells_nothing_does_not_rest(self, tmp_path: Path) -> None:
        from app.system.power._linux import LinuxPower

        assert not LinuxPower(tmp_path / "a", tmp_path / "b", tmp_path / "c").should_rest()


@pytest.mark.windows
@pytest.mark.skipif(sys.platform != "win32", reason="Windows only")
def test_the_answer_of_windows_is_read() -> None:
    from app.system.power._windows import PowerStatus, needs_rest

    assert needs_rest(PowerStatus(line=0, percent=19))
    assert needs_rest(PowerStatus(line=1, percent=90, saver=1))
    assert not needs_rest(PowerStatus(line=1, percent=5))
    assert not needs_rest(PowerStatus(line=0, percent=255))
