"""quickXorHash: known digests, and the definition byte by byte."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.quick_xor import QuickXor, quick_xor


def by_definition(content: bytes) -> str:
    """As the documentation describes it, slowly."""
    bits = 0
    for place, byte in enumerate(content):
        moved = byte << (place * 11 % 160)
        bits ^= (moved & ((1 << 160) - 1)) ^ (moved >> 160)
    bits ^= len(content) << 96
    return base64.b64encode(bits.to_bytes(20, "little")).decode()


@pytest.mark.parametrize(
    ("content", "digest"),
    [
        ("", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="),
        ("Sg==", "SgAAAAAAAAAAAAAAAQAAAAAAAAA="),
        ("tbQ=", "taAFAAAAAAAAAAAAAgAAAAAAAAA="),
        ("0pZP", "0rDEEwAAAAAAAAAAAwAAAAAAAAA="),
    ],
)
def test_known_digests(content: str, digest: str) -> None:
    """Of rclone's tests, which were compared with the service."""
    assert quick_xor(base64.b64decode(content)) == digest


@given(st.lists(st.binary(max_size=700), max_size=8))
def test_pieces_of_any_size_are_the_whole(pieces: list[bytes]) -> None:
    hashed = QuickXor()
    for piece in pieces:
        hashed.update(piece)
        hashed.base64()  # asking between changes nothing
    assert hashed.base64() == by_definition(b"".join(pieces))


@pytest.mark.parametrize("size", [159, 160, 161, 163_839, 163_840, 163_841, 500_000])
def test_content_larger_than_a_round_and_than_a_piece(size: int) -> None:
    content = bytes((number * 7 + number // 251) % 256 for number in range(size))
    assert quick_xor(content) == by_definition(content)
    hashed = QuickXor()
    hashed.update(content[:100])
    hashed.update(memoryview(content)[100:])
    assert hashed.base64() == by_definition(content)
