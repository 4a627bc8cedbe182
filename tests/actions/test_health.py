"""VR-S1a, VR-S1b, VR-S4, VT-U2: what is kept of a look, what the rules say of it, and what people vouch for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.actions.health_seen import LOOK
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.health import AntivirusProduct, HealthCheck, HealthFacts, SettingsPage, Unknown
from app.domain.health_baseline import Baseline, BaselineReading
from app.domain.messages import msg
from app.domain.rules import RuleState, RuleStatus
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import DAY, HOUR, Laptop
from tests.health_samples import BASELINE, SOUND

OK, ATTENTION, OVERDUE, UNKNOWN = RuleState.OK, RuleState.ATTENTION, RuleState.OVERDUE, RuleState.UNKNOWN
RULES = ("VR-S1a", "VR-S1b", "VR-S4", "VT-U2")


def rule(laptop: Laptop, id_: str) -> RuleStatus:
    return next(rule for rule in laptop.app.status.status().rules if rule.id == id_)


def states(laptop: Laptop) -> dict[str, RuleState]:
    return {id_: rule(laptop, id_).state for id_ in RULES}


def test_before_anybody_looked_nothing_is_green(laptop: Laptop) -> None:
    """VR-S1a, VR-S1b, VR-S4, VT-U2"""
    assert states(laptop) == dict.fromkeys(RULES, UNKNOWN)
    assert laptop.device_health.asked == 0


def test_a_laptop_in_order_is_green(laptop: Laptop) -> None:
    """VR-S1a, VR-S1b, VR-S4, VT-U2"""
    laptop.is_protected()
    assert states(laptop) == dict.fromkeys(RULES, OK)
    assert laptop.device_health.asked == 1


def test_what_was_seen_outlives_the_process_with_every_fact(laptop: Laptop) -> None:
    laptop.device_health.tell(
        antivirus=(AntivirusProduct(name="Voorbeeld AV", is_on=True, signatures_at=laptop.now - HOUR),),
        restart=None,
        unknown={HealthCheck.RESTART: Unknown.NO_RIGHT},
    )
    before = laptop.app.health.look()
    laptop.restart()
    assert laptop.app.health.seen() == before
    assert before.of(HealthCheck.RESTART)[0].sentence.arguments["why"] == msg("health.why-no-right")


@pytest.mark.parametrize(
    ("change", "id_", "text"),
    [
        ({"antivirus": ()}, "VR-S1a", "health.antivirus-none"),
        ({"firewall": replace(SOUND.firewall, profiles=())}, "VR-S1a", "health.firewall-none"),  # type: ignore[type-var]
        ({"system": replace(SOUND.system, revision=1)}, "VR-S1b", "health.version-behind"),  # type: ignore[type-var]
        ({"encrypted": False}, "VT-U2", "health.encryption-off"),
    ],
)
def test_each_point_belongs_to_its_rule(laptop: Laptop, change: dict[str, object], id_: str, text: str) -> None:
    """VR-S1a, VR-S1b, VT-U2"""
    laptop.is_protected()
    laptop.device_health.tell(**change)
    laptop.app.health.look()
    assert states(laptop) == dict.fromkeys(RULES, OK) | {id_: ATTENTION}
    status = rule(laptop, id_)
    assert (status.sentence.id, status.count) == (text, 1)
    assert status.since == laptop.now.replace(hour=0)  # a day, no time


def test_a_look_of_yesterday_says_nothing_of_today(laptop: Laptop) -> None:
    """VR-S1a"""
    laptop.is_protected()
    laptop.passes(DAY)
    assert rule(laptop, "VR-S1a").state is OK
    laptop.passes(timedelta(seconds=1))
    assert (rule(laptop, "VR-S1a").state, rule(laptop, "VR-S1a").sentence.id) == (UNKNOWN, "health.look-old")


def test_a_baseline_that_grows_old_makes_versions_unknown_without_a_new_look(laptop: Laptop) -> None:
    """VR-S1b"""
    laptop.is_protected()
    laptop.baseline.reading = BaselineReading(baseline=Baseline(as_of=date(2026, 9, 1), system=BASELINE.system))
    assert rule(laptop, "VR-S1b").state is UNKNOWN
    assert laptop.device_health.asked == 1


def test_policy_says_where_the_baseline_is_and_how_old_signatures_may_be(make_laptop: MakeLaptop) -> None:
    """VR-S1a, VR-S1b"""
    laptop = make_laptop(policy={"health.baseline_file": "/srv/it/lijst.toml", "health.signature_days": 1})
    signatures = AntivirusProduct(name="Voorbeeld AV", is_on=True, signatures_at=laptop.now - 2 * DAY)
    laptop.device_health.tell(antivirus=(signatures,))
    laptop.app.health.look()
    assert laptop.baseline.places[-1] == Path("/srv/it/lijst.toml")
    assert rule(laptop, "VR-S1a").sentence == msg("health.antivirus-old", name="Voorbeeld AV", n=2)


def test_the_journal_has_changes_by_day_and_no_time(laptop: Laptop) -> None:
    """VT-B2: nor how often it was looked at, which would tell how long the laptop was on."""
    laptop.app.health.look()
    assert [e.data for e in laptop.events("health.changed")] == [
        {"day": "2026-11-23", "check": check.value, "state": "ok"} for check in HealthCheck
    ]
    for _ in range(3):
        laptop.passes(HOUR)
        laptop.app.health.look()
    assert len(laptop.events("health.changed")) == len(HealthCheck)
    laptop.device_health.tell(encrypted=False)
    laptop.passes(DAY)
    laptop.app.health.look()
    entries = laptop.events("health.changed")[len(HealthCheck) :] + laptop.events("health.checked")
    assert [entry.data for entry in entries] == [
        {"day": "2026-11-24", "check": "encryption", "state": "attention"},
        {"day": "2026-11-23", "state": "ok"},
        {"day": "2026-11-24", "state": "attention"},
    ]
    assert {(entry.at.hour, entry.at.minute, entry.at.second) for entry in entries} == {(0, 0, 0)}


def test_examining_keeps_nothing(laptop: Laptop) -> None:
    head = laptop.app.journal.head()
    assert {finding.state for finding in laptop.app.health.examine()} == {OK}
    assert (laptop.app.journal.head(), laptop.app.health.seen().looked_at) == (head, None)


def test_a_note_that_nobody_understands_is_no_look(laptop: Laptop) -> None:
    laptop.app.health.look()
    with laptop.app.office.change() as work:
        work.session.notes.set(LOOK, {"at": "2026-11-23T09:00:00Z", "facts": {"antivirus": "aan"}})
    assert rule(laptop, "VR-S1a").sentence.id == "health.never-looked"


def test_the_mark_changes_with_the_system_and_with_what_it_asks(laptop: Laptop) -> None:
    """VR-S1b: a new list of versions is looked at within a minute too."""
    first = laptop.app.health.mark()
    assert laptop.app.health.mark() == first
    laptop.device_health.marked = 1
    second = laptop.app.health.mark()
    laptop.baseline.reading = BaselineReading()
    assert len({repr(mark) for mark in (first, second, laptop.app.health.mark())}) == 3


class TestSettingsPages:
    def test_a_page_is_opened(self, laptop: Laptop) -> None:
        assert laptop.app.health.can_open(SettingsPage.FIREWALL)
        laptop.app.health.open(SettingsPage.FIREWALL)
        assert laptop.settings_pages.opened == [SettingsPage.FIREWALL]

    def test_a_page_that_is_not_there_is_said(self, laptop: Laptop) -> None:
        laptop.settings_pages.lacking.add(SettingsPage.OFFICE)
        with pytest.raises(EnvironmentLacking):
            laptop.app.health.open(SettingsPage.OFFICE)


class TestAttesting:
    def test_the_word_of_it_about_a_tablet_counts_until_its_end(self, laptop: Laptop) -> None:
        """VR-S1a"""
        laptop.is_protected()
        attestation = laptop.app.health_records.attest(" Tablet  14 ", "IT-beheer", laptop.now + 30 * DAY)
        assert attestation.device == "Tablet 14"
        assert laptop.events("health.attested")[-1].data == {"until": "2026-12-23T09:00:00Z", "about": "device"}
        assert rule(laptop, "VR-S1a").state is OK
        laptop.passes(30 * DAY)
        laptop.app.health.look()
        ended = rule(laptop, "VR-S1a")
        assert (ended.state, ended.sentence.id) == (ATTENTION, "health.attestation-ended")
        laptop.app.health_records.attest("tablet 14", "IT-beheer", laptop.now + 30 * DAY)
        assert rule(laptop, "VR-S1a").state is OK

    def test_what_is_wrong_here_and_elsewhere_is_counted_together(self, laptop: Laptop) -> None:
        """VR-S1a"""
        laptop.device_health.tell(antivirus=())
        laptop.is_protected()
        laptop.app.health_records.attest("Tablet 14", "IT-beheer", laptop.now + DAY)
        assert rule(laptop, "VR-S1a").count == 2

    def test_without_a_word_about_the_second_factor_the_account_is_unknown(self, laptop: Laptop) -> None:
        """VT-U2"""
        laptop.app.health.look()
        assert rule(laptop, "VT-U2").sentence.id == "rule.account-unattested"
        laptop.app.health_records.attest("mfa", "IT-beheer", laptop.now + 90 * DAY)
        assert rule(laptop, "VT-U2").state is OK
        assert laptop.events("health.attested")[-1].data is not None

    def test_policy_vouches_for_the_second_factor(self, make_laptop: MakeLaptop) -> None:
        """VT-U2"""
        laptop = make_laptop(policy={"health.second_factor_until": "2027-03-01"})
        laptop.app.health.look()
        assert rule(laptop, "VT-U2").state is OK
        laptop.app.health_records.attest("mfa", "Iemand anders", laptop.now + DAY)
        assert [attestation.attested_by for attestation in laptop.app.health.seen().attestations] == ["IT"]

    @pytest.mark.parametrize(("device", "by"), [("", "IT"), ("  ", "IT"), ("Tablet", ""), ("x" * 201, "IT")])
    def test_a_record_names_both(self, laptop: Laptop, device: str, by: str) -> None:
        with pytest.raises(InputError):
            laptop.app.health_records.attest(device, by, laptop.now + DAY)
        assert laptop.events("health.attested") == []

    def test_it_ends_at_a_moment_to_come(self, laptop: Laptop) -> None:
        with pytest.raises(InputError):
            laptop.app.health_records.attest("Tablet 14", "IT-beheer", laptop.now)


class TestPartner:
    def test_a_yearly_review_is_kept_and_falls_due(self, laptop: Laptop) -> None:
        """VR-S4"""
        laptop.app.health_records.partner("Netwerkbeheer Voorbeeld", "Servicedesk", laptop.now - DAY)
        assert laptop.events("partner.reviewed")[-1].data == {"at": "2026-11-22T09:00:00Z"}
        assert rule(laptop, "VR-S4").state is OK
        laptop.passes(366 * DAY)
        assert rule(laptop, "VR-S4").state is ATTENTION
        laptop.app.health_records.partner("Netwerkbeheer Voorbeeld", "Servicedesk", laptop.now)
        assert rule(laptop, "VR-S4").state is OK

    def test_a_review_that_is_still_to_come_is_refused(self, laptop: Laptop) -> None:
        with pytest.raises(InputError):
            laptop.app.health_records.partner("Netwerkbeheer", "Servicedesk", laptop.now + DAY)

    def test_policy_records_it_for_every_laptop(self, make_laptop: MakeLaptop) -> None:
        """VR-S4"""
        laptop = make_laptop(
            policy={
                "partner.name": "Netwerkbeheer Voorbeeld",
                "partner.contact": "servicedesk@netwerkbeheer.example",
                "partner.reviewed": "2026-11-02",
            }
        )
        assert rule(laptop, "VR-S4").state is OK

    def test_no_name_reaches_the_journal(self, laptop: Laptop) -> None:
        """VT-B2"""
        laptop.app.health_records.partner("Netwerkbeheer Voorbeeld", "Servicedesk", laptop.now)
        laptop.app.health_records.attest("Tablet van Robin", "Noor", laptop.now + DAY)
        written = str(
            [(e.subject, e.data) for name in ("partner.reviewed", "health.attested") for e in laptop.events(name)]
        )
        assert not [name for name in ("Netwerkbeheer", "Servicedesk", "Robin", "Noor") if name in written]


def test_facts_hold_no_more_than_what_is_judged() -> None:
    """VT-B2: nothing of the person, the network or the machine's name is asked."""
    assert set(HealthFacts.__dataclass_fields__) == {
        *("antivirus", "firewall", "system", "offices", "encrypted", "screen_lock", "restart", "unknown")
    }
