"""Keys in the system's credential store, one service name per key."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from app.domain.messages import msg
from app.domain.ports import KeySource
from app.system.credentials._errors import KeysUnavailable
from app.system.credentials._names import as_text, checked_name, from_text

USERNAME = "key"
_DIRECTORY_ID = re.compile(r"[A-Za-z0-9._-]{1,80}")
_MOST_DUPLICATES = 10  # a Secret Service may hold several entries of one name; each is removed


class Backend(Protocol):
    """The part of a keyring backend that is used here."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


class Platform(Protocol):
    """One system's allow-listed credential store."""

    def backend(self) -> Backend:
        """Constructed by class, whatever keyring's own configuration says. Raises KeysMissing."""
        ...

    def translated(self, error: Exception) -> KeysUnavailable | None:
        """What an error of the store means; None when it is not one of the store's."""
        ...

    def lock(self, path: Path) -> Iterator[None]:
        """Hold the lock file `path` against other processes, for `contextmanager`. Raises KeysUnavailable."""
        ...


class CredentialStoreKeys:
    """Implements `Keys`. Entries are `vroom-assistant/<directory_id>/<name>`: no client's name, and never two keys under
    one service name, because the Windows backend moves entries of a shared one and loses them between two processes.

    `lock_file` lets two processes that make the same key at once end with one key; without it only threads are kept apart.
    """

    source = KeySource.CREDENTIAL_STORE

    def __init__(self, directory_id: str, platform: Platform | None = None, lock_file: Path | None = None) -> None:
        if not _DIRECTORY_ID.fullmatch(directory_id):
            raise ValueError(f"no id of a data directory: {directory_id!r}")
        self._directory_id = directory_id
        self._platform = platform or this_platform()
        self._lock_file = lock_file
        self._threads = threading.RLock()

    def get(self, name: str) -> bytes | None:
        service = self._service(name)
        with self._translated():
            text = self._platform.backend().get_password(service, USERNAME)
        if text is None:
            return None
        secret = from_text(text)
        if secret is None:
            raise KeysUnavailable(msg("keys.unreadable", key=name))
        return secret

    def put(self, name: str, secret: bytes) -> None:
        service, text = self._service(name), as_text(secret)
        with self._translated():
            self._platform.backend().set_password(service, USERNAME, text)
        if self.get(name) != secret:
            raise KeysUnavailable(msg("keys.not-kept", key=name))

    def create(self, name: str, make: Callable[[], bytes]) -> bytes:
        with self._threads, self._alone():
            if (found := self.get(name)) is not None:
                return found
            secret = make()
            self.put(name, secret)
            return secret

    def destroy(self, name: str) -> None:
        service = self._service(name)
        for _ in range(_MOST_DUPLICATES):
            if not self._is_there(service):
                return
            with self._translated():
                self._platform.backend().delete_password(service, USERNAME)
        if self._is_there(service):
            raise KeysUnavailable(msg("keys.not-destroyed", key=name))

    def entry(self, name: str) -> str:
        """What the entry of `name` is called in the credential store."""
        return self._service(name)

    def _is_there(self, service: str) -> bool:
        with self._translated():
            return self._platform.backend().get_password(service, USERNAME) is not None

    def _service(self, name: str) -> str:
        return f"vroom-assistant/{self._directory_id}/{checked_name(name)}"

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if self._lock_file is None:
            yield
            return
        with contextmanager(self._platform.lock)(self._lock_file):
            yield

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except KeysUnavailable:
            raise
        except Exception as error:
            # Each store has an error tree of its own; only the platform knows which of them are the store's.
            meaning = self._platform.translated(error)
            if meaning is None:
                raise
            raise meaning from error


def this_platform() -> Platform:
    """The credential store of the system the program runs on."""
    if sys.platform == "win32":
        from app.system.credentials._windows import WindowsCredentials

        return WindowsCredentials()
    else:  # noqa: RET505  # the type checker skips this branch for Windows
        from app.system.credentials._linux import LinuxCredentials

        return LinuxCredentials()
