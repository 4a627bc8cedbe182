"""One door to all formats."""

from __future__ import annotations

from email.message import EmailMessage
from email.utils import format_datetime
from random import Random

from benchmarks.detection.unseen.paper import Attachment, Book, Bundle, Content, Mail, Paper, Properties, Raw
from benchmarks.detection.unseen.people import plain
from benchmarks.detection.unseen.writers.office import as_docx, as_odt
from benchmarks.detection.unseen.writers.packages import packed
from benchmarks.detection.unseen.writers.pdf import as_pdf
from benchmarks.detection.unseen.writers.plain import as_html, as_markdown, as_rtf, as_text
from benchmarks.detection.unseen.writers.slides import as_pptx
from benchmarks.detection.unseen.writers.tables import (
    as_book,
    as_csv,
    as_json,
    as_jsonl,
    as_paper,
    as_sql,
    as_sqlite,
    as_tsv,
    as_xlsx,
    as_xml,
    ods,
)

WITH_PROPERTIES = {"docx": as_docx, "odt": as_odt, "pptx": as_pptx, "pdf": as_pdf}
WORDS = {"txt": as_text, "md": as_markdown, "html": as_html, "rtf": as_rtf}
ROWS = {"csv": as_csv, "tsv": as_tsv, "json": as_json, "jsonl": as_jsonl, "xml": as_xml, "sql": as_sql, "db": as_sqlite}
COMPANY_FORMATS = frozenset({"docx", "xlsx", "odt", "ods", "pptx", "pdf"})
LABEL_FORMATS = frozenset({"docx", "xlsx", "pptx"})


def rendered(content: Content, extension: str, rng: Random, properties: Properties) -> bytes:
    """Raises KeyError for a format that the content cannot take."""
    match content:
        case Raw():
            return content.content
        case Mail():
            return _mail(content, rng, properties)
        case Bundle():
            return packed([(_file_name(part), _part(part, rng, properties)) for part in content.parts])
        case Book() if extension == "xlsx":
            return as_xlsx(content, rng, properties)
        case Book() if extension == "ods":
            return ods(content, rng, properties)
        case Book() if extension in ROWS:
            return ROWS[extension](content, rng)
    if isinstance(content, Paper) and extension == "xlsx":
        return as_xlsx(as_book(content), rng, properties)
    paper = as_paper(content) if isinstance(content, Book) else content
    assert isinstance(paper, Paper)
    if extension in WITH_PROPERTIES:
        return WITH_PROPERTIES[extension](paper, rng, properties)
    return WORDS[extension](paper, rng)


def _file_name(part: Attachment) -> str:
    return f"{part.content.name}.{part.format}"


def _part(part: Attachment, rng: Random, properties: Properties) -> bytes:
    return rendered(part.content, part.format, rng, properties)


def _mail(mail: Mail, rng: Random, properties: Properties) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = mail.sender, mail.to, mail.subject
    message["Date"] = format_datetime(mail.sent)
    message["Message-ID"] = f"<{rng.getrandbits(64):016x}@{mail.sender.rpartition('@')[2].strip('>')}>"
    message.set_content("\n\n".join(mail.body))
    if rng.random() < 0.3:
        paragraphs = "".join(f"<p>{line}</p>" for line in mail.body).replace("\n", "<br>")
        message.add_alternative(f"<html><body>{paragraphs}</body></html>", subtype="html")
    for part in mail.attachments:
        message.add_attachment(
            _part(part, rng, properties), maintype="application", subtype="octet-stream", filename=_file_name(part)
        )
    for number, piece in enumerate(piece for piece in message.walk() if piece.is_multipart()):
        piece.set_boundary(f"=_{plain(mail.name)[:20]}_{number}")
    return message.as_bytes()
