"""The Windows Credential Manager, machine-local."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import msvcrt
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from keyring.backends.Windows import WinVaultKeyring
from keyring.errors import KeyringError
from win32ctypes.pywin32 import pywintypes, win32cred  # type: ignore[import-not-found,import-untyped,unused-ignore]  # no types

from app.domain.messages import msg
from app.system.credentials._errors import KeysMissing, KeysUnavailable
from app.system.credentials._store import Backend

if TYPE_CHECKING:
    from app.system.credentials.persistence import Persistence

PATIENCE_SECONDS = 10.0
_NO_SUCH_LOGON_SESSION = 1312


class WindowsCredentials:
    def backend(self) -> Backend:
        store = WinVaultKeyring()  # type: ignore[no-untyped-call]  # keyring leaves its constructors untyped
        store.persist = "local machine"  # the default lets entries roam to other machines
        return store

    def translated(self, error: Exception) -> KeysUnavailable | None:
        if isinstance(error, pywintypes.error):
            if error.winerror == _NO_SUCH_LOGON_SESSION:
                return KeysMissing(msg("keys.no-store"))
            return KeysUnavailable(msg("keys.refused", code=f"Windows {error.winerror}"))
        if isinstance(error, (KeyringError, OSError)):
            return KeysUnavailable(msg("keys.refused", code=type(error).__name__))
        return None

    def lock(self, path: Path) -> Iterator[None]:
        give_up = time.monotonic() + PATIENCE_SECONDS
        with path.open("ab") as file:
            while True:
                file.seek(0)
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
                    break
                except OSError as error:
                    if time.monotonic() > give_up:
                        raise KeysUnavailable(msg("keys.busy")) from error
                    time.sleep(0.02)
            try:
                yield
            finally:
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)


def persistence_of(entry: str) -> Persistence | None:
    """CREDENTIAL.Persist of a generic credential. Source: CREDENTIALW (Microsoft Learn)."""
    from app.system.credentials.persistence import Persistence

    try:
        found = win32cred.CredRead(Type=win32cred.CRED_TYPE_GENERIC, TargetName=entry)
    except pywintypes.error:
        return None
    return {1: Persistence.SESSION, 2: Persistence.MACHINE, 3: Persistence.ROAMS}.get(found.get("Persist"))
