"""Products that registered with the Windows Security Center, by its documented interfaces (iwscapi.h), without WMI.

`IWSCProductList` and `IWscProduct` derive from IDispatch, so their own functions begin at place 7 of the table.
https://learn.microsoft.com/windows/win32/api/iwscapi/nn-iwscapi-iwscproductlist
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from dataclasses import dataclass
from enum import IntEnum

from app.domain.health import Unknown
from app.system.health import NotSeen

_LIST_CLASS = uuid.UUID("17072f7b-9abe-4a74-a261-1eb76b55107a")
_LIST = uuid.UUID("722a338c-6e8e-4e72-ac27-1417fb0c81c2")
_RELEASE, _INITIALIZE, _COUNT, _ITEM = 2, 7, 8, 9
_NAME, _STATE, _SIGNATURES = 7, 8, 9
_IN_PROCESS = 1  # CLSCTX_INPROC_SERVER
_COINIT_MULTITHREADED = 0
_CHANGED_MODE = -2147417850  # RPC_E_CHANGED_MODE: the thread is initialised already, in the other way
_S_FALSE = 1
_ON = 0  # WSC_SECURITY_PRODUCT_STATE: on, off, snoozed, expired
_SIGNATURES_CURRENT = 1  # WSC_SECURITY_SIGNATURE_STATUS: out of date, up to date


class Provider(IntEnum):
    """WSC_SECURITY_PROVIDER."""

    FIREWALL = 1
    ANTIVIRUS = 4


class Health(IntEnum):
    """WSC_SECURITY_PROVIDER_HEALTH."""

    GOOD = 0
    NOT_MONITORED = 1
    POOR = 2
    SNOOZE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """`has_current_signatures`: None for a product without any, or one that does not tell."""

    name: str
    is_on: bool
    has_current_signatures: bool | None = None


def health_of(provider: Provider) -> Health:
    """What the Security Center says of all products of a kind together. Raises NotSeen."""
    try:
        ask = ctypes.WinDLL("wscapi").WscGetSecurityProviderHealth
    except (OSError, AttributeError) as error:
        raise NotSeen(Unknown.NOT_TOLD) from error  # a server, or no Windows
    answer = ctypes.c_int(Health.POOR)
    result: int = ask(wintypes.DWORD(provider), ctypes.byref(answer))
    return read_health(result, answer.value)


def read_health(result: int, answer: int) -> Health:
    """S_FALSE comes with "poor" when the Security Center does not run: that says nothing. Raises NotSeen."""
    if result == _S_FALSE:
        raise NotSeen(Unknown.NO_SERVICE)
    if result != 0 or answer not in set(Health):
        raise NotSeen(Unknown.NOT_TOLD)
    return Health(answer)


def products_of(provider: Provider) -> tuple[Product, ...]:
    """Every registered product of a kind. Raises NotSeen."""
    with _com() as ole:
        made = ctypes.c_void_p()
        class_, interface = _guid(_LIST_CLASS), _guid(_LIST)
        result: int = ole.CoCreateInstance(
            ctypes.byref(class_), None, _IN_PROCESS, ctypes.byref(interface), ctypes.byref(made)
        )
        if result != 0 or not made:
            raise NotSeen(Unknown.NOT_TOLD)
        try:
            return listed_in(made, provider)
        finally:
            _release(made)


def listed_in(products: ctypes.c_void_p, provider: Provider) -> tuple[Product, ...]:
    """What an IWSCProductList holds. Raises NotSeen."""
    _call(products, _INITIALIZE, wintypes.ULONG(provider))
    count = wintypes.LONG()
    _call(products, _COUNT, ctypes.byref(count))
    return tuple(_product(products, number) for number in range(count.value))


def _product(products: ctypes.c_void_p, number: int) -> Product:
    item = ctypes.c_void_p()
    _call(products, _ITEM, wintypes.ULONG(number), ctypes.byref(item))
    try:
        state = ctypes.c_int()
        _call(item, _STATE, ctypes.byref(state))
        return Product(name=_name(item), is_on=state.value == _ON, has_current_signatures=_signatures(item))
    finally:
        _release(item)


def _signatures(item: ctypes.c_void_p) -> bool | None:
    status = ctypes.c_int()
    try:
        _call(item, _SIGNATURES, ctypes.byref(status))
    except NotSeen:  # a firewall has none
        return None
    return status.value == _SIGNATURES_CURRENT


def _name(item: ctypes.c_void_p) -> str:
    text = ctypes.c_void_p()
    _call(item, _NAME, ctypes.byref(text))
    try:
        return ctypes.wstring_at(text.value) if text.value else ""
    finally:
        automation = ctypes.WinDLL("oleaut32")
        automation.SysFreeString.argtypes = [ctypes.c_void_p]
        automation.SysFreeString(text)


def _call(this: ctypes.c_void_p, place: int, *arguments: object) -> None:
    """A function of an interface by its place in the table. Raises NotSeen when it does not succeed."""
    table = ctypes.cast(this, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    kinds = [type(a) if isinstance(a, ctypes._SimpleCData) else ctypes.c_void_p for a in arguments]
    function = ctypes.WINFUNCTYPE(ctypes.c_long, ctypes.c_void_p, *kinds)(table[place] or 0)
    given = [a if isinstance(a, ctypes._SimpleCData) else ctypes.cast(a, ctypes.c_void_p) for a in arguments]  # type: ignore[arg-type]  # byref
    if function(this, *given) != 0:
        raise NotSeen(Unknown.NOT_TOLD)


def _release(this: ctypes.c_void_p) -> None:
    if this:
        table = ctypes.cast(this, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
        ctypes.WINFUNCTYPE(ctypes.c_ulong, ctypes.c_void_p)(table[_RELEASE] or 0)(this)


def _guid(value: uuid.UUID) -> ctypes.Array[ctypes.c_ubyte]:
    return (ctypes.c_ubyte * 16).from_buffer_copy(value.bytes_le)


@contextmanager
def _com() -> Iterator[ctypes.WinDLL]:
    """This thread within COM. Raises NotSeen."""
    try:
        ole = ctypes.WinDLL("ole32")
    except OSError as error:
        raise NotSeen(Unknown.NOT_TOLD) from error
    started: int = ole.CoInitializeEx(None, _COINIT_MULTITHREADED)
    if started < 0 and started != _CHANGED_MODE:
        raise NotSeen(Unknown.NOT_TOLD)
    try:
        yield ole
    finally:
        if started >= 0:
            ole.CoUninitialize()
