"""A laptop on the first day: a home with a few folders, nothing of ours yet, and the program started on it.

Store, guards, detector and windows are the real ones. Told are the clock, the screen's lock, the disk, and what the desktop
does: toasts, the place for tray icons, and which program opens a file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from app.assistant import Assistant, Site, build
from app.domain.settings import SettingValue
from app.system.credentials import MemoryKeys
from app.system.notify import OnAnswer, Toast
from app.system.policy import PolicyReading, PolicyState
from app.ui.shell import Shell
from tests.actions.laptop import FakeSystemClock, RestedPower
from tests.fakes import START, FakeIdleClock, FakeLockSettings, FakeNotifier, FakePresenceSource, FakeSessionLock
from tests.health_samples import FakeBaseline, FakeDeviceHealth, FakeSettingsPages
from tests.ui.windows import application, dress

OWN_NAME, OWN_MAIL = "Robin de Adviseur", "robin@adviesbureau.example"
CONTACT, MAIL = "Eva Smit", "eva.smit@voorbeeldstad.example"
# What IT vouches for on every laptop: its partner, and a second step when signing in.
POLICY: dict[str, SettingValue] = {
    "partner.name": "Netwerkbeheer Voorbeeld",
    "partner.contact": "servicedesk@netwerkbeheer.example",
    "partner.reviewed": "2026-11-02",
    "health.second_factor_until": "2027-03-01",
}
MAILED = START - timedelta(minutes=20)  # on Monday 23 November 2026; at START it is 10:00 in Amsterdam


class TellingDisk:
    """Encrypted, as a firm's laptops are."""

    def is_encrypted(self, _path: Path) -> bool | None:
        return True


class Spreadsheet(QObject):
    """The program that the system has for a file."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[bytes] = []
        self.paths: list[Path] = []

    @Slot(QUrl)
    def show_file(self, url: QUrl) -> None:
        self.paths.append(Path(url.toLocalFile()))
        self.read.append(self.paths[-1].read_bytes())


@dataclass
class EmptyLaptop:
    """A home with a few folders, and nothing of ours yet. `notifier`: where toasts appear."""

    home: Path
    clock: FakeSystemClock = field(default_factory=FakeSystemClock)
    screen: FakeSessionLock = field(default_factory=FakeSessionLock)
    spreadsheet: Spreadsheet = field(default_factory=Spreadsheet)
    notifier: FakeNotifier | None = None

    def __post_init__(self) -> None:
        for folder in (self.downloads, self.desktop):
            folder.mkdir(parents=True, exist_ok=True)

    @property
    def downloads(self) -> Path:
        return self.home / "Downloads"

    @property
    def desktop(self) -> Path:
        return self.home / "Desktop"

    def site(self) -> Site:
        return Site(
            data_dir=self.home / ".local" / "share" / "vroom-assistant",
            keys=MemoryKeys(),
            system_clock=self.clock,
            policy=PolicyReading(values=POLICY, state=PolicyState.IN_FORCE),
            account={"own.name": OWN_NAME, "own.mail": OWN_MAIL},
            home=self.home,
        )

    def build(self, site: Site) -> Assistant:
        """The screen of whoever runs this is left alone, and a busy machine does not make the guards wait."""
        app = build(site)
        told = {
            "session_lock": self.screen,
            "idle_clock": FakeIdleClock(),
            "lock_settings": FakeLockSettings(),
            "presence": FakePresenceSource(),
            "power": RestedPower(),
            "disk": TellingDisk(),
            "device_health": FakeDeviceHealth(),
            "read_baseline": FakeBaseline(),
            "settings_pages": FakeSettingsPages(),
        }
        app.__dict__.update(told)
        return app

    def notify(self, on_answer: OnAnswer) -> FakeNotifier:
        self.notifier = FakeNotifier(on_answer)
        return self.notifier

    def toast(self) -> Toast | None:
        """The one that stands there."""
        return next(iter(self.notifier.standing.values()), None) if self.notifier is not None else None

    def choose_toast(self, key: str) -> Toast:
        """Press a button of the toast; gives what it said."""
        assert self.notifier is not None
        ((number, toast),) = self.notifier.standing.items()
        self.notifier.choose(number, key)
        return toast

    def save_mail(self) -> Path:
        """The client's answer, as a mail program saves it."""
        mail = EmailMessage()
        mail["From"], mail["To"] = f"{CONTACT} <{MAIL}>", f"{OWN_NAME} <{OWN_MAIL}>"
        mail["Subject"], mail["Date"] = "Akkoord salarisbestand", format_datetime(MAILED)
        mail.set_content("Akkoord: het salarisbestand mag op je laptop zolang het onderzoek loopt.\n")
        path = self.desktop / "Akkoord salarisbestand.eml"
        path.write_bytes(bytes(mail))
        return path


@contextmanager
def started(laptop: EmptyLaptop) -> Iterator[Shell]:
    """The program, started by hand on a laptop whose system speaks Dutch (on Windows: what it speaks)."""
    application()
    dress(dark=False)
    told = {"LC_ALL": "nl_NL.UTF-8", "TZ": "Europe/Amsterdam"}
    with ExitStack() as around:
        around.enter_context(patch.dict(os.environ, told))
        around.enter_context(patch("app.ui.shell.build", laptop.build))
        around.enter_context(patch("app.ui.shell.system_notifier", laptop.notify))
        around.enter_context(patch("app.ui.shell.presence_source", lambda _is_locked: FakePresenceSource()))
        around.enter_context(patch("app.ui.toasts.teller.LOOK_EVERY", 0.5))  # time is moved, not waited for
        around.enter_context(patch.object(QSystemTrayIcon, "isSystemTrayAvailable", lambda *_: True))
        QDesktopServices.setUrlHandler("file", laptop.spreadsheet, "show_file")  # type: ignore[arg-type]  # it takes no bytes
        shell = Shell(application(), laptop.site())
        shell.begin()
        try:
            yield shell
        finally:
            QDesktopServices.unsetUrlHandler("file")
            shell.quit()
            shell.deleteLater()
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
