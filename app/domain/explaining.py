"""Says in one sentence what a file is and why it matters, never a value of the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from app.domain.client import Client
from app.domain.finding import BUSINESS_CONTACT_KINDS, SPECIAL_KINDS, Judgement, Reason, ReasonType, Verdict
from app.domain.messages import Message, kind_text, listed, msg
from app.domain.papers import Paper, paper_text
from app.domain.recommendation import CONFIDENTIAL

MOST_KINDS = 3  # in the sentence; the chips have them all
NETWORK = "network"  # how the place of a client is noted that no sync client fills
SHAREPOINT = ".sharepoint.com"
_TELLING = ("bsn", "salary", "iban", "id_document", "date_of_birth", "credit_card", "address", "employee_number")
_PAPERS = {paper.value: paper for paper in Paper}


class Told(Protocol):
    """One file or a group of them, as far as the sentence needs it."""

    @property
    def verdicts(self) -> tuple[Verdict, ...]: ...
    @property
    def kinds(self) -> Mapping[str, int]: ...
    @property
    def reasons(self) -> tuple[Reason, ...]: ...
    @property
    def special(self) -> bool: ...
    @property
    def is_place(self) -> bool: ...
    @property
    def count(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _OneFile:
    verdicts: tuple[Verdict, ...]
    kinds: Mapping[str, int]
    reasons: tuple[Reason, ...]
    special: bool
    is_place: bool = False
    count: int = 1


def explanation(judgement: Judgement, client: Client | None) -> Message | None:
    """The sentence on one judged file; for what is let through, what it is. None when there is nothing to say."""
    papers = papers_in(judgement.reasons)
    if judgement.verdict is Verdict.CLIENT_DATA:
        return sentence_of(
            _OneFile(
                verdicts=(judgement.verdict,),
                kinds=judgement.kinds,
                reasons=judgement.reasons,
                special=judgement.special,
            ),
            client,
        )
    return paper_text(papers[0]) if papers and judgement.verdict is not Verdict.UNREADABLE else None


def papers_in(reasons: Iterable[Reason]) -> tuple[Paper, ...]:
    """What kinds of documents they are, each once."""
    found = (_PAPERS.get(reason.detail) for reason in reasons if reason.type is ReasonType.CONTENT)
    return tuple(dict.fromkeys(paper for paper in found if paper is not None))


def sentence_of(told: Told, client: Client | None) -> Message:
    """ "Salarisgegevens van Gemeente Voorbeeldstad: 214 BSN's en 214 IBAN's, gedownload van de omgeving van de klant." """
    if told.is_place:
        return _place_sentence(told, client)
    what, how = _what(told, client), _came_how(told, client)
    if not told.kinds:
        return (
            msg("advice.sentence-bare", what=what) if how is None else msg("advice.sentence-came", what=what, how=how)
        )
    kinds = listed(kinds_told(told, what)[:MOST_KINDS])
    if how is None:
        return msg("advice.sentence-kinds", what=what, kinds=kinds)
    return msg("advice.sentence-kinds-came", what=what, kinds=kinds, how=how)


def _place_sentence(told: Told, client: Client | None) -> Message:
    name = client.name if client is not None else ""
    by = next((reason.detail for reason in told.reasons if reason.type is ReasonType.ORIGIN), NETWORK)
    if by == NETWORK:
        return msg("advice.sentence-network", client=name)
    return msg("advice.sentence-synchronised", client=name, by=by)


def kinds_told(told: Told, said: Message | None = None) -> tuple[Message, ...]:
    """What weighs most first: special categories, then what is about a person more than a business card is. `said`: what is
    called by its name already is not counted again, unless there is nothing else."""
    kinds = sorted(told.kinds.items(), key=lambda item: _weight(*item))
    is_said = said is not None and (said.id in ("advice.salaries-of", "advice.salaries") or _is_payroll(told))
    if is_said:
        kinds = [item for item in kinds if item[0] != "salary"] or kinds
    return tuple(kind_text(kind, count) for kind, count in kinds)


def _is_payroll(told: Told) -> bool:
    return papers_in(told.reasons) == (Paper.PAYROLL,)


def _weight(kind: str, count: int) -> tuple[bool, bool, int, int, str]:
    rank = _TELLING.index(kind) if kind in _TELLING else len(_TELLING)
    return kind not in SPECIAL_KINDS, kind in BUSINESS_CONTACT_KINDS, -count, rank, kind


def _what(told: Told, client: Client | None) -> Message:
    """What kind of data it is, and whose."""
    papers = papers_in(told.reasons)
    if client is None:
        return paper_text(papers[0]) if len(papers) == 1 else _what_unowned(told)
    if len(papers) == 1:
        return msg("advice.paper-of", paper=paper_text(papers[0]), client=client.name)
    name, kinds = client.name, set(told.kinds)
    if told.special:
        return msg("advice.special-of", client=name)
    if "salary" in kinds:
        return msg("advice.salaries-of", client=name)
    if kinds - BUSINESS_CONTACT_KINDS:
        return msg("advice.personal-of", client=name)
    if kinds:
        return msg("advice.contacts-of", client=name)
    if told.verdicts == (Verdict.UNREADABLE,):
        return msg("advice.unread-of", n=told.count, client=name)
    return msg("advice.confidential-of" if _is_confidential(told) else "advice.data-of", client=name)


def _what_unowned(told: Told) -> Message:
    kinds = set(told.kinds)
    if told.special:
        return msg("advice.special")
    if "salary" in kinds:
        return msg("advice.salaries")
    if kinds - BUSINESS_CONTACT_KINDS:
        return msg("advice.personal")
    if kinds:
        return msg("advice.contacts")
    return msg("advice.unread-files", n=told.count) if Verdict.UNREADABLE in told.verdicts else msg("advice.data")


def _came_how(told: Told, client: Client | None) -> Message | None:
    """How it came here, as far as the system noted; the surest sign counts."""
    by_type: dict[ReasonType, Reason] = {}
    for reason in told.reasons:
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
    if host in website:
        return msg("advice.downloaded-website")
    return msg("advice.downloaded-sharepoint" if host.endswith(SHAREPOINT) else "advice.downloaded-client")


def _is_confidential(told: Told) -> bool:
    return any(reason.type is ReasonType.KEYWORD and reason.detail == CONFIDENTIAL for reason in told.reasons)
