"""What is left in the cloud of copies that were deleted: asked about again when there is reason to, and when nothing is left a
supplementary declaration says so. Also finds what could not be found when it was registered. Source: VR-U5b.

All that is due stands in the store as a moment; nothing is asked of the cloud while nothing is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.actions.certificates import CertificateActions
from app.actions.cloud_copies.finding import CloudFinding, note_found, with_item
from app.actions.cloud_copies.removing import CloudOutcome, CloudRemoving
from app.actions.office import Office
from app.domain.cloud_copy import ASK_AGAIN, CloudCopy
from app.domain.copy import OutsideCopy
from app.domain.errors import AssistantError
from app.domain.messages import Message
from app.domain.remote_files import CloudRemoval

LOOKED_FOR = timedelta(days=1)  # hourly at first, then once in so long


@dataclass(frozen=True, slots=True, kw_only=True)
class Tended:
    """What a round came to. `certificates`: the supplements that were issued; `waiting`: of how many something is left, held
    by a rule of the service or not asked yet; `reason`: why the cloud could not be asked, the last one."""

    certificates: tuple[str, ...] = ()
    found: int = 0
    waiting: int = 0
    reason: Message | None = None


class CloudRemainders:
    def __init__(
        self, office: Office, finding: CloudFinding, removing: CloudRemoving, certificates: CertificateActions
    ) -> None:
        self._office = office
        self._finding = finding
        self._removing = removing
        self._certificates = certificates

    def next_moment(self) -> datetime | None:
        """When something is due; None while nothing is. Without a tenant nothing is."""
        if not self._removing.is_there():
            return None
        with self._office.look() as session:
            left = session.cloud_copies.open()
            if not left:
                return None
            copies = {row.id: session.copies.get(row.id) for row in left}
        moments = [_due(row, copies[row.id]) for row in left]
        return min((moment for moment in moments if moment is not None), default=None)

    def tend(self) -> Tended:
        """Do what is due now. Trouble with one keeps no other waiting; nothing of what the remote may say is raised."""
        now = self._office.clock.now()
        if not self._removing.is_there():
            return Tended()
        certificates: list[str] = []
        found, reason = 0, None
        for row, copy in self._due(now):
            if copy.is_live:
                was_found, why = self._look_for(row, copy)
                found += was_found
            else:
                issued, why = self._settle(row, copy, now)
                certificates += [] if issued is None else [issued]
            reason = why or reason
        with self._office.look() as session:
            waiting = sum(row.supplements is not None for row in session.cloud_copies.open())
        return Tended(certificates=tuple(certificates), found=found, waiting=waiting, reason=reason)

    def _due(self, now: datetime) -> list[tuple[CloudCopy, OutsideCopy]]:
        with self._office.look() as session:
            rows = [(row, session.copies.get(row.id)) for row in session.cloud_copies.open()]
        return [(row, copy) for row, copy in rows if (moment := _due(row, copy)) is not None and moment <= now]

    def _look_for(self, row: CloudCopy, copy: OutsideCopy) -> tuple[bool, Message | None]:
        """One that was noted while the cloud could not be reached."""
        asked = replace(row, asked_at=self._office.clock.now())
        try:
            item = self._finding.look_for(row, copy)
        except AssistantError as error:
            self._put(asked)
            return False, error.message
        self._put(asked if item is None else with_item(replace(row, asked_at=None), item))
        if item is None:
            return False, None
        with self._office.change() as work:
            note_found(work, copy, is_address=row.is_address)
        return True, None

    def _settle(self, row: CloudCopy, copy: OutsideCopy, now: datetime) -> tuple[str | None, Message | None]:
        """Whether nothing of it is left. What was in a recycle bin is looked at when its term is over."""
        in_bin = row.answer in (CloudRemoval.IN_RECYCLE_BIN, CloudRemoval.NOT_FOUND)
        try:
            if in_bin and not self._removing.still_stands(row):
                return self._gone(replace(row, asked_at=now, settled_at=now)), None
        except AssistantError as error:
            self._put(replace(row, asked_at=now))
            return None, error.message
        outcome = self._removing.remove(row, copy, now)  # also when somebody brought it back from the bin
        if outcome.answer is CloudRemoval.GONE:
            return self._gone(outcome.followed), None
        self._put_outcome(outcome)
        return None, outcome.reason

    def _gone(self, settled: CloudCopy) -> str | None:
        with self._office.change() as work:
            if work.session.cloud_copies.get(settled.id).settled_at is not None:
                return None  # another process was first
            work.session.cloud_copies.update(settled)
            copy = work.session.copies.get(settled.id)
            data = {"answer": CloudRemoval.GONE.value}
            work.note("cloud.removed", copy.id, project=copy.project_id, data=data)
            if settled.supplements is None:
                return None
            return self._certificates.supplement_within(work, settled.supplements, copy).id

    def _put(self, row: CloudCopy) -> None:
        with self._office.change() as work:
            work.session.cloud_copies.update(row)

    def _put_outcome(self, outcome: CloudOutcome) -> None:
        with self._office.change() as work:
            before = work.session.cloud_copies.get(outcome.followed.id)
            work.session.cloud_copies.update(outcome.followed)
            if outcome.answer is not None and outcome.answer is not before.answer:
                copy = work.session.copies.get(before.id)
                data = {"answer": outcome.answer.value}
                work.note("cloud.removed", copy.id, project=copy.project_id, data=data)


def _due(row: CloudCopy, copy: OutsideCopy) -> datetime | None:
    if not copy.is_live:
        return row.next_at()
    if row.item_id is not None:
        return None  # it is followed; the deletion removes it
    if row.asked_at is None:
        return row.noted_at
    is_fresh = row.asked_at - row.noted_at < LOOKED_FOR
    return row.asked_at + (ASK_AGAIN if is_fresh else LOOKED_FOR)
