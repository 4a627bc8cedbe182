"""Pictures: what is written in the file counts, what is drawn is not looked into; small ones in a document do not matter."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from app.detect.reading.readers.picture_facts import metadata_of, size_of
from app.detect.reading.readers.pictures import Picture, kind_of
from tests.detect.reading.observed import read
from tests.detect.reading.packages import package, paragraph, part, relations, word

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
LETTER = paragraph("Een verslag met een foto van het gebouw en een toelichting daarop, zoals die gegeven is.")


def picture(width: int, height: int, kind: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((width, height), 90).convert("RGB").save(buffer, kind, **options)
    return buffer.getvalue()


def white(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("1", (width, height), 1).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF"])
def test_the_size_of_a_picture_is_known(kind: str) -> None:
    assert size_of(picture(321, 123, kind)) == (321, 123)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_alone_is_not_looked_into(kind: str) -> None:
    assert read(picture(50, 50, kind)).why == {"picture"}


def test_what_exif_says_counts_and_the_place_does_not() -> None:
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x9C9C] = "Bijzonder woord", "Anna Bos", "een opmerking".encode("utf-16-le")
    exif.get_ifd(0x8825)[1] = "N"
    seen = read(picture(50, 50, "JPEG", exif=exif))
    assert {"Bijzonder woord", "een opmerking"} <= set(seen.texts)
    assert "Anna Bos" in seen.properties
    assert seen.why == {"picture"}


def test_what_a_png_says_counts() -> None:
    facts = PngInfo()
    facts.add_text("Author", "Anna Bos")
    facts.add_text("Description", "Bijzonder woord")
    facts.add_text("Comment", "ingepakt", zip=True)
    facts.add_itxt("Title", "Zoë", "nl", "Titel")
    facts.add_text("Software", "een programma")
    seen = read(picture(50, 50, "PNG", pnginfo=facts))
    assert seen.texts == ["Bijzonder woord", "ingepakt", "Zoë"]
    assert seen.properties == ["Anna Bos"]


def test_what_xmp_says_counts() -> None:
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description exif:GPSLatitude="52,3N">'
        b"<dc:creator><rdf:Seq><rdf:li>Anna Bos</rdf:li></rdf:Seq></dc:creator>"
        b'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Bijzonder woord</rdf:li></rdf:Alt></dc:description>'
        b"</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    seen = read(picture(50, 50, "JPEG", xmp=packet))
    assert (seen.texts, seen.properties) == (["Bijzonder woord"], ["Anna Bos"])


@given(
    st.binary(max_size=400),
    st.sampled_from([b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*", b"\xff\xd8\xff\xed"]),
)
def test_spoiled_metadata_end_well(content: bytes, start: bytes) -> None:
    metadata_of(start + content)
    size_of(start + content)


@pytest.mark.parametrize(
    ("size_bytes", "pixels", "kind"),
    [
        (2_000, (60, 40), Picture.ORNAMENT),
        (90_000, (600, 90), Picture.LEGIBLE),
        (30_000, (400, 300), Picture.LEGIBLE),
        (60_000, (800, 600), Picture.LARGE),
        (20_000, (2_480, 3_508), Picture.LARGE),
        (90_000, None, Picture.LARGE),
        (9_000, None, Picture.ORNAMENT),
        (900, (2_000, 2_000), Picture.ORNAMENT),
    ],
)
def test_pictures_are_told_apart_by_their_size(size_bytes: int, pixels: tuple[int, int] | None, kind: Picture) -> None:
    assert kind_of(size_bytes, pixels) is kind


def test_a_document_with_text_is_judged_and_its_large_picture_is_said() -> None:
    seen = read(word(LETTER, **{"media/image1.png": picture(400, 400)}))
    assert (seen.why, seen.left_out_why) == (set(), {"pictures-beside"})


def test_a_document_that_is_a_picture_is_one() -> None:
    assert read(word(paragraph("Bijlage"), **{"media/image1.png": picture(400, 400)})).why == {"picture"}
    assert read(word(paragraph("Bijlage"), **{"media/image1.png": picture(300, 100)})).why == {"picture"}


def test_logos_do_not_matter() -> None:
    seen = read(
        word(paragraph("Bijlage"), **{"media/image1.png": picture(30, 20), "media/image2.png": white(600, 800)})
    )
    assert (seen.why, seen.left_out_why) == (set(), set())


def test_the_background_of_slides_and_pages_does_not_matter() -> None:
    shown = relations(("image", "../media/image1.png", False))
    for owner in ("ppt/slideMasters/_rels/slideMaster1.xml.rels", "word/_rels/header1.xml.rels"):
        folder = owner.partition("/")[0]
        seen = read(
            package(
                {f"{folder}/media/image1.png": picture(400, 400), owner: shown, f"{folder}/x.xml": part("w:p", LETTER)}
            )
        )
        assert (seen.why, seen.left_out_why) == (set(), set())


def test_a_presentation_of_photographs_with_titles_is_one_of_pictures() -> None:
    photos = {f"ppt/media/image{index}.png": picture(310 + index, 320) for index in range(12)}
    slides = {
        f"ppt/slides/slide{index}.xml": part("p:sld", "<a:p><a:r><a:t>Foto</a:t></a:r></a:p>") for index in range(12)
    }
    assert read(package(photos | slides)).why == {"picture"}


def test_a_film_in_a_presentation_is_said() -> None:
    seen = read(package({"ppt/slides/slide1.xml": part("p:sld", LETTER), "ppt/media/media1.mp4": bytes(100_000)}))
    assert (seen.why, seen.left_out_why) == (set(), {"pictures-beside"})


def test_a_metafile_tells_its_size() -> None:
    head = struct.pack("<II4i", 1, 88, 0, 0, 500, 400) + bytes(16) + b" EMF" + bytes(60)
    assert size_of(head) == (500, 400)


def test_a_scan_on_letter_paper_is_a_picture() -> None:
    paper = part(
        "w:hdr", paragraph("Gemeente Voorbeeldstad, Straatweg 12, 2611 AB Delft, postbus 100, telefoon 015-0000000")
    )
    assert read(word("", **{"header1.xml": paper, "media/image1.png": picture(400, 400)})).why == {"picture"}


def test_slides_that_are_pictures_are_so_whatever_their_pattern_says() -> None:
    pattern = part(
        "p:sldMaster",
        "<a:p><a:r><a:t>Klik om de stijl van de titel in het model te bewerken, en de tekst</a:t></a:r></a:p>",
    )
    slides = {"ppt/slideMasters/slideMaster1.xml": pattern, "ppt/media/image1.png": picture(400, 400)}
    assert read(package(slides)).why == {"picture"}
