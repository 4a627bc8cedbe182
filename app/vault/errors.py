"""What can go wrong with sealed files. Each class has one meaning; the message says what to do."""

from __future__ import annotations

from enum import StrEnum

from app.domain.errors import EnvironmentLacking, InputError


class SourceUnusable(InputError):
    """The file to seal is missing, no regular file, or may not be read."""


class SourceChanged(InputError):
    """The file to seal changed, or was replaced, while it was read. Nothing was sealed."""


class TargetExists(InputError):
    """There is something at the place the plain text was asked for; it was left alone."""


class PlaceRefused(EnvironmentLacking):
    """The folder is synchronised, on a network or roams, or is no folder of our own."""


class StorageRefused(EnvironmentLacking):
    """Disk full, read-only, no permission, or a disk error. What was begun has been removed."""


class Problem(StrEnum):
    """What `check` finds. `no-key`: destroyed, or never there."""

    MISSING = "missing"
    DAMAGED = "damaged"
    WRONG_KEY = "wrong-key"
    NO_KEY = "no-key"


class VaultDamaged(EnvironmentLacking):
    """A sealed file does not give its plain text. Nothing of it was left behind as plain text."""

    problem = Problem.DAMAGED


class SealedMissing(VaultDamaged):
    problem = Problem.MISSING


class WrongKey(VaultDamaged):
    problem = Problem.WRONG_KEY


class NoKey(VaultDamaged):
    problem = Problem.NO_KEY
