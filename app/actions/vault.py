"""Working with what lies in the vault: check-out, re-seal, check. Source: design, Vault."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.actions.access import Leave
from app.actions.begun import Begun, begin, end, is_being_deleted, is_under_way
from app.actions.content import refuse_protected
from app.actions.copy_notes import IN_USE, add_earlier_place
from app.actions.office import Office, Work
from app.actions.progress import shares
from app.actions.reading import absolute
from app.actions.resealing import Resealing, record_back_in
from app.actions.sealing import Sealing, agreement_key
from app.actions.vault_list import VaultList, VaultPage
from app.actions.vault_rows import VaultCheck, VaultItem, check_vault, file_id_of, vault_items
from app.domain.access import Act
from app.domain.copy import CopyState, Location, OutsideCopy
from app.domain.errors import AssistantError, InputError, Stopped
from app.domain.file_names import owner_file_names, safe_name
from app.domain.messages import msg
from app.domain.ports import Places, Progress
from app.domain.vault_list import VaultQuery
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
        self,
        office: Office,
        vault: Vault,
        working: WorkingFolder,
        sealing: Sealing,
        files: LocalFiles,
        places: Places,
        may: Leave,
    ) -> None:
        self._may = may
        self._office = office
        self._vault = vault
        self._working = working
        self._sealing = sealing
        self._files = files
        self._places = places
        self._resealing = Resealing(office, working, sealing, files)
        self._list = VaultList(office, vault)

    def list(self) -> tuple[VaultItem, ...]:
        return vault_items(self._office, self._vault)

    def page(self, query: VaultQuery, offset: int, limit: int) -> VaultPage:
        """At most `limit` rows from `offset` on of all that is outside: live copies, wherever they are, and files that wait
        for the client's answer. Quick for 100,000 copies at any offset and in any order."""
        return self._list.page(query, offset, limit)

    def ids(self, query: VaultQuery) -> tuple[str, ...]:
        """The ids of all that the query gives, in its order: of copies and of waiting findings."""
        return self._list.ids(query)

    def holders(self, start: str) -> tuple[str, ...] | None:
        """Who has the plain text of a row open: the working files, or the file in place. None: it cannot be told."""
        with self._office.look() as session:
            if session.findings.find(start) is not None:
                return ()  # it waits, sealed
            copy = session.copies.resolve(start)
        paths = self._resealing.plain_files(copy) if copy.is_out else ()
        if copy.location is Location.IN_PLACE and copy.is_live:
            paths = (Path(copy.path or ""),)
        found = [self._held_at(path) for path in paths]
        names = tuple(dict.fromkeys(name for holders in found for name in holders or ()))
        return None if not names and None in found else names

    # -- out ----------------------------------------------------------------------------------------------------------

    def open(self, start: str, folder: Path | None = None, progress: Progress | None = None) -> tuple[str, Path]:
        """Check a copy out: plain text in the working folder, or in `folder`. Returns its id and path.

        Registered before it is written, so that a crash leaves nothing unknown. `progress` counts its bytes and may raise
        Stopped; then no plain text is left and the copy is not out. Raises InputError, EnvironmentLacking.
        """
        with self._office.look() as session:
            copy = session.copies.resolve(start)
            if not copy.is_out:
                _refuse_to_open(session, copy)
        self._may(Act.VAULT_OPEN, copy.project_id)
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

    def seal(self, start: str, *, progress: Progress | None = None) -> Resealed:
        """Take a checked-out copy back. Raises InputError when a program still has it open.

        `progress` counts the bytes that are out and may raise Stopped; then the copy stays out."""
        with self._office.look() as session:
            copy = session.copies.resolve(start)
        if not copy.is_out:
            raise InputError(msg("vault.not-out", id=copy.id))
        held_by = self.held_by(copy)
        if held_by:
            raise InputError(msg("vault.held", name=copy.name, by=", ".join(held_by)))
        return Resealed(copy=self._resealing.reseal(copy, progress))

    def seal_all(self, *, snapshot: bool = False, progress: Progress | None = None) -> tuple[Resealed, ...]:
        """Take all checked-out copies back; what is held stays, with a sealed snapshot when the session locks.

        `progress` counts the bytes of all that is out; where it raises Stopped, what went back stays in the vault."""

        def one(copy: OutsideCopy, part: Progress | None) -> Resealed:
            held_by = self.held_by(copy)
            if not held_by:
                return Resealed(copy=self._resealing.reseal(copy, part))
            return Resealed(copy=self._resealing.snapshot(copy, part) if snapshot else copy, held_by=held_by)

        return self._each(one, progress)

    def seal_quiet(self) -> tuple[Resealed, ...]:
        """Take back what nobody had open for 30 s, or what has been out for 12 h. Called by a guard."""

        def one(copy: OutsideCopy, _part: Progress | None) -> Resealed | None:
            use = self._use_of(copy)
            if self._has_been_quiet(copy, use):
                return Resealed(copy=self._resealing.reseal(copy))
            if not self._is_out_too_long(copy):
                return None
            if use is Use.UNKNOWN:  # nobody can be seen to use it: after 12 h it goes back
                return Resealed(copy=self._resealing.reseal(copy))
            return Resealed(copy=self._resealing.snapshot(copy), held_by=self.held_by(copy))

        return self._each(one)

    def _each(
        self, act: Callable[[OutsideCopy, Progress | None], Resealed | None], progress: Progress | None = None
    ) -> tuple[Resealed, ...]:
        """`act` on every copy that is out; one that fails keeps no other from going back. Raises the first error, and
        Stopped at once."""
        results, first = [], None
        copies = self.checked_out()
        sizes = [0 if progress is None else self._resealing.size_of(copy) for copy in copies]
        for copy, part in zip(copies, shares(progress, sizes), strict=True):
            try:
                result = act(copy, part)
            except Stopped:
                raise
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
        paths = self._resealing.plain_files(copy)
        return tuple(dict.fromkeys(name for path in paths for name in self._held_at(path) or ()))

    def _held_at(self, path: Path) -> Sequence[str] | None:
        holders = self._files.holders(path)
        if holders:
            return holders
        # Not Path.exists: an owner file of a name of 250 characters has a name that is too long to ask for.
        owners = [n for n in owner_file_names(path.name) if os.path.exists(path.parent / n)]  # noqa: PTH110
        return owners or holders

    def _use_of(self, copy: OutsideCopy) -> Use:
        uses = {use_of(path, self._files) for path in self._resealing.plain_files(copy)}
        return next((use for use in (Use.IN_USE, Use.UNKNOWN) if use in uses), Use.FREE)

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

    def check(self, progress: Progress | None = None) -> VaultCheck:
        """Whether every sealed file is there, whole, and can be opened with its key. `progress` counts the bytes of the
        sealed files and may raise Stopped."""
        return check_vault(self._office, self._vault, progress)


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
