"""A Linux desktop's own settings about locking: GNOME's by `gsettings`, Plasma's by its file, the lid by logind.

Others (sway with swayidle, Xfce, LXQt) keep theirs in ways of their own: unknown.
"""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import configparser
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Final

from app.domain.lock_settings import LockSettings, OnLid
from app.system.bus import Unanswered, properties
from app.system.bus.logind import MANAGER

GSETTINGS_SECONDS: Final = 3.0
GNOME_LIKE: Final = frozenset({"GNOME", "UNITY", "BUDGIE"})
# logind's words for the lid; the least safe first.
LIDS: Final = {
    "ignore": OnLid.NOTHING,
    "lock": OnLid.LOCKS,
    "suspend": OnLid.SLEEPS,
    "suspend-then-hibernate": OnLid.SLEEPS,
    "hybrid-sleep": OnLid.SLEEPS,
    "sleep": OnLid.SLEEPS,
    "hibernate": OnLid.HIBERNATES,
    "poweroff": OnLid.SHUTS_DOWN,
    "halt": OnLid.SHUTS_DOWN,
    "kexec": OnLid.SHUTS_DOWN,
}
KDE_MINUTES: Final = 5  # kscreenlocker's own, where its file says nothing

ReadGSetting = Callable[[str, str], "str | None"]


def gsetting(schema: str, key: str) -> str | None:
    """What `gsettings` prints; None where there is no such program, schema or key, or it does not answer."""
    program = shutil.which("gsettings")
    if program is None:
        return None
    try:
        with tempfile.TemporaryDirectory(prefix="vroom-", ignore_cleanup_errors=True) as passing:
            # dconf makes a folder below each of these two, even for a question; the settings themselves are elsewhere.
            environment = {**os.environ, "XDG_RUNTIME_DIR": passing, "XDG_CACHE_HOME": passing}
            done = subprocess.run(
                [program, "get", schema, key],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=GSETTINGS_SECONDS,
                env=environment,
            )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


class LinuxLockSettings:
    """Implements `LockSettingsSource`. `desktop`: as XDG_CURRENT_DESKTOP; `folders`: where settings are, the person's first."""

    def __init__(
        self,
        desktop: str | None = None,
        folders: tuple[Path, ...] | None = None,
        gsetting: ReadGSetting = gsetting,
    ) -> None:
        named = os.environ.get("XDG_CURRENT_DESKTOP", "") if desktop is None else desktop
        self._desktops = frozenset(named.upper().split(":"))
        self._folders = _folders() if folders is None else folders
        self._gsetting = gsetting

    def read(self) -> LockSettings:
        on_lid = _on_lid()
        if self._desktops & GNOME_LIKE:
            locks_after, asks_on_wake = self._by_gnome()
        elif "KDE" in self._desktops:
            locks_after, asks_on_wake = self._by_kde()
        else:
            locks_after = asks_on_wake = None
        return LockSettings(locks_after=locks_after, asks_on_wake=asks_on_wake, on_lid=on_lid)

    def _by_gnome(self) -> tuple[timedelta | None, bool | None]:
        """GNOME locks when it goes blank, a delay later, and when it suspends; all of it only where locking is on."""
        enabled = self._gsetting("org.gnome.desktop.screensaver", "lock-enabled")
        forbidden = self._gsetting("org.gnome.desktop.lockdown", "disable-lock-screen")
        if enabled is None:
            return None, None
        if enabled != "true" or forbidden == "true":
            return timedelta(0), False
        blank = _number(self._gsetting("org.gnome.desktop.session", "idle-delay"))
        delay = _number(self._gsetting("org.gnome.desktop.screensaver", "lock-delay"))
        if blank is None or delay is None:
            return None, True
        return (timedelta(seconds=blank + delay) if blank else timedelta(0)), True

    def _by_kde(self) -> tuple[timedelta | None, bool | None]:
        """Plasma writes down only what differs from its own defaults: locking after five minutes, and on waking."""
        daemon = self._kde_daemon()
        if daemon is None:
            return None, None
        asks = _flag(daemon.get("lockonresume", "true"))
        if not _flag(daemon.get("autolock", "true")):
            return timedelta(0), asks
        minutes, grace = _number(daemon.get("timeout", str(KDE_MINUTES))), _number(daemon.get("lockgrace", "5"))
        if minutes is None or grace is None:
            return None, asks
        return timedelta(minutes=minutes, seconds=grace), asks

    def _kde_daemon(self) -> Mapping[str, str] | None:
        """The section [Daemon] of kscreenlockerrc: the system's file below the person's. None: one cannot be read."""
        together: dict[str, str] = {}
        for folder in reversed(self._folders):
            parser = configparser.ConfigParser(interpolation=None, strict=False)
            try:
                parser.read(folder / "kscreenlockerrc", encoding="utf-8")
            except (OSError, configparser.Error, UnicodeDecodeError):
                return None
            if parser.has_section("Daemon"):
                together |= {key.partition("[")[0]: value for key, value in parser["Daemon"].items()}
        return together


def _folders() -> tuple[Path, ...]:
    home = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    system = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    return tuple(Path(folder) for folder in (home, *system.split(":")) if folder)


def _on_lid() -> OnLid | None:
    """What logind does, unless the desktop took the lid over (Plasma does, and keeps what it does with its profiles)."""
    try:
        manager = properties(MANAGER)
    except Unanswered:
        return None
    if "handle-lid-switch" in str(manager.get("BlockInhibited", "")).split(":"):
        return None
    words = [manager.get("HandleLidSwitch"), manager.get("HandleLidSwitchExternalPower")]
    found = [LIDS[word] for word in words if word in LIDS]  # an empty one: as the first
    order = list(LIDS.values())
    return min(found, key=order.index, default=None)


def _number(printed: str | None) -> int | None:
    """`gsettings` prints "uint32 300"."""
    found = re.fullmatch(r"(?:uint32 )?(\d{1,9})", printed or "")
    return None if found is None else int(found[1])


def _flag(written: str) -> bool:
    return written.strip().lower() in ("true", "1", "yes", "on")
