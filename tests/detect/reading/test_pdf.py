"""PDF: text in columns, forms, notes, links, bookmarks, layers, attachments, labels; pictures of pages and unknown letters."""

from __future__ import annotations

import io
import time
import zlib

import pytest
from PIL import Image
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from tests.detect.reading.observed import read
from tests.detect.reading.packages import paragraph, word

TENANT = "11111111-2222-3333-4444-555555555555"
LABEL = f"MSIP_Label_{TENANT}_SiteId"


def page(*lines: str, encrypt: StandardEncryption | None = None) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, encrypt=encrypt)
    for index, line in enumerate(lines):
        canvas.drawString(60, 780 - 14 * index, line)
    canvas.save()
    return buffer.getvalue()


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1, the first of them its catalogue."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def stream(content: bytes, dictionary: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), dictionary, content)


FONT = b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"


def annotated(note: bytes, *more: bytes, catalogue: bytes = b"") -> bytes:
    """One page with a sentence and an annotation (object 5); `more` objects from 6 on."""
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [5 0 R] %s >>" % FONT,
        stream(b"BT /F1 12 Tf 60 780 Td (Een bladzijde met een gewone zin.) Tj ET"),
        b"<< /Type /Annot /Rect [60 700 160 720] %s >>" % note,
        *more,
    )


def test_lines_are_lines() -> None:
    assert read(page("Geachte mevrouw Bos,", "Hierbij de brief.")).texts == ["Geachte mevrouw Bos,\nHierbij de brief."]


def rows(count: int) -> list[list[str]]:
    return [
        ["Naam", "Plaats", "Loon", "Sinds"],
        *([f"Bos{n}", "Den Haag", "" if n % 3 else "2000", "1-2-1978"] for n in range(count)),
    ]


@pytest.mark.parametrize("count", [8, 120])
def test_columns_are_found_by_their_places_over_all_pages(count: int) -> None:
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer).build([Table(rows(count))])
    assert read(buffer.getvalue()).only_table == rows(count)


def test_running_text_beside_a_table_is_no_part_of_it() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(60, 780, "Een inleiding die over de hele breedte van de bladzijde loopt.")
    for index, row in enumerate(rows(6)):
        for column, cell in enumerate(row):
            canvas.drawString(60 + 110 * column, 740 - 14 * index, cell)
    canvas.drawString(60, 500, "Een slot.")
    canvas.save()
    seen = read(buffer.getvalue())
    assert seen.only_table == rows(6)
    assert seen.texts == ["Een inleiding die over de hele breedte van de bladzijde loopt.", "Een slot."]


def test_a_cell_of_several_lines_does_not_part_its_row() -> None:
    job = Paragraph("medewerker zorg en welzijn", getSampleStyleSheet()["Normal"])
    rows = [["Naam", "Functie", "Sinds"], *([f"Bos{n}", job, "1-2-1978"] for n in range(8))]
    top = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer).build([Table(rows, colWidths=[80, 90, 80], style=top)])
    found = read(buffer.getvalue()).only_table
    assert ["Bos3", "medewerker zorg en welzijn", "1-2-1978"] in found


def test_lines_that_are_stretched_are_no_table() -> None:
    style = ParagraphStyle("vol", alignment=TA_JUSTIFY)
    text = "Geachte mevrouw Jansen, hierbij ontvangt u de onderlinge arbeidsovereenkomst. " * 12
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, rightMargin=280).build([Paragraph(text, style)])
    seen = read(buffer.getvalue())
    assert seen.tables == {}
    assert "\t" not in seen.whole


NOTES = {
    "note": b"/Subtype /Text /Contents (Bijzonder woord) /T (Anna Bos)",
    "text on the page": b"/Subtype /FreeText /Contents (Bijzonder woord)",
    "link": b"/Subtype /Link /A << /S /URI /URI (mailto:Bijzonder woord) >>",
    "hidden note": b"/Subtype /Text /F 2 /Contents (Bijzonder woord)",
}


@pytest.mark.parametrize("kind", NOTES)
def test_what_lies_upon_a_page_is_told(kind: str) -> None:
    seen = read(annotated(NOTES[kind]))
    assert "Bijzonder woord" in seen.whole
    assert "Een bladzijde" in seen.whole
    assert seen.why == set()


def test_who_wrote_a_note_is_no_text() -> None:
    seen = read(annotated(NOTES["note"]))
    assert "Anna Bos" in seen.properties
    assert "Anna Bos" not in seen.whole


def test_a_field_is_told_with_its_name_and_an_empty_one_is_not() -> None:
    form = b"/AcroForm << /Fields [6 0 R] >>"
    field = b"/Subtype /Widget /Parent 6 0 R"
    filled = annotated(field, b"<< /FT /Tx /T (Geboortedatum) /V (1-2-1978) /Kids [5 0 R] >>", catalogue=form)
    assert "Geboortedatum: 1-2-1978" in read(filled).texts
    empty = annotated(field, b"<< /FT /Tx /T (Geboortedatum) /Kids [5 0 R] >>", catalogue=form)
    assert "Geboortedatum" not in read(empty).whole


