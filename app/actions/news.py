"""What is news while the window is closed, from the store and from the guards, and what was told of it. Source: look, Toasts.

Nothing is queued: each look reads what is so now, so news that solved itself is gone, and what waited during a call is told
together after it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from app.actions.copy_notes import WARNED
from app.actions.deadline_list import DeadlineActions
from app.actions.office import Office
from app.actions.settings import SettingsActions
from app.domain.copy import CopyState, OutsideCopy
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.presence import Presence
from app.domain.rules import GuardReport, RuleState, Stage
from app.domain.toast import (
    GRAVITY,
    News,
    Spot,
    ToastRequest,
    Told,
    Topic,
    after_seeing,
    after_telling,
    is_later_due,
    lowered,
    put_off,
    to_tell,
    unlocked,
)
from app.domain.toast_text import toast_of
from app.store import FoundFile, Session

NOTE = "toasts"  # what was told
ENABLED = "toasts.enabled"
STAGE = "stage.copies"
ASKED_FOR = timedelta(minutes=10)  # a guard asks every minute to warn; one that stopped asking has nothing to warn of
SECOND = timedelta(seconds=1)

# What a guard's sentence means for a person who does not see it, by guard. Other sentences wait in the window.
REPORTED: Final[Mapping[str, Mapping[str, Topic]]] = MappingProxyType(
    {
        "idle-lock": {"lock.failed": Topic.LOCK_FAILED},
        "check-outs": {"guard.out-too-long": Topic.VAULT_HELD},
        "deletion": {
            "deletion.guard-due-by-hand": Topic.DELETION_BY_HAND,
            "deletion.guard-time": Topic.DELETION_WAITS,
            "deletion.guard-asks": Topic.DELETION_ASKS,
        },
    }
)
STORED: Final[Mapping[CopyState, Topic]] = MappingProxyType(
    {
        CopyState.BLOCKED: Topic.DELETION_BLOCKED,
        CopyState.ASKED: Topic.DELETION_ASKS,
        CopyState.NOT_PROVEN: Topic.DELETION_NOT_PROVEN,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Warning:
    """What the deletion guard wants a person to know. `fresh`: those of which nothing was said today."""

    copies: tuple[OutsideCopy, ...]
    fresh: tuple[OutsideCopy, ...]
    began_at: datetime
    heard_at: datetime


class NewsActions:
    """`report` and `warn` are called by guards, from any thread; the rest by whoever shows toasts, from one.

    `standard`: the person's standard folders by the values of `Spot`; `zone`: the person's, for "today".
    """

    def __init__(
        self,
        office: Office,
        settings: SettingsActions,
        deadlines: DeadlineActions,
        standard: Mapping[str, Path],
        zone: ZoneInfo,
    ) -> None:
        self._office = office
        self._settings = settings
        self._deadlines = deadlines
        self._standard = {os.path.normcase(folder): Spot(name) for name, folder in standard.items()}
        self._zone = zone
        self._lock = threading.Lock()
        self._reports: dict[str, tuple[Topic | None, int]] = {}  # by guard
        self._warning: _Warning | None = None
        self._known: Told | None = None
        self._fresh_since: dict[Topic, datetime] = {}
        self._was_locked = True  # a start is like an unlock

    # -- what guards say ----------------------------------------------------------------------------------------------

    def report(self, report: GuardReport) -> None:
        """A guard looked. One that could not look says nothing about what it told before."""
        topics = REPORTED.get(report.guard)
        if topics is None or report.state is RuleState.UNKNOWN:
            return
        count = report.sentence.arguments.get("n", 1)
        with self._lock:
            self._reports[report.guard] = (topics.get(report.sentence.id), count if isinstance(count, int) else 1)

    def warn(self, copies: Sequence[OutsideCopy]) -> bool:
        """For the deletion guard: whether all of these need no warning any more. It asks again every minute; they are marked
        as warned of when a toast about them was shown, or the window opened."""
        now = self._office.clock.now()
        fresh = self._not_warned_today(copies, now)
        with self._lock:
            began_at = self._warning.began_at if self._warning is not None else now
            self._warning = (
                _Warning(copies=tuple(copies), fresh=fresh, began_at=began_at, heard_at=now) if fresh else None
            )
        return not fresh  # the later of two warnings on one day says nothing new

    # -- for who shows toasts -----------------------------------------------------------------------------------------

    def next(self, ask: Callable[[], Presence]) -> ToastRequest | None:
        """The one toast that is due now; None: nothing is, or the person must not be disturbed. `told` says it was shown.

        `ask` is called only when there is something to tell. Raises StoreError, EnvironmentLacking.
        """
        if not self._settings.flag(ENABLED):
            return None
        now = self._office.clock.now()
        news = to_tell(self._news(now), self._told(), now, self._zone)
        if not news and self._told().later is None:
            return None
        presence = ask()
        self._notice(presence, now)
        return toast_of(news) if news and presence.may_be_disturbed else None

    def told(self, request: ToastRequest) -> None:
        """It was shown. Raises StoreError when that could not be kept; until a restart it is known all the same."""
        self._keep(after_telling(self._told(), request.news, self._office.clock.now(), self._zone))
        if any(item.topic is Topic.DELETION_SOON and not item.again for item in request.news):
            self._mark_warned()

    def later(self, request: ToastRequest) -> None:
        """The person wants to be told once more. Raises StoreError."""
        self._keep(put_off(self._told(), request.news, self._office.clock.now()))

    def seen(self) -> None:
        """The window is in front: what stands there needs no toast. Raises StoreError."""
        news = self._news(self._office.clock.now())
        if news or self._told().later is not None:
            self._keep(after_seeing(self._told(), news))
        self._mark_warned()

    def lasts(self, request: ToastRequest) -> bool:
        """Whether anything that was told is still so."""
        now = self._office.clock.now()
        with self._office.look() as session:
            counts = self._counts(session, now)
            return any(_is_so(session, item, counts, now) for item in request.news)

    # -- what is news -------------------------------------------------------------------------------------------------

    def _news(self, now: datetime) -> tuple[News, ...]:
        told = self._told()
        with self._office.look() as session:
            counts = self._counts(session, now)
            told = lowered(told, counts)
            again = {item.topic: item for item in self._again(session, told, counts, now)}
            found = self._findings(session, told.findings_until)
            if self._only_watches():
                # Listed in the window, told to nobody; nor all at once when IT lets the assistant warn.
                told, found = _passed_over(told, found), []
            fresh = [*self._states(told, counts, now), *self._deletions(now), *found]
        if told != self._told():
            self._keep(told)
        return (*again.values(), *(item for item in fresh if item.topic not in again))

    def _counts(self, session: Session, now: datetime) -> dict[Topic, int]:
        """How many of each state there are; a state of which no guard spoke yet is left out."""
        counts = dict.fromkeys(STORED.values(), 0)
        for group in session.copies.wanting(now):
            if group.state in STORED:
                counts[STORED[group.state]] += group.copies
        with self._lock:
            reports = dict(self._reports)
        for guard, (reported, count) in reports.items():
            for topic in REPORTED[guard].values():
                counts[topic] = max(counts.get(topic, 0), count if topic is reported else 0)
        if "deletion" not in reports:
            del counts[Topic.DELETION_ASKS]  # the guard also asks about what is not on this laptop
        return counts

    def _states(self, told: Told, counts: Mapping[Topic, int], now: datetime) -> list[News]:
        """States that became more than the person knows of, each since it was first seen so."""
        fresh = {topic: count for topic, count in counts.items() if count > told.known.get(topic, 0)}
        self._fresh_since = {topic: self._fresh_since.get(topic, now) for topic in fresh}
        return [
            News(topic=topic, count=count, began_at=self._fresh_since[topic], latest_at=self._fresh_since[topic])
            for topic, count in sorted(fresh.items(), key=lambda item: GRAVITY[item[0]])
        ]

    def _deletions(self, now: datetime) -> list[News]:
        with self._lock:
            warning = self._warning
        if warning is None or not timedelta(0) <= now - warning.heard_at <= ASKED_FOR:
            return []
        return [_soon(warning.fresh, warning.began_at)]

    def _only_watches(self) -> bool:
        return Stage(self._settings.text(STAGE)) is Stage.WATCH

    def _findings(self, session: Session, after: datetime | None) -> list[News]:
        found = session.findings.found_after(after)
        return [_found(found, self._spot(found, session.folders.all()))] if found else []

    def _again(self, session: Session, told: Told, counts: Mapping[Topic, int], now: datetime) -> Iterable[News]:
        """What was put off and is still so, as it stands now."""
        if told.later is None or not is_later_due(told, now):
            return
        for item in told.later.news:
            if item.topic is Topic.FINDINGS:
                if self._only_watches():
                    continue
                yield from (_again(found) for found in self._findings(session, item.began_at - SECOND))
            elif item.topic is Topic.DELETION_SOON:
                copies = _due_between(session, now, item.last_by)
                yield from [_again(_soon(copies, item.began_at))] if copies else []
            elif count := counts.get(item.topic, 0):
                yield _again(News(topic=item.topic, count=count, began_at=item.began_at, latest_at=now))

    def _spot(self, found: Sequence[FoundFile], folders: Sequence[WatchedFolder]) -> Spot:
        """The one watched folder that all of them are in, if its own name may be told."""
        roots = sorted(
            (os.path.normcase(f.path) for f in folders if f.kind is FolderKind.WATCHED), key=len, reverse=True
        )
        places = {next((root for root in roots if _is_below(root, file.path)), None) for file in found}
        if len(places) > 1 or None in places:
            return Spot.LAPTOP
        return self._standard.get(places.pop() or "", Spot.WATCHED)

    # -- what is known ------------------------------------------------------------------------------------------------

    def _told(self) -> Told:
        if self._known is None:
            with self._office.look() as session:
                self._known = _unpacked(session.notes.get(NOTE))
        return self._known

    def _keep(self, told: Told) -> None:
        """In memory first: a full disk must not make the same toast come every few seconds."""
        if told == self._known:
            return
        self._known = told
        with self._office.change() as work:
            work.session.notes.set(NOTE, told)

    def _notice(self, presence: Presence, now: datetime) -> None:
        if presence.session_locked:
            self._was_locked = True
        elif presence.session_locked is False and self._was_locked:
            self._was_locked = False
            self._keep(unlocked(self._told(), now))

    def _not_warned_today(self, copies: Sequence[OutsideCopy], now: datetime) -> tuple[OutsideCopy, ...]:
        today = now.astimezone(self._zone).date()
        with self._office.look() as session:
            warned = {copy.id: session.notes.get(WARNED + copy.id) for copy in copies}

        def is_of_today(noted: str | None) -> bool:
            return noted is not None and datetime.fromisoformat(noted).astimezone(self._zone).date() == today

        return tuple(copy for copy in copies if not is_of_today(warned[copy.id]))

    def _mark_warned(self) -> None:
        with self._lock:
            warning, self._warning = self._warning, None
        if warning is not None:
            self._deadlines.mark_warned(warning.copies)


def _passed_over(told: Told, found: Sequence[News]) -> Told:
    return replace(told, findings_until=max(item.latest_at for item in found)) if found else told


def _unpacked(noted: object) -> Told:
    """What an older or newer version noted otherwise counts as nothing told."""
    try:
        return Told() if noted is None else msgspec.convert(noted, type=Told)
    except msgspec.ValidationError:
        return Told()


def _soon(copies: Sequence[OutsideCopy], began_at: datetime) -> News:
    due = [copy.due_at for copy in copies if copy.due_at is not None]
    return News(
        topic=Topic.DELETION_SOON,
        count=len(copies),
        began_at=began_at,
        latest_at=began_at,
        act_by=min(due, default=None),
        last_by=max(due, default=None),
    )


def _found(found: Sequence[FoundFile], spot: Spot) -> News:
    groups = {file.group for file in found}
    return News(
        topic=Topic.FINDINGS,
        count=len(found),
        began_at=min(file.found_at for file in found),
        latest_at=max(file.found_at for file in found),
        act_by=min(file.decide_by for file in found),
        spot=spot,
        certain=all(file.client_id is not None for file in found),
        subject=groups.pop() if len(groups) == 1 else None,
    )


def _again(news: News) -> News:
    return replace(news, again=True)


def _due_between(session: Session, now: datetime, until: datetime | None) -> list[OutsideCopy]:
    """What is still to be deleted of what was warned of."""
    if until is None or until <= now:
        return []
    return [copy for copy in session.copies.due_by(until) if copy.due_at is not None and now < copy.due_at <= until]


def _is_so(session: Session, news: News, counts: Mapping[Topic, int], now: datetime) -> bool:
    if news.topic is Topic.FINDINGS:
        found = session.findings.found_after(news.began_at - SECOND)
        return any(file.found_at <= news.latest_at for file in found)
    if news.topic is Topic.DELETION_SOON:
        due_at, _planned_at = session.copies.earliest()
        return due_at is not None and news.last_by is not None and now < news.last_by and due_at <= news.last_by
    return counts.get(news.topic, 1) > 0


def _is_below(root: str, path: str) -> bool:
    return os.path.normcase(path).startswith(root.rstrip(os.sep) + os.sep)
