"""Text in the XML of Office: documents, slides, drawings, comments, settings; what was deleted or hidden, too.

Source: ECMA-376 part 1. Elements of its several vocabularies share names and meaning (`w:p`, `a:p`), so one table does.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from app.detect.judging.evidence import Evidence
from app.detect.reading.readers.lines import SPAN_AT_MOST, Lines
from app.detect.reading.readers.parsing import Attributes, Ends, Starts, attribute, number

COMPARED_CHARS = 20_000  # of what is drawn in a new way, against which the old way is compared

# Attributes that hold something a person wrote or a machine stored for one.
_SAID: Final = {
    "docPr": ("descr", "title"),
    "cNvPr": ("descr", "title"),
    "shape": ("alt", "title"),
    "imagedata": ("title",),
    "textpath": ("string",),
    "hyperlink": ("tooltip", "display"),
    "hlinkClick": ("tooltip",),
    "hlinkHover": ("tooltip",),
    "tblCaption": ("val",),
    "tblDescription": ("val",),
    "alias": ("val",),
    "tag": ("val", "name"),
    "date": ("fullDate",),
    "listItem": ("displayText", "value"),
    "dropDownList": ("lastValue",),
    "comboBox": ("lastValue",),
    "fldSimple": ("instr",),
    "default": ("val",),
    "helpText": ("val",),
    "statusText": ("val",),
    "listEntry": ("val",),
    "docVar": ("name", "val"),
    "bookmarkStart": ("name",),
    "query": ("val",),
    "connectString": ("val",),
    "udl": ("val",),
    "attr": ("val",),
    "custShow": ("name",),
    "section": ("name",),
    "sheet": ("name",),
    "sheetName": ("val",),
    "definedName": ("name", "comment", "description"),
    "table": ("displayName", "comment"),
    "tableColumn": ("name",),
    "queryTableField": ("name",),
    "connection": ("name", "description"),
    "dbPr": ("connection", "command"),
    "webPr": ("url",),
    "textPr": ("sourceFile",),
    "ddeLink": ("ddeTopic",),
    "ddeItem": ("name",),
    "scenario": ("name", "comment"),
    "inputCells": ("val",),
    "pivotField": ("name",),
    "dataField": ("name",),
    "pivotTableDefinition": ("name", "altText", "altTextSummary"),
    "slicer": ("caption",),
    "formControlPr": ("fmlaLink", "val"),
    "ocxPr": ("value",),
}
# Who wrote or changed something: it tells whose document this is, not whom it is about.
_WRITTEN_BY: Final = {
    "comment": ("author",),
    "cmAuthor": ("name",),
    "author": ("name", "userId"),
    "person": ("author", "displayName", "userId"),
    "presenceInfo": ("userId",),
    "userInfo": ("name",),
    "header": ("userName",),
    "fileSharing": ("userName",),
}
_ENDS_LINE: Final = [
    "comment",
    "threadedComment",
    "text",
    "definedName",
    "v",
    "si",
    "title",
    "label",
    "sheetName",
    "val",
    "nc",
    "oc",
    "Text",
    "description",
    "category",
]
# Sizes, places and signatures: characters, but no text.
_NO_TEXT: Final = [
    "posOffset",
    "align",
    "pctWidth",
    "pctHeight",
    "pctPosHOffset",
    "pctPosVOffset",
    "f",
    "formatCode",
    "sqref",
    "style",
    "binData",
    "DigestValue",
    "SignatureValue",
    "X509Certificate",
    "Modulus",
    "Exponent",
    "SignatureImage",
    "ValidSignLnImage",
    "InvalidSignLnImage",
]


class OfficeText(Lines):
    """A vocabulary for `parsing.parse_xml`.

    A paragraph with tracked changes is told as it is now and as it was before. What is drawn twice for the sake of older
    programs (mc:AlternateContent) is told once, unless the older form says something else.
    """

    def __init__(self, evidence: Evidence) -> None:
        super().__init__(evidence)
        self._span = 1
        self._silent = 0  # how deep in elements without text
        self._code: list[str] | None = None
        self._deleting = self._inserting = 0
        self._old: list[str] | None = None
        self._outer_old: list[list[str] | None] = []
        self._choices: list[list[str]] = []
        self._chosen: list[str] = []  # what the newer form of the drawing said, squeezed
        self._choosing = self._falling_back = 0
        self._writers: set[str] = set()
        self._writer: list[str] | None = None
        self.starts: Starts = self._starts()
        self.ends: Ends = self._ends()

    def data(self, text: str) -> None:
        if self._silent or (text != "\n" and text.isspace() and "\n" in text):  # the latter: an indent of the source
            return
        if self._writer is not None:
            self._writer.append(text)
        elif self._code is not None:
            self._code.append(text)
        else:
            self._add(text)

    def tell(self, text: str) -> None:
        if not (self._falling_back and _squeezed(text) in self._chosen[-1]):
            super().tell(text)

    def end_line(self) -> None:
        old, self._old = self._old, None
        if old is None:
            return super().end_line()
        now, before = "".join(self._line).strip(), "".join(old).strip()
        if not now:
            self._line = [before]
        super().end_line()
        if now and before != now:
            self.tell(before)
        return None

    def _add(self, text: str) -> None:
        if self._choosing and len(self._choices[-1]) < COMPARED_CHARS:
            self._choices[-1].append(text)
        if self._old is None:
            self._line.append(text)
            return
        if not self._deleting:
            self._line.append(text)
        if not self._inserting:
            self._old.append(text)

    def _push(self) -> None:
        super()._push()
        self._outer_old.append(self._old)
        self._old = None

    def _pop(self) -> None:
        super()._pop()
        self._old = self._outer_old.pop() if self._outer_old else None

    def _starts(self) -> dict[str, Callable[[Attributes], None]]:
        starts: dict[str, Callable[[Attributes], None]] = {
            "tbl": lambda _: self.begin_table(),
            "tc": lambda _: self._start_cell(),
            "gridSpan": self._grid_span,
            "gridBefore": self._grid_before,
            "tab": self._tab,
            "ptab": lambda _: self._add("\t"),
            "br": lambda _: self._add("\n"),
            "cr": lambda _: self._add("\n"),
            "noBreakHyphen": lambda _: self._add("-"),
            "txbxContent": lambda _: self.begin_aside(),
            "instrText": lambda _: self._start_code(),
            "delInstrText": lambda _: self._start_code(),
            "ins": self._start_insertion,
            "moveTo": self._start_insertion,
            "del": self._start_deletion,
            "moveFrom": self._start_deletion,
            "AlternateContent": lambda _: self._choices.append([]),
            "Choice": lambda _: self._start_choice(),
            "Fallback": lambda _: self._start_fallback(),
            "rPh": lambda _: self._mute(),
        }
        for name, keys in _SAID.items():
            starts[name] = partial(self._say, keys)
        for name, keys in _WRITTEN_BY.items():
            starts[name] = partial(self._wrote, keys)
        starts["author"] = self._start_author
        for name in _NO_TEXT:
            starts[name] = lambda _: self._mute()
        return starts

    def _ends(self) -> dict[str, Callable[[], None]]:
        ends: dict[str, Callable[[], None]] = dict.fromkeys(("p", *_ENDS_LINE), self.end_line)
        ends |= dict.fromkeys((*_NO_TEXT, "rPh"), self._unmute)
        return ends | {
            "tbl": self.end_table,
            "tr": self.end_row,
            "tc": lambda: self.end_cell(self._span),
            "txbxContent": self.end_aside,
            "instrText": self._end_code,
            "delInstrText": self._end_code,
            "ins": self._end_insertion,
            "moveTo": self._end_insertion,
            "del": self._end_deletion,
            "moveFrom": self._end_deletion,
            "AlternateContent": self._end_alternatives,
            "Choice": self._end_choice,
            "Fallback": self._end_fallback,
            "author": self._end_author,
        }

    def _say(self, keys: tuple[str, ...], attributes: Attributes) -> None:
        for key in keys:
            value = attribute(attributes, key)
            if value:
                self._evidence.text(value)

    def _wrote(self, keys: tuple[str, ...], attributes: Attributes) -> None:
        for key in keys:
            self._written_by(attribute(attributes, key))

    def _written_by(self, name: str) -> None:
        if name and name not in self._writers:
            self._writers.add(name)
            self._evidence.property(name)

    def _start_author(self, attributes: Attributes) -> None:
        """In a workbook's comments the name is the content of the element."""
        self._wrote(_WRITTEN_BY["author"], attributes)
        self._writer = []

    def _end_author(self) -> None:
        self._written_by("".join(self._writer or ()).strip())
        self._writer = None

    def _start_cell(self) -> None:
        self.begin_cell()
        self._span = 1

    def _grid_span(self, attributes: Attributes) -> None:
        self._span = number(attribute(attributes, "val"), SPAN_AT_MOST)

    def _grid_before(self, attributes: Attributes) -> None:
        self.begin_cell()
        self.end_cell(number(attribute(attributes, "val"), SPAN_AT_MOST))

    def _tab(self, attributes: Attributes) -> None:
        if not attributes:  # with attributes it is a stop on the ruler
            self._add("\t")

    def _start_code(self) -> None:
        self._code = []

    def _end_code(self) -> None:
        """Where a link leads, what is filled in: it stands in quotes. The number of a page is of no interest."""
        code = "".join(self._code or ())
        self._code = None
        if '"' in code:
            self._evidence.text(code)

    def _start_insertion(self, attributes: Attributes) -> None:
        self._start_change(attributes)
        self._inserting += 1

    def _end_insertion(self) -> None:
        self._inserting -= 1

    def _start_deletion(self, attributes: Attributes) -> None:
        self._start_change(attributes)
        self._deleting += 1

    def _end_deletion(self) -> None:
        self._deleting -= 1

    def _start_change(self, attributes: Attributes) -> None:
        self._written_by(attribute(attributes, "author"))
        if self._old is None:
            self._old = list(self._line)

    def _start_choice(self) -> None:
        self._choosing += 1
        if not self._choices:
            self._choices.append([])

    def _end_choice(self) -> None:
        self._choosing -= 1

    def _start_fallback(self) -> None:
        self.begin_aside()
        self._falling_back += 1
        self._chosen.append(_squeezed("".join(self._choices[-1] if self._choices else ()))[:COMPARED_CHARS])

    def _end_fallback(self) -> None:
        self.end_aside()
        self._falling_back -= 1
        self._chosen.pop()

    def _end_alternatives(self) -> None:
        if self._choices:
            self._choices.pop()

    def _mute(self) -> None:
        self._silent += 1

    def _unmute(self) -> None:
        self._silent -= 1


def _squeezed(text: str) -> str:
    return "".join(text.split())
