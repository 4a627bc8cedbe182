"""Who may be shown something of a project, and who can open its place in Office 365. Source: VR-P2.

Addresses are judged and forgotten: the journal has counts alone.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.actions.clients import parse_mailbox
from app.actions.office import Office
from app.actions.settings import SettingsActions
from app.domain.audience import (
    AudienceItem,
    GrantVerdict,
    PlaceGrant,
    PlaceLook,
    address_of,
    judge_audience,
    judge_grant,
)
from app.domain.client import Client
from app.domain.errors import AssistantError
from app.domain.project import Project, ProjectStatus
from app.domain.remote_ports import DocumentRemote

OFFICE365 = "office365"
LOOK_EVERY = timedelta(days=30)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Contract: `audience check`. Allowed when everybody is."""

    items: tuple[AudienceItem, ...]

    @property
    def allowed(self) -> bool:
        return all(item.allowed for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAudience:
    """Who can open a project's place. `can_tell`: False for a plain folder, whose rights the system of that place keeps."""

    code: str
    remote: str
    address: str | None
    looked_at: datetime
    can_tell: bool
    grants: tuple[PlaceGrant, ...]

    def count(self, verdict: GrantVerdict) -> int:
        return sum(grant.verdict is verdict for grant in self.grants)


class AudienceActions:
    """`place_of`: the name of a project's place at the remote."""

    def __init__(
        self,
        office: Office,
        settings: SettingsActions,
        remote: Callable[[], DocumentRemote],
        place_of: Callable[[Project], str],
    ) -> None:
        self._office = office
        self._settings = settings
        self._remote = remote
        self._place_of = place_of

    def check(self, code: str, mails: Sequence[str]) -> Audience:
        """Judge every address. Raises NotFoundError, and InputError for what is no address: then nobody was judged."""
        addresses = tuple(dict.fromkeys(_address(mail) for mail in mails))
        own = self._settings.own()
        with self._office.look() as session:
            project = session.projects.resolve(code)
            client = session.clients.get(project.client_id)
        items = self._judged(addresses, project, client, own.domains)
        with self._office.change() as work:
            refused = sum(not item.allowed for item in items)
            data = {"count": len(items), "refused": refused}
            outcome = "refused" if refused else "ok"
            work.note("audience.checked", project.id, project=project.id, outcome=outcome, data=data)
        return Audience(items=items)

    def place(self, code: str) -> PlaceAudience:
        """Ask the remote who can open the project's place, and compare that with who may know. Counts are kept, for the
        rule. Raises NotFoundError, EnvironmentLacking."""
        with self._office.look() as session:
            project = session.projects.resolve(code)
            client = session.clients.get(project.client_id)
        remote = self._remote()
        granted = tuple(remote.grants(self._place_of(project)))
        mails = tuple(dict.fromkeys(address_of(grant) or "" for grant in granted if grant.mail is not None))
        reasons = {i.mail: i.reason for i in self._judged(mails, project, client, self._settings.own().domains)}
        seen = PlaceAudience(
            code=project.code,
            remote=remote.kind,
            address=remote.address(self._place_of(project)),
            looked_at=self._office.clock.now(),
            can_tell=bool(granted),
            grants=tuple(judge_grant(grant, reasons) for grant in granted),
        )
        self._note(project, seen)
        return seen

    def look_when_due(self) -> None:
        """One look at the place of a running project that was not looked at for a month: one a round, so that nothing is asked
        of the remote most of the time. What it cannot tell now is asked at another round; a plain folder tells nothing."""
        if self._remote().kind != OFFICE365:
            return
        now = self._office.clock.now()
        with self._office.look() as session:
            looks = {look.id: look.looked_at for look in session.place_looks.all()}
            running = [p for p in session.projects.all() if p.status is ProjectStatus.ACTIVE and p.documents]
        due = [p for p in running if p.id not in looks or now - looks[p.id] >= LOOK_EVERY]
        if due:
            try:
                self.place(min(due, key=lambda p: looks.get(p.id, p.created_at)).code)
            except AssistantError as error:
                log.info("a place's audience is looked at later: %s", error.message.id)

    def _judged(
        self, mails: Sequence[str], project: Project, client: Client, domains: tuple[str, ...]
    ) -> tuple[AudienceItem, ...]:
        now = self._office.clock.now()
        return tuple(judge_audience(mail, project, client, domains, now) for mail in mails)

    def _note(self, project: Project, seen: PlaceAudience) -> None:
        """Kept at every look; told in the journal when the counts changed."""
        too_wide, unknown = seen.count(GrantVerdict.TOO_WIDE), seen.count(GrantVerdict.UNKNOWN)
        look = PlaceLook(
            id=project.id, looked_at=seen.looked_at, outsiders=too_wide, uncertain=unknown, grants=len(seen.grants)
        )
        with self._office.change() as work:
            before = work.session.place_looks.find(project.id)
            work.session.place_looks.put(look)
            if before is None or (before.outsiders, before.uncertain) != (too_wide, unknown):
                data = {"count": look.grants, "refused": too_wide, "unknown": unknown}
                work.note("audience.place-seen", project.id, project=project.id, data=data)


def _address(mail: str) -> str:
    """Raises InputError for what is no address."""
    return parse_mailbox(mail).mail
