"""Signing with a certificate made for the test: what was signed verifies, what was changed afterwards does not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from installer.signing import Signer, is_signed, to_sign, verify

PASSWORD = "niet voor echt"
needs_tool = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("osslsigncode") is None, reason="needs osslsigncode"
)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A PKCS#12 file, and the same certificate to check against: it has issued itself."""
    folder = tmp_path_factory.mktemp("certificate")
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Throw-away certificate of a test")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pfx, pem = folder / "sign.pfx", folder / "root.pem"
    pfx.write_bytes(
        pkcs12.serialize_key_and_certificates(b"test", key, made, None, BestAvailableEncryption(PASSWORD.encode()))
    )
    pem.write_bytes(made.public_bytes(Encoding.PEM))
    return pfx, pem


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
def test_a_signed_program_verifies_and_a_changed_one_does_not(certificate: tuple[Path, Path], program: Path) -> None:
    pfx, root = certificate
    Signer(pfx=pfx, password=PASSWORD).sign(program)
    assert is_signed(program)
    verify(program, root)
    content = bytearray(program.read_bytes())
    content[600] ^= 1
    program.write_bytes(bytes(content))
    with pytest.raises(SystemExit):
        verify(program, root)


@needs_tool
def test_an_installer_is_signed_too(certificate: tuple[Path, Path], tmp_path: Path) -> None:
    if shutil.which("msibuild") is None:
        pytest.skip("needs msitools")
    msi = tmp_path / "small.msi"
    subprocess.run(["msibuild", msi, "-s", "Small", "Vroom"], check=True)
    pfx, root = certificate
    Signer(pfx=pfx, password=PASSWORD).sign(msi)
    verify(msi, root)


@needs_tool
def test_a_wrong_password_ends_the_build_and_is_not_shown(certificate: tuple[Path, Path], program: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        Signer(pfx=certificate[0], password="een ander").sign(program)
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
