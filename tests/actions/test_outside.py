"""What is outside as a whole: how much, how it stands, what goes first, and what goes on one day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.actions.outside import Outside, OutsideActions
from app.actions.today import TodayActions
from app.domain.agreement import Place
from app.domain.deletion import ResidualKind
from app.domain.moments import ClockState
from app.domain.vault_list import RowState, VaultQuery
from tests.actions.laptop import DAY, DOMAIN, HOUR, WEEK, Laptop

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
RECOVERY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


def outside(laptop: Laptop) -> Outside:
    return laptop.app.outside.outside()


def test_nothing_is_outside_of_a_new_laptop(laptop: Laptop) -> None:
    found = outside(laptop)
    assert (found.copies, found.in_vault, found.late, found.waiting, found.next_at) == (0, 0, 0, 0, None)
    assert found.states == {}


def test_copies_are_counted_by_place_and_by_state(laptop: Laptop) -> None:
    agreement = laptop.usual()
    sealed = [laptop.sealed(agreement, laptop.file(f"{n}.xlsx")) for n in range(3)]
    laptop.app.copies.add(laptop.file("plek.xlsx"), agreement.id, in_place=True)
    laptop.app.copies.add_elsewhere("telefoon", laptop.agreement(place=Place.ELSEWHERE).id)
    laptop.app.vault.open(sealed[0].id)
    laptop.app.deletion.delete_now([sealed[1].id], "klaar")
    finding = laptop.finding(laptop.file("vraag.xlsx"))
    laptop.app.findings.ask([finding.id], f"eva@{DOMAIN}")
    found = outside(laptop)
    assert (found.copies, found.in_vault, found.late, found.waiting) == (4, 2, 0, 1)
    assert found.states == {RowState.KEPT: 3, RowState.CHECKED_OUT: 1, RowState.WAITING: 1}
    assert found.next_at is None


def test_what_is_late_is_counted_apart_and_is_not_the_next_to_go(laptop: Laptop) -> None:
    """VR-P4."""
    first = laptop.usual(valid_until=laptop.now + DAY)
    later = laptop.agreement("P1", valid_until=laptop.now + 5 * DAY)
    for agreement in (first, later, later):
        laptop.sealed(agreement, laptop.file(f"{agreement.id} {len(laptop.app.copies.list())}.xlsx"))
    assert outside(laptop).next_at == first.valid_until
    laptop.passes(DAY)
    found = outside(laptop)
    assert (found.late, found.next_at) == (1, later.valid_until)
    assert found.states == {RowState.KEPT: 2, RowState.OVERDUE: 1}


def test_while_the_time_is_in_doubt_what_is_late_waits_for_it(laptop: Laptop) -> None:
    laptop.sealed(laptop.usual(valid_until=laptop.now + HOUR))
    laptop.passes(timedelta(0))
    laptop.clock.set_wall(laptop.clock.wall + 3 * DAY)
    assert laptop.app.clock.judgement().state is ClockState.SUSPECT
    assert outside(laptop).states == {RowState.WAITING_FOR_TIME: 1}


def test_a_plan_of_the_person_comes_before_the_deadline(laptop: Laptop) -> None:
    copy = laptop.sealed(laptop.usual(valid_until=laptop.now + WEEK))
    plan = laptop.now + 2 * DAY
    laptop.app.copies.plan(copy.id, plan)
    assert outside(laptop).next_at == plan
    laptop.passes(3 * DAY)
    assert outside(laptop).next_at is None  # its moment has come: it is being deleted


def test_the_margin_of_it_counts(make_laptop: Callable[..., Laptop]) -> None:
    laptop = make_laptop(policy={"deletion.margin_hours": 6})
    until = laptop.now + 2 * DAY
    laptop.sealed(laptop.usual(valid_until=until))
    found = outside(laptop)
    assert (found.margin, found.next_at) == (6 * HOUR, until - 6 * HOUR)


def test_a_recovery_key_of_it_is_a_way_in(make_laptop: Callable[..., Laptop]) -> None:
    """What keeps a deletion from being an erasure is said before anything is deleted."""
    assert outside(make_laptop()).ways_in == ()
    (way,) = outside(make_laptop(policy={"vault.recovery_key": RECOVERY})).ways_in
    assert way.kind is ResidualKind.RECOVERY_KEY


def going_on(laptop: Laptop, day: date) -> set[str]:
    """Names of what goes on a day in Amsterdam."""
    app = laptop.app
    actions = OutsideActions(app.office, app.settings, app._residual_rules, AMSTERDAM)
    return {row.name for row in app.vault.page(VaultQuery(goes=actions.going_on(day)), 0, 100).rows}


def ending(laptop: Laptop) -> Laptop:
    """Monday 23 November 2026, 10:00 in Amsterdam, with copies whose ends lie around midnight."""
    moments = {
        "te laat.xlsx": laptop.now - DAY,
        "maandag.xlsx": datetime(2026, 11, 23, 22, 59, 59, tzinfo=UTC),
        "dinsdag vroeg.xlsx": datetime(2026, 11, 23, 23, 0, tzinfo=UTC),
        "dinsdag laat.xlsx": datetime(2026, 11, 24, 22, 59, 59, tzinfo=UTC),
        "woensdag.xlsx": datetime(2026, 11, 24, 23, 0, tzinfo=UTC),
    }
    laptop.clock.advance(-2 * DAY)
    laptop.usual()
    for name, until in moments.items():
        laptop.sealed(laptop.agreement("P1", valid_until=until), laptop.file(name))
    laptop.passes(2 * DAY)
    return laptop


class TestADay:
    def test_is_one_of_the_calendar_of_the_person(self, laptop: Laptop) -> None:
        ending(laptop)
        assert going_on(laptop, date(2026, 11, 24)) == {"dinsdag vroeg.xlsx", "dinsdag laat.xlsx"}
        assert going_on(laptop, date(2026, 11, 27)) == set()

    def test_the_present_one_has_what_should_have_been_gone(self, laptop: Laptop) -> None:
        ending(laptop)
        assert going_on(laptop, date(2026, 11, 23)) == {"te laat.xlsx", "maandag.xlsx"}

    def test_a_plan_counts_and_the_deadline_then_does_not(self, laptop: Laptop) -> None:
        ending(laptop)
        copy = next(view.copy for view in laptop.app.copies.list() if view.copy.name == "woensdag.xlsx")
        laptop.app.copies.plan(copy.id, datetime(2026, 11, 24, 12, 0, tzinfo=UTC))
        assert "woensdag.xlsx" in going_on(laptop, date(2026, 11, 24))
        assert going_on(laptop, date(2026, 11, 25)) == set()

    def test_a_margin_of_it_moves_copies_to_the_day_before(self, make_laptop: Callable[..., Laptop]) -> None:
        laptop = ending(make_laptop(policy={"deletion.margin_hours": 1}))
        assert going_on(laptop, date(2026, 11, 23)) == {"te laat.xlsx", "maandag.xlsx", "dinsdag vroeg.xlsx"}
        assert going_on(laptop, date(2026, 11, 24)) == {"dinsdag laat.xlsx", "woensdag.xlsx"}

    @pytest.mark.parametrize("margin", [0, 5])
    def test_is_the_one_of_the_band(self, make_laptop: Callable[..., Laptop], margin: int) -> None:
        """Who presses a mark of the overview's band sees as many copies as the mark said."""
        laptop = ending(make_laptop(policy={"deletion.margin_hours": margin}))
        band = TodayActions(laptop.app.office, laptop.app.status, laptop.app.settings, AMSTERDAM).today().band
        assert sum(day.copies for day in band) == 5
        assert [len(going_on(laptop, day.day)) for day in band] == [day.copies for day in band]
