"""Word and PowerPoint 97 to 2003, compound files around and in them, their properties and labels."""

from __future__ import annotations

import io
import struct
import zlib

import openpyxl
import pytest

from tests.detect.reading.compound import Folder, compound_file
from tests.detect.reading.observed import read
from tests.detect.reading.old_office import (
    CUSTOM,
    DOCUMENT,
    SUMMARY,
    atom,
    biff,
    doc,
    narrow,
    older_doc,
    ppt,
    property_set,
    said,
    workbook_stream,
    wrapped,
    xls,
)
from tests.detect.reading.packages import package, paragraph, word

TENANT = "11111111-2222-3333-4444-555555555555"


def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Naam", "Bijzonder woord"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def old_sheet() -> bytes:
    return workbook_stream(biff(0x0204, struct.pack("<HHH", 0, 0, 0) + narrow("Bijzonder woord")))


def test_the_letters_of_a_document_become_lines() -> None:
    seen = read(doc("Mevrouw Zoë\rkoppel\x1eteken\x0cnieuwe bladzijde\x1f\r"))
    assert seen.texts == ["Mevrouw Zoë", "koppel-teken", "nieuwe bladzijde"]
    assert seen.why == set()


@pytest.mark.parametrize("is_wide", [False, True])
def test_an_older_document_has_letters_of_one_byte_or_two(is_wide: bool) -> None:
    seen = read(older_doc("Mevrouw Zoë\ris met verlof\r", is_wide=is_wide))
    assert seen.texts == ["Mevrouw Zoë", "is met verlof"]
    assert seen.why == set()


def test_a_table_keeps_its_columns() -> None:
    text = "Kop\rNaam\x07twee\rregels\x07\x07Bos\x07\x07\x07Slot\r"
    ends = [
        (4, 0),
        (9, 0x2416),
        (14, 0x2416),
        (21, 0x2416),
        (22, 0x2417),
        (26, 0x2416),
        (27, 0x2416),
        (28, 0x2417),
        (33, 0),
    ]
    seen = read(doc(text, [(end, code or 0x2403) for end, code in ends]))
    assert seen.texts == ["Kop", "Naam\ttwee regels", "Bos", "Slot"]


def test_a_table_is_found_without_its_formatting_too() -> None:
    assert read(doc("Naam\x07Plaats\x07\x07Bos\x07Delft\x07\x07Slot\r")).texts == ["Naam\tPlaats", "Bos\tDelft", "Slot"]


def test_what_was_deleted_is_a_word_of_its_own() -> None:
    assert read(doc("Aan BosMol te Delft\r", deleted=(4, 7))).texts == ["Aan  Bos Mol te Delft"]


def test_where_a_link_leads_is_told_beside_the_sentence() -> None:
    seen = read(doc('Zie \x13 HYPERLINK "mailto:bos@voorbeeld.example" \x14hier\x15 en \x13 PAGE \x145\x15.\r'))
    assert "Zie hier en 5." in seen.texts
    assert 'HYPERLINK "mailto:bos@voorbeeld.example"' in seen.whole
    assert "PAGE" not in seen.whole


EMBEDDED = {
    "a workbook in the pool of a document": lambda: doc("Een brief.\r", ObjectPool={"_1": {"Workbook": old_sheet()}}),
    "a new workbook in a document": lambda: doc("Een brief.\r", ObjectPool={"_1": {"Package": workbook()}}),
    "a file in a wrapping": lambda: doc(
        "x\r", ObjectPool={"_1": {"\x01Ole10Native": wrapped("a.txt", b"Bijzonder woord")}}
    ),
    "a workbook in a workbook": lambda: xls(MBD0001={"Workbook": old_sheet()}),
    "data that a program keeps": lambda: doc(
        "x\r", MsoDataStore={"_1": {"Item": b"<a><b>Bijzonder woord</b></a>", "Properties": b"<p/>"}}
    ),
    "an unknown small object": lambda: doc(
        "x\r", ObjectPool={"_1": {"Contents": "Bijzonder woord".encode("utf-16-le")}}
    ),
    "a document in a presentation": lambda: ppt(atom(0x1011, doc("Bijzonder woord\r"))),
    "a packed document in a presentation": lambda: ppt(
        atom(0x1011, struct.pack("<I", len(doc("Bijzonder woord\r"))) + zlib.compress(doc("Bijzonder woord\r")))
    ),
    "an object in a new document": lambda: word(
        paragraph("Een brief."),
        **{"embeddings/oleObject1.bin": compound_file({"\x01Ole10Native": wrapped("a.xlsx", workbook())})},
    ),
    "a workbook in a new document": lambda: word(
        paragraph("x"), **{"embeddings/Microsoft_Excel_Sheet1.xlsx": workbook()}
    ),
    "an old document in a new workbook": lambda: package({"xl/embeddings/a.doc": doc("Bijzonder woord\r")}),
}


@pytest.mark.parametrize("case", EMBEDDED)
def test_what_is_embedded_is_read(case: str) -> None:
    seen = read(EMBEDDED[case]())
    assert "Bijzonder woord" in seen.whole
    assert seen.why == set()


def test_an_unknown_large_object_is_said() -> None:
    seen = read(doc("Een brief.\r", ObjectPool={"_1": {"Iets": bytes(range(1, 255)) * 100}}))
    assert seen.texts == ["Een brief."]
    assert seen.why == {"unsupported"}


