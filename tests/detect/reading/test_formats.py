"""Real files of every format: the same payroll is found in each, and what cannot be read is never clean. VR-K1."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import sqlite3
import tarfile
import zipfile
from collections.abc import Callable
from contextlib import closing
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
import py7zr
import pytest
from backports import zstd
from openpyxl.comments import Comment
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from app.detect.process.worker_process import DetectionWorker
from app.domain.finding import Verdict
from tests import samples
from tests.detect.reading.compound import attached, compound_file, outlook_item

ROWS = 12


def numbers(count: int = 4) -> list[str]:
    rng = random.Random(11)
    return [samples.make_bsn(rng) for _ in range(count)]


def labelled() -> str:
    return "\n".join(f"Burgerservicenummer: {number}" for number in numbers())


def payroll_text(delimiter: str = ";") -> str:
    rows = [samples.PAYROLL_HEADER, *samples.payroll_rows(ROWS)]
    return "\r\n".join(delimiter.join(map(str, row)) for row in rows)


def html_table() -> str:
    rows = [samples.PAYROLL_HEADER, *samples.payroll_rows(ROWS)]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<!DOCTYPE html><html><body><table>{cells}</table></body></html>"


def hidden_sheet() -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = "Niets te zien"
    sheet = book.create_sheet("Verborgen")
    sheet.sheet_state = "veryHidden"
    sheet.append(list(samples.PAYROLL_HEADER))
    for row in samples.payroll_rows(ROWS):
        sheet.append(list(row))
    return saved(book)


def saved(document: openpyxl.Workbook | docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def numeric_cells() -> bytes:
    """BSNs as numbers in a column without a header word, as exports have them."""
    book = openpyxl.Workbook()
    for number in numbers(8):
        book.active.append([int(number), "x"])
    return saved(book)


def cell_comment() -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = "Zie opmerking"
    book.active["A1"].comment = Comment(labelled(), "iemand")
    return saved(book)


def page_header_docx() -> bytes:
    document = docx.Document()
    document.add_paragraph("Een brief.")
    document.sections[0].header.paragraphs[0].text = labelled()
    return saved(document)


def table_docx() -> bytes:
    document = docx.Document()
    table = document.add_table(rows=0, cols=len(samples.PAYROLL_HEADER))
    for row in [samples.PAYROLL_HEADER, *samples.payroll_rows(ROWS)]:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = str(value)
    return saved(document)


def extra_part_docx(name: str, text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph("Een brief van een pagina.")
    return with_member(saved(document), name, text.encode())


def with_member(archive: bytes, name: str, content: bytes) -> bytes:
    """The zip archive with one member put in or replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info.filename, old.read(info))
        new.writestr(name, content)
    return buffer.getvalue()


def slides() -> bytes:
    """A presentation with its numbers in the notes of a slide, as small as the format allows."""
    drawing = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    lines = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in labelled().splitlines())
    return samples.zip_of(
        [
            ("[Content_Types].xml", b'<?xml version="1.0"?><Types/>'),
            ("ppt/presentation.xml", b"<presentation/>"),
            ("ppt/slides/slide1.xml", f"<sld {drawing}><a:p><a:t>Titel</a:t></a:p></sld>".encode()),
            ("ppt/notesSlides/notesSlide1.xml", f"<notes {drawing}>{lines}</notes>".encode()),
        ]
    )


def pdf(text: str, encrypt: StandardEncryption | None = None) -> bytes:
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer, encrypt=encrypt)
    for index, line in enumerate(text.splitlines()):
        page.drawString(60, 780 - 14 * index, line)
    page.save()
    return buffer.getvalue()


def form_pdf() -> bytes:
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer)
    page.drawString(60, 780, "Formulier met ruimte voor gegevens")
    for index, line in enumerate(labelled().splitlines()):
        page.acroForm.textfield(value=line, x=60, y=700 - 40 * index, width=300, name=f"veld{index}")
    page.save()
    return buffer.getvalue()


