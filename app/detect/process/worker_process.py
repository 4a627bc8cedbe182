"""The detector as the rest of the product sees it: a worker process, started when needed, ended when it misbehaves."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.detect.process.child import Child
from app.detect.process.measures import Measures
from app.detect.reading.limits import DEFAULT_LIMITS, Limits
from app.detect.reading.opening import OpenedFile, why_not_opened
from app.detect.reading.unread import Unread, UnreadableError
from app.domain.errors import AssistantError, EnvironmentLacking
from app.domain.finding import Judgement, Origin, Reason, ReasonType, Verdict
from app.domain.messages import msg
from app.domain.ports import DetectionContext, Files

WORKER_FLAG = "--detect-worker"
ATTEMPTS = 2  # one restart a file


class DetectorClosedError(AssistantError):
    """The program is ending: the file was not judged."""


class WorkerLacking(EnvironmentLacking):
    """The worker process does not start on this machine."""


def worker_command() -> list[str]:
    """How the worker is started: the interpreter, or in a frozen bundle the program itself with a hidden argument."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_FLAG]
    return [sys.executable, "-B", "-P", "-X", "utf8", "-m", "app.detect.process.worker"]


class DetectionWorker:
    """Implements the Detector port. Thread-safe: one document at a time, the others wait.

    `back_off` waits a number of seconds or until the detector is closed; it is an argument for tests.
    """

    def __init__(
        self,
        files: Files,
        limits: Limits = DEFAULT_LIMITS,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        back_off: Callable[[float], object] | None = None,
    ) -> None:
        self._files, self._limits, self._monotonic = files, limits, monotonic
        self._closed = threading.Event()
        self._wait = back_off or self._closed.wait
        self._lock = threading.Lock()  # held by who talks to the worker
        self._context = DetectionContext()
        self._child: Child | None = None
        self._is_plain = False  # with all measures no worker starts on this machine
        self._crashes: deque[float] = deque(maxlen=32)

    def command(self) -> list[str]:
        return worker_command()

    def use(self, context: DetectionContext) -> None:
        """The register that verdicts are resolved against from the next document on."""
        self._context = context

    def warm_up(self) -> None:
        """Start the worker, unless it runs. Raises WorkerLacking."""
        if not self._closed.is_set() and self._lock.acquire(blocking=False):
            try:
                self._ready_child()
            finally:
                self._lock.release()

    def isolation(self) -> Measures:
        """What holds the worker on this machine; it is started when it does not run. Raises WorkerLacking."""
        with self._lock:
            return self._ready_child().measures

    def judge(self, path: Path, origin: Origin | None) -> Judgement:
        """Raises WorkerLacking when no worker starts, DetectorClosedError when the detector is being closed."""
        started = self._monotonic()
        judgement = self._looked_at(path, origin) or self._opened_and_judged(path, origin)
        return replace(judgement, milliseconds=int((self._monotonic() - started) * 1000))

    def sketch(self, path: Path, key: bytes) -> bytes | None:
        """A sample of the content, keyed. Raises WorkerLacking, DetectorClosedError."""
        if self._looked_at(path, None) is not None:
            return None
        try:
            opened = OpenedFile(os.fspath(path))
        except UnreadableError:
            return None
        with opened, self._lock:
            report, _ = self._ready_child().judge(os.fsencode(path), None, opened.file.fileno(), key)
            if report is None or not report.done:
                self._crashed()
                return None
        return report.sketch

    def rest(self) -> None:
        """End the worker unless it is at work."""
        if self._lock.acquire(blocking=False):
            try:
                self._drop_child()
            finally:
                self._lock.release()

    def close(self) -> None:
        """End the worker, also in the middle of a document."""
        self._closed.set()
        child = self._child
        if child is not None:
            child.kill()
        with self._lock:
            self._drop_child()

    def _looked_at(self, path: Path, origin: Origin | None) -> Judgement | None:
        """The judgement on what must not be opened at all; None for all else."""
        try:
            if not self._files.is_cloud_only(path):
                return None
            why, size_bytes = Unread.CLOUD_ONLY, os.lstat(path).st_size
        except OSError as error:
            why, size_bytes = why_not_opened(error), 0
        with self._lock:
            return replace(self._judged_by_name(path, origin, why), size_bytes=size_bytes)

    def _judged_by_name(self, path: Path, origin: Origin | None, why: Unread) -> Judgement:
        """What name and origin alone say. The worker weighs that, too: who asks it never loads what it knows."""
        for _ in range(ATTEMPTS):
            report = self._ready_child().judge_by_name(os.fsencode(path), origin, why)
            if report is not None and report.done:
                return report.judgement
            self._crashed()
        return Judgement(verdict=Verdict.UNREADABLE, error=why.value)

    def _opened_and_judged(self, path: Path, origin: Origin | None) -> Judgement:
        """Opened here, so that the worker needs no right to open anything; and before its turn, so that a file system
        that does not answer keeps nobody else waiting."""
        try:
            opened = OpenedFile(os.fspath(path))
        except UnreadableError as error:
            with self._lock:
                return self._judged_by_name(path, origin, error.why)
        with opened, self._lock:
            return self._judged_by_worker(path, origin, opened)

    def _judged_by_worker(self, path: Path, origin: Origin | None, opened: OpenedFile) -> Judgement:
        known: Judgement | None = None
        why = Unread.CRASHED
        for _ in range(ATTEMPTS):
            report, why = self._ready_child().judge(os.fsencode(path), origin, opened.file.fileno())
            if report is not None:
                known = replace(report.judgement, size_bytes=opened.size_bytes)
                if report.done:
                    return known
            self._crashed()
            if why is Unread.TIMEOUT:
                break  # it would take as long again
        if known is None:
            return replace(self._judged_by_name(path, origin, why), size_bytes=opened.size_bytes)
        return _cut_short(known, why)

    def _ready_child(self) -> Child:
        """A worker that has the context. Raises WorkerLacking, DetectorClosedError."""
        is_plain = self._is_plain
        for _ in range(ATTEMPTS):
            child = self._usable_child() or self._start(is_plain=is_plain)
            if child.set_up(self._context, self._limits.start_seconds):
                self._is_plain = is_plain
                return child
            is_plain = is_plain or not child.is_ready
            self._crashed()
        raise WorkerLacking(msg("detect.worker-lacking"))

    def _usable_child(self) -> Child | None:
        """The worker that runs. One that ended while nothing was asked of it, by whoever, is no crash of a document."""
        if self._child is not None and not self._child.is_usable():
            self._drop_child()
        return self._child

    def _start(self, *, is_plain: bool) -> Child:
        self._back_off()
        if self._closed.is_set():
            raise DetectorClosedError(msg("detect.closed"))
        try:
            child = Child(self.command(), self._limits, is_plain=is_plain)
        except OSError:
            raise WorkerLacking(msg("detect.worker-lacking")) from None
        self._child = child
        if self._closed.is_set():  # close() came between and did not see this one
            child.kill()
        return child

    def _back_off(self) -> None:
        """After several crashes in a short time the next start waits, longer each time."""
        since = self._monotonic() - self._limits.crash_window_seconds
        recent = sum(at >= since for at in self._crashes)
        if recent >= self._limits.crashes:
            wait = self._limits.back_off_seconds * 2.0 ** (recent - self._limits.crashes)
            self._wait(min(wait, self._limits.back_off_most_seconds))

    def _crashed(self) -> None:
        self._drop_child()
        if self._closed.is_set():
            raise DetectorClosedError(msg("detect.closed"))
        self._crashes.append(self._monotonic())

    def _drop_child(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()


def _cut_short(known: Judgement, why: Unread) -> Judgement:
    """The judgement on a document whose worker did not get to the end: what it told before counts, it is never clean."""
    if known.verdict is not Verdict.CLIENT_DATA or not _has_content(known):
        return replace(known, verdict=Verdict.UNREADABLE, error=why.value)
    limit = Reason(type=ReasonType.LIMIT, detail=why.value)
    return replace(known, reasons=(*known.reasons, limit), error=why.value)


def _has_content(judgement: Judgement) -> bool:
    return any(reason.type in (ReasonType.CONTENT, ReasonType.FINGERPRINT) for reason in judgement.reasons)
