"""How long the account must be silent: throttling is of the account, so every thread and every process keeps it.

Source: https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

from app.domain.messages import msg
from app.domain.remote_errors import RemoteThrottled
from app.domain.remote_ports import RemoteMemory
from app.remote.office365.retry_after import LONGEST, http_date, retry_after

KEY: Final = "office365.silent-until"
LONGEST_WAIT: Final = 30.0  # seconds that are slept; longer is said, and tried again later
WAITS: Final = 3  # in a row, while others have it prolonged
_FIRST: Final = 2.0  # seconds of silence where the server did not say how long
_MOST: Final = 300.0


class Silence:
    """`wait` sleeps so many seconds. Any thread."""

    def __init__(
        self,
        memory: RemoteMemory,
        now: Callable[[], datetime],
        wait: Callable[[float], None],
        chance: Callable[[], float],
    ) -> None:
        self._memory = memory
        self.now = now
        self._wait = wait
        self._chance = chance
        self._lock = threading.Lock()
        self._unsaid = 0  # times in a row that the server did not say how long

    def keep(self) -> None:
        """Wait until the account may speak. Raises RemoteThrottled when that takes longer than is slept, or goes on and on."""
        for _ in range(WAITS):
            until = self.until()
            if until is None:
                return
            seconds = (until - self.now()).total_seconds()
            if seconds > LONGEST_WAIT:
                raise throttled(until)
            self._wait(max(seconds, 0.0))
        until = self.until()
        if until is not None:
            raise throttled(until)

    def until(self) -> datetime | None:
        """None: the account may speak."""
        noted = self._memory.get(KEY)
        if noted is None:
            return None
        until, now = _moment(noted), self.now()
        # A clock that was set back must not silence the account for years.
        return until if until is not None and now < until <= now + timedelta(seconds=2 * LONGEST) else None

    def begin(self, headers: Mapping[str, str]) -> datetime:
        """The server asked for silence; `headers` of its answer, in lower case. Gives until when."""
        now = self.now()
        with self._lock:
            # A date to wait for is meant by the server's clock, not by ours, which may be wrong.
            seconds = retry_after(headers.get("retry-after"), http_date(headers.get("date")) or now)
            if seconds is None:
                # Without a hint: longer each time, and not all laptops of the firm at the same moment.
                seconds = min(_FIRST * 2**self._unsaid, _MOST) * (1.0 + self._chance())
                self._unsaid += 1
            until = now + timedelta(seconds=math.ceil(seconds) + 1)  # our clock tells whole seconds, rounded down
            standing = self.until()
            if standing is not None and standing > until:
                return standing
            self._memory.put(KEY, until.astimezone(UTC).isoformat())
        return until

    def ended(self) -> None:
        """The account was answered."""
        self._unsaid = 0


def throttled(until: datetime) -> RemoteThrottled:
    return RemoteThrottled(msg("graph.throttled", until=until), until)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
