"""What a decision does to one finding: its file, its sealed file, its record."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from app.actions.begun import Begun, begin, end
from app.actions.content import refuse_protected, sha256_of
from app.actions.folders import place_owner
from app.actions.office import Office, Work
from app.actions.sealing import Sealing, Source, agreement_key, refuse_ended, register_copy, waiting_key
from app.domain.agreement import Agreement, Place
from app.domain.causes import cause_of
from app.domain.copy import Location, OutsideCopy
from app.domain.deletion import Erased, EraseResult
from app.domain.errors import AssistantError, InputError
from app.domain.finding import Finding, FindingState, Resolution, ResolvedHow
from app.domain.folder import FolderKind
from app.domain.identity import FileFacts, FileIdentity, new_id
from app.domain.messages import msg
from app.domain.ports import Files, PlaceKind, Places, Progress, Sealed
from app.vault import Vault

# An agreement for another place than the laptop covers a file that stands there.
GROUND: Final = {Place.OFFICE365: PlaceKind.SYNCHRONISED, Place.ELSEWHERE: PlaceKind.REMOVABLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What became of one finding. `draft`: the ready mail of an asked one; `copy_id`: the copy it became."""

    finding: Finding
    copy_id: str | None = None
    draft: str | None = None


Step = Callable[[], Resolved]


@dataclass(frozen=True, slots=True)
class SealStep:
    """What will seal one finding of `size_bytes`."""

    size_bytes: int
    act: Callable[[Progress | None], Resolved]


