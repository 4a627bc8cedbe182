"""The arithmetic of the journal: what is hashed and signed, the same for the database and for an export.

header   the canonical JSON (RFC 8785) of at, event, payload, previous, seq, subject; hashes in hexadecimal
payload  hash = SHA-256(salt, canonical JSON of actor, data, outcome, project, role)
hash     SHA-256(header)
previous SHA-256(previous entry's hash, its signature); the first entry has the SHA-256 of the journal's public key
signature Ed25519 over SIGNED and the hash; on the last entry of each transaction
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SALT_BYTES = 16
SIGNED = b"vroom-assistant journal head 1\x00"
_FIRST = b"vroom-assistant journal 1\x00"
# For ASCII keys, texts and whole numbers these settings give the RFC 8785 bytes; a test compares them with rfc8785.
_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


class Record(NamedTuple):
    """An entry as it is stored. `payload` and `salt` are None once purged."""

    seq: int
    at: str
    event: str
    subject: str
    payload_hash: bytes
    previous: bytes
    hash: bytes
    signature: bytes | None
    salt: bytes | None
    payload: bytes | None


def canonical(value: Any) -> bytes:
    """Raises UnicodeEncodeError for text with lone surrogates."""
    return _ENCODER.encode(value).encode()


def payload_hash(salt: bytes, payload: bytes) -> bytes:
    return hashlib.sha256(salt + payload).digest()


def header_hash(record: Record, seq: int | None = None) -> bytes:
    """The hash of the header; with `seq`, as if the entry stood there."""
    header = {
        "at": record.at,
        "event": record.event,
        "payload": record.payload_hash.hex(),
        "previous": record.previous.hex(),
        "seq": record.seq if seq is None else seq,
        "subject": record.subject,
    }
    return hashlib.sha256(canonical(header)).digest()


def link(hash_: bytes, signature: bytes | None) -> bytes:
    """What the next entry carries as `previous`: so the last signature covers all earlier ones."""
    return hashlib.sha256(hash_ + (signature or b"")).digest()


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The journal's Ed25519 key as others know it. `raw`: 32 bytes."""

    raw: bytes

    @property
    def fingerprint(self) -> str:
        """SHA-256, hexadecimal, of the SubjectPublicKeyInfo (DER), as `openssl pkey -pubout -outform der | sha256sum`."""
        der = self._key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
        return hashlib.sha256(der).hexdigest()

    @property
    def start(self) -> bytes:
        """`previous` of the first entry."""
        return hashlib.sha256(_FIRST + self.raw).digest()

    def has_signed(self, signature: bytes | None, content: bytes) -> bool:
        if signature is None:
            return False
        try:
            self._key().verify(signature, content)
        except InvalidSignature:
            return False
        return True

    def _key(self) -> Ed25519PublicKey:
        return Ed25519PublicKey.from_public_bytes(self.raw)


class JournalKey:
    """Signs heads and exports. `seed`: the 32 secret bytes. Raises ValueError for another length."""

    def __init__(self, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        raw = self._key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        self.public = PublicKey(raw)

    def sign(self, content: bytes) -> bytes:
        return self._key.sign(content)

    def sign_head(self, hash_: bytes) -> bytes:
        return self.sign(SIGNED + hash_)
