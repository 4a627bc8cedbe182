"""Compound files: Word, Excel and PowerPoint 97-2003, Outlook messages, locked Office files, embedded objects."""

from __future__ import annotations

import io
from typing import Any, Final

import olefile  # type: ignore[import-untyped]

from app.detect.reading.document import SPOILED, Part, Reading, of_bytes
from app.detect.reading.formats import HEAD_BYTES, Format, format_of
from app.detect.reading.readers.loose_text import loose_texts
from app.detect.reading.readers.ole_properties import tell_properties
from app.detect.reading.readers.ooxml_properties import Properties
from app.detect.reading.readers.parsing import parse_xml
from app.detect.reading.readers.storage import Storage, root_of
from app.detect.reading.unread import Unread, UnreadableError

# The programs of these know no password by themselves, and to try one takes a hundred thousand rounds.
_ASK_FOR_PASSWORD: Final = (".docx", ".docm", ".dotx", ".dotm", ".pptx", ".pptm", ".ppsx", ".potx")
DEFAULT_PASSWORD = "VelvetSweatshop"  # Excel opens what is locked with it without asking (MS-OFFCRYPTO 2.4.2.3)
LOOSE_BYTES = 16_384  # a larger stream that nobody knows may hold a document
_PACKAGE: Final = "encryptedpackage"
_OPENED: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_NATIVE: Final = "\x01ole10native"
_MESSAGE: Final = "__properties_version1.0"
# Streams of any object: who made it, how it is linked, how it looks while it is closed.
_OF_ANY_OBJECT: Final = (
    "\x01ole",
    "\x01compobj",
    "\x02olepres",
    "\x03objinfo",
    "\x03linkinfo",
    "\x03print",
    "\x03eprint",
    "\x03ocxname",
    "\x05",
    "\x06",
    "equation native",
    "current user",
)
_MACROS: Final = ("macros", "_vba_project", "vba")
_NO_DOCUMENTS: Final = ("_signatures", "\x06", "_xmlsignatures")
_DATA: Final = "msodatastore"  # XML that a program keeps in the document
_PIVOTS: Final = "_sx_db_cur"
_NO_FILES: Final = frozenset({Format.EMPTY, Format.UNKNOWN, Format.TEXT, Format.TABLE, Format.COLUMNS, Format.ZLIB})


def read_ole(part: Part, reading: Reading) -> None:
    """Raises UnreadableError: encrypted, unsupported, corrupt, picture."""
    content = part.content(reading.budget)
    container: Any = olefile.OleFileIO(io.BytesIO(content))  # Any: olefile is not typed
    try:
        root = root_of(container)
        if _MESSAGE in root:
            from app.detect.reading.readers import message

            return message.read_outlook(container, part, reading)
        return _Object(content, part, reading).read(root, part.depth, is_whole=True)
    finally:
        container.close()


