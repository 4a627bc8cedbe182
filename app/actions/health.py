"""Looking at the device's own protection, and keeping what was seen. Source: VR-S1a, VR-S1b, VT-U2.

The last facts stand in the store; the journal has changes of state by day and that a day was looked at, no times (VT-B2).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final

from app.actions.health_seen import LOOK, STATE, HealthLook, HealthSeen, HealthStandards, health_seen, judged
from app.actions.office import Office, Work
from app.actions.settings import SettingsActions
from app.domain.errors import EnvironmentLacking
from app.domain.health import HealthFinding, HealthLimits, SettingsPage
from app.domain.health_baseline import BaselineReading
from app.domain.health_records import review_by_policy
from app.domain.messages import msg
from app.domain.rules import worst
from app.system.health import DeviceHealth
from app.system.settings_pages import SettingsPages

CHECKED: Final = "health.checked"  # note: the last day that was journalled


class HealthActions:
    """`device` asks the system; `read_baseline` reads IT's file at a place, None: the usual one."""

    def __init__(
        self,
        office: Office,
        settings: SettingsActions,
        device: DeviceHealth,
        read_baseline: Callable[[Path | None], BaselineReading],
        pages: SettingsPages,
    ) -> None:
        self._office = office
        self._settings = settings
        self._device = device
        self._read_baseline = read_baseline
        self._pages = pages

    # -- looking ------------------------------------------------------------------------------------------------------

    def look(self) -> HealthSeen:
        """Ask the system now, about a second; keep what it told, and journal what changed. Raises EnvironmentLacking."""
        look = HealthLook(at=self._office.clock.now(), facts=self._device.facts())
        findings = judged(look, look.at, self.standards())
        with self._office.change_of_day() as work:
            work.session.notes.set(LOOK, look)
            _note_changes(work, findings)
            _note_day(work, findings)
        return self.seen()

    def examine(self) -> tuple[HealthFinding, ...]:
        """Ask the system now, and keep nothing."""
        now = self._office.clock.now()
        return judged(HealthLook(at=now, facts=self._device.facts()), now, self.standards())

    def mark(self) -> Hashable:
        """A glance: while it is equal to an earlier one, a look would hardly tell anything new."""
        return (self._device.mark(), self.standards())

    def seen(self) -> HealthSeen:
        """As of the last look, whoever looked."""
        standards = self.standards()
        with self._office.look() as session:
            return health_seen(session, self._office.clock.now(), standards)

    def standards(self) -> HealthStandards:
        place, text = self._settings.text("health.baseline_file"), self._settings.text
        return HealthStandards(
            baseline=self._read_baseline(Path(place) if place else None),
            limits=HealthLimits(signature_age=timedelta(days=self._settings.number("health.signature_days"))),
            partner=review_by_policy(text("partner.name"), text("partner.contact"), text("partner.reviewed")),
        )

    # -- mending ------------------------------------------------------------------------------------------------------

    def can_open(self, page: SettingsPage) -> bool:
        return self._pages.can_open(page)

    def open(self, page: SettingsPage) -> None:
        """Bring the page of the system's settings up. Raises EnvironmentLacking when there is none."""
        if not self._pages.open(page):
            raise EnvironmentLacking(msg("health.no-page"))


def _note_changes(work: Work, findings: Sequence[HealthFinding]) -> None:
    """Changes of state, each with its day. `work` is one of a day: it knows no time."""
    day = work.now.date().isoformat()
    for finding in findings:
        noted = work.session.notes.get(STATE + finding.check)
        if noted is None or noted["state"] != finding.state:
            work.session.notes.set(STATE + finding.check, {"state": finding.state.value, "since": work.now.isoformat()})
            data = {"day": day, "check": finding.check.value, "state": finding.state.value}
            work.note("health.changed", "health", data=data)


def _note_day(work: Work, findings: Sequence[HealthFinding]) -> None:
    """Once a day that it was looked at: how often would tell how long the laptop was on."""
    day = work.now.date().isoformat()
    if work.session.notes.get(CHECKED) != day:
        work.session.notes.set(CHECKED, day)
        state = worst([finding.state for finding in findings])
        work.note("health.checked", "health", data={"day": day, "state": state.value})
