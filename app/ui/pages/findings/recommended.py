"""The foot of the right side: what the decision is about, and the one step that we recommend."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.finding import ResolvedHow
from app.domain.messages import Message, msg
from app.domain.recommendation import Recommendation
from app.ui.desk import Desk
from app.ui.pages.findings.other_ways import way_tip
from app.ui.pages.findings.ways import BY_HOW
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.flow import beside
from app.ui.widgets.labels import Text


class Recommended(QWidget):
    """`all_wanted`: no longer some files only. `more_wanted`: the other ways, which are out of sight."""

    wanted = Signal(object)  # ResolvedHow
    all_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._how: ResolvedHow | None = None
        self.scope = Text(wraps=False)
        self.all = Button(desk.text(msg("ui.findings.all-files")), Weight.LINK)
        self.why = Text(look="muted")
        self.go = Button("", Weight.PRIMARY)
        self.go.setAutoDefault(True)  # Enter presses it too
        self.more = Button(desk.text(msg("ui.findings.other-ways")), icon_name="chevron-down")
        self.all.clicked.connect(self.all_wanted)
        self.go.clicked.connect(self._go)
        self.more.clicked.connect(self.more_wanted)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addLayout(beside(self.scope, self.all))
        lines.addWidget(self.why)
        lines.addLayout(beside(self.go, self.more))

    def show_step(
        self, recommendation: Recommendation | None, otherwise: Message, scope: Message | None, *, is_part: bool
    ) -> None:
        """`recommendation`: None where only a person can tell; then `otherwise` is said. `scope`: what the decision is about,
        None where there is only one thing."""
        self.scope.setVisible(scope is not None)
        if scope is not None:
            self.scope.setText(self._desk.text(scope))
        self.all.setVisible(is_part)
        self._how = recommendation.how if recommendation is not None else None
        self.go.setVisible(recommendation is not None)
        if recommendation is None:
            self.why.setText(self._desk.text(otherwise))
            return
        way = BY_HOW[recommendation.how]
        self.why.setText(self._desk.text(recommendation.why))
        self.go.setText(self._desk.text(way.name))
        self.go.setToolTip(way_tip(self._desk, way, is_recommended=True))
        self.go.setAccessibleDescription(self.why.text())

    @Slot()
    def _go(self) -> None:
        if self._how is not None:
            self.wanted.emit(self._how)
