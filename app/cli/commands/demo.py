"""`demo`: the whole story on made-up files in a temporary folder, with keys and a clock in memory. Nothing is left behind."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from app.actions.agreements import NewAgreement
from app.actions.clients import ClientDetails, parse_mailbox
from app.assistant import Assistant, Site, build
from app.cli.console import Console, pass_console
from app.cli.demo_files import write_agreement, write_own_note, write_payroll, write_plan
from app.cli.texts import TextCommand
from app.domain.document import DocumentState
from app.domain.errors import EnvironmentLacking
from app.domain.finding import Finding
from app.domain.messages import kind_text, msg
from app.domain.moments import Reading
from app.system.credentials import MemoryKeys
from app.system.policy import PolicyReading

CLIENT = "Gemeente Voorbeeldstad"
CONTACT = "Anna de Vries <a.devries@voorbeeldstad.example>"
PATIENCE = 30.0  # seconds for the guards to see a file


class DemoClock:
    """A clock that the story moves; it runs on by itself in between."""

    def __init__(self) -> None:
        self._offset = timedelta(0)

    def pass_time(self, period: timedelta) -> None:
        self._offset += period

    def read(self) -> Reading:
        return Reading(
            wall=(datetime.now(UTC) + self._offset).replace(microsecond=0),
            boot_seconds=time.monotonic() + self._offset.total_seconds(),
            boot_id="demo",
            synchronised=True,
        )


@click.command(cls=TextCommand)
@pass_console
def demo(console: Console) -> None:
    clock = DemoClock()
    with tempfile.TemporaryDirectory(prefix="vroom-demo-") as folder:
        home = Path(folder).resolve() / "home"
        downloads = home / "Downloads"
        downloads.mkdir(parents=True)
        with _assistant(console, home, clock) as assistant:
            assistant.begin()
            Story(console, assistant, clock, downloads).tell()
    console.say(msg("demo.nothing-left"))


@contextmanager
def _assistant(console: Console, home: Path, clock: DemoClock) -> Iterator[Assistant]:
    site = Site(
        data_dir=home.parent / "data",
        language=console.texts.language,
        keys=MemoryKeys(),
        system_clock=clock,
        policy=PolicyReading(),
        account={
            "own.name": "Jo Voorbeeld",
            "own.mail": "jo@adviesbureau.example",
            "own.firm": "Adviesbureau Voorbeeld",
        },
        home=home,
    )
    assistant = build(site)
    try:
        yield assistant
    finally:
        assistant.close()


class Story:
    def __init__(self, console: Console, assistant: Assistant, clock: DemoClock, downloads: Path) -> None:
        self._console = console
        self._assistant = assistant
        self._clock = clock
        self._downloads = downloads
        self._documentation = downloads.parent / "Documentatie"

    def tell(self) -> None:
        self._set_up()
        finding = self._notice()
        agreement = self._agree()
        self._seal(finding, agreement)
        self._file()
        self._close()
        self._wait_and_delete()
        self._prove()

    def _set_up(self) -> None:
        self._assistant.clients.add(
            CLIENT, ClientDetails(domains=("voorbeeldstad.example",), contacts=(parse_mailbox(CONTACT),))
        )
        self._documentation.mkdir()
        self._assistant.projects.add("DEMO-1", CLIENT, goals=("Salarisanalyse",), documents=(self._documentation,))
        self._assistant.folders.add(self._downloads)
        self._console.say(msg("demo.set-up", client=CLIENT))

    def _notice(self) -> Finding:
        """The real guards watch a real folder while two files arrive."""
        watching = threading.Event()
        runner = self._assistant.runner(lambda report: watching.set() if report.guard == "copies" else None)
        runner.start()
        try:
            watching.wait(PATIENCE)
            write_own_note(self._downloads / "boodschappen.txt")
            write_payroll(self._downloads / "Gemeente Voorbeeldstad salarissen.csv", 40)
            finding = self._first_finding()
        finally:
            runner.stop()
        kinds = tuple(kind_text(kind, count) for kind, count in sorted(finding.kinds.items()))
        self._console.say(msg("demo.noticed", name=Path(finding.path).name, kinds=kinds))
        return finding

    def _first_finding(self) -> Finding:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            findings = self._assistant.findings.list(only_open=True)
            if findings:
                return findings[0]
            time.sleep(0.1)  # the guards work in threads of their own
        raise EnvironmentLacking(msg("demo.not-noticed"))

    def _agree(self) -> str:
        evidence = self._downloads.parent / "akkoord.eml"
        write_agreement(evidence, CONTACT, "jo@adviesbureau.example")
        agreement = self._assistant.agreements.add(
            NewAgreement(
                project_code="DEMO-1",
                scope="Salarisbestand",
                purpose="Salarisanalyse",
                agreed_with=CONTACT,
                agreed_at=self._assistant.clock.now(),
                evidence=evidence,
            )
        )
        self._console.say(msg("demo.agreed", contact=agreement.agreed_with_name, digest=agreement.evidence.sha256[:12]))
        return agreement.id

    def _seal(self, finding: Finding, agreement: str) -> None:
        self._assistant.findings.seal([finding.id], agreement)
        left = sorted(path.name for path in self._downloads.iterdir())
        self._console.say(msg("demo.sealed", left=", ".join(left)))

    def _file(self) -> None:
        """A plan is filed; a list of persons that came among the documentation is not."""
        write_plan(self._documentation / "Plan van aanpak.txt")
        write_payroll(self._documentation / "Overzicht.csv", 12, seed=2)
        counts = self._assistant.documents.once().counts
        filed, held = counts[DocumentState.FILED], counts[DocumentState.HELD_BACK]
        self._console.say(msg("demo.filed", filed=filed, held=held))

    def _close(self) -> None:
        closing = self._assistant.projects.close("DEMO-1")
        due = closing.items[0].due_at
        self._console.say(msg("demo.closed", due=due or closing.closed_at))

    def _wait_and_delete(self) -> None:
        self._clock.pass_time(timedelta(days=7, minutes=1))
        run = self._assistant.deletion.run_due()
        for item in run.items:
            self._console.say(msg("demo.deleted", method=item.method or item.outcome.value))
        vault = list(self._assistant.directory.vault.iterdir())
        self._console.say(msg("demo.vault-empty", n=len(vault)))

    def _prove(self) -> None:
        certificate = self._assistant.certificates.list()[0]
        target = self._downloads.parent / "verklaring.pdf"
        self._assistant.certificates.export(certificate.id, target)
        check = self._assistant.certificates.verify(target)
        journal = self._assistant.journal.verify(full=True)
        self._console.say(
            msg("demo.proved", number=str(certificate.document.get("number", "")), n=certificate.residuals)
        )
        self._console.say(msg("demo.checked") if check.valid and journal.valid else msg("demo.not-checked"))
        self._console.needs_attention(not (check.valid and journal.valid))
