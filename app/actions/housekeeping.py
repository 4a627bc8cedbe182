"""Takes up what a crash interrupted, and purges what is past its term. Source: design, Vault and Deletion; VT-T1."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from app.actions.begun import Begun, end, left_behind
from app.actions.findings import resolve
from app.actions.office import Office
from app.actions.sealing import Sealing
from app.domain.copy import OutsideCopy
from app.domain.errors import AssistantError
from app.domain.finding import Finding, FindingState, ResolvedHow
from app.domain.identity import FileFacts, FileIdentity
from app.domain.ports import Files
from app.store import Session
from app.vault import Vault

FINDING_TERM = timedelta(days=184)  # findings are kept 6 months after they were resolved (procedure)
Recover = Callable[[Path, Collection[FileIdentity]], object]


class Housekeeping:
    def __init__(self, office: Office, vault: Vault, sealing: Sealing, files: Files, recover: Recover) -> None:
        self._office = office
        self._vault = vault
        self._sealing = sealing
        self._files = files
        self._recover = recover

    def after_start(self) -> int:
        """Finish what processes that died had begun; returns how much. Cheap when there is nothing."""
        return self._sealings() + self._originals() + self._erasings()

    def purge(self) -> int:
        """Forget findings and journal payloads whose term is over; the journal's headers stay."""
        with self._office.change() as work:
            gone = work.session.findings.purge_resolved_before(work.now - FINDING_TERM)
            for exception in work.session.exceptions.all():
                if not exception.counts(work.now):
                    work.session.exceptions.remove(exception.id)
                    gone += 1
            return gone + work.session.journal.purge(work.now)

    def _sealings(self) -> int:
        """A sealed file that no record knows is discarded: its original still stands, or the older sealed file does."""
        with self._office.look() as session:
            begun = left_behind(session, Begun.SEALING)
        for file_id in begun:
            with self._office.look() as session:
                known = _is_recorded(session, file_id)
            if not known:
                self._vault.discard(file_id)
                self._vault.sweep(())
            with self._office.change() as work:
                end(work, Begun.SEALING, file_id)
        return len(begun)

    def _originals(self) -> int:
        """The record stands: its original goes, if it still is what was sealed."""
        with self._office.look() as session:
            begun = left_behind(session, Begun.ORIGINAL)
            copies = {copy_id: _copy(session, copy_id) for copy_id in begun}
            findings = {finding_id: _finding(session, finding_id) for finding_id in begun}
        for subject, path in begun.items():
            copy, finding = copies[subject], findings[subject]
            facts = _sealed_facts(copy or finding, path)
            if facts is not None:
                self._recover_in(path.parent, facts.identity)
            if copy is not None and facts is not None:
                self._sealing.take_original(copy, facts)
            elif finding is not None and facts is not None and self._sealing.remove_unchanged(path, facts):
                with self._office.change() as work:
                    work.session.findings.update(replace(finding, original_gone=True))
                    end(work, Begun.ORIGINAL, subject)
            if facts is None or (copy is None and finding is None):
                with self._office.change() as work:
                    end(work, Begun.ORIGINAL, subject)
        return len(begun)

    def _erasings(self) -> int:
        """A found file that was being deleted: finish it, or say that it still stands."""
        with self._office.look() as session:
            begun = left_behind(session, Begun.ERASING)
            findings = {finding_id: _finding(session, finding_id) for finding_id in begun}
        for subject, path in begun.items():
            finding = findings[subject]
            if finding is not None and finding.identity is not None:
                self._recover_in(path.parent, finding.identity)
            with self._office.change() as work:
                end(work, Begun.ERASING, subject)
                if finding is not None and finding.state is not FindingState.RESOLVED and not path.exists():
                    resolve(work, finding, ResolvedHow.DELETED)
        return len(begun)

    def _recover_in(self, folder: Path, identity: FileIdentity) -> None:
        if folder.is_dir():
            self._recover(folder, (identity,))


def _is_recorded(session: Session, file_id: str) -> bool:
    """Whether a copy or a waiting finding lies under this sealed file."""
    finding = _finding(session, file_id)
    if finding is not None and finding.sealed_digest is not None:
        return True
    return bool(session.copies.by_path(f"{file_id}.age"))


def _copy(session: Session, copy_id: str) -> OutsideCopy | None:
    try:
        return session.copies.get(copy_id)
    except AssistantError:  # the subject is a finding, or is gone
        return None


def _finding(session: Session, finding_id: str) -> Finding | None:
    try:
        return session.findings.get(finding_id)
    except AssistantError:  # the subject is a copy, or is gone
        return None


def _sealed_facts(item: OutsideCopy | Finding | None, path: Path) -> FileFacts | None:
    """The original as it was when it was sealed; None where nothing was recorded."""
    if item is None or item.identity is None:
        return None
    return FileFacts(
        path=str(path),
        identity=item.identity,
        size_bytes=item.size_bytes,
        modified_ns=item.modified_ns,
        changed_ns=0,
        links=1,
    )
