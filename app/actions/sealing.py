"""Brings a file into the vault, and takes the original away only after the sealed copy was read back and compared.

The order of writes makes a crash at any point harmless: intent, sealed file, record, original. What a crash left is
finished by `housekeeping`: a sealed file without a record is discarded (the original still stands), a record whose
original still stands gets it removed.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from pathlib import Path

from app.actions.begun import Begun, begin, end
from app.actions.cloud_copies.finding import Follow
from app.actions.cloud_copies.originals import CloudOriginals
from app.actions.content import refuse_protected
from app.actions.copy_notes import LINKS
from app.actions.fingerprinting import Fingerprinting
from app.actions.office import Office, Work
from app.actions.reading import absolute
from app.actions.registering import refuse_ended, register_copy
from app.domain.agreement import Agreement
from app.domain.causes import cause_of
from app.domain.copy import Location, OutsideCopy
from app.domain.deletion import EraseResult, Method
from app.domain.errors import AssistantError, EnvironmentLacking, InputError
from app.domain.identity import FileFacts, new_id
from app.domain.messages import msg
from app.domain.ports import Places, Progress, Sealed
from app.store import Session
from app.system.files import LocalFiles
from app.vault import Vault

Also = Callable[[Work, OutsideCopy], object]

log = logging.getLogger(__name__)


class Original(Enum):
    """What became of the plain original of a sealed file."""

    GONE = "gone"
    ANOTHER = "another"  # it was changed or replaced: not what was sealed, so it is left alone and found anew
    HELD = "held"  # the system or a program keeps it; tried again


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to be sealed, as it was when somebody decided so."""

    path: Path
    facts: FileFacts
    special: bool = False


def agreement_key(agreement_id: str) -> str:
    return f"agreement.{agreement_id}"


def waiting_key(finding_id: str) -> str:
    return f"waiting.{finding_id}"


