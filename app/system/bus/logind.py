"""The session of this person that has a screen, as systemd-logind (or elogind) knows it."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.system.bus import Bus, Service, Unanswered, ask, properties

NAME = "org.freedesktop.login1"
MANAGER = Service(bus=Bus.SYSTEM, name=NAME, path="/org/freedesktop/login1", interface=f"{NAME}.Manager")
TEXT_TYPES = ("tty", "unspecified", "")  # a console, ssh, a task of cron: no screen to lock


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenSession:
    """`seen`: its properties, all read at one moment."""

    service: Service
    seen: Mapping[str, Any]


def screen_session() -> ScreenSession:
    """The session this process belongs to; from a console, ssh or a service of the person: the one with the screen.

    Raises Unanswered: there is none, or no logind.
    """
    session = _session(ask(MANAGER, "GetSession", "s", ("auto",), gives="o")[0])
    if session.seen.get("Type") not in TEXT_TYPES:
        return session
    (path,) = ask(MANAGER, "GetUser", "u", (os.getuid(),), gives="o")
    user = Service(bus=Bus.SYSTEM, name=NAME, path=path, interface=f"{NAME}.User")
    session_id, path = properties(user).get("Display", ("", "/"))
    if not session_id:
        raise Unanswered(f"{NAME}.NoSuchSession")
    return _session(path)


def _session(path: str) -> ScreenSession:
    service = Service(bus=Bus.SYSTEM, name=NAME, path=path, interface=f"{NAME}.Session")
    return ScreenSession(service=service, seen=properties(service))
