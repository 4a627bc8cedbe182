"""Office documents that are one XML file: Word and Excel 2003, packages written flat, flat OpenDocument."""

from __future__ import annotations

from typing import Final
from xml.parsers import expat

from app.detect.judging.evidence import Evidence
from app.detect.reading.document import Part, Reading
from app.detect.reading.readers.lines import SPAN_AT_MOST
from app.detect.reading.readers.office_text import OfficeText
from app.detect.reading.readers.parsing import Attributes, attribute, number, parse_xml
from app.detect.reading.readers.sheet import COLUMNS
from app.detect.reading.readers.text import read_text

_OPEN_DOCUMENT: Final = b"urn:oasis:names:tc:opendocument:xmlns:office"
_SPREADSHEET: Final = b"urn:schemas-microsoft-com:office:spreadsheet"
_BY_WHOM: Final = ("Author", "LastAuthor", "Company", "Manager", "creator", "lastModifiedBy", "Template")
_NO_TEXT: Final = (
    "binaryData",
    "Styles",
    "Created",
    "LastSaved",
    "LastPrinted",
    "Version",
    "TotalTime",
    "modified",
    "created",
)


def read_office_xml(part: Part, reading: Reading) -> None:
    """Raises LimitReachedError for entities. What is no well-formed XML is read as text: that is reading it whole."""
    with part.open() as stream:
        head = stream.read(8_192).replace(b"\0", b"")  # in UTF-16 a namespace has every other byte zero
    try:
        if _OPEN_DOCUMENT in head:
            from app.detect.reading.readers import odf

            return odf.read_flat(part, reading)
        text = _OldWorkbook(reading.evidence) if _SPREADSHEET in head else _OldDocument(reading.evidence)
        with part.open() as stream:
            return parse_xml(stream, text, reading)
    except expat.ExpatError:
        return read_text(part, reading)


class _OldDocument(OfficeText):
    """Word 2003, and packages in one file: the elements of a newer document, the properties among them."""

    def __init__(self, evidence: Evidence) -> None:
        super().__init__(evidence)
        starts, ends = dict(self.starts), dict(self.ends)
        for name in _BY_WHOM:
            starts[name], ends[name] = self._start_author, self._end_author
        for name in _NO_TEXT:
            starts[name], ends[name] = (lambda _: self._mute()), self._unmute
        self.starts, self.ends = starts, ends


class _OldWorkbook(_OldDocument):
    """Excel 2003 (SpreadsheetML): what many systems export under the name .xls."""

    def __init__(self, evidence: Evidence) -> None:
        self._across = 1
        super().__init__(evidence)
        self.starts = dict(self.starts) | {
            "Worksheet": lambda found: evidence.text(attribute(found, "Name")),
            "Table": lambda _: self.begin_table(),
            "Cell": self._start_old_cell,
            "Comment": self._start_comment,
            "NamedRange": lambda found: evidence.text(attribute(found, "Name")),
        }
        self.ends = dict(self.ends) | {
            "Table": self.end_table,
            "Row": self.end_row,
            "Cell": lambda: self.end_cell(self._across),
            "Comment": self.end_aside,
        }

    def _start_old_cell(self, attributes: Attributes) -> None:
        self.begin_cell()
        if not attributes:
            self._across = 1
            return
        row = self._table.row if self._table is not None else []
        place = number(attribute(attributes, "Index"), COLUMNS)
        row += [""] * (place - 1 - len(row))
        self._across = 1 + number(attribute(attributes, "MergeAcross"), SPAN_AT_MOST - 1, 0)
        link = attribute(attributes, "HRef")
        if link:
            self._evidence.text(link)

    def _start_comment(self, attributes: Attributes) -> None:
        self._written_by(attribute(attributes, "Author"))
        self.begin_aside()
