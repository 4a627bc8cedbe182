"""What all dialogs of a decision share: they say what it is about, and hand over what became of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.actions.finding_records import Resolved
from app.actions.findings import FindingActions
from app.domain.messages import Message
from app.ui.desk import Desk
from app.ui.pages.findings.target import Target
from app.ui.widgets.dialog import ActionDialog

Outcome = tuple[Resolved, ...]


class Decision(ActionDialog[Outcome]):
    """A subclass adds its fields below the sentence that names the files."""

    def __init__(
        self,
        desk: Desk,
        findings: FindingActions,
        target: Target,
        title: Message,
        verb: Message,
        *,
        danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, title, verb, danger=danger, parent=parent)
        self.findings = findings
        self.target = target
        self.about = self.say(desk.text(target.words))
        self.about.look("muted")
