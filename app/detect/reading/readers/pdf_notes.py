"""What lies upon the pages of a PDF: fields that were filled in, notes, links, files pinned to a page."""

from __future__ import annotations

import ctypes
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from app.detect.reading.document import Part, Reading
from app.detect.reading.readers.ole import read_object

_NOT_CHOSEN: Final = frozenset({"Off", "0", "Nee", "No", "false"})
_DRAWN: Final = frozenset({raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_FREETEXT})
_TEXTS: Final = (b"Contents", b"Subj", b"DV")


class Notes:
    """The annotations of one document."""

    def __init__(self, document: pdfium.PdfDocument, part: Part, reading: Reading) -> None:
        self._part, self._reading, self._evidence = part, reading, reading.evidence
        self._form = None
        if document.get_formtype() != raw.FORMTYPE_NONE:
            document.init_forms()
            self._form = document.formenv
        self._document = document

    def read(self, page: pdfium.PdfPage) -> list[int]:
        """The numbers of those that show what they do not tell: a signature with a name and a date, a stamp."""
        silent: list[int] = []
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            note = raw.FPDFPage_GetAnnot(page, index)
            if not note:
                continue
            try:
                chars = self._evidence.chars
                self._note(note)
                if self._evidence.chars == chars and self._is_drawn(note):
                    silent.append(index)
            finally:
                raw.FPDFPage_CloseAnnot(note)
        return silent

    def attached(self, attachment: pdfium.PdfAttachment) -> None:
        """A file in the document; a picture is one of the document's pictures."""
        content = bytes(attachment.get_data())
        self._reading.budget.expand(len(content))
        self._evidence.name(attachment.get_name())
        read_object(content, self._part.depth, self._reading, is_file=True)

    def _note(self, note: raw.FPDF_ANNOTATION) -> None:
        kind = raw.FPDFAnnot_GetSubtype(note)
        if kind == raw.FPDF_ANNOT_WIDGET:
            return self._field(note)
        if kind == raw.FPDF_ANNOT_LINK:
            return self._link(note)
        if kind == raw.FPDF_ANNOT_FILEATTACHMENT:
            attachment = raw.FPDFAnnot_GetFileAttachment(note)
            if attachment:
                self._reading.budget.take_member()
                self._reading.attempt(lambda: self.attached(pdfium.PdfAttachment(attachment, self._document)))
        author = _text(note, b"T")
        if author:
            self._evidence.property(author)
        for key in _TEXTS:
            self._tell(_text(note, key))
        return None

    def _is_drawn(self, note: raw.FPDF_ANNOTATION) -> bool:
        kind = raw.FPDFAnnot_GetSubtype(note)
        is_signature = (
            kind == raw.FPDF_ANNOT_WIDGET
            and self._form is not None
            and raw.FPDFAnnot_GetFormFieldType(self._form, note) == raw.FPDF_FORMFIELD_SIGNATURE
        )
        return (is_signature or kind in _DRAWN) and raw.FPDFAnnot_GetObjectCount(note) > 0

    def _field(self, note: raw.FPDF_ANNOTATION) -> None:
        """The name of the field is the label of its value; nothing is told of an empty one."""
        value = self._of_field(raw.FPDFAnnot_GetFormFieldValue, note) or _text(note, b"V") or _text(note, b"DV")
        if not value or value in _NOT_CHOSEN:
            return
        label = self._of_field(raw.FPDFAnnot_GetFormFieldAlternateName, note) or _text(note, b"TU")
        name = (self._of_field(raw.FPDFAnnot_GetFormFieldName, note) or _text(note, b"T")).rpartition(".")[2]
        self._tell(f"{label or name.partition('[')[0]}: {value}")
        self._tell(_text(note, b"Contents"))

    def _of_field(self, function: object, note: raw.FPDF_ANNOTATION) -> str:
        """A value that a field may have from the field above it."""
        if self._form is None or not callable(function):
            return ""
        size = function(self._form, note, None, 0)
        buffer = ctypes.create_string_buffer(max(size, 2))
        function(self._form, note, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
        return buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace").strip()

    def _link(self, note: raw.FPDF_ANNOTATION) -> None:
        link = raw.FPDFAnnot_GetLink(note)
        action = raw.FPDFLink_GetAction(link) if link else None
        if action:
            size = raw.FPDFAction_GetURIPath(self._document, action, None, 0)
            buffer = ctypes.create_string_buffer(max(size, 1))
            raw.FPDFAction_GetURIPath(self._document, action, buffer, size)
            self._tell(buffer.value.decode("utf-8", "replace"))
        self._tell(_text(note, b"Contents"))

    def _tell(self, text: str) -> None:
        if text:
            self._evidence.text(text)


def _text(note: raw.FPDF_ANNOTATION, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(note, key, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")
