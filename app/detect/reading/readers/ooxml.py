"""Word, Excel and PowerPoint (2007 and later): every part, whatever its place: hidden sheets, headers, notes, comments,
caches, custom XML, properties, labels, embedded documents."""

from __future__ import annotations

import zipfile
from pathlib import PurePosixPath

from app.detect.judging.evidence import Evidence
from app.detect.reading.document import Part, Reading
from app.detect.reading.readers.archive import open_member, read_member
from app.detect.reading.readers.markup import Attributes, MarkupText, parse_xml
from app.detect.reading.readers.sheet import SharedStrings, Sheet
from app.detect.reading.unread import Unread, UnreadableError

PICTURE_TEXT_CHARS = 60  # a document with pictures and less text than this is a picture
_PICTURES = frozenset(
    [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg", ".webp", ".wdp", ".ico", ".heic"]
)
_MARKUP = frozenset([".xml", ".rels", ".vml"])
_WITHOUT_TEXT = frozenset(
    [
        "theme1.xml",
        "styles.xml",
        "fonttable.xml",
        "websettings.xml",
        "calcchain.xml",
        "tablestyles.xml",
        "presprops.xml",
        "viewprops.xml",
    ]
)
_WITHOUT_DOCUMENTS = frozenset([".odttf", ".fntdata", ".ttf", ".sigs"])
_BINARY_SHEETS = "xl/workbook.bin"


def read_ooxml(archive: zipfile.ZipFile, part: Part, reading: Reading) -> None:
    """Properties and labels first: they are small and say most, also when the rest passes a limit."""
    infos = archive.infolist()
    if any(info.filename.lower() == _BINARY_SHEETS for info in infos):
        reading.evidence.cannot_read(Unread.UNSUPPORTED)
    for info in infos:
        if info.filename.lower().startswith(("docprops/", "docmetadata/")) and info.filename.lower().endswith(".xml"):
            _xml(archive, info, reading, Properties(reading.evidence))
    reading.evidence.flush()
    reading.evidence.tell()
    strings = _shared_strings(archive, infos, reading)
    before = reading.evidence.chars
    pictures = 0
    for info in infos:
        pictures += _read_part(archive, info, part, reading, strings)
    strings.tell_unused()
    if pictures and reading.evidence.chars - before < PICTURE_TEXT_CHARS:
        raise UnreadableError(Unread.PICTURE)


def _read_part(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, part: Part, reading: Reading, strings: SharedStrings
) -> bool:
    """Whether it was a picture."""
    path = PurePosixPath(info.filename.lower())
    folder = path.parent.as_posix()
    if info.is_dir() or folder in ("docprops", "docmetadata") or path.name in _WITHOUT_TEXT:
        return path.suffix in _PICTURES and folder != "docprops"
    reading.budget.take_member()
    if path.suffix in _PICTURES:
        return True
    if path.suffix in _MARKUP:
        if folder == "xl/worksheets":
            with open_member(archive, info, reading.budget) as stream:
                Sheet(reading.evidence, strings).parse(stream, reading)
        elif path.name != "sharedstrings.xml":
            _xml(archive, info, reading, MarkupText(reading.evidence))
    elif path.suffix not in _WITHOUT_DOCUMENTS and not _is_machinery(path):
        read_member(archive, info, part, reading)
    return False


def _is_machinery(path: PurePosixPath) -> bool:
    """Binary parts that hold no document: macros, printer settings, controls."""
    return (path.suffix == ".bin" and "embeddings" not in path.parts) or path.suffix == ".dat"


def _shared_strings(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], reading: Reading) -> SharedStrings:
    strings = SharedStrings(reading.evidence)
    for info in infos:
        if info.filename.lower() == "xl/sharedstrings.xml":
            _xml(archive, info, reading, strings)
    return strings


def _xml(archive: zipfile.ZipFile, info: zipfile.ZipInfo, reading: Reading, handler: MarkupText) -> None:
    """Raises ExpatError, BadZipFile (a wrong checksum), LimitReachedError."""
    with open_member(archive, info, reading.budget) as stream:
        parse_xml(stream, handler, reading)


class Properties(MarkupText):
    """docProps and docMetadata: who made it, for whom it is labelled."""

    def __init__(self, evidence: Evidence) -> None:
        super().__init__(evidence)
        self._found = evidence
        self._name = ""
        self._custom = ""
        self._text: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        self._name = name
        self._text.clear()
        if name == "property":
            self._custom = attributes.get("name", "")
        elif name == "label":
            self._found.label(attributes.get("siteId", ""))

    def data(self, text: str) -> None:
        self._text.append(text)

    def end(self, name: str, attributes: Attributes | None = None) -> None:
        value = "".join(self._text).strip()
        self._text.clear()
        if not value:
            return
        if self._custom.startswith("MSIP_Label_") and self._custom.endswith("_SiteId"):
            self._found.label(value)
        elif name in ("Company", "Manager", "creator", "lastModifiedBy", "title", "subject", "keywords", "category"):
            self._found.property(value)
            if name == "title":
                self._found.title(value)
        else:
            self._found.text(value)
