"""Compliance rule by rule: each rule in each of its states; unknown is never green."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.actions.alive import GuardsAlive
from app.assistant import Site, build
from app.domain.agreement import Place
from app.domain.card import CardKind, CardState
from app.domain.errors import InputError
from app.domain.messages import msg, unit_text
from app.domain.moments import ClockState
from app.domain.ports import KeySource
from app.domain.presence import Presence
from app.domain.rules import RuleState, RuleStatus
from app.guards.copies.guard import CopiesGuard
from app.guards.idle_lock import IdleLockGuard
from app.guards.upkeep import UpkeepGuard
from app.system.credentials import MemoryKeys
from app.system.policy import PolicyReading
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import CLIENT, DAY, DOMAIN, HOUR, WEEK, Laptop, details
from tests.domain.card_samples import make_card

BUILT = (
    "VR-K1",
    "VR-P1a",
    "VR-P1b",
    "VR-P2",
    "VR-P3",
    "VR-P4",
    "VR-P5a",
    "VR-P5b",
    "VR-P6",
    "VR-P7",
    "VR-R1",
    "VR-S1a",
    "VR-S1b",
    "VR-S2",
    "VR-S3",
    "VR-S4",
    "VR-U1",
    "VR-U5a",
    "VR-U5b",
    "VT-A4",
    "VT-B2",
    "VT-B4",
    "VT-C1",
    "VT-C3",
    "VT-C4",
    "VT-C5",
    "VT-C6",
    "VT-O1",
    "VT-S1",
    "VT-T2",
    "VT-T3",
    "VT-U1",
    "VT-U2",
)
OK, ATTENTION, OVERDUE = RuleState.OK, RuleState.ATTENTION, RuleState.OVERDUE
UNKNOWN, NOT_APPLICABLE = RuleState.UNKNOWN, RuleState.NOT_APPLICABLE
NOTHING_TO_KEEP = frozenset(
    {"VR-P2", "VR-P5a", "VR-P5b", "VR-P7", "VR-R1", "VR-S2", "VR-S3", "VR-U1", "VT-A4", "VT-C5", "VT-T3"}
)


def rule(laptop: Laptop, id_: str) -> RuleStatus:
    return next(rule for rule in laptop.app.status.status().rules if rule.id == id_)


def state(laptop: Laptop, id_: str) -> RuleState:
    return rule(laptop, id_).state


def guards_run(laptop: Laptop) -> None:
    """One round of what the guards note: they run, and every folder was walked."""
    GuardsAlive(laptop.app.office).note()
    laptop.is_protected()
    laptop.app.working_files.note()
    for folder in laptop.app.intake.folders():
        laptop.app.intake.folder_state(folder.id, OK, msg("copies.folder-ok"))
        laptop.app.intake.looked(folder.id)


@pytest.fixture
def ready(laptop: Laptop) -> Laptop:
    laptop.client()
    laptop.project()
    laptop.watch()
    guards_run(laptop)
    return laptop


def test_on_an_empty_laptop_nothing_that_nobody_looked_at_is_green(laptop: Laptop) -> None:
    rules = {rule.id: rule.state for rule in laptop.app.status.status().rules}
    assert {id_: rules[id_] for id_ in ("VR-K1", "VR-P1a", "VR-P3")} == dict.fromkeys(
        ("VR-K1", "VR-P1a", "VR-P3"), UNKNOWN
    )
    assert rules["VR-P1b"] is NOT_APPLICABLE
    assert {id_ for id_, found in rules.items() if found is not RuleState.PLANNED} == set(BUILT)
    assert len(rules) > len(BUILT)


def test_all_in_order_is_green(ready: Laptop) -> None:
    status = ready.app.status.status()
    assert {r.id: r.state for r in status.rules if r.id in BUILT} == {
        id_: NOT_APPLICABLE if id_ in NOTHING_TO_KEEP else OK for id_ in BUILT
    }
    assert (status.state, status.notices) == (OK, ())


@pytest.mark.parametrize("id_", ["VR-K1", "VR-P1a", "VR-P3"])
def test_without_the_guards_for_a_day_nobody_knows(ready: Laptop, id_: str) -> None:
    """VR-K1, VR-P1a, VR-P3"""
    ready.passes(DAY)
    assert state(ready, id_) is OK
    ready.passes(timedelta(seconds=1))
    assert state(ready, id_) is UNKNOWN
    guards_run(ready)
    assert state(ready, id_) is OK


def test_guards_that_run_but_did_not_walk_a_folder_do_not_know_it(ready: Laptop) -> None:
    """VR-K1"""
    other = ready.home / "Documenten"
    other.mkdir()
    ready.app.folders.add(other)
    assert (state(ready, "VR-K1"), rule(ready, "VR-K1").count) == (UNKNOWN, 1)
    guards_run(ready)
    assert state(ready, "VR-K1") is OK
    (_, added) = ready.app.intake.folders()
    ready.app.intake.folder_state(added.id, UNKNOWN, msg("copies.folder-denied"))
    assert state(ready, "VR-K1") is UNKNOWN
    ready.app.intake.folder_state(added.id, ATTENTION, msg("copies.folder-missing"))
    assert state(ready, "VR-K1") is ATTENTION


def test_the_upkeep_guard_notes_that_the_guards_run_at_most_every_ten_minutes(laptop: Laptop) -> None:
    """VR-K1"""
    upkeep = next(guard for guard in laptop.app.guards() if isinstance(guard, UpkeepGuard))
    upkeep.check(laptop.now)
    with laptop.app.office.look() as session:
        first = session.notes.get("guards.alive")
    assert datetime.fromisoformat(first) == laptop.now
    laptop.clock.advance(timedelta(minutes=9))
    upkeep.check(laptop.now)
    with laptop.app.office.look() as session:
        assert session.notes.get("guards.alive") == first
    laptop.clock.advance(timedelta(minutes=1))
    upkeep.check(laptop.now)
    with laptop.app.office.look() as session:
        assert datetime.fromisoformat(session.notes.get("guards.alive")) == laptop.now


def test_a_walk_of_the_real_guard_makes_the_folder_known(laptop: Laptop) -> None:
    """VR-K1: from the guard's walk to the rule."""
    laptop.client()
    laptop.watch()
    path = laptop.file()
    laptop.detector.verdicts[path] = laptop.judgement()
    GuardsAlive(laptop.app.office).note()
    guard = next(guard for guard in laptop.app.guards() if isinstance(guard, CopiesGuard))
    guard.listen(lambda: None)
    try:
        for _ in range(400):
            guard.check(laptop.now)
            if laptop.app.intake.folders()[0].last_reconciled_at is not None and laptop.app.findings.list():
                break
            time.sleep(0.02)  # the guard's own clock of steady seconds runs; a file settles for a second
    finally:
        guard.close()
    assert state(laptop, "VR-K1") is OK
    assert [f.path for f in laptop.app.findings.list()] == [str(path)]


