"""The chosen declaration: what it claims, how it looks on paper, and what is done with it: send, save, file the receipt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.actions.certificates import CertificateRow
from app.domain.certificate import IssuedCertificate
from app.domain.deletion import Residual, ResidualKind
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.opening import open_with_system
from app.ui.pages.projects.words import residual_sentences
from app.ui.pages.vault.actions import Actions
from app.ui.pages.vault.loaded import CertificateLoaded, load_certificate
from app.ui.pages.vault.paper import SMALL, Paper, PaperDialog
from app.ui.pages.vault.words import OUTCOMES, methods_of
from app.ui.texts import visible
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, Line, row
from app.ui.widgets.drop import DropZone
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Text, Title
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.state import StateBadge

FORMS = ("pdf", "html", "json")


class CertificateDetail(Card):
    def __init__(self, desk: Desk, actions: Actions, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._asking = asking
        self._row: CertificateRow | None = None
        self._loaded: CertificateLoaded | None = None
        self._reading: PaperDialog | None = None
        self._is_wanted = False  # to be read, as soon as it is looked up
        text = desk.text
        self.title = Title()
        self.stand = StateBadge(RuleState.UNKNOWN, "")
        self.sentence = Text()
        self.problem = Notice(Tone.OVERDUE)
        self.mail = Button(text(msg("ui.certificates.mail")), Weight.PRIMARY, icon_name="mail")
        self.save = Button(text(msg("ui.certificates.save")), icon_name="download")
        self.read = Button(text(msg("ui.certificates.read")), icon_name="search")
        self.facts = Facts()
        self.receipt = DropZone(desk, msg("ui.certificates.receipt-drop"))
        self.replace = Button(text(msg("ui.certificates.receipt-replace")), Weight.LINK)
        self.paper = Paper(desk, actions.certificates, SMALL)
        self._lay_out()
        self._connect()

    def show_row(self, row: CertificateRow) -> None:
        is_other = self._row is None or self._row.id != row.id
        self._row = row
        if is_other:
            self.problem.hide()
            self._loaded = None
            self._is_wanted = False
        self.read.setEnabled(self._loaded is not None)
        self.title.setText(row.number)
        state, word = OUTCOMES[row.outcome]
        self.stand.tell(state, self._desk.text(word))
        self.mail.weigh(Weight.PLAIN if row.receipt is not None else Weight.PRIMARY)
        self._show_receipt(is_open=row.receipt is None)
        self._desk.jobs.read(lambda: load_certificate(self._actions, row), self._read, self._failed)

    def save_to(self, path: Path) -> None:
        """Raises nothing: what goes wrong is said in the card."""
        certificates, row = self._actions.certificates, self._row
        if row is not None:
            certificate_id = row.id
            self._act(lambda _job: (certificates.export(certificate_id, path), path)[1], self._saved)

    @Slot()
    def enlarge(self) -> None:
        """To be read; a row of the list may be opened before it was looked up."""
        self._is_wanted = self._loaded is None
        if self._loaded is None:
            return
        row = self._loaded.row
        self._reading = PaperDialog(self._desk, self._actions.certificates, self._asking.window)
        self._reading.finished.connect(self._was_read)
        self._reading.show_certificate(row.id, row.number, self._loaded.pages)
        self._reading.open()

    # -- what is told -------------------------------------------------------------------------------------------------

    @Slot(object)
    def _read(self, loaded: CertificateLoaded) -> None:
        if self._row is None or loaded.row.id != self._row.id:
            return
        self._loaded = loaded
        document = loaded.issued.document
        claim = str(document["wording"][self._language()])
        headline = msg("certificate.headline", n=loaded.row.copies, client=loaded.row.client, wording=claim)
        self.sentence.setText(self._desk.text(headline))
        self.facts.show_facts(self._told(loaded))
        self.paper.show_certificate(loaded.row.id, loaded.row.number, loaded.pages)
        self.read.setEnabled(True)
        if self._is_wanted and self.isVisible():
            self.enlarge()

    def _told(self, loaded: CertificateLoaded) -> list[tuple[str, str | QWidget]]:
        text, row, document = self._desk.text, loaded.row, loaded.issued.document
        agreement = document["agreement"]
        which = msg("ui.agreements.which", scope=str(agreement["scope"]), purpose=str(agreement["purpose"]))
        facts: list[tuple[str, str | QWidget]] = [
            (text(msg("ui.vault.fact-project")), visible(f"{row.project} – {row.client}")),
            (text(msg("ui.vault.fact-agreement")), text(which)),
            (text(msg("ui.certificates.fact-issued")), self._desk.texts.moment(row.issued_at)),
            (text(msg("ui.certificates.fact-method")), text(methods_of(row))),
            (text(msg("ui.certificates.fact-residuals")), self._residuals(document["residuals"])),
        ]
        if not row.complete:
            facts.append((text(msg("ui.certificates.fact-complete")), text(msg("ui.certificates.not-complete"))))
        if row.receipt is not None and row.receipt_at is not None:
            received = msg("ui.certificates.receipt-filed", name=row.receipt.name, at=row.receipt_at)
            facts.append((text(msg("ui.certificates.fact-receipt")), text(received)))
        return facts

    def _residuals(self, residuals: list[dict[str, Any]]) -> str:
        lines = residual_sentences([_residual(known) for known in residuals], self._desk.texts)
        return "\n".join(visible(line) for line in lines) or self._desk.text(msg("ui.certificates.no-residuals"))

    def _language(self) -> str:
        return "en" if self._desk.texts.language == "en" else "nl"

    # -- what can be done ---------------------------------------------------------------------------------------------

    @Slot()
    def _ask_where(self) -> None:
        if self._row is None:
            return
        text, number = self._desk.text, self._row.number
        filters = [text(msg("ui.certificates.form-pdf")), text(msg("ui.certificates.form-html"))]
        filters.append(text(msg("ui.certificates.form-json")))
        name, chosen = QFileDialog.getSaveFileName(
            self,
            text(msg("ui.certificates.save-title")),
            f"{number}.pdf",
            ";;".join(filters),
            options=QFileDialog.Option.DontConfirmOverwrite,  # an existing file is never overwritten
        )
        if name:
            form = FORMS[filters.index(chosen)] if chosen in filters else FORMS[0]
            path = Path(name)
            self.save_to(path if path.suffix else path.with_name(f"{path.name}.{form}"))

    @Slot(object)
    def _saved(self, path: Path) -> None:
        self._desk.tell(msg("ui.certificates.saved", path=str(path)))

    @Slot()
    def _draft(self) -> None:
        certificates, row = self._actions.certificates, self._row
        if row is not None:
            certificate_id = row.id
            self._act(lambda _job: certificates.draft(certificate_id), self._drafted)

    @Slot(object)
    def _drafted(self, path: Path) -> None:
        """The person's own mail program opens it; they read it and send it themselves."""
        if open_with_system(path):
            self._desk.tell(msg("ui.certificates.mail-ready"))
        else:
            self._failed(msg("ui.findings.mail-no-program", path=str(path)))

    @Slot(list)
    def _file_receipt(self, paths: list[Path]) -> None:
        certificates, row = self._actions.certificates, self._row
        if row is not None:
            certificate_id, path = row.id, paths[0]
            self._act(lambda _job: certificates.file_receipt(certificate_id, path), self._filed)

    @Slot(object)
    def _filed(self, _issued: IssuedCertificate) -> None:
        self._desk.tell(msg("ui.certificates.receipt-done"))
        self._desk.acted.emit()

    @Slot()
    def _replace_receipt(self) -> None:
        self._show_receipt(is_open=True)
        self.receipt.choose.setFocus()

    def _show_receipt(self, *, is_open: bool) -> None:
        self.receipt.setVisible(is_open)
        self.replace.setVisible(not is_open)

    def _act(self, work: Callable[[Job[Any]], Any], done: Callable[[Any], None]) -> None:
        self.problem.hide()
        self._desk.jobs.act(work, done, self._failed)

    @Slot(object)
    def _failed(self, problem: Message) -> None:
        self._is_wanted = False
        self.problem.tell(Tone.OVERDUE, self._desk.text(problem))
        self.problem.show()

    @Slot()
    def _was_read(self) -> None:
        if self._reading is not None:
            self._reading.deleteLater()
            self._reading = None

    # -- how ----------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        steps = FlowLayout()
        for button in (self.mail, self.save, self.read):
            steps.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(12)
        for part in (self.title, self.stand, self.sentence):
            left.addWidget(part)
        left.addLayout(steps)
        for below in (self.problem, Line(), self.facts, self.receipt):
            left.addWidget(below)
        left.addLayout(row(self.replace, 1))
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(left, 1)
        both.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignTop)
        self.lines.addLayout(both)
        self.problem.hide()
        self.replace.hide()

    def _connect(self) -> None:
        self.mail.clicked.connect(self._draft)
        self.save.clicked.connect(self._ask_where)
        self.read.clicked.connect(self.enlarge)
        self.paper.opened.connect(self.enlarge)
        self.receipt.dropped.connect(self._file_receipt)
        self.replace.clicked.connect(self._replace_receipt)


def _residual(known: Mapping[str, Any]) -> Residual:
    """As it was signed."""
    until = known["until"]
    return Residual(
        kind=ResidualKind(known["kind"]),
        where=str(known["where"]),
        until=None if until is None else datetime.fromisoformat(str(until)),
    )
