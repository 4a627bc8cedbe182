"""The header of an age v1 file: for whom it was sealed, and the way to its file key. Source: the C2SP specification of age."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.messages import msg
from app.vault.age_key import AgeKey, derived
from app.vault.errors import VaultDamaged, WrongKey

MOST_HEADER_BYTES = 64 << 10
_VERSION = b"age-encryption.org/v1"
_COLUMNS = 64
_WRAPPED_BYTES = 32


@dataclass(frozen=True, slots=True)
class Stanza:
    kind: bytes
    arguments: tuple[bytes, ...]
    body: bytes

    @property
    def is_x25519(self) -> bool:
        return self.kind == b"X25519"


@dataclass(frozen=True, slots=True)
class Header:
    """`signed`: what the `mac` covers. `length`: where the payload begins."""

    stanzas: tuple[Stanza, ...]
    signed: bytes
    mac: bytes
    length: int

    @property
    def recipients(self) -> int:
        return sum(stanza.is_x25519 for stanza in self.stanzas)


def parsed_header(content: bytes) -> Header:
    """The header at the start of `content`. Raises VaultDamaged when there is none that is whole and canonical."""
    header = _parsed(content)
    if header is None:
        raise VaultDamaged(msg("vault.damaged"))
    return header


def file_key_of(header: Header, keys: Sequence[AgeKey]) -> bytes:
    """Raises WrongKey when none of `keys` fits, VaultDamaged when the header was changed."""
    for stanza in header.stanzas:
        if not stanza.is_x25519:
            continue
        share = _unpadded(stanza.arguments[0]) if len(stanza.arguments) == 1 else None
        if share is None or len(share) != 32 or len(stanza.body) != _WRAPPED_BYTES:
            raise VaultDamaged(msg("vault.damaged"))
        for key in keys:
            if (file_key := key.file_key(share, stanza.body)) is not None:
                _check_mac(header, file_key)
                return file_key
    raise WrongKey(msg("vault.wrong-key"))


def _check_mac(header: Header, file_key: bytes) -> None:
    mac = hmac.new(derived(file_key, b"", b"header"), header.signed, hashlib.sha256).digest()
    if not hmac.compare_digest(mac, header.mac):
        raise VaultDamaged(msg("vault.damaged"))


def _parsed(content: bytes) -> Header | None:
    """The header at the start of `content`; None when there is none that is whole and canonical."""
    stanzas: list[Stanza] = []
    line, position = _line(content, 0)
    if line != _VERSION:
        return None
    while True:
        line_start = position
        line, position = _line(content, position)
        if line is None:
            return None
        if line.startswith(b"--- "):
            mac = _unpadded(line[4:])
            signed = content[: line_start + 3]
            return Header(tuple(stanzas), signed, mac, position) if mac and len(mac) == 32 and stanzas else None
        stanza, position = _stanza(content, line, position)
        if stanza is None:
            return None
        stanzas.append(stanza)


def _stanza(content: bytes, line: bytes, position: int) -> tuple[Stanza | None, int]:
    words = line.split(b" ")
    if words[0] != b"->" or len(words) < 2 or not all(words):
        return None, position
    encoded = b""
    while True:
        body_line, position = _line(content, position)
        if body_line is None or len(body_line) > _COLUMNS:
            return None, position
        encoded += body_line
        if len(body_line) < _COLUMNS:
            body = _unpadded(encoded)
            return (None if body is None else Stanza(words[1], tuple(words[2:]), body)), position


def _line(content: bytes, start: int) -> tuple[bytes | None, int]:
    end = content.find(b"\n", start)
    return (None, start) if end < 0 else (content[start:end], end + 1)


def _unpadded(text: bytes) -> bytes | None:
    """Canonical base64 without padding, as age writes it; None for anything else."""
    try:
        content = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        return None
    return content if base64.b64encode(content).rstrip(b"=") == text else None
