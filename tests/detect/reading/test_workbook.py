"""Workbooks: sheets whatever their state, how numbers are shown, caches of links, charts and pivot tables, comments."""

from __future__ import annotations

import base64
import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from app.detect.reading.readers.cell_formats import DATE, PLAIN, CellFormats, rk_number, shape_of
from tests.detect.reading.observed import read
from tests.detect.reading.packages import package, part, sheet_part


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def sheet(rows: str, **parts: bytes) -> bytes:
    return package({"xl/worksheets/sheet1.xml": sheet_part(f"<sheetData>{rows}</sheetData>"), **parts})


@pytest.mark.parametrize("state", ["visible", "hidden", "veryHidden"])
def test_a_sheet_is_read_whatever_its_state(state: str) -> None:
    book = openpyxl.Workbook()
    hidden = book.create_sheet("Lonen")
    hidden.sheet_state = state
    hidden.append(["Naam", "Plaats"])
    hidden.append(["Bos", "Delft"])
    hidden.row_dimensions[2].hidden = True
    hidden.column_dimensions["B"].hidden = True
    seen = read(saved(book))
    assert seen.only_table == [["Naam", "Plaats"], ["Bos", "Delft"]]
    assert "Lonen" in seen.texts


def test_comments_names_hints_and_headers_are_text() -> None:
    book = openpyxl.Workbook()
    page = book.active
    page["A1"] = "x"
    page["A1"].comment = Comment("een opmerking", "Anna Bos")
    page.oddHeader.center.text = "boven de bladzijde"
    page["B1"].hyperlink = "mailto:bos@voorbeeld.example"
    hint = DataValidation(type="list", formula1='"Bos,Mol"', promptTitle="Kies", prompt="een naam uit de lijst")
    page.add_data_validation(hint)
    hint.add("C1")
    book.properties.creator = "Ivo Mol"
    seen = read(saved(book))
    for text in (
        "een opmerking",
        "boven de bladzijde",
        "mailto:bos@voorbeeld.example",
        "Bos,Mol",
        "een naam uit de lijst",
    ):
        assert text in seen.whole
    assert {"Anna Bos", "Ivo Mol"} <= set(seen.properties)
    assert "Anna Bos" not in seen.whole


def test_days_and_leading_zeros_are_shown_as_the_sheet_shows_them() -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.append([date(1978, 2, 1), 12_345_678, 28_522, 1234.5])
    page["A1"].number_format = "DD-MM-YYYY"
    page["B1"].number_format = "000000000"
    assert read(saved(book)).only_table == [["01-02-1978", "012345678", "28522", "1234.5"]]


def test_days_may_count_from_1904() -> None:
    styles = sheet_part('<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>', "styleSheet")
    book = sheet_part('<workbookPr date1904="1"/>', "workbook")
    row = '<row r="1"><c r="A1" s="1"><v>27060</v></c></row>'
    seen = read(sheet(row, **{"xl/styles.xml": styles, "xl/workbook.xml": book}))
    assert seen.only_table == [["01-02-1978"]]


@pytest.mark.parametrize(
    ("code", "shape"),
    [
        ("dd-mm-yyyy", DATE),
        ("[$-413]d mmmm yyyy;@", DATE),
        ("yyyy", DATE),
        ("General", PLAIN),
        ("#,##0.00", PLAIN),
        ('0 "dagen"', PLAIN),
        ("[Red]-0", PLAIN),
        ("0000", 4),
        ("0", PLAIN),
        ("@", PLAIN),
    ],
)
def test_a_number_format_tells_a_day_from_a_number(code: str, shape: int) -> None:
    assert shape_of(164, code) == shape


def test_what_is_no_day_stays_a_number() -> None:
    formats = CellFormats([DATE])
    assert formats.shown(None, "99999999") == "99999999"
    assert formats.shown("0", "woord") == "woord"


@given(st.integers(min_value=-(2**29), max_value=2**29 - 1), st.booleans())
def test_short_numbers_keep_their_value(value: int, in_hundredths: bool) -> None:
    packed = (value & 0x3FFFFFFF) << 2 | 2 | int(in_hundredths)
    assert rk_number(packed) == (value / 100 if in_hundredths else value)


def test_rows_that_are_missing_part_two_tables() -> None:
    rows = "".join(f'<row r="{number}"><c r="A{number}"><v>{number}</v></c></row>' for number in (1, 2, 6))
    assert read(sheet(rows)).only_table == [["1"], ["2"], [], ["6"]]


def test_each_element_may_stand_on_a_line_of_its_own() -> None:
    texts = sheet_part("<si>\n<t>Bos</t>\n</si>", "sst")
    row = '<row r="1">\n<c r="A1" t="s">\n<v>0</v>\n</c>\n<c r="B1">\n</c>\n<c r="C1">\n<v>5</v>\n</c></row>'
    assert read(sheet(row, **{"xl/sharedStrings.xml": texts})).only_table == [["Bos", "", "5"]]


