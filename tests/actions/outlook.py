"""A small Outlook message (.msg) for tests. Source: [MS-CFB] and [MS-OXMSG]; every stream is large enough to need no
mini stream."""

from __future__ import annotations

import struct

SECTOR = 512
LEAST = 4096  # bytes; smaller streams would live in the mini stream
END, FREE, FAT_SECTOR = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
TEXT, NUMBER = 0x001F, 0x0003
SUBJECT, HEADERS, SENDER_ADDRESS, SENDER_SMTP = 0x0037, 0x007D, 0x0C1F, 0x5D01


def outlook_message(**texts: str) -> bytes:
    """`subject`, `headers`, `sender_address`, `sender_smtp`: the properties it has."""
    ids = {"subject": SUBJECT, "headers": HEADERS, "sender_address": SENDER_ADDRESS, "sender_smtp": SENDER_SMTP}
    properties = {ids[name]: text.encode("utf-16-le") for name, text in texts.items()}
    streams = [("__properties_version1.0", _properties(properties))]
    # The reader takes the length of a text from the stream, so it is filled up with blanks.
    blank = " ".encode("utf-16-le")
    streams += [(f"__substg1.0_{id_:04X}{TEXT:04X}", text + blank * (LEAST // 2)) for id_, text in properties.items()]
    return _compound_file(streams)


def _properties(texts: dict[int, bytes]) -> bytes:
    entries = [struct.pack("<HHI8x", TEXT, id_, 6) for id_ in texts]
    fill = (LEAST - 32) // 16 - len(entries)
    entries += [struct.pack("<HHIII", NUMBER, 0x6800 + number, 6, number, 0) for number in range(fill)]
    return b"\0" * 32 + b"".join(entries)


def _compound_file(streams: list[tuple[str, bytes]]) -> bytes:
    directory_sectors = -(-(len(streams) + 1) // 4)
    fat = [FAT_SECTOR, *_chain(1, directory_sectors)]
    data, entries = b"", [_entry("Root Entry", 5, child=1, start=END)]
    for number, (name, content) in enumerate(streams, 1):
        start, sectors = len(fat), -(-len(content) // SECTOR)
        fat += _chain(start, sectors)
        data += content.ljust(sectors * SECTOR, b"\0")
        right = number + 1 if number < len(streams) else FREE
        entries.append(_entry(name, 2, right=right, start=start, size=len(content)))
    directory = b"".join(entries).ljust(directory_sectors * SECTOR, b"\0")
    table = b"".join(struct.pack("<I", link) for link in fat + [FREE] * (SECTOR // 4 - len(fat)))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, LEAST, END, 0, END, 0, 0)
    header += struct.pack("<I", FREE) * 108
    return header + table + directory + data


def _chain(start: int, count: int) -> list[int]:
    return [*range(start + 1, start + count), END]


def _entry(name: str, kind: int, *, right: int = FREE, child: int = FREE, start: int = 0, size: int = 0) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBBIII16xI8x8xIQ", text, len(text), kind, 1, FREE, right, child, 0, start, size)
