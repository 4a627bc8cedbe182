"""What is said of a group of findings: one sentence, its reasons as chips, the way that fits and the ways there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.client import Client
from app.domain.explaining import NETWORK, kinds_told, papers_in, sentence_of
from app.domain.finding import Reason, ReasonType, ResolvedHow
from app.domain.finding_group import FindingGroup
from app.domain.messages import Message, msg, unreadable_text
from app.domain.papers import paper_text
from app.domain.recommendation import CONFIDENTIAL, Facts, possible, recommend
from app.domain.recommendation import Recommendation as Recommendation


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """`possible`: None where a way is possible, else why it is not. None of it holds a value of the data."""

    recommendation: Recommendation | None
    possible: Mapping[ResolvedHow, Message | None]
    sentence: Message
    chips: tuple[Message, ...]


def advice_on(facts: Facts) -> Advice:
    return Advice(
        recommendation=recommend(facts),
        possible=possible(facts),
        sentence=sentence_of(facts.group, facts.client),
        chips=chips_of(facts.group, facts.client),
    )


def advice_on_all(several: Sequence[Facts]) -> Advice:
    """On groups that are decided on together: a way is possible when it is for each, and recommended when for all the same.

    Raises ValueError for none.
    """
    each = [advice_on(facts) for facts in several]
    if len(each) == 1:
        return each[0]
    first = each[0].recommendation
    steps = {(r.how, r.agreement_id, r.project_id, r.first) for a in each if (r := a.recommendation) is not None}
    agree = all(advice.recommendation is not None for advice in each) and len(steps) == 1
    refusals = {how: next((a.possible[how] for a in each if a.possible[how] is not None), None) for how in ResolvedHow}
    if len({facts.client.id if facts.client else None for facts in several}) > 1:
        refusals |= dict.fromkeys(
            (ResolvedHow.SEALED, ResolvedHow.KEPT, ResolvedHow.ASKED, ResolvedHow.DOCUMENTATION),
            msg("advice.several-clients"),
        )
    is_open = first is not None and refusals[first.how] is None
    return Advice(
        recommendation=first if agree and is_open else None,
        possible=refusals,
        sentence=msg("advice.several", n=sum(facts.group.count for facts in several), groups=len(several)),
        chips=(),
    )


def chips_of(group: FindingGroup, client: Client | None) -> tuple[Message, ...]:
    """Why it was found, the surest reason first, then what it is and what is in it. Each once."""
    reasons = [reason for reason in group.reasons if reason.type is not ReasonType.CONTENT]
    papers = [paper_text(paper) for paper in papers_in(group.reasons)]
    found: list[Message] = []
    for chip in (*(_chip(reason, group, client) for reason in reasons), *papers, *kinds_told(group)):
        if chip not in found:
            found.append(chip)
    return tuple(found)


def _chip(reason: Reason, group: FindingGroup, client: Client | None) -> Message:
    match reason.type:
        case ReasonType.ORIGIN if group.is_place:
            is_network = reason.detail == NETWORK
            return msg("chip.network") if is_network else msg("chip.synchronised", by=reason.detail)
        case ReasonType.ORIGIN:
            return msg("chip.origin", host=reason.detail)
        case ReasonType.LABEL:
            is_known = client is not None and reason.detail == client.name
            return msg("chip.label", client=reason.detail) if is_known else msg("chip.label-other")
        case ReasonType.SENDER:
            return msg("chip.sender", domain=reason.detail)
        case ReasonType.PROPERTY:
            return msg("chip.property", name=reason.detail)
        case ReasonType.NAME:
            return msg("chip.name", name=reason.detail)
        case ReasonType.KEYWORD if reason.detail == CONFIDENTIAL:
            return msg("chip.confidential")
        case ReasonType.KEYWORD:
            is_place = client is not None and reason.detail in (*client.domains, *client.hosts)
            return msg("chip.name", name=reason.detail) if is_place else msg("chip.keyword", word=reason.detail)
        case ReasonType.FINGERPRINT:
            return msg("chip.fingerprint")
        case ReasonType.LIMIT:
            return unreadable_text(reason.detail)
        case ReasonType.SESSION | ReasonType.CONTENT:
            return msg("chip.session")
