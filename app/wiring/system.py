"""What the machine offers: clocks, files, places, power, the lock. Nothing of it opens the data directory."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.wiring.part import Parts, part
from app.wiring.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.health_baseline import BaselineReading
    from app.domain.ports import Disk, Power, Surroundings, SystemClock, Traces
    from app.system.autostart import Autostart
    from app.system.files import LocalFiles
    from app.system.idle import IdleClock
    from app.system.lock import SessionLock
    from app.system.lock_settings import LockSettingsSource
    from app.system.places import LocalPlaces
    from app.system.policy import PolicyReading
    from app.system.presence import PresenceSource
    from app.system.settings_pages import SettingsPages


class SystemLayer(Parts):
    """The parts of the system, as the site has them or the system's own."""

    def __init__(self, site: Site) -> None:
        super().__init__()
        self._site = site

    @part
    def home(self) -> Path:
        return self._site.home or Path.home()

    @part
    def system_clock(self) -> SystemClock:
        from app.system.clock import system_clock

        return self._site.system_clock or system_clock()

    @part
    def policy(self) -> PolicyReading:
        from app.system.policy import system_policy

        reading = self._site.policy if self._site.policy is not None else system_policy().read()
        if not any(key.startswith("office365.") for key in reading.values):
            return reading
        from app.domain.office365 import office365_of

        # What fits each setting may still not fit together.
        problems = office365_of(reading.values).problems
        return replace(reading, problems=(*reading.problems, *problems)) if problems else reading

    @part
    def files(self) -> LocalFiles:
        from app.system.files import local_files

        return local_files()

    @part
    def places(self) -> LocalPlaces:
        from app.system.places import local_places

        return local_places(self.home)

    @part
    def disk(self) -> Disk:
        from app.system.disk import system_disk

        return system_disk()

    @part
    def power(self) -> Power:
        from app.system.power import system_power

        return system_power()

    @part
    def session_lock(self) -> SessionLock:
        from app.system.lock import session_lock

        return session_lock()

    @part
    def idle_clock(self) -> IdleClock:
        from app.system.idle import idle_clock

        return idle_clock()

    @part
    def lock_settings(self) -> LockSettingsSource:
        from app.system.lock_settings import lock_settings

        return lock_settings()

    @part
    def presence(self) -> PresenceSource:
        from app.system.presence import presence_source

        return presence_source(self.session_lock.is_locked)

    @part
    def read_baseline(self) -> Callable[[Path | None], BaselineReading]:
        from app.system.baseline import read_baseline

        return read_baseline

    @part
    def settings_pages(self) -> SettingsPages:
        from app.system.settings_pages import settings_pages

        return settings_pages()

    @part
    def surroundings(self) -> Surroundings:
        from app.system.hiding.surroundings import LocalSurroundings

        return LocalSurroundings(self.home, self.files)

    @part
    def traces(self) -> Traces:
        from app.system.hiding.traces import local_traces

        return local_traces(self.home)

    @part
    def autostart(self) -> Autostart:
        from app.system.autostart import local_autostart

        return local_autostart(self.home)
