"""The vocabulary of OpenDocument. Source: OASIS OpenDocument 1.3 part 3."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from functools import partial
from typing import Final

from app.detect.judging.evidence import Evidence
from app.detect.reading.document import Reading
from app.detect.reading.readers.cell_formats import plain_number
from app.detect.reading.readers.lines import Lines
from app.detect.reading.readers.ooxml_properties import about, custom_property
from app.detect.reading.readers.parsing import Attributes, Ends, Starts, attribute, number
from app.detect.reading.readers.pictures import Pictures

COLUMNS = 512  # an element says "16,000 empty cells"; the columns need no more than this
REPEATED = 64  # the same value again and again says nothing new
SPACES = 64
_SAID: Final = {
    "a": ("href",),
    "table": ("name",),
    "user-field-decl": ("name", "string-value", "value", "date-value"),
    "variable-set": ("string-value",),
    "hidden-text": ("string-value", "condition"),
    "hidden-paragraph": ("condition",),
    "conditional-text": ("string-value-if-true", "string-value-if-false"),
    "text-input": ("description",),
    "placeholder": ("description",),
    "bookmark": ("name",),
    "bookmark-start": ("name",),
    "label": ("value",),  # an item of a list to choose from
    "content-validation": ("name", "condition"),
    "error-message": ("title",),
    "help-message": ("title",),
    "named-range": ("name",),
    "named-expression": ("name", "expression"),
    "change-track-table-cell": ("value", "string-value", "date-value"),
    "dde-source": ("dde-topic", "dde-item"),
    "database-source-sql": ("sql-statement",),
    "database-source-table": ("database-table-name",),
    "connection-resource": ("href",),
    "form:text": ("current-value", "value", "title"),
    "form:textarea": ("current-value", "value", "title"),
    "form:formatted-text": ("current-value", "value"),
    "form:number": ("current-value", "value"),
    "form:date": ("current-value", "value"),
    "form:combobox": ("current-value", "value"),
    "form:option": ("label", "value"),
    "form:item": ("label",),
    "form:checkbox": ("label", "title"),
    "form:radio": ("label", "title"),
    "form:fixed-text": ("label",),
    "form:hidden": ("value",),
}
_BY_WHOM: Final = ("creator", "initial-creator", "printed-by")
_ABOUT: Final = ("title", "subject", "keyword", "description")
_ENDS_LINE: Final = (
    "title",
    "desc",
    "header-decl",
    "footer-decl",
    "date-time-decl",
    "subject",
    "keyword",
    "description",
    "module",
)
_NO_TEXT: Final = (
    "dc:date",
    "config-item",
    "note-citation",
    "number:text",
    "meta:creation-date",
    "meta:date-string",
    "meta:editing-duration",
    "meta:editing-cycles",
    "meta:generator",
    "meta:print-date",
)


class Meta:
    """meta.xml: who made it, what it is about; also labels that an office suite kept as a property."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._text: list[str] = []
        self._custom = ""
        self.starts: Starts = {
            "user-defined": self._start_custom,
            "template": self._template,
            **dict.fromkeys((*_BY_WHOM, *_ABOUT), lambda _: self._text.clear()),
        }
        self.ends: Ends = {
            "user-defined": lambda: custom_property(self._custom, self._value(), evidence),
            **dict.fromkeys(_BY_WHOM, lambda: evidence.property(self._value())),
            **{name: partial(self._end_about, name) for name in _ABOUT},
        }

    def data(self, text: str) -> None:
        self._text.append(text)

    def close(self) -> None:
        return

    def _start_custom(self, attributes: Attributes) -> None:
        self._text.clear()
        self._custom = attribute(attributes, "name")

    def _template(self, attributes: Attributes) -> None:
        for key in ("title", "href"):
            self._evidence.property(attribute(attributes, key))

    def _end_about(self, name: str) -> None:
        about(name, self._value(), self._evidence)

    def _value(self) -> str:
        value = "".join(self._text).strip()
        self._text.clear()
        return value


class _Cell:
    """A cell while it is open."""

    __slots__ = ("kind", "times", "value")

    def __init__(self, attributes: Attributes) -> None:
        self.times, self.kind, self.value = 1, "", ""
        for name, value in attributes.items():
            local = name.rpartition(":")[2]
            if local == "number-columns-repeated":
                self.times = number(value, COLUMNS)
            elif local == "value-type":
                self.kind = value
            elif local in ("value", "date-value"):
                self.value = value

    def shown(self, text: str) -> str:
        """A day as it is stored, for what is shown may lack its century; a number without points, unless its zeros count."""
        if self.kind == "date":
            return self.value.partition("T")[0] or text
        if self.kind in ("float", "currency") and self.value and not text.isdigit():
            return plain_number(self.value) if "." in self.value or "E" in self.value else self.value
        return text


