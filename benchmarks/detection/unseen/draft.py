"""What a template writes with: values that note their own kind, wording that varies, and the world it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Final, TypeVar

from benchmarks.detection.labels import Owner, RegisteredClient, Truth
from benchmarks.detection.unseen import names
from benchmarks.detection.unseen.paper import (
    Block,
    Book,
    Bullets,
    Bundle,
    Cell,
    Content,
    Heading,
    Mail,
    Pairs,
    Paper,
    Raw,
    Row,
    Sheet,
    Table,
    Text,
)
from benchmarks.detection.unseen.people import Organisation, Person, Place, organisation, person, place, plain

Item = TypeVar("Item")
CHOICE: Final = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
TODAY: Final = date(2025, 6, 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    organisation: Organisation
    registered: RegisteredClient
    contacts: tuple[Person, ...]
    sharepoint: str
    intranet: str
    processor: str
    keyword: str


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The laptop's consultant, his firm and its clients."""

    me: Person
    owner: Owner
    firm: Organisation
    clients: tuple[Client, ...]
    colleagues: tuple[Person, ...]


@dataclass(slots=True, kw_only=True)
class Draft:
    """One file in the making. `client`: whose traces it may carry; `named`: its text tells the
    client; `traced`: something about the file does."""

    rng: Random
    world: World
    client: Client | None = None
    kinds: set[str] = field(default_factory=set)
    told: list[tuple[str, str]] = field(default_factory=list)
    named: bool = False
    traced: bool = False
    english: bool = False
    sorts: tuple[str, ...] = ()
    _other: Organisation | None = None

    # --- chance and wording

    def pick(self, items: Sequence[Item]) -> Item:
        return self.rng.choice(items)

    def some(self, items: Sequence[Item], least: int, most: int) -> list[Item]:
        """In a random order."""
        return self.rng.sample(list(items), min(len(items), self.rng.randint(least, most)))

    def in_order(self, items: Sequence[Item], least: int, most: int) -> list[Item]:
        chosen = sorted(self.rng.sample(range(len(items)), min(len(items), self.rng.randint(least, most))))
        return [items[index] for index in chosen]

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def say(self, text: str) -> str:
        """`text` with one of each [a|b|c], the inner ones first; [words] without a bar stay."""
        while found := CHOICE.search(text):
            text = text[: found.start()] + self.rng.choice(found[1].split("|")) + text[found.end() :]
        return re.sub(r" {2,}", " ", text).lstrip(" ")

    def number(self, low: int, high: int) -> int:
        return self.rng.randint(low, high)

    def mark(self, *kinds: str) -> None:
        """For what is in the content for certain and not written by one of the methods below."""
        self.kinds.update(kinds)

    def _tell(self, kind: str, text: str) -> str:
        self.told.append((kind, text))
        return text

    def kinds_in(self, content: Content) -> set[str]:
        """Marked kinds, and those of the values that stand in the content: a part may have been left out."""
        text = "\n".join(texts(content))
        return self.kinds | {kind for kind, value in self.told if value in text}

    # --- time and money

    def day(self, first: int = 2023, last: int = 2025) -> date:
        return date(first, 1, 1) + timedelta(days=self.rng.randrange((last - first) * 365 + 150))

    def moment(self) -> datetime:
        return datetime.combine(self.day(2024), datetime.min.time()) + timedelta(minutes=self.rng.randrange(420, 1200))

    def dated(self, day: date) -> str:
        months = names.ENGLISH_MONTHS if self.english else names.MONTHS
        written = f"{day.day} {months[day.month - 1]} {day.year}"
        return self.pick(
            (written, written, day.strftime("%d-%m-%Y"), day.strftime("%d/%m/%Y"), day.strftime("%d.%m.%Y"))
        )

    def euro(self, amount: float) -> str:
        dutch = f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
        return self.pick((f"€ {dutch}", f"€{dutch}", f"EUR {dutch}", f"€ {dutch.partition(',')[0]},-"))

    # --- people

    def person(self, born: tuple[int, int] = (1958, 2003)) -> Person:
        return person(self.rng, born)

    def people(self, least: int, most: int) -> list[Person]:
        return [self.person() for _ in range(self.rng.randint(least, most))]

    def name(self, who: Person, style: str | None = None) -> str:
        formal = f"{who.initials} {who.last}"
        reverse = f"{who.surname}, {who.first}{f' {who.infix}' if who.infix else ''}"
        styles = {
            "full": who.full,
            "formal": formal,
            "reverse": reverse,
            "titled": f"{'mevrouw' if who.female else 'de heer'} {formal}",
            "mr": f"{'Ms' if who.female else 'Mr'} {who.full}",
            "both": f"{who.initials} ({who.first}) {who.last}",
        }
        return self._tell("name", styles[style or self.pick(("full", "full", "formal", "both"))])

    def polite(self, who: Person) -> str:
        """Title and surname."""
        last = who.last[0].upper() + who.last[1:]
        title = ("Ms" if who.female else "Mr") if self.english else ("mevrouw" if who.female else "meneer")
        return self._tell("name", f"{title} {last}")

    def bsn(self, who: Person) -> str:
        digits = who.bsn
        ways = (
            digits,
            digits,
            f"{digits[:3]}.{digits[3:6]}.{digits[6:]}",
            f"{digits[:4]}.{digits[4:6]}.{digits[6:]}",
            f"{digits[:3]} {digits[3:6]} {digits[6:]}",
            f"{digits[:4]} {digits[4:6]} {digits[6:]}",
        )
        return self._tell("bsn", self.pick(ways))

    def iban(self, value: str, spaced: bool | None = None) -> str:
        grouped = " ".join(value[start : start + 4] for start in range(0, len(value), 4))
        return self._tell("iban", grouped if (self.chance(0.6) if spaced is None else spaced) else value)

    def mobile(self, who: Person) -> str:
        rest = who.mobile[2:]
        ways = (
            f"06-{rest}",
            f"06 {rest}",
            f"06-{rest[:2]} {rest[2:4]} {rest[4:6]} {rest[6:]}",
            f"+31 6 {rest}",
            f"+316{rest}",
            f"06{rest}",
            f"0031 6 {rest[:4]} {rest[4:]}",
            f"+31 (0)6 {rest[:2]} {rest[2:5]} {rest[5:]}",
        )
        return self._tell("phone", self.pick(ways))

    def landline(self, number: str) -> str:
        area, _, rest = number.partition("-")
        ways = (number, f"({area}) {rest}", f"{area} {rest[:3]} {rest[3:]}", f"+31 {area[1:]} {rest}")
        return self._tell("phone", self.pick(ways))

    def mail(self, who: Person) -> str:
        return self._tell("email", who.mail)

    def work_mail(self, who: Person, domain: str) -> str:
        return self._tell("email", f"{plain(who.first)[:1]}.{plain(who.infix + who.surname)}@{domain}")

    def box(self, local: str, domain: str) -> str:
        """An address of an organisation."""
        return self._tell("email", f"{local}@{domain}")

    def home(self, where: Place, *, lines: bool = False) -> str:
        code = f"{where.postcode[:4]} {where.postcode[4:]}"
        separator = "\n" if lines else ", "
        self._tell("address", f"{where.street} {where.number}")
        return f"{where.street} {where.number}{separator}{code} {where.town}"

    def born(self, who: Person) -> str:
        return self._tell("date_of_birth", self.dated(who.born))

    def wage(self, who: Person, amount: float | None = None) -> str:
        return self._tell("salary", self.euro(amount if amount is not None else who.wage))

    def staff_number(self, who: Person) -> str:
        return self._tell("employee_number", str(who.staff_number))

    def document(self, who: Person) -> str:
        """Number of a passport or identity card."""
        return self._tell("id_document", who.document)

    # --- organisations

    @property
    def place(self) -> Organisation:
        """The client where there is one, else an organisation that is in no register; say its name through `at`."""
        if self.client is not None:
            return self.client.organisation
        if self._other is None:
            self._other = organisation(self.rng, self.pick(self.sorts or (None,)))
            while self._other.name in {client.organisation.name for client in self.world.clients}:
                self._other = organisation(self.rng, self.pick(self.sorts or (None,)))
        return self._other

    @property
    def at(self) -> str:
        """Its name, said in the text."""
        self.named = self.named or self.client is not None
        return self.pick((self.place.name, self.place.name, *self.place.variants))

    @property
    def domain(self) -> str:
        self.named = self.named or self.client is not None
        return self.place.domain

    def other_place(self) -> Organisation:
        """A supplier, shop or authority that is nobody's client."""
        taken = {client.organisation.name for client in self.world.clients}
        while (found := organisation(self.rng)).name in taken:
            pass
        return found

    def supplier(self) -> Organisation:
        """A shop or firm that sells something."""
        trade = (
            "Drukkerij",
            "Kantoorvakhandel",
            "Vergadercentrum",
            "Installatiebureau",
            "Boekhandel",
            "Cateraar",
            "Softwarehuis",
        )
        name = f"{self.pick(trade)} {self.pick(names.PLACES)}"
        return replace(organisation(self.rng, "retail"), name=name, domain=f"{plain(name)}.nl")

    def somewhere(self) -> Place:
        return place(self.rng)

    def contact(self) -> Person:
        """A registered contact where the client shows anyway: the name alone would give the client away."""
        return self.pick(self.client.contacts) if self.client and (self.traced or self.named) else self.person()

    # --- tables

    def table(
        self, columns: Iterable[tuple[str, Callable[[Person], Cell], str]], people: Sequence[Person]
    ) -> tuple[list[str], list[Row]]:
        """Header and rows of `columns`: (wordings of the header, value, kinds with commas or an empty text)."""
        chosen = list(columns)
        for _, _, kinds in chosen:
            self.mark(*filter(None, kinds.split(",")))
        return [self.say(header) for header, _, _ in chosen], [[value(who) for _, value, _ in chosen] for who in people]

    def book(
        self,
        name: str,
        title: str,
        columns: Iterable[tuple[str, Callable[[Person], Cell], str]],
        people: Sequence[Person],
        above: Sequence[str] = (),
        below: Sequence[str] = (),
    ) -> Book:
        header, rows = self.table(columns, people)
        sheet = Sheet(title=self.say(title), header=header, rows=rows, above=list(above), below=list(below))
        return Book(name=self.say(name), sheets=[sheet])


