"""Reads the text on pictures, where the optional packages for it are installed (`vroom-assistant[ocr]`) and it is allowed.

What reads is loaded in the worker alone, with the first picture; it neither writes nor downloads: its models are in its
package, or in Windows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from typing import Protocol

from app.detect.reading.limits import MEGABYTE, Limits

# Resident it takes 650 MB for a page, in addresses 1.3 GB.
MEMORY_BYTES = 2_000 * MEGABYTE
WALL_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together on a picture, and where, in pixels from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class PictureReader(Protocol):
    def read(self, picture: bytes) -> Sequence[Piece]:
        """`picture`: a file (PNG, JPEG, BMP, TIFF, GIF). Raises ValueError for one that it cannot open."""
        ...


def is_installed() -> bool:
    return _found("winrt.windows.media.ocr") or _found("rapidocr")


def with_pictures_read(limits: Limits) -> Limits:
    """Reading a page of a scan takes seconds, and more memory than anything else."""
    return replace(
        limits,
        reads_pictures=True,
        memory_bytes=max(limits.memory_bytes, MEMORY_BYTES),
        wall_seconds=max(limits.wall_seconds, WALL_SECONDS),
    )


def picture_reader(limits: Limits) -> PictureReader | None:
    """None where pictures are not to be read, or cannot be: no package, no language of Windows' own reader."""
    return _loaded() if limits.reads_pictures else None


@cache  # the models of a process: they take a second and 500 MB
def _loaded() -> PictureReader | None:
    if _found("winrt.windows.media.ocr"):
        from app.detect.reading.ocr import _winrt

        return _winrt.windows_reader()
    if _found("rapidocr"):
        from app.detect.reading.ocr import _rapid

        return _rapid.RapidReader()
    return None


def _found(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # not even the package around it
        return False
