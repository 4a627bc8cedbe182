"""When the team is told: once a day at a minute of its own, soon after a state changed, never when somebody works. VT-B2."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.actions.team_status.actions import TeamStatusActions
from app.actions.team_status.sending import share
from app.domain.errors import EnvironmentLacking, GuardError
from app.domain.rules import RuleState
from app.guards.team_status import TeamStatusGuard
from tests.actions.laptop import DAY, HOUR, Laptop, details
from tests.actions.team_status.teams import Team, data

MINUTE = timedelta(minutes=1)


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """With keys that are always the same: minutes follow from them."""
    made = Team(tmp_path, known_keys=True)
    yield made
    made.close()


def sequence(team: Team, laptop: Laptop) -> int:
    return int(json.loads(team.file(laptop).read_bytes())["sequence"])


def runs(laptop: Laptop, telling: TeamStatusActions, span: timedelta, step: timedelta = 5 * MINUTE) -> list[datetime]:
    """The guard looks every so often; gives when something was sent."""
    sent, end = [], laptop.now + span
    while laptop.now < end:
        if telling.publish_if_due(laptop.now):
            sent.append(laptop.now)
        laptop.passes(step)
    return sent


class TestGuard:
    def test_the_first_record_goes_at_once(self, team: Team) -> None:
        anna = team.laptop("anna")
        assert anna.app.team_status.publish_if_due(anna.now)
        assert not anna.app.team_status.publish_if_due(anna.now)

    def test_afterwards_once_a_day(self, team: Team) -> None:
        anna = team.laptop("anna")
        sent = runs(anna, anna.app.team_status, 7 * DAY, 30 * MINUTE)
        zone = anna.app.team_status._desk.zone
        days = [moment.astimezone(zone).date() for moment in sent]
        assert len(set(days)) >= 7
        assert all(days.count(day) == 1 for day in days[1:])

    def test_at_another_minute_each_day_and_on_each_laptop(self, team: Team) -> None:
        anna, bo = team.laptop("anna"), team.laptop("bo")
        moments = []
        for laptop in (anna, bo):
            sent = runs(laptop, laptop.app.team_status, 4 * DAY, 30 * MINUTE)[1:]
            moments += [(moment.hour, moment.minute) for moment in sent]
        assert len(set(moments)) > len(moments) // 2

    def test_a_laptop_that_was_off_at_its_minute_tells_the_same_day(self, team: Team) -> None:
        anna = team.laptop("anna")
        anna.app.team_status.publish()
        anna.passes(DAY + 10 * HOUR + 30 * MINUTE)  # half past eight in the evening, in the Netherlands
        fresh = anna.app.team_status_by(anna.app.office)
        assert len(runs(anna, fresh, 3 * HOUR + 10 * MINUTE)) == 1

    def test_a_laptop_that_slept_through_its_minute_does_not_tell_when_it_woke(self, team: Team) -> None:
        """VT-B2"""
        anna = team.laptop("anna")
        anna.app.team_status.publish()
        telling = anna.app.team_status
        telling.publish_if_due(anna.now)
        sent, woke = [], []
        for _ in range(12):
            anna.passes(DAY - 70 * MINUTE)  # the lid is closed for all but an hour and ten minutes a day
            woke.append(anna.now)
            sent += runs(anna, telling, 70 * MINUTE)
        assert len(sent) >= 6  # every other day at least
        late = [moment - max(awake for awake in woke if awake <= moment) for moment in sent]
        assert len({span for span in late if span >= 5 * MINUTE}) > len(late) // 2

    def test_a_laptop_that_is_awake_for_minutes_only_is_not_silent(self, team: Team) -> None:
        anna = team.laptop("anna")
        anna.app.team_status.publish()
        sent = set()
        for _ in range(6 * 6):
            anna.passes(4 * HOUR)
            if anna.app.team_status.publish_if_due(anna.now):
                sent.add(anna.now.date())
        assert len(sent) >= 3

    def test_a_state_that_changed_is_told_within_the_hour_and_not_at_once(self, team: Team) -> None:
        anna = team.laptop("anna")
        agreement = anna.usual()
        anna.app.team_status.publish()
        anna.app.copies.add(anna.file(), agreement.id)
        anna.app.projects.close("P1")
        before = sequence(team, anna)
        assert runs(anna, anna.app.team_status, 5 * MINUTE, MINUTE) == []
        sent = runs(anna, anna.app.team_status, HOUR)
        assert len(sent) == 1
        assert sequence(team, anna) == before + 1
        assert json.loads(team.file(anna).read_bytes())["next_due"] is not None

    def test_a_state_that_changed_back_meanwhile_is_not_told(self, team: Team) -> None:
        anna = team.laptop("anna")
        anna.app.team_status.publish()
        anna.app.clients.add("Waterschap Voorbeeld", details())
        anna.app.team_status.publish_if_due(anna.now)
        anna.app.clients.change("Waterschap Voorbeeld", details(domains=("waterschap.example",)))
        anna.app.team_status.publish()
        before = sequence(team, anna)
        assert runs(anna, anna.app.team_status, HOUR) == []
        assert sequence(team, anna) == before

    def test_no_more_than_eight_a_day_whatever_changes(self, team: Team) -> None:
        anna = team.laptop("anna")
        anna.usual()
        anna.app.team_status.publish()
        for days in range(40, 26, -1):  # each time another deadline comes first
            agreement = anna.agreement("P1", valid_until=anna.now + days * DAY)
            anna.app.copies.add(anna.file(f"lonen-{days}.xlsx"), agreement.id)
            runs(anna, anna.app.team_status, 50 * MINUTE)
        today = anna.app.team_status._desk.today()
        assert sum(sent.day == today for sent in anna.app.team_status.what_was_sent()) == 8

    def test_sharing_that_is_off_tells_nothing(self, team: Team) -> None:
        anna = team.laptop("anna", team__status="off")
        assert not anna.app.team_status.publish_if_due(anna.now)
        assert anna.app.team_status.publish() is None
        assert anna.app.team_status.status().items[0].person == "Anna"
        assert not (team.folder / "status").exists()

    def test_the_guard_says_when_it_could_not_tell(self, team: Team) -> None:
        anna = team.laptop("anna")
        guard = TeamStatusGuard(anna.app.team_status)
        team.folder.rename(team.root / "weg")
        with pytest.raises(GuardError):
            guard.check(anna.now)
        (team.root / "weg").rename(team.folder)
        assert guard.check(anna.now).state is RuleState.OK
        assert team.file(anna).exists()


class TestPublishing:
    def test_is_journalled_by_day_alone(self, team: Team) -> None:
        """VT-B2: the journal is no beacon of working hours either."""
        anna = team.laptop("anna")
        anna.app.team_status.publish()
        assert data(anna, "status.published") == [{"sequence": 1, "day": "2026-11-23"}]
        with anna.app.office.look() as session:
            entry = session.journal.entries(event="status.published")[0]
        assert (entry.at.hour, entry.at.minute) == (0, 0)

    def test_twice_with_nothing_new_sends_once(self, team: Team) -> None:
        anna = team.laptop("anna")
        assert anna.app.team_status.publish() is not None
        assert anna.app.team_status.publish() is None
        assert sequence(team, anna) == 1

    def test_a_number_is_never_given_twice_though_sending_failed(self, team: Team) -> None:
        """VT-C4"""
        anna = team.laptop("anna")
        anna.app.team_status.publish()
        anna.passes(DAY)
        status = team.folder / "status"
        status.rename(team.folder / "weg")
        status.write_text("a file where the folder should be")
        with pytest.raises(EnvironmentLacking):
            anna.app.team_status.publish()
        status.unlink()
        (team.folder / "weg").rename(status)
        anna.app.team_status.publish()
        assert sequence(team, anna) == 3
        assert [sent.sequence for sent in anna.app.team_status.what_was_sent()] == [3, 1]

    def test_two_processes_at_once_give_two_numbers(self, team: Team) -> None:
        anna, lead = team.laptop("anna"), team.laptop("lead")
        other = anna.again()
        other.__dict__["signer"] = anna.app.signer
        first = anna.app.team_status._sending
        second = other.team_status._sending
        made = [first._make(None), second._make(None)]
        assert [record.sequence for record in made] == [1, 2]
        assert made[1].previous is not None
        assert lead.app.team_status.status().items

    def test_what_was_sent_is_kept_exactly_for_90_days(self, team: Team) -> None:
        anna = team.laptop("anna")
        anna.app.team_status.publish()
        sent = anna.app.team_status.what_was_sent()[0]
        assert sent.document == json.loads(team.file(anna).read_bytes())
        anna.passes(timedelta(days=91))
        anna.app.team_status.status()
        assert [sent.sequence for sent in anna.app.team_status.what_was_sent()] == [2]


@given(st.text(), st.text())
def test_a_share_is_between_nothing_and_all(device: str, day: str) -> None:
    assert 0 <= share(device, day, "minute") < 1


def test_shares_of_laptops_are_spread_evenly() -> None:
    minutes = [int(share(f"laptop-{number}", "2026-11-23", "minute") * 1440) for number in range(10_000)]
    busiest = max(minutes.count(minute) for minute in set(minutes))
    assert busiest <= 25  # 7 on average: 10,000 laptops are no crowd at any minute
