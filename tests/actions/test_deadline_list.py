"""What falls due when, and when a person is warned."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from app.actions.deadline_list import DeadlineActions
from app.domain.copy import CopyState
from app.domain.deadline import Trigger
from tests.actions.laptop import DAY, HOUR, WEEK, Laptop


def test_the_list_tells_trigger_state_and_how_late_it_is(laptop: Laptop) -> None:
    """VR-P4"""
    agreement = laptop.usual()
    sealed = laptop.sealed(agreement)
    paper = laptop.app.copies.add_elsewhere("Uitdraai", agreement.id).copy
    assert laptop.app.deadlines.list() == ()  # no end is known yet
    laptop.app.projects.close("P1")
    rows = {row.copy.copy_id: row for row in laptop.app.deadlines.list()}
    assert rows.keys() == {sealed.id, paper.id}
    assert {row.copy.trigger for row in rows.values()} == {Trigger.PROJECT_CLOSED}
    assert rows[sealed.id].copy.due_at == laptop.now + WEEK
    assert rows[sealed.id].seconds_late == 0
    laptop.passes(WEEK + HOUR)
    late = {row.copy.copy_id: row for row in laptop.app.deadlines.list()}[paper.id]
    assert (late.state, late.seconds_late, late.next_warning_at) == (CopyState.OVERDUE, 3600, None)


def test_a_person_is_warned_on_the_last_weekday_before_and_a_day_before(laptop: Laptop) -> None:
    """VR-P4: once for each of the two, and again only when nobody was there to see it."""
    copy = laptop.sealed(laptop.usual(valid_until=datetime(2026, 11, 30, 8, 0, tzinfo=UTC)))  # a Monday
    friday = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)  # 09:00 in Amsterdam
    deadlines = DeadlineActions(laptop.app.office, ZoneInfo("Europe/Amsterdam"))
    assert deadlines.list()[0].next_warning_at == friday
    laptop.passes(friday - laptop.now - timedelta(seconds=1))
    assert deadlines.warnings_due() == ()
    laptop.passes(timedelta(seconds=1))
    assert [c.id for c in deadlines.warnings_due()] == [copy.id]
    assert [c.id for c in deadlines.warnings_due()] == [copy.id]  # nobody was there
    deadlines.mark_warned(deadlines.warnings_due())
    assert deadlines.warnings_due() == ()
    laptop.passes(2 * DAY)
    assert [c.id for c in deadlines.warnings_due()] == [copy.id]
    deadlines.mark_warned(deadlines.warnings_due())
    laptop.passes(DAY)
    assert deadlines.warnings_due() == ()


def test_notes_of_warnings_go_with_the_copies(laptop: Laptop) -> None:
    """VT-B2: nothing is kept longer than it serves."""
    agreement = laptop.usual(valid_until=laptop.now + DAY)
    first = laptop.sealed(agreement, laptop.file("a.xlsx"))
    laptop.app.deadlines.mark_warned((first,))
    laptop.passes(DAY)
    laptop.app.deletion.run_due()
    second = laptop.sealed(laptop.agreement(valid_until=laptop.now + DAY), laptop.file("b.xlsx"))
    laptop.app.deadlines.mark_warned((second,))
    with laptop.app.office.look() as session:
        assert list(session.notes.listing("warned.")) == [f"warned.{second.id}"]


def test_the_earliest_comes_first(laptop: Laptop) -> None:
    laptop.client()
    moments = [laptop.now + timedelta(hours=n % 7 + 1) for n in range(20)]
    for number, until in enumerate(moments):
        laptop.project(f"P{number}")
        agreement = laptop.agreement(f"P{number}", valid_until=until)
        laptop.app.copies.add_elsewhere("papier", agreement.id)
    assert [row.copy.due_at for row in laptop.app.deadlines.list()] == sorted(moments)
