"""VR-S1a, VR-S1b on Windows: made registry keys, made answers of the Security Center, and the real calls as far as they go."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.health import AntivirusProduct, OfficeVersion, RestartReason, Unknown
from app.system.health import NotSeen
from tests.system.wine import is_wine

if sys.platform != "win32":
    pytest.skip("Windows only", allow_module_level=True)

import ctypes
import winreg

from app.system.health import _windows_firewall as firewalls
from app.system.health import _windows_versions as versions
from app.system.health._windows import WindowsHealth
from app.system.health._windows_antivirus import POLICY, REAL_TIME, SIGNATURES, antivirus
from app.system.health._windows_products import (
    Health,
    Product,
    Provider,
    health_of,
    listed_in,
    products_of,
    read_health,
)
from app.system.health._windows_registry import Machine, service_runs
from tests.system.health.test_health import ToldDisk

pytestmark = pytest.mark.windows
BASE = "Software\\VroomTest\\Machine\\"
KINDS = {int: winreg.REG_DWORD, str: winreg.REG_SZ, bytes: winreg.REG_BINARY, list: winreg.REG_MULTI_SZ}
MADE_AT = bytes.fromhex("ff9cdd7c6727d901")  # as found on a laptop: 100 ns since 1601
MADE = datetime(2023, 1, 13, 15, 55, 41, 415347, tzinfo=UTC)


def remove(key: str) -> None:
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_ALL_ACCESS) as opened:
            for name in [winreg.EnumKey(opened, number) for number in range(winreg.QueryInfoKey(opened)[0])]:
                remove(f"{key}\\{name}")
        winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
    except FileNotFoundError:
        return


@pytest.fixture
def machine() -> Iterator[Machine]:
    """A registry below a key of the test's own."""
    remove(BASE.rstrip("\\"))
    yield Machine(winreg.HKEY_CURRENT_USER, BASE)
    remove(BASE.rstrip("\\"))


def put(key: str, name: str = "", value: object = None) -> None:
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, BASE + key) as opened:
        if name:
            winreg.SetValueEx(opened, name, 0, KINDS[type(value)], value)


def nobody(_provider: Provider) -> tuple[Product, ...]:
    raise NotSeen(Unknown.NOT_TOLD)


def silent(_provider: Provider) -> Health:
    raise NotSeen(Unknown.NO_SERVICE)


class TestRegistry:
    def test_values_of_another_kind_are_absent(self, machine: Machine) -> None:
        put("K", "text", "x")
        put("K", "number", 4)
        put("K", "bytes", b"\x01")
        put("K", "texts", ["a", "b"])
        assert (machine.text("K", "text"), machine.number("K", "number"), machine.texts("K", "texts")) == (
            "x",
            4,
            ("a", "b"),
        )
        for name in ("text", "bytes", "none"):
            assert machine.number("K", name) is None
        assert machine.moment("K", "bytes") is None
        assert machine.text("K", "number") is None
        assert machine.text("None", "x") is None

    @pytest.mark.parametrize("value", [b"", b"\x00" * 8, b"\xff" * 8, b"\x01" * 7])
    def test_moments_that_cannot_be_are_absent(self, machine: Machine, value: bytes) -> None:
        put("K", "at", value)
        assert machine.moment("K", "at") is None


