"""Whether a program runs that makes input itself: then the system counts a person who is not there. Source: VR-P6.

The system does not tell who made the last input, and listening to each key to find out would be worse than not knowing (VT-B2).
So the programs are known by name. Those that only ask the system to stay awake (PowerToys Awake, Amphetamine) are not among
them: they do not change the time without input.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import psutil

SIMULATORS: Final = frozenset(
    {
        "caffeine",
        "caffeine32",
        "caffeine64",
        "jiggle",
        "jiggler",
        "jigglemouse",
        "mouse jiggler",
        "mousejiggle",
        "mousejiggler",
        "mousemover",
        "move mouse",
        "movemouse",
        "nosleep",
        "stay awake",
        "stayawake",
        "wiggler",
    }
)


def simulates_input(running: Callable[[], Iterable[str]] | None = None) -> bool:
    """`running`: file names of the programs; for tests. False is no proof: there are devices and programs we do not know."""
    return any(name.lower().removesuffix(".exe") in SIMULATORS for name in (running or _running)())


def _running() -> Iterable[str]:
    """As far as the system tells."""
    try:
        return [process.info["name"] or "" for process in psutil.process_iter(["name"])]
    except (psutil.Error, OSError, RuntimeError, NotImplementedError):
        return []
