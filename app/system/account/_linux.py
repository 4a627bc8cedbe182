"""The account on Linux: the GECOS field. A mail address stands there only where an administrator put one."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import os
import pwd


def name_and_mail() -> tuple[str, str]:
    try:
        entry = pwd.getpwuid(os.getuid())
    except KeyError:  # a container's user without an account
        return "", ""
    return from_gecos(entry.pw_gecos, entry.pw_name)


def from_gecos(gecos: str, login: str) -> tuple[str, str]:
    """Full name and mail address in `Name,room,work phone,home phone,other`; `&` stands for the login name. What names
    the account and no person (root) is no name."""
    parts = [part.strip() for part in gecos.split(",")]
    name = parts[0].replace("&", login.capitalize())
    mail = next((part for part in parts[1:] if "@" in part), "")
    return ("" if name.lower() == login.lower() else name), mail