def mail(attachments: list[tuple[str, bytes]], body: str = "Zie bijlage.") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@elders.example", "b@elders.example", "Overzicht"
    message.set_content(body)
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def mail_in_mail() -> bytes:
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "a@elders.example", "b@elders.example", "Doorgestuurd"
    outer.set_content("Hierbij.")
    inner = EmailMessage()
    inner["From"], inner["To"], inner["Subject"] = "c@elders.example", "a@elders.example", "Lonen"
    inner.set_content("Zie bijlage.")
    inner.add_attachment(payroll_text().encode(), maintype="text", subtype="csv", filename="lonen.csv")
    outer.add_attachment(inner)
    return outer.as_bytes()


def tar_gz() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        info = tarfile.TarInfo("../../lonen.csv")
        content = payroll_text().encode()
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def odt(text: str) -> bytes:
    office = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:x:text"'
    body = "".join(f"<text:p>{line}</text:p>" for line in text.splitlines())
    content = f"<office:document-content {office}>{body}</office:document-content>"
    return samples.zip_of([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.encode())])


def rtf(text: str) -> bytes:
    lines = "\\par\n".join(text.splitlines())
    return ("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 " + lines + "\\par}").encode("ascii")


def json_rows() -> bytes:
    rows = [dict(zip(("bsn", "voornaam", "geboortedatum"), row, strict=True)) for row in table_rows()]
    return json.dumps({"medewerkers": rows}).encode()


def table_rows() -> list[tuple[str, str, str]]:
    return [(str(row[3]), str(row[1]), str(row[4])) for row in samples.payroll_rows(ROWS)]


def mbox() -> bytes:
    return (
        b"From a Mon Nov 23 09:00:00 2026\n" + mail([]) + b"\nFrom b Mon Nov 23 09:00:00 2026\n" + mail([], labelled())
    )


def seven_zip() -> bytes:
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w") as archive:
        archive.writestr(payroll_text().encode(), "lonen.csv")
    return buffer.getvalue()


def database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as made:
        columns = ", ".join(f'"{name}"' for name in samples.PAYROLL_HEADER)
        made.execute(f"CREATE TABLE lonen ({columns})")
        marks = ", ".join("?" for _ in samples.PAYROLL_HEADER)
        made.executemany(f"INSERT INTO lonen VALUES ({marks})", list(samples.payroll_rows(ROWS)))
        made.commit()
        return bytes(made.serialize())


def script() -> bytes:
    rows = [", ".join(f"'{cell}'" for cell in row) for row in samples.payroll_rows(ROWS)]
    columns = ", ".join(f"`{name}`" for name in samples.PAYROLL_HEADER)
    return "\n".join(f"INSERT INTO `lonen` ({columns}) VALUES ({row});" for row in rows).encode()


def outlook_message() -> bytes:
    return compound_file(outlook_item({0x0037: "Lonen"}, attachments=(attached("lonen.csv", payroll_text().encode()),)))


def fixed_places() -> bytes:
    rows = [samples.PAYROLL_HEADER, *samples.payroll_rows(ROWS)]
    return "\n".join("".join(str(cell).ljust(30) for cell in row) for row in rows).encode()


