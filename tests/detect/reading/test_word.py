"""Word documents: every place where text can stand, what was deleted, tables, properties, labels."""

from __future__ import annotations

import pytest

from tests.detect.reading.observed import read
from tests.detect.reading.packages import package, paragraph, part, relations, run, word

TENANT = "11111111-2222-3333-4444-555555555555"


def note(kind: str, text: str) -> str:
    return f'<w:{kind} w:id="2" w:author="Robin de Boer" w:initials="RB">{paragraph(text)}</w:{kind}>'


ELSEWHERE = {
    "header1.xml": part("w:hdr", paragraph("Bijzonder woord")),
    "footer1.xml": part("w:ftr", paragraph("Bijzonder woord")),
    "footnotes.xml": part("w:footnotes", note("footnote", "Bijzonder woord")),
    "endnotes.xml": part("w:endnotes", note("endnote", "Bijzonder woord")),
    "comments.xml": part("w:comments", note("comment", "Bijzonder woord")),
    "glossary/document.xml": part("w:glossaryDocument", paragraph("Bijzonder woord")),
    "settings.xml": part("w:settings", '<w:docVars><w:docVar w:name="x" w:val="Bijzonder woord"/></w:docVars>'),
    "diagrams/data1.xml": part("dgm:dataModel", "<dgm:t><a:p><a:r><a:t>Bijzonder woord</a:t></a:r></a:p></dgm:t>"),
    "charts/chart1.xml": part(
        "c:chartSpace",
        "<c:title><c:tx><c:rich><a:p><a:r><a:t>Bijzonder woord</a:t></a:r></a:p></c:rich></c:tx></c:title>",
    ),
    "_rels/document.xml.rels": relations(("hyperlink", "https://voorbeeld.example/Bijzonder%20woord", True)),
    "activeX/activeX1.xml": part("ax:ocx xmlns:ax='urn:x'", '<ax:ocxPr ax:name="Caption" ax:value="Bijzonder woord"/>'),
    "afchunk.mht": b"<html><body><p>Bijzonder woord</p></body></html>",
}


@pytest.mark.parametrize("place", ELSEWHERE)
def test_text_is_found_in_every_part(place: str) -> None:
    seen = read(word(paragraph("Een brief."), **{place: ELSEWHERE[place]}))
    assert "Bijzonder woord" in seen.whole
    assert seen.why == set()


