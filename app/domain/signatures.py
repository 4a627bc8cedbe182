"""Signatures over JSON: RFC 8785 bytes, ECDSA on P-256 with SHA-256. One home for cards and certificates."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from typing import Any

import rfc8785
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

ALGORITHM = "ecdsa-p256-sha256"


def canonical(document: Mapping[str, Any]) -> bytes:
    """The RFC 8785 bytes of `document`. Raises ValueError for what has none (fractions that do not survive, odd types)."""
    try:
        return rfc8785.dumps(dict(document))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def fingerprint(public_key: str) -> str:
    """SHA-256, hexadecimal, of a public key given as base64 SubjectPublicKeyInfo (DER)."""
    return hashlib.sha256(base64.b64decode(public_key)).hexdigest()


def is_signed_by(public_key: str, signature: str, content: bytes) -> bool:
    """Whether `signature` (base64 DER) over `content` was made with `public_key` (base64 SubjectPublicKeyInfo)."""
    try:
        key = serialization.load_der_public_key(base64.b64decode(public_key, validate=True))
        if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
            return False
        key.verify(base64.b64decode(signature, validate=True), content, ec.ECDSA(hashes.SHA256()))
    except (InvalidSignature, UnsupportedAlgorithm, ValueError, binascii.Error):
        return False
    return True
