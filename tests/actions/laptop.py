"""One consultant's laptop, real from the store to the files; only the clocks, the detector and the ground are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from app.actions.agreements import NewAgreement
from app.actions.clients import ClientDetails
from app.actions.opening import Opened, open_directory
from app.assistant import Assistant, Site, build
from app.detect.process.measures import Force, Measure, Measures
from app.domain.agreement import Agreement, Place
from app.domain.client import Client, Contact
from app.domain.copy import OutsideCopy
from app.domain.errors import AssistantError, InputError
from app.domain.finding import Finding, Judgement, Origin, Reason, ReasonType, Verdict
from app.domain.identity import FileFacts, new_id
from app.domain.intake import Judged
from app.domain.journal import JournalEntry
from app.domain.locking import LockSeen, LockWatch
from app.domain.moments import Reading
from app.domain.ports import DetectionContext, KeySource, PlaceInfo, PlaceKind
from app.domain.project import Project
from app.domain.settings import SettingValue
from app.store.directory import DataDirectory
from app.system.autostart import AutostartState
from app.system.credentials import MemoryKeys
from app.system.policy import PolicyReading, PolicyState
from tests.fakes import START, FakeAutostart, FakeIdleClock, FakeLockSettings, FakePresenceSource, FakeSessionLock
from tests.health_samples import FakeBaseline, FakeDeviceHealth, FakeSettingsPages

CLIENT = "Gemeente Voorbeeldstad"
DOMAIN = "voorbeeldstad.example"
EVA = f"Eva Smit <eva@{DOMAIN}>"
GOAL = "Salarisonderzoek"
OWN_MAIL = "robin@adviesbureau.example"
WEEK = timedelta(hours=168)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


class FakeSystemClock:
    """The system's clocks: the wall clock can be set, the boot clock only runs, a boot starts it anew."""

    def __init__(self, start: datetime = START) -> None:
        self.wall = start
        self.boot_seconds = 1000.0
        self.boot_id = "boot-1"
        self.synchronised: bool | None = None

    def read(self) -> Reading:
        return Reading(
            wall=self.wall, boot_seconds=self.boot_seconds, boot_id=self.boot_id, synchronised=self.synchronised
        )

    def advance(self, step: timedelta) -> None:
        """Time passes, awake or asleep: both clocks run."""
        self.wall += step
        self.boot_seconds += step.total_seconds()

    def set_wall(self, moment: datetime) -> None:
        """Somebody sets the wall clock; the boot clock knows nothing of it."""
        self.wall = moment

    def reboot(self, after: timedelta, *, synchronised: bool | None = None) -> None:
        """Switched off for `after`, then started again."""
        self.wall += after
        self.boot_seconds = 5.0
        self.boot_id = f"boot-{int(self.boot_id.removeprefix('boot-')) + 1}"
        self.synchronised = synchronised


class ToldDetector:
    """Gives the verdict that was told for a path, or clean; keeps the contract of the worker."""

    def __init__(self) -> None:
        self.verdicts: dict[Path, Judgement] = {}
        self.context = DetectionContext()
        self.judged: list[Path] = []
        self.sketches: dict[Path, bytes | AssistantError] = {}

    def use(self, context: DetectionContext) -> None:
        self.context = context

    def warm_up(self) -> None:
        """Nothing to start."""

    def isolation(self) -> Measures:
        return dict.fromkeys(Measure, Force.IN_FORCE)

    def judge(self, path: Path, origin: Origin | None) -> Judgement:
        self.judged.append(path)
        return self.verdicts.get(path, Judgement(verdict=Verdict.CLEAN))

    def sketch(self, path: Path, key: bytes) -> bytes | None:
        sketch = self.sketches.get(path)
        if isinstance(sketch, AssistantError):
            raise sketch
        return sketch and key + sketch

    def rest(self) -> None:
        """Nothing to stop."""

    def close(self) -> None:
        """Nothing to stop."""


@dataclass
class ToldPlaces:
    """Ground that is local unless told otherwise; what is told of a folder holds for all below it."""

    told: dict[Path, PlaceInfo] = field(default_factory=dict)

    def of(self, folder: Path) -> PlaceInfo:
        for place in (folder, *folder.parents):
            if place in self.told:
                return self.told[place]
        return PlaceInfo(kind=PlaceKind.LOCAL, mount_point="/")

    def removable_drives(self) -> Sequence[Path]:
        return ()


def refused(error: pytest.ExceptionInfo[InputError]) -> str:
    """The id of the sentence with which something was refused."""
    return error.value.message.id


def facts(laptop: Laptop, path: Path) -> FileFacts:
    found = laptop.app.files.facts(path)
    assert found is not None
    return found


def open_paths(laptop: Laptop) -> list[str]:
    """Names of the files of open findings."""
    return sorted(Path(f.path).name for f in laptop.app.findings.list(only_open=True))


