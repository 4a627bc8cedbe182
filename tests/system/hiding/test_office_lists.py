"""Office's lists of recent files, in made registry keys."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform != "win32":
    pytest.skip("needs Windows: python dev.py test --windows", allow_module_level=True)

import winreg

from app.domain.deletion import Residual, ResidualKind
from app.system.hiding import _windows_office_lists
from app.system.hiding._windows_office_lists import forget_in_lists
from app.system.hiding._windows_traces import WindowsTraces

pytestmark = pytest.mark.windows

ROOT = r"Software\VroomOfficeListsTest"
GONE = Path(r"C:\Users\robin\Loon.xlsx")
BEFORE = "[F00000000][T01DB3F2A11223344][O00000000]*"
ACCOUNT = r"16.0\Excel\User MRU\ADAL_0123ABCD\File MRU"


def remove_all(key: str) -> None:
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
        below = [winreg.EnumKey(opened, at) for at in range(winreg.QueryInfoKey(opened)[0])]
    for name in below:
        remove_all(rf"{key}\{name}")
    winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)


@pytest.fixture(autouse=True)
def made() -> Iterator[None]:
    winreg.CreateKey(winreg.HKEY_CURRENT_USER, ROOT).Close()
    yield
    remove_all(ROOT)


def listed(place: str, *paths: str) -> None:
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{ROOT}\{place}") as key:
        winreg.SetValueEx(key, "Max Display", 0, winreg.REG_DWORD, 25)
        for number, path in enumerate(paths, start=1):
            winreg.SetValueEx(key, f"Item {number}", 0, winreg.REG_SZ, BEFORE + path)


def read(place: str) -> dict[str, object]:
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, rf"{ROOT}\{place}") as key:
        values = [winreg.EnumValue(key, at) for at in range(winreg.QueryInfoKey(key)[1])]
    return {name: str(value).removeprefix(BEFORE) for name, value, _ in values if name != "Max Display"}


def test_an_entry_goes_whatever_its_case_and_what_follows_moves_up() -> None:
    """VR-P4"""
    listed(
        r"16.0\Excel\File MRU", r"C:\a.xlsx", r"c:\users\ROBIN\loon.XLSX", r"C:\b.xlsx", r"C:\Users\robin\Loon.xlsx.bak"
    )
    listed(ACCOUNT, str(GONE))
    listed(r"15.0\Word\Place MRU", "C:\\Users\\robin\\")
    assert forget_in_lists(GONE, ROOT, frozenset)
    assert read(r"16.0\Excel\File MRU") == {
        "Item 1": r"C:\a.xlsx",
        "Item 2": r"C:\b.xlsx",
        "Item 3": r"C:\Users\robin\Loon.xlsx.bak",
    }
    assert read(ACCOUNT) == {}
    assert read(r"15.0\Word\Place MRU") == {"Item 1": "C:\\Users\\robin\\"}


def test_what_is_no_entry_stays() -> None:
    listed(r"16.0\Excel\File MRU", str(GONE))
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{ROOT}\16.0\Excel\File MRU") as key:
        winreg.SetValueEx(key, "Item x", 0, winreg.REG_SZ, str(GONE))
        winreg.SetValueEx(key, "Item 2", 0, winreg.REG_DWORD, 7)
    assert forget_in_lists(GONE, ROOT, frozenset)
    assert read(r"16.0\Excel\File MRU") == {"Item x": str(GONE), "Item 2": "7"}


def test_a_program_that_runs_may_bring_it_back_and_that_is_said() -> None:
    """VR-P4"""
    listed(r"16.0\Excel\File MRU", str(GONE))
    assert not forget_in_lists(GONE, ROOT, lambda: frozenset({"excel.exe"}))
    assert forget_in_lists(GONE, ROOT, lambda: frozenset({"excel.exe"}))  # it is not listed any more
    listed(r"16.0\Excel\File MRU", str(GONE))
    assert not forget_in_lists(GONE, ROOT, lambda: None)


def test_what_cannot_be_changed_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """VR-P4"""
    listed(r"16.0\Word\File MRU", str(GONE))

    def refused(*_arguments: object) -> None:
        raise PermissionError("refused by policy")

    monkeypatch.setattr(_windows_office_lists.winreg, "DeleteValue", refused)
    assert WindowsTraces(tmp_path, {}, ROOT).forget(GONE) == (Residual(kind=ResidualKind.RECENT_LIST, where="Office"),)


def test_without_office_nothing_is_reported() -> None:
    assert forget_in_lists(GONE, rf"{ROOT}\none")
