"""OpenDocument text, sheets and slides: content, headers, notes, comments, tracked changes, properties, embedded objects."""

from __future__ import annotations

import zipfile
from typing import Final

from app.detect.reading.document import Part, Reading
from app.detect.reading.readers.archive import open_member, read_member
from app.detect.reading.readers.odf_text import Meta, OpenText
from app.detect.reading.readers.parsing import parse_xml
from app.detect.reading.readers.pictures import Pictures
from app.detect.reading.unread import Unread, UnreadableError

_MANIFEST: Final = "META-INF/manifest.xml"
_PICTURES: Final = "Pictures/"
_IGNORED: Final = (
    "mimetype",
    "Configurations2/",
    "layout-cache",
    "settings.xml",
    "Thumbnails/",
    "ObjectReplacements/",
    "media/",
    "META-INF/",
    "manifest.rdf",
)


def read_odf(archive: zipfile.ZipFile, part: Part, reading: Reading) -> None:
    """A part that is spoiled is noted and the others are read. Raises UnreadableError: encrypted, picture."""
    _Document(archive, part, reading).read()


def read_flat(part: Part, reading: Reading) -> None:
    """A document that is one XML file. Raises ExpatError."""
    pictures = Pictures(reading, part.depth)
    text = OpenText(reading, pictures)
    with part.open() as stream:
        parse_xml(stream, text, reading, dtd=True)
    pictures.conclude()


class _Document:
    def __init__(self, archive: zipfile.ZipFile, part: Part, reading: Reading) -> None:
        self._archive, self._part, self._reading = archive, part, reading
        self._infos = [info for info in archive.infolist() if info.file_size]
        self._pictures = Pictures(reading, part.depth)
        self._shown: set[str] = set()
        self._decoration: set[str] = set()

    def read(self) -> None:
        self._refuse_locked()
        for info in self._infos:
            if info.filename.endswith("meta.xml"):
                self._reading.attempt(lambda info=info: self._parse(info, Meta(self._reading.evidence)))  # type: ignore[misc]  # a bound loop name
        self._reading.tell_early(self._part)
        self._pictures.begin()
        for info in self._infos:
            self._reading.budget.take_member()
            if not info.filename.startswith((_PICTURES, *_IGNORED)) and not info.filename.endswith("meta.xml"):
                self._reading.attempt(lambda info=info: self._read_member(info))  # type: ignore[misc]  # a bound loop name
        self._look_at_pictures()

    def _refuse_locked(self) -> None:
        if _MANIFEST in self._archive.namelist():
            with open_member(self._archive, self._archive.getinfo(_MANIFEST), self._reading.budget) as stream:
                if b"encryption-data" in stream.read():
                    raise UnreadableError(Unread.ENCRYPTED)

    def _read_member(self, info: zipfile.ZipInfo) -> None:
        if not info.filename.lower().endswith((".xml", ".rdf")):
            return read_member(self._archive, info, self._part, self._reading)
        text = OpenText(self._reading, self._pictures)
        is_paper = info.filename.endswith("styles.xml")  # headers, footers, backgrounds
        before = self._reading.evidence.chars
        try:
            self._parse(info, text)
        finally:
            (self._decoration if is_paper else self._shown).update(text.shown)
            self._pictures.pass_over(self._reading.evidence.chars - before if is_paper else 0)
        return None

    def _parse(self, info: zipfile.ZipInfo, vocabulary: OpenText | Meta) -> None:
        with open_member(self._archive, info, self._reading.budget) as stream:
            parse_xml(stream, vocabulary, self._reading, dtd=True)

    def _look_at_pictures(self) -> None:
        decoration = self._decoration - self._shown
        for info in self._infos:
            if info.filename.startswith(_PICTURES) and info.filename.rpartition("/")[2] not in decoration:
                self._reading.attempt(lambda info=info: self._pictures.look_at_member(self._archive, info))  # type: ignore[misc]  # a bound loop name
        self._pictures.conclude()
