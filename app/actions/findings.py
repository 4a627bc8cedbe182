"""Resolving findings in the seven ways of the contract. Source: VR-P1a, VR-P3, VR-P5a, VR-P5b, VT-U1.

What is decided for several findings is looked into for all of them before the first is acted on.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.actions.access import Leave
from app.actions.advising import Advising
from app.actions.asking import Asking
from app.actions.candidates import Candidate, candidates
from app.actions.errors import required
from app.actions.finding_records import Resolved, name_of, resolve
from app.actions.found_files import FoundFiles
from app.actions.intake import TAKEN_BACK
from app.actions.office import Office, Work
from app.actions.progress import shares
from app.actions.resolving import Resolving
from app.actions.sealing import Sealing
from app.actions.taking_in import series_of
from app.actions.waiting import Waiting
from app.domain.access import Act
from app.domain.advice import Advice, advice_on, advice_on_all
from app.domain.agreement import Agreement
from app.domain.errors import AssistantError, InputError
from app.domain.exception import NotClientData
from app.domain.finding import (
    EXCEPTION_TERM,
    PROVENANCE_REASONS,
    Finding,
    FindingState,
    ResolvedHow,
    Verdict,
    can_undo,
    may_be_documentation,
)
from app.domain.finding_group import FindingGroup, most_urgent_first
from app.domain.identity import new_id
from app.domain.messages import msg
from app.domain.ports import Files, Places, Progress
from app.domain.project import Project, ProjectStatus
from app.vault import Vault


class FindingActions:
    def __init__(
        self,
        office: Office,
        vault: Vault,
        sealing: Sealing,
        files: Files,
        places: Places,
        asking: Asking,
        may: Leave,
    ) -> None:
        self._may = may
        self._office = office
        self._asking = asking
        self._places = places
        self._found = FoundFiles(office, files, places)
        self._waiting = Waiting(office, vault, sealing, self._found)
        self._one = Resolving(office, sealing, files, places, self._found, self._waiting)

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

    # -- by group -----------------------------------------------------------------------------------------------------

    def groups(self, which: FindingState = FindingState.OPEN) -> tuple[FindingGroup, ...]:
        """All findings in one state, added up by group, the most urgent first; 5,000 of them in about 25 ms."""
        with self._office.look() as session:
            return most_urgent_first(session.findings.groups(which))

    def of_group(
        self, group: str, which: FindingState | None = None, offset: int = 0, limit: int = 200
    ) -> tuple[Finding, ...]:
        """A page of the findings of a group, in the order in which they were found. `which`: those in one state."""
        states = tuple(FindingState) if which is None else (which,)
        with self._office.look() as session:
            return tuple(session.findings.page_of_group(group, states, offset, limit))

    def groups_with(self, text: str, which: FindingState = FindingState.OPEN) -> frozenset[str]:
        """Ids of the groups with a file in whose name every word of `text` occurs. Upper and lower case, and the two ways to
        write an accent, are alike."""
        words = _folded(text).split()
        with self._office.look() as session:
            paths = session.findings.paths(which)
        return frozenset(group for group, path in paths if all(word in _folded(Path(path).name) for word in words))

    def advice(self, *groups: str, which: FindingState | None = None) -> Advice:
        """What fits one group, or several that are decided on together. `which`: their open or their waiting part; by default
        the open one where there is one. Raises NotFoundError, InputError when nothing is left to decide."""
        with self._office.look() as session:
            advising = Advising(session, self._places, self._office.clock.now())
            return advice_on_all([advising.facts_of(group, which) for group in groups])

    def advice_on_files(self, some: Sequence[Finding]) -> Advice:
        """What fits some files of one group. Raises as `advice` does."""
        with self._office.look() as session:
            return advice_on(Advising(session, self._places, self._office.clock.now()).facts_of_files(some))

    def agreements_for(self, starts: Sequence[str], how: ResolvedHow) -> tuple[Candidate, ...]:
        """The agreements from which a person chooses when findings are sealed or kept (`how`). Raises as `pick` does."""
        findings = self.pick(starts)
        with self._office.look() as session:
            return candidates(session, findings, how, self._places, self._office.clock.now())

    # -- the seven ways -----------------------------------------------------------------------------------------------

    def seal(
        self, starts: Sequence[str], agreement_start: str, *, progress: Progress | None = None
    ) -> tuple[Resolved, ...]:
        """In the vault under an agreement. A file that waited for the client's answer moves to the agreement's key.

        `progress` counts the bytes of all files; where it raises Stopped, what was finished stays finished.
        """
        findings = self.pick(starts)
        agreement = self._agreement_for(findings, agreement_start)
        self._may(Act.FINDING_SEAL, agreement.project_id)
        _refuse_places(findings)
        ready = [self._one.ready_to_seal(finding, agreement) for finding in findings]
        parts = shares(progress, [step.size_bytes for step in ready])
        return tuple(step.act(part) for step, part in zip(ready, parts, strict=True))

    def keep(self, starts: Sequence[str], agreement_start: str) -> tuple[Resolved, ...]:
        """In place under an agreement: registered where it stands, with the same deadline."""
        findings = self.pick(starts)
        agreement = self._agreement_for(findings, agreement_start)
        self._may(Act.FINDING_KEEP, agreement.project_id)
        if any(f.special for f in findings) and agreement.approved_at is None:
            raise InputError(msg("agreement.needs-approval"))
        ready = [self._one.ready_to_keep(finding, agreement) for finding in findings]
        return tuple(step() for step in ready)

    def ask(self, starts: Sequence[str], mail: str, *, progress: Progress | None = None) -> tuple[Resolved, ...]:
        """Ask the client: a ready mail, and the files wait sealed. One mail for all; their client must be one.

        `progress` as in `seal`.
        """
        findings = [f for f in self.pick(starts) if f.state is FindingState.OPEN]
        _refuse_places(findings)
        if not findings:
            raise InputError(msg("finding.waiting-already"))
        client, address = self._asking.client_of(findings, mail)
        ready = [(finding, self._one.source(finding)) for finding in findings]
        draft = self._asking.write_draft(findings, client, address)
        until = self._asking.answer_by(self._office.clock.now())
        asked = [
            replace(f, client_id=client.id, asked_mail=address, draft=str(draft), decide_by=until) for f in findings
        ]
        parts = shares(progress, [source.facts.size_bytes for _, source in ready])
        done: list[Resolved] = []
        try:
            for finding, (_, source), part in zip(asked, ready, parts, strict=True):
                done.append(self._waiting.put_away(finding, source, part))
        except AssistantError:
            if not done:
                draft.unlink(missing_ok=True)  # nothing waits: there is nothing to ask
            raise
        return tuple(done)

    def returned(self, starts: Sequence[str]) -> tuple[Resolved, ...]:
        """Back with the client: what is left of it here is deleted."""
        return self._remove(starts, ResolvedHow.RETURNED)

    def delete(self, starts: Sequence[str]) -> tuple[Resolved, ...]:
        return self._remove(starts, ResolvedHow.DELETED)

    def documentation(self, starts: Sequence[str], code: str) -> tuple[Resolved, ...]:
        """Project documentation: refused while personal data beyond business contacts is in it (VR-P5a, VR-P5b)."""
        findings = self.pick(starts)
        _refuse_places(findings)
        for finding in findings:
            _refuse_no_documentation(finding)
            self._found.refuse_changed(finding)
        with self._office.change() as work:
            project = work.session.projects.resolve(code)
            _refuse_other_project(findings, project)
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
        why = required(reason, "reason")
        _refuse_places(findings)
        if any(f.state is FindingState.WAITING for f in findings):
            raise InputError(msg("finding.waiting-already"))
        for finding in findings:
            self._found.refuse_changed(finding)
        with self._office.change() as work:
            for finding in findings:
                _remember(work, finding, why)
            return tuple(Resolved(finding=resolve(work, f, ResolvedHow.NOT_CLIENT_DATA, reason=why)) for f in findings)

    def forget(self, start: str) -> Finding:
        """Take "not client data" (or "documentation") back: the finding is open again, with a new term, if its file still
        is there; and other files that were passed over because of it are looked at again."""
        with self._office.change() as work:
            return self._forget(work, work.session.findings.resolve(start)[0])

    def undo(self, starts: Sequence[str]) -> tuple[Finding, ...]:
        """As `forget`, for several at once: all of them or none. Of a group those that can be taken back. Raises InputError
        when one was decided in another way, or of a group nothing can be taken back."""
        with self._office.change() as work:
            found = {f.id: f for start in starts for f in _undoable(work.session.findings.resolve(start))}
            return tuple(self._forget(work, finding) for finding in found.values())

    # -- how ----------------------------------------------------------------------------------------------------------

    def _forget(self, work: Work, finding: Finding) -> Finding:
        if finding.resolution is None or not can_undo(finding.resolution.how):
            raise InputError(msg("finding.not-forgettable"))
        for exception in work.session.exceptions.all():
            if exception.finding_id == finding.id:
                forget_exception(work, exception)
        work.note("finding.forgotten", finding.id, project=finding.project_id)
        if not self._found.is_there(finding):
            return finding
        term = finding.decide_by - finding.found_at
        opened = replace(
            finding, state=FindingState.OPEN, resolution=None, found_at=work.now, decide_by=work.now + term
        )
        work.session.findings.update(opened)
        return opened

    def _remove(self, starts: Sequence[str], how: ResolvedHow) -> tuple[Resolved, ...]:
        findings = self.pick(starts)
        for finding in findings:
            self._found.refuse_irremovable(finding)
        return tuple(self._one.remove(finding, how) for finding in findings)

    def _agreement_for(self, findings: Sequence[Finding], start: str) -> Agreement:
        """The agreement, of the same client as the findings. Raises InputError."""
        with self._office.look() as session:
            agreement = session.agreements.resolve(start)
            client_id = session.projects.get(agreement.project_id).client_id
        if any(f.client_id is not None and f.client_id != client_id for f in findings):
            raise InputError(msg("agreement.other-client"))
        return agreement


def _undoable(findings: Sequence[Finding]) -> Sequence[Finding]:
    """Those that can be taken back; where none can, all of them, so that it is said why."""
    can = [f for f in findings if f.resolution is not None and can_undo(f.resolution.how)]
    return can or findings


def forget_exception(work: Work, exception: NotClientData) -> None:
    """It counts no more: what was passed over because of it is looked at again."""
    work.session.exceptions.remove(exception.id)
    work.session.notes.count(TAKEN_BACK)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _refuse_places(findings: Sequence[Finding]) -> None:
    for finding in findings:
        if finding.is_place:
            raise InputError(msg("place.stop-sync", path=finding.path))


def _refuse_no_documentation(finding: Finding) -> None:
    if finding.state is FindingState.WAITING:
        raise InputError(msg("finding.waiting-already"))
    if finding.verdict is Verdict.UNREADABLE:
        raise InputError(msg("finding.unread"))
    if finding.special or not may_be_documentation(finding.kinds):
        raise InputError(msg("finding.not-documentation", kinds=", ".join(sorted(finding.kinds)) or "–"))


def _refuse_other_project(findings: Sequence[Finding], project: Project) -> None:
    if project.status is ProjectStatus.CLOSED:
        raise InputError(msg("project.is-closed", code=project.code))
    if any(f.client_id is not None and f.client_id != project.client_id for f in findings):
        raise InputError(msg("finding.other-client", code=project.code))


def _remember(work: Work, finding: Finding, reason: str) -> None:
    """A series only where nothing but the content spoke for a client: an origin or label is of that one file."""
    by_origin = any(r.type in PROVENANCE_REASONS for r in finding.reasons)
    series = None if by_origin or finding.client_id is not None else series_of(name_of(finding))
    work.session.exceptions.add(
        NotClientData(
            id=new_id(),
            sha256=finding.sha256,
            series=series,
            reason=reason,
            finding_id=finding.id,
            created_at=work.now,
            expires_at=work.now + EXCEPTION_TERM,
        )
    )
