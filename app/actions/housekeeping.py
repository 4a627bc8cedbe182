"""Takes up what a crash interrupted, and purges what is past its term. Source: design, Vault and Deletion; VT-T1."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from app.actions.begun import DELETION, Begun, end, left_behind
from app.actions.finding_records import note_key_destroyed, record_erased
from app.actions.findings import forget_exception
from app.actions.office import Office
from app.actions.resealing import record_back_in
from app.actions.sealing import Original, Sealing, is_original, is_recorded, waiting_key
from app.domain.copy import OutsideCopy
from app.domain.finding import Finding, FindingState, ResolvedHow
from app.domain.identity import FileFacts, FileIdentity
from app.domain.ports import Files
from app.vault import Vault

FINDING_TERM = timedelta(days=184)  # findings are kept 6 months after they were resolved (procedure)
FINGERPRINT_GRACE = timedelta(days=1)  # a fingerprint is there before the record of what is being sealed
Recover = Callable[[Path, Collection[FileIdentity]], object]

log = logging.getLogger(__name__)


class Housekeeping:
    def __init__(self, office: Office, vault: Vault, sealing: Sealing, files: Files, recover: Recover) -> None:
        self._office = office
        self._vault = vault
        self._sealing = sealing
        self._files = files
        self._recover = recover

    def after_start(self) -> int:
        """Finish what processes that died had begun; returns how much. Cheap when there is nothing."""
        return self._further() + self._sealings() + self._originals() + self._openings() + self._erasings()

    def has_interrupted_deletion(self) -> bool:
        """Whether a deletion was begun whose outcome is not recorded: by a process that died, or by one that is at it."""
        with self._office.look() as session:
            return bool(session.notes.listing(DELETION))

    def purge(self) -> int:
        """Forget findings and journal payloads whose term is over; the journal's headers stay."""
        with self._office.change() as work:
            gone = work.session.findings.purge_resolved_before(work.now - FINDING_TERM)
            for exception in work.session.exceptions.all():
                if not exception.counts(work.now):
                    forget_exception(work, exception)
                    gone += 1
            work.session.fingerprints.purge_made_before(work.now - FINGERPRINT_GRACE)
            gone += work.session.journal.purge(work.now)
        return gone + self._office.store.clear_old_copies(self._office.clock.now())

    # -- further copies -----------------------------------------------------------------------------------------------

    def _further(self) -> int:
        """Put back under its name, so that the deletion that is taken up, or the guard, finds it there."""
        with self._office.look() as session:
            begun = left_behind(session, Begun.FURTHER)
        for subject, path in begun.items():
            self._recover_in(path.parent)
            self._end(Begun.FURTHER, subject)
        return len(begun)

    # -- sealed files that no record knows ----------------------------------------------------------------------------

    def _sealings(self) -> int:
        """Discarded: the original still stands, or the newer sealed file does."""
        with self._office.look() as session:
            begun = left_behind(session, Begun.SEALING)
            unknown = {
                file_id: session.findings.find(file_id) for file_id in begun if not is_recorded(session, file_id)
            }
        for file_id, finding in unknown.items():
            if finding is not None:
                self._vault.destroy_key(waiting_key(file_id))
            self._vault.discard(file_id)
        if begun:
            self._vault.sweep(())  # parts of sealed files; whole ones are only told
            with self._office.change() as work:
                for file_id in begun:
                    end(work, Begun.SEALING, file_id)
                for finding in unknown.values():
                    if finding is not None:
                        note_key_destroyed(work, finding)
        return len(begun)

    # -- originals of sealed files ------------------------------------------------------------------------------------

    def _originals(self) -> int:
        """The record stands: its original goes, if it still is what was sealed. Also one that a program held while a
        process that still runs sealed it: two that remove the same file do no harm."""
        with self._office.look() as session:
            begun = left_behind(session, Begun.ORIGINAL, by_anyone=True)
            copies = {subject: session.copies.find(subject) for subject in begun}
            findings = {subject: session.findings.find(subject) for subject in begun}
        return sum(self._take_original(id_, path, copies[id_], findings[id_]) for id_, path in begun.items())

    def _take_original(self, subject: str, path: Path, copy: OutsideCopy | None, finding: Finding | None) -> int:
        """1 when it is settled, 0 when it must be tried again."""
        item = copy if copy is not None and copy.is_live else finding
        if item is None or item.identity is None:
            return self._end(Begun.ORIGINAL, subject)
        self._recover_in(path.parent, item.identity)
        sealed = self._sealed_facts(item, path)
        if isinstance(item, OutsideCopy):
            self._sealing.take_original(item, sealed)
            with self._office.look() as session:
                return int(session.notes.get(Begun.ORIGINAL + subject) is None)
        original, _ = self._sealing.remove_original(path, sealed)
        if original is Original.HELD:
            return 0
        with self._office.change() as work:
            end(work, Begun.ORIGINAL, subject)
            if original is Original.GONE:
                work.session.findings.update(replace(work.session.findings.get(subject), original_gone=True))
        return 1

    def _sealed_facts(self, item: OutsideCopy | Finding, path: Path) -> FileFacts:
        """The original as it was when it was sealed."""
        size = item.size_bytes
        if isinstance(item, OutsideCopy):
            present = self._present(path)
            if present is not None and is_original(item, present):
                size = present.size_bytes  # the copy may have been changed and sealed again since
        assert item.identity is not None  # the caller looked
        return FileFacts(
            path=str(path),
            identity=item.identity,
            size_bytes=size,
            modified_ns=item.modified_ns,
            changed_ns=0,
            links=1,
        )

    # -- check-outs ---------------------------------------------------------------------------------------------------

    def _openings(self) -> int:
        """Plain text that was being written: it appears whole or not at all. Where it did not, the copy is not out."""
        with self._office.look() as session:
            begun = left_behind(session, Begun.OPENING)
        for copy_id, target in begun.items():
            with self._office.look() as session:
                copy = session.copies.find(copy_id)
            if copy is not None and target.parent.is_dir():
                self._vault.discard_partial((copy.path or "").removesuffix(".age"), target.parent)
            with self._office.change() as work:
                if copy is not None and not os.path.lexists(target):
                    record_back_in(work, copy_id)
                end(work, Begun.OPENING, copy_id)
        return len(begun)

    # -- found files that were being deleted --------------------------------------------------------------------------

    def _erasings(self) -> int:
        """A found file that was being deleted: finish it, or say that it still stands."""
        done = 0
        for what, how in ((Begun.ERASING, ResolvedHow.DELETED), (Begun.RETURNING, ResolvedHow.RETURNED)):
            with self._office.look() as session:
                begun = left_behind(session, what)
                findings = {finding_id: session.findings.find(finding_id) for finding_id in begun}
            for subject, path in begun.items():
                self._finish_erasing(what, how, subject, path, findings[subject])
            done += len(begun)
        return done

    def _finish_erasing(self, what: Begun, how: ResolvedHow, subject: str, path: Path, finding: Finding | None) -> None:
        if finding is None or finding.state is FindingState.RESOLVED:
            self._end(what, subject)
            return
        is_gone = (
            self._waiting_is_gone(finding) if finding.sealed_digest is not None else self._is_erased(finding, path)
        )
        with self._office.change() as work:
            end(work, what, subject)
            if is_gone:
                if finding.sealed_digest is not None:
                    note_key_destroyed(work, finding)
                record_erased(work, work.session.findings.get(subject), how)

    def _waiting_is_gone(self, finding: Finding) -> bool:
        """A file that waits sealed: its key may be gone already, so there is only one way."""
        self._vault.destroy_key(waiting_key(finding.id))
        self._vault.discard(finding.id)
        return True

    def _is_erased(self, finding: Finding, path: Path) -> bool:
        if finding.identity is None:
            return False
        self._recover_in(path.parent, finding.identity)
        return not os.path.lexists(path)

    # -- shared -------------------------------------------------------------------------------------------------------

    def _end(self, what: Begun, subject: str) -> int:
        with self._office.change() as work:
            end(work, what, subject)
        return 1

    def _present(self, path: Path) -> FileFacts | None:
        try:
            return self._files.facts(path)
        except OSError:
            return None

    def _recover_in(self, folder: Path, *wanted_gone: FileIdentity) -> None:
        try:
            if folder.is_dir():
                self._recover(folder, wanted_gone)
        except OSError as error:  # it may not be looked at now; the note stays as long as the file does
            log.warning("what a deletion left could not be looked at (%s)", error.strerror)
