"""Who this laptop is, and whose cards count here. Source: VT-C4, design: Cards."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from app.actions.errors import required
from app.actions.office import Office, Work
from app.actions.settings import SettingsActions
from app.domain.card import Role, device_id, device_of_fingerprint
from app.domain.card_trust import Trust, clean_fingerprint, devices_of_policy
from app.domain.errors import InputError, NotFoundError
from app.domain.messages import msg
from app.domain.ports import Signer
from app.domain.sign_in import SignInSeen
from app.store import Device, Session

LEAST_START = 6  # characters of a device id that are enough (contract)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoAmI:
    """Contract: `whoami`. Signing in to Microsoft 365 is another matter than being a device of the team: `roles` are those
    that policy gives this laptop, `seen` tells how it stands with signing in."""

    device: str
    fingerprint: str
    roles: tuple[Role, ...]
    seen: SignInSeen = field(default_factory=SignInSeen)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDevices:
    """Device ids that count without having been accepted here: the own one, and those policy names."""

    own: str
    team: frozenset[str]
    leads: frozenset[str]

    def trust(self, session: Session) -> Trust:
        """Whose cards count now: these and those accepted here, without the retired ones."""
        devices = session.devices.all()
        retired = frozenset(device.id for device in devices if device.retired_at is not None)
        accepted = frozenset(device.id for device in devices if device.retired_at is None)
        known = accepted | self.team | self.leads | {self.own}
        return Trust(known=known, leads=self.leads, retired=retired - {self.own})


class TeamActions:
    """`seen`: how it stands with signing in to Microsoft 365."""

    def __init__(
        self,
        office: Office,
        signer: Signer,
        settings: SettingsActions,
        seen: Callable[[], SignInSeen] = SignInSeen,
    ) -> None:
        self._office = office
        self._seen = seen
        self._signer = signer
        self._settings = settings

    @property
    def device(self) -> str:
        """This laptop's device id; it follows from its key."""
        return device_id(self._signer.public_key)

    @property
    def role(self) -> Role:
        """The highest role policy gives this laptop."""
        return Role.LEAD if self.device in self._leads() else Role.CONSULTANT

    def whoami(self) -> WhoAmI:
        roles = (Role.CONSULTANT, Role.LEAD) if self.role is Role.LEAD else (Role.CONSULTANT,)
        return WhoAmI(device=self.device, fingerprint=self._signer.fingerprint, roles=roles, seen=self._seen())

    def named(self) -> NamedDevices:
        """Read before a change is begun: settings have a session of their own."""
        return NamedDevices(
            own=self.device, team=devices_of_policy(self._settings.texts("team.devices")), leads=self._leads()
        )

    def accept(self, device: str, fingerprint: str) -> Device:
        """Let the cards and the status of a device count. The fingerprint was compared with its owner, by telephone for
        instance. A device whose status was refused begins anew: what it tells next counts, whatever it told before.

        Raises InputError where it is no fingerprint, not that device's, or this laptop's own.
        """
        digits = clean_fingerprint(required(fingerprint, "fingerprint"))
        if not re.fullmatch(r"[0-9a-f]{64}", digits):
            raise InputError(msg("team.fingerprint-form"))
        whose, start = device_of_fingerprint(digits), required(device, "device").lower()
        if len(start) < LEAST_START or not whose.startswith(start):
            raise InputError(msg("team.fingerprint-differs", device=device))
        if whose == self.device:
            raise InputError(msg("team.own-device"))
        with self._office.change() as work:
            known = work.session.devices.find(whose)
            is_pardoned = work.session.team_records.pardon(whose)
            if known is not None and known.retired_at is None:
                if is_pardoned:
                    work.note("team.accepted", whose, data={"fingerprint": digits})
                return known
            accepted = work.session.devices.accept(whose, digits, None, work.now)
            work.note("team.accepted", whose, data={"fingerprint": digits})
            return accepted

    def retire(self, device: str, reason: str) -> Device:
        """Refuse the cards of a device from now on; what was accepted stays. Raises NotFoundError, InputError."""
        why, start, named = required(reason, "reason"), required(device, "device").lower(), self.named()
        if len(start) >= LEAST_START and named.own.startswith(start):
            raise InputError(msg("team.own-device"))
        with self._office.change() as work:
            known = _known(work, start, named)
            if known.retired_at is not None:
                return known
            retired = work.session.devices.retire(known.id, work.now, why)
            work.note("team.retired", known.id, data={"reason_given": True})
            return retired

    def _leads(self) -> frozenset[str]:
        return devices_of_policy(self._settings.texts("team.leads"))


def _known(work: Work, start: str, named: NamedDevices) -> Device:
    """The device in question; one that only policy or its status names gets a row of its own, so that it can be retired."""
    try:
        return work.session.devices.resolve(start)
    except NotFoundError:
        told = {kept.device for kept in work.session.team_records.all()}
        fitting = [device for device in named.team | named.leads | told if device.startswith(start)]
        if len(start) < LEAST_START or len(fitting) != 1:
            raise
        return work.session.devices.accept(fitting[0], "", None, work.now)
