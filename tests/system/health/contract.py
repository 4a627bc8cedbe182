"""What every source of facts keeps to. Each kind's test class gives a `health`."""

from __future__ import annotations

from app.domain.health import HealthCheck, HealthLimits
from app.domain.health_baseline import BaselineReading
from app.domain.health_judging import judge
from app.system.health import DeviceHealth
from tests.fakes import START

FIELDS = {
    HealthCheck.ANTIVIRUS: "antivirus",
    HealthCheck.FIREWALL: "firewall",
    HealthCheck.SYSTEM: "system",
    HealthCheck.OFFICE: "offices",
    HealthCheck.ENCRYPTION: "encrypted",
    HealthCheck.SCREEN_LOCK: "screen_lock",
    HealthCheck.RESTART: "restart",
}


class HealthContract:
    def test_each_check_has_a_fact_or_a_reason(self, health: DeviceHealth) -> None:
        """VR-S1a, VR-S1b, VT-U2"""
        facts = health.facts()
        seen = {check for check, name in FIELDS.items() if getattr(facts, name) is not None}
        assert seen | set(facts.unknown) == set(HealthCheck)
        assert not seen & set(facts.unknown)

    def test_what_was_seen_can_be_judged(self, health: DeviceHealth) -> None:
        findings = judge(health.facts(), BaselineReading(), START, HealthLimits())
        assert [finding.check for finding in findings] == list(HealthCheck)

    def test_a_glance_at_what_did_not_change_is_the_same(self, health: DeviceHealth) -> None:
        assert health.mark() == health.mark()
        assert isinstance(hash(health.mark()), int)
