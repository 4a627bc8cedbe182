"""Other programs that have a file open: real processes, because what counts is what the system sees."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HOLD = "import sys; held = open(sys.argv[1], sys.argv[2]); print('holds', flush=True); sys.stdin.read()"


@contextmanager
def held_open(path: Path, mode: str = "rb") -> Iterator[None]:
    """Another program has `path` open, for reading or (`r+b`, `ab`) for writing."""
    program = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path), mode], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert program.stdin is not None
    assert program.stdout is not None
    try:
        assert program.stdout.readline().strip() == b"holds"
        yield
    finally:
        program.stdin.close()
        program.wait(timeout=30)
        program.stdout.close()
