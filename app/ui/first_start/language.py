"""Which language: chosen, it is spoken at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QWidget

from app.domain.first_start import Step
from app.domain.messages import msg
from app.domain.settings import Effective
from app.system.language import LANGUAGES
from app.ui.first_start.step import StepPage
from app.ui.theme.type import Size, of_size
from app.ui.widgets.labels import Muted, Section

OWN_NAMES = {"nl": "Nederlands", "en": "English"}  # each in its own language, for whoever does not read the other


class LanguagePage(StepPage[Effective]):
    step = Step.LANGUAGE
    spoken = Signal(str)  # another language was chosen

    def build(self) -> None:
        self.ask(msg("ui.first.language"), msg("ui.first.language-why"))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        self.lines.addWidget(Section(self.desk.text(msg("ui.first.language-which"))))
        for language in LANGUAGES:
            button = QRadioButton(OWN_NAMES[language])
            button.setFont(of_size(Size.BODY))
            button.setProperty("language", language)
            button.setChecked(language == self.desk.texts.language)
            self._group.addButton(button)
            self._buttons[language] = button
            self.lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._locked = Muted(self.desk.text(msg("ui.first.locked")))
        self._locked.hide()
        self.lines.addWidget(self._locked)
        self._group.buttonClicked.connect(self._clicked)

    def load(self) -> Effective:
        return self.first_start.language()

    def present(self, loaded: Effective) -> None:
        for button in self._buttons.values():
            button.setEnabled(not loaded.locked)
        self._locked.setVisible(loaded.locked)

    def save(self) -> Callable[[], object]:
        language, first_start = self.desk.texts.language, self.first_start
        return lambda: first_start.speak(language)

    def first(self) -> QWidget | None:
        button = self._buttons[self.desk.texts.language]
        return button if button.isEnabled() else None

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        language = str(button.property("language"))
        if language != self.desk.texts.language:
            self.spoken.emit(language)
