"""The device's signing key: ECDSA on P-256, known to others by its public key."""

from __future__ import annotations

import base64

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg
from app.domain.ports import Keys
from app.domain.signatures import fingerprint

NAME = "device"
_SCALAR_BYTES = 32


class DeviceKey:
    """Implements `Signer`. The scalar is kept as 32 bytes, big-endian, and made at first use. Raises EnvironmentLacking."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    @property
    def public_key(self) -> str:
        key = self._private_key().public_key()
        der = key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
        return base64.b64encode(der).decode("ascii")

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.public_key)

    def sign(self, content: bytes) -> str:
        signature = self._private_key().sign(content, ec.ECDSA(hashes.SHA256()))
        return base64.b64encode(signature).decode("ascii")

    def _private_key(self) -> ec.EllipticCurvePrivateKey:
        scalar = self._keys.create(NAME, _new_scalar)
        try:
            if len(scalar) != _SCALAR_BYTES:
                raise ValueError(len(scalar))
            return ec.derive_private_key(int.from_bytes(scalar, "big"), ec.SECP256R1())
        except ValueError as error:  # zero, or not below the order of the curve
            raise EnvironmentLacking(msg("keys.unreadable", key=NAME)) from error


def _new_scalar() -> bytes:
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return number.to_bytes(_SCALAR_BYTES, "big")
