"""Signatures that strangers hand in. VT-C4."""

from __future__ import annotations

import base64

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from hypothesis import given
from hypothesis import strategies as st

from app.domain.signatures import canonical, fingerprint, is_signed_by

KEY = ec.derive_private_key(20261122, ec.SECP256R1())
CONTENT = b'{"a":1}'


def public(key: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey) -> bytes:
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(serialization.Encoding.DER, form)


def text(content: bytes) -> str:
    return base64.b64encode(content).decode()


PUBLIC = text(public(KEY))
SIGNATURE = text(KEY.sign(CONTENT, ec.ECDSA(hashes.SHA256())))


def test_what_the_key_signed_is_accepted():
    assert is_signed_by(PUBLIC, SIGNATURE, CONTENT)


def test_anything_else_is_refused():
    """VT-C4"""
    other = ec.derive_private_key(7, ec.SECP256R1())
    assert not is_signed_by(PUBLIC, SIGNATURE, CONTENT + b" ")
    assert not is_signed_by(text(public(other)), SIGNATURE, CONTENT)
    assert not is_signed_by(PUBLIC, text(KEY.sign(CONTENT, ec.ECDSA(hashes.SHA512()))), CONTENT)


def test_keys_of_another_kind_are_refused():
    """VT-C4"""
    large = ec.derive_private_key(7, ec.SECP384R1())
    unknown_curve = public(KEY).replace(bytes.fromhex("2a8648ce3d030107"), bytes.fromhex("2a8648ce3d030177"))
    assert not is_signed_by(text(public(large)), text(large.sign(CONTENT, ec.ECDSA(hashes.SHA256()))), CONTENT)
    edwards = ed25519.Ed25519PrivateKey.from_private_bytes(b"7" * 32)
    assert not is_signed_by(text(public(edwards)), text(edwards.sign(CONTENT)), CONTENT)
    assert not is_signed_by(text(unknown_curve), SIGNATURE, CONTENT)


@given(st.text() | st.binary().map(text), st.text() | st.binary().map(text), st.binary())
def test_no_text_makes_the_check_fail_otherwise_than_no(key, signature, content):
    """VT-C4"""
    assert not is_signed_by(key, signature, content)
    assert not is_signed_by(PUBLIC, signature, content)


def test_canonical_bytes_do_not_depend_on_the_order_of_members():
    assert canonical({"b": 1, "a": [True, None, "ë"]}) == '{"a":[true,null,"ë"],"b":1}'.encode()


def test_what_has_no_canonical_form_is_a_value_error():
    deep: dict[str, object] = {}
    for _ in range(10_000):
        deep = {"a": deep}
    for document in ({"a": float("nan")}, {"a": 2**60}, {"a": object()}, {"a": "\ud800"}, deep):
        with pytest.raises(ValueError):
            canonical(document)


def test_the_fingerprint_is_of_the_key_itself():
    import hashlib

    assert fingerprint(PUBLIC) == hashlib.sha256(public(KEY)).hexdigest()
