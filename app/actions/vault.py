"""Working with what lies in the vault: check-out, re-seal, check. Source: design, Vault."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.actions.begun import Begun, begin, end, is_being_deleted, is_under_way
from app.actions.content import refuse_protected, sha256_of
from app.actions.copy_notes import IN_USE, add_earlier_place
from app.actions.office import Office, Work
from app.actions.reading import absolute
from app.actions.sealing import Original, Sealing, agreement_key, register_copy, with_seal
from app.actions.vault_rows import VaultCheck, VaultItem, check_vault, file_id_of, vault_items
from app.domain.copy import CopyState, Location, OutsideCopy
from app.domain.errors import AssistantError, InputError
from app.domain.file_names import is_editor_temporary, owner_file_names, safe_name
from app.domain.identity import FileFacts, new_id
from app.domain.messages import msg
from app.domain.ports import Places, Progress
from app.store import Session
from app.system.files import LocalFiles
from app.vault import (
    Use,
    Vault,
    WorkingFolder,
    assert_allowed,
    is_left_alone,
    is_out_too_long,
    recover,
    use_of,
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resealed:
    """`held_by`: who still has it open; then it stays checked out (a sealed snapshot was taken when asked)."""

    copy: OutsideCopy
    held_by: tuple[str, ...] = ()


class VaultActions:
    def __init__(
        self, office: Office, vault: Vault, working: WorkingFolder, sealing: Sealing, files: LocalFiles, places: Places
    ) -> None:
        self._office = office
        self._vault = vault
        self._working = working
        self._sealing = sealing
        self._files = files
        self._places = places

    def list(self) -> tuple[VaultItem, ...]:
        return vault_items(self._office, self._vault)

    # -- out ----------------------------------------------------------------------------------------------------------

    def open(self, start: str, folder: Path | None = None, progress: Progress | None = None) -> tuple[str, Path]:
        """Check a copy out: plain text in the working folder, or in `folder`. Returns its id and path.

        Registered before it is written, so that a crash leaves nothing unknown. Raises InputError, EnvironmentLacking.
        """
        with self._office.look() as session:
            copy = session.copies.resolve(start)
            if not copy.is_out:
                _refuse_to_open(session, copy)
        target = self._target(copy, folder)
        out = self._registered_out(copy.id, target)
        if out is None:
            return copy.id, self._opened_by_another(copy.id)
        try:
            self._vault.open(file_id_of(out), agreement_key(out.agreement_id), target, out.sha256 or "", progress)
        except AssistantError:
            with self._office.change() as work:
                back = record_back_in(work, copy.id)  # nothing of it ever stood there
                work.session.copies.update(replace(back, checked_out_path=copy.checked_out_path))
            raise
        with self._office.change() as work:
            end(work, Begun.OPENING, copy.id)
        return copy.id, target

    def _registered_out(self, copy_id: str, target: Path) -> OutsideCopy | None:
        """The copy, registered as being out at `target`; None when it is out already, or another process opens it now."""
        with self._office.change() as work:
            copy = work.session.copies.get(copy_id)
            stands = copy.is_out and os.path.lexists(copy.checked_out_path or "")
            if stands or is_under_way(work.session, Begun.OPENING, copy_id):
                return None
            return self._register_out(work, copy_id, target)

    def _opened_by_another(self, copy_id: str) -> Path:
        """Where another process has it open, once its plain text stands there. Raises InputError when it came to nothing."""
        while True:
            with self._office.look() as session:
                copy = session.copies.get(copy_id)
                is_coming = is_under_way(session, Begun.OPENING, copy_id)
            if not is_coming:
                break
            time.sleep(0.05)  # another process writes it: there is no wake-up call
        if not copy.is_out:
            raise InputError(msg("copy.overtaken", id=copy_id))
        return Path(copy.checked_out_path or "")

    def _register_out(self, work: Work, copy_id: str, target: Path) -> OutsideCopy:
        copy = work.session.copies.get(copy_id)
        _refuse_to_open(work.session, copy)
        if copy.checked_out_path not in (None, str(target)):
            add_earlier_place(work, copy.id, copy.checked_out_path or "")
        shown = CopyState.CHECKED_OUT if copy.state is CopyState.KEPT else copy.state
        out = replace(copy, state=shown, checked_out_path=str(target), checked_out_at=work.now)
        work.session.copies.update(out)
        work.session.notes.set(IN_USE + copy.id, work.now.isoformat())
        begin(work, Begun.OPENING, copy.id, target)
        work.note("vault.opened", copy.id, project=copy.project_id)
        return out

    def _target(self, copy: OutsideCopy, folder: Path | None) -> Path:
        if folder is None:
            return self._working.prepare(copy.id, copy.name)
        try:
            given = absolute(folder).resolve()  # where a link leads decides, not where it lies
        except (RuntimeError, OSError) as error:
            raise InputError(msg("folder.missing", path=str(folder))) from error
        if not given.is_dir():
            raise InputError(msg("folder.missing", path=str(given)))
        assert_allowed(given, self._places)
        target = given / safe_name(copy.name)
        with self._office.look() as session:
            refuse_protected(session, self._places, target)
        return target

    # -- back ---------------------------------------------------------------------------------------------------------

    def seal(self, start: str) -> Resealed:
        """Take a checked-out copy back. Raises InputError when a program still has it open."""
        with self._office.look() as session:
            copy = session.copies.resolve(start)
        if not copy.is_out:
            raise InputError(msg("vault.not-out", id=copy.id))
        held_by = self.held_by(copy)
        if held_by:
            raise InputError(msg("vault.held", name=copy.name, by=", ".join(held_by)))
        return Resealed(copy=self.reseal(copy))

    def seal_all(self, *, snapshot: bool = False) -> tuple[Resealed, ...]:
        """Take all checked-out copies back; what is held stays, with a sealed snapshot when the session locks."""

        def one(copy: OutsideCopy) -> Resealed:
            held_by = self.held_by(copy)
            if not held_by:
                return Resealed(copy=self.reseal(copy))
            return Resealed(copy=self._snapshot(copy) if snapshot else copy, held_by=held_by)

        return self._each(one)

    def seal_quiet(self) -> tuple[Resealed, ...]:
        """Take back what nobody had open for 30 s, or what has been out for 12 h. Called by a guard."""

        def one(copy: OutsideCopy) -> Resealed | None:
            use = self._use_of(copy)
            if self._has_been_quiet(copy, use):
                return Resealed(copy=self.reseal(copy))
            if not self._is_out_too_long(copy):
                return None
            if use is Use.UNKNOWN:  # nobody can be seen to use it: after 12 h it goes back
                return Resealed(copy=self.reseal(copy))
            return Resealed(copy=self._snapshot(copy), held_by=self.held_by(copy))

        return self._each(one)

    def _each(self, act: Callable[[OutsideCopy], Resealed | None]) -> tuple[Resealed, ...]:
        """`act` on every copy that is out; one that fails keeps no other from going back. Raises the first error."""
        results, first = [], None
        for copy in self.checked_out():
            try:
                result = act(copy)
            except AssistantError as error:
                log.warning("a checked-out copy could not be taken back: %s", error.message.id)
                first = first or error
            else:
                results += [] if result is None else [result]
        if first is not None:
            raise first
        return tuple(results)

    def wait(self, copy_id: str, pause: Callable[[float], None] = time.sleep) -> None:
        """Return when the copy lies sealed again: taken back by this process, the guards, or a deletion."""
        while any(copy.id == copy_id for copy in self.checked_out()):
            pause(1.0)
            self.seal_quiet()

    def checked_out(self) -> tuple[OutsideCopy, ...]:
        with self._office.look() as session:
            keys = session.notes.listing(IN_USE)
            noted = [session.copies.find(key.removeprefix(IN_USE)) for key in keys]
        return tuple(copy for copy in noted if copy is not None and copy.is_out)

    def out_too_long(self) -> tuple[OutsideCopy, ...]:
        """Copies that have been out for more than 12 h, held by a program."""
        now = self._office.clock.now()
        return tuple(c for c in self.checked_out() if c.checked_out_at and is_out_too_long(c.checked_out_at, now))

    def held_by(self, copy: OutsideCopy) -> tuple[str, ...]:
        """Programs that have the working file, or what was saved beside it, open; or the owner file that says so."""
        found: dict[str, None] = {}
        for path in self._plain_files(copy):
            holders = dict.fromkeys(self._files.holders(path) or ())
            if not holders:
                # Not Path.exists: an owner file of a name of 250 characters has a name that is too long to ask for.
                names = owner_file_names(path.name)
                holders = dict.fromkeys(n for n in names if os.path.exists(path.parent / n))  # noqa: PTH110
            found |= holders
        return tuple(found)

    def _use_of(self, copy: OutsideCopy) -> Use:
        uses = {use_of(path, self._files) for path in self._plain_files(copy)}
        return next((use for use in (Use.IN_USE, Use.UNKNOWN) if use in uses), Use.FREE)

    def _plain_files(self, copy: OutsideCopy) -> tuple[Path, ...]:
        if copy.checked_out_path is None:
            return ()
        path = Path(copy.checked_out_path)
        return (path, *self._siblings(copy, path))

    def _siblings(self, copy: OutsideCopy, path: Path) -> tuple[Path, ...]:
        """What else stands in the copy's own working folder; in a folder of the person's own nothing is ours."""
        if path != self._working.path_for(copy.id, copy.name):
            return ()
        return self._working.strays(copy.id, copy.name)

    def _has_been_quiet(self, copy: OutsideCopy, use: Use) -> bool:
        now = self._office.clock.now()
        with self._office.look() as session:
            last = session.notes.get(IN_USE + copy.id)
        if use is not Use.FREE or last is None:
            with self._office.change() as work:
                if work.session.copies.get(copy.id).is_out:
                    work.session.notes.set(IN_USE + copy.id, work.now.isoformat())
            return False
        return is_left_alone(datetime.fromisoformat(last), now)

    def _is_out_too_long(self, copy: OutsideCopy) -> bool:
        """Out for 12 h since it was opened, or since its last snapshot."""
        moments = [moment for moment in (copy.checked_out_at, copy.sealed_at) if moment is not None]
        return is_out_too_long(max(moments), self._office.clock.now())

    # -- sealing again ------------------------------------------------------------------------------------------------

    def reseal(self, copy: OutsideCopy) -> OutsideCopy:
        """Seal what was changed, remove the working file. The record switches before the old sealed file goes."""
        path = Path(copy.checked_out_path or "")
        self._take_up(path.parent)
        facts = self._files.facts(path)
        renewed = copy
        if facts is not None:
            if not self._is_unchanged(copy, path):
                renewed = self._seal_again(copy, path, "vault.resealed")
            original, _ = self._sealing.remove_original(path, facts)
            if original is not Original.GONE:
                return renewed  # opened or changed again meanwhile: it stays checked out, the next look takes it back
        self._take_siblings(renewed, path, main_is_gone=facts is None)
        return self._back_in(renewed)

    def _take_up(self, folder: Path) -> None:
        """What a removal that was killed halfway left: a working file it had moved into a private folder is put back."""
        try:
            self._files.recover_moved(folder)
        except OSError as error:  # the folder is gone, or may not be looked into: what follows says so
            log.warning("what a removal left could not be looked at (%s)", error.strerror)

    def _snapshot(self, copy: OutsideCopy) -> OutsideCopy:
        """Seal what is there now; the held file stays and stays shown."""
        path = Path(copy.checked_out_path or "")
        if self._files.facts(path) is None:
            return copy  # in the middle of a save; the next look finds it, or finds it gone
        return self._seal_again(copy, path, "vault.snapshot")

    def _is_unchanged(self, copy: OutsideCopy, path: Path) -> bool:
        try:
            return sha256_of(path) == copy.sha256
        except OSError:
            return False  # sealing says why

    def _seal_again(self, copy: OutsideCopy, path: Path, event: str) -> OutsideCopy:
        """A new sealed file from the working file; the older one goes when the record no longer speaks of it."""
        file_id, old_id = new_id(), file_id_of(copy)
        with self._office.change() as work:
            begin(work, Begun.SEALING, file_id)
        sealed = self._sealing.written(file_id, path, agreement_key(copy.agreement_id))
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

    def _take_siblings(self, copy: OutsideCopy, path: Path, *, main_is_gone: bool) -> None:
        """What was saved beside the working file, in the copy's own folder, is client data too: it joins the vault.

        Temporary names of an editor hold what the document itself holds, so they go; unless the document is gone: then
        the editor died in the middle of a save, and one of them may be all that is left of the work.
        """
        for sibling in self._siblings(copy, path):
            facts = self._files.facts(sibling)
            if facts is None:
                continue
            if not facts.size_bytes or (is_editor_temporary(sibling.name) and not main_is_gone):
                self._files.erase(sibling, facts.identity)
            else:
                self._seal_sibling(copy, sibling, facts)
        if path == self._working.path_for(copy.id, copy.name):
            self._working.leave(copy.id)

    def _seal_sibling(self, copy: OutsideCopy, path: Path, facts: FileFacts) -> None:
        sibling_id = new_id()
        with self._office.change() as work:
            begin(work, Begun.SEALING, sibling_id, path)
        sealed = self._sealing.written(sibling_id, path, agreement_key(copy.agreement_id))
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

    def check(self) -> VaultCheck:
        """Whether every sealed file is there, whole, and can be opened with its key."""
        return check_vault(self._office, self._vault)


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


def recover_file(sealed: Path, identity: Path, target: Path) -> None:
    """IT's emergency door: open a sealed file with the recovery identity. Needs no store. Raises VaultDamaged, InputError."""
    recover(sealed, identity, target)


def _refuse_to_open(session: Session, copy: OutsideCopy) -> None:
    if copy.location is not Location.VAULT or not copy.is_live:
        raise InputError(msg("vault.not-in-vault", id=copy.id))
    if is_being_deleted(session, copy.id):
        raise InputError(msg("copy.being-deleted", id=copy.id))
    if copy.special and session.agreements.get(copy.agreement_id).approved_at is None:
        raise InputError(msg("agreement.needs-approval"))


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
