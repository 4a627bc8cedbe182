"""By which terms the screen is locked now: policy, the person's stricter choice, and the system's own limit. Source: VR-P6."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from app.actions.settings import SettingsActions
from app.domain.errors import AssistantError
from app.domain.idle import IdleTerms, terms_for
from app.domain.lock_settings import LockSettings
from app.domain.rules import Stage
from app.domain.settings import SETTINGS
from app.system.lock_settings import LockSettingsSource

READ_EVERY: Final = 600.0  # steady seconds: the system's own settings change seldom, and reading them takes some time
LIMIT, GRACE, STAGE = "lock.idle_seconds", "lock.grace_minutes", "stage.lock"

log = logging.getLogger(__name__)


class LockTerms:
    """Raises nothing: a store that cannot be read must not keep a screen open. Then what was read last counts."""

    def __init__(
        self,
        settings: Callable[[], SettingsActions],
        system: LockSettingsSource,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._source = system
        self._ticks = ticks
        self._limit = timedelta(seconds=_default(LIMIT))
        self._grace = timedelta(0)
        self._stage = Stage.ACT
        self._read_at: float | None = None
        self._system = LockSettings()

    def terms(self, *, on_the_road: bool) -> IdleTerms:
        self._look()
        system_limit = self.system().limit
        return terms_for(limit=self._limit, grace=self._grace, system_limit=system_limit, on_the_road=on_the_road)

    def stage(self) -> Stage:
        self._look()
        return self._stage

    def system(self) -> LockSettings:
        """The system's own settings, at most ten minutes old."""
        now = self._ticks()
        if self._read_at is None or now - self._read_at >= READ_EVERY:
            self._system, self._read_at = self._source.read(), now
        return self._system

    def _look(self) -> None:
        try:
            settings = self._settings()
            limit, grace, stage = settings.number(LIMIT), settings.number(GRACE), settings.text(STAGE)
        except AssistantError as error:
            log.warning("the terms of the lock could not be read: %s", error.message.id)
            return
        self._limit, self._grace, self._stage = timedelta(seconds=limit), timedelta(minutes=grace), Stage(stage)


def _default(key: str) -> int:
    default = SETTINGS[key].default
    return default if isinstance(default, int) else 0
