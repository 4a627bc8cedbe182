# ruff: noqa: E501  # the text of a document reads best in one piece
"""What cannot be read: locked, broken, pictures, unknown."""

from __future__ import annotations

import base64
import io
import struct

from PIL import Image, ImageDraw

from benchmarks.detection.corpus.blocks import Heading, Sheet
from benchmarks.detection.corpus.formats.archives import archive
from benchmarks.detection.corpus.formats.compound import compound_of
from benchmarks.detection.corpus.formats.portable import pdf_of
from benchmarks.detection.corpus.formats.portable_parts import pdf_of_pictures
from benchmarks.detection.corpus.formats.word import docx_of
from benchmarks.detection.corpus.formats.workbook import xlsx_of
from benchmarks.detection.corpus.scene import Scene
from benchmarks.detection.corpus.template import Paper, template


@template("unreadable", "locked PDF")
def locked_pdf(s: Scene) -> Paper:
    return s.paper(
        s.pick("beveiligd.pdf", "stuk.pdf", "bijlage 3.pdf"),
        pdf_of([Heading("Stuk"), "Alleen met wachtwoord."], password="geheim"),
    )


@template("unreadable", "workbook that was cut off")
def cut_workbook(s: Scene) -> Paper:
    content = xlsx_of(
        [Sheet(name="Blad1", rows=[["a", "b"], *([s.rng.randint(1, 10**6), s.rng.random()] for _ in range(200))])]
    )
    return s.paper(s.pick("overzicht.xlsx", "export.xlsx"), content[: len(content) * 2 // 3])


@template("unreadable", "picture")
def picture(s: Scene) -> Paper:
    image = Image.new("RGB", (640, 400), (250, 250, 245))
    ImageDraw.Draw(image).text((40, 60), "Naam: zie document", fill=(10, 10, 10))
    target = io.BytesIO()
    suffix = s.pick("png", "jpg")
    image.save(target, "PNG" if suffix == "png" else "JPEG")
    return s.paper(f"{s.pick('IMG_0412', 'foto', 'schermafdruk')}.{suffix}", target.getvalue())


@template("unreadable", "bytes of an unknown kind")
def unknown(s: Scene) -> Paper:
    return s.paper(s.pick("data.bin", "cache.dat", "backup.001"), s.rng.randbytes(s.rng.randint(2_000, 60_000)))


@template("unreadable", "archive that is broken")
def broken_archive(s: Scene) -> Paper:
    content = bytearray(archive("zip", {"lijst.csv": s.rng.randbytes(9_000)}))
    middle = len(content) // 2
    content[middle : middle + 200] = bytes(200)
    return s.paper(s.pick("levering.zip", "archief.zip"), bytes(content))


@template("unreadable", "locked workbook", ties="any")
def locked_workbook(s: Scene) -> Paper:
    salt, hashed, key = (base64.b64encode(s.rng.randbytes(size)).decode() for size in (16, 64, 32))
    information = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption">'
        f'<keyData saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="{salt}"/>'
        f'<dataIntegrity encryptedHmacKey="{hashed}" encryptedHmacValue="{hashed}"/><keyEncryptors><keyEncryptor '
        'uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password" '
        f'spinCount="100000" saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="{salt}" '
        f'encryptedVerifierHashInput="{salt}" encryptedVerifierHashValue="{hashed}" encryptedKeyValue="{key}"/></keyEncryptor></keyEncryptors></encryption>'
    )
    size = s.rng.randint(6_000, 40_000)
    streams = {
        "EncryptionInfo": struct.pack("<HHI", 4, 4, 0x40) + information.encode(),
        "EncryptedPackage": struct.pack("<Q", size) + s.rng.randbytes(-(-size // 16) * 16),
    }
    return s.paper(s.pick("beveiligd.xlsx", "met wachtwoord.xlsx", "notitie.docx"), compound_of(streams))


@template("unreadable", "locked archive", ties="any")
def locked_archive(s: Scene) -> Paper:
    content = bytearray(archive("zip", {"bestand.csv": s.rng.randbytes(4_000)}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the flag of encryption, in both heads of the member
        content[content.index(mark) + place] |= 1
    return s.paper(s.pick("beveiligd.zip", "levering met wachtwoord.zip"), bytes(content))


@template("unreadable", "scan of a letter")
def scan(s: Scene) -> Paper:
    pages = [_page(s) for _ in range(s.rng.randint(1, 3))]
    return s.paper(s.pick("scan0012.pdf", "ingescand.pdf", "20260312_scan.pdf"), pdf_of_pictures(pages))


@template("unreadable", "sound or film")
def film(s: Scene) -> Paper:
    suffix, head = s.rng.choice(
        (
            ("mp4", b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41"),
            ("mp3", b"ID3\x04\x00\x00\x00\x00\x00\x00"),
            ("wav", b"RIFF\x24\x08\x00\x00WAVEfmt "),
        )
    )
    return s.paper(
        f"{s.pick('opname', 'VID_2033', 'interview')}.{suffix}", head + s.rng.randbytes(s.rng.randint(5_000, 50_000))
    )


@template("unreadable", "document that was cut off")
def cut_document(s: Scene) -> Paper:
    content = docx_of([Heading("Notitie"), *("Een alinea." for _ in range(60))])
    return s.paper(s.pick("notitie.docx", "verslag.docx"), content[: len(content) // 2])


@template("unreadable", "compressed stream that breaks off")
def cut_stream(s: Scene) -> Paper:
    content = archive("gz", {"a": s.rng.randbytes(20_000)})
    return s.paper(s.pick("dump.sql.gz", "backup.gz"), content[:9_000])


def _page(s: Scene) -> bytes:
    image = Image.new("L", (600, 850), 248)
    draw = ImageDraw.Draw(image)
    for line in range(20):
        draw.line((60, 80 + line * 30, s.rng.randint(250, 540), 80 + line * 30), fill=60, width=6)
    target = io.BytesIO()
    image.save(target, "JPEG")
    return target.getvalue()
