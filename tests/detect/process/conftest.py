"""Workers that read the document type of tests only, with all measures around them or with some left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from app.detect.process.measures import Measure
from app.detect.reading.limits import Limits
from tests.detect.fakes import FakeFiles, MockReadingWorker, context

MakeWorker = Callable[..., MockReadingWorker]


@pytest.fixture
def mock() -> Iterator[MakeWorker]:
    """A worker with limits of its own; `only`: the measures that are kept."""
    made: list[MockReadingWorker] = []

    def make(*, only: tuple[Measure, ...] | None = None, **changes: object) -> MockReadingWorker:
        worker = mock_worker(replace(Limits(wall_seconds=10.0), **changes), only)  # type: ignore[arg-type]
        made.append(worker)
        return worker

    yield make
    for worker in made:
        worker.close()


@pytest.fixture(scope="module")
def confined() -> Iterator[Callable[[tuple[Measure, ...] | None], MockReadingWorker]]:
    """One worker for each choice of measures, kept for all tests of a module."""
    made: dict[tuple[Measure, ...] | None, MockReadingWorker] = {}

    def worker(only: tuple[Measure, ...] | None) -> MockReadingWorker:
        if only not in made:
            made[only] = mock_worker(Limits(), only)
        return made[only]

    yield worker
    for each in made.values():
        each.close()


def mock_worker(limits: Limits, only: tuple[Measure, ...] | None) -> MockReadingWorker:
    worker = MockReadingWorker(FakeFiles(), limits, back_off=lambda _seconds: None, only=only)
    worker.use(context())
    return worker


def mock_document(folder: Path, *actions: str) -> Path:
    """`action:argument`; arguments may hold anything."""
    named = (action.partition(":") for action in actions)
    words = (f"{name}:{quote(argument, safe=':')}" if colon else name for name, colon, argument in named)
    path = folder / "document.bin"
    path.write_text("MOCK-DOCUMENT " + " ".join(words))
    return path
