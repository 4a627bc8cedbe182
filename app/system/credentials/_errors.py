"""Why a key could not be read, kept or destroyed."""

from __future__ import annotations

from app.domain.errors import EnvironmentLacking


class KeysUnavailable(EnvironmentLacking):
    """The place of the keys cannot be used now: missing, locked, refused, damaged, or too open to others."""


class KeysLocked(KeysUnavailable):
    """The credential store is there and waits for its password."""


class KeysMissing(KeysUnavailable):
    """The system has no credential store on the allow-list, or it does not answer."""
