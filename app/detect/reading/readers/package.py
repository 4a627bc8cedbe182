"""The parts of an Office document that is a zip archive."""

from __future__ import annotations

import io
import zipfile

from app.detect.reading.document import Part, Reading
from app.detect.reading.readers.archive import open_member, read_member
from app.detect.reading.readers.ooxml_properties import ContentTypes, role_of
from app.detect.reading.readers.parsing import Vocabulary, parse_xml


class Package:
    """Parts by their names, which are in small letters. What reads a part raises what a spoiled document makes it raise."""

    def __init__(self, archive: zipfile.ZipFile, part: Part, reading: Reading) -> None:
        self._archive, self.part, self.reading = archive, part, reading
        self._infos = {info.filename.lower(): info for info in archive.infolist() if not info.is_dir()}
        types = ContentTypes()
        if "[content_types].xml" in self._infos:
            reading.attempt(lambda: self.parse("[content_types].xml", types))
        self._roles = {name: role_of(name, types.roles) for name in self._infos}

    @property
    def names(self) -> list[str]:
        return list(self._infos)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def role(self, name: str) -> str:
        """In small letters, too: `worksheet`, `sharedstrings`."""
        return self._roles[name]

    def size_bytes(self, name: str) -> int:
        return self._infos[name].file_size

    def opened(self, name: str) -> io.BufferedIOBase:
        return open_member(self._archive, self._infos[name], self.reading.budget)

    def content(self, name: str) -> bytes:
        """All of it. Raises UnreadableError when it is too large for that."""
        self.reading.budget.check_memory(self._infos[name].file_size)
        with self.opened(name) as stream:
            return stream.read()

    def parse(self, name: str, vocabulary: Vocabulary) -> None:
        with self.opened(name) as stream:
            parse_xml(stream, vocabulary, self.reading)

    def read_document(self, name: str) -> None:
        """The part as a document of its own."""
        read_member(self._archive, self._infos[name], self.part, self.reading)
