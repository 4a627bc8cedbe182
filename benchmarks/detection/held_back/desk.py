"""What a template works with: chance, the world, notations of this one file, and values that note themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from random import Random
from typing import TypeVar

from . import numbers
from .content import Content
from .people import Person, make_person, random_day
from .world import Organisation, World, guid
from .writers import binary, legacy, mail, outlook, pdf, sheets, tables, texts, word
from .writers.mail import Mail
from .writers.parts import Block, Book, Document, Label, Para, Properties, Row, Sheet

T = TypeVar("T")
PAPERS = ("docx",) * 4 + ("pdf",) * 3 + ("odt", "rtf", "doc", "html")
TABLES = ("xlsx",) * 4 + ("csv",) * 3 + ("ods", "tsv", "xls-html", "xls", "xlsb", "html", "xml")
TODAY = date(2025, 11, 20)
SEAL = "Vertrouwelijk"
GENERIC_AUTHORS = (
    "",
    "Gebruiker",
    "P&O",
    "Applicatiebeheer",
    "Beheerder",
    "HP",
    "Microsoft Office-gebruiker",
    "Secretariaat",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file before it lies in its folder."""

    name: str
    data: bytes
    client: str | None = None
    folder: str = ""
    hard: str | None = None
    hidden: bool = False
    origin_url: str | None = None
    referrer_url: str | None = None


