"""The typed settings: default, bounds, who may change them. Policy overrides and locks; a person only makes it stricter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from app.domain.errors import InputError, NotFoundError
from app.domain.health import SIGNATURE_DAYS
from app.domain.messages import msg

SettingValue: TypeAlias = "str | int | bool | tuple[str, ...]"


class Source(StrEnum):
    DEFAULT = "default"
    USER = "user"
    POLICY = "policy"


class Who(StrEnum):
    """Who may set it: everybody, IT alone, or a person within IT's value (stricter only)."""

    USER = "user"
    POLICY = "policy"
    STRICTER = "stricter"


class Unit(StrEnum):
    DAYS = "days"
    HOURS = "hours"
    MINUTES = "minutes"
    SECONDS = "seconds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """`least` and `most` bound numbers; `choices` bound texts. With Who.STRICTER lower numbers are the stricter ones."""

    key: str
    default: SettingValue
    who: Who = Who.USER
    least: int | None = None
    most: int | None = None
    choices: tuple[str, ...] = ()

    @property
    def allowed(self) -> str:
        if self.choices:
            return " | ".join(self.choices)
        if self.least is not None or self.most is not None:
            return f"{self.least}–{self.most}"
        return {bool: "true | false", tuple: "a, b, c", int: "0, 1, 2 …"}.get(type(self.default), "text")

    @property
    def unit(self) -> Unit | None:
        """What a number counts: it ends the key. None for what counts nothing."""
        name = self.key.rpartition("_")[2]
        return Unit(name) if type(self.default) is int and name in set(Unit) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effective:
    """`limit`: the most that a person may choose, where it may only be stricter; None elsewhere."""

    key: str
    value: SettingValue
    default: SettingValue
    source: Source
    locked: bool
    allowed: str
    limit: int | None = None


def _stage(guard: str, default: str) -> Setting:
    return Setting(key=f"stage.{guard}", default=default, who=Who.POLICY, choices=("watch", "warn", "act"))


SETTINGS: Final[Mapping[str, Setting]] = MappingProxyType(
    {
        setting.key: setting
        for setting in (
            Setting(key="language", default="nl", choices=("nl", "en")),
            Setting(key="own.name", default=""),
            Setting(key="own.mail", default=""),
            Setting(key="own.firm", default=""),
            Setting(key="own.domains", default=()),
            Setting(key="own.tenant_ids", default=()),
            Setting(key="own.ibans", default=()),
            Setting(key="findings.decide_hours", default=24, who=Who.STRICTER, least=1, most=72),
            Setting(key="findings.first_clean_up_days", default=30, who=Who.POLICY, least=1, most=90),
            Setting(key="deletion.margin_hours", default=0, who=Who.POLICY, least=0, most=48),
            Setting(key="copies.reconcile_minutes", default=5, who=Who.POLICY, least=1, most=60),
            Setting(key="copies.pause_on_battery_saver", default=True),
            Setting(key="copies.read_pictures", default=True),
            Setting(key="lock.idle_seconds", default=300, who=Who.STRICTER, least=60, most=900),
            Setting(key="lock.grace_minutes", default=60, who=Who.STRICTER, least=0, most=60),
            Setting(key="health.baseline_file", default="", who=Who.POLICY),
            Setting(key="health.signature_days", default=SIGNATURE_DAYS, who=Who.POLICY, least=1, most=SIGNATURE_DAYS),
            Setting(key="health.second_factor_until", default="", who=Who.POLICY),
            Setting(key="working.after_days", default=1, who=Who.POLICY, least=1, most=30),
            Setting(key="toasts.enabled", default=True),
            Setting(key="window.hide_from_sharing", default=True),
            Setting(key="tray.quit_allowed", default=True, who=Who.POLICY),
            Setting(key="tray.start_with_session", default=True),
            Setting(key="removal.while_owing", default="warn", who=Who.POLICY, choices=("warn", "refuse")),
            Setting(key="remote.folder", default=""),
            Setting(key="team.leads", default=(), who=Who.POLICY),
            Setting(key="team.devices", default=(), who=Who.POLICY),
            Setting(key="team.name", default=""),
            Setting(key="team.members", default=(), who=Who.POLICY),
            Setting(key="team.status", default="on", who=Who.POLICY, choices=("on", "off")),
            Setting(key="team.list", default="Vroom team status", who=Who.POLICY),
            Setting(key="team.council_date", default="", who=Who.POLICY),
            Setting(key="team.late_days", default=4, who=Who.POLICY, least=1, most=30),
            Setting(key="team.silent_days", default=10, who=Who.POLICY, least=2, most=90),
            Setting(key="vault.recovery_key", default="", who=Who.POLICY),
            Setting(key="certificate.firm_key", default="", who=Who.POLICY),
            Setting(key="certificate.statements", default=(), who=Who.POLICY),
            Setting(key="contact.privacy", default="", who=Who.POLICY),
            Setting(key="partner.name", default="", who=Who.POLICY),
            Setting(key="partner.contact", default="", who=Who.POLICY),
            Setting(key="partner.reviewed", default="", who=Who.POLICY),
            Setting(key="office365.tenant_id", default="", who=Who.POLICY),
            Setting(key="office365.client_id", default="", who=Who.POLICY),
            Setting(key="office365.authority", default="", who=Who.POLICY),
            Setting(key="office365.graph_url", default="", who=Who.POLICY),
            Setting(key="office365.ca_file", default="", who=Who.POLICY),
            Setting(key="office365.site", default="", who=Who.POLICY),
            Setting(
                key="office365.permissions",
                default="all-sites",
                who=Who.POLICY,
                choices=("all-sites", "selected-sites"),
            ),
            Setting(key="office365.guests", default=(), who=Who.POLICY),
            Setting(key="storage.office365_country", default="", who=Who.POLICY),
            Setting(key="storage.office365_law", default="", who=Who.POLICY),
            Setting(key="storage.folder_country", default="", who=Who.POLICY),
            Setting(key="storage.folder_law", default="", who=Who.POLICY),
            _stage("copies", "warn"),
            _stage("deletion", "act"),
            _stage("lock", "act"),
        )
    }
)


def parse_setting(key: str, raw: object) -> SettingValue:
    """Turn text or a policy's value into the setting's type. Raises NotFoundError, InputError."""
    setting = SETTINGS.get(key)
    if setting is None:
        raise NotFoundError(msg("settings.unknown", key=key))
    parse: Callable[[Setting, object], SettingValue | None] = {
        bool: _boolean,
        int: _number,
        tuple: _texts,
        str: _text,
    }[type(setting.default)]
    value = parse(setting, raw)
    if value is None:
        raise InputError(msg("settings.value", key=key, allowed=setting.allowed))
    return value


def _boolean(_setting: Setting, raw: object) -> bool | None:
    if isinstance(raw, bool):
        return raw
    return {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}.get(str(raw).strip().lower())


def _number(setting: Setting, raw: object) -> int | None:
    if isinstance(raw, bool):
        return None
    try:
        number = int(str(raw).strip())
    except ValueError:
        return None
    low = setting.least is not None and number < setting.least
    high = setting.most is not None and number > setting.most
    return None if low or high else number


def _texts(_setting: Setting, raw: object) -> tuple[str, ...] | None:
    if isinstance(raw, str):
        return tuple(part.strip() for part in raw.split(",") if part.strip())
    if isinstance(raw, (list, tuple)) and all(isinstance(part, str) for part in raw):
        return tuple(raw)
    return None


def _text(setting: Setting, raw: object) -> str | None:
    if not isinstance(raw, str):
        return None
    return raw if not setting.choices or raw in setting.choices else None


def effective(key: str, user: Mapping[str, SettingValue], policy: Mapping[str, SettingValue]) -> Effective:
    """The value that counts. Policy wins and locks; for Who.STRICTER the lower of policy (or default) and user counts."""
    setting = SETTINGS[key]
    value, source = setting.default, Source.DEFAULT
    if key in policy:
        value, source = policy[key], Source.POLICY
    limit = value if setting.who is Who.STRICTER and isinstance(value, int) else None
    chosen = user.get(key)
    if chosen is not None and setting.who is not Who.POLICY:
        stricter = isinstance(chosen, int) and isinstance(value, int) and chosen < value
        if (setting.who is Who.USER and source is Source.DEFAULT) or (setting.who is Who.STRICTER and stricter):
            value, source = chosen, Source.USER
    locked = setting.who is Who.POLICY or (source is Source.POLICY and setting.who is Who.USER)
    return Effective(
        key=key,
        value=value,
        default=setting.default,
        source=source,
        locked=locked,
        allowed=setting.allowed,
        limit=limit,
    )
