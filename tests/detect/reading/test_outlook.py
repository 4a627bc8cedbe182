"""Messages of Outlook: as a file of their own, as winmail.dat, with rich text, with items in items."""

from __future__ import annotations

import struct

import pytest

from tests import samples
from tests.detect.reading.compound import attached, attached_item, compound_file, outlook_item
from tests.detect.reading.observed import Observed, read

SUBJECT, BODY, SENDER, NAME = 0x0037, 0x1000, 0x5D01, 0x3001
LOGO = b"\x89PNG\r\n\x1a\n" + bytes(300)


def message(**changes: object) -> Observed:
    item = outlook_item(
        {SUBJECT: "Verslag van Zoë", BODY: "Beste Bos,\r\nDe tekst.", SENDER: "zoe@klant.example"},
        recipients=({NAME: "Bos", 0x39FE: "bos@bureau.example"}, {NAME: "Mol", 0x3003: "mol@elders.example"}),
        **changes,  # type: ignore[arg-type]
    )
    return read(compound_file(item))


def test_text_and_people_of_a_message() -> None:
    seen = message()
    assert seen.titles == ["Verslag van Zoë"]
    assert (seen.senders, seen.recipients) == (["zoe@klant.example"], ["bos@bureau.example", "mol@elders.example"])
    assert "Beste Bos,\nDe tekst." in seen.texts
    assert seen.why == set()


def test_attachments_are_documents() -> None:
    seen = message(
        attachments=(attached("namen.csv", b"naam;plaats\nBos;Delft\nMol;Gouda\n"), attached("groot.txt", b"x" * 5_000))
    )
    assert seen.only_table == [["naam", "plaats"], ["Bos", "Delft"], ["Mol", "Gouda"]]
    assert {"namen.csv", "groot.txt"} <= set(seen.names)


def test_a_message_in_a_message_in_a_message_is_read() -> None:
    inner = outlook_item({SUBJECT: "Binnenste", BODY: "van Pietersen", SENDER: "a@diep.example"}, header_bytes=24)
    middle = outlook_item({SUBJECT: "Midden"}, attachments=(attached_item("Binnenste", inner),), header_bytes=24)
    seen = message(attachments=(attached_item("Midden", middle),))
    assert "van Pietersen" in seen.whole
    assert "a@diep.example" in seen.senders
    assert seen.why == set()


def test_messages_too_deep_in_each_other_are_said_and_the_others_read() -> None:
    item = outlook_item({SUBJECT: "bodem"}, header_bytes=24)
    for level in range(8):
        item = outlook_item({SUBJECT: f"laag {level}"}, attachments=(attached_item("in", item),), header_bytes=24)
    seen = message(attachments=(attached_item("diep", item), attached("na.txt", b"hierna")))
    assert seen.why == {"limit"}
    assert "hierna" in seen.whole


def test_a_logo_that_the_text_shows_is_no_picture_to_look_into() -> None:
    shown = outlook_item({0x3707: "logo.png", 0x3712: "logo@1"}, {0x37010102: LOGO}, header_bytes=8)
    assert message(attachments=(shown,)).why == set()
    assert message(attachments=(attached("paspoort.png", LOGO),)).why == {"picture"}


def test_a_contact_is_read_by_all_its_texts() -> None:
    seen = read(
        compound_file(
            outlook_item({0x001A: "IPM.Contact", NAME: "Zoë Bos", 0x3A08: "015-1234567", 0x8004: "Kerkweg 1, Delft"})
        )
    )
    assert all(text in seen.whole for text in ("Zoë Bos", "015-1234567", "Kerkweg 1, Delft"))


def test_an_item_without_anything_is_not_called_read() -> None:
    assert read(compound_file(outlook_item())).why == {"unsupported"}


def test_an_old_message_is_read_in_its_own_letters() -> None:
    values = {SUBJECT << 16 | 0x1E: "Zoë".encode("cp1250", "replace"), BODY << 16 | 0x1E: "Łódź".encode("cp1250")}
    item = outlook_item(values=values)
    item["__properties_version1.0"] = bytes(32) + struct.pack("<HHII4x", 0x0003, 0x3FFD, 0, 1250)
    assert "Łódź" in read(compound_file(item)).whole


