"""Invented persons and organisations with numbers that pass their checks."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from benchmarks.detection.unseen.names import (
    MAIL_HOSTS,
    MEN,
    ORGANISATIONS,
    PLACES,
    PREFIXED,
    STREETS,
    SURNAMES,
    WOMEN,
    WORDS,
)

BANKS: Final = ("RABO", "INGB", "ABNA", "SNSB", "TRIO", "ASNB", "KNAB", "BUNQ", "RBRB")
AREA_CODES: Final = ("0592", "0299", "0344", "0187", "038", "050", "0475", "0318", "010", "0522")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    street: str
    number: str
    postcode: str  # without a space
    town: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    first: str
    initials: str
    infix: str
    surname: str
    female: bool
    born: date
    bsn: str
    iban: str
    landline: str
    mobile: str
    home: Place
    mail: str
    staff_number: int
    wage: int  # gross a month, euro
    document: str
    started: date

    @property
    def last(self) -> str:
        return f"{self.infix} {self.surname}".strip()

    @property
    def full(self) -> str:
        return f"{self.first} {self.last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    sort: str
    name: str
    variants: tuple[str, ...]
    domain: str
    office: Place
    phone: str
    iban: str
    tenant: str


def bsn(rng: Random) -> str:
    """Nine digits that pass the eleven-proof."""
    while True:
        digits = [rng.choice((0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9)), *(rng.randrange(10) for _ in range(7))]
        check = sum(digit * weight for digit, weight in zip(digits, range(9, 1, -1), strict=True)) % 11
        if check < 10 and (digits[0] or digits[1]):
            return "".join(map(str, [*digits, check]))


def iban(rng: Random) -> str:
    bank, account = rng.choice(BANKS), f"0{rng.randrange(10**8, 10**9)}"
    letters = "".join(str(int(sign, 36)) for sign in f"{bank}{account}NL00")
    return f"NL{98 - int(letters) % 97:02d}{bank}{account}"


def plain(text: str) -> str:
    """Lower-case letters and digits only, for addresses."""
    bare = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return "".join(sign for sign in bare if sign.isalnum())


def place(rng: Random, town: str | None = None) -> Place:
    return Place(
        street=rng.choice(STREETS).replace("_", " "),
        number=f"{rng.randrange(1, 260)}{rng.choice(('', '', '', '', 'a', 'B', '-2', ' bis', ' III'))}",
        postcode=f"{rng.randrange(1011, 9998)}{rng.choice('ABCDEGHJKLMNPRTVWXZ')}{rng.choice('BCEGHJKLMNPRTVWXZ')}",
        town=town or rng.choice(PLACES),
    )


def person(rng: Random, born_between: tuple[int, int] = (1958, 2003)) -> Person:
    female = rng.random() < 0.5
    first = rng.choice(WOMEN if female else MEN)
    infix, surname = rng.choice(PREFIXED) if rng.random() < 0.3 else ("", rng.choice(SURNAMES))
    first_day = date(rng.randrange(*born_between), 1, 1)
    extra = "".join(f"{rng.choice('ABCDEFGHJKLMNPRSTW')}." for _ in range(rng.choice((0, 0, 1, 1, 2))))
    dot, year = rng.choice((".", "_", "")), rng.randrange(60, 99)
    return Person(
        first=first,
        initials=f"{first[0]}.{extra}",
        infix=infix,
        surname=surname,
        female=female,
        born=first_day + timedelta(days=rng.randrange(365)),
        bsn=bsn(rng),
        iban=iban(rng),
        landline=f"{rng.choice(AREA_CODES)}-{rng.randrange(200000, 999999)}",
        mobile=f"06{rng.randrange(10_000_000, 59_999_999)}",
        home=place(rng),
        mail=f"{plain(first)}{dot}{plain(infix + surname)}{rng.choice(('', '', str(year)))}@{rng.choice(MAIL_HOSTS)}",
        staff_number=rng.randrange(1000, 99999),
        wage=rng.randrange(2150, 7900),
        document="".join(map(rng.choice, ("NIBP", "XUVWRP", "ABCDEFHKLR", *["0123456789"] * 5, "123456789"))),
        started=date(rng.randrange(1998, 2025), rng.randrange(1, 13), 1),
    )


def organisation(rng: Random, sort: str | None = None) -> Organisation:
    kind, pattern, variants = rng.choice([known for known in ORGANISATIONS if sort in (None, known[0])])
    town, word = rng.choice(PLACES), rng.choice(WORDS)
    name = pattern.format(place=town, word=word)
    bare = plain(name.replace("B.V.", "").replace("N.V.", ""))
    return Organisation(
        sort=kind,
        name=name,
        variants=tuple(variant.format(place=town, word=word) for variant in variants),
        domain=f"{bare}.nl",
        office=place(rng, town),
        phone=f"{rng.choice(AREA_CODES)}-{rng.randrange(200000, 999999)}",
        iban=iban(rng),
        tenant="-".join(f"{rng.getrandbits(4 * size):0{size}x}" for size in (8, 4, 4, 4, 12)),
    )
