"""A place to drop a file on, or to choose one with the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Text, Title
from app.ui.widgets.picture import Picture


class DropZone(QFrame):
    """`dropped` hands out the local files, or with `folders` one folder. `name_filter` as Qt writes it ("*.eml *.msg"); empty:
    everything."""

    dropped = Signal(list)  # list[Path]

    def __init__(
        self,
        desk: Desk,
        invitation: Message,
        *,
        several: bool = False,
        folders: bool = False,
        name_filter: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._several = several
        self._folders = folders
        self._filter = name_filter
        self.setAcceptDrops(True)
        self.setProperty("look", "drop")
        self.label = Text(desk.text(invitation))
        self.choose = Button(desk.text(msg("ui.drop.choose-folder") if folders else msg("ui.drop.choose")))
        self.choose.clicked.connect(self._choose)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 12, 14, 12)
        line.setSpacing(10)
        line.addWidget(Picture("drop", "muted", 24))
        line.addWidget(self.label, 1)
        line.addWidget(self.choose)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's names
        if paths_in(event):
            event.acceptProposedAction()
            self._look("drop-over")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self._look("drop")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self._look("drop")
        self._take(paths_in(event))
        event.acceptProposedAction()

    @Slot()
    def _choose(self) -> None:
        title = self.choose.text()
        if self._folders:
            folder = QFileDialog.getExistingDirectory(self, title)
            names = [folder] if folder else []
        elif self._several:
            names, _ = QFileDialog.getOpenFileNames(self, title, "", self._filter)
        else:
            name, _ = QFileDialog.getOpenFileName(self, title, "", self._filter)
            names = [name] if name else []
        self._take([Path(name) for name in names])

    def _take(self, paths: Sequence[Path]) -> None:
        if paths:
            self.dropped.emit(list(paths) if self._several else list(paths[:1]))

    def _look(self, look: str) -> None:
        self.setProperty("look", look)
        self.style().unpolish(self)
        self.style().polish(self)


class DropCurtain(QFrame):
    """Lies over the whole of `over` while files are dragged across it, and hands out what is dropped."""

    dropped = Signal(list)  # list[Path]

    def __init__(self, over: QWidget, invitation: str) -> None:
        super().__init__(over)
        self._over = over
        self.is_open = True  # whether files are taken now
        self.label = Title(invitation)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("look", "curtain")
        # What is dragged reaches what lies below: the curtain only shows that it would be taken.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        lines = QVBoxLayout(self)
        lines.addStretch(1)
        lines.addWidget(Picture("drop", "accent", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addWidget(self.label)
        lines.addStretch(1)
        over.setAcceptDrops(True)
        over.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if isinstance(event, QDragEnterEvent) and self.is_open and paths_in(event):
            event.acceptProposedAction()
            self._draw()
            return True
        if isinstance(event, QDragLeaveEvent):
            self.hide()
        elif isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop and self.is_open:
            self.hide()
            event.acceptProposedAction()
            self.dropped.emit(paths_in(event))
            return True
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()


def paths_in(event: QDropEvent) -> list[Path]:
    """Local files that are dragged; what comes from a browser or a mail program without a file is none."""
    data = event.mimeData()
    if not data.hasUrls() or not event.possibleActions() & Qt.DropAction.CopyAction:
        return []
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
