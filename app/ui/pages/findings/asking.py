"""Ask the client: whom, and what happens meanwhile. Afterwards the mail stands ready."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.actions.findings import FindingActions
from app.domain.client import Client
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.opening import open_with_system
from app.ui.pages.findings.decision import Decision, Outcome
from app.ui.pages.findings.registers import Registers
from app.ui.pages.findings.target import Target
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import row
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.form import SuggestField
from app.ui.widgets.notice import Tone

if TYPE_CHECKING:
    from app.ui.pages.projects.client_dialog import ClientDialog


class AskingDialog(Decision):
    """A contact of the client, or another address of its domain. Of an unknown client: a contact of any."""

    def __init__(
        self,
        desk: Desk,
        findings: FindingActions,
        registers: Registers,
        target: Target,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            desk, findings, target, msg("ui.findings.ask-title"), msg("ui.findings.ask-verb"), parent=parent
        )
        self._registers = registers
        self._client: Client | None = None
        self._adding: ClientDialog | None = None
        self.contact = SuggestField(desk.text(msg("ui.findings.ask-whom")), desk.text(self._help()))
        self.add = Button(desk.text(self._add_text()), Weight.LINK, icon_name="plus")
        self.fields.addWidget(self.contact)
        self.fields.addLayout(row(self.add, 1))
        self.say(desk.text(msg("ui.findings.ask-mail")))
        self.say(desk.text(msg("ui.findings.ask-meanwhile", n=target.count)))
        self.complain_at(self.contact, "input.mailbox", "field.name", "asking.no-contact", "asking.other-client")
        self.contact.box.setFocus()
        self.add.clicked.connect(self._add)
        self._look()

    def work(self) -> Callable[[Job[Outcome]], Outcome]:
        ids, mail = self.target.ids, self.contact.text()
        return lambda job: self.findings.ask(ids, mail, progress=job.progress)

    def _help(self) -> Message:
        if self.target.client_name is None:
            return msg("ui.findings.ask-unknown")
        return msg("ui.findings.ask-help", client=self.target.client_name)

    def _add_text(self) -> Message:
        if self.target.client_id is None:
            return msg("ui.findings.ask-new-client")
        return msg("ui.findings.ask-new-contact")

    def _look(self) -> None:
        self.desk.jobs.read(self._registers.clients.list, self._known, self._not_known)

    @Slot(object)
    def _known(self, clients: tuple[Client, ...]) -> None:
        of_target = [c for c in clients if self.target.client_id in (None, c.id)]
        self._client = of_target[0] if self.target.client_id is not None and of_target else None
        mailboxes = [f"{contact.name} <{contact.mail}>" for client in of_target for contact in client.contacts]
        self.contact.offer(mailboxes)
        if mailboxes and self._client is not None and not self.contact.text():
            self.contact.put(mailboxes[0])

    @Slot()
    def _add(self) -> None:
        """A client that is not known yet, or a contact of one that is."""
        from app.ui.pages.projects.client_dialog import ClientDialog

        self._adding = ClientDialog(self.desk, self._registers, self._client, self)
        self._adding.accepted.connect(self._added)
        self._adding.open()

    @Slot()
    def _added(self) -> None:
        client = self._adding.answer if self._adding is not None else None
        if client is not None and client.contacts:
            newest = client.contacts[-1]
            self.contact.put(f"{newest.name} <{newest.mail}>")
        self._look()

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