class OpenText(Lines):
    """A vocabulary for `parsing.parse_xml`. `shown`: names of the pictures that the text refers to.

    A paragraph within a paragraph (a note, a comment, the text of a drawing) is a line of its own.
    """

    def __init__(self, reading: Reading, pictures: Pictures) -> None:
        super().__init__(reading.evidence)
        self._reading, self._pictures = reading, pictures
        self.shown: set[str] = set()
        self._in_paragraph = False
        self._outer_paragraph: list[bool] = []
        self._is_inner: list[bool] = []
        self._cells: list[_Cell] = []
        self._blank: list[int] = [0]  # cells before the next one with something in it, by table
        self._row_times = 1
        self._silent = 0
        self._captured: list[str] | None = None
        self.starts: Starts = self._starts()
        self.ends: Ends = self._ends()

    def data(self, text: str) -> None:
        if self._captured is not None:
            self._captured.append(text)
        elif not self._silent and not (text.isspace() and not self._in_paragraph):
            self._line.append(text)

    def _starts(self) -> dict[str, Callable[[Attributes], None]]:
        starts: dict[str, Callable[[Attributes], None]] = {
            name: partial(self._say, keys) for name, keys in _SAID.items()
        }
        starts |= dict.fromkeys(_NO_TEXT, lambda _: self._mute(1))
        starts |= dict.fromkeys((*_BY_WHOM, "binary-data"), lambda _: self._capture())
        return starts | {
            "p": lambda _: self._start_paragraph(),
            "h": lambda _: self._start_paragraph(),
            "s": lambda found: self._line.append(" " * number(attribute(found, "c"), SPACES)),
            "tab": lambda _: self._line.append("\t"),
            "line-break": lambda _: self._line.append("\n"),
            "table": self._start_table,
            "table-row": self._start_row,
            "table-cell": self._start_cell,
            "covered-table-cell": self._start_cell,
            "image": self._picture,
        }

    def _ends(self) -> dict[str, Callable[[], None]]:
        ends: dict[str, Callable[[], None]] = dict.fromkeys(_ENDS_LINE, self.end_line)
        ends |= dict.fromkeys(_NO_TEXT, lambda: self._mute(-1))
        ends |= dict.fromkeys(_BY_WHOM, self._end_by_whom)
        return ends | {
            "p": self._end_paragraph,
            "h": self._end_paragraph,
            "table": self._end_table,
            "table-row": self._end_row,
            "table-cell": self._end_cell,
            "covered-table-cell": self._end_cell,
            "binary-data": self._end_binary,
        }

    def _push(self) -> None:
        super()._push()
        self._outer_paragraph.append(self._in_paragraph)
        self._in_paragraph = False

    def _pop(self) -> None:
        super()._pop()
        self._in_paragraph = self._outer_paragraph.pop() if self._outer_paragraph else False

    def _say(self, keys: tuple[str, ...], attributes: Attributes) -> None:
        for key in keys:
            value = attribute(attributes, key)
            if value:
                self._evidence.text(value)

    def _mute(self, more: int) -> None:
        self._silent += more

    def _start_paragraph(self) -> None:
        self._is_inner.append(self._in_paragraph)
        if self._in_paragraph:
            self.begin_aside()
        self._in_paragraph = True

    def _end_paragraph(self) -> None:
        self.end_line()
        self._in_paragraph = False
        if self._is_inner and self._is_inner.pop():
            self.end_aside()

    def _start_table(self, attributes: Attributes) -> None:
        self._say(_SAID["table"], attributes)
        self.begin_table()
        self._blank.append(0)

    def _end_table(self) -> None:
        self.end_table()
        if len(self._blank) > 1:
            self._blank.pop()

    def _start_row(self, attributes: Attributes) -> None:
        self._row_times = number(attribute(attributes, "number-rows-repeated"), REPEATED)
        self._blank[-1] = 0

    def _end_row(self) -> None:
        self.end_row(self._row_times)
        self._row_times = 1

    def _start_cell(self, attributes: Attributes) -> None:
        self.begin_cell()
        self._cells.append(_Cell(attributes))

    def _end_cell(self) -> None:
        cell = self._cells.pop()
        table = self._table
        if table is None:
            return
        self.end_cell()
        text = cell.shown(table.row.pop())
        if not text:
            self._blank[-1] += cell.times
            return
        table.row += [""] * min(self._blank[-1], COLUMNS) + [text] * min(cell.times, REPEATED)
        self._blank[-1] = 0

    def _picture(self, attributes: Attributes) -> None:
        self.shown.add(attribute(attributes, "href").rpartition("/")[2])

    def _capture(self) -> None:
        self._captured = []

    def _end_by_whom(self) -> None:
        name = "".join(self._captured or ()).strip()
        self._captured = None
        if name:
            self._evidence.property(name)

    def _end_binary(self) -> None:
        """A picture in a document that is one file. Raises ValueError: it is no Base64."""
        encoded = "".join(self._captured or ())
        self._captured = None
        content = base64.b64decode(encoded)
        self._pictures.look("", len(content), lambda: io.BufferedReader(io.BytesIO(content)))
