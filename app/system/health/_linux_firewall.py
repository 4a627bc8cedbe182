"""The firewall of Linux: ufw by its setting, firewalld by its service, nftables by its service and the rules it loads.

Which rules the kernel holds only an administrator may see; this tells what the system was set to.
"""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import re
from dataclasses import replace
from pathlib import Path

from app.domain.health import Firewall, FirewallProfile, Unknown
from app.system.bus import Bus, Service, Unanswered, ask, is_there, properties
from app.system.health import NotSeen

FIREWALLD = "org.fedoraproject.FirewallD1"
SYSTEMD = Service(
    bus=Bus.SYSTEM,
    name="org.freedesktop.systemd1",
    path="/org/freedesktop/systemd1",
    interface="org.freedesktop.systemd1.Manager",
)
UNIT = "org.freedesktop.systemd1.Unit"
UFW_CONFIGURATION = "etc/ufw/ufw.conf"
NFTABLES_RULES = ("etc/nftables.conf", "etc/sysconfig/nftables.conf")
NFTABLES = "nftables.service"
_INPUT_CHAIN = re.compile(r"hook\s+input\b[^;]*;\s*(policy\s+(?P<policy>\w+)\s*;)?(?P<rules>[^}]*)", re.DOTALL)
_REFUSES = re.compile(r"\b(drop|reject)\b")
_COMMENT = re.compile(r"#.*")


def firewall(root: Path) -> Firewall:
    """Each that is installed, with whether it is on; one that is on is enough, so the others are left out then.

    Raises NotSeen when none is on as far as is seen and one could not be looked at.
    """
    found: list[FirewallProfile] = []
    unseen: NotSeen | None = None
    for look in (_ufw, _firewalld, _nftables):
        try:
            profile = look(root)
        except NotSeen as refusal:
            unseen = refusal
            continue
        if profile is not None and profile.is_on:
            return Firewall(profiles=(profile,))
        found += [] if profile is None else [profile]
    if unseen is not None:
        raise unseen
    return Firewall(profiles=tuple(found))


def _ufw(root: Path) -> FirewallProfile | None:
    try:
        text = (root / UFW_CONFIGURATION).read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NotSeen(Unknown.NO_RIGHT) from error
    return FirewallProfile(name="ufw", is_on=re.search(r"^\s*ENABLED\s*=\s*\"?yes\b", text, re.MULTILINE) is not None)


def _firewalld(root: Path) -> FirewallProfile | None:
    if not (root / "usr/sbin/firewalld").exists():
        return None
    try:
        return FirewallProfile(name="firewalld", is_on=is_there(Bus.SYSTEM, FIREWALLD))
    except Unanswered as error:
        raise NotSeen(Unknown.NO_SERVICE) from error


def _nftables(root: Path) -> FirewallProfile | None:
    """Its service alone proves nothing: Debian's own rules, as they come, let everything in."""
    rules = next((path for name in NFTABLES_RULES if (path := root / name).exists()), None)
    if rules is None:
        return None
    if not _is_active(NFTABLES):
        return FirewallProfile(name="nftables", is_on=False)
    try:
        text = rules.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise NotSeen(Unknown.NO_RIGHT) from error
    return FirewallProfile(name="nftables", is_on=refuses(text))


def refuses(rules: str) -> bool:
    """Whether a chain of incoming traffic drops or rejects anything."""
    bare = _COMMENT.sub("", rules)
    return any(
        chain["policy"] == "drop" or _REFUSES.search(chain["rules"]) is not None
        for chain in _INPUT_CHAIN.finditer(bare)
    )


def _is_active(unit: str) -> bool:
    """Raises NotSeen where there is no systemd to ask."""
    try:
        (path,) = ask(SYSTEMD, "GetUnit", "s", (unit,), gives="o")
        state = properties(replace(SYSTEMD, path=path, interface=UNIT)).get("ActiveState")
    except Unanswered as error:
        if error.code == "org.freedesktop.systemd1.NoSuchUnit":
            return False
        raise NotSeen(Unknown.NO_SERVICE) from error
    return state == "active"
