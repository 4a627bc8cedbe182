"""The quickXorHash against a plain reading of its definition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.microsoft365.contents import QuickXorHash


def defined(data: bytes) -> bytes:
    """Byte i is exclusive-ored into 160 bits from bit 11*i on, around the end; the length over the last eight bytes."""
    bits = [0] * 160
    for index, byte in enumerate(data):
        for bit in range(8):
            bits[(index * 11 + bit) % 160] ^= byte >> bit & 1
    value = sum(bit << place for place, bit in enumerate(bits))
    return (value ^ len(data) << 96).to_bytes(20, "little")


def test_known_values() -> None:
    assert QuickXorHash().text() == "AAAAAAAAAAAAAAAAAAAAAAAAAAA="
    hashed = QuickXorHash()
    hashed.update(b"a")
    assert hashed.text() == "YQAAAAAAAAAAAAAAAQAAAAAAAAA="


@given(st.binary(max_size=700), st.integers(0, 700))
def test_the_hash_is_that_of_the_definition(data: bytes, cut: int) -> None:
    hashed = QuickXorHash()
    hashed.update(data[:cut])
    hashed.update(data[cut:])
    assert hashed.digest() == defined(data)


def test_large_contents_are_folded_alike() -> None:
    data = bytes(range(256)) * 2700 + b"tail"
    hashed = QuickXorHash()
    for start in range(0, len(data), 100_001):
        hashed.update(data[start : start + 100_001])
    assert hashed.digest() == defined(data)