class _Object:
    """A compound file with all that is embedded in it."""

    def __init__(self, content: bytes, part: Part, reading: Reading) -> None:
        self._content, self._part, self._reading = content, part, reading

    def read(self, storage: Storage, depth: int, *, is_whole: bool = False) -> None:
        """`is_whole`: it is the file, no object in it."""
        self._reading.budget.check_depth(depth)
        tell_properties(storage, self._reading.evidence)
        self._labels(storage)
        if is_whole:
            self._reading.tell_early(self._part)
        if _PACKAGE in storage or "\x06dataspaces" in storage.storages:
            if is_whole and self._part.name.lower().endswith(_ASK_FOR_PASSWORD):
                raise UnreadableError(Unread.ENCRYPTED)
            return self._read_locked(depth)
        try:
            self._read_document(storage, depth, is_whole=is_whole)
        except UnreadableError as error:
            if error.why is not Unread.ENCRYPTED or not is_whole:
                raise
            return self._read_locked(depth)
        finally:
            self._read_embedded(storage, depth)
        return None

    def _read_document(self, storage: Storage, depth: int, *, is_whole: bool) -> None:
        if "worddocument" in storage:
            from app.detect.reading.readers import doc

            doc.read_doc(storage, self._reading, depth)
        elif "workbook" in storage or "book" in storage:
            from app.detect.reading.readers import xls

            xls.read_xls(storage, self._reading, depth)
        elif "powerpoint document" in storage:
            from app.detect.reading.readers import ppt

            ppt.read_ppt(storage, Part(name="", open=self._part.open, depth=depth), self._reading)
        elif "item" in storage and "properties" in storage:
            self._reading.read(of_bytes("", storage.stream("item"), depth + 1))
        elif _NATIVE in storage:
            read_native(storage.stream(_NATIVE), depth, self._reading, is_document=is_whole and depth == 0)
        elif not ("project" in storage and "vba" in storage.storages):
            self._read_unknown(storage, depth, is_document=is_whole and depth == 0)

    def _read_embedded(self, storage: Storage, depth: int) -> None:
        """ObjectPool of Word, MBD... of Excel, and whatever else has streams of its own."""
        for name, inner in storage.storages.items():
            if name.startswith(_MACROS):
                from app.detect.reading.readers import macros

                self._reading.attempt(lambda inner=inner: macros.read_macros(inner, self._reading))  # type: ignore[misc]  # a bound loop name
                continue
            if name.startswith(_NO_DOCUMENTS):
                continue
            if name == _PIVOTS:
                from app.detect.reading.readers import xls_pivots

                self._reading.attempt(lambda inner=inner: xls_pivots.read_pivots(inner, self._reading))  # type: ignore[misc]  # a bound loop name
                continue
            self._reading.budget.take_member()
            # These are folders of objects, no objects themselves.
            deeper = depth if name in ("objectpool", _DATA) else depth + 1
            self._reading.attempt(lambda inner=inner, deeper=deeper: self.read(inner, deeper))  # type: ignore[misc]  # bound loop names

    def _read_unknown(self, storage: Storage, depth: int, *, is_document: bool) -> None:
        """An object of a program that is not known here: its streams may be files (PDF, a package)."""
        for name in storage.streams:
            if not name.startswith(_OF_ANY_OBJECT):
                content = storage.stream(name)
                self._reading.attempt(lambda content=content: read_object(content, depth, self._reading))  # type: ignore[misc]  # a bound loop name
        if is_document:
            raise UnreadableError(Unread.UNSUPPORTED)

    def _labels(self, storage: Storage) -> None:
        """A locked document keeps its sensitivity label outside the lock."""
        for inner in (storage, *storage.storages.values()):
            for name in inner.streams:
                if name.endswith("labelinfo"):
                    content = inner.stream(name)
                    self._reading.attempt(
                        lambda content=content: parse_xml(  # type: ignore[misc]  # a bound loop name
                            io.BytesIO(content), Properties(self._reading.evidence), self._reading
                        )
                    )

    def _read_locked(self, depth: int) -> None:
        """Raises UnreadableError (encrypted) unless the password is the one that Excel knows itself."""
        import msoffcrypto
        from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

        opened = io.BytesIO()
        try:
            locked = msoffcrypto.OfficeFile(io.BytesIO(self._content))
            locked.load_key(password=DEFAULT_PASSWORD)
            locked.decrypt(opened)
        except (DecryptionError, FileFormatError, InvalidKeyError, ParseError, *SPOILED):
            raise UnreadableError(Unread.ENCRYPTED) from None
        content = opened.getvalue()
        if not content.startswith(_OPENED):  # its check of the password refuses right ones; a wrong one gives rubbish
            raise UnreadableError(Unread.ENCRYPTED)
        self._reading.budget.expand(len(content))
        self._reading.read(of_bytes("", content, depth + 1))


def read_native(content: bytes, depth: int, reading: Reading, *, is_document: bool = False) -> None:
    """Ole10Native: a file in a wrapping, or what another program stored. `is_document`: it is no part of another one.
    Raises UnreadableError: corrupt, unsupported."""
    try:
        inside = unwrapped(content)
    except ValueError:
        if is_document:
            raise UnreadableError(Unread.CORRUPT) from None
        read_object(content[4:], depth, reading)
    else:
        read_object(inside, depth, reading, is_file=True)


def read_object(content: bytes, depth: int, reading: Reading, *, is_file: bool = False) -> None:
    """Content of an embedded object, `is_file` when it was one before. A picture is one of the document's pictures.
    Raises UnreadableError: unsupported; a small one is told by the letters in it."""
    found = format_of(content[:HEAD_BYTES])
    if found is Format.PICTURE:
        from app.detect.reading.readers import pictures

        pictures.note(content, reading)
    elif is_file or found not in _NO_FILES:
        reading.read(of_bytes("", content, depth + 1))
    elif len(content) > LOOSE_BYTES:
        raise UnreadableError(Unread.UNSUPPORTED)
    else:
        for text in loose_texts(content):
            reading.evidence.text(text)


def unwrapped(content: bytes) -> bytes:
    """The file in an Ole10Native: size, flags, label, path, 8 bytes, temporary path, size, file. Raises ValueError."""
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