def packed_rich_text(source: bytes) -> bytes:
    """As MS-OXRTFCP allows: all bytes as they are, eight behind each control byte, and the mark of the end."""
    window = 207
    out = bytearray()
    pieces: list[bytes] = [bytes([byte]) for byte in source]
    end = (window + len(source)) % 4_096
    pieces.append(struct.pack(">H", end << 4))
    for at in range(0, len(pieces), 8):
        group = pieces[at : at + 8]
        out.append(sum(1 << bit for bit, piece in enumerate(group) if len(piece) == 2))
        out += b"".join(group)
    return struct.pack("<II4sI", len(out) + 12, len(source), b"LZFu", 0) + bytes(out)


def test_rich_text_is_unpacked() -> None:
    source = rb"{\rtf1\ansi\deff0 Geachte mevrouw Bos,\par de tekst van Pietersen}"
    assert "Pietersen" in message(values={0x10090102: packed_rich_text(source)}).whole


def test_the_example_of_the_specification_is_unpacked() -> None:
    """MS-OXRTFCP, 3.1.1"""
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af3 20 68 65 6c 09 00 20 62 77 05 b0 6c 64 7d 0a 80 0f a0"
    )
    from app.detect.reading.budget import Budget
    from app.detect.reading.limits import DEFAULT_LIMITS
    from app.detect.reading.readers.packed_rtf import unpacked

    assert unpacked(packed, Budget(DEFAULT_LIMITS)) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_a_page_within_rich_text_is_read_as_a_page() -> None:
    source = (
        rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}}"
        rb"{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Mevrouw Zo\'eb Pieter{\*\htmltag84 <b>}sen{\*\htmltag92 </b>}"
        rb"\htmlrtf\par}\htmlrtf0{\*\htmltag72 </p>}}"
    )
    assert "Mevrouw Zoë Pietersen" in message(values={0x10090102: packed_rich_text(source)}).texts


def tnef(*attributes: tuple[int, int, bytes]) -> bytes:
    """Level, id, data of each. Source: MS-OXTNEF."""
    body = b"".join(
        struct.pack("<BHHI", level, number, 0, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)
        for level, number, data in attributes
    )
    return struct.pack("<IH", 0x223E9F78, 1) + body


def properties(*values: tuple[int, int, bytes]) -> bytes:
    packed = struct.pack("<I", len(values))
    for number, kind, value in values:
        packed += struct.pack("<HHII", kind, number, 1, len(value)) + value + bytes(-len(value) % 4)
    return packed


def test_winmail_is_read_with_its_attachments() -> None:
    content = tnef(
        (1, 0x8004, b"Verslag\0"),
        (
            1,
            0x9003,
            properties((BODY, 0x1F, "De tekst van Zoë".encode("utf-16-le")), (SENDER, 0x1E, b"zoe@klant.example\0")),
        ),
        (2, 0x9002, bytes(14)),
        (2, 0x8010, b"NAMEN~1.CSV\0"),
        (2, 0x800F, b"naam;plaats\nBos;Delft\nMol;Gouda\n"),
        (2, 0x9005, properties((0x3707, 0x1F, "namen van Zoë.csv\0".encode("utf-16-le")))),
    )
    seen = read(content)
    assert "namen van Zoë.csv" in seen.names
    assert seen.only_table[1] == ["Bos", "Delft"]
    assert "De tekst van Zoë" in seen.whole
    assert seen.senders == ["zoe@klant.example"]
    assert seen.why == set()


def test_winmail_that_breaks_off_is_corrupt_and_its_start_counts() -> None:
    content = tnef((1, 0x8004, b"Verslag\0"), (2, 0x9002, bytes(14)), (2, 0x800F, b"naam;plaats\nBos;Delft\n" * 40))
    seen = read(content[:-300])
    assert seen.why == {"corrupt"}
    assert "Delft" in seen.whole


@pytest.mark.parametrize("spoil", ["__properties_version1.0", "__substg1.0_1000001F"])
def test_a_message_that_lost_a_stream_is_not_read_as_nothing(spoil: str) -> None:
    item = outlook_item({SUBJECT: "Verslag", BODY: "x" * 9_000})
    content = compound_file(item)
    place = content.index(spoil.encode("utf-16-le"))
    seen = read(content[:place] + content[place + 128 :])
    assert seen.why


def test_zip_in_a_message_is_opened() -> None:
    assert "Pietersen" in message(attachments=(attached("a.zip", samples.zip_of([("b.txt", b"van Pietersen")])),)).whole
