"""The offer: a small window with two answers. It names no client and no file: others may look on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.messages import msg
from app.ui.texts import WindowTexts
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import row
from app.ui.widgets.labels import Muted, Title
from app.ui.widgets.picture import Picture

WIDTH = 420
FLAGS = Qt.WindowType.Dialog | Qt.WindowType.WindowStaysOnTopHint


class OfferWindow(QWidget):
    """`answered` says yes or no, once. Esc, closing it and Enter mean no: nothing goes by accident."""

    answered = Signal(bool)

    def __init__(self, texts: WindowTexts, count: int, *, is_ending: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, FLAGS)
        self._is_answered = False
        self.setFixedWidth(WIDTH)
        self.setWindowTitle(texts.render(msg("ui.app")))
        self.sentence = Title(texts.render(msg("ui.ending.sentence", n=count)))
        said = msg("ui.ending.before-end") if is_ending else msg("ui.ending.when-back")
        self.detail = Muted(texts.render(said))
        self.yes = Button(texts.render(msg("ui.ending.delete", n=count)), Weight.DANGER)
        self.no = Button(texts.render(msg("ui.ending.later")))
        self.no.setDefault(True)
        self.yes.clicked.connect(self._accept)
        self.no.clicked.connect(self._refuse)
        self.setAccessibleName(self.sentence.text())
        self.setAccessibleDescription(self.detail.text())
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 20, 20, 20)
        lines.setSpacing(12)
        top = row(Picture("trash"), self.sentence, spacing=12)
        top.setStretch(1, 1)
        lines.addLayout(top)
        lines.addWidget(self.detail)
        lines.addLayout(row(1, self.no, self.yes))

    def come(self) -> None:
        self.adjustSize()
        screen = QGuiApplication.primaryScreen()
        if screen is not None:
            free = screen.availableGeometry()
            self.move(free.center() - self.rect().center())
        self.show()
        self.raise_()
        self.activateWindow()
        self.no.setFocus()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def busy(self) -> None:
        """It is being deleted: nothing more can be answered."""
        self.yes.setEnabled(False)
        self.no.setEnabled(False)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        self._answer(False)
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self._answer(False)
            return
        super().keyPressEvent(event)

    @Slot()
    def _accept(self) -> None:
        self._answer(True)

    @Slot()
    def _refuse(self) -> None:
        self._answer(False)

    def _answer(self, yes: bool) -> None:
        if not self._is_answered:
            self._is_answered = True
            self.answered.emit(yes)
