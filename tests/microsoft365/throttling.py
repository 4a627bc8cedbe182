"""Throttling of a whole account: every call is refused until the time is over, and calls during the wait prolong it.

Source: https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
"""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import Literal

from tests.microsoft365.clock import Clock
from tests.microsoft365.faults import throttled
from tests.microsoft365.messages import Answer, Request

Form = Literal["seconds", "decimal", "date", "absent"]


class Throttle:
    """`calls_during_wait`: requests that came although they were told to wait. `left`: how many of the limit are left."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._until: datetime | None = None
        self._prolonged_by = timedelta()
        self._form: Form = "seconds"
        self._status = 429
        self.calls_during_wait: list[Request] = []
        self.left: int | None = None

    def limits(self) -> dict[str, str]:
        """The RateLimit headers, which SharePoint sends when 80 % of a limit is used. `left` None: it is not."""
        if self.left is None:
            return {}
        self.left = max(self.left - 1, 0)
        return {"RateLimit-Limit": "1200", "RateLimit-Remaining": str(self.left), "RateLimit-Reset": "5"}

    def start(
        self, wait: timedelta, *, form: Form = "seconds", status: int = 429, prolonged_by: timedelta = timedelta()
    ) -> None:
        """From now on every call is refused for `wait`."""
        self._until = self._clock.now() + wait
        self._form, self._status, self._prolonged_by = form, status, prolonged_by
        self.calls_during_wait = []

    def stop(self) -> None:
        self._until = None

    @property
    def until(self) -> datetime | None:
        return self._until

    def check(self, request: Request) -> Answer | None:
        if self._until is None or request.in_batch:
            return None
        now = self._clock.now()
        if now >= self._until:
            self._until = None
            return None
        if self.calls_during_wait:
            self._until += self._prolonged_by
        self.calls_during_wait.append(request)
        return throttled(self._told(self._until - now), self._status)

    def _told(self, left: timedelta) -> str | None:
        match self._form:
            case "absent":
                return None
            case "date":
                assert self._until is not None
                return format_datetime((self._until + timedelta(seconds=1)).replace(microsecond=0), usegmt=True)
            case "decimal":
                return f"{left.total_seconds():.3f}"
            case _:
                return str(int(left.total_seconds()) + 1)