class Sealing:
    def __init__(
        self,
        office: Office,
        vault: Vault,
        files: LocalFiles,
        places: Places,
        fingerprinting: Fingerprinting,
        cloud: CloudOriginals,
    ) -> None:
        self._cloud = cloud
        self.fingerprinting = fingerprinting
        self._office = office
        self._vault = vault
        self._files = files
        self._places = places

    def source(self, path: Path, *, special: bool = False) -> Source:
        """Look at a file that is to be kept under an agreement. Raises InputError: no regular file, cloud-only, protected
        ground, or a file of the vault itself."""
        place = _without_links(path)
        try:
            facts = self._files.facts(place)
        except OSError as error:
            raise InputError(msg("file.unreadable", path=str(place), why=cause_of(error))) from error
        if facts is None:
            raise InputError(msg("file.missing", path=str(place)))
        if self._files.is_cloud_only(place):
            raise InputError(msg("file.cloud-only", path=str(place)))
        if place.parent in self._own_folders():
            raise InputError(msg("sealing.own-file", path=str(place)))
        with self._office.look() as session:
            refuse_protected(session, self._places, place)
        return Source(path=place, facts=facts, special=special)

    def follow_in_cloud(self, path: Path) -> Follow | None:
        """How to follow what OneDrive made of a file in the firm's cloud; None where it made nothing. Asked before the file
        goes from here."""
        return self._cloud.of_file(path)

    def seal(
        self, source: Source, agreement: Agreement, progress: Progress | None = None, also: Also | None = None
    ) -> OutsideCopy:
        """Seal `source` under `agreement` and remove it from its place. Returns the copy as it is then registered.

        `also` is done in the same change as the registration. Raises InputError (agreement ended, file in use or changed
        meanwhile), EnvironmentLacking (disk, key, read-only folder), Stopped; the original stands then.
        """
        self._refuse_immovable(source)
        copy_id, key = new_id(), agreement_key(agreement.id)
        with self._office.change() as work:
            refuse_ended(work, agreement)
            self.ensure_key(work, key, "agreement")
            begin(work, Begun.SEALING, copy_id, source.path)
        sealed = self.written(copy_id, source.path, key, progress)
        follow = self.follow_in_cloud(source.path)
        with self.recording(copy_id) as work:
            self.refuse_without_key(agreement.id)
            current = work.session.agreements.get(agreement.id)
            refuse_ended(work, current)
            _refuse_pending(work, source)
            copy = register_copy(work, _vault_copy(work, copy_id, source, current, sealed), current)
            work.note("vault.sealed", copy.id, project=copy.project_id, data={"bytes": sealed.sealed_bytes})
            begin(work, Begun.ORIGINAL, copy.id, source.path)
            if follow is not None:
                follow(work, copy)
            if also is not None:
                also(work, copy)
        return self.take_original(copy, source.facts)

    def seal_waiting(self, finding_id: str, source: Source, progress: Progress | None = None) -> Sealed:
        """Put a file away under a key of its own while the client is asked. The caller records it and takes the original."""
        self._refuse_immovable(source)
        with self._office.change() as work:
            self.ensure_key(work, waiting_key(finding_id), "waiting")
            begin(work, Begun.SEALING, finding_id, source.path)
        return self.written(finding_id, source.path, waiting_key(finding_id), progress)

    # -- steps that others share --------------------------------------------------------------------------------------

    def written(self, file_id: str, path: Path, key: str, progress: Progress | None = None) -> Sealed:
        """The sealed file of what stands at `path`; on an error nothing is left, and nothing begun."""
        try:
            sealed = self._vault.seal(path, file_id, key, progress)
        except AssistantError:
            self.take_back(file_id)
            raise
        self.fingerprinting.remember(path, sealed.sha256, sealed.size_bytes)
        return sealed

    def rekeyed(
        self, source: str, target: str, old_key: str, new_key: str, sha256: str | None, progress: Progress | None
    ) -> Sealed:
        """The sealed file `source` again, as `target` under another key; on an error nothing is left of that one."""
        try:
            return self._vault.rekey(source, target, old_key, new_key, sha256, progress)
        except AssistantError:
            self.take_back(target)
            raise

    @contextmanager
    def recording(self, file_id: str) -> Iterator[Work]:
        """The change that makes the new sealed file `file_id` the one that counts. When it fails, the file goes again."""
        try:
            with self._office.change() as work:
                end(work, Begun.SEALING, file_id)
                yield work
        except AssistantError:
            self.take_back(file_id)
            raise

    def take_back(self, file_id: str) -> None:
        """Discard a sealed file that no record knows. What cannot be done now is done when this process has ended."""
        try:
            self.drop(file_id)
        except AssistantError as error:  # the error that led here is the one to tell
            log.warning("a sealed file without a record waits for the next start: %s", error.message.id)

    def drop(self, file_id: str) -> None:
        """Discard a sealed file that no record knows any more, and end what was begun for it."""
        with self._office.look() as session:
            if is_recorded(session, file_id):
                return  # the record stands after all: the system reported an error for a change that it did keep
        self._vault.discard(file_id)
        with self._office.change() as work:
            end(work, Begun.SEALING, file_id)

    def ensure_key(self, work: Work, key: str, purpose: str) -> None:
        if not self._vault.has_key(key):
            self._vault.ensure_key(key)
            work.note("key.created", key.partition(".")[2], data={"purpose": purpose})

    def refuse_without_key(self, agreement_id: str) -> None:
        """Within the change that registers a sealed file: a deletion may have destroyed the key since it was written.

        Both look at the register and the key inside a change, so one of them sees what the other did.
        """
        if not self._vault.has_key(agreement_key(agreement_id)):
            raise InputError(msg("agreement.ended", state="ended"))

    def take_original(self, copy: OutsideCopy, facts: FileFacts) -> OutsideCopy:
        """Remove the sealed file's original if it still is what was sealed; anything else stays and is found anew."""
        if copy.original_path is None:
            return copy
        original, links = self.remove_original(Path(copy.original_path), facts)
        if original is Original.HELD:
            return copy
        with self._office.change() as work:
            end(work, Begun.ORIGINAL, copy.id)
            fresh = work.session.copies.get(copy.id)
            if original is Original.ANOTHER:
                return fresh
            if links:
                work.session.notes.set(LINKS + copy.id, links)
            changed = replace(fresh, original_method=Method.UNLINK.value)
            work.session.copies.update(changed)
        self._cloud.remove(copy.id)
        return changed

    def remove_original(self, path: Path, facts: FileFacts) -> tuple[Original, int]:
        """Remove what stands at `path` if it is what was sealed. Also says how many other names its content keeps."""
        try:
            present = self._files.facts(path)
        except OSError:
            return Original.HELD, 0
        if present is None:
            return Original.GONE, 0
        if not _is_same(present, facts):
            return Original.ANOTHER, 0
        if not self._files.settled_open(path) and os.access(path, os.R_OK):
            return Original.HELD, 0  # somebody writes in it at this moment: that would be lost
        erased = self._files.erase(path, facts.identity)
        if erased.result in (EraseResult.GONE, EraseResult.MISSING):
            return Original.GONE, erased.hard_links_left
        return (Original.HELD if erased.result is EraseResult.BLOCKED else Original.ANOTHER), 0

    def remove_unchanged(self, path: Path, facts: FileFacts) -> bool:
        """Whether nothing of the sealed content stands at `path` any more."""
        return self.remove_original(path, facts)[0] is Original.GONE

    def _refuse_immovable(self, source: Source) -> None:
        """A file that cannot be taken away afterwards is not sealed: two copies would be worse than one."""
        folder = source.path.parent
        if not os.access(folder, os.W_OK | os.X_OK):
            raise EnvironmentLacking(msg("sealing.folder-read-only", path=str(folder)))
        if os.access(source.path, os.R_OK) and not self._files.settled_open(source.path):
            raise InputError(msg("sealing.in-use", path=str(source.path)))

    def _own_folders(self) -> tuple[Path, ...]:
        own = (self._vault.path_of("x").parent, self._vault.path_of_evidence("x").parent)
        return tuple(folder.resolve() for folder in own)