IN_THE_BODY = {
    "text box": "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{p}</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
    "content control": "<w:sdt><w:sdtPr/><w:sdtContent>{p}</w:sdtContent></w:sdt>",
    "name of a content control": '<w:sdt><w:sdtPr><w:alias w:val="Bijzonder woord"/></w:sdtPr></w:sdt>',
    "choice of a content control": (
        '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="Bijzonder woord"/>'
        "</w:dropDownList></w:sdtPr></w:sdt>"
    ),
    "hidden letters": "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Bijzonder woord</w:t></w:r></w:p>",
    "alternative text": (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="Bijzonder '
        'woord"/></wp:inline></w:drawing></w:r></w:p>'
    ),
    "old alternative text": '<w:p><w:r><w:pict><v:shape alt="Bijzonder woord"/></w:pict></w:r></w:p>',
    "letters as a picture": (
        '<w:p><w:r><w:pict><v:shape><v:textpath string="Bijzonder woord"/></v:shape></w:pict></w:r></w:p>'
    ),
    "tip of a link": '<w:p><w:hyperlink w:tooltip="Bijzonder woord"/></w:p>',
    "field": (
        '<w:p><w:r><w:instrText> SET x </w:instrText></w:r><w:r><w:instrText>"Bijzonder '
        'woord"</w:instrText></w:r></w:p>'
    ),
    "simple field": "<w:p><w:fldSimple w:instr=' QUOTE \"Bijzonder woord\" '/></w:p>",
    "form field": (
        '<w:p><w:r><w:fldChar><w:ffData><w:helpText w:val="Bijzonder woord"/></w:ffData></w:fldChar></w:r></w:p>'
    ),
    "moved away": "<w:p><w:moveFrom><w:r><w:t>Bijzonder woord</w:t></w:r></w:moveFrom></w:p>",
    "deleted": "<w:p><w:del><w:r><w:delText>Bijzonder woord</w:delText></w:r></w:del></w:p>",
    "deleted field": '<w:p><w:del><w:r><w:delInstrText>SET x "Bijzonder woord"</w:delInstrText></w:r></w:del></w:p>',
    "mathematics": '<m:oMath xmlns:m="urn:m"><m:r><m:t>Bijzonder woord</m:t></m:r></m:oMath>',
    "only in the old drawing": (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>iets</w:t></mc:Choice><mc:Fallback>"
        "<w:pict><v:textbox><w:txbxContent>{p}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    ),
}


@pytest.mark.parametrize("place", IN_THE_BODY)
def test_text_is_found_at_every_place_of_the_body(place: str) -> None:
    body = IN_THE_BODY[place].replace("{p}", paragraph("Bijzonder woord"))
    assert "Bijzonder woord" in read(word(paragraph("Een brief.") + body)).whole


def test_what_is_drawn_twice_is_told_once() -> None:
    box = f"<w:txbxContent>{paragraph('Naam: Bos', ' te Delft')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx>" + box + "</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert read(word(body)).texts == ["Naam: Bos te Delft"]


def test_a_text_box_does_not_cut_the_sentence_it_is_anchored_in() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('terzijde')}</w:txbxContent></w:pict></w:r>"
    assert set(read(word(f"<w:p>{run('Mevrouw Zo')}{box}{run('ë Bos')}</w:p>")).texts) == {
        "terzijde",
        "Mevrouw Zoë Bos",
    }


def test_tracked_changes_are_told_as_it_is_and_as_it_was() -> None:
    body = (
        f"<w:p>{run('Aan mevrouw ')}<w:del w:author='Robin'><w:r><w:delText>Bos</w:delText></w:r></w:del>"
        f"<w:ins w:author='Robin'>{run('Mol')}</w:ins>{run(' te Delft')}</w:p>"
    )
    seen = read(word(body))
    assert seen.texts == ["Aan mevrouw Mol te Delft", "Aan mevrouw Bos te Delft"]
    assert seen.properties == ["Robin"]


def test_a_deleted_row_keeps_its_columns() -> None:
    def cell(text: str) -> str:
        return f"<w:tc><w:p><w:del><w:r><w:delText>{text}</w:delText></w:r></w:del></w:p></w:tc>"

    seen = read(word(f"<w:tbl><w:tr>{cell('Bos')}{cell('Delft')}</w:tr></w:tbl>"))
    assert seen.texts == ["Bos\tDelft"]


def table(*rows: tuple[str, ...]) -> str:
    return (
        "<w:tbl>"
        + "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def test_a_table_keeps_its_columns_and_a_table_in_it_its_own() -> None:
    inner = table(("Naam", "Plaats"), ("Bos", "Delft"))
    seen = read(
        word(f"<w:tbl><w:tr><w:tc>{inner}{paragraph('naast')}</w:tc><w:tc>{paragraph('rechts')}</w:tc></w:tr></w:tbl>")
    )
    assert seen.texts == ["Naam\tPlaats", "Bos\tDelft", "naast\trechts"]


def test_merged_cells_do_not_move_the_next_ones() -> None:
    merged = (
        f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("Persoon")}</w:tc>'
        f"<w:tc>{paragraph('Loon')}</w:tc></w:tr>"
    )
    seen = read(word(table(("Voornaam", "Achternaam", "Bedrag")).replace("<w:tbl>", f"<w:tbl>{merged}")))
    assert seen.texts == ["Persoon\t\tLoon", "Voornaam\tAchternaam\tBedrag"]


