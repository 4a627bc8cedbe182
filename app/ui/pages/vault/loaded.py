"""What the page of the vault shows, looked up in a working thread."""

from __future__ import annotations

from dataclasses import dataclass

from app.actions.certificates import CertificateRow
from app.actions.outside import Outside
from app.actions.vault_list import VaultRow
from app.domain.agreement import Agreement
from app.domain.certificate import IssuedCertificate
from app.domain.copy import OutsideCopy
from app.domain.errors import NotFoundError
from app.domain.vault_list import RowState, VaultQuery
from app.ui.pages.vault.actions import Actions


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The copies themselves come page by page, see `CopyList`."""

    outside: Outside
    certificates: tuple[CertificateRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLoaded:
    """`holders`: the programs that have it open; None where that cannot be told."""

    row: VaultRow
    copy: OutsideCopy
    agreement: Agreement
    holders: tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateLoaded:
    """`pages`: how many it has on paper."""

    row: CertificateRow
    issued: IssuedCertificate
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What somebody wants to see: a row of the list of copies, a declaration, or all of a project. Nothing when it has
    gone."""

    row_id: str | None = None
    certificate_id: str | None = None
    project_id: str | None = None
    project_code: str | None = None


def load(actions: Actions) -> Loaded:
    return Loaded(outside=actions.outside.outside(), certificates=actions.certificates.rows())


def load_copy(actions: Actions, row: VaultRow) -> CopyLoaded | None:
    """None for a file that waits for the client, which is no copy yet, and when it has gone meanwhile."""
    if row.state is RowState.WAITING:
        return None
    try:
        copy = actions.copies.show(row.id).copy
        agreement, _ = actions.agreements.show(copy.agreement_id)
        holders = actions.vault.holders(row.id)
    except NotFoundError:
        return None
    return CopyLoaded(row=row, copy=copy, agreement=agreement, holders=holders)


def load_certificate(actions: Actions, row: CertificateRow) -> CertificateLoaded:
    certificates = actions.certificates
    return CertificateLoaded(row=row, issued=certificates.show(row.id), pages=certificates.pages(row.id))


def find(actions: Actions, id_: str) -> Subject:
    """What the id, or a project's code, stands for."""
    if any(row.id == id_ for row in actions.certificates.rows()):
        return Subject(certificate_id=id_)
    for view in actions.projects.list():
        if id_ in (view.project.id, view.project.code):
            return Subject(project_id=view.project.id, project_code=view.project.code)
    try:
        copy = actions.copies.show(id_).copy
        return Subject(row_id=copy.id) if copy.is_live else Subject(certificate_id=copy.certificate_id)
    except NotFoundError:
        pass
    try:
        agreement, _ = actions.agreements.show(id_)
        return Subject(project_id=agreement.project_id, project_code=_code(actions, agreement.project_id))
    except NotFoundError:
        is_waiting = id_ in actions.vault.ids(VaultQuery(states=frozenset({RowState.WAITING})))
        return Subject(row_id=id_) if is_waiting else Subject()


def _code(actions: Actions, project_id: str) -> str:
    return actions.projects.show(project_id).project.code
