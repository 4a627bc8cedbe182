"""Draws the verdict from the evidence: what was found, weighed by what the document is and whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.detect.judging import weights
from app.detect.judging.allowed import allowed_paper
from app.detect.judging.evidence import Evidence
from app.detect.judging.reasons import reasons_of
from app.detect.judging.signs import Sign
from app.detect.judging.told import Told
from app.detect.judging.whose import firm_paper, own_paper
from app.detect.reading.unread import Unread
from app.domain.finding import Judgement, ReasonType, Verdict
from app.domain.papers import CLIENT_PAPERS, DOCUMENTATION_PAPERS, OF_ANOTHER, Paper


@dataclass(frozen=True, slots=True)
class _View:
    """The evidence as the rules below look at it. `allowed`: what the document is, when that may be outside."""

    evidence: Evidence
    told: Told
    client_id: str | None
    signs: tuple[Sign, ...]  # of that client, or of none
    papers: Mapping[Paper, float]
    kept: Paper | None  # the paper of a client that it looks like
    allowed: Paper | None

    def has(self, kind: ReasonType) -> bool:
        return any(sign.type is kind for sign in self.signs)

    @property
    def is_provenance(self) -> bool:
        return any(sign.is_provenance for sign in self.signs)


def judge_evidence(evidence: Evidence) -> Judgement:
    """The verdict so far; complete when reading has come to its end. Size and time are filled in by the caller."""
    view = _viewed(evidence)
    score, content = _score(view)
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


def _viewed(evidence: Evidence) -> _View:
    told = Told.of(evidence.content)
    client_id, signs = evidence.signs.of_one_client()
    papers = evidence.outline.papers()
    kept = _paper_of_client(papers)
    allowed = allowed_paper(evidence, told, is_from_client=any(sign.is_provenance for sign in signs))
    return _View(evidence, told, client_id, signs, papers, kept, allowed)


def _paper_of_client(papers: Mapping[Paper, float]) -> Paper | None:
    """The likeliest paper of a client's; one of a person's own kind is somebody else's here."""
    found = {paper: score for paper, score in papers.items() if paper in CLIENT_PAPERS}
    for own, another in OF_ANOTHER.items():
        found[another] = max(found.get(another, 0.0), papers.get(own, 0.0))
    best = max(found, key=lambda paper: (found[paper], paper), default=None)
    return best if best is not None and found[best] >= weights.RECOGNISED else None


def _score(view: _View) -> tuple[float, float]:
    """The whole, and what the content alone says."""
    evidence = view.evidence
    is_dossier = view.kept is not None and view.kept is not Paper.FIGURES
    content = view.told.weight(is_dossier=is_dossier) * _factor(view, weights.CONTENT_FACTORS)
    strongest = _strongest(view)
    hints = [*strongest.values(), content]
    is_marked = evidence.is_confidential and view.client_id is not None and view.allowed not in DOCUMENTATION_PAPERS
    if is_marked:
        hints.append(weights.CONFIDENTIAL)
    if view.kept is Paper.FIGURES and view.allowed is None and view.client_id is not None:
        hints.append(weights.FIGURES)
    score = weights.together(hints)
    if not (view.is_provenance or view.has(ReasonType.PROPERTY) or content > weights.SLIGHT or is_marked):
        score = min(score, weights.POINTERS_AT_MOST)
    if _is_published(view) and not view.told.telling:
        score = min(score, weights.PUBLISHED_AT_MOST)
    return score, content


def _strongest(view: _View) -> dict[ReasonType, float]:
    """Of each type the strongest sign."""
    strongest: dict[ReasonType, float] = {}
    for sign in view.signs:
        is_mention = sign.type is ReasonType.KEYWORD and sign.weight <= weights.RECIPIENT
        if is_mention and view.has(ReasonType.SENDER):
            continue  # it is the sender's address that mentions the domain
        weight = sign.weight
        if sign.type in (ReasonType.ORIGIN, ReasonType.LABEL, ReasonType.PROPERTY):
            weight *= _factor(view, weights.ORIGIN_FACTORS)
        strongest[sign.type] = max(strongest.get(sign.type, 0.0), weight)
    evidence = view.evidence
    if evidence.signs.is_from_website and not evidence.is_published_format and not evidence.unread:
        # Not what a website is for: a workbook or an export from there was meant for somebody.
        weight = weights.ORIGIN_ENVIRONMENT * _factor(view, weights.ORIGIN_FACTORS)
        strongest[ReasonType.ORIGIN] = max(strongest.get(ReasonType.ORIGIN, 0.0), weight)
    return strongest


def _factor(view: _View, factors: Mapping[Paper, float]) -> float:
    return 1.0 if view.allowed is None else factors.get(view.allowed, 1.0)


def _is_published(view: _View) -> bool:
    evidence = view.evidence
    is_open = evidence.signs.is_from_website or evidence.signs.is_from_publisher
    return is_open and evidence.is_published_format and not view.is_provenance and not evidence.is_confidential


def _verdict(view: _View, score: float, content: float) -> tuple[Verdict, Paper | None]:
    evidence, told = view.evidence, view.told
    is_client_data = score >= weights.CLIENT_DATA_FROM
    is_known = view.has(ReasonType.FINGERPRINT)
    if evidence.unread:
        seen = content >= weights.SENSITIVE or evidence.is_confidential or is_known
        return (Verdict.CLIENT_DATA, view.kept) if is_client_data and seen else (Verdict.UNREADABLE, None)
    if is_known and is_client_data:
        return Verdict.CLIENT_DATA, view.kept
    own = own_paper(evidence, told)
    if own is not None:
        return Verdict.OWN, own
    if is_client_data:
        return Verdict.CLIENT_DATA, view.kept
    if view.allowed in DOCUMENTATION_PAPERS:
        return Verdict.DOCUMENTATION, view.allowed
    firm = firm_paper(evidence, told) if view.allowed is None or view.allowed in weights.ORIGIN_FACTORS else None
    return (Verdict.OWN, firm) if firm is not None else (Verdict.CLEAN, view.allowed)
