"""The vault: what is outside, until when and under which agreement; and the declarations of what was deleted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTabBar

from app.actions.agreements import AgreementActions
from app.actions.certificates import CertificateActions
from app.actions.clients import ClientActions
from app.actions.copies import CopyActions
from app.actions.deletion import DeletionActions
from app.actions.outside import OutsideActions
from app.actions.projects import ProjectActions
from app.actions.vault import VaultActions
from app.domain.messages import msg
from app.domain.vault_list import RowState
from app.ui.desk import Desk
from app.ui.pages.page import Page
from app.ui.pages.vault.actions import Actions
from app.ui.pages.vault.certificates_part import CertificatesPart
from app.ui.pages.vault.copies_part import CopiesPart
from app.ui.pages.vault.loaded import Loaded, Subject, find, load
from app.ui.pages.vault.words import certificates_headline, copies_headline
from app.ui.widgets.asking import Asking
from app.ui.widgets.drop import DropCurtain

COPIES, CERTIFICATES = 0, 1
DECLARATIONS: Final = "certificates"  # a subject: that tab


class VaultPage(Page[Loaded]):
    """A subject is a day (a `date`: what goes then); a state of copies; the id of a copy, a waiting file, a declaration, an
    agreement or a project, or a project's code (all of that project); or DECLARATIONS."""

    def __init__(
        self,
        desk: Desk,
        outside: OutsideActions,
        vault: VaultActions,
        copies: CopyActions,
        deletion: DeletionActions,
        certificates: CertificateActions,
        agreements: AgreementActions,
        projects: ProjectActions,
        clients: ClientActions,
    ) -> None:
        self._actions = Actions(
            outside=outside,
            vault=vault,
            copies=copies,
            deletion=deletion,
            certificates=certificates,
            agreements=agreements,
            projects=projects,
            clients=clients,
        )
        super().__init__(desk)

    # -- what a page defines ------------------------------------------------------------------------------------------

    def build(self) -> None:
        self.asking = Asking(self)
        text = self.desk.text
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(text(msg("ui.vault.tabs")))
        self.tabs.addTab(text(msg("ui.vault.tab-copies")))
        self.tabs.addTab(text(msg("ui.vault.tab-certificates")))
        self.copies = CopiesPart(self.desk, self._actions, self.asking)
        self.certificates = CertificatesPart(self.desk, self._actions, self.asking)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.copies, 1)
        self.body.addWidget(self.certificates, 1)
        self.curtain = DropCurtain(self, text(msg("ui.vault.let-go")))
        self.curtain.dropped.connect(self._dropped)
        self.tabs.currentChanged.connect(self._show_tab)
        self._show_tab()

    def load(self) -> Loaded:
        return load(self._actions)

    def present(self, loaded: Loaded) -> None:
        self.copies.show_outside(loaded.outside)
        self.certificates.show_rows(loaded.certificates)
        self._show_tab()

    def show_subject(self, subject: object) -> None:
        if isinstance(subject, date):
            self.tabs.setCurrentIndex(COPIES)
            self.copies.show_day(subject)
        elif subject == DECLARATIONS:
            self.tabs.setCurrentIndex(CERTIFICATES)
        elif subject in tuple(RowState):
            self.tabs.setCurrentIndex(COPIES)
            self.copies.show_state(RowState(str(subject)))
        else:
            self.desk.jobs.read(lambda: find(self._actions, str(subject)), self._found)

    @Slot()
    def reload(self) -> None:
        """Rows change without any of the numbers: the list looks for itself."""
        if not self._loading:
            self.copies.refresh()
        super().reload()

    # -- how ----------------------------------------------------------------------------------------------------------

    @Slot()
    def _show_tab(self) -> None:
        on_copies = self.tabs.currentIndex() == COPIES
        self.copies.setVisible(on_copies)
        self.certificates.setVisible(not on_copies)
        self.curtain.is_open = on_copies
        if self.shown is not None:
            texts = self.desk.texts
            said = copies_headline(self.shown, texts, self.desk.now()) if on_copies else None
            self.headline.setText(said or certificates_headline(self.shown, texts))

    @Slot(object)
    def _found(self, subject: Subject) -> None:
        """Bring what was looked for to the front."""
        is_certificate = subject.certificate_id is not None
        self.tabs.setCurrentIndex(CERTIFICATES if is_certificate else COPIES)
        if subject.certificate_id is not None:
            self.certificates.list.choose(subject.certificate_id)
        elif subject.row_id is not None:
            self.copies.show_row(subject.row_id)
        elif subject.project_id is not None:
            self.copies.show_project(subject.project_id, subject.project_code or "")

    @Slot(list)
    def _dropped(self, paths: Sequence[Path]) -> None:
        self.copies.ask_add(paths)
