from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.detect.process.worker_process import DetectionWorker
from tests.detect.fakes import FakeFiles, context


@pytest.fixture(scope="module")
def detector() -> Iterator[DetectionWorker]:
    """A real worker process with a context of one client."""
    worker = DetectionWorker(FakeFiles())
    worker.use(context())
    yield worker
    worker.close()
