"""The parts of the program with their licences, folded away: who looks for them finds them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.messages import msg
from app.domain.part import Part
from app.ui.desk import Desk
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card, row
from app.ui.widgets.fold import Fold
from app.ui.widgets.labels import Muted
from app.ui.widgets.table import Column, RowsModel, Table

HEIGHT = 360


class PartsList(QWidget):
    """Enter, a double click or the button opens the text of a licence."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        text = desk.text
        self.fold = Fold("")
        self.model: RowsModel[Part] = RowsModel(_columns(desk))
        self.table = Table(self.model, text(msg("ui.about.part")))
        self.table.setFixedHeight(HEIGHT)
        self.table.opened.connect(self._open)
        self.open = Button(text(msg("ui.about.part-open")), icon_name="file-text")
        self.open.clicked.connect(self._open_chosen)
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        self.fold.lines.addWidget(Muted(text(msg("ui.about.parts-why"))))
        framed = Card(padding=1)
        framed.lines.addWidget(self.table)
        self.fold.lines.addWidget(framed)
        self.fold.lines.addLayout(row(self.open, 1))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.fold)
        self._chosen()

    def show_parts(self, parts: Sequence[Part]) -> None:
        self.fold.button.setText(self._desk.text(msg("ui.about.parts", n=len(parts))))
        if parts != [self.model.row(number) for number in range(self.model.rowCount())]:
            self.model.show(parts)

    @Slot()
    def _chosen(self) -> None:
        self.open.setEnabled(any(part.text is not None for part in self.table.rows()))

    @Slot()
    def _open_chosen(self) -> None:
        for part in self.table.rows():
            self._open(part)

    @Slot(object)
    def _open(self, part: Part) -> None:
        if part.text is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(part.text)))


def _columns(desk: Desk) -> tuple[Column[Part], ...]:
    text = desk.text
    return (
        Column(
            heading=text(msg("ui.about.part")),
            text=lambda part: part.name,
            order=lambda part: (not part.is_replaceable, part.name.casefold()),
            stretches=True,
        ),
        Column(heading=text(msg("ui.about.part-version")), text=lambda part: part.version or "–", width=130),
        Column(
            heading=text(msg("ui.about.part-licence")),
            text=lambda part: part.licence,
            tip=lambda part: f"{part.licence}\n{part.text}" if part.text else part.licence,
            width=240,
        ),
    )
