"""What a list shows: one of a few, beside each other, mostly with how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.flow import FlowLayout


class Filters(QWidget):
    """Tab leads to the chosen one, the arrow keys to the others. `chosen` hands out its value."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.group = QButtonGroup(self)
        self._flow = FlowLayout(self, spacing=6)
        self.setAccessibleName(name)
        self.group.idToggled.connect(self._toggled)

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Other choices; what was chosen stays when it still is one of them, else it is the first."""
        values, before = [value for value, _ in choices], self.value()
        if values != self._values:
            self._make(values)
        for button, (_, name) in zip(self._buttons(), choices, strict=True):
            button.setText(name)
        if before not in values and values:
            self.choose(values[0])
        self.updateGeometry()

    def value(self) -> object:
        number = self.group.checkedId()
        return self._values[number] if 0 <= number < len(self._values) else None

    def choose(self, value: object) -> None:
        if value in self._values:
            self._buttons()[self._values.index(value)].setChecked(True)

    def _buttons(self) -> list[QAbstractButton]:
        return [self.group.button(number) for number in range(len(self._values))]

    def _make(self, values: Sequence[object]) -> None:
        """The former choice stays chosen without a word of it."""
        before, had_keyboard = self.value(), any(button.hasFocus() for button in self.group.buttons())
        self.group.blockSignals(True)
        for button in self.group.buttons():
            self.group.removeButton(button)
        self._flow.clear()
        self._values = list(values)
        for number, value in enumerate(values):
            button = Button("", Weight.FILTER)
            button.setCheckable(True)
            self.group.addButton(button, number)
            self._flow.addWidget(button)
            button.setChecked(value == before)
            if had_keyboard and value == before:
                button.setFocus()
        self.group.blockSignals(False)

    @Slot(int, bool)
    def _toggled(self, number: int, is_chosen: bool) -> None:
        if is_chosen:
            self.chosen.emit(self._values[number])
