"""Outside copies: add, move to a longer agreement, plan earlier, confirm. Source: VR-P3, VR-P4, VR-U5b."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.actions.begun import Begun, begin, end
from app.actions.certificates import CertificateActions
from app.actions.content import sha256_of
from app.actions.deadlines import stamp, terms_of
from app.actions.errors import required
from app.actions.findings import resolve
from app.actions.office import Office, Work
from app.actions.removal import Removed
from app.actions.sealing import Sealing, agreement_key, refuse_ended, register_copy
from app.domain.agreement import Agreement, Place
from app.domain.copy import AskedWhy, CopyState, Location, OutsideCopy, shown_state
from app.domain.deadline import deadline
from app.domain.deletion import Method, Outcome
from app.domain.errors import InputError
from app.domain.finding import FindingState, ResolvedHow
from app.domain.identity import new_id
from app.domain.messages import msg
from app.domain.moments import ClockState
from app.domain.ports import Files
from app.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyView:
    """A copy and the state a person sees now."""

    copy: OutsideCopy
    state: CopyState


class CopyActions:
    def __init__(
        self, office: Office, vault: Vault, sealing: Sealing, files: Files, certificates: CertificateActions
    ) -> None:
        self._office = office
        self._vault = vault
        self._sealing = sealing
        self._files = files
        self._certificates = certificates

    def list(self, *, only_live: bool = False) -> tuple[CopyView, ...]:
        with self._office.look() as session:
            copies = session.copies.all(live_only=only_live)
        return tuple(self._view(copy) for copy in copies)

    def show(self, start: str) -> CopyView:
        with self._office.look() as session:
            return self._view(session.copies.resolve(start))

    def add(self, path: Path, agreement_start: str, *, in_place: bool = False, special: bool = False) -> CopyView:
        """Register a file under an agreement: sealed in the vault, or in place. An open finding of it is resolved."""
        agreement = self._agreement(agreement_start)
        if agreement.place is not Place.LAPTOP:
            raise InputError(msg("agreement.other-place", place=agreement.place.value))
        source = self._sealing.source(path, special=special)
        with self._office.look() as session:
            known = session.copies.by_identity(source.facts.identity)
        if any(copy.is_live and copy.location is Location.IN_PLACE for copy in known):
            raise InputError(msg("copy.registered-already", path=str(source.path)))
        copy = self._keep(source.path, agreement, special) if in_place else self._sealing.seal(source, agreement)
        with self._office.change() as work:
            how = ResolvedHow.KEPT if in_place else ResolvedHow.SEALED
            for finding in work.session.findings.at_path(str(source.path)):
                if finding.state is not FindingState.RESOLVED:
                    resolve(work, finding, how, agreement=agreement)
        return self._view(copy)

    def add_elsewhere(self, description: str, agreement_start: str) -> CopyView:
        """A copy that is no file here: phone, paper, stick, mail, chat. Same deadline; a person attests that it is gone."""
        agreement = self._agreement(agreement_start)
        with self._office.change() as work:
            refuse_ended(work, agreement)
            copy = OutsideCopy(
                id=new_id(),
                project_id=agreement.project_id,
                agreement_id=agreement.id,
                location=Location.OFFICE365 if agreement.place is Place.OFFICE365 else Location.ELSEWHERE,
                name=required(description, "elsewhere"),
                created_at=work.now,
            )
            return self._view(register_copy(work, copy, agreement))

    def move(self, start: str, agreement_start: str) -> CopyView:
        """Bring a copy under another agreement of the same client. Longer only with that agreement's own evidence."""
        with self._office.look() as session:
            copy = session.copies.resolve(start)
            old = session.agreements.get(copy.agreement_id)
        new = self._agreement(agreement_start)
        with self._office.look() as session:
            self._refuse_move(Work(session, self._office.clock.now(), ""), copy, old, new)
        if copy.location is Location.VAULT:
            return self._move_sealed(copy, new)
        with self._office.change() as work:
            return self._view(self._moved(work, work.session.copies.get(copy.id), new))

    def plan(self, start: str, when: datetime) -> CopyView:
        """Delete earlier than the deadline. Raises InputError for a moment after it, or one that has passed."""
        with self._office.change() as work:
            copy = work.session.copies.resolve(start)
            if not copy.is_live:
                raise InputError(msg("copy.deleted-already", id=copy.id))
            if copy.due_at is not None and when > copy.due_at:
                raise InputError(msg("copy.plan-after-deadline", at=when, due=copy.due_at))
            if when < work.now:
                raise InputError(msg("copy.plan-past", at=when))
            planned = replace(copy, planned_at=when)
            work.session.copies.update(planned)
            work.note("copy.planned", copy.id, project=copy.project_id, data={"planned_at": stamp(when)})
            return self._view(planned)

    def confirm(self, start: str) -> CopyView:
        """Answer what the assistant asks: an elsewhere copy is gone; a change is known; a past deadline is meant."""
        with self._office.look() as session:
            copy = session.copies.resolve(start)
        if not copy.is_live:
            raise InputError(msg("copy.deleted-already", id=copy.id))
        if copy.asked_why is AskedWhy.PAST_DEADLINE and copy.location not in (Location.ELSEWHERE, Location.OFFICE365):
            return self._answered(copy, "past-deadline")
        if copy.asked_why is AskedWhy.CHANGED:
            return self._answered(self._as_it_is(copy), "changed")
        if copy.location in (Location.ELSEWHERE, Location.OFFICE365):
            return self._attested(copy)
        raise InputError(msg("copy.nothing-asked", id=copy.id))

    # -- how ----------------------------------------------------------------------------------------------------------

    def _agreement(self, start: str) -> Agreement:
        with self._office.look() as session:
            return session.agreements.resolve(start)

    def _view(self, copy: OutsideCopy) -> CopyView:
        judgement = self._office.clock.judgement()
        trusted = judgement.state is ClockState.TRUSTED
        return CopyView(copy=copy, state=shown_state(copy, judgement.now, time_trusted=trusted))

    def _keep(self, path: Path, agreement: Agreement, special: bool) -> OutsideCopy:
        if special and agreement.approved_at is None:
            raise InputError(msg("agreement.needs-approval"))
        facts = self._files.facts(path)
        if facts is None:
            raise InputError(msg("file.missing", path=str(path)))
        try:
            sha256 = sha256_of(path)
        except OSError as error:
            raise InputError(msg("file.unreadable", path=str(path), why=error.strerror or "")) from error
        with self._office.change() as work:
            refuse_ended(work, agreement)
            copy = OutsideCopy(
                id=new_id(),
                project_id=agreement.project_id,
                agreement_id=agreement.id,
                location=Location.IN_PLACE,
                name=path.name,
                created_at=work.now,
                path=str(path),
                size_bytes=facts.size_bytes,
                sha256=sha256,
                identity=facts.identity,
                modified_ns=facts.modified_ns,
                special=special,
            )
            return register_copy(work, copy, agreement)

    def _refuse_move(self, work: Work, copy: OutsideCopy, old: Agreement, new: Agreement) -> None:
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
        if copy.state is CopyState.CHECKED_OUT:
            raise InputError(msg("copy.checked-out"))

    def _move_sealed(self, copy: OutsideCopy, new: Agreement) -> CopyView:
        """Re-encrypt to the new agreement's key under a new file; the record switches; then the old file goes."""
        with self._office.change() as work:
            if not self._vault.has_key(agreement_key(new.id)):
                self._vault.ensure_key(agreement_key(new.id))
                work.note("key.created", new.id, data={"purpose": "agreement"})
            target = new_id()
            begin(work, Begun.SEALING, target)
        source = (copy.path or "").removesuffix(".age")
        sealed = self._vault.rekey(source, target, agreement_key(copy.agreement_id), agreement_key(new.id))
        with self._office.change() as work:
            fresh = work.session.copies.get(copy.id)
            moved = self._moved(
                work,
                replace(
                    fresh,
                    path=sealed.path.name,
                    sealed_digest=sealed.digest,
                    sealed_bytes=sealed.sealed_bytes,
                    sealed_at=work.now,
                ),
                new,
            )
            end(work, Begun.SEALING, target)
        self._vault.discard(source)
        return self._view(moved)

    def _moved(self, work: Work, copy: OutsideCopy, new: Agreement) -> OutsideCopy:
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

    def _as_it_is(self, copy: OutsideCopy) -> OutsideCopy:
        """The registration renewed to the file that stands at its place now."""
        path = Path(copy.path or "")
        facts = self._files.facts(path)
        if facts is None:
            raise InputError(msg("file.missing", path=str(path)))
        return replace(
            copy,
            identity=facts.identity,
            size_bytes=facts.size_bytes,
            modified_ns=facts.modified_ns,
            sha256=sha256_of(path),
        )

    def _answered(self, copy: OutsideCopy, what: str) -> CopyView:
        with self._office.change() as work:
            state = CopyState.KEPT if copy.state is CopyState.ASKED else copy.state
            answered = replace(copy, state=state, asked_why=None, asked_at=None)
            work.session.copies.update(answered)
            work.note("copy.confirmed", copy.id, project=copy.project_id, data={"what": what})
        return self._view(answered)

    def _attested(self, copy: OutsideCopy) -> CopyView:
        """A person's word that a copy elsewhere is gone: recorded as such, and on a declaration."""
        with self._office.change() as work:
            gone = replace(
                copy,
                state=CopyState.DELETED,
                deleted_at=work.now,
                method=Method.ATTESTED.value,
                asked_why=None,
                asked_at=None,
            )
            work.session.copies.update(gone)
            work.note("copy.confirmed", copy.id, project=copy.project_id, data={"what": "elsewhere"})
            work.note(
                "copy.deleted",
                copy.id,
                project=copy.project_id,
                data={"method": gone.method, "agreement": copy.agreement_id, "residuals": 0},
            )
        self._certificates.issue(
            copy.agreement_id, [Removed(copy=gone, outcome=Outcome.DELETED, method=Method.ATTESTED)]
        )
        return CopyView(copy=self.show(copy.id).copy, state=CopyState.DELETED)
