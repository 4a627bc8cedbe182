"""logind's word on the lid. `test_lock_settings.py` runs this on a private bus; by itself it is not collected."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.lock_settings import OnLid
from app.system.lock_settings import lock_settings
from tests.system.desktop import LOGIND, LOGIND_PATH, Desktop

MANAGER = f"{LOGIND}.Manager"


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    made = Desktop()
    yield made
    made.close()


def on_lid(desktop: Desktop, lid: str, on_mains: str = "", blocked: str = "") -> OnLid | None:
    words = {"HandleLidSwitch": lid, "HandleLidSwitchExternalPower": on_mains, "BlockInhibited": blocked}
    desktop.method(
        LOGIND, LOGIND_PATH, "org.freedesktop.DBus.Properties", "GetAll", "a{sv}", f"ret = {words}", takes="s"
    )
    return lock_settings().read().on_lid


@pytest.mark.parametrize(
    ("lid", "on_mains", "found"),
    [
        ("suspend", "", OnLid.SLEEPS),
        ("suspend", "ignore", OnLid.NOTHING),
        ("suspend", "lock", OnLid.LOCKS),
        ("hibernate", "poweroff", OnLid.HIBERNATES),
        ("dance", "", None),
    ],
)
def test_the_least_safe_of_battery_and_mains_is_told(
    desktop: Desktop, lid: str, on_mains: str, found: OnLid | None
) -> None:
    """VR-P6"""
    desktop.start(LOGIND, LOGIND_PATH, MANAGER)
    assert on_lid(desktop, lid, on_mains) is found


def test_a_desktop_that_took_the_lid_over_is_unknown(desktop: Desktop) -> None:
    desktop.start(LOGIND, LOGIND_PATH, MANAGER)
    assert on_lid(desktop, "ignore", blocked="shutdown:handle-lid-switch") is None


def test_without_logind_it_is_unknown() -> None:
    assert lock_settings().read().on_lid is None
