"""The few things by which a new client is recognised, for whoever adds a project for it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.clients import ClientDetails, parse_mailbox
from app.domain.messages import msg
from app.ui.desk import Desk
from app.ui.widgets.form import LineField, ListField


class NewClientPart(QWidget):
    """Name, domains, contacts; the rest can be added later."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = desk.text
        self.name = LineField(text(msg("ui.clients.name")))
        self.domains = ListField(text(msg("ui.clients.domains")), text(msg("ui.clients.domains-help")))
        self.contacts = ListField(text(msg("ui.clients.contacts")), text(msg("ui.clients.contacts-help")))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        for part in (self.name, self.domains, self.contacts):
            lines.addWidget(part)

    def details(self) -> ClientDetails:
        """Raises InputError for a contact that is no address."""
        return ClientDetails(domains=self.domains.values(), contacts=tuple(map(parse_mailbox, self.contacts.values())))
