"""The server's time: goes on by itself, and can be moved, so that no test waits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime: ...


class ServerClock:
    """The machine's time plus what it was moved by. msal looks at the machine's time: move this far, and tokens are from
    another time for it, as with a laptop whose clock is wrong."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def advance(self, step: timedelta) -> None:
        self.ahead += step

    def set(self, moment: datetime) -> None:
        self.ahead = moment - datetime.now(UTC)


def as_graph_time(moment: datetime) -> str:
    """As Graph writes times: ISO 8601, UTC, seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
