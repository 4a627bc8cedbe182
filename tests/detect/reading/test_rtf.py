"""Rich text: words, tables, notes, properties, embedded objects, letters of all kinds."""

from __future__ import annotations

import pytest

from tests.detect.reading.observed import read
from tests.detect.reading.old_office import wrapped

TENANT = "11111111-2222-3333-4444-555555555555"


def rtf(body: str) -> bytes:
    return ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s0 Standaard;}}" + body + "}").encode(
        "latin-1"
    )


@pytest.mark.parametrize(
    "body",
    [
        r"\pard Mevrouw Zo\'eb\par",
        r"\pard Mevrouw Zo\u235?\par",
        r"\pard Mevrouw Zo\uc0\u235\par",
        r"\pard Mevrouw Zo{\uc2\u235 ee}\par",
        r"\pard {\b Mevrouw} Zo{\i\'eb}\par",
        "\\pard Mevrouw\r\n Zo\\'eb\r\n\\par",
        r"\mac\pard Mevrouw Zo\'91\par",
    ],
)
def test_letters_are_themselves_however_they_are_written(body: str) -> None:
    assert read(rtf(body)).texts == ["Mevrouw Zoë"]


def test_a_table_keeps_its_columns_and_the_text_behind_it_is_none() -> None:
    row = r"\trowd\cellx1000\cellx2000\pard\intbl {0}\cell {1}\par tweede regel\cell\row"
    body = (
        r"\pard Kop\par" + row.format("Naam", "Plaats") + row.format("Bos", "Delft").replace("{", "{").replace("}", "}")
    )
    seen = read(rtf(body + r"\pard Slot\par"))
    assert seen.texts == ["Kop", "Naam\tPlaats tweede regel", "Bos\tDelft tweede regel", "Slot"]


def test_a_table_in_a_table_has_rows_of_its_own() -> None:
    inner = r"\pard\intbl\itap2 Naam\nestcell Plaats\nestcell{\*\nesttableprops\trowd\nestrow}"
    seen = read(rtf(r"\trowd\pard\intbl links\cell " + inner + r"\pard\intbl rechts\cell\row\pard Slot\par"))
    assert seen.texts == ["Naam\tPlaats", "links\trechts", "Slot"]


ELSEWHERE = {
    "header": r"{\header\pard Bijzonder woord\par}",
    "footnote": r"\pard Zin{\footnote\pard Bijzonder woord\par}.\par",
    "comment": r"\pard Zin{\*\atnid RB}{\*\atnauthor Robin}\chatn{\*\annotation\pard Bijzonder woord}.\par",
    "text box": r"{\shp{\*\shpinst{\shptxt\pard Bijzonder woord\par}}}",
    "alternative text": r"{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv Bijzonder woord}}}}",
    "field": r'{\field{\*\fldinst HYPERLINK "Bijzonder woord"}{\fldrslt hier}}',
    "variable": r"{\*\docvar {naam}{Bijzonder woord}}",
    "hidden letters": r"{\v Bijzonder woord}",
    "deleted": r"\pard {\deleted Bijzonder woord}nieuw\par",
    "a destination that is not known": r"{\*\nieuwigheid Bijzonder woord}",
}


@pytest.mark.parametrize("place", ELSEWHERE)
def test_text_is_found_at_every_place(place: str) -> None:
    seen = read(rtf(ELSEWHERE[place]))
    assert "Bijzonder woord" in seen.whole
    assert seen.why == set()


def test_a_note_does_not_cut_the_sentence_it_belongs_to() -> None:
    assert set(read(rtf(r"\pard Mevrouw Zo{\footnote\pard noot\par}\'eb\par")).texts) == {"noot", "Mevrouw Zoë"}


def test_who_made_it_is_a_property_and_what_it_is_about_is_text() -> None:
    info = r"{\info{\title Overzicht}{\author Anna Bos}{\*\company Voorbeeldstad}{\doccomm een opmerking}{\creatim\yr2026}}"
    seen = read(rtf(info + r"\pard Zin\par"))
    assert seen.texts == ["Overzicht", "een opmerking", "Zin"]
    assert {"Anna Bos", "Voorbeeldstad"} <= set(seen.properties)


def test_labels_are_found() -> None:
    label = "{\\*\\userprops{\\propname MSIP_Label_" + TENANT + "_SiteId}\\proptype30{\\staticval " + TENANT + "}}"
    assert read(rtf(label + r"\pard Zin\par")).labels == [TENANT]


def old_object(kind: str, native: bytes) -> str:
    def text(value: str) -> bytes:
        return (len(value) + 1).to_bytes(4, "little") + value.encode() + b"\0"

    content = b"\1\5\0\0\2\0\0\0" + text(kind) + text("") + text("") + len(native).to_bytes(4, "little") + native
    return (
        "{\\object\\objemb{\\*\\objclass "
        + kind
        + "}{\\*\\objdata "
        + content.hex(" ", 32)
        + "}{\\result\\pard x\\par}}"
    )


def test_a_file_in_it_is_read() -> None:
    native = wrapped("a.txt", b"Bijzonder woord")[4:]
    seen = read(rtf(old_object("Package", native)))
    assert "Bijzonder woord" in seen.whole
    assert seen.why == set()


def test_binary_content_is_passed_over() -> None:
    assert read(rtf("{\\pict\\wmetafile8\\bin4 }{\\a}\\pard Zin\\par")).texts == ["Zin"]


def test_a_picture_alone_is_one() -> None:
    picture = "{\\pict\\jpegblip " + "ff" * 50_000 + "}"
    assert read(rtf(picture)).why == {"picture"}
    seen = read(rtf(picture + r"\pard " + "Een verslag met een foto. " * 10 + r"\par"))
    assert (seen.why, seen.left_out_why) == (set(), {"pictures-beside"})


def test_a_document_that_is_cut_off_is_corrupt_and_what_stood_before_counts() -> None:
    seen = read(rtf(r"\pard Zin\par{\b nog")[:-2])
    assert seen.texts[0] == "Zin"
    assert seen.why == {"corrupt"}
