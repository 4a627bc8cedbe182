"""What a person registers: clients, folders, projects, agreements, and the first start that asks for all of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.wiring.copies import CopyLayer
from app.wiring.part import part

if TYPE_CHECKING:
    from app.actions.agreements import AgreementActions
    from app.actions.clients import ClientActions
    from app.actions.first_start import FirstStartActions
    from app.actions.folders import FolderActions, FolderChoice
    from app.actions.office import Office
    from app.actions.projects import ProjectActions
    from app.actions.working_files import WorkingFileActions
    from app.domain.finding import Judgement
    from app.domain.ports import Progress


class RegisterLayer(CopyLayer):
    """The actions on the registers."""

    @part
    def clients(self) -> ClientActions:
        from app.actions.clients import ClientActions

        return ClientActions(self.office)

    @part
    def _folder_choice(self) -> FolderChoice:
        from app.actions.folders import FolderChoice
        from app.system.places import forbidden_root

        return FolderChoice(self.places, lambda folder: forbidden_root(folder, self.directory.root, self.home))

    @part
    def folders(self) -> FolderActions:
        from app.actions.folders import FolderActions

        return FolderActions(self.office, self._folder_choice)

    @part
    def projects(self) -> ProjectActions:
        from app.actions.projects import ProjectActions

        return ProjectActions(self.office, self._vault, self._folder_choice, self._residual_rules)

    @part
    def agreements(self) -> AgreementActions:
        from app.actions.agreements import AgreementActions

        return AgreementActions(self.office, self._vault, self.settings, self._move_copy, self.may, self.storage_places)

    def _move_copy(self, start: str, agreement_start: str, *, progress: Progress | None = None) -> object:
        """What copies need is built when the first one moves."""
        return self.copies.move(start, agreement_start, progress=progress)

    @part
    def working_files(self) -> WorkingFileActions:
        return self.working_files_by(self.office)

    def working_files_by(self, office: Office) -> WorkingFileActions:
        from app.actions.working_files import WorkingFileActions
        from app.system.files.carrying import carry

        return WorkingFileActions(
            office, self.settings, self.files, self.places, self.surroundings, self._judged, carry
        )

    def _judged(self, path: Path) -> Judgement:
        context, _ = self.intake.context()
        self.detector.use(context)
        return self.detector.judge(path, self.files.origin(path))

    @part
    def first_start(self) -> FirstStartActions:
        from app.actions.first_start import FirstStartActions
        from app.system.places.standard import standard_folders

        return FirstStartActions(
            self.office,
            self.settings,
            self.folders,
            self._folder_choice,
            self.clients,
            self.projects,
            self.cards,
            standard_folders(self.home),
            self.home,
            self.power,
        )