class Resolving:
    def __init__(self, office: Office, vault: Vault, sealing: Sealing, files: Files, places: Places) -> None:
        self._office = office
        self._vault = vault
        self._sealing = sealing
        self._files = files
        self._places = places

    # -- before anything is done --------------------------------------------------------------------------------------

    def source(self, finding: Finding) -> Source:
        """The found file, still the one that was found. Raises InputError when it is gone or another."""
        source = self._sealing.source(Path(finding.path), special=finding.special)
        is_same = finding.identity is None or source.facts.identity == finding.identity
        if not is_same and not self._has_content(finding, source.facts):
            raise InputError(msg("finding.other-file", path=finding.path))
        return source

    def ready_to_seal(self, finding: Finding, agreement: Agreement) -> SealStep:
        """What will seal it. Raises InputError when that cannot be done."""
        if agreement.place is not Place.LAPTOP:
            raise InputError(msg("agreement.other-place", place=agreement.place.value))
        if finding.sealed_digest is not None:
            return SealStep(finding.size_bytes, partial(self._seal_waiting, finding, agreement))
        source = self.source(finding)
        return SealStep(source.facts.size_bytes, partial(self._seal, finding, source, agreement))

    def ready_to_keep(self, finding: Finding, agreement: Agreement) -> Step:
        """What will register it in place. Raises InputError when that cannot be done."""
        if finding.sealed_digest is not None:
            raise InputError(msg("finding.waiting-seal"))
        if finding.is_place:
            return partial(self._keep_place, finding, agreement)
        source = self.source(finding)
        on_laptop = agreement.place is Place.LAPTOP
        if not on_laptop and self._places.of(source.path.parent).kind is not GROUND[agreement.place]:
            raise InputError(msg("agreement.other-place", place=agreement.place.value))
        return partial(self._keep, finding, source, agreement)

    def refuse_changed(self, finding: Finding) -> None:
        """A decision about the content counts for the content that was looked at. Raises InputError."""
        facts = self._facts(finding)
        if facts is None:
            raise InputError(msg("file.missing", path=finding.path))
        if self._has_changed(finding, facts):
            raise InputError(msg("finding.changed", path=finding.path))

    def refuse_irremovable(self, finding: Finding) -> None:
        """What was found may be deleted; what came in its place, or changed since, may not. Raises InputError."""
        if finding.is_place or finding.sealed_digest is not None:
            return
        with self._office.look() as session:
            refuse_protected(session, self._places, Path(finding.path))
        facts = self._facts(finding)
        if facts is not None and self._has_changed(finding, facts):
            is_other = facts.identity != finding.identity
            raise InputError(msg("deletion.other-file" if is_other else "finding.changed", path=finding.path))

    def is_there(self, finding: Finding) -> bool:
        try:
            return finding.is_place or self._facts(finding) is not None
        except InputError:
            return True

    # -- the ways -----------------------------------------------------------------------------------------------------

    def wait(self, finding: Finding, source: Source, progress: Progress | None = None) -> Resolved:
        """Put the file away under a key of its own. `finding` says already who is asked, and until when."""
        sealed = self._sealing.seal_waiting(finding.id, source, progress)
        with self._sealing.recording(finding.id) as work:
            waiting = replace(
                finding,
                state=FindingState.WAITING,
                original_path=str(source.path),
                sealed_digest=sealed.digest,
                sealed_bytes=sealed.sealed_bytes,
                sealed_at=work.now,
                sha256=sealed.sha256,
                size_bytes=sealed.size_bytes,
                identity=source.facts.identity,
                modified_ns=source.facts.modified_ns,
            )
            _refuse_resolved(work, finding)
            work.session.findings.update(waiting)
            work.note("finding.resolved", finding.id, project=finding.project_id, data={"how": ResolvedHow.ASKED.value})
            begin(work, Begun.ORIGINAL, finding.id, source.path)
        if self._sealing.remove_unchanged(source.path, source.facts):
            with self._office.change() as work:
                waiting = replace(work.session.findings.get(finding.id), original_gone=True)
                work.session.findings.update(waiting)
                end(work, Begun.ORIGINAL, finding.id)
        return Resolved(finding=waiting, draft=waiting.draft)

    def remove(self, finding: Finding, how: ResolvedHow) -> Resolved:
        if finding.is_place:
            return self._leave_place(finding, how)
        what = Begun.RETURNING if how is ResolvedHow.RETURNED else Begun.ERASING
        self.refuse_irremovable(finding)
        with self._office.change() as work:
            begin(work, what, finding.id, finding.original_path or finding.path)
        try:
            result = self._erase(finding) if finding.sealed_digest is None else self._erase_waiting(finding)
        except InputError:
            with self._office.change() as work:
                end(work, what, finding.id)
            raise  # any other error leaves the note: perhaps the key is gone already, so a later start finishes it
        with self._office.change() as work:
            end(work, what, finding.id)
            return Resolved(finding=record_erased(work, finding, how, result))

    # -- one way each -------------------------------------------------------------------------------------------------

    def _seal(self, finding: Finding, source: Source, agreement: Agreement, progress: Progress | None) -> Resolved:
        done: list[Finding] = []

        def also(work: Work, _copy: OutsideCopy) -> None:
            done.append(resolve(work, finding, ResolvedHow.SEALED, agreement=agreement))

        copy = self._sealing.seal(source, agreement, progress, also=also)
        return Resolved(finding=done[-1], copy_id=copy.id)

    def _seal_waiting(self, finding: Finding, agreement: Agreement, progress: Progress | None) -> Resolved:
        """The client's answer came: the file moves from its own key to the agreement's; then its own key is destroyed."""
        copy_id = new_id()
        with self._office.change() as work:
            refuse_ended(work, agreement)
            self._sealing.ensure_key(work, agreement_key(agreement.id), "agreement")
            begin(work, Begun.SEALING, copy_id)
        sealed = self._rekeyed(finding, copy_id, agreement, progress)
        with self._sealing.recording(copy_id) as work:
            self._sealing.refuse_without_key(agreement.id)
            current = work.session.agreements.get(agreement.id)
            refuse_ended(work, current)
            copy = register_copy(work, _copy_of_waiting(work, copy_id, finding, current, sealed), current)
            work.note("vault.sealed", copy.id, project=copy.project_id, data={"bytes": sealed.sealed_bytes})
            done = resolve(work, without_seal(finding), ResolvedHow.SEALED, agreement=current)
            begin(work, Begun.SEALING, finding.id)  # no record speaks of its own sealed file any more
            if not finding.original_gone and copy.original_path is not None:
                end(work, Begun.ORIGINAL, finding.id)
                begin(work, Begun.ORIGINAL, copy.id, copy.original_path)
        self._drop_waiting(finding)
        if not finding.original_gone:
            self._sealing.take_original(copy, _facts_of(finding))
        return Resolved(finding=done, copy_id=copy_id)

    def _rekeyed(self, finding: Finding, copy_id: str, agreement: Agreement, progress: Progress | None) -> Sealed:
        own_key, new_key = waiting_key(finding.id), agreement_key(agreement.id)
        try:
            return self._vault.rekey(finding.id, copy_id, own_key, new_key, finding.sha256, progress)
        except AssistantError:
            self._sealing.take_back(copy_id)
            raise

    def _keep(self, finding: Finding, source: Source, agreement: Agreement) -> Resolved:
        sha256 = _digest(source.path)
        self._sealing.fingerprinting.remember(source.path, sha256, source.facts.size_bytes)
        with self._office.change() as work:
            refuse_ended(work, agreement)
            copy = OutsideCopy(
                id=new_id(),
                project_id=agreement.project_id,
                agreement_id=agreement.id,
                location=Location.IN_PLACE,
                name=source.path.name,
                created_at=work.now,
                path=str(source.path),
                size_bytes=source.facts.size_bytes,
                sha256=sha256,
                identity=source.facts.identity,
                modified_ns=source.facts.modified_ns,
                special=finding.special,
            )
            register_copy(work, copy, agreement)
            return Resolved(finding=resolve(work, finding, ResolvedHow.KEPT, agreement=agreement), copy_id=copy.id)

    def _keep_place(self, finding: Finding, agreement: Agreement) -> Resolved:
        """A client's own storage under an agreement: attested by a person in the end, never deleted by the assistant."""
        with self._office.change() as work:
            refuse_ended(work, agreement)
            copy = OutsideCopy(
                id=new_id(),
                project_id=agreement.project_id,
                agreement_id=agreement.id,
                location=Location.OFFICE365 if agreement.place is Place.OFFICE365 else Location.ELSEWHERE,
                name=finding.path,
                created_at=work.now,
            )
            register_copy(work, copy, agreement)
            return Resolved(finding=resolve(work, finding, ResolvedHow.KEPT, agreement=agreement), copy_id=copy.id)

    def _leave_place(self, finding: Finding, how: ResolvedHow) -> Resolved:
        """A client place is settled when the folder is gone, or no longer the client's storage: what the sync left behind
        there is then looked at file by file. Raises InputError."""
        path = Path(finding.path)
        is_there = os.path.lexists(path)
        with self._office.change() as work:
            clients = tuple(work.session.clients.all())
            if is_there and place_owner(self._places.of(path), str(path), clients) is not None:
                raise InputError(msg("place.stop-sync", path=finding.path))
            folder = work.session.folders.by_path(finding.path)
            if is_there and folder is not None:
                work.session.folders.update(replace(folder, kind=FolderKind.WATCHED, client_id=None))
            return Resolved(finding=resolve(work, finding, how))

    # -- deleting -----------------------------------------------------------------------------------------------------

    def _erase(self, finding: Finding) -> EraseResult:
        """Delete the found file itself. Nothing at its place is fine; another file there is left alone and said."""
        path, facts = Path(finding.path), self._facts(finding)
        if finding.identity is None:
            raise InputError(msg("file.missing", path=str(path)))
        return self._checked(path, self._files.erase(path, finding.identity if facts is None else facts.identity))

    def _erase_waiting(self, finding: Finding) -> EraseResult:
        """The original first, where it could not be taken away when it was sealed; then key and sealed file."""
        if not finding.original_gone and finding.original_path is not None:
            path = Path(finding.original_path)
            if not self._sealing.remove_unchanged(path, _facts_of(finding)) and self._is_identical(path, finding):
                raise InputError(msg("deletion.blocked", path=str(path), why=self._holders(path)))
        self._drop_waiting(finding)
        return EraseResult.GONE

    def _drop_waiting(self, finding: Finding) -> None:
        """Destroy the key of a file that waited, then its sealed file."""
        self._vault.destroy_key(waiting_key(finding.id))
        self._vault.discard(finding.id)
        with self._office.change() as work:
            end(work, Begun.SEALING, finding.id)
            note_key_destroyed(work, finding)

    def _checked(self, path: Path, erased: Erased) -> EraseResult:
        if erased.result is EraseResult.BLOCKED:
            why = self._holders(path) or erased.detail or ""
            raise InputError(msg("deletion.blocked", path=str(path), why=why))
        if erased.result in (EraseResult.OTHER_FILE, EraseResult.UNSAFE):
            raise InputError(msg("deletion.other-file", path=str(path)))
        return erased.result

    def _holders(self, path: Path) -> str:
        return ", ".join(self._files.holders(path) or ())

    # -- looking ------------------------------------------------------------------------------------------------------

    def _facts(self, finding: Finding) -> FileFacts | None:
        try:
            return self._files.facts(Path(finding.path))
        except OSError as error:
            raise InputError(msg("file.unreadable", path=finding.path, why=cause_of(error))) from error

    def _is_identical(self, path: Path, finding: Finding) -> bool:
        """Whether the very file that was sealed still stands at `path`, as it was."""
        try:
            facts = self._files.facts(path)
        except OSError:
            return True  # it cannot be told that it is gone
        return facts is not None and facts.identity == finding.identity and facts.modified_ns == finding.modified_ns

    def _has_changed(self, finding: Finding, facts: FileFacts) -> bool:
        """Whether another content stands there than was looked at. A save by rename gives the same one a new number."""
        known = (finding.identity, finding.size_bytes, finding.modified_ns)
        if (facts.identity, facts.size_bytes, facts.modified_ns) == known:
            return False
        return not self._has_content(finding, facts)

    def _has_content(self, finding: Finding, facts: FileFacts) -> bool:
        path = Path(facts.path)
        if finding.sha256 is None or finding.size_bytes != facts.size_bytes or self._files.is_cloud_only(path):
            return False
        try:
            return sha256_of(path) == finding.sha256
        except OSError:
            return False


