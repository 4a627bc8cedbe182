"""OpenDocument text, sheets and slides: content, headers, notes, properties, embedded objects."""

from __future__ import annotations

import zipfile

from app.detect.reading.document import Part, Reading
from app.detect.reading.readers.archive import open_member, read_member
from app.detect.reading.readers.markup import Attributes, MarkupText, parse_xml
from app.detect.reading.unread import Unread, UnreadableError

PICTURE_TEXT_CHARS = 60
_PICTURE_FOLDERS = ("Pictures/", "Thumbnails/", "ObjectReplacements/", "media/")
_IGNORED = ("mimetype", "Configurations2/", "layout-cache", "settings.xml")


def read_odf(archive: zipfile.ZipFile, part: Part, reading: Reading) -> None:
    manifest = "META-INF/manifest.xml"
    infos = archive.infolist()
    if manifest in archive.namelist() and _is_encrypted(archive, archive.getinfo(manifest), reading):
        raise UnreadableError(Unread.ENCRYPTED)
    before, pictures = reading.evidence.chars, 0
    for info in infos:
        reading.budget.take_member()
        if info.is_dir() or info.filename.startswith(_IGNORED) or info.filename == manifest:
            continue
        if info.filename.startswith(_PICTURE_FOLDERS):
            pictures += info.filename.startswith("Pictures/")
        elif info.filename.lower().endswith((".xml", ".rdf")):
            properties = info.filename.endswith("meta.xml")
            handler = Meta(reading.evidence) if properties else MarkupText(reading.evidence)
            with open_member(archive, info, reading.budget) as stream:
                parse_xml(stream, handler, reading)
        else:
            read_member(archive, info, part, reading)
    if pictures and reading.evidence.chars - before < PICTURE_TEXT_CHARS:
        raise UnreadableError(Unread.PICTURE)


class Meta(MarkupText):
    """meta.xml: who made it; also labels that an office suite kept as a user-defined property."""

    _custom = ""
    _value = ""

    def start(self, name: str, attributes: Attributes) -> None:
        self._value = ""
        if name == "user-defined":
            self._custom = next((value for key, value in attributes.items() if key.endswith(" name")), "")

    def data(self, text: str) -> None:
        self._value += text[:10_000]

    def end(self, name: str, attributes: Attributes | None = None) -> None:
        value, self._value = self._value.strip(), ""
        if value and name == "user-defined" and self._custom.endswith("_SiteId"):
            self._evidence.label(value)
        elif value:
            self._evidence.property(value)
            self._evidence.text(value)


class _Manifest(MarkupText):
    is_encrypted = False

    def start(self, name: str, attributes: Attributes) -> None:
        self.is_encrypted |= name == "encryption-data"


def _is_encrypted(archive: zipfile.ZipFile, info: zipfile.ZipInfo, reading: Reading) -> bool:
    handler = _Manifest(reading.evidence)
    with open_member(archive, info, reading.budget) as stream:
        parse_xml(stream, handler, reading, dtd=True)
    return handler.is_encrypted
