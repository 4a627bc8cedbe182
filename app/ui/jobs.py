"""Work that must not stop the window: it runs in a few threads and comes back as a result or an error.

A working thread never holds a Qt object of a single job: whoever lets go of one last destroys it, and Qt wants that done in
the thread that made it. It knows a number; what belongs to the number stays in the window's thread.
"""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AssistantError, Stopped
from app.domain.messages import Message, msg

T = TypeVar("T")
TELL_EVERY = 0.1  # seconds between two signs of progress

log = logging.getLogger(__name__)


class Job(Generic[T]):
    """One piece of work. After `stop` it ends with Stopped at its next sign of progress."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stopping = threading.Event()
        self._told = 0.0

    def stop(self) -> None:
        self._stopping.set()

    def progress(self, done: int, total: int) -> None:
        """Given to an action as its `progress`; called in the working thread. Raises Stopped."""
        if self._stopping.is_set():
            raise Stopped
        now = time.monotonic()
        if now - self._told >= TELL_EVERY or done >= total:
            self._told = now
            self._tell(done, total)


class _Outlet(QObject):
    """Where the news of one job goes. Slots of an object that is gone are dropped by Qt."""

    done = Signal(object)
    failed = Signal(object)  # Message
    progressed = Signal(object, object)  # bytes done, bytes in all: more than an int of C++


class Jobs(QObject):
    """Starts jobs and keeps them until they end. `idle` tells that nothing runs any more.

    Looking (`read`) and acting (`act`) have threads of their own, so a long seal does not keep a page from being shown.
    """

    idle = Signal()
    _news = Signal(object, str, object)  # number, name of the outlet's signal or "ended", its arguments

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers = ThreadPoolExecutor(2, "window-read")
        self._actors = ThreadPoolExecutor(3, "window-act")
        self._urgent = ThreadPoolExecutor(1, "window-urgent")
        self._running: dict[int, tuple[Job[Any], _Outlet]] = {}
        self._started = 0
        self._is_closed = False
        self._news.connect(self._hear)

    @property
    def is_idle(self) -> bool:
        return not self._running

    def read(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Message], None] | None = None,
    ) -> Job[T]:
        """Look something up. `done` and `failed` are slots of a QObject: when it goes, its answer is dropped."""
        return self._start(self._readers, lambda _job: work(), done, failed, None)

    def act(
        self,
        work: Callable[[Job[T]], T],
        done: Callable[[T], None],
        failed: Callable[[Message], None] | None = None,
        progressed: Callable[[int, int], None] | None = None,
    ) -> Job[T]:
        """Do something. `work` gets its job, whose `progress` it hands to the action."""
        return self._start(self._actors, work, done, failed, progressed)

    def act_at_once(
        self,
        work: Callable[[Job[T]], T],
        done: Callable[[T], None],
        failed: Callable[[Message], None] | None = None,
    ) -> Job[T]:
        """For what must wait for nothing else, however much is under way: locking the screen."""
        return self._start(self._urgent, work, done, failed, None)

    def close(self) -> None:
        """Stop what can be stopped and wait for the rest; nothing is told any more."""
        self._is_closed = True
        for job, _ in self._running.values():
            job.stop()
        for pool in (self._readers, self._actors, self._urgent):
            pool.shutdown(wait=True, cancel_futures=True)
        self._running.clear()

    def _start(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[[Job[T]], T],
        done: Callable[[T], None],
        failed: Callable[[Message], None] | None,
        progressed: Callable[[int, int], None] | None,
    ) -> Job[T]:
        self._started += 1
        number, outlet = self._started, _Outlet()
        outlet.done.connect(done)
        if failed is not None:
            outlet.failed.connect(failed)
        if progressed is not None:
            outlet.progressed.connect(progressed)
        job: Job[T] = Job(lambda so_far, total: self._news.emit(number, "progressed", (so_far, total)))
        if not self._is_closed:  # what a page asks for while it goes is not looked up any more
            self._running[number] = (job, outlet)
            pool.submit(self._run, number, job, work)
        return job

    def _run(self, number: int, job: Job[T], work: Callable[[Job[T]], T]) -> None:
        """In the working thread."""
        try:
            result = work(job)
        except AssistantError as error:
            self._news.emit(number, "failed", (error.message,))
        except Exception as error:  # noqa: BLE001  # the last net of a thread of ours: the window must say something
            where = "".join(traceback.format_tb(error.__traceback__))
            log.error("a job ended with %s\n%s", type(error).__name__, where)  # no arguments: they may name files
            self._news.emit(number, "failed", (msg("ui.unexpected", kind=type(error).__name__),))
        else:
            self._news.emit(number, "done", (result,))
        finally:
            self._news.emit(number, "ended", ())

    @Slot(object, str, object)
    def _hear(self, number: int, what: str, arguments: tuple[Any, ...]) -> None:
        known = self._running.get(number)
        if known is None or self._is_closed:
            return
        if what != "ended":
            getattr(known[1], what).emit(*arguments)
            return
        del self._running[number]
        if not self._running:
            self.idle.emit()
