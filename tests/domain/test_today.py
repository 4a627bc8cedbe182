"""The one sentence, the band of thirty days and the next deletion, as functions of what is known."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.deadline import MARGIN_MAX, acts_at
from app.domain.messages import Message, msg
from app.domain.rules import RuleState, RuleStatus
from app.domain.today import (
    BAND_DAYS,
    Going,
    Need,
    NeedAction,
    NeedKind,
    NextDeletion,
    band,
    band_edges,
    day_edges,
    day_words,
    lateness,
    most_urgent_first,
    next_deletion,
    pressing,
    rules_kept,
    sentence_of,
    tray_next_of,
    tray_of,
)
from tests.domain.samples import DAY, HOUR, MONDAY, moments

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ZONES = st.sampled_from(
    [
        AMSTERDAM,
        ZoneInfo("UTC"),
        ZoneInfo("Asia/Kathmandu"),
        ZoneInfo("America/Sao_Paulo"),
        ZoneInfo("Pacific/Auckland"),
    ]
)
MARGINS = st.integers(0, MARGIN_MAX // HOUR).map(lambda hours: hours * HOUR)
ZERO = timedelta(0)


def going(due_at: datetime | None = None, planned_at: datetime | None = None, **changes: object) -> Going:
    values: dict[str, object] = {"copies": 1, "project": "VB-1", "client": "Gemeente Voorbeeldstad", "is_file": True}
    return Going(due_at=due_at, planned_at=planned_at, **(values | changes))  # type: ignore[arg-type]


def need(state: RuleState = RuleState.ATTENTION, kind: NeedKind = NeedKind.FINDINGS_OPEN, **changes: object) -> Need:
    values: dict[str, object] = {
        "id": f"{kind.value}.{state.value}",
        "sentence": msg("today.needs", n=1),
        "action": NeedAction.DECIDE,
    }
    return Need(kind=kind, state=state, **(values | changes))  # type: ignore[arg-type]


def deletion(**changes: object) -> NextDeletion:
    values: dict[str, object] = {
        "at": datetime(2026, 12, 4, 13, 5, tzinfo=UTC),
        "copies": 12,
        "client": "Gemeente Voorbeeldstad",
        "projects": ("VB-1",),
    }
    return NextDeletion(**(values | changes))  # type: ignore[arg-type]


# -- what goes when ---------------------------------------------------------------------------------------------------

spread = st.integers(-10 * 86_400, 90 * 86_400).map(lambda seconds: timedelta(seconds=seconds))


@st.composite
def ends(draw: st.DrawFn, now: datetime) -> tuple[datetime | None, datetime | None]:
    """A deadline and a plan, the plan never later; at least one of them."""
    due_at = draw(st.none() | spread.map(lambda offset: now + offset))
    planned_at = draw(st.none() | spread.map(lambda offset: now + offset)) if due_at is not None else now + draw(spread)
    if due_at is not None and planned_at is not None:
        planned_at = min(due_at, planned_at)
    return due_at, planned_at


@given(st.data(), moments, ZONES, MARGINS)
def test_the_band_counts_each_copy_on_the_day_on_which_it_goes(
    data: st.DataObject, now: datetime, zone: ZoneInfo, margin: timedelta
) -> None:
    """VR-P4: whatever the zone, over both changes of its clocks, with IT's margin."""
    copies = [data.draw(ends(now)) for _ in range(data.draw(st.integers(0, 8)))]
    edges = band_edges(now, zone, margin)
    days = band(counted(copies, edges), now, zone, margin)
    present = now.astimezone(zone).date()
    assert [day.day for day in days] == [present + n * DAY for n in range(BAND_DAYS)]
    assert [day.is_today for day in days] == [True] + [False] * (BAND_DAYS - 1)
    assert all(day.is_weekend == (day.day.isoweekday() > 5) for day in days)
    for day in days:
        moved = [(due, at(due, plan, margin)) for due, plan in copies]
        here = [due for due, moment in moved if max(present, moment.astimezone(zone).date()) == day.day]
        assert day.copies == len(here)
        assert day.overdue == any(due is not None and due <= now for due in here)
        moments = [moment for _, moment in moved if max(present, moment.astimezone(zone).date()) == day.day]
        assert day.first_at == min(moments, default=None)


def at(due_at: datetime | None, planned_at: datetime | None, margin: timedelta) -> datetime:
    if due_at is None:
        assert planned_at is not None
        return planned_at
    return acts_at(due_at, planned_at, margin)


