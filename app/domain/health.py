"""How well a device is protected: what the system told, and what is said of it. Source: VR-S1a, VR-S1b, VT-U2.

Facts are what the system answered; they are judged afterwards (`health_judging`), so a rule that changes needs no new look.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.messages import Message
from app.domain.rules import RuleState

LOOK_EVERY = timedelta(hours=1)
OLDEST_LOOK = timedelta(hours=24)  # what was seen before that says nothing of today
LONGEST_IDLE = timedelta(seconds=900)  # VR-P6: the most that IT may allow before the screen locks
SIGNATURE_DAYS = 3  # VR-S1a: the most that IT may allow


class HealthCheck(StrEnum):
    """In the order in which they are shown."""

    ANTIVIRUS = "antivirus"
    FIREWALL = "firewall"
    SYSTEM = "system"  # release and revision of Windows or the distribution
    OFFICE = "office"
    ENCRYPTION = "encryption"
    SCREEN_LOCK = "screen-lock"  # whether the system itself locks an idle screen
    RESTART = "restart"


class Unknown(StrEnum):
    """Why a check could not run."""

    NOT_TOLD = "not-told"  # the system does not tell
    NO_SERVICE = "no-service"  # the service that knows it does not run
    NO_RIGHT = "no-right"  # only an administrator may see it
    OTHER_DESKTOP = "other-desktop"  # a desktop whose settings are not known here
    SLOW = "slow"  # no answer within the time it was given


class RestartReason(StrEnum):
    UPDATES = "updates"  # installed, in force after a restart
    FILES = "files"  # files in use that are replaced at the restart
    KERNEL = "kernel"  # another kernel is installed than the one that runs


class SettingsPage(StrEnum):
    """Where a person mends it: a page of the system's settings."""

    ANTIVIRUS = "antivirus"
    FIREWALL = "firewall"
    UPDATES = "updates"
    OFFICE = "office"
    ENCRYPTION = "encryption"
    SCREEN_LOCK = "screen-lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class AntivirusProduct:
    """`is_fresh`: what it says of its signatures itself; `signatures_at`: when these were made, UTC. None: it does not tell."""

    name: str
    is_on: bool
    is_fresh: bool | None = None
    signatures_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FirewallProfile:
    """A kind of network (`domain`, `private`, `public`), or the one firewall of a Linux system (its name)."""

    name: str
    is_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Firewall:
    """`product`: one that took the place of the system's own, and is on."""

    profiles: tuple[FirewallProfile, ...] = ()
    product: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemVersion:
    """`id`: `windows`, or a distribution as os-release has it. `release`: Windows' build number, the distribution's version.
    `revision`: the number after it (UBR; the point release). `name` is for people."""

    id: str
    release: str
    name: str
    revision: int | None = None
    edition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeVersion:
    """`product`: `microsoft-365`, `libreoffice`. `version`: numbers with dots. `channel`: of updates, where it has one."""

    product: str
    name: str
    version: str
    channel: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenLock:
    """`after_seconds`: without input until the system asks for the password; None: it never does."""

    after_seconds: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthFacts:
    """What the system told at one moment. None: it did not; `unknown` then has the reason. Empty: there is none."""

    antivirus: tuple[AntivirusProduct, ...] | None = None
    firewall: Firewall | None = None
    system: SystemVersion | None = None
    offices: tuple[OfficeVersion, ...] | None = None
    encrypted: bool | None = None
    screen_lock: ScreenLock | None = None
    restart: tuple[RestartReason, ...] | None = None
    unknown: Mapping[HealthCheck, Unknown] = field(default_factory=dict)

    def why(self, check: HealthCheck) -> Unknown:
        return self.unknown.get(check, Unknown.NOT_TOLD)


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthLimits:
    """`signature_age`: how old an anti-virus' signatures may be. `idle`: how long an untouched screen may stay open."""

    signature_age: timedelta = timedelta(days=SIGNATURE_DAYS)
    idle: timedelta = LONGEST_IDLE


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthFinding:
    """One check, judged. `fix`: how to mend it, in one sentence; `page`: where. None when there is nothing to mend."""

    check: HealthCheck
    state: RuleState
    sentence: Message
    fix: Message | None = None
    page: SettingsPage | None = None
