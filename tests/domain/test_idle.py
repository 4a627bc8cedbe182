"""When a computer that nobody touches is locked: limit, countdown, grace of a call. VR-P6."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.idle import (
    COUNTDOWN,
    COUNTDOWN_AFTER_GRACE,
    IDLE_ON_THE_ROAD,
    LONGEST_GRACE,
    LONGEST_LIMIT,
    SHORTEST_LIMIT,
    IdleState,
    IdleStep,
    IdleTerms,
    Phase,
    step,
    terms_for,
    wants_to_know_whether_engaged,
)
from tests.fakes import FakeClock

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
ORDINARY = IdleTerms(limit=5 * MINUTE, grace=60 * MINUTE)
ROAD = IdleTerms(limit=IDLE_ON_THE_ROAD)

durations = st.timedeltas(min_value=timedelta(0), max_value=3 * HOUR)
terms = st.builds(
    terms_for,
    limit=st.timedeltas(min_value=timedelta(0), max_value=2 * HOUR),
    grace=st.timedeltas(min_value=timedelta(0), max_value=3 * HOUR),
    system_limit=st.none() | st.timedeltas(min_value=timedelta(0), max_value=2 * HOUR),
    on_the_road=st.booleans(),
)


@dataclass
class Desk:
    """A person who comes and goes, calls that begin and end, and somebody who looks when the machine asks to."""

    terms: IdleTerms
    clock: FakeClock = field(default_factory=FakeClock)
    engaged: bool = False
    state: IdleState = field(default_factory=IdleState)
    touched_at: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.touched_at = self.clock.now()

    @property
    def idle(self) -> timedelta:
        return self.clock.now() - self.touched_at

    def touch(self) -> None:
        self.touched_at = self.clock.now()

    def look(self) -> IdleStep:
        found = step(self.state, self.idle, self.terms, engaged=self.engaged)
        self.state = found.state
        return found

    def passes(self, length: timedelta) -> IdleStep:
        """Look as often as the machine asks, until `length` passed or it is time to lock."""
        end = self.clock.now() + length
        found = self.look()
        while found.phase is not Phase.DUE and self.clock.now() < end:
            self.clock.advance(min(found.look_in, end - self.clock.now()))
            found = self.look()
        return found


class TestTerms:
    """Settings: default 300 s; IT 60-900; the stricter of ours and the system's."""

    @given(terms)
    def test_nothing_is_looser_than_the_procedure(self, found: IdleTerms) -> None:
        """VR-P6"""
        assert timedelta(0) < found.limit <= LONGEST_LIMIT
        assert timedelta(0) <= found.grace <= LONGEST_GRACE

    @given(limit=st.timedeltas(min_value=SHORTEST_LIMIT, max_value=LONGEST_LIMIT), system=durations)
    def test_the_stricter_wins(self, limit: timedelta, system: timedelta) -> None:
        """VR-P6"""
        found = terms_for(limit=limit, grace=HOUR, system_limit=system)
        assert found.limit == (min(limit, system) if system else limit)

    def test_on_the_road_it_is_two_minutes_and_no_grace(self) -> None:
        """VR-P6"""
        assert timedelta(seconds=120) == IDLE_ON_THE_ROAD
        assert terms_for(limit=5 * MINUTE, grace=HOUR, on_the_road=True) == ROAD
        assert terms_for(limit=MINUTE, grace=HOUR, on_the_road=True).limit == MINUTE
        assert not ROAD.has_grace

    def test_a_grace_that_ends_before_the_limit_is_none(self) -> None:
        assert not IdleTerms(limit=5 * MINUTE, grace=5 * MINUTE).has_grace
        assert IdleTerms(limit=5 * MINUTE, grace=6 * MINUTE).has_grace


class TestOrdinary:
    def test_thirty_seconds_before_the_end_it_counts_down(self) -> None:
        """VR-P6"""
        desk = Desk(ORDINARY)
        found = desk.look()
        assert (found.phase, found.look_in) == (Phase.ATTENDED, 5 * MINUTE - COUNTDOWN)
        found = desk.passes(4 * MINUTE + 30 * SECOND)
        assert (found.phase, found.left) == (Phase.COUNTDOWN, COUNTDOWN)
        found = desk.passes(COUNTDOWN)
        assert (found.phase, desk.idle) == (Phase.DUE, 5 * MINUTE)

    def test_any_input_ends_the_countdown(self) -> None:
        """VR-P6"""
        desk = Desk(ORDINARY)
        assert desk.passes(4 * MINUTE + 50 * SECOND).phase is Phase.COUNTDOWN
        desk.touch()
        found = desk.look()
        assert (found.phase, found.left) == (Phase.ATTENDED, 5 * MINUTE)
        assert desk.passes(HOUR).phase is Phase.DUE
        assert desk.idle == 5 * MINUTE

    def test_a_limit_of_a_minute_counts_down_too(self) -> None:
        desk = Desk(IdleTerms(limit=MINUTE))
        assert desk.passes(31 * SECOND).phase is Phase.COUNTDOWN
        assert desk.passes(MINUTE).phase is Phase.DUE

    @pytest.mark.parametrize("limit", [10 * SECOND, 30 * SECOND])
    def test_a_system_that_is_stricter_than_the_countdown_is_counted_from_the_start(self, limit: timedelta) -> None:
        found = Desk(IdleTerms(limit=limit)).look()
        assert (found.phase, found.left) == (Phase.COUNTDOWN, limit)

    def test_a_machine_that_was_not_looked_at_for_long_is_due(self) -> None:
        assert step(IdleState(), 3 * HOUR, ORDINARY).phase is Phase.DUE


