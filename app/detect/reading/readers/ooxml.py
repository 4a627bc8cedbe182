"""Word, Excel and PowerPoint (2007 and later): every part, whatever its place: hidden sheets, headers, notes, comments,
caches, custom XML, properties, labels, embedded documents."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from html import unescape
from typing import Final
from xml.parsers import expat

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.readers.office_caches import Chart
from app.detect.reading.readers.office_text import OfficeText
from app.detect.reading.readers.ooxml_properties import LinksOutside, Properties, is_without_text
from app.detect.reading.readers.package import Package
from app.detect.reading.readers.parsing import parse_xml
from app.detect.reading.readers.pictures import Pictures, is_picture_name
from app.detect.reading.readers.workbook import Workbook

_MARKUP: Final = (".xml", ".vml")
_ABOUT: Final = ("docprops/", "docmetadata/")
_PATTERNS: Final = ("ppt/slidelayouts/", "ppt/slidemasters/", "ppt/notesmasters/", "ppt/handoutmasters/")
_DECORATED: Final = ("header", "footer", "theme", *(folder.rstrip("s/").rpartition("/")[2] for folder in _PATTERNS))
_WITHOUT_DOCUMENTS: Final = (".odttf", ".fntdata", ".ttf", ".sigs", ".dat", ".bin")
_TEXT_OF_A_PATTERN = re.compile(rb"<(?:a:)?t>([^<]{1,2000})</(?:a:)?t>")
_TAG = re.compile(rb"<[^>]*>")
_TARGET = re.compile(rb'Target\s*=\s*"([^"]{1,400})"')


def read_ooxml(archive: zipfile.ZipFile, part: Part, reading: Reading) -> None:
    """Properties and labels first: they are small and say most, also when the rest passes a limit.

    A part that is spoiled is noted and the others are read. Raises UnreadableError (picture), LimitReachedError.
    """
    document = _Document(Package(archive, part, reading))
    document.read_properties()
    document.read_parts()


class _Document:
    def __init__(self, package: Package) -> None:
        self._package, self._reading = package, package.reading
        self._evidence = package.reading.evidence
        self._pictures = Pictures(package.reading, package.part.depth)
        self._workbook = Workbook(package) if any(name.startswith("xl/") for name in package.names) else None
        self._shown: set[str] = set()  # pictures by what refers to them: the text
        self._decoration: set[str] = set()  # ... or a header, a background
        self._waiting: list[str] = []

    def read_properties(self) -> None:
        for name in self._package.names:
            if name.startswith(_ABOUT) and name.endswith(".xml"):
                self._reading.attempt(lambda name=name: self._package.parse(name, Properties(self._evidence)))  # type: ignore[misc]  # a bound loop name
        self._reading.tell_early(self._package.part)

    def read_parts(self) -> None:
        self._pictures.begin()
        if self._workbook is not None:
            self._workbook.prepare()
        for name in self._package.names:
            if not name.startswith(_ABOUT):
                self._reading.budget.take_member()
                self._reading.attempt(lambda name=name: self._read_part(name))  # type: ignore[misc]  # a bound loop name
        if self._workbook is not None:
            self._workbook.close()
        self._look_at_pictures()

    def _read_part(self, name: str) -> None:
        if is_picture_name(name):
            self._waiting.append(name)
        elif name.endswith(".rels"):
            self._links(name)
        elif self._workbook is not None and self._workbook.read(name):
            return
        elif name.endswith(_MARKUP):
            self._markup(name)
        elif "/activex/" in name and name.endswith(".bin"):
            self._control(name)
        elif self._package.role(name) == "vbaproject":
            self._program(name)
        elif self._is_document(name):
            self._package.read_document(name)

    def _program(self, name: str) -> None:
        """Macros: a spoiled one leaves the text of the document as readable as it was."""
        before = set(self._evidence.unread)
        self._package.read_document(name)
        for why in self._evidence.unread - before:
            self._evidence.unread.discard(why)
            self._evidence.leave_out(why)

    def _control(self, name: str) -> None:
        """A field of an older kind of form."""
        from app.detect.reading.readers import ole

        ole.read_object(self._package.content(name), self._package.part.depth, self._reading)

    def _is_document(self, name: str) -> bool:
        """Not fonts, signatures, printers' settings."""
        is_embedded = "embeddings/" in name or self._package.role(name) == "oleobject"
        return is_embedded or not (name.endswith(_WITHOUT_DOCUMENTS) or name.startswith("_xmlsignatures/"))

    def _markup(self, name: str) -> None:
        before = self._evidence.chars
        self._part(name)
        if name.rpartition("/")[2].startswith(_DECORATED):
            self._pictures.pass_over(self._evidence.chars - before)

    def _part(self, name: str) -> None:
        role = self._package.role(name)
        if is_without_text(name):
            return
        if name.startswith(_PATTERNS):
            for text in _TEXT_OF_A_PATTERN.findall(self._package.content(name)):
                self._evidence.text(unescape(text.decode("utf-8", "replace")))
        elif name.startswith("customxml/"):
            self._data(name)
        elif name.endswith(".vml"):
            self._old_drawing(name)
        elif name != "word/settings.xml" or _has_more_than_settings(self._package.content(name)):
            is_chart = role in ("chart", "chartex")
            self._package.parse(name, Chart(self._evidence) if is_chart else OfficeText(self._evidence))

    def _old_drawing(self, name: str) -> None:
        """Excel itself leaves line breaks open in these; what is no XML at all is told without its tags."""
        content = self._package.content(name).replace(b"<br>", b"<br/>")
        try:
            with io.BytesIO(content) as stream:
                parse_xml(stream, OfficeText(self._evidence), self._reading)
        except expat.ExpatError:
            self._evidence.text(unescape(_TAG.sub(b" ", content).decode("utf-8", "replace")))

    def _data(self, name: str) -> None:
        """Data that a program or a template keeps in the document."""
        content = self._package.content(name)
        is_empty_list = b"/bibliography" in content and b":Source>" not in content
        if b"contentTypeSchema" in content or is_empty_list:  # how SharePoint describes its columns; a list of sources
            return
        if b"D\0a\0t\0a\0M\0a\0s\0h\0u\0p" in content or b"<DataMashup" in content:
            content = _queries(content)
        self._reading.read(of_bytes("", content, self._package.part.depth + 1))

    def _links(self, name: str) -> None:
        content = self._package.content(name)
        if b"External" in content:
            with io.BytesIO(content) as stream:
                parse_xml(stream, LinksOutside(self._evidence), self._reading)
        if b"/media/" in content:
            owner = name.rpartition("/")[2]
            of_decoration = owner.startswith(_DECORATED)
            targets = (target.decode("utf-8", "replace").rpartition("/")[2] for target in _TARGET.findall(content))
            (self._decoration if of_decoration else self._shown).update(target.lower() for target in targets)

    def _look_at_pictures(self) -> None:
        decoration = self._decoration - self._shown
        for name in self._waiting:
            if name.rpartition("/")[2] not in decoration:
                size = self._package.size_bytes(name)
                self._reading.attempt(
                    lambda name=name, size=size: self._pictures.look(name, size, lambda: self._package.opened(name))  # type: ignore[misc]  # bound loop names
                )
        self._pictures.conclude()


def _has_more_than_settings(content: bytes) -> bool:
    """Most settings of a Word document are switches."""
    return b"docVar" in content or b"mailMerge" in content


def _queries(content: bytes) -> bytes:
    """The queries of a workbook: in Base64, four bytes, a length, and a package with their text. Source: MS-QDEFF."""
    encoded = content.replace(b"\0", b"").rpartition(b"</DataMashup")[0].rpartition(b">")[2]
    packed = base64.b64decode(encoded)
    size = int.from_bytes(packed[4:8], "little")
    return packed[8 : 8 + size]