def with_seal(copy: OutsideCopy, sealed: Sealed, now: datetime) -> OutsideCopy:
    return replace(
        copy,
        path=sealed.path.name,
        size_bytes=sealed.size_bytes,
        sha256=sealed.sha256,
        sealed_digest=sealed.digest,
        sealed_bytes=sealed.sealed_bytes,
        sealed_at=now,
    )


def _refuse_pending(work: Work, source: Source) -> None:
    """Another process sealed the same file at the same moment; its original is about to go."""
    known = work.session.copies.by_identity(source.facts.identity)
    pending = [c for c in known if c.is_live and c.original_path == str(source.path) and c.original_method is None]
    if any(is_original(copy, source.facts) for copy in pending):
        raise InputError(msg("copy.registered-already", path=str(source.path)))


def is_recorded(session: Session, file_id: str) -> bool:
    """Whether a copy or a waiting finding lies under this sealed file."""
    finding = session.findings.find(file_id)
    return (finding is not None and finding.sealed_digest is not None) or bool(session.copies.by_path(f"{file_id}.age"))


def is_original(copy: OutsideCopy, present: FileFacts) -> bool:
    """Whether the file there now is the one that was sealed. Sealing the copy again changed its size, never these two."""
    is_first_seal = copy.sealed_at == copy.created_at
    same_size = present.size_bytes == copy.size_bytes or not is_first_seal
    return same_size and (present.identity, present.modified_ns) == (copy.identity, copy.modified_ns)


def _without_links(path: Path) -> Path:
    """Absolute, with links on the way resolved: one would be a reason not to delete it later. The last component stays
    what it is. Raises InputError for a loop of links."""
    given = absolute(path)
    try:
        return given.parent.resolve() / given.name
    except (RuntimeError, OSError) as error:
        raise InputError(msg("file.missing", path=str(given))) from error


def _is_same(present: FileFacts, sealed: FileFacts) -> bool:
    return (present.identity, present.size_bytes, present.modified_ns) == (
        sealed.identity,
        sealed.size_bytes,
        sealed.modified_ns,
    )


def _vault_copy(work: Work, copy_id: str, source: Source, agreement: Agreement, sealed: Sealed) -> OutsideCopy:
    return OutsideCopy(
        id=copy_id,
        project_id=agreement.project_id,
        agreement_id=agreement.id,
        location=Location.VAULT,
        name=source.path.name,
        created_at=work.now,
        path=sealed.path.name,
        size_bytes=sealed.size_bytes,
        sha256=sealed.sha256,
        identity=source.facts.identity,
        modified_ns=source.facts.modified_ns,
        sealed_digest=sealed.digest,
        sealed_bytes=sealed.sealed_bytes,
        sealed_at=work.now,
        original_path=str(source.path),
        special=source.special,
    )
