"""What all of the team's status shares: who this is, who may look, what day it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from app.actions.office import Office
from app.actions.settings import SettingsActions
from app.actions.status import StatusActions
from app.actions.team import TeamActions
from app.actions.team_seen import day_of, names_lead
from app.domain.card import Role
from app.domain.card_body import line
from app.domain.messages import Message, msg
from app.domain.ports import Signer
from app.domain.remote_ports import SignedIn
from app.domain.team_board import StatusBoard
from app.domain.team_judging import Keys
from app.domain.team_record import Person
from app.domain.team_view import Terms
from app.store import Session

ON = "on"
KNOWN_AS = "team.known-as"  # note: {account: mail address by which the remote names its writer}


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamDesk:
    """`board` is chosen anew at each call, as the remote is. `account`: who is signed in to Microsoft 365."""

    office: Office
    signer: Signer
    settings: SettingsActions
    team: TeamActions
    compliance: StatusActions
    board: Callable[[], StatusBoard]
    account: Callable[[], SignedIn | None]
    zone: ZoneInfo

    @property
    def device(self) -> str:
        return self.team.device

    def today(self) -> date:
        """The person's own day: deadlines are told by it."""
        return self.office.clock.now().astimezone(self.zone).date()

    @property
    def is_shared(self) -> bool:
        """Whether this laptop tells the team anything."""
        return self.settings.text("team.status") == ON

    @property
    def may_see_all(self) -> bool:
        """A lead, or anybody where no lead was named: then what the remote lets a person read is all the boundary there is."""
        return not self.settings.texts("team.leads") or self.is_lead

    @property
    def is_lead(self) -> bool:
        """By policy, or by the app role that the firm's Microsoft 365 gives the person."""
        return self.team.role is Role.LEAD or is_lead(self.account())

    def person(self) -> Person:
        """Who works here: as signed in, else as set."""
        account = self.account()
        if account is None:
            own = self.settings.own()
            return person(own.name, own.mail)
        with self.office.look() as session:
            known: Mapping[str, Any] = session.notes.get(KNOWN_AS) or {}
        return person(account.name or self.settings.text("own.name"), known.get(account.account, account.account))

    def keys(self, session: Session, named: Any = None) -> Keys:
        named = named or self.team.named()
        accepted = any(device.retired_at is None for device in session.devices.all())
        return Keys(
            trust=named.trust(session),
            own=named.own,
            are_named=accepted or bool(named.team or named.leads - {named.own}),
            expected=frozenset(self.expected()),
        )

    def expected(self) -> dict[str, str]:
        """Who should report, by mail address in lower case. Source: VR-P7."""
        found = {}
        for entry in self.settings.texts("team.members"):
            name, mark, mail = entry.rpartition("<")
            address = (mail.rstrip("> ") if mark else entry).strip().casefold()
            if address:
                found[address] = name.strip() or address
        return found

    def terms(self) -> Terms:
        return Terms(
            today=self.today(),
            late_days=self.settings.number("team.late_days"),
            silent_days=max(self.settings.number("team.silent_days"), self.settings.number("team.late_days")),
        )

    def consent_day(self) -> date | None:
        """When the works council consented, or staff was informed; None where nobody recorded it."""
        return day_of(self.settings.text("team.council_date"))

    def no_consent(self) -> Message:
        return msg("team.no-consent")


def is_lead(account: SignedIn | None) -> bool:
    return account is not None and names_lead(account.roles)


def person(name: str, mail: str) -> Person:
    """As a record may carry it: what is no mail address is left out."""
    address = mail.strip().casefold()
    is_mail = address.count("@") == 1 and not any(sign in ' <>",;' for sign in address) and len(address) <= 254
    return Person(name=line(name)[:120], mail=address if is_mail else "")
