"""About: the program, the procedure, the check, the device, each on a tab; the sentence on top belongs to the tab."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.actions.about import About, AboutActions
from app.actions.backup import BackupActions
from app.actions.doctor import DoctorActions, Examination
from app.actions.health import HealthActions
from app.actions.health_seen import HealthSeen
from app.actions.procedure import ProcedureActions, Rule
from app.actions.time_keeping import TrustedClock
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.pages.about.device import DeviceTab
from app.ui.pages.about.doctor import DoctorTab
from app.ui.pages.about.over import OverTab
from app.ui.pages.about.procedure import ProcedureTab
from app.ui.pages.page import MARGIN, WIDEST, Page, scrolling


class Tab(StrEnum):
    """Subjects too: `desk.go("about", "doctor")`."""

    ABOUT = "about"
    PROCEDURE = "procedure"
    DOCTOR = "doctor"
    DEVICE = "device"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    about: About
    rules: tuple[Rule, ...]
    examination: Examination | None
    health: HealthSeen


class AboutPage(Page[Shown]):
    """Subjects: a Tab's value, or the id of a rule ("VR-P3")."""

    scrolls = False

    def __init__(
        self,
        desk: Desk,
        about: AboutActions,
        procedure: ProcedureActions,
        doctor: DoctorActions,
        backup: BackupActions,
        clock: TrustedClock,
        health: HealthActions,
    ) -> None:
        self._about = about
        self._procedure = procedure
        self._doctor = doctor
        self._backup = backup
        self._clock = clock
        self._health = health
        super().__init__(desk)

    def build(self) -> None:
        text = self.desk.text
        self._content.setMaximumWidth(WIDEST)
        self.setContentsMargins(0, 0, 0, -MARGIN)  # the tabs end at the window's edge and have their own room below
        self.over = OverTab(self.desk, self._backup)
        self.procedure = ProcedureTab(self.desk, self._procedure)
        self.doctor = DoctorTab(self.desk, self._doctor, self._clock)
        self.device = DeviceTab(self.desk, self._health)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(text(msg("ui.about.tabs")))
        self.tabs.addTab(scrolling(_padded(self.over)), text(msg("ui.about.tab-about")))
        self.tabs.addTab(self.procedure, text(msg("ui.about.tab-procedure")))
        self.tabs.addTab(scrolling(_padded(self.doctor)), text(msg("ui.about.tab-doctor")))
        self.tabs.addTab(scrolling(_padded(self.device)), text(msg("ui.about.tab-device")))
        self.tabs.currentChanged.connect(self._head)
        self.procedure.headed.connect(self._head)
        self.doctor.headed.connect(self._head)
        self.device.headed.connect(self._head)
        self.body.addWidget(self.tabs, 1)

    def load(self) -> Shown:
        return Shown(
            about=self._about.about(),
            rules=self._procedure.rules(),
            examination=self._doctor.last(),
            health=self._health.seen(),
        )

    def present(self, loaded: Shown) -> None:
        self.over.show_about(loaded.about)
        self.procedure.show_rules(loaded.rules)
        self.doctor.show_examination(loaded.examination)
        self.device.show_health(loaded.health)
        self._head()

    def show_subject(self, subject: object) -> None:
        wanted = str(subject)
        if wanted in set(Tab):
            self.tabs.setCurrentIndex(list(Tab).index(Tab(wanted)))
            if wanted == Tab.PROCEDURE:
                self.procedure.show_all()
            return
        self.tabs.setCurrentIndex(list(Tab).index(Tab.PROCEDURE))
        self.procedure.open_rule(wanted)

    @Slot()
    def _head(self) -> None:
        if self.shown is not None:
            self.headline.setText(self.desk.text(self._headline(self.shown)))

    def _headline(self, shown: Shown) -> Message:
        match list(Tab)[self.tabs.currentIndex()]:
            case Tab.ABOUT:
                return msg("ui.about.headline", version=shown.about.version)
            case Tab.PROCEDURE:
                return self.procedure.headline
            case Tab.DOCTOR:
                return self.doctor.headline
            case Tab.DEVICE:
                return self.device.headline


def _padded(tab: QWidget) -> QWidget:
    """Room for the scroll bar beside the cards."""
    around = QWidget()
    around.setProperty("look", "page")
    lines = QVBoxLayout(around)
    lines.setContentsMargins(0, 0, 8, 0)
    lines.addWidget(tab)
    return around
