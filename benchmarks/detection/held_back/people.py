"""Persons of a made-up world."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from . import names, numbers

MAIL_HOSTS = (
    "gmail.com",
    "hotmail.com",
    "outlook.com",
    "ziggo.nl",
    "kpnmail.nl",
    "home.nl",
    "live.nl",
    "planet.nl",
    "xs4all.nl",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    given: str
    initials: str
    prefix: str
    family: str
    sex: str  # M, V
    born: date
    bsn: str
    iban: str
    street: str
    house: str
    postcode: str
    town: str
    private_mail: str
    mobile: str
    landline: str
    number: str  # personnel number
    started: date
    scale: int
    step: int
    salary: float  # a month, before tax, full time
    hours: float

    @property
    def surname(self) -> str:
        return f"{self.prefix} {self.family}".strip()

    @property
    def full(self) -> str:
        return f"{self.given} {self.surname}"

    @property
    def formal(self) -> str:
        return f"{self.initials} {self.surname}"

    @property
    def sorted_name(self) -> str:
        """`Vries, J. de`."""
        return f"{self.family}, {self.initials} {self.prefix}".strip()

    def work_mail(self, domain: str) -> str:
        return f"{ascii_name(self.initials[0])}.{ascii_name(self.surname)}@{domain}"


def ascii_name(text: str) -> str:
    """Lower case without accents, spaces and apostrophes."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "".join(c for c in plain.lower() if c.isalnum() or c == "-")


def _family(rng: Random) -> tuple[str, str]:
    roll = rng.random()
    if roll < 0.22:
        return "", rng.choice(names.ELSEWHERE)
    if roll < 0.42:
        return rng.choice(names.PREFIXES[:9] + ("",) * 4), rng.choice(names.WORDS)
    if roll < 0.45:
        return rng.choice(names.PREFIXES), rng.choice(names.PLAIN)
    if roll < 0.5:
        return "", f"{rng.choice(names.PLAIN)}-{rng.choice(names.PLAIN)}"
    return "", rng.choice(names.PLAIN)


def random_day(rng: Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randrange((last - first).days))


def make_person(rng: Random, *, born: tuple[int, int] = (1958, 2003)) -> Person:
    """Someone born in the years `born`; one in ten has no private mail of the usual kind."""
    sex = rng.choice("MV")
    given = rng.choice(names.MEN if sex == "M" else names.WOMEN)
    extra = "".join(f"{rng.choice('ABCDEFGHJKLMPRSTW')}." for _ in range(rng.choice((0, 0, 1, 1, 2))))
    prefix, family = _family(rng)
    mail_name = rng.choice(
        (
            f"{ascii_name(given)}.{ascii_name(family)}",
            f"{ascii_name(given)}{ascii_name(prefix + family)}{rng.randrange(60, 99)}",
            f"{ascii_name(given[0])}{ascii_name(prefix + family)}",
            f"fam_{ascii_name(family)}",
        )
    )
    scale = rng.choice((4, 5, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 12))
    step = rng.randrange(0, 12)
    return Person(
        given=given,
        initials=f"{given[0]}." + extra,
        prefix=prefix,
        family=family,
        sex=sex,
        born=random_day(rng, date(born[0], 1, 1), date(born[1], 12, 31)),
        bsn=numbers.bsn(rng),
        iban=numbers.iban(rng),
        street=rng.choice(names.STREETS),
        house=str(rng.randrange(1, 240)) + rng.choice(("", "", "", "", "a", "B", "-2", " bis", " hs", "-III")),
        postcode=numbers.postcode(rng),
        town=rng.choice(names.TOWNS if rng.random() < 0.97 else names.CLIENT_PLACES),
        private_mail=f"{mail_name}@{rng.choice(MAIL_HOSTS)}",
        mobile=numbers.mobile(rng),
        landline=numbers.landline(rng),
        number=str(rng.randrange(10_000, 99_999)),
        started=random_day(rng, date(1998, 1, 1), date(2025, 9, 1)),
        scale=scale,
        step=step,
        salary=round(2050 + scale * 210 + step * 58 + rng.randrange(0, 99) + rng.choice((0, 0.5, 0.37)), 2),
        hours=rng.choice((36, 36, 36, 32, 28, 24, 20, 18, 16, 38, 40)),
    )
