"""The property streams of compound files: author, title, company and custom properties. Source: [MS-OLEPS]."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from benchmarks.detection.corpus.blocks import Properties

SUMMARY = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
DOCUMENT = bytes.fromhex("02d5cdd59c2e1b10939708002b2cf9ae")
CUSTOM = bytes.fromhex("05d5cdd59c2e1b10939708002b2cf9ae")
TITLE, AUTHOR, CHANGED_BY, COMPANY = 2, 4, 8, 15
CODE_PAGE = struct.pack("<II", 2, 65001)  # strings are UTF-8


def summary_streams(properties: Properties) -> dict[str, bytes]:
    values = {TITLE: properties.title, AUTHOR: properties.author, CHANGED_BY: properties.changed_by}
    return {
        "\x05SummaryInformation": _stream([(SUMMARY, _section(values))]),
        "\x05DocumentSummaryInformation": _stream(
            [(DOCUMENT, _section({COMPANY: properties.company})), (CUSTOM, _custom(properties.custom))]
        ),
    }


def _stream(sections: list[tuple[bytes, bytes]]) -> bytes:
    head = struct.pack("<HHI16xI", 0xFFFE, 0, 0x00020006, len(sections))
    start = len(head) + 20 * len(sections)
    for name, content in sections:
        head += name + struct.pack("<I", start)
        start += len(content)
    return head + b"".join(content for _, content in sections)


def _section(values: Mapping[int, str]) -> bytes:
    return _packed([(1, CODE_PAGE), *((number, _string(text)) for number, text in values.items() if text)])


def _custom(values: Mapping[str, str]) -> bytes:
    """Properties with names of their own, which the first entry lists."""
    names = struct.pack("<I", len(values))
    for number, name in enumerate(values, start=2):
        called = name.encode() + b"\0"
        names += struct.pack("<II", number, len(called)) + called
    entries = [(0, names.ljust(-(-len(names) // 4) * 4, b"\0")), (1, CODE_PAGE)]
    return _packed([*entries, *((number, _string(text)) for number, text in enumerate(values.values(), start=2))])


def _packed(entries: list[tuple[int, bytes]]) -> bytes:
    start = 8 + 8 * len(entries)
    table = b""
    for number, content in entries:
        table += struct.pack("<II", number, start)
        start += len(content)
    return struct.pack("<II", start, len(entries)) + table + b"".join(content for _, content in entries)


def _string(text: str) -> bytes:
    content = text.encode() + b"\0"
    return struct.pack("<II", 30, len(content)) + content.ljust(-(-len(content) // 4) * 4, b"\0")
