"""What stands in the places of the site's library: one delta stream for all of them, kept in the remote's memory."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

AT_REST = timedelta(minutes=50)  # between two looks of the guards: at most two requests an hour for everything


class SiteFeed:
    """Any thread. `patience`: how old the last look may be when a place is asked about; zero where a person asks (the command
    line), `AT_REST` where guards do. `look_now` makes the next question a fresh look whatever the patience."""

    def __init__(self, *parts: Any, patience: timedelta = timedelta(0)) -> None:
        self.patience = patience

    def look_now(self) -> None:
        raise NotImplementedError
