"""Which of the seven ways fits a group of findings, and why the others do or do not. Source: VR-P1a, VR-P3, VR-P5a, VT-U1.

The order follows from what a client would want: its data goes where it was agreed to be; where nothing was agreed it is
asked, and until then the file lies sealed; what serves no purpose any more goes. Deleting is recommended only where the
client still has the original, for nothing else can be taken back as little.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.agreement import Agreement, Place
from app.domain.client import Client
from app.domain.finding import FindingState, ReasonType, ResolvedHow, Verdict, may_be_documentation
from app.domain.finding_group import FindingGroup
from app.domain.messages import Message, msg
from app.domain.project import Project

MENDABLE = frozenset(
    {
        "advice.no-agreement",
        "advice.no-agreement-with",
        "advice.no-client",
        "advice.no-contact",
        "advice.no-project",
    }
)
CONFIDENTIAL = "vertrouwelijk"  # what the detector notes of a document that calls itself so


class FirstStep(StrEnum):
    """What a person does before the recommended way."""

    STOP_SYNC = "stop-sync"
    PICK_CLIENT = "pick-client"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """`how`: always one that is possible. `why`: a sentence or a few. `agreement_id`, `project_id`: with what."""

    how: ResolvedHow
    why: Message
    agreement_id: str | None = None
    project_id: str | None = None
    first: FirstStep | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """`client`: the one of all files. `agreements`: that accept copies now, and `projects`: active ones, of that client, of
    all clients while it is unknown. `has_ended`: the client had projects, and all are closed. `askable`: somebody is known who
    can agree. `ground`: the place of agreements that cover files where these stand. `is_document_like`: all are named as
    project documentation is. `is_answer_late`: the client's answer was due. `asked_at`: when the
    client was asked last about files that wait; None where that is not known."""

    group: FindingGroup
    client: Client | None
    agreements: tuple[Agreement, ...] = ()
    projects: tuple[Project, ...] = ()
    has_ended: bool = False
    askable: bool = False
    ground: Place = Place.LAPTOP
    is_document_like: bool = False
    is_answer_late: bool = False
    asked_at: datetime | None = None

    @property
    def is_waiting(self) -> bool:
        return self.group.state is FindingState.WAITING

    def has(self, *types: ReasonType) -> bool:
        return any(reason.type in types for reason in self.group.reasons)


# -- what is recommended ----------------------------------------------------------------------------------------------


def recommend(facts: Facts) -> Recommendation | None:
    """The way that fits; None where only a person can tell. Always one that `possible` allows."""
    if facts.group.is_place:
        return _for_place(facts)
    if facts.group.several_clients:
        return None
    if facts.is_waiting:
        return _for_waiting(facts)
    return (
        _as_documentation(facts)
        or _under_agreement(facts)
        or _without_purpose(facts)
        or _asked(facts)
        or _given_back(facts)
    )


def _for_place(facts: Facts) -> Recommendation:
    """A client's own storage is no copy; it ends up here by a sync, and goes by stopping it. Only an agreement for the place
    lets it stay."""
    agreement = _kept_under(facts)
    if agreement is not None and possible(facts)[ResolvedHow.KEPT] is None:
        why = msg("advice.why-place-agreed", scope=agreement.scope)
        return _with_agreement(ResolvedHow.KEPT, why, agreement)
    return Recommendation(how=ResolvedHow.RETURNED, why=msg("advice.why-place"), first=FirstStep.STOP_SYNC)


def _for_waiting(facts: Facts) -> Recommendation | None:
    """It waits for the client's word. Once that is recorded it goes under the agreement; a client that stays silent was told
    that the file goes. What was agreed before the question is no answer to it."""
    asked_at = facts.asked_at
    since = (a for a in _for_vault(facts) if asked_at is None or a.registered_at >= asked_at)
    agreement = _best(facts, tuple(since))
    if agreement is not None:
        return _with_agreement(ResolvedHow.SEALED, msg("advice.why-answered", scope=agreement.scope), agreement)
    if facts.is_answer_late:
        return Recommendation(how=ResolvedHow.DELETED, why=msg("advice.why-no-answer", n=facts.group.count))
    return None


def _as_documentation(facts: Facts) -> Recommendation | None:
    """Named as documentation with business contacts at most. Not what the client labelled, or what calls itself
    confidential: that is the client's, however it is named."""
    is_own_work = facts.is_document_like and facts.client is not None and not _is_marked(facts)
    if not is_own_work or possible(facts)[ResolvedHow.DOCUMENTATION] is not None:
        return None
    project = _project_of(facts)
    why = msg("advice.why-documentation", n=facts.group.count, project=project.code)
    return Recommendation(how=ResolvedHow.DOCUMENTATION, why=why, project_id=project.id)


