"""glibc keeps freed memory for later, and a page of a library that was read once stays. Source: mallopt(3), malloc_trim(3),
madvise(2)."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from pathlib import Path

SMAPS = Path("/proc/self/smaps")
HEAD = re.compile(r"(?P<start>[0-9a-f]+)-(?P<end>[0-9a-f]+) (?P<rights>\S{4}) \S+ \S+ \S+\s*(?P<name>.*)")
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8  # malloc.h
FREED_AT_MOST = 256 * 1024  # bytes that may stay unused at the end of the heap
OWN_MAPPING_FROM = 128 * 1024  # larger blocks are returned by themselves
ARENAS = 2  # else each thread grows a heap of its own that is never given back
MADV_DONTNEED = 4


def be_frugal() -> bool:
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # not with musl
    if mallopt is None:
        return False
    wishes = {M_ARENA_MAX: ARENAS, M_TRIM_THRESHOLD: FREED_AT_MOST, M_MMAP_THRESHOLD: OWN_MAPPING_FROM}
    granted = [bool(mallopt(what, value)) for what, value in wishes.items()]
    return all(granted)


def give_back() -> bool:
    libc = ctypes.CDLL(None, use_errno=True)
    trim = getattr(libc, "malloc_trim", None)
    if trim is not None:
        trim(0)
    libc.madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    taken = [libc.madvise(start, size, MADV_DONTNEED) == 0 for start, size in _unwritten_files(SMAPS.read_text())]
    return any(taken)


def _unwritten_files(smaps: str) -> Iterator[tuple[int, int]]:
    """Start and size of what is mapped from a file, may not be written and never was ("Anonymous" counts own pages, such as a
    library's relocations): this process lets go of its pages, the system's cache keeps them, and they are back at a touch."""
    mapping: tuple[int, int] | None = None
    for line in smaps.splitlines():
        found = HEAD.match(line)
        if found is not None:
            start, end = int(found["start"], 16), int(found["end"], 16)
            is_file = found["name"].startswith("/") and "w" not in found["rights"]
            mapping = (start, end - start) if is_file else None
        elif mapping is not None and line.startswith("Anonymous:") and line.split()[1] == "0":
            yield mapping
