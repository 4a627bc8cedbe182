"""How values of the domain lie in the database: texts, moments, identities, lists. Every form reads back the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin

import msgspec

from app.domain.identity import FileIdentity

Cell: TypeAlias = "str | bytes | int | float | None"
# Cells and JSON have no closer static type: the column's hint decides at run time.
Pack: TypeAlias = Callable[[Any], Cell]
Unpack: TypeAlias = Callable[[Any], Any]


def pack_text(text: str) -> str | bytes:
    """Names that are not UTF-8 hold lone surrogates, which SQLite text cannot: those are kept as bytes."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def unpack_text(cell: str | bytes) -> str:
    return cell if isinstance(cell, str) else cell.decode("utf-8", "surrogatepass")


def pack_moment(moment: datetime) -> str:
    """`2026-11-30T08:00:00Z`, so that texts sort as moments. Raises ValueError for a moment without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a zone")
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


@lru_cache(maxsize=8192)
def unpack_moment(cell: str) -> datetime:
    return datetime.fromisoformat(cell).astimezone(UTC)


def pack_identity(identity: FileIdentity) -> str:
    return f"{identity.volume}:{identity.file_id}"


def unpack_identity(cell: str) -> FileIdentity:
    volume, _, file_id = cell.rpartition(":")
    return FileIdentity(volume=volume, file_id=file_id)


def _plain(value: object) -> object:
    """What msgspec does not know: read-only mappings."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} cannot be stored")


def pack_json(value: object) -> str:
    # The standard encoder, because it escapes lone surrogates and so keeps names that are not UTF-8.
    return json.dumps(msgspec.to_builtins(value, enc_hook=_plain), separators=(",", ":"))


def unpack_json(cell: str) -> Any:
    return json.loads(cell)


def forms(hint: Any) -> tuple[Pack | None, Unpack | None]:
    """How a field with this type hint goes into a cell and out again; None where the value is the cell."""
    kind = _without_none(hint)
    if kind is str:
        return pack_text, unpack_text
    if kind in (int, float):
        return None, None
    if kind is bool:
        return int, bool
    if kind is datetime:
        return pack_moment, unpack_moment
    if kind is FileIdentity:
        return pack_identity, unpack_identity
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return str, {str(member): member for member in kind}.__getitem__
    return pack_json, lambda cell: msgspec.convert(json.loads(cell), type=kind)


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        (kind,) = (part for part in get_args(hint) if part is not NoneType)
        return kind
    return hint
