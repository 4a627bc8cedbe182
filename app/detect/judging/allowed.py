"""Which of the papers that may be outside a document is, if it is one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.detect.judging import weights
from app.detect.judging.evidence import Evidence
from app.detect.judging.register import Whose
from app.detect.judging.told import Told
from app.domain.papers import CLIENT_PAPERS, DOCUMENTATION_PAPERS, OF_ANOTHER, Paper

_BY_WORDS: Final = (
    *sorted(DOCUMENTATION_PAPERS),
    Paper.INVOICE,
    Paper.QUOTATION,
    Paper.TIMESHEET,
    Paper.EXPENSES,
    Paper.BENCHMARK,
    Paper.MANUAL,
    Paper.PUBLIC,
    Paper.FIRM_PAPER,
    Paper.CONTACT_LIST,
)
_BILLS: Final = (Paper.INVOICE, Paper.TIMESHEET, Paper.EXPENSES)
_PROSE_SENTENCES: Final = 2
_CONTACTS_SHARE: Final = 0.6
_HEADER_LINES: Final = 2  # of a table without rows, the name of its sheet among them
_OF_ONE: Final = frozenset({Paper.APPRAISAL, Paper.ABSENCE, Paper.PERSONNEL_FILE, Paper.PATIENTS, Paper.PUPILS})


def client_paper(papers: Mapping[Paper, float]) -> tuple[Paper | None, float]:
    """The likeliest paper of a client's, and how likely; one of a person's own kind is somebody else's here."""
    found = {paper: score for paper, score in papers.items() if paper in CLIENT_PAPERS}
    for own, another in OF_ANOTHER.items():
        found[another] = max(found.get(another, 0.0), papers.get(own, 0.0))
    best = max(found, key=lambda paper: (found[paper], paper))
    return (best, found[best]) if found[best] >= weights.RECOGNISED else (None, 0.0)


def is_fictitious(evidence: Evidence, told: Told, *, is_from_client: bool) -> bool:
    """Whether its persons are declared to be made up. A client's extract does not become so by saying it somewhere."""
    outline = evidence.outline
    return outline.is_declared_fictitious and (outline.is_declared_at_top or not (is_from_client and told.is_bulk))


def allowed_paper(evidence: Evidence, told: Told, *, is_from_client: bool, made_up: bool) -> Paper | None:
    """`is_from_client`: then it must be convincing. `made_up`: its persons are nobody."""
    if told.is_bulk and not made_up and not told.is_numbered:
        return Paper.PUBLIC if _is_published_by_law(evidence, told) else None
    if evidence.signs.is_from_website and evidence.is_published_format and not told.telling:
        return Paper.PUBLIC
    if evidence.outline.is_to_be_filled() and not (told.telling or told.persons > 1):
        return Paper.TEMPLATE if evidence.outline.structure.is_template else Paper.EMPTY_FORM
    by_words, score = _by_words(evidence, told, made_up=made_up)
    is_a_clients = _is_rather_a_clients(evidence, told, score, is_from_client=is_from_client)
    is_by_words = by_words in DOCUMENTATION_PAPERS or by_words in _BILLS or by_words is Paper.QUOTATION
    is_mapping = any(shape.is_mapping for shape in evidence.shapes.all())
    is_code = evidence.outline.structure.is_code and not evidence.outline.structure.sentences and not is_mapping
    is_contacts = by_words in DOCUMENTATION_PAPERS and _is_list_of_contacts(evidence, told)
    if is_by_words and score >= weights.CONVINCING and not (is_a_clients or is_code or is_contacts):
        return by_words
    is_directory = is_from_client and evidence.outline.is_directory()  # the client's accounts, whoever reads them
    if _is_list_of_contacts(evidence, told):
        return None if is_directory else Paper.CONTACT_LIST
    by_structure = _by_structure(evidence, told, is_from_client=is_from_client)
    if by_structure is Paper.CONTACT_LIST and is_directory:
        return None
    if by_structure is not None:
        return by_structure
    least = _least(evidence) if is_from_client else weights.RECOGNISED
    if score >= least and not is_a_clients and not (is_code and is_from_client):
        return by_words
    return Paper.FICTITIOUS if made_up else None


