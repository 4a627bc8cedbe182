"""What a data directory keeps in the Credential Manager, and taking it away again: tests leave no keys with the person."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

LOCAL_MACHINE = 2  # CRED_PERSIST_LOCAL_MACHINE: stays on this machine, never roams


@dataclass(frozen=True)
class Credential:
    name: str
    persist: int
    secret: bytes


def credentials_of(data_dir: Path) -> list[Credential]:
    """One for each key of the data directory; none where it keeps its keys in a file, or before it is made."""
    record = data_dir / "directory.json"
    if sys.platform != "win32" or not record.exists():
        return []
    from win32ctypes.pywin32 import pywintypes, win32cred

    try:
        found = win32cred.CredEnumerate(f"vroom-assistant/{json.loads(record.read_bytes())['id']}/*", 0)
    except pywintypes.error as error:
        if error.winerror == 1168:  # ERROR_NOT_FOUND: there is none
            return []
        raise
    return [Credential(each["TargetName"], each["Persist"], each["CredentialBlob"]) for each in found]


def forget_keys(data_dir: Path) -> None:
    for credential in credentials_of(data_dir):
        from win32ctypes.pywin32 import win32cred

        win32cred.CredDelete(credential.name, 1)  # CRED_TYPE_GENERIC
