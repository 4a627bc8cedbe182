r"""The firewall of Windows for each kind of network, as the registry has it; another product's, by the Security Center.

Group Policy wins where it says something, then device management, then what was set here ([MS-FASP] 2.2.38, the merge law of
FW_PROFILE_CONFIG_ENABLE_FW). The key `StandardProfile` is the private one, for older policies the public one too.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

from collections.abc import Callable

from app.domain.health import Firewall, FirewallProfile, Unknown
from app.system.health import NotSeen
from app.system.health._windows_products import Product, Provider, products_of
from app.system.health._windows_registry import Machine, ReadService, service_runs

POLICY = r"SOFTWARE\Policies\Microsoft\WindowsFirewall"
LOCAL = r"SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy"
MANAGED = rf"{LOCAL}\Mdm"
SERVICE = "mpssvc"
ENABLE = "EnableFirewall"
# By kind of network: below which keys the answer stands, the first that says something counts.
KEYS = {
    "domain": (rf"{POLICY}\DomainProfile", rf"{MANAGED}\DomainProfile", rf"{LOCAL}\DomainProfile"),
    "private": (
        *(rf"{POLICY}\PrivateProfile", rf"{POLICY}\StandardProfile", rf"{MANAGED}\PrivateProfile"),
        *(rf"{MANAGED}\StandardProfile", rf"{LOCAL}\StandardProfile"),
    ),
    "public": (
        *(rf"{POLICY}\PublicProfile", rf"{POLICY}\StandardProfile", rf"{MANAGED}\PublicProfile"),
        rf"{LOCAL}\PublicProfile",
    ),
}


def firewall(
    machine: Machine,
    products: Callable[[Provider], tuple[Product, ...]] = products_of,
    runs: ReadService = service_runs,
) -> Firewall:
    """Raises NotSeen when neither registry nor Security Center tells."""
    try:
        other = next((product.name for product in products(Provider.FIREWALL) if product.is_on), None)
    except NotSeen:
        other = None  # only other products register there, so none of them is the usual answer
    if other is not None:
        return Firewall(product=other)
    answers = {name: _enabled(machine, keys) for name, keys in KEYS.items()}
    service = runs(SERVICE)
    if service is False:  # whatever is set, nobody keeps it
        return Firewall(profiles=tuple(FirewallProfile(name=name, is_on=False) for name in KEYS))
    if service is None or None in answers.values():
        raise NotSeen(Unknown.NO_SERVICE if service is None else Unknown.NOT_TOLD)
    return Firewall(profiles=tuple(FirewallProfile(name=name, is_on=on == 1) for name, on in answers.items()))


def _enabled(machine: Machine, keys: tuple[str, ...]) -> int | None:
    return next((value for key in keys if (value := machine.number(key, ENABLE)) is not None), None)
