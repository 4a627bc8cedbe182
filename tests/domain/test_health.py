"""VR-S1a, VR-S1b, VT-U2: facts of a device against limits and IT's baseline."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InputError
from app.domain.health import (
    AntivirusProduct,
    Firewall,
    FirewallProfile,
    HealthCheck,
    HealthFacts,
    HealthFinding,
    HealthLimits,
    OfficeVersion,
    RestartReason,
    ScreenLock,
    SettingsPage,
    SystemVersion,
    Unknown,
)
from app.domain.health_baseline import Baseline, BaselineReading, OfficeEntry, SystemEntry, numbers, parse_baseline
from app.domain.health_judging import judge, not_looked, summed
from app.domain.messages import msg
from app.domain.rules import RuleState
from tests.fakes import START as NOW
from tests.health_samples import BASELINE, DEFENDER, OFFICE, PROFILES, READING, SOUND, WINDOWS

OK, ATTENTION, OVERDUE, UNKNOWN = RuleState.OK, RuleState.ATTENTION, RuleState.OVERDUE, RuleState.UNKNOWN
DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


def found(
    check: HealthCheck, reading: BaselineReading = READING, now: datetime = NOW, **facts: object
) -> HealthFinding:
    """What is said of one check when a sound laptop differs in `facts`."""
    judged = judge(replace(SOUND, **facts), reading, now, HealthLimits())  # type: ignore[arg-type]
    return next(finding for finding in judged if finding.check is check)


def test_a_sound_laptop_is_in_order_point_by_point() -> None:
    """VR-S1a, VR-S1b, VT-U2"""
    findings = judge(SOUND, READING, NOW, HealthLimits())
    assert [finding.check for finding in findings] == list(HealthCheck)
    assert {finding.state for finding in findings} == {OK}
    assert {(finding.fix, finding.page) for finding in findings} == {(None, None)}


def test_what_could_not_be_seen_is_unknown_with_its_reason_and_a_way() -> None:
    """VR-S1a, VR-S1b, VT-U2: never green."""
    unknown = dict(zip(HealthCheck, [*Unknown, Unknown.NOT_TOLD, Unknown.NO_RIGHT], strict=True))
    for finding in judge(HealthFacts(unknown=unknown), READING, NOW, HealthLimits()):
        assert finding.state is UNKNOWN
        assert finding.sentence.arguments["why"] == msg(f"health.why-{unknown[finding.check].value}")
        assert finding.fix is not None
        assert finding.page is not None


class TestAntivirus:
    def antivirus(self, *products: AntivirusProduct) -> HealthFinding:
        return found(HealthCheck.ANTIVIRUS, antivirus=products)

    def test_none_and_one_that_is_off_ask_for_attention(self) -> None:
        """VR-S1a"""
        assert (self.antivirus().state, self.antivirus().sentence.id) == (ATTENTION, "health.antivirus-none")
        off = self.antivirus(replace(DEFENDER, is_on=False))
        assert (off.state, off.sentence.id, off.page) == (ATTENTION, "health.antivirus-off", SettingsPage.ANTIVIRUS)

    @pytest.mark.parametrize(
        ("age", "state"), [(timedelta(0), OK), (3 * DAY, OK), (3 * DAY + SECOND, ATTENTION), (90 * DAY, ATTENTION)]
    )
    def test_signatures_are_three_days_old_at_most(self, age: timedelta, state: RuleState) -> None:
        """VR-S1a"""
        for is_fresh in (None, True):
            product = replace(DEFENDER, is_fresh=is_fresh, signatures_at=NOW - age)
            assert self.antivirus(product).state is state

    def test_their_age_is_said(self) -> None:
        old = self.antivirus(replace(DEFENDER, signatures_at=NOW - 5 * DAY))
        assert old.sentence == msg("health.antivirus-old", name=DEFENDER.name, n=5)

    def test_its_own_word_that_they_are_old_outweighs_their_date(self) -> None:
        old = self.antivirus(replace(DEFENDER, is_fresh=False, signatures_at=NOW))
        assert (old.state, old.sentence.id) == (ATTENTION, "health.antivirus-says-old")

    def test_an_age_that_nobody_tells_is_unknown(self) -> None:
        product = AntivirusProduct(name="Voorbeeld AV", is_on=True)
        assert self.antivirus(product).state is UNKNOWN

    def test_one_that_is_on_and_fresh_is_enough(self) -> None:
        """VR-S1a: Defender is off where another product took its place."""
        other = AntivirusProduct(name="Voorbeeld AV", is_on=True, is_fresh=True)
        assert self.antivirus(replace(DEFENDER, is_on=False), other).sentence == msg(
            "health.antivirus-ok", name="Voorbeeld AV"
        )
        assert self.antivirus(replace(DEFENDER, is_fresh=False), other).state is OK

    def test_it_may_ask_for_fresher_ones(self) -> None:
        facts = replace(SOUND, antivirus=(replace(DEFENDER, signatures_at=NOW - 2 * DAY),))
        strict = judge(facts, READING, NOW, HealthLimits(signature_age=DAY))
        assert strict[0].state is ATTENTION


class TestFirewall:
    @pytest.mark.parametrize("number", range(3))
    def test_it_is_on_for_every_kind_of_network(self, number: int) -> None:
        """VR-S1a"""
        profiles = tuple(replace(p, is_on=n != number) for n, p in enumerate(PROFILES))
        off = found(HealthCheck.FIREWALL, firewall=Firewall(profiles=profiles))
        assert (off.state, off.page) == (ATTENTION, SettingsPage.FIREWALL)
        assert off.sentence == msg("health.firewall-off-for", networks=msg(f"health.network-{PROFILES[number].name}"))

    def test_none_asks_for_attention_and_another_product_will_do(self) -> None:
        assert found(HealthCheck.FIREWALL, firewall=Firewall()).sentence.id == "health.firewall-none"
        assert found(HealthCheck.FIREWALL, firewall=Firewall(product="Voorbeeld FW")).state is OK

    def test_a_system_with_one_for_all_is_told_by_its_name(self) -> None:
        profiles = (FirewallProfile(name="ufw", is_on=False),)
        off = found(HealthCheck.FIREWALL, firewall=Firewall(profiles=profiles))
        assert off.sentence == msg("health.firewall-off", name="ufw")


class TestSystem:
    def system(self, reading: BaselineReading = READING, now: datetime = NOW, **changes: object) -> HealthFinding:
        version = replace(WINDOWS, **changes)  # type: ignore[arg-type]
        return found(HealthCheck.SYSTEM, reading, now, system=version)

    def test_behind_what_it_asks_is_attention(self) -> None:
        """VR-S1b"""
        assert self.system(revision=7170).sentence.id == "health.version-behind"
        assert self.system(revision=7170).page is SettingsPage.UPDATES
        assert self.system(revision=7172).state is OK
        assert self.system(revision=None).state is UNKNOWN

    def test_an_old_release_that_is_not_listed_is_attention_a_new_one_unknown(self) -> None:
        """VR-S1b"""
        assert self.system(release="19045").sentence.id == "health.version-unlisted"
        assert self.system(release="27000").state is UNKNOWN
        other = SystemVersion(id="debian", release="12", name="Debian 12")
        assert found(HealthCheck.SYSTEM, system=other).state is UNKNOWN

    @pytest.mark.parametrize(
        ("left", "state"),
        [
            (timedelta(0), OVERDUE),
            (SECOND, ATTENTION),
            (30 * DAY, ATTENTION),
            (30 * DAY + SECOND, OK),
        ],
    )
    def test_out_of_support_is_red_and_its_end_is_announced(self, left: timedelta, state: RuleState) -> None:
        """VR-S1b: the last day is a day of support."""
        now = datetime.fromisoformat("2027-10-13T00:00:00+00:00") - left
        baseline = BASELINE.__class__(as_of=now.date(), system=BASELINE.system)
        assert self.system(BaselineReading(baseline=baseline), now).state is state

    def test_an_entry_for_the_edition_goes_before_one_for_all(self) -> None:
        entries = (
            SystemEntry(id="windows", release="26100", supported_until=date(2026, 10, 13)),
            SystemEntry(id="windows", release="26100", editions=("Enterprise",), supported_until=date(2027, 10, 12)),
        )
        reading = BaselineReading(baseline=Baseline(as_of=date(2026, 11, 20), system=entries))
        assert self.system(reading).state is OK
        assert self.system(reading, edition="Professional").state is OVERDUE

    @pytest.mark.parametrize(
        ("as_of", "state"),
        [
            (date(2026, 11, 23), OK),
            (date(2026, 10, 10), OK),
            (date(2026, 10, 9), OK),
            (date(2026, 10, 8), UNKNOWN),  # 46 days ago
            (date(2026, 11, 25), OK),
            (date(2026, 11, 26), UNKNOWN),
        ],
    )
    def test_a_baseline_counts_for_45_days(self, as_of: date, state: RuleState) -> None:
        """VR-S1b: START is 09:00 on 23 November."""
        baseline = Baseline(as_of=as_of, system=BASELINE.system, office=BASELINE.office)
        midnight = NOW.replace(hour=0)
        assert self.system(BaselineReading(baseline=baseline), midnight).state is state

    def test_without_a_baseline_nobody_knows_what_is_newest(self) -> None:
        """VR-S1b: and the reason is said."""
        none = self.system(BaselineReading())
        assert (none.state, none.sentence.arguments["why"]) == (UNKNOWN, msg("baseline.none"))
        broken = self.system(BaselineReading(problem=msg("baseline.not-toml")))
        assert broken.sentence.arguments["why"] == msg("baseline.not-toml")


class TestOffice:
    def office(self, *offices: OfficeVersion) -> HealthFinding:
        return found(HealthCheck.OFFICE, offices=offices)

    def test_without_office_there_is_nothing_to_keep(self) -> None:
        assert self.office().state is RuleState.NOT_APPLICABLE

    def test_build_and_channel_are_those_that_it_lists(self) -> None:
        """VR-S1b"""
        assert self.office(replace(OFFICE, version="16.0.19231.20245")).sentence.id == "health.version-behind"
        assert self.office(replace(OFFICE, version="16.0.19300.1")).state is OK
        assert self.office(replace(OFFICE, channel="current")).sentence.id == "health.office-channel"
        assert self.office(replace(OFFICE, channel=None)).sentence.id == "health.office-channel"

    def test_what_the_list_does_not_know_is_unknown(self) -> None:
        assert (
            self.office(OfficeVersion(product="office-msi", name="Microsoft Office", version="16.0")).state is UNKNOWN
        )

    def test_the_worst_of_several_counts(self) -> None:
        free = OfficeVersion(product="libreoffice", name="LibreOffice", version="7.3.1")
        assert self.office(OFFICE, free).sentence == msg("health.version-behind", name="LibreOffice 7.3.1")

    def test_out_of_support_is_red(self) -> None:
        """VR-S1b"""
        entry = OfficeEntry(product="microsoft-365", version="16.0", supported_until=date(2026, 11, 22))
        reading = BaselineReading(baseline=Baseline(as_of=date(2026, 11, 20), office=(entry,)))
        assert found(HealthCheck.OFFICE, reading).state is OVERDUE


class TestAccount:
    def test_a_disk_that_is_not_encrypted_is_attention(self) -> None:
        """VT-U2"""
        assert found(HealthCheck.ENCRYPTION, encrypted=False).state is ATTENTION

    @pytest.mark.parametrize(
        ("seconds", "state", "text"),
        [
            (None, ATTENTION, "health.screen-lock-never"),
            (1, OK, "health.screen-lock-ok"),
            (900, OK, "health.screen-lock-ok"),
            (901, ATTENTION, "health.screen-lock-late"),
        ],
    )
    def test_the_system_locks_within_a_quarter_of_an_hour(
        self, seconds: int | None, state: RuleState, text: str
    ) -> None:
        """VT-U2"""
        lock = found(HealthCheck.SCREEN_LOCK, screen_lock=ScreenLock(after_seconds=seconds))
        assert (lock.state, lock.sentence.id) == (state, text)

    def test_a_restart_that_is_due_says_why(self) -> None:
        """VR-S1b"""
        due = found(HealthCheck.RESTART, restart=(RestartReason.UPDATES, RestartReason.FILES))
        assert due.state is ATTENTION
        assert due.sentence.id == "health.restart-pending"


class TestBaselineFile:
    def test_all_of_it_is_read(self) -> None:
        text = """
            as_of = 2026-11-20
            [[system]]
            id = "windows"
            release = "26100"
            name = "Windows 11 24H2"
            revision = 7171
            editions = ["Enterprise"]
            supported_until = 2027-10-12
            [[office]]
            product = "microsoft-365"
            channel = "current"
            version = "16.0.19300.20000"
        """
        baseline = parse_baseline(text.encode())
        assert baseline.as_of == date(2026, 11, 20)
        assert baseline.system[0].editions == ("Enterprise",)
        assert baseline.office[0].channel == "current"

    @pytest.mark.parametrize(
        ("content", "problem", "where"),
        [
            (b"", "baseline.wrong-value", None),
            (b"as_of = gisteren", "baseline.not-toml", None),
            (b"\xff\xfe\x00", "baseline.not-toml", None),
            (b"as_of = 2026-11-20\nsystem = 4", "baseline.wrong-value", "$.system"),
            (b"as_of = 2026-11-20\n[[system]]\nid = 'windows'\nrelease = 26100", "baseline.wrong-value", None),
            (b"as_of = 2026-11-20\nsytem = []", "baseline.wrong-value", "sytem"),
        ],
    )
    def test_what_is_wrong_is_said_with_its_place(self, content: bytes, problem: str, where: str | None) -> None:
        with pytest.raises(InputError) as refused:
            parse_baseline(content)
        assert refused.value.message.id == problem
        assert where is None or refused.value.message.arguments["where"] == where

    @given(st.binary(max_size=200))
    def test_no_content_breaks_it(self, content: bytes) -> None:
        with contextlib.suppress(InputError):  # anything else is a failure
            assert parse_baseline(content).as_of

    @given(st.text(max_size=30))
    def test_any_text_compares_as_a_version(self, version: str) -> None:
        assert numbers(version) >= (0,)

    def test_versions_compare_by_their_numbers(self) -> None:
        assert numbers("16.0.9.1") < numbers("16.0.10")
        assert numbers("7.4.7.2") > numbers("7.4.7")


class TestSummary:
    def test_one_speaks_for_itself_and_several_are_counted(self) -> None:
        facts = replace(SOUND, encrypted=False)
        assert summed(judge(facts, READING, NOW, HealthLimits())) == (ATTENTION, msg("health.encryption-off"), 1)
        facts = replace(facts, antivirus=(), restart=None)
        state, sentence, count = summed(judge(facts, READING, NOW, HealthLimits()))
        assert (state, sentence, count) == (ATTENTION, msg("health.wanting", n=2), 2)

    def test_only_unknown_ones_are_no_green(self) -> None:
        state, sentence, count = summed(judge(HealthFacts(), READING, NOW, HealthLimits()))
        assert (state, sentence, count) == (UNKNOWN, msg("health.unseen", n=7), 7)
        assert summed(()) == (UNKNOWN, msg("health.never-looked"), 0)

    def test_one_reason_for_all_is_said_once(self) -> None:
        assert summed(not_looked(msg("health.never-looked")))[1] == msg("health.never-looked")
