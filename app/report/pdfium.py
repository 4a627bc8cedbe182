"""One thread at a time in PDFium, which knows nothing of threads. Source: pypdfium2's README, "Thread incompatibility"."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from app.domain.messages import msg
from app.report.errors import UnreadableDocument

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_IN_USE = Lock()  # of the library, so there is one in the process


@contextmanager
def opened_pdf(content: bytes) -> Iterator[PdfDocument]:
    """The document, for this thread alone until the block ends. Raises UnreadableDocument when it is none."""
    from pypdfium2 import PdfDocument, PdfiumError

    with _IN_USE:
        try:
            pdf = PdfDocument(content)
        except PdfiumError as error:
            raise UnreadableDocument(msg("certificate.file-unreadable")) from error
        try:
            yield pdf
        finally:
            pdf.close()
