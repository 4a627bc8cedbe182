"""Documents in documents: a workbook behind a chart or an icon, the source that a pivot table keeps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import quoteattr

from benchmarks.detection.corpus.blocks import Cell, Row, text_of
from benchmarks.detection.corpus.formats.package import OFFICE, RELATIONS, members_of, zipped

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def with_workbook(package: bytes, folder: str, workbook: bytes) -> bytes:
    """A document (`word`) or presentation (`ppt`) that carries a workbook, as behind a chart."""
    members = members_of(package)
    members[f"{folder}/embeddings/Microsoft_Excel_Worksheet.xlsx"] = workbook
    types = members["[Content_Types].xml"].decode()
    default = f'<Default Extension="xlsx" ContentType="{BOOK_TYPE}sheet"/>'
    members["[Content_Types].xml"] = types.replace("<Override", f"{default}<Override", 1).encode()
    part = f"{folder}/_rels/document.xml.rels" if folder == "word" else f"{folder}/slides/_rels/slide1.xml.rels"
    target = "embeddings" if folder == "word" else "../embeddings"
    link = f'<Relationship Id="rId77" Type="{OFFICE}/relationships/package" Target="{target}/Microsoft_Excel_Worksheet.xlsx"/>'
    empty = f'{HEAD}<Relationships xmlns="{RELATIONS}"></Relationships>'.encode()
    relations = members.get(part, empty).decode()
    if relations.rstrip().endswith("/>"):
        relations = empty.decode()
    members[part] = relations.replace("</Relationships>", f"{link}</Relationships>").encode()
    return zipped(members)


def with_pivot_source(workbook: bytes, rows: Sequence[Row]) -> bytes:
    """A workbook whose pivot table keeps its source, header first, though no sheet shows it."""
    members = members_of(workbook)
    header, *records = rows
    fields = "".join(
        f'<cacheField name={quoteattr(text_of(name))} numFmtId="0"><sharedItems/></cacheField>' for name in header
    )
    items = "".join(f"<r>{''.join(map(_item, record))}</r>" for record in records)
    relation = f"{OFFICE}/relationships/pivotCache"
    members["xl/pivotCache/pivotCacheDefinition1.xml"] = (
        f'{HEAD}<pivotCacheDefinition xmlns="{SHEET}" xmlns:r="{OFFICE}/relationships" r:id="rId1" '
        f'recordCount="{len(records)}">'
        f'<cacheSource type="worksheet"><worksheetSource ref="A1:Z{len(rows)}" sheet="bron"/></cacheSource>'
        f'<cacheFields count="{len(header)}">{fields}</cacheFields></pivotCacheDefinition>'
    ).encode()
    members["xl/pivotCache/pivotCacheRecords1.xml"] = (
        f'{HEAD}<pivotCacheRecords xmlns="{SHEET}" count="{len(records)}">{items}</pivotCacheRecords>'.encode()
    )
    members["xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels"] = (
        f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{relation}Records" '
        'Target="pivotCacheRecords1.xml"/></Relationships>'
    ).encode()
    types = members["[Content_Types].xml"].decode()
    overrides = "".join(
        f'<Override PartName="/xl/pivotCache/pivotCache{part}1.xml" ContentType="{BOOK_TYPE}pivotCache{part}+xml"/>'
        for part in ("Definition", "Records")
    )
    members["[Content_Types].xml"] = types.replace("</Types>", f"{overrides}</Types>").encode()
    links = members["xl/_rels/workbook.xml.rels"].decode()
    link = f'<Relationship Id="rId77" Type="{relation}Definition" Target="pivotCache/pivotCacheDefinition1.xml"/>'
    members["xl/_rels/workbook.xml.rels"] = links.replace("</Relationships>", f"{link}</Relationships>").encode()
    return zipped(members)


def _item(value: Cell) -> str:
    if value is None or value == "":
        return "<m/>"
    if isinstance(value, date):
        return f'<d v="{value.isoformat()}T00:00:00"/>'
    return f'<n v="{value}"/>' if isinstance(value, (int, float)) else f"<s v={quoteattr(value)}/>"
