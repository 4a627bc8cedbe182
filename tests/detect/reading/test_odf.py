"""OpenDocument: text, sheets, notes, comments, tracked changes, hidden text, forms, properties; flat files too."""

from __future__ import annotations

import pytest

from tests import samples
from tests.detect.reading.observed import read

TENANT = "11111111-2222-3333-4444-555555555555"
_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "text", "table", "draw", "form", "meta", "presentation", "style")
)
NAMES = f'{_NAMES} xmlns:dc="urn:dc" xmlns:xlink="urn:xlink" xmlns:svg="urn:svg"'
TYPE = b"application/vnd.oasis.opendocument.text"


def odf(body: str, **members: bytes) -> bytes:
    content = (
        f'<?xml version="1.0"?><office:document-content {NAMES}><office:body>{body}</office:body>'
        "</office:document-content>"
    )
    return samples.zip_of([("mimetype", TYPE), ("content.xml", content.encode()), *members.items()])


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


ELSEWHERE = {
    "note": (
        "<text:p>Zin<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{p('Bijzonder woord')}</text:note-body></text:note></text:p>"
    ),
    "comment": (
        "<text:p>Zin<office:annotation><dc:creator>Anna Bos</dc:creator><dc:date>2026</dc:date>"
        f"{p('Bijzonder woord')}</office:annotation></text:p>"
    ),
    "deleted": (
        f"<text:tracked-changes><text:changed-region><text:deletion>{p('Bijzonder woord')}</text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    ),
    "text box": f"<text:p>Zin<draw:frame><draw:text-box>{p('Bijzonder woord')}</draw:text-box></draw:frame></text:p>",
    "hidden text": '<text:p><text:hidden-text text:string-value="Bijzonder woord"/></text:p>',
    "variable": '<text:user-field-decl text:name="x" office:string-value="Bijzonder woord"/>',
    "alternative text": "<draw:frame><svg:title>Bijzonder woord</svg:title></draw:frame>",
    "description": "<draw:frame><svg:desc>Bijzonder woord</svg:desc></draw:frame>",
    "link": '<text:p><text:a xlink:href="mailto:Bijzonder woord">hier</text:a></text:p>',
    "form": '<form:text form:current-value="Bijzonder woord"/>',
    "speaker's notes": f"<draw:page><presentation:notes>{p('Bijzonder woord')}</presentation:notes></draw:page>",
    "hint of a cell": f'<table:help-message table:title="let op">{p("Bijzonder woord")}</table:help-message>',
    "earlier cell": '<table:change-track-table-cell office:string-value="Bijzonder woord"/>',
}


@pytest.mark.parametrize("place", ELSEWHERE)
def test_text_is_found_at_every_place(place: str) -> None:
    seen = read(odf(ELSEWHERE[place]))
    assert "Bijzonder woord" in seen.whole
    assert seen.why == set()


@pytest.mark.parametrize(
    "member", ["styles.xml", "Object 1/content.xml", "Basic/Standard/Module1.xml", "settings/anders.xml"]
)
def test_text_is_found_in_every_part(member: str) -> None:
    part = f"<office:x {NAMES}>{p('Bijzonder woord')}</office:x>".encode()
    assert "Bijzonder woord" in read(odf(p("Zin"), **{member: part})).whole


def test_a_note_does_not_cut_the_sentence_it_stands_in() -> None:
    note = (
        f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('noot')}</text:note-body></text:note>"
    )
    seen = read(odf(p(f"Mevrouw Zo{note}ë<text:s text:c='2'/>Bos")))
    assert set(seen.texts) == {"noot", "Mevrouw Zoë  Bos"}


def test_who_wrote_a_comment_is_no_text() -> None:
    seen = read(odf(ELSEWHERE["comment"]))
    assert seen.properties == ["Anna Bos"]
    assert "Anna Bos" not in seen.whole


def cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{p(text) if text else ''}</table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def test_a_table_is_read_by_its_columns() -> None:
    blank = '<table:table-cell table:number-columns-repeated="2"/>'
    table = row(cell("Naam"), blank, cell("Plaats")) + row(
        cell("Bos"), "<table:covered-table-cell/>", cell(""), cell("Delft")
    )
    seen = read(odf(f'<table:table table:name="Lonen">{table}</table:table>'))
    assert seen.texts == ["Lonen", "Naam\t\t\tPlaats", "Bos\t\t\tDelft"]


def test_a_sheet_of_any_length_is_one_table() -> None:
    rows = "".join(row(cell(f"Bos{index}"), cell("Delft")) for index in range(3_000))
    seen = read(odf(f"<table:table>{row(cell('Naam'), cell('Plaats'))}{rows}</table:table>"))
    assert len(seen.only_table) == 3_001


def test_repeated_rows_and_cells_cost_nothing() -> None:
    filled = row(cell("x", 'table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="1048576"')
    empty = row(
        '<table:table-cell table:number-columns-repeated="16384"/>', attributes='table:number-rows-repeated="1048576"'
    )
    seen = read(odf(f"<table:table>{filled}{empty * 50}</table:table>"))
    assert len(seen.whole) < 20_000


@pytest.mark.parametrize(
    ("attributes", "text", "shown"),
    [
        ('office:value-type="date" office:date-value="1978-02-01"', "01-02-78", "1978-02-01"),
        ('office:value-type="float" office:value="123456782"', "123.456.782", "123456782"),
        ('office:value-type="float" office:value="12345678"', "012345678", "012345678"),
        ('office:value-type="currency" office:value="3000.5"', "€ 3.000,50", "3000.5"),
        ('office:value-type="percentage" office:value="0.5"', "50%", "50%"),
        ('office:value-type="string"', "Bos", "Bos"),
    ],
)
def test_a_cell_is_told_as_it_is_meant(attributes: str, text: str, shown: str) -> None:
    assert read(odf(f"<table:table>{row(cell(text, attributes), cell('x'))}</table:table>")).texts == [f"{shown}\tx"]


def meta() -> bytes:
    made = f'<meta:user-defined meta:name="MSIP_Label_{TENANT}_SiteId">{TENANT}</meta:user-defined>'
    return (
        f"<office:document-meta {NAMES}><dc:title>Overzicht</dc:title><dc:creator>Anna Bos</dc:creator>"
        f"<meta:initial-creator>Ivo Mol</meta:initial-creator><dc:description>een opmerking</dc:description>{made}"
        '<meta:user-defined meta:name="Dossier">Bijzonder woord</meta:user-defined></office:document-meta>'
    ).encode()


def test_properties_and_labels_are_told() -> None:
    seen = read(odf(p("Zin"), **{"meta.xml": meta()}))
    assert seen.texts == ["Overzicht", "een opmerking", "Dossier: Bijzonder woord", "Zin"]
    assert {"Anna Bos", "Ivo Mol"} <= set(seen.properties)
    assert (seen.titles[:1], seen.labels) == (["Overzicht"], [TENANT])


def test_a_flat_document_is_read_as_any_other() -> None:
    body = f"<office:text>{p('Zin')}<table:table>{row(cell('Naam'), cell('Plaats'))}</table:table></office:text>"
    flat = f'<?xml version="1.0"?><office:document {NAMES}><office:body>{body}</office:body></office:document>'
    assert read(flat.encode()).texts == ["Zin", "Naam\tPlaats"]
    assert read(flat.encode("utf-16")).texts == ["Zin", "Naam\tPlaats"]


def test_a_locked_document_is_said() -> None:
    manifest = b'<manifest><file-entry><encryption-data checksum="x"/></file-entry></manifest>'
    seen = read(odf(p("Zin"), **{"META-INF/manifest.xml": manifest}))
    assert (seen.texts, seen.why) == ([], {"encrypted"})


def test_a_spoiled_part_costs_only_itself() -> None:
    seen = read(odf(p("Zin"), **{"styles.xml": b"<open>"}))
    assert (seen.texts, seen.why) == (["Zin"], {"corrupt"})
