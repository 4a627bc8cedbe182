"""Teams as leads and consultants see them: laptops that share a folder, made by the real actions and by signed records."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import msgspec

from app.actions.alive import GuardsAlive
from app.actions.team_status.building import sign
from app.domain.rules import RuleState
from app.domain.settings import SettingValue
from app.domain.team_record import Person, ProjectWord, RuleWord, TeamRecord, decode, encode
from app.system.policy import PolicyReading, PolicyState
from tests.actions.laptop import FakeSystemClock, Laptop
from tests.domain.card_samples import DeviceKey

NAMES = (
    "Sam Collega",
    "Fleur de Vries",
    "Kim Bosman",
    "Joris van Dam",
    "Noor Hendriks",
    "Thijs Mulder",
    "Lotte Kramer",
)
FIRST = ("Anna", "Bram", "Cees", "Daan", "Els", "Femke", "Gijs", "Hanna", "Ivo", "Jet", "Koen", "Lieke", "Mees", "Nina")
LAST = ("Bakker", "Jansen", "de Wit", "Peters", "Smit", "Visser", "van Dijk", "Bos", "Vos", "Dekker", "Prins", "Kok")
TEAM = "Advies Noord"
OTHER_LEAD = "a" * 26


def member(
    root: Path,
    folder: Path,
    name: str,
    *,
    clock: FakeSystemClock | None = None,
    **policy: SettingValue,
) -> Laptop:
    """Somebody's laptop that shares `folder`; `policy` by keys with `__` for the dot."""
    folder.mkdir(parents=True, exist_ok=True)
    values: dict[str, SettingValue] = {
        "remote.folder": str(folder),
        "team.council_date": "2026-09-01",
        **{key.replace("__", "."): value for key, value in policy.items()},
    }
    account = {"own.name": name, "own.mail": mail_of(name), "own.firm": "Adviesbureau Voorbeeld"}
    laptop = Laptop(
        root, account=account, clock=clock, reading=PolicyReading(values=values, state=PolicyState.IN_FORCE)
    )
    laptop.app.settings.set("team.name", TEAM)
    GuardsAlive(laptop.app.office.as_guard()).note()
    return laptop


def mail_of(name: str) -> str:
    return f"{name.split()[0].lower()}.{name.split()[-1].lower()}@adviesbureau.example"


def stranger(folder: Path, base: TeamRecord, number: int, name: str, **changes: object) -> DeviceKey:
    """A record of a laptop that exists on paper only, put where laptops put theirs."""
    key = DeviceKey(f"{name} {number}")
    record = msgspec.structs.replace(
        base,
        person=Person(name=name, mail=mail_of(name) if "@" not in name else name),
        key=key.public_key,
        sequence=1,
        previous=None,
        looked={},
        **changes,
    )
    status = folder / "status"
    status.mkdir(exist_ok=True)
    (status / f"{key.device}.json").write_bytes(encode(sign(record, key)))
    return key


def base_of(laptop: Laptop) -> TeamRecord:
    """What a laptop would tell now."""
    return decode(encode(msgspec.convert(dict(laptop.app.team_status.preview().document), type=TeamRecord)))


def in_order(rules: Mapping[str, RuleWord]) -> dict[str, RuleWord]:
    """Every rule kept."""
    calm = {"attention", "overdue", "unknown"}
    return {id_: RuleWord(state=RuleState.OK, count=0) if word.state in calm else word for id_, word in rules.items()}


