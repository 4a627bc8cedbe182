"""The first week of somebody who never saw the program: from an empty laptop to a sealed file, a closed project and the
declaration of what was deleted. The real window, guards and detector; only the clock, the screen and the desktop are told.

    python -m tests.ui.first_week [--out FOLDER] [--lang nl|en] [--keyboard]

makes the pictures of `docs/first-week.md`. Nothing is done but through what is visible (`tests.ui.person`).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from app.assistant import Assistant, Site, build
from app.cli.demo_files import write_payroll
from app.domain.copy import CopyState
from app.domain.finding import FindingState, ResolvedHow
from app.domain.messages import Message, msg
from app.domain.project import ProjectStatus
from app.domain.rules import RuleState
from app.system.credentials import MemoryKeys
from app.system.language import texts
from app.system.notify import OnAnswer, Toast
from app.system.policy import PolicyReading
from app.ui.pages.page import PageId
from app.ui.shell import Shell
from app.ui.texts import WindowTexts
from tests.actions.laptop import DAY, HOUR, FakeSystemClock, RestedPower
from tests.fakes import FakeIdleClock, FakeNotifier, FakePresenceSource, FakeSessionLock
from tests.ui.person import Hands, Keyboard, Mouse, Person, with_file_dialog
from tests.ui.windows import application, dress

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "images" / "first-week"

CLIENT, CONTACT, MAIL = "Gemeente Voorbeeldstad", "Eva Smit", "eva.smit@voorbeeldstad.example"
FIRM, CODE, GOAL, SCOPE = "Adviesbureau Voorbeeld", "VBS-1", "Salarisonderzoek", "Salarisbestand 2026"
FILE = "Gemeente Voorbeeldstad salarissen.csv"
PEOPLE = 214
WEEK = timedelta(days=7)


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

    root: Path
    clock: FakeSystemClock = field(default_factory=FakeSystemClock)
    screen: FakeSessionLock = field(default_factory=FakeSessionLock)
    spreadsheet: Spreadsheet = field(default_factory=Spreadsheet)
    notifier: FakeNotifier | None = None

    def __post_init__(self) -> None:
        for folder in (self.downloads, self.desktop):
            folder.mkdir(parents=True)

    @property
    def downloads(self) -> Path:
        return self.root / "home" / "Downloads"

    @property
    def desktop(self) -> Path:
        return self.root / "home" / "Desktop"

    def site(self) -> Site:
        return Site(
            data_dir=self.root / "data",
            keys=MemoryKeys(),
            system_clock=self.clock,
            policy=PolicyReading(),
            account={"own.name": "Robin de Adviseur", "own.mail": "robin@adviesbureau.example"},
            home=self.root / "home",
        )

    def build(self, site: Site) -> Assistant:
        """The screen of whoever runs this is left alone, and a busy machine does not make the guards wait."""
        app = build(site)
        told = {"session_lock": self.screen, "idle_clock": FakeIdleClock(), "power": RestedPower(), "disk": TellingDisk()}
        app.__dict__.update(told)
        return app

    def notify(self, on_answer: OnAnswer) -> FakeNotifier:
        self.notifier = FakeNotifier(on_answer)
        return self.notifier

    def toast(self) -> tuple[int, Toast] | None:
        """The one that stands there."""
        standing = self.notifier.standing if self.notifier is not None else {}
        return next(iter(standing.items()), None)


@contextmanager
def started(laptop: EmptyLaptop) -> Iterator[Shell]:
    """The program, started by hand on a laptop whose system speaks Dutch."""
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
        QDesktopServices.setUrlHandler("file", laptop.spreadsheet, "show_file")
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


Take = Callable[[str, QWidget], None]


class FirstWeek:
    """One day after the other. `take` makes a picture of what lies in front."""

    def __init__(self, laptop: EmptyLaptop, shell: Shell, hands: Hands, language: str, take: Take) -> None:
        self._laptop = laptop
        self._shell = shell
        self._language = language
        self._take = take
        self.person = Person(WindowTexts(texts("nl")), self._window, hands)

    def _window(self) -> QWidget | None:
        place = self._shell.place
        window = place.window if place is not None else None
        return window if window is not None and window.isVisible() else None

    @property
    def app(self) -> Assistant:
        assert self._shell.assistant is not None
        return self._shell.assistant

    def picture(self, name: str) -> None:
        QApplication.processEvents()
        self._take(name, self.person.front)

    def passes(self, step: timedelta) -> None:
        """The laptop stands or sleeps; its guards find out by themselves."""
        self._laptop.clock.advance(step)

    # -- Monday -------------------------------------------------------------------------------------------------------

    def first_start(self) -> None:
        person = self.person
        person.reads(msg("ui.overview.empty"), msg("ui.overview.empty-why"))
        self.picture("start")
        person.press(msg("ui.overview.empty-step"))
        self._language_and_who()
        person.reads(msg("ui.first.folders"), msg("ui.first.folder-best"))
        self.picture("folders")
        person.press(msg("ui.first.next"))
        self._first_client()
        person.reads(msg("ui.first.sight"), msg("ui.first.sees"), msg("ui.first.sees-not"))
        self.picture("sight")
        person.press(msg("ui.first.begin"))
        person.reads(msg("ui.first.ready"), msg("ui.first.further"))
        person.press(msg("ui.first.to-overview"))
        person.reads(msg("ui.overview.calm"))
        self.picture("ready")
        assert [Path(folder.path) for folder in self.app.folders.list()] == [self._laptop.downloads]
        assert [(p.project.code, p.client) for p in self.app.projects.list()] == [(CODE, CLIENT)]
        assert not self.app.first_start.state().is_unfinished

    def _language_and_who(self) -> None:
        person = self.person
        person.reads(msg("ui.first.language"))
        if self._language == "en":
            person.press("English")
            person.texts = WindowTexts(texts("en"))
        person.press(msg("ui.first.next"))
        person.reads(msg("ui.first.self"), msg("ui.first.from-account"))
        assert person.value(msg("ui.first.name")) == "Robin de Adviseur"
        person.write(msg("ui.first.firm"), FIRM)
        person.press(msg("ui.first.next"))

    def _first_client(self) -> None:
        person = self.person
        person.reads(msg("ui.first.work"))
        for label, text in (
            (msg("ui.first.client"), CLIENT),
            (msg("ui.first.contact"), CONTACT),
            (msg("ui.first.contact-mail"), MAIL),
            (msg("ui.first.code"), CODE),
            (msg("ui.first.goal"), GOAL),
        ):
            person.write(label, text)
        assert person.value(msg("ui.first.domain")) == "voorbeeldstad.example"
        self.picture("client")
        person.press(msg("ui.first.next"))

    def a_file_arrives(self) -> None:
        """While the window is closed: a toast says so, without a name that others may read."""
        person = self.person
        person.key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
        self.passes(HOUR)
        write_payroll(self._laptop.downloads / FILE, PEOPLE)
        person.wait(lambda: len(self.app.findings.list(only_open=True)) == 1, "the finding")
        self.passes(timedelta(seconds=30))
        person.wait(lambda: self._laptop.toast() is not None, "the toast")
        assert self._laptop.toast() is not None and self._laptop.notifier is not None
        number, toast = self._laptop.toast() or (0, Toast("", ""))
        assert toast.title == person.words(msg("toast.found-downloads", n=1))
        assert CLIENT not in f"{toast}" and FILE not in f"{toast}"
        person.wait(lambda: self._shell.tray.shown_state is RuleState.ATTENTION, "the sign beside the clock")
        self._laptop.notifier.choose(number, "view")

    def it_is_sealed(self) -> None:
        person = self.person
        person.reads(FILE, msg("ui.findings.seal"))
        self.picture("finding")
        person.press(msg("ui.findings.seal"))
        person.reads(msg("ui.findings.no-agreement", client=CLIENT))
        person.press(msg("ui.findings.new-agreement"))
        self._agree()
        person.reads(SCOPE)
        self.picture("seal")
        person.press(msg("ui.findings.seal"))
        person.reads(msg("ui.findings.done-sealed", n=1))
        self.picture("sealed")
        assert not (self._laptop.downloads / FILE).exists()
        (finding,) = self.app.findings.list()
        assert finding.state is FindingState.RESOLVED
        assert finding.resolution is not None and finding.resolution.how is ResolvedHow.SEALED

    def _agree(self) -> None:
        person = self.person
        person.hand_over(msg("ui.agreements.evidence-drop"), self._mail())
        person.wait(lambda: MAIL in person.value(msg("ui.agreements.with")), "the sender of the mail")
        assert person.value(msg("ui.agreements.project")).startswith(CODE)
        assert person.value(msg("ui.agreements.purpose")) == GOAL
        person.write(msg("ui.agreements.scope"), SCOPE)
        self.picture("agreement")
        person.press(msg("ui.agreements.new-go"))

    def _mail(self) -> Path:
        """As the person's mail program saved it."""
        mail = EmailMessage()
        mail["From"], mail["To"] = f"{CONTACT} <{MAIL}>", "Robin de Adviseur <robin@adviesbureau.example>"
        mail["Subject"], mail["Date"] = "Akkoord salarisbestand", "Mon, 23 Nov 2026 09:40:00 +0100"
        mail.set_content("Akkoord: het salarisbestand mag op je laptop zolang het onderzoek loopt. Groet, Eva\n")
        path = self._laptop.desktop / "Akkoord salarisbestand.eml"
        path.write_bytes(bytes(mail))
        return path

    # -- Tuesday ------------------------------------------------------------------------------------------------------

    def it_is_used(self) -> None:
        person, opened = self.person, self._laptop.spreadsheet
        self.passes(DAY)
        person.go_to(PageId.VAULT)
        person.reads(FILE, msg("ui.vault.do-open"))
        self.picture("vault")
        person.press(msg("ui.vault.do-open"))
        person.wait(lambda: bool(opened.read), "the file in its program")
        assert opened.read[0].count(b"\n") == PEOPLE + 1
        person.press(msg("ui.vault.do-seal"))
        person.reads(msg("ui.vault.sealed", n=1))
        assert not opened.paths[0].exists()
        (copy,) = self.app.copies.list()
        assert copy.copy.state is CopyState.KEPT

    # -- Friday -------------------------------------------------------------------------------------------------------

    def the_project_closes(self) -> None:
        person = self.person
        self.passes(3 * DAY + 4 * HOUR)
        person.go_to(PageId.PROJECTS)
        person.press(msg("ui.projects.close"))
        person.reads(msg("ui.projects.close-title", code=CODE), FILE, msg("ui.projects.close-deletes"))
        self.picture("close")
        person.press(msg("ui.projects.close-go"))
        person.reads(msg("ui.projects.closed", code=CODE))
        (view,) = self.app.projects.list()
        assert view.project.status is ProjectStatus.CLOSED
        person.go_to(PageId.OVERVIEW)
        person.reads(msg("ui.overview.calm"), CLIENT)
        self.picture("week")

    # -- the Friday after ---------------------------------------------------------------------------------------------

    def a_week_passes(self) -> None:
        self.passes(WEEK + timedelta(minutes=1))
        self.person.wait(lambda: not self.app.vault.list(), "the end of the copy")

    def the_declaration(self) -> None:
        person, target = self.person, self._laptop.root / "home" / "verklaring.pdf"
        person.go_to(PageId.VAULT)
        person.turn_to(msg("ui.vault.tab-certificates"))
        (certificate,) = self.app.certificates.rows()
        person.reads(certificate.number, msg("ui.certificates.mail"))
        self.picture("declaration")
        person.press(msg("ui.certificates.read"))
        self.picture("paper")
        person.press(msg("ui.certificates.close"))
        with_file_dialog(target, lambda: person.press(msg("ui.certificates.save")))
        person.reads(msg("ui.certificates.saved", path=str(target)))
        assert self.app.certificates.verify(target).valid

    def all_is_in_order(self) -> None:
        person = self.person
        person.go_to(PageId.OVERVIEW)
        person.reads(msg("ui.overview.calm"))
        self.picture("in-order")
        assert self.app.journal.verify(full=True).valid

    def live(self) -> None:
        for part in (
            self.first_start,
            self.a_file_arrives,
            self.it_is_sealed,
            self.it_is_used,
            self.the_project_closes,
            self.a_week_passes,
            self.the_declaration,
            self.all_is_in_order,
        ):
            part()


def live(root: Path, language: str, hands: Hands, take: Take) -> None:
    laptop = EmptyLaptop(root)
    with started(laptop) as shell:
        FirstWeek(laptop, shell, hands, language, take).live()


def main(arguments: Sequence[str] | None = None) -> int:
    from tests.ui.shots import save

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--lang", choices=("nl", "en"), default="nl")
    parser.add_argument("--keyboard", action="store_true")
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    made: list[str] = []

    def take(name: str, widget: QWidget) -> None:
        made.append(name)
        path = chosen.out / f"{len(made):02}-{name}.png"
        save(widget.grab().toImage(), path)
        print(path.name, flush=True)

    with tempfile.TemporaryDirectory() as folder:
        live(Path(folder).resolve(), chosen.lang, Keyboard() if chosen.keyboard else Mouse(), take)
    return 0


if __name__ == "__main__":
    sys.exit(main())
