"""Documents of Word 97 (`.doc`): one run of plain text, cells and rows marked as Word marks them. Source: [MS-DOC]."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from benchmarks.detection.corpus.blocks import NO_PROPERTIES, Block, Grid, Heading, Properties, text_of
from benchmarks.detection.corpus.formats.compound import compound_of
from benchmarks.detection.corpus.formats.summary import summary_streams

TEXT_AT = 2_048
CLX = 33  # the place of the table of pieces among the pairs of the head
PAIRS = 93


def doc_of(blocks: Sequence[Block], properties: Properties = NO_PROPERTIES) -> bytes:
    text = "".join(map(_block, blocks)) or "\r"
    content = text.encode("utf-16-le")
    count = len(content) // 2
    pieces = struct.pack("<II", 0, count) + struct.pack("<HIH", 0, TEXT_AT, 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    longs = [TEXT_AT + len(content), 0, 0, count, *([0] * 18)]
    pairs = [(0, 0)] * PAIRS
    pairs[CLX] = (0, len(clx))
    head = (
        struct.pack("<HHHHHHHIBB", 0xA5EC, 0x00C1, 0, 0x0413, 0, 0x1200, 0x00BF, 0, 0, 0)
        + struct.pack("<HHII", 0, 0, TEXT_AT, TEXT_AT + len(content))
        + struct.pack("<H28x", 14)
        + struct.pack("<H22I", 22, *longs)
        + struct.pack("<H", PAIRS)
        + b"".join(struct.pack("<II", *pair) for pair in pairs)
        + struct.pack("<H", 0)
    )
    stream = head.ljust(TEXT_AT, b"\0") + content
    return compound_of(
        {"WordDocument": stream.ljust(4_096, b"\0"), "1Table": clx.ljust(4_096, b"\0"), **summary_streams(properties)}
    )


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{block.text}\r"
    if isinstance(block, Grid):
        return "".join("".join(f"{text_of(cell)}\x07" for cell in row) + "\x07" for row in block.rows) + "\r"
    return block.replace("\n", "\x0b") + "\r"
