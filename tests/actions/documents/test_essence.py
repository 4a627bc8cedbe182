"""What of an Office document stays the same when the service writes its properties into it."""

from __future__ import annotations

import io
import zipfile

import pytest

from app.actions.documents.essence import essence_of, is_only_added_to
from tests.actions.documents.library import office_document, with_properties


def essence(content: bytes) -> str | None:
    return essence_of(io.BytesIO(content))


def changed(content: bytes, name: str, part: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(whole, "w") as target:
        for known in source.namelist():
            target.writestr(known, part if known == name else source.read(known))
        if name not in source.namelist():
            target.writestr(name, part)
    return whole.getvalue()


def test_properties_and_packing_are_no_part_of_it():
    document = office_document("text", "title")
    assert essence(document) is not None
    assert essence(with_properties(document, 7)) == essence(document)
    assert essence(office_document("text", "another title")) == essence(document)
    assert essence(changed(document, "customXml/item1.xml", b"<p/>")) == essence(document)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("word/document.xml", b"<w>another text</w>"),
        ("word/media/image1.png", b"a picture"),
        (
            "_rels/.rels",
            b'<Relationships><Relationship Id="1" Type="x/hyperlink" Target="https://a.example"/></Relationships>',
        ),
    ],
)
def test_words_pictures_and_links_are(name: str, part: bytes):
    document = office_document("text")
    assert essence(changed(document, name, part)) != essence(document)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"<html></html>", b"x" * 100])
def test_what_is_no_office_document_has_none(content: bytes):
    assert essence(content) is None


def test_an_archive_of_something_else_has_none():
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("a.txt", "a")
    assert essence(whole.getvalue()) is None


@pytest.mark.parametrize(
    ("sent", "stored", "is_added"),
    [
        (b"<html>a</html>", b"<html>a<!-- 7 --></html>", True),
        (b"<html><p>a", b'<html xmlns:mso="urn:x" xmlns:msdt="y"><p>a', True),
        (b"<html><head><title>a", b'<html><head><meta name="WebPartPageExpansion" content="full" /><title>a', True),
        (b"<head></head>", b"<head><!--[if gte mso 9]><xml><mso:x>1</mso:x></xml><![endif]--></head>", True),
        (b"abc", b"abc", True),
        (b"%PDF-1.7 a", b"%PDF-1.7 a and more", True),
        (b"%PDF-1.7 a", b"%PDF-1.7 more a", False),
        (b"<html>a</html>", b"<html>a new sentence</html>", False),
        (b"<html>a</html>", b"<html>a<img src=x></html>", False),
        (b"<html>ab</html>", b"<html>aXYb</html>", False),
        (b"<html>a</html>", b"<html>b</html>", False),
        (b"abcdef", b"abef", False),
        (b"aa", b"a", False),
        (b"", b"anything", False),
    ],
)
def test_properties_put_in_are_no_change_of_a_person(sent: bytes, stored: bytes, is_added: bool):
    assert is_only_added_to(sent, stored) is is_added
