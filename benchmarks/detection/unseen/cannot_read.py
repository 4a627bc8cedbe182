"""Files whose content nobody gets to see without a key, an eye or a repair."""

from __future__ import annotations

import io
import struct
import zlib
from random import Random

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.detection.unseen.draft import Draft, template
from benchmarks.detection.unseen.paper import Content, Heading, Paper, Properties, Raw, Text
from benchmarks.detection.unseen.writers.office import as_docx


def png(rng: Random, width: int = 160, height: int = 120) -> bytes:
    """A grey page with darker bars, as a scan looks from afar."""
    bars = {row for row in range(height) if row % 8 < 3}
    rows = b"".join(
        b"\0" + bytes(rng.randrange(40, 120) if row in bars and 12 < column < 140 else 245 for column in range(width))
        for row in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _locked_zip(name: str, content: bytes, password: bytes, rng: Random) -> bytes:
    """A zip of one member with the traditional encryption (APPNOTE 6.1)."""
    keys = [0x12345678, 0x23456789, 0x34567890]

    def update(byte: int) -> None:
        keys[0] = ~zlib.crc32(bytes([byte]), ~keys[0] & 0xFFFFFFFF) & 0xFFFFFFFF
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = ~zlib.crc32(bytes([keys[1] >> 24]), ~keys[2] & 0xFFFFFFFF) & 0xFFFFFFFF

    def locked(byte: int) -> int:
        stream = (keys[2] | 2) & 0xFFFF
        result = byte ^ (((stream * (stream ^ 1)) >> 8) & 0xFF)
        update(byte)
        return result

    for byte in password:
        update(byte)
    crc = zlib.crc32(content)
    start = bytes(rng.randrange(256) for _ in range(11)) + bytes([crc >> 24])
    data = bytes(locked(byte) for byte in start + content)
    common = struct.pack("<HHHHHIIIHH", 20, 1, 0, 0x5460, 0x5A4E, crc, len(data), len(content), len(name), 0)
    local = b"PK\x03\x04" + common + name.encode() + data
    central = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name.encode()
    return local + central + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)


@template("unreadable", "zip with a password", "zip", trace="never")
def locked_zip(d: Draft) -> Content:
    content = _locked_zip(
        d.pick(("lijst.csv", "export.txt")), b"naam;geboren\r\n" * d.number(5, 60), b"welkom01", d.rng
    )
    return Raw(name=d.say("[beveiligd|export|levering] [1|mei|versleuteld]"), extension="zip", content=content)


@template("unreadable", "pdf with a password", "pdf", trace="never")
def locked_pdf(d: Draft) -> Content:
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, encrypt=StandardEncryption(f"geheim{d.number(10, 99)}", strength=128))
    canvas.drawString(60, 700, d.say("[Vertrouwelijk rapport|Polis|Verslag]"))
    canvas.save()
    return Raw(name=d.say("[rapport|polis|brief] [beveiligd|ww]"), extension="pdf", content=target.getvalue())


@template("unreadable", "cut off document", "docx", trace="never")
def cut_off(d: Draft) -> Content:
    paper = Paper(
        name="x",
        blocks=[
            Heading("Verslag"),
            *[Text(d.say("[Dit is een regel|Nog een regel] van de tekst.")) for _ in range(30)],
        ],
    )
    whole = as_docx(paper, d.rng, Properties())
    return Raw(
        name=d.say("[verslag|download|onvolledig] [deel|1]"),
        extension="docx",
        content=whole[: len(whole) // d.number(2, 4)],
    )


@template("unreadable", "photograph or screen shot", "png", trace="never")
def picture(d: Draft) -> Content:
    return Raw(
        name=d.say("[Schermafbeelding|IMG|whiteboard|foto] ") + str(d.number(100, 9999)),
        extension="png",
        content=png(d.rng),
    )


@template("unreadable", "scan in a pdf", "pdf", trace="never")
def scan(d: Draft) -> Content:
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    for _ in range(d.number(1, 3)):
        canvas.drawImage(ImageReader(io.BytesIO(png(d.rng))), 20, 20, 550, 800)
        canvas.showPage()
    canvas.save()
    return Raw(name=d.say("[scan|Scan_|MFP] ") + str(d.number(1000, 9999)), extension="pdf", content=target.getvalue())


@template("unreadable", "unknown binary", "dat", trace="never")
def unknown(d: Draft) -> Content:
    content = b"\x07\x9cQX\x00" + bytes(d.rng.randrange(256) for _ in range(d.number(800, 6000)))
    return Raw(
        name=d.say("[cache|model|data|backup]") + str(d.number(1, 99)),
        extension=d.pick(("dat", "bin", "bak")),
        content=content,
    )
