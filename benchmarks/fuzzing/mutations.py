"""Changes to bytes of any kind."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Mutation = Callable[[bytearray, Random], None]


def flip(content: bytearray, rng: Random) -> None:
    for _ in range(rng.choice((1, 1, 4, 16, 64))):
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)


def overwrite(content: bytearray, rng: Random) -> None:
    at = rng.randrange(len(content))
    piece = rng.choice((b"\xff" * 4, b"\x00" * 8, b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00", rng.randbytes(16)))
    content[at : at + len(piece)] = piece


def cut(content: bytearray, rng: Random) -> None:
    del content[rng.randrange(1, len(content) + 1) :]


def remove(content: bytearray, rng: Random) -> None:
    at = rng.randrange(len(content))
    del content[at : at + rng.choice((1, 3, 100, 5_000))]


def repeat(content: bytearray, rng: Random) -> None:
    at = rng.randrange(len(content))
    piece = bytes(content[at : at + rng.choice((1, 8, 200, 4_000))])
    content[at:at] = piece * rng.choice((1, 2, 50))


def shuffle(content: bytearray, rng: Random) -> None:
    """Two pieces change places: tables that point at each other no longer do."""
    size = rng.choice((4, 64, 512))
    one, other = (rng.randrange(len(content)) for _ in range(2))
    first, second = bytes(content[one : one + size]), bytes(content[other : other + size])
    content[one : one + size], content[other : other + size] = second, first


MUTATIONS: tuple[Mutation, ...] = (flip, overwrite, cut, remove, repeat, shuffle)


def mutated_bytes(content: bytes, rng: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(rng.choice((1, 1, 2, 5))):
        if changed:
            rng.choice(MUTATIONS)(changed, rng)
    return bytes(changed)
