"""A certificate that signs a test build: made on the spot, trusted by nobody, and gone with the programs that it signed."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from installer.signing import Signer

ROOT_FILE = "root.pem"  # the certificate itself, to check signatures against: it has issued itself
_PFX, _PASSWORD = "sign.pfx", "password.txt"
_VALID_FOR = timedelta(days=30)


def throw_away_signer(folder: Path) -> Signer:
    """A signer whose certificate lies in `folder`, beside ROOT_FILE: the one that lies there, else a new one."""
    password = folder / _PASSWORD
    if not password.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _make(folder, secret := secrets.token_urlsafe(16))
        password.write_text(secret, encoding="utf-8")  # last: without it the rest is made anew
    return Signer(pfx=folder / _PFX, password=password.read_text(encoding="utf-8"))


def still_signs(folder: Path) -> bool:
    """Whether the certificate in `folder` holds for another hour."""
    try:
        made = x509.load_pem_x509_certificate((folder / ROOT_FILE).read_bytes())
    except (OSError, ValueError):
        return False
    return made.not_valid_after_utc > datetime.now(UTC) + timedelta(hours=1)


def _make(folder: Path, password: str) -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Vroom assistant test build, not to be trusted")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + _VALID_FOR)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False)
        .sign(key, hashes.SHA256())
    )
    packed = pkcs12.serialize_key_and_certificates(b"test", key, made, None, BestAvailableEncryption(password.encode()))
    (folder / _PFX).write_bytes(packed)
    (folder / ROOT_FILE).write_bytes(made.public_bytes(Encoding.PEM))
