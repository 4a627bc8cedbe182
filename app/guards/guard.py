"""What a guard is to the runner."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from app.domain.rules import GuardReport


class Guard(Protocol):
    """Keeps one rule. Knows no widgets and starts no threads; the runner calls it from one thread at a time."""

    @property
    def name(self) -> str: ...

    @property
    def requirements(self) -> tuple[str, ...]:
        """Ids of the procedure that it keeps."""
        ...

    @property
    def interval(self) -> timedelta:
        """The longest time between two checks."""
        ...

    def check(self, now: datetime) -> GuardReport:
        """Look once, act if the rule says so. Raises GuardError when it could not look.

        A long job is done in steps of about a second: `next_check_at <= now` asks for the next step at once.
        """
        ...


@runtime_checkable
class ListeningGuard(Protocol):
    """A guard that also hears things between its checks and then wants to look at once."""

    def listen(self, wake: Callable[[], None]) -> None:
        """Begin to listen. `wake` may be called from any thread, never blocks, and makes the runner check soon."""
        ...

    def resumed(self) -> None:
        """The machine slept or its clock was moved: what was heard may be incomplete."""
        ...

    def close(self) -> None:
        """Stop listening. Called once, after the last check."""
        ...
