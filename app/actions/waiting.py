"""A found file that waits for the client's answer, sealed under a key of its own: put away, sealed for good, or erased."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.actions.begun import Begun, begin, end
from app.actions.finding_records import Resolved, name_of, note_key_destroyed, refuse_resolved, resolve, without_seal
from app.actions.found_files import FoundFiles
from app.actions.office import Office, Work
from app.actions.registering import refuse_ended, register_copy
from app.actions.sealing import Sealing, Source, agreement_key, waiting_key
from app.domain.agreement import Agreement
from app.domain.copy import Location, OutsideCopy
from app.domain.deletion import EraseResult
from app.domain.errors import InputError
from app.domain.finding import Finding, FindingState, ResolvedHow
from app.domain.identity import FileFacts, FileIdentity, new_id
from app.domain.messages import msg
from app.domain.ports import Progress, Sealed
from app.vault import Vault


class Waiting:
    def __init__(self, office: Office, vault: Vault, sealing: Sealing, found: FoundFiles) -> None:
        self._office = office
        self._vault = vault
        self._sealing = sealing
        self._found = found

    def put_away(self, finding: Finding, source: Source, progress: Progress | None = None) -> Resolved:
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
            refuse_resolved(work, finding)
            work.session.findings.update(waiting)
            work.note("finding.resolved", finding.id, project=finding.project_id, data={"how": ResolvedHow.ASKED.value})
            begin(work, Begun.ORIGINAL, finding.id, source.path)
        if self._sealing.remove_unchanged(source.path, source.facts):
            with self._office.change() as work:
                waiting = replace(work.session.findings.get(finding.id), original_gone=True)
                work.session.findings.update(waiting)
                end(work, Begun.ORIGINAL, finding.id)
        return Resolved(finding=waiting, draft=waiting.draft)

    def seal(self, finding: Finding, agreement: Agreement, progress: Progress | None) -> Resolved:
        """The client's answer came: the file moves from its own key to the agreement's; then its own key is destroyed."""
        copy_id = new_id()
        with self._office.change() as work:
            refuse_ended(work, agreement)
            self._sealing.ensure_key(work, agreement_key(agreement.id), "agreement")
            begin(work, Begun.SEALING, copy_id)
        own_key, new_key = waiting_key(finding.id), agreement_key(agreement.id)
        sealed = self._sealing.rekeyed(finding.id, copy_id, own_key, new_key, finding.sha256, progress)
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
        self._drop(finding)
        if not finding.original_gone:
            self._sealing.take_original(copy, _facts_of(finding))
        return Resolved(finding=done, copy_id=copy_id)

    def erase(self, finding: Finding) -> EraseResult:
        """The original first, where it could not be taken away when it was sealed; then key and sealed file."""
        if not finding.original_gone and finding.original_path is not None:
            path = Path(finding.original_path)
            if not self._sealing.remove_unchanged(path, _facts_of(finding)) and self._found.is_identical(path, finding):
                raise InputError(msg("deletion.blocked", path=str(path), why=self._found.holders(path)))
        self._drop(finding)
        return EraseResult.GONE

    def _drop(self, finding: Finding) -> None:
        """Destroy the key of a file that waited, then its sealed file."""
        self._vault.destroy_key(waiting_key(finding.id))
        self._vault.discard(finding.id)
        with self._office.change() as work:
            end(work, Begun.SEALING, finding.id)
            note_key_destroyed(work, finding)


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
