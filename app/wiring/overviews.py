"""What is shown of everything below: the journal, the rules' state, today, news, the client report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.wiring.laptop import LaptopLayer
from app.wiring.part import part

if TYPE_CHECKING:
    from app.actions.about import AboutActions
    from app.actions.client_report import ClientReportActions
    from app.actions.journal import JournalActions
    from app.actions.news import NewsActions
    from app.actions.procedure import ProcedureActions
    from app.actions.status import StatusActions
    from app.actions.today import TodayActions


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
            self.office, titles, self._opened.keys.source, self.policy.problems, self.health_terms.read
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

        return ClientReportActions(self.office, self.settings, self.status, self.press)
