"""Whose status counts: tampering, replay, rollback, new keys, retired laptops. VT-C4."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from app.domain.rules import RuleState
from app.domain.team_record import RecordProblem
from app.domain.team_view import LaptopState
from tests.actions.laptop import DAY, Laptop
from tests.actions.team_status.teams import Team, data, entries, seen_by, states

S, P = LaptopState, RecordProblem


def tampered(content: bytes) -> bytes:
    return content.replace(b'"overdue":0', b'"overdue":3')


def other_person(content: bytes) -> bytes:
    document = json.loads(content)
    document["person"]["mail"] = "iemand@adviesbureau.example"
    return json.dumps(document).encode()


def extra_field(content: bytes) -> bytes:
    return json.dumps(json.loads(content) | {"file": "salarissen.xlsx"}).encode()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (tampered, P.BAD_SIGNATURE),
        (other_person, P.BAD_SIGNATURE),
        (extra_field, P.MALFORMED),
        (lambda content: content[: len(content) // 2], P.MALFORMED),
        (lambda _content: b"[]", P.MALFORMED),
    ],
)
def test_a_record_that_was_tampered_with_is_rejected_and_journalled_once(
    team: Team, change: Callable[[bytes], bytes], problem: RecordProblem
) -> None:
    """VT-C4"""
    anna, bo = team.laptop("anna"), team.laptop("bo")
    anna.app.team_status.publish()
    assert states(bo)["Anna"] is S.REPORTING
    file = team.file(anna)
    file.write_bytes(change(file.read_bytes()))
    for _ in range(2):
        row = seen_by(bo)["Anna"]
        assert (row.state, row.problem, row.overdue) == (S.REJECTED, problem, 0)
    assert data(bo, "status.rejected") == [{"reason": problem.value, "device": anna.app.team.device}]
    assert entries(bo, "status.rejected")[0].outcome == "refused"
    assert bo.app.team_status.status().needs_attention


def test_the_owner_sees_it_too_and_puts_it_right(team: Team) -> None:
    anna = team.laptop("anna")
    anna.app.team_status.publish()
    file = team.file(anna)
    file.write_bytes(tampered(file.read_bytes()))
    assert seen_by(anna)["Anna"].state is S.REJECTED
    assert anna.app.team_status.publish() is not None
    assert seen_by(anna)["Anna"].state is S.REPORTING


def test_a_rejected_laptop_counts_again_with_its_next_own_word(team: Team) -> None:
    anna, bo = team.laptop("anna"), team.laptop("bo")
    anna.app.team_status.publish()
    seen_by(bo)
    file = team.file(anna)
    file.write_bytes(tampered(file.read_bytes()))
    assert states(bo)["Anna"] is S.REJECTED
    anna.passes(DAY)
    anna.app.team_status.publish()
    assert states(bo)["Anna"] is S.REPORTING


def test_the_status_says_that_records_were_refused(team: Team) -> None:
    """VT-C4"""
    anna, bo = team.laptop("anna"), team.laptop("bo")
    anna.app.team_status.publish()
    seen_by(bo)
    file = team.file(anna)
    file.write_bytes(tampered(file.read_bytes()))
    seen_by(bo)
    rule = next(rule for rule in bo.app.status.status().rules if rule.id == "VT-C4")
    assert (rule.state, rule.count) == (RuleState.ATTENTION, 1)


def test_an_old_record_put_back_is_a_rollback(team: Team) -> None:
    """VT-C4: replay"""
    anna, bo = team.laptop("anna"), team.laptop("bo")
    anna.app.team_status.publish()
    old = team.file(anna).read_bytes()
    anna.passes(DAY)
    anna.app.team_status.publish()
    assert states(bo)["Anna"] is S.REPORTING
    team.file(anna).write_bytes(old)
    assert seen_by(bo)["Anna"].problem is P.ROLLED_BACK


def test_a_record_under_another_laptops_name_is_not_its_word(team: Team) -> None:
    anna, bo, chris = (team.laptop(name) for name in ("anna", "bo", "chris"))
    for laptop in (anna, bo):
        laptop.app.team_status.publish()
    team.file(anna).write_bytes(team.file(bo).read_bytes())
    seen = seen_by(chris)
    assert (seen["Bo"].state, [row.problem for row in seen.values() if row.device == anna.app.team.device]) == (
        S.REPORTING,
        [P.OTHER_DEVICE],
    )


class TestStorePutBack:
    """A laptop's own store that is older than what it told before: seen, and put right only by a lead."""

    @pytest.fixture
    def put_back(self, team: Team) -> Laptop:
        anna = team.laptop("anna")
        anna.app.team_status.publish()
        anna.close()
        copytree(anna.data_dir, anna.root / "kept")
        anna.restart()
        for _ in range(2):
            anna.passes(DAY)
            anna.client(f"Klant {anna.now:%d}")
            anna.app.team_status.publish()
        self.bo = team.laptop("bo")
        assert states(self.bo)["Anna"] is S.REPORTING
        anna.close()
        rmtree(anna.data_dir)
        (anna.root / "kept").rename(anna.data_dir)
        anna.restart()
        anna.passes(DAY)
        assert anna.app.team_status.publish() is not None
        return anna

    def test_is_seen_by_its_journal(self, put_back: Laptop) -> None:
        row = seen_by(self.bo)["Anna"]
        assert (row.state, row.problem) == (S.REJECTED, P.JOURNAL_SHRANK)

    def test_counts_again_once_a_lead_accepted_the_device_anew(self, put_back: Laptop) -> None:
        seen_by(self.bo)
        me = put_back.app.team.whoami()
        self.bo.app.team.accept(me.device, me.fingerprint)
        assert states(self.bo)["Anna"] is S.REPORTING
        assert len(entries(self.bo, "team.accepted")) == 1

    def test_goes_on_after_the_numbers_it_gave_before(self, put_back: Laptop, team: Team) -> None:
        assert json.loads(team.file(put_back).read_bytes())["sequence"] == 4