def test_findings_are_attention_then_red_then_decided(ready: Laptop) -> None:
    """VR-P1a, VR-P3"""
    finding = ready.finding()
    assert [state(ready, id_) for id_ in ("VR-P1a", "VR-P3")] == [ATTENTION, ATTENTION]
    assert rule(ready, "VR-P1a").since == finding.found_at
    ready.passes(DAY)
    guards_run(ready)
    assert [state(ready, id_) for id_ in ("VR-P1a", "VR-P3")] == [ATTENTION, OVERDUE]
    ready.app.findings.delete([finding.id])
    assert [state(ready, id_) for id_ in ("VR-P1a", "VR-P3")] == [OK, OK]


def test_a_question_that_nobody_answered_is_attention_not_red(ready: Laptop) -> None:
    """VR-P3"""
    finding = ready.finding()
    ready.app.findings.ask([finding.id], f"eva@{DOMAIN}")
    ready.passes(2 * WEEK)
    guards_run(ready)
    assert state(ready, "VR-P3") is ATTENTION


def test_a_client_of_whom_no_place_is_known_is_attention(ready: Laptop) -> None:
    """VR-P1b"""
    assert state(ready, "VR-P1b") is OK
    ready.app.clients.add("Kale Klant", details())
    assert (state(ready, "VR-P1b"), rule(ready, "VR-P1b").count) == (ATTENTION, 1)


