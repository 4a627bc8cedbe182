"""Ask the client: whom, and what happens meanwhile. Afterwards the mail stands ready."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.actions.clients import ClientActions
from app.actions.findings import FindingActions
from app.domain.client import Client
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.opening import open_with_system
from app.ui.pages.findings.decision import Decision, Outcome
from app.ui.pages.findings.target import Target
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.form import SuggestField
from app.ui.widgets.notice import Tone


class AskingDialog(Decision):
    """A contact of the client, or another address of its domain. Of an unknown client: a contact of any."""

    def __init__(
        self,
        desk: Desk,
        findings: FindingActions,
        clients: ClientActions,
        target: Target,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            desk, findings, target, msg("ui.findings.ask-title"), msg("ui.findings.ask-verb"), parent=parent
        )
        self._clients = clients
        self.contact = SuggestField(desk.text(msg("ui.findings.ask-whom")), desk.text(self._help()))
        self.fields.addWidget(self.contact)
        self.say(desk.text(msg("ui.findings.ask-mail")))
        self.say(desk.text(msg("ui.findings.ask-meanwhile", n=target.count)))
        self.complain_at(self.contact, "input.mailbox", "field.name", "asking.no-contact", "asking.other-client")
        self.contact.box.setFocus()
        desk.jobs.read(clients.list, self._known, self._not_known)

    def work(self) -> Callable[[Job[Outcome]], Outcome]:
        ids, mail = self.target.ids, self.contact.text()
        return lambda job: self.findings.ask(ids, mail, progress=job.progress)

    def _help(self) -> Message:
        if self.target.client_name is None:
            return msg("ui.findings.ask-unknown")
        return msg("ui.findings.ask-help", client=self.target.client_name)

    @Slot(object)
    def _known(self, clients: tuple[Client, ...]) -> None:
        of_target = [c for c in clients if self.target.client_id in (None, c.id)]
        mailboxes = [f"{contact.name} <{contact.mail}>" for client in of_target for contact in client.contacts]
        self.contact.offer(mailboxes)
        if len(mailboxes) >= 1 and self.target.client_id is not None and not self.contact.text():
            self.contact.put(mailboxes[0])

    @Slot(object)
    def _not_known(self, problem: Message) -> None:
        self.problem.tell(Tone.OVERDUE, self.desk.text(problem))
        self.problem.show()


class MailReady(ActionDialog[bool]):
    """After asking: the mail waits for the person, the files for the answer."""

    def __init__(self, desk: Desk, draft: Path, count: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, msg("ui.findings.mail-title"), msg("ui.findings.mail-open"), parent=parent)
        self._draft = draft
        self.leave.setText(desk.text(msg("ui.findings.mail-later")))
        self.say(desk.text(msg("ui.findings.mail-read")))
        self.say(desk.text(msg("ui.findings.mail-waits", n=count)))

    def submit(self) -> None:
        """Nothing of the store changes: the person's own mail program opens the draft."""
        if open_with_system(self._draft):
            self.accept()
            return
        self.problem.tell(Tone.ATTENTION, self.desk.text(msg("ui.findings.mail-no-program", path=str(self._draft))))
        self.problem.show()
