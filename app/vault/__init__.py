"""Keys, sealed files, check-out and erase. Sealed files are age v1 files: a published format with other implementations."""

from app.vault.device import DeviceKey
from app.vault.errors import Problem, VaultDamaged
from app.vault.places import assert_allowed
from app.vault.vault import Vault, recover
from app.vault.working import WorkingFolder

__all__ = ["DeviceKey", "Problem", "Vault", "VaultDamaged", "WorkingFolder", "assert_allowed", "recover"]
