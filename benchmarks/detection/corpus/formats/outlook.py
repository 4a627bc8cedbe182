"""Messages of Outlook (`.msg`). Source: [MS-OXMSG]."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.detection.corpus.formats.compound import Tree, compound_of

TEXT, BINARY, LONG, OBJECT = 0x001F, 0x0102, 0x0003, 0x000D
CLASS, SUBJECT, SENDER_NAME, SENDER_MAIL, BODY = 0x001A, 0x0037, 0x0C1A, 0x0C1F, 0x1000
SENDER_SMTP, DISPLAY_TO = 0x5D01, 0x0E04
NAME, MAIL, SMTP, RECIPIENT_TYPE = 0x3001, 0x3003, 0x39FE, 0x0C15
DATA, FILE_NAME, LONG_NAME, METHOD = 0x3701, 0x3704, 0x3707, 0x3705
BY_VALUE, EMBEDDED = 1, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """`sender` and `to`: a name and an address. `attachments`: bytes of a file, or a message in the message."""

    sender: tuple[str, str]
    to: tuple[str, str]
    subject: str
    body: str
    attachments: Sequence[tuple[str, bytes | Message]] = field(default=())


def msg_of(message: Message) -> bytes:
    streams = {"00020102": b"", "00030102": b"", "00040102": b""}  # no properties with names of their own
    return compound_of({"__nameid_version1.0": streams, **_message(message, top=True)})


def _message(message: Message, *, top: bool) -> dict[str, bytes | Tree]:
    texts = {
        CLASS: "IPM.Note",
        SUBJECT: message.subject,
        SENDER_NAME: message.sender[0],
        SENDER_MAIL: message.sender[1],
        SENDER_SMTP: message.sender[1],
        DISPLAY_TO: message.to[0],
        BODY: message.body,
    }
    count = len(message.attachments)
    head = struct.pack("<8xIIII", 1, count, 1, count) + (bytes(8) if top else b"")
    tree = _properties(texts, {0x340D: 0x00040000}, head)  # strings are Unicode
    recipient = {NAME: message.to[0], MAIL: message.to[1], SMTP: message.to[1]}
    tree["__recip_version1.0_#00000000"] = _properties(recipient, {RECIPIENT_TYPE: 1}, bytes(8))
    for number, (name, content) in enumerate(message.attachments):
        tree[f"__attach_version1.0_#{number:08X}"] = _attachment(name, content)
    return tree


def _attachment(name: str, content: bytes | Message) -> dict[str, bytes | Tree]:
    names = {NAME: name, LONG_NAME: name, FILE_NAME: name[-12:]}
    if isinstance(content, bytes):
        return _properties(names, {METHOD: BY_VALUE}, bytes(8), content)
    tree = _properties(names, {METHOD: EMBEDDED}, bytes(8), None, is_object=True)
    tree[f"__substg1.0_{DATA:04X}{OBJECT:04X}"] = _message(content, top=False)
    return tree


def _properties(
    texts: Mapping[int, str],
    numbers: Mapping[int, int],
    head: bytes,
    data: bytes | None = None,
    *,
    is_object: bool = False,
) -> dict[str, bytes | Tree]:
    """The stream of properties, and a stream for every value that does not fit in it."""
    tree: dict[str, bytes | Tree] = {}
    entries = head
    for number, value in numbers.items():
        entries += struct.pack("<HHIII", LONG, number, 6, value, 0)
    for number, text in texts.items():
        content = text.encode("utf-16-le")
        tree[f"__substg1.0_{number:04X}{TEXT:04X}"] = content
        entries += struct.pack("<HHIII", TEXT, number, 6, len(content) + 2, 0)
    if data is not None:
        tree[f"__substg1.0_{DATA:04X}{BINARY:04X}"] = data
        entries += struct.pack("<HHIII", BINARY, DATA, 6, len(data), 0)
    if is_object:
        entries += struct.pack("<HHIII", OBJECT, DATA, 6, 0xFFFFFFFF, 1)
    tree["__properties_version1.0"] = entries
    return tree
