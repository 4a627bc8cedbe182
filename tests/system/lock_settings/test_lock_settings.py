"""How the system itself is set to lock: GNOME, Plasma and logind on Linux, registry and power plan on Windows. VR-P6."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.lock_settings import LockSettings, OnLid
from app.system.lock_settings import lock_settings
from tests.system.desktop import assert_passes_inside, need_desktop

INSIDE = Path(__file__).with_name("in_desktop.py")
linux = pytest.mark.skipif(sys.platform == "win32", reason="Linux only")
MINUTE = timedelta(minutes=1)

GNOME = {
    ("org.gnome.desktop.screensaver", "lock-enabled"): "true",
    ("org.gnome.desktop.screensaver", "lock-delay"): "uint32 0",
    ("org.gnome.desktop.session", "idle-delay"): "uint32 300",
    ("org.gnome.desktop.lockdown", "disable-lock-screen"): "false",
}


def test_this_machine_answers() -> None:
    found = lock_settings().read()
    assert found.limit is None or found.limit > timedelta(0)


def test_never_is_no_limit() -> None:
    assert LockSettings(locks_after=timedelta(0)).limit is None
    assert LockSettings(locks_after=MINUTE).limit == MINUTE


@linux
def test_logind_tells_of_the_lid(tmp_path: Path) -> None:
    """VR-P6"""
    need_desktop()
    assert_passes_inside(INSIDE, tmp_path)


@linux
class TestGnome:
    def read(self, **changed: str | None) -> LockSettings:
        from app.system.lock_settings._linux import LinuxLockSettings

        named = {key[1].replace("-", "_"): key for key in GNOME}
        values: dict[tuple[str, str], str | None] = {**GNOME, **{named[name]: value for name, value in changed.items()}}
        return LinuxLockSettings("ubuntu:GNOME", (), lambda schema, key: values.get((schema, key))).read()

    def test_it_locks_when_it_goes_blank_and_on_waking(self) -> None:
        """VR-P6"""
        found = self.read()
        assert (found.locks_after, found.asks_on_wake) == (5 * MINUTE, True)

    def test_the_delay_after_blanking_counts(self) -> None:
        assert self.read(lock_delay="uint32 30").locks_after == timedelta(seconds=330)

    @pytest.mark.parametrize("changed", [{"lock_enabled": "false"}, {"disable_lock_screen": "true"}])
    def test_without_locking_nothing_locks(self, changed: dict[str, str]) -> None:
        found = self.read(**changed)
        assert (found.locks_after, found.limit, found.asks_on_wake) == (timedelta(0), None, False)

    def test_a_screen_that_never_goes_blank_never_locks_by_itself(self) -> None:
        found = self.read(idle_delay="uint32 0")
        assert (found.limit, found.asks_on_wake) == (None, True)

    @pytest.mark.parametrize("printed", [None, "", "'soon'", "uint32 -1", "uint32 99999999999"])
    def test_what_is_no_number_is_unknown(self, printed: str | None) -> None:
        assert self.read(idle_delay=printed).locks_after is None

    def test_without_the_schema_nothing_is_known(self) -> None:
        assert self.read(lock_enabled=None) == LockSettings()


@linux
class TestPlasma:
    def read(self, *folders: Path) -> LockSettings:
        from app.system.lock_settings._linux import LinuxLockSettings

        return LinuxLockSettings("KDE", folders, lambda _schema, _key: None).read()

    def write(self, folder: Path, *lines: str) -> Path:
        folder.mkdir(exist_ok=True)
        (folder / "kscreenlockerrc").write_text("\n".join(["[Greeter]", "Theme=x", "[Daemon]", *lines]))
        return folder

    def test_without_a_file_its_own_defaults_hold(self, tmp_path: Path) -> None:
        found = self.read(tmp_path)
        assert (found.locks_after, found.asks_on_wake) == (timedelta(seconds=305), True)

    def test_the_persons_file_counts(self, tmp_path: Path) -> None:
        """VR-P6"""
        mine = self.write(tmp_path / "mine", "Timeout=10", "LockGrace=0", "LockOnResume=false")
        found = self.read(mine)
        assert (found.locks_after, found.asks_on_wake) == (10 * MINUTE, False)

    def test_what_it_does_not_say_the_systems_file_does(self, tmp_path: Path) -> None:
        mine = self.write(tmp_path / "mine", "Timeout=10")
        system = self.write(tmp_path / "system", "Timeout[$i]=3", "LockGrace=0")
        assert self.read(mine, system).locks_after == 10 * MINUTE

    def test_locking_that_is_off(self, tmp_path: Path) -> None:
        assert self.read(self.write(tmp_path / "mine", "Autolock=false")).limit is None

    def test_a_broken_file_is_unknown(self, tmp_path: Path) -> None:
        (tmp_path / "kscreenlockerrc").write_bytes(b"no section\n\xff")
        assert self.read(tmp_path) == LockSettings()


@linux
class TestOthers:
    @pytest.mark.parametrize("desktop", ["", "sway", "XFCE"])
    def test_a_desktop_that_keeps_it_elsewhere_is_unknown(self, desktop: str, tmp_path: Path) -> None:
        from app.system.lock_settings._linux import LinuxLockSettings

        found = LinuxLockSettings(desktop, (tmp_path,), lambda _schema, _key: "true").read()
        assert (found.locks_after, found.asks_on_wake) == (None, None)

    def test_a_program_that_is_not_there_or_hangs_tells_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from app.system.lock_settings import _linux

        monkeypatch.setenv("PATH", str(tmp_path))
        assert _linux.gsetting("org.gnome.desktop.session", "idle-delay") is None
        program = tmp_path / "gsettings"
        program.write_text("#!/bin/sh\nexec /bin/sleep 60\n")
        program.chmod(0o755)
        monkeypatch.setattr(_linux, "GSETTINGS_SECONDS", 0.1)
        assert _linux.gsetting("org.gnome.desktop.session", "idle-delay") is None
        program.write_text('#!/bin/sh\necho "uint32 $#"\n')
        monkeypatch.setattr(_linux, "GSETTINGS_SECONDS", 5.0)
        assert _linux.gsetting("org.gnome.desktop.session", "idle-delay") == "uint32 3"

    def test_asking_leaves_nothing_in_the_home_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """GNOME's program makes folders for its own ends, wherever it is told that those belong."""
        from app.system.lock_settings import _linux

        home, programs = tmp_path / "home", tmp_path / "programs"
        for folder in (home, programs):
            folder.mkdir()
        program = programs / "gsettings"
        program.write_text('#!/bin/sh\nmkdir -p "$XDG_RUNTIME_DIR/dconf" "$XDG_CACHE_HOME/dconf" && echo true\n')
        program.chmod(0o755)
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
        for name in ("XDG_RUNTIME_DIR", "XDG_CACHE_HOME"):
            monkeypatch.delenv(name, raising=False)
        assert _linux.gsetting("org.gnome.desktop.screensaver", "lock-enabled") == "true"
        assert list(home.iterdir()) == []


