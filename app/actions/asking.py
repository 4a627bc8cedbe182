"""Asking the client: a ready mail in the client's interest, without a value of the data. Source: VR-P3."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from app.actions.agreements import speaks_for
from app.actions.clients import parse_mailbox
from app.actions.drafts import Draft, Drafts
from app.actions.office import Office
from app.actions.settings import SettingsActions
from app.domain.client import Client
from app.domain.errors import InputError
from app.domain.finding import Finding
from app.domain.identity import new_id
from app.domain.messages import Message, kind_text, msg

ANSWER_TERM = timedelta(days=7)  # an unanswered question is at attention after a week


class Asking:
    def __init__(self, office: Office, settings: SettingsActions, drafts: Drafts) -> None:
        self._office = office
        self._settings = settings
        self._drafts = drafts

    def client_of(self, findings: Sequence[Finding], mail: str) -> tuple[Client, str]:
        """The one client of all findings, and the address of the contact in `mail`. Raises InputError."""
        address = parse_mailbox(mail).mail
        with self._office.look() as session:
            clients = session.clients.all()
        candidates = [client for client in clients if speaks_for(client, address)]
        named = {finding.client_id for finding in findings if finding.client_id is not None}
        if len(named) > 1:
            raise InputError(msg("asking.several-clients"))
        if not candidates:
            raise InputError(msg("asking.no-contact", mail=address))
        fitting = [client for client in candidates if client.id in named] if named else candidates
        if not fitting:
            raise InputError(msg("asking.other-client"))
        return fitting[0], address

    def answer_by(self, now: datetime) -> datetime:
        return now + ANSWER_TERM

    def write_draft(self, findings: Sequence[Finding], client: Client, address: str) -> Path:
        """Write the mail as a draft (.eml, opens unsent in Outlook and Thunderbird). Kinds and counts, never a value."""
        now = self._office.clock.now()
        subject = msg("asking.subject", client=client.name)
        body = self._body(findings, client, self._settings.text("own.name"), now)
        return self._drafts.write(Draft(to=address, subject=subject, body=body, at=now), new_id())

    def _body(self, findings: Sequence[Finding], client: Client, name: str, now: datetime) -> Message:
        kinds: Counter[str] = Counter()
        for finding in findings:
            kinds.update(finding.kinds)
        names = tuple(kind_text(kind, count) for kind, count in sorted(kinds.items()))
        return msg(
            "asking.body",
            n=len(findings),
            client=client.name,
            kinds=names or (msg("kind.confidential"),),
            until=self.answer_by(now),
            sender=name,
        )
