"""The older binary container: Word, Excel and PowerPoint 97-2003, Outlook messages, locked Office files, embedded objects."""

from __future__ import annotations

import io
from typing import Any, Literal

import olefile  # type: ignore[import-untyped]

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.unread import Unread, UnreadableError

_OFFICE: dict[str, Literal["doc", "xls", "ppt"]] = {
    "worddocument": "doc",
    "workbook": "xls",
    "book": "xls",
    "powerpoint document": "ppt",
}
_FILE_PASS = 0x002F  # the record of a workbook that says it is locked
_ENCRYPTED_PRESENTATION = 0xF3D1C4DF
_PROPERTIES = ("author", "last_saved_by", "company", "manager", "title", "subject", "keywords", "comments")
_EQUATION = "equation native"


def read_ole(part: Part, reading: Reading) -> None:
    """Raises UnreadableError: encrypted, unsupported, corrupt."""
    content = part.content(reading.budget)
    container: Any = olefile.OleFileIO(io.BytesIO(content))  # Any: olefile is not typed
    try:
        streams = {"/".join(path).lower() for path in container.listdir()}
        if "encryptedpackage" in streams or "dataspaces" in {name.partition("/")[0].lstrip("\x06") for name in streams}:
            raise UnreadableError(Unread.ENCRYPTED)
        if "__properties_version1.0" in streams:
            from app.detect.reading.readers import message

            return message.read_outlook(container, part, reading)
        _properties(container, reading)
        for stream, kind in _OFFICE.items():
            if stream in streams:
                _refuse_locked(container, stream, kind, streams)
                return _read_office(content, kind, reading)
        return _read_embedded(container, streams, part, reading)
    finally:
        container.close()


def _properties(container: Any, reading: Reading) -> None:
    facts = container.get_metadata()
    for name in _PROPERTIES:
        value = getattr(facts, name)
        if value:
            text = value.decode("cp1252", "replace") if isinstance(value, bytes) else str(value)
            reading.evidence.property(text)
            reading.evidence.text(text)
    reading.evidence.flush()
    reading.evidence.tell()


def _refuse_locked(container: Any, stream: str, kind: str, streams: set[str]) -> None:
    head = container.openstream(stream).read(4_096)
    if kind == "doc":
        locked = len(head) > 12 and bool(head[11] & 0x01)  # FibBase.fEncrypted, bit 8 of the flags at offset 10
    elif kind == "xls":
        locked = _has_file_pass(head)
    else:
        user = container.openstream("Current User").read(16) if "current user" in streams else b""
        locked = int.from_bytes(user[12:16], "little") == _ENCRYPTED_PRESENTATION
    if locked:
        raise UnreadableError(Unread.ENCRYPTED)


def _has_file_pass(head: bytes) -> bool:
    """Records are: type (2 bytes), length (2), content; the lock stands near the start."""
    at = 0
    while at + 4 <= len(head):
        kind, size = int.from_bytes(head[at : at + 2], "little"), int.from_bytes(head[at + 2 : at + 4], "little")
        if kind == _FILE_PASS:
            return True
        if kind == 0:
            return False
        at += 4 + size
    return False


def _read_office(content: bytes, kind: Literal["doc", "xls", "ppt"], reading: Reading) -> None:
    import office_oxide

    try:
        document = office_oxide.Document.from_bytes(content, kind)
        text = document.plain_text()
    except office_oxide.OfficeOxideError:
        raise UnreadableError(Unread.CORRUPT) from None
    if not text.strip():  # its reader hides what it does not know; an empty result proves nothing
        raise UnreadableError(Unread.UNSUPPORTED)
    reading.evidence.text(text)


def _read_embedded(container: Any, streams: set[str], part: Part, reading: Reading) -> None:
    """An object in a document: another file in a wrapping, or something nobody can read here."""
    native = "\x01ole10native"
    if native in streams:
        content = container.openstream(native).read()
        return reading.read(of_bytes("", _unwrapped(content), part.depth + 1))
    for name in ("package", "contents"):
        if name in streams:
            return reading.read(of_bytes("", container.openstream(name).read(), part.depth + 1))
    if _EQUATION not in streams:
        raise UnreadableError(Unread.UNSUPPORTED)
    return None


def _unwrapped(content: bytes) -> bytes:
    """Ole10Native: size, flags, label, path, 8 bytes, temporary path, size, then the file. Raises ValueError."""
    at = 6
    for _ in range(2):
        at = content.index(b"\0", at) + 1
    at += 4
    length = int.from_bytes(content[at : at + 4], "little")
    at += 4 + length
    size = int.from_bytes(content[at : at + 4], "little")
    inside = content[at + 4 : at + 4 + size]
    if not inside or len(inside) < size:
        raise ValueError("no file in the wrapping")
    return inside