def test_an_agreement_without_an_end_asks_after_ninety_days(ready: Laptop) -> None:
    """VR-P3: but not when its project was closed since: that is its end."""
    ready.agreement()
    ready.passes(90 * DAY)
    guards_run(ready)
    assert state(ready, "VR-P3") is ATTENTION
    ready.app.projects.close("P1")
    assert state(ready, "VR-P3") is OK


def test_a_hold_without_an_end_asks_also_after_the_closing(ready: Laptop) -> None:
    ready.agreement(hold=True)
    ready.app.projects.close("P1")
    ready.passes(90 * DAY)
    guards_run(ready)
    assert state(ready, "VR-P3") is ATTENTION


def test_copies_are_fine_then_soon_then_late(ready: Laptop) -> None:
    """VR-P4"""
    ready.sealed(ready.agreement())
    assert state(ready, "VR-P4") is OK
    ready.app.projects.close("P1")
    assert state(ready, "VR-P4") is OK
    assert ready.app.status.status().next_deadline == ready.now + WEEK
    ready.passes(6 * DAY)
    assert state(ready, "VR-P4") is ATTENTION
    ready.passes(DAY)
    late = rule(ready, "VR-P4")
    assert (late.state, late.count, late.since) == (OVERDUE, 1, ready.now)
    assert ready.app.status.status().state is OVERDUE
    ready.app.deletion.run_due()
    assert state(ready, "VR-P4") is OK


def test_a_copy_that_is_not_proven_to_be_gone_is_never_green(ready: Laptop) -> None:
    """VR-P4"""
    agreement = ready.agreement(valid_until=ready.now + DAY)
    path = ready.file()
    ready.app.copies.add(path, agreement.id, in_place=True)
    path.unlink()
    ready.passes(DAY)
    ready.app.deletion.run_due()
    assert state(ready, "VR-P4") is ATTENTION


def test_while_time_is_suspect_nobody_knows_what_is_late(ready: Laptop) -> None:
    """VR-P4"""
    ready.sealed(ready.agreement())
    ready.app.projects.close("P1")
    ready.app.clock.keep()
    ready.clock.set_wall(ready.now + 30 * DAY)
    status = ready.app.status.status()
    assert status.clock.state is ClockState.SUSPECT
    assert (state(ready, "VR-P4"), status.state) == (UNKNOWN, ATTENTION)
    assert [notice.id for notice in status.notices] == ["status.clock-suspect"]


def test_every_agreement_serves_a_goal(ready: Laptop) -> None:
    """VR-U1"""
    assert state(ready, "VR-U1") is NOT_APPLICABLE
    ready.agreement()
    assert state(ready, "VR-U1") is OK
    with ready.app.office.change() as work:
        from dataclasses import replace

        project = work.session.projects.resolve("P1")
        work.session.projects.update(replace(project, goals=("Iets anders",)))
    assert state(ready, "VR-U1") is ATTENTION


def test_a_fulfilled_purpose_is_attention_after_a_day(ready: Laptop) -> None:
    """VR-U5b"""
    agreement = ready.agreement()
    ready.sealed(agreement)
    assert state(ready, "VR-U5b") is OK
    met_at = ready.app.agreements.fulfilled(agreement.id).purpose_fulfilled_at
    ready.passes(DAY - timedelta(seconds=1))
    assert state(ready, "VR-U5b") is OK
    ready.passes(timedelta(seconds=1))
    assert (state(ready, "VR-U5b"), rule(ready, "VR-U5b").since) == (ATTENTION, met_at)


