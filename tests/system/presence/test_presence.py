"""Whether the person may be disturbed: the rule, microphones of Linux, services of a desktop, the registry of Windows."""

from __future__ import annotations

import itertools
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.presence import Presence
from app.system.presence import presence_source, running_programs
from tests.system.desktop import assert_passes_inside, need_desktop

INSIDE = Path(__file__).with_name("in_desktop.py")
linux = pytest.mark.skipif(sys.platform == "win32", reason="Linux only")


def test_this_machine_answers() -> None:
    presence = presence_source(lambda: None).read()
    assert {presence.in_call, presence.in_presentation, presence.session_locked} <= {True, False, None}


def test_the_programs_that_run_are_told_on_windows() -> None:
    programs = running_programs()
    if sys.platform != "win32":
        assert programs is None
    else:
        assert programs is not None
        assert Path(sys.executable).name.lower() in programs


@pytest.mark.parametrize(("call", "shown", "locked"), [*itertools.product((True, False, None), repeat=3)])
def test_only_what_is_known_keeps_silent(call: bool | None, shown: bool | None, locked: bool | None) -> None:
    """look, Toasts: none in a call or presentation, none on the lock screen."""
    presence = Presence(in_call=call, in_presentation=shown, session_locked=locked)
    assert presence.may_be_disturbed is (True not in (call, shown, locked))


@linux
def test_a_desktop_tells_who_keeps_the_screen_on(tmp_path: Path) -> None:
    need_desktop()
    assert_passes_inside(INSIDE, tmp_path)


@linux
class TestMicrophones:
    """What the kernel shows below /proc/asound."""

    def card(self, sound: Path, stream: str, state: str) -> None:
        place = sound / "card0" / stream / "sub0"
        place.mkdir(parents=True)
        (place / "status").write_text(state)

    def in_call(self, sound: Path) -> bool | None:
        from app.system.presence._linux import LinuxPresence

        return LinuxPresence(lambda: None, sound).read().in_call

    def test_one_that_somebody_listens_to(self, tmp_path: Path) -> None:
        self.card(tmp_path, "pcm0c", "closed\n")
        self.card(tmp_path, "pcm1c", "state: RUNNING\nowner_pid   : 4711\n")
        assert self.in_call(tmp_path) is True

    @pytest.mark.parametrize("state", ["closed\n", "state: SETUP\n", "state: PREPARED\n"])
    def test_one_that_nobody_listens_to(self, tmp_path: Path, state: str) -> None:
        self.card(tmp_path, "pcm0c", state)
        assert self.in_call(tmp_path) is False

    def test_music_is_no_call(self, tmp_path: Path) -> None:
        self.card(tmp_path, "pcm0c", "closed\n")
        self.card(tmp_path, "pcm0p", "state: RUNNING\n")
        assert self.in_call(tmp_path) is False

    def test_without_a_microphone_nobody_can_tell(self, tmp_path: Path) -> None:
        self.card(tmp_path, "pcm0p", "state: RUNNING\n")
        assert self.in_call(tmp_path) is None
        assert self.in_call(tmp_path / "nothing") is None


@linux
def test_the_lock_is_asked_of_who_knows_it() -> None:
    from app.system.presence._linux import LinuxPresence

    assert [LinuxPresence(lambda known=known: known).read().session_locked for known in (True, False, None)] == [
        True,
        False,
        None,
    ]


