"""Whether a JSON object was signed, and with which key. Takes any input; junk is simply not signed."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping

from app.domain.signatures import ALGORITHM, canonical, fingerprint, is_signed_by

# SubjectPublicKeyInfo of an uncompressed P-256 point up to the point itself (RFC 5480): no other key is looked at, so
# that one key has one fingerprint and no exotic encoding reaches the parser.
_P256_HEAD = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
_P256_BYTES = len(_P256_HEAD) + 64
_MAX_SIGNATURE = 72  # a DER signature on P-256 is never longer
MAX_DEPTH = 32


def signed_by(document: Mapping[str, object]) -> str | None:
    """The fingerprint of the key that signed `document` (its member `signature`); None when the signature is not valid."""
    mark = document.get("signature")
    if not isinstance(mark, Mapping) or set(mark) != {"algorithm", "key", "value"} or mark["algorithm"] != ALGORITHM:
        return None
    key, value = mark["key"], mark["value"]
    if not is_key(key) or not isinstance(value, str) or not 0 < len(_decoded(value)) <= _MAX_SIGNATURE:
        return None
    rest = {name: member for name, member in document.items() if name != "signature"}
    if not is_plain(rest):
        return None
    try:
        content = canonical(rest)
    except ValueError:
        return None
    return fingerprint(key) if is_signed_by(key, value, content) else None


def is_key(key: object) -> bool:
    """Whether `key` is the base64 SubjectPublicKeyInfo of a P-256 key, written in its one way."""
    if not isinstance(key, str):
        return False
    found = _decoded(key)
    return len(found) == _P256_BYTES and found.startswith(_P256_HEAD)


def _decoded(text: str) -> bytes:
    """Empty for what is not canonical base64: loose bits at the end would give one signature several spellings."""
    try:
        found = base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error):
        return b""
    return found if base64.b64encode(found).decode("ascii") == text else b""


def is_plain(value: object, depth: int = 0) -> bool:
    """Whether `value` is of the kind that is signed here: ASCII keys, no fractions, no endless nesting. Source: contract."""
    if depth > MAX_DEPTH:
        return False
    if value is None or isinstance(value, (str, bool, int)):
        return True
    if isinstance(value, (list, tuple)):
        return all(is_plain(member, depth + 1) for member in value)
    if isinstance(value, dict):
        return all(
            isinstance(key, str) and key.isascii() and is_plain(member, depth + 1) for key, member in value.items()
        )
    return False
