"""How often a text cites scientific literature, as articles and theses do and files of persons do not."""

from __future__ import annotations

from typing import Final

from app.detect.content.expressions import compiled

_CITATION: Final = compiled(
    r"\bet al\b|\bdoi(?:\.org/|: ?)10\.\d{4}|\bvol\. ?\d{1,3}, (?:no|pp)\.|\b\d{1,3} ?\(\d{1,3}(?: suppl)?\): ?\d{1,5}-\d"
    r"|\bpp\. \d{1,5}-\d|\b(?:19|20)\d\d; ?\d{1,4}(?: ?\(\d{1,3}\))?: ?[a-z]?\d{1,5}",
    any_case=True,
)


def count_citations(folded: bytes) -> int:
    return sum(1 for _ in _CITATION.spans(folded))
