"""What is said of a device's protection: facts against limits and IT's baseline. Unknown is never shown green.

Source: VR-S1a (anti-virus, firewall), VR-S1b (versions, restart), VT-U2 (disk encryption, screen lock).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from app.domain.health import (
    AntivirusProduct,
    FirewallProfile,
    HealthCheck,
    HealthFacts,
    HealthFinding,
    HealthLimits,
    RestartReason,
    SettingsPage,
    Unknown,
)
from app.domain.health_baseline import BaselineReading
from app.domain.health_versions import judge_office, judge_system
from app.domain.messages import Message, listed, msg
from app.domain.rules import RuleState, worst

# Where each check is mended.
PAGES: Final[Mapping[HealthCheck, SettingsPage]] = MappingProxyType(
    {
        HealthCheck.ANTIVIRUS: SettingsPage.ANTIVIRUS,
        HealthCheck.FIREWALL: SettingsPage.FIREWALL,
        HealthCheck.SYSTEM: SettingsPage.UPDATES,
        HealthCheck.OFFICE: SettingsPage.OFFICE,
        HealthCheck.ENCRYPTION: SettingsPage.ENCRYPTION,
        HealthCheck.SCREEN_LOCK: SettingsPage.SCREEN_LOCK,
        HealthCheck.RESTART: SettingsPage.UPDATES,
    }
)
WHY: Final[Mapping[Unknown, Message]] = MappingProxyType(
    {
        Unknown.NOT_TOLD: msg("health.why-not-told"),
        Unknown.NO_SERVICE: msg("health.why-no-service"),
        Unknown.NO_RIGHT: msg("health.why-no-right"),
        Unknown.OTHER_DESKTOP: msg("health.why-other-desktop"),
        Unknown.SLOW: msg("health.why-slow"),
    }
)
NETWORKS: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "domain": msg("health.network-domain"),
        "private": msg("health.network-private"),
        "public": msg("health.network-public"),
    }
)
RESTARTS: Final[Mapping[RestartReason, Message]] = MappingProxyType(
    {
        RestartReason.UPDATES: msg("health.restart-updates"),
        RestartReason.FILES: msg("health.restart-files"),
        RestartReason.KERNEL: msg("health.restart-kernel"),
    }
)

Said = tuple[RuleState, Message, Message | None]  # state, sentence, fix
DAY = timedelta(days=1)
OK, ATTENTION, UNKNOWN = RuleState.OK, RuleState.ATTENTION, RuleState.UNKNOWN


def judge(
    facts: HealthFacts, baseline: BaselineReading, now: datetime, limits: HealthLimits
) -> tuple[HealthFinding, ...]:
    """Every check in its order, whatever could be seen."""
    said: Mapping[HealthCheck, Callable[[], Said]] = {
        HealthCheck.ANTIVIRUS: lambda: _antivirus(facts, now, limits),
        HealthCheck.FIREWALL: lambda: _firewall(facts),
        HealthCheck.SYSTEM: lambda: judge_system(facts.system, baseline, now, _why(facts, HealthCheck.SYSTEM)),
        HealthCheck.OFFICE: lambda: judge_office(facts.offices, baseline, now, _why(facts, HealthCheck.OFFICE)),
        HealthCheck.ENCRYPTION: lambda: _encryption(facts),
        HealthCheck.SCREEN_LOCK: lambda: _screen_lock(facts, limits),
        HealthCheck.RESTART: lambda: _restart(facts),
    }
    return tuple(_finding(check, *said[check]()) for check in HealthCheck)


def not_looked(sentence: Message) -> tuple[HealthFinding, ...]:
    """Every check unknown for one reason: nobody looked, or too long ago."""
    return tuple(HealthFinding(check=check, state=UNKNOWN, sentence=sentence) for check in HealthCheck)


def summed(findings: Sequence[HealthFinding]) -> tuple[RuleState, Message, int]:
    """One state and sentence for several checks, and of how many it speaks. Of none: nobody has looked."""
    if not findings:
        return UNKNOWN, msg("health.never-looked"), 0
    state = worst([finding.state for finding in findings])
    if state in (OK, RuleState.NOT_APPLICABLE):
        return OK, msg("health.fine", n=len(findings)), 0
    alike = [finding for finding in findings if finding.state is state]
    wanting = [finding for finding in findings if finding.state in (ATTENTION, RuleState.OVERDUE)]
    is_one_reason = all(finding.sentence == alike[0].sentence for finding in alike)
    if len(wanting or alike) == 1 or is_one_reason:
        return state, alike[0].sentence, len(wanting or alike)
    if state is UNKNOWN:
        return state, msg("health.unseen", n=len(alike)), len(alike)
    return state, msg("health.wanting", n=len(wanting)), len(wanting)


def _finding(check: HealthCheck, state: RuleState, sentence: Message, fix: Message | None) -> HealthFinding:
    is_calm = state in (OK, RuleState.NOT_APPLICABLE)
    page = None if is_calm else PAGES[check]
    return HealthFinding(check=check, state=state, sentence=sentence, fix=None if is_calm else fix, page=page)


def _why(facts: HealthFacts, check: HealthCheck) -> Message:
    return WHY[facts.why(check)]


# -- VR-S1a -----------------------------------------------------------------------------------------------------------


def _antivirus(facts: HealthFacts, now: datetime, limits: HealthLimits) -> Said:
    """One that is on and fresh protects; what others do then matters no more."""
    products = facts.antivirus
    if products is None:
        why = _why(facts, HealthCheck.ANTIVIRUS)
        return UNKNOWN, msg("health.antivirus-unknown", why=why), msg("health.fix-look-yourself")
    if not products:
        return ATTENTION, msg("health.antivirus-none"), msg("health.fix-antivirus-none")
    running = [product for product in products if product.is_on]
    if not running:
        return ATTENTION, msg("health.antivirus-off", name=products[0].name), msg("health.fix-antivirus-off")
    fresh = {product.name: _is_fresh(product, now, limits) for product in running}
    for product in running:
        if fresh[product.name]:
            return OK, msg("health.antivirus-ok", name=product.name), None
    old = next((product for product in running if fresh[product.name] is False), None)
    if old is None:
        name = running[0].name
        return UNKNOWN, msg("health.antivirus-age-unknown", name=name), msg("health.fix-antivirus-age")
    return ATTENTION, _age_of(old, now), msg("health.fix-antivirus-old")


def _is_fresh(product: AntivirusProduct, now: datetime, limits: HealthLimits) -> bool | None:
    """None: neither it nor its files tell. What says of itself that it is old is old, whatever its date."""
    if product.is_fresh is False:
        return False
    if product.signatures_at is None:
        return product.is_fresh
    return now - product.signatures_at <= limits.signature_age


def _age_of(product: AntivirusProduct, now: datetime) -> Message:
    days = 0 if product.signatures_at is None else (now - product.signatures_at) // DAY
    if days < 1:
        return msg("health.antivirus-says-old", name=product.name)
    return msg("health.antivirus-old", name=product.name, n=days)


def _firewall(facts: HealthFacts) -> Said:
    firewall = facts.firewall
    if firewall is None:
        why = _why(facts, HealthCheck.FIREWALL)
        return UNKNOWN, msg("health.firewall-unknown", why=why), msg("health.fix-look-yourself")
    if firewall.product is not None:
        return OK, msg("health.firewall-product", name=firewall.product), None
    if not firewall.profiles:
        return ATTENTION, msg("health.firewall-none"), msg("health.fix-firewall")
    off = [profile for profile in firewall.profiles if not profile.is_on]
    if not off:
        return OK, msg("health.firewall-ok"), None
    return ATTENTION, _off(off), msg("health.fix-firewall")


def _off(profiles: list[FirewallProfile]) -> Message:
    networks = [NETWORKS[profile.name] for profile in profiles if profile.name in NETWORKS]
    if not networks:  # a system with one firewall for all networks
        return msg("health.firewall-off", name=profiles[0].name)
    return msg("health.firewall-off-for", networks=listed(networks))


# -- VT-U2, VR-S1b ----------------------------------------------------------------------------------------------------


def _encryption(facts: HealthFacts) -> Said:
    if facts.encrypted is None:
        why = _why(facts, HealthCheck.ENCRYPTION)
        return UNKNOWN, msg("health.encryption-unknown", why=why), msg("health.fix-look-yourself")
    if facts.encrypted:
        return OK, msg("health.encryption-ok"), None
    return ATTENTION, msg("health.encryption-off"), msg("health.fix-encryption")


def _screen_lock(facts: HealthFacts, limits: HealthLimits) -> Said:
    lock = facts.screen_lock
    most = max(1, limits.idle // timedelta(minutes=1))
    if lock is None:
        why = _why(facts, HealthCheck.SCREEN_LOCK)
        return UNKNOWN, msg("health.screen-lock-unknown", why=why), msg("health.fix-screen-lock", n=most)
    if lock.after_seconds is None:
        return ATTENTION, msg("health.screen-lock-never"), msg("health.fix-screen-lock", n=most)
    minutes = -(-lock.after_seconds // 60)
    if timedelta(seconds=lock.after_seconds) > limits.idle:
        return ATTENTION, msg("health.screen-lock-late", n=minutes), msg("health.fix-screen-lock", n=most)
    return OK, msg("health.screen-lock-ok", n=max(1, minutes)), None


def _restart(facts: HealthFacts) -> Said:
    if facts.restart is None:
        why = _why(facts, HealthCheck.RESTART)
        return UNKNOWN, msg("health.restart-unknown", why=why), msg("health.fix-restart")
    if not facts.restart:
        return OK, msg("health.restart-ok"), None
    reasons = listed([RESTARTS[reason] for reason in facts.restart])
    return ATTENTION, msg("health.restart-pending", reasons=reasons), msg("health.fix-restart")