def test_texts_that_no_cell_shows_any_more_are_told() -> None:
    texts = sheet_part("<si><t>Bos</t></si><si><r><t>Mol</t></r><rPh><t>klank</t></rPh></si>", "sst")
    seen = read(sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', **{"xl/sharedStrings.xml": texts}))
    assert seen.texts == ["Mol"]


def test_a_cell_that_refers_to_no_text_is_a_spoiled_sheet() -> None:
    seen = read(sheet('<row r="1"><c r="A1"><v>7</v></c></row><row r="2"><c r="A2" t="s"><v>9</v></c></row>'))
    assert seen.only_table == [["7"]]
    assert seen.why == {"corrupt"}


def test_cells_of_another_workbook_that_a_link_keeps_are_rows() -> None:
    cells = (
        '<externalBook><sheetNames><sheetName val="Lonen"/></sheetNames><sheetDataSet><sheetData sheetId="0">'
        '<row r="1"><cell r="A1" t="str"><v>Naam</v></cell><cell r="B1" t="str"><v>Plaats</v></cell></row>'
        '<row r="2"><cell r="A2" t="str"><v>Bos</v></cell><cell r="B2"><v>1E3</v></cell></row></sheetData>'
        "</sheetDataSet></externalBook>"
    )
    seen = read(package({"xl/externalLinks/externalLink1.xml": sheet_part(cells, "externalLink")}))
    assert seen.only_table == [["Naam", "Plaats"], ["Bos", "1000"]]
    assert "Lonen" in seen.texts


def test_records_of_a_pivot_table_are_rows_under_the_names_of_its_fields() -> None:
    fields = (
        '<cacheFields><cacheField name="Naam"><sharedItems><s v="Bos"/><s v="Mol"/><s '
        'v="Weg"/></sharedItems></cacheField>'
        '<cacheField name="Loon"><sharedItems/></cacheField><cacheField name="Sinds">'
        "<sharedItems/></cacheField></cacheFields>"
    )
    records = '<r><x v="1"/><n v="1.5E3"/><d v="1978-02-01T00:00:00"/></r><r><x v="0"/><n v="2000"/><m/></r>'
    seen = read(
        package(
            {
                "xl/pivotCache/pivotCacheRecords1.xml": sheet_part(records, "pivotCacheRecords"),
                "xl/pivotCache/pivotCacheDefinition1.xml": sheet_part(fields, "pivotCacheDefinition"),
            }
        )
    )
    tables = list(seen.tables.values())
    assert [["Naam", "Loon", "Sinds"], ["Mol", "1500", "1978-02-01"], ["Bos", "2000", ""]] in tables
    assert any([cell for cell in row if cell] == ["Weg"] for rows in tables for row in rows)


def test_a_chart_keeps_its_values_as_a_table() -> None:
    def cache(*values: str) -> str:
        return "".join(f'<c:pt idx="{index}"><c:v>{value}</c:v></c:pt>' for index, value in enumerate(values))

    chart = part(
        "c:chartSpace",
        f"<c:ser><c:tx><c:strRef><c:f>Blad1!A1</c:f><c:strCache>{cache('Salaris')}</c:strCache></c:strRef></c:tx>"
        f"<c:cat><c:strRef><c:strCache>{cache('Bos', 'Mol')}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:numCache><c:formatCode>0</c:formatCode>{cache('2000', '3000')}</c:numCache>"
        "</c:numRef></c:val></c:ser>",
    )
    seen = read(package({"ppt/charts/chart1.xml": chart}))
    assert seen.only_table == [["", "Salaris"], ["Bos", "2000"], ["Mol", "3000"]]
    assert seen.texts == []


def test_queries_that_a_workbook_keeps_are_read() -> None:
    inner = package({"Formulas/Section1.m": b'section Section1; shared Bron = "Bijzonder woord";'})
    packed = bytes(4) + len(inner).to_bytes(4, "little") + inner
    mashup = (
        f'<DataMashup xmlns="http://schemas.microsoft.com/DataMashup">{base64.b64encode(packed).decode()}</DataMashup>'
    )
    seen = read(package({"xl/workbook.xml": b"<workbook/>", "customXml/item1.xml": mashup.encode("utf-16")}))
    assert "Bijzonder woord" in seen.whole
    assert seen.why == set()


def test_the_names_of_elements_may_have_any_prefix() -> None:
    content = (
        '<x:worksheet xmlns:x="urn:s"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr">'
        "<x:is><x:t>Bos</x:t></x:is></x:c>"
        "</x:row></x:sheetData></x:worksheet>"
    )
    assert read(package({"xl/worksheets/sheet1.xml": content.encode()})).only_table == [["Bos"]]


def test_a_sheet_is_known_by_its_type_wherever_it_stands() -> None:
    types = (
        b'<Types><Override PartName="/xl/bladen/een.xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    )
    content = sheet_part('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row></sheetData>')
    seen = read(package({"xl/bladen/een.xml": content, "[Content_Types].xml": types}))
    assert seen.only_table == [["1", "", "2"]]
