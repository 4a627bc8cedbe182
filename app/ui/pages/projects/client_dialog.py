"""A client: what it is called, how its data is recognised, who can agree for it, and its own stricter terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from app.actions.clients import ClientDetails, parse_mailbox
from app.domain.client import MAX_DECISION, MAX_ERASURE, MIN_RETENTION_YEARS, Client, ClientTerms
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.projects.actions import Registers
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.fold import Fold
from app.ui.widgets.form import ChoiceField, Field, LineField, ListField

HOUR = timedelta(hours=1)
AS_PROCEDURE = ""
# What leaves all to the procedure (and to what IT sets): a term once given is not taken back, only set to this.
USUAL = {
    "deletion-hours": str(MAX_ERASURE // HOUR),
    "decision-hours": str(MAX_DECISION // HOUR),
    "retention-years": str(MIN_RETENTION_YEARS),
    "certificate-names": "plain",
}


class ClientDialog(ActionDialog[Client]):
    """`client`: the one to change; None for a new one."""

    def __init__(
        self, desk: Desk, actions: Registers, client: Client | None = None, parent: QWidget | None = None
    ) -> None:
        title = msg("ui.clients.new-title") if client is None else msg("ui.clients.change-title", name=client.name)
        verb = msg("ui.clients.new-go") if client is None else msg("ui.dialog.save")
        super().__init__(desk, title, verb, parent=parent)
        self._actions = actions
        self._client = client
        self.name = LineField(desk.text(msg("ui.clients.name")), value=client.name if client is not None else "")
        self.lists = _list_fields(desk, client)
        self.contacts = ListField(
            desk.text(msg("ui.clients.contacts")),
            desk.text(msg("ui.clients.contacts-help")),
            [f"{contact.name} <{contact.mail}>" for contact in client.contacts] if client is not None else (),
        )
        known = client.terms if client is not None else ClientTerms()
        self.terms = {name: _term_field(desk, name, value) for name, value in told_terms(known).items()}
        self.source = LineField(
            desk.text(msg("ui.clients.term-source")), desk.text(msg("ui.clients.term-source-help")), known.source or ""
        )
        self.more = Fold(desk.text(msg("ui.clients.more")))
        self.own_terms = Fold(desk.text(msg("ui.clients.terms")))
        self._before = told_terms(known)
        self._lay_fields()
        self._say_errors_in_place()

    def work(self) -> Callable[[Job[Client]], Client]:
        name, lists = self.name.text(), {key: field.values() for key, field in self.lists.items()}
        contacts, terms = self.contacts.values(), self._changed_terms()
        source = self.source.text() or None

        def act(_job: Job[Client]) -> Client:
            details = ClientDetails(
                **lists, contacts=tuple(map(parse_mailbox, contacts)), terms=terms, term_source=source
            )
            saved = self._saved(name, details)
            self._actions.folders.recognise_client_places()
            return saved

        return act

    def news(self, answer: Client) -> Message:
        name = answer.name
        return msg("ui.clients.added", name=name) if self._client is None else msg("ui.clients.changed", name=name)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _saved(self, name: str, details: ClientDetails) -> Client:
        clients = self._actions.clients
        if self._client is None:
            return clients.add(name, details)
        return clients.edit(self._client.id, details, new_name=name)

    def _changed_terms(self) -> Mapping[str, str]:
        """What was chosen anew; "as the procedure" says the procedure's value where the client had one of its own."""
        chosen = {name: str(field.chosen()) for name, field in self.terms.items()}
        return {name: value or USUAL[name] for name, value in chosen.items() if value != self._before[name]}

    def _place_of(self, message: Message) -> Field | None:
        """A wrong value is said where it stands, however many lists may hold such values."""
        value = message.arguments.get("value")
        holding = [known for known in self.lists.values() if value in known.values()]
        field = holding[0] if holding else super()._place_of(message)
        for fold in (self.more, self.own_terms):
            if field is not None and fold.isAncestorOf(field):
                fold.unfold()
        return field

    def _lay_fields(self) -> None:
        for part in (self.name, self.lists["domains"], self.contacts, self.lists["variants"]):
            self.fields.addWidget(part)
        for name in ("keywords", "hosts", "shares", "mounts", "tenant_ids", "processor_domains"):
            self.more.lines.addWidget(self.lists[name])
        for term in (*self.terms.values(), self.source):
            self.own_terms.lines.addWidget(term)
        self.fields.addWidget(self.more)
        self.fields.addWidget(self.own_terms)

    def _say_errors_in_place(self) -> None:
        self.complain_at(self.name, "field.name", "client.exists")
        self.complain_at(self.contacts, "input.mailbox")
        for name, listed in self.lists.items():
            self.complain_at(listed, f"field.{name}")
        self.complain_at(self.lists["tenant_ids"], "client.tenant")


