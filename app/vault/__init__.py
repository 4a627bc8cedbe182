"""Keys, sealed files, check-out and erase. Sealed files are age v1 files: a published format with other implementations."""

from app.vault.device import DeviceKey
from app.vault.errors import (
    NoKey,
    PlaceRefused,
    Problem,
    SealedMissing,
    SourceChanged,
    SourceUnusable,
    StorageRefused,
    TargetExists,
    VaultDamaged,
    WrongKey,
)
from app.vault.places import assert_allowed, place_refusal
from app.vault.vault import Leftovers, Vault, recover
from app.vault.working import Use, WorkingFolder, is_left_alone, is_out_too_long, use_of

__all__ = [
    "DeviceKey",
    "Leftovers",
    "NoKey",
    "PlaceRefused",
    "Problem",
    "SealedMissing",
    "SourceChanged",
    "SourceUnusable",
    "StorageRefused",
    "TargetExists",
    "Use",
    "Vault",
    "VaultDamaged",
    "WorkingFolder",
    "WrongKey",
    "assert_allowed",
    "is_left_alone",
    "is_out_too_long",
    "place_refusal",
    "recover",
    "use_of",
]
