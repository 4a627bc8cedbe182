"""Another agreement for a copy: of the same client; longer only with evidence of its own. Source: VR-P3."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.actions.agreements import AgreementRow
from app.actions.copy_view import CopyView
from app.actions.vault_list import VaultRow
from app.domain.agreement import Place
from app.domain.copy import Location
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.vault.actions import Actions
from app.ui.pages.vault.agreement_picker import AgreementPicker
from app.ui.widgets.dialog import ActionDialog

_PLACES = {
    Location.VAULT: Place.LAPTOP,
    Location.IN_PLACE: Place.LAPTOP,
    Location.OFFICE365: Place.OFFICE365,
    Location.ELSEWHERE: Place.ELSEWHERE,
}


class MoveDialog(ActionDialog[CopyView]):
    def __init__(self, desk: Desk, actions: Actions, row: VaultRow, parent: QWidget | None = None) -> None:
        super().__init__(desk, msg("ui.vault.move-title"), msg("ui.vault.move-go"), parent=parent)
        self._actions = actions
        self._row = row
        self.say(row.name)
        self.say(desk.text(msg("ui.vault.move-why"))).look("muted")
        self.agreement = AgreementPicker(desk, actions, msg("ui.vault.move-under"), self._fits)
        self.fields.addWidget(self.agreement)
        self.agreement.picked.connect(self._picked)
        self._picked()

    def work(self) -> Callable[[Job[CopyView]], CopyView] | None:
        known, row_id = self.agreement.agreement(), self._row.id
        if known is None:
            return None
        agreement_id = known.agreement.id
        return lambda job: self._actions.copies.move(row_id, agreement_id, progress=job.progress)

    def news(self, answer: CopyView) -> Message:
        return msg("ui.vault.moved", name=answer.copy.name)

    def _fits(self, known: AgreementRow) -> bool:
        return (
            known.client == self._row.client
            and known.agreement.id != self._row.agreement_id
            and known.agreement.place is _PLACES[self._row.location]
        )

    def _picked(self) -> None:
        self.go.setEnabled(self.agreement.agreement() is not None)
