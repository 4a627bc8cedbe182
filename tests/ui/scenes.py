"""Laptops as people have them: with nothing on it yet, with three things, with three hundred. Made by the real actions."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from app.actions.agreements import NewAgreement
from app.actions.alive import GuardsAlive
from app.actions.clients import ClientDetails
from app.domain.agreement import Agreement, Place
from app.domain.client import Contact
from app.domain.copy import CopyState
from app.domain.finding import Judgement, Reason, ReasonType, Verdict
from app.domain.identity import new_id
from app.domain.intake import Judged
from app.domain.messages import msg
from app.domain.ports import PlaceInfo, PlaceKind
from app.domain.settings import SettingValue
from app.system.policy import PolicyReading, PolicyState
from tests.actions.laptop import FakeSystemClock, Laptop
from tests.fakes import START
from tests.ui import document_scenes, team_scenes

FIRM = {
    "own.name": "Robin de Adviseur",
    "own.mail": "robin@adviesbureau.example",
    "own.firm": "Adviesbureau Voorbeeld",
}
CLIENTS = (
    ("Gemeente Voorbeeldstad", "voorbeeldstad.example", "Eva Smit"),
    ("Waterschap De Made", "demade.example", "Bram Jansen"),
    ("Stichting Zorg Elders", "zorgelders.example", "Fatima Bakker"),
    ("Hogeschool Noorderland", "noorderland.example", "Daan Visser"),
    ("Woningcorporatie Thuisbaken", "thuisbaken.example", "Imke de Boer"),
)
RECOVERY_KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"  # nobody has the other half
GOALS = ("Salarisonderzoek", "Inrichting personeelssysteem", "Verzuimanalyse")


@dataclass(frozen=True, slots=True)
class Scene:
    """A laptop on Monday 23 November 2026 (10:00 in Amsterdam), and what stands on it."""

    name: str
    laptop: Laptop


def nothing(root: Path) -> Scene:
    """Just installed: no folder, no client, no file; OneDrive keeps the documents."""
    laptop = Laptop(root, account=FIRM)
    documents = laptop.home / "Documents"
    for folder in (documents, laptop.home / "Desktop"):
        folder.mkdir()
    laptop.places.told[documents] = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive")
    return Scene("nothing", laptop)


def three(root: Path, name: str = "three", reading: PolicyReading | None = None) -> Scene:
    """One client, one project, a handful of files: an ordinary week."""
    laptop = Laptop(root, account=FIRM, reading=reading)
    _client(laptop, 0)
    _project(laptop, "VBS-1", 0)
    laptop.watch()
    agreement = _agreement(laptop, "VBS-1", 0)
    for file in ("salarissen november.xlsx", "functiehuis.xlsx", "verzuim 2026.csv"):
        laptop.sealed(agreement, laptop.file(file))
    laptop.app.vault.open(laptop.app.vault.list()[0].id)
    _find(laptop, "Gemeente Voorbeeldstad personeel.xlsx", 0, {"bsn": 214, "iban": 214, "name": 214, "salary": 214})
    _find(laptop, "exitgesprekken.docx", 0, {"name": 12, "health": 3}, special=True)
    _find(laptop, "contactenlijst.xlsx", None, {"name": 31, "email": 31, "phone": 28}, group="contacts")
    laptop.app.agreements.fulfilled(agreement.id, laptop.now - timedelta(days=2))
    _alive(laptop)
    return Scene(name, laptop)


def calm(root: Path) -> Scene:
    """Everything in order: two clients, what is outside is agreed and goes in time, nothing waits."""
    laptop = Laptop(root, account=FIRM)
    laptop.app.first_start.done()
    for number, code in enumerate(("VBS-1", "MAD-1")):
        _client(laptop, number)
        _project(laptop, code, number)
    laptop.watch()
    for number, (code, days) in enumerate((("VBS-1", 11), ("VBS-1", 25), ("MAD-1", 16))):
        until = laptop.now + timedelta(days=days)
        agreement = _agreement(laptop, code, int(code == "MAD-1"), until=until)
        for file in range(3 * number + 1):
            laptop.sealed(agreement, laptop.file(f"salarissen {code} {number}{file}.xlsx"))
    _alive(laptop)
    return Scene("calm", laptop)


def policed(root: Path) -> Scene:
    """The same week under IT's policy, of which one value could not be used."""
    values: dict[str, SettingValue] = {
        "own.firm": "Adviesbureau Voorbeeld",
        "own.domains": ("adviesbureau.example", "advies.example"),
        "findings.decide_hours": 12,
        "deletion.margin_hours": 4,
        "tray.quit_allowed": False,
        "contact.privacy": "Noor de Wit, privacy@adviesbureau.example",
        "team.leads": ("4c1d:9e0b",),
        "certificate.firm_key": "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEinvented7Yk2kQpXo0F1u",
    }
    problem = msg(
        "policy.value-skipped",
        key="copies.reconcile_minutes",
        where="/etc/vroom-assistant/policy.toml",
        why=msg("settings.value", key="copies.reconcile_minutes", allowed="1–60"),
    )
    reading = PolicyReading(values=values, state=PolicyState.IN_FORCE, problems=(problem,))
    return three(root, "policed", reading)


