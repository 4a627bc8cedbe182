"""What asks something of the person: a document, or many at once; why, and the ways out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from app.domain.document import BrakeQuestion, DocumentRow, DocumentState, SyncStatus, Why
from app.domain.document import Way as Choice
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.ui.desk import Desk
from app.ui.pages.documents.words import name_of, place_of, stand_of
from app.ui.widgets.matter import Matter, Way


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A step with what it is about: a document, or a project by its code."""

    step: Step
    row: DocumentRow | None = None
    project: str | None = None


def matters_of(status: SyncStatus, rows: tuple[DocumentRow, ...], desk: Desk) -> list[Matter]:
    """Questions about projects come before single documents: they hold many up."""
    return [*(of_question(question, desk) for question in status.questions), *(of_row(row, desk) for row in rows)]


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
            Way(says=msg("ui.documents.do-files"), step=Taken(step=Step.FILES, project=question.project)),
        ),
    )


def of_row(row: DocumentRow, desk: Desk) -> Matter:
    text = desk.text
    state, word = stand_of(row)
    said = [text(row.reason)] if row.reason is not None else []
    who = _versions(row)
    if who is not None:
        said.append(text(who))
    return Matter(
        state=state,
        word=text(word),
        sentence=name_of(row),
        details=(*said, place_of(row)),
        ways=tuple(Way(says=says, step=Taken(step=step, row=row)) for step, says in _ways(row)),
    )


def _versions(row: DocumentRow) -> Message | None:
    """Both versions, with person and time, where they are known."""
    if row.state is not DocumentState.CONFLICT or row.theirs_at is None:
        return None
    if row.ours_at is None:
        return None if row.by is None else msg("ui.documents.version-theirs", person=row.by, theirs=row.theirs_at)
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
    Why.FINDING: (Step.FINDING, msg("ui.documents.do-finding")),
    Why.REGISTERED: (Step.VAULT, msg("ui.documents.do-vault")),
}