Values = dict[tuple[int, str, str], "int | str"]


@pytest.mark.windows
class TestWindows:
    @pytest.fixture
    def values(self) -> Values:
        return {}

    @pytest.fixture
    def read(self, values: Values) -> Callable[..., LockSettings]:
        assert sys.platform == "win32"
        from app.system.lock_settings import _windows as windows

        def read(plan: dict[str, tuple[int | None, int | None]] | None = None) -> LockSettings:
            return windows.WindowsLockSettings(
                lambda root, key, name: values.get((root, key, name)),
                lambda _group, setting: (plan or {}).get(setting, (None, None)),
            ).read()

        return read

    def test_the_shortest_of_all_limits_counts(self, values: Values, read: Callable[..., LockSettings]) -> None:
        """VR-P6"""
        assert sys.platform == "win32"
        import winreg

        from app.system.lock_settings import _windows as windows

        machine, user = winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER
        assert read().locks_after == timedelta(0)
        values[machine, windows.MANAGED_LIMIT, "MaxInactivityTimeDeviceLock"] = 15
        assert read().locks_after == 15 * MINUTE
        values[machine, windows.MACHINE_LIMIT, "InactivityTimeoutSecs"] = 600
        assert read().locks_after == 10 * MINUTE
        for name, value in (("ScreenSaveActive", "1"), ("ScreenSaverIsSecure", "1"), ("ScreenSaveTimeOut", "120")):
            values[user, windows.SAVER, name] = value
        assert read().locks_after == 10 * MINUTE  # no program, so no screen saver
        values[user, windows.SAVER, "SCRNSAVE.EXE"] = r"C:\Windows\system32\scrnsave.scr"
        assert read().locks_after == 2 * MINUTE
        values[user, windows.SAVER_POLICY, "ScreenSaveTimeOut"] = "240"
        assert read().locks_after == 4 * MINUTE
        values[user, windows.SAVER_POLICY, "ScreenSaverIsSecure"] = "0"
        assert read().locks_after == 10 * MINUTE

    @pytest.mark.parametrize("value", ["soon", "", "-1", 0])
    def test_values_that_are_no_limit(
        self, values: Values, read: Callable[..., LockSettings], value: int | str
    ) -> None:
        assert sys.platform == "win32"
        import winreg

        from app.system.lock_settings import _windows as windows

        values[winreg.HKEY_LOCAL_MACHINE, windows.MACHINE_LIMIT, "InactivityTimeoutSecs"] = value
        assert read().limit is None

    def test_on_waking_both_kinds_of_sleep_have_to_ask(self, values: Values, read: Callable[..., LockSettings]) -> None:
        """VR-P6"""
        assert sys.platform == "win32"
        import winreg

        from app.system.lock_settings import _windows as windows

        assert read().asks_on_wake is None
        assert read({windows.CONSOLE_LOCK: (1, 1)}).asks_on_wake is True
        assert read({windows.CONSOLE_LOCK: (1, 0)}).asks_on_wake is False
        key = rf"{windows.POWER_POLICY}\{windows.CONSOLE_LOCK}"
        values[winreg.HKEY_LOCAL_MACHINE, key, "DCSettingIndex"] = 1
        assert read({windows.CONSOLE_LOCK: (1, 0)}).asks_on_wake is True
        values[winreg.HKEY_CURRENT_USER, windows.SAVER, "DelayLockInterval"] = windows.NEVER
        assert read({windows.CONSOLE_LOCK: (1, 1)}).asks_on_wake is False

    def test_the_lid_is_told_by_the_least_safe(self, read: Callable[..., LockSettings]) -> None:
        """VR-P6"""
        assert sys.platform == "win32"
        from app.system.lock_settings import _windows as windows

        assert read().on_lid is None
        assert read({windows.LID_ACTION: (0, 1)}).on_lid is OnLid.NOTHING
        assert read({windows.LID_ACTION: (1, 2)}).on_lid is OnLid.SLEEPS
        assert read({windows.LID_ACTION: (9, None)}).on_lid is None

    def test_dynamic_lock_is_reported(self, values: Values, read: Callable[..., LockSettings]) -> None:
        """VR-P6"""
        assert sys.platform == "win32"
        import winreg

        from app.system.lock_settings import _windows as windows

        assert read().dynamic_lock is False
        values[winreg.HKEY_CURRENT_USER, windows.GOODBYE, "EnableGoodbye"] = 1
        assert read().dynamic_lock is True
        values[winreg.HKEY_LOCAL_MACHINE, windows.GOODBYE_POLICY, "DynamicLock"] = 0
        assert read().dynamic_lock is False

    @pytest.fixture
    def key(self) -> Iterator[str]:
        assert sys.platform == "win32"
        import winreg

        name = rf"Software\VroomTest-{uuid.uuid4().hex}"
        winreg.CreateKey(winreg.HKEY_CURRENT_USER, name)
        yield name
        winreg.DeleteKey(winreg.HKEY_CURRENT_USER, name)

    def test_the_registry_itself_is_read(self, key: str) -> None:
        assert sys.platform == "win32"
        import winreg

        from app.system.lock_settings._windows import registry_value

        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened:
            winreg.SetValueEx(opened, "number", 0, winreg.REG_DWORD, 7)
            winreg.SetValueEx(opened, "text", 0, winreg.REG_SZ, "1")
            winreg.SetValueEx(opened, "bytes", 0, winreg.REG_BINARY, b"1")
        found = [registry_value(winreg.HKEY_CURRENT_USER, key, name) for name in ("number", "text", "bytes", "none")]
        assert found == [7, "1", None, None]

    def test_the_power_plan_answers_or_is_unknown(self) -> None:
        """Under Wine there is no plan; a laptop tells numbers."""
        assert sys.platform == "win32"
        from app.system.lock_settings import _windows as windows

        for index in windows.power_setting(windows.BUTTONS, windows.LID_ACTION):
            assert index is None or 0 <= index <= 4
