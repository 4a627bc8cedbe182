"""Ids, device and file identities."""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass


def new_id() -> str:
    """A globally unique id: 128 random bits as 26 lower-case base32 characters; the first 6 tell it apart in practice."""
    return base64.b32encode(secrets.token_bytes(16)).decode("ascii").rstrip("=").lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileIdentity:
    """Which file this is, whatever its name: volume id and 128-bit file id, both hexadecimal (Linux: device and inode)."""

    volume: str
    file_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """One look at a regular file. `modified_ns`/`changed_ns`: mtime and ctime (Windows: write and change time)."""

    path: str
    identity: FileIdentity
    size_bytes: int
    modified_ns: int
    changed_ns: int
    links: int
