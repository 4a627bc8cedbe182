"""Working with what lies in the vault: check-out, re-seal, check. Source: design, Vault."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from app.actions.begun import Begun, begin, end
from app.actions.office import Office
from app.actions.sealing import Sealing, agreement_key, register_copy, waiting_key
from app.domain.copy import CopyState, Location, OutsideCopy
from app.domain.errors import AssistantError, InputError
from app.domain.file_names import is_editor_temporary, owner_file_names, safe_name
from app.domain.finding import Finding, FindingState
from app.domain.identity import FileFacts, new_id
from app.domain.messages import msg
from app.domain.ports import Files, Places, Progress
from app.vault import Problem, Vault, WorkingFolder, assert_allowed, recover

QUIET = timedelta(seconds=30)  # no handle and no owner file for this long: the person is done
LONGEST = timedelta(hours=12)
IN_USE = "in-use."


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultItem:
    """A row of `vault list`: a copy, or a finding that waits for the client's answer (`agreement_id` None)."""

    id: str
    project_id: str | None
    agreement_id: str | None
    name: str
    size_bytes: int
    sha256: str | None
    sealed_at: datetime | None
    state: str
    path: str | None
    due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultCheck:
    checked: int
    problems: tuple[tuple[str, str, str], ...]  # id, state, problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Resealed:
    """`held_by`: who still has it open; then it stays checked out (a sealed snapshot was taken when asked)."""

    copy: OutsideCopy
    held_by: tuple[str, ...] = ()


