"""What the page of the vault can look up and do."""

from __future__ import annotations

from dataclasses import dataclass

from app.actions.agreements import AgreementActions
from app.actions.certificates import CertificateActions
from app.actions.clients import ClientActions
from app.actions.copies import CopyActions
from app.actions.deletion import DeletionActions
from app.actions.outside import OutsideActions
from app.actions.projects import ProjectActions
from app.actions.vault import VaultActions


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    outside: OutsideActions
    vault: VaultActions
    copies: CopyActions
    deletion: DeletionActions
    certificates: CertificateActions
    agreements: AgreementActions
    projects: ProjectActions
    clients: ClientActions
