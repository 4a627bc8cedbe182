"""Made-up people: a person's data fit together (age and function, name and address of mail)."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.detection.corpus import names, numbers

PRIVATE_MAIL = ("postvak.example", "thuisnet.example", "mailbus.example", "kabelpost.example")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """`salary_cents`: gross a month. `particle`: the tussenvoegsel, empty where there is none."""

    first: str
    particle: str
    surname: str
    is_woman: bool
    born: date
    bsn: str
    iban: str
    street: str
    house: str
    postcode: str
    town: str
    phone: str
    private_mail: str
    staff_number: str
    function: str
    department: str
    hired: date
    salary_cents: int

    @property
    def last(self) -> str:
        return f"{self.particle} {self.surname}".strip()

    @property
    def full(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def initials(self) -> str:
        return f"{self.first[0]}."

    @property
    def formal(self) -> str:
        return f"{self.initials} {self.last}"

    @property
    def listed(self) -> str:
        """As in a list by surname."""
        return f"{self.surname}, {self.initials}{' ' + self.particle if self.particle else ''}"

    @property
    def title(self) -> str:
        return "mevrouw" if self.is_woman else "de heer"

    @property
    def titled(self) -> str:
        last = self.last
        return f"{self.title} {last[0].upper() + last[1:]}"

    @property
    def street_line(self) -> str:
        return f"{self.street} {self.house}"

    @property
    def town_line(self) -> str:
        return f"{self.postcode}  {self.town}"

    def work_mail(self, domain: str) -> str:
        return f"{ascii_of(self.first[0])}.{ascii_of(self.last)}@{domain}"


def ascii_of(text: str) -> str:
    """Lower-case letters only, as in an address of mail."""
    plain = (
        unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ł", "l").replace("Ł", "L"))
        .encode("ascii", "ignore")
        .decode()
    )
    return "".join(sign for sign in plain.lower() if sign.isalnum())


def long_date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_between(rng: random.Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randint(0, (last - first).days))


def name_parts(rng: random.Random) -> tuple[str, str, str]:
    """First name, particle, surname; one in four of another origin than Dutch."""
    origin = rng.random()
    for share, firsts, lasts in (
        (0.09, names.TURKISH_FIRST, names.TURKISH_LAST),
        (0.18, names.MOROCCAN_FIRST, names.MOROCCAN_LAST),
        (0.22, names.SURINAMESE_FIRST, names.SURINAMESE_LAST),
        (0.26, names.POLISH_FIRST, names.POLISH_LAST),
    ):
        if origin < share:
            return rng.choice(firsts), "", rng.choice(lasts)
    first = rng.choice(names.DUTCH_FIRST)
    if rng.random() < 0.04:
        return first, "", rng.choice(names.COMPOUND)
    if rng.random() < 0.45:
        particle = rng.choice(list(names.DUTCH_PARTICLES))
        return first, particle, rng.choice(names.DUTCH_PARTICLES[particle])
    return first, "", rng.choice(names.DUTCH_PLAIN)


def town(rng: random.Random) -> str:
    return rng.choice(names.TOWN_HEADS) + rng.choice(names.TOWN_TAILS)


def street(rng: random.Random) -> str:
    return rng.choice(names.STREET_HEADS) + rng.choice(names.STREET_TAILS)


def postcode(rng: random.Random) -> str:
    letters = "ABCDEGHJKLMNPRSTVWXZ"
    while True:
        pair = rng.choice(letters) + rng.choice(letters)
        if pair not in ("SA", "SD", "SS"):
            break
    return f"{rng.randint(1000, 9999)}{rng.choice((' ', ' ', ''))}{pair}"


def person(rng: random.Random, *, home: str | None = None) -> Person:
    first, particle, surname = name_parts(rng)
    born = day_between(rng, date(1958, 1, 1), date(2004, 12, 28))
    hired = day_between(rng, max(date(1990, 1, 1), born + timedelta(days=18 * 366)), date(2026, 6, 1))
    house = str(rng.randint(1, 280)) + rng.choice(("", "", "", "", "a", " bis", "-2", " III"))
    handle = f"{ascii_of(first)}{rng.choice(('.', '_', ''))}{ascii_of(surname)}{rng.choice(('', str(born.year)[2:]))}"
    return Person(
        first=first,
        particle=particle,
        surname=surname,
        is_woman=rng.random() < 0.5,
        born=born,
        bsn=numbers.bsn(rng, leading_zero=rng.random() < 0.1),
        iban=numbers.iban(rng),
        street=street(rng),
        house=house,
        postcode=postcode(rng),
        town=home or town(rng),
        phone=numbers.mobile(rng) if rng.random() < 0.8 else numbers.landline(rng),
        private_mail=f"{handle}@{rng.choice(PRIVATE_MAIL)}",
        staff_number=str(rng.randint(10_000, 899_999)),
        function=rng.choice(names.FUNCTIONS),
        department=rng.choice(names.DEPARTMENTS),
        hired=hired,
        salary_cents=rng.randint(2_250_00, 7_900_00),
    )


def people(rng: random.Random, count: int, *, home: str | None = None) -> list[Person]:
    return [person(rng, home=home) for _ in range(count)]
