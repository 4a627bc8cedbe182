"""Short news at the foot of the window, with a way back where there is one. It goes by itself and never takes the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.domain.messages import msg
from app.ui.desk import Desk, News
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Text

SHOWN_MS = 8_000  # WCAG 2.2.1 wants time enough to read and to reach the button
MARGIN = 24


class Snack(QFrame):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._news: News | None = None
        self._desk = desk
        self.setProperty("look", "snack")
        self.label = Text(wraps=False)
        self.undo = Button(desk.text(msg("ui.undo")))
        self.undo.clicked.connect(self._take_back)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(16)
        line.addWidget(self.label)
        line.addWidget(self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._leave)
        parent.installEventFilter(self)
        self.hide()

    @Slot(object)
    def tell(self, news: News) -> None:
        self._news = news
        self.label.setText(self._desk.text(news.message))
        self.setAccessibleName(self.label.text())
        self.undo.setVisible(news.undo is not None)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @Slot()
    def _take_back(self) -> None:
        news, self._news = self._news, None
        self.hide()
        if news is not None and news.undo is not None:
            news.undo()

    @Slot()
    def _leave(self) -> None:
        """Stays while the mouse or the keyboard is on it."""
        if self.underMouse() or self.undo.hasFocus():
            self._timer.start()
            return
        self.hide()

    def _place(self) -> None:
        around = self.parentWidget()
        if around is not None:
            width = min(self.sizeHint().width(), around.width() - 2 * MARGIN)
            self.resize(width, self.sizeHint().height())
            self.move((around.width() - width) // 2, around.height() - self.height() - MARGIN)
