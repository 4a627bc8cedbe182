"""What can be done from the overview itself: at once with a word afterwards, or after one question where it cannot be
taken back. Everything else leads to its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.actions.copies import CopyActions
from app.actions.deletion import DeletionActions, DeletionRun
from app.actions.folders import FolderActions
from app.actions.pause import PauseActions
from app.actions.time_keeping import TrustedClock
from app.actions.vault import Resealed, VaultActions
from app.domain.deletion import Outcome
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.domain.today import Need, NeedAction, NeedKind, SubjectKind
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.overview.leading import leads_to
from app.ui.widgets.dialog import Confirm

Work = Callable[[Job[Any]], Any]
Told = Callable[[Any], Message]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    clock: TrustedClock
    copies: CopyActions
    deletion: DeletionActions
    folders: FolderActions
    pause: PauseActions
    vault: VaultActions


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked before something is done. `danger`: it cannot be taken back."""

    title: Message
    consequence: Message
    verb: Message
    danger: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """`told`: what is said when it was done. Without a question it is done at once."""

    work: Work
    told: Told
    question: Question | None = None


class Doing(QObject):
    """Takes the step of a need. `begun`, `ended` tell of its need by id; with what went wrong."""

    begun = Signal(str)
    ended = Signal(str, object)  # Message | None

    def __init__(self, desk: Desk, actions: Actions, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._actions = actions
        self._page = page
        self.dialog: Confirm[Any] | None = None

    def take(self, need: Need) -> None:
        deed = self._deed(need)
        if deed is None:
            page, subject = leads_to(need)
            self._desk.go(page.value, subject)
        elif deed.question is None:
            self.begun.emit(need.id)
            Act(self._desk, need.id, deed, self).begin()
        else:
            self.dialog = Asked(self._desk, deed, deed.question, self._page.window())
            self.dialog.open()

    # -- what each step is --------------------------------------------------------------------------------------------

    def _deed(self, need: Need) -> Deed | None:
        """None where it leads to a page."""
        makers: Mapping[NeedAction, Callable[[Need], Deed | None]] = {
            NeedAction.CONFIRM_CLOCK: self._clock,
            NeedAction.RESUME: self._resume,
            NeedAction.SEAL: self._seal,
            NeedAction.ADD_FOLDER: self._drive,
            NeedAction.RETRY: self._retry,
            NeedAction.DELETE: self._delete,
            NeedAction.ANSWER: self._answer,
            NeedAction.CONFIRM_GONE: self._gone,
        }
        make = makers.get(need.action)
        return None if make is None else make(need)

    def _clock(self, _need: Need) -> Deed:
        clock = self._actions.clock
        question = Question(
            title=msg("ui.overview.clock-title"),
            consequence=msg("ui.overview.clock-why", at=self._desk.now()),
            verb=msg("ui.overview.clock-go"),
        )
        return Deed(
            work=lambda _job: clock.confirm(), told=lambda _now: msg("ui.overview.clock-done"), question=question
        )

    def _resume(self, _need: Need) -> Deed:
        pause = self._actions.pause
        return Deed(work=lambda _job: pause.resume(), told=lambda _: msg("ui.overview.resumed"))

    def _seal(self, need: Need) -> Deed:
        vault, copy_id = self._actions.vault, need.subject
        if need.subject_kind is SubjectKind.COPY and copy_id is not None:
            return Deed(work=lambda job: (vault.seal(copy_id, progress=job.progress),), told=_sealed)
        return Deed(work=lambda job: vault.seal_all(progress=job.progress), told=_sealed)

    def _drive(self, need: Need) -> Deed | None:
        if need.subject_kind is not SubjectKind.PATH or need.subject is None:
            return None
        folders, drive = self._actions.folders, Path(need.subject)
        return Deed(work=lambda _job: folders.add(drive), told=lambda folder: msg("folder.added", path=folder.path))

    def _retry(self, need: Need) -> Deed | None:
        """What is not due was asked for by a person: its page has it."""
        if need.state is not RuleState.OVERDUE:
            return None
        deletion = self._actions.deletion
        return Deed(work=lambda _job: deletion.run_due(), told=_deleted)

    def _delete(self, need: Need) -> Deed | None:
        deletion, agreement_id = self._actions.deletion, need.subject
        if need.kind is NeedKind.OVERDUE:
            return Deed(work=lambda _job: deletion.run_due(), told=_deleted, question=_before_deleting(need))
        if need.subject_kind is not SubjectKind.AGREEMENT or agreement_id is None:
            return None
        reason = self._desk.text(msg("ui.overview.purpose-met"))
        return Deed(
            work=lambda _job: deletion.delete_under(agreement_id, reason),
            told=_deleted,
            question=_before_deleting(need),
        )

    def _answer(self, need: Need) -> Deed | None:
        question = Question(
            title=msg("ui.overview.answer-title"), consequence=need.sentence, verb=msg("ui.overview.answer-go")
        )
        return self._confirming(need, question, msg("ui.overview.answered"))

    def _gone(self, need: Need) -> Deed | None:
        question = Question(
            title=msg("ui.overview.gone-title"), consequence=need.sentence, verb=msg("ui.overview.gone-go")
        )
        return self._confirming(need, question, msg("ui.overview.gone"))

    def _confirming(self, need: Need, question: Question, told: Message) -> Deed | None:
        copies, copy_id = self._actions.copies, need.subject
        if need.subject_kind is not SubjectKind.COPY or copy_id is None:
            return None
        return Deed(work=lambda _job: copies.confirm(copy_id), told=lambda _copy: told, question=question)


class Act(QObject):
    """Something that is done at once."""

    def __init__(self, desk: Desk, need_id: str, deed: Deed, doing: Doing) -> None:
        super().__init__(doing)
        self._desk = desk
        self._need_id = need_id
        self._deed = deed
        self._doing = doing

    def begin(self) -> None:
        self._desk.jobs.act(self._deed.work, self._done, self._failed)

    @Slot(object)
    def _done(self, answer: object) -> None:
        self._desk.tell(self._deed.told(answer))
        self._end(None)
        self._desk.acted.emit()

    @Slot(object)
    def _failed(self, problem: Message) -> None:
        self._end(problem)

    def _end(self, problem: Message | None) -> None:
        self._doing.ended.emit(self._need_id, problem)
        self.deleteLater()


class Asked(Confirm[Any]):
    """Something that is done after a question."""

    def __init__(self, desk: Desk, deed: Deed, question: Question, parent: QWidget) -> None:
        super().__init__(
            desk,
            question.title,
            question.consequence,
            question.verb,
            deed.work,
            danger=question.danger,
            parent=parent,
        )
        self._told = deed.told
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def news(self, answer: Any) -> Message:
        return self._told(answer)


def _before_deleting(need: Need) -> Question:
    return Question(
        title=msg("ui.overview.delete-title", n=need.count),
        consequence=msg("ui.overview.delete-why", sentence=need.sentence),
        verb=msg("ui.overview.delete-go"),
        danger=True,
    )


def _deleted(run: DeletionRun) -> Message:
    """What came of a deletion: only what was checked is called deleted."""
    gone = sum(item.outcome is Outcome.DELETED for item in run.items)
    left = [item for item in run.items if item.outcome is not Outcome.DELETED]
    if not left:
        return msg("ui.overview.deleted", n=gone)
    why = next((item.reason for item in left if item.reason is not None), msg("ui.overview.left-unknown"))
    if gone:
        return msg("ui.overview.deleted-partly", n=len(left), gone=gone, why=why)
    return msg("ui.overview.deleted-none", n=len(left), why=why)


def _sealed(sealed: tuple[Resealed, ...]) -> Message:
    held = [item for item in sealed if item.held_by]
    if not held:
        return msg("ui.overview.sealed", n=len(sealed))
    programs = ", ".join(dict.fromkeys(name for item in held for name in item.held_by))
    return msg("ui.overview.still-open", n=len(held), programs=programs)