def texts(content: Content) -> Iterable[str]:
    """Everything that a reader of the content can find."""
    match content:
        case Paper():
            yield from (content.header, content.footer, *content.notes)
            for block in content.blocks:
                yield from _texts_of(block)
        case Book():
            for sheet in content.sheets:
                yield from (sheet.title, *sheet.above, *sheet.below, *sheet.header)
                yield from (str(cell) for row in sheet.rows for cell in row)
        case Mail():
            yield from (content.sender, content.to, content.subject, *content.body)
            for part in content.attachments:
                yield from texts(part.content)
        case Bundle():
            for part in content.parts:
                yield from texts(part.content)
        case Raw():
            yield content.content.decode("utf-8", "replace")


def _texts_of(block: Block) -> Iterable[str]:
    match block:
        case Heading() | Text():
            yield block.text
        case Bullets():
            yield from block.items
        case Pairs():
            yield from (part for pair in block.pairs for part in pair)
        case Table():
            yield from block.header
            yield from (str(cell) for row in block.rows for cell in row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """`trace`: free (any or none of the client's), always (one at least), never, public (the client's website),
    documentation (any of the client's or the firm's). `formats`: extensions to choose from, repeated for weight.
    `sorts`: of organisations that have such papers; all when empty.
    """

    truth: Truth
    case: str
    make: Callable[[Draft], Content]
    formats: tuple[str, ...]
    trace: str = "free"
    special: bool = False
    hidden: bool = False
    hard: str | None = None
    sorts: tuple[str, ...] = ()


REGISTER: list[Template] = []
WORD: Final = "docx docx docx pdf pdf odt rtf txt html md"
LETTER: Final = "docx docx docx pdf pdf pdf odt rtf txt"
ROWS: Final = "xlsx xlsx xlsx xlsx csv csv ods tsv json xml sql html"
OFFICE: Final = "docx docx pdf odt"
SHEETS: Final = "xlsx xlsx xlsx ods csv"


def template(
    truth: Truth,
    case: str,
    formats: str,
    *,
    trace: str | None = None,
    special: bool = False,
    hidden: bool = False,
    hard: str | None = None,
    sorts: str = "",
) -> Callable[[Callable[[Draft], Content]], Callable[[Draft], Content]]:
    """Adds a function that writes a paper to the register. What is allowed carries no trace of a client by itself."""
    usual = {"client-data": "free", "documentation": "documentation"}.get(truth, "never")

    def add(make: Callable[[Draft], Content]) -> Callable[[Draft], Content]:
        REGISTER.append(
            Template(
                truth=truth,
                case=case,
                make=make,
                formats=tuple(formats.split()),
                trace=trace or usual,
                special=special,
                hidden=hidden,
                hard=hard,
                sorts=tuple(sorts.split()),
            )
        )
        return make

    return add
