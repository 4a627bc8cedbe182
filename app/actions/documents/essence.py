"""What of an Office document stays the same when SharePoint writes its own properties into it.

Names and checksums of the parts, as the archive's directory has them, without the parts that hold properties, and without what
only refers to those. A changed word, picture or link changes it.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from typing import BinaryIO

from app.domain.document_steps import REWRITING_ADDS

_PROPERTIES = re.compile(
    r"(?:docProps|customXml|docMetadata|_xmlsignatures)/|\[Content_Types\]\.xml$|\[trash\]/", re.IGNORECASE
)
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"""\b(Id|Type|Target|TargetMode)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_OF_PROPERTIES = re.compile(
    rb"(?:-properties|/customXml|/customXmlProps|/thumbnail|/classificationlabels)$", re.IGNORECASE
)
# Comments, islands of XML, meta elements, attributes: nothing that a reader sees.
_MARKUP = re.compile(
    rb"(?:<!--.*?-->|<xml\b.*?</xml>|<meta\b[^>]*>|<link\b[^>]*>|\s|[\w:-]+=\"[^\"]*\")*", re.IGNORECASE | re.DOTALL
)
_SLIDES = 32
_MOST_RELATIONS = 4 << 20  # bytes; no document has so many
_MOST_PARTS = 20_000


def essence_of(file: BinaryIO) -> str | None:
    """Hexadecimal; None for what is no Office document in an archive. `file` can be sought; it stands anywhere afterwards."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or "[Content_Types].xml" not in archive.NameToInfo:
                return None
            told = sorted(_told(archive, part) for part in parts if not _PROPERTIES.match(part.filename))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return None
    digest = hashlib.sha256()
    for text in told:
        digest.update(text)
        digest.update(b"\0")
    return digest.hexdigest()


def _told(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    name = part.filename.encode("utf-8", "surrogatepass")
    if part.filename.endswith(".rels") and part.file_size <= _MOST_RELATIONS:
        return name + b"|" + b"|".join(sorted(_relations(archive.read(part))))
    return b"%s|%d|%d" % (name, part.CRC, part.file_size)


def _relations(content: bytes) -> list[bytes]:
    found = []
    for tag in _RELATION.findall(content):
        values = {name: double or single for name, double, single in _ATTRIBUTE.findall(tag)}
        if not _OF_PROPERTIES.search(values.get(b"Type", b"")):
            found.append(b",".join(values.get(key, b"") for key in (b"Type", b"Target", b"TargetMode")))
    return found


def is_only_added_to(sent: bytes, stored: bytes) -> bool:
    """Whether `stored` is `sent` with properties put in, as the service does with what is no archive: markup without a word in
    a page, an appendix to a PDF. What a person adds has words or pictures."""
    if not sent or len(stored) < len(sent):
        return sent == stored
    ahead = _common(sent, stored)
    if ahead + _common(sent[::-1], stored[::-1]) < len(sent):
        return False
    if sent.startswith(b"%PDF-"):
        return stored.startswith(sent)
    size = len(stored) - len(sent)
    if size > REWRITING_ADDS:
        return False
    # Where the piece begins with what follows it ("<"), it can be seen in more than one place.
    return any(
        stored[:at] + stored[at + size :] == sent and _MARKUP.fullmatch(stored[at : at + size])
        for at in range(max(0, ahead - _SLIDES), ahead + 1)
    )


def _common(first: bytes, second: bytes) -> int:
    """How many bytes at the beginning are alike."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
