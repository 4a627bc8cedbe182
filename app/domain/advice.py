"""What is said of a group of findings: one sentence, its reasons as chips, the way that fits and the ways there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.client import Client
from app.domain.finding import (
    BUSINESS_CONTACT_KINDS,
    SPECIAL_KINDS,
    Reason,
    ReasonType,
    ResolvedHow,
    Verdict,
)
from app.domain.finding_group import FindingGroup
from app.domain.messages import Message, kind_text, listed, msg, unreadable_text
from app.domain.recommendation import CONFIDENTIAL, Facts, possible, recommend
from app.domain.recommendation import Recommendation as Recommendation

MOST_KINDS = 3  # in the sentence; the chips have them all
NETWORK = "network"  # how the place of a client is noted that no sync client fills
_TELLING = ("bsn", "salary", "iban", "id_document", "date_of_birth", "credit_card", "address", "employee_number")


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


# -- the sentence -----------------------------------------------------------------------------------------------------


def sentence_of(group: FindingGroup, client: Client | None) -> Message:
    """ "Salarisgegevens van Gemeente Voorbeeldstad: 214 BSN's en 214 IBAN's, gedownload van de omgeving van de klant." """
    if group.is_place:
        return _place_sentence(group, client)
    what, how = _what(group, client), _came_how(group, client)
    if not group.kinds:
        return (
            msg("advice.sentence-bare", what=what) if how is None else msg("advice.sentence-came", what=what, how=how)
        )
    kinds = listed(_kinds(group, what)[:MOST_KINDS])
    if how is None:
        return msg("advice.sentence-kinds", what=what, kinds=kinds)
    return msg("advice.sentence-kinds-came", what=what, kinds=kinds, how=how)


def _place_sentence(group: FindingGroup, client: Client | None) -> Message:
    name = client.name if client is not None else ""
    by = next((reason.detail for reason in group.reasons if reason.type is ReasonType.ORIGIN), NETWORK)
    if by == NETWORK:
        return msg("advice.sentence-network", client=name)
    return msg("advice.sentence-synchronised", client=name, by=by)


def _kinds(group: FindingGroup, said: Message | None = None) -> tuple[Message, ...]:
    """What weighs most first: special categories, then what is about a person more than a business card is. `said`: what is
    called by its name already is not counted again, unless there is nothing else."""
    kinds = sorted(group.kinds.items(), key=lambda item: _weight(*item))
    if said is not None and said.id in ("advice.salaries-of", "advice.salaries"):
        kinds = [item for item in kinds if item[0] != "salary"] or kinds
    return tuple(kind_text(kind, count) for kind, count in kinds)


def _weight(kind: str, count: int) -> tuple[bool, bool, int, int, str]:
    rank = _TELLING.index(kind) if kind in _TELLING else len(_TELLING)
    return kind not in SPECIAL_KINDS, kind in BUSINESS_CONTACT_KINDS, -count, rank, kind


def _what(group: FindingGroup, client: Client | None) -> Message:
    """What kind of data it is, and whose."""
    if client is None:
        return _what_unowned(group)
    name, kinds = client.name, set(group.kinds)
    if group.special:
        return msg("advice.special-of", client=name)
    if "salary" in kinds:
        return msg("advice.salaries-of", client=name)
    if kinds - BUSINESS_CONTACT_KINDS:
        return msg("advice.personal-of", client=name)
    if kinds:
        return msg("advice.contacts-of", client=name)
    if group.verdicts == (Verdict.UNREADABLE,):
        return msg("advice.unread-of", n=group.count, client=name)
    return msg("advice.confidential-of" if _is_confidential(group) else "advice.data-of", client=name)


def _what_unowned(group: FindingGroup) -> Message:
    kinds = set(group.kinds)
    if group.special:
        return msg("advice.special")
    if "salary" in kinds:
        return msg("advice.salaries")
    if kinds - BUSINESS_CONTACT_KINDS:
        return msg("advice.personal")
    if kinds:
        return msg("advice.contacts")
    return msg("advice.unread-files", n=group.count) if Verdict.UNREADABLE in group.verdicts else msg("advice.data")


def _came_how(group: FindingGroup, client: Client | None) -> Message | None:
    """How it came here, as far as the system noted; the surest sign counts."""
    by_type: dict[ReasonType, Reason] = {}
    for reason in group.reasons:
        by_type.setdefault(reason.type, reason)
    if ReasonType.ORIGIN in by_type:
        return _downloaded(by_type[ReasonType.ORIGIN].detail, client)
    if ReasonType.LABEL in by_type and client is not None:
        return msg("advice.labelled")
    if ReasonType.SENDER in by_type:
        return msg("advice.mailed")
    return msg("advice.known-content") if ReasonType.FINGERPRINT in by_type else None


def _downloaded(host: str, client: Client | None) -> Message:
    if client is None:
        return msg("advice.downloaded", host=host)
    website = {name for domain in client.domains for name in (domain, f"www.{domain}")} - set(client.hosts)
    return msg("advice.downloaded-website") if host in website else msg("advice.downloaded-client")


def _is_confidential(group: FindingGroup) -> bool:
    return any(reason.type is ReasonType.KEYWORD and reason.detail == CONFIDENTIAL for reason in group.reasons)


# -- the chips --------------------------------------------------------------------------------------------------------


def chips_of(group: FindingGroup, client: Client | None) -> tuple[Message, ...]:
    """Why it was found, the surest reason first, then what is in it. Each once."""
    reasons = [reason for reason in group.reasons if reason.type is not ReasonType.CONTENT]
    found: list[Message] = []
    for chip in (*(_chip(reason, group, client) for reason in reasons), *_kinds(group)):
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