def test_a_presentation_tells_all_its_text() -> None:
    slide = (
        atom(0x0FA0, "Mevrouw Zoë\rBos".encode("utf-16-le"))
        + atom(0x0FA8, b"smal")
        + atom(0x0FBA, "tip".encode("utf-16-le"))
    )
    comment = atom(
        0x2EE0,
        b"".join(atom(0x0FBA, text.encode("utf-16-le")) for text in ("Anna Bos", "een opmerking")),
        container=True,
    )
    seen = read(ppt(atom(0x03EE, atom(0x0F00, slide, container=True) + comment, container=True)))
    assert seen.texts == ["Mevrouw Zoë\nBos", "smal", "tip", "een opmerking"]
    assert seen.properties == ["Anna Bos"]


def test_a_presentation_goes_on_behind_what_is_no_record() -> None:
    broken = atom(0x0428, b"PK\x03\x04" + bytes(range(60)), container=True)
    slide = atom(0x0FA8, b"Bos")
    assert read(ppt(atom(0x03E8, broken, container=True) + slide)).texts == ["Bos"]
    assert read(ppt(struct.pack("<HHI", 0, 0, 0x0F000000) + bytes(50) + slide)).texts == ["Bos"]


def test_who_made_it_is_a_property_and_what_it_is_about_is_text() -> None:
    summary = property_set(
        SUMMARY, {2: said("Overzicht"), 4: said("Anna Bos"), 6: said("een opmerking"), 8: said("Ivo Mol")}
    )
    more = property_set(DOCUMENT, {15: said("Gemeente Voorbeeldstad"), 2: said("rubriek")})
    streams = {"\x05SummaryInformation": summary, "\x05DocumentSummaryInformation": more}
    seen = read(doc("Een brief.\r", **streams))
    assert seen.texts == ["Overzicht", "een opmerking", "rubriek", "Een brief."]
    assert {"Anna Bos", "Ivo Mol", "Gemeente Voorbeeldstad"} <= set(seen.properties)
    assert seen.titles == ["Overzicht"]


def test_labels_and_made_properties_are_found() -> None:
    names = {2: f"MSIP_Label_{TENANT}_SiteId", 3: "Dossier"}
    custom = property_set(CUSTOM, {2: said(TENANT), 3: said("Bijzonder woord")}, names)
    seen = read(xls(**{"\x05DocumentSummaryInformation": custom}))
    assert seen.labels == [TENANT]
    assert seen.texts == ["Dossier: Bijzonder woord"]


def test_a_locked_document_tells_its_label() -> None:
    label = f'<l:labelList xmlns:l="urn:l"><l:label siteId="{TENANT}"/></l:labelList>'.encode()
    seen = read(compound_file({"EncryptedPackage": bytes(100), "\x06DataSpaces": {"LabelInfo": label}}))
    assert seen.labels == [TENANT]
    assert seen.why == {"encrypted"}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (compound_file({"WordDocument": bytes(5_000)}), "corrupt"),
        (
            compound_file({"WordDocument": struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0, 0, 0x0100).ljust(5_000, b"\0")}),
            "encrypted",
        ),
        (
            ppt(atom(0x0FA8, b"Bos")[:-1] + b"", **{"Current User": bytes(12) + struct.pack("<I", 0xF3D1C4DF)}),
            "encrypted",
        ),
        (ppt(struct.pack("<HHI", 0, 0x0FA8, 900) + b"Bos"), "corrupt"),
        (ppt(), "corrupt"),
        (compound_file({"Iets": bytes(5_000)}), "unsupported"),
        (compound_file({"\x01Ole10Native": bytes(5_000)}), "corrupt"),
    ],
)
def test_what_cannot_be_read_is_said(content: bytes, why: str) -> None:
    assert read(content).why == {why}


def packed_source(source: bytes) -> bytes:
    """The source of a module behind its compiled code, packed with letters only, but for one repetition at its end."""
    groups = b"".join(b"\0" + source[at : at + 8] for at in range(0, len(source), 8))
    repeat = b"\1" + ((len("woord") - 1) << 16 - max((len(source) - 1).bit_length(), 4) | 2).to_bytes(2, "little")
    chunk = groups + (repeat if len(source) % 8 == 0 else b"")
    return b"gecompileerd" + b"\1" + (0xB000 | len(chunk) - 1).to_bytes(2, "little") + chunk


@pytest.mark.parametrize("length", [160, 163])
def test_the_source_of_macros_is_read(length: int) -> None:
    source = b'Attribute VB_Name = "Module1"\r\nSub Lonen()\r\n naam = "Bijzonder'.ljust(length - 6) + b" woord"
    macros: Folder = {
        "VBA": {"Module1": packed_source(source), "dir": bytes(10)},
        "Formulier": {"o": b"opschrift van een veld"},
    }
    for content in (
        doc("x\r", Macros=macros),
        xls(_VBA_PROJECT_CUR=macros),
        package({"xl/vbaProject.bin": compound_file({"PROJECT": b"", **macros}), "xl/workbook.xml": b"<w/>"}),
    ):
        seen = read(content)
        assert "Sub Lonen()" in seen.whole
        assert "VB_Name" not in seen.whole
        assert "opschrift van een veld" in seen.whole
        assert ("woordwoord" in "".join(seen.whole.split())) or length % 8
        assert seen.why == set()


def test_a_spoiled_macro_leaves_the_text_of_its_workbook_as_readable_as_it_was() -> None:
    seen = read(package({"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off", "xl/workbook.xml": b"<w/>"}))
    assert seen.why == set()
    assert seen.left_out_why == {"corrupt"}
