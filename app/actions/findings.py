"""Resolving findings in the seven ways of the contract. Source: VR-P1a, VR-P3, VR-P5a, VR-P5b, VT-U1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.actions.asking import Asking
from app.actions.begun import Begun, begin, end
from app.actions.content import refuse_protected, sha256_of
from app.actions.errors import required
from app.actions.intake import series_of
from app.actions.office import Office, Work
from app.actions.sealing import Sealing, Source, agreement_key, refuse_ended, register_copy, waiting_key
from app.domain.agreement import Agreement, Place
from app.domain.copy import Location, OutsideCopy
from app.domain.deletion import EraseResult
from app.domain.errors import InputError
from app.domain.exception import NotClientData
from app.domain.finding import (
    EXCEPTION_TERM,
    PROVENANCE_REASONS,
    Finding,
    FindingState,
    Resolution,
    ResolvedHow,
    may_be_documentation,
)
from app.domain.identity import FileFacts, new_id
from app.domain.messages import msg
from app.domain.ports import Files, Places
from app.domain.project import ProjectStatus
from app.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What became of one finding. `draft`: the ready mail of an asked one; `copy_id`: the copy it became."""

    finding: Finding
    copy_id: str | None = None
    draft: str | None = None


class FindingActions:
    def __init__(
        self, office: Office, vault: Vault, sealing: Sealing, files: Files, places: Places, asking: Asking
    ) -> None:
        self._office = office
        self._vault = vault
        self._sealing = sealing
        self._files = files
        self._places = places
        self._asking = asking

    def list(self, *, only_open: bool = False) -> tuple[Finding, ...]:
        with self._office.look() as session:
            findings = session.findings.all()
        return tuple(f for f in findings if not only_open or f.state is not FindingState.RESOLVED)

    def show(self, start: str) -> Finding:
        with self._office.look() as session:
            return session.findings.resolve(start)[0]

    def pick(self, starts: Sequence[str]) -> tuple[Finding, ...]:
        """The unresolved findings behind ids of findings or groups. Raises NotFoundError, InputError when none is left."""
        with self._office.look() as session:
            found = {f.id: f for start in starts for f in session.findings.resolve(start)}
        unresolved = tuple(f for f in found.values() if f.state is not FindingState.RESOLVED)
        if not unresolved:
            raise InputError(msg("finding.resolved-already"))
        return unresolved

    # -- the seven ways -----------------------------------------------------------------------------------------------

    def seal(self, starts: Sequence[str], agreement_start: str) -> tuple[Resolved, ...]:
        """In the vault under an agreement. A file that waited for the client's answer moves to the agreement's key."""
        findings = self.pick(starts)
        agreement = self._agreement_for(findings, agreement_start)
        _refuse_places(findings)
        if agreement.place is not Place.LAPTOP:
            raise InputError(msg("agreement.other-place", place=agreement.place.value))
        return tuple(self._seal_one(finding, agreement) for finding in findings)

    def keep(self, starts: Sequence[str], agreement_start: str) -> tuple[Resolved, ...]:
        """In place under an agreement: registered where it stands, with the same deadline."""
        findings = self.pick(starts)
        agreement = self._agreement_for(findings, agreement_start)
        if any(f.special for f in findings) and agreement.approved_at is None:
            raise InputError(msg("agreement.needs-approval"))
        return tuple(self._keep_one(finding, agreement) for finding in findings)

    def ask(self, starts: Sequence[str], mail: str) -> tuple[Resolved, ...]:
        """Ask the client: a ready mail, and the files wait sealed. One mail for all; their client must be one."""
        findings = [f for f in self.pick(starts) if f.state is FindingState.OPEN]
        _refuse_places(findings)
        if not findings:
            raise InputError(msg("finding.waiting-already"))
        client = self._asking.client_of(findings, mail)
        sources = [(finding, self._source(finding)) for finding in findings]
        draft = self._asking.write_draft(findings, client, mail)
        return tuple(self._wait_one(finding, source, mail, draft) for finding, source in sources)

    def returned(self, starts: Sequence[str]) -> tuple[Resolved, ...]:
        """Back with the client: what is left of it here is deleted."""
        return tuple(self._remove_one(finding, ResolvedHow.RETURNED) for finding in self.pick(starts))

    def delete(self, starts: Sequence[str]) -> tuple[Resolved, ...]:
        return tuple(self._remove_one(finding, ResolvedHow.DELETED) for finding in self.pick(starts))

    def documentation(self, starts: Sequence[str], code: str) -> tuple[Resolved, ...]:
        """Project documentation: refused while personal data beyond business contacts is in it (VR-P5a, VR-P5b)."""
        findings = self.pick(starts)
        for finding in findings:
            if finding.is_place or finding.special or not may_be_documentation(finding.kinds):
                raise InputError(msg("finding.not-documentation", kinds=", ".join(sorted(finding.kinds)) or "–"))
            if finding.state is FindingState.WAITING:
                raise InputError(msg("finding.waiting-already"))
        with self._office.change() as work:
            project = work.session.projects.resolve(code)
            if project.status is ProjectStatus.CLOSED:
                raise InputError(msg("project.is-closed", code=project.code))
            return tuple(
                Resolved(
                    finding=resolve(
                        work, replace(f, project_id=project.id), ResolvedHow.DOCUMENTATION, reason=project.code
                    )
                )
                for f in findings
            )

    def not_client_data(self, starts: Sequence[str], reason: str) -> tuple[Resolved, ...]:
        """Remembered for the same content, or the same named series; expires after a year; can be taken back."""
        findings = self.pick(starts)
        required(reason, "reason")
        _refuse_places(findings)
        if any(f.state is FindingState.WAITING for f in findings):
            raise InputError(msg("finding.waiting-already"))
        with self._office.change() as work:
            for finding in findings:
                _remember(work, finding, reason)
            return tuple(
                Resolved(finding=resolve(work, f, ResolvedHow.NOT_CLIENT_DATA, reason=reason)) for f in findings
            )

    def forget(self, start: str) -> Finding:
        """Take "not client data" (or "documentation") back: the finding is open again, with a new term."""
        with self._office.change() as work:
            finding = work.session.findings.resolve(start)[0]
            taken_back = (ResolvedHow.NOT_CLIENT_DATA, ResolvedHow.DOCUMENTATION)
            if finding.resolution is None or finding.resolution.how not in taken_back:
                raise InputError(msg("finding.not-forgettable"))
            for exception in work.session.exceptions.all():
                if exception.finding_id == finding.id:
                    work.session.exceptions.remove(exception.id)
            term = finding.decide_by - finding.found_at
            opened = replace(
                finding, state=FindingState.OPEN, resolution=None, found_at=work.now, decide_by=work.now + term
            )
            work.session.findings.update(opened)
            work.note("finding.forgotten", finding.id, project=finding.project_id)
            return opened

    # -- one finding --------------------------------------------------------------------------------------------------

    def _seal_one(self, finding: Finding, agreement: Agreement) -> Resolved:
        if finding.sealed_digest is not None:
            return self._seal_waiting(finding, agreement)
        source = self._source(finding)
        copy = self._sealing.seal(source, agreement)
        with self._office.change() as work:
            done = resolve(work, finding, ResolvedHow.SEALED, agreement=agreement)
        return Resolved(finding=done, copy_id=copy.id)

    def _seal_waiting(self, finding: Finding, agreement: Agreement) -> Resolved:
        """The client's answer came: the file moves from its own key to the agreement's; then its own key is destroyed."""
        copy_id = new_id()
        with self._office.change() as work:
            refuse_ended(work, agreement)
            if not self._vault.has_key(agreement_key(agreement.id)):
                self._vault.ensure_key(agreement_key(agreement.id))
                work.note("key.created", agreement.id, data={"purpose": "agreement"})
            begin(work, Begun.SEALING, copy_id)
        sealed = self._vault.rekey(finding.id, copy_id, waiting_key(finding.id), agreement_key(agreement.id))
        with self._office.change() as work:
            copy = OutsideCopy(
                id=copy_id,
                project_id=agreement.project_id,
                agreement_id=agreement.id,
                location=Location.VAULT,
                name=Path(finding.path).name,
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
            register_copy(work, copy, agreement)
            work.note("vault.sealed", copy.id, project=copy.project_id, data={"bytes": sealed.sealed_bytes})
            end(work, Begun.SEALING, copy_id)
            done = resolve(work, _without_seal(finding), ResolvedHow.SEALED, agreement=agreement)
        self._drop_waiting(finding)
        return Resolved(finding=done, copy_id=copy_id)

    def _keep_one(self, finding: Finding, agreement: Agreement) -> Resolved:
        if finding.sealed_digest is not None:
            raise InputError(msg("finding.waiting-seal"))
        if finding.is_place:
            return self._keep_place(finding, agreement)
        source = self._source(finding)
        try:
            sha256 = sha256_of(source.path)
        except OSError as error:
            raise InputError(msg("file.unreadable", path=str(source.path), why=error.strerror or "")) from error
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
                location=Location.ELSEWHERE,
                name=finding.path,
                created_at=work.now,
            )
            register_copy(work, copy, agreement)
            return Resolved(finding=resolve(work, finding, ResolvedHow.KEPT, agreement=agreement), copy_id=copy.id)

    def _wait_one(self, finding: Finding, source: Source, mail: str, draft: Path) -> Resolved:
        sealed = self._sealing.seal_waiting(finding.id, source)
        with self._office.change() as work:
            waiting = replace(
                finding,
                state=FindingState.WAITING,
                decide_by=self._asking.answer_by(work.now),
                asked_mail=mail,
                draft=str(draft),
                original_path=str(source.path),
                sealed_digest=sealed.digest,
                sealed_bytes=sealed.sealed_bytes,
                sealed_at=work.now,
                sha256=sealed.sha256,
                size_bytes=sealed.size_bytes,
                identity=source.facts.identity,
                modified_ns=source.facts.modified_ns,
            )
            work.session.findings.update(waiting)
            work.note("finding.resolved", finding.id, project=finding.project_id, data={"how": ResolvedHow.ASKED.value})
            end(work, Begun.SEALING, finding.id)
            begin(work, Begun.ORIGINAL, finding.id, source.path)
        if self._sealing.remove_unchanged(source.path, source.facts):
            with self._office.change() as work:
                waiting = replace(waiting, original_gone=True)
                work.session.findings.update(waiting)
                end(work, Begun.ORIGINAL, finding.id)
        return Resolved(finding=waiting, draft=str(draft))

    def _remove_one(self, finding: Finding, how: ResolvedHow) -> Resolved:
        if finding.is_place:
            if Path(finding.path).exists():
                raise InputError(msg("place.stop-sync", path=finding.path))
            with self._office.change() as work:
                return Resolved(finding=resolve(work, finding, how))
        if finding.sealed_digest is not None:
            self._drop_waiting(finding)
        else:
            self._erase_original(finding)
        with self._office.change() as work:
            work.note("finding.deleted", finding.id, project=finding.project_id, data={"result": "gone"})
            return Resolved(finding=resolve(work, _without_seal(finding), how))

    def _erase_original(self, finding: Finding) -> None:
        """Delete the found file itself. Nothing at its place is fine; another file there is left alone and said."""
        path = Path(finding.path)
        with self._office.look() as session:
            refuse_protected(session, self._places, path)
        if finding.identity is None:
            raise InputError(msg("file.missing", path=str(path)))
        with self._office.change() as work:
            begin(work, Begun.ERASING, finding.id, path)
        erased = self._files.erase(path, finding.identity)
        with self._office.change() as work:
            end(work, Begun.ERASING, finding.id)
        if erased.result is EraseResult.BLOCKED:
            holders = ", ".join(self._files.holders(path) or ()) or (erased.detail or "")
            raise InputError(msg("deletion.blocked", path=str(path), why=holders))
        if erased.result in (EraseResult.OTHER_FILE, EraseResult.UNSAFE):
            raise InputError(msg("deletion.other-file", path=str(path)))

    def _drop_waiting(self, finding: Finding) -> None:
        """Destroy the key of a file that waited, then its sealed file."""
        self._vault.destroy_key(waiting_key(finding.id))
        self._vault.discard(finding.id)
        with self._office.change() as work:
            work.note("key.destroyed", finding.id, project=finding.project_id, data={"purpose": "waiting"})

    def _source(self, finding: Finding) -> Source:
        """The found file, still the one that was found. Raises InputError when it is gone or another."""
        source = self._sealing.source(Path(finding.path), special=finding.special)
        if (
            finding.identity is not None
            and source.facts.identity != finding.identity
            and not _same_content(finding, source.facts)
        ):
            raise InputError(msg("finding.other-file", path=finding.path))
        return source

    def _agreement_for(self, findings: Sequence[Finding], start: str) -> Agreement:
        """The agreement, of the same client as the findings. Raises InputError."""
        with self._office.look() as session:
            agreement = session.agreements.resolve(start)
            client_id = session.projects.get(agreement.project_id).client_id
        if any(f.client_id is not None and f.client_id != client_id for f in findings):
            raise InputError(msg("agreement.other-client"))
        return agreement


