"""Settings: what counts is policy over person over default; a person only makes it stricter. Source: procedure, Settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.actions.office import Office
from app.domain.errors import InputError, NotFoundError
from app.domain.messages import msg
from app.domain.ports import OwnIdentity
from app.domain.settings import SETTINGS, Effective, SettingValue, Source, Who, effective, parse_setting


class SettingsActions:
    """`policy` is what IT set on this machine, validated; `account` what the system account tells (own.name, own.mail).
    `apply`: for settings that the system itself has to be told of, by key; may raise AssistantError, then nothing changes."""

    def __init__(
        self,
        office: Office,
        policy: Mapping[str, SettingValue],
        account: Mapping[str, SettingValue] | None = None,
        apply: Mapping[str, Callable[[SettingValue], None]] = MappingProxyType({}),
    ) -> None:
        self._apply = apply
        self._office = office
        self._policy = policy
        self._account = dict(account or {})

    def list(self) -> tuple[Effective, ...]:
        chosen = self._chosen()
        return tuple(effective(key, chosen, self._policy) for key in SETTINGS)

    def get(self, key: str) -> Effective:
        if key not in SETTINGS:
            raise NotFoundError(msg("settings.unknown", key=key))
        return effective(key, self._chosen(), self._policy)

    def set(self, key: str, raw: SettingValue) -> Effective:
        """Set a value for this person, as text or in the setting's type.

        Raises InputError where IT decides, or where it would loosen what counts.
        """
        value = parse_setting(key, raw)
        setting, now = SETTINGS[key], self.get(key)
        if setting.who is Who.POLICY or (setting.who is Who.USER and now.source is Source.POLICY):
            raise InputError(msg("settings.locked", key=key))
        base = effective(key, {}, self._policy).value
        if setting.who is Who.STRICTER and isinstance(value, int) and isinstance(base, int) and value > base:
            raise InputError(msg("settings.looser", key=key, limit=base))
        if key in self._apply:
            self._apply[key](value)
        with self._office.change() as work:
            work.session.settings.set(key, value)
            work.note("settings.changed", key, data={"key": key})
        return self.get(key)

    def text(self, key: str) -> str:
        value = self.get(key).value
        return value if isinstance(value, str) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.get(key).value
        return value if isinstance(value, tuple) else ()

    def number(self, key: str) -> int:
        value = self.get(key).value
        return value if isinstance(value, int) else 0

    def flag(self, key: str) -> bool:
        return self.get(key).value is True

    def own(self) -> OwnIdentity:
        """Who the consultant and the firm are; the domain of the own address counts as the firm's."""
        mail = self.text("own.mail").lower()
        domains = {domain.lower() for domain in self.texts("own.domains")} | {mail.rpartition("@")[2]}
        return OwnIdentity(
            name=self.text("own.name"),
            mail=mail,
            firm=self.text("own.firm"),
            domains=tuple(sorted(domains - {""})),
            tenant_ids=tuple(tenant.lower() for tenant in self.texts("own.tenant_ids")),
            ibans=tuple(iban.replace(" ", "").upper() for iban in self.texts("own.ibans")),
        )

    def _chosen(self) -> dict[str, SettingValue]:
        with self._office.look() as session:
            return {**self._account, **_known(session.settings.all())}


def _known(stored: Mapping[str, object]) -> dict[str, SettingValue]:
    """What was stored, in the types of the settings; a value that an older version allowed is left out."""
    values: dict[str, SettingValue] = {}
    for key, raw in stored.items():
        try:
            values[key] = parse_setting(key, raw)
        except InputError:
            continue
    return values
