"""The Secret Service (GNOME Keyring, KeePassXC, KWallet's newer versions), else KWallet itself; and the lock file."""

from __future__ import annotations

import fcntl
import os
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, cast

from app.domain.messages import msg
from app.system.credentials._errors import KeysLocked, KeysMissing, KeysUnavailable
from app.system.credentials._store import Backend

if TYPE_CHECKING:
    from app.system.credentials.persistence import Persistence

assert sys.platform == "linux"

PATIENCE_SECONDS = 10.0
ASKED_AT_MOST = 5


class LinuxCredentials:
    def __init__(self) -> None:
        self._backend: Backend | None = None

    def backend(self) -> Backend:
        if self._backend is None:
            self._backend = self._first_that_answers()
        return self._backend

    def _first_that_answers(self) -> Backend:
        from keyring.backends import SecretService, kwallet

        for allowed in (SecretService.Keyring, kwallet.DBusKeyring):
            # `viable` asks over D-Bus whether the service runs or can be started.
            if allowed.viable:
                return cast("Backend", _settled(allowed()))
        raise KeysMissing(msg("keys.no-store"))

    def translated(self, error: Exception) -> KeysUnavailable | None:
        from jeepney.auth import AuthenticationError  # type: ignore[import-untyped]  # jeepney has no types
        from jeepney.wrappers import DBusErrorResponse  # type: ignore[import-untyped]
        from keyring.errors import InitError, KeyringError, KeyringLocked
        from secretstorage import exceptions

        if isinstance(error, (KeyringLocked, exceptions.LockedException, exceptions.PromptDismissedException)):
            return KeysLocked(msg("keys.locked"))
        if isinstance(error, (InitError, exceptions.SecretServiceNotAvailableException, AuthenticationError)):
            return KeysMissing(msg("keys.no-store"))
        if isinstance(error, DBusErrorResponse):
            return KeysUnavailable(msg("keys.refused", code=str(error.name)))
        if isinstance(error, (KeyringError, exceptions.SecretStorageException, OSError)):
            return KeysUnavailable(msg("keys.refused", code=type(error).__name__))
        return None

    def lock(self, path: Path) -> Iterator[None]:
        yield from file_lock(path)


def _settled(backend: object) -> object:
    """The Secret Service's backend asks for the default collection with every call. While another process writes,
    gnome-keyring 42 now and then answers with a path out of freed memory, so it is asked once and the answer is kept."""
    from keyring.backends import SecretService

    path = _default_collection() if isinstance(backend, SecretService.Keyring) else None
    if path is not None:
        setattr(backend, "preferred_collection", path)  # noqa: B010  # an option of the backend that its class does not declare
    return backend


def _default_collection() -> str | None:
    """The path of a collection that is really there; None where there is no default yet, or it cannot be told."""
    import secretstorage
    from secretstorage.exceptions import SecretStorageException

    for _ in range(ASKED_AT_MOST):
        try:
            with closing(secretstorage.dbus_init()) as bus:
                return str(secretstorage.get_collection_by_alias(bus, "default").collection_path)
        except SecretStorageException:  # no default, or a path that leads nowhere: the backend meets it and says so
            continue
    return None


def file_lock(path: Path) -> Iterator[None]:
    """Hold `path` (made 0600 when missing) exclusively, against processes and threads. For `contextmanager`.

    Raises KeysUnavailable after 10 s: whoever holds it that long hangs."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() > give_up:
                    raise KeysUnavailable(msg("keys.busy")) from error
                time.sleep(0.005)
        yield
    finally:
        os.close(handle)


def persistence_of_default() -> Persistence | None:
    """The collection "session" of a Secret Service is gone at sign-out; any other is kept, on this machine. KWallet keeps."""
    from keyring.backends import SecretService

    from app.system.credentials.persistence import Persistence

    if not SecretService.Keyring.viable:
        return Persistence.MACHINE  # KWallet, as the keys answer
    path = _default_collection()
    if path is None:
        return None
    return Persistence.SESSION if path.rpartition("/")[2] == "session" else Persistence.MACHINE