def test_what_was_entered_in_an_xfa_form_is_read() -> None:
    data = b'<xfa:datasets xmlns:xfa="urn:x"><xfa:data><naam>Bijzonder woord</naam></xfa:data></xfa:datasets>'
    form = b"<template><field><caption><value><text>Geboortedatum</text></value></caption></field></template>"
    catalogue = b"/AcroForm << /Fields [] /XFA [(template) 6 0 R (datasets) 7 0 R] >>"
    seen = read(annotated(b"/Subtype /Link", stream(form), stream(data), catalogue=catalogue))
    assert "naam: Bijzonder woord" in seen.whole
    assert "Geboortedatum" in seen.texts


@pytest.mark.parametrize(
    "note",
    [b"/Subtype /FileAttachment /FS 6 0 R", b"/Subtype /Link"],
)
def test_files_in_the_document_are_read(note: bytes) -> None:
    names = b"/Names << /EmbeddedFiles << /Names [(brief.docx) 6 0 R] >> >>" if b"Link" in note else b""
    file = b"<< /Type /Filespec /F (brief.docx) /UF (brief.docx) /EF << /F 7 0 R >> >>"
    content = stream(word(paragraph("Bijzonder woord")), b"/Type /EmbeddedFile")
    seen = read(annotated(note, file, content, catalogue=names))
    assert "Bijzonder woord" in seen.whole
    assert seen.why == set()


def test_bookmarks_are_told() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(60, 780, "Een bladzijde met tekst.")
    canvas.bookmarkPage("x")
    canvas.addOutlineEntry("Bijzonder woord", "x")
    canvas.save()
    assert "Bijzonder woord" in read(buffer.getvalue()).whole


def test_a_layer_that_is_switched_off_and_letters_that_are_not_drawn_are_read() -> None:
    content = b"/OC /L1 BDC BT /F1 12 Tf 60 780 Td (Bijzonder woord in een laag) Tj ET EMC "
    content += b"BT 3 Tr /F1 12 Tf 60 700 Td (onzichtbare letters) Tj ET"
    resources = FONT.replace(b"/Resources <<", b"/Resources << /Properties << /L1 5 0 R >>")
    seen = read(
        pdf(
            b"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >> >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>" % resources,
            stream(content),
            b"<< /Type /OCG /Name (Laag) >>",
        )
    )
    assert "Bijzonder woord" in seen.whole
    assert "onzichtbare letters" in seen.whole


def test_properties_are_told() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.setTitle("Overzicht")
    canvas.setAuthor("Anna Bos")
    canvas.setSubject("Lonen")
    canvas.drawString(60, 780, "Een bladzijde met tekst.")
    canvas.save()
    seen = read(buffer.getvalue())
    assert {"Overzicht", "Lonen"} <= set(seen.texts)
    assert "Anna Bos" in seen.properties
    assert "Anna Bos" not in seen.whole
    assert seen.titles[:1] == ["Overzicht"]


def labelled(place: str) -> bytes:
    info = b"/%s (%s)" % (LABEL.encode(), TENANT.encode())
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><pdfx:%s>%s</pdfx:%s></x:xmpmeta>' % (
        (LABEL.encode(), TENANT.encode(), LABEL.encode())
    )
    metadata = b"/Type /Metadata /Subtype /XML"
    more = {
        "information": b"<< %s >>" % info,
        "metadata": stream(xmp, metadata),
        "packed metadata": stream(zlib.compress(xmp), metadata + b" /Filter /FlateDecode"),
        "packed objects": stream(
            zlib.compress(b"9 0 << %s >>" % info), b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"
        ),
    }[place]
    content = annotated(b"/Subtype /Link", more)
    return content.replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 6 0 R") if place == "information" else content


@pytest.mark.parametrize("place", ["information", "metadata", "packed metadata", "packed objects"])
def test_labels_are_found(place: str) -> None:
    assert set(read(labelled(place)).labels) == {TENANT}