class TestAntivirus:
    def test_products_are_told_by_name_and_defender_with_its_age(self, machine: Machine) -> None:
        """VR-S1a"""
        put(SIGNATURES, "AVSignatureApplied", MADE_AT)
        told = (
            Product(name="Microsoft Defender Antivirus", is_on=True, has_current_signatures=True),
            Product(name="Voorbeeld AV", is_on=False, has_current_signatures=False),
        )
        assert antivirus(machine, lambda _: told, silent) == (
            AntivirusProduct(name="Microsoft Defender Antivirus", is_on=True, is_fresh=True, signatures_at=MADE),
            AntivirusProduct(name="Voorbeeld AV", is_on=False, is_fresh=False),
        )

    @pytest.mark.parametrize(
        ("health", "is_on", "is_fresh"),
        [(Health.GOOD, True, True), (Health.POOR, False, None), (Health.SNOOZE, False, None)],
    )
    def test_where_nobody_is_named_the_word_about_all_counts(
        self, machine: Machine, health: Health, is_on: bool, is_fresh: bool | None
    ) -> None:
        (product,) = antivirus(machine, nobody, lambda _: health)
        assert (product.is_on, product.is_fresh) == (is_on, is_fresh)

    @pytest.mark.parametrize("key", [REAL_TIME, rf"{POLICY}\Real-Time Protection"])
    def test_without_a_security_center_defender_is_looked_at_itself(self, machine: Machine, key: str) -> None:
        """VR-S1a: as on servers."""
        put(SIGNATURES, "AVSignatureApplied", MADE_AT)
        (product,) = antivirus(machine, nobody, silent, lambda _: True)
        assert (product.is_on, product.is_fresh, product.signatures_at) == (True, None, MADE)
        put(key, "DisableRealtimeMonitoring", 1)
        assert [p.is_on for p in antivirus(machine, nobody, silent, lambda _: True)] == [False]

    def test_nothing_to_ask_is_unknown_with_the_reason(self, machine: Machine) -> None:
        with pytest.raises(NotSeen) as refusal:
            antivirus(machine, nobody, silent, lambda _: None)
        assert refusal.value.why is Unknown.NO_SERVICE

    def test_poor_from_a_center_that_does_not_run_says_nothing(self) -> None:
        """S_FALSE always comes with "poor"."""
        assert read_health(0, 0) is Health.GOOD
        with pytest.raises(NotSeen) as refusal:
            read_health(1, Health.POOR)
        assert refusal.value.why is Unknown.NO_SERVICE
        for result, answer in ((-2147024891, 0), (0, 9)):
            with pytest.raises(NotSeen):
                read_health(result, answer)

    def test_the_security_center_is_asked(self) -> None:
        """Wine has none: the calls are made and say so."""
        for ask in (health_of, products_of):
            try:
                answer = ask(Provider.ANTIVIRUS)
            except NotSeen:
                continue
            assert not is_wine()
            assert answer is not None


class Interface:
    """An object of COM, made of functions of ours at their places in its table. Each answers a whole number."""

    def __init__(self, functions: dict[int, tuple[list[object], Callable[..., int]]]) -> None:
        release = ctypes.WINFUNCTYPE(ctypes.c_ulong, ctypes.c_void_p)(self._release)
        self.released = 0
        self._kept: list[object] = [release]
        self._table = (ctypes.c_void_p * 16)()
        self._table[2] = ctypes.cast(release, ctypes.c_void_p).value
        for place, (kinds, function) in functions.items():
            made = ctypes.WINFUNCTYPE(ctypes.c_long, ctypes.c_void_p, *kinds)(function)  # type: ignore[arg-type]
            self._kept.append(made)
            self._table[place] = ctypes.cast(made, ctypes.c_void_p).value
        self._object = ctypes.c_void_p(ctypes.addressof(self._table))

    @property
    def pointer(self) -> ctypes.c_void_p:
        return ctypes.c_void_p(ctypes.addressof(self._object))

    def _release(self, _this: int) -> int:
        self.released += 1
        return 0


def product_of(name: str, state: int, signatures: int | None) -> Interface:
    """An IWscProduct. `signatures` None: it has none, as a firewall."""

    def put_name(_this: int, target: int) -> int:
        make = ctypes.WinDLL("oleaut32").SysAllocString
        make.restype = ctypes.c_void_p
        ctypes.c_void_p.from_address(target).value = make(ctypes.c_wchar_p(name))
        return 0

    def put_state(_this: int, target: int) -> int:
        ctypes.c_int.from_address(target).value = state
        return 0

    def put_signatures(_this: int, target: int) -> int:
        if signatures is None:
            return -2147467263  # E_NOTIMPL
        ctypes.c_int.from_address(target).value = signatures
        return 0

    out: list[object] = [ctypes.c_void_p]
    return Interface({7: (out, put_name), 8: (out, put_state), 9: (out, put_signatures)})


