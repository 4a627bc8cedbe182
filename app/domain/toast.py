"""Toasts: what is news while the window is closed, and when a person is told. Source: look, Toasts.

A toast names the place and the step. Its messages take counts and moments alone, so no name of a client, a file or a kind of
data can get into one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from app.domain.messages import Message

GATHER = timedelta(seconds=20)  # without a new file: the burst is over
LONGEST_GATHER = timedelta(minutes=3)
LASTING = timedelta(
    minutes=2
)  # a state that is over within it was no news; a blocked deletion is tried again after one
PAUSE = timedelta(minutes=10)  # between two toasts: what comes meanwhile is told together
MOST_A_DAY = 4
MOST_OF_A_TOPIC = 2  # a second one only where waiting would let a term pass
LATER = timedelta(hours=4)
LEAST_LATER = timedelta(minutes=30)  # an unlock sooner is the same cup of coffee
MORNING = 9  # local hour at which people are expected at work
SATURDAY = 5


class Topic(StrEnum):
    """What a toast can be about, the gravest first."""

    LOCK_FAILED = "lock-failed"
    DELETION_BLOCKED = "deletion-blocked"
    DELETION_BY_HAND = "deletion-by-hand"  # due, and IT has not let the assistant delete by itself
    DELETION_WAITS = "deletion-waits"  # for time that can be trusted
    DELETION_ASKS = "deletion-asks"
    DELETION_NOT_PROVEN = "deletion-not-proven"
    DELETION_SOON = "deletion-soon"
    VAULT_HELD = "vault-held"  # out of the vault for too long
    FINDINGS = "findings"


GRAVITY: Final = MappingProxyType({topic: number for number, topic in enumerate(Topic)})
EVENTS: Final = frozenset({Topic.DELETION_SOON, Topic.FINDINGS})  # the other topics are states, which last or end


class Spot(StrEnum):
    """Where found files are. The name of any other folder could be a client's: it is "a watched folder"."""

    DOWNLOADS = "downloads"
    DOCUMENTS = "documents"
    DESKTOP = "desktop"
    WATCHED = "watched"
    LAPTOP = "laptop"  # in more than one place, or in none that is watched


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """`count` things of one topic that a person may not know of; `began_at` and `latest_at`: when the first and the last of
    them came. `act_by`: the first moment at which it is too late to do something; `last_by`: the last of those.

    `certain`: all are known to be of a client. `subject`: the one group it is about; for the window, never shown.
    `again`: it was told, and the person asked to be told once more.
    """

    topic: Topic
    count: int
    began_at: datetime
    latest_at: datetime
    act_by: datetime | None = None
    last_by: datetime | None = None
    spot: Spot = Spot.WATCHED
    certain: bool = True
    subject: str | None = None
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToastRequest:
    """One toast. `page` and `subject`: what the window shows when it is chosen; `may_wait`: "later" is offered."""

    news: tuple[News, ...]
    title: Message
    body: tuple[Message, ...]
    page: str
    subject: str | None = None
    may_wait: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """What the person put off, and until when; an unlock from `soonest_at` on brings it back earlier."""

    news: tuple[News, ...]
    soonest_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a person was told so far, as much as is needed to repeat nothing after a restart.

    `day`: the local day that `toasts` (all of them) and `times` (by topic) count; `known`: how many of a state that lasts;
    `findings_until`: findings up to this moment are known.
    """

    day: date | None = None
    toasts: int = 0
    times: Mapping[Topic, int] = field(default_factory=dict)
    at: datetime | None = None
    known: Mapping[Topic, int] = field(default_factory=dict)
    findings_until: datetime | None = None
    later: Later | None = None


def is_ripe(news: News, now: datetime) -> bool:
    """Whether a burst is over, or a state lasted long enough not to solve itself."""
    if news.again or news.topic is Topic.LOCK_FAILED:
        return True
    if news.topic is Topic.FINDINGS:
        return now - news.latest_at >= GATHER or now - news.began_at >= LONGEST_GATHER
    return now - news.began_at >= LASTING


def to_tell(news: Sequence[News], told: Told, now: datetime, zone: ZoneInfo) -> tuple[News, ...]:
    """What goes into the one toast that is due now, the gravest first; nothing where none is due."""
    is_loud = any(item.topic is Topic.LOCK_FAILED for item in news)
    if not is_loud and (_is_gathering(news, now) or _is_pausing(told, now)):
        return ()
    ripe = [item for item in news if is_ripe(item, now)]
    if not any(may_interrupt(item, told, now, zone) for item in ripe):
        return ()
    return tuple(sorted(ripe, key=lambda item: GRAVITY[item.topic]))  # the rest comes along: no interruption more


def may_interrupt(news: News, told: Told, now: datetime, zone: ZoneInfo) -> bool:
    """Once a day and topic, a few times a day in all; a second time where the next morning would be too late."""
    if news.again or news.topic is Topic.LOCK_FAILED:
        return True
    today = _of_day(told, now, zone)
    times = today.times.get(news.topic, 0)
    if today.toasts >= MOST_A_DAY or times >= MOST_OF_A_TOPIC:
        return False
    return times == 0 or (news.act_by is not None and news.act_by <= next_morning(now, zone))


def next_morning(now: datetime, zone: ZoneInfo) -> datetime:
    """09:00 local of the next weekday after today."""
    morning = now.astimezone(zone) + timedelta(days=1)
    while morning.weekday() >= SATURDAY:
        morning += timedelta(days=1)
    return morning.replace(hour=MORNING, minute=0, second=0, microsecond=0)


def after_telling(told: Told, news: Sequence[News], now: datetime, zone: ZoneInfo) -> Told:
    """What is known once these were shown in a toast. What the person had asked for again counts as no interruption."""
    today = _of_day(told, now, zone)
    fresh = [item.topic for item in news if not item.again]
    times = {**today.times, **{topic: today.times.get(topic, 0) + 1 for topic in fresh}}
    later = None if any(item.again for item in news) else told.later
    return replace(_known(today, news), toasts=today.toasts + bool(fresh), times=times, at=now, later=later)


def after_seeing(told: Told, news: Sequence[News]) -> Told:
    """The person opened the window, where all of it stands: no toast is needed any more."""
    return replace(_known(told, news), later=None)


def put_off(told: Told, news: Sequence[News], now: datetime) -> Told:
    """The person chose "later": told once more, in four hours or at an unlock before that."""
    again = tuple(replace(item, again=True) for item in news)
    return replace(told, later=Later(news=again, soonest_at=now + LEAST_LATER, due_at=now + LATER))


def unlocked(told: Told, now: datetime) -> Told:
    """Somebody came back: what was put off long enough ago comes back too."""
    if told.later is None or now < told.later.soonest_at:
        return told
    return replace(told, later=replace(told.later, due_at=min(told.later.due_at, now)))


def lowered(told: Told, counts: Mapping[Topic, int]) -> Told:
    """States that ended or became less (`counts`, as far as they are known): what comes anew is news again."""
    known = {topic: min(count, counts.get(topic, count)) for topic, count in told.known.items()}
    known = {topic: count for topic, count in known.items() if count}
    return told if known == told.known else replace(told, known=known)


def is_later_due(told: Told, now: datetime) -> bool:
    return told.later is not None and now >= told.later.due_at


def _known(told: Told, news: Iterable[News]) -> Told:
    states = {item.topic: item.count for item in news if item.topic not in EVENTS}
    moments = [item.latest_at for item in news if item.topic is Topic.FINDINGS]
    if told.findings_until is not None:
        moments.append(told.findings_until)
    return replace(told, known={**told.known, **states}, findings_until=max(moments, default=None))


def _of_day(told: Told, now: datetime, zone: ZoneInfo) -> Told:
    """`told` with the counts of today."""
    today = now.astimezone(zone).date()
    return told if told.day == today else replace(told, day=today, toasts=0, times={})


def _is_gathering(news: Sequence[News], now: datetime) -> bool:
    return any(item.topic is Topic.FINDINGS and not is_ripe(item, now) for item in news)


def _is_pausing(told: Told, now: datetime) -> bool:
    """A clock that was set back must not silence everything."""
    return told.at is not None and timedelta(0) <= now - told.at < PAUSE
