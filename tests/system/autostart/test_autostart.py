"""Start with the session: what the system reads is what we write, and what IT or a person switched off is seen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system.autostart import Autostart, AutostartState, own_command

linux = pytest.mark.skipif(sys.platform == "win32", reason="desktop files are Linux's")


def test_a_checkout_has_nothing_to_start() -> None:
    assert own_command() is None


class AutostartContract:
    def test_on_off_and_again(self, mine: Autostart) -> None:
        assert mine.state() is AutostartState.ABSENT
        mine.switch(False)
        assert mine.state() is AutostartState.ABSENT
        mine.switch(True)
        mine.switch(True)
        assert mine.state() is AutostartState.OWN
        mine.switch(False)
        assert mine.state() is AutostartState.ABSENT


@linux
class TestLinux(AutostartContract):
    def made(self, tmp_path: Path, *command: str) -> Autostart:
        from app.system.autostart._linux import LinuxAutostart

        environment = {"XDG_CONFIG_DIRS": str(tmp_path / "etc")}
        return LinuxAutostart(tmp_path / "home", command or (sys.executable, "--in-tray"), environment)

    @pytest.fixture
    def mine(self, tmp_path: Path) -> Autostart:
        return self.made(tmp_path)

    def for_all(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "etc/autostart/vroom-assistant.desktop"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"[Desktop Entry]\nType=Application\n{text}\n")

    def test_what_it_put_there_for_all_can_be_switched_off_and_on(self, tmp_path: Path) -> None:
        mine = self.made(tmp_path)
        self.for_all(tmp_path, f"Exec={sys.executable} --in-tray")
        assert mine.state() is AutostartState.FOR_ALL
        mine.switch(False)
        assert mine.state() is AutostartState.SWITCHED_OFF
        mine.switch(True)
        assert mine.state() is AutostartState.FOR_ALL

    @pytest.mark.parametrize(
        ("text", "state"),
        [
            ("Exec=/nowhere/vroom-assistant --in-tray", AutostartState.OTHER_PROGRAM),
            ("Name=x", AutostartState.OTHER_PROGRAM),
            ('Exec="unfinished', AutostartState.OTHER_PROGRAM),
            ("Exec=sh\nX-GNOME-Autostart-enabled=false", AutostartState.SWITCHED_OFF),
            ("Exec=sh\nHidden=True", AutostartState.SWITCHED_OFF),
            ("Exec=sh\n[Desktop Action x]\nHidden=true", AutostartState.FOR_ALL),
        ],
    )
    def test_what_the_file_says_counts(self, tmp_path: Path, text: str, state: AutostartState) -> None:
        self.for_all(tmp_path, text)
        assert self.made(tmp_path).state() is state

    def test_a_path_with_odd_signs_survives_the_desktop_s_quoting(self, tmp_path: Path) -> None:
        program = tmp_path / 'map "1" $a' / "vroom assistant"
        program.parent.mkdir()
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
        mine = self.made(tmp_path, str(program), "--in-tray")
        mine.switch(True)
        assert mine.state() is AutostartState.OWN
        text = (tmp_path / "home/.config/autostart/vroom-assistant.desktop").read_text()
        assert r'map \\"1\\" \\$a/vroom assistant' in text  # each escape of the argument escaped once more

    def test_from_a_checkout_it_cannot_be_switched_on(self, tmp_path: Path) -> None:
        from app.system.autostart._linux import LinuxAutostart

        with pytest.raises(FileNotFoundError):
            LinuxAutostart(tmp_path, None, {}).switch(True)

    def test_a_folder_that_cannot_be_read_is_unknown(self, tmp_path: Path) -> None:
        (tmp_path / "home/.config/autostart/vroom-assistant.desktop").mkdir(parents=True)
        assert self.made(tmp_path).state() is None


@pytest.mark.windows
@pytest.mark.skipif(sys.platform != "win32", reason="registry keys are Windows's")
class TestWindows(AutostartContract):
    @pytest.fixture
    def name(self) -> Iterator[str]:
        assert sys.platform == "win32"
        import winreg

        from app.system.autostart._windows import APPROVED, RUN

        yield (made := f"vroom-test-{os.getpid()}")
        for hive in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            for key in (RUN, APPROVED):
                self.forget(hive, key, made)

    def forget(self, hive: int, key: str, name: str) -> None:
        assert sys.platform == "win32"
        import winreg

        try:
            with winreg.OpenKey(hive, key, 0, winreg.KEY_SET_VALUE | winreg.KEY_WOW64_64KEY) as opened:
                winreg.DeleteValue(opened, name)
        except FileNotFoundError:
            return

    def put(self, key: str, name: str, kind: int, value: object) -> None:
        assert sys.platform == "win32"
        import winreg

        access = winreg.KEY_SET_VALUE | winreg.KEY_WOW64_64KEY
        with winreg.CreateKeyEx(winreg.HKEY_LOCAL_MACHINE, key, 0, access) as opened:
            winreg.SetValueEx(opened, name, 0, kind, value)

    @pytest.fixture
    def mine(self, name: str) -> Autostart:
        assert sys.platform == "win32"
        from app.system.autostart._windows import WindowsAutostart

        return WindowsAutostart((sys.executable, "--in-tray"), name)

    def test_what_the_installer_put_there_can_be_switched_off_and_on(self, mine: Autostart, name: str) -> None:
        assert sys.platform == "win32"
        import winreg

        from app.system.autostart._windows import RUN

        self.put(RUN, name, winreg.REG_SZ, f'"{sys.executable}" --in-tray')
        assert mine.state() is AutostartState.FOR_ALL
        mine.switch(False)
        assert mine.state() is AutostartState.SWITCHED_OFF
        mine.switch(True)
        assert mine.state() is AutostartState.FOR_ALL

    def test_a_value_that_starts_nothing_is_seen(self, mine: Autostart, name: str) -> None:
        assert sys.platform == "win32"
        import winreg

        from app.system.autostart._windows import RUN

        for kind, value in ((winreg.REG_SZ, r"C:\nowhere\tray.exe --in-tray"), (winreg.REG_DWORD, 7)):
            self.put(RUN, name, kind, value)
            assert mine.state() is AutostartState.OTHER_PROGRAM
