"""What is shown when the store cannot be opened: why, and what to do. Nothing was changed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.messages import Message, msg
from app.ui.texts import WindowTexts
from app.ui.tray.icon import app_icon
from app.ui.widgets.empty import EmptyState


class BrokenWindow(QWidget):
    again = Signal()
    left = Signal()

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self.setWindowTitle(texts.render(msg("ui.app")))
        self.setWindowIcon(app_icon())
        self.resize(560, 360)
        self._is_leaving = False
        self._empty = EmptyState(texts.render, "state-overdue")
        self._empty.button.clicked.connect(self.again)
        lines = QVBoxLayout(self)
        lines.addWidget(self._empty)

    def tell(self, problem: Message) -> None:
        self._empty.tell(msg("ui.broken.title"), problem, msg("ui.broken.again"))
        self.come_forward()

    @Slot()
    def come_forward(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()

    def leave(self) -> None:
        """It opened after all."""
        self._is_leaving = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        super().closeEvent(event)
        if not self._is_leaving:
            self.left.emit()
