"""The detector as the rest of the product sees it: a worker process, started when needed, ended when it misbehaves."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.detect.judging.evidence import Evidence
from app.detect.judging.register import Register
from app.detect.judging.verdict import judge_evidence
from app.detect.process._bounds import Bounds, bound_child, start_flags
from app.detect.process.wire import Answer, FrameError, Job, Ready, Report, Request, Setup, read_answer, write_frame
from app.detect.reading.budget import Budget
from app.detect.reading.limits import DEFAULT_LIMITS, Limits
from app.detect.reading.opening import why_not_opened
from app.detect.reading.unread import Unread
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
        self._register: Register | None = None  # of `_context`, made when the parent itself must judge
        self._child: _Child | None = None
        self._crashes: deque[float] = deque(maxlen=32)

    def command(self) -> list[str]:
        return worker_command()

    def use(self, context: DetectionContext) -> None:
        """The register that verdicts are resolved against from the next document on."""
        self._register, self._context = None, context

    def warm_up(self) -> None:
        """Start the worker, unless it runs. Raises WorkerLacking."""
        if not self._closed.is_set() and self._lock.acquire(blocking=False):
            try:
                self._ready_child()
            finally:
                self._lock.release()

    def judge(self, path: Path, origin: Origin | None) -> Judgement:
        """Raises WorkerLacking when no worker starts, DetectorClosedError when the detector is being closed."""
        started = self._monotonic()
        judgement = self._looked_at(path, origin)
        if judgement is None:
            with self._lock:
                judgement = self._judged_by_worker(Job(os.fsencode(path), origin))
        return replace(judgement, milliseconds=int((self._monotonic() - started) * 1000))

    def sketch(self, path: Path, key: bytes) -> bytes | None:
        """A sample of the content, keyed. Raises WorkerLacking, DetectorClosedError."""
        if self._looked_at(path, None) is not None:
            return None
        with self._lock:
            report, _ = self._ready_child().judge(Job(os.fsencode(path), None, key), self._limits.wall_seconds)
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
        return replace(self._unopened(path, origin, why), size_bytes=size_bytes)

    def _unopened(self, path: Path, origin: Origin | None, why: Unread) -> Judgement:
        """What name and origin alone say."""
        if self._register is None:
            self._register = Register(self._context)
        evidence = Evidence(self._register, Budget(self._limits), lambda _evidence: None)
        evidence.path(os.fspath(path))
        evidence.origin(origin)
        evidence.cannot_read(why)
        return judge_evidence(evidence)

    def _judged_by_worker(self, job: Job) -> Judgement:
        known: Judgement | None = None
        why = Unread.CRASHED
        for _ in range(ATTEMPTS):
            report, why = self._ready_child().judge(job, self._limits.wall_seconds)
            if report is not None and report.done:
                return report.judgement
            known = report.judgement if report is not None else known
            self._crashed()
            if why is Unread.TIMEOUT:
                break  # it would take as long again
        return _cut_short(known, why)

    def _ready_child(self) -> _Child:
        """A worker that has the context. Raises WorkerLacking, DetectorClosedError."""
        for attempt in range(ATTEMPTS):
            child = self._child or self._start()
            if child.set_up(self._context, self._limits.start_seconds):
                return child
            self._crashed()
            if attempt + 1 == ATTEMPTS:
                break
        raise WorkerLacking(msg("detect.worker-lacking"))

    def _start(self) -> _Child:
        self._back_off()
        if self._closed.is_set():
            raise DetectorClosedError(msg("detect.closed"))
        try:
            child = _Child(self.command(), self._limits)
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


class _Child:
    """One running worker and its pipes. Raises OSError when it cannot be started."""

    def __init__(self, command: list[str], limits: Limits) -> None:
        environment = dict(os.environ)
        # The worker finds modules where this process does, installed or not.
        environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a library's complaint may quote the document
            env=environment,
            creationflags=start_flags(),
        )
        self._requests = self._process.stdin
        self._answers = self._process.stdout
        self._answer_bytes = limits.answer_bytes
        self._context: DetectionContext | None = None
        self._limits = limits
        self._bounds: Bounds | None = None
        try:
            self._bounds = bound_child(self._process, limits.memory_bytes)
        except OSError:
            self.end()
            raise

    def set_up(self, context: DetectionContext, seconds: float) -> bool:
        """Give it the context it does not have yet; False when it is gone or does not answer in time."""
        if self._context is context:
            return True
        with _Watchdog(self, seconds) as watchdog:
            answer = self._sent(Setup(self._limits, context)) and self._received()
        if watchdog.bit or not isinstance(answer, Ready):
            return False
        self._context = context
        return True

    def judge(self, job: Job, seconds: float) -> tuple[Report | None, Unread]:
        """The last report, and why it is not the final one when it is not."""
        last: Report | None = None
        with _Watchdog(self, seconds) as watchdog:
            answer = self._sent(job) and self._received()
            while isinstance(answer, Report):
                last = answer
                if last.done:
                    break
                answer = self._received()
        return last, Unread.TIMEOUT if watchdog.bit else Unread.CRASHED

    def kill(self) -> None:
        """From any thread; who waits for an answer gets none."""
        self._process.kill()
        if self._bounds is not None:
            self._bounds.close()

    def end(self) -> None:
        self.kill()
        self._process.wait()
        for stream in (self._requests, self._answers):
            # Bytes that it never read cannot be delivered: it is gone, and so are they.
            with contextlib.suppress(OSError):
                if stream is not None:
                    stream.close()

    def _sent(self, request: Request) -> bool:
        try:
            write_frame(self._requests, request)
        except (OSError, ValueError):  # gone; or ended by `close` in another thread
            return False
        return True

    def _received(self) -> Answer | None:
        try:
            return read_answer(self._answers, self._answer_bytes)
        except (FrameError, OSError, ValueError):
            return None


class _Watchdog:
    """Kills the worker when the block takes longer than it may. `bit`: it did."""

    def __init__(self, child: _Child, seconds: float) -> None:
        self._child = child
        self.bit = False
        self._timer = threading.Timer(seconds, self._bite)
        self._timer.daemon = True

    def _bite(self) -> None:
        self.bit = True
        self._child.kill()

    def __enter__(self) -> _Watchdog:
        self._timer.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._timer.cancel()
        self._timer.join()


def _cut_short(known: Judgement | None, why: Unread) -> Judgement:
    """The judgement on a document whose worker did not get to the end: what it told before counts, it is never clean."""
    if known is None:
        return Judgement(verdict=Verdict.UNREADABLE, error=why.value)
    if known.verdict is not Verdict.CLIENT_DATA or not _has_content(known):
        return replace(known, verdict=Verdict.UNREADABLE, error=why.value)
    limit = Reason(type=ReasonType.LIMIT, detail=why.value)
    return replace(known, reasons=(*known.reasons, limit), error=why.value)


def _has_content(judgement: Judgement) -> bool:
    return any(reason.type in (ReasonType.CONTENT, ReasonType.FINGERPRINT) for reason in judgement.reasons)
