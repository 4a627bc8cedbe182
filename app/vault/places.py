"""Where plain and sealed client data may stand: never where something copies it on."""

from __future__ import annotations

from pathlib import Path

from app.domain.messages import Message, msg
from app.domain.ports import PlaceKind, Places
from app.vault.errors import PlaceRefused


def place_refusal(folder: Path, places: Places) -> Message | None:
    """Why vault, working folder or a check-out may not be in `folder`; None when it may. Source: design, Vault."""
    place = places.of(folder)
    match place.kind:
        case PlaceKind.SYNCHRONISED:
            return msg("vault.place-synchronised", path=str(folder), by=place.synchronised_by or "?")
        case PlaceKind.NETWORK:
            return msg("vault.place-network", path=str(folder))
        case PlaceKind.ROAMING:
            return msg("vault.place-roaming", path=str(folder))
        case PlaceKind.LOCAL | PlaceKind.REMOVABLE:
            return None


def assert_allowed(folder: Path, places: Places) -> None:
    """Raises PlaceRefused when `folder` is in a synchronised, network or roaming place."""
    refusal = place_refusal(folder, places)
    if refusal is not None:
        raise PlaceRefused(refusal)