def test_what_stands_in_office_365_is_not_asked_to_go_at_once(ready: Laptop) -> None:
    """VR-U5b"""
    agreement = ready.agreement(place=Place.OFFICE365)
    ready.app.copies.add_elsewhere("Teams-map", agreement.id)
    ready.app.agreements.fulfilled(agreement.id)
    ready.passes(2 * DAY)
    assert state(ready, "VR-U5b") is OK


class TestLock:
    """VR-P6"""

    def test_nobody_knows_until_the_guard_has_looked(self, ready: Laptop) -> None:
        for on_the_road in (False, True):
            ready.app.locking.on_the_road(on_the_road)
            found = rule(ready, "VR-P6")
            assert (found.state, found.sentence.id) == (UNKNOWN, "rule.lock-not-watched")
            guard_looks(ready)
            assert state(ready, "VR-P6") is OK

    def test_it_says_after_how_long(self, ready: Laptop) -> None:
        guard_looks(ready)
        found = rule(ready, "VR-P6").sentence
        assert (found.id, found.arguments["after"]) == ("lock.ready", unit_text("minutes", 5))
        ready.app.settings.set("lock.idle_seconds", 90)
        guard_looks(ready)
        assert rule(ready, "VR-P6").sentence.arguments["after"] == unit_text("seconds", 90)

    def test_a_call_is_said(self, ready: Laptop) -> None:
        ready.presence.presence = Presence(in_call=True)
        ready.idle.seconds = 1200.0
        guard_looks(ready)
        found = rule(ready, "VR-P6")
        assert (found.state, found.sentence.id, ready.screen.state) == (OK, "lock.grace", False)

    @pytest.mark.parametrize("on_the_road", [False, True])
    def test_it_says_what_the_guard_saw(self, ready: Laptop, on_the_road: bool) -> None:
        ready.app.locking.on_the_road(on_the_road)
        ready.idle.seconds = None
        guard_looks(ready)
        assert (state(ready, "VR-P6"), rule(ready, "VR-P6").sentence.id) == (UNKNOWN, "lock.blind")
        ready.idle.seconds = 300.0
        ready.screen.refusal = msg("lock.refused", code="5")
        guard_looks(ready)
        assert (state(ready, "VR-P6"), ready.app.status.status().state) == (OVERDUE, OVERDUE)
        ready.screen.refusal = None
        guard_looks(ready)
        assert (state(ready, "VR-P6"), ready.screen.state) == (OK, True)

    def test_guards_that_fell_silent_are_missed_within_minutes(self, ready: Laptop) -> None:
        guard_looks(ready)
        ready.passes(timedelta(minutes=20))
        assert state(ready, "VR-P6") is OK
        ready.passes(timedelta(seconds=1))
        assert state(ready, "VR-P6") is UNKNOWN


def guard_looks(laptop: Laptop) -> None:
    next(guard for guard in laptop.app.guards() if isinstance(guard, IdleLockGuard)).check(laptop.now)


@pytest.mark.parametrize("id_", ["VT-A4", "VT-T3"])
def test_a_clients_own_terms_name_their_source(ready: Laptop, id_: str) -> None:
    """VT-A4, VT-T3: a term of nothing is a term as well."""
    assert state(ready, id_) is NOT_APPLICABLE
    ready.app.clients.change(CLIENT, details(terms={"deletion-hours": "0"}))
    assert state(ready, id_) is ATTENTION
    ready.app.clients.change(CLIENT, details(term_source="Verwerkersovereenkomst"))
    assert state(ready, id_) is OK


def test_the_journal_takes_no_field_that_is_not_listed(ready: Laptop) -> None:
    """VT-B2"""
    assert state(ready, "VT-B2") is OK
    with pytest.raises(Exception, match="path"), ready.app.office.change() as work:
        work.note("finding.vanished", "x", data={"path": "/home/robin/salaris.xlsx"})


