"""The client report with one press: where it should go, then its folder. Where it went is not remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.actions.client_report import ClientReportActions
from app.domain.file_names import safe_name
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.widgets.buttons import Button
from app.ui.widgets.notice import Notice, Tone

PDF = ".pdf"


class ReportWriting(QObject):
    """Behind `button` of a page's part; what goes wrong is said in `problem`."""

    def __init__(
        self, desk: Desk, client_report: ClientReportActions, button: Button, problem: Notice, part: QWidget
    ) -> None:
        super().__init__(part)
        self._desk = desk
        self._client_report = client_report
        self._button = button
        self._problem = problem
        self._part = part

    def ask(self, client: str) -> None:
        """Ask where the report of the client with this name should go, and write it there."""
        text, day = self._desk.text, self._desk.texts.day(self._desk.now())
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = safe_name(text(msg("ui.clients.report-file", client=client, day=day)))
        title = text(msg("ui.clients.report-title"))
        chosen, _ = QFileDialog.getSaveFileName(self._part, title, str(Path(documents, name)), f"PDF (*{PDF})")
        if chosen:
            self._write(client, Path(chosen if chosen.lower().endswith(PDF) else chosen + PDF))

    def _write(self, client: str, target: Path) -> None:
        self._problem.hide()
        self._button.setEnabled(False)
        write = self._client_report.write

        def act(_job: Job[Path]) -> Path:
            write(client, target)
            return target

        self._desk.jobs.act(act, self._written, self._failed)

    @Slot(object)
    def _written(self, target: Path) -> None:
        self._button.setEnabled(True)
        self._desk.tell(msg("ui.clients.report-written", name=target.name))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent)))

    @Slot(object)
    def _failed(self, message: Message) -> None:
        self._button.setEnabled(True)
        self._problem.tell(Tone.OVERDUE, self._desk.text(message))
        self._problem.show()