def some_history(laptop: Laptop, days: int, laptops: int) -> None:
    """How the team stood on the days before, as refreshing each day would have kept it."""
    dice = random.Random(20261123)
    overdue, findings, silent = laptops // 10 + 1, laptops * 4 // 9, laptops // 14 + 1
    today = laptop.now.date()
    with laptop.app.office.change() as work:
        for ago in range(1, days + 1):  # backwards, from about how it stands now
            day = today - timedelta(days=ago)
            if day.weekday() < 5:
                overdue = max(0, min(laptops // 4 + 3, overdue + dice.choice((-1, -1, 0, 0, 1))))
                findings = max(0, findings + dice.choice((-2, -1, 0, 1, 2)))
                silent = max(0, min(laptops, silent + dice.choice((-1, 0, 0, 1))))
            totals = {"laptops": laptops, "reporting": laptops - silent, "overdue": overdue, "open_findings": findings}
            work.session.team_records.set_day(day, totals | {"rules": {}})


def three(root: Path) -> Laptop:
    """A lead with three colleagues: one is late with a deletion, one is silent, one has a new laptop."""
    folder = root / "team"
    lead = member(root / "lead", folder, "Robin de Adviseur")
    lead.is_protected()
    lead.client()
    project, other = lead.project("VBS-1"), lead.project("VBS-2")
    lead.app.working_files.note()
    base = base_of(lead)
    calm = in_order(base.rules)
    overdue = ProjectWord(copies=3, overdue=2, open_findings=0, due=day_of(lead, -1))
    late = calm | {
        "VR-P4": RuleWord(state=RuleState.OVERDUE, count=2),
        "VR-P6": RuleWord(state=RuleState.UNKNOWN, count=0),
    }
    stranger(folder, base, 1, NAMES[0], rules=late, overdue=2, projects={project.id: overdue})
    fine = ProjectWord(copies=5, overdue=0, open_findings=0, due=day_of(lead, 6))
    stranger(
        folder, base, 1, NAMES[1], rules=calm, next_due=day_of(lead, 6), projects={project.id: fine, other.id: fine}
    )
    stranger(folder, base, 1, NAMES[2], rules=calm, date=day_of(lead, -13))
    some_history(lead, 60, 4)
    lead.app.team_status.status()
    stranger(folder, base, 2, NAMES[1], rules=calm)
    lead.app.team_status.status()
    return lead


def day_of(laptop: Laptop, days: int) -> str:
    return (laptop.now.date() + timedelta(days=days)).isoformat()


def three_hundred(root: Path) -> Laptop:
    """A firm of three hundred laptops and a year of history; of two people no laptop reports."""
    folder = root / "team"
    names = [full_name(number) for number in range(300)]
    members = tuple(f"{name} <{mail_of(name)}>" for name in (*names, "Robin de Adviseur", "Iris Nieuw", "Omar Starter"))
    lead = member(root / "lead", folder, "Robin de Adviseur", team__members=members)
    lead.is_protected()
    lead.client()
    projects = [lead.project(f"PRJ-{number:02}").id for number in range(24)]
    base = base_of(lead)
    for number, name in enumerate(names):
        stranger(folder, base, number, name, **told_by(number, in_order(base.rules), projects, lead))
    some_history(lead, 365, 300)
    lead.app.team_status.status()
    for number in (40, 80):
        stranger(folder, base, 1000 + number, names[number], rules=in_order(base.rules))
    lead.app.team_status.status()
    return lead


def many(root: Path, laptops: int) -> Laptop:
    """For measuring: so many laptops with two projects each, and a year of history."""
    folder = root / "team"
    lead = member(root / "lead", folder, "Robin de Adviseur")
    lead.client()
    projects = [lead.project(f"PRJ-{number:03}").id for number in range(100)]
    base = base_of(lead)
    for number in range(laptops):
        told = told_by(number, in_order(base.rules), projects, lead)
        stranger(folder, base, number, f"{full_name(number)} {number}", **told)
    some_history(lead, 365, laptops)
    lead.app.team_status.status()
    return lead


def full_name(number: int) -> str:
    last = LAST[number // len(FIRST) % len(LAST)]
    return f"{FIRST[number % len(FIRST)]} {last}" + ("-Kramer" if number >= len(FIRST) * len(LAST) else "")


def told_by(number: int, rules: dict[str, RuleWord], projects: list[str], laptop: Laptop) -> dict[str, object]:
    """One of three hundred: most are in order."""
    overdue, findings, day = 0, 0, 0
    if number % 19 == 0:
        overdue = 1 + number % 3
        rules["VR-P4"] = RuleWord(state=RuleState.OVERDUE, count=overdue)
    elif number % 11 == 0:
        findings = 1 + number % 9
        rules["VR-P1a"] = RuleWord(state=RuleState.ATTENTION, count=findings)
    elif number % 23 == 0:
        day = -12 - number % 20
    elif number % 29 == 0:
        day = -5
    due = day_of(laptop, 1 + number % 40)
    first = number % (len(projects) - 1)
    mine = projects[first : first + 2]
    words = {
        project: ProjectWord(
            copies=1 + number % 7,
            overdue=overdue if place == 0 else 0,
            open_findings=findings if place == 0 else 0,
            due=due,
        )
        for place, project in enumerate(mine)
    }
    counts = {"overdue": overdue, "open_findings": findings}
    return counts | {"rules": rules, "date": day_of(laptop, day), "next_due": due, "projects": words}


def consultant(root: Path) -> Laptop:
    """Somebody whose lead is somebody else; what was sent before differs from what is so now."""
    folder = root / "team"
    laptop = member(root / "own", folder, "Sam Collega", team__leads=(OTHER_LEAD,))
    agreement = laptop.usual()
    laptop.watch()
    laptop.sealed(agreement)
    laptop.app.team_status.publish()
    laptop.passes(timedelta(days=1))
    GuardsAlive(laptop.app.office.as_guard()).note()
    laptop.app.projects.close("P1")
    laptop.app.agreements.fulfilled(agreement.id, laptop.now - timedelta(days=1))
    base = base_of(laptop)
    looked = {laptop.now.date().isoformat(): 2, (laptop.now - timedelta(days=6)).date().isoformat(): 1}
    lead = stranger(folder, base, 1, "Robin de Adviseur")
    record = folder / "status" / f"{lead.device}.json"
    told = msgspec.structs.replace(decode(record.read_bytes()), looked=looked)
    record.write_bytes(encode(sign(told, lead)))
    return laptop