def _is_published_by_law(evidence: Evidence, told: Told) -> bool:
    """The pay of directors, in the accounts of whoever must publish it (WNT)."""
    is_pay_alone = told.telling == {"salary"} and told.persons <= weights.DIRECTORS
    return is_pay_alone and evidence.outline.papers().get(Paper.PUBLIC, 0.0) >= weights.CONVINCING


def _least(evidence: Evidence) -> float:
    """How likely a paper must be that comes from the client."""
    is_prose = evidence.outline.structure.sentences >= _PROSE_SENTENCES
    return weights.CONVINCING_PROSE if is_prose else weights.CONVINCING


def _by_words(evidence: Evidence, told: Told, *, made_up: bool) -> tuple[Paper | None, float]:
    papers = evidence.outline.papers()
    barred: set[Paper] = set()
    if told.contacts < weights.CONTACT_LIST_LEAST:
        barred.add(Paper.CONTACT_LIST)
    is_example = made_up and not told.is_bulk
    if not is_example and not told.is_numbered and (told.persons or told.contacts > weights.DOCUMENTATION_CONTACTS):
        is_chance = told.is_chance and told.contacts <= weights.DOCUMENTATION_CONTACTS
        barred |= frozenset() if is_chance else DOCUMENTATION_PAPERS
    if told.is_never_public and not is_example:
        barred |= {Paper.PUBLIC, Paper.CONTACT_LIST, Paper.BENCHMARK}
    found = max(
        (paper for paper in _BY_WORDS if paper not in barred),
        key=lambda paper: (papers.get(paper, 0.0), paper),
    )
    return found, papers.get(found, 0.0)


def _is_rather_a_clients(evidence: Evidence, told: Told, score: float, *, is_from_client: bool) -> bool:
    """Whether the words of a client's paper are the stronger ones, and what is in it agrees."""
    papers = evidence.outline.papers()
    is_matter = evidence.is_confidential and papers.get(Paper.FIGURES, 0.0) >= weights.MATTER
    if is_matter and score < weights.BEYOND_DOUBT and not _is_billed(papers, score, evidence):
        return True
    kept, kept_score = client_paper(papers)
    if kept is Paper.FIGURES:
        if evidence.is_confidential:
            least = score if score >= weights.SURE_PLAN else min(score, weights.CONFIDENTIAL_FIGURES)
            return kept_score >= least
        return is_from_client and kept_score >= score
    if kept in _OF_ONE and _is_of_one(evidence, told):
        return True  # a talk with one person is a record of him, whatever words of minutes are in it
    if kept is None or kept_score < score:
        return False
    return bool(told.telling or told.persons or evidence.outline.subject.is_somebody_else)


def _is_of_one(evidence: Evidence, told: Told) -> bool:
    """Whether a label says whom it is about, and it is told in sentences, as in no design."""
    subject = evidence.outline.subject
    return subject.is_somebody_else and subject.others > 0 and told.foreign.get("name", 0) > 0


def _is_billed(papers: Mapping[Paper, float], score: float, evidence: Evidence) -> bool:
    """Whether it is a bill, or the firm's own paper: full of amounts, and as confidential as any of them."""
    is_bill = any(papers.get(paper, 0.0) >= max(score, weights.RECOGNISED) for paper in _BILLS)
    return is_bill or Whose.FIRM in evidence.outline.letterhead


def _is_bare(evidence: Evidence, told: Told) -> bool:
    """Whether it has the labels of a paper about persons, or of a form, and nothing behind them."""
    papers = evidence.outline.papers()
    kept, _ = client_paper(papers)
    is_asking = kept not in (None, Paper.FIGURES) or papers.get(Paper.EMPTY_FORM, 0.0) >= weights.RECOGNISED
    return is_asking and evidence.outline.structure.is_bare and not told.foreign