class VaultActions:
    def __init__(
        self, office: Office, vault: Vault, working: WorkingFolder, sealing: Sealing, files: Files, places: Places
    ) -> None:
        self._office = office
        self._vault = vault
        self._working = working
        self._sealing = sealing
        self._files = files
        self._places = places

    def list(self) -> tuple[VaultItem, ...]:
        with self._office.look() as session:
            copies = [c for c in session.copies.all() if c.location is Location.VAULT]
            waiting = [f for f in session.findings.all(FindingState.WAITING) if f.sealed_digest is not None]
        return (*(self._item(copy) for copy in copies), *(self._waiting_item(finding) for finding in waiting))

    def open(self, start: str, folder: Path | None = None, progress: Progress | None = None) -> tuple[str, Path]:
        """Check a copy out: plain text in the working folder, or in `folder`. Returns its id and path.

        Registered before it is written, so that a crash leaves nothing unknown. Raises InputError, EnvironmentLacking.
        """
        with self._office.look() as session:
            copy = session.copies.resolve(start)
            agreement = session.agreements.get(copy.agreement_id)
        if copy.location is not Location.VAULT or not copy.is_live:
            raise InputError(msg("vault.not-in-vault", id=copy.id))
        if copy.checked_out_path is not None and Path(copy.checked_out_path).exists():
            return copy.id, Path(copy.checked_out_path)
        if copy.special and agreement.approved_at is None:
            raise InputError(msg("agreement.needs-approval"))
        target = self._target(copy, folder)
        with self._office.change() as work:
            out = replace(
                work.session.copies.get(copy.id),
                state=CopyState.CHECKED_OUT,
                checked_out_path=str(target),
                checked_out_at=work.now,
            )
            work.session.copies.update(out)
            work.session.notes.set(IN_USE + copy.id, work.now.isoformat())
            work.note("vault.opened", copy.id, project=copy.project_id)
        try:
            self._vault.open(_file_id(copy), agreement_key(copy.agreement_id), target, copy.sha256 or "", progress)
        except AssistantError:
            self._back_in(copy)
            raise
        return copy.id, target

    def seal(self, start: str) -> Resealed:
        """Take a checked-out copy back. Raises InputError when a program still has it open."""
        with self._office.look() as session:
            copy = session.copies.resolve(start)
        if copy.checked_out_path is None or copy.state is not CopyState.CHECKED_OUT:
            raise InputError(msg("vault.not-out", id=copy.id))
        held_by = self.held_by(copy)
        if held_by:
            raise InputError(msg("vault.held", name=copy.name, by=", ".join(held_by)))
        return Resealed(copy=self.reseal(copy))

    def seal_all(self, *, snapshot: bool = False) -> tuple[Resealed, ...]:
        """Take all checked-out copies back; what is held stays, with a sealed snapshot when the session locks."""
        results = []
        for copy in self.checked_out():
            held_by = self.held_by(copy)
            if held_by and snapshot:
                results.append(Resealed(copy=self._snapshot(copy), held_by=held_by))
            elif held_by:
                results.append(Resealed(copy=copy, held_by=held_by))
            else:
                results.append(Resealed(copy=self.reseal(copy)))
        return tuple(results)

    def seal_quiet(self) -> tuple[Resealed, ...]:
        """Take back what nobody had open for 30 s, or what has been out for 12 h. Called by a guard."""
        results = []
        for copy in self.checked_out():
            held_by = self.held_by(copy)
            if self._has_been_quiet(copy, in_use=bool(held_by)):
                results.append(Resealed(copy=self.reseal(copy)))
            elif held_by and self._is_out_too_long(copy):
                results.append(Resealed(copy=self._snapshot(copy), held_by=held_by))
        return tuple(results)

    def wait(self, copy_id: str, pause: Callable[[float], None] = time.sleep) -> None:
        """Return when the copy lies sealed again: taken back by this process, the guards, or a deletion."""
        while any(copy.id == copy_id for copy in self.checked_out()):
            pause(1.0)
            self.seal_quiet()

    def checked_out(self) -> tuple[OutsideCopy, ...]:
        with self._office.look() as session:
            live = session.copies.all(live_only=True)
        return tuple(copy for copy in live if copy.checked_out_path is not None and copy.state is CopyState.CHECKED_OUT)

    def held_by(self, copy: OutsideCopy) -> tuple[str, ...]:
        """Programs that have the working file open, or the owner file that says so."""
        if copy.checked_out_path is None:
            return ()
        path = Path(copy.checked_out_path)
        holders = tuple(dict.fromkeys(self._files.holders(path) or ()))
        if holders:
            return holders
        return tuple(name for name in owner_file_names(path.name) if (path.parent / name).exists())

    def check(self) -> VaultCheck:
        """Whether every sealed file is there, whole, and can be opened with its key."""
        problems, checked = [], 0
        with self._office.look() as session:
            copies = [c for c in session.copies.all(live_only=True) if c.location is Location.VAULT]
            waiting = [f for f in session.findings.all(FindingState.WAITING) if f.sealed_digest is not None]
        facts = [(c.id, _file_id(c), agreement_key(c.agreement_id), c.sealed_digest, c.sealed_bytes) for c in copies]
        facts += [(f.id, f.id, waiting_key(f.id), f.sealed_digest, f.sealed_bytes) for f in waiting]
        for item_id, file_id, key, digest, size in facts:
            checked += 1
            problem = self._vault.check(file_id, key, digest or "", size or 0, full=True)
            if problem is not None:
                state = "missing" if problem is Problem.MISSING else "damaged"
                problems.append((item_id, state, problem.value))
        return VaultCheck(checked=checked, problems=tuple(problems))

    # -- how ----------------------------------------------------------------------------------------------------------

    def reseal(self, copy: OutsideCopy) -> OutsideCopy:
        """Seal what was changed, remove the working file. The record switches before the old sealed file goes."""
        path = Path(copy.checked_out_path or "")
        facts = self._files.facts(path)
        if facts is None:
            return self._back_in(copy)
        old_id, file_id = _file_id(copy), new_id()
        with self._office.change() as work:
            begin(work, Begun.SEALING, file_id)
        sealed = self._vault.seal(path, file_id, agreement_key(copy.agreement_id))
        changed = sealed.sha256 != copy.sha256
        with self._office.change() as work:
            fresh = work.session.copies.get(copy.id)
            renewed = replace(
                fresh,
                path=sealed.path.name,
                size_bytes=sealed.size_bytes,
                sha256=sealed.sha256,
                sealed_digest=sealed.digest,
                sealed_bytes=sealed.sealed_bytes,
                sealed_at=work.now,
            )
            work.session.copies.update(renewed)
            end(work, Begun.SEALING, file_id)
            work.note("vault.resealed", copy.id, project=copy.project_id, data={"changed": changed})
        self._vault.discard(old_id)
        if not self._sealing.remove_unchanged(path, facts):
            return (
                renewed  # it was opened or changed again meanwhile: it stays checked out, the next look takes it back
            )
        self._take_siblings(renewed, path)
        return self._back_in(renewed)

    def _snapshot(self, copy: OutsideCopy) -> OutsideCopy:
        """Seal what is there now; the held file stays and stays shown."""
        path = Path(copy.checked_out_path or "")
        if self._files.facts(path) is None:
            return self._back_in(copy)
        old_id, file_id = _file_id(copy), new_id()
        with self._office.change() as work:
            begin(work, Begun.SEALING, file_id)
        sealed = self._vault.seal(path, file_id, agreement_key(copy.agreement_id))
        with self._office.change() as work:
            kept = replace(
                work.session.copies.get(copy.id),
                path=sealed.path.name,
                size_bytes=sealed.size_bytes,
                sha256=sealed.sha256,
                sealed_digest=sealed.digest,
                sealed_bytes=sealed.sealed_bytes,
                sealed_at=work.now,
            )
            work.session.copies.update(kept)
            end(work, Begun.SEALING, file_id)
            work.note("vault.snapshot", copy.id, project=copy.project_id)
        self._vault.discard(old_id)
        return kept

    def _take_siblings(self, copy: OutsideCopy, path: Path) -> None:
        """What was saved beside the working file, in the copy's own folder, is client data too: it joins the vault."""
        if path != self._working.path_for(copy.id, copy.name):
            return
        for sibling in self._working.strays(copy.id, copy.name):
            facts = self._files.facts(sibling)
            if facts is None:
                continue
            if is_editor_temporary(sibling.name):
                self._files.erase(sibling, facts.identity)
            else:
                self._seal_sibling(copy, sibling, facts, agreement_key(copy.agreement_id))
        self._working.leave(copy.id)

    def _seal_sibling(self, copy: OutsideCopy, path: Path, facts: FileFacts, key: str) -> None:
        sibling_id = new_id()
        with self._office.change() as work:
            begin(work, Begun.SEALING, sibling_id, path)
        sealed = self._vault.seal(path, sibling_id, key)
        with self._office.change() as work:
            added = OutsideCopy(
                id=sibling_id,
                project_id=copy.project_id,
                agreement_id=copy.agreement_id,
                location=Location.VAULT,
                name=path.name,
                created_at=work.now,
                path=sealed.path.name,
                size_bytes=sealed.size_bytes,
                sha256=sealed.sha256,
                identity=facts.identity,
                modified_ns=facts.modified_ns,
                sealed_digest=sealed.digest,
                sealed_bytes=sealed.sealed_bytes,
                sealed_at=work.now,
                original_path=str(path),
                special=copy.special,
                further_of=copy.id,
            )
            register_copy(work, added, work.session.agreements.get(copy.agreement_id))
            work.note("vault.sealed", added.id, project=added.project_id, data={"bytes": sealed.sealed_bytes})
            end(work, Begun.SEALING, sibling_id)
            begin(work, Begun.ORIGINAL, sibling_id, path)
        self._sealing.take_original(added, facts)

    def _back_in(self, copy: OutsideCopy) -> OutsideCopy:
        """The copy lies sealed again. Where its plain text was stays known, for the declaration."""
        with self._office.change() as work:
            fresh = work.session.copies.get(copy.id)
            state = CopyState.ASKED if fresh.asked_why is not None else CopyState.KEPT
            back = replace(fresh, state=state)
            work.session.copies.update(back)
            work.session.notes.delete(IN_USE + copy.id)
            return back

    def _target(self, copy: OutsideCopy, folder: Path | None) -> Path:
        if folder is None:
            return self._working.prepare(copy.id, copy.name)
        absolute = folder.expanduser().absolute()
        if not absolute.is_dir():
            raise InputError(msg("folder.missing", path=str(absolute)))
        assert_allowed(absolute, self._places)
        return absolute / safe_name(copy.name)

    def _has_been_quiet(self, copy: OutsideCopy, *, in_use: bool) -> bool:
        now = self._office.clock.now()
        with self._office.look() as session:
            last = session.notes.get(IN_USE + copy.id)
        if in_use or last is None:
            with self._office.change() as work:
                work.session.notes.set(IN_USE + copy.id, work.now.isoformat())
            return False
        return now - datetime.fromisoformat(last) >= QUIET

    def _is_out_too_long(self, copy: OutsideCopy) -> bool:
        return copy.checked_out_at is not None and self._office.clock.now() - copy.checked_out_at >= LONGEST

    def _item(self, copy: OutsideCopy) -> VaultItem:
        state = "erased" if not copy.is_live else self._state_of(copy)
        return VaultItem(
            id=copy.id,
            project_id=copy.project_id,
            agreement_id=copy.agreement_id,
            name=copy.name,
            size_bytes=copy.size_bytes,
            sha256=copy.sha256,
            sealed_at=copy.sealed_at,
            state=state,
            path=copy.checked_out_path if state == "checked-out" else None,
            due_at=copy.due_at,
        )

    def _state_of(self, copy: OutsideCopy) -> str:
        """Looks at the disk, without reading the file: presence and size."""
        path = self._vault.path_of(_file_id(copy))
        try:
            size = path.stat().st_size
        except OSError:
            return "missing"
        if size != copy.sealed_bytes:
            return "damaged"
        return "checked-out" if copy.state is CopyState.CHECKED_OUT else "sealed"

    def _waiting_item(self, finding: Finding) -> VaultItem:
        path = self._vault.path_of(finding.id)
        return VaultItem(
            id=finding.id,
            project_id=finding.project_id,
            agreement_id=None,
            name=Path(finding.path).name,
            size_bytes=finding.size_bytes,
            sha256=finding.sha256,
            sealed_at=finding.sealed_at,
            state="sealed" if path.exists() else "missing",
            path=None,
            due_at=None,
        )


def recover_file(sealed: Path, identity: Path, target: Path) -> None:
    """IT's emergency door: open a sealed file with the recovery identity. Needs no store. Raises VaultDamaged, InputError."""
    recover(sealed, identity, target)


def _file_id(copy: OutsideCopy) -> str:
    return (copy.path or "").removesuffix(".age")