def _under_agreement(facts: Facts) -> Recommendation | None:
    """What the client agreed to. Special categories only under an agreement that the lead approved: an ordinary one seldom
    means them, so the client is asked. Nobody's data is put under somebody's agreement by guessing."""
    if facts.client is None:
        return None
    agreement = _sealed_under(facts)
    if agreement is not None and _covers(facts, agreement):
        return _with_agreement(ResolvedHow.SEALED, msg("advice.why-agreed", scope=agreement.scope), agreement)
    agreement = _kept_under(facts) if facts.ground is not Place.LAPTOP else None
    if agreement is not None and agreement.place is facts.ground and _covers(facts, agreement):
        return _with_agreement(ResolvedHow.KEPT, msg("advice.why-agreed-place", scope=agreement.scope), agreement)
    return None


def _without_purpose(facts: Facts) -> Recommendation | None:
    """All projects with the client are closed, or the files were here long before the assistant: nothing needs them any more.
    Deleted where they came from the client, which so has the originals; else it gets them back first."""
    if facts.client is None or not (facts.has_ended or facts.group.first_clean_up):
        return None
    from_client = facts.has(ReasonType.ORIGIN, ReasonType.SENDER)
    if facts.has_ended:
        if from_client:
            return Recommendation(how=ResolvedHow.DELETED, why=msg("advice.why-ended", client=facts.client.name))
        return Recommendation(how=ResolvedHow.RETURNED, why=msg("advice.why-ended-return", client=facts.client.name))
    if from_client:
        return Recommendation(how=ResolvedHow.DELETED, why=msg("advice.why-old", client=facts.client.name))
    return None


def _asked(facts: Facts) -> Recommendation | None:
    """Nothing was agreed: the client decides, and the file lies sealed until then."""
    if possible(facts)[ResolvedHow.ASKED] is not None:
        return None
    if facts.client is None:
        return Recommendation(how=ResolvedHow.ASKED, why=msg("advice.why-pick-client"), first=FirstStep.PICK_CLIENT)
    if facts.group.special:
        return Recommendation(how=ResolvedHow.ASKED, why=msg("advice.why-ask-special", client=facts.client.name))
    why = msg("advice.why-ask", n=facts.group.count, client=facts.client.name)
    return Recommendation(how=ResolvedHow.ASKED, why=why)


def _given_back(facts: Facts) -> Recommendation | None:
    """Nobody is known who could agree: it belongs with the client. Of an unknown client only a person can tell."""
    if facts.client is None:
        return None
    return Recommendation(how=ResolvedHow.RETURNED, why=msg("advice.why-return", client=facts.client.name))


def _with_agreement(how: ResolvedHow, why: Message, agreement: Agreement) -> Recommendation:
    return Recommendation(how=how, why=why, agreement_id=agreement.id, project_id=agreement.project_id)


# -- what is possible -------------------------------------------------------------------------------------------------


def possible(facts: Facts) -> Mapping[ResolvedHow, Message | None]:
    """Each of the seven ways: None where it is possible, else why it is not. The actions look again at the files."""
    return {
        ResolvedHow.SEALED: _not_sealed(facts),
        ResolvedHow.KEPT: _not_kept(facts),
        ResolvedHow.ASKED: _not_asked(facts),
        ResolvedHow.RETURNED: None,
        ResolvedHow.DELETED: msg("advice.not-at-client") if facts.group.is_place else None,
        ResolvedHow.DOCUMENTATION: _not_documentation(facts),
        ResolvedHow.NOT_CLIENT_DATA: _not_a_file(facts),
    }


