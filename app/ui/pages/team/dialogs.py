"""What the lead decides about a laptop: its key counts, or it left the team."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.messages import Message, msg
from app.domain.team_view import TeamRow
from app.store import Device
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.about.over import in_groups
from app.ui.pages.team.actions import Actions
from app.ui.theme.type import Size
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.form import LineField, SuggestField
from app.ui.widgets.labels import Text


class AcceptDialog(ActionDialog[Device]):
    """The fingerprint is compared with its owner outside this program: by telephone, or side by side. Source: VT-C4."""

    def __init__(self, desk: Desk, actions: Actions, row: TeamRow, parent: QWidget | None = None) -> None:
        super().__init__(desk, msg("ui.team.accept-title", person=row.person), msg("ui.team.accept-go"), parent=parent)
        self._actions = actions
        self._row = row
        text = desk.text
        self.say(text(msg("ui.team.accept-why", person=row.person)))
        self.fingerprint = Text(in_groups(row.fingerprint or ""), Size.BODY, QFont.Weight.DemiBold)
        self.read = LineField(text(msg("ui.team.accept-read")), text(msg("ui.team.accept-read-help")))
        self.same = QCheckBox(text(msg("ui.team.accept-same")))
        if row.fingerprint is not None:
            self.fields.addWidget(self.fingerprint)
            self.fields.addWidget(self.same)
            self.same.toggled.connect(self._allow)
            self._allow()
        else:  # only the end of it is known here: what the owner reads aloud is compared by the program
            self.fields.addWidget(self.read)
            self.complain_at(self.read, "field.fingerprint", "team.fingerprint-form", "team.fingerprint-differs")

    def work(self) -> Callable[[Job[Device]], Device]:
        fingerprint = self._row.fingerprint or "".join(self.read.text().split())
        return lambda _job: self._actions.team.accept(self._row.device, fingerprint)

    def news(self, answer: Device) -> Message:
        return msg("ui.team.accept-done", person=self._row.person)

    @Slot()
    def _allow(self) -> None:
        self.go.setEnabled(self.same.isChecked())


class RetireDialog(ActionDialog[Device]):
    def __init__(self, desk: Desk, actions: Actions, row: TeamRow, parent: QWidget | None = None) -> None:
        title = msg("ui.team.retire-title", person=row.person)
        super().__init__(desk, title, msg("ui.team.retire-go"), danger=True, parent=parent)
        self._actions = actions
        self._row = row
        text = desk.text
        self.say(text(msg("ui.team.retire-why")))
        self.reason = SuggestField(text(msg("ui.team.retire-reason")))
        self.reason.offer([text(msg("ui.team.retire-left")), text(msg("ui.team.retire-replaced"))])
        self.reason.put("")
        self.fields.addWidget(self.reason)
        self.complain_at(self.reason, "field.reason")

    def work(self) -> Callable[[Job[Device]], Device]:
        reason = self.reason.text()
        return lambda _job: self._actions.team.retire(self._row.device, reason)

    def news(self, answer: Device) -> Message:
        return msg("ui.team.retire-done", person=self._row.person)