def test_a_long_table_is_one_table_whatever_its_length() -> None:
    rows = [("Naam", "Plaats"), *((f"Bos{index}", "Delft") for index in range(5_000))]
    assert len(read(word(table(*rows))).only_table) == 5_001


def test_stops_of_the_ruler_are_no_columns() -> None:
    stops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>'
    assert read(word(f"<w:p>{stops}{run('Naam')}<w:r><w:tab/></w:r>{run('Bos')}</w:p>")).texts == ["Naam\tBos"]


def test_who_made_it_is_a_property_and_what_it_is_about_is_text() -> None:
    core = part(
        "cp:coreProperties xmlns:cp='urn:c' xmlns:dc='urn:d'",
        "<dc:title>Overzicht</dc:title><dc:subject>Lonen</dc:subject><cp:keywords>sleutel</cp:keywords>"
        "<dc:description>opmerking</dc:description><dc:creator>Anna Bos</dc:creator><cp:lastModifiedBy>"
        "Ivo Mol</cp:lastModifiedBy>",
    )
    app = part(
        "Properties", "<Company>Gemeente Voorbeeldstad</Company><Pages>12</Pages><Application>Word</Application>"
    )
    seen = read(package({"docProps/core.xml": core, "docProps/app.xml": app}))
    assert seen.texts == ["Overzicht", "Lonen", "sleutel", "opmerking"]
    assert {"Anna Bos", "Ivo Mol", "Gemeente Voorbeeldstad", "Overzicht"} <= set(seen.properties)
    assert seen.titles == ["Overzicht"]


def custom(name: str, value: str) -> str:
    return f'<property name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'


def test_labels_are_found_in_both_places_and_custom_properties_are_text() -> None:
    label = f"MSIP_Label_{TENANT}_"
    properties = part(
        "Properties xmlns:vt='urn:v'",
        custom(label + "SiteId", TENANT) + custom(label + "Method", "Standard") + custom("Dossier", "Bijzonder woord"),
    )
    info = part("clbl:labelList xmlns:clbl='urn:l'", f'<clbl:label id="x" siteId="{{{TENANT}}}"/>')
    seen = read(package({"docProps/custom.xml": properties, "docMetadata/LabelInfo.xml": info}))
    assert [label.strip("{}") for label in seen.labels] == [TENANT, TENANT]
    assert seen.texts == ["Dossier: Bijzonder woord"]


def test_persons_who_wrote_in_it_are_no_text() -> None:
    people = part(
        "w15:people",
        '<w15:person w15:author="Anna Bos"><w15:presenceInfo w15:userId="S::a@b.example::1"/></w15:person>',
    )
    seen = read(word(paragraph("Een brief."), **{"people.xml": people}))
    assert seen.texts == ["Een brief."]
    assert seen.properties == ["Anna Bos", "S::a@b.example::1"]


def test_a_spoiled_part_costs_only_itself() -> None:
    seen = read(
        word(
            paragraph("Een brief."),
            **{"comments.xml": b"<w:comments><open>", "footnotes.xml": part("w:footnotes", paragraph("noot"))},
        )
    )
    assert {"Een brief.", "noot"} <= set(seen.texts)
    assert seen.why == {"corrupt"}


def test_places_and_sizes_of_drawings_are_no_text() -> None:
    body = (
        "<w:p><w:r><w:drawing><wp:anchor><wp:positionH><wp:posOffset>123456782</wp:posOffset>"
        "</wp:positionH></wp:anchor></w:drawing></w:r></w:p>"
    )
    assert read(word(body)).texts == []


def test_data_that_a_program_keeps_in_the_document_are_read_as_data() -> None:
    people = "".join(
        f"<persoon><naam>{name}</naam><plaats>{place}</plaats></persoon>"
        for name, place in (("Bos", "Delft"), ("Mol", "Gouda"))
    )
    item = f"<personen>{people}</personen>".encode()
    seen = read(package({"word/document.xml": part("w:document", ""), "customXml/item1.xml": item}))
    assert ["Bos", "Delft"] in seen.table_with("naam")