def resolve(
    work: Work, finding: Finding, how: ResolvedHow, *, agreement: Agreement | None = None, reason: str | None = None
) -> Finding:
    """Close a finding and journal how. Raises InputError when another process has done so meanwhile."""
    is_here = _refuse_resolved(work, finding)
    resolution = Resolution(how=how, at=work.now, agreement_id=agreement.id if agreement else None, reason=reason)
    done = replace(
        finding,
        state=FindingState.RESOLVED,
        resolution=resolution,
        project_id=agreement.project_id if agreement else finding.project_id,
    )
    # The guard may have seen the file go, and closed the finding, while it was being deleted here.
    keep = work.session.findings.update if is_here else work.session.findings.add
    keep(done)
    work.note(
        "finding.resolved",
        finding.id,
        project=done.project_id,
        data={"how": how.value, "agreement": resolution.agreement_id},
    )
    return done


def record_erased(work: Work, finding: Finding, how: ResolvedHow, result: EraseResult = EraseResult.GONE) -> Finding:
    """The found file, or its sealed file, is gone: say so, and close the finding."""
    work.note("finding.deleted", finding.id, project=finding.project_id, data={"result": result.value})
    return resolve(work, without_seal(finding), how)


def note_key_destroyed(work: Work, finding: Finding) -> None:
    work.note("key.destroyed", finding.id, project=finding.project_id, data={"purpose": "waiting"})