def _is_list_of_contacts(evidence: Evidence, told: Told) -> bool:
    """Whether it is nothing but people as they are reached at work: no sentence, and hardly a line besides."""
    shapes, structure = list(evidence.shapes.all()), evidence.outline.structure
    is_list = bool(shapes) and all(shape.is_contact_list for shape in shapes) and evidence.outline.are_at_work()
    lines = min(told.foreign.get("name", 0), max(told.foreign.get("email", 0), told.foreign.get("phone", 0)))
    return is_list and not told.telling and not structure.sentences and lines >= _CONTACTS_SHARE * structure.lines


def _is_of_a_person(evidence: Evidence, told: Told) -> bool:
    """Whether a table of amounts is one person's: his debts, his benefit."""
    kept, _ = client_paper(evidence.outline.papers())
    is_kept = kept not in (None, Paper.FIGURES, Paper.PERSONNEL_LIST, Paper.PAYROLL)
    slight = weights.SLIGHT_KINDS & set(told.foreign)
    return is_kept and told.foreign.get("name", 0) > 0 and bool(slight or told.telling)


def _mapping_or(evidence: Evidence) -> Paper:
    """A table with rows of figures or of empty fields is built as a mapping is; what it calls itself tells them apart."""
    papers = evidence.outline.papers()
    if evidence.outline.structure.lines <= _HEADER_LINES:
        return Paper.TEMPLATE  # headers alone, to be filled in
    others = (Paper.BENCHMARK, Paper.TEMPLATE, Paper.EMPTY_FORM)
    best = max(others, key=lambda paper: (papers.get(paper, 0.0), paper))
    likeness = papers.get(best, 0.0)
    is_other = likeness >= weights.RECOGNISED and likeness > papers.get(Paper.FIELD_MAPPING, 0.0)
    return best if is_other else Paper.FIELD_MAPPING


def _is_a_clients_business(evidence: Evidence) -> bool:
    """Whether a table of totals calls itself the client's own figures (turnover, cost), rather than totals of a group."""
    papers = evidence.outline.papers()
    figures = papers.get(Paper.FIGURES, 0.0)
    return figures >= weights.RECOGNISED and figures > papers.get(Paper.BENCHMARK, 0.0)


def _by_structure(evidence: Evidence, told: Told, *, is_from_client: bool) -> Paper | None:
    structure = evidence.outline.structure
    shapes = list(evidence.shapes.all())
    if structure.is_template and not told.telling and told.persons <= 1:
        return Paper.TEMPLATE  # what is to be filled in may look like a row about somebody
    is_figures = evidence.outline.is_table_of_figures() and not told.foreign
    is_mapping = any(shape.is_mapping for shape in shapes) and not is_figures
    if is_mapping and not (told.telling or told.persons):
        return _mapping_or(evidence)
    if structure.is_code and not told.is_bulk and not told.foreign.get("name"):
        return Paper.CODE  # an example in it is of nobody
    if told.persons or any(shape.is_about_persons for shape in shapes):
        return None
    is_form = any(shape.is_empty_form for shape in shapes) and not structure.is_numeric
    is_unfilled = structure.is_unfilled or _is_bare(evidence, told) or is_form
    if not told.telling and is_unfilled:
        return Paper.EMPTY_FORM
    is_reachable = bool({"email", "phone", "address"} & set(told.kinds)) or not evidence.outline.has_private_rows()
    if not told.telling and is_reachable and any(shape.is_contact_list for shape in shapes):
        return Paper.CONTACT_LIST
    is_all_aggregate = bool(shapes) and not told.telling and (is_figures or all(shape.is_aggregate for shape in shapes))
    is_all_aggregate &= not (_is_of_a_person(evidence, told) or (is_from_client and _is_a_clients_business(evidence)))
    if is_all_aggregate and structure.sentences < len(shapes):
        is_benchmark = evidence.outline.papers().get(Paper.BENCHMARK, 0.0) >= weights.RECOGNISED
        return Paper.BENCHMARK if is_benchmark else Paper.AGGREGATE
    if structure.is_log:
        return Paper.LOG
    return Paper.CODE if structure.is_code else None
