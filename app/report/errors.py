"""What can go wrong while a report is read or made."""

from __future__ import annotations

from app.domain.errors import EnvironmentLacking, InputError


class UnreadableDocument(InputError):
    """A file that was given as a declaration does not hold one that can be read."""


class ResourceMissing(EnvironmentLacking):
    """A font or template of the installation is not there."""
