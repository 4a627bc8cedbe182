"""The language and the local time of the person: messages, dates and sizes rendered from the one gettext catalogue."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app.system.language._catalogue import ids_in, read_catalogue
from app.system.language._chosen import ChosenTexts
from app.system.language._texts import GettextTexts
from app.system.resources import resource

LANGUAGES = ("nl", "en")
HOME_ZONE = "Europe/Amsterdam"  # where the system does not say otherwise

__all__ = [
    "HOME_ZONE",
    "LANGUAGES",
    "ChosenTexts",
    "GettextTexts",
    "local_zone",
    "parse_moment",
    "pick_language",
    "text_ids",
    "texts",
]


def pick_language(argument: str | None = None, setting: str | None = None) -> str:
    """Which language to speak: what was asked for, was set, the system speaks, else Dutch. Unknown ones are passed over."""
    for choice in (argument, setting, _system_language()):
        if choice in LANGUAGES:
            return choice
    return LANGUAGES[0]


def texts(language: str, zone: ZoneInfo | None = None, folder: Path | None = None) -> GettextTexts:
    """The texts of one language, with times in `zone` (default: the system's). Raises EnvironmentLacking without catalogue."""
    catalogue = read_catalogue(folder or resource("i18n"), language)
    return GettextTexts(language, catalogue, zone if zone is not None else local_zone())


def text_ids(folder: Path | None = None) -> frozenset[str]:
    """The ids of all our texts. Raises EnvironmentLacking without catalogue."""
    return ids_in(read_catalogue(folder or resource("i18n"), LANGUAGES[0]))


def local_zone() -> ZoneInfo:
    """The system's time zone; Europe/Amsterdam where it has none that can be read."""
    return _system_zone() or ZoneInfo(HOME_ZONE)


def parse_moment(text: str, zone: ZoneInfo) -> datetime:
    """A WHEN of the contract as a moment in UTC: ISO 8601; without a zone local; without a time the start of that day.

    A local time that a change of the clocks skips is taken as if the clocks had not been changed yet; one that occurs twice
    is the first. Raises ValueError.
    """
    parsed = datetime.fromisoformat(text.strip())
    try:
        return (parsed if parsed.tzinfo else parsed.replace(tzinfo=zone)).astimezone(UTC)
    except OverflowError as error:  # the first or last day there is, moved by the zone
        raise ValueError(text) from error


def _system_language() -> str | None:
    if sys.platform == "win32":
        from app.system.language._windows import system_language
    else:
        from app.system.language._linux import system_language
    return system_language()


def _system_zone() -> ZoneInfo | None:
    if sys.platform == "win32":
        from app.system.language._windows import system_zone
    else:
        from app.system.language._linux import system_zone
    return system_zone()
