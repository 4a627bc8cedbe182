"""Draws the verdict from the evidence: what was found, weighed by what the document is and whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from app.detect.judging import weights
from app.detect.judging.allowed import allowed_paper, client_paper, is_fictitious
from app.detect.judging.evidence import Evidence
from app.detect.judging.reasons import reasons_of
from app.detect.judging.register import Whose
from app.detect.judging.signs import Sign
from app.detect.judging.told import Told
from app.detect.judging.whose import firm_paper, own_paper
from app.detect.reading.unread import Unread
from app.domain.finding import Judgement, ReasonType, Verdict
from app.domain.papers import DOCUMENTATION_PAPERS, Paper


@dataclass(frozen=True, slots=True)
class _View:
    """The evidence as the rules below look at it. `allowed`: what the document is, when that may be outside."""

    evidence: Evidence
    told: Told
    client_id: str | None
    signs: tuple[Sign, ...]  # of that client, or of none
    kept: Paper | None  # the paper of a client that it looks like
    kept_score: float
    allowed: Paper | None
    is_fictitious: bool

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
    papers = evidence.outline.papers()
    told = Told.of(evidence.content, has_own_iban=evidence.outline.own_ibans > 0)
    client_id, signs = evidence.signs.of_one_client()
    kept, kept_score = client_paper(papers)
    is_from_client = any(sign.is_provenance for sign in signs)
    made_up = is_fictitious(evidence, told, is_from_client=is_from_client)
    allowed = allowed_paper(evidence, told, is_from_client=is_from_client, made_up=made_up)
    return _View(evidence, told, client_id, signs, kept, kept_score, allowed, made_up)


def _score(view: _View) -> tuple[float, float]:
    """The whole, and what the content alone says."""
    evidence = view.evidence
    content = _content(view)
    hints = [*_strongest(view).values(), content]
    is_excused = view.allowed in weights.EXCUSED and content <= weights.SENSITIVE * weights.CONTENT_FACTORS[Paper.PLAN]
    is_marked = evidence.is_confidential and view.client_id is not None
    if is_marked:
        hints.append(weights.CONFIDENTIAL)
    if view.kept is Paper.FIGURES and view.allowed is None and view.client_id is not None:
        hints.append(weights.FIGURES)
    score = weights.together(hints)
    is_made_there = view.has(ReasonType.PROPERTY) and Whose.FIRM not in evidence.outline.letterhead
    if not (view.is_provenance or is_made_there or content > weights.SLIGHT or is_marked):
        score = min(score, weights.POINTERS_AT_MOST)
    if is_excused and not view.has(ReasonType.FINGERPRINT):
        score = min(score, weights.ALLOWED_AT_MOST)
    if _is_published(view) and not view.told.telling:
        score = min(score, weights.PUBLISHED_AT_MOST)
    return score, content


def _content(view: _View) -> float:
    told, subject = view.told, view.evidence.outline.subject
    is_about_somebody = told.persons > 0 or subject.is_somebody_else or told.foreign.get("name", 0) > 0
    is_dossier = view.kept not in (None, Paper.FIGURES) and is_about_somebody and view.allowed is None
    content = told.weight(is_dossier=is_dossier)
    if is_dossier and subject.is_somebody_else and view.kept_score >= weights.CONVINCING:
        content = max(content, weights.DOSSIER)
    if view.is_fictitious:
        return content * weights.FICTITIOUS_FACTOR
    if view.allowed is None or told.is_of_somebody:
        return content
    return content * weights.CONTENT_FACTORS.get(view.allowed, 1.0)


def _strongest(view: _View) -> dict[ReasonType, float]:
    """Of each type the strongest sign."""
    strongest: dict[ReasonType, float] = {}
    for sign in view.signs:
        is_mention = sign.type is ReasonType.KEYWORD and sign.weight <= weights.RECIPIENT
        if is_mention and view.has(ReasonType.SENDER):
            continue  # it is the sender's address that mentions the domain
        strongest[sign.type] = max(strongest.get(sign.type, 0.0), sign.weight)
    evidence = view.evidence
    if evidence.signs.is_from_website and not evidence.is_published_format and not evidence.unread:
        # Not what a website is for: a workbook or an export from there was meant for somebody.
        strongest[ReasonType.ORIGIN] = max(strongest.get(ReasonType.ORIGIN, 0.0), weights.ORIGIN_ENVIRONMENT)
    return strongest


def _is_published(view: _View) -> bool:
    evidence = view.evidence
    is_open = evidence.signs.is_from_website or evidence.signs.is_from_publisher
    return is_open and evidence.is_published_format and not view.is_provenance and not evidence.is_confidential


def _is_rather_documentation(view: _View, own: Paper) -> bool:
    papers = view.evidence.outline.papers()
    return view.allowed in DOCUMENTATION_PAPERS and papers.get(view.allowed, 0.0) >= papers.get(own, 0.0)


def _verdict(view: _View, score: float, content: float) -> tuple[Verdict, Paper | None]:
    evidence, told = view.evidence, view.told
    is_client_data = score >= weights.CLIENT_DATA_FROM
    is_known = view.has(ReasonType.FINGERPRINT)
    if evidence.unread:
        seen = content >= weights.SENSITIVE or evidence.is_confidential or is_known
        return (Verdict.CLIENT_DATA, view.kept) if is_client_data and seen else (Verdict.UNREADABLE, None)
    if is_known and is_client_data:
        return Verdict.CLIENT_DATA, view.kept
    own = own_paper(evidence, told, is_from_client=view.is_provenance)
    if own is not None and not _is_rather_documentation(view, own):
        return Verdict.OWN, own
    if is_client_data:
        return Verdict.CLIENT_DATA, view.kept
    firm, likeness = firm_paper(evidence, told)
    if view.allowed in DOCUMENTATION_PAPERS and evidence.outline.papers().get(view.allowed, 0.0) >= likeness:
        return Verdict.DOCUMENTATION, view.allowed
    if view.is_fictitious and told.telling:
        return Verdict.CLEAN, Paper.FICTITIOUS
    return (Verdict.OWN, firm) if firm is not None else (Verdict.CLEAN, view.allowed)