def three_hundred(root: Path) -> Scene:
    """Years of work: five clients, forty projects, three hundred findings and copies."""
    laptop = Laptop(root, account=FIRM)
    dice = random.Random(20261123)
    laptop.watch()
    for number in range(len(CLIENTS)):
        _client(laptop, number)
    _well_known(laptop, 1)
    codes = [f"{CLIENTS[n % 5][0].split()[1][:3].upper()}-{n // 5 + 1}" for n in range(40)]
    agreements: list[Agreement] = []
    for number, code in enumerate(codes):
        _project(laptop, code, number % 5)
        agreements.append(_agreement(laptop, code, number % 5, goal=number % 3))
    for number in range(300):
        about = dice.choice(("export", "salarissen", "personeel", "verzuim", "formatie"))
        name = f"{about} {2024 + number % 3}-{number:03}.xlsx"
        laptop.app.copies.add(laptop.file(name), agreements[number % 40].id, in_place=number % 3 > 0)
    for number in range(300):
        kinds = dice.choice(({"bsn": 40 + number}, {"iban": 12, "name": 12}, {"salary": 80, "name": 80}, {"health": 4}))
        group = f"burst{number // 9:03}"
        _find(laptop, f"bestand {number:03}.xlsx", number // 9 % 5, kinds, group=group, special="health" in kinds)
    for number in (5, 20):  # one that is closed below, and one that runs on
        _elsewhere(laptop, codes[number], number % 5)
    for number, code in enumerate(codes[:12]):
        laptop.app.projects.close(code, at=laptop.now - timedelta(hours=14 * (12 - number)))
    _alive(laptop)
    return Scene("three-hundred", laptop)


def deciding(root: Path) -> Scene:
    """Every kind of finding there is: late, special, unknown, of the client's own storage, unreadable, from before the
    assistant; asked, asked long ago, and decided in four ways."""
    laptop = Laptop(root, account=FIRM, clock=FakeSystemClock(START - timedelta(days=9)))
    for number in range(3):
        _client(laptop, number)
    for code, number in (("VBS-1", 0), ("VBS-2", 0), ("MAD-1", 1)):
        _project(laptop, code, number)
    laptop.watch()
    _find(laptop, "formatieplaatsen.xlsx", 1, {"name": 64, "employee_number": 64})
    for number in range(12):
        _find(laptop, f"oud/loonlijst {2010 + number}.xls", 0, {"bsn": 90, "salary": 90}, group="old", first=True)
    _resolve(laptop, "formatieplaatsen.xlsx", lambda ids: laptop.app.findings.ask(ids, "bram@demade.example"))
    laptop.passes(timedelta(days=6))
    agreement = _agreement(laptop, "VBS-1", 0)
    for name in ("salarissen oktober.xlsx", "urenstaat 2026-10.xlsx", "Plan van aanpak v1.docx", "oude export.csv"):
        _find(laptop, name, None if name.startswith("uren") else 0, {"name": 8, "email": 8})
    _resolve(laptop, "salarissen oktober.xlsx", lambda ids: laptop.app.findings.seal(ids, agreement.id))
    _resolve(
        laptop, "urenstaat 2026-10.xlsx", lambda ids: laptop.app.findings.not_client_data(ids, "Eigen administratie")
    )
    _resolve(laptop, "Plan van aanpak v1.docx", lambda ids: laptop.app.findings.documentation(ids, "VBS-1"))
    _resolve(laptop, "oude export.csv", laptop.app.findings.delete)
    laptop.passes(timedelta(days=1))
    for number in range(14):
        kinds = {"bsn": 120 + number, "name": 120 + number} if number % 3 else {"name": 40, "email": 40}
        _find(laptop, f"export personeel 2026-{number + 1:02}.xlsx", 0, kinds, group="late")
    laptop.passes(timedelta(days=2) - timedelta(hours=3))
    _find(laptop, "exitgesprekken en verzuim.docx", 2, {"name": 12, "health": 3}, special=True)
    _find(laptop, "contactenlijst.xlsx", None, {"name": 31, "email": 31, "phone": 28})
    _find(laptop, "Voortgangsrapportage november.docx", 0, {"name": 3, "email": 2})
    _find(laptop, "salarisschalen.xlsx", 0, {"salary": 212, "name": 212})
    _resolve(laptop, "salarisschalen.xlsx", lambda ids: laptop.app.findings.ask(ids, "eva@voorbeeldstad.example"))
    _client_storage(laptop)
    laptop.passes(timedelta(hours=3))
    _alive(laptop)
    return Scene("deciding", laptop)


def declared(root: Path) -> Scene:
    """A year of work of which most was deleted: declarations of every kind, some received by the client."""
    laptop = three(root, "declared").laptop
    for number in range(1, len(CLIENTS)):
        _client(laptop, number)
    for number in range(9):
        client = number % len(CLIENTS)
        code = f"{CLIENTS[client][0].split()[1][:3].upper()}-{2 + number // 5}"
        _project(laptop, code, client)
        agreement = _agreement(laptop, code, client, goal=number % 3)
        for file in range(1 + number % 4):
            laptop.sealed(agreement, laptop.file(f"export {code} {file + 1}.xlsx"))
        _delete_all(laptop, agreement, encrypted=number % 3 != 1)
        laptop.passes(timedelta(hours=5))
    elsewhere = _agreement(laptop, "VOO-2", 0, place=Place.ELSEWHERE)
    paper = laptop.app.copies.add_elsewhere("Uitdraai van het functiehuis, in de kast", elsewhere.id).copy
    laptop.app.copies.confirm(paper.id)
    for row in laptop.app.certificates.rows()[:4]:
        laptop.app.certificates.file_receipt(row.id, laptop.mail(f"ontvangen {row.project}.eml", text=row.number))
    return Scene("declared", laptop)


def every_state(root: Path) -> Scene:
    """A copy in each state there is, under the policy of an IT department that keeps a recovery key."""
    recovery: dict[str, SettingValue] = {"vault.recovery_key": RECOVERY_KEY}
    reading = PolicyReading(values=recovery, state=PolicyState.IN_FORCE)
    clock = FakeSystemClock(START - timedelta(days=12))
    laptop = Laptop(root, account=FIRM, reading=reading, clock=clock)
    _client(laptop, 0)
    _project(laptop, "VBS-1", 0)
    laptop.watch()
    made = {
        name: laptop.sealed(_agreement(laptop, "VBS-1", 0, until=START + timedelta(days=days)), laptop.file(name))
        for name, days in _ENDS.items()
    }
    laptop.app.copies.add(laptop.file("exitgesprekken.docx"), made["loonlijst.xlsx"].agreement_id, special=True)
    laptop.app.copies.add(laptop.file("formatie.xlsx"), made["loonlijst.xlsx"].agreement_id, in_place=True)
    past = laptop.sealed(_agreement(laptop, "VBS-1", 0), laptop.file("verzuim 2025.csv"))
    elsewhere = _agreement(laptop, "VBS-1", 0, place=Place.ELSEWHERE, until=START + timedelta(days=2))
    laptop.app.copies.add_elsewhere("Foto's van het whiteboard, op de telefoon", elsewhere.id)
    laptop.passes(timedelta(days=12))
    laptop.app.agreements.fulfilled(past.agreement_id, laptop.now - timedelta(days=9))
    laptop.app.copies.plan(made["planning.xlsx"].id, laptop.now + timedelta(days=1))
    for name in ("functiehuis.xlsx", "salarissen november.xlsx"):
        laptop.app.vault.open(made[name].id)
    (laptop.data_dir / "vault" / str(made["organogram.pdf"].path)).unlink()
    _find(laptop, "contracten.xlsx", 0, {"name": 31, "salary": 31})
    laptop.app.findings.ask([laptop.app.findings.list(only_open=True)[0].id], "eva@voorbeeldstad.example")
    with laptop.app.office.change() as work:  # as a deletion leaves it where the system keeps what is open
        held = replace(work.session.copies.get(made["cao.docx"].id), state=CopyState.BLOCKED, blocked_by="WINWORD.EXE")
        work.session.copies.update(held)
    _alive(laptop)
    return Scene("every-state", laptop)


_ENDS = {  # days from Monday
    "cao.docx": -1,
    "te laat.xlsx": -2,
    "functiehuis.xlsx": 3,
    "salarissen november.xlsx": 3,
    "planning.xlsx": 9,
    "organogram.pdf": 12,
    "loonlijst.xlsx": 30,
}


def _of(name: str, make: Callable[[Path], Laptop]) -> Callable[[Path], Scene]:
    return lambda root: Scene(name, make(root))


SCENES: Mapping[str, Callable[[Path], Scene]] = {
    "nothing": nothing,
    "calm": calm,
    "three": three,
    "three-hundred": three_hundred,
    "policed": policed,
    "declared": declared,
    "every-state": every_state,
    "deciding": deciding,
    **{
        name: _of(name, make)
        for name, make in {
            "filed": document_scenes.filed,
            "waiting": document_scenes.waiting,
            "braked": document_scenes.braked,
            "filed-three-hundred": document_scenes.three_hundred,
            "offline": document_scenes.offline,
            "signed-out": document_scenes.signed_out,
            "signed-in": document_scenes.signed_in,
            "sign-in-needed": document_scenes.sign_in_needed,
            "team": team_scenes.three,
            "team-three-hundred": team_scenes.three_hundred,
            "team-own": team_scenes.consultant,
        }.items()
    },
}


def _client(laptop: Laptop, number: int) -> None:
    name, domain, contact = CLIENTS[number]
    mail = f"{contact.split()[0].lower()}@{domain}"
    laptop.app.clients.add(name, ClientDetails(domains=(domain,), contacts=(Contact(name=contact, mail=mail),)))


def _well_known(laptop: Laptop, number: int) -> None:
    """A client of which much is known, with terms of its own."""
    name, domain, _ = CLIENTS[number]
    laptop.app.clients.change(
        name,
        ClientDetails(
            variants=("WDM", "De Made"),
            hosts=(f"portaal.{domain}",),
            shares=(f"//bestanden.{domain}/personeel",),
            keywords=("Motion", "Functieboek De Made"),
            processor_domains=("salarisdienst.example",),
            terms={"retention-years": "5", "certificate-names": "hashed"},
            term_source="Verwerkersovereenkomst 2026, artikel 7",
        ),
    )


def _project(laptop: Laptop, code: str, client: int) -> None:
    laptop.app.projects.add(code, CLIENTS[client][0], goals=GOALS, members=("Sam Collega <sam@adviesbureau.example>",))


def _agreement(
    laptop: Laptop,
    code: str,
    client: int,
    goal: int = 0,
    place: Place = Place.LAPTOP,
    until: datetime | None = None,
) -> Agreement:
    _, domain, contact = CLIENTS[client]
    mailbox = f"{contact} <{contact.split()[0].lower()}@{domain}>"
    return laptop.app.agreements.add(
        NewAgreement(
            project_code=code,
            scope="Salarisbestand 2026",
            purpose=GOALS[goal],
            agreed_with=mailbox,
            agreed_at=laptop.now - timedelta(days=3),
            place=place,
            valid_until=until,
            evidence=laptop.mail(f"akkoord-{code}.eml", sender=mailbox, text=f"Akkoord voor {code}, {until}."),
        )
    )


def _elsewhere(laptop: Laptop, code: str, client: int) -> None:
    """Two things that are no files on the laptop: a person takes them away."""
    agreement = _agreement(laptop, code, client, place=Place.ELSEWHERE)
    for thing in ("Uitdraai van het functiehuis, in de kast", "Foto's van het whiteboard, op de telefoon"):
        laptop.app.copies.add_elsewhere(thing, agreement.id)


def _client_storage(laptop: Laptop) -> None:
    """A library of the client that OneDrive keeps on this laptop."""
    tenant = "3f2a9c1e-0000-4000-8000-000000000001"
    laptop.app.clients.change(CLIENTS[1][0], ClientDetails(tenant_ids=(tenant,)))
    folder = laptop.home / "Waterschap De Made - Personeelszaken"
    folder.mkdir()
    laptop.places.told[folder] = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive", tenant_id=tenant)
    laptop.app.intake.place(laptop.app.folders.add(folder))


def _resolve(laptop: Laptop, name: str, way: Callable[[list[str]], object]) -> None:
    """Decide on the open finding of this name."""
    way([f.id for f in laptop.app.findings.list(only_open=True) if Path(f.path).name == name])


def _find(
    laptop: Laptop,
    name: str,
    client: int | None,
    kinds: dict[str, int],
    *,
    group: str = "",
    special: bool = False,
    first: bool = False,
) -> None:
    path = laptop.file(name)
    facts = laptop.app.files.facts(path)
    assert facts is not None
    reasons = [Reason(type=ReasonType.CONTENT, detail=f"{kind} {count}") for kind, count in kinds.items()]
    client_id = None
    if client is not None:
        client_name, domain, _ = CLIENTS[client]
        reasons.insert(0, Reason(type=ReasonType.ORIGIN, detail=f"portaal.{domain}"))
        client_id = next(c.id for c in laptop.app.clients.list() if c.name == client_name)
    judgement = Judgement(
        verdict=Verdict.CLIENT_DATA,
        kinds=kinds,
        reasons=tuple(reasons),
        client_id=client_id,
        special=special,
        score=0.97,
        size_bytes=facts.size_bytes,
    )
    told = Judged(path=path, facts=facts, judgement=judgement, group=_group(group), first_clean_up=first)
    laptop.app.intake.judged("", [told])


def _group(name: str) -> str:
    """Groups have ids like everything else; a named one is the same each time."""
    return f"{name.lower():x<26}"[:26] if name else new_id()


class _ToldDisk:
    """A disk of which it is known whether it is encrypted."""

    def __init__(self, encrypted: bool) -> None:
        self._encrypted = encrypted

    def is_encrypted(self, _path: Path) -> bool | None:
        return self._encrypted


def _delete_all(laptop: Laptop, agreement: Agreement, *, encrypted: bool) -> None:
    """What is under the agreement goes, on a laptop whose disk is known to be encrypted or not."""
    process = laptop.again()
    process.__dict__["disk"] = _ToldDisk(encrypted)
    process.deletion.delete_under(agreement.id, "Doel bereikt")


def _alive(laptop: Laptop) -> None:
    """The guards have looked a moment ago."""
    GuardsAlive(laptop.app.office.as_guard()).note()
    laptop.is_protected()
    laptop.app.working_files.note()
    with laptop.app.office.change() as work:
        for folder in work.session.folders.all():
            work.session.folders.update(replace(folder, last_reconciled_at=work.now))


__all__ = ["CLIENTS", "SCENES", "Scene"]
