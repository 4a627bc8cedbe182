"""Signing with a certificate made for the test: what was signed verifies, what was changed afterwards does not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from installer.signing import Signer, is_signed, to_sign, verify
from installer.throw_away import ROOT_FILE, still_signs, throw_away_signer

needs_tool = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("osslsigncode") is None, reason="needs osslsigncode"
)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Signer, Path]:
    """Who signs, and what to check signatures against."""
    folder = tmp_path_factory.mktemp("certificate")
    return throw_away_signer(folder), folder / ROOT_FILE


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A Windows program: the smallest that the format allows a signature in."""
    header = bytearray(1024)
    header[:2] = b"MZ"
    header[0x3C:0x40] = (0x80).to_bytes(4, "little")
    header[0x80:0x84] = b"PE\0\0"
    header[0x84:0x86] = (0x8664).to_bytes(2, "little")
    header[0x94:0x96] = (240).to_bytes(2, "little")  # size of the optional header
    optional = 0x98
    header[optional : optional + 2] = (0x20B).to_bytes(2, "little")
    header[optional + 60 : optional + 64] = (512).to_bytes(4, "little")
    header[optional + 108 : optional + 112] = (16).to_bytes(4, "little")
    path = tmp_path / "program.exe"
    path.write_bytes(bytes(header))
    return path


@needs_tool
def test_a_signed_program_verifies_and_a_changed_one_does_not(certificate: tuple[Signer, Path], program: Path) -> None:
    signer, root = certificate
    signer.sign(program)
    assert is_signed(program)
    verify(program, root)
    content = bytearray(program.read_bytes())
    content[600] ^= 1
    program.write_bytes(bytes(content))
    with pytest.raises(SystemExit):
        verify(program, root)


@needs_tool
def test_an_installer_is_signed_too(certificate: tuple[Signer, Path], tmp_path: Path) -> None:
    if shutil.which("msibuild") is None:
        pytest.skip("needs msitools")
    msi = tmp_path / "small.msi"
    subprocess.run(["msibuild", msi, "-s", "Small", "Vroom"], check=True)
    signer, root = certificate
    signer.sign(msi)
    verify(msi, root)


@needs_tool
def test_a_wrong_password_ends_the_build_and_is_not_shown(certificate: tuple[Signer, Path], program: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        replace(certificate[0], password="een ander").sign(program)
    assert "een ander" not in str(ended.value)
    assert not is_signed(program)


def test_without_a_certificate_nothing_is_signed() -> None:
    assert Signer.from_environment({}) is None


def test_the_certificate_comes_from_the_environment() -> None:
    signer = Signer.from_environment(
        {"VROOM_SIGN_PFX": "a.pfx", "VROOM_SIGN_PASSWORD": "x", "VROOM_SIGN_TIMESTAMP": "u"}
    )
    assert signer == Signer(pfx=Path("a.pfx"), password="x", timestamp_url="u")


def test_programs_and_libraries_are_signed_and_nothing_else(program: Path) -> None:
    (program.parent / "text.txt").touch()
    assert to_sign(program.parent) == [program]


def test_a_certificate_stays_with_what_it_signed(tmp_path: Path) -> None:
    """Programs that are taken as they were frozen verify by it; with the folder it goes."""
    assert not still_signs(tmp_path)
    first = throw_away_signer(tmp_path)
    root = (tmp_path / ROOT_FILE).read_bytes()
    assert still_signs(tmp_path)
    assert throw_away_signer(tmp_path) == first
    assert (tmp_path / ROOT_FILE).read_bytes() == root
    assert throw_away_signer(tmp_path / "another").password != first.password


def test_a_certificate_that_cannot_be_read_signs_nothing(tmp_path: Path) -> None:
    throw_away_signer(tmp_path)
    (tmp_path / ROOT_FILE).write_bytes(b"no certificate")
    assert not still_signs(tmp_path)
