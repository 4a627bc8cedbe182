"""Does what was chosen: at once, or after a question. One thing at a time, with its progress."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from app.actions.documents.documents import DocumentActions
from app.domain.document import DocumentRow, SyncStatus
from app.domain.errors import Stopped
from app.domain.finding import FindingState
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.opening import open_with_system
from app.ui.pages.documents.dialogs import DrillDialog, ReleaseDialog, RestoreDialog
from app.ui.pages.documents.matters import Step, Taken
from app.ui.pages.documents.words import name_of
from app.ui.pages.page import PageId
from app.ui.widgets.asking import Asking
from app.ui.widgets.progress import Progress

SHOWN_AFTER_MS: Final = 400  # of work before its progress is shown: what is quicker would only flash


class Acting(QObject):
    """`busy`: whether something is being done; `failed`: why it could not be; `came_back`: a project was, or a test of it;
    `files_wanted`: the documents of a project; `standing_wanted`: those in a state."""

    busy = Signal(bool)
    failed = Signal(object)  # Message
    came_back = Signal(object)  # Restored
    files_wanted = Signal(str)  # the project's code
    standing_wanted = Signal(str)  # a DocumentState's value

    def __init__(self, desk: Desk, documents: DocumentActions, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._documents = documents
        self._asking = asking
        self._job: Job[Any] | None = None
        self._told: Message | None = None
        self.progress = Progress(desk)
        self.progress.hide()
        self._showing = QTimer(self)
        self._showing.setSingleShot(True)
        self._showing.setInterval(SHOWN_AFTER_MS)
        self._showing.timeout.connect(self.progress.show)
        self.progress.stopped.connect(self._stop)

    @Slot(object)
    def take(self, taken: Taken) -> None:
        if self._job is not None:
            return
        if taken.row is not None:
            self._take_of_row(taken.step, taken.row)
        elif taken.project is not None and taken.step is Step.AGREE:
            self._agree(taken.project)
        elif taken.project is not None:
            self.files_wanted.emit(taken.project)
        elif taken.state is not None:
            self.standing_wanted.emit(taken.state.value)

    @Slot()
    def sync(self) -> None:
        """Look at everything now, and file what may be filed."""
        if self._job is None:
            self._start(
                msg("ui.documents.syncing"),
                lambda job: self._documents.once(job.progress, with_filed=False),
                self._synced,
                self._step,
            )

    def ask_restore(self, codes: tuple[str, ...], code: str | None) -> None:
        dialog = RestoreDialog(self._desk, self._documents, codes, code, self._asking.window)
        self._asking.ask(dialog, self.came_back.emit)

    def ask_drill(self, codes: tuple[str, ...], code: str | None) -> None:
        dialog = DrillDialog(self._desk, self._documents, codes, code, self._asking.window)
        self._asking.ask(dialog, self.came_back.emit)

    def open_project(self, code: str) -> None:
        """Where its documents are filed; the remote may have to be asked."""
        documents = self._documents
        self._desk.jobs.act(lambda _job: documents.address(code), self._found, self._not_found)

    @Slot(object)
    def _found(self, address: str | None) -> None:
        if address is None:
            self.failed.emit(msg("ui.documents.no-place"))
        else:
            self.open_place(address)

    @Slot(object)
    def _not_found(self, problem: Message) -> None:
        self.failed.emit(problem)

    def open_place(self, address: str) -> None:
        """A web address in the browser, a folder in the program for folders."""
        is_web = address.startswith("https://")
        opened = QDesktopServices.openUrl(QUrl(address)) if is_web else open_with_system(Path(address))
        if not opened:
            self.failed.emit(msg("ui.documents.no-program"))

    # -- a document ---------------------------------------------------------------------------------------------------

    def _take_of_row(self, step: Step, row: DocumentRow) -> None:
        documents, name = self._documents, name_of(row)
        match step:
            case Step.MINE:
                self._decide(lambda: documents.keep_mine(row.id), msg("ui.documents.kept-mine", name=name))
            case Step.THEIRS:
                self._decide(lambda: documents.keep_theirs(row.id), msg("ui.documents.kept-theirs", name=name))
            case Step.FETCH:
                self._decide(lambda: documents.keep_theirs(row.id), msg("ui.documents.fetched", name=name))
            case Step.BOTH:
                self._decide(lambda: documents.keep_both(row.id), msg("ui.documents.kept-both", name=name))
            case Step.RELEASE:
                self._asking.ask(ReleaseDialog(self._desk, documents, row, self._asking.window))
            case Step.FINDING:
                self._desk.go(PageId.FINDINGS.value, FindingState.OPEN.value)
            case Step.VAULT:
                self._desk.go(PageId.VAULT.value)
            case Step.FOLDER:
                self.open_place(str(Path(row.path).parent))
            case Step.AGREE | Step.FILES | Step.ALL:
                self.files_wanted.emit(row.project)

    def _decide(self, decide: Callable[[], DocumentRow], told: Message) -> None:
        self._told = told
        self._start(msg("ui.documents.deciding"), lambda _job: decide(), self._decided, None)

    def _agree(self, project: str) -> None:
        documents = self._documents

        def agree(job: Job[SyncStatus]) -> SyncStatus:
            documents.agree(project)
            return documents.once(job.progress, with_filed=False)

        self._start(msg("ui.documents.syncing"), agree, self._synced, self._step)

    # -- what became of it --------------------------------------------------------------------------------------------

    @Slot(object)
    def _synced(self, _status: SyncStatus) -> None:
        self._over()
        self._desk.acted.emit()

    @Slot(object)
    def _decided(self, _row: DocumentRow) -> None:
        self._over()
        if self._told is not None:
            self._desk.tell(self._told)
        self._desk.acted.emit()

    @Slot(object)
    def _not_done(self, problem: Message) -> None:
        self._over()
        self._desk.acted.emit()  # what was done before it failed is seen too
        if problem == Stopped().message:
            self._desk.tell(problem)
        else:
            self.failed.emit(problem)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _start(
        self,
        what: Message,
        work: Callable[[Job[Any]], Any],
        done: Callable[[Any], None],
        told: Callable[[int, int], None] | None,
    ) -> None:
        self.progress.begin(what)
        self._showing.start()
        self.busy.emit(True)
        self._job = self._desk.jobs.act(work, done, self._not_done, told)

    @Slot(object, object)
    def _step(self, done: int, total: int) -> None:
        number = self._desk.texts.number
        self.progress.step(done, total, msg("ui.documents.step", done=number(done), total=number(total)))

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _over(self) -> None:
        self._job = None
        self._showing.stop()
        self.busy.emit(False)  # first, so that the keyboard finds its way back from the button that stops it
        self.progress.hide()