def _refuse_resolved(work: Work, finding: Finding) -> bool:
    """Whether the finding is still recorded."""
    known = work.session.findings.find(finding.id)
    if known is not None and known.state is FindingState.RESOLVED:
        raise InputError(msg("finding.resolved-already"))
    return known is not None


def name_of(finding: Finding) -> str:
    return Path(finding.path).name


def without_seal(finding: Finding) -> Finding:
    return replace(finding, sealed_digest=None, sealed_bytes=None, sealed_at=None)


def _digest(path: Path) -> str:
    try:
        return sha256_of(path)
    except OSError as error:
        raise InputError(msg("file.unreadable", path=str(path), why=cause_of(error))) from error


def _facts_of(finding: Finding) -> FileFacts:
    """The original of a waiting finding as it was when it was sealed."""
    return FileFacts(
        path=finding.original_path or "",
        identity=finding.identity or FileIdentity(volume="", file_id=""),
        size_bytes=finding.size_bytes,
        modified_ns=finding.modified_ns,
        changed_ns=0,
        links=1,
    )


def _copy_of_waiting(work: Work, copy_id: str, finding: Finding, agreement: Agreement, sealed: Sealed) -> OutsideCopy:
    return OutsideCopy(
        id=copy_id,
        project_id=agreement.project_id,
        agreement_id=agreement.id,
        location=Location.VAULT,
        name=name_of(finding),
        created_at=work.now,
        path=sealed.path.name,
        size_bytes=sealed.size_bytes,
        sha256=sealed.sha256,
        identity=finding.identity,
        modified_ns=finding.modified_ns,
        sealed_digest=sealed.digest,
        sealed_bytes=sealed.sealed_bytes,
        sealed_at=work.now,
        original_path=finding.original_path,
        original_method="unlink" if finding.original_gone else None,
        special=finding.special,
    )
