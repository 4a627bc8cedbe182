"""When a person is told what is news, and in which words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.messages import Message
from app.domain.toast import (
    LATER,
    LEAST_LATER,
    LONGEST_GATHER,
    MOST_A_DAY,
    PAUSE,
    News,
    Spot,
    Told,
    Topic,
    after_seeing,
    after_telling,
    is_later_due,
    lowered,
    next_morning,
    put_off,
    to_tell,
    unlocked,
)
from app.domain.toast_text import toast_of

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday, 10:00 in Amsterdam
FRIDAY = NOW + timedelta(days=4)
SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def news(topic: Topic = Topic.FINDINGS, age: timedelta = HOUR, count: int = 1, **values: object) -> News:
    """By default old enough to be told; `age` of both its first and its last."""
    given_values = {"began_at": NOW - age, "latest_at": NOW - age} | values
    return News(topic=topic, count=count, **given_values)  # type: ignore[arg-type]


def told(*items: News, at: datetime = NOW, before: Told | None = None) -> Told:
    return after_telling(before or Told(), items, at, ZONE)


def topics(items: tuple[News, ...]) -> list[Topic]:
    return [item.topic for item in items]


class TestBursts:
    def test_a_burst_is_told_when_it_is_over(self) -> None:
        burst = news(count=40, began_at=NOW - MINUTE, latest_at=NOW - 19 * SECOND)
        assert to_tell([burst], Told(), NOW, ZONE) == ()
        assert to_tell([burst], Told(), NOW + SECOND, ZONE) == (burst,)

    def test_files_that_keep_coming_are_told_after_three_minutes(self) -> None:
        stream = news(began_at=NOW - LONGEST_GATHER, latest_at=NOW)
        assert to_tell([stream], Told(), NOW, ZONE) == (stream,)

    def test_a_state_that_solves_itself_within_two_minutes_is_no_news(self) -> None:
        blocked = news(Topic.DELETION_BLOCKED, age=2 * MINUTE - SECOND)
        assert to_tell([blocked], Told(), NOW, ZONE) == ()
        assert to_tell([blocked], Told(), NOW + SECOND, ZONE) == (blocked,)

    def test_what_comes_within_minutes_is_told_together(self) -> None:
        blocked, burst = news(Topic.DELETION_BLOCKED), news(age=5 * SECOND)
        assert to_tell([blocked, burst], Told(), NOW, ZONE) == ()
        assert topics(to_tell([blocked, burst], Told(), NOW + MINUTE, ZONE)) == [Topic.DELETION_BLOCKED, Topic.FINDINGS]

    def test_a_state_that_is_not_sure_to_last_does_not_come_along(self) -> None:
        assert topics(to_tell([news(), news(Topic.DELETION_BLOCKED, age=SECOND)], Told(), NOW, ZONE)) == [
            Topic.FINDINGS
        ]

    def test_a_lock_that_failed_waits_for_nothing(self) -> None:
        """VR-P6"""
        failed = news(Topic.LOCK_FAILED, age=timedelta(0))
        busy = told(*(news(topic) for topic in Topic), at=NOW - SECOND)
        assert topics(to_tell([failed, news(age=SECOND)], busy, NOW, ZONE)) == [Topic.LOCK_FAILED]


class TestBudget:
    def test_findings_interrupt_once_a_day(self) -> None:
        """At most one interruption a person and day."""
        known = told(news())
        assert to_tell([news(act_by=NOW + DAY)], known, NOW + HOUR, ZONE) == ()
        assert to_tell([news(act_by=NOW + DAY)], known, NOW + DAY, ZONE)

    def test_the_day_is_the_persons_own(self) -> None:
        late = NOW.replace(hour=22, minute=30)
        assert to_tell([news()], told(news(), at=late), late + 20 * MINUTE, ZONE) == ()
        assert to_tell([news()], told(news(), at=late), late + 40 * MINUTE, ZONE)

    def test_a_second_time_where_the_next_morning_is_too_late(self) -> None:
        """VR-P3: found on Friday, to be decided on Saturday."""
        known = told(news(), at=FRIDAY)
        found = news(began_at=FRIDAY, latest_at=FRIDAY, act_by=FRIDAY + DAY)
        assert to_tell([found], known, FRIDAY + HOUR, ZONE) == (found,)
        assert to_tell([found], told(found, before=known, at=FRIDAY + HOUR), FRIDAY + 2 * HOUR, ZONE) == ()

    def test_all_topics_together_interrupt_a_few_times_a_day(self) -> None:
        known, at = Told(), NOW
        for topic in list(Topic)[1 : MOST_A_DAY + 1]:
            assert to_tell([news(topic)], known, at, ZONE)
            known, at = told(news(topic), before=known, at=at), at + PAUSE
        assert to_tell([news(Topic.FINDINGS)], known, at, ZONE) == ()

    def test_two_toasts_do_not_follow_each_other_closely(self) -> None:
        known = told(news())
        assert to_tell([news(Topic.DELETION_SOON)], known, NOW + PAUSE - SECOND, ZONE) == ()
        assert to_tell([news(Topic.DELETION_SOON)], known, NOW + PAUSE, ZONE)

    def test_a_clock_that_was_set_back_does_not_silence(self) -> None:
        assert to_tell([news(Topic.DELETION_SOON, age=2 * DAY)], told(news()), NOW - DAY, ZONE)

    def test_what_may_not_interrupt_comes_along_with_what_may(self) -> None:
        later = NOW + PAUSE
        assert len(to_tell([news(), news(Topic.DELETION_SOON)], told(news()), later, ZONE)) == 2

    def test_the_next_morning_is_of_a_weekday(self) -> None:
        assert next_morning(NOW, ZONE) == datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
        assert next_morning(FRIDAY, ZONE) == datetime(2026, 11, 30, 8, 0, tzinfo=UTC)

    @given(st.lists(st.tuples(st.sampled_from([t for t in Topic if t is not Topic.LOCK_FAILED]), st.integers(0, 90))))
    def test_no_day_has_more_than_a_few(self, arrivals: list[tuple[Topic, int]]) -> None:
        """Whatever comes, and whenever it is looked at."""
        known, at = Told(), NOW
        days: dict[object, list[Topic]] = {}
        for topic, minutes in arrivals:
            at += timedelta(minutes=minutes)
            due = to_tell([news(topic, began_at=at - HOUR, latest_at=at - HOUR)], known, at, ZONE)
            if due:
                days.setdefault(at.astimezone(ZONE).date(), []).extend(topics(due))
                known = told(*due, before=known, at=at)
        assert all(len(shown) <= MOST_A_DAY and shown.count(Topic.FINDINGS) <= 1 for shown in days.values())


class TestWhatIsKnown:
    def test_findings_are_known_up_to_the_last_one(self) -> None:
        assert told(news(latest_at=NOW)).findings_until == NOW
        assert told(news(latest_at=NOW - DAY), before=told(news(latest_at=NOW))).findings_until == NOW

    def test_a_state_is_known_with_its_count_until_it_ends(self) -> None:
        known = told(news(Topic.DELETION_BLOCKED, count=3))
        assert known.known == {Topic.DELETION_BLOCKED: 3}
        assert lowered(known, {Topic.DELETION_BLOCKED: 1}).known == {Topic.DELETION_BLOCKED: 1}
        assert lowered(known, {Topic.DELETION_BLOCKED: 0}).known == {}
        assert lowered(known, {}) is known

    def test_what_stands_in_the_window_is_known_and_counts_as_no_interruption(self) -> None:
        seen = after_seeing(put_off(Told(), [news()], NOW), [news(), news(Topic.VAULT_HELD)])
        assert (seen.toasts, seen.later, seen.known) == (0, None, {Topic.VAULT_HELD: 1})
        assert seen.findings_until == NOW - HOUR


class TestLater:
    def test_it_comes_back_after_four_hours(self) -> None:
        waiting = put_off(told(news()), [news()], NOW)
        assert not is_later_due(waiting, NOW + LATER - SECOND)
        assert is_later_due(waiting, NOW + LATER)

    def test_an_unlock_brings_it_back_but_not_the_one_after_coffee(self) -> None:
        waiting = put_off(Told(), [news()], NOW)
        assert not is_later_due(unlocked(waiting, NOW + LEAST_LATER - SECOND), NOW + LEAST_LATER)
        assert is_later_due(unlocked(waiting, NOW + LEAST_LATER), NOW + LEAST_LATER)

    def test_it_comes_back_once_and_cannot_be_put_off_again(self) -> None:
        waiting = put_off(told(news()), [news()], NOW)
        assert waiting.later is not None
        again = to_tell(waiting.later.news, waiting, NOW + LATER, ZONE)
        request = toast_of(again)
        assert not request.may_wait
        assert after_telling(waiting, again, NOW + LATER, ZONE).later is None

    def test_it_takes_nothing_from_the_days_budget(self) -> None:
        waiting = put_off(told(news()), [news()], NOW)
        assert waiting.later is not None
        after = after_telling(waiting, waiting.later.news, NOW + LATER, ZONE)
        assert (after.toasts, after.times) == (1, {Topic.FINDINGS: 1})

    def test_an_unlock_with_nothing_put_off_changes_nothing(self) -> None:
        assert unlocked(Told(), NOW) == Told()


class TestWords:
    def test_one_topic_says_its_place_and_step_and_leads_to_its_page(self) -> None:
        request = toast_of([news(spot=Spot.DOWNLOADS, count=40, subject="group")])
        assert (request.title.id, request.title.arguments["n"]) == ("toast.found-downloads", 40)
        assert [line.id for line in request.body] == ["toast.found-step"]
        assert (request.page, request.subject, request.may_wait) == ("findings", "group", True)

    def test_what_only_looks_like_a_clients_is_said_to_look_so(self) -> None:
        request = toast_of([news(certain=False)])
        assert (request.title.id, request.body[0].id) == ("toast.likely-watched", "toast.likely-step")

    def test_several_topics_are_counted_and_lead_to_the_overview(self) -> None:
        request = toast_of([news(topic) for topic in Topic])
        assert (request.title.id, request.title.arguments["n"]) == ("toast.several", len(Topic))
        assert [line.id for line in request.body] == [
            "toast.lock-failed",
            "toast.deletion-blocked",
            "toast.deletion-by-hand",
        ]
        assert (request.page, request.subject) == ("overview", None)

    @pytest.mark.parametrize("topic", Topic)
    @pytest.mark.parametrize("spot", Spot)
    @pytest.mark.parametrize("certain", [True, False])
    def test_counts_and_moments_are_all_that_gets_into_a_text(self, topic: Topic, spot: Spot, certain: bool) -> None:
        item = news(topic, spot=spot, certain=certain, subject="Gemeente Voorbeeldstad", act_by=NOW)
        for request in (toast_of([item]), toast_of([item, item])):
            assert all(is_harmless(message) for message in (request.title, *request.body))


def is_harmless(message: Message) -> bool:
    return all(isinstance(value, int | datetime) for value in message.arguments.values())
