"""Places for what is not built yet. They say so, and what can be done meanwhile; nothing on them pretends to work."""

from __future__ import annotations

from PySide6.QtCore import Slot

from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.pages.page import Page, PageId
from app.ui.widgets.empty import EmptyState


class PlannedPage(Page[None]):
    """`meanwhile`: the page where the person can do today what comes closest; `subject`: what to show there."""

    def __init__(
        self,
        desk: Desk,
        title: Message,
        explanation: Message,
        step: Message,
        meanwhile: PageId,
        icon_name: str,
        subject: str | None = None,
    ) -> None:
        self._told = (title, explanation, step)
        self._meanwhile = meanwhile
        self._subject_there = subject
        self._icon_name = icon_name
        super().__init__(desk)

    def build(self) -> None:
        self.headline.hide()
        empty = EmptyState(self.desk.text, self._icon_name)
        empty.tell(*self._told)
        empty.button.clicked.connect(self._go)
        self.body.addWidget(empty, 1)

    def load(self) -> None:
        return None

    def present(self, loaded: None) -> None:
        """Nothing changes here."""

    @Slot()
    def _go(self) -> None:
        self.desk.go(self._meanwhile.value, self._subject_there)


class RegistersPage(PlannedPage):
    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            msg("ui.registers.planned"),
            msg("ui.registers.planned-why"),
            msg("ui.registers.planned-step"),
            PageId.ABOUT,
            "registers",
            "procedure",
        )
