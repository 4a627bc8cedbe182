"""What goes with the MSI names the product and the file as they are."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from installer.build import msi_name
from installer.deployment import intune, write_checksums, write_deployment
from installer.freezing import shipped_packages
from installer.package import product_code
from installer.places import version
from installer.version_resource import version_resource


@pytest.fixture
def msi(tmp_path: Path) -> Path:
    path = tmp_path / msi_name("1.2.3", is_test=True)
    path.write_bytes(b"an installer")
    return path


def values_of(file: Path) -> dict[str, object]:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {name: json.loads(value) for name, _, value in (line.partition(": ") for line in lines)}


def test_a_test_build_is_named_so() -> None:
    assert msi_name("1.2.3", is_test=True) == "vroom-assistant-1.2.3-test.msi"
    assert msi_name("1.2.3", is_test=False) == "vroom-assistant-1.2.3.msi"


def test_winget_knows_the_product_and_the_file(msi: Path, tmp_path: Path) -> None:
    write_deployment(tmp_path, msi, "1.2.3")
    files = {values_of(file)["ManifestType"]: values_of(file) for file in (tmp_path / "winget").iterdir()}
    assert set(files) == {"installer", "defaultLocale", "version"}
    installer = files["installer"]
    assert installer["ProductCode"] == product_code("1.2.3")
    assert installer["Installers"][0]["InstallerSha256"] == hashlib.sha256(b"an installer").hexdigest().upper()  # type: ignore[index]
    assert {file["PackageVersion"] for file in files.values()} == {"1.2.3"}


def test_intune_installs_silently_and_detects_this_version(msi: Path) -> None:
    told = intune(msi, "1.2.3")
    for name in ("install", "repair", "uninstall", "uninstall_while_owing"):
        assert "/qn /norestart" in str(told[name])
    assert msi.name in str(told["install"])
    assert told["detection"]["product_code"] == product_code("1.2.3")  # type: ignore[index]


def test_checksums_name_every_file(tmp_path: Path, msi: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.txt").write_text("a", encoding="utf-8")
    lines = write_checksums(tmp_path).read_text(encoding="utf-8").splitlines()
    assert lines == [
        f"{hashlib.sha256(b'a').hexdigest()}  below/a.txt",
        f"{hashlib.sha256(b'an installer').hexdigest()}  {msi.name}",
    ]
    assert write_checksums(tmp_path).read_text(encoding="utf-8").splitlines() == lines


def test_the_version_is_the_programs_own() -> None:
    from app import __version__

    assert version() == __version__


def test_the_version_resource_names_the_program() -> None:
    text = version_resource("vroom-assistant.exe", "Vroom assistant", "1.2.3")
    assert "filevers=(1, 2, 3, 0)" in text
    assert "'OriginalFilename', 'vroom-assistant.exe'" in text


def test_what_only_builds_is_not_shipped() -> None:
    shipped = set(shipped_packages())
    assert {"pyside6-essentials", "sqlcipher3", "winrt-runtime"} <= shipped
    assert not shipped & {"pyinstaller", "pyinstaller-hooks-contrib", "pefile", "altgraph", "setuptools"}
