"""What is freed goes back to the system."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.system.memory import be_frugal, give_back

MB = 1024 * 1024

# In a process of its own: the memory of this one is full of other tests.
GROW_AND_SHRINK = """
import psutil, sys
from app.system.memory import be_frugal, give_back
assert be_frugal()
resident = lambda: psutil.Process().memory_info().rss
kept = [b"x" * 20_000 for _ in range(3_000)]  # small enough for the heap
between = [bytes(range(200)) for _ in range(100_000)]
grown = resident()
del kept, between
assert give_back()
print(grown - resident())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the heap of glibc")
def test_freed_memory_leaves_the_process():
    answer = subprocess.run([sys.executable, "-c", GROW_AND_SHRINK], capture_output=True, text=True, check=True)
    assert int(answer.stdout) > 60 * MB


def test_nothing_is_lost_by_giving_back():
    before = bytes(range(256)) * 4_096
    assert be_frugal()
    give_back()
    assert before == bytes(range(256)) * 4_096
    import decimal  # code that was paged out comes back when it is needed

    assert decimal.Decimal("0.1") * 3 == decimal.Decimal("0.3")
