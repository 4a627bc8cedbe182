"""Which reader reads which format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.detect.reading.signatures import Format

if TYPE_CHECKING:
    from app.detect.reading.document import Reader


def reader_of(found: Format) -> Reader:
    """The reader of a format, imported when the first document of that format comes: a worker starts without them."""
    match found:
        case Format.OFFICE_XML:
            from app.detect.reading.readers.office_xml import read_office_xml as reader
        case Format.PICTURE:
            from app.detect.reading.readers.pictures import read_picture as reader
        case Format.RTF:
            from app.detect.reading.readers.rtf import read_rtf as reader
        case Format.PDF:
            from app.detect.reading.readers.pdf import read_pdf as reader
        case Format.OLE:
            from app.detect.reading.readers.ole import read_ole as reader
        case Format.TEXT:
            from app.detect.reading.readers.text import read_text as reader
        case Format.TABLE:
            from app.detect.reading.readers.text import read_table as reader
        case Format.JSON:
            from app.detect.reading.readers.json_data import read_json as reader
        case Format.XML:
            from app.detect.reading.readers.xml_data import read_xml as reader
        case Format.HTML:
            from app.detect.reading.readers.page import read_html as reader
        case Format.MAIL:
            from app.detect.reading.readers.mail import read_mail as reader
        case Format.TNEF:
            from app.detect.reading.readers.tnef import read_tnef as reader
        case Format.SIGNED:
            from app.detect.reading.readers.signed import read_signed as reader
        case Format.CARDS:
            from app.detect.reading.readers.cards import read_cards as reader
        case Format.DIRECTORY:
            from app.detect.reading.readers.cards import read_directory as reader
        case Format.SQL:
            from app.detect.reading.readers.sql import read_sql as reader
        case Format.COLUMNS:
            from app.detect.reading.readers.columns import read_columns as reader
        case Format.SQLITE:
            from app.detect.reading.readers.database import read_sqlite as reader
        case Format.DBASE:
            from app.detect.reading.readers.dbase import read_dbase as reader
        case Format.SEVEN_ZIP:
            from app.detect.reading.readers.seven_zip import read_seven_zip as reader
        case Format.RAR:
            from app.detect.reading.readers.rar import read_rar as reader
        case Format.PROGRAM:
            from app.detect.reading.readers.program import read_program as reader
        case Format.ZIP:
            from app.detect.reading.readers.archive import read_zip as reader
        case Format.TAR:
            from app.detect.reading.readers.packed import read_tar as reader
        case _:  # what is packed as one stream
            from app.detect.reading.readers.packed import read_packed as reader
    return reader
