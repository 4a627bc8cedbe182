"""A certificate that signs a test build: made on the spot, valid for a day, trusted by nobody."""

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


def throw_away_signer(folder: Path) -> Signer:
    """A signer whose certificate lies in `folder`, beside ROOT_FILE."""
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
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False)
        .sign(key, hashes.SHA256())
    )
    password = secrets.token_urlsafe(16)
    folder.mkdir(parents=True, exist_ok=True)
    pfx = folder / "sign.pfx"
    packed = pkcs12.serialize_key_and_certificates(b"test", key, made, None, BestAvailableEncryption(password.encode()))
    pfx.write_bytes(packed)
    (folder / ROOT_FILE).write_bytes(made.public_bytes(Encoding.PEM))
    return Signer(pfx=pfx, password=password)