CASES: dict[str, Callable[[], bytes]] = {
    "csv with semicolons": lambda: payroll_text().encode(),
    "csv with commas": lambda: payroll_text(",").encode(),
    "tsv": lambda: payroll_text("\t").encode(),
    "csv in UTF-16": lambda: payroll_text().encode("utf-16"),
    "csv in UTF-16 without a mark": lambda: payroll_text().encode("utf-16-le"),
    "csv in cp1252": lambda: payroll_text().replace("Ç", "C").encode("cp1252"),
    "csv in UTF-8 with a mark": lambda: payroll_text().encode("utf-8-sig"),
    "csv after sep=": lambda: ("sep=;\r\n" + payroll_text()).encode(),
    "csv with a quote that never ends": lambda: ('"open;' + payroll_text()).encode() + b"\nx" * 200_000,
    "text": lambda: labelled().encode(),
    "text in cp1252": lambda: ("Geachte mevrouw Zoë,\n" + labelled()).encode("cp1252"),
    "text of one long line": lambda: b"woord " * 400_000 + labelled().replace("\n", " ").encode(),
    "html": lambda: html_table().encode(),
    "html with a script": lambda: f"<html><script>var x = '{labelled()!r}'</script></html>".encode(),
    "xml": lambda: ("<r>" + "".join(f"<p><bsn>{n}</bsn></p>" for n in numbers()) + "</r>").encode(),
    "xml in UTF-16": lambda: (
        '<?xml version="1.0" encoding="UTF-16"?><r>' + "".join(f"<bsn>{n}</bsn>" for n in numbers()) + "</r>"
    ).encode("utf-16"),
    "broken xml": lambda: ("<?xml version='1.0'?><r>" + labelled()).encode(),
    "json": json_rows,
    "broken json": lambda: ("[" + labelled()).encode(),
    "xlsx with a hidden sheet": hidden_sheet,
    "xlsx with numbers only": numeric_cells,
    "xlsx with a comment": cell_comment,
    "docx with a page header": page_header_docx,
    "docx with a table": table_docx,
    "docx with custom xml": lambda: extra_part_docx("customXml/item9.xml", f"<x>{labelled()}</x>"),
    "docx with a sheet in it": lambda: with_member(table_docx(), "word/embeddings/Sheet.xlsx", hidden_sheet()),
    "docx properties": lambda: extra_part_docx("docProps/custom.xml", f"<Properties><p>{labelled()}</p></Properties>"),
    "pptx notes": slides,
    "pdf": lambda: pdf(labelled()),
    "pdf form": form_pdf,
    "mail": lambda: mail([], labelled()),
    "mail with an attachment": lambda: mail([("lonen.csv", payroll_text().encode())]),
    "mail in a mail": mail_in_mail,
    "mbox": mbox,
    "zip": lambda: samples.zip_of([("../../etc/lonen.csv", payroll_text().encode())]),
    "zip in a zip": lambda: samples.zip_of([("a.zip", samples.zip_of([("b.csv", payroll_text().encode())]))]),
    "gzip": lambda: gzip.compress(payroll_text().encode()),
    "bzip2": lambda: bz2.compress(payroll_text().encode()),
    "xz": lambda: lzma.compress(payroll_text().encode()),
    "tar.gz": tar_gz,
    "7z": seven_zip,
    "zstandard": lambda: zstd.compress(payroll_text().encode()),
    "sqlite": database,
    "sql": script,
    "columns at fixed places": fixed_places,
    "a message of Outlook": outlook_message,
    "csv of a mainframe": lambda: payroll_text().encode("cp500", "replace"),
    "odt": lambda: odt(labelled()),
    "rtf": lambda: rtf(labelled()),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", ["bestand.dat", "foto.jpg"])
def test_the_numbers_are_found_whatever_the_format_and_the_name(
    detector: DetectionWorker, tmp_path: Path, case: str, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(CASES[case]())
    judgement = detector.judge(path, None)
    assert judgement.verdict is Verdict.CLIENT_DATA, judgement
    assert judgement.kinds["bsn"] >= 4
    assert judgement.error is None


def encrypted_zip() -> bytes:
    """The flag that says a member is locked is what a reader sees first; the bytes behind it do not matter."""
    content = bytearray(samples.zip_of([("geheim.csv", payroll_text().encode())]))
    content[6] |= 1
    central = content.index(b"PK\x01\x02")
    content[central + 8] |= 1
    return bytes(content)


def ole_with(stream: str) -> bytes:
    """A compound file with one small stream. Source: MS-CFB: header, FAT, directory, mini stream."""
    sector, free, end = 512, 0xFFFFFFFF, 0xFFFFFFFE

    def numbers_of(*values: int) -> bytes:
        return b"".join(value.to_bytes(4, "little") for value in values)

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        encoded = (name + "\0").encode("utf-16-le") if name else b""
        body = encoded.ljust(64, b"\0") + len(encoded).to_bytes(2, "little") + bytes([kind, 1])
        body += numbers_of(free, free, child) + bytes(36) + numbers_of(start) + size.to_bytes(8, "little")
        return body.ljust(128, b"\0")

    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + bytes(6)
    header += numbers_of(0, 1, 1, 0, 4096, end, 0, end, 0, 0) + numbers_of(*[free] * 108)
    table = numbers_of(0xFFFFFFFD, end, *range(3, 10), end).ljust(sector, b"\xff")  # FAT, directory, eight data sectors
    directory = entry("Root Entry", 5, 1, end, 0) + entry(stream, 2, free, 2, 8 * sector) + entry("", 0, free, 0, 0) * 2
    return header.ljust(sector, b"\0") + table + directory + bytes(8 * sector)


def scanned_pdf() -> bytes:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    buffer = io.BytesIO()
    page = canvas.Canvas(buffer)
    page.drawImage(ImageReader(Image.new("RGB", (600, 800), "grey")), 0, 0, 595, 842)
    page.save()
    return buffer.getvalue()


def ratio_bomb() -> bytes:
    return samples.zip_of([("nullen.txt", b" " * 30_000_000)])


def nested_bomb(depth: int = 8) -> bytes:
    content = samples.zip_of([("x.txt", b"x")])
    for level in range(depth):
        content = samples.zip_of([(f"{level}.zip", content)])
    return content


def many_members() -> bytes:
    return samples.zip_of([(str(index), b"") for index in range(10_050)], compression=zipfile.ZIP_STORED)


def billion_laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">{entities}]><r>&l9;</r>'.encode()


def deep_xml() -> bytes:
    return b"<a>" * 200_000 + b"</a>" * 200_000


def docx_bomb() -> bytes:
    return with_member(table_docx(), "word/document.xml", b"<w><t>" + b" " * 30_000_000 + b"</t></w>")


def cells_bomb() -> bytes:
    row = '<row r="1">' + "<c><v>1</v></c>" * 1_000 + "</row>"
    sheet = f"<worksheet><sheetData>{row * 2_200}</sheetData></worksheet>"
    return samples.zip_of([("[Content_Types].xml", b"<Types/>"), ("xl/worksheets/sheet1.xml", sheet.encode())])


UNREADABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "encrypted zip": (encrypted_zip, "encrypted"),
    "encrypted pdf": (lambda: pdf("geheim", StandardEncryption("wachtwoord")), "encrypted"),
    "encrypted docx": (lambda: ole_with("EncryptedPackage"), "encrypted"),
    "doc without a document": (lambda: ole_with("WordDocument"), "corrupt"),
    "xls without a workbook": (lambda: ole_with("Workbook"), "unsupported"),
    "msg without a text": (lambda: ole_with("__properties_version1.0"), "unsupported"),
    "wrapped object without a file": (lambda: ole_with("\x01Ole10Native"), "corrupt"),
    "unknown binary container": (lambda: ole_with("Iets"), "unsupported"),
    "xlsx with damaged content": (lambda: hidden_sheet().replace(b"PK\x03\x04", b"PK\x03\x09", 3)[:], "unsupported"),
    "truncated pdf": (lambda: pdf(labelled())[:300], "corrupt"),
    "truncated gzip": (lambda: gzip.compress(random.Random(1).randbytes(4_000))[:-900], "corrupt"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(200), "picture"),
    "picture with another name": (lambda: b"\xff\xd8\xff\xe0" + bytes(200), "picture"),
    "scan": (scanned_pdf, "picture"),
    "zip with a picture": (lambda: samples.zip_of([("a.png", b"\x89PNG\r\n\x1a\n" + bytes(99))]), "picture"),
    "program": (lambda: b"MZ" + random.Random(2).randbytes(5_000), "unsupported"),
    "binary": (lambda: random.Random(3).randbytes(5_000), "unsupported"),
    "text with binary behind it": (lambda: b"tekst\n" * 40_000 + random.Random(5).randbytes(20_000), "unsupported"),
    "damaged 7z": (lambda: b"7z\xbc\xaf\x27\x1c" + random.Random(4).randbytes(500), "corrupt"),
    "ratio bomb": (ratio_bomb, "limit"),
    "nested bomb": (nested_bomb, "limit"),
    "gzip bomb": (lambda: gzip.compress(b" " * 30_000_000), "limit"),
    "xz bomb": (lambda: lzma.compress(b" " * 30_000_000), "limit"),
    "many members": (many_members, "limit"),
    "billion laughs": (billion_laughs, "limit"),
    "billion laughs in a docx": (lambda: with_member(table_docx(), "word/document.xml", billion_laughs()), "limit"),
    "docx bomb": (docx_bomb, "limit"),
    "two million cells": (cells_bomb, "limit"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_is_not_wholly_read_is_never_clean(detector: DetectionWorker, tmp_path: Path, case: str) -> None:
    """VR-K1"""
    make, error = UNREADABLE[case]
    path = tmp_path / "document.txt"
    path.write_bytes(make())
    judgement = detector.judge(path, None)
    assert (judgement.verdict, judgement.error) == (Verdict.UNREADABLE, error), judgement


@pytest.mark.parametrize("make", [lambda: hidden_sheet()[:-900], lambda: table_docx()[: len(table_docx()) // 2]])
def test_a_document_that_was_cut_is_never_clean(
    detector: DetectionWorker, tmp_path: Path, make: Callable[[], bytes]
) -> None:
    """What was read of it counts."""
    path = tmp_path / "document.xlsx"
    path.write_bytes(make())
    judgement = detector.judge(path, None)
    assert judgement.error == "corrupt"
    assert judgement.verdict in (Verdict.UNREADABLE, Verdict.CLIENT_DATA)


def test_an_empty_file_is_clean(detector: DetectionWorker, tmp_path: Path) -> None:
    path = tmp_path / "leeg.xlsx"
    path.touch()
    assert detector.judge(path, None).verdict is Verdict.CLEAN


def test_deeply_nested_elements_end_well(detector: DetectionWorker, tmp_path: Path) -> None:
    path = tmp_path / "diep.xml"
    path.write_bytes(deep_xml())
    assert detector.judge(path, None).verdict in (Verdict.CLEAN, Verdict.UNREADABLE)


def test_what_was_found_beside_an_encrypted_member_counts(detector: DetectionWorker, tmp_path: Path) -> None:
    path = tmp_path / "samen.zip"
    path.write_bytes(samples.zip_of([("lonen.csv", payroll_text().encode()), ("dicht.zip", encrypted_zip())]))
    judgement = detector.judge(path, None)
    assert judgement.verdict is Verdict.CLIENT_DATA
    assert judgement.reasons[-1].detail == "encrypted"


@pytest.mark.parametrize(
    "case", ["xlsx with a hidden sheet", "docx with a table", "pdf", "zip", "mail in a mail", "odt", "rtf"]
)
def test_a_spoiled_document_ends_well_and_is_clean_only_when_it_was_read(
    detector: DetectionWorker, tmp_path: Path, case: str
) -> None:
    """Bytes changed at random places: any verdict but a crash."""
    rng = random.Random(case)
    original = CASES[case]()
    for index in range(15):
        spoiled = bytearray(original)
        for _ in range(rng.choice((1, 5, 40))):
            spoiled[rng.randrange(len(spoiled))] = rng.randrange(256)
        path = tmp_path / f"{index}.bin"
        path.write_bytes(spoiled[: rng.choice((len(spoiled), len(spoiled) // 2))])
        judgement = detector.judge(path, None)
        assert judgement.error != "crashed", index
        path.unlink()
