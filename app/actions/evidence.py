"""Documents that prove an agreement, an answer or a request: kept sealed, with hash and a mail's sender domain."""

from __future__ import annotations

import hashlib
import os
import stat
from email import policy
from email.parser import BytesHeaderParser
from email.utils import parseaddr
from pathlib import Path

from app.domain.agreement import Evidence
from app.domain.errors import InputError
from app.domain.identity import new_id
from app.domain.messages import msg
from app.vault import Vault

MAX_EVIDENCE = 64 * 1024 * 1024  # bytes; a mail with attachments is smaller


def keep_evidence(vault: Vault, path: Path) -> Evidence:
    """Read `path`, seal it under the store's evidence key, say what it is. The file itself stays where it is.

    Raises InputError when it cannot be read, is empty or too large.
    """
    content = _read(path)
    evidence = Evidence(
        id=new_id(),
        name=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        size_bytes=len(content),
        sender_domain=_sender_domain(path, content),
    )
    vault.seal_bytes(content, evidence.id)
    return evidence


def _read(path: Path) -> bytes:
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            facts = os.fstat(file.fileno())
            if not stat.S_ISREG(facts.st_mode):
                raise InputError(msg("evidence.no-file", path=str(path)))
            if facts.st_size > MAX_EVIDENCE:
                raise InputError(msg("file.too-large", path=str(path), megabytes=MAX_EVIDENCE // 1024**2))
            content = file.read(MAX_EVIDENCE)
    except OSError as error:
        raise InputError(msg("evidence.unreadable", path=str(path), why=error.strerror or "")) from error
    if not content.strip():
        raise InputError(msg("evidence.empty", path=str(path)))
    return content


def _sender_domain(path: Path, content: bytes) -> str | None:
    """The domain in From of a mail (.eml by its headers, .msg by its sender property); None for anything else."""
    if path.suffix.lower() == ".msg":
        return _outlook_sender(path)
    if path.suffix.lower() != ".eml":
        return None
    headers = BytesHeaderParser(policy=policy.compat32).parsebytes(content)
    return _domain(parseaddr(str(headers.get("From", "")))[1])


def _outlook_sender(path: Path) -> str | None:
    from oxmsg import Message as OutlookMessage

    try:
        return _domain(parseaddr(OutlookMessage.load(str(path)).sender or "")[1])
    except (OSError, ValueError, KeyError, IndexError, AttributeError, NotImplementedError):
        # A damaged .msg still is what the person offers as evidence; it only has no sender that could be read.
        return None


def _domain(address: str) -> str | None:
    return address.rpartition("@")[2].lower() or None if "@" in address else None
