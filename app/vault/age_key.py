"""age X25519 keys: made by pyrage, kept as their published text, and able to open the header of a sealed file."""

from __future__ import annotations

from dataclasses import dataclass

import pyrage
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_PREFIX = "age-secret-key-"
_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_CHECKSUM_LENGTH = 6
_KEY_BYTES = 32


def new_key() -> bytes:
    """A fresh identity as the ASCII text age itself uses, `AGE-SECRET-KEY-1…`."""
    return str(pyrage.x25519.Identity.generate()).encode("ascii")


@dataclass(frozen=True, slots=True, repr=False)
class AgeKey:
    """One identity. `secret` is its scalar, `text` its published form."""

    text: str
    secret: X25519PrivateKey

    @property
    def recipient(self) -> pyrage.x25519.Recipient:
        return pyrage.x25519.Identity.from_str(self.text).to_public()

    def file_key(self, share: bytes, wrapped: bytes) -> bytes | None:
        """The file key of an X25519 stanza (ephemeral share, body); None when it was made for somebody else.
        Source: C2SP age, the X25519 recipient type."""
        try:
            shared = self.secret.exchange(X25519PublicKey.from_public_bytes(share))
        except ValueError:  # a share that gives all zeroes
            return None
        salt = share + self.secret.public_key().public_bytes_raw()
        key = derived(shared, salt, b"age-encryption.org/v1/X25519")
        try:
            return ChaCha20Poly1305(key).decrypt(bytes(12), wrapped, None)
        except InvalidTag:
            return None


def age_key(text: str) -> AgeKey | None:
    """The identity written as `text`; None when it is none."""
    secret = _bech32(text)
    if secret is None or len(secret) != _KEY_BYTES:
        return None
    return AgeKey(text.strip().upper(), X25519PrivateKey.from_private_bytes(secret))


def derived(secret: bytes, salt: bytes, info: bytes) -> bytes:
    """HKDF-SHA-256, 32 bytes."""
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=info).derive(secret)


def _bech32(text: str) -> bytes | None:
    """The data of a Bech32 text with age's prefix for identities (BIP 173, without its limit of length)."""
    lowered = text.strip().lower()
    start = len(_PREFIX) + 1
    values = [_ALPHABET.find(char) for char in lowered[start:]]
    if text.strip() not in (lowered, lowered.upper()):
        return None
    if not lowered.startswith(_PREFIX + "1") or -1 in values or len(values) < _CHECKSUM_LENGTH:
        return None
    expanded = [ord(char) >> 5 for char in _PREFIX] + [0] + [ord(char) & 31 for char in _PREFIX]
    if _polymod(expanded + values) != 1:
        return None
    number = 0
    for value in values[:-_CHECKSUM_LENGTH]:
        number = number << 5 | value
    bits = 5 * (len(values) - _CHECKSUM_LENGTH)
    padding = bits % 8
    if padding > 4 or number & ((1 << padding) - 1):
        return None
    return (number >> padding).to_bytes(bits // 8, "big")


def _polymod(values: list[int]) -> int:
    generator = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, term in enumerate(generator):
            if top >> bit & 1:
                check ^= term
    return check
