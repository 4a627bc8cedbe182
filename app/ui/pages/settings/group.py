"""What belongs together: a title, a card with a row for each setting, and what holds for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.messages import Message, msg
from app.domain.setting_groups import TITLES, SettingGroup
from app.ui.desk import Desk
from app.ui.pages.settings.row import SettingRow
from app.ui.widgets.card import Card, Line, row
from app.ui.widgets.labels import Muted, Section
from app.ui.widgets.picture import Picture

NOTES: Final[Mapping[SettingGroup, Message]] = MappingProxyType(
    {
        SettingGroup.DEADLINES: msg("ui.settings.note-deadlines"),
        SettingGroup.VAULT: msg("ui.settings.note-vault"),
        SettingGroup.OFFICE365: msg("ui.settings.note-office365"),
    }
)


class GroupCard(QWidget):
    """`is_it_only`: none of it is for a person to change."""

    def __init__(self, desk: Desk, group: SettingGroup, rows: Iterable[SettingRow], *, is_it_only: bool) -> None:
        super().__init__()
        self.group = group
        self.rows = tuple(rows)
        self.title = Section(desk.text(TITLES[group]))
        self.card = Card()
        self._lines: list[Line] = []
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 8, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.title)
        if group in NOTES:
            lines.addWidget(Muted(desk.text(NOTES[group])))
        if is_it_only:
            lines.addLayout(row(Picture("lock", "muted", 14), Muted(desk.text(msg("ui.settings.group-it-decides")))))
        lines.addWidget(self.card)
        for number, one in enumerate(self.rows):
            if number:
                self._lines.append(Line())
                self.card.lines.addWidget(self._lines[-1])
            self.card.lines.addWidget(one)

    def narrow(self, words: tuple[str, ...]) -> int:
        """Show what contains all of `words`, or everything where the title does; returns how many rows are left."""
        whole = all(word in self.title.text().casefold() for word in words)
        shown = [whole or all(word in one.words for word in words) for one in self.rows]
        for one, is_shown in zip(self.rows, shown, strict=True):
            one.setVisible(is_shown)
        for number, line in enumerate(self._lines, 1):
            line.setVisible(shown[number] and any(shown[:number]))
        self.setVisible(any(shown))
        return sum(shown)
