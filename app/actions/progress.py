"""One count over all files of a call, made from the counts of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from app.domain.ports import Progress


def shares(progress: Progress | None, sizes_bytes: Sequence[int]) -> tuple[Progress | None, ...]:
    """A `Progress` for each piece of work, whatever unit it counts in, that tells `progress` the bytes of all together.

    Every word is passed on, also one that adds nothing: it is the moment to stop.
    """
    if progress is None:
        return (None,) * len(sizes_bytes)
    total = sum(sizes_bytes)
    starts = accumulate(sizes_bytes, initial=0)
    return tuple(_share(progress, start, size, total) for start, size in zip(starts, sizes_bytes, strict=False))


def _share(progress: Progress, start: int, size: int, all_bytes: int) -> Progress:
    def tell(done: int, total: int) -> None:
        progress(start + (done * size // total if total else size), all_bytes)

    return tell
