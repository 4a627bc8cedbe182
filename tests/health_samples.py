"""A laptop that is well protected, IT's baseline for it, and fakes that keep the contracts of the system's parts."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.domain.health import (
    AntivirusProduct,
    Firewall,
    FirewallProfile,
    HealthFacts,
    OfficeVersion,
    ScreenLock,
    SettingsPage,
    SystemVersion,
)
from app.domain.health_baseline import Baseline, BaselineReading, OfficeEntry, SystemEntry

WINDOWS = SystemVersion(
    id="windows", release="26100", name="Windows 11 Enterprise 24H2 (26100.7171)", revision=7171, edition="Enterprise"
)
OFFICE = OfficeVersion(
    product="microsoft-365", name="Microsoft 365", version="16.0.19231.20246", channel="monthly-enterprise"
)
DEFENDER = AntivirusProduct(
    name="Microsoft Defender Antivirus", is_on=True, is_fresh=True
)  # fresh whenever it is asked
PROFILES = tuple(FirewallProfile(name=name, is_on=True) for name in ("domain", "private", "public"))
SOUND = HealthFacts(
    antivirus=(DEFENDER,),
    firewall=Firewall(profiles=PROFILES),
    system=WINDOWS,
    offices=(OFFICE,),
    encrypted=True,
    screen_lock=ScreenLock(after_seconds=300),
    restart=(),
)
BASELINE = Baseline(
    as_of=date(2026, 11, 20),
    system=(
        SystemEntry(id="windows", release="26100", revision=7171, supported_until=date(2027, 10, 12)),
        SystemEntry(id="windows", release="26200", revision=7171, supported_until=date(2028, 10, 10)),
    ),
    office=(
        OfficeEntry(product="microsoft-365", channel="monthly-enterprise", version="16.0.19231.20246"),
        OfficeEntry(product="libreoffice", version="7.4.7"),
    ),
)
READING = BaselineReading(baseline=BASELINE)


class FakeDeviceHealth:
    """Tells what it was told. Keeps the contract of `app.system.health`."""

    def __init__(self, facts: HealthFacts = SOUND) -> None:
        self.told = facts
        self.marked: Hashable = 0
        self.asked = 0

    def facts(self) -> HealthFacts:
        self.asked += 1
        return self.told

    def mark(self) -> Hashable:
        return self.marked

    def tell(self, **changes: object) -> None:
        self.told = replace(self.told, **changes)  # type: ignore[arg-type]


class FakeBaseline:
    """IT's file as it was told, whatever the place."""

    def __init__(self, reading: BaselineReading = READING) -> None:
        self.reading = reading
        self.places: list[Path | None] = []

    def __call__(self, place: Path | None) -> BaselineReading:
        self.places.append(place)
        return self.reading


class FakeSettingsPages:
    """Opens pages in memory. Keeps the contract of `app.system.settings_pages`. `lacking`: pages it does not have."""

    def __init__(self) -> None:
        self.lacking: set[SettingsPage] = set()
        self.opened: list[SettingsPage] = []

    def can_open(self, page: SettingsPage) -> bool:
        return page not in self.lacking

    def open(self, page: SettingsPage) -> bool:
        if page in self.lacking:
            return False
        self.opened.append(page)
        return True
