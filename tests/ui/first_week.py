"""The first week of somebody who never saw the program: from an empty laptop to a sealed file, a closed project and the
declaration of what was deleted. Nothing is done but through what is visible (`tests.ui.person`).

    python -m tests.ui.first_week [--out FOLDER] [--home FOLDER] [--lang nl|en] [--keyboard]

makes the pictures of `docs/first-week.md`, by default in Dutch. Declarations name the folders that a file stood in: for the
documents give `--home /home/robin`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from app.assistant import Assistant
from app.cli.demo_files import write_payroll
from app.domain.copy import CopyState
from app.domain.finding import FindingState, ResolvedHow
from app.domain.messages import msg
from app.domain.project import ProjectStatus
from app.domain.rules import RuleState
from app.system.language import pick_language, texts
from app.ui.first_start.language import OWN_NAMES
from app.ui.pages.page import PageId
from app.ui.pages.vault.paper import Paper
from app.ui.shell import Shell
from app.ui.texts import WindowTexts
from app.ui.window.main import USUAL, MainWindow
from tests.actions.laptop import DAY, HOUR, WEEK
from tests.ui.empty_laptop import CONTACT, MAIL, MAILED, OWN_NAME, EmptyLaptop, started
from tests.ui.person import Hands, Keyboard, Mouse, Person, shown, with_file_dialog

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "images" / "first-week"

FIRM, CLIENT, DOMAIN = "Adviesbureau Voorbeeld", "Gemeente Voorbeeldstad", "voorbeeldstad.example"
CODE, GOAL, SCOPE = "VBS-1", "Salarisonderzoek", "Salarisbestand 2026"
FILE = f"{CLIENT} salarissen.csv"
PEOPLE = 214  # in it

Take = Callable[[str, QWidget], None]


class FirstWeek:
    """One day after the other. `take` makes a picture of what lies in front."""

    def __init__(self, laptop: EmptyLaptop, shell: Shell, hands: Hands, language: str, take: Take) -> None:
        self._laptop = laptop
        self._shell = shell
        self._language = language
        self._take = take
        self.person = Person(WindowTexts(texts(pick_language())), self._window, hands)

    @property
    def app(self) -> Assistant:
        """What the store says."""
        assert self._shell.assistant is not None
        return self._shell.assistant

    def live(self) -> None:
        self.monday()
        self._next_time(DAY)
        self.tuesday()
        self._next_time(3 * DAY + 4 * HOUR)
        self.friday()
        self._next_time(3 * DAY)
        self.the_monday_after()
        self._next_time(4 * DAY)
        self.the_friday_after()

    # -- Monday: set up, and a file arrives ---------------------------------------------------------------------------

    def monday(self) -> None:
        self._language_and_who()
        self._folders()
        self._first_client()
        self._what_it_sees()
        self._a_file_arrives()
        self._the_overview_says_so()
        self._seal_it()

    def _language_and_who(self) -> None:
        person = self.person
        person.reads(msg("ui.first.language"), msg("ui.first.language-why"))  # it comes by itself
        self._picture("start")
        if person.texts.language != self._language:
            person.press(OWN_NAMES[self._language])
            person.texts = WindowTexts(texts(self._language))
        person.press(msg("ui.first.next"))
        person.reads(msg("ui.first.self"), msg("ui.first.from-account"))
        assert person.value(msg("ui.first.name")) == OWN_NAME
        person.write(msg("ui.first.firm"), FIRM)
        person.press(msg("ui.first.next"))

    def _folders(self) -> None:
        person = self.person
        person.reads(msg("ui.first.folders"), msg("ui.first.folder-best"))
        person.press(msg("ui.first.next"))
        person.reads(msg("ui.first.work"))
        settings = self.app.settings
        assert (settings.text("language"), settings.text("own.firm")) == (self._language, FIRM)

    def _first_client(self) -> None:
        person = self.person
        for label, text in (
            (msg("ui.first.client"), CLIENT),
            (msg("ui.first.contact"), CONTACT),
            (msg("ui.first.contact-mail"), MAIL),
            (msg("ui.first.code"), CODE),
            (msg("ui.first.goal"), GOAL),
        ):
            person.write(label, text)
        assert person.value(msg("ui.first.domain")) == DOMAIN  # it follows from the address
        self._picture("client")
        person.press(msg("ui.first.next"))

    def _what_it_sees(self) -> None:
        person = self.person
        person.reads(msg("ui.first.sight"), msg("ui.first.sees"), msg("ui.first.sees-not"))
        self._picture("sight")
        person.press(msg("ui.first.begin"))
        person.reads(msg("ui.first.ready"), msg("ui.first.further"))
        person.press(msg("ui.first.to-overview"))
        person.reads(msg("ui.overview.calm"))
        self._picture("overview")
        assert [Path(folder.path) for folder in self.app.folders.list()] == [self._laptop.downloads]
        assert [(view.project.code, view.client) for view in self.app.projects.list()] == [(CODE, CLIENT)]
        assert not self.app.first_start.state().is_unfinished

    def _a_file_arrives(self) -> None:
        """While the window is closed: a toast says so, without a name that others may read."""
        person = self.person
        person.leave()
        self._laptop.clock.advance(HOUR)
        write_payroll(self._laptop.downloads / FILE, PEOPLE)
        person.wait(lambda: bool(self.app.findings.list(only_open=True)), "the finding")
        (finding,) = self.app.findings.list(only_open=True)
        assert finding.kinds["bsn"] == PEOPLE
        self._laptop.clock.advance(timedelta(seconds=30))  # no second one comes
        person.wait(lambda: self._laptop.toast() is not None, "the toast")
        person.wait(lambda: self._shell.tray.shown_state is RuleState.ATTENTION, "the sign beside the clock")
        toast = self._laptop.choose_toast("view")
        assert toast.title == person.words(msg("toast.found-downloads", n=1))
        assert not any(name in f"{toast}" for name in (CLIENT, FILE, CODE))
        person.reads(FILE, msg("ui.findings.seal"))

    def _the_overview_says_so(self) -> None:
        person = self.person
        person.go_to(PageId.OVERVIEW)
        person.reads(msg("ui.overview.needs"))
        person.press(msg("ui.overview.do-decide"))
        person.reads(FILE, msg("ui.findings.seal"))
        self._picture("finding")

    def _seal_it(self) -> None:
        person = self.person
        person.press(msg("ui.findings.seal"))
        person.reads(msg("ui.findings.no-agreement", client=CLIENT))
        person.press(msg("ui.findings.new-agreement"))
        self._record_agreement()
        person.reads(SCOPE)
        person.press(msg("ui.findings.seal"))
        person.reads(msg("ui.findings.done-sealed", n=1), msg("ui.findings.none-open"))
        assert not (self._laptop.downloads / FILE).exists()
        (finding,) = self.app.findings.list()
        assert finding.state is FindingState.RESOLVED
        assert finding.resolution is not None
        assert finding.resolution.how is ResolvedHow.SEALED

    def _record_agreement(self) -> None:
        """The client's mail fills in most of it."""
        person = self.person
        person.hand_over(msg("ui.agreements.evidence-drop"), self._laptop.save_mail())
        person.wait(lambda: MAIL in person.value(msg("ui.agreements.with")), "the sender of the mail")
        assert person.value(msg("ui.agreements.project")).startswith(CODE)
        assert person.value(msg("ui.agreements.purpose")) == GOAL
        person.write(msg("ui.agreements.scope"), SCOPE)
        self._picture("agreement")
        person.press(msg("ui.agreements.new-go"))
        person.wait(lambda: bool(self.app.agreements.list()), "the agreement")
        ((agreement, _state),) = self.app.agreements.list()
        assert (agreement.scope, agreement.agreed_with_mail) == (SCOPE, MAIL)
        assert agreement.agreed_at == MAILED

    # -- Tuesday: work with it ----------------------------------------------------------------------------------------

    def tuesday(self) -> None:
        person, opened = self.person, self._laptop.spreadsheet
        person.go_to(PageId.VAULT)
        person.reads(FILE, SCOPE)
        self._picture("vault")
        person.press(msg("ui.vault.do-open"))
        person.reads(msg("ui.vault.opened"))
        assert opened.read[0].count(b"\n") == PEOPLE + 1
        person.press(msg("ui.vault.do-seal"))
        person.reads(msg("ui.vault.sealed", n=1))
        assert not opened.paths[0].exists()
        (copy,) = self.app.copies.list()
        assert copy.copy.state is CopyState.KEPT

    # -- Friday: the project is done ----------------------------------------------------------------------------------

    def friday(self) -> None:
        person = self.person
        person.go_to(PageId.PROJECTS)
        person.press(msg("ui.projects.close"))
        person.reads(msg("ui.projects.close-title", code=CODE), FILE, msg("ui.projects.close-deletes"))
        self._picture("close")
        (view,) = self.app.projects.list()
        assert view.project.status is ProjectStatus.ACTIVE  # only looked at so far
        person.press(msg("ui.projects.close-go"))
        person.reads(msg("ui.projects.closed", code=CODE))
        (view,) = self.app.projects.list()
        assert view.project.status is ProjectStatus.CLOSED
        (copy,) = self.app.copies.list()
        assert copy.copy.due_at == self.app.clock.now() + WEEK

    def the_monday_after(self) -> None:
        """Nothing is asked; when it goes is said."""
        self.person.reads(msg("ui.overview.calm"), CLIENT)
        self._picture("planned")

    # -- the Friday after: it is gone, and that can be shown ----------------------------------------------------------

    def the_friday_after(self) -> None:
        self.person.wait(lambda: bool(self.app.certificates.rows()), "the deletion")
        (copy,) = self.app.copies.list()
        assert copy.copy.state is CopyState.DELETED
        assert list(self.app.directory.vault.iterdir()) == []
        self._look_at_the_declaration()
        self._save_the_declaration()
        self.person.go_to(PageId.OVERVIEW)
        self.person.reads(msg("ui.overview.calm"))
        assert self.app.journal.verify(full=True).valid

    def _look_at_the_declaration(self) -> None:
        person = self.person
        person.go_to(PageId.VAULT)
        person.turn_to(msg("ui.vault.tab-certificates"))
        (row,) = self.app.certificates.rows()
        person.reads(row.number, msg("ui.certificates.destroyed"), msg("ui.certificates.no-residuals"))
        person.wait(self._is_printed, "the declaration on paper")
        self._picture("declaration")
        person.press(msg("ui.certificates.read"))
        person.wait(self._is_printed, "the declaration on paper, large")
        person.press(msg("ui.certificates.close"))

    def _save_the_declaration(self) -> None:
        person, target = self.person, self._laptop.desktop / "verklaring.pdf"
        with_file_dialog(target, lambda: person.press(msg("ui.certificates.save")))
        person.reads(msg("ui.certificates.saved", path=str(target)))
        assert self.app.certificates.verify(target).valid
        (issued,) = self.app.certificates.list()
        assert [item["seconds_late"] for item in issued.document["items"]] == [0]

    def _is_printed(self) -> bool:
        papers = (widget.picture for widget in shown(self.person.front) if isinstance(widget, Paper))
        return any(not picture.pixmap().isNull() for picture in papers)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _next_time(self, later: timedelta) -> None:
        """The window is closed; the laptop stands or sleeps, and its guards find out by themselves what time it is. Then a
        click on the icon beside the clock."""
        self.person.leave()
        self._laptop.clock.advance(later)
        self._shell.tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
        self.person.reads(msg("ui.page.overview"))

    def _window(self) -> QWidget | None:
        window = self._shell.place.window if self._shell.place is not None else None
        return window if window is not None and window.isVisible() else None

    def _picture(self, name: str) -> None:
        front = self.person.front
        if isinstance(front, MainWindow):
            front.resize(USUAL)  # the screen of the tests is a small one
        for _ in range(5):  # what became wider is laid out anew, line by line
            QApplication.processEvents()
        self._take(name, front)


