"""A declaration as it is on paper: one page at a time, small beside what is told of it, or large to be read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from app.actions.certificates import CertificateActions
from app.domain.messages import Message, msg
from app.report import PageImage
from app.ui.desk import Desk
from app.ui.pages.page import scrolling
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.card import row
from app.ui.widgets.labels import Muted, Text

SMALL, LARGE = 248, 720  # pixels of width at 100 %
PORTRAIT = 297 / 210  # A4, until the first page is there
SIZE = QSize(800, 680)
BORDER = 1


class Paper(QWidget):
    """`width`: of a page, in pixels at 100 %. Pages are printed in a working thread, in the screen's own pixels."""

    opened = Signal()  # it was pressed

    def __init__(self, desk: Desk, certificates: CertificateActions, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._certificates = certificates
        self._width = width
        self._id = ""
        self._number = ""
        self._pages = 0
        self._page = 0
        self.picture = QLabel()
        self.picture.setProperty("look", "paper")
        self.picture.setFixedSize(width + 2 * BORDER, round(width * PORTRAIT) + 2 * BORDER)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.problem = Text("", look="error")
        self.problem.hide()
        text = desk.text
        self.back = IconButton("chevron-left", text(msg("ui.certificates.page-back")))
        self.on = IconButton("chevron-right", text(msg("ui.certificates.page-on")))
        self.where = Muted()
        self.where.setWordWrap(False)
        self.turning = QWidget()
        self.turning.setLayout(row(1, self.back, self.where, self.on, 1))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addWidget(self.problem)
        lines.addWidget(self.turning)
        self.back.clicked.connect(self._turn_back)
        self.on.clicked.connect(self._turn_on)

    def show_certificate(self, certificate_id: str, number: str, pages: int) -> None:
        if certificate_id == self._id:
            return
        self._id, self._number, self._pages, self._page = certificate_id, number, pages, 0
        self.picture.clear()
        self._look()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's names
        if self.picture.geometry().contains(event.position().toPoint()):
            self.opened.emit()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_PageDown:
            self._turn_on()
        elif event.key() == Qt.Key.Key_PageUp:
            self._turn_back()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange and self._id:
            self._look()
        return super().event(event)

    # -- how ----------------------------------------------------------------------------------------------------------

    @Slot()
    def _turn_back(self) -> None:
        self._turn_to(self._page - 1)

    @Slot()
    def _turn_on(self) -> None:
        self._turn_to(self._page + 1)

    def _turn_to(self, page: int) -> None:
        if 0 <= page < self._pages:
            self._page = page
            self._look()

    def _look(self) -> None:
        page, certificate_id, ratio = self._page, self._id, self.devicePixelRatioF()
        width = round(self._width * ratio)
        self.back.setEnabled(page > 0)
        self.on.setEnabled(page + 1 < self._pages)
        self.turning.setVisible(self._pages > 1)
        told = self._desk.text(msg("ui.certificates.page-of", page=page + 1, pages=self._pages))
        self.where.setText(told)
        self.picture.setAccessibleName(
            self._desk.text(msg("ui.certificates.page-name", number=self._number, page=page + 1, pages=self._pages))
        )

        def look() -> tuple[str, int, float, PageImage | None]:
            images = self._certificates.preview(certificate_id, width, first=page, most=1)
            return certificate_id, page, ratio, images[0] if images else None

        self._desk.jobs.read(look, self._printed, self._not_printed)

    @Slot(object)
    def _printed(self, answer: tuple[str, int, float, PageImage | None]) -> None:
        certificate_id, page, ratio, image = answer
        if (certificate_id, page) != (self._id, self._page) or image is None:
            return
        self.problem.hide()
        drawn = pixmap_of(image, ratio)
        self.picture.setFixedSize(drawn.deviceIndependentSize().toSize() + QSize(2 * BORDER, 2 * BORDER))
        self.picture.setPixmap(drawn)

    @Slot(object)
    def _not_printed(self, problem: Message) -> None:
        self.problem.setText(self._desk.text(problem))
        self.problem.show()


class PaperDialog(QDialog):
    """Large enough to be read; closes with Esc."""

    def __init__(self, desk: Desk, certificates: CertificateActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.paper = Paper(desk, certificates, LARGE)
        self.leave = Button(desk.text(msg("ui.certificates.close")))
        self.leave.clicked.connect(self.reject)
        self.leave.setDefault(True)
        ground = QWidget()
        ground.setProperty("look", "page")
        inner = QVBoxLayout(ground)
        inner.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 16, 16, 16)
        lines.addWidget(scrolling(ground), 1)
        lines.addLayout(row(self.paper.turning, 1, self.leave))
        self.resize(SIZE)

    def show_certificate(self, certificate_id: str, number: str, pages: int) -> None:
        self.setWindowTitle(number)
        self.paper.show_certificate(certificate_id, number, pages)


def pixmap_of(image: PageImage, ratio: float) -> QPixmap:
    """A picture that owns its bytes."""
    drawn = QImage(image.rgba, image.width, image.height, 4 * image.width, QImage.Format.Format_RGBA8888)
    pixmap = QPixmap.fromImage(drawn)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
