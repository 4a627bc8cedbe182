"""Time that can be trusted: what a jump of the wall clock means. Source: design, Time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LEAP = timedelta(hours=24)
SLACK = timedelta(seconds=5)  # ordinary corrections by a time server are not worth a word


class ClockState(StrEnum):
    TRUSTED = "trusted"
    SUSPECT = "suspect"


class ClockReason(StrEnum):
    FIRST_START = "first-start"
    SAME_BOOT = "same-boot"
    SHORT_ABSENCE = "short-absence"
    SYNCHRONISED = "synchronised"
    CONFIRMED = "confirmed"
    LEAP = "leap"
    LONG_ABSENCE = "long-absence"
    SET_BACK = "set-back"  # trusted: the highest trusted moment counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The clocks at one moment. `boot_seconds` runs through sleep; `boot_id` changes with each boot (None: cannot tell)."""

    wall: datetime
    boot_seconds: float | None
    boot_id: str | None
    synchronised: bool | None  # the system says it was synchronised since boot


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """The last moment that was trusted; nothing is recorded while the clock is suspect, so that a leap stays visible.

    `highest_trusted_at` is what counted as the present when `reading` was taken: both are of one moment, always.
    """

    reading: Reading
    highest_trusted_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockJudgement:
    """`now` is what counts as the present; deletion needs `state` trusted."""

    state: ClockState
    reason: ClockReason
    now: datetime
    highest_trusted_at: datetime


def judge(
    reading: Reading, last: Recorded | None, *, remote_agrees: bool = False, known_elsewhere: datetime | None = None
) -> ClockJudgement:
    """Decide whether the wall clock counts.

    Same boot: what the wall clock gained over the clock that runs through sleep; more than 24 h is a leap. Across a boot:
    trusted when under 24 h passed, the system was synchronised, or a remote answer agrees. Set back: the highest trusted
    moment counts and runs on with the boot clock, so that nothing becomes less overdue and nothing is postponed.
    `known_elsewhere`: a highest trusted moment without a reading (the credential store's, when a database was put back).
    """
    if last is None:
        now = max(reading.wall, known_elsewhere or reading.wall)
        return ClockJudgement(state=ClockState.TRUSTED, reason=ClockReason.FIRST_START, now=now, highest_trusted_at=now)
    ran = _ran(reading, last.reading)
    floor = max(last.highest_trusted_at + (ran or timedelta(0)), known_elsewhere or last.highest_trusted_at)
    # Gained over trusted time, not over the last wall time: a clock that was set back and is put right is no leap.
    gained = reading.wall - floor
    reason, trusted = _reason(reading, gained, same_boot=ran is not None, remote_agrees=remote_agrees)
    if not trusted:
        return ClockJudgement(
            state=ClockState.SUSPECT, reason=reason, now=reading.wall, highest_trusted_at=last.highest_trusted_at
        )
    if floor - reading.wall > SLACK:
        reason = ClockReason.SET_BACK
    now = max(reading.wall, floor)
    return ClockJudgement(state=ClockState.TRUSTED, reason=reason, now=now, highest_trusted_at=now)


def _ran(reading: Reading, past: Reading) -> timedelta | None:
    """How long the boot clock ran since `past`; None across a boot or where it cannot be read."""
    if reading.boot_id is None or reading.boot_id != past.boot_id:
        return None
    if reading.boot_seconds is None or past.boot_seconds is None:
        return None
    return timedelta(seconds=max(0.0, reading.boot_seconds - past.boot_seconds))


def _reason(reading: Reading, gained: timedelta, *, same_boot: bool, remote_agrees: bool) -> tuple[ClockReason, bool]:
    if same_boot and gained <= LEAP:
        return ClockReason.SAME_BOOT, True
    # What the system says of a boot that we have seen before does not excuse a leap within it.
    if remote_agrees or (reading.synchronised is True and not same_boot):
        return ClockReason.SYNCHRONISED, True
    if same_boot:
        return ClockReason.LEAP, False
    return (ClockReason.SHORT_ABSENCE, True) if gained <= LEAP else (ClockReason.LONG_ABSENCE, False)
