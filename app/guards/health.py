"""Looks at the device's protection: at start, when the machine wakes, when something changed, and hourly.

Source: VR-S1a, VR-S1b, VT-U2. A change is noticed by a glance every minute; it costs milliseconds and leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from app.domain.health import LOOK_EVERY, HealthFinding
from app.domain.health_judging import summed
from app.domain.rules import GuardReport

GLANCE_EVERY = timedelta(minutes=1)


class Looked(Protocol):
    @property
    def findings(self) -> Sequence[HealthFinding]: ...


class HealthActions(Protocol):
    def look(self) -> Looked:
        """Raises EnvironmentLacking when the store cannot be used."""
        ...

    def mark(self) -> object:
        """A glance. What differs from an earlier one was changed since."""
        ...


class HealthGuard:
    """A ListeningGuard, so that it hears of a resume: a laptop that slept may have been changed meanwhile."""

    name = "health"
    requirements = ("VR-S1a", "VR-S1b", "VT-U2")
    interval = GLANCE_EVERY

    def __init__(self, health: HealthActions) -> None:
        self._health = health
        self._looked_at: datetime | None = None
        self._mark: object = None
        self._report: GuardReport | None = None

    def listen(self, wake: Callable[[], None]) -> None:
        """Nothing to listen to: the system tells of changes in too many ways; a glance sees them all."""

    def resumed(self) -> None:
        self._looked_at = None

    def close(self) -> None:
        """Nothing was begun."""

    def check(self, now: datetime) -> GuardReport:
        mark = self._health.mark()
        if self._report is None or self._is_due(now) or mark != self._mark:
            findings = self._health.look().findings
            self._mark, self._looked_at = mark, now  # only now: a look that failed is due again
            state, sentence, _ = summed(findings)
            self._report = GuardReport(guard=self.name, state=state, sentence=sentence)
        return self._report

    def _is_due(self, now: datetime) -> bool:
        """Also when the clock was set back: then it is not known how long ago it looked."""
        return self._looked_at is None or not timedelta(0) <= now - self._looked_at < LOOK_EVERY
