"""It is no client data after all: why, in a few words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.actions.findings import FindingActions
from app.domain.messages import msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.findings.decision import Decision, Outcome
from app.ui.pages.findings.target import Target
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import LineField

SUGGESTIONS = (
    msg("ui.findings.reason-own"),
    msg("ui.findings.reason-public"),
    msg("ui.findings.reason-made-up"),
    msg("ui.findings.reason-template"),
)


class NotClientDataDialog(Decision):
    def __init__(self, desk: Desk, findings: FindingActions, target: Target, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            findings,
            target,
            msg("ui.findings.not-client-data-title", n=target.count),
            msg("ui.findings.not-client-data-verb"),
            parent=parent,
        )
        self.reason = LineField(desk.text(msg("ui.findings.reason")), desk.text(msg("ui.findings.reason-help")))
        self.fields.addWidget(self.reason)
        self.fields.addWidget(self._suggestions())
        self.say(desk.text(msg("ui.findings.not-client-data-then"))).look("muted")
        self.complain_at(self.reason, "field.reason")
        self.reason.line.setFocus()

    def work(self) -> Callable[[Job[Outcome]], Outcome]:
        ids, reason = self.target.ids, self.reason.text()
        return lambda _job: self.findings.not_client_data(ids, reason)

    def _suggestions(self) -> QWidget:
        """What people usually say; one press fills it in."""
        around = QWidget()
        flow = FlowLayout(around)
        for suggestion in SUGGESTIONS:
            button = Button(self.desk.text(suggestion))
            button.clicked.connect(self._fill_in)
            flow.addWidget(button)
        return around

    @Slot()
    def _fill_in(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.reason.line.setText(button.text())
            self.go.setFocus()
