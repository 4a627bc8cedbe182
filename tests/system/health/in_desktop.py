"""The firewall against services on a bus. `test_linux.py` runs this on a private bus; by itself it is not collected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.health import Firewall, FirewallProfile, Unknown
from app.system.health import NotSeen
from app.system.health._linux_firewall import FIREWALLD, UNIT, firewall
from tests.system.desktop import Desktop

SYSTEMD, SYSTEMD_PATH = "org.freedesktop.systemd1", "/org/freedesktop/systemd1"
MANAGER = f"{SYSTEMD}.Manager"
UNIT_PATH = f"{SYSTEMD_PATH}/unit/nftables_2eservice"
REFUSING = "table inet filter { chain input { type filter hook input priority 0; policy drop; } }"
OPEN = "table inet filter { chain input { type filter hook input priority 0; } }"
NO_UNIT = f'raise dbus.exceptions.DBusException("no", name="{SYSTEMD}.NoSuchUnit")'


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    made = Desktop()
    yield made
    made.close()


def put(root: Path, name: str, content: str = "") -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def start_systemd(desktop: Desktop, state: str | None) -> None:
    """With nftables' service in a state; None: there is no such unit."""
    desktop.start(SYSTEMD, SYSTEMD_PATH, MANAGER)
    answer = NO_UNIT if state is None else f'ret = "{UNIT_PATH}"'
    desktop.method(SYSTEMD, SYSTEMD_PATH, MANAGER, "GetUnit", "o", answer, takes="s")
    if state is not None:
        desktop.add_object(SYSTEMD, SYSTEMD_PATH, UNIT_PATH, UNIT)
        desktop.add_property(SYSTEMD, UNIT_PATH, UNIT, "ActiveState", state)


def on(name: str, is_on: bool = True) -> Firewall:
    return Firewall(profiles=(FirewallProfile(name=name, is_on=is_on),))


def test_firewalld_is_on_while_it_answers(desktop: Desktop, tmp_path: Path) -> None:
    """VR-S1a"""
    put(tmp_path, "usr/sbin/firewalld")
    assert firewall(tmp_path) == on("firewalld", is_on=False)
    desktop.start(FIREWALLD, "/org/fedoraproject/FirewallD1")
    assert firewall(tmp_path) == on("firewalld")


def test_one_that_is_on_is_enough(desktop: Desktop, tmp_path: Path) -> None:
    put(tmp_path, "etc/ufw/ufw.conf", "ENABLED=no")
    put(tmp_path, "usr/sbin/firewalld")
    desktop.start(FIREWALLD, "/org/fedoraproject/FirewallD1")
    assert firewall(tmp_path) == on("firewalld")


@pytest.mark.parametrize(
    ("state", "rules", "is_on"),
    [("active", REFUSING, True), ("active", OPEN, False), ("inactive", REFUSING, False), (None, REFUSING, False)],
)
def test_nftables_is_on_with_its_service_and_rules_that_refuse(
    desktop: Desktop, tmp_path: Path, state: str | None, rules: str, is_on: bool
) -> None:
    """VR-S1a"""
    put(tmp_path, "etc/nftables.conf", rules)
    start_systemd(desktop, state)
    assert firewall(tmp_path) == on("nftables", is_on=is_on)


def test_without_systemd_nobody_knows_whether_its_rules_were_loaded(desktop: Desktop, tmp_path: Path) -> None:
    put(tmp_path, "etc/nftables.conf", REFUSING)
    with pytest.raises(NotSeen) as refusal:
        firewall(tmp_path)
    assert refusal.value.why is Unknown.NO_SERVICE
