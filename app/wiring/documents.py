"""Project documentation: where it is filed, and who looks at it before."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from app.wiring.part import part
from app.wiring.registers import RegisterLayer

if TYPE_CHECKING:
    from app.actions.documents.checking import Checking
    from app.actions.documents.conflicting import Conflicting
    from app.actions.documents.documents import DocumentActions
    from app.actions.documents.target import FilingTarget
    from app.actions.documents.turn import Turn
    from app.actions.office import Office
    from app.domain.ports import OneAtATime


class DocumentLayer(RegisterLayer):
    """The actions on documents."""

    @part
    def documents(self) -> DocumentActions:
        return self.documents_by(self.office)

    def documents_by(self, office: Office) -> DocumentActions:
        """Filing that acts in the journal as `office` does: a person's, or the guard's."""
        from app.actions.documents.documents import DocumentActions
        from app.actions.documents.records import Records
        from app.actions.documents.rounds import Rounds
        from app.actions.documents.solving import Solving
        from app.system.language import local_zone
        from app.system.watch import file_probe

        probe = file_probe()
        rounds = Rounds(office, self.filing_target, self._checking(office), self._conflicting, probe)
        solving = Solving(
            Records(office),
            probe,
            self.clock.now,
            lambda message: self.texts.render(message),
            self._own_name,
            local_zone(),
        )
        return DocumentActions(
            office, self.filing_target, rounds, solving, self._documents_turn, self.findings.not_client_data
        )

    def _own_name(self) -> str:
        from app.domain.messages import msg

        return self.settings.own().name or self.texts.render(msg("documents.me"))

    def _checking(self, office: Office) -> Checking:
        from app.actions.documents.checking import Checking
        from app.actions.intake import Intake
        from app.system.watch import file_probe

        return Checking(office, Intake(office, self.settings), self.detector, self.files, file_probe())

    def _conflicting(self, target: FilingTarget) -> Conflicting:
        from app.actions.documents.conflicting import Conflicting
        from app.system.language import local_zone

        return Conflicting(target, lambda message: self.texts.render(message), self.clock.now, local_zone())

    @part
    def _documents_turn(self) -> Turn:
        from app.actions.documents.turn import Turn
        from app.system.lease import guard_lease

        def lease() -> OneAtATime:
            return guard_lease(self.directory.lease("documents"))

        return Turn(lease)

    @property
    def files_only_here(self) -> bool:
        """Whether documents are filed in a folder of this laptop alone, as without a tenant and without a shared folder."""
        return self.office365_settings is None and not self.settings.text("remote.folder")

    def filing_target(self) -> FilingTarget:
        """Where documents are filed, as it is chosen at this moment."""
        from app.actions.documents.target import FilingTarget
        from app.domain.document_names import site_characters
        from app.remote.folder_documents import FolderDocuments

        settings = self.office365_settings
        if settings is not None:
            return FilingTarget(
                remote=self.office365.documents,
                name=f"office365:{settings.tenant_id}:{settings.site}",
                rewrites=True,
                side_by_side=4,
                site_characters=site_characters(settings.site),
                look_now=self.look_at_remote,
            )
        chosen = self.settings.text("remote.folder")
        folder = Path(chosen).expanduser().absolute() if chosen else self.directory.local_remote
        return FilingTarget(
            remote=FolderDocuments(folder, is_cloud_only=self.files.is_cloud_only, create=not chosen),
            name=f"folder:{folder}",
            folder=os.path.realpath(folder),
        )