class TestProductList:
    """The interfaces as iwscapi.h has them, with objects of ours behind them: Wine has none."""

    def list_of(self, *products: Interface, initialised: int = 0) -> Interface:
        def initialize(_this: int, provider: int) -> int:
            return initialised if provider == Provider.ANTIVIRUS else -1

        def count(_this: int, target: int) -> int:
            ctypes.c_long.from_address(target).value = len(products)
            return 0

        def item(_this: int, number: int, target: int) -> int:
            ctypes.c_void_p.from_address(target).value = products[number].pointer.value
            return 0

        pointer, number = ctypes.c_void_p, ctypes.c_ulong
        return Interface({7: ([number], initialize), 8: ([pointer], count), 9: ([number, pointer], item)})

    def test_every_product_is_read_and_released(self) -> None:
        """VR-S1a"""
        made = [product_of("Microsoft Defender Antivirus", 0, 1), product_of("Voorbeeld AV", 3, 0)]
        made.append(product_of("Zonder definities", 1, None))
        products = self.list_of(*made)  # held: its functions go with it
        assert listed_in(products.pointer, Provider.ANTIVIRUS) == (
            Product(name="Microsoft Defender Antivirus", is_on=True, has_current_signatures=True),
            Product(name="Voorbeeld AV", is_on=False, has_current_signatures=False),
            Product(name="Zonder definities", is_on=False),
        )
        assert [product.released for product in made] == [1, 1, 1]

    def test_a_list_that_refuses_is_not_seen(self) -> None:
        refusing = self.list_of(initialised=-2147024891)
        with pytest.raises(NotSeen):
            listed_in(refusing.pointer, Provider.ANTIVIRUS)


class TestFirewall:
    def local(self, **on: int) -> None:
        keys = {"domain": "DomainProfile", "private": "StandardProfile", "public": "PublicProfile"}
        for name, value in on.items():
            put(rf"{firewalls.LOCAL}\{keys[name]}", firewalls.ENABLE, value)

    def states(self, machine: Machine) -> dict[str, bool]:
        found = firewalls.firewall(machine, lambda _: (), lambda _: True)
        return {profile.name: profile.is_on for profile in found.profiles}

    def test_each_kind_of_network_is_told(self, machine: Machine) -> None:
        """VR-S1a"""
        self.local(domain=1, private=1, public=0)
        assert self.states(machine) == {"domain": True, "private": True, "public": False}

    def test_group_policy_goes_before_management_before_what_was_set_here(self, machine: Machine) -> None:
        """VR-S1a: the merge law of FW_PROFILE_CONFIG_ENABLE_FW."""
        self.local(domain=0, private=0, public=0)
        put(rf"{firewalls.MANAGED}\PublicProfile", firewalls.ENABLE, 1)
        assert self.states(machine)["public"]
        put(rf"{firewalls.POLICY}\PublicProfile", firewalls.ENABLE, 0)
        assert not self.states(machine)["public"]
        put(rf"{firewalls.POLICY}\StandardProfile", firewalls.ENABLE, 1)
        assert self.states(machine) == {"domain": False, "private": True, "public": False}

    def test_without_its_service_nothing_is_on(self, machine: Machine) -> None:
        self.local(domain=1, private=1, public=1)
        found = firewalls.firewall(machine, lambda _: (), lambda _: False)
        assert [profile.is_on for profile in found.profiles] == [False] * 3

    def test_another_product_that_is_on_takes_its_place(self, machine: Machine) -> None:
        told = (Product(name="Voorbeeld FW", is_on=True),)
        assert firewalls.firewall(machine, lambda _: told, lambda _: False).product == "Voorbeeld FW"
        off = (Product(name="Voorbeeld FW", is_on=False),)
        assert firewalls.firewall(machine, lambda _: off, lambda _: False).product is None

    @pytest.mark.parametrize(("service", "why"), [(None, Unknown.NO_SERVICE), (True, Unknown.NOT_TOLD)])
    def test_what_is_not_told_is_unknown(self, machine: Machine, service: bool | None, why: Unknown) -> None:
        """VR-S1a"""
        self.local(domain=1, private=1)
        with pytest.raises(NotSeen) as refusal:
            firewalls.firewall(machine, nobody, lambda _: service)
        assert refusal.value.why is why


