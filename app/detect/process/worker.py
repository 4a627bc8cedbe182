"""The worker process: reads requests from its input, judges one document at a time, answers on its output."""

from __future__ import annotations

import hashlib
import io
import os
import time
from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO

from app.detect.content.fingerprint import Features
from app.detect.judging.evidence import Evidence
from app.detect.judging.register import Register
from app.detect.judging.verdict import judge_evidence
from app.detect.process._bounds import bound_self, bound_time
from app.detect.process.confine import forbid_side_effects
from app.detect.process.wire import Job, Ready, Report, Setup, read_request, write_frame
from app.detect.reading.budget import Budget
from app.detect.reading.document import Part, Reading
from app.detect.reading.limits import Limits
from app.detect.reading.opening import FileView, OpenedFile
from app.detect.reading.unread import LimitReachedError, Unread, UnreadableError
from app.domain.finding import Judgement

FINGERPRINT_FROM_BYTES = 1_024  # smaller content repeats by chance
BUFFER_BYTES = 262_144


class Worker:
    """Answers requests until its input ends. `read` may be another way of reading in tests."""

    def __init__(self, answers: BinaryIO, read: Callable[[Part, Reading], None] | None = None) -> None:
        self._answers = answers
        self._read = read or (lambda part, reading: reading.read(part))
        self._register: Register | None = None
        self._limits = Limits()
        self._is_bound = False

    def serve(self, requests: BinaryIO) -> None:
        while (request := read_request(requests)) is not None:
            if isinstance(request, Setup):
                self._set_up(request)
            else:
                self._judge(request)

    def _set_up(self, setup: Setup) -> None:
        self._limits = setup.limits
        if not self._is_bound:
            bound_self(setup.limits.memory_bytes)
            forbid_side_effects()
            self._is_bound = True
        self._register = Register(setup.context)
        write_frame(self._answers, Ready())

    def _judge(self, job: Job) -> None:
        started = time.monotonic()
        bound_time(self._limits.wall_seconds)
        assert self._register is not None, "the parent sends the context first"
        judging = _Judging(self._register, self._limits, lambda known: self._report(known, started, done=False))
        judgement = judging.run(job, self._read)
        self._report(judgement, started, done=True, sketch=judging.sketch(job.sketch_key) if job.sketch_key else None)

    def _report(self, judgement: Judgement, started: float, *, done: bool, sketch: bytes | None = None) -> None:
        spent = int((time.monotonic() - started) * 1000)
        write_frame(self._answers, Report(replace(judgement, milliseconds=spent), done, sketch))


class _Judging:
    """One document on its way to a verdict."""

    def __init__(self, register: Register, limits: Limits, known: Callable[[Judgement], None]) -> None:
        self._known = known
        self._size_bytes = 0
        self._register = register
        self._budget = Budget(limits)
        self._evidence = Evidence(register, self._budget, self._tell)

    def run(self, job: Job, read: Callable[[Part, Reading], None]) -> Judgement:
        evidence = self._evidence
        if job.sketch_key or self._register.library:
            evidence.features = Features()
        evidence.path(os.fsdecode(job.path))
        evidence.origin(job.origin)
        evidence.tell()  # from here on the name and the origin count, whatever happens
        try:
            with OpenedFile(job.path) as opened:
                self._read_opened(opened, os.fsdecode(job.path), read)
        except UnreadableError as error:
            evidence.cannot_read(error.why)
        except LimitReachedError as error:
            self._stopped(error.why)
        except MemoryError:
            self._stopped(Unread.LIMIT)
        return self._judgement()

    def _read_opened(self, opened: OpenedFile, name: str, read: Callable[[Part, Reading], None]) -> None:
        self._size_bytes = opened.size_bytes
        if self._register.digests and opened.size_bytes > FINGERPRINT_FROM_BYTES:
            self._fingerprint(opened)
        part = Part(
            name=name,
            open=lambda: io.BufferedReader(FileView(opened.file, opened.size_bytes, self._budget), BUFFER_BYTES),
            size_bytes=opened.size_bytes,
        )
        read(part, Reading(self._evidence))
        self._evidence.flush()
        self._evidence.recognise(self._register.library)
        if opened.has_changed():
            self._evidence.cannot_read(Unread.CHANGED)

    def sketch(self, key: bytes) -> bytes | None:
        """A sample of what was read; None when there is nothing to know it by."""
        features = self._evidence.features
        sketch = features.sketch(key) if features is not None else None
        return sketch.pack() if sketch else None

    def _fingerprint(self, opened: OpenedFile) -> None:
        if opened.size_bytes <= self._budget.limits.read_bytes:
            opened.file.seek(0)
            self._evidence.digest(hashlib.file_digest(opened.file, "sha256").hexdigest())

    def _stopped(self, why: Unread) -> None:
        self._evidence.cannot_read(why)

    def _tell(self, evidence: Evidence) -> None:
        self._known(self._judgement())

    def _judgement(self) -> Judgement:
        return replace(judge_evidence(self._evidence), size_bytes=self._size_bytes)


def private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the parent, moved away from where libraries print: those places lead nowhere from now on."""
    requests = os.fdopen(os.dup(0), "rb", BUFFER_BYTES)  # by number: a windowed program has no sys.stdin
    answers = os.fdopen(os.dup(1), "wb", BUFFER_BYTES)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for place in (0, 1):
        os.dup2(nowhere, place)
    os.close(nowhere)
    return requests, answers


def main() -> None:
    requests, answers = private_pipes()
    try:
        Worker(answers).serve(requests)
    except BrokenPipeError:
        return  # the parent is gone: nobody waits for an answer


if __name__ == "__main__":
    main()
