"""The device: how well this laptop is protected, point by point with what mends it; what IT vouches for; the IT partner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.health import HealthActions
from app.actions.health_seen import HealthSeen
from app.domain.health import HealthFinding, SettingsPage
from app.domain.health_records import SECOND_FACTOR, Attestation, attestation_standing, partner_standing
from app.domain.messages import Message, check_text, msg
from app.domain.rules import RuleState
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.page import MARGIN
from app.ui.theme.type import Size
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, Line, clear, row
from app.ui.widgets.fold import Fold
from app.ui.widgets.labels import Muted, Section, Text
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.state import StateIcon

OPENS: Final[Mapping[SettingsPage, Message]] = MappingProxyType(
    {
        SettingsPage.ANTIVIRUS: msg("ui.device.open-antivirus"),
        SettingsPage.FIREWALL: msg("ui.device.open-firewall"),
        SettingsPage.UPDATES: msg("ui.device.open-updates"),
        SettingsPage.OFFICE: msg("ui.device.open-office"),
        SettingsPage.ENCRYPTION: msg("ui.device.open-encryption"),
        SettingsPage.SCREEN_LOCK: msg("ui.device.open-screen-lock"),
    }
)
CALM = (RuleState.OK, RuleState.NOT_APPLICABLE)
WANTING = (RuleState.ATTENTION, RuleState.OVERDUE)


class DeviceTab(QWidget):
    """Shows the last look, and looks again on demand. `headed`: the sentence on top is another one."""

    headed = Signal()

    def __init__(self, desk: Desk, health: HealthActions) -> None:
        super().__init__()
        self._desk = desk
        self._health = health
        self._job: Job[HealthSeen] | None = None
        self._shown: HealthSeen | None = None
        self.again = Button(desk.text(msg("ui.device.again")), Weight.PRIMARY, icon_name="refresh")
        self.again.clicked.connect(self.look)
        self.last = Muted()
        self.trouble = Notice(Tone.OVERDUE)
        self.trouble.hide()
        self._found = QVBoxLayout()
        self._found.setSpacing(16)
        self._lay_out()

    @property
    def headline(self) -> Message:
        if self._shown is None or self._shown.looked_at is None:
            return msg("ui.device.headline-never")
        wanting = sum(finding.state in WANTING for finding in self._shown.findings)
        unknown = sum(finding.state is RuleState.UNKNOWN for finding in self._shown.findings)
        if wanting:
            return msg("ui.device.headline-wanting", n=wanting)
        return msg("ui.device.headline-unknown", n=unknown) if unknown else msg("ui.device.headline-fine")

    def show_health(self, seen: HealthSeen) -> None:
        self.last.setVisible(seen.looked_at is not None)
        if seen.looked_at is not None:
            when = self._desk.texts.when(seen.looked_at, self._desk.now())
            self.last.setText(self._desk.text(msg("ui.device.last", when=when)))
        if seen == self._shown:
            return
        self._shown = seen
        clear(self._found)
        self._show_laptop(seen.findings if seen.looked_at is not None else ())
        self._show_others(seen.attestations)
        self._show_partner(seen)
        self.headed.emit()

    # -- looking and mending ------------------------------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        if self._job is None:
            self.trouble.hide()
            self.again.setEnabled(False)
            health = self._health
            self._job = self._desk.jobs.act(lambda _job: health.look(), self._looked, self._failed)

    @Slot(object)
    def open_page(self, page: SettingsPage) -> None:
        health = self._health
        self._desk.jobs.act(lambda _job: health.open(page), self._opened, self._failed)

    @Slot(object)
    def _looked(self, seen: HealthSeen) -> None:
        self._ended()
        self.show_health(seen)

    @Slot(object)
    def _opened(self, _nothing: object) -> None:
        self.trouble.hide()

    @Slot(object)
    def _failed(self, problem: Message) -> None:
        self._ended()
        self.trouble.tell(Tone.OVERDUE, self._desk.text(problem))
        self.trouble.show()

    def _ended(self) -> None:
        self._job = None
        self.again.setEnabled(True)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _show_laptop(self, findings: Sequence[HealthFinding]) -> None:
        wanting = [finding for finding in findings if finding.state not in CALM]
        fine = [finding for finding in findings if finding.state in CALM]
        if wanting:
            self._found.addWidget(self._card(wanting))
        if fine:
            fold = Fold(self._desk.text(msg("ui.device.fine", n=len(fine))), is_open=not wanting)
            fold.lines.addWidget(self._card(fine))
            self._found.addWidget(fold)

    def _card(self, findings: Sequence[HealthFinding]) -> Card:
        rows = []
        for finding in findings:
            point = Point(self._desk, check_text(finding.check), finding.state, finding.sentence, finding.fix)
            if finding.page is not None and self._health.can_open(finding.page):
                point.offer(finding.page, self)
            rows.append(point)
        return _card_of(rows)

    def _show_others(self, attestations: Sequence[Attestation]) -> None:
        self._found.addWidget(Section(self._desk.text(msg("ui.device.others"))))
        if not attestations:
            self._found.addWidget(Muted(self._desk.text(msg("ui.device.others-none"))))
            return
        rows = []
        for attestation in attestations:
            state, sentence = attestation_standing(attestation, self._desk.now())
            name = check_text(SECOND_FACTOR) if attestation.is_about_account else attestation.device
            rows.append(Point(self._desk, name, state, sentence))
        self._found.addWidget(_card_of(rows))

    def _show_partner(self, seen: HealthSeen) -> None:
        self._found.addWidget(Section(self._desk.text(msg("ui.device.partner"))))
        state, sentence = partner_standing(seen.partner, self._desk.now())
        review = seen.partner
        name = msg("ui.device.partner") if review is None else review.name
        contact = None if review is None else msg("ui.device.partner-contact", contact=review.contact)
        self._found.addWidget(_card_of([Point(self._desk, name, state, sentence, contact)]))

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 16, 0, MARGIN)
        lines.setSpacing(12)
        lines.addLayout(row(self.again, 1))
        lines.addWidget(self.last)
        lines.addWidget(self.trouble)
        lines.addLayout(self._found)
        lines.addStretch(1)


class Point(QWidget):
    """One thing that was looked at: its state by shape and word, what was seen, and what can be done about it."""

    def __init__(
        self, desk: Desk, name: Message | str, state: RuleState, sentence: Message, more: Message | None = None
    ) -> None:
        super().__init__()
        self._desk = desk
        self._page: SettingsPage | None = None
        self._tab: DeviceTab | None = None
        self.button: Button | None = None
        word = desk.texts.word(state.value)
        title = name if isinstance(name, str) else desk.text(name)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addLayout(row(Text(title, Size.BODY, QFont.Weight.DemiBold, wraps=False), Muted(word), 1))
        left.addWidget(Text(desk.text(sentence)))
        if more is not None:
            left.addWidget(Muted(desk.text(more)))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 4, 0, 4)
        self._line.setSpacing(12)
        self._line.addWidget(StateIcon(state, word), 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(left, 1)

    def offer(self, page: SettingsPage, tab: DeviceTab) -> None:
        """A button that opens the system's settings there."""
        self._page, self._tab = page, tab
        self.button = Button(self._desk.text(OPENS[page]))
        self.button.clicked.connect(self._open)
        self._line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _open(self) -> None:
        if self._page is not None and self._tab is not None:
            self._tab.open_page(self._page)


def _card_of(rows: Sequence[QWidget]) -> Card:
    card = Card()
    for number, part in enumerate(rows):
        if number:
            card.lines.addWidget(Line())
        card.lines.addWidget(part)
    return card
