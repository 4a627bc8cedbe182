"""Which formats there are for running text, tables, slides and mail, and the one way to write each of them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final

from benchmarks.detection.corpus.blocks import Block, Extras, Grid, Heading, Properties, Sheet, Slide
from benchmarks.detection.corpus.formats import plain
from benchmarks.detection.corpus.formats.old_excel import xls_of, xlsb_of
from benchmarks.detection.corpus.formats.old_slides import ppt_of
from benchmarks.detection.corpus.formats.old_word import doc_of
from benchmarks.detection.corpus.formats.opendocument import odp_of, ods_of, odt_of
from benchmarks.detection.corpus.formats.package import retyped
from benchmarks.detection.corpus.formats.portable import pdf_of
from benchmarks.detection.corpus.formats.slides import pptx_of
from benchmarks.detection.corpus.formats.word import docx_of
from benchmarks.detection.corpus.formats.workbook import xlsx_of

# As often as they are met.
PROSE: Final = (
    *["docx"] * 8,
    *["pdf"] * 5,
    *["odt"] * 2,
    *["rtf"] * 2,
    "txt",
    "txt",
    "html",
    "doc",
    "doc",
    "docm",
    "dotx",
    "md",
)
LETTER: Final = (*["docx"] * 6, *["pdf"] * 5, "odt", "rtf", "doc", "doc", "txt")
TABLES: Final = (*["xlsx"] * 10, *["csv"] * 7, *["ods"] * 3, "tsv", "tsv", "xls", "xls", "xlsb", "xlsm", "html")
SHEETS: Final = (*["xlsx"] * 6, "ods", "xls", "xlsb", "xlsm")  # of several sheets
SLIDES: Final = ("pptx", "pptx", "pptx", "odp", "ppt")
WITH_PROPERTIES: Final = frozenset(
    {"docx", "docm", "dotx", "xlsx", "xlsm", "xlsb", "pptx", "odt", "ods", "odp", "pdf", "doc", "xls", "ppt"}
)
WITH_LABEL: Final = frozenset({"docx", "docm", "dotx", "xlsx", "xlsm", "xlsb", "pptx"})
ENCODINGS: Final = ("utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16")


def written_prose(
    suffix: str, blocks: Sequence[Block], properties: Properties, rng: random.Random, extras: Extras | None
) -> bytes:
    if suffix in ("docx", "docm", "dotx"):
        return retyped(docx_of(blocks, properties, extras), suffix)
    if suffix == "doc":
        return doc_of(blocks, properties)
    if suffix == "odt":
        return odt_of(blocks, properties)
    if suffix == "pdf":
        return pdf_of(blocks, properties)
    if suffix == "rtf":
        return plain.rtf_of(blocks)
    if suffix == "html":
        return plain.html_of(blocks)
    if suffix == "md":
        return plain.markdown(blocks)
    assert suffix in ("txt", "log"), suffix
    return plain.text_document(blocks, encoding=rng.choice(ENCODINGS))


def written_sheets(suffix: str, sheets: Sequence[Sheet], properties: Properties, rng: random.Random) -> bytes:
    """Delimited text and a web page hold the first sheet alone."""
    if suffix in ("csv", "tsv", "txt"):
        delimiter = "\t" if suffix == "tsv" else rng.choice((";", ";", ",", "|"))
        return plain.delimited(
            sheets[0].rows, delimiter=delimiter, encoding=rng.choice(ENCODINGS), quoted=rng.random() < 0.3
        )
    if suffix == "html":
        return plain.html_of([Heading(sheets[0].name, 2), Grid([row for row in sheets[0].rows if row])])
    if suffix == "ods":
        return ods_of(sheets, properties)
    if suffix == "xls":
        return xls_of(sheets, properties)
    if suffix == "xlsb":
        return xlsb_of(sheets, properties)
    assert suffix in ("xlsx", "xlsm"), suffix
    return retyped(xlsx_of(sheets, properties), suffix)


def written_slides(suffix: str, slides: Sequence[Slide], properties: Properties) -> bytes:
    if suffix == "odp":
        return odp_of(slides, properties)
    return ppt_of(slides, properties) if suffix == "ppt" else pptx_of(slides, properties)
