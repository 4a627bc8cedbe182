"""Cards in a file that somebody carries: `{"schema": 1, "cards": [...]}`."""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec

from app.actions.cards.items import Offered, Unreadable
from app.domain.card import Card
from app.domain.card_document import CardRefused, as_document, decode
from app.domain.errors import InputError
from app.domain.messages import msg
from app.domain.signatures import canonical

MAX_FILE = 64 * 1024 * 1024  # bytes; the cards of hundreds of projects are a few megabytes
MAX_CARDS = 100_000


class _Export(msgspec.Struct):
    schema: Literal[1]
    cards: list[msgspec.Raw]


def read_cards(path: Path) -> Offered:
    """All cards of a file; what is no card is told by its place in the list. Raises InputError for what is no such file."""
    content = _content(path)
    try:
        export = msgspec.json.decode(content, type=_Export)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise InputError(msg("card.file-form", path=str(path))) from error
    if len(export.cards) > MAX_CARDS:
        raise InputError(msg("card.file-cards", path=str(path), most=MAX_CARDS))
    cards, unreadable = [], []
    for number, raw in enumerate(export.cards, 1):
        try:
            cards.append(decode(bytes(raw)))
        except CardRefused as refused:
            digest = hashlib.sha256(bytes(raw)).hexdigest()
            unreadable.append(Unreadable(name=f"#{number}", digest=digest, reason=refused.reason))
    return Offered(cards=tuple(cards), unreadable=tuple(unreadable))


def write_cards(path: Path, cards: Iterable[Card]) -> None:
    """Write the file whole or not at all. Raises InputError when it cannot be written there."""
    content = canonical({"schema": 1, "cards": [as_document(card) for card in cards]})
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        if path.exists() and not path.is_file():
            raise InputError(msg("file.no-file", path=str(path)))
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except (OSError, ValueError) as error:
        temporary.unlink(missing_ok=True)
        why = getattr(error, "strerror", None) or type(error).__name__
        raise InputError(msg("file.unwritable", path=str(path), why=why)) from error


def _content(path: Path) -> bytes:
    try:
        # A FIFO is not waited for.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise InputError(msg("file.no-file", path=str(path)))
            content = file.read(MAX_FILE + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise InputError(msg("file.unreadable", path=str(path), why=why)) from error
    if len(content) > MAX_FILE:
        raise InputError(msg("file.too-large", path=str(path), megabytes=MAX_FILE // 1024**2))
    return content
