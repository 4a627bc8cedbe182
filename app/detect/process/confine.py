"""What the worker may not do, whatever a document makes its libraries try: connect, start a program, write a file."""

from __future__ import annotations

from app.detect.process._platform import confine_self
from app.detect.process.audit import forbid_side_effects
from app.detect.process.measures import Measure, Measures


def confine(memory_bytes: int) -> Measures:
    """From now on, until the process ends. A measure that this system lacks or refuses stops no other, and is told."""
    return {**confine_self(memory_bytes), Measure.PYTHON_CODE: forbid_side_effects()}
