"""Documents that prove an agreement, an answer or a request: kept sealed, with hash and a mail's sender domain."""

from __future__ import annotations

import hashlib
import io
import struct
from email import policy
from email.parser import BytesHeaderParser
from email.utils import parseaddr
from pathlib import Path

from app.actions.reading import read_given
from app.domain.agreement import Evidence
from app.domain.errors import InputError
from app.domain.identity import new_id
from app.domain.messages import msg
from app.vault import Vault

MAX_EVIDENCE = 64 * 1024 * 1024  # bytes; a mail with attachments is smaller
SENDER_SMTP_ADDRESS = 0x5D01  # PidTagSenderSmtpAddress, [MS-OXPROPS] 2.1009
# What the reader of Outlook's format raises for content that is cut or damaged.
_UNREADABLE_MAIL = (
    OSError,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    NotImplementedError,
    OverflowError,
    RecursionError,
    struct.error,
)


def keep_evidence(vault: Vault, path: Path) -> Evidence:
    """Read `path`, seal it under the store's evidence key, say what it is. The file itself stays where it is.

    Raises InputError when it cannot be read, is empty or too large.
    """
    content = read_given(path, MAX_EVIDENCE)
    if not content.strip():
        raise InputError(msg("evidence.empty", path=str(path)))
    evidence = Evidence(
        id=new_id(),
        name=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        size_bytes=len(content),
        sender_domain=_sender_domain(path, content),
    )
    vault.seal_bytes(content, evidence.id)
    return evidence


def _sender_domain(path: Path, content: bytes) -> str | None:
    """The domain in From of a mail (.eml by its headers, .msg by its sender property); None for anything else."""
    if path.suffix.lower() == ".msg":
        return _outlook_sender(content)
    if path.suffix.lower() != ".eml":
        return None
    headers = BytesHeaderParser(policy=policy.compat32).parsebytes(content)
    return _domain(parseaddr(str(headers.get("From", "")))[1])


def _outlook_sender(content: bytes) -> str | None:
    from oxmsg import Message as OutlookMessage

    try:
        message = OutlookMessage.load(io.BytesIO(content))
        # Within one organisation the sender is a directory path; the address then stands in a property of its own.
        addresses = (message.sender, message.properties.str_prop_value(SENDER_SMTP_ADDRESS))
        return next((found for text in addresses if (found := _domain(parseaddr(text or "")[1]))), None)
    except _UNREADABLE_MAIL:
        # A damaged .msg still is what the person offers as evidence; it only has no sender that could be read.
        return None


def _domain(address: str) -> str | None:
    return address.rpartition("@")[2].lower() or None if "@" in address else None
