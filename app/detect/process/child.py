"""One running worker, as its parent deals with it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from app.detect.process._platform import start_process
from app.detect.process.measures import Measures
from app.detect.process.wire import FrameError, Job, Ready, Report, Setup, frame, read_answer
from app.detect.reading.limits import Limits
from app.detect.reading.unread import Unread
from app.domain.finding import Origin
from app.domain.ports import DetectionContext

# Of a worker's life: then a fresh one takes over, and what a library lost goes with the old.
PROCESSOR_SECONDS = 1_800.0
MOST_REPORTS = 1_000  # on one document: it tells three times a second at most

# What the interpreter and the C library go by. Nothing else goes along: people keep passwords in their environment.
_ENVIRONMENT = {"LANG", "LANGUAGE", "TZ", "LD_LIBRARY_PATH", "PYTHONHOME", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR"} | {
    *("PATH", "PATHEXT", "TEMP", "TMP", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE")
}
_ENVIRONMENT_BEGINNINGS = ("LC_", "_PYI_", "PYINSTALLER_")


def worker_environment() -> Mapping[str, str]:
    passed = {
        name: value
        for name, value in os.environ.items()
        if name.upper() in _ENVIRONMENT or name.startswith(_ENVIRONMENT_BEGINNINGS)
    }
    # The worker finds modules where this process does, installed or not.
    modules = [os.fspath(Path(path).absolute()) for path in sys.path if path]
    return {**passed, "PYTHONPATH": os.pathsep.join(modules)}


class Child:
    """Raises OSError when it cannot be started. `measures`: what holds it, all of them once it was set up."""

    def __init__(self, command: Sequence[str], limits: Limits, *, is_plain: bool = False) -> None:
        self._limits = limits
        self.process = start_process(command, worker_environment(), limits, is_plain=is_plain)
        self.measures: Measures = self.process.measures
        self.is_ready = False
        self._context: DetectionContext | None = None
        self._number = 0
        self._allowed_seconds = 0.0

    def is_usable(self) -> bool:
        """Whether it lives, and has not worked for so long that a fresh one is better."""
        try:
            return not self.process.is_over() and self.process.processor_seconds() < PROCESSOR_SECONDS
        except OSError:
            return False

    def set_up(self, context: DetectionContext, seconds: float) -> bool:
        """Give it the context it does not have yet; False when it is gone or does not answer in time."""
        if self._context is context:
            return True
        self._allow(seconds)
        try:
            self.process.send(frame(Setup(self._limits, context)))
            answer = read_answer(self.process, self._limits.answer_bytes)
        except (FrameError, OSError, ValueError):
            return False
        if not isinstance(answer, Ready):
            return False
        self._context, self.is_ready = context, True
        self.measures = {**self.process.measures, **answer.measures}
        return True

    def judge(
        self, path: bytes, origin: Origin | None, document: int, sketch_key: bytes = b""
    ) -> tuple[Report | None, Unread]:
        """The last report on the open file, and why it is not the final one when it is not."""
        return self._asked(lambda number: Job(number, path, origin, self.process.hand_over(document), sketch_key))

    def judge_by_name(self, path: bytes, origin: Origin | None, why: Unread) -> Report | None:
        """What name and origin alone say of a file that is not opened; None when the worker is gone."""
        report, _ = self._asked(lambda number: Job(number, path, origin, 0, unread=why))
        return report

    def _asked(self, job: Callable[[int], Job]) -> tuple[Report | None, Unread]:
        last: Report | None = None
        self._number += 1
        self._allow(self._limits.wall_seconds)
        try:
            self.process.send(frame(job(self._number)))
            for _ in range(MOST_REPORTS):
                answer = read_answer(self.process, self._limits.answer_bytes)
                if not isinstance(answer, Report) or answer.number != self._number:
                    break
                last = answer
                if last.done:
                    break
        except TimeoutError:
            return last, Unread.TIMEOUT
        except (FrameError, OSError, ValueError):  # gone; or ended by `close` in another thread
            pass
        return last, Unread.CRASHED

    def kill(self) -> None:
        """From any thread; who waits for an answer gets none."""
        self.process.kill()

    def end(self) -> None:
        self.process.end()

    def _allow(self, seconds: float) -> None:
        """That much time by the clock. By its own use of the processor the system ends it, too, a little later: also when
        this process is stopped and does not look at the clock."""
        self.process.deadline = time.monotonic() + seconds
        try:
            used = self.process.processor_seconds()
            if self._allowed_seconds < used + 2 * seconds:
                self._allowed_seconds = used + 4 * seconds
                self.process.limit_processor_seconds(self._allowed_seconds)
        except OSError:
            return  # gone: what is sent next finds out
