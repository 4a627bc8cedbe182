"""Outside copies: add, move to a longer agreement, plan earlier, confirm. Source: VR-P3, VR-P4, VR-U5b."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.actions.begun import Begun, begin, is_being_deleted
from app.actions.certificates import CertificateActions
from app.actions.content import sha256_of
from app.actions.copy_notes import note_moved_from
from app.actions.deadlines import stamp, terms_of
from app.actions.errors import required
from app.actions.findings import resolve
from app.actions.intake import renewed
from app.actions.office import Office, Work
from app.actions.outcomes import seconds_late
from app.actions.progress import shares
from app.actions.removal import Removed
from app.actions.sealing import (
    Also,
    Sealing,
    Source,
    agreement_key,
    is_original,
    refuse_ended,
    register_copy,
    with_seal,
)
from app.domain.agreement import Agreement, Place
from app.domain.causes import cause_of
from app.domain.copy import AskedWhy, CopyState, Location, OutsideCopy, shown_state
from app.domain.deadline import deadline
from app.domain.deletion import Method, Outcome
from app.domain.errors import AssistantError, InputError, Stopped
from app.domain.finding import FindingState, ResolvedHow
from app.domain.identity import FileFacts, new_id
from app.domain.messages import Message, msg
from app.domain.moments import ClockJudgement, ClockState
from app.domain.ports import Files, Progress, Sealed
from app.store import Session
from app.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyView:
    """A copy and the state a person sees now."""

    copy: OutsideCopy
    state: CopyState


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedFile:
    """A file that a person wants to bring under an agreement. `problem`: why it cannot be."""

    path: Path
    size_bytes: int
    problem: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedCopies:
    """What was registered, and the files that were not, each with the reason."""

    added: tuple[CopyView, ...]
    left: tuple[tuple[Path, Message], ...]


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
        judgement = self._office.clock.judgement()
        return tuple(_shown(copy, judgement) for copy in copies)

    def show(self, start: str) -> CopyView:
        with self._office.look() as session:
            return self._view(session.copies.resolve(start))

    def closing_list(self, code: str) -> tuple[CopyView, ...]:
        """Copies of a project that are no files here, the earliest end first: a person takes them away and confirms it."""
        with self._office.look() as session:
            copies = session.copies.no_files_of_project(session.projects.resolve(code).id)
        judgement = self._office.clock.judgement()
        return tuple(_shown(copy, judgement) for copy in copies)

    def add(
        self,
        path: Path,
        agreement_start: str,
        *,
        in_place: bool = False,
        special: bool = False,
        progress: Progress | None = None,
    ) -> CopyView:
        """Register a file under an agreement: sealed in the vault, or in place. An open finding of it is resolved.

        `progress` counts its bytes and may raise Stopped; then it stands where it stood and nothing is registered.
        """
        agreement = self._agreement(agreement_start)
        if agreement.place is not Place.LAPTOP:
            raise InputError(msg("agreement.other-place", place=agreement.place.value))
        source = self._sealing.source(path, special=special)
        with self._office.look() as session:
            _refuse_registered(session, source, self._files)
        if in_place:
            return self._view(self._keep(source, agreement, progress))
        (whole,) = shares(progress, [source.facts.size_bytes])
        also = _resolve_at(source, ResolvedHow.SEALED, agreement)
        return self._view(self._sealing.seal(source, agreement, whole, also=also))

    def offered(self, paths: Sequence[Path]) -> tuple[OfferedFile, ...]:
        """Whether each of these can be added. A folder cannot: which of its files are meant is for the person to say."""
        return tuple(map(self._offered, paths))

    def add_all(
        self,
        paths: Sequence[Path],
        agreement_start: str,
        *,
        in_place: bool = False,
        special: bool = False,
        progress: Progress | None = None,
    ) -> AddedCopies:
        """`add` each file; one that cannot be added keeps no other from it. `progress` counts the bytes of all together;
        where it raises Stopped, what was added stays. Raises the first error when nothing was added at all."""
        sizes = [offered.size_bytes for offered in self.offered(paths)]
        added: list[CopyView] = []
        left: list[tuple[Path, Message]] = []
        first: AssistantError | None = None
        for number, (path, part) in enumerate(zip(paths, shares(progress, sizes), strict=True)):
            try:
                added.append(self.add(path, agreement_start, in_place=in_place, special=special, progress=part))
            except Stopped as stopped:
                first = stopped
                left += [(rest, stopped.message) for rest in paths[number:]]
                break
            except AssistantError as error:
                first = first or error
                left.append((path, error.message))
        if first is not None and not added:
            raise first
        return AddedCopies(added=tuple(added), left=tuple(left))

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

    def move(self, start: str, agreement_start: str, *, progress: Progress | None = None) -> CopyView:
        """Bring a copy under another agreement of the same client. Longer only with that agreement's own evidence."""
        with self._office.look() as session:
            copy = session.copies.resolve(start)
            old = session.agreements.get(copy.agreement_id)
        new = self._agreement(agreement_start)
        with self._office.look() as session:
            self._refuse_move(Work(session, self._office.clock.now(), ""), copy, old, new)
        if copy.location is Location.VAULT:
            (whole,) = shares(progress, [copy.size_bytes])
            return self._move_sealed(copy, new, whole)
        with self._office.change() as work:
            fresh = work.session.copies.get(copy.id)
            self._refuse_move(work, fresh, work.session.agreements.get(fresh.agreement_id), new)
            return self._view(self._moved(work, fresh, new))

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
        """Answer what the assistant asks: an elsewhere copy is gone, or one that could not be proven to be; a change is known;
        a past deadline is meant."""
        with self._office.look() as session:
            copy = session.copies.resolve(start)
        if copy.state is CopyState.NOT_PROVEN:
            return self._attested(copy)
        if not copy.is_live:
            raise InputError(msg("copy.deleted-already", id=copy.id))
        if copy.asked_why is AskedWhy.PAST_DEADLINE and copy.location not in (Location.ELSEWHERE, Location.OFFICE365):
            return self._answered(copy, "past-deadline")
        if copy.asked_why is AskedWhy.CHANGED:
            return self._answered_changed(copy)
        if copy.location in (Location.ELSEWHERE, Location.OFFICE365):
            return self._attested(copy)
        raise InputError(msg("copy.nothing-asked", id=copy.id))

    # -- how ----------------------------------------------------------------------------------------------------------

    def _offered(self, path: Path) -> OfferedFile:
        try:
            if path.is_dir():
                return OfferedFile(path=path, size_bytes=0, problem=msg("copy.is-folder", name=path.name or str(path)))
            source = self._sealing.source(path)
            with self._office.look() as session:
                _refuse_registered(session, source, self._files)
        except OSError as error:
            problem = msg("file.unreadable", path=str(path), why=cause_of(error))
            return OfferedFile(path=path, size_bytes=0, problem=problem)
        except AssistantError as error:
            return OfferedFile(path=path, size_bytes=0, problem=error.message)
        return OfferedFile(path=path, size_bytes=source.facts.size_bytes)

    def _agreement(self, start: str) -> Agreement:
        with self._office.look() as session:
            return session.agreements.resolve(start)

    def _view(self, copy: OutsideCopy) -> CopyView:
        return _shown(copy, self._office.clock.judgement())

    def _keep(self, source: Source, agreement: Agreement, progress: Progress | None) -> OutsideCopy:
        if source.special and agreement.approved_at is None:
            raise InputError(msg("agreement.needs-approval"))
        sha256 = _digest(source.path, progress)
        facts = self._files.facts(source.path)
        if facts is None or facts != source.facts:
            raise InputError(msg("vault.source-changed", path=str(source.path)))
        self._sealing.fingerprinting.remember(source.path, sha256, facts.size_bytes)
        with self._office.change() as work:
            refuse_ended(work, agreement)
            _refuse_registered(work.session, source, self._files)
            copy = OutsideCopy(
                id=new_id(),
                project_id=agreement.project_id,
                agreement_id=agreement.id,
                location=Location.IN_PLACE,
                name=source.path.name,
                created_at=work.now,
                path=str(source.path),
                size_bytes=facts.size_bytes,
                sha256=sha256,
                identity=facts.identity,
                modified_ns=facts.modified_ns,
                special=source.special,
            )
            kept = register_copy(work, copy, agreement)
            _resolve_at(source, ResolvedHow.KEPT, agreement)(work, kept)
            return kept

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
        if copy.is_out:
            raise InputError(msg("copy.checked-out"))
        if is_being_deleted(work.session, copy.id):
            raise InputError(msg("copy.being-deleted", id=copy.id))

    def _move_sealed(self, copy: OutsideCopy, new: Agreement, progress: Progress | None) -> CopyView:
        """Re-encrypt to the new agreement's key under a new file; the record switches; then the old file goes."""
        target, source = new_id(), (copy.path or "").removesuffix(".age")
        with self._office.change() as work:
            self._sealing.ensure_key(work, agreement_key(new.id), "agreement")
            begin(work, Begun.SEALING, target)
        sealed = self._rekeyed(copy, source, target, new, progress)
        with self._sealing.recording(target) as work:
            fresh = work.session.copies.get(copy.id)
            self._refuse_move(work, fresh, work.session.agreements.get(fresh.agreement_id), new)
            if fresh.path != copy.path:
                raise InputError(msg("copy.overtaken", id=copy.id))
            self._sealing.refuse_without_key(new.id)
            begin(work, Begun.SEALING, source)
            note_moved_from(work, copy.id, copy.agreement_id)
            moved = self._moved(work, with_seal(fresh, sealed, work.now), new)
        self._sealing.drop(source)
        return self._view(moved)

    def _rekeyed(
        self, copy: OutsideCopy, source: str, target: str, new: Agreement, progress: Progress | None
    ) -> Sealed:
        old_key, new_key = agreement_key(copy.agreement_id), agreement_key(new.id)
        try:
            return self._vault.rekey(source, target, old_key, new_key, copy.sha256, progress)
        except AssistantError:
            self._sealing.take_back(target)
            raise

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

    def _as_it_is(self, copy: OutsideCopy) -> FileFacts:
        """The file that stands at its place now. Raises InputError when there is none, or it may not be looked at."""
        path = Path(copy.path or "")
        try:
            facts = self._files.facts(path)
        except OSError as error:
            raise InputError(msg("file.unreadable", path=str(path), why=cause_of(error))) from error
        if facts is None:
            raise InputError(msg("file.missing", path=str(path)))
        return facts

    def _answered_changed(self, copy: OutsideCopy) -> CopyView:
        """The registration is renewed to the file that stands at its place now."""
        facts = self._as_it_is(copy)
        sha256 = _digest(Path(facts.path))
        return self._answered(copy, "changed", lambda fresh: renewed(fresh, facts, sha256))

    def _answered(
        self, copy: OutsideCopy, what: str, renew: Callable[[OutsideCopy], OutsideCopy] = lambda fresh: fresh
    ) -> CopyView:
        with self._office.change() as work:
            fresh = work.session.copies.get(copy.id)
            if not fresh.is_live or fresh.asked_why is not copy.asked_why:
                raise InputError(msg("copy.nothing-asked", id=copy.id))
            state = CopyState.KEPT if fresh.state is CopyState.ASKED else fresh.state
            answered = replace(renew(fresh), state=state, asked_why=None, asked_at=None)
            work.session.copies.update(answered)
            work.note("copy.confirmed", copy.id, project=copy.project_id, data={"what": what})
        return self._view(answered)

    def _attested(self, copy: OutsideCopy) -> CopyView:
        """A person's word that a copy is gone where the assistant cannot see it: recorded as such, and on a declaration."""
        with self._office.change() as work:
            fresh = work.session.copies.get(copy.id)
            if fresh.state is CopyState.DELETED:
                raise InputError(msg("copy.deleted-already", id=copy.id))
            gone = replace(
                fresh,
                state=CopyState.DELETED,
                deleted_at=work.now,
                method=Method.ATTESTED.value,
                asked_why=None,
                asked_at=None,
            )
            work.session.copies.update(gone)
            what = "not-proven" if fresh.state is CopyState.NOT_PROVEN else "elsewhere"
            work.note("copy.confirmed", copy.id, project=copy.project_id, data={"what": what})
            late = seconds_late(gone, work.now)
            work.note(
                "copy.deleted",
                copy.id,
                project=copy.project_id,
                data={"method": gone.method, "agreement": copy.agreement_id, "residuals": 0, "seconds_late": late},
            )
            result = Removed(copy=gone, outcome=Outcome.DELETED, method=Method.ATTESTED)
            self._certificates.issue_within(work, copy.agreement_id, [result])
            return CopyView(copy=work.session.copies.get(copy.id), state=CopyState.DELETED)