class TestVersions:
    def test_build_and_revision_make_the_version(self, machine: Machine) -> None:
        """VR-S1b"""
        put(versions.WINDOWS, "UBR", 7171)
        put(versions.WINDOWS, "EditionID", "Enterprise")
        put(versions.WINDOWS, "DisplayVersion", "24H2")
        found = versions.system_version(machine, lambda: (10, 0, 26100))
        assert (found.id, found.release, found.revision, found.edition) == ("windows", "26100", 7171, "Enterprise")
        assert found.name == "Windows 11 Enterprise 24H2 (26100.7171)"
        assert versions.system_version(machine, lambda: (10, 0, 19045)).name.startswith("Windows 10 ")

    def test_without_a_revision_there_is_none(self, machine: Machine) -> None:
        put(versions.WINDOWS, "UBR", "7171")
        assert versions.system_version(machine, lambda: (10, 0, 26100)).revision is None

    def test_the_real_version_is_that_of_windows(self) -> None:
        major, _, build = versions.real_version()
        assert (major, build > 10_000) == (10, True)

    def test_office_tells_version_and_channel(self, machine: Machine) -> None:
        """VR-S1b"""
        assert versions.offices(machine) == ()
        put(versions.OFFICE, "VersionToReport", "16.0.19231.20246")
        put(versions.OFFICE, "ProductReleaseIds", "O365ProPlusRetail,VisioProRetail")
        put(versions.OFFICE, "CDNBaseUrl", "http://officecdn.microsoft.com/pr/492350f6-3a01-4f97-b9c0-c7c6ddf67d60")
        assert versions.offices(machine) == (
            OfficeVersion(product="microsoft-365", name="Microsoft 365", version="16.0.19231.20246", channel="current"),
        )
        put(versions.OFFICE, "UpdateChannel", "http://officecdn.microsoft.com/pr/55336B82-A18D-4DD6-B5F6-9E5095C314A6")
        assert versions.offices(machine)[0].channel == "monthly-enterprise"

    def test_an_office_of_before_click_to_run_is_named(self, machine: Machine) -> None:
        put(
            r"SOFTWARE\WOW6432Node\Microsoft\Office\15.0\Common\InstallRoot", "Path", r"C:\Program Files (x86)\Office15"
        )
        assert versions.offices(machine) == (
            OfficeVersion(product="office-msi", name="Microsoft Office", version="15.0"),
        )

    @pytest.mark.parametrize(
        ("address", "channel"),
        [
            ("http://officecdn.microsoft.com/pr/7ffbc6bf-bc32-4f92-8982-f9dd17fd3114", "semi-annual-enterprise"),
            ("http://x.example/pr/00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000001"),
            (r"\\server\office", None),
            ("", None),
        ],
    )
    def test_a_channel_is_read_from_its_address(self, address: str, channel: str | None) -> None:
        assert versions.channel_of(address) == channel


class TestRestart:
    @pytest.mark.parametrize("key", [versions.SERVICING, versions.UPDATES])
    def test_updates_that_wait_are_seen(self, machine: Machine, key: str) -> None:
        """VR-S1b"""
        assert versions.restart(machine) == ()
        put(key)
        assert versions.restart(machine) == (RestartReason.UPDATES,)

    def test_files_to_be_replaced_count_files_to_be_removed_do_not(self, machine: Machine) -> None:
        """A browser leaves files to be removed all the time."""
        put(versions.SESSIONS, "PendingFileRenameOperations", [r"\??\C:\Temp\a.tmp", ""])
        assert versions.restart(machine) == ()
        put(versions.SESSIONS, "PendingFileRenameOperations2", [r"\??\C:\x.dll", r"!\??\C:\y.dll"])
        assert versions.restart(machine) == (RestartReason.FILES,)
        assert versions.is_replaced(("a", "", "b", "c"))
        assert not versions.is_replaced(("a",))
        assert not versions.is_replaced(())


class TestGlance:
    def test_a_key_that_was_written_shows_in_the_mark(self, machine: Machine, tmp_path: Path) -> None:
        health = WindowsHealth(ToldDisk(answer=True), tmp_path, machine)
        before = health.mark()
        put(versions.UPDATES)
        assert health.mark() != before

    def test_services_are_asked(self) -> None:
        assert service_runs("NoSuchService") is None
