"""Brings a file into the vault, and takes the original away only after the sealed copy was read back and compared.

The order of writes makes a crash at any point harmless: intent, sealed file, record, original. What a crash left is
finished by `housekeeping`: a sealed file without a record is discarded (the original still stands), a record whose
original still stands gets it removed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from app.actions.begun import Begun, begin, end
from app.actions.content import refuse_protected
from app.actions.deadlines import stamp, terms_of
from app.actions.office import Office, Work
from app.domain.agreement import Agreement, accepts_copies, state_of
from app.domain.copy import Location, OutsideCopy
from app.domain.deadline import deadline
from app.domain.deletion import EraseResult, Method
from app.domain.errors import AssistantError, InputError
from app.domain.identity import FileFacts, new_id
from app.domain.messages import msg
from app.domain.ports import Files, Places, Progress, Sealed
from app.vault import Vault


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
    def __init__(self, office: Office, vault: Vault, files: Files, places: Places) -> None:
        self._office = office
        self._vault = vault
        self._files = files
        self._places = places

    def source(self, path: Path, *, special: bool = False) -> Source:
        """Look at a file that is to be sealed. Raises InputError: no regular file, cloud-only, protected ground."""
        given = path.expanduser().absolute()
        absolute = given.parent.resolve() / given.name  # a link on the way would be a reason not to delete it later
        try:
            facts = self._files.facts(absolute)
        except OSError as error:
            raise InputError(msg("file.unreadable", path=str(absolute), why=error.strerror or "")) from error
        if facts is None:
            raise InputError(msg("file.missing", path=str(absolute)))
        if self._files.is_cloud_only(absolute):
            raise InputError(msg("file.cloud-only", path=str(absolute)))
        with self._office.look() as session:
            refuse_protected(session, self._places, absolute)
        return Source(path=absolute, facts=facts, special=special)

    def seal(self, source: Source, agreement: Agreement, progress: Progress | None = None) -> OutsideCopy:
        """Seal `source` under `agreement` and remove it from its place. Returns the copy as it is then registered.

        Raises InputError (agreement ended, file changed meanwhile) and EnvironmentLacking (disk, key); the original stands.
        """
        copy_id, key = new_id(), agreement_key(agreement.id)
        with self._office.change() as work:
            refuse_ended(work, agreement)
            self._ensure_key(work, key, "agreement")
            begin(work, Begun.SEALING, copy_id, source.path)
        sealed = self._written(copy_id, source, key, progress)
        with self._office.change() as work:
            copy = register_copy(work, _vault_copy(work, copy_id, source, agreement, sealed), agreement)
            work.note("vault.sealed", copy.id, project=copy.project_id, data={"bytes": sealed.sealed_bytes})
            end(work, Begun.SEALING, copy_id)
            begin(work, Begun.ORIGINAL, copy.id, source.path)
        return self.take_original(copy, source.facts)

    def seal_waiting(self, finding_id: str, source: Source) -> Sealed:
        """Put a file away under a key of its own while the client is asked. The caller records it and takes the original."""
        with self._office.change() as work:
            self._ensure_key(work, waiting_key(finding_id), "waiting")
            begin(work, Begun.SEALING, finding_id, source.path)
        return self._written(finding_id, source, waiting_key(finding_id), None)

    def _written(self, file_id: str, source: Source, key: str, progress: Progress | None) -> Sealed:
        """The sealed file, or the error and nothing begun."""
        try:
            return self._vault.seal(source.path, file_id, key, progress)
        except AssistantError:
            with self._office.change() as work:
                end(work, Begun.SEALING, file_id)
            raise

    def take_original(self, copy: OutsideCopy, facts: FileFacts) -> OutsideCopy:
        """Remove the sealed file's original if it still is what was sealed; anything else stays and is found anew."""
        if copy.original_path is None:
            return copy
        gone = self.remove_unchanged(Path(copy.original_path), facts)
        if not gone:
            return copy
        with self._office.change() as work:
            changed = replace(work.session.copies.get(copy.id), original_method=Method.UNLINK.value)
            work.session.copies.update(changed)
            end(work, Begun.ORIGINAL, copy.id)
            return changed

    def remove_unchanged(self, path: Path, facts: FileFacts) -> bool:
        """Whether nothing of the sealed content stands at `path` any more."""
        try:
            present = self._files.facts(path)
        except OSError:
            return False
        if present is None:
            return True
        if (present.identity, present.size_bytes, present.modified_ns) != (
            facts.identity,
            facts.size_bytes,
            facts.modified_ns,
        ):
            return False
        return self._files.erase(path, facts.identity).result in (EraseResult.GONE, EraseResult.MISSING)

    def _ensure_key(self, work: Work, key: str, purpose: str) -> None:
        if not self._vault.has_key(key):
            self._vault.ensure_key(key)
            work.note("key.created", key.partition(".")[2], data={"purpose": purpose})


def register_copy(work: Work, copy: OutsideCopy, agreement: Agreement) -> OutsideCopy:
    """Add a copy with the deadline that its agreement, project and client set. Writes `copy.added` and `copy.assessed`."""
    project = work.session.projects.get(agreement.project_id)
    end = deadline(agreement, project, terms_of(work, project))
    if end is not None:
        copy = replace(copy, due_at=end.due_at, trigger=end.trigger)
    work.session.copies.add(copy)
    work.note(
        "copy.added",
        copy.id,
        project=copy.project_id,
        data={
            "location": copy.location.value,
            "agreement": copy.agreement_id,
            "due_at": stamp(copy.due_at),
            "trigger": copy.trigger.value if copy.trigger else None,
            "further_of": copy.further_of,
        },
    )
    work.note(
        "copy.assessed",
        copy.id,
        project=copy.project_id,
        data={"special": copy.special, "approved": agreement.approved_at is not None},
    )
    return copy


def refuse_ended(work: Work, agreement: Agreement) -> None:
    """No new copy under an agreement that ended or was withdrawn, nor a week after its project closed."""
    project = work.session.projects.get(agreement.project_id)
    end = deadline(agreement, project, terms_of(work, project))
    if not accepts_copies(agreement, work.now) or (end is not None and end.due_at <= work.now):
        raise InputError(msg("agreement.ended", state=state_of(agreement, work.now).value))


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
