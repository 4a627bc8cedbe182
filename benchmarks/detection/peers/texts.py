"""Text of a document by the libraries that people use with these tools. What they cannot read has no text."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path


def text_of(path: Path) -> str | None:
    """All text, or None: no text, or none that these libraries find."""
    head = path.read_bytes()[:8]
    try:
        if head.startswith(b"PK"):
            return _word(path) if _is_word(path) else _workbook(path)
        if head.startswith(b"%PDF"):
            return _pages(path)
        if path.suffix.lower() == ".eml":
            return _mail(path)
        return _plain(path)
    except Exception:  # noqa: BLE001  # whatever such a library raises, it has no text
        return None


def _is_word(path: Path) -> bool:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return "word/document.xml" in archive.namelist()


def _word(path: Path) -> str:
    import docx

    document = docx.Document(str(path))
    lines = [paragraph.text for paragraph in document.paragraphs]
    lines += ["\t".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    return "\n".join(lines)


def _workbook(path: Path) -> str:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = (row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))
    return "\n".join("\t".join("" if cell is None else str(cell) for cell in row) for row in rows)


def _pages(path: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def _mail(path: Path) -> str:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    heads = "\n".join(f"{name}: {message[name]}" for name in ("From", "To", "Subject") if message[name])
    return f"{heads}\n{body.get_content() if body is not None else ''}"


def _plain(path: Path) -> str | None:
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        if encoding == "utf-16" and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None
