"""The runner: one thread a guard, its interval, its back-off, and its end.

Guards meet wall clock time in `now`; the runner itself counts seconds on a steady clock, so that a clock that is set
back or forward neither stops a guard nor makes it spin.
"""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

from app.domain.errors import AssistantError
from app.domain.messages import Message, msg
from app.domain.ports import Clock
from app.domain.rules import GuardReport, RuleState
from app.guards.guard import Guard, ListeningGuard

LONGEST_WAIT = 60.0  # a waiting thread does not count sleep on Linux, so a resume is noticed within this
SHORTEST_GAP = 0.02  # a guard that is woken by every event of a busy folder looks at most this often
RESUME_GAP = 30.0  # wall clock and steady clock, or a wake-up and its plan, apart by more: the machine slept
BACK_OFF = (5.0, 30.0, 60.0, 300.0)

log = logging.getLogger(__name__)


class Runner:
    """Runs `guards` until `stop`. `on_report` hears each change of a guard's state or sentence, from the guard's thread.

    `ticks`: steady seconds (`time.monotonic`). Tests leave the threads out and call `run_due`.
    """

    def __init__(
        self,
        guards: Iterable[Guard],
        clock: Clock,
        on_report: Callable[[GuardReport], None],
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._ticks = ticks
        self._watched = {guard.name: _Watched(guard, on_report) for guard in guards}
        self._threads: list[threading.Thread] = []
        self._stopping = threading.Event()
        self._leaps = _Leaps()
        self._lock = threading.Lock()

    def start(self) -> None:
        """Let the guards listen and check each of them at once, in threads of their own."""
        self.listen()
        for watched in self._watched.values():
            thread = threading.Thread(
                target=self._loop, args=(watched,), name=f"guard-{watched.guard.name}", daemon=True
            )
            self._threads.append(thread)
            thread.start()

    def listen(self) -> None:
        for name, watched in self._watched.items():
            if isinstance(watched.guard, ListeningGuard):
                watched.guard.listen(lambda name=name: self.wake(name))  # type: ignore[misc]  # bound per guard

    def wake(self, guard_name: str) -> None:
        """Have a guard check soon: something changed. Any thread. Raises KeyError for an unknown name."""
        self._watched[guard_name].wake()

    def resumed(self) -> None:
        """The machine woke up or its clock moved: every guard looks again at once. Any thread."""
        for watched in self._watched.values():
            watched.notice_resume()

    def reports(self) -> Mapping[str, GuardReport]:
        """The latest report of each guard that has looked."""
        return {name: w.report for name, w in self._watched.items() if w.report is not None}

    def stop(self, timeout: float = 10.0) -> bool:
        """End all guards; False when one was still busy after `timeout` seconds (its thread ends with the process)."""
        self._stopping.set()
        for watched in self._watched.values():
            watched.wake()
        until = self._ticks() + timeout
        for thread in self._threads:
            thread.join(max(0.0, until - self._ticks()))
        ended = not any(thread.is_alive() for thread in self._threads)
        for watched in self._watched.values():
            if isinstance(watched.guard, ListeningGuard):
                watched.guard.close()
        self._threads.clear()
        return ended

    def run_due(self, now: datetime) -> float:
        """Check every guard whose moment has come, in this thread; seconds until the next one. After `listen` only."""
        self._notice_leap(now)
        for watched in self._watched.values():
            if watched.wait(self._ticks()) <= 0:
                watched.run(now, self._ticks())
        return min((w.wait(self._ticks()) for w in self._watched.values()), default=LONGEST_WAIT)

    def _loop(self, watched: _Watched) -> None:
        planned = self._ticks()
        while not self._stopping.is_set():
            if self._ticks() - planned > RESUME_GAP:
                self.resumed()  # Windows counts sleep in a wait: then the wake-up itself is late
            self._step(watched)
            pause = min(max(watched.wait(self._ticks()), SHORTEST_GAP), LONGEST_WAIT)
            planned = self._ticks() + pause
            if watched.sleep(pause, self._stopping):
                self._stopping.wait(SHORTEST_GAP)

    def _step(self, watched: _Watched) -> None:
        started = self._ticks()
        try:
            now = self._clock.now()
        except AssistantError as error:  # the highest trusted moment cannot be read: the guard cannot look either
            watched.fail(started, error.message, error)
            return
        self._notice_leap(now)
        if watched.wait(started) <= 0:
            watched.run(now, started)

    def _notice_leap(self, now: datetime) -> None:
        with self._lock:
            leapt = self._leaps.seen(now, self._ticks())
        if leapt:
            self.resumed()


class _Leaps:
    """Notices that the wall clock and the steady clock no longer move together."""

    def __init__(self) -> None:
        self._last: tuple[datetime, float] | None = None

    def seen(self, now: datetime, ticks: float) -> bool:
        last, self._last = self._last, (now, ticks)
        if last is None:
            return False
        return abs((now - last[0]).total_seconds() - (ticks - last[1])) > RESUME_GAP


class _Watched:
    """One guard with its next moment (in ticks), its failures and its last report."""

    def __init__(self, guard: Guard, on_report: Callable[[GuardReport], None]) -> None:
        self.guard = guard
        self.report: GuardReport | None = None
        self._on_report = on_report
        self._due = float("-inf")
        self._earliest = float("-inf")  # no wake-up counts before it: a guard that fails is not asked all the time
        self._failures = 0
        self._woken = threading.Event()

    def wake(self) -> None:
        self._woken.set()

    def notice_resume(self) -> None:
        if isinstance(self.guard, ListeningGuard):
            self.guard.resumed()
        self._due = self._earliest = float("-inf")
        self._woken.set()

    def wait(self, ticks: float) -> float:
        """Seconds until this guard is due; 0 when it is."""
        due = min(self._due, self._earliest) if self._woken.is_set() else self._due
        return max(0.0, due - ticks)

    def sleep(self, seconds: float, stopping: threading.Event) -> bool:
        """Wait until `seconds` passed or somebody woke the guard; whether somebody did."""
        # Woken and still not due: it fails. Stopping without a wake-up: the look that just ended cleared it.
        if self._woken.is_set() or stopping.is_set():
            return stopping.wait(seconds)
        return self._woken.wait(seconds)

    def run(self, now: datetime, ticks: float) -> None:
        self._woken.clear()  # before the look: what comes in meanwhile asks for another one
        try:
            report = self.guard.check(now)
        except AssistantError as error:
            self.fail(ticks, error.message, error)
        except Exception as error:  # noqa: BLE001  # the last net: one guard's bug must not end the others
            self.fail(ticks, msg("guard.failed", guard=self.guard.name), error)
        else:
            self._succeed(report, now, ticks)

    def fail(self, ticks: float, sentence: Message, error: Exception) -> None:
        """The guard could not look: unknown, said once in the log, and tried again ever less often."""
        if self._failures == 0:
            log.warning("guard %s could not look: %s", self.guard.name, _told(error))
        self._woken.clear()
        self._due = ticks + BACK_OFF[min(self._failures, len(BACK_OFF) - 1)]
        self._earliest = ticks + BACK_OFF[0]
        self._failures += 1
        self._tell(GuardReport(guard=self.guard.name, state=RuleState.UNKNOWN, sentence=sentence))

    def _succeed(self, report: GuardReport, now: datetime, ticks: float) -> None:
        if self._failures:
            log.warning("guard %s works again after %d failures", self.guard.name, self._failures)
        self._failures = 0
        self._earliest = float("-inf")
        wait = self.guard.interval
        if report.next_check_at is not None:
            wait = min(wait, max(report.next_check_at - now, timedelta(0)))
        self._due = ticks + wait.total_seconds()
        self._tell(report)

    def _tell(self, report: GuardReport) -> None:
        last, self.report = self.report, report
        if last is not None and (last.state, last.sentence) == (report.state, report.sentence):
            return
        try:
            self._on_report(report)
        except Exception as error:  # noqa: BLE001  # the guard goes on, whoever listens
            log.error("a report of guard %s could not be passed on: %s", self.guard.name, _told(error))


def _told(error: Exception) -> str:
    """What the log may hold of an error: which one and where, never its arguments (they can be names of files)."""
    if isinstance(error, AssistantError):
        return error.message.id
    return f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}"
