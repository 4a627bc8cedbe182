"""Does what was asked of a copy: at once, or after a dialog that asks for what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.actions.copy_view import CopyView
from app.actions.deletion import DeletionRun
from app.actions.vault import Resealed
from app.actions.vault_list import VaultRow
from app.domain.copy import CopyState
from app.domain.deletion import Outcome, Residual
from app.domain.errors import Stopped
from app.domain.finding import FindingState
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.opening import open_with_system
from app.ui.pages.page import PageId
from app.ui.pages.vault.actions import Actions
from app.ui.pages.vault.copy_steps import Step
from app.ui.pages.vault.earlier_dialog import EarlierDialog, deletion_news
from app.ui.pages.vault.move_dialog import MoveDialog
from app.ui.widgets.asking import Asking
from app.ui.widgets.dialog import Confirm
from app.ui.widgets.progress import Progress

SHOWN_AFTER_MS: Final = 400  # of work before its progress is shown: what is quicker would only flash
CLOCK: Final = "doctor"  # what the page About shows for the clock


class Acting(QObject):
    """One thing at a time. `busy`: whether something is being done; `failed`: why it could not be."""

    busy = Signal(bool)
    failed = Signal(object)  # Message

    def __init__(self, desk: Desk, actions: Actions, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._asking = asking
        self._job: Job[Any] | None = None
        self._row: VaultRow | None = None
        self.ways_in: tuple[Residual, ...] = ()  # said before something is deleted from the vault
        self.progress = Progress(desk)
        self.progress.hide()
        self._showing = QTimer(self)
        self._showing.setSingleShot(True)
        self._showing.setInterval(SHOWN_AFTER_MS)
        self._showing.timeout.connect(self.progress.show)
        self.progress.stopped.connect(self._stop)

    @Slot(object, object)
    def take(self, step: Step, row: VaultRow) -> None:
        if self._job is not None:
            return
        self._row = row
        match step:
            case Step.OPEN:
                self._open(row)
            case Step.OPEN_AGAIN:
                self._show_file(Path(row.checked_out_path or ""))
            case Step.OPEN_IN_PLACE:
                self._show_file(Path(row.path or ""))
            case Step.SEAL:
                self._seal(row)
            case Step.RETRY:
                self._retry()
            case Step.CONFIRM_GONE | Step.CONFIRM_CHANGED | Step.CONFIRM_PAST:
                self._ask_confirm(step, row)
            case Step.DELETE_NOW | Step.EARLIER:
                self._ask_earlier(row, now=step is Step.DELETE_NOW)
            case Step.MOVE:
                self._ask_move(row)
            case Step.FINDING:
                self._desk.go(PageId.FINDINGS.value, FindingState.WAITING.value)
            case Step.CLOCK:
                self._desk.go(PageId.ABOUT.value, CLOCK)

    @Slot()
    def seal_all(self) -> None:
        if self._job is None:
            vault = self._actions.vault
            self._start(
                msg("ui.vault.sealing-all"), lambda job: vault.seal_all(progress=job.progress), self._sealed_all
            )

    # -- out and back -------------------------------------------------------------------------------------------------

    def _open(self, row: VaultRow) -> None:
        vault, row_id = self._actions.vault, row.id
        self._start(
            msg("ui.vault.opening", name=row.name), lambda job: vault.open(row_id, progress=job.progress), self._opened
        )

    @Slot(object)
    def _opened(self, answer: tuple[str, Path]) -> None:
        self._over()
        self._desk.acted.emit()
        if self._show_file(answer[1]):
            self._desk.tell(msg("ui.vault.opened"))

    def _show_file(self, path: Path) -> bool:
        """With the program that the person has for it."""
        if open_with_system(path):
            return True
        self.failed.emit(msg("ui.vault.no-program", path=str(path)))
        return False

    def _seal(self, row: VaultRow) -> None:
        vault, row_id = self._actions.vault, row.id
        self._start(
            msg("ui.vault.sealing", name=row.name), lambda job: vault.seal(row_id, progress=job.progress), self._sealed
        )

    @Slot(object)
    def _sealed(self, _resealed: Resealed) -> None:
        self._over()
        self._desk.acted.emit()
        self._desk.tell(msg("ui.vault.sealed", n=1))

    @Slot(object)
    def _sealed_all(self, resealed: tuple[Resealed, ...]) -> None:
        """What somebody still has open stays out, and is named."""
        self._over()
        self._desk.acted.emit()
        held = [item for item in resealed if item.held_by]
        back = len(resealed) - len(held)
        if back:
            self._desk.tell(msg("ui.vault.sealed", n=back))
        if held:
            first = held[0]
            names, programs = first.copy.name, ", ".join(first.held_by)
            self.failed.emit(msg("ui.vault.held", n=len(held), name=names, programs=programs))

    # -- deletion -----------------------------------------------------------------------------------------------------

    def _retry(self) -> None:
        """All that is due is tried again: what holds one copy may hold others too."""
        deletion = self._actions.deletion
        self._start(msg("ui.vault.deleting"), lambda _job: deletion.run_due(), self._retried)

    @Slot(object)
    def _retried(self, run: DeletionRun) -> None:
        self._over()
        self._desk.acted.emit()
        mine = [item for item in run.items if self._row is not None and item.copy.id == self._row.id]
        if mine and mine[0].outcome is not Outcome.DELETED:
            self.failed.emit(deletion_news(mine[0]))
        elif mine:
            self._desk.tell(deletion_news(mine[0]))

    def _ask_earlier(self, row: VaultRow, *, now: bool) -> None:
        window = self._asking.window
        self._asking.ask(EarlierDialog(self._desk, self._actions, row, self.ways_in, now=now, parent=window))

    def _ask_move(self, row: VaultRow) -> None:
        self._asking.ask(MoveDialog(self._desk, self._actions, row, parent=self._asking.window))

    # -- questions ----------------------------------------------------------------------------------------------------

    def _ask_confirm(self, step: Step, row: VaultRow) -> None:
        title, consequence, verb = _CONFIRMING[step](row.name)
        copies, row_id = self._actions.copies, row.id
        dialog = Confirm(
            self._desk,
            title,
            consequence,
            verb,
            lambda _job: copies.confirm(row_id),
            danger=False,
            parent=self._asking.window,
        )
        self._asking.ask(dialog, self._confirmed)

    @Slot(object)
    def _confirmed(self, view: CopyView) -> None:
        name = view.copy.name
        if not view.copy.is_live:
            self._desk.tell(msg("ui.projects.gone-done", name=name))
        elif view.state is CopyState.OVERDUE:
            self._desk.tell(msg("ui.vault.answered-past", name=name))
        else:
            self._desk.tell(msg("ui.vault.answered", name=name))

    # -- how ----------------------------------------------------------------------------------------------------------

    def _start(self, what: Message, work: Callable[[Job[Any]], Any], done: Callable[[Any], None]) -> None:
        self.progress.begin(what)
        self._showing.start()
        self.busy.emit(True)
        self._job = self._desk.jobs.act(work, done, self._not_done, self.progress.tell)

    @Slot(object)
    def _not_done(self, problem: Message) -> None:
        self._over()
        self._desk.acted.emit()  # what was done before it failed is seen too
        if problem == Stopped().message:
            self._desk.tell(problem)
        else:
            self.failed.emit(problem)

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _over(self) -> None:
        self._job = None
        self._showing.stop()
        self.busy.emit(False)  # first, so that the keyboard finds its way back from the button that stops it
        self.progress.hide()


_CONFIRMING: Final = {
    Step.CONFIRM_GONE: lambda name: (
        msg("ui.projects.gone-title"),
        msg("ui.projects.gone-why", name=name),
        msg("ui.projects.gone-go"),
    ),
    Step.CONFIRM_CHANGED: lambda name: (
        msg("ui.vault.changed-title"),
        msg("ui.vault.changed-why", name=name),
        msg("ui.vault.do-confirm-changed"),
    ),
    Step.CONFIRM_PAST: lambda name: (
        msg("ui.vault.past-title"),
        msg("ui.vault.past-why", name=name),
        msg("ui.vault.do-confirm-past"),
    ),
}
