"""What is shown of everything below: the journal, the rules' state, today, news, the client report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.wiring.laptop import LaptopLayer
from app.wiring.part import part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.actions.about import AboutActions
    from app.actions.audience import AudienceActions
    from app.actions.client_report import ClientReportActions
    from app.actions.declaring import Declaring, LaptopWords
    from app.actions.journal import JournalActions
    from app.actions.news import NewsActions
    from app.actions.office import Office
    from app.actions.procedure import ProcedureActions
    from app.actions.retention import RetentionActions
    from app.actions.status import StatusActions, Surroundings
    from app.actions.team_seen import TeamTerms
    from app.actions.team_status.actions import TeamStatusActions
    from app.actions.today import TodayActions
    from app.domain.project import Project
    from app.domain.remote_ports import DocumentRemote
    from app.store import Session


class OverviewLayer(LaptopLayer):
    """The actions that tell and change little."""

    @part
    def journal(self) -> JournalActions:
        from app.actions.journal import JournalActions

        return JournalActions(self.office)

    @part
    def status(self) -> StatusActions:
        from app.actions.status import StatusActions
        from app.system.resources.requirements import requirement_titles

        titles = tuple(requirement_titles("nl"))
        return StatusActions(
            self.office,
            titles,
            self._opened.keys.source,
            self.policy.problems,
            self.health_terms.read,
            lambda: self.signing_in.seen(),
            self._surroundings,
        )

    def _surroundings(self) -> Surroundings:
        from app.actions.status import Surroundings

        return Surroundings(
            storage=self.storage_places.all(),
            own_mail=self.settings.own().mail,
            documents_only_here=self.files_only_here,
            team=self._team_terms(),
        )

    @part
    def today(self) -> TodayActions:
        from app.actions.today import TodayActions
        from app.system.language import local_zone

        return TodayActions(self.office, self.status, self.settings, local_zone())

    @part
    def news(self) -> NewsActions:
        from app.actions.news import NewsActions
        from app.system.language import local_zone
        from app.system.places.standard import standard_folders

        standard = standard_folders(self.home)
        return NewsActions(self.office, self.settings, self.deadlines, standard, local_zone())

    @part
    def procedure(self) -> ProcedureActions:
        from app.actions.procedure import ProcedureActions
        from app.system.resources.procedure import procedure_rows
        from app.system.resources.requirements import requirements

        return ProcedureActions(self.status, self.journal, requirements(), procedure_rows())

    @part
    def about(self) -> AboutActions:
        from app.actions.about import AboutActions
        from app.system.resources.parts import parts

        return AboutActions(
            self.team,
            self.settings,
            self.journal,
            data_dir=self.directory.root,
            key_source=self._opened.keys.source,
            parts=parts,
        )

    @part
    def client_report(self) -> ClientReportActions:
        from app.actions.client_report import ClientReportActions

        return ClientReportActions(
            self.office, self.settings, self.status, self.press, self._laptop_words, self.storage_places
        )

    @part
    def _laptop_words(self) -> LaptopWords:
        from app.actions.declaring import LaptopWords

        return LaptopWords(self.office, self.settings, self.team, _persons)

    @part
    def declaring(self) -> Declaring:
        from app.actions.declaring import Declaring

        return Declaring(
            self.office,
            self.settings,
            self._laptop_words,
            self.press,
            self.signer,
            self.disk,
            device=self.team.device,
            data_dir=self.directory.root,
        )

    @part
    def retention(self) -> RetentionActions:
        from app.actions.filed_records import FiledRecords
        from app.actions.retention import RetentionActions

        filed = FiledRecords(self.office, lambda: self.cloud_copies(), self._site_drive)
        return RetentionActions(self.office, self._vault, self.may, self._filed_at, filed)

    def _site_drive(self) -> str | None:
        return None if self.office365_settings is None else self.office365.site.ids().drive_id

    def _place_of(self, project: Project) -> str:
        """The name of a project's place at the remote; it stays when the project gets another code."""
        from app.domain.document_names import place_of

        with self.office.look() as session:
            known = session.documents.place(project.id)
        return known.place if known is not None and known.place else place_of(project.code)

    def _filed_at(self, project: Project) -> str | None:
        """Where a project's documents stand at the firm; None where they cannot be opened by an address."""
        from app.domain.errors import AssistantError

        try:
            return self._document_remote().address(self._place_of(project)) if project.documents else None
        except AssistantError:
            return None

    @part
    def audience(self) -> AudienceActions:
        return self.audience_by(self.office)

    def audience_by(self, office: Office) -> AudienceActions:
        from app.actions.audience import AudienceActions

        return AudienceActions(office, self.settings, self._document_remote, self._place_of)

    def _document_remote(self) -> DocumentRemote:
        """Where documents are filed, as it is chosen at this moment."""
        if self.office365_settings is not None:
            return self.office365.documents
        from app.remote.folder_documents import FolderDocuments

        folder = self.settings.text("remote.folder")
        if folder:
            return FolderDocuments(Path(folder).expanduser().absolute(), is_cloud_only=self.files.is_cloud_only)
        return FolderDocuments(self.directory.local_remote, is_cloud_only=self.files.is_cloud_only, create=True)

    @part
    def team_status(self) -> TeamStatusActions:
        return self.team_status_by(self.office)

    def team_status_by(self, office: Office) -> TeamStatusActions:
        """The same, as another actor."""
        from app.actions.team_status.actions import TeamStatusActions
        from app.actions.team_status.desk import TeamDesk
        from app.system.language import local_zone
        from app.system.resources.requirements import requirement_titles

        desk = TeamDesk(
            office=office,
            signer=self.signer,
            settings=self.settings,
            team=self.team,
            compliance=self.status,
            board=self.status_board,
            account=self.signed_in_account,
            zone=local_zone(),
        )
        return TeamStatusActions(desk, self.press, requirement_titles)

    def _team_terms(self) -> TeamTerms:
        from app.actions.team_seen import names_lead, team_terms
        from app.domain.card import Role

        values = {effective.key: effective.value for effective in self.settings.list()}
        is_elsewhere = bool(values["remote.folder"]) or self.office365_settings is not None
        is_lead = self.team.role is Role.LEAD or names_lead(self.signing_in.seen().roles)
        sees_all = not values["team.leads"] or is_lead
        return team_terms(values, is_elsewhere=is_elsewhere, sees_all=sees_all)


def _persons(session: Session) -> Mapping[str, str]:
    """Whose each device is, as the records that laptops publish tell."""
    return {record.device: record.mail for record in session.team_records.all()}
