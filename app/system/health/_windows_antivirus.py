r"""Anti-virus on Windows: the products of the Security Center; the age of Defender's signatures stands in the registry.

`AVSignatureApplied` below `Windows Defender\Signature Updates` is when the signatures in use were made (a FILETIME).
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

from collections.abc import Callable

from app.domain.health import AntivirusProduct, Unknown
from app.system.health import NotSeen
from app.system.health._windows_products import Health, Product, Provider, health_of, products_of
from app.system.health._windows_registry import Machine, ReadService, service_runs

DEFENDER = "Microsoft Defender"
DEFENDER_NAMES = ("microsoft defender", "windows defender")
DEFENDER_SERVICE = "WinDefend"
SIGNATURES = r"SOFTWARE\Microsoft\Windows Defender\Signature Updates"
REAL_TIME = r"SOFTWARE\Microsoft\Windows Defender\Real-Time Protection"
POLICY = r"SOFTWARE\Policies\Microsoft\Windows Defender"
POLICY_REAL_TIME = rf"{POLICY}\Real-Time Protection"


def antivirus(
    machine: Machine,
    products: Callable[[Provider], tuple[Product, ...]] = products_of,
    health: Callable[[Provider], Health] = health_of,
    runs: ReadService = service_runs,
) -> tuple[AntivirusProduct, ...]:
    """By name where the Security Center names them, else by what it says of all together, else Defender by itself."""
    try:
        return tuple(_named(machine, product) for product in products(Provider.ANTIVIRUS))
    except NotSeen:
        pass
    try:
        return (_together(machine, health(Provider.ANTIVIRUS)),)
    except NotSeen as refusal:
        own = _defender(machine, runs)
        if own is None:
            raise refusal from None
        return (own,)


def _named(machine: Machine, product: Product) -> AntivirusProduct:
    is_defender = product.name.lower().startswith(DEFENDER_NAMES)
    return AntivirusProduct(
        name=product.name or DEFENDER,
        is_on=product.is_on,
        is_fresh=product.has_current_signatures,
        signatures_at=machine.moment(SIGNATURES, "AVSignatureApplied") if is_defender else None,
    )


def _together(machine: Machine, health: Health) -> AntivirusProduct:
    """Good says: one is on, and its signatures are current by its own word. Which one it is, is not said."""
    if health is Health.NOT_MONITORED:
        raise NotSeen(Unknown.NOT_TOLD)
    is_good = health is Health.GOOD
    return AntivirusProduct(
        name=DEFENDER,
        is_on=is_good,
        is_fresh=True if is_good else None,
        signatures_at=machine.moment(SIGNATURES, "AVSignatureApplied"),
    )


def _defender(machine: Machine, runs: ReadService) -> AntivirusProduct | None:
    """Without the Security Center, as on servers. None where its service is not known."""
    running = runs(DEFENDER_SERVICE)
    if running is None:
        return None
    switched_off = (
        machine.number(REAL_TIME, "DisableRealtimeMonitoring"),
        machine.number(POLICY_REAL_TIME, "DisableRealtimeMonitoring"),
        machine.number(POLICY, "DisableAntiSpyware"),
    )
    made_at = machine.moment(SIGNATURES, "AVSignatureApplied")
    return AntivirusProduct(name=DEFENDER, is_on=running and 1 not in switched_off, signatures_at=made_at)
