"""Gets the signed JSON object out of a declaration: the JSON itself, the file inside the PDF, the script in the page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.domain.messages import msg
from app.report.errors import UnreadableDocument
from app.report.pdfium import opened_pdf

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_BYTES = 20 * 1024 * 1024
ATTACHMENT = "certificate.json"
_SCRIPT = re.compile(rb'<script type="application/json" id="certificate">(.*?)</script>', re.DOTALL)


def read(path: Path) -> dict[str, Any]:
    """The JSON object in a .json, .pdf or .html file, told apart by what is in it. Raises UnreadableDocument (InputError)."""
    raw = _bytes(path)
    if raw.startswith(b"%PDF-"):
        raw = _attachment(raw)
    elif raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raw = _script(raw)
    return _object(raw)


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UnreadableDocument(msg("certificate.file-missing"))
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        raise UnreadableDocument(msg("certificate.file-unreadable")) from error
    if len(raw) > MAX_BYTES:
        raise UnreadableDocument(msg("certificate.file-too-large", megabytes=MAX_BYTES // 1024**2))
    return raw


def _attachment(raw: bytes) -> bytes:
    from pypdfium2 import PdfiumError

    with opened_pdf(raw) as pdf:
        try:
            found = _attached(pdf)
        except (PdfiumError, UnicodeDecodeError) as error:
            raise UnreadableDocument(msg("certificate.file-unreadable")) from error
    if found is None:
        raise UnreadableDocument(msg("certificate.file-without-declaration"))
    if len(found) > MAX_BYTES:
        raise UnreadableDocument(msg("certificate.file-too-large", megabytes=MAX_BYTES // 1024**2))
    return found


def _attached(pdf: PdfDocument) -> bytes | None:
    for index in range(min(pdf.count_attachments(), 100)):
        attachment = pdf.get_attachment(index)
        if attachment.get_name() == ATTACHMENT:
            return bytes(attachment.get_data())
    return None


def _script(raw: bytes) -> bytes:
    found = _SCRIPT.findall(raw)
    if len(found) != 1:  # two of them would let a page show one and check the other
        raise UnreadableDocument(msg("certificate.file-without-declaration"))
    return bytes(found[0])


def _object(raw: bytes) -> dict[str, Any]:
    try:
        found = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_unique, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(msg("certificate.file-without-declaration")) from error
    if not isinstance(found, dict):
        raise UnreadableDocument(msg("certificate.file-without-declaration"))
    return found


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A repeated key is refused: readers differ in which of the two they show."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("repeated key")
    return found


def _refused(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")
