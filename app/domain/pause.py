"""Looking at folders may wait for an hour at most: during a presentation, or while the machine is needed for other work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

LONGEST_PAUSE = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """`count`: how many there were on its day (UTC) by then."""

    since: datetime
    until: datetime
    count: int = 1

    def is_on(self, now: datetime) -> bool:
        """A pause that claims to have begun later than now, or to last longer than it may, was noted under another clock."""
        return self.since <= now < self.until and self.until - self.since <= LONGEST_PAUSE


def pause_from(now: datetime, period: timedelta, last: Pause | None) -> Pause:
    """A pause that begins now and ends by itself. `last`: the one before."""
    is_same_day = last is not None and last.since.date() == now.date()
    count = last.count + 1 if last is not None and is_same_day else 1
    return Pause(since=now, until=now + min(max(period, timedelta(0)), LONGEST_PAUSE), count=count)
