"""A new copy in the register: what may still be registered, with which deadline, and what the journal says of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.actions.deadlines import stamp, terms_of
from app.actions.office import Work
from app.domain.agreement import Agreement, Place, accepts_copies, state_of
from app.domain.copy import Location, OutsideCopy
from app.domain.deadline import deadline
from app.domain.errors import InputError
from app.domain.identity import FileFacts, new_id
from app.domain.messages import msg


def register_copy(work: Work, copy: OutsideCopy, agreement: Agreement) -> OutsideCopy:
    """Add a copy with the deadline that its agreement, project and client set. Writes `copy.added` and `copy.assessed`."""
    project = work.session.projects.get(agreement.project_id)
    end = deadline(agreement, project, terms_of(work, project))
    if end is not None:
        copy = replace(copy, due_at=end.due_at, trigger=end.trigger)
    work.session.copies.add(copy)
    work.note(
        "copy.added",
        copy.id,
        project=copy.project_id,
        data={
            "location": copy.location.value,
            "agreement": copy.agreement_id,
            "due_at": stamp(copy.due_at),
            "trigger": copy.trigger.value if copy.trigger else None,
            "further_of": copy.further_of,
        },
    )
    work.note(
        "copy.assessed",
        copy.id,
        project=copy.project_id,
        data={"special": copy.special, "approved": agreement.approved_at is not None},
    )
    return copy


def refuse_ended(work: Work, agreement: Agreement) -> None:
    """No new copy under an agreement that ended or was withdrawn, nor a week after its project closed."""
    project = work.session.projects.get(agreement.project_id)
    end = deadline(agreement, project, terms_of(work, project))
    if not accepts_copies(agreement, work.now) or (end is not None and end.due_at <= work.now):
        raise InputError(msg("agreement.ended", state=state_of(agreement, work.now).value))


def copy_in_place(work: Work, agreement: Agreement, facts: FileFacts, sha256: str, *, special: bool) -> OutsideCopy:
    """A file that stays where it stands, not registered yet."""
    return OutsideCopy(
        id=new_id(),
        project_id=agreement.project_id,
        agreement_id=agreement.id,
        location=Location.IN_PLACE,
        name=Path(facts.path).name,
        created_at=work.now,
        path=facts.path,
        size_bytes=facts.size_bytes,
        sha256=sha256,
        identity=facts.identity,
        modified_ns=facts.modified_ns,
        special=special,
    )


def copy_elsewhere(work: Work, agreement: Agreement, name: str) -> OutsideCopy:
    """What is no file here, not registered yet: in the end a person attests that it is gone."""
    return OutsideCopy(
        id=new_id(),
        project_id=agreement.project_id,
        agreement_id=agreement.id,
        location=Location.OFFICE365 if agreement.place is Place.OFFICE365 else Location.ELSEWHERE,
        name=name,
        created_at=work.now,
    )
