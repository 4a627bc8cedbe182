"""What lies in the vault, as a list; and whether all of it is there, whole, and can be opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.actions.begun import is_being_deleted
from app.actions.office import Office
from app.actions.progress import shares
from app.actions.sealing import agreement_key, waiting_key
from app.domain.copy import Location, OutsideCopy
from app.domain.finding import Finding, FindingState
from app.domain.ports import Progress
from app.vault import Problem, Vault


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


@dataclass(frozen=True, slots=True)
class _Sealed:
    """What a check compares a sealed file with."""

    id: str
    file_id: str
    key: str
    digest: str | None
    sealed_bytes: int | None


def file_id_of(copy: OutsideCopy) -> str:
    """The name of its sealed file in the vault, without the ending."""
    return (copy.path or "").removesuffix(".age")


def vault_items(office: Office, vault: Vault) -> tuple[VaultItem, ...]:
    """Looks at the disk, without reading a file: presence and size."""
    with office.look() as session:
        copies = [c for c in session.copies.all() if c.location is Location.VAULT]
        waiting = [f for f in session.findings.all(FindingState.WAITING) if f.sealed_digest is not None]
    return (*(_copy_item(copy, vault) for copy in copies), *(_waiting_item(finding, vault) for finding in waiting))


def check_vault(office: Office, vault: Vault, progress: Progress | None = None) -> VaultCheck:
    """Reads and deciphers all of it. What is being deleted at this moment is left out. `progress` counts the bytes of the
    sealed files, one file at a time, and may raise Stopped."""
    with office.look() as session:
        copies = [c for c in session.copies.all(live_only=True) if c.location is Location.VAULT]
        items = [_sealed_copy(c) for c in copies if not is_being_deleted(session, c.id)]
        waiting = session.findings.all(FindingState.WAITING)
    items += [_sealed_finding(f) for f in waiting if f.sealed_digest is not None]
    problems = []
    for item, tell in zip(items, shares(progress, [item.sealed_bytes or 0 for item in items]), strict=True):
        if tell is not None:
            tell(0, 1)
        problem = vault.check(item.file_id, item.key, item.digest, item.sealed_bytes, full=True)
        if problem is not None and _still_stands(office, item):
            state = "missing" if problem is Problem.MISSING else "damaged"
            problems.append((item.id, state, problem.value))
    return VaultCheck(checked=len(items), problems=tuple(problems))


def _still_stands(office: Office, item: _Sealed) -> bool:
    """Whether the record still speaks of this sealed file: another process may have sealed it anew meanwhile."""
    with office.look() as session:
        copy = session.copies.find(item.id)
        if copy is not None:
            return copy.is_live and file_id_of(copy) == item.file_id and not is_being_deleted(session, copy.id)
        finding = session.findings.find(item.id)
    return finding is not None and finding.sealed_digest == item.digest


def _sealed_copy(copy: OutsideCopy) -> _Sealed:
    key = agreement_key(copy.agreement_id)
    return _Sealed(copy.id, file_id_of(copy), key, copy.sealed_digest, copy.sealed_bytes)


def _sealed_finding(finding: Finding) -> _Sealed:
    return _Sealed(finding.id, finding.id, waiting_key(finding.id), finding.sealed_digest, finding.sealed_bytes)


def _copy_item(copy: OutsideCopy, vault: Vault) -> VaultItem:
    state = _state_of(copy, vault) if copy.is_live else "erased"
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


def _state_of(copy: OutsideCopy, vault: Vault) -> str:
    state = presence(vault, file_id_of(copy), copy.sealed_bytes)
    return "checked-out" if state == "sealed" and copy.is_out else state


def _waiting_item(finding: Finding, vault: Vault) -> VaultItem:
    return VaultItem(
        id=finding.id,
        project_id=finding.project_id,
        agreement_id=None,
        name=Path(finding.path).name,
        size_bytes=finding.size_bytes,
        sha256=finding.sha256,
        sealed_at=finding.sealed_at,
        state=presence(vault, finding.id, finding.sealed_bytes),
        path=None,
        due_at=None,
    )


def presence(vault: Vault, file_id: str, sealed_bytes: int | None) -> str:
    """sealed | damaged | missing, by a look at the sealed file's name and size."""
    try:
        size = vault.path_of(file_id).stat().st_size
    except OSError:
        return "missing"
    return "sealed" if size == sealed_bytes else "damaged"
