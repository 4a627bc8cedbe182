"""Names and texts of stored keys: what every kind of key store agrees on."""

from __future__ import annotations

import base64
import binascii
import re

MAX_SECRET_BYTES = 512  # a Windows credential holds 2,560 bytes of UTF-16; base64 of this is 684 characters
_NAME = re.compile(r"[a-z][a-z0-9._-]{0,79}")


def checked_name(name: str) -> str:
    """`name` itself. Raises ValueError: names are made by the program, never typed."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"no name for a key: {name!r}")
    return name


def as_text(secret: bytes) -> str:
    """Base64 of `secret`. Raises ValueError when it is empty or would not fit a Windows credential."""
    if not 0 < len(secret) <= MAX_SECRET_BYTES:
        raise ValueError(f"a key of {len(secret)} bytes cannot be stored")
    return base64.b64encode(secret).decode("ascii")


def from_text(text: str) -> bytes | None:
    """The secret that `as_text` wrote; None for anything else."""
    try:
        secret = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        return None
    return secret or None
