"""Made-up documents that look like the real thing. Invented names, numbers from a generator with a fixed seed."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
from reportlab.pdfgen import canvas

CLIENT_NAME = "Gemeente Voorbeeldstad"
CLIENT_DOMAIN = "voorbeeldstad.example"
FIRST_NAMES = ("Anna", "Bram", "Chaima", "Daan", "Eva", "Fatima", "Gijs", "Hanna", "Ivo", "Jolanda", "Kees", "Zoë")
LAST_NAMES = ("de Vries", "van den Berg", "Jansen", "Bakker", "El Idrissi", "Smit", "Çelik", "Mulder", "Kuiper")
BANKS = ("ABNA", "INGB", "RABO", "TRIO")
PAYROLL_HEADER = (
    "Personeelsnummer",
    "Voornaam",
    "Achternaam",
    "BSN",
    "Geboortedatum",
    "IBAN",
    "Bruto salaris",
    "E-mailadres",
)


def make_bsn(rng: random.Random) -> str:
    """Nine digits that pass the eleven-proof (elfproef)."""
    while True:
        digits = [rng.randint(1, 9), *(rng.randint(0, 9) for _ in range(7))]
        last = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
        if last < 10:
            return "".join(map(str, [*digits, last]))


def make_iban(rng: random.Random) -> str:
    """A Dutch IBAN with a valid check."""
    account = rng.choice(BANKS) + f"{rng.randint(1, 10**10 - 1):010d}"
    number = "".join(str(int(sign, 36)) for sign in account + "NL00")
    return f"NL{98 - int(number) % 97:02d}{account}"


def make_name(rng: random.Random) -> tuple[str, str]:
    return rng.choice(FIRST_NAMES), rng.choice(LAST_NAMES)


def payroll_rows(rows: int, seed: int = 7, domain: str = CLIENT_DOMAIN) -> Iterator[tuple[str | int | float, ...]]:
    """`rows` employees under PAYROLL_HEADER. The numbers differ from row to row."""
    rng = random.Random(seed)
    for index in range(rows):
        first, last = make_name(rng)
        born = date(1960, 1, 1) + timedelta(days=rng.randint(0, 15_000))
        mail = f"medewerker{index}@{domain}"
        salary = round(rng.uniform(2_100, 7_900), 2)
        yield 100_000 + index, first, last, make_bsn(rng), born.isoformat(), make_iban(rng), salary, mail


def payroll_xlsx(path: Path, rows: int, client_name: str | None = None) -> Path:
    """A payroll workbook; with `client_name` a title above the header names the client."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Salarissen")
    if client_name is not None:
        sheet.append([f"Salarisoverzicht {client_name}"])
    sheet.append(list(PAYROLL_HEADER))
    for row in payroll_rows(rows):
        sheet.append(list(row))
    book.save(path)
    return path


def payroll_csv(path: Path, rows: int, *, delimiter: str = ";", encoding: str = "utf-8") -> Path:
    """The same as a delimited text, as Dutch systems export it."""
    with path.open("w", newline="", encoding=encoding) as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(PAYROLL_HEADER)
        writer.writerows(payroll_rows(rows))
    return path


def progress_report_docx(path: Path, client_name: str = CLIENT_NAME) -> Path:
    """Project documentation: a progress report with two business contacts."""
    document = docx.Document()
    document.add_heading("Voortgangsrapportage project Zaakgericht werken", 0)
    document.add_paragraph(f"Opdrachtgever: {client_name}. Periode: oktober 2026.")
    document.add_paragraph(
        "De inrichting van het zaaksysteem ligt op schema. De planning van de testronde is bijgesteld."
    )
    document.add_paragraph("Contact: projectbureau@voorbeeldstad.example en advies@adviesbureau.example.")
    document.save(str(path))
    return path


def brochure_pdf(path: Path, client_name: str = CLIENT_NAME) -> Path:
    """What an organisation publishes about itself: no personal data."""
    page = canvas.Canvas(str(path))
    page.drawString(72, 760, f"Welkom bij {client_name}")
    page.drawString(72, 740, "Openingstijden: maandag tot en met vrijdag van 9.00 tot 17.00 uur.")
    page.drawString(72, 720, "Wij helpen u graag met een paspoort, een vergunning of een melding.")
    page.save()
    return path


def mail_eml(
    path: Path, sender: str, to: str, subject: str, body: str, attachments: Sequence[tuple[str, bytes]] = ()
) -> Path:
    """A mail as a mail program saves it. `attachments`: names and contents."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    mail["Date"] = "Mon, 23 Nov 2026 09:00:00 +0100"
    mail["Message-ID"] = "<sample-1@mail.example>"
    mail.set_content(body)
    for name, content in attachments:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    path.write_bytes(mail.as_bytes())
    return path


def zip_of(members: Sequence[tuple[str, bytes]], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive with these names and contents."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()