def resolve(
    work: Work, finding: Finding, how: ResolvedHow, *, agreement: Agreement | None = None, reason: str | None = None
) -> Finding:
    """Close a finding and journal how."""
    resolution = Resolution(how=how, at=work.now, agreement_id=agreement.id if agreement else None, reason=reason)
    done = replace(
        finding,
        state=FindingState.RESOLVED,
        resolution=resolution,
        project_id=agreement.project_id if agreement else finding.project_id,
    )
    work.session.findings.update(done)
    work.note(
        "finding.resolved",
        finding.id,
        project=done.project_id,
        data={"how": how.value, "agreement": resolution.agreement_id},
    )
    return done


def _refuse_places(findings: Sequence[Finding]) -> None:
    for finding in findings:
        if finding.is_place:
            raise InputError(msg("place.stop-sync", path=finding.path))


def _same_content(finding: Finding, facts: FileFacts) -> bool:
    """A save by rename gives the same document another identity; then its content tells."""
    if finding.sha256 is None or finding.size_bytes != facts.size_bytes:
        return False
    try:
        return sha256_of(Path(facts.path)) == finding.sha256
    except OSError:
        return False


def _without_seal(finding: Finding) -> Finding:
    return replace(finding, sealed_digest=None, sealed_bytes=None, sealed_at=None)


def _remember(work: Work, finding: Finding, reason: str) -> None:
    by_origin = any(r.type in PROVENANCE_REASONS for r in finding.reasons)
    work.session.exceptions.add(
        NotClientData(
            id=new_id(),
            sha256=finding.sha256,
            series=None if by_origin else series_of(Path(finding.path).name),
            reason=reason,
            finding_id=finding.id,
            created_at=work.now,
            expires_at=work.now + EXCEPTION_TERM,
        )
    )
