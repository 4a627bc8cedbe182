"""The tab of the declarations: the list, the chosen one, and a check of any file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.certificates import CertificateRow
from app.domain.messages import msg
from app.ui.desk import Desk
from app.ui.pages.page import GRID
from app.ui.pages.vault.actions import Actions
from app.ui.pages.vault.certificate_detail import CertificateDetail
from app.ui.pages.vault.certificate_list import CertificateList
from app.ui.pages.vault.verify_dialog import VerifyDialog
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import row
from app.ui.widgets.empty import EmptyState


class CertificatesPart(QWidget):
    def __init__(self, desk: Desk, actions: Actions, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._asking = asking
        self._row: CertificateRow | None = None
        self.list = CertificateList(desk)
        self.detail = CertificateDetail(desk, actions, asking)
        self.verify = Button(desk.text(msg("ui.certificates.verify")))
        self.empty = EmptyState(desk.text, "certificate")
        self.empty.tell(msg("ui.certificates.empty"), msg("ui.certificates.empty-why"), msg("ui.certificates.verify"))
        self._whole = QWidget()
        lines = QVBoxLayout(self._whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2 * GRID)
        lines.addLayout(row(self.list.search, 1, self.verify))
        lines.addWidget(self.list)
        lines.addWidget(self.detail)
        lines.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole, 1)
        outer.addWidget(self.empty, 1)
        self.detail.hide()
        self.empty.hide()
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self.detail.enlarge)
        self.verify.clicked.connect(self._ask_verify)
        self.empty.button.clicked.connect(self._ask_verify)

    def show_rows(self, rows: Sequence[CertificateRow]) -> None:
        self._whole.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.list.show_rows(rows)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        super().showEvent(event)
        self._show_chosen()

    @Slot(object)
    def _chosen(self, chosen: CertificateRow | None) -> None:
        self._row = chosen
        if self.isVisible():
            self._show_chosen()

    def _show_chosen(self) -> None:
        """It is printed only when somebody looks."""
        self.detail.setVisible(self._row is not None)
        if self._row is not None:
            self.detail.show_row(self._row)

    @Slot()
    def _ask_verify(self) -> None:
        self._asking.ask(VerifyDialog(self._desk, self._actions.certificates, self._asking.window))
