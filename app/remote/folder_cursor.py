"""How the documents in a folder looked at the last look, in one text: what looks the same need not be read again."""

from __future__ import annotations

import base64
import binascii
import json
import zlib

_FORM = "1"

Known = dict[str, tuple[int, int, str | None]]  # by path: size, time of change (0: too fresh to be trusted), digest


def write_cursor(seen: Known) -> str:
    text = json.dumps(seen, separators=(",", ":"))  # escapes names that are not UTF-8
    return _FORM + base64.b85encode(zlib.compress(text.encode("ascii"), 6)).decode("ascii")


def read_cursor(cursor: str | None) -> Known | None:
    """None: nothing is known, so all is told anew."""
    if cursor is None or not cursor.startswith(_FORM):
        return None
    try:
        found = json.loads(zlib.decompress(base64.b85decode(cursor[1:])))
        return {path: (int(size), int(changed), digest) for path, (size, changed, digest) in found.items()}
    except (ValueError, zlib.error, binascii.Error, AttributeError, TypeError):
        return None
