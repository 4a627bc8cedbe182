"""The PDF: carries the signed JSON, shows every name safely, holds one or thousands of copies. VR-P4."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from app.domain.certificate import PlainPlace
from app.domain.deletion import Method
from app.report import UnreadableDocument, make_statement, read, sign, statement_for, verify
from app.report import resources as report_resources
from app.report.certificate_pdf import certificate_pdf
from app.report.errors import ResourceMissing
from app.report.pdf_page import writer
from app.report.plain import printable, shortened
from app.report.resources import resource
from tests.report.fakes import BOTH, DEVICE, ENDLESS, FIRM, ISSUED, SHADOW, content, item


def document(**changes: Any) -> dict[str, Any]:
    return sign(content(**changes), DEVICE, None, BOTH)


def pages(pdf: bytes) -> list[str]:
    opened = PdfDocument(pdf)
    try:
        return [opened[number].get_textpage().get_text_bounded() for number in range(len(opened))]
    finally:
        opened.close()


def text(pdf: bytes) -> str:
    return " ".join("\n".join(pages(pdf)).split())


def test_the_pdf_carries_the_signed_json_and_it_checks(tmp_path: Path) -> None:
    signed = document()
    path = tmp_path / "verklaring.pdf"
    path.write_bytes(certificate_pdf(signed, BOTH.nl))
    assert read(path) == signed
    assert verify(read(path), firm_key=None, statements=(), fingerprint=DEVICE.fingerprint).valid


@pytest.mark.skipif(shutil.which("pdfdetach") is None, reason="poppler is not installed")
def test_stock_pdfdetach_takes_the_json_out(tmp_path: Path) -> None:
    signed = document()
    (tmp_path / "verklaring.pdf").write_bytes(certificate_pdf(signed, BOTH.nl))
    subprocess.run(["pdfdetach", "-saveall", "verklaring.pdf"], cwd=tmp_path, check=True, capture_output=True)
    assert json.loads((tmp_path / "certificate.json").read_text("utf-8")) == signed


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="poppler is not installed")
def test_every_font_is_embedded(tmp_path: Path) -> None:
    path = tmp_path / "verklaring.pdf"
    path.write_bytes(certificate_pdf(document(residuals=(SHADOW,)), BOTH.nl))
    listed = subprocess.run(["pdffonts", path], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
    assert len(listed) == 2
    assert all(line.split()[-5] == "yes" for line in listed)


def test_the_pages_say_it_in_the_language_asked_for() -> None:
    dutch, english = (text(certificate_pdf(document(), texts)) for texts in (BOTH.nl, BOTH.en))
    assert "3 kopieën van gegevens van Gemeente Voorbeeldstad zijn vernietigd." in dutch
    assert "Wat deze verklaring niet bewijst" in dutch
    assert "3 copies of data of Gemeente Voorbeeldstad have been destroyed." in english
    assert "NIST SP 800-88" in english


def test_what_remains_is_on_the_page_and_destroyed_is_not() -> None:
    """VR-P4: residuals with their end date."""
    shown = text(certificate_pdf(document(residuals=(SHADOW, ENDLESS), complete=False), BOTH.nl))
    assert "OneDrive: prullenbak van de site" in shown
    assert "28-02-2027" in shown
    assert "USB-stick KINGSTON" in shown
    assert "vernietigd" not in shown.lower()


def test_a_late_deletion_an_attested_copy_and_the_firms_fingerprint_are_shown() -> None:
    text_ = make_statement(FIRM, DEVICE.fingerprint, ISSUED - timedelta(days=1), ISSUED + timedelta(days=1))
    items = (
        item(1, due_at=ISSUED - timedelta(days=1)),
        item(2, method=Method.ATTESTED, attested_by="J. Jansen", sha256=None, size_bytes=0, location="elsewhere"),
    )
    signed = sign(content(items=items), DEVICE, statement_for([text_], DEVICE.fingerprint, ISSUED), BOTH)
    shown = text(certificate_pdf(signed, BOTH.nl))
    assert "te laat: de uiterste datum was 29-11-2026 08:00" in shown
    assert "J. Jansen" in shown
    assert " ".join(FIRM.fingerprint[start : start + 4] for start in range(0, 64, 4)) in shown


def test_odd_names_are_shown_safely() -> None:
    names = [
        "Zoë Żółć Łódź ß ĳ ő ș.xlsx",
        "evil\u202egpj.exe",
        "twee\nregels\t.txt",
        "b\udcff.txt",
        "<b>&amp;</b> <para>.docx",
        "שלום 😀.txt",
        "a" * 250,
        "twee  spaties.txt",
        "e\u0301e\u0301n.txt",
        "",
    ]
    shown = text(certificate_pdf(document(items=tuple(item(n, name=name) for n, name in enumerate(names))), BOTH.nl))
    assert "Zoë Żółć Łódź ß ĳ ő ș.xlsx" in shown
    assert "evil\\u202egpj.exe" in shown
    assert "twee\\nregels\\t.txt" in shown
    assert "b\\xff.txt" in shown
    assert "<b>&amp;</b> <para>.docx" in shown
    assert "□□□□ □.txt" in shown
    assert "□ staat voor een teken" in shown
    assert "één.txt" in shown
    assert "a" * 250 in shown.replace(" ", "")


@given(st.lists(st.text(st.characters(), max_size=300), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None)
def test_any_text_becomes_a_pdf_with_its_json_whole(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    items = tuple(
        item(n, name=name, places=(PlainPlace(where=name, method=Method.UNLINK),)) for n, name in enumerate(names)
    )
    signed = document(items=items, client=names[0], firm=names[-1], agreement_scope=names[0] * 50, trigger=names[0])
    path = tmp_path_factory.mktemp("pdf") / "file.pdf"
    path.write_bytes(certificate_pdf(signed, BOTH.en))
    assert read(path) == signed


@given(st.text(st.characters(), max_size=80))
def test_what_is_printed_is_one_line_without_hidden_characters(name: str) -> None:
    shown = printable(name, lambda character: ord(character) in writer(BOTH.nl).glyphs)
    assert shown.isprintable() or "\xa0" in shown or not set(shown) - set(" \u2000\u2002\u2003\u3000") - set(shown)
    assert not set(shown) & set("\n\r\t\u202e\u2028\u200b\ufeff")


@given(st.text(max_size=60), st.integers(min_value=5, max_value=40))
def test_shortened_text_keeps_start_and_end(name: str, most: int) -> None:
    short = shortened(name, most)
    assert len(short) <= most
    assert short == name or (name.startswith(short.split("…")[0]) and short.endswith(name[-1:]))


def test_a_row_with_many_long_places_fits_on_a_page() -> None:
    places = tuple(PlainPlace(where=f"/{'x' * 4000}/{number}", method=Method.UNLINK) for number in range(40))
    shown = text(certificate_pdf(document(items=(item(1, name="n" * 255, places=places),)), BOTH.nl))
    assert "en nog 34 plaatsen" in shown


@pytest.mark.parametrize("count", [0, 1, 7, 60])
def test_header_and_page_numbers_run_through(count: int) -> None:
    found = pages(certificate_pdf(document(items=tuple(item(number) for number in range(count))), BOTH.nl))
    for number, page in enumerate(found, start=1):
        assert f"{number} van {len(found)}" in page
        assert "VA-2026-K7QZ3M" in page


@pytest.mark.slow
def test_five_thousand_copies_are_one_document(tmp_path: Path) -> None:
    signed = document(items=tuple(item(number) for number in range(1, 5001)))
    path = tmp_path / "large.pdf"
    path.write_bytes(certificate_pdf(signed, BOTH.nl))
    found = pages(path.read_bytes())
    assert sum("Verwijderd op" in page for page in found) > 100
    assert "verzuim 5000.xlsx" in " ".join(found)
    assert read(path) == signed


def test_the_same_declaration_gives_the_same_file_whatever_the_clock_says() -> None:
    signed = document()
    first = certificate_pdf(signed, BOTH.nl)
    assert b"D:20261130080000Z" in first
    assert first == certificate_pdf(signed, BOTH.nl)


def test_a_pdf_cut_or_changed_anywhere_is_read_or_refused(tmp_path: Path) -> None:
    whole = certificate_pdf(document(), BOTH.nl)
    path = tmp_path / "file.pdf"
    for cut in range(1, len(whole), len(whole) // 25):
        for broken in (whole[:cut], whole[:cut] + b"\x00\xff" + whole[cut + 2 :]):
            path.write_bytes(broken)
            try:
                found = read(path)
            except UnreadableDocument:
                continue
            assert verify(found, firm_key=None, statements=(), fingerprint=None).signature in ("valid", "invalid")


def test_a_pdf_without_the_json_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.pdf"
    empty = PdfDocument.new()
    empty.new_page(100, 100)
    empty.save(path)
    empty.close()
    with pytest.raises(UnreadableDocument) as refused:
        read(path)
    assert refused.value.message.id == "certificate.file-without-declaration"


def test_a_missing_resource_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(report_resources, "FOLDER", tmp_path)
    with pytest.raises(ResourceMissing) as missing:
        resource("LiberationSans-Regular.ttf")
    assert missing.value.exit_code == 3