@pytest.mark.windows
class TestWindows:
    @pytest.fixture
    def consent(self) -> Iterator[str]:
        """A place of its own below the person's registry."""
        import winreg

        path = rf"Software\Vroom\Test\{uuid.uuid4()}"
        winreg.CreateKey(winreg.HKEY_CURRENT_USER, path).Close()
        yield path
        remove_tree(path)

    def use(self, consent: str, program: str, began: datetime, stopped: int, device: str = "microphone") -> None:
        """`program`: an app, or a path below NonPackaged with # for the separators. Moments as Windows keeps them."""
        import winreg

        from app.system.presence._windows import EPOCH

        ticks = (began - EPOCH) // timedelta(microseconds=1) * 10
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{consent}\{device}\{program}") as key:
            winreg.SetValueEx(key, "LastUsedTimeStart", 0, winreg.REG_QWORD, ticks)
            winreg.SetValueEx(key, "LastUsedTimeStop", 0, winreg.REG_QWORD, stopped)

    def running(self) -> str:
        """A program that runs now, as the registry writes its path."""
        return rf"NonPackaged\C:#Programs#{Path(sys.executable).name.upper()}"

    def in_use(self, consent: str) -> bool | None:
        from app.system.presence._windows import is_in_use

        return is_in_use(consent)

    def test_a_device_that_a_program_uses_now(self, consent: str) -> None:
        self.use(consent, self.running(), datetime.now(UTC), 0)
        assert self.in_use(consent) is True

    @pytest.mark.parametrize("device", ["microphone", "webcam"])
    def test_or_an_app(self, consent: str, device: str) -> None:
        self.use(consent, "Conference_8wekyb3d8bbwe", datetime.now(UTC), 0, device)
        assert self.in_use(consent) is True

    def test_a_use_that_ended(self, consent: str) -> None:
        self.use(consent, self.running(), datetime.now(UTC), 133_000_000_000_000_000)
        assert self.in_use(consent) is False

    def test_a_use_from_before_the_start_of_the_system_was_cut_off(self, consent: str) -> None:
        self.use(consent, self.running(), datetime(2020, 1, 1, tzinfo=UTC), 0)
        self.use(consent, "Conference_8wekyb3d8bbwe", datetime(2020, 1, 1, tzinfo=UTC), 0)
        assert self.in_use(consent) is False

    def test_so_was_one_of_a_program_that_does_not_run(self, consent: str) -> None:
        self.use(consent, r"NonPackaged\C:#Programs#no-such-conference.exe", datetime.now(UTC), 0)
        assert self.in_use(consent) is False

    def test_an_app_that_may_and_never_did(self, consent: str) -> None:
        import winreg

        winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{consent}\microphone\Conference_8wekyb3d8bbwe").Close()
        assert self.in_use(consent) is False

    def test_where_windows_keeps_no_such_thing_nobody_can_tell(self, consent: str) -> None:
        assert self.in_use(rf"{consent}\nothing") is None

    def test_the_shell_answers(self) -> None:
        from app.system.presence._windows import shell_state

        assert shell_state() is not None

    def test_what_the_shell_calls_silent(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from app.system.presence import _windows
        from app.system.presence._windows import Shell, WindowsPresence

        seen = {}
        for shell in (*Shell, None):
            monkeypatch.setattr(_windows, "shell_state", lambda shell=shell: shell)
            presence = WindowsPresence(lambda: False).read()
            seen[shell] = (presence.in_presentation, presence.session_locked)
        assert seen == {
            Shell.NOT_PRESENT: (False, True),
            Shell.BUSY: (True, False),
            Shell.D3D_FULL_SCREEN: (True, False),
            Shell.PRESENTATION_MODE: (True, False),
            Shell.ACCEPTS: (False, False),
            Shell.QUIET_TIME: (True, False),
            Shell.APP: (False, False),
            None: (None, False),
        }

    def test_what_keeps_the_screen_open(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """VR-P6: full screen, but no game, no silence, and no remote desktop."""
        from app.system.presence import _windows
        from app.system.presence._windows import Shell, WindowsPresence

        def showing(shell: Shell | None, program: str | None) -> bool | None:
            monkeypatch.setattr(_windows, "shell_state", lambda: shell)
            monkeypatch.setattr(_windows, "foreground_program", lambda: program)
            return WindowsPresence(lambda: False).read().is_showing

        assert {shell for shell in Shell if showing(shell, "powerpnt.exe")} == {Shell.BUSY, Shell.PRESENTATION_MODE}
        assert showing(Shell.BUSY, None) is True
        assert showing(Shell.BUSY, "mstsc.exe") is False
        assert showing(None, "powerpnt.exe") is None

    def test_windows_tells_which_program_is_in_front(self) -> None:
        from app.system.presence._windows_programs import foreground_program

        program = foreground_program()
        assert program is None or program.endswith(".exe")


def remove_tree(path: str) -> None:
    import winreg

    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
        names = [winreg.EnumKey(key, number) for number in range(winreg.QueryInfoKey(key)[0])]
    for name in names:
        remove_tree(rf"{path}\{name}")
    winreg.DeleteKey(winreg.HKEY_CURRENT_USER, path)
