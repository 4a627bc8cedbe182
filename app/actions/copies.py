"""Outside copies: add, plan earlier, move to a longer agreement, confirm. Source: VR-P3, VR-P4, VR-U5b."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.actions.access import Leave
from app.actions.certificates import CertificateActions
from app.actions.cloud_copies.following import CloudFollowing, named_as_found
from app.actions.confirming import Confirming
from app.actions.content import readable_sha256
from app.actions.copy_view import CopyView, shown
from app.actions.deadlines import stamp
from app.actions.errors import required
from app.actions.finding_records import resolve
from app.actions.moving import Moving
from app.actions.office import Office, Work
from app.actions.progress import shares
from app.actions.registering import copy_elsewhere, copy_in_place, refuse_ended, register_copy
from app.actions.sealing import Also, Sealing, Source, is_original
from app.actions.storage_places import StoragePlaces
from app.domain.access import Act
from app.domain.agreement import Agreement, Place
from app.domain.causes import cause_of
from app.domain.cloud_copy import readable
from app.domain.copy import Location, OutsideCopy
from app.domain.errors import AssistantError, InputError, Stopped
from app.domain.finding import FindingState, ResolvedHow
from app.domain.messages import Message, msg
from app.domain.ports import Files, Progress
from app.store import Session


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
        self,
        office: Office,
        sealing: Sealing,
        files: Files,
        certificates: CertificateActions,
        may: Leave,
        storage: StoragePlaces,
        cloud: CloudFollowing,
    ) -> None:
        self._office = office
        self._may = may
        self._storage = storage
        self._cloud = cloud
        self._sealing = sealing
        self._files = files
        self._moving = Moving(office, sealing)
        self._confirming = Confirming(office, files, certificates, cloud.follows)

    def list(self, *, only_live: bool = False) -> tuple[CopyView, ...]:
        with self._office.look() as session:
            copies = session.copies.all(live_only=only_live)
        judgement = self._office.clock.judgement()
        return tuple(shown(copy, judgement) for copy in copies)

    def show(self, start: str) -> CopyView:
        with self._office.look() as session:
            return self._view(session.copies.resolve(start))

    def followed(self) -> frozenset[str]:
        """Ids of the copies whose item in the cloud is known: the assistant removes it itself."""
        if not self._cloud.removing.is_there():
            return frozenset()
        with self._office.look() as session:
            return session.cloud_copies.followed()

    def closing_list(self, code: str) -> tuple[CopyView, ...]:
        """Copies of a project that are no files here, the earliest end first: a person takes them away and confirms it. Those
        that the assistant removes in the cloud are not among them."""
        with self._office.look() as session:
            theirs = session.copies.no_files_of_project(session.projects.resolve(code).id)
            copies = [copy for copy in theirs if not self._cloud.follows(session, copy)]
        judgement = self._office.clock.judgement()
        return tuple(shown(copy, judgement) for copy in copies)

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
        self._may(Act.COPY_ADD, agreement.project_id)
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
        """A copy that is no file here: phone, paper, stick, mail, chat. Same deadline; a person attests that it is gone. One
        in the firm's Office 365 that is named by its address, or its path in the own OneDrive, is followed by id instead."""
        agreement = self._agreement(agreement_start)
        self._may(Act.COPY_ADD, agreement.project_id)
        self._storage.refuse_outside(agreement.place)
        told = required(description, "elsewhere")
        follow = self._cloud.finding.of_text(told) if agreement.place is Place.OFFICE365 else None
        with self._office.change() as work:
            refuse_ended(work, agreement)
            name = readable(told) if agreement.place is Place.OFFICE365 else told
            copy = register_copy(work, copy_elsewhere(work, agreement, name), agreement)
            if follow is not None:
                follow(work, copy)
                copy = named_as_found(work, copy)
            return self._view(copy)

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

    def move(self, start: str, agreement_start: str, *, progress: Progress | None = None) -> CopyView:
        """Bring a copy under another agreement of the same client. Longer only with that agreement's own evidence."""
        self._may(Act.COPY_MOVE, self._agreement(agreement_start).project_id)
        return self._view(self._moving.move(start, agreement_start, progress))

    def confirm(self, start: str) -> CopyView:
        """Answer what the assistant asks: an elsewhere copy is gone, or one that could not be proven to be; a change is known;
        a past deadline is meant."""
        return self._view(self._confirming.confirm(start))

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
        return shown(copy, self._office.clock.judgement())

    def _keep(self, source: Source, agreement: Agreement, progress: Progress | None) -> OutsideCopy:
        if source.special and agreement.approved_at is None:
            raise InputError(msg("agreement.needs-approval"))
        follow = self._sealing.follow_in_cloud(source.path)
        sha256 = readable_sha256(source.path, progress)
        facts = self._files.facts(source.path)
        if facts is None or facts != source.facts:
            raise InputError(msg("vault.source-changed", path=str(source.path)))
        self._sealing.fingerprinting.remember(source.path, sha256, facts.size_bytes)
        with self._office.change() as work:
            refuse_ended(work, agreement)
            _refuse_registered(work.session, source, self._files)
            copy = copy_in_place(work, agreement, facts, sha256, special=source.special)
            kept = register_copy(work, copy, agreement)
            if follow is not None:
                follow(work, kept)
            _resolve_at(source, ResolvedHow.KEPT, agreement)(work, kept)
            return kept


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
