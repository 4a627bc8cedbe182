"""Closing starts the week; reopening, back-dating and what was agreed afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.copy import AskedWhy, CopyState
from app.domain.deadline import Trigger
from app.domain.deletion import Outcome
from app.domain.errors import InputError, NotFoundError
from app.domain.project import ProjectStatus
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import CLIENT, DAY, EVA, GOAL, HOUR, WEEK, Laptop, details


def due(laptop: Laptop, copy_id: str) -> datetime | None:
    return laptop.copy(copy_id).due_at


def test_closing_starts_the_week_to_the_second(laptop: Laptop) -> None:
    """VR-P4, VT-T2: 168 hours after the closing the copy must be gone, and not a second before is it deleted."""
    copy = laptop.sealed(laptop.usual())
    assert copy.due_at is None
    closing = laptop.app.projects.close("P1")
    assert [(item.copy.id, item.due_at, item.action) for item in closing.items] == [
        (copy.id, laptop.now + WEEK, "delete")
    ]
    assert (due(laptop, copy.id), laptop.copy(copy.id).trigger) == (laptop.now + WEEK, Trigger.PROJECT_CLOSED)

    laptop.passes(WEEK - timedelta(seconds=1))
    assert laptop.app.deletion.run_due().items == ()
    laptop.passes(timedelta(seconds=1))
    assert [item.outcome for item in laptop.app.deletion.run_due().items] == [Outcome.DELETED]
    assert [e.data and e.data["copies"] for e in laptop.events("contract.closed")] == [1]


def test_a_week_over_the_end_of_summer_time_is_168_hours(make_laptop: MakeLaptop) -> None:
    """VR-P4: neither an hour more nor less when the clocks change."""
    laptop = make_laptop()
    laptop.clock.set_wall(datetime.fromisoformat("2027-03-25T12:00:00+01:00"))  # summer time begins on 28 March
    laptop.app.clock.confirm()
    copy = laptop.sealed(laptop.usual())
    closed_at = laptop.app.projects.close("P1").closed_at
    found = due(laptop, copy.id)
    assert found is not None
    assert (found - closed_at).total_seconds() == 168 * 3600


def test_the_dry_run_tells_what_goes_and_changes_nothing(laptop: Laptop) -> None:
    agreement = laptop.usual()
    copy = laptop.sealed(agreement)
    phone = laptop.app.copies.add_elsewhere("Foto op mijn telefoon", agreement.id).copy
    before = laptop.app.journal.head()
    plan = laptop.app.projects.close("P1", dry_run=True)
    assert plan.dry_run
    assert {item.copy.id: (item.due_at, item.action) for item in plan.items} == {
        copy.id: (laptop.now + WEEK, "delete"),
        phone.id: (laptop.now + WEEK, "attest"),
    }
    assert laptop.app.journal.head() == before
    assert laptop.app.projects.show("P1").project.status is ProjectStatus.ACTIVE
    assert due(laptop, copy.id) is None


def test_reopening_within_a_day_takes_the_closing_back(laptop: Laptop) -> None:
    copy = laptop.sealed(laptop.usual())
    laptop.app.projects.close("P1")
    laptop.passes(DAY)
    assert laptop.app.projects.reopen("P1", "Toch nog een vraag").project.status is ProjectStatus.ACTIVE
    assert (due(laptop, copy.id), laptop.copy(copy.id).trigger) == (None, None)


def test_reopening_after_a_day_starts_new_work_and_leaves_existing_copies_their_end(laptop: Laptop) -> None:
    """VR-P4: an end that was reached never moves; a new copy starts without one."""
    agreement = laptop.usual()
    old = laptop.sealed(agreement, laptop.file("oud.xlsx"))
    closed_at = laptop.app.projects.close("P1").closed_at
    laptop.passes(DAY + timedelta(seconds=1))
    laptop.app.projects.reopen("P1", "Vervolgopdracht")
    new = laptop.sealed(agreement, laptop.file("nieuw.xlsx"))
    assert (due(laptop, old.id), due(laptop, new.id)) == (closed_at + WEEK, None)

    laptop.passes(DAY)
    second = laptop.app.projects.close("P1").closed_at
    assert (due(laptop, old.id), due(laptop, new.id)) == (closed_at + WEEK, second + WEEK)
    laptop.app.projects.reopen("P1", "Vergissing")
    assert (due(laptop, old.id), due(laptop, new.id)) == (closed_at + WEEK, None)


def test_taking_a_closing_back_gives_an_older_end_back_that_a_stricter_term_had_shortened(laptop: Laptop) -> None:
    """VR-P4: the closing that stood still binds, whatever the one that was taken back had made of it."""
    copy = laptop.sealed(laptop.usual())
    first = laptop.app.projects.close("P1").closed_at
    laptop.passes(2 * DAY)
    laptop.app.projects.reopen("P1", "Vervolg")
    laptop.app.clients.change(CLIENT, details(terms={"deletion-hours": "24"}))
    laptop.passes(DAY)
    second = laptop.app.projects.close("P1").closed_at
    assert due(laptop, copy.id) == second + DAY
    laptop.app.projects.reopen("P1", "Vergissing")
    assert (due(laptop, copy.id), laptop.copy(copy.id).trigger) == (first + WEEK, Trigger.PROJECT_CLOSED)


def test_a_closing_is_taken_back_also_when_the_client_loosened_its_own_term_since(laptop: Laptop) -> None:
    copy = laptop.sealed(laptop.usual())
    laptop.app.clients.change(CLIENT, details(terms={"deletion-hours": "24"}))
    laptop.app.projects.close("P1")
    laptop.app.clients.change(CLIENT, details(terms={"deletion-hours": "72"}))
    assert due(laptop, copy.id) == laptop.now + DAY
    laptop.app.projects.reopen("P1", "Vergissing")
    assert due(laptop, copy.id) is None


def test_a_fulfilled_purpose_keeps_its_end_when_a_closing_is_taken_back(laptop: Laptop) -> None:
    agreement = laptop.usual()
    copy = laptop.sealed(agreement)
    laptop.app.projects.close("P1")
    laptop.passes(HOUR)
    laptop.app.agreements.fulfilled(agreement.id)
    laptop.app.projects.reopen("P1", "Vergissing")
    assert (due(laptop, copy.id), laptop.copy(copy.id).trigger) == (laptop.now + WEEK, Trigger.PURPOSE_FULFILLED)


def test_a_closing_dated_back_beyond_the_week_waits_for_one_confirmation(laptop: Laptop) -> None:
    """VR-P4: a deadline that already lies in the past is asked about before anything is deleted."""
    copy = laptop.sealed(laptop.usual())
    laptop.app.projects.close("P1", laptop.now - 10 * DAY)
    asked = laptop.copy(copy.id)
    assert (asked.state, asked.asked_why, asked.due_at) == (
        CopyState.ASKED,
        AskedWhy.PAST_DEADLINE,
        laptop.now - 3 * DAY,
    )
    assert [item.outcome for item in laptop.app.deletion.run_due().items] == [Outcome.ASKED]
    laptop.app.copies.confirm(copy.id)
    assert [item.outcome for item in laptop.app.deletion.run_due().items] == [Outcome.DELETED]


def test_a_closing_dated_back_that_nobody_confirms_waits_a_day(laptop: Laptop) -> None:
    """VR-P4"""
    laptop.sealed(laptop.usual())
    laptop.app.projects.close("P1", laptop.now - 10 * DAY)
    laptop.passes(DAY - timedelta(seconds=1))
    assert [item.outcome for item in laptop.app.deletion.run_due().items] == [Outcome.ASKED]
    laptop.passes(timedelta(seconds=1))
    assert [item.outcome for item in laptop.app.deletion.run_due().items] == [Outcome.DELETED]


def test_the_formula_counts_for_every_agreement_that_was_there_when_the_closing_was_recorded(laptop: Laptop) -> None:
    """VR-P4: also with a later end of its own, also when the closing is dated back before the agreement."""
    agreement = laptop.usual(valid_until=laptop.now + 60 * DAY)
    copy = laptop.sealed(agreement)
    laptop.passes(DAY)
    closed_at = laptop.now - 2 * DAY  # before the agreement was made
    laptop.app.projects.close("P1", closed_at)
    assert due(laptop, copy.id) == closed_at + WEEK


@settings(max_examples=12)
@given(back=st.integers(0, 200), until=st.integers(1, 400), registered_after=st.booleans())
def test_only_what_was_registered_after_the_closing_was_known_outlives_it(
    tmp_path_factory: pytest.TempPathFactory, back: int, until: int, registered_after: bool
) -> None:
    """VR-P4: due = min(closing + 7 d, end of the agreement), unless the client agreed anew knowing of the closing."""
    laptop = Laptop(tmp_path_factory.mktemp("laptop"))
    try:
        laptop.client()
        laptop.project()
        start = laptop.now
        end = start + 300 * HOUR + until * HOUR
        early = None if registered_after else laptop.agreement(valid_until=end)
        laptop.passes(300 * HOUR)
        closed_at = laptop.now - back * HOUR
        laptop.app.projects.close("P1", closed_at)
        if early is None:
            laptop.passes(HOUR)
            agreement = laptop.agreement(valid_until=end + HOUR)
            expected = end + HOUR
        else:
            agreement, expected = early, min(closed_at + WEEK, end)
        if expected <= laptop.now:
            with pytest.raises(InputError):
                laptop.app.copies.add_elsewhere("papier", agreement.id)
        else:
            copy = laptop.app.copies.add_elsewhere("papier", agreement.id).copy
            assert copy.due_at == expected
    finally:
        laptop.close()


def test_a_hold_outlives_the_closing_until_it_is_withdrawn(laptop: Laptop) -> None:
    """VR-P3: the client asked to keep it."""
    agreement = laptop.usual(hold=True)
    copy = laptop.sealed(agreement)
    plan = laptop.app.projects.close("P1")
    assert [(item.due_at, item.action) for item in plan.items] == [(None, "stays")]
    laptop.passes(30 * DAY)
    assert laptop.app.deletion.run_due().items == ()
    laptop.app.agreements.withdraw(agreement.id, laptop.mail("intrekken.eml", text="Graag wissen"))
    assert due(laptop, copy.id) == laptop.now
    assert [item.outcome for item in laptop.app.deletion.run_due().items] == [Outcome.DELETED]


def test_a_new_agreement_after_the_closing_moves_a_copy_longer_with_its_own_evidence(laptop: Laptop) -> None:
    """VR-P4: longer only by a new agreement."""
    first = laptop.usual()
    copy = laptop.sealed(first)
    laptop.app.projects.close("P1")
    laptop.passes(DAY)
    until = laptop.now + 30 * DAY
    same = laptop.root / "post" / first.evidence.name
    with pytest.raises(InputError) as refused:
        laptop.app.copies.move(copy.id, laptop.agreement(valid_until=until, evidence=same).id)
    assert refused.value.message.id == "copy.move-own-evidence"
    longer = laptop.agreement(valid_until=until)
    laptop.app.copies.move(copy.id, longer.id)
    assert (due(laptop, copy.id), laptop.copy(copy.id).trigger) == (until, Trigger.AGREEMENT_END)


def test_a_plan_only_makes_it_earlier(laptop: Laptop) -> None:
    copy = laptop.sealed(laptop.usual())
    laptop.app.projects.close("P1")
    with pytest.raises(InputError):
        laptop.app.copies.plan(copy.id, laptop.now + WEEK + timedelta(seconds=1))
    with pytest.raises(InputError):
        laptop.app.copies.plan(copy.id, laptop.now - HOUR)
    laptop.app.copies.plan(copy.id, laptop.now + DAY)
    laptop.passes(DAY)
    assert [item.outcome for item in laptop.app.deletion.run_due().items] == [Outcome.DELETED]


def test_closing_keeps_the_records_for_two_calendar_years_and_longer_only_for_the_client(laptop: Laptop) -> None:
    """VT-T3"""
    laptop.client()
    laptop.project()
    closed_at = laptop.app.projects.close("P1").closed_at
    project = laptop.app.projects.show("P1").project
    assert project.retention_until == closed_at.replace(year=closed_at.year + 2)
    laptop.app.clients.change(CLIENT, details(terms={"retention-years": "7"}))
    assert laptop.app.projects.show("P1").project.retention_until == closed_at.replace(year=closed_at.year + 7)
    laptop.app.clients.change(CLIENT, details(terms={"retention-years": "3"}))
    assert laptop.app.projects.show("P1").project.retention_until == closed_at.replace(year=closed_at.year + 7)


def test_what_cannot_be_is_refused_with_one_sentence(laptop: Laptop) -> None:
    laptop.client()
    laptop.project()
    projects = laptop.app.projects
    for act, expected in (
        (lambda: projects.add("p1", CLIENT), "project.exists"),
        (lambda: projects.add("  ", CLIENT), "input.empty"),
        (lambda: projects.add("P\u202e2", CLIENT), "input.characters"),
        (lambda: projects.add("P2", "Onbekend BV"), "store.not-found"),
        (lambda: projects.close("P1", laptop.now + HOUR), "moment.in-future"),
        (lambda: projects.close("P9"), "store.not-found"),
        (lambda: projects.reopen("P1", "waarom"), "project.not-closed"),
        (lambda: projects.add_member("P1", "geen adres"), "input.mailbox"),
        (lambda: projects.add_member("P1", EVA, laptop.now - HOUR), "member.until-past"),
        (lambda: projects.remove_member("P1", EVA), "member.unknown"),
        (lambda: projects.client_request("P1", laptop.root / "niets.eml"), "file.missing"),
    ):
        with pytest.raises(InputError) as refused:
            act()
        assert refused.value.message.id == expected
        assert refused.value.exit_code == 2
    projects.close("P1")
    with pytest.raises(InputError) as refused:
        projects.close("P1")
    assert refused.value.message.id == "project.closed-already"


def test_a_request_for_an_unknown_project_leaves_no_evidence_behind(laptop: Laptop) -> None:
    laptop.client()
    with pytest.raises(NotFoundError):
        laptop.app.projects.client_request("P9", laptop.mail())
    assert list((laptop.data_dir / "evidence").iterdir()) == []


def test_the_client_may_ask_that_records_go_before_their_term(laptop: Laptop) -> None:
    laptop.client()
    laptop.project()
    project = laptop.app.projects.client_request("P1", laptop.mail()).project
    assert project.client_request_evidence is not None
    assert [e.data for e in laptop.events("project.client-request")] == [{"evidence": project.client_request_evidence}]


def test_the_list_counts_what_hangs_on_a_project(laptop: Laptop) -> None:
    agreement = laptop.usual()
    laptop.project("P2")
    laptop.sealed(agreement, laptop.file("a.xlsx"))
    laptop.sealed(laptop.agreement(valid_until=laptop.now + DAY), laptop.file("b.xlsx"))
    laptop.passes(DAY)
    counts = {view.project.code: (view.client, view.copies, view.overdue) for view in laptop.app.projects.list()}
    assert counts == {"P1": (CLIENT, 2, 1), "P2": (CLIENT, 0, 0)}
    assert laptop.app.projects.show("P1") == laptop.app.projects.list()[0]
    laptop.app.projects.close("P2")
    finding = laptop.finding(laptop.file("c.xlsx"))
    assert finding.project_id == laptop.app.projects.show("P1").project.id
    assert [view.open_findings for view in laptop.app.projects.list()] == [1, 0]


def test_a_project_says_when_its_first_copies_go_by_deadline_or_plan(laptop: Laptop) -> None:
    agreement = laptop.usual()
    assert laptop.app.projects.show("P1").next_end is None
    copy = laptop.sealed(agreement, laptop.file("a.xlsx"))
    laptop.sealed(laptop.agreement(valid_until=laptop.now + 3 * DAY), laptop.file("b.xlsx"))
    assert laptop.app.projects.show("P1").next_end == laptop.now + 3 * DAY
    laptop.app.copies.plan(copy.id, laptop.now + DAY)
    assert laptop.app.projects.list()[0].next_end == laptop.now + DAY


def test_a_documentation_folder_that_is_taken_off_the_list_is_not_touched(laptop: Laptop) -> None:
    laptop.client()
    folder = laptop.home / "Plannen"
    folder.mkdir()
    laptop.app.projects.add("P1", CLIENT, documents=(folder,))
    with pytest.raises(InputError):
        laptop.app.projects.remove_documents("P1", str(folder / "anders"))
    assert laptop.app.projects.remove_documents("P1", str(folder)).project.documents == ()
    assert folder.is_dir()
    assert [e.data for e in laptop.events("project.changed")] == [{"fields": ["documents"]}]


def test_a_principal_is_kept_replaced_or_taken_away(laptop: Laptop) -> None:
    laptop.client()
    laptop.project("P1")
    told = [laptop.app.projects.change("P1", principal=who).project.principal for who in ("Marit", None, "Bo", "")]
    assert told == ["Marit", "Marit", "Bo", None]
    with pytest.raises(InputError):
        laptop.app.projects.change("P1", principal="  ")


def test_a_member_who_leaves_keeps_a_row_with_an_end(laptop: Laptop) -> None:
    laptop.client()
    laptop.app.projects.add("P1", CLIENT, goals=(GOAL,), members=(EVA, EVA, "Kim <kim@adviesbureau.example>"))
    assert len(laptop.app.projects.show("P1").project.members) == 2
    view = laptop.app.projects.remove_member("P1", EVA)
    assert {member.name: member.until for member in view.project.members} == {"Eva Smit": laptop.now, "Kim": None}


def test_the_case_of_a_code_can_be_changed_but_not_into_anothers(laptop: Laptop) -> None:
    laptop.client()
    laptop.project("p1")
    laptop.project("P2")
    assert laptop.app.projects.change("p1", new_code="P1").project.code == "P1"
    with pytest.raises(InputError):
        laptop.app.projects.change("P1", new_code="p2")


def test_documents_of_two_projects_never_overlap_and_roots_are_refused(laptop: Laptop) -> None:
    laptop.client()
    documents = laptop.home / "P1"
    (documents / "diep").mkdir(parents=True)
    laptop.app.projects.add("P1", CLIENT, documents=(documents,))
    link = laptop.home / "koppeling"
    link.symlink_to(documents)
    for folder in (documents, documents / "diep", laptop.home, Path("/"), laptop.data_dir, laptop.root, link):
        with pytest.raises(InputError):
            laptop.app.projects.add("P2", CLIENT, documents=(folder,))
    assert [view.project.code for view in laptop.app.projects.list()] == ["P1"]
