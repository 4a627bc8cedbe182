"""The consultant, the firm and the organisations of one laptop. All of them are made up."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.detection.labels import Owner, RegisteredClient

from . import names, numbers
from .people import Person, ascii_name, make_person

# name, short name, sector, domain, keywords. Neighbours in the list have names that are easily mixed up.
POOL: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = (
    ("Gemeente Wederveen", "Wederveen", "gemeente", "wederveen-gemeente.nl", ("Programma Kompas",)),
    ("Gemeente Wedervenerland", "Wedervenerland", "gemeente", "wedervenerland.nl", ("Wednet",)),
    ("Gemeente Zilverbeek", "Zilverbeek", "gemeente", "gemeentezilverbeek.nl", ("Project Otter",)),
    ("Waterschap Zilverbeek en Vliet", "WZV", "waterschap", "wszilverbeek.nl", ("Dijkgraafdossier", "WZV-HR2")),
    ("Odulphus Ziekenhuisgroep", "Odulphus", "ziekenhuis", "odulphusziekenhuis.nl", ("OZG", "Project Hartslag")),
    ("Stichting Odulphusschool", "Odulphusschool", "school", "odulphusschool.nl", ("Schoolkompas",)),
    ("Stichting Zorggroep De Lindenhorst", "Lindenhorst", "zorg", "delindenhorst.nl", ("ZGL",)),
    ("Woonstichting Lindehorst", "Lindehorst", "woningcorporatie", "woonlindehorst.nl", ("Huurwerk",)),
    ("Ziekenhuis Rijnsterwolde", "ZRW", "ziekenhuis", "zrw-zorg.nl", ("Rooster Anders",)),
    ("Wooncorporatie Rijnsterpoort", "Rijnsterpoort", "woningcorporatie", "rijnsterpoort.nl", ("Poortproject",)),
    ("Veerkamp Machinefabriek B.V.", "Veerkamp", "fabriek", "veerkamp-machines.nl", ("VKM", "Project Frees")),
    ("Veerkamp & Zn. Transport B.V.", "Veerkamp Transport", "fabriek", "veerkamptransport.nl", ("Rittenplan",)),
    ("Omgevingsdienst Noorderkogge", "ODNK", "gemeente", "odnoorderkogge.nl", ("ODNK",)),
    ("Scholengroep Noorderkogge", "SGN", "school", "scholengroepnk.nl", ("Leerlijn 26",)),
    ("Jeugdzorg Haarlerbroek", "JZH", "zorg", "jeugdzorghaarlerbroek.nl", ("Project Vlinder",)),
    ("GGZ Eemwoude", "GGZ Eemwoude", "zorg", "ggzeemwoude.nl", ("EPD-Next",)),
    ("Hoogheemraadschap Reestdal", "HHR", "waterschap", "hhreestdal.nl", ("Reest2030",)),
    ("Koninklijke Verfindustrie Poelhuizen N.V.", "KVP", "fabriek", "kvp-coatings.nl", ("Pigment", "KVP")),
    ("Hogeschool Vlietstede", "HSV", "school", "hsvlietstede.nl", ("Studielink-koppeling Vlietstede",)),
    ("Veiligheidsregio Westerhoorn", "VRWH", "gemeente", "vrwesterhoorn.nl", ("VRWH",)),
)
FIRMS = (
    ("Kade Negen Advies", "kadenegen.nl"),
    ("Meridiaan HR & Organisatie", "meridiaan-hro.nl"),
    ("Bureau Tegenlicht", "bureautegenlicht-advies.nl"),
    ("Noordhoek & Partners", "noordhoekpartners.nl"),
)
FUNCTIONS = {
    "gemeente": "beleidsmedewerker sociaal domein;consulent Werk en Inkomen;medewerker burgerzaken;BOA;teamleider "
    "KCC;HR-adviseur;"
    "medewerker salarisadministratie;planeconoom;griffiemedewerker;juridisch "
    "adviseur;ICT-beheerder;buitendienstmedewerker",
    "waterschap": (
        "peilbeheerder;hydroloog;muskusrattenbestrijder;procestechnoloog;adviseur "
        "waterkeringen;HR-adviseur;heffingsmedewerker"
    ),
    "ziekenhuis": "verpleegkundige;verpleegkundige niveau 6;OK-assistent;poliklinisch "
    "assistent;doktersassistent;anesthesiemedewerker;"
    "klinisch chemicus;voedingsassistent;medisch secretaresse;HR-adviseur;planner",
    "school": "docent Nederlands;docent wiskunde;leerkracht groep 5;leerkracht groep 7;intern "
    "begeleider;conciërge;onderwijsassistent;"
    "teamleider onderbouw;roostermaker;administratief medewerker",
    "zorg": "verzorgende IG;helpende;wijkverpleegkundige;persoonlijk "
    "begeleider;activiteitenbegeleider;psycholoog;teamcoach;planner;"
    "medewerker zorgadministratie;kok",
    "woningcorporatie": (
        "verhuurconsulent;opzichter;wijkbeheerder;incassomedewerker;vastgoedadviseur;sociaal beheerder;klantadviseur"
    ),
    "fabriek": (
        "CNC-frezer;lasser;monteur;heftruckchauffeur;werkvoorbereider;chef "
        "magazijn;inkoper;kwaliteitscontroleur;chauffeur;HR-officer"
    ),
}
DEPARTMENTS = {
    "gemeente": "Publiekszaken;Sociaal Domein;Bedrijfsvoering;Ruimte;Griffie;Financiën;Buitendienst",
    "waterschap": "Waterbeheer;Zuivering;Waterkeringen;Belastingen;Bedrijfsvoering",
    "ziekenhuis": (
        "Cardiologie;Spoedeisende Hulp;Verpleegafdeling C3;OK-complex;Polikliniek "
        "Oogheelkunde;Lab;Personeel & Organisatie"
    ),
    "school": "Onderbouw;Bovenbouw;Locatie Kerkepad;Locatie Singel;Bestuursbureau;Ondersteuning",
    "zorg": "Team Wijk Noord;Team Wijk Zuid;Locatie De Hof;Locatie Zonnehoek;Dagbesteding;Bedrijfsbureau",
    "woningcorporatie": "Verhuur;Vastgoed;Leefbaarheid;Klantcontact;Financiën",
    "fabriek": "Productie hal 1;Productie hal 2;Expeditie;Engineering;Kantoor;Kwaliteitsdienst",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation, registered as client or not. `processor`: host of the party that works for it."""

    name: str
    short: str
    sector: str
    domain: str
    keywords: tuple[str, ...]
    tenant: str
    sharepoint: str
    host: str
    processor: str
    street: str
    postcode: str
    town: str
    phone: str
    iban: str
    kvk: str
    contacts: tuple[Person, ...]

    @property
    def functions(self) -> list[str]:
        return FUNCTIONS[self.sector].split(";")

    @property
    def departments(self) -> list[str]:
        return DEPARTMENTS[self.sector].split(";")

    @property
    def registered(self) -> RegisteredClient:
        bare = self.name.replace("B.V.", "").replace("N.V.", "").replace("Stichting ", "").strip()
        return RegisteredClient(
            name=self.name,
            variants=tuple(dict.fromkeys(v for v in (self.short, bare) if v != self.name)),
            domains=(self.domain,),
            tenant_ids=(self.tenant,),
            keywords=self.keywords,
            hosts=(self.sharepoint, self.host),
            processor_domains=(self.processor,),
            contacts=tuple((c.full, c.work_mail(self.domain)) for c in self.contacts),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything a document can be about. `clients` are registered, `others` are not."""

    me: Person
    firm: str
    firm_domain: str
    firm_tenant: str
    firm_iban: str
    firm_street: str
    firm_postcode: str
    firm_town: str
    firm_phone: str
    firm_kvk: str
    colleagues: tuple[Person, ...]
    clients: tuple[Organisation, ...]
    others: tuple[Organisation, ...]

    @property
    def my_mail(self) -> str:
        return self.me.work_mail(self.firm_domain)

    @property
    def owner(self) -> Owner:
        return Owner(
            name=self.me.full,
            mail=self.my_mail,
            firm=self.firm,
            domains=(self.firm_domain,),
            tenant_ids=(self.firm_tenant,),
            ibans=(self.me.iban, self.firm_iban),
        )


def guid(rng: Random) -> str:
    digits = f"{rng.getrandbits(128):032x}"
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"


def _organisation(rng: Random, row: tuple[str, str, str, str, tuple[str, ...]]) -> Organisation:
    name, short, sector, domain, keywords = row
    stem = ascii_name(domain.rsplit(".", 1)[0])
    return Organisation(
        name=name,
        short=short,
        sector=sector,
        domain=domain,
        keywords=keywords,
        tenant=guid(rng),
        sharepoint=f"{stem.replace('-', '')}.sharepoint.com",
        host=rng.choice(
            (f"{rng.randrange(40000, 89999)}.afasinsite.nl", f"{stem}.youforce.biz", f"{stem}-hcm.ondemand.com")
        ),
        processor=(
            f"{rng.choice(('salarisservice', 'arbodienst', 'loonbureau', 'hrdiensten'))}-{stem[:9].strip('-')}.nl"
        ),
        street=f"{rng.choice(names.STREETS)} {rng.randrange(1, 90)}",
        postcode=numbers.postcode(rng),
        town=rng.choice(names.TOWNS),
        phone=numbers.landline(rng),
        iban=numbers.iban(rng),
        kvk=str(rng.randrange(10_000_000, 89_999_999)),
        contacts=tuple(make_person(rng, born=(1962, 1994)) for _ in range(3)),
    )


def make_world(seed: int) -> World:
    """Nine clients of the pool, in pairs with like names, so that no stranger is called like a client."""
    rng = Random(f"world {seed}")
    organisations = [_organisation(rng, row) for row in POOL]
    chosen = {i for first in rng.sample(range(0, 16, 2), 4) for i in (first, first + 1)}
    chosen.add(rng.randrange(16, len(POOL)))
    firm, domain = rng.choice(FIRMS)
    return World(
        me=make_person(rng, born=(1965, 1996)),
        firm=firm,
        firm_domain=domain,
        firm_tenant=guid(rng),
        firm_iban=numbers.iban(rng),
        firm_street=f"{rng.choice(names.STREETS)} {rng.randrange(1, 90)}",
        firm_postcode=numbers.postcode(rng),
        firm_town=rng.choice(names.TOWNS),
        firm_phone=numbers.landline(rng),
        firm_kvk=str(rng.randrange(10_000_000, 89_999_999)),
        colleagues=tuple(make_person(rng, born=(1965, 1999)) for _ in range(6)),
        clients=tuple(o for i, o in enumerate(organisations) if i in chosen),
        others=tuple(o for i, o in enumerate(organisations) if i not in chosen),
    )