def can_be_mended(refusal: Message) -> bool:
    """Whether a person can take the reason away on the way: what lacks can be recorded."""
    return refusal.id in MENDABLE


def _not_a_file(facts: Facts) -> Message | None:
    """Why nothing about the content of a file can be said, or done with it."""
    if facts.group.is_place:
        return msg("advice.not-a-file")
    return msg("advice.waits-already") if facts.is_waiting else None


def _not_sealed(facts: Facts) -> Message | None:
    if facts.group.is_place:
        return msg("advice.not-a-file")
    return _not_agreed(facts) or (None if _sealed_under(facts) is not None else _no_agreement(facts))


def _not_kept(facts: Facts) -> Message | None:
    if facts.is_waiting:
        return msg("advice.lies-sealed")
    refusal = _not_agreed(facts)
    if refusal is None and _kept_under(facts) is None:
        refusal = _no_agreement(facts)
    if refusal is None and facts.group.special and not any(a.approved_at for a in _fit_to_keep(facts)):
        refusal = msg("advice.needs-approval")
    return refusal


def _not_agreed(facts: Facts) -> Message | None:
    return msg("advice.several-clients") if facts.group.several_clients else None


def _no_agreement(facts: Facts) -> Message:
    if facts.client is None:
        return msg("advice.no-agreement")
    return msg("advice.no-agreement-with", client=facts.client.name)


def _not_asked(facts: Facts) -> Message | None:
    refusal = _not_a_file(facts) or _not_agreed(facts)
    if refusal is not None or facts.askable:
        return refusal
    return msg("advice.no-client") if facts.client is None else msg("advice.no-contact", client=facts.client.name)


def _not_documentation(facts: Facts) -> Message | None:
    refusal = _not_a_file(facts) or _not_agreed(facts)
    if refusal is not None:
        return refusal
    if Verdict.UNREADABLE in facts.group.verdicts:
        return msg("advice.unread")
    if facts.group.special or not may_be_documentation(facts.group.kinds):
        return msg("advice.too-personal")
    return None if facts.projects else msg("advice.no-project")


# -- with what --------------------------------------------------------------------------------------------------------


def _sealed_under(facts: Facts) -> Agreement | None:
    """The agreement for the vault that fits best."""
    return _best(facts, _for_vault(facts))


def _for_vault(facts: Facts) -> tuple[Agreement, ...]:
    return tuple(a for a in facts.agreements if a.place is Place.LAPTOP)


def _kept_under(facts: Facts) -> Agreement | None:
    return _best(facts, _fit_to_keep(facts))


def _fit_to_keep(facts: Facts) -> tuple[Agreement, ...]:
    """A client place is covered by an agreement for any place."""
    if facts.group.is_place:
        return facts.agreements
    return tuple(a for a in facts.agreements if a.place in (Place.LAPTOP, facts.ground))


def _best(facts: Facts, agreements: tuple[Agreement, ...]) -> Agreement | None:
    """One that covers special categories where it must, of the project of the files, agreed last."""
    return max(
        agreements,
        key=lambda a: (_covers(facts, a), a.project_id == facts.group.project_id, a.registered_at, a.id),
        default=None,
    )


def _covers(facts: Facts, agreement: Agreement) -> bool:
    return not facts.group.special or agreement.approved_at is not None


def _project_of(facts: Facts) -> Project:
    """That of the files, else the one that was added last."""
    return max(facts.projects, key=lambda p: (p.id == facts.group.project_id, p.created_at, p.id))


def _is_marked(facts: Facts) -> bool:
    confidential = any(r.type is ReasonType.KEYWORD and r.detail == CONFIDENTIAL for r in facts.group.reasons)
    return confidential or facts.has(ReasonType.LABEL, ReasonType.FINGERPRINT)
