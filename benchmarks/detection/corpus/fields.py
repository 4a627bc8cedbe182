"""Columns of tables about people: each function gives what one column holds, written the same way in every row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeAlias

from benchmarks.detection.corpus import numbers
from benchmarks.detection.corpus.blocks import Cell
from benchmarks.detection.corpus.people import Person
from benchmarks.detection.corpus.scene import Scene, euros

Value: TypeAlias = "Callable[[Person], Cell]"
NOTHING = (None, "", "geen", "nee", "onbekend", "-", "n.v.t.", "geen bezwaar")
Field: TypeAlias = "tuple[str, Value]"  # header and content


def table(people: Sequence[Person], *columns: Field, header: bool = True) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[value(person) for _, value in columns] for person in people]
    return [[name for name, _ in columns], *rows] if header else rows


def varied(s: Scene, people: Sequence[Person], *columns: Field) -> list[list[Cell]]:
    """As `table`, now and then in another order and between columns that tell nothing about anybody."""
    chosen = list(columns)
    if s.chance(0.25):
        s.rng.shuffle(chosen)
    if s.chance(0.4):
        for field in s.rng.sample(_idle(s), s.rng.randint(1, 4)):
            chosen.insert(s.rng.randint(0, len(chosen)), field)
    return table(people, *chosen)


def _idle(s: Scene) -> list[Field]:
    numbered = iter(range(1, 10**9))
    return [
        (s.pick("Volgnr", "Nr.", "#"), lambda _: next(numbered)),
        ("Status", drawn(s, "actief", "actief", "afgesloten", "nieuw")),
        (s.pick("Mutatiedatum", "Laatst gewijzigd", "Ingangsdatum"), day(s, lambda _: s.day_near())),
        ("Opmerking", drawn(s, "", "", "akkoord", "zie mail", "nakijken")),
        (s.pick("Kostenplaats", "KPL"), number(s, 4000, 4999)),
        ("Locatie", drawn(s, "Hoofdkantoor", "Noord", "Zuid")),
        ("Code", lambda _: f"{s.rng.choice('ABX')}{s.rng.randint(10, 99)}"),
        ("Referentie", lambda _: numbers.nine_digits(s.rng)),
        ("Gewijzigd door", drawn(s, "SYSTEM", "admin", "batch")),
        ("Uren p/w", drawn(s, 36, 32, 24, 40)),
        ("Akkoord", drawn(s, "J", "N", "")),
    ]


def transposed(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    return [list(column) for column in zip(*rows, strict=True)]


def constant(*choices: Cell) -> Value:
    """The choices in turn."""
    count = iter(range(10**9))
    return lambda _: choices[next(count) % len(choices)]


def drawn(s: Scene, *choices: Cell, kind: str | None = None) -> Value:
    """One of the choices at random; with `kind` they are values of it, but for the empty ones."""

    def draw(_: Person) -> Cell:
        choice = s.rng.choice(choices)
        if kind is not None and choice not in NOTHING:
            s.kinds.add(kind)
        return choice

    return draw


def number(s: Scene, least: int, most: int) -> Value:
    return lambda _: s.rng.randint(least, most)


def amount(s: Scene, least: int, most: int) -> Value:
    """In whole cents between two numbers of euros; no kind of its own."""
    return lambda _: s.rng.randint(least * 100, most * 100) / 100


def bsn(s: Scene, style: str | None = None) -> Value:
    """`style`: plain, number (a leading zero is lost), dotted, spaced."""
    s.kinds.add("bsn")
    style = style or s.pick("plain", "plain", "number", "dotted", "spaced")
    if style == "number":
        return lambda person: int(person.bsn)
    if style == "dotted":
        return lambda person: f"{person.bsn[:4]}.{person.bsn[4:6]}.{person.bsn[6:]}"
    if style == "spaced":
        return lambda person: numbers.grouped(person.bsn, 3)
    return lambda person: person.bsn


def name(s: Scene, style: str = "full") -> Value:
    """`style`: any of the ways in which a person is called: full, formal, listed, last, surname, first."""
    s.kinds.add("name")
    return lambda person: getattr(person, style)


def initials(s: Scene) -> Value:
    return lambda person: person.initials


def particle(s: Scene) -> Value:
    return lambda person: person.particle


def born(s: Scene, style: str | None = None) -> Value:
    """`style`: date, dutch, iso, compact."""
    s.kinds.add("date_of_birth")
    return day(s, lambda person: person.born, style)


def day(s: Scene, of: Callable[[Person], date], style: str | None = None) -> Value:
    style = style or s.pick("date", "dutch", "iso", "compact")
    layout = {"dutch": "%d-%m-%Y", "iso": "%Y-%m-%d", "compact": "%Y%m%d"}.get(style)
    return of if layout is None else lambda person: of(person).strftime(layout)


def iban(s: Scene) -> Value:
    s.kinds.add("iban")
    if s.chance(0.4):
        return lambda person: numbers.grouped(person.iban, 4)
    return lambda person: person.iban


def phone(s: Scene) -> Value:
    s.kinds.add("phone")
    if s.chance(0.3):
        return lambda person: (
            f"{person.phone[:2]}-{person.phone[2:]}"
            if person.phone.startswith("06")
            else f"{person.phone[:3]}-{person.phone[3:]}"
        )
    return lambda person: person.phone


def private_mail(s: Scene) -> Value:
    s.kinds.add("email")
    return lambda person: person.private_mail


def work_mail(s: Scene) -> Value:
    s.kinds.add("email")
    domain = s.domain
    return lambda person: person.work_mail(domain)


def street(s: Scene) -> Value:
    """Street and house number."""
    s.kinds.add("address")
    return lambda person: person.street_line


def street_name(s: Scene) -> Value:
    s.kinds.add("address")
    return lambda person: person.street


def house(s: Scene) -> Value:
    return lambda person: person.house


def postcode(s: Scene) -> Value:
    s.kinds.add("address")
    return lambda person: person.postcode


def town(s: Scene) -> Value:
    return lambda person: person.town


def address(s: Scene) -> Value:
    s.kinds.add("address")
    return lambda person: f"{person.street_line}, {person.postcode} {person.town}"


def staff_number(s: Scene, *, padded: bool = False) -> Value:
    s.kinds.add("employee_number")
    return lambda person: person.staff_number.zfill(8) if padded else int(person.staff_number)


def function(s: Scene) -> Value:
    return lambda person: person.function


def department(s: Scene) -> Value:
    return lambda person: person.department


def hired(s: Scene) -> Value:
    return day(s, lambda person: person.hired)


def salary(s: Scene, style: str | None = None) -> Value:
    """`style`: number, dutch, euro, point."""
    s.kinds.add("salary")
    style = style or s.pick("number", "number", "dutch", "euro", "point")
    if style == "dutch":
        return lambda person: euros(person.salary_cents)
    if style == "euro":
        return lambda person: f"€ {euros(person.salary_cents)}"
    if style == "point":
        return lambda person: f"{person.salary_cents / 100:.2f}"
    return lambda person: person.salary_cents / 100


def sex(s: Scene) -> Value:
    return lambda person: "V" if person.is_woman else "M"
