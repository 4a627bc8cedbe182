"""Which settings belong together, in the order in which a person meets them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from app.domain.messages import Message, msg


class SettingGroup(StrEnum):
    """FOLDERS has no settings: the folders themselves are its content. OTHER takes what has no place yet."""

    YOU = "you"
    FOLDERS = "folders"
    SCANNING = "scanning"
    DEADLINES = "deadlines"
    LOCK = "lock"
    NOTIFICATIONS = "notifications"
    WINDOW = "window"
    VAULT = "vault"
    DECLARATIONS = "declarations"
    TEAM = "team"
    HEALTH = "health"
    OFFICE365 = "office365"
    STAGES = "stages"
    OTHER = "other"


TITLES: Final[Mapping[SettingGroup, Message]] = MappingProxyType(
    {
        SettingGroup.YOU: msg("ui.settings.group-you"),
        SettingGroup.FOLDERS: msg("ui.settings.group-folders"),
        SettingGroup.SCANNING: msg("ui.settings.group-scanning"),
        SettingGroup.DEADLINES: msg("ui.settings.group-deadlines"),
        SettingGroup.LOCK: msg("ui.settings.group-lock"),
        SettingGroup.NOTIFICATIONS: msg("ui.settings.group-notifications"),
        SettingGroup.WINDOW: msg("ui.settings.group-window"),
        SettingGroup.VAULT: msg("ui.settings.group-vault"),
        SettingGroup.DECLARATIONS: msg("ui.settings.group-declarations"),
        SettingGroup.TEAM: msg("ui.settings.group-team"),
        SettingGroup.HEALTH: msg("ui.settings.group-health"),
        SettingGroup.OFFICE365: msg("ui.settings.group-office365"),
        SettingGroup.STAGES: msg("ui.settings.group-stages"),
        SettingGroup.OTHER: msg("ui.settings.group-other"),
    }
)

BEGINNINGS: Final[Mapping[str, SettingGroup]] = MappingProxyType(
    {
        "own": SettingGroup.YOU,
        "copies": SettingGroup.SCANNING,
        "findings": SettingGroup.DEADLINES,
        "deletion": SettingGroup.DEADLINES,
        "removal": SettingGroup.DEADLINES,
        "working": SettingGroup.SCANNING,
        "lock": SettingGroup.LOCK,
        "toasts": SettingGroup.NOTIFICATIONS,
        "language": SettingGroup.WINDOW,
        "window": SettingGroup.WINDOW,
        "tray": SettingGroup.WINDOW,
        "vault": SettingGroup.VAULT,
        "certificate": SettingGroup.DECLARATIONS,
        "team": SettingGroup.TEAM,
        "remote": SettingGroup.TEAM,
        "contact": SettingGroup.TEAM,
        "partner": SettingGroup.TEAM,
        "health": SettingGroup.HEALTH,
        "office365": SettingGroup.OFFICE365,
        "storage": SettingGroup.OFFICE365,
        "stage": SettingGroup.STAGES,
    }
)


def group_of(key: str) -> SettingGroup:
    """Where a setting is shown: by what its key begins with."""
    return BEGINNINGS.get(key.partition(".")[0], SettingGroup.OTHER)
