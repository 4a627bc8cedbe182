"""Who plays on the laptop: the consultant, the firm, its colleagues, and the registered clients with their environments."""

from __future__ import annotations

import random
import uuid
from dataclasses import dataclass

from benchmarks.detection.corpus import names, numbers, people
from benchmarks.detection.corpus.people import Person
from benchmarks.detection.labels import Owner, RegisteredClient


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A registered client, and the people who work there."""

    registered: RegisteredClient
    branch: str  # "municipality", "care", "housing", "school", "company"
    staff: tuple[Person, ...]
    house_style: Person  # only its address and phone are used: those of the organisation itself

    @property
    def name(self) -> str:
        return self.registered.name

    @property
    def domain(self) -> str:
        return self.registered.domains[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    owner: Owner
    consultant: Person
    colleagues: tuple[Person, ...]
    firm_address: Person
    firm_iban: str
    clients: tuple[Client, ...]


def make_cast(seed: int) -> Cast:
    rng = random.Random(f"cast/{seed}")
    firm = rng.choice(names.FIRMS)
    domain = f"{people.ascii_of(firm)}.example"
    consultant = people.person(rng)
    owner = Owner(
        name=consultant.full,
        mail=consultant.work_mail(domain),
        firm=firm,
        domains=(domain,),
        tenant_ids=(_uuid(rng),),
        ibans=(consultant.iban,),
    )
    return Cast(
        owner=owner,
        consultant=consultant,
        colleagues=tuple(people.people(rng, 9)),
        firm_address=people.person(rng),
        firm_iban=numbers.iban(rng),
        clients=_clients(rng),
    )


def _clients(rng: random.Random) -> tuple[Client, ...]:
    tail = rng.choice(("drecht", "rade", "vliet", "akker"))  # no tail of other towns: an address names no client
    one, other, third = rng.sample(names.TOWN_HEADS, 3)
    trees = rng.sample(("Linde", "Esdoorn", "Beuk", "Kastanje", "Wilg", "Eik"), 3)
    pair = rng.sample(("Vos", "Koning", "Bakker", "Groen", "Prins", "Vogel"), 2)
    near, far, care, home = f"{one}{tail}", f"{other}{tail}", trees[0], f"{third}borg"
    school, company = f"{trees[1]}veld", f"{pair[0]} & {pair[1]} Logistiek"
    joined = f"{pair[0]} en {pair[1]} Logistiek"
    described: tuple[tuple[str, str, tuple[str, ...], str, str], ...] = (
        ("municipality", f"Gemeente {near}", (near,), near, "zaaksysteem Delta"),
        ("municipality", f"Gemeente {far}", (far, f"Gem. {far}"), far, "programma Zilveren Draad"),
        (
            "care",
            f"Zorggroep De {care}",
            (f"Stichting Zorggroep De {care}", f"ZGD{care[0]}"),
            f"zorggroepde{care}",
            "ECD Lucerna",
        ),
        ("care", f"Woonzorg {care}hof", (f"St. Woonzorg {care}hof",), f"woonzorg{care}hof", "project Morgenrood"),
        ("housing", f"Woningstichting {home}", (f"{home} Wonen",), f"{home}wonen", "project Sleutelbos"),
        ("school", f"Scholengroep {school}", (f"SG {school}",), f"sg{school}", "Traject Kompasroos"),
        ("company", f"{company} B.V.", (company, joined), f"{pair[0]}{pair[1]}", "Operatie Wisselspoor"),
    )
    return tuple(_client(rng, *one_client) for one_client in described)


def _client(rng: random.Random, branch: str, name: str, variants: tuple[str, ...], stem: str, keyword: str) -> Client:
    host = people.ascii_of(stem)
    staff = tuple(people.people(rng, 14))
    domain = f"{host}.example"
    service = rng.choice(("salaris", "loonbureau", "payroll", "verzuim"))
    bureau = rng.choice(("deburcht", "noorderlicht", "tandem", "vierkant", "ankerplaats"))
    registered = RegisteredClient(
        name=name,
        variants=variants,
        domains=(domain,),
        tenant_ids=(_uuid(rng),),
        keywords=(keyword,),
        hosts=(f"{host}.sharepoint.com", f"{host}-my.sharepoint.com"),
        processor_domains=(f"{service}-{bureau}-{host[:4]}.example",),
        contacts=tuple((person.full, person.work_mail(domain)) for person in staff[:2]),
    )
    return Client(registered=registered, branch=branch, staff=staff, house_style=people.person(rng))


def _uuid(rng: random.Random) -> str:
    return str(uuid.UUID(int=rng.getrandbits(128), version=4))
