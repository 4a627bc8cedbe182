"""Text in binary content whose build is of no interest: runs of letters, one or two bytes each."""

from __future__ import annotations

import re  # re2 reads the bytes of a pattern as UTF-8
from collections.abc import Iterator
from typing import Final

_NARROW: Final = re.compile(rb"[\x20-\x7e\xa0-\xff\t]{4,}")
_WIDE: Final = re.compile(rb"(?:[\x20-\x7e\xa0-\xff\t]\x00){4,}")


def wide_texts(content: bytes) -> Iterator[str]:
    """Texts in UTF-16 of Western letters."""
    for match in _WIDE.finditer(content):
        yield content[match.start() : match.end()].decode("utf-16-le", "replace")


def loose_texts(content: bytes) -> Iterator[str]:
    """Texts in UTF-16 and in cp1252."""
    yield from wide_texts(content)
    for match in _NARROW.finditer(content):
        yield content[match.start() : match.end()].decode("cp1252", "replace")