_LISTS: Mapping[str, tuple[Message, Message]] = {
    "domains": (msg("ui.clients.domains"), msg("ui.clients.domains-help")),
    "variants": (msg("ui.clients.variants"), msg("ui.clients.variants-help")),
    "keywords": (msg("ui.clients.keywords"), msg("ui.clients.keywords-help")),
    "hosts": (msg("ui.clients.hosts"), msg("ui.clients.hosts-help")),
    "shares": (msg("ui.clients.shares"), msg("ui.clients.shares-help")),
    "mounts": (msg("ui.clients.mounts"), msg("ui.clients.mounts-help")),
    "tenant_ids": (msg("ui.clients.tenants"), msg("ui.clients.tenants-help")),
    "processor_domains": (msg("ui.clients.processors"), msg("ui.clients.processors-help")),
}


def _list_fields(desk: Desk, client: Client | None) -> dict[str, ListField]:
    return {
        name: ListField(desk.text(label), desk.text(help_text), getattr(client, name) if client is not None else ())
        for name, (label, help_text) in _LISTS.items()
    }


def told_terms(terms: ClientTerms) -> dict[str, str]:
    """The client's own terms as the choices below name them; an empty text where it has none stricter than the procedure."""
    told = {
        "deletion-hours": "" if terms.erasure is None else str(terms.erasure // HOUR),
        "decision-hours": "" if terms.decision is None else str(terms.decision // HOUR),
        "retention-years": "" if terms.retention_years is None else str(terms.retention_years),
        "certificate-names": "hashed" if terms.hashed_names else "",
    }
    return {name: AS_PROCEDURE if value == USUAL[name] else value for name, value in told.items()}


def _term_field(desk: Desk, name: str, value: str) -> ChoiceField:
    label, procedure, choices = _TERMS[name]
    known = dict(choices)
    if value and value not in known:
        known[value] = _amount(name, int(value))
    offered = [(AS_PROCEDURE, procedure), *known.items()]
    field = ChoiceField(desk.text(label), [(choice, desk.text(told)) for choice, told in offered])
    field.choose(value)
    return field


def _amount(name: str, number: int) -> Message:
    if name == "retention-years":
        return msg("ui.clients.years", n=number)
    return msg("ui.clients.hours", n=number) if number % 24 or number == 0 else msg("ui.clients.days", n=number // 24)


_Term = tuple[Message, Message, tuple[tuple[str, Message], ...]]
_TERMS: Mapping[str, _Term] = {
    "deletion-hours": (
        msg("ui.clients.term-deletion"),
        msg("ui.clients.term-deletion-usual"),
        (
            ("120", msg("ui.clients.days", n=5)),
            ("72", msg("ui.clients.days", n=3)),
            ("48", msg("ui.clients.days", n=2)),
            ("24", msg("ui.clients.days", n=1)),
            ("0", msg("ui.clients.at-once")),
        ),
    ),
    "decision-hours": (
        msg("ui.clients.term-decision"),
        msg("ui.clients.term-decision-usual"),
        (
            ("12", msg("ui.clients.hours", n=12)),
            ("8", msg("ui.clients.hours", n=8)),
            ("4", msg("ui.clients.hours", n=4)),
            ("1", msg("ui.clients.hours", n=1)),
        ),
    ),
    "retention-years": (
        msg("ui.clients.term-retention"),
        msg("ui.clients.term-retention-usual"),
        (
            ("3", msg("ui.clients.years", n=3)),
            ("5", msg("ui.clients.years", n=5)),
            ("7", msg("ui.clients.years", n=7)),
            ("10", msg("ui.clients.years", n=10)),
        ),
    ),
    "certificate-names": (
        msg("ui.clients.term-names"),
        msg("ui.clients.term-names-usual"),
        (("hashed", msg("ui.clients.term-names-hashed")),),
    ),
}
