"""What a decision does to one finding: sealed or kept in place under an agreement, or removed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from app.actions.begun import Begun, begin, end
from app.actions.content import readable_sha256
from app.actions.finding_records import Resolved, record_erased, resolve
from app.actions.folders import place_owner
from app.actions.found_files import FoundFiles
from app.actions.office import Office, Work
from app.actions.registering import copy_elsewhere, copy_in_place, refuse_ended, register_copy
from app.actions.sealing import Sealing, Source
from app.actions.waiting import Waiting
from app.domain.agreement import Agreement, Place
from app.domain.copy import OutsideCopy
from app.domain.deletion import Erased, EraseResult
from app.domain.errors import InputError
from app.domain.finding import Finding, ResolvedHow
from app.domain.folder import FolderKind
from app.domain.messages import msg
from app.domain.ports import Files, PlaceKind, Places, Progress

# An agreement for another place than the laptop covers a file that stands there.
GROUND: Final = {Place.OFFICE365: PlaceKind.SYNCHRONISED, Place.ELSEWHERE: PlaceKind.REMOVABLE}

Step = Callable[[], Resolved]


@dataclass(frozen=True, slots=True)
class SealStep:
    """What will seal one finding of `size_bytes`."""

    size_bytes: int
    act: Callable[[Progress | None], Resolved]


class Resolving:
    def __init__(
        self, office: Office, sealing: Sealing, files: Files, places: Places, found: FoundFiles, waiting: Waiting
    ) -> None:
        self._office = office
        self._sealing = sealing
        self._files = files
        self._places = places
        self._found = found
        self._waiting = waiting

    def source(self, finding: Finding) -> Source:
        """The found file, still the one that was found. Raises InputError when it is gone or another."""
        source = self._sealing.source(Path(finding.path), special=finding.special)
        is_same = finding.identity is None or source.facts.identity == finding.identity
        if not is_same and not self._found.has_content(finding, source.facts):
            raise InputError(msg("finding.other-file", path=finding.path))
        return source

    def ready_to_seal(self, finding: Finding, agreement: Agreement) -> SealStep:
        """What will seal it. Raises InputError when that cannot be done."""
        if agreement.place is not Place.LAPTOP:
            raise InputError(msg("agreement.other-place", place=agreement.place.value))
        if finding.sealed_digest is not None:
            return SealStep(finding.size_bytes, partial(self._waiting.seal, finding, agreement))
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

    def remove(self, finding: Finding, how: ResolvedHow) -> Resolved:
        if finding.is_place:
            return self._leave_place(finding, how)
        what = Begun.RETURNING if how is ResolvedHow.RETURNED else Begun.ERASING
        self._found.refuse_irremovable(finding)
        with self._office.change() as work:
            begin(work, what, finding.id, finding.original_path or finding.path)
        try:
            result = self._erase(finding) if finding.sealed_digest is None else self._waiting.erase(finding)
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

    def _keep(self, finding: Finding, source: Source, agreement: Agreement) -> Resolved:
        follow = self._sealing.follow_in_cloud(source.path)
        sha256 = readable_sha256(source.path)
        self._sealing.fingerprinting.remember(source.path, sha256, source.facts.size_bytes)
        with self._office.change() as work:
            refuse_ended(work, agreement)
            copy = copy_in_place(work, agreement, source.facts, sha256, special=finding.special)
            register_copy(work, copy, agreement)
            if follow is not None:
                follow(work, copy)
            return Resolved(finding=resolve(work, finding, ResolvedHow.KEPT, agreement=agreement), copy_id=copy.id)

    def _keep_place(self, finding: Finding, agreement: Agreement) -> Resolved:
        """A client's own storage under an agreement: attested by a person in the end, never deleted by the assistant."""
        with self._office.change() as work:
            refuse_ended(work, agreement)
            copy = copy_elsewhere(work, agreement, finding.path)
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
        path, facts = Path(finding.path), self._found.facts(finding)
        if finding.identity is None:
            raise InputError(msg("file.missing", path=str(path)))
        return self._checked(path, self._files.erase(path, finding.identity if facts is None else facts.identity))

    def _checked(self, path: Path, erased: Erased) -> EraseResult:
        if erased.result is EraseResult.BLOCKED:
            why = self._found.holders(path) or erased.detail or ""
            raise InputError(msg("deletion.blocked", path=str(path), why=why))
        if erased.result in (EraseResult.OTHER_FILE, EraseResult.UNSAFE):
            raise InputError(msg("deletion.other-file", path=str(path)))
        return erased.result
