"""Pictures of what the program tells about itself, of the procedure, and of the check."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QScrollArea, QWidget

from app.actions.doctor import CHECKS
from app.actions.health_records import HealthRecordActions
from app.domain.health import Firewall, HealthCheck, RestartReason, Unknown
from app.domain.messages import check_text, msg
from app.domain.ports import KeySource
from app.ui.pages.about.page import AboutPage
from app.ui.pages.page import PageId
from app.ui.widgets.fold import Fold
from tests.health_samples import DEFENDER, PROFILES, WINDOWS, FakeDeviceHealth
from tests.ui.shots import Shot
from tests.ui.windows import Opened, settle

ON_WINDOWS = sys.platform == "win32"
DATA_DIR = Path(
    r"C:\Users\robin\AppData\Local\vroom-assistant" if ON_WINDOWS else "/home/robin/.local/share/vroom-assistant"
)
NOT_SEEN = Unknown.NOT_TOLD if ON_WINDOWS else Unknown.OTHER_DESKTOP  # why the screen's lock cannot be seen there


def page_of(here: Opened) -> AboutPage:
    page = here.window.current
    assert isinstance(page, AboutPage)
    return page


def told(here: Opened) -> None:
    """An invented laptop, the same in every picture."""
    page = page_of(here)
    assert page.shown is not None
    digits = "7b3e1078628fc755c1936ec9d48054aa126719d00ac5ea08dda551dec9375256"
    page.over.show_about(
        replace(
            page.shown.about,
            device="pm7ba6dcr7dvlqmtn3e5jacuvi",
            fingerprint=digits,
            data_dir=DATA_DIR,
            key_source=KeySource.CREDENTIAL_STORE,
        )
    )


def at(subject: str, *, bottom: bool = False) -> Callable[[Opened], None]:
    """A tab or a rule, perhaps scrolled to its end."""

    def prepare(here: Opened) -> None:
        page = page_of(here)
        page.show_subject(subject)
        settle(here.jobs)
        told(here)
        if bottom:
            areas = page.tabs.currentWidget().findChildren(QScrollArea) or [page.tabs.currentWidget()]
            for area in areas:
                area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    return prepare


def parts(here: Opened) -> None:
    at("about")(here)
    page_of(here).over.parts.fold.unfold()
    at("about", bottom=True)(here)


def words(here: Opened) -> None:
    """The procedure's own words."""
    at("VR-P4")(here)
    for fold in page_of(here).procedure.rule.findChildren(Fold):
        fold.unfold()
    settle(here.jobs)
    area = page_of(here).procedure._rule_area
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def wanting(here: Opened) -> None:
    at("procedure")(here)
    box = page_of(here).procedure.which
    box.setCurrentIndex(box.findData("wanting"))


def examined(here: Opened) -> None:
    at("doctor")(here)
    page_of(here).doctor.run()
    settle(here.jobs)


def all_checks(here: Opened) -> None:
    examined(here)
    for fold in page_of(here).doctor.findChildren(Fold):
        fold.unfold()


def examining(here: Opened) -> None:
    """As it is seen while the check runs."""
    examined(here)
    tab = page_of(here).doctor
    tab.progress.begin(msg("ui.doctor.busy"))
    tab.progress.step(4, len(CHECKS), msg("ui.doctor.step", check=check_text(CHECKS[4])))
    tab.progress.show()
    tab.again.setEnabled(False)


def trying_the_lock(here: Opened) -> QWidget:
    examined(here)
    tab = page_of(here).doctor
    tab.ask_to_try_lock()
    assert tab.dialog is not None
    return tab.dialog


def unprotected(here: Opened) -> None:
    """A laptop on which much is to be mended, some cannot be seen, and a tablet for which nobody vouches any more."""
    health = page_of(here)._health
    device, now = health._device, here.desk.now()
    assert isinstance(device, FakeDeviceHealth)
    device.tell(
        antivirus=(replace(DEFENDER, signatures_at=now - timedelta(days=9)),),
        firewall=Firewall(profiles=(*PROFILES[:2], replace(PROFILES[2], is_on=False))),
        system=replace(WINDOWS, release="22621", name="Windows 11 Professional 22H2 (22621.6133)", revision=6133),
        screen_lock=None,
        restart=(RestartReason.UPDATES, RestartReason.FILES),
        unknown={HealthCheck.SCREEN_LOCK: NOT_SEEN},
    )
    HealthRecordActions(health._office).attest("Tablet 14", "IT-beheer", now + timedelta(days=3))
    looked_at(here)


def looked_at(here: Opened) -> None:
    at("device")(here)
    page_of(here).device.look()
    settle(here.jobs)


SHOTS = (
    Shot(name="about", page=PageId.ABOUT, scenes=("nothing", "policed"), prepare=at("about")),
    Shot(name="about-bottom", page=PageId.ABOUT, scenes=("three",), prepare=at("about", bottom=True)),
    Shot(name="about-parts", page=PageId.ABOUT, scenes=("nothing",), prepare=parts),
    Shot(name="procedure", page=PageId.ABOUT, scenes=("nothing", "three", "three-hundred"), prepare=at("procedure")),
    Shot(name="procedure-wanting", page=PageId.ABOUT, scenes=("three",), prepare=wanting),
    Shot(name="rule-attention", page=PageId.ABOUT, scenes=("three",), prepare=at("VR-P3")),
    Shot(name="rule-overdue", page=PageId.ABOUT, scenes=("three-hundred",), prepare=at("VR-P4")),
    Shot(name="rule-kept", page=PageId.ABOUT, scenes=("three",), prepare=at("VT-T2")),
    Shot(name="rule-planned", page=PageId.ABOUT, scenes=("three",), prepare=at("VT-L1")),
    Shot(name="rule-words", page=PageId.ABOUT, scenes=("three",), prepare=words),
    Shot(name="doctor-never", page=PageId.ABOUT, scenes=("nothing",), prepare=at("doctor")),
    Shot(name="doctor", page=PageId.ABOUT, scenes=("nothing", "policed"), prepare=examined),
    Shot(name="doctor-all", page=PageId.ABOUT, scenes=("three",), prepare=all_checks),
    Shot(name="doctor-busy", page=PageId.ABOUT, scenes=("three",), prepare=examining),
    Shot(name="device-never", page=PageId.ABOUT, scenes=("nothing",), prepare=at("device")),
    Shot(name="device", page=PageId.ABOUT, scenes=("calm",), prepare=looked_at),
    Shot(name="device-wanting", page=PageId.ABOUT, scenes=("three",), prepare=unprotected),
    Shot(name="doctor-lock", page=PageId.ABOUT, scenes=("three",), prepare=trying_the_lock),
)
