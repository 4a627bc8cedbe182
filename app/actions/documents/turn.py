"""One at a time: within this process, and among all processes on this data directory."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg
from app.domain.ports import OneAtATime

PATIENCE: Final = 60.0  # seconds: a round of the guard is over by then, as a rule
_PAUSE: Final = 0.2


class DocumentsBusy(EnvironmentLacking):
    """Another process files documents at this moment."""


class Turn:
    """`lease`: makes the lock between processes, which is not for several threads; `pause` waits so many seconds."""

    def __init__(self, lease: Callable[[], OneAtATime], pause: Callable[[float], object] = time.sleep) -> None:
        self._lease = lease
        self._pause = pause
        self._here = threading.Lock()

    @contextmanager
    def taken(self, patience: float = PATIENCE) -> Iterator[None]:
        """Raises DocumentsBusy when another one has it for longer than `patience` seconds."""
        if not self._here.acquire(timeout=patience):
            raise DocumentsBusy(msg("documents.busy"))
        lease = self._lease()
        try:
            waited = 0.0
            while not lease.try_acquire():
                if waited >= patience:
                    raise DocumentsBusy(msg("documents.busy"))
                self._pause(_PAUSE)
                waited += _PAUSE
            try:
                yield
            finally:
                lease.release()
        finally:
            self._here.release()