class Desk:
    """One template's work on one file; everything random comes from `rng`."""

    def __init__(self, rng: Random, world: World) -> None:
        self.rng = rng
        self.world = world
        self.content = Content()
        self.me = world.me
        self.client = rng.choice(world.clients)
        self.other = rng.choice(world.others)
        self.bsn_notation = rng.choice(("plain", "plain", "plain", "dots", "threes", "spaces", "dashes", "short"))
        self.iban_notation = rng.choice(("plain", "plain", "fours", "fours", "bank", "dots", "lower"))
        self.phone_notation = rng.choice(
            ("plain", "dash", "dash", "space", "pairs", "country", "tight", "trunk", "brackets")
        )
        self.date_notation = rng.choice(numbers.DATE_NOTATIONS)

    def organisation(self, sectors: tuple[str, ...], *, registered: bool) -> Organisation:
        """The client, or the organisation that is none, of this file; of one of `sectors` if there is such a one."""
        fitting = [o for o in (self.world.clients if registered else self.world.others) if o.sector in sectors]
        if fitting:
            return self.rng.choice(fitting)
        return self.client if registered else self.other

    # Chance

    def pick(self, *options: T) -> T:
        return self.rng.choice(options)

    def one(self, *makers: Callable[[], T]) -> T:
        """One of several texts; only that one is made, so that only its values are noted."""
        return self.rng.choice(makers)()

    def chance(self, part: float) -> bool:
        return self.rng.random() < part

    def some(self, options: Sequence[T], low: int, high: int | None = None) -> list[T]:
        count = min(self.rng.randint(low, high or low), len(options))
        return self.rng.sample(list(options), count)

    def count(self, low: int, high: int) -> int:
        return self.rng.randint(low, high)

    def day(self, first: int = 2023, last: int = 2025) -> date:
        """A day in these years, not after today unless `first` lies after it."""
        day = random_day(self.rng, date(first, 1, 1), date(last, 12, 31))
        return day if first > TODAY.year else min(day, TODAY)

    def moment(self) -> datetime:
        return datetime.combine(self.day(2024), time(self.count(8, 17), self.count(0, 59)), UTC)

    # Persons and values

    def person(self, born: tuple[int, int] = (1958, 2003)) -> Person:
        return make_person(self.rng, born=born)

    def people(self, count: int, born: tuple[int, int] = (1958, 2003)) -> list[Person]:
        return [self.person(born) for _ in range(count)]

    def put(self, kind: str, text: str, *stored: str) -> str:
        return self.content.put(kind, text, *stored)

    def name(self, p: Person, style: str = "full") -> str:
        match style:
            case "formal":
                text = p.formal
            case "sorted":
                text = p.sorted_name
            case "polite":
                text = f"{'de heer' if p.sex == 'M' else 'mevrouw'} {p.formal}"
            case "short":
                text = f"{'dhr.' if p.sex == 'M' else 'mw.'} {p.surname}"
            case "upper":
                text = p.full.upper()
            case _:
                text = p.full
        return self.put("name", text)

    def surname(self, p: Person) -> str:
        return self.put("name", p.surname)

    def family(self, p: Person) -> str:
        return self.put("name", p.family)

    def bsn(self, p: Person) -> str:
        return self.put("bsn", numbers.write_bsn(p.bsn, self.bsn_notation))

    def bsn_number(self, p: Person) -> int:
        """As a number in a sheet: a leading zero is lost."""
        return int(self.put("bsn", str(int(p.bsn))))

    def bank(self, plain: str) -> str:
        return self.put("iban", numbers.write_iban(plain, self.iban_notation))

    def iban(self, p: Person) -> str:
        return self.bank(p.iban)

    def mail(self, address: str) -> str:
        return self.put("email", address)

    def phone(self, digits: str) -> str:
        return self.put("phone", numbers.write_phone(digits, self.phone_notation))

    def street(self, p: Person) -> str:
        """Street and number; a postcode belongs beside it."""
        return self.put("address", f"{p.street} {p.house}")

    def street_cell(self, p: Person) -> str:
        """The street alone, where number and postcode have columns of their own."""
        return self.put("address", p.street)

    def address(self, p: Person, separator: str = ", ") -> str:
        return self.put("address", f"{p.street} {p.house}") + f"{separator}{p.postcode}  {p.town}"

    def place(self, street: str, postcode: str, town: str, separator: str = ", ") -> str:
        """The address of an organisation."""
        return self.put("address", street) + f"{separator}{postcode} {town}"

    def birth(self, p: Person, notation: str | None = None) -> str:
        return self.put("date_of_birth", numbers.write_date(p.born, notation or self.date_notation))

    def birth_cell(self, p: Person) -> date:
        return self.content.put_day("date_of_birth", p.born)

    def pay(self, amount: float) -> str:
        """Someone's pay as a letter writes it."""
        return self.put("salary", numbers.euro(amount))

    def pay_cell(self, amount: float) -> float:
        return self.content.put_number("salary", amount)

    def staff_number(self, p: Person) -> str:
        return self.put("employee_number", p.number)

    def health(self, text: str) -> str:
        return self.put("health", text)

    def on(self, day: date | None = None, notation: str | None = None) -> str:
        """A date that is nobody's birthday."""
        return numbers.write_date(day or self.day(), notation or self.date_notation)

    def mailbox(self, p: Person, address: str) -> str:
        return f"{self.name(p)} <{self.mail(address)}>"

    def my_mailbox(self) -> str:
        return self.mailbox(self.me, self.world.my_mail)

    # Papers

    def label(self, organisation: Organisation) -> Label:
        return Label(
            tenant=organisation.tenant, identifier=guid(self.rng), name=self.pick(SEAL, "Intern", "Zeer vertrouwelijk")
        )

    def firm_label(self) -> Label:
        return Label(
            tenant=self.world.firm_tenant, identifier=guid(self.rng), name=self.pick("Intern", "Klant vertrouwelijk")
        )

    def properties(self, *, company: str = "", title: str = "", label: Label | None = None) -> Properties:
        return Properties(
            author=self.pick(*GENERIC_AUTHORS),
            changed_by=self.pick(*GENERIC_AUTHORS),
            company=company,
            title=title,
            template=self.pick("", "Normal.dotm"),
            label=label,
            made=datetime.combine(self.day(2024), time(9, 5)),
        )

    def my_properties(self, title: str = "") -> Properties:
        """Of a paper that the consultant wrote; the name only where the paper itself has a name in it."""
        known = "name" in self.content.values
        made = self.properties(
            company=self.world.firm, title=title, label=self.firm_label() if self.chance(0.3) else None
        )
        return replace(made, author=self.me.full if known else "Gebruiker", changed_by=self.me.full if known else "")

    def letterhead(self, organisation: Organisation, *, bank: bool = False) -> list[Block]:
        lines = [organisation.name, self.place(organisation.street, organisation.postcode, organisation.town, "\n")]
        if self.chance(0.7):
            lines.append(f"{self.pick('T', 'Tel.', 'Telefoon:')} {self.phone(organisation.phone)}")
        if self.chance(0.5):
            lines.append(f"{self.pick('E', 'E-mail')} {self.mail('info@' + organisation.domain)}")
        lines.append(f"KvK {organisation.kvk}")
        if bank:
            lines.append(f"IBAN {self.bank(organisation.iban)}")
        return [Para("\n".join(lines))]

    def write(self, document: Document, *formats: str) -> tuple[str, bytes]:
        """The extension and the bytes in one of `formats`."""
        kind = self.pick(*(formats or PAPERS))
        match kind:
            case "pdf":
                return kind, pdf.pdf(document)
            case "odt":
                return kind, texts.odt(document)
            case "rtf":
                return kind, texts.rtf(document)
            case "doc":
                return kind, legacy.doc(document)
            case "html":
                return kind, texts.html(document)
            case "md":
                return kind, texts.markdown(document)
            case "txt":
                return kind, texts.plain(
                    document, encoding=self.pick("utf-8", "utf-8", "cp1252", "utf-8-sig", "utf-16")
                )
            case _:
                return kind, word.word(document, kind)

    def grid(self, book: Book, *formats: str) -> tuple[str, bytes]:
        """The extension and the bytes of a table."""
        kind = self.pick(*(formats or TABLES))
        match kind:
            case "xlsx" | "xlsm":
                return kind, sheets.xlsx(replace(book, macros=kind == "xlsm"))
            case "ods":
                return kind, sheets.ods(book)
            case "tsv":
                return self.pick("tsv", "txt"), tables.delimited(
                    book, separator="\t", encoding=self.pick("utf-8", "utf-16", "cp1252")
                )
            case "xls-html":
                return "xls", tables.html(book)
            case "xls":
                return kind, legacy.xls(book)
            case "xlsb":
                return kind, binary.xlsb(book)
            case "html":
                return "html", tables.html(book)
            case "xml":
                return "xml", tables.spreadsheet_ml(book)
            case "fixed":
                return self.pick("txt", "lst", "dat"), tables.fixed(book.sheets[0], book.dates)
            case _:
                encoding = self.pick("utf-8", "utf-8-sig", "cp1252", "utf-16")
                separator = self.pick(";", ";", ";", ",")
                return "csv", tables.delimited(
                    book, separator=separator, encoding=encoding, quote=self.chance(0.3), comma=separator == ";"
                )

    def send(self, message: Mail) -> tuple[str, bytes]:
        """A mail as a file: eml, or what Outlook saves. A mail within a mail stays eml."""
        nested = any(name.endswith(".eml") for name, _ in message.attachments)
        if not nested and not message.html and self.chance(0.35):
            return "msg", outlook.msg(message)
        return "eml", mail.eml(message, self.rng)

    def book(
        self,
        rows: list[Row],
        *,
        name: str = "Blad1",
        properties: Properties | None = None,
        heads: tuple[int, ...] = (0,),
    ) -> Book:
        """One sheet; `heads` are the rows in bold."""
        return Book(
            sheets=[Sheet(name=name, rows=rows, heads=heads)],
            properties=properties or self.properties(),
            dates=self.date_notation,
        )
