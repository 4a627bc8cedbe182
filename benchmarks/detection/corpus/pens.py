"""Pens that write values of people and remember which kinds of data they wrote, and for whom."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from benchmarks.detection.corpus import names, numbers, people
from benchmarks.detection.corpus.cast import Cast, Client
from benchmarks.detection.corpus.people import Person, long_date
from benchmarks.detection.corpus.template import Ties

FIRST_DAY, LAST_DAY = date(2024, 2, 1), date(2026, 11, 20)
UNKNOWN_ORGANISATIONS = ("Gemeente", "Stichting", "Zorgcentrum", "Waterschap", "Basisschool", "Bureau")


class Pens:
    """`kinds` fills up while the pens write; `is_told` says whether anything tells the client; `ties`: how it will be."""

    def __init__(self, cast: Cast, rng: random.Random, ties: Ties) -> None:
        self.cast, self.rng = cast, rng
        self.owner, self.consultant = cast.owner, cast.consultant
        self.client: Client = rng.choice(cast.clients)
        self.kinds: set[str] = set()
        self.met: list[Person] = []  # everybody who was made up for this document
        self.is_told = False
        self.ties = frozenset(rng.choice(_TIES[ties]))
        self.day = people.day_between(rng, FIRST_DAY, LAST_DAY)
        self.elsewhere = f"{rng.choice(UNKNOWN_ORGANISATIONS)} {people.town(rng)}"
        self._strangers = people.people(rng, 14)

    # What there is

    def person(self) -> Person:
        return self.people(1, 1)[0]

    def people(self, least: int, most: int) -> list[Person]:
        made = people.people(self.rng, self.rng.randint(least, most), home=self._home())
        self.met += made
        return made

    def contact(self) -> Person:
        """Somebody who works at the organisation."""
        return self.rng.choice(self.staff)

    @property
    def staff(self) -> Sequence[Person]:
        return self.client.staff if self.ties else self._strangers

    def colleague(self) -> Person:
        return self.rng.choice(self.cast.colleagues)

    def pick(self, *choices: str) -> str:
        return self.rng.choice(choices)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def day_near(self, days: int = 200) -> date:
        return self.day - timedelta(days=self.rng.randint(0, days))

    def at_branch(self, *branches: str) -> None:
        """Take a client of one of these branches."""
        self.client = self.rng.choice([client for client in self.cast.clients if client.branch in branches])

    def _home(self) -> str | None:
        """People of a municipality mostly live there, where the paper may tell whose it is. A town alone tells too little."""
        if self.client.branch != "municipality" or not self.ties or self.rng.random() < 0.5:
            return None
        return self.client.registered.variants[0]

    # Whose it is

    def organisation(self) -> str:
        """The name at the head of the paper: the client's, or that of one that is not registered."""
        if not self.ties:
            return self.elsewhere
        self.is_told = True
        called = self.rng.choice((self.client.name, self.client.name, *self.client.registered.variants))
        return called.upper() if self.chance(0.08) else called

    @property
    def domain(self) -> str:
        """The domain of mail of the organisation."""
        if not self.ties:
            return f"{people.ascii_of(self.elsewhere)}.example"
        self.is_told = True
        return self.client.domain

    def organisation_mail(self, *boxes: str) -> str:
        return self.ink("email", f"{self.rng.choice(boxes or ('info', 'contact', 'klantcontact'))}@{self.domain}")

    def organisation_address(self, joint: str = ", ") -> str:
        return self.address(self.client.house_style, joint)

    # Pens

    def ink(self, kind: str, text: str) -> str:
        self.kinds.add(kind)
        return text

    def name(self, person: Person, style: str = "full") -> str:
        """`style`: full, formal, listed, titled, last, first."""
        text: str = getattr(person, style)
        return self.ink("name", text)

    def bsn(self, person: Person) -> str:
        return self.ink("bsn", numbers.bsn_notation(self.rng, person.bsn))

    def iban(self, number: str) -> str:
        return self.ink("iban", numbers.iban_notation(self.rng, number))

    def phone(self, number: str) -> str:
        return self.ink("phone", numbers.phone_notation(self.rng, number))

    def private_mail(self, person: Person) -> str:
        return self.ink("email", person.private_mail)

    def work_mail(self, person: Person) -> str:
        return self.ink("email", person.work_mail(self.domain))

    def firm_mail(self, person: Person) -> str:
        return self.ink("email", person.work_mail(self.owner.domains[0]))

    def address(self, person: Person, joint: str = ", ") -> str:
        return self.ink("address", f"{person.street_line}{joint}{person.town_line}")

    def born(self, person: Person) -> str:
        return self.ink("date_of_birth", self.written(person.born))

    def salary(self, cents: int) -> str:
        return self.ink("salary", euros(cents))

    def staff_number(self, person: Person) -> str:
        return self.ink("employee_number", person.staff_number)

    def written(self, day: date) -> str:
        layouts = (
            f"{day:%d-%m-%Y}",
            f"{day.day}-{day.month}-{day.year}",
            long_date(day),
            f"{day:%d/%m/%Y}",
            f"{day:%d.%m.%Y}",
        )
        return self.rng.choice(layouts)

    def supplier(self) -> str:
        return self.rng.choice(names.SUPPLIERS)


_TIES: dict[Ties, tuple[tuple[str, ...], ...]] = {
    "none": ((),),
    "words": (("words",), ("words",), ("property", "words")),
    "strong": (("origin",), ("origin",), ("label",), ("origin", "property")),
    "any": (("origin",), ("origin",), ("origin", "words"), ("label",), ("property",), ("words",), ("words",), (), ()),
}


def euros(cents: int) -> str:
    """As 3.456,78."""
    return f"{Decimal(cents) / 100:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
