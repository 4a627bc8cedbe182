"""Where the keys are kept: the system's credential store, or one file on a Linux machine that has none.

The choice is made once, when the data directory is made, and recorded there. A store made with the credential store
never falls back to a file."""

from __future__ import annotations

import secrets
import sys
from pathlib import Path

from app.domain.errors import EnvironmentLacking
from app.domain.identity import new_id
from app.domain.messages import msg
from app.domain.ports import Keys, KeySource
from app.system.credentials._errors import KeysLocked, KeysMissing, KeysUnavailable
from app.system.credentials._memory import MemoryKeys
from app.system.credentials._store import CredentialStoreKeys

__all__ = [
    "CredentialStoreKeys",
    "KeysLocked",
    "KeysMissing",
    "KeysUnavailable",
    "MemoryKeys",
    "choose_source",
    "key_file_keys",
    "keys_for",
]


def keys_for(data_dir_id: str, source: KeySource, key_file: Path) -> Keys:
    """The keys of the data directory that recorded `source`. Nothing is opened yet.

    Raises EnvironmentLacking for a key file on Windows. With MEMORY each call starts empty."""
    match source:
        case KeySource.CREDENTIAL_STORE:
            return CredentialStoreKeys(data_dir_id, lock_file=key_file.with_name("keys.lock"))
        case KeySource.KEY_FILE:
            return key_file_keys(key_file)
        case KeySource.MEMORY:
            return MemoryKeys()


def key_file_keys(path: Path) -> Keys:
    """Keys in a file. Raises EnvironmentLacking on Windows, which always has a credential store."""
    if sys.platform == "win32":
        raise EnvironmentLacking(msg("keys.no-file-on-windows"))
    else:  # noqa: RET506  # the type checker skips this branch for Windows
        from app.system.credentials._key_file import KeyFileKeys

        return KeyFileKeys(path)


def choose_source() -> KeySource:
    """What a new data directory shall use: the credential store if it truly keeps and forgets a key, else on Linux a key
    file. Raises EnvironmentLacking on Windows without a working store, and everywhere when the store is there but locked:
    a person who unlocks it a minute later must not find the keys in a file for good."""
    try:
        _try_out(CredentialStoreKeys(f"probe-{new_id()}"))
    except KeysLocked:
        raise
    except KeysUnavailable:
        if sys.platform == "win32":
            raise
        return KeySource.KEY_FILE
    return KeySource.CREDENTIAL_STORE


def _try_out(keys: Keys) -> None:
    secret = secrets.token_bytes(32)
    try:
        keys.put("probe", secret)
    finally:
        keys.destroy("probe")
