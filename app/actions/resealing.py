"""Brings what was taken out of the vault back into it: the working file, and what was saved beside it."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.actions.begun import Begun, begin, end, is_being_deleted, is_under_way
from app.actions.content import sha256_of
from app.actions.copy_notes import IN_USE
from app.actions.office import Office, Work
from app.actions.progress import shares
from app.actions.registering import register_copy
from app.actions.sealing import Original, Sealing, agreement_key, with_seal
from app.actions.vault_rows import file_id_of
from app.domain.copy import CopyState, Location, OutsideCopy
from app.domain.errors import InputError
from app.domain.file_names import is_editor_temporary
from app.domain.identity import FileFacts, new_id
from app.domain.messages import msg
from app.domain.ports import Progress
from app.system.files import LocalFiles
from app.vault import WorkingFolder

log = logging.getLogger(__name__)


class Resealing:
    def __init__(self, office: Office, working: WorkingFolder, sealing: Sealing, files: LocalFiles) -> None:
        self._office = office
        self._working = working
        self._sealing = sealing
        self._files = files

    def plain_files(self, copy: OutsideCopy) -> tuple[Path, ...]:
        """The working file first, then what stands beside it in the copy's own folder; nothing when it was never out."""
        if copy.checked_out_path is None:
            return ()
        path = Path(copy.checked_out_path)
        return (path, *self._siblings(copy, path))

    def _siblings(self, copy: OutsideCopy, path: Path) -> tuple[Path, ...]:
        """What else stands in the copy's own working folder; in a folder of the person's own nothing is ours."""
        if path != self._working.path_for(copy.id, copy.name):
            return ()
        return self._working.strays(copy.id, copy.name)

    def size_of(self, copy: OutsideCopy) -> int:
        """Bytes of plain text that stand outside now."""
        return sum(map(self._size_at, self.plain_files(copy)))

    def reseal(self, copy: OutsideCopy, progress: Progress | None = None) -> OutsideCopy:
        """Seal what was changed, remove the working file. The record switches before the old sealed file goes.

        `progress` may raise Stopped: then the copy stays out, as far as it was not sealed."""
        path = Path(copy.checked_out_path or "")
        self._take_up(path.parent)
        facts = self._files.facts(path)
        main, beside = shares(progress, [self._size_at(path), sum(map(self._size_at, self._siblings(copy, path)))])
        renewed = copy
        if facts is not None:
            renewed = self._sealed_if_changed(copy, facts, main)
            original, _ = self._sealing.remove_original(path, facts)
            if original is not Original.GONE:
                return renewed  # opened or changed again meanwhile: it stays checked out, the next look takes it back
        self._take_siblings(renewed, path, beside, main_is_gone=facts is None)
        return self._back_in(renewed)

    def _size_at(self, path: Path) -> int:
        try:
            facts = self._files.facts(path)
        except OSError:
            return 0  # whoever seals it says why
        return 0 if facts is None else facts.size_bytes

    def _sealed_if_changed(self, copy: OutsideCopy, facts: FileFacts, progress: Progress | None) -> OutsideCopy:
        """It is read once to see whether it changed, then written and read back."""
        looking, sealing = shares(progress, [facts.size_bytes, 2 * facts.size_bytes])
        path = Path(facts.path)
        if not self._is_unchanged(copy, facts, looking):
            return self._seal_again(copy, path, "vault.resealed", sealing)
        if sealing is not None:
            sealing(1, 1)
        return copy

    def _take_up(self, folder: Path) -> None:
        """What a removal that was killed halfway left: a working file it had moved into a private folder is put back."""
        try:
            self._files.recover_moved(folder)
        except OSError as error:  # the folder is gone, or may not be looked into: what follows says so
            log.warning("what a removal left could not be looked at (%s)", error.strerror)

    def snapshot(self, copy: OutsideCopy, progress: Progress | None = None) -> OutsideCopy:
        """Seal what is there now; the held file stays and stays shown."""
        path = Path(copy.checked_out_path or "")
        if self._files.facts(path) is None:
            return copy  # in the middle of a save; the next look finds it, or finds it gone
        return self._seal_again(copy, path, "vault.snapshot", progress)

    def _is_unchanged(self, copy: OutsideCopy, facts: FileFacts, progress: Progress | None) -> bool:
        if facts.size_bytes != copy.size_bytes:
            return False
        try:
            return sha256_of(Path(facts.path), progress) == copy.sha256
        except OSError:
            return False  # sealing says why

    def _seal_again(self, copy: OutsideCopy, path: Path, event: str, progress: Progress | None) -> OutsideCopy:
        """A new sealed file from the working file; the older one goes when the record no longer speaks of it."""
        file_id, old_id = new_id(), file_id_of(copy)
        with self._office.change() as work:
            begin(work, Begun.SEALING, file_id)
        sealed = self._sealing.written(file_id, path, agreement_key(copy.agreement_id), progress)
        with self._sealing.recording(file_id) as work:
            fresh = work.session.copies.get(copy.id)
            self._refuse_overtaken(work, copy, fresh)
            renewed = with_seal(fresh, sealed, work.now)
            work.session.copies.update(renewed)
            begin(work, Begun.SEALING, old_id)
            data = {"changed": sealed.sha256 != copy.sha256} if event == "vault.resealed" else None
            work.note(event, copy.id, project=copy.project_id, data=data)
        self._sealing.drop(old_id)
        return renewed

    def _refuse_overtaken(self, work: Work, known: OutsideCopy, fresh: OutsideCopy) -> None:
        """Within the change: another process sealed, moved or deletes the copy meanwhile; then ours does not count."""
        if fresh.path != known.path or not fresh.is_out or is_being_deleted(work.session, fresh.id):
            raise InputError(msg("copy.overtaken", id=fresh.id))
        self._sealing.refuse_without_key(fresh.agreement_id)

    def _take_siblings(self, copy: OutsideCopy, path: Path, progress: Progress | None, *, main_is_gone: bool) -> None:
        """What was saved beside the working file, in the copy's own folder, is client data too: it joins the vault.

        Temporary names of an editor hold what the document itself holds, so they go; unless the document is gone: then
        the editor died in the middle of a save, and one of them may be all that is left of the work.
        """
        siblings = self._siblings(copy, path)
        for sibling, part in zip(siblings, shares(progress, list(map(self._size_at, siblings))), strict=True):
            facts = self._files.facts(sibling)
            if facts is None:
                continue
            if not facts.size_bytes or (is_editor_temporary(sibling.name) and not main_is_gone):
                self._files.erase(sibling, facts.identity)
            else:
                self._seal_sibling(copy, sibling, facts, part)
        if path == self._working.path_for(copy.id, copy.name):
            self._working.leave(copy.id)

    def _seal_sibling(self, copy: OutsideCopy, path: Path, facts: FileFacts, progress: Progress | None) -> None:
        sibling_id = new_id()
        with self._office.change() as work:
            begin(work, Begun.SEALING, sibling_id, path)
        sealed = self._sealing.written(sibling_id, path, agreement_key(copy.agreement_id), progress)
        with self._sealing.recording(sibling_id) as work:
            self._sealing.refuse_without_key(copy.agreement_id)
            known = work.session.copies.by_identity(facts.identity)
            if any(c.is_live and c.original_path == str(path) and c.original_method is None for c in known):
                raise InputError(msg("copy.overtaken", id=copy.id))  # another process takes the same file in
            added = with_seal(_sibling(copy, sibling_id, path, facts, work.now), sealed, work.now)
            register_copy(work, added, work.session.agreements.get(copy.agreement_id))
            work.note("vault.sealed", added.id, project=added.project_id, data={"bytes": sealed.sealed_bytes})
            begin(work, Begun.ORIGINAL, sibling_id, path)
        self._sealing.take_original(added, facts)

    def _back_in(self, copy: OutsideCopy) -> OutsideCopy:
        """The copy lies sealed again. Where its plain text was stays known, for the declaration."""
        with self._office.change() as work:
            fresh = work.session.copies.get(copy.id)
            is_out_again = os.path.lexists(fresh.checked_out_path or "") and fresh.is_out
            if is_out_again or is_under_way(work.session, Begun.OPENING, copy.id):
                return fresh  # somebody opened it anew after its plain text went
            return record_back_in(work, copy.id)


def record_back_in(work: Work, copy_id: str) -> OutsideCopy:
    """Within a change: the copy is no longer out. A question or an obstacle that stands stays shown."""
    copy = work.session.copies.get(copy_id)
    state = copy.state
    if state is CopyState.CHECKED_OUT:
        state = CopyState.ASKED if copy.asked_why is not None else CopyState.KEPT
    back = replace(copy, state=state, checked_out_at=None)
    work.session.copies.update(back)
    work.session.notes.delete(IN_USE + copy_id)
    end(work, Begun.OPENING, copy_id)
    return back


def _sibling(copy: OutsideCopy, sibling_id: str, path: Path, facts: FileFacts, now: datetime) -> OutsideCopy:
    return OutsideCopy(
        id=sibling_id,
        project_id=copy.project_id,
        agreement_id=copy.agreement_id,
        location=Location.VAULT,
        name=path.name,
        created_at=now,
        identity=facts.identity,
        modified_ns=facts.modified_ns,
        original_path=str(path),
        special=copy.special,
        further_of=copy.id,
    )
