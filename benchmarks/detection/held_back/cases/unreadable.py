"""Files that cannot be read: locked, broken, pictures, unknown."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..writers import archive, legacy, pdf, sheets, word
from ..writers.parts import Document, Heading, Para, Row
from .signs import Sign, sign

catalogue = Catalogue()
case = catalogue.case


def _told(desk: Desk) -> Sign:
    return sign(desk, "origin", "folder", "none", "none")


def _book(desk: Desk) -> bytes:
    """A workbook that nobody can open; what is in it is no part of the label."""
    rows: list[Row] = [["Naam", "BSN"], *([p.full, p.bsn] for p in desk.people(20))]
    return sheets.xlsx(desk.book(rows))


@case("zip with a password", "unreadable", 2)
def locked_zip(desk: Desk) -> Made:
    told = _told(desk)
    content = archive.locked_zip({"personeel.xlsx": _book(desk), "leesmij.txt": b"wachtwoord per sms"}, desk.rng)
    return told.made(f"{desk.pick('aanlevering', 'bestanden_beveiligd', 'dossier')}.zip", content, hard="encrypted")


@case("office file with a password", "unreadable", 2)
def locked_office(desk: Desk) -> Made:
    told = _told(desk)
    name = desk.pick("salarissen 2025.xlsx", "dossier.docx", "MT.pptx", "namen.xlsx")
    return told.made(name, legacy.locked(_book(desk), desk.rng), hard="encrypted")


@case("pdf with a password", "unreadable", 2)
def locked_pdf(desk: Desk) -> Made:
    told = _told(desk)
    document = Document(blocks=[Heading("Specificatie"), Para(f"{desk.person().full}")])
    return told.made(
        f"{desk.pick('specificatie', 'brief_beveiligd')}.pdf", pdf.pdf(document, password="geheim7"), hard="encrypted"
    )


@case("scan", "unreadable", 2)
def scan(desk: Desk) -> Made:
    told = _told(desk)
    p = desk.person()
    lines = ["Arbeidsovereenkomst", "", f"Naam: {p.full}", f"Geboren: {p.born:%d-%m-%Y}", "", "Handtekening:"]
    return told.made(
        f"{desk.pick('SCAN', 'img2pdf', 'Scanbureau')}_{desk.count(1000, 9999)}.pdf",
        pdf.scan([lines, lines]),
        hard="scan",
    )


@case("picture", "unreadable", 2)
def picture(desk: Desk) -> Made:
    told = _told(desk)
    kind = desk.pick("PNG", "JPEG", "TIFF", "BMP")
    extension = {"PNG": "png", "JPEG": "jpg", "TIFF": "tif", "BMP": "bmp"}[kind]
    lines = desk.pick(
        ["Whiteboard sessie 2", "- aanname", "- instroom"], ["IDENTITEITSKAART", desk.person().full.upper()]
    )
    content = pdf.picture(lines, kind=kind, noise=desk.count(0, 99))
    return told.made(
        f"{desk.pick('IMG', 'foto', 'WhatsApp Image')}_{desk.count(100, 9999)}.{extension}", content, hard="picture"
    )


@case("broken package", "unreadable")
def broken(desk: Desk) -> Made:
    """A download that stopped half-way."""
    told = _told(desk)
    whole = _book(desk) if desk.chance(0.5) else word.word(Document(blocks=[Heading("Nota"), Para("Tekst " * 500)]))
    kind = "xlsx" if b"xl/workbook" in whole else "docx"
    return told.made(
        f"{desk.pick('nota', 'lijst', 'def versie')}.{kind}", whole[: int(len(whole) * 0.6)], hard="truncated"
    )


@case("broken pdf", "unreadable")
def broken_pdf(desk: Desk) -> Made:
    told = _told(desk)
    return told.made("rapport.pdf", b"%PDF-1.7\n" + desk.rng.randbytes(desk.count(900, 5000)), hard="corrupt")


@case("unknown binary", "unreadable")
def unknown(desk: Desk) -> Made:
    told = _told(desk)
    name = f"{desk.pick('data', 'export', 'backup')}.{desk.pick('bin', 'dat', 'bak', 'mpp')}"
    return told.made(name, b"\x01\x7fVND\x00" + desk.rng.randbytes(desk.count(3000, 30_000)), hard="unknown binary")


@case("noise under an office name", "unreadable")
def noise(desk: Desk) -> Made:
    told = _told(desk)
    return told.made(
        f"{desk.pick('begroting', 'Planning')}.xlsx", b"PK\x03\x04" + desk.rng.randbytes(4000), hard="corrupt"
    )


@case("broken gzip", "unreadable")
def broken_gzip(desk: Desk) -> Made:
    told = _told(desk)
    packed = archive.compressed(desk.rng.randbytes(5000), "gz")
    return told.made("logs.tar.gz", packed[:2500], hard="truncated")
