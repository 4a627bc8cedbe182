"""One declaration about a project over all laptops: which reported that they hold nothing, and which have not. Source: VR-P4,
contract (certificate), design: Cards (absence).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.project import Project


class LaptopState(StrEnum):
    """`holds`: it said so itself, or is this one; `not-reported`: nothing was heard since the closing."""

    REPORTED = "reported"
    HOLDS = "holds"
    NOT_REPORTED = "not-reported"
    NOT_KNOWN = "not-known"  # a member of whom no laptop is known here


@dataclass(frozen=True, slots=True, kw_only=True)
class LaptopReport:
    """`device` is None for a member of whom no laptop is known; `person` as the register knows them, None where it does not.
    `at`: when it reported."""

    device: str | None
    person: str | None
    state: LaptopState
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceWord:
    """The newest word of a device about a project: whether it holds nothing (any more), and when it said so."""

    device: str
    absent: bool
    at: datetime


def laptop_reports(
    project: Project,
    devices: Iterable[str],
    words: Mapping[str, AbsenceWord],
    persons: Mapping[str, str],
    *,
    own: str,
    own_holds: bool,
    now: datetime,
) -> tuple[LaptopReport, ...]:
    """What each laptop said since the closing: first the devices, then members of whom no laptop is known.

    `persons`: addresses by device, as far as they are known. A word from before the closing does not count. Of devices whose
    person is not known each may be that of one member; only what is left over after that is named as not known.
    """
    reports = [_report(project, device, words.get(device), persons.get(device)) for device in _in_order(devices, own)]
    reports = [_own(report, own_holds=own_holds, now=now) if report.device == own else report for report in reports]
    return (*reports, *_members_without(project, reports))


def is_complete(reports: Sequence[LaptopReport]) -> bool:
    return bool(reports) and all(report.state is LaptopState.REPORTED for report in reports)


def _in_order(devices: Iterable[str], own: str) -> list[str]:
    return [own, *sorted(set(devices) - {own})]


def _report(project: Project, device: str, word: AbsenceWord | None, person: str | None) -> LaptopReport:
    if word is None or project.closed_at is None or (word.absent and word.at < project.closed_at):
        return LaptopReport(device=device, person=person, state=LaptopState.NOT_REPORTED)
    state = LaptopState.REPORTED if word.absent else LaptopState.HOLDS
    return LaptopReport(device=device, person=person, state=state, at=word.at)


def _own(report: LaptopReport, *, own_holds: bool, now: datetime) -> LaptopReport:
    """Of itself a laptop knows without a card."""
    state = LaptopState.HOLDS if own_holds else LaptopState.REPORTED
    return LaptopReport(device=report.device, person=report.person, state=state, at=now)


def _members_without(project: Project, reports: Sequence[LaptopReport]) -> list[LaptopReport]:
    known = {report.person.casefold() for report in reports if report.person}
    nameless = sum(report.person is None for report in reports)
    # Who left the project before it closed held nothing at its end; who was a member then, may have.
    ended = project.closed_at
    members = [m for m in project.members if m.until is None or ended is None or m.until >= ended]
    without = [member for member in members if member.mail.casefold() not in known]
    return [LaptopReport(device=None, person=member.mail, state=LaptopState.NOT_KNOWN) for member in without[nameless:]]