def _refuse_registered(session: Session, source: Source, files: Files) -> None:
    """The file is a copy already: in its place, as the working file of a check-out, or as an original that could not be
    taken away yet. A number that the file system gave out again is another file. Raises InputError."""
    path = str(source.path)
    known = [c for c in session.copies.by_identity(source.facts.identity) if c.is_live]
    here = [c for c in session.copies.by_path(path) if c.location is Location.IN_PLACE or c.is_out]
    in_place = [c for c in known if c.location is Location.IN_PLACE and _stands(c, files)]
    pending = [
        c for c in known if c.original_path == path and c.original_method is None and is_original(c, source.facts)
    ]
    if here or in_place or pending:
        raise InputError(msg("copy.registered-already", path=path))


def _stands(copy: OutsideCopy, files: Files) -> bool:
    try:
        facts = files.facts(Path(copy.path or ""))
    except OSError:
        return True
    return facts is not None and facts.identity == copy.identity


def _resolve_at(source: Source, how: ResolvedHow, agreement: Agreement) -> Also:
    """Resolves what was found at that path, in the change that registers the copy."""

    def also(work: Work, _copy: OutsideCopy) -> None:
        for finding in work.session.findings.at_path(str(source.path)):
            if finding.state is FindingState.OPEN:
                resolve(work, finding, how, agreement=agreement)

    return also


def _digest(path: Path, progress: Progress | None = None) -> str:
    try:
        return sha256_of(path, progress)
    except OSError as error:
        raise InputError(msg("file.unreadable", path=str(path), why=cause_of(error))) from error


def _shown(copy: OutsideCopy, judgement: ClockJudgement) -> CopyView:
    trusted = judgement.state is ClockState.TRUSTED
    return CopyView(copy=copy, state=shown_state(copy, judgement.now, time_trusted=trusted))
