"""Who works here, as the system account says: the default for `own.name`, `own.mail` and the device's name."""

from __future__ import annotations

import re
import socket
import sys
from dataclasses import dataclass

_MAIL = re.compile(r"[^@\s<>\",;]+@[^@\s<>\",;]+\.[^@\s<>\",;]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Best effort: empty where the system does not tell. `device`: the name this laptop is shown by."""

    name: str = ""
    mail: str = ""
    device: str = ""


def system_account() -> Account:
    if sys.platform == "win32":
        from app.system.account._windows import name_and_mail
    else:
        from app.system.account._linux import name_and_mail
    name, mail = name_and_mail()
    return Account(name=_plain(name), mail=mail.lower() if _MAIL.fullmatch(mail) else "", device=device_name())


def device_name() -> str:
    """The host's own name, without its domain."""
    return _plain(socket.gethostname().split(".")[0])


def _plain(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())[:120]
