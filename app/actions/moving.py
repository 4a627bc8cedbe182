"""Brings a copy under another agreement of the same client. Source: VR-P3, VR-P4."""

from __future__ import annotations

from dataclasses import replace

from app.actions.begun import Begun, begin, is_being_deleted
from app.actions.copy_notes import note_moved_from
from app.actions.deadlines import stamp, terms_of
from app.actions.office import Office, Work
from app.actions.progress import shares
from app.actions.registering import refuse_ended
from app.actions.sealing import Sealing, agreement_key, with_seal
from app.domain.agreement import Agreement
from app.domain.copy import CopyState, Location, OutsideCopy
from app.domain.deadline import deadline
from app.domain.errors import InputError
from app.domain.identity import new_id
from app.domain.messages import msg
from app.domain.ports import Progress


class Moving:
    def __init__(self, office: Office, sealing: Sealing) -> None:
        self._office = office
        self._sealing = sealing

    def move(self, start: str, agreement_start: str, progress: Progress | None = None) -> OutsideCopy:
        """Longer only with that agreement's own evidence. `progress` counts the bytes of a sealed file."""
        with self._office.look() as session:
            copy = session.copies.resolve(start)
            old = session.agreements.get(copy.agreement_id)
            new = session.agreements.resolve(agreement_start)
            _refuse_move(Work(session, self._office.clock.now(), ""), copy, old, new)
        if copy.location is Location.VAULT:
            (whole,) = shares(progress, [copy.size_bytes])
            return self._move_sealed(copy, new, whole)
        with self._office.change() as work:
            fresh = work.session.copies.get(copy.id)
            _refuse_move(work, fresh, work.session.agreements.get(fresh.agreement_id), new)
            return _moved(work, fresh, new)

    def _move_sealed(self, copy: OutsideCopy, new: Agreement, progress: Progress | None) -> OutsideCopy:
        """Re-encrypt to the new agreement's key under a new file; the record switches; then the old file goes."""
        target, source = new_id(), (copy.path or "").removesuffix(".age")
        with self._office.change() as work:
            self._sealing.ensure_key(work, agreement_key(new.id), "agreement")
            begin(work, Begun.SEALING, target)
        old_key, new_key = agreement_key(copy.agreement_id), agreement_key(new.id)
        sealed = self._sealing.rekeyed(source, target, old_key, new_key, copy.sha256, progress)
        with self._sealing.recording(target) as work:
            fresh = work.session.copies.get(copy.id)
            _refuse_move(work, fresh, work.session.agreements.get(fresh.agreement_id), new)
            if fresh.path != copy.path:
                raise InputError(msg("copy.overtaken", id=copy.id))
            self._sealing.refuse_without_key(new.id)
            begin(work, Begun.SEALING, source)
            note_moved_from(work, copy.id, copy.agreement_id)
            moved = _moved(work, with_seal(fresh, sealed, work.now), new)
        self._sealing.drop(source)
        return moved


def _refuse_move(work: Work, copy: OutsideCopy, old: Agreement, new: Agreement) -> None:
    if not copy.is_live:
        raise InputError(msg("copy.deleted-already", id=copy.id))
    if old.id == new.id:
        raise InputError(msg("copy.same-agreement"))
    project = work.session.projects.get(new.project_id)
    if work.session.projects.get(old.project_id).client_id != project.client_id:
        raise InputError(msg("agreement.other-client"))
    refuse_ended(work, new)
    end = deadline(new, project, terms_of(work, project))
    longer = copy.due_at is not None and (end is None or end.due_at > copy.due_at)
    if longer and new.evidence.sha256 == old.evidence.sha256:
        raise InputError(msg("copy.move-own-evidence"))
    if copy.is_out:
        raise InputError(msg("copy.checked-out"))
    if is_being_deleted(work.session, copy.id):
        raise InputError(msg("copy.being-deleted", id=copy.id))


def _moved(work: Work, copy: OutsideCopy, new: Agreement) -> OutsideCopy:
    project = work.session.projects.get(new.project_id)
    end = deadline(new, project, terms_of(work, project))
    moved = replace(
        copy,
        project_id=new.project_id,
        agreement_id=new.id,
        due_at=end.due_at if end else None,
        trigger=end.trigger if end else None,
        planned_at=None,
        state=CopyState.KEPT,
        asked_why=None,
        asked_at=None,
        blocked_by=None,
    )
    work.session.copies.update(moved)
    work.note(
        "copy.moved",
        copy.id,
        project=new.project_id,
        data={"from_agreement": copy.agreement_id, "to_agreement": new.id, "due_at": stamp(moved.due_at)},
    )
    return moved
