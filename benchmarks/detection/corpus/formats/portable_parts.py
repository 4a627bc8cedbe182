"""PDF with parts beside the page: filled-in fields, notes, attached files, entries of a sensitivity label; and pictures."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas

from benchmarks.detection.corpus.formats.plain import western


def pdf_with_parts(
    lines: Sequence[str],
    *,
    fields: Sequence[tuple[str, str]] = (),
    notes: Sequence[str] = (),
    attachments: Mapping[str, bytes] | None = None,
    information: Mapping[str, str] | None = None,
    compressed: bool = True,
) -> bytes:
    """One page of lines; `fields`: label and value; `information`: further entries beside title and author."""
    target = io.BytesIO()
    page = canvas.Canvas(target, invariant=1, pageCompression=int(compressed))
    page.setFont("Helvetica", 10)
    top = 790
    for line in lines:
        page.drawString(60, top, western(line))
        top -= 16
    for number, (label, value) in enumerate(fields):
        top -= 24
        page.drawString(60, top + 5, label)
        page.acroForm.textfield(
            name=f"veld{number}", value=western(value), x=220, y=top, width=300, height=18, fontSize=9
        )
    for text in notes:
        top -= 24
        page.textAnnotation(western(text), (60, top, 300, top + 20), addtopage=1)
    if attachments:
        _attach(page, attachments)
    if information:
        _inform(page, information)
    page.showPage()
    page.save()
    return target.getvalue()


def pdf_of_pictures(pictures: Sequence[bytes]) -> bytes:
    """Pages without text, as a scanner makes them."""
    target = io.BytesIO()
    page = canvas.Canvas(target, invariant=1)
    for picture in pictures:
        page.drawImage(ImageReader(io.BytesIO(picture)), 0, 0, 595, 842)
        page.showPage()
    page.save()
    return target.getvalue()


def _attach(page: Any, attachments: Mapping[str, bytes]) -> None:  # Any: reportlab has no types for its inner parts
    document = page._doc
    listed = []
    for name, content in attachments.items():
        stream = pdfdoc.PDFStream(content=content)
        stream.dictionary["Type"] = pdfdoc.PDFName("EmbeddedFile")
        stream.filters = []
        file = document.Reference(stream)
        places = pdfdoc.PDFDictionary({"F": file, "UF": file})
        specification = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Filespec"),
                "F": pdfdoc.PDFString(name),
                "UF": pdfdoc.PDFString(name),
                "EF": places,
            }
        )
        listed += [pdfdoc.PDFString(name), document.Reference(specification)]
    files = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(listed)})
    document.Catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": files})


def _inform(page: Any, information: Mapping[str, str]) -> None:  # Any: as above
    class Information(pdfdoc.PDFInfo):
        def format(self, document: Any) -> bytes:
            known = super().format(document)
            extra = b"".join(
                b"/" + name.encode() + b" (" + value.encode() + b")\n" for name, value in information.items()
            )
            place: int = known.rindex(b">>")
            return bytes(known[:place] + extra + known[place:])

    page._doc.info = Information()
