"""What a decision may need to record on its way: an agreement, a project, a client."""

from __future__ import annotations

from typing import NamedTuple

from app.actions.agreements import AgreementActions
from app.actions.clients import ClientActions
from app.actions.folders import FolderActions
from app.actions.projects import ProjectActions


class Registers(NamedTuple):
    agreements: AgreementActions
    projects: ProjectActions
    clients: ClientActions
    folders: FolderActions
