"""What the page of projects can look up and do, and the one dialog that is open over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from app.actions.agreements import AgreementActions
from app.actions.client_report import ClientReportActions
from app.actions.clients import ClientActions
from app.actions.copies import CopyActions
from app.actions.folders import FolderActions
from app.actions.projects import ProjectActions
from app.actions.team import TeamActions
from app.actions.vault import VaultActions
from app.ui.widgets.asking import Asking

__all__ = ["Actions", "Asking", "Registers"]


class Registers(Protocol):
    """What adding a client or a project takes; other pages have it too."""

    @property
    def projects(self) -> ProjectActions: ...

    @property
    def clients(self) -> ClientActions: ...

    @property
    def folders(self) -> FolderActions: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    projects: ProjectActions
    agreements: AgreementActions
    clients: ClientActions
    copies: CopyActions
    folders: FolderActions
    vault: VaultActions
    client_report: ClientReportActions
    team: TeamActions
