"""The Windows Credential Manager, machine-local."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import msvcrt
import time
from collections.abc import Iterator
from pathlib import Path

from keyring.backends.Windows import WinVaultKeyring
from keyring.errors import KeyringError
from win32ctypes.pywin32 import pywintypes  # type: ignore[import-not-found,import-untyped,unused-ignore]  # no types

from app.domain.messages import msg
from app.system.credentials._errors import KeysMissing, KeysUnavailable
from app.system.credentials._store import Backend

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
