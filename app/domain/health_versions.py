"""Versions of the system and of Office against IT's baseline. Source: VR-S1b.

Out of support is red; behind what IT asks is amber; what no current baseline tells is unknown.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from app.domain.health import OfficeVersion, SystemVersion
from app.domain.health_baseline import Baseline, BaselineReading, is_current, numbers
from app.domain.messages import Message, msg
from app.domain.rules import SEVERITY, RuleState

Said = tuple[RuleState, Message, Message | None]  # state, sentence, fix
SUPPORT_ENDS_SOON = timedelta(days=30)
OK, ATTENTION, UNKNOWN = RuleState.OK, RuleState.ATTENTION, RuleState.UNKNOWN


def judge_system(found: SystemVersion | None, reading: BaselineReading, now: datetime, why: Message) -> Said:
    """`why`: what kept the version from being seen, where it was not."""
    if found is None:
        return UNKNOWN, msg("health.system-unknown", why=why), msg("health.fix-look-yourself")
    baseline = _current(reading, now)
    if isinstance(baseline, Message):
        sentence = msg("health.version-unjudged", name=_system_name(found), why=baseline)
        return UNKNOWN, sentence, msg("health.fix-baseline")
    entry = baseline.for_system(found)
    name = _system_name(found)
    if entry is None:
        if baseline.knows_newer_system(found):
            return ATTENTION, msg("health.version-unlisted", name=name), msg("health.fix-update")
        return UNKNOWN, msg("health.version-not-known", name=name), msg("health.fix-baseline")
    ended = _support(name, entry.supported_until, now)
    if ended is not None and ended[0] is RuleState.OVERDUE:
        return ended
    if entry.revision is not None:
        if found.revision is None:
            return UNKNOWN, msg("health.revision-unknown", name=name), msg("health.fix-look-yourself")
        if found.revision < entry.revision:
            return ATTENTION, msg("health.version-behind", name=name), msg("health.fix-update")
    return ended or (OK, msg("health.version-ok", name=name), None)


def judge_office(
    found: tuple[OfficeVersion, ...] | None, reading: BaselineReading, now: datetime, why: Message
) -> Said:
    """The worst of what is installed; without Office there is nothing to keep up to date."""
    if found is None:
        return UNKNOWN, msg("health.office-unknown", why=why), msg("health.fix-look-yourself")
    if not found:
        return RuleState.NOT_APPLICABLE, msg("health.office-none"), None
    baseline = _current(reading, now)
    if isinstance(baseline, Message):
        sentence = msg("health.version-unjudged", name=_office_name(found[0]), why=baseline)
        return UNKNOWN, sentence, msg("health.fix-baseline")
    return max((_office(office, baseline, now) for office in found), key=lambda said: SEVERITY.index(said[0]))


def _office(found: OfficeVersion, baseline: Baseline, now: datetime) -> Said:
    entry, name = baseline.for_office(found), _office_name(found)
    if entry is None:
        if any(other.product == found.product for other in baseline.office):
            return ATTENTION, msg("health.office-channel", name=name), msg("health.fix-office-channel")
        return UNKNOWN, msg("health.version-not-known", name=name), msg("health.fix-baseline")
    ended = _support(name, entry.supported_until, now)
    if ended is not None and ended[0] is RuleState.OVERDUE:
        return ended
    if numbers(found.version) < numbers(entry.version):
        return ATTENTION, msg("health.version-behind", name=name), msg("health.fix-office")
    return ended or (OK, msg("health.version-ok", name=name), None)


def _current(reading: BaselineReading, now: datetime) -> Baseline | Message:
    """The baseline, or why it cannot be used."""
    if reading.problem is not None:
        return reading.problem
    if reading.baseline is None:
        return msg("baseline.none")
    if not is_current(reading.baseline, now):
        return msg("baseline.old", day=day_text(reading.baseline.as_of))
    return reading.baseline


def _support(name: str, until: date | None, now: datetime) -> Said | None:
    """None while nothing is to be said. The last day of support is a day of support, wherever on earth."""
    if until is None:
        return None
    ends = datetime.combine(until, time(), UTC) + timedelta(days=1)
    if now >= ends:
        return RuleState.OVERDUE, msg("health.support-ended", name=name, day=day_text(until)), msg("health.fix-upgrade")
    if ends - now <= SUPPORT_ENDS_SOON:
        return ATTENTION, msg("health.support-ends", name=name, day=day_text(until)), msg("health.fix-upgrade")
    return None


def day_text(day: date) -> str:
    """`22-11-2026`, as tables have it: a support date without its year says nothing."""
    return f"{day:%d-%m-%Y}"


def _system_name(found: SystemVersion) -> str:
    return found.name or f"{found.id} {found.release}"


def _office_name(found: OfficeVersion) -> str:
    return f"{found.name} {found.version}"
