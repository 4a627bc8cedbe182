"""glibc keeps freed memory for later, and a page of a library that was read once stays. Source: mallopt(3), malloc_trim(3),
madvise(2)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path

MAPS = Path("/proc/self/maps")
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8  # malloc.h
FREED_AT_MOST = 256 * 1024  # bytes that may stay unused at the end of the heap
OWN_MAPPING_FROM = 128 * 1024  # larger blocks are returned by themselves
ARENAS = 2  # else each thread grows a heap of its own that is never given back
MADV_PAGEOUT = 21  # Linux 5.4


def be_frugal() -> bool:
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # not with musl
    if mallopt is None:
        return False
    wishes = {M_ARENA_MAX: ARENAS, M_TRIM_THRESHOLD: FREED_AT_MOST, M_MMAP_THRESHOLD: OWN_MAPPING_FROM}
    return all([bool(mallopt(what, value)) for what, value in wishes.items()])


def give_back() -> bool:
    libc = ctypes.CDLL(None, use_errno=True)
    trim = getattr(libc, "malloc_trim", None)
    if trim is not None:
        trim(0)
    libc.madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    taken = [libc.madvise(start, size, MADV_PAGEOUT) == 0 for start, size in _read_only_files(MAPS.read_text())]
    return any(taken)


def _read_only_files(maps: str) -> Iterator[tuple[int, int]]:
    """Start and size of what is mapped from a file and never written: its pages stay in the system's own cache."""
    for line in maps.splitlines():
        place, rights, _, _, _, *name = line.split(maxsplit=5)
        if "w" not in rights and name and name[0].startswith("/"):
            start, end = (int(part, 16) for part in place.split("-"))
            yield start, end - start
