"""What has to be asked: why a document may be filed after all, and where a project should come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.actions.documents.documents import DocumentActions
from app.domain.document import DocumentRow, Restored
from app.domain.file_names import safe_name
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.documents.words import name_of
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import row as beside
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.form import ChoiceField, LineField, SuggestField


class ReleaseDialog(ActionDialog[tuple[DocumentRow, ...]]):
    """Held back, but allowed: a person says why, and that is journalled. It counts for this content."""

    def __init__(self, desk: Desk, documents: DocumentActions, row: DocumentRow, parent: QWidget | None = None) -> None:
        super().__init__(desk, msg("ui.documents.release-title"), msg("ui.documents.release-go"), parent=parent)
        self._documents = documents
        self._row = row
        text = desk.text
        self.say(name_of(row))
        if row.reason is not None:
            self.say(text(row.reason)).look("muted")
        self.say(text(msg("ui.documents.release-why")))
        self.reason = SuggestField(text(msg("ui.documents.release-reason")))
        self.reason.offer([text(msg("ui.documents.release-contacts")), text(msg("ui.documents.release-fictitious"))])
        self.reason.put("")
        self.fields.addWidget(self.reason)
        self.complain_at(self.reason, "field.reason")

    def work(self) -> Callable[[Job[tuple[DocumentRow, ...]]], tuple[DocumentRow, ...]]:
        reason, row_id = self.reason.text(), self._row.id
        return lambda _job: self._documents.release((row_id,), reason)

    def news(self, answer: tuple[DocumentRow, ...]) -> Message:
        return msg("ui.documents.released", name=name_of(self._row))


class DrillDialog(ActionDialog[Restored]):
    """Whether a project would come back whole: each document is fetched and compared, and nothing stays."""

    def __init__(
        self,
        desk: Desk,
        documents: DocumentActions,
        codes: Sequence[str],
        code: str | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, msg("ui.documents.drill-title"), msg("ui.documents.drill-go"), parent=parent)
        self._documents = documents
        self.say(desk.text(msg("ui.documents.drill-why")))
        self.project = _project_field(desk, codes, code)
        self.fields.addWidget(self.project)

    def work(self) -> Callable[[Job[Restored]], Restored]:
        code = str(self.project.chosen())
        return lambda job: self._documents.drill(code, job.progress)


class RestoreDialog(ActionDialog[Restored]):
    """Back into a folder that is new or empty, so that nothing is overwritten."""

    def __init__(
        self,
        desk: Desk,
        documents: DocumentActions,
        codes: Sequence[str],
        code: str | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, msg("ui.documents.restore-title"), msg("ui.documents.restore-go"), parent=parent)
        self._documents = documents
        text = desk.text
        self.say(text(msg("ui.documents.restore-why")))
        self.project = _project_field(desk, codes, code)
        self.folder = LineField(text(msg("ui.documents.restore-to")), text(msg("ui.documents.restore-to-help")))
        self.choose = Button(text(msg("ui.drop.choose-folder")))
        self.fields.addWidget(self.project)
        self.fields.addWidget(self.folder)
        self.fields.addLayout(beside(self.choose, 1))
        self.choose.clicked.connect(self._choose)
        self.project.box.currentIndexChanged.connect(self._propose)
        self._proposed = ""
        self._propose()

    def work(self) -> Callable[[Job[Restored]], Restored] | None:
        typed = self.folder.text()
        if not typed:
            self.complain(self.folder, self.desk.text(msg("ui.documents.restore-where")))
            return None
        code, target = str(self.project.chosen()), Path(typed).expanduser()
        return lambda job: self._documents.restore(code, target, job.progress)

    @Slot()
    def _propose(self) -> None:
        """A new folder for the project, as long as the person typed nothing else."""
        if self.folder.text() != self._proposed:
            return
        name = safe_name(self.desk.text(msg("ui.documents.restore-folder", code=str(self.project.chosen()))))
        self._proposed = str(Path.home() / name)
        self.folder.line.setText(self._proposed)

    @Slot()
    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.choose.text())
        if folder:
            self.folder.line.setText(folder)


def _project_field(desk: Desk, codes: Sequence[str], code: str | None) -> ChoiceField:
    field = ChoiceField(desk.text(msg("ui.documents.project")), [(known, known) for known in codes])
    field.choose(code)
    return field