def test_a_refused_card_is_shown(ready: Laptop) -> None:
    """VT-C4"""
    assert state(ready, "VT-C4") is OK
    with ready.app.office.change() as work:
        work.session.cards.add(make_card(CardKind.PROJECT), CardState.REFUSED, "bad-signature")
    assert (state(ready, "VT-C4"), rule(ready, "VT-C4").count) == (ATTENTION, 1)


def test_every_copy_of_a_closed_project_has_its_end(ready: Laptop) -> None:
    """VT-T2"""
    ready.sealed(ready.agreement())
    held = ready.sealed(ready.agreement(hold=True), ready.file("bewaren.xlsx"))
    ready.app.projects.close("P1")
    assert state(ready, "VT-T2") is OK
    with ready.app.office.change() as work:
        from dataclasses import replace

        agreement = work.session.agreements.get(held.agreement_id)
        work.session.agreements.update(replace(agreement, hold=False))
    assert state(ready, "VT-T2") is ATTENTION


def test_special_categories_wait_for_the_lead(ready: Laptop) -> None:
    """VT-U1"""
    agreement = ready.agreement()
    finding = ready.finding(special=True, kinds={"health": 2})
    assert state(ready, "VT-U1") is OK
    ready.app.findings.seal([finding.id], agreement.id)
    assert state(ready, "VT-U1") is ATTENTION
    from app.domain.card import Role

    ready.app.agreements.approve(agreement.id, role=Role.LEAD, device="lead")
    assert state(ready, "VT-U1") is OK


def test_a_key_file_and_a_broken_policy_ask_for_attention(ready: Laptop) -> None:
    from app.actions.status import StatusActions

    titles = tuple(rule.id for rule in ready.app.status.status().rules)
    problem = msg("policy.value-skipped", key="x", where="policy.toml", why=msg("settings.unknown", key="x"))
    for key_source, problems, notice in (
        (KeySource.KEY_FILE, (), "status.key-file"),
        (KeySource.MEMORY, (problem,), "doctor.policy-broken"),
    ):
        status = StatusActions(ready.app.office, titles, key_source, problems).status()
        assert (status.state, [n.id for n in status.notices]) == (ATTENTION, [notice])


def test_the_state_of_all_is_the_gravest_and_what_is_planned_never_counts(ready: Laptop) -> None:
    ready.finding()
    assert ready.app.status.status().state is ATTENTION
    ready.passes(DAY + HOUR)
    assert ready.app.status.status().state is OVERDUE


def test_of_one_client_nothing_is_said_of_another(make_laptop: MakeLaptop) -> None:
    laptop = make_laptop()
    laptop.usual()
    laptop.client("Waterschap", domains=("waterschap.example",))
    laptop.watch()
    guards_run(laptop)
    laptop.finding(client="Waterschap")
    ids = {client.name: client.id for client in laptop.app.clients.list()}
    assert laptop.app.status.of_client(ids["Waterschap"])["VR-P3"].state is ATTENTION
    assert laptop.app.status.of_client(ids[CLIENT])["VR-P3"].state is OK
    with pytest.raises(InputError):
        laptop.app.client_report.report("Onbekend")


def test_a_connected_drive_is_offered_and_needs_no_attention(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """VR-P1a: removable drives that appear are offered, never scanned unasked."""
    assistant = build(Site(data_dir=tmp_path / "data", keys=MemoryKeys(), policy=PolicyReading(), home=tmp_path))
    try:
        drive = tmp_path / "stick"
        drive.mkdir()
        before = assistant.status.status().state
        assistant.intake.drive_appeared(drive)
        assert not any(notice.id == "status.drive" for notice in assistant.status.status().notices)
        monkeypatch.setattr("os.path.ismount", lambda path: str(path) == str(drive))
        status = assistant.status.status()
        assert [notice.arguments["path"] for notice in status.notices if notice.id == "status.drive"] == [str(drive)]
        assert status.state is before
    finally:
        assistant.close()
