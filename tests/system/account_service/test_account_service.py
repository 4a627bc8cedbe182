"""Whether Windows' own account service can be used: an honest no where it cannot."""

from __future__ import annotations

import sys

import pytest

from app.system.account_service import account_service_is_there


@pytest.mark.skipif(sys.platform == "win32", reason="there it may be")
def test_no_other_system_has_it() -> None:
    assert not account_service_is_there()


@pytest.mark.windows
def test_on_windows_it_is_told_without_failing() -> None:
    """Wine has the library and not the service; whether a dialog comes is tried by hand."""
    assert account_service_is_there() in (True, False)