def live(home: Path, language: str, hands: Hands, take: Take) -> None:
    """`home`: the person's; it is made."""
    laptop = EmptyLaptop(home)
    with started(laptop) as shell:
        FirstWeek(laptop, shell, hands, language, take).live()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--home", type=Path, help="a folder that is made and removed: declarations name it")
    parser.add_argument("--lang", choices=("nl", "en"), default="nl")
    parser.add_argument("--keyboard", action="store_true", help="without a mouse")
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    with _home(chosen.home) as home:
        live(home, chosen.lang, Keyboard() if chosen.keyboard else Mouse(), Album(chosen.out).put)
    return 0


class Album:
    """Pictures in the order they are made."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.names: list[str] = []

    def put(self, name: str, widget: QWidget) -> None:
        from tests.ui.shots import save

        self.names.append(f"{len(self.names) + 1:02}-{name}.png")
        save(widget.grab().toImage(), self._folder / self.names[-1])
        print(self.names[-1], flush=True)


@contextmanager
def _home(wanted: Path | None) -> Iterator[Path]:
    if wanted is None:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder).resolve() / "robin"
        return
    wanted.mkdir(parents=True)  # never one that somebody has
    try:
        yield wanted
    finally:
        shutil.rmtree(wanted)


if __name__ == "__main__":
    sys.exit(main())
