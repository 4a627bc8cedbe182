"""Outlook messages (MS-OXMSG)."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from email.utils import parseaddr

from .compound import compound
from .mail import Mail

_SUBJECT, _BODY, _SENDER, _SENDER_MAIL, _CLASS, _TO = 0x0037, 0x1000, 0x0C1A, 0x0C1F, 0x001A, 0x0E04
_FILE, _LONG_FILE, _METHOD, _DATA, _RECIPIENT, _ADDRESS, _SMTP = 0x3704, 0x3707, 0x3705, 0x3701, 0x3001, 0x3003, 0x39FE


def _stream(tag: int, kind: int) -> str:
    return f"__substg1.0_{tag:04X}{kind:04X}"


def _properties(
    texts: Mapping[int, str], numbers: Mapping[int, int], files: Mapping[int, bytes], head: bytes
) -> dict[str, bytes]:
    """A property stream and a stream for each text and file."""
    out: dict[str, bytes] = {}
    records = b""
    for tag, text in texts.items():
        data = text.encode("utf-16-le")
        out[_stream(tag, 0x1F)] = data
        records += struct.pack("<HHIII", 0x1F, tag, 6, len(data) + 2, 0)
    for tag, number in numbers.items():
        records += struct.pack("<HHIII", 0x03, tag, 6, number, 0)
    for tag, data in files.items():
        out[_stream(tag, 0x102)] = data
        records += struct.pack("<HHIII", 0x102, tag, 6, len(data), 0)
    out["__properties_version1.0"] = head + records
    return out


def _within(storage: str, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{storage}/{name}": data for name, data in parts.items()}


def _recipients(addresses: Sequence[str]) -> dict[str, bytes]:
    out: dict[str, bytes] = {}
    for i, whole in enumerate(addresses):
        name, address = parseaddr(whole)
        texts = {_RECIPIENT: name or address, _ADDRESS: address, _SMTP: address}
        out |= _within(f"__recip_version1.0_#{i:08X}", _properties(texts, {0x0C15: 1}, {}, bytes(8)))
    return out


def msg(mail: Mail) -> bytes:
    """`mail` as Outlook saves it; its attachments by value."""
    name, address = parseaddr(mail.sender)
    texts = {
        _CLASS: "IPM.Note",
        _SUBJECT: mail.subject,
        _BODY: mail.body,
        _SENDER: name,
        _SENDER_MAIL: address,
        _TO: "; ".join(mail.to),
    }
    count = len(mail.attachments)
    head = bytes(8) + struct.pack("<IIII", len(mail.to), count, len(mail.to), count) + bytes(8)
    parts = _properties(texts, {}, {}, head) | _recipients(mail.to)
    for i, (file, data) in enumerate(mail.attachments):
        inner = _properties({_FILE: file, _LONG_FILE: file}, {_METHOD: 1}, {_DATA: data}, bytes(8))
        parts |= _within(f"__attach_version1.0_#{i:08X}", inner)
    empty = {_stream(0x0002, 0x102): b"", _stream(0x0003, 0x102): b"", _stream(0x0004, 0x102): b""}
    return compound(parts | _within("__nameid_version1.0", empty))
