"""Which settings belong together, in the order in which a person meets them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


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
        "stage": SettingGroup.STAGES,
    }
)


def group_of(key: str) -> SettingGroup:
    """Where a setting is shown: by what its key begins with."""
    return BEGINNINGS.get(key.partition(".")[0], SettingGroup.OTHER)