def sealed_names(laptop: Laptop) -> list[str]:
    return sorted(path.name for path in (laptop.data_dir / "vault").iterdir())


def details(**values: object) -> ClientDetails:
    return ClientDetails(**values)  # type: ignore[arg-type]


class RestedPower:
    """On mains, with nothing else to do: a busy machine must not make a test wait."""

    def should_rest(self) -> bool:
        return False


class Laptop:
    """`policy` is what IT set here. Everything is done through the actions, as window and command line do.

    `again()` is a second process on the same data directory: its own store and objects, the same clocks, keys and files.
    """

    def __init__(
        self,
        root: Path,
        *,
        policy: Mapping[str, SettingValue] | None = None,
        account: Mapping[str, str] | None = None,
        clock: FakeSystemClock | None = None,
        keys: MemoryKeys | None = None,
        language: str = "nl",
        reading: PolicyReading | None = None,
    ) -> None:
        self.root = root
        self.clock = clock or FakeSystemClock()
        self.keys = keys or MemoryKeys()
        self.policy = dict(policy or {})
        self.account = {"own.name": "Robin de Adviseur", "own.mail": OWN_MAIL} if account is None else dict(account)
        self.language = language
        self._reading = reading or PolicyReading(
            values=self.policy, state=PolicyState.IN_FORCE if self.policy else PolicyState.NONE
        )
        self.home = root / "home"
        self.downloads = self.home / "Downloads"
        self.downloads.mkdir(parents=True, exist_ok=True)
        self.detector = ToldDetector()
        self.places = ToldPlaces()
        self.screen = FakeSessionLock()  # the screen of whoever runs the tests is left alone
        self.idle = FakeIdleClock()
        self.presence = FakePresenceSource()
        self.lock_settings = FakeLockSettings()
        self.device_health = FakeDeviceHealth()
        self.baseline = FakeBaseline()
        self.settings_pages = FakeSettingsPages()
        self.autostart = FakeAutostart(AutostartState.OWN)
        self._built: list[Assistant] = []
        self.app = self._build()

    @property
    def data_dir(self) -> Path:
        return self.root / "data"

    def _build(self) -> Assistant:
        app = build(
            Site(
                data_dir=self.data_dir,
                language=self.language,
                keys=self.keys,
                system_clock=self.clock,
                policy=self._reading,
                account=self.account,
                home=self.home,
            )
        )
        # Before first use, so that every part is tied to these: a cached property is an entry of the instance's dict.
        app.__dict__["detector"] = self.detector
        app.__dict__["places"] = self.places
        app.__dict__["power"] = RestedPower()
        app.__dict__["session_lock"] = self.screen
        app.__dict__["idle_clock"] = self.idle
        app.__dict__["presence"] = self.presence
        app.__dict__["lock_settings"] = self.lock_settings
        app.__dict__["device_health"] = self.device_health
        app.__dict__["read_baseline"] = self.baseline
        app.__dict__["settings_pages"] = self.settings_pages
        app.__dict__["autostart"] = self.autostart
        self._built.append(app)
        return app

    def again(self) -> Assistant:
        """Another process on the same data directory."""
        return self._build()

    def restart(self) -> None:
        """The process ends; the next one begins."""
        self.app.close()
        self.app = self._build()
        self.app.begin()

    def close(self) -> None:
        for app in self._built:
            app.close()

    # -- time ---------------------------------------------------------------------------------------------------------

    @property
    def now(self) -> datetime:
        return self.app.clock.now()

    def passes(self, step: timedelta) -> datetime:
        """Time passes while the assistant runs: it notes the moment at the end. Returns the present."""
        self.clock.advance(step)
        self.app.clock.keep()
        return self.now

    def is_protected(self) -> None:
        """Somebody looked at the laptop's protection and its lock, IT vouches for the account, and the IT partner was
        reviewed."""
        self.app.health.look()
        self.app.locking.note_seen(LockSeen(watch=LockWatch.READY, limit=timedelta(minutes=5)))
        self.app.health_records.attest("mfa", "IT-beheer", self.now + 90 * DAY)
        self.app.health_records.partner("Netwerkbeheer Voorbeeld", "servicedesk@netwerkbeheer.example", self.now)

    # -- registers ----------------------------------------------------------------------------------------------------

    def client(self, name: str = CLIENT, **details: object) -> Client:
        """A client with a domain and Eva as contact; `details` as in ClientDetails."""
        values: dict[str, object] = {
            "domains": (DOMAIN,),
            "contacts": (Contact(name="Eva Smit", mail=f"eva@{DOMAIN}"),),
        }
        return self.app.clients.add(name, ClientDetails(**(values | details)))  # type: ignore[arg-type]

    def project(self, code: str = "P1", client: str = CLIENT, goals: tuple[str, ...] = (GOAL,)) -> Project:
        return self.app.projects.add(code, client, goals=goals).project

    def mail(self, name: str = "akkoord.eml", sender: str = EVA, text: str = "Akkoord, zie onder.") -> Path:
        """A mail as evidence; `text` tells one from another."""
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = sender, OWN_MAIL, "Afspraak"
        message.set_content(text)
        return self.file(name, bytes(message), folder=self.root / "post")

    def agreement(self, code: str = "P1", **changes: object) -> Agreement:
        """An agreement of today with Eva, evidence of its own; `changes` as in NewAgreement."""
        values: dict[str, object] = {
            "project_code": code,
            "scope": "Salarisbestand 2026",
            "purpose": GOAL,
            "agreed_with": EVA,
            "agreed_at": self.now,
            "place": Place.LAPTOP,
        }
        values |= changes
        if "evidence" not in values:
            values["evidence"] = self.mail(f"akkoord-{new_id()[:8]}.eml", text=f"Akkoord {new_id()}")
        return self.app.agreements.add(NewAgreement(**values))  # type: ignore[arg-type]

    def usual(self, **changes: object) -> Agreement:
        """Client, project and agreement, as most tests begin."""
        self.client()
        self.project()
        return self.agreement("P1", **changes)

    # -- files and findings -------------------------------------------------------------------------------------------

    def file(
        self, name: str = "salarissen.xlsx", content: bytes | str | None = None, folder: Path | None = None
    ) -> Path:
        """A file, by default a few kilobytes in Downloads whose content follows from its name."""
        path = (folder or self.downloads) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = f"made up content of {name} ".encode("utf-8", "surrogateescape") * 200 if content is None else content
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    def watch(self, folder: Path | None = None) -> str:
        """Watch a folder, by default Downloads. Returns its id."""
        return self.app.folders.add(folder or self.downloads).id

    def judged(self, path: Path, judgement: Judgement, *, group: str | None = None, first: bool = False) -> int:
        """The guard hands over a settled file with its verdict; returns how many findings were opened."""
        facts = self.app.files.facts(path)
        assert facts is not None
        told = Judged(path=path, facts=facts, judgement=judgement, group=group or new_id(), first_clean_up=first)
        return self.app.intake.judged("", [told])

    def finding(
        self,
        path: Path | None = None,
        *,
        client: str | None = CLIENT,
        group: str | None = None,
        first: bool = False,
        **judgement: object,
    ) -> Finding:
        """A finding as the guard makes it: by default 214 BSN's in a file from the client's host."""
        file = path or self.file()
        self.judged(file, self.judgement(client=client, **judgement), group=group, first=first)
        return next(f for f in self.app.findings.list(only_open=True) if f.path == str(file))

    def judgement(self, client: str | None = CLIENT, **changes: object) -> Judgement:
        """`client`: a name in the register, or None for a verdict by content alone."""
        by_name = {c.name: c.id for c in self.app.clients.list()}
        origin = (Reason(type=ReasonType.ORIGIN, detail=DOMAIN),) if client else ()
        values: dict[str, object] = {
            "verdict": Verdict.CLIENT_DATA,
            "kinds": {"bsn": 214},
            "reasons": (*origin, Reason(type=ReasonType.CONTENT, detail="bsn 214")),
            "client_id": by_name[client] if client else None,
            "score": 0.98,
        }
        return Judgement(**(values | changes))  # type: ignore[arg-type]

    def sealed(self, agreement: Agreement, path: Path | None = None) -> OutsideCopy:
        return self.app.copies.add(path or self.file(), agreement.id).copy

    def copy(self, id_: str) -> OutsideCopy:
        return self.app.copies.show(id_).copy

    # -- what is left -------------------------------------------------------------------------------------------------

    def events(self, event: str) -> list[JournalEntry]:
        with self.app.office.look() as session:
            return list(session.journal.entries(event=event))

    def everything_stored(self) -> bytes:
        """Every cell of the decrypted database, one after the other."""
        with self.app.office.look() as session:
            connection = session.notes._connection
            tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            rows = [row for table in tables for row in connection.execute(f'SELECT * FROM "{table}"')]
        cells = (cell for row in rows for cell in row if cell is not None)
        return b"\n".join(cell if isinstance(cell, bytes) else str(cell).encode("utf-8", "replace") for cell in cells)

    def open_store(self) -> Opened:
        return open_directory(DataDirectory(self.data_dir), self.keys, self.clock)


__all__ = [
    "CLIENT",
    "DAY",
    "DOMAIN",
    "EVA",
    "GOAL",
    "HOUR",
    "OWN_MAIL",
    "WEEK",
    "FakeSystemClock",
    "KeySource",
    "Laptop",
    "details",
]
