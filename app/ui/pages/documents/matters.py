"""What asks something of the person: a document, or many at once; why, and the ways out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from app.domain.document import BrakeQuestion, DocumentRow, DocumentState, SyncStatus, Why
from app.domain.document import Way as Choice
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.ui.desk import Desk
from app.ui.pages.documents.words import STANDS, name_of, place_of, stand_of
from app.ui.widgets.matter import Matter, Way

FEW: Final = 2  # of a kind that are told one by one
NAMED: Final = 3
# The most pressing first: of two versions one might be lost from sight.
PRESSING: Final = (DocumentState.CONFLICT, DocumentState.FAILED, DocumentState.HELD_BACK)
_MANY: Final[Mapping[DocumentState, Callable[[int], Message]]] = {
    DocumentState.CONFLICT: lambda n: msg("ui.documents.many-conflicts", n=n),
    DocumentState.FAILED: lambda n: msg("ui.documents.many-failed", n=n),
    DocumentState.HELD_BACK: lambda n: msg("ui.documents.many-held-back", n=n),
}


class Step(StrEnum):
    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    FETCH = "fetch"  # what the remote has and this laptop has not
    RELEASE = "release"
    FINDING = "finding"  # decided among the findings
    VAULT = "vault"
    FOLDER = "folder"  # look at it where it stands
    AGREE = "agree"  # the many changes are meant
    FILES = "files"  # the documents of a project
    ALL = "all"  # the documents that stand so


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A step with what it is about: a document, a project by its code, or a state."""

    step: Step
    row: DocumentRow | None = None
    project: str | None = None
    state: DocumentState | None = None


def matters_of(status: SyncStatus, desk: Desk) -> list[Matter]:
    """Questions about projects come before documents: they hold many up. Many documents of a kind are one matter."""
    found = [of_question(question, desk) for question in status.questions]
    for state in PRESSING:
        rows = [row for row in status.items if row.state is state]
        if len(rows) > FEW:
            found.append(_of_many(state, rows, desk))
        else:
            found += [of_row(row, desk) for row in rows]
    return found


def _of_many(state: DocumentState, rows: Sequence[DocumentRow], desk: Desk) -> Matter:
    text = desk.text
    stand, word = STANDS[state]
    named = ", ".join(name_of(row) for row in rows[:NAMED])
    return Matter(
        state=stand,
        word=text(word),
        sentence=text(_MANY[state](len(rows))),
        details=(text(msg("ui.documents.many-named", n=len(rows) - NAMED, named=named)),),
        ways=(Way(says=msg("ui.documents.do-show"), step=Taken(step=Step.ALL, state=state)),),
    )


def of_question(question: BrakeQuestion, desk: Desk) -> Matter:
    text = desk.text
    says = msg("ui.documents.brake", n=question.changed + question.vanished, project=question.project)
    why = msg(
        "ui.documents.brake-why",
        changed=desk.texts.number(question.changed),
        vanished=desk.texts.number(question.vanished),
        filed=desk.texts.number(question.filed),
    )
    return Matter(
        state=RuleState.ATTENTION,
        word=desk.texts.word(RuleState.ATTENTION.value),
        sentence=text(says),
        details=(text(why),),
        ways=(
            Way(says=msg("ui.documents.do-agree"), step=Taken(step=Step.AGREE, project=question.project)),
            Way(says=msg("ui.documents.do-look"), step=Taken(step=Step.FILES, project=question.project)),
        ),
    )


def of_row(row: DocumentRow, desk: Desk) -> Matter:
    text = desk.text
    state, word = stand_of(row)
    why = _versions(row) or row.reason
    said = () if why is None else (text(why),)
    return Matter(
        state=state,
        word=text(word),
        sentence=name_of(row),
        details=(*said, place_of(row)),
        ways=tuple(Way(says=says, step=Taken(step=step, row=row)) for step, says in _ways(row)),
    )


def _versions(row: DocumentRow) -> Message | None:
    """Both versions, with person and time, where that is known."""
    is_double = row.state is DocumentState.CONFLICT and row.why is not Why.REMOTE_DELETED
    if not is_double or row.theirs_at is None or row.ours_at is None:
        return None
    if row.by is None:
        return msg("ui.documents.versions-nobody", ours=row.ours_at, theirs=row.theirs_at)
    return msg("ui.documents.versions", ours=row.ours_at, person=row.by, theirs=row.theirs_at)


def _ways(row: DocumentRow) -> list[tuple[Step, Message]]:
    """The choices there are, then a look at the document itself. None of the choices of a conflict is recommended: only the
    person knows which version is right."""
    ways: list[tuple[Step, Message]] = []
    is_conflict = row.state is DocumentState.CONFLICT
    if Choice.MINE in row.ways:
        ways.append((Step.MINE, msg("ui.documents.do-mine")))
    if Choice.THEIRS in row.ways:
        ways.append(_theirs(row, is_conflict=is_conflict))
    if Choice.BOTH in row.ways:
        ways.append((Step.BOTH, msg("ui.documents.do-both")))
    if row.why in _ELSEWHERE:
        ways.append(_ELSEWHERE[row.why])
    if Choice.RELEASE in row.ways:
        ways.append((Step.RELEASE, msg("ui.documents.do-release")))
    if PurePath(row.path).is_absolute():
        ways.append((Step.FOLDER, msg("ui.documents.do-folder")))
    return ways


def _theirs(row: DocumentRow, *, is_conflict: bool) -> tuple[Step, Message]:
    if not is_conflict:
        return Step.FETCH, msg("ui.documents.do-fetch")
    if row.why is Why.REMOTE_DELETED:
        return Step.THEIRS, msg("ui.documents.do-leave-out")
    if row.by is None:
        return Step.THEIRS, msg("ui.documents.do-theirs")
    return Step.THEIRS, msg("ui.documents.do-theirs-of", person=row.by)


_ELSEWHERE: Final = {
    Why.CLIENT_DATA: (Step.FINDING, msg("ui.documents.do-finding")),
    Why.PERSONAL_DATA: (Step.FINDING, msg("ui.documents.do-finding")),
    Why.FINDING: (Step.FINDING, msg("ui.documents.do-finding")),
    Why.REGISTERED: (Step.VAULT, msg("ui.documents.do-vault")),
}
