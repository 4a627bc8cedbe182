"""The worker process: reads requests from its input, judges one document at a time, answers on its output."""

from __future__ import annotations

import gc
import hashlib
import io
import os
import time
from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO

from app.detect.content.fingerprint import Features
from app.detect.judging.evidence import Evidence
from app.detect.judging.papers.vocabulary import loose_titles, terms, titles
from app.detect.judging.register import Register
from app.detect.judging.verdict import judge_evidence
from app.detect.process._platform import Requests, requests_at
from app.detect.process.confine import confine
from app.detect.process.measures import Measures
from app.detect.process.wire import Answer, Job, Ready, Report, Setup, frame, read_request
from app.detect.reading.budget import Budget
from app.detect.reading.document import Part, Reading
from app.detect.reading.limits import Limits
from app.detect.reading.opening import FileView, OpenedFile, why_not_opened
from app.detect.reading.unread import LimitReachedError, Unread, UnreadableError
from app.domain.finding import Judgement

FINGERPRINT_FROM_BYTES = 1_024  # smaller content repeats by chance
BUFFER_BYTES = 262_144


class Worker:
    """Answers requests until its input ends. `read` may be another way of reading in tests."""

    def __init__(
        self, requests: Requests, answers: BinaryIO, read: Callable[[Part, Reading], None] | None = None
    ) -> None:
        self._requests, self._answers = requests, answers
        self._read = read or (lambda part, reading: reading.read(part))
        self._register: Register | None = None
        self._limits = Limits()
        self._measures: Measures | None = None

    def serve(self) -> None:
        while (request := read_request(self._requests)) is not None:
            if isinstance(request, Setup):
                self._set_up(request)
            else:
                self._judge(request)

    def _set_up(self, setup: Setup) -> None:
        self._limits = setup.limits
        if self._measures is None:
            self._measures = confine(setup.limits.memory_bytes)
        gc.disable()  # a register of thousands of clients is half a million objects and not one circle
        self._register = Register(setup.context)
        gc.enable()
        self._answer(Ready(dict(self._measures)))
        self._prepare()

    @staticmethod
    def _prepare() -> None:
        """What the first document would wait for, made while the parent opens it."""
        for phrases in (titles, loose_titles, terms):
            phrases()
        gc.freeze()  # all that is there by now stays: no collection looks at it again

    def _judge(self, job: Job) -> None:
        started = time.monotonic()
        assert self._register is not None, "the parent sends the context first"

        def report(judgement: Judgement, *, done: bool = False, sketch: bytes | None = None) -> None:
            spent = int((time.monotonic() - started) * 1000)
            self._answer(Report(job.number, replace(judgement, milliseconds=spent), done, sketch))

        judging = _Judging(self._register, self._limits, report)
        if job.unread is not None:
            report(judging.by_name(job, job.unread), done=True)
            return
        judgement = judging.run(job, lambda: self._requests.document(job.document), self._read)
        report(judgement, done=True, sketch=judging.sketch(job.sketch_key) if job.sketch_key else None)

    def _answer(self, answer: Answer) -> None:
        self._answers.write(frame(answer))
        self._answers.flush()


class _Judging:
    """One document on its way to a verdict."""

    def __init__(self, register: Register, limits: Limits, known: Callable[[Judgement], None]) -> None:
        self._known, self._has_begun = known, False
        self._size_bytes = 0
        self._register = register
        self._budget = Budget(limits)
        self._evidence = Evidence(register, self._budget, self._tell)

    def by_name(self, job: Job, why: Unread) -> Judgement:
        """What name and origin alone say of a document that was not opened."""
        self._evidence.path(os.fsdecode(job.path))
        self._evidence.origin(job.origin)
        self._evidence.cannot_read(why)
        return self._judgement()

    def run(self, job: Job, document: Callable[[], int], read: Callable[[Part, Reading], None]) -> Judgement:
        evidence = self._evidence
        if job.sketch_key or self._register.library:
            evidence.features = Features()
        evidence.path(os.fsdecode(job.path))
        evidence.origin(job.origin)
        evidence.tell()  # nothing yet: the parent knows these; what is read is told in a while, when it takes that long
        self._has_begun = True
        try:
            with OpenedFile.handed_over(document()) as opened:
                self._read_opened(opened, os.fsdecode(job.path), read)
        except UnreadableError as error:
            evidence.cannot_read(error.why)
        except LimitReachedError as error:
            evidence.cannot_read(error.why)
        except MemoryError:
            evidence.cannot_read(Unread.LIMIT)
        except OSError as error:
            evidence.cannot_read(why_not_opened(error))
        return self._judgement()

    def _read_opened(self, opened: OpenedFile, name: str, read: Callable[[Part, Reading], None]) -> None:
        self._size_bytes = opened.size_bytes
        if opened.size_bytes > FINGERPRINT_FROM_BYTES and self._register.may_know(opened.size_bytes):
            self._fingerprint(opened)
        buffer_bytes = min(BUFFER_BYTES, opened.size_bytes + 1)  # a large one costs more than a small file
        part = Part(
            name=name,
            open=lambda: io.BufferedReader(FileView(opened.file, opened.size_bytes, self._budget), buffer_bytes),
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

    def _tell(self, _evidence: Evidence) -> None:
        if self._has_begun:
            self._known(self._judgement())

    def _judgement(self) -> Judgement:
        return replace(judge_evidence(self._evidence), size_bytes=self._size_bytes)


def private_channels() -> tuple[Requests, BinaryIO]:
    """What leads to the parent, moved away from where libraries print: those places lead nowhere from now on."""
    # By number: a windowed program has no sys.stdin.
    requests, answers = requests_at(os.dup(0)), os.fdopen(os.dup(1), "wb", BUFFER_BYTES)
    for place in (0, 1):
        os.dup2(
            2, place
        )  # nowhere, as the parent made it for complaints: to open such a place may take a right it lacks
    return requests, answers


def main() -> None:
    try:
        Worker(*private_channels()).serve()
    except BrokenPipeError:
        return  # the parent is gone: nobody waits for an answer


if __name__ == "__main__":
    main()
