"""Reports: declarations of destruction (JSON, PDF, HTML) and "what do you hold of us". No Qt, no display, no clock.

The PDF library is loaded when a PDF is asked for: `app.report.certificate_pdf`, `app.report.client_report_pdf`.
"""

from app.report.certificate import sign, to_json, verify
from app.report.document import Bilingual, number_of, residuals_of
from app.report.errors import ResourceMissing, UnreadableDocument
from app.report.press import Press
from app.report.preview import MOST_PAGES, PageImage, page_count, page_images
from app.report.reading import read
from app.report.statement import make_statement, statement_for

__all__ = [
    "MOST_PAGES",
    "Bilingual",
    "PageImage",
    "Press",
    "ResourceMissing",
    "UnreadableDocument",
    "make_statement",
    "number_of",
    "page_count",
    "page_images",
    "read",
    "residuals_of",
    "sign",
    "statement_for",
    "to_json",
    "verify",
]
