"""The parts of a workbook, as XML or as binary records: sheets, whatever their state, and what they refer to."""

from __future__ import annotations

import re
from typing import Final

from app.detect.reading.readers.cell_formats import CellFormats
from app.detect.reading.readers.office_caches import PivotFields, PivotRecords
from app.detect.reading.readers.package import Package
from app.detect.reading.readers.sheet import SharedStrings, Sheet, Styles

_SHEETS: Final = frozenset({"worksheet", "dialogsheet", "macrosheet", "intlmacrosheet", "externallink"})
_READ_BEFORE: Final = frozenset({"sharedstrings", "pivotcacherecords"})
_NO_TEXT: Final = frozenset({"calcchain", "binaryindex", "printersettings", "styles"})
_NO_RECORDS: Final = (
    "xl/embeddings/",
    "xl/vba",
    "xl/activex/",
    "xl/model/",
    "xl/attachedtoolbars",
    "xl/customproperty",
)
_FROM_1904 = re.compile(rb"date1904\s*=\s*[\"'](?:1|true)")


class Workbook:
    def __init__(self, package: Package) -> None:
        self._package, self._reading = package, package.reading
        self._evidence = package.reading.evidence
        self._strings = SharedStrings(self._evidence)
        self._formats = CellFormats()

    def prepare(self) -> None:
        """Texts and styles first, wherever they stand in the archive: without them a sheet makes no sense."""
        for name in self._package.names:
            if self._package.role(name) == "sharedstrings":
                self._reading.attempt(lambda name=name: self._read_strings(name))  # type: ignore[misc]  # a bound loop name
        self._reading.attempt(self._find_formats)

    def read(self, name: str) -> bool:
        """Whether the part is one of a workbook; then it was read."""
        role = self._package.role(name)
        is_binary = name.endswith(".bin")
        if role in _READ_BEFORE or (is_binary and role in _NO_TEXT):
            return True
        if role in _SHEETS:
            self._read_sheet(name, is_binary)
        elif role == "pivotcachedefinition":
            self._read_pivot_cache(name, is_binary)
        elif is_binary and "xl/workbook.bin" in self._package and not name.startswith(_NO_RECORDS):
            from app.detect.reading.readers import xlsb

            with self._package.opened(name) as stream:
                xlsb.read_other(stream, self._reading)
        else:
            return False
        return True

    def close(self) -> None:
        """To be called when all sheets were read."""
        self._strings.tell_unused()

    def _read_strings(self, name: str) -> None:
        if not name.endswith(".bin"):
            return self._package.parse(name, self._strings)
        from app.detect.reading.readers import xlsb

        with self._package.opened(name) as stream:
            return xlsb.read_shared_strings(stream, self._strings, self._reading)

    def _find_formats(self) -> None:
        from_1904, shapes = False, list[int]()
        if "xl/workbook.bin" in self._package:
            from app.detect.reading.readers import xlsb

            with self._package.opened("xl/workbook.bin") as stream:
                from_1904 = xlsb.is_from_1904(stream, self._reading)
            if "xl/styles.bin" in self._package:
                with self._package.opened("xl/styles.bin") as stream:
                    shapes = xlsb.read_styles(stream, self._reading)
        else:
            if "xl/workbook.xml" in self._package:
                from_1904 = _FROM_1904.search(self._package.content("xl/workbook.xml")) is not None
            if "xl/styles.xml" in self._package:
                styles = Styles()
                self._package.parse("xl/styles.xml", styles)
                shapes = styles.shapes
        self._formats = CellFormats(shapes, from_1904=from_1904)

    def _read_sheet(self, name: str, is_binary: bool) -> None:
        with self._package.opened(name) as stream:
            if is_binary:
                from app.detect.reading.readers import xlsb

                xlsb.read_sheet(stream, self._strings, self._formats, self._reading)
            else:
                Sheet(self._evidence, self._strings, self._formats).parse(stream, self._reading)

    def _read_pivot_cache(self, name: str, is_binary: bool) -> None:
        records = name.replace("definition", "records")
        if is_binary:
            from app.detect.reading.readers import xlsb

            with self._package.opened(name) as stream:
                xlsb.read_pivot_cache(stream, self._reading)
            if records in self._package:
                with self._package.opened(records) as stream:
                    xlsb.read_pivot_records(stream, self._reading)
            return
        fields = PivotFields(self._evidence)
        self._package.parse(name, fields)
        fields.tell_items()
        if records in self._package:
            self._package.parse(records, PivotRecords(self._evidence, fields.names, fields.items))
