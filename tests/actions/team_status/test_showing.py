"""What the lead sees, what everybody sees of themselves, and for how long it is remembered. VR-P7, VT-B2, VT-C1."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.actions.access import AccessDenied
from app.domain.errors import InputError
from app.domain.rules import RuleState
from app.domain.team_board import Reach
from app.domain.team_view import LaptopState
from tests.actions.laptop import DAY, HOUR, WEEK, Laptop
from tests.actions.team_status.teams import Team, by_person, data, seen_by, states

S = LaptopState


def rule(laptop: Laptop, id_: str) -> tuple[RuleState, str]:
    found = next(rule for rule in laptop.app.status.status().rules if rule.id == id_)
    return found.state, found.sentence.id


class TestRows:
    def test_a_laptop_sees_itself_before_it_ever_told_anything(self, team: Team) -> None:
        anna = team.laptop("anna")
        [row] = anna.app.team_status.status(refresh=False).items
        assert (row.person, row.state, row.is_own, row.overdue) == ("Anna", S.REPORTING, True, 0)

    def test_looking_tells_the_team_of_oneself_too(self, team: Team) -> None:
        anna, bo = team.laptop("anna"), team.laptop("bo")
        assert sorted(seen_by(anna)) == ["Anna"]
        assert sorted(seen_by(bo)) == ["Anna", "Bo"]

    def test_an_overdue_deletion_stands_on_top_with_its_project(self, team: Team) -> None:
        anna, lead = team.laptop("anna"), team.laptop("lead")
        agreement = anna.usual()
        anna.app.copies.add(anna.file(), agreement.id)
        anna.app.projects.close("P1")
        for laptop in (anna, lead):
            laptop.app.cards.publish()
        me = anna.app.team.whoami()
        lead.app.team.accept(me.device, me.fingerprint)
        lead.app.cards.pull()
        anna.passes(WEEK + HOUR)
        anna.app.team_status.publish()
        status = lead.app.team_status.status()
        assert (status.items[0].person, status.items[0].overdue) == ("Anna", 1)
        assert "VR-P4" in status.items[0].wanting
        [project] = status.projects
        assert (project.code, project.client, project.overdue, project.is_closed, project.laptops) == (
            "P1",
            "Gemeente Voorbeeldstad",
            1,
            True,
            1,
        )
        assert status.open_items[0].what in {"overdue", "VR-P4"}

    def test_no_name_of_a_client_or_file_is_in_what_was_sent(self, team: Team) -> None:
        """VT-B2"""
        anna = team.laptop("anna")
        agreement = anna.usual()
        anna.app.copies.add(anna.file("salarissen-voorbeeldstad.xlsx"), agreement.id)
        anna.app.team_status.publish()
        sent = team.file(anna).read_text("utf-8").lower()
        for word in ("voorbeeldstad", "salaris", ".xlsx", str(anna.home).lower(), "eva", "09:00"):
            assert word not in sent
        assert json.loads(sent)["projects"] != {}

    def test_late_and_silent_by_the_terms_of_it(self, team: Team) -> None:
        anna = team.laptop("anna")
        anna.app.team_status.publish()
        lead = team.laptop("lead", team__late_days=2, team__silent_days=5)
        assert states(lead)["Anna"] is S.REPORTING
        lead.passes(2 * DAY)
        assert states(lead)["Anna"] is S.LATE
        lead.passes(3 * DAY)
        assert states(lead)["Anna"] is S.SILENT


class TestRoles:
    def test_where_leads_are_named_others_see_themselves_alone(self, team: Team) -> None:
        """VT-C1"""
        lead = team.laptop("lead")
        anna = team.laptop("anna", team__leads=(lead.app.team.device,))
        lead.app.team_status.publish()
        status = anna.app.team_status.status()
        assert (sorted(by_person(status)), status.is_whole) == (["Anna"], False)
        assert status.coverage.missing == ()
        assert "team.own-only" in [notice.id for notice in status.notices]
        assert data(anna, "access.denied") != []

    def test_a_lead_by_policy_sees_all(self, team: Team) -> None:
        lead = team.laptop("lead")
        lead.policy["team.leads"] = ("x" * 26,)
        assert not lead.app.team_status.status().is_whole
        lead.policy["team.leads"] = (lead.app.team.device,)
        assert lead.app.team_status.status().is_whole

    def test_the_report_is_for_leads(self, team: Team, tmp_path: Path) -> None:
        """VT-C1"""
        anna = team.laptop("anna", team__leads=("x" * 26,))
        with pytest.raises(AccessDenied):
            anna.app.team_status.report(tmp_path / "team.pdf")
        assert not (tmp_path / "team.pdf").exists()


class TestCoverage:
    """VR-P7"""

    MEMBERS = ("Anna <anna@adviesbureau.example>", "Dana <dana@adviesbureau.example>", "lead@adviesbureau.example")

    def test_who_does_not_report_is_named_to_the_lead(self, team: Team) -> None:
        anna, lead = team.laptop("anna"), team.laptop("lead", team__members=self.MEMBERS)
        anna.app.team_status.publish()
        assert rule(lead, "VR-P7") == (RuleState.UNKNOWN, "rule.coverage-not-read")
        status = lead.app.team_status.status()
        assert (status.coverage.expected, status.coverage.reporting, status.coverage.missing) == (3, 2, ("Dana",))
        assert status.needs_attention
        assert rule(lead, "VR-P7") == (RuleState.ATTENTION, "rule.coverage-missing")

    def test_when_all_report_the_rule_is_kept_and_a_week_later_nobody_knows(self, team: Team) -> None:
        anna, lead = team.laptop("anna"), team.laptop("lead", team__members=self.MEMBERS[::2])
        anna.app.team_status.publish()
        lead.app.team_status.status()
        assert rule(lead, "VR-P7") == (RuleState.OK, "rule.coverage-full")
        lead.passes(WEEK + DAY)
        assert rule(lead, "VR-P7")[0] is RuleState.UNKNOWN

    def test_without_a_list_and_for_who_sees_only_themselves_it_does_not_apply(self, team: Team) -> None:
        assert rule(team.laptop("anna"), "VR-P7") == (RuleState.NOT_APPLICABLE, "rule.no-staff-list")
        bo = team.laptop("bo", team__members=self.MEMBERS, team__leads=("x" * 26,))
        assert rule(bo, "VR-P7") == (RuleState.NOT_APPLICABLE, "rule.coverage-lead")


class TestConsent:
    """VT-B4: the works council, or staff, comes before a record leaves the laptop."""

    @pytest.mark.parametrize(
        ("day", "state"),
        [("", RuleState.ATTENTION), ("binnenkort", RuleState.ATTENTION), ("2027-01-01", RuleState.ATTENTION)],
    )
    def test_without_a_date_it_is_asked_for(self, team: Team, day: str, state: RuleState) -> None:
        anna = team.laptop("anna", team__council_date=day)
        assert rule(anna, "VT-B4")[0] is state

    def test_with_a_date_it_is_in_order(self, team: Team) -> None:
        assert rule(team.laptop("anna"), "VT-B4")[0] is RuleState.OK

    def test_where_nothing_leaves_the_laptop_no_consent_is_needed(self, team: Team) -> None:
        off = team.laptop("anna", team__council_date="", team__status="off")
        alone = team.laptop("bo", team__council_date="", remote__folder="")
        assert (rule(off, "VT-B4")[0], rule(alone, "VT-B4")[0]) == (RuleState.OK, RuleState.OK)
        assert alone.app.team_status.who_can_read().reach is Reach.NOBODY

    def test_the_team_view_says_so_and_doctor_too(self, team: Team) -> None:
        anna = team.laptop("anna", team__council_date="")
        assert "team.no-consent" in [notice.id for notice in anna.app.team_status.status().notices]
        checks = {check.id: (check.state.value, check.sentence.id) for check in anna.app.doctor.checks()}
        assert checks["team-consent"] == ("attention", "team.no-consent")
        assert checks["team-status"] == ("ok", "team.readers-folder")


class TestHistory:
    def test_a_day_is_counted_as_it_was_last_seen(self, team: Team) -> None:
        anna, lead = team.laptop("anna"), team.laptop("lead")
        for _ in range(3):
            anna.app.team_status.publish()
            lead.app.team_status.status()
            anna.passes(DAY)
        history = lead.app.team_status.status().history
        assert [day.day for day in history] == [date(2026, 11, 23) + timedelta(days=days) for days in range(4)]
        assert [(day.laptops, day.reporting) for day in history] == [(2, 2)] * 4

    def test_days_on_which_nobody_looked_are_left_out(self, team: Team) -> None:
        lead = team.laptop("lead")
        lead.app.team_status.status()
        lead.passes(5 * DAY)
        assert len(lead.app.team_status.status().history) == 2

    def test_what_stands_open_is_told_since_it_was_first_seen_and_90_days_at_most(self, team: Team) -> None:
        anna, lead = team.laptop("anna"), team.laptop("lead")
        first = lead.app.team_status._desk.today()
        for days in (0, 1, 30, 60, 120):
            anna.passes(first + timedelta(days=days) - anna.app.team_status._desk.today())
            anna.app.team_status.publish()
            items = [item for item in lead.app.team_status.status().open_items if item.person == "Anna"]
            assert items
            since = max(first, lead.app.team_status._desk.today() - timedelta(days=90))
            assert {item.since for item in items} == {since}

    def test_what_was_solved_is_not_open_and_begins_anew(self, team: Team) -> None:
        anna, lead = team.laptop("anna"), team.laptop("lead")
        anna.usual()
        anna.app.team_status.publish()
        lead.app.team_status.status()
        assert "VR-P6" in {item.what for item in lead.app.team_status.status().open_items}

    def test_of_a_laptop_nothing_older_than_90_days_is_kept(self, team: Team) -> None:
        """VT-B2"""
        anna, lead = team.laptop("anna"), team.laptop("lead")
        anna.app.team_status.publish()
        lead.app.team_status.status()
        lead.app.team.retire(anna.app.team.device, "Uit dienst")
        lead.passes(timedelta(days=91))
        lead.app.team_status.status()
        with lead.app.office.look() as session:
            spans = session.team_records.open_on(date(2026, 11, 23))
        assert spans == []


class TestTelling:
    def test_the_preview_is_the_record_that_is_sent(self, team: Team) -> None:
        anna = team.laptop("anna")
        shown = anna.app.team_status.preview()
        assert (shown.before, shown.will_send, shown.readers.reach) == (None, True, Reach.FOLDER)
        anna.app.team_status.publish()
        sent = json.loads(team.file(anna).read_bytes())
        changing = {"signature"}
        assert {k: v for k, v in shown.document.items() if k not in changing} == {
            k: v for k, v in sent.items() if k not in changing
        }
        assert json.loads(shown.text) == shown.document

    def test_it_tells_what_changed(self, team: Team) -> None:
        anna = team.laptop("anna")
        anna.app.team_status.publish()
        assert "rules.VR-P1b.state" not in anna.app.team_status.preview().changed
        anna.client(domains=())
        shown = anna.app.team_status.preview()
        assert "rules.VR-P1b.state" in shown.changed
        assert "signature" not in shown.changed
        anna.app.team_status.publish()
        assert "rules.VR-P1b.state" in anna.app.team_status.what_was_sent()[0].changed

    def test_a_preview_sends_nothing(self, team: Team) -> None:
        anna = team.laptop("anna")
        anna.app.team_status.preview()
        assert not (team.folder / "status").exists()
        assert anna.app.team_status.what_was_sent() == ()

    def test_who_looked_is_told_by_day_in_the_leads_own_record(self, team: Team) -> None:
        anna, lead = team.laptop("anna"), team.laptop("lead")
        anna.app.team_status.publish()
        for _ in range(3):
            lead.app.team_status.status()
        lead.passes(DAY)
        lead.app.team_status.status()
        anna.app.team_status.status()
        looks = anna.app.team_status.who_looked()
        assert [(look.person, look.day, look.times) for look in looks.items] == [("Lead", date(2026, 11, 23), 3)]
        assert [told["day"] for told in data(lead, "team.looked")] == ["2026-11-23", "2026-11-24"]

    def test_looking_at_oneself_is_no_look(self, team: Team) -> None:
        anna = team.laptop("anna")
        anna.app.team_status.status()
        assert data(anna, "team.looked") == []


class TestOffline:
    def test_a_folder_that_is_not_there_shows_what_was_known(self, team: Team) -> None:
        anna, lead = team.laptop("anna"), team.laptop("lead")
        anna.app.team_status.publish()
        before = lead.app.team_status.status()
        team.folder.rename(team.root / "weg")
        lead.passes(HOUR)
        status = lead.app.team_status.status()
        assert sorted(by_person(status)) == ["Anna", "Lead"]
        assert status.as_of == before.as_of
        assert "team.not-reached" in [notice.id for notice in status.notices]

    def test_nothing_was_ever_read(self, team: Team) -> None:
        anna = team.laptop("anna")
        team.folder.rmdir()
        status = anna.app.team_status.status()
        assert (status.as_of, [row.person for row in status.items]) == (None, ["Anna"])


class TestReport:
    def test_a_period_that_ends_before_it_begins_is_refused(self, team: Team, tmp_path: Path) -> None:
        with pytest.raises(InputError):
            team.laptop("anna").app.team_status.report(tmp_path / "t.csv", date(2026, 11, 2), date(2026, 11, 1))

    def test_names_no_person_client_or_project(self, team: Team, tmp_path: Path) -> None:
        anna, lead = team.laptop("anna"), team.laptop("lead")
        anna.usual()
        anna.app.team_status.publish()
        for ending in ("csv", "json"):
            lead.app.team_status.report(tmp_path / f"team.{ending}")
            text = (tmp_path / f"team.{ending}").read_text("utf-8")
            assert anna.app.team.device in text
            for word in ("Anna", "adviesbureau.example", "Voorbeeldstad", "P1\n"):
                assert word not in text
        assert [told["laptops"] for told in data(lead, "team.reported")] == [2, 2]
