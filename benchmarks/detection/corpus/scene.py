"""What a template writes with: its people, its client, and pens that remember which kinds of data they wrote."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from email.message import EmailMessage

from benchmarks.detection.corpus import names, numbers, people
from benchmarks.detection.corpus.blocks import Block, Extras, Properties, Sheet, Slide
from benchmarks.detection.corpus.cast import Cast, Client
from benchmarks.detection.corpus.formats import mail as mails
from benchmarks.detection.corpus.formats import plain
from benchmarks.detection.corpus.formats.opendocument import odp_of, ods_of, odt_of
from benchmarks.detection.corpus.formats.portable import pdf_of
from benchmarks.detection.corpus.formats.slides import pptx_of
from benchmarks.detection.corpus.formats.word import docx_of
from benchmarks.detection.corpus.formats.workbook import xlsx_of
from benchmarks.detection.corpus.people import Person, long_date
from benchmarks.detection.corpus.template import Paper, Ties

FIRST_DAY, LAST_DAY = date(2024, 2, 1), date(2026, 11, 20)
PROSE = ("docx", "docx", "pdf", "odt", "rtf", "txt", "html")
TABLES = ("xlsx", "xlsx", "xlsx", "csv", "csv", "ods", "tsv")
DRESSED = frozenset({"docx", "xlsx", "pptx", "odt", "ods", "odp", "pdf"})  # formats with properties
LABELLED = frozenset({"docx", "xlsx", "pptx"})  # formats with sensitivity labels
LOOSE_FOLDERS = ("Downloads", "Downloads", "Bureaublad", "Documenten", "Documenten/Diversen", "Documenten/Werk", "Temp")
PRIVATE_FOLDERS = ("Documenten/Privé", "Documenten/Thuis", "Downloads", "Documenten/Administratie", "Bureaublad")
UNKNOWN_ORGANISATIONS = ("Gemeente", "Stichting", "Zorgcentrum", "Waterschap", "Basisschool", "Bureau")


class Scene:
    """One document in the making. `kinds` fills up while the pens write; `is_told` says whether anything tells the client."""

    def __init__(self, cast: Cast, rng: random.Random, ties: Ties, *, hard: str | None = None) -> None:
        self.cast, self.rng, self.hard = cast, rng, hard
        self.owner, self.consultant = cast.owner, cast.consultant
        self.client: Client = rng.choice(cast.clients)
        self.kinds: set[str] = set()
        self.is_told = False
        self.ties = _drawn_ties(rng, ties)
        self.day = people.day_between(rng, FIRST_DAY, LAST_DAY)
        self._elsewhere = f"{rng.choice(UNKNOWN_ORGANISATIONS)} {people.town(rng)}"
        self.origin_url: str | None = None
        self.referrer_url: str | None = None

    # What there is

    def person(self) -> Person:
        return people.person(self.rng, home=self._home())

    def people(self, least: int, most: int) -> list[Person]:
        return people.people(self.rng, self.rng.randint(least, most), home=self._home())

    def contact(self) -> Person:
        """Somebody who works at the client."""
        return self.rng.choice(self.client.staff)

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
        """People of a municipality mostly live there, but only where the paper may tell whose it is."""
        if self.client.branch != "municipality" or not self.ties or self.rng.random() < 0.5:
            return None
        self.is_told = True
        return self.client.registered.variants[0]

    # Whose it is

    def organisation(self) -> str:
        """The name at the head of the paper: the client's, or that of one that is not registered."""
        if not self.ties:
            return self._elsewhere
        self.is_told = True
        return self.rng.choice((self.client.name, self.client.name, *self.client.registered.variants))

    @property
    def domain(self) -> str:
        """The domain of mail of the organisation."""
        if not self.ties:
            return f"{people.ascii_of(self._elsewhere)}.example"
        self.is_told = True
        return self.client.domain

    def organisation_mail(self, *boxes: str) -> str:
        return self.ink("email", f"{self.rng.choice(boxes or ('info', 'contact', 'klantcontact'))}@{self.domain}")

    def organisation_address(self) -> str:
        return self.address(self.client.house_style)

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

    def written(self, day: date) -> str:
        return self.rng.choice((f"{day:%d-%m-%Y}", f"{day.day}-{day.month}-{day.year}", long_date(day), f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}"))

    # Papers

    def prose(
        self, stem: str, blocks: Sequence[Block], formats: Sequence[str] = PROSE, *, extras: Extras | None = None, hidden: bool = False
    ) -> Paper:
        """A text document in one of the formats."""
        suffix = self.rng.choice(formats)
        properties = self._properties(suffix)
        if suffix == "docx":
            content = docx_of(blocks, properties, extras)
        elif suffix == "odt":
            content = odt_of(blocks, properties)
        elif suffix == "pdf":
            content = pdf_of(blocks, properties)
        else:
            content = _text_format(suffix, blocks, self.rng)
        return self.paper(f"{stem}.{suffix}", content, hidden=hidden)

    def workbook(self, stem: str, sheets: Sequence[Sheet], formats: Sequence[str] = TABLES, *, hidden: bool = False) -> Paper:
        """A workbook, or its first sheet as delimited text."""
        suffix = self.rng.choice(formats)
        if suffix in ("csv", "tsv", "txt"):
            delimiter = "\t" if suffix == "tsv" else self.rng.choice((";", ";", ",", "|"))
            encoding = self.rng.choice(("utf-8", "utf-8-sig", "cp1252", "utf-16"))
            content = plain.delimited(sheets[0].rows, delimiter=delimiter, encoding=encoding, quoted=self.chance(0.3))
        else:
            properties = self._properties(suffix)
            content = ods_of(sheets, properties) if suffix == "ods" else xlsx_of(sheets, properties)
        return self.paper(f"{stem}.{suffix}", content, hidden=hidden)

    def slides(self, stem: str, slides: Sequence[Slide], formats: Sequence[str] = ("pptx", "pptx", "odp"), *, hidden: bool = False) -> Paper:
        suffix = self.rng.choice(formats)
        properties = self._properties(suffix)
        content = odp_of(slides, properties) if suffix == "odp" else pptx_of(slides, properties)
        return self.paper(f"{stem}.{suffix}", content, hidden=hidden)

    def mail(self, stem: str, message: EmailMessage, *, hidden: bool = False) -> Paper:
        return self.paper(f"{stem}.eml", message.as_bytes(), hidden=hidden)

    def letter_mail(
        self, *, sender: Person, sender_mail: str, to: Person, to_mail: str, subject: str, body: str, attachments: Sequence[tuple[str, bytes]] = ()
    ) -> EmailMessage:
        """A message between two people; its headers name both."""
        self.kinds |= {"name", "email"}
        stamp = f"{('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[self.day.weekday()]}, {self.day.day:02d} {_MONTHS[self.day.month - 1]} {self.day.year} 09:{self.rng.randint(10, 59)}:00 +0100"
        return mails.message(
            sender=f"{sender.full} <{sender_mail}>", to=f"{to.full} <{to_mail}>", subject=subject, body=body, date=stamp, attachments=attachments
        )

    def paper(self, name: str, content: bytes, *, hidden: bool = False, folder: str | None = None) -> Paper:
        """Lay the document somewhere. A tie that nothing in it tells is told by its origin, its folder or its name."""
        if "origin" in self.ties and self.origin_url is None:
            self.origin_url, self.referrer_url = self._client_address(name)
            self.is_told = True
        place = folder or self.rng.choice(LOOSE_FOLDERS)
        if self.ties and not self.is_told:
            self.is_told = True
            called = self.rng.choice((self.client.name, *self.client.registered.variants))
            if self.chance(0.5):
                place = self.rng.choice((f"Documenten/Projecten/{called}", f"Klanten/{called}/Ontvangen", f"Documenten/{called}"))
            else:
                name = f"{called} - {name}"
        return Paper(
            name=name.replace("/", "-"),
            content=content,
            folder=place,
            hard=self.hard,
            hidden=hidden,
            origin_url=self.origin_url,
            referrer_url=self.referrer_url,
        )

    def private(self, paper: Paper) -> Paper:
        """The same paper among the consultant's own."""
        return replace(paper, folder=self.rng.choice(PRIVATE_FOLDERS))

    def from_website(self, *, host: str | None = None) -> None:
        """It was downloaded from a public website: of the client, unless another host is given."""
        host = host or self.rng.choice((f"www.{self.client.domain}", self.client.domain))
        self.is_told |= host.endswith(self.client.domain)
        self.origin_url = f"https://{host}/{self.rng.choice(('documenten', 'bestanden', 'publicaties'))}/{self.rng.randint(100, 999)}"
        self.referrer_url = f"https://{host}/"

    def _client_address(self, name: str) -> tuple[str | None, str | None]:
        """An address in the client's environment, and the page that led to it."""
        registered = self.client.registered
        path = name.replace(" ", "%20")
        host = self.rng.choice((registered.hosts[0], registered.hosts[0], registered.hosts[-1], f"portaal.{self.client.domain}", registered.processor_domains[0]))
        if host.endswith(".sharepoint.com"):
            return f"https://{host}/sites/team{self.rng.randint(2, 40)}/_layouts/15/download.aspx?file={path}", f"https://{host}/"
        if self.chance(0.2):
            return None, f"https://{host}/export"
        return f"https://{host}/export/{self.rng.randint(1000, 9999)}/{path}", f"https://{host}/" if self.chance(0.6) else None

    def _properties(self, suffix: str) -> Properties:
        if suffix not in DRESSED:
            return Properties()
        author = self.contact().full if "name" in self.kinds and self.ties else self.rng.choice(("", "Gebruiker", "Administrator"))
        properties = Properties(author=author, changed_by=author)
        if "property" in self.ties:
            self.is_told = True
            properties = replace(properties, company=self.client.name)
        if "label" in self.ties and suffix in LABELLED:
            self.is_told = True
            properties = replace(properties, label_tenant=self.client.registered.tenant_ids[0], label_part=self.chance(0.4))
        return properties

    def firm_properties(self, *, labelled: bool = False) -> Properties:
        """Those of a document that the consultant made."""
        author = self.consultant.full if "name" in self.kinds else ""
        tenant = self.owner.tenant_ids[0] if labelled else ""
        return Properties(author=author, changed_by=author, company=self.owner.firm, label_tenant=tenant)


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TIES: Mapping[Ties, tuple[tuple[str, ...], ...]] = {
    "none": ((),),
    "words": (("words",), ("words",), ("property", "words")),
    "strong": (("origin",), ("origin",), ("label",), ("origin", "property")),
    "any": (("origin",), ("origin",), ("origin", "words"), ("label",), ("property",), ("words",), ("words",), (), ()),
}


def _drawn_ties(rng: random.Random, ties: Ties) -> frozenset[str]:
    return frozenset(rng.choice(_TIES[ties]))


def _text_format(suffix: str, blocks: Sequence[Block], rng: random.Random) -> bytes:
    if suffix == "rtf":
        return plain.rtf_of(blocks)
    if suffix == "html":
        return plain.html_of(blocks)
    if suffix == "md":
        return plain.markdown(blocks)
    assert suffix in ("txt", "log"), suffix
    return plain.text_document(blocks, encoding=rng.choice(("utf-8", "utf-8", "cp1252", "utf-16")))


def euros(cents: int) -> str:
    """As 3.456,78."""
    return f"{Decimal(cents) / 100:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def supplier(rng: random.Random) -> str:
    return rng.choice(names.SUPPLIERS)
