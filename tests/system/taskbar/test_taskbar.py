"""The taskbar's colour is asked of the system; where it does not tell, nobody guesses."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from app.system.taskbar import taskbar_is_dark


@pytest.mark.skipif(sys.platform == "win32", reason="Linux only")
def test_no_desktop_on_linux_tells() -> None:
    assert taskbar_is_dark() is None


@pytest.mark.windows
@pytest.mark.skipif(sys.platform != "win32", reason="Windows only")
class TestRegistry:
    KEY = r"Software\VroomTest\Personalize"

    @pytest.fixture(autouse=True)
    def _clean(self) -> Iterator[None]:
        import winreg

        winreg.CreateKey(winreg.HKEY_CURRENT_USER, self.KEY).Close()
        yield
        winreg.DeleteKey(winreg.HKEY_CURRENT_USER, self.KEY)

    def asked(self, value: object = None, kind: int | None = None) -> bool | None:
        import winreg

        from app.system.taskbar._windows import VALUE, is_dark

        if value is not None:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, self.KEY, 0, winreg.KEY_SET_VALUE) as key:
                winreg.SetValueEx(key, VALUE, 0, winreg.REG_DWORD if kind is None else kind, value)
        return is_dark(self.KEY)

    def test_a_light_and_a_dark_taskbar_are_told_apart(self) -> None:
        assert self.asked(1) is False
        assert self.asked(0) is True

    def test_without_the_value_nothing_is_known(self) -> None:
        assert self.asked() is None

    def test_without_the_key_nothing_is_known(self) -> None:
        from app.system.taskbar._windows import is_dark

        assert is_dark(self.KEY + r"\deeper") is None

    def test_a_value_of_another_kind_tells_nothing(self) -> None:
        import winreg

        assert self.asked("0", winreg.REG_SZ) is None

    def test_this_machine_can_be_asked(self) -> None:
        assert taskbar_is_dark() in (True, False, None)
