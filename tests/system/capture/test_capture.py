"""Keeping a window out of what others see."""

from __future__ import annotations

import sys

import pytest

from app.system.capture import exclude_from_capture
from tests.system.wine import is_wine


@pytest.mark.skipif(sys.platform == "win32", reason="Linux only")
def test_linux_knows_no_such_wish() -> None:
    assert exclude_from_capture(1, True) is None


@pytest.mark.windows
class TestWindows:
    def test_a_window_that_is_not_ours_is_refused(self) -> None:
        import ctypes

        user = ctypes.WinDLL("user32")
        user.GetDesktopWindow.restype = ctypes.c_void_p
        assert exclude_from_capture(user.GetDesktopWindow(), True) is False

    def test_a_window_of_ours_is_kept_out(self) -> None:
        """Wine refuses; what others see is looked at by hand."""
        import ctypes

        user = ctypes.WinDLL("user32")
        user.CreateWindowExW.restype = ctypes.c_void_p
        user.DestroyWindow.argtypes = [ctypes.c_void_p]
        window = user.CreateWindowExW(0, "STATIC", "", 0, 0, 0, 9, 9, None, None, None, None)
        if not window:
            pytest.skip("no screen here")
        try:
            assert [exclude_from_capture(window, wish) for wish in (True, False)] == [not is_wine()] * 2
        finally:
            user.DestroyWindow(window)

    def test_no_window_at_all_is_refused(self) -> None:
        assert exclude_from_capture(0, True) is False
