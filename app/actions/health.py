"""Looking at the device's own protection, and keeping what was seen. Source: VR-S1a, VR-S1b, VT-U2.

The last facts stand in the store; the journal has changes of state by day and that a day was looked at, no times (VT-B2).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.actions.health_seen import LOOK, STATE, HealthLook, HealthSeen, health_seen, judged
from app.actions.health_terms import HealthTerms
from app.actions.office import Office, Work
from app.domain.errors import EnvironmentLacking
from app.domain.health import HealthFinding, SettingsPage
from app.domain.messages import msg
from app.domain.rules import worst
from app.system.health import DeviceHealth
from app.system.settings_pages import SettingsPages

CHECKED: Final = "health.checked"  # note: the last day that was journalled


class HealthActions:
    """`device` asks the system, `terms` tell by what its answers are judged, `pages` are where a person mends them."""

    def __init__(
        self,
        office: Office,
        terms: HealthTerms,
        device: DeviceHealth,
        pages: SettingsPages,
    ) -> None:
        self._office = office
        self._terms = terms
        self._device = device
        self._pages = pages

    # -- looking ------------------------------------------------------------------------------------------------------

    def look(self) -> HealthSeen:
        """Ask the system now, about a second; keep what it told, and journal what changed. Raises EnvironmentLacking."""
        look = HealthLook(at=self._office.clock.now(), facts=self._device.facts())
        findings = judged(look, look.at, self._terms.read())
        with self._office.change_of_day() as work:
            work.session.notes.set(LOOK, look)
            _note_changes(work, findings)
            _note_day(work, findings)
        return self.seen()

    def examine(self) -> tuple[HealthFinding, ...]:
        """Ask the system now, and keep nothing."""
        now = self._office.clock.now()
        return judged(HealthLook(at=now, facts=self._device.facts()), now, self._terms.read())

    def mark(self) -> object:
        """A glance: while it is equal to an earlier one, a look would hardly tell anything new."""
        return (self._device.mark(), self._terms.read())

    def seen(self) -> HealthSeen:
        """As of the last look, whoever looked."""
        standards = self._terms.read()
        with self._office.look() as session:
            return health_seen(session, self._office.clock.now(), standards)

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