def counted(copies: list[tuple[datetime | None, datetime | None]], edges: tuple[datetime, ...]) -> list[Going]:
    """As the store counts them: alike in plan, and with deadlines between the same edges; the earliest is told."""
    alike: dict[tuple[datetime | None, int | None], list[datetime | None]] = {}
    for due_at, planned_at in copies:
        span = None if due_at is None else sum(due_at > edge for edge in set(edges))
        alike.setdefault((planned_at, span), []).append(due_at)
    return [
        going(min((due for due in dues if due is not None), default=None), planned_at, copies=len(dues))
        for (planned_at, _), dues in alike.items()
    ]


@given(st.data(), moments, ZONES, MARGINS)
def test_the_next_deletion_is_the_first_that_is_ahead_with_all_of_its_day(
    data: st.DataObject, now: datetime, zone: ZoneInfo, margin: timedelta
) -> None:
    copies = [data.draw(ends(now)) for _ in range(data.draw(st.integers(0, 8)))]
    edges = band_edges(now, zone, margin)
    beyond = [due for due, _ in copies if due is not None and due > edges[-1]]
    edges += day_edges(min(beyond), zone, margin) if beyond else ()
    found = next_deletion(counted(copies, edges), now, zone, margin)
    ahead = sorted(moment for due, plan in copies if (moment := at(due, plan, margin)) > now)
    if not ahead:
        assert found is None
        return
    assert found is not None
    assert found.at == ahead[0]
    same = [moment for moment in ahead if moment.astimezone(zone).date() == ahead[0].astimezone(zone).date()]
    assert found.copies == len(same)


@pytest.mark.parametrize("margin", [ZERO, 5 * HOUR])
def test_midnight_belongs_to_the_day_that_begins(margin: timedelta) -> None:
    midnight = datetime(2026, 11, 26, 23, 0, tzinfo=UTC)  # 00:00 on the 27th in Amsterdam
    copies = [(midnight - timedelta(seconds=1) + margin, None), (midnight + margin, None)]
    days = band(counted(copies, band_edges(MONDAY, AMSTERDAM, margin)), MONDAY, AMSTERDAM, margin)
    assert {day.day.day: day.copies for day in days if day.copies} == {26: 1, 27: 1}


def test_what_goes_any_moment_hides_nothing_that_goes_later_the_same_day() -> None:
    """IT's margin has one of them go now, the other in an hour."""
    margin = 24 * HOUR
    copies = [(MONDAY + margin, None), (MONDAY + margin + HOUR, None)]
    found = next_deletion(counted(copies, band_edges(MONDAY, AMSTERDAM, margin)), MONDAY, AMSTERDAM, margin)
    assert found is not None
    assert (found.at, found.copies) == (MONDAY + HOUR, 1)


def test_several_clients_and_copies_elsewhere_are_told_of_the_next_deletion() -> None:
    due = MONDAY + 3 * DAY
    mixed = [
        going(due, copies=12),
        going(due + HOUR, copies=2, client="Waterschap", project="WS-1", is_file=False),
        going(due + 2 * DAY),
    ]
    found = next_deletion(mixed, MONDAY, AMSTERDAM, ZERO)
    assert found == NextDeletion(at=due, copies=14, client=None, projects=("VB-1", "WS-1"), elsewhere=2)


def test_a_copy_that_goes_has_a_moment() -> None:
    with pytest.raises(ValueError, match="deadline or a plan"):
        going().goes_at(ZERO)


# -- needs ------------------------------------------------------------------------------------------------------------


def test_overdue_comes_first_then_attention_unknown_and_what_may_wait() -> None:
    states = (RuleState.OK, RuleState.UNKNOWN, RuleState.OVERDUE, RuleState.ATTENTION)
    found = most_urgent_first([need(state) for state in states])
    assert [n.state for n in found] == [
        RuleState.OVERDUE,
        RuleState.ATTENTION,
        RuleState.UNKNOWN,
        RuleState.OK,
    ]
    early, late, undated = need(since=MONDAY, id="b"), need(since=MONDAY + DAY, id="a"), need(id="c")
    assert most_urgent_first([undated, late, early]) == (early, late, undated)
    assert pressing(found) == found[:3]


def test_rules_that_are_kept_are_counted_among_those_there_are_to_keep() -> None:
    """What is planned or has nothing to keep counts for neither."""
    rules = [RuleStatus(id=state.value, state=state, sentence=msg("rule.planned")) for state in RuleState]
    assert rules_kept(rules) == (1, 4)
    assert rules_kept([]) == (0, 0)


# -- sentences --------------------------------------------------------------------------------------------------------


def sentence(*needs: Need, following: NextDeletion | None = None, now: datetime = MONDAY) -> Message:
    return sentence_of(needs, following, now, AMSTERDAM)


