"""Draws the verdict from the evidence: what was found, weighed by what the document is and whose it is."""

from __future__ import annotations

from app.detect.judging import weights
from app.detect.judging.evidence import Evidence
from app.detect.judging.reasons import reasons_of
from app.detect.judging.weighing import View, score_of, viewed
from app.detect.judging.whose import firm_paper, own_paper, plans_own_people
from app.detect.reading.unread import Unread
from app.domain.finding import Judgement, ReasonType, Verdict
from app.domain.papers import DOCUMENTATION_PAPERS, Paper


def judge_evidence(evidence: Evidence) -> Judgement:
    """The verdict so far; complete when reading has come to its end. Size and time are filled in by the caller."""
    view = viewed(evidence)
    score, content = score_of(view)
    verdict, paper = _verdict(view, score, content)
    why = min(evidence.unread, key=list(Unread).index, default=None)
    limits = (evidence.left_out - evidence.unread) | (
        {why} if why is not None and verdict is Verdict.CLIENT_DATA else set()
    )
    return Judgement(
        verdict=verdict,
        kinds=view.told.kinds,
        reasons=reasons_of(view.signs, view.told, paper, is_confidential=evidence.is_confidential, limits=limits),
        client_id=view.client_id,
        special=view.told.special,
        score=round(score, 3),
        error=None if why is None else why.value,
    )


def _is_rather_documentation(view: View, own: Paper) -> bool:
    papers = view.evidence.outline.papers()
    return view.allowed in DOCUMENTATION_PAPERS and papers.get(view.allowed, 0.0) >= papers.get(own, 0.0)


def _verdict(view: View, score: float, content: float) -> tuple[Verdict, Paper | None]:
    evidence, told = view.evidence, view.told
    is_client_data = score >= weights.CLIENT_DATA_FROM
    is_known = view.has(ReasonType.FINGERPRINT)
    if is_known and is_client_data:
        return Verdict.CLIENT_DATA, view.kept
    own = own_paper(evidence, told, is_from_client=view.is_provenance)
    is_own = own is not None and not _is_rather_documentation(view, own)
    if evidence.unread:
        # What was read speaks for itself; what was not may be anything, so that nothing is clean, own or documentation.
        seen = content >= weights.SENSITIVE or evidence.is_confidential
        is_known_enough = is_client_data and seen and not is_own and not evidence.is_cut
        return (Verdict.CLIENT_DATA, view.kept) if is_known_enough else (Verdict.UNREADABLE, None)
    if is_own:
        return Verdict.OWN, own
    if is_client_data:
        return Verdict.CLIENT_DATA, view.kept
    is_filled = bool(weights.SENSITIVE_KINDS & set(told.foreign)) or view.allowed is Paper.FICTITIOUS
    is_exercise = view.is_fictitious and evidence.outline.is_called_exercise()
    is_set = view.is_fictitious and is_filled and view.allowed in (None, Paper.TEST_PLAN, Paper.FICTITIOUS)
    if is_set or (is_exercise and not evidence.outline.structure.is_code):
        return Verdict.CLEAN, Paper.FICTITIOUS  # a test with made-up persons is no document about the project
    firm, likeness = firm_paper(evidence, told)
    is_firms_planning = firm is not None and plans_own_people(evidence)
    if (
        view.allowed in DOCUMENTATION_PAPERS
        and not is_firms_planning
        and evidence.outline.papers().get(view.allowed, 0.0) >= likeness
    ):
        return Verdict.DOCUMENTATION, view.allowed
    return (Verdict.OWN, firm) if firm is not None else (Verdict.CLEAN, view.allowed)