def scanned(share: float, text: str = "", pages: int = 1) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    picture = ImageReader(Image.effect_noise((700, 900), 90))
    for _ in range(pages):
        canvas.drawImage(picture, 0, 0, A4[0] * share, A4[1])
        canvas.drawString(60, 60, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize("share", [1.0, 0.2])
def test_a_page_that_is_a_picture_is_one(share: float) -> None:
    assert read(scanned(share)).why == {"picture"}


def test_a_picture_beside_text_is_said_and_the_text_is_judged() -> None:
    seen = read(scanned(0.5, "Een verslag met een foto van het gebouw."))
    assert (seen.why, seen.left_out_why) == (set(), {"pictures-beside"})


def test_letters_that_are_drawn_as_lines_are_a_picture() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for index in range(400):
        canvas.line(60, 20 + index, 500, 22 + index)
    canvas.save()
    assert read(buffer.getvalue()).why == {"picture"}


def test_letters_that_no_font_explains_are_not_read() -> None:
    unknown = b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Eigen /FirstChar 1 /LastChar 9 "
    unknown += b"/Encoding << /Type /Encoding /Differences [1 /g1 /g2 /g3 /g4 /g5 /g6 /g7 /g8 /g9] >> >> >> >>"
    content = annotated(b"/Subtype /Link").replace(FONT, unknown.ljust(len(FONT)))
    content = content.replace(b"(Een bladzijde met een gewone zin.)", b"(%s)" % bytes([1, 2, 3, 4, 5, 6, 7, 8, 9] * 5))
    assert read(content).why == {"unsupported"}


def test_a_locked_document_is_said_and_one_without_a_password_for_readers_is_read() -> None:
    assert read(page("Zin", encrypt=StandardEncryption("wachtwoord"))).why == {"encrypted"}
    assert "Zin van een ander" in read(page("Zin van een ander", encrypt=StandardEncryption("", "eigenaar"))).whole


@pytest.mark.parametrize(
    "said", [b"(Bijzonder \\(woord\\))", b"<FEFF" + "Bijzonder (woord)".encode("utf-16-be").hex().encode() + b">"]
)
def test_what_is_said_of_a_picture_is_told(said: bytes) -> None:
    assert "Bijzonder (woord)" in read(annotated(b"/Subtype /Link", b"<< /S /Figure /Alt %s >>" % said)).texts


def drawn(*commands: bytes) -> bytes:
    """A page of these commands, without any text."""
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        stream(b"\n".join(commands)),
    )


@pytest.mark.parametrize(("commands", "why"), [((), set()), ((b"60 700 m 300 700 l 200 500 l f",), {"picture"})])
def test_a_document_without_a_letter_is_a_picture_unless_it_is_blank(
    commands: tuple[bytes, ...], why: set[str]
) -> None:
    assert read(drawn(*commands)).why == why


def test_a_note_upon_a_drawing_is_text_that_was_read() -> None:
    content = annotated(b"/Subtype /Text /Contents (Akkoord)").replace(b"(Een bladzijde met een gewone zin.)", b"()")
    assert "Akkoord" in read(content).whole
    assert read(content).why == set()


def test_what_a_signature_shows_is_read_and_no_field_twice() -> None:
    shown = stream(
        b"BT /F1 12 Tf 5 5 Td (Ondertekend door P. Voorbeeld) Tj ET", b"/Subtype /Form /BBox [0 0 300 20] " + FONT
    )
    field = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (naam) /V (Meeuw) /Rect [60 500 160 520] >>"
    signature = b"/Subtype /Widget /FT /Sig /T (handtekening) /F 4 /AP << /N 6 0 R >>"
    content = annotated(signature, shown, field, catalogue=b"/AcroForm << /Fields [5 0 R 7 0 R] >>")
    seen = read(content.replace(b"/Annots [5 0 R]", b"/Annots [5 0 R 7 0 R]"))
    assert "Ondertekend door P. Voorbeeld" in seen.whole
    assert seen.whole.count("Meeuw") == 1
    assert seen.whole.count("Een bladzijde") == 1


def test_a_page_with_much_on_it_is_not_drawn_to_see_whether_it_is_blank() -> None:
    shade = b"/Resources << /Shading << /S1 << /ShadingType 1 /ColorSpace /DeviceRGB /Function 5 0 R >> >> >>"
    function = b"/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]"
    content = pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>" % shade,
        stream(b"q 595 0 0 842 0 0 cm\n" + b"/S1 sh\n" * 250 + b"Q"),
        stream(b"{ pop dup dup }", function),
    )
    started = time.process_time()
    assert read(content).why == {"picture"}
    assert time.process_time() - started < 1.0


def test_a_label_that_takes_several_lines_stands_with_its_value() -> None:
    normal = getSampleStyleSheet()["Normal"]
    labels = (
        "Naam",
        "Nummer van de werknemer",
        "Geboortedatum van de werknemer",
        "Bruto salaris per maand bij voltijd",
    )
    told = ("Anna Bos", "104455", "16-06-1965", "3.412,00")
    rows = [[Paragraph(label, normal), Paragraph(value, normal)] for label, value in zip(labels, told, strict=True)]
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer).build([Table(rows, colWidths=[95, 200])])
    seen = read(buffer.getvalue())
    lines = [*seen.whole.split("\n"), *("\t".join(row) for table in seen.tables.values() for row in table)]
    assert {"\t".join(pair) for pair in zip(labels, told, strict=True)} <= set(lines)


def test_a_close_list_below_its_header_keeps_its_rows() -> None:
    buffer = io.BytesIO()
    page = Canvas(buffer)
    for index, line in enumerate(
        [
            ("Functie", "adviseur", ""),
            ("Kop", "Betaald", "Ingehouden"),
            ("Salaris", "6453", ""),
            ("Heffing", "1677", ""),
        ]
    ):
        for at, cell in enumerate(line):
            page.drawString(60 + 150 * at, 700 - 12 * index - (20 if index else 0), cell)
    page.save()
    seen = read(buffer.getvalue())
    lines = {*seen.whole.split("\n"), *("\t".join(row).rstrip() for table in seen.tables.values() for row in table)}
    assert {"Salaris\t6453", "Heffing\t1677"} <= lines