def test_when_all_is_in_order_the_next_deletion_is_told() -> None:
    assert sentence() == msg("today.calm")
    when = msg("today.on-day", day=date(2026, 12, 4))
    assert sentence(following=deletion()) == msg("today.calm-files", when=when, n=12, client="Gemeente Voorbeeldstad")
    assert sentence(following=deletion(client=None)) == msg("today.calm-files-several", when=when, n=12)
    elsewhere = deletion(elsewhere=1)
    assert sentence(following=elsewhere).id == "today.calm-copies"
    assert sentence(following=deletion(client=None, elsewhere=1)).id == "today.calm-copies-several"


def test_what_may_be_done_already_disturbs_no_calm() -> None:
    assert sentence(need(RuleState.OK)) == msg("today.calm")
    assert tray_of([need(RuleState.OK)]) == msg("today.tray-calm")


def test_several_are_counted_and_the_late_ones_named() -> None:
    late, other = need(RuleState.OVERDUE), need(RuleState.UNKNOWN)
    assert sentence(other, need()) == msg("today.needs", n=2)
    assert sentence(late, other) == msg("today.needs-late", n=2, late=1)
    assert sentence(late, late) == msg("today.all-late", n=2)
    assert tray_of([late]) == msg("today.all-late", n=1)
    assert tray_of([other]) == msg("today.needs", n=1)


def test_a_single_need_speaks_for_itself_in_the_window_and_is_counted_in_the_tray() -> None:
    said = msg("today.blocked-late", n=1, late=lateness(MONDAY - HOUR, MONDAY), holder="Excel")
    single = need(RuleState.OVERDUE, NeedKind.BLOCKED, sentence=said)
    assert sentence(single, need(RuleState.OK)) == said
    assert tray_of([single]) == msg("today.all-late", n=1)


@pytest.mark.parametrize("kind", [NeedKind.GUARDS_SILENT, NeedKind.PAUSED])
def test_the_tray_says_why_nobody_looks(kind: NeedKind) -> None:
    single = need(RuleState.UNKNOWN, kind, sentence=msg("today.guards-silent"))
    assert tray_of([single]) == msg("today.guards-silent")
    assert tray_of([single, need()]) == msg("today.needs", n=2)


def test_a_clock_in_doubt_comes_before_everything() -> None:
    clock = need(kind=NeedKind.CLOCK, sentence=msg("today.clock"))
    assert sentence(need(RuleState.OVERDUE), clock) == msg("today.clock")
    assert tray_of([need(RuleState.OVERDUE), clock]) == msg("today.clock")


def test_before_anything_is_set_up_that_is_what_to_do() -> None:
    folder, client = need(RuleState.UNKNOWN, NeedKind.NO_FOLDER), need(RuleState.OK, NeedKind.NO_CLIENT)
    assert sentence(folder, client) == msg("today.nothing-set-up")
    assert tray_of([folder, client]) == msg("today.nothing-set-up")
    assert sentence(folder) == folder.sentence


def test_the_tray_tells_the_next_deletion_by_its_moment_alone() -> None:
    assert tray_next_of(None) == msg("today.tray-none")
    assert tray_next_of(deletion()) == msg("today.tray-next", at=deletion().at)


def test_days_are_said_as_people_say_them() -> None:
    late_evening = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)  # 23:30 in Amsterdam
    assert day_words(late_evening + timedelta(minutes=20), late_evening, AMSTERDAM) == msg("today.on-today")
    assert day_words(late_evening + HOUR, late_evening, AMSTERDAM) == msg("today.on-tomorrow")
    day_after = late_evening + 25 * HOUR
    assert day_words(day_after, late_evening, AMSTERDAM) == msg("today.on-day", day=date(2026, 11, 25))
    far = MONDAY + 400 * DAY
    assert day_words(far, MONDAY, AMSTERDAM) == msg("today.on-moment", at=far)


@pytest.mark.parametrize(
    ("ago", "told"),
    [
        (ZERO, ("today.minutes-late", 1)),
        (timedelta(minutes=119), ("today.minutes-late", 119)),
        (2 * HOUR, ("today.hours-late", 2)),
        (47 * HOUR + timedelta(minutes=59), ("today.hours-late", 47)),
        (2 * DAY, ("today.days-late", 2)),
        (20 * DAY + 23 * HOUR, ("today.days-late", 20)),
    ],
)
def test_how_late_is_told_in_whole_units(ago: timedelta, told: tuple[str, int]) -> None:
    found = lateness(MONDAY - ago, MONDAY)
    assert (found.id, found.arguments["n"]) == told
