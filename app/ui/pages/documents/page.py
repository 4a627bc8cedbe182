"""Project documentation: whether it is filed, what asks something of the person, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.documents.documents import DocumentActions
from app.actions.signing_in import SigningIn
from app.domain.document import DocumentState, Restored, SyncStatus
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.domain.sign_in import SignInSeen, SignInState
from app.ui.desk import Desk
from app.ui.pages.documents.acting import Acting
from app.ui.pages.documents.files_part import ALL, OFFERED, FilesPart
from app.ui.pages.documents.loaded import Loaded, load
from app.ui.pages.documents.matters import matters_of
from app.ui.pages.documents.project_list import FilingList
from app.ui.pages.documents.sign_in import SignInCard
from app.ui.pages.documents.words import (
    OFFICE365,
    drill_stand,
    headline,
    is_offered,
    last_success,
    restored_news,
)
from app.ui.pages.page import GRID, Page, PageId
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card, row
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import Muted, Section, Text
from app.ui.widgets.matter import MatterCard
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.state import StateIcon

SIGN_IN: Final = "sign-in"  # subjects beside a project's code, a document's id
DRILL: Final = "drill"
ALL_ROOM: Final = 100  # of the height, beside a stretch of 1
NOT_VERIFIED: Final = 3  # documents that are named when they did not come back as they were filed
ASKS: Final = (SignInState.SIGNED_OUT, SignInState.NEEDED)


class DocumentsPage(Page[Loaded]):
    """A subject is a project's code, a document's id, a state of documents, SIGN_IN or DRILL. `folder`: the folder that IT or
    the person chose as remote; empty: none."""

    def __init__(
        self, desk: Desk, documents: DocumentActions, signing_in: SigningIn, folder: Callable[[], str]
    ) -> None:
        self._documents = documents
        self._signing_in = signing_in
        self._folder = folder
        self._target: str | None = None  # the folder of a project that came back
        super().__init__(desk)

    # -- what a page defines ------------------------------------------------------------------------------------------

    def build(self) -> None:
        text = self.desk.text
        self.asking = Asking(self)
        self.acting = Acting(self.desk, self._documents, self.asking, self)
        self.where = Muted()
        self.sync = Button(text(msg("ui.documents.sync")), icon_name="refresh")
        self.trouble = Notice(Tone.ATTENTION)
        self.problem = Notice(Tone.OVERDUE)
        self.came_back = Notice(Tone.OK)
        self.needs_title = Section(text(msg("ui.documents.needs")))
        self.needs = MatterCard(self.desk)
        self.offered = Notice(Tone.INFO)
        self.offered.offer(text(msg("ui.documents.do-show")))
        self.projects_title = Section(text(msg("ui.documents.projects")))
        self.projects = FilingList(self.desk)
        self.files = FilesPart(self.desk, self._documents)
        self.backup = BackupCard(self.desk)
        self.sign_in = SignInCard(self.desk, self._signing_in, self._folder)
        self.empty = EmptyState(text, "documents")
        self.empty.tell(msg("ui.documents.empty"), msg("ui.documents.empty-why"), msg("ui.documents.empty-go"))
        self._lay_parts()
        self._connect()

    def load(self) -> Loaded:
        return load(self._documents, self._signing_in)

    def present(self, loaded: Loaded) -> None:
        status, seen = loaded.status, loaded.sign_in
        has_projects = bool(status.projects)
        self.headline.setText(self.desk.text(headline(status, self.desk.texts, self.desk.now())))
        self.headline.setVisible(has_projects)
        self.empty.setVisible(not has_projects)
        self._show_where(status, seen)
        self._show_trouble(status, seen)
        self._show_needs(status)
        self._show_offered(status)
        for part in (self.projects_title, self.projects):
            part.setVisible(has_projects)
        self.projects.show_status(status)
        self.backup.setVisible(has_projects)
        self.backup.show_status(status)
        self.sign_in.show_seen(seen)
        self._place_sign_in(seen)

    def show_subject(self, subject: object) -> None:
        known = {filing.project for filing in self.shown.status.projects} if self.shown is not None else set()
        if subject == SIGN_IN:
            self.bring_into_view(self.sign_in)
            (self.sign_in.go if not self.sign_in.go.isHidden() else self.sign_in.leave).setFocus()
        elif subject == DRILL:
            self.bring_into_view(self.backup)
            self.backup.drill.setFocus()
        elif subject in tuple(DocumentState):
            self._show_files(None, str(subject))
        elif subject in known:
            self.projects.choose(str(subject))
            self._show_files(str(subject), ALL)
        else:
            self._show_files(None, ALL, str(subject))

    @Slot()
    def reload(self) -> None:
        """Documents change without any of the numbers: the list looks for itself."""
        if not self._loading:
            self.files.refresh()
        super().reload()

    # -- what is shown ------------------------------------------------------------------------------------------------

    def _show_where(self, status: SyncStatus, seen: SignInSeen) -> None:
        texts, now = self.desk.texts, self.desk.now()
        at_office = msg("ui.documents.at-test-server") if seen.is_test_server else msg("ui.documents.at-office365")
        where = at_office if status.remote == OFFICE365 else self._at_folder()
        said = msg("ui.documents.where", where=where, last=last_success(status, texts, now))
        self.where.setText(self.desk.text(said))
        self.where.setToolTip("" if status.remote == OFFICE365 else self._folder())
        self._head.setVisible(bool(status.projects))

    def _at_folder(self) -> Message:
        folder = self._folder()
        return (
            msg("ui.documents.at-folder", folder=PurePath(folder).name)
            if folder
            else msg("ui.documents.at-this-laptop")
        )

    def _show_trouble(self, status: SyncStatus, seen: SignInSeen) -> None:
        """That somebody has to sign in is said where that is done."""
        self.trouble.setVisible(status.trouble is not None and seen.state not in ASKS)
        if status.trouble is not None:
            self.trouble.tell(Tone.ATTENTION, self.desk.text(status.trouble))

    def _show_needs(self, status: SyncStatus) -> None:
        matters = matters_of(status, self.desk)
        for part in (self.needs_title, self.needs):
            part.setVisible(bool(matters))
        self.needs.show_matters(matters, (status.questions, tuple(row for row in status.items if row.needs_a_person)))

    def _show_offered(self, status: SyncStatus) -> None:
        """A colleague's work is no matter of today: it is offered."""
        offered = sum(is_offered(item) for item in status.items)
        self.offered.setVisible(offered > 0)
        self.offered.tell(Tone.INFO, self.desk.text(msg("ui.documents.offered", n=offered)))

    def _place_sign_in(self, seen: SignInSeen) -> None:
        """On top while somebody has to sign in, else below everything."""
        wanted = self._top if seen.state in ASKS else self._bottom
        if wanted.indexOf(self.sign_in) < 0:
            wanted.addWidget(self.sign_in)

    # -- what is done -------------------------------------------------------------------------------------------------

    @Slot(str)
    def _files_of(self, code: str) -> None:
        self._show_files(code, ALL)

    @Slot(str)
    def _files_standing(self, state: str) -> None:
        self._show_files(None, state)

    @Slot()
    def _offered_files(self) -> None:
        self._show_files(None, OFFERED)

    def _show_files(self, project: str | None, choice: str, row_id: str | None = None) -> None:
        self.files.show_files(project, choice, row_id)
        self.body.activate()
        self.bring_into_view(self.files)

    @Slot(str)
    def _open_place(self, code: str) -> None:
        self.acting.open_project(code)

    @Slot(str)
    def _restore(self, code: str) -> None:
        self.acting.ask_restore(self._codes(), code)

    @Slot()
    def _drill(self) -> None:
        self.acting.ask_drill(self._codes(), self.projects.code)

    def _codes(self) -> tuple[str, ...]:
        """Of projects of which something is filed."""
        projects = self.shown.status.projects if self.shown is not None else ()
        return tuple(filing.project for filing in projects if filing.counts.get(DocumentState.FILED, 0))

    @Slot(bool)
    def _busy(self, busy: bool) -> None:
        self.sync.setEnabled(not busy)
        self.needs.be_busy(busy)
        self.files.be_busy(busy)
        if busy:
            self.problem.hide()

    @Slot(object)
    def _failed_to(self, problem: Message) -> None:
        self.problem.tell(Tone.OVERDUE, self.desk.text(problem))
        self.problem.show()

    @Slot(object)
    def _back(self, restored: Restored) -> None:
        """What came back stays to be read: it says that it was compared."""
        text = self.desk.text
        said = [text(restored_news(restored, self.desk.texts))]
        said += (f"{wrong.path}: {text(wrong.reason)}" for wrong in restored.not_verified[:NOT_VERIFIED])
        self.came_back.tell(Tone.OK if restored.is_complete else Tone.OVERDUE, "\n".join(said))
        self.came_back.button.setVisible(restored.target is not None)
        self._target = restored.target
        if restored.target is not None:
            self.came_back.offer(text(msg("ui.documents.open-folder")))
        self.came_back.show()
        self.bring_into_view(self.came_back)

    @Slot()
    def _open_target(self) -> None:
        if self._target is not None:
            self.acting.open_place(self._target)

    @Slot()
    def _to_projects(self) -> None:
        self.desk.go(PageId.PROJECTS.value)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.sync.clicked.connect(self.acting.sync)
        self.acting.busy.connect(self._busy)
        self.acting.failed.connect(self._failed_to)
        self.acting.came_back.connect(self._back)
        self.acting.files_wanted.connect(self._files_of)
        self.needs.taken.connect(self.acting.take)
        self.files.taken.connect(self.acting.take)
        self.files.failed.connect(self._failed_to)
        self.acting.standing_wanted.connect(self._files_standing)
        self.offered.button.clicked.connect(self._offered_files)
        self.projects.files_wanted.connect(self._files_of)
        self.projects.place_wanted.connect(self._open_place)
        self.projects.restore_wanted.connect(self._restore)
        self.backup.drill.clicked.connect(self._drill)
        self.came_back.button.clicked.connect(self._open_target)
        self.empty.button.clicked.connect(self._to_projects)

    def _lay_parts(self) -> None:
        self._head = QWidget()
        head = row(self.where, self.sync, spacing=12)
        head.setStretch(0, 1)
        self._head.setLayout(head)
        self._top, self._bottom = QVBoxLayout(), QVBoxLayout()
        for part in (self._head, self.acting.progress, self.trouble, self.problem, self.came_back):
            self.body.addWidget(part)
        self.body.addLayout(self._top)
        for parts in ((self.needs_title, self.needs), (self.offered,), (self.projects_title, self.projects)):
            group = QVBoxLayout()
            group.setSpacing(GRID)
            for part in parts:
                group.addWidget(part)
            self.body.addLayout(group)
        self.body.addWidget(self.files)
        self.body.addWidget(self.backup)
        self.body.addWidget(self.empty, ALL_ROOM)
        self._bottom.addWidget(self.sign_in)
        self.body.addLayout(self._bottom)
        self.body.addStretch(1)
        for hidden in (self.trouble, self.problem, self.came_back, self.offered, self.files, self.empty):
            hidden.hide()


class BackupCard(Card):
    """Filing is not yet a backup: that it can come back is tried once a year. Source: VR-S2."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        text = desk.text
        self.shape = StateIcon(RuleState.UNKNOWN, "", 22)
        self.sentence = Text()
        self.drill = Button(text(msg("ui.documents.do-drill")))
        self.lines.addWidget(Section(text(msg("ui.documents.backup"))))
        line = row(self.shape, self.sentence, spacing=14)
        line.setStretch(1, 1)
        self.lines.addLayout(line)
        self.lines.addWidget(self.drill)

    def show_status(self, status: SyncStatus) -> None:
        state, said = drill_stand(status, self._desk.texts, self._desk.now())
        word = self._desk.text(said)
        self.shape.tell(state, word)
        self.sentence.setText(word)
        self.drill.setEnabled(status.counts.get(DocumentState.FILED, 0) > 0)
