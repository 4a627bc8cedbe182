"""How the system itself is set to lock: the stricter of this and ours counts, and doctor tells of it. Source: VR-P6."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class OnLid(StrEnum):
    """What closing the lid does."""

    LOCKS = "locks"
    SLEEPS = "sleeps"
    HIBERNATES = "hibernates"
    SHUTS_DOWN = "shuts-down"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class LockSettings:
    """None: cannot tell, or there is no such thing here.

    `locks_after`: without input, by the system itself; zero: never. `asks_on_wake`: a password or PIN after sleep. `on_lid`:
    the least safe of what it does on battery and on mains. `dynamic_lock`: locks when the person's telephone is out of reach.
    """

    locks_after: timedelta | None = None
    asks_on_wake: bool | None = None
    on_lid: OnLid | None = None
    dynamic_lock: bool | None = None

    @property
    def limit(self) -> timedelta | None:
        """After how long the system locks; None where it does not, or does not tell."""
        return self.locks_after or None
