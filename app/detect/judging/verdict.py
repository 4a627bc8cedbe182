"""Draws the verdict from the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.detect.judging import weights
from app.detect.judging.evidence import Evidence, Sign
from app.detect.reading.unread import Unread
from app.domain.finding import (
    SPECIAL_KINDS,
    Judgement,
    Reason,
    ReasonType,
    Verdict,
    may_be_documentation,
)

_STRONG = frozenset({ReasonType.FINGERPRINT, ReasonType.LABEL, ReasonType.ORIGIN})


@dataclass(frozen=True, slots=True)
class _View:
    """The evidence as the rules below look at it."""

    evidence: Evidence
    kinds: Mapping[str, int]
    client_id: str | None
    signs: tuple[Sign, ...]  # of that client, or of none
    content: float

    @property
    def is_sensitive(self) -> bool:
        return self.content >= weights.SENSITIVE

    @property
    def is_bulk(self) -> bool:
        return self.content >= weights.BULK

    def has(self, kind: ReasonType) -> bool:
        return any(sign.type is kind for sign in self.signs)


def judge_evidence(evidence: Evidence) -> Judgement:
    """The verdict so far; complete when reading has come to its end. Size and time are filled in by the caller."""
    kinds = evidence.content.kinds()
    client_id, signs = _strongest_client(evidence.signs)
    persons = evidence.content.persons_in_tables()
    view = _View(evidence, kinds, client_id, signs, _content_weight(kinds, persons))
    score = _score(view)
    verdict = _verdict(view, score)
    why = min(evidence.unread, key=list(Unread).index, default=None)
    return Judgement(
        verdict=verdict,
        kinds=kinds,
        reasons=_reasons(view, why if verdict is Verdict.CLIENT_DATA else None),
        client_id=client_id,
        special=bool(SPECIAL_KINDS & set(kinds)),
        score=round(score, 3),
        error=None if why is None else why.value,
    )


def _strongest_client(signs: set[Sign]) -> tuple[str | None, tuple[Sign, ...]]:
    """The client that most points at, and the signs for it (with those that point at no registered client)."""
    totals: dict[str, float] = {}
    for sign in signs:
        if sign.client_id is not None:
            totals[sign.client_id] = totals.get(sign.client_id, 0.0) + sign.weight
    client_id = max(sorted(totals), key=totals.__getitem__, default=None)
    kept = (sign for sign in signs if sign.client_id in (client_id, None))
    return client_id, tuple(sorted(kept, key=lambda sign: (-sign.weight, sign.type, sign.detail)))


def _content_weight(kinds: Mapping[str, int], persons_in_tables: int) -> float:
    numbers = max(kinds.get("bsn", 0), kinds.get("iban", 0))
    if numbers >= weights.BULK_NUMBERS or persons_in_tables >= weights.BULK_NAMES:
        return weights.BULK
    if weights.SENSITIVE_KINDS & set(kinds) or SPECIAL_KINDS & set(kinds):
        return weights.SENSITIVE
    contacts = max((kinds.get(kind, 0) for kind in ("name", "email", "phone")), default=0)
    return weights.CONTACT_TABLE if contacts >= weights.CONTACTS else 0.0


def _score(view: _View) -> float:
    evidence = view.evidence
    strongest: dict[ReasonType, float] = {}
    for sign in view.signs:
        is_mention = sign.type is ReasonType.KEYWORD and sign.weight == weights.DOMAIN_MENTION
        if is_mention and view.has(ReasonType.SENDER):
            continue  # it is the sender's address that mentions the domain
        strongest[sign.type] = max(strongest.get(sign.type, 0.0), sign.weight)
    if evidence.is_from_website and not evidence.is_published_format and not evidence.unread:
        # Not what a website is for: a workbook or an export from there was meant for somebody.
        strongest[ReasonType.ORIGIN] = max(strongest.get(ReasonType.ORIGIN, 0.0), weights.ORIGIN_ENVIRONMENT)
    hints = [*strongest.values(), view.content]
    if evidence.is_confidential and view.client_id is not None:
        hints.append(weights.CONFIDENTIAL)
    score = weights.together(hints)
    published = evidence.is_from_website and evidence.is_published_format and not view.content
    is_strong = any(sign.type in _STRONG and sign.weight > weights.ORIGIN_WEBSITE for sign in view.signs)
    if published and not is_strong and not evidence.is_confidential:
        return min(score, weights.PUBLISHED_AT_MOST)
    return score


def _verdict(view: _View, score: float) -> Verdict:
    evidence = view.evidence
    seen = view.is_sensitive or evidence.is_confidential or view.has(ReasonType.FINGERPRINT)
    is_client_data = score >= weights.CLIENT_DATA_FROM
    if evidence.unread and not (is_client_data and seen):
        return Verdict.UNREADABLE
    if _is_own(view):
        return Verdict.OWN
    if _is_documentation(view):
        return Verdict.DOCUMENTATION
    return Verdict.CLIENT_DATA if is_client_data else Verdict.CLEAN


def _is_own(view: _View) -> bool:
    """Own papers: the firm's label or company, or one's own name or account with data about one person at most."""
    evidence, kinds = view.evidence, view.kinds
    if view.signs or evidence.unread:
        return False
    one_person = kinds.get("bsn", 0) <= 1 and evidence.content.persons_in_tables() < weights.BULK_NAMES
    if not one_person or (SPECIAL_KINDS & set(kinds)):
        return False
    own_account = evidence.content.has_own_iban  # a bank statement lists the accounts of others
    if view.is_bulk and not own_account:
        return False
    own_papers = (evidence.names_own or own_account) and view.is_sensitive
    return own_papers or evidence.is_own_labelled or (evidence.names_firm and not view.content)


def _is_documentation(view: _View) -> bool:
    """A title of project documentation, at most business contacts, and nothing that says where it belongs otherwise."""
    strong = any(sign.type in _STRONG and sign.weight > weights.ORIGIN_WEBSITE for sign in view.signs)
    contacts = max((view.kinds.get(kind, 0) for kind in ("name", "email", "phone")), default=0)
    few = contacts <= weights.DOCUMENTATION_CONTACTS
    return view.evidence.is_documentation and may_be_documentation(view.kinds) and few and not strong


def _reasons(view: _View, limit: Unread | None) -> tuple[Reason, ...]:
    reasons = [Reason(type=sign.type, detail=sign.detail) for sign in view.signs]
    reasons += [
        Reason(type=ReasonType.CONTENT, detail=f"{kind} {count}")
        for kind, count in sorted(
            view.kinds.items(), key=lambda item: (item[0] not in weights.SENSITIVE_KINDS, item[0])
        )
    ]
    if view.evidence.is_confidential:
        reasons.append(Reason(type=ReasonType.KEYWORD, detail="vertrouwelijk"))
    if limit is not None:
        reasons.append(Reason(type=ReasonType.LIMIT, detail=limit.value))
    return tuple(reasons)
