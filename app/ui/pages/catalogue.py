"""Which page is made how: each receives the actions it uses and nothing else. Loaded when it is first opened."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from app.assistant import Assistant
from app.ui.desk import Desk
from app.ui.pages.page import Page, PageId
from app.ui.window.main import PageMaker


def page_makers(assistant: Assistant) -> Mapping[PageId, PageMaker]:
    def overview(desk: Desk) -> Page[Any]:
        from app.ui.pages.overview.page import OverviewPage

        return OverviewPage(
            desk,
            assistant.today,
            assistant.first_start,
            assistant.requirement_titles,
            assistant.clock,
            assistant.copies,
            assistant.deletion,
            assistant.folders,
            assistant.pause,
            assistant.vault,
        )

    def documents(desk: Desk) -> Page[Any]:
        from app.ui.pages.documents.page import DocumentsPage

        def folder() -> str:
            return assistant.settings.text("remote.folder")

        return DocumentsPage(desk, assistant.documents, assistant.signing_in, folder)

    def findings(desk: Desk) -> Page[Any]:
        from app.ui.pages.findings.page import FindingsPage

        return FindingsPage(
            desk, assistant.findings, assistant.agreements, assistant.projects, assistant.clients, assistant.folders
        )

    def projects(desk: Desk) -> Page[Any]:
        from app.ui.pages.projects.page import ProjectsPage

        return ProjectsPage(
            desk,
            assistant.projects,
            assistant.agreements,
            assistant.clients,
            assistant.copies,
            assistant.folders,
            assistant.vault,
            assistant.client_report,
            assistant.team,
        )

    def vault(desk: Desk) -> Page[Any]:
        from app.ui.pages.vault.page import VaultPage

        return VaultPage(
            desk,
            assistant.outside,
            assistant.vault,
            assistant.copies,
            assistant.deletion,
            assistant.certificates,
            assistant.agreements,
            assistant.projects,
            assistant.clients,
        )

    def team(desk: Desk) -> Page[Any]:
        from app.ui.pages.team.page import TeamPage

        return TeamPage(
            desk, assistant.team_status, assistant.team, assistant.requirement_titles, assistant.project_codes
        )

    def registers(desk: Desk) -> Page[Any]:
        from app.ui.pages.planned import RegistersPage

        return RegistersPage(desk)

    def settings(desk: Desk) -> Page[Any]:
        from app.system.policy import policy_place
        from app.ui.pages.settings.page import SettingsPage

        actions = assistant.settings, assistant.folders, assistant.working_files
        return SettingsPage(desk, *actions, assistant.policy, policy_place(), assistant.home)

    def about(desk: Desk) -> Page[Any]:
        from app.ui.pages.about.page import AboutPage

        actions = assistant.about, assistant.procedure, assistant.doctor, assistant.backup
        return AboutPage(desk, *actions, assistant.clock, assistant.health)

    return {
        PageId.OVERVIEW: overview,
        PageId.FINDINGS: findings,
        PageId.PROJECTS: projects,
        PageId.VAULT: vault,
        PageId.DOCUMENTS: documents,
        PageId.TEAM: team,
        PageId.REGISTERS: registers,
        PageId.SETTINGS: settings,
        PageId.ABOUT: about,
    }


def load_pages() -> None:
    """Import what the other pages consist of, while the first one is looked at. In a working thread."""
    for page in ("findings", "projects", "vault", "documents", "team", "settings", "about"):
        import_module(f"app.ui.pages.{page}.page")
