"""Documents that prove an agreement, an answer or a request: kept sealed, with hash and a mail's sender domain."""

from __future__ import annotations

import hashlib
import io
import struct
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

from app.actions.clients import parse_mailbox
from app.actions.reading import read_given
from app.domain.agreement import Evidence
from app.domain.card_body import line
from app.domain.errors import InputError
from app.domain.identity import new_id
from app.domain.messages import msg
from app.vault import Vault

MOST_HEADERS = 256 * 1024  # bytes at the beginning of a mail in which its headers are looked for
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


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFacts:
    """What a file says of itself before it is kept. Of a mail, as far as it tells: who sent it, when (UTC), about what; none of
    it is proven. `bytes`: the size of the file."""

    name: str
    bytes: int
    is_mail: bool = False
    sender_name: str | None = None
    sender_mail: str | None = None
    date: datetime | None = None
    subject: str | None = None


def describe(path: Path) -> EvidenceFacts:
    """Look at what a person offers as evidence; nothing is kept. A mail that cannot be read is a file like any other.

    Raises InputError for what `keep_evidence` would refuse.
    """
    content = _read(path)
    facts = EvidenceFacts(name=path.name, bytes=len(content))
    if path.suffix.lower() == ".eml":
        return _mail_facts(facts, content)
    return _outlook_facts(facts, content) if path.suffix.lower() == ".msg" else facts


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
    content = read_given(path, MAX_EVIDENCE)
    if not content.strip():
        raise InputError(msg("evidence.empty", path=str(path)))
    return content


def _mail_facts(facts: EvidenceFacts, content: bytes) -> EvidenceFacts:
    headers = BytesHeaderParser(policy=policy.compat32).parsebytes(content[:MOST_HEADERS])
    sender, date, subject = (_header(headers, name) for name in ("from", "date", "subject"))
    if not (sender or date or subject):
        return facts
    name, mail = parseaddr(sender)
    return replace(
        facts,
        is_mail=True,
        sender_name=_shown(name),
        sender_mail=_mailbox(mail),
        date=_moment(date),
        subject=_shown(subject),
    )


def _header(headers: Message, name: str) -> str:
    """The first header of that name, in one line. Letters that are not encoded are UTF-8 in mail of today (RFC 6532)."""
    raw = next((str(value) for known, value in headers.raw_items() if known.lower() == name), "")
    return _squeezed(raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _outlook_facts(facts: EvidenceFacts, content: bytes) -> EvidenceFacts:
    from oxmsg import Message as OutlookMessage

    try:
        message = OutlookMessage.load(io.BytesIO(content))
        name, mail = parseaddr(message.sender or "")
        other = message.properties.str_prop_value(SENDER_SMTP_ADDRESS) or ""
        sent, subject = message.sent_date, message.subject
        told = str(message.message_headers.get("Date", ""))
    except _UNREADABLE_MAIL:
        return facts
    return replace(
        facts,
        is_mail=True,
        sender_name=_shown(name),
        sender_mail=_mailbox(mail) or _mailbox(parseaddr(other)[1]),
        date=_moment(told) if sent is None else _in_utc(sent),
        subject=_shown(subject),
    )


def _shown(text: str) -> str | None:
    """A header as people read it, in one line; None for nothing."""
    with suppress(MessageError, LookupError, ValueError):  # then it is shown as it stands
        text = str(make_header(decode_header(text)))
    return _squeezed(line(_squeezed(text))) or None


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _mailbox(mail: str) -> str | None:
    try:
        return parse_mailbox(mail).mail
    except InputError:
        return None


def _moment(header: str) -> datetime | None:
    try:
        return _in_utc(parsedate_to_datetime(header))
    except (TypeError, ValueError, IndexError, OverflowError):  # IndexError: a header of blanks or commas
        return None


def _in_utc(moment: datetime) -> datetime | None:
    """Without a zone it is UTC (RFC 5322: -0000)."""
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    try:
        return aware.astimezone(UTC).replace(microsecond=0)
    except OverflowError:  # the first or the last day there is
        return None


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
