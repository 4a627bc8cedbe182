"""What stands in a file of any format, read with other means than the detector's: for tests of labels."""

from __future__ import annotations

import bz2
import gzip
import html
import io
import lzma
import re
import sqlite3
import tarfile
import zipfile
from datetime import date, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

import olefile  # type: ignore[import-untyped]  # it has no types
import openpyxl
import py7zr
import pypdfium2

TAGS = re.compile(r"<[^>]*>")


def text_of(content: bytes) -> str:
    """All text of a document, its hidden parts and what is packed in it."""
    if content.startswith(b"PK\x03\x04"):
        return _zip(content)
    if content.startswith(olefile.MAGIC):
        return _compound(content)
    if b"%PDF-" in content[:1024]:
        return _pdf(content)
    if content.startswith(b"\x1f\x8b"):
        return text_of(gzip.decompress(content))
    if content.startswith(b"BZh"):
        return text_of(bz2.decompress(content))
    if content.startswith(b"\xfd7zXZ\x00"):
        return text_of(lzma.decompress(content))
    if content.startswith(b"7z\xbc\xaf\x27\x1c"):
        return _seven(content)
    if content[257:262] == b"ustar":
        return _tar(content)
    if content.startswith(b"SQLite format 3\0"):
        return _database(content)
    if re.match(rb"(From |From: |To: |Subject: |Message-ID: |Received: )", content):
        return _mail(content)
    return _plain(content)


def _zip(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        if "xl/workbook.xml" in names:
            return _workbook(content) + _parts(archive, names)
        if "[Content_Types].xml" in names or "mimetype" in names:
            return _parts(archive, names)
        return "\n".join(text_of(archive.read(name)) for name in names)


def _parts(archive: zipfile.ZipFile, names: list[str]) -> str:
    texts = []
    for name in names:
        part = archive.read(name)
        if name.endswith(".bin"):
            texts.append(_wide(part))
        elif name.endswith((".xml", ".vml")):
            text = part.decode()
            if "/pivotCache/" in name:
                text = re.sub(r'<\w+ v="([^"]*)"/>', r"\1\n", text)
            text = re.sub(
                r"</(w:p|w:tc|a:p|a:tc|si|text:p|text:h|row|c|property|meta:user-defined)>|<(w:br|text:line-break|text:s)/>",
                "\n",
                text,
            )
            texts.append(html.unescape(TAGS.sub("", text)))
        elif "/embeddings/" in name or "/media/" in name:
            texts.append(text_of(part))
    return "\n".join(texts)


def _workbook(content: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(content))
    lines = []
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            lines += [_shown(cell.value) for cell in row if cell.value is not None]
            lines += [cell.comment.text for cell in row if cell.comment is not None]
    return "\n".join(lines) + "\n"


def _shown(value: object) -> str:
    return f"{value:%d-%m-%Y}" if isinstance(value, (date, datetime)) else str(value)


def _compound(content: bytes) -> str:
    with olefile.OleFileIO(io.BytesIO(content)) as file:
        parts = [file.openstream(name).read() for name in file.listdir()]
    return "\n".join(text if (text := _packed(part)) else _wide(part) for part in parts)


def _packed(part: bytes) -> str:
    return text_of(part) if part[:4] in (b"PK\x03\x04", b"%PDF") else ""


def _wide(part: bytes) -> str:
    """Text in two bytes a sign, wherever it starts; and in one, as attachments are."""
    return "\n".join(
        (part.decode("utf-16-le", "ignore"), part[1:].decode("utf-16-le", "ignore"), part.decode("cp1252", "ignore"))
    )


def _pdf(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        document.init_forms()
        texts = []
        for page in document:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_range())
            text_page.close()
            page.close()
        attached = range(document.count_attachments())
        texts += [text_of(bytes(document.get_attachment(number).get_data())) for number in attached]
        texts += _strings(content)
        return "\n".join(texts)
    finally:
        document.close()


def _strings(content: bytes) -> list[str]:
    """Those of notes and fields, which stand outside the compressed streams."""
    outside = re.sub(rb"stream\r?\n.*?endstream", b"", content, flags=re.DOTALL)
    texts = []
    for hit in re.finditer(rb"\(((?:[^()\\]|\\.)*)\)", outside, re.DOTALL):
        plain = re.sub(rb"\\([0-7]{3}|.)", _unescaped, hit.group(1), flags=re.DOTALL)
        texts.append(plain.decode("utf-16", "ignore") if plain.startswith(b"\xfe\xff") else plain.decode("latin-1"))
    return texts


def _unescaped(hit: re.Match[bytes]) -> bytes:
    sign = hit.group(1)
    return bytes([int(sign, 8) % 256]) if sign.isdigit() else {b"n": b"\n", b"r": b"\r", b"t": b"\t"}.get(sign, sign)


def _seven(content: bytes) -> str:
    factory = py7zr.io.BytesIOFactory(10**8)
    with py7zr.SevenZipFile(io.BytesIO(content)) as archive:
        archive.extractall(factory=factory)
    return "\n".join(text_of(member.read()) for member in factory.products.values())


def _tar(content: bytes) -> str:
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        files = (archive.extractfile(member) for member in archive if member.isfile())
        return "\n".join(text_of(file.read()) for file in files if file is not None)


def _database(content: bytes) -> str:
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(content)
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return "\n".join(
            " ".join("" if value is None else str(value) for value in row)
            for name in names
            for row in connection.execute(f'SELECT * FROM "{name}"')
        )
    finally:
        connection.close()


def _mail(content: bytes) -> str:
    texts = []
    for one in re.split(rb"(?m)^From MAILER.*\n", content):
        if one.strip():
            texts += _message(BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(one))
    return "\n".join(texts)


def _message(mail: EmailMessage) -> list[str]:
    texts = [str(mail[name]) for name in ("From", "To", "Cc", "Subject") if mail[name]]
    for part in mail.walk():
        if part.get_content_maintype() == "message":
            continue
        if not part.is_multipart():
            found = part.get_content()
            texts.append(found if isinstance(found, str) else text_of(found))
        elif part is not mail and part["From"]:
            texts += [str(part[name]) for name in ("From", "To", "Subject")]
    return texts


def _plain(content: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if content.startswith(mark):
            return content.decode(encoding)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    if text.startswith("{\\rtf"):
        text = re.sub(r"\\'([0-9a-f]{2})", lambda found: bytes.fromhex(found[1]).decode("cp1252", "replace"), text)
        text = re.sub(r"\\u(-?\d+)\?", lambda found: chr(int(found[1]) % 65536), text)
        return re.sub(r"\\(cell|line|par|row|pard|intbl|trowd|cellx\d+)\b ?", "\n", text)
    if text.lstrip().startswith("<"):
        return html.unescape(TAGS.sub("\n", text)) + text
    return text
