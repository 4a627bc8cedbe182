"""Which of the papers that may be outside a document is, if it is one."""

from __future__ import annotations

from typing import Final

from app.detect.judging import weights
from app.detect.judging.evidence import Evidence
from app.detect.judging.told import Told
from app.domain.papers import DOCUMENTATION_PAPERS, Paper

# What a title alone may not decide: what is in it, or how it is built, must agree.
_BY_WORDS: Final = (
    *sorted(DOCUMENTATION_PAPERS),
    Paper.INVOICE,
    Paper.QUOTATION,
    Paper.TIMESHEET,
    Paper.EXPENSES,
    Paper.BENCHMARK,
    Paper.PUBLIC,
    Paper.FIRM_PAPER,
)


def allowed_paper(evidence: Evidence, told: Told, *, is_from_client: bool) -> Paper | None:
    """`is_from_client`: then it must be convincing, and a declaration does not make a client's extract fictitious."""
    outline = evidence.outline
    papers = outline.papers()
    if outline.is_declared_fictitious and not (is_from_client and told.is_bulk):
        return Paper.FICTITIOUS
    if told.is_bulk:
        return None
    least = weights.CONVINCING if is_from_client else weights.RECOGNISED
    by_structure = _by_structure(evidence, told)
    if by_structure is not None:
        return by_structure
    found = max(_BY_WORDS, key=lambda paper: (papers.get(paper, 0.0), paper))
    if papers.get(found, 0.0) < least or not _may_be(found, told):
        return None
    return found


def _by_structure(evidence: Evidence, told: Told) -> Paper | None:
    structure = evidence.outline.structure
    shapes = list(evidence.shapes.all())
    if any(shape.is_about_persons for shape in shapes) or told.persons:
        return None
    if structure.is_template:
        return Paper.TEMPLATE
    if structure.is_unfilled or any(shape.is_empty_form for shape in shapes):
        return Paper.EMPTY_FORM
    if shapes and all(shape.is_contact_list for shape in shapes):
        return Paper.CONTACT_LIST
    if shapes and all(shape.is_aggregate for shape in shapes):
        return Paper.AGGREGATE
    if structure.is_log:
        return Paper.LOG
    return Paper.CODE if structure.is_code else None


def _may_be(paper: Paper, told: Told) -> bool:
    if paper in DOCUMENTATION_PAPERS:
        return told.persons == 0 and told.contacts <= weights.DOCUMENTATION_CONTACTS
    return True
