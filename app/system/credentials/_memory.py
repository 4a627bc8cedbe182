"""Keys that live as long as the program: for the demo and for tests."""

from __future__ import annotations

import threading
from collections.abc import Callable

from app.domain.ports import KeySource
from app.system.credentials._names import as_text, checked_name


class MemoryKeys:
    """Implements `Keys` without a trace outside this process."""

    source = KeySource.MEMORY

    def __init__(self) -> None:
        self._secrets: dict[str, bytes] = {}
        self._lock = threading.RLock()

    def get(self, name: str) -> bytes | None:
        return self._secrets.get(checked_name(name))

    def put(self, name: str, secret: bytes) -> None:
        as_text(secret)  # the same bounds as the stores that last
        with self._lock:
            self._secrets[checked_name(name)] = bytes(secret)

    def create(self, name: str, make: Callable[[], bytes]) -> bytes:
        with self._lock:
            if (found := self.get(name)) is not None:
                return found
            self.put(name, make())
            return self._secrets[name]

    def destroy(self, name: str) -> None:
        with self._lock:
            self._secrets.pop(checked_name(name), None)
