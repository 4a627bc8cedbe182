"""What one document may cost. Chosen by measurement; over a limit is never clean (VR-K1)."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`wall_seconds`: from the request to the answer, kept by the parent (kill and restart); the worker itself stops a
    little earlier, so that what it found counts. `ratio`: expanded to packed, looked at after `ratio_from_bytes`; what is
    over it, too deep or over `member_bytes` (held in memory at once) is passed over, the other limits end the reading.
    `reads_pictures`: see reading.ocr, which raises other limits. `back_off_seconds`: the wait before the worker starts
    again after `crashes` within `crash_window_seconds`; it doubles with each further crash, up to
    `back_off_most_seconds`."""

    wall_seconds: float = 15.0
    start_seconds: float = 30.0
    memory_bytes: int = 400 * MEGABYTE
    read_bytes: int = 200 * MEGABYTE
    text_chars: int = 100 * MEGABYTE
    depth: int = 5
    members: int = 10_000
    ratio: int = 200
    ratio_from_bytes: int = MEGABYTE
    expanded_bytes: int = 400 * MEGABYTE
    member_bytes: int = 160 * MEGABYTE
    pages: int = 2_000
    cells: int = 10_000_000
    reads_pictures: bool = False
    answer_bytes: int = MEGABYTE
    crashes: int = 3
    crash_window_seconds: float = 60.0
    back_off_seconds: float = 1.0
    back_off_most_seconds: float = 30.0


DEFAULT_LIMITS = Limits()