class TestNewKeys:
    def test_a_second_laptop_of_a_person_is_new_until_the_lead_accepts_it(self, team: Team) -> None:
        """VT-C4"""
        first, second, lead = team.laptop("anna"), team.laptop("anna", "anna-2"), team.laptop("lead")
        first.app.team_status.publish()
        seen_by(lead)
        second.app.team_status.publish()
        rows = {row.device: row for row in lead.app.team_status.status().items}
        new = rows[second.app.team.device]
        assert (rows[first.app.team.device].state, new.state, new.overdue) == (S.REPORTING, S.NEW_KEY, None)
        me = second.app.team.whoami()
        lead.app.team.accept(me.device, me.fingerprint)
        rows = {row.device: row for row in lead.app.team_status.status().items}
        assert rows[second.app.team.device].state is S.REPORTING

    def test_where_a_lead_accepts_devices_every_other_one_is_new(self, team: Team) -> None:
        anna, bo, lead = (team.laptop(name) for name in ("anna", "bo", "lead"))
        for laptop in (anna, bo):
            laptop.app.team_status.publish()
        me = anna.app.team.whoami()
        lead.app.team.accept(me.device, me.fingerprint)
        assert states(lead) == {"Anna": S.REPORTING, "Bo": S.NEW_KEY, "Lead": S.REPORTING}

    def test_devices_that_policy_names_are_known(self, tmp_path: Path) -> None:
        team = Team(tmp_path)
        anna, bo = team.laptop("anna"), team.laptop("bo")
        for laptop in (anna, bo):
            laptop.app.team_status.publish()
        lead = team.laptop("lead", team__devices=(anna.app.team.device,))
        assert states(lead) == {"Anna": S.REPORTING, "Bo": S.NEW_KEY, "Lead": S.REPORTING}
        team.close()

    def test_somebody_who_is_not_expected_is_new(self, team: Team) -> None:
        anna = team.laptop("anna")
        anna.app.team_status.publish()
        lead = team.laptop("lead", team__members=("Lead <lead@adviesbureau.example>",))
        assert states(lead)["Anna"] is S.NEW_KEY


def test_a_retired_laptop_is_shown_as_such_and_forgotten_after_90_days(team: Team) -> None:
    anna, lead = team.laptop("anna"), team.laptop("lead")
    anna.app.team_status.publish()
    assert states(lead)["Anna"] is S.REPORTING
    lead.app.team.retire(anna.app.team.device, "Laptop ingeleverd")
    assert states(lead)["Anna"] is S.RETIRED
    team.file(anna).unlink()
    lead.passes(timedelta(days=91))
    seen_by(lead)
    lead.passes(DAY)
    assert "Anna" not in states(lead)


def test_a_conflict_copy_of_a_sync_program_is_no_attack(team: Team) -> None:
    anna, bo = team.laptop("anna"), team.laptop("bo")
    anna.app.team_status.publish()
    old = team.file(anna).read_bytes()
    anna.passes(DAY)
    anna.app.team_status.publish()
    team.file(anna).with_name(f"{anna.app.team.device}-LAPTOP.json").write_bytes(old)
    assert states(bo)["Anna"] is S.REPORTING
    assert entries(bo, "status.rejected") == []


def test_a_record_that_was_taken_away_stays_as_it_was_told(team: Team) -> None:
    anna, bo = team.laptop("anna"), team.laptop("bo")
    anna.app.team_status.publish()
    seen_by(bo)
    team.file(anna).unlink()
    row = seen_by(bo)["Anna"]
    assert (row.state, row.problem) == (S.REPORTING, P.GONE)
    bo.passes(timedelta(days=10))
    assert states(bo)["Anna"] is S.SILENT


def test_strangers_files_in_the_folder_cost_nothing(team: Team) -> None:
    anna = team.laptop("anna")
    (team.folder / "status").mkdir()
    (team.folder / "status" / "lijst.json").write_text("{}")
    (team.folder / "status" / "notities.txt").write_text("x")
    assert states(anna) == {"Anna": S.REPORTING}
    assert data(anna, "status.rejected")[0]["device"] is None


def test_heaps_of_strangers_files_fill_no_journal(team: Team) -> None:
    anna, bo = team.laptop("anna"), team.laptop("bo")
    bo.app.team_status.publish()
    for number in range(200):
        (team.folder / "status" / f"rommel-{number}.json").write_bytes(b"x" * 100_000)
    assert states(anna) == {"Anna": S.REPORTING, "Bo": S.REPORTING}
    assert len(entries(anna, "status.rejected")) == 20