class TestGrace:
    def test_a_call_keeps_it_open_for_an_hour_without_input(self) -> None:
        """VR-P6"""
        desk = Desk(ORDINARY, engaged=True)
        assert desk.passes(57 * MINUTE).phase is Phase.GRACE
        found = desk.passes(MINUTE)
        assert (found.phase, found.left) == (Phase.LAST_OF_GRACE, COUNTDOWN_AFTER_GRACE)
        assert desk.passes(HOUR).phase is Phase.DUE
        assert desk.idle == LONGEST_GRACE

    def test_input_renews_it(self) -> None:
        """VR-P6"""
        desk = Desk(ORDINARY, engaged=True)
        for _ in range(3):
            assert desk.passes(50 * MINUTE).phase is Phase.GRACE
            desk.touch()
            assert desk.look().phase is Phase.ATTENDED
        assert desk.passes(3 * HOUR).phase is Phase.DUE
        assert desk.idle == LONGEST_GRACE

    def test_a_call_that_ends_leaves_two_minutes(self) -> None:
        """VR-P6"""
        desk = Desk(ORDINARY, engaged=True)
        desk.passes(20 * MINUTE)
        desk.engaged = False
        found = desk.look()
        assert (found.phase, found.left) == (Phase.LAST_OF_GRACE, COUNTDOWN_AFTER_GRACE)
        assert desk.passes(HOUR).phase is Phase.DUE
        assert desk.idle == 22 * MINUTE

    def test_a_call_that_comes_and_goes_lengthens_nothing_beyond_the_hour(self) -> None:
        """VR-P6"""
        desk = Desk(ORDINARY)
        found = desk.look()
        while found.phase is not Phase.DUE:
            desk.engaged = not desk.engaged
            desk.clock.advance(min(found.look_in, 17 * SECOND))
            found = desk.look()
            assert desk.idle < 2 * HOUR
        assert desk.idle <= LONGEST_GRACE

    def test_a_call_that_ends_while_somebody_works_changes_nothing(self) -> None:
        desk = Desk(ORDINARY, engaged=True)
        desk.passes(2 * MINUTE)
        desk.engaged = False
        assert desk.passes(HOUR).phase is Phase.DUE
        assert desk.idle == 5 * MINUTE

    def test_a_call_that_begins_in_the_countdown_stops_it(self) -> None:
        desk = Desk(ORDINARY)
        assert desk.passes(4 * MINUTE + 40 * SECOND).phase is Phase.COUNTDOWN
        desk.engaged = True
        assert desk.look().phase is Phase.GRACE

    def test_on_the_road_a_call_gives_none(self) -> None:
        """VR-P6"""
        desk = Desk(ROAD, engaged=True)
        assert desk.passes(HOUR).phase is Phase.DUE
        assert desk.idle == IDLE_ON_THE_ROAD

    def test_whether_there_is_a_call_is_asked_only_when_it_matters(self) -> None:
        assert not wants_to_know_whether_engaged(4 * MINUTE, ORDINARY)
        assert wants_to_know_whether_engaged(4 * MINUTE + 30 * SECOND, ORDINARY)
        assert not wants_to_know_whether_engaged(HOUR, ROAD)

    def test_leaving_for_the_road_in_the_middle_of_a_call_ends_the_grace(self) -> None:
        """VR-P6"""
        desk = Desk(ORDINARY, engaged=True)
        desk.passes(20 * MINUTE)
        desk.terms = ROAD
        assert desk.look().phase is Phase.DUE


class TestAlways:
    """What holds for whatever a person, their calls and IT do."""

    @given(
        terms=terms,
        doings=st.lists(
            st.tuples(
                st.sampled_from(["touch", "call", "hang up", "nothing"]), st.timedeltas(timedelta(0), 30 * MINUTE)
            ),
            max_size=12,
        ),
    )
    def test_never_open_for_longer_than_allowed(self, terms: IdleTerms, doings: list[tuple[str, timedelta]]) -> None:
        """VR-P6: nor locked earlier; and a countdown that is not passed over comes before it."""
        desk = Desk(terms)
        for doing, length in doings:
            if doing == "touch":
                desk.touch()
            else:
                desk.engaged = {"call": True, "hang up": False, "nothing": desk.engaged}[doing]
            found = desk.passes(length)
            assert desk.idle <= max(terms.limit, terms.grace) + timedelta(seconds=0.1)
            if found.phase is Phase.DUE:
                assert desk.idle >= terms.limit
                assert found.look_in == timedelta(0)
                return
            assert found.left > timedelta(0)
            assert timedelta(0) < found.look_in

    @given(idle=durations, before=durations, terms=terms, engaged=st.booleans())
    def test_what_is_left_and_the_next_look_never_pass_the_end(
        self, idle: timedelta, before: timedelta, terms: IdleTerms, engaged: bool
    ) -> None:
        found = step(IdleState(idle=before), idle, terms, engaged=engaged)
        assert (found.phase is Phase.DUE) is (found.left == timedelta(0))
        assert found.state.idle == idle
        assert found.look_in <= max(found.left, timedelta(seconds=0.05))

    @given(idle=durations, terms=terms)
    def test_without_a_call_the_limit_is_the_limit(self, idle: timedelta, terms: IdleTerms) -> None:
        """VR-P6"""
        assert (step(IdleState(), idle, terms).phase is Phase.DUE) is (idle >= terms.limit)
